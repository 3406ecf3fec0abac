//! Days as people write them: "3/5/1974", "03051974", "3 mai 1974".

use chrono::{Datelike, NaiveDate};

use super::Precision;

/// Why what was typed is not a day that the app takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Nothing, or nothing like a day.
    NotADay,
    /// The calendar has no such day, such as 31 February.
    Impossible,
    /// Two figures for the year, which could be of two centuries.
    ShortYear,
    /// A year that is not of the calendar used in France: another calendar, or a slip.
    OtherCalendar,
}

/// The French months, as people write them; the first three or four letters are enough to tell them apart.
const MONTHS: [&str; 12] =
    ["janv", "fevr", "mars", "avri", "mai", "juin", "juil", "aout", "sept", "octo", "nove", "dece"];

/// Years that the calendar used in France can have for somebody who lives, or for a day to come.
const YEARS: std::ops::RangeInclusive<i32> = 1890..=2150;

/// The day that was typed: day, month, year, in figures or with the month in letters.
///
/// # Errors
/// See [`DateError`].
pub fn parse(text: &str) -> Result<NaiveDate, DateError> {
    let folded: String = text.trim().to_lowercase().chars().map(plain).collect();
    let parts: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let (day, month, year) = match parts.as_slice() {
        [all] if all.len() == 8 => {
            let part = |from: usize, to: usize| all.get(from..to).unwrap_or_default();
            (part(0, 2), part(2, 4), part(4, 8))
        }
        [year, month, day] if year.len() == 4 => (*day, *month, *year),
        [day, month, year] => (*day, *month, *year),
        _ => return Err(DateError::NotADay),
    };
    let day = day.trim_end_matches("er").parse::<u32>().map_err(|_| DateError::NotADay)?;
    let month = month_of(month).ok_or(DateError::NotADay)?;
    let is_short = year.len() <= 2;
    let year = year.parse::<i32>().map_err(|_| DateError::NotADay)?;
    if is_short {
        return Err(DateError::ShortYear);
    }
    if !YEARS.contains(&year) {
        return Err(DateError::OtherCalendar);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::Impossible)
}

/// What was typed where the month or the year alone may be known: a day, and how exactly it is known where that is less.
/// "2019" and "mars 2019" stand on their first day.
///
/// # Errors
/// See [`DateError`].
pub fn parse_about(text: &str) -> Result<(NaiveDate, Option<Precision>), DateError> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [year] if year.len() == 4 => Ok((parse(&format!("1/1/{year}"))?, Some(Precision::Year))),
        [month, year] => Ok((parse(&format!("1/{month}/{year}"))?, Some(Precision::Month))),
        _ => parse(text).map(|day| (day, None)),
    }
}

/// What [`parse_about`] would read again, for a field.
#[must_use]
pub fn figures_about(day: NaiveDate, precision: Option<Precision>) -> String {
    match precision {
        None => figures(day),
        Some(Precision::Month) => format!("{:02}/{}", day.month(), day.year()),
        Some(Precision::Year) => day.year().to_string(),
    }
}

/// A day as people write it in figures, for a field: "21/11/2026".
#[must_use]
pub fn figures(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

fn month_of(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse::<u32>() {
        return Some(number);
    }
    let found = MONTHS.iter().position(|month| {
        let known = text.starts_with(month);
        known || (text.len() >= 3 && month.starts_with(text))
    })?;
    u32::try_from(found).ok()?.checked_add(1)
}

fn plain(letter: char) -> char {
    match letter {
        'é' | 'è' | 'ê' => 'e',
        'û' | 'ù' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{DateError, figures, figures_about, parse, parse_about};
    use crate::pathway::Precision;
    use chrono::NaiveDate;

    #[test]
    fn a_month_or_a_year_alone_is_taken_where_it_may_be() {
        let day = |month, day| NaiveDate::from_ymd_opt(2019, month, day).unwrap();
        let cases = [
            ("2019", day(1, 1), Some(Precision::Year), "2019"),
            (" mars 2019 ", day(3, 1), Some(Precision::Month), "03/2019"),
            ("3/2019", day(3, 1), Some(Precision::Month), "03/2019"),
            ("14/3/2019", day(3, 14), None, "14/03/2019"),
        ];
        for (typed, on, precision, again) in cases {
            assert_eq!(parse_about(typed), Ok((on, precision)), "{typed}");
            assert_eq!(figures_about(on, precision), again);
            assert_eq!(parse_about(again), Ok((on, precision)), "{again}");
        }
        for (typed, error) in [
            ("", DateError::NotADay),
            ("19", DateError::NotADay),
            ("3/19", DateError::ShortYear),
            ("1405", DateError::OtherCalendar),
            ("13/2019", DateError::Impossible),
        ] {
            assert_eq!(parse_about(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(1974, 5, 3).unwrap();
        for text in
            ["3/5/1974", "03/05/1974", "03051974", "3 mai 1974", "03.05.1974", "3-5-1974", "1974-05-03", " 3 Mai 1974 "]
        {
            assert_eq!(parse(text), Ok(day), "{text}");
        }
        let others = [("1er août 2020", (2020, 8, 1)), ("24 déc. 1999", (1999, 12, 24)), ("29/2/2024", (2024, 2, 29))];
        for (text, (year, month, day)) in others {
            assert_eq!(parse(text), Ok(NaiveDate::from_ymd_opt(year, month, day).unwrap()), "{text}");
        }
        assert_eq!(parse(&figures(day)), Ok(day));
    }

    #[test]
    fn what_is_no_day_is_told_apart() {
        for (text, error) in [
            ("", DateError::NotADay),
            ("hier", DateError::NotADay),
            ("3 mai", DateError::NotADay),
            ("31/2/2024", DateError::Impossible),
            ("29/2/2023", DateError::Impossible),
            ("0/1/2000", DateError::Impossible),
            ("12/13/1980", DateError::Impossible),
            ("3/5/74", DateError::ShortYear),
            ("3/5/1447", DateError::OtherCalendar),
            ("3/5/2569", DateError::OtherCalendar),
            ("15 ramadan 1447", DateError::NotADay),
        ] {
            assert_eq!(parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn nothing_typed_makes_it_panic() {
        for text in ["é", "éééééééé", "////", "99999999999/1/2000", "1/1/99999999999999", "𝟙/𝟚/𝟛𝟜𝟝𝟞", "0303é974"]
        {
            let _ = parse(text);
        }
    }
}
