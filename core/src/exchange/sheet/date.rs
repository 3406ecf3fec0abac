//! Days and values in words.

use chrono::{Datelike, NaiveDate};

use crate::content::Observation;
use crate::pathway::series::shown;

/// "21 novembre 2026", "1er mai 2026".
pub(in crate::exchange) fn long(day: NaiveDate, months: &str) -> String {
    let name = usize::try_from(day.month0()).ok().and_then(|place| months.split(' ').nth(place));
    let number = if day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
    format!("{number}\u{a0}{} {}", name.unwrap_or_default(), day.year())
}

/// A kept value with its unit.
pub(in crate::exchange) fn with_unit(measure: &Observation, value: i64) -> String {
    format!("{}\u{a0}{}", shown(measure, &measure.unit, value), measure.unit)
}
