//! Where a fact comes from, and who has reviewed what we made of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Id;
use super::day::day_number;

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
    /// Who stands behind it.
    pub level: SourceLevel,
    /// The day from which what was read in it counts as out of date.
    #[serde(with = "day_number")]
    pub review_by: NaiveDate,
}

/// Who stands behind a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceLevel {
    /// An authority, or a copy of what one published.
    Official,
    /// Professionals or an association.
    Professional,
    /// The press, an insurer or another secondary page: to be confirmed.
    Press,
    /// Not said.
    #[default]
    Unsaid,
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

/// Whether a health professional has reviewed a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewStatus {
    /// Nobody has; the screen says so.
    Unreviewed,
    /// Somebody has.
    Reviewed,
}
