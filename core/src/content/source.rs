//! Where a fact comes from, and who has reviewed what we made of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Id;

/// A published document that rules rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// A plain word.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its date as known: a day, a month, a year, or "non datée".
    pub date: String,
    /// Where it can be read, without the scheme; empty where no address is known.
    pub address: String,
    /// How far it was read.
    pub reading: Reading,
}

/// How far a source was read; shown with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// An extract was read.
    Extract,
    /// Known by its title, or from general knowledge: to be verified.
    ToVerify,
}

/// The state of review of a file, by when it must be read again, and how it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Whether a health professional has reviewed it.
    pub status: ReviewStatus,
    /// The day from which it counts as out of date.
    #[serde(with = "day_number")]
    pub before: NaiveDate,
}

/// A day as a number in packs: parsing written dates would cost the app five times what the rest of this file does.
mod day_number {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(day.num_days_from_ce())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        let number = i32::deserialize(deserializer)?;
        NaiveDate::from_num_days_from_ce_opt(number).ok_or_else(|| D::Error::custom("no such day"))
    }
}

/// Whether a health professional has reviewed a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewStatus {
    /// Nobody has; the screen says so.
    Unreviewed,
    /// Somebody has.
    Reviewed,
}
