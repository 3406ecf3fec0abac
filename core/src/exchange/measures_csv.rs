//! Measures as tables (CSV), out and in: what a spreadsheet opens, what it saves, and what the apps of home devices write.
//!
//! Nothing that comes in is noted by itself: [`read`] says what it understood and what it did not, for the person to
//! confirm. What is already in the record is told apart by [`unknown_to`].

mod date;
mod read;
mod table;
mod write;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::Id;
use crate::content::day::day_number;
use crate::pathway::Moment;
use crate::record::What;

pub use read::{Import, Refusal, Refused, Source, read, unknown_to};
pub use write::{Form, write};

/// The most bytes that are read: twenty years of two values a day are half a megabyte.
pub const MOST_BYTES: usize = 4 << 20;

/// The most lines that are read.
pub const MOST_LINES: usize = 50_000;

/// The words of the table: its headings, and the moments of a day.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Words<'a> {
    /// The heading of the day.
    pub day: &'a str,
    /// The heading of the moment of the day.
    pub moment: &'a str,
    /// In the morning.
    pub morning: &'a str,
    /// In the evening.
    pub evening: &'a str,
    /// The heading of what was measured.
    pub measure: &'a str,
    /// The heading of the value.
    pub value: &'a str,
    /// The heading of the unit.
    pub unit: &'a str,
    /// The heading of the name by which a program knows the measure.
    pub code: &'a str,
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// The measure.
    pub measure: Id,
    /// The day.
    #[serde(with = "day_number")]
    pub on: NaiveDate,
    /// The moment of the day, where it was noted as such.
    pub moment: Option<Moment>,
    /// In hundredths of the unit in which it is kept.
    pub value: i64,
}

impl Value {
    /// What is noted of it once the person has confirmed it.
    #[must_use]
    pub fn what(&self) -> What {
        let (measure, on, value) = (self.measure.clone(), self.on, self.value);
        match self.moment {
            None => What::Measured { measure, on, value },
            Some(moment) => What::MeasuredAt { measure, on, moment, value },
        }
    }
}

/// Why a table cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CsvError {
    /// More than [`MOST_BYTES`] or [`MOST_LINES`].
    TooLarge,
    /// Not a text.
    NotText,
    /// A quotation mark that never ends.
    OpenQuote,
    /// The headings are those of no table that is known here.
    UnknownHeadings,
}
