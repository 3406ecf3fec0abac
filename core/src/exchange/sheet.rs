//! Sheets for people: what is printed, shared and put into QR codes, as data that a page draws and a text says.
//!
//! A sheet leaves nothing out: what was asked and is not known stands there as unknown, what was never noted as not
//! noted. Its words come in as an argument, like its day.

mod consultation;
pub(super) mod date;
mod emergency;
mod orientation;
mod prevention;
mod who;
pub mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::day::day_number;

pub use consultation::consultation;
pub use emergency::emergency;
pub use orientation::{Orientation, orientation};
pub use prevention::prevention;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Which sheet it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Whom it is about, in a few lines; empty where nothing is known of them.
    pub about: Vec<String>,
    /// Its parts, in the order of reading.
    pub sections: Vec<Section>,
    /// What stands at its end: when it was made, from which rules, what it is not.
    pub foot: Vec<String>,
    /// Whether it may be kept and shared. It does not travel: a sheet that somebody sent is shown, and not shared on.
    #[serde(skip)]
    pub(super) leaves_trace: bool,
}

/// The kinds of sheets. The order is that of the shared form: new ones go to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// What a triage led to.
    Orientation,
    /// What a stranger must know in an emergency.
    Emergency,
    /// For a consultation.
    Consultation,
    /// The calendar of prevention.
    Prevention,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What it says.
    pub body: Body,
}

/// What a part says. The order is that of the shared form: new ones go to the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// A list.
    Lines(Vec<String>),
    /// That there is nothing to say, and why: nothing noted, none known.
    Nothing(String),
    /// A table; every row has as many cells as there are headings.
    Table {
        /// The headings.
        headings: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// Values of a measure, to be drawn as a chart as well.
    Values {
        /// What else is to be said of them.
        note: String,
        /// The unit.
        unit: String,
        /// The values, in the order of days.
        values: Vec<Value>,
    },
}

/// A value of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// The day.
    #[serde(with = "day_number")]
    pub on: NaiveDate,
    /// In hundredths of the unit.
    pub hundredths: i64,
    /// The day and the value as they are read: "3 mai 2026 : 7,2 %".
    pub said: String,
}

impl Sheet {
    /// The whole sheet as plain text, as it goes into QR codes and to the clipboard.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut lines = vec![self.title.clone()];
        lines.extend(self.about.iter().cloned());
        for section in &self.sections {
            match &section.body {
                Body::Lines(said) if said.len() == 1 => {
                    lines.extend(said.iter().map(|line| format!("{}\u{a0}: {line}", section.title)));
                }
                Body::Nothing(said) => lines.push(format!("{}\u{a0}: {said}", section.title)),
                body => {
                    lines.push(format!("{}\u{a0}:", section.title));
                    lines.extend(body.lines().into_iter().map(|line| format!("- {line}")));
                }
            }
        }
        lines.extend(self.foot.iter().cloned());
        lines.join("\n")
    }
}

impl Body {
    /// Every line of it.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        match self {
            Self::Lines(lines) => lines.clone(),
            Self::Nothing(said) => vec![said.clone()],
            Self::Table { rows, .. } => {
                let filled =
                    |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>();
                rows.iter().map(|row| filled(row).join(" · ")).collect()
            }
            Self::Values { note, values, .. } => {
                let said = values.iter().map(|value| &value.said);
                said.chain(Some(note).filter(|note| !note.is_empty())).cloned().collect()
            }
        }
    }

    /// Lines, or why there is none.
    fn of(lines: Vec<String>, nothing: &str) -> Self {
        if lines.is_empty() { Self::Nothing(nothing.to_owned()) } else { Self::Lines(lines) }
    }
}

impl Section {
    fn new(title: &str, body: Body) -> Self {
        Self { title: title.to_owned(), body }
    }
}
