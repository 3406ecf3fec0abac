//! The measures of a person as a table.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::content::Care;
use crate::pathway::{Measured, Moment, Person};

use super::Words;

/// For which program the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// A spreadsheet in French: semicolons, a comma before decimals, days as in France.
    French,
    /// Any other program: commas, a point before decimals, days with the year first.
    Plain,
}

/// Every value of a person, in the order of days, in the unit in which it is kept; in UTF-8 behind its mark, without
/// which a spreadsheet takes letters with accents for others.
#[must_use]
pub fn write(care: &Care, person: &Person, words: &Words<'_>, form: Form) -> String {
    let mut text = String::from('\u{feff}');
    let headings = [words.day, words.moment, words.measure, words.value, words.unit, words.code];
    add(&mut text, form, headings.map(str::to_owned));
    for measured in &person.measured {
        add(&mut text, form, cells(care, measured, words, form));
    }
    text
}

fn cells(care: &Care, measured: &Measured, words: &Words<'_>, form: Form) -> [String; 6] {
    let known = care.observation(&measured.measure);
    let on = measured.on;
    let day = match form {
        Form::French => format!("{:02}/{:02}/{}", on.day(), on.month(), on.year()),
        Form::Plain => on.to_string(),
    };
    let moment = match measured.moment {
        None => "",
        Some(Moment::Morning) => words.morning,
        Some(Moment::Evening) => words.evening,
    };
    // What a later content no longer has goes out under the name by which it was kept.
    let name = known.map_or(measured.measure.as_str(), |known| known.name.as_str());
    let unit = known.map_or("", |known| known.unit.as_str());
    [day, moment.to_owned(), name.to_owned(), figures(measured.value, form), unit.to_owned(), measured.measure.clone()]
}

/// Hundredths as figures, all of them: "7,25", "7,2", "7".
fn figures(value: i64, form: Form) -> String {
    let (sign, size) = (if value < 0 { "-" } else { "" }, value.unsigned_abs());
    let (whole, rest) = (size / 100, size % 100);
    let mark = if form == Form::French { ',' } else { '.' };
    match rest {
        0 => format!("{sign}{whole}"),
        rest if rest % 10 == 0 => format!("{sign}{whole}{mark}{}", rest / 10),
        rest => format!("{sign}{whole}{mark}{rest:02}"),
    }
}

/// Adds a row. A cell that a spreadsheet would reckon with has an apostrophe before it, which makes it a text.
fn add(text: &mut String, form: Form, cells: [String; 6]) {
    let separator = if form == Form::French { ';' } else { ',' };
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            text.push(separator);
        }
        let is_formula = cell.starts_with(['=', '+', '@', '\t', '\r'])
            || (cell.starts_with('-') && cell.len() > 1 && !is_number(&cell));
        let cell = if is_formula { format!("'{cell}") } else { cell };
        if cell.contains([separator, '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

fn is_number(cell: &str) -> bool {
    cell.trim_start_matches('-').bytes().all(|letter| letter.is_ascii_digit() || letter == b',' || letter == b'.')
}

#[cfg(test)]
mod tests {
    use super::{Form, add, figures};

    #[test]
    fn figures_are_whole() {
        for (value, expected) in [(725, "7,25"), (720, "7,2"), (700, "7"), (5, "0,05"), (-5, "-0,05"), (0, "0")] {
            assert_eq!(figures(value, Form::French), expected);
        }
        assert_eq!(figures(i64::MIN, Form::Plain), "-92233720368547758.08");
    }

    #[test]
    fn no_cell_is_a_formula() {
        let mut text = String::new();
        let cells = ["=1+1", "@a", "-7,25", "-a;b", "+33", "\"x\""].map(str::to_owned);
        add(&mut text, Form::French, cells);
        assert_eq!(text, "'=1+1;'@a;-7,25;\"'-a;b\";'+33;\"\"\"x\"\"\"\r\n");
    }
}
