//! The files of measures that the apps of home devices write: their columns, word for word.

use serde::{Deserialize, Serialize};

use super::Id;

/// One kind of file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// A plain word.
    pub id: Id,
    /// What it is called on the screen.
    pub name: String,
    /// The column of the day; the hour may stand behind the day.
    pub day: String,
    /// How the day is written.
    pub form: DayForm,
    /// The column of the hour, where it has one of its own.
    pub time: Option<String>,
    /// The columns of values; all must be there.
    pub values: Vec<DeviceValue>,
    /// Where that was read.
    pub sources: Vec<Id>,
}

/// A column of values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceValue {
    /// Its heading.
    pub column: String,
    /// What is measured.
    pub measure: Id,
    /// In which of the units of the measure.
    pub unit: String,
}

/// How a file writes days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayForm {
    /// "2026-09-30", with or without an hour behind it.
    YearFirst,
    /// "Jan 6 2025": the first letters of the English month first.
    MonthWord,
}
