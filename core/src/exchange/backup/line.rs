//! One event as a line of the file. The kinds and fields are those of the record; their order in a file means nothing.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::{Id, Sex};
use crate::pathway::{Moment, Precision, Topic};
use crate::record::{Event, What};
use crate::triage::Answer;

use super::super::clean;

/// An event as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    /// In digits: as a number, other programs would round it.
    id: String,
    person: u32,
    #[serde(with = "iso")]
    noted: NaiveDate,
    #[serde(with = "WhatLine")]
    what: What,
    /// What it says in words, for people; reading passes over it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

impl Line {
    /// The line of an event.
    pub fn of(event: &Event, text: String) -> Self {
        let Event { id, person, noted, what } = event.clone();
        Self { id: id.to_string(), person, noted, what, text }
    }

    /// The event of a line; none where its number is none.
    pub fn event(self) -> Option<Event> {
        let is_number = self.id.bytes().all(|byte| byte.is_ascii_digit());
        let id = self.id.parse().ok().filter(|_| is_number)?;
        Some(Event { id, person: self.person, noted: self.noted, what: self.what })
    }
}

/// The kinds of events and their fields, as the file names them.
#[derive(Serialize, Deserialize)]
#[serde(remote = "What", tag = "kind", content = "of", rename_all = "kebab-case", deny_unknown_fields)]
enum WhatLine {
    Named {
        name: String,
        is_example: bool,
    },
    #[serde(with = "iso")]
    Born(NaiveDate),
    SexIs(Sex),
    #[serde(with = "iso")]
    Expecting(NaiveDate),
    #[serde(with = "iso")]
    PregnancyEnded(NaiveDate),
    #[serde(with = "iso")]
    Died(NaiveDate),
    Said {
        fact: Id,
        answer: Answer,
    },
    Joined(Id),
    Left(Id),
    Dated {
        pathway: Id,
        date: Id,
        #[serde(with = "iso")]
        on: NaiveDate,
    },
    Done {
        what: Id,
        #[serde(with = "maybe_iso")]
        on: Option<NaiveDate>,
    },
    Dismissed {
        step: Id,
        reason: String,
    },
    Postponed {
        step: Id,
        #[serde(with = "iso")]
        until: NaiveDate,
    },
    Measured {
        measure: Id,
        #[serde(with = "iso")]
        on: NaiveDate,
        #[serde(rename = "hundredths")]
        value: i64,
    },
    Aimed {
        measure: Id,
        #[serde(rename = "from_hundredths")]
        from: Option<i64>,
        #[serde(rename = "up_to_hundredths")]
        up_to: Option<i64>,
    },
    Member {
        role: Id,
        name: String,
        reach: String,
    },
    Document {
        paper: Id,
        place: String,
        #[serde(with = "iso")]
        of: NaiveDate,
        #[serde(with = "maybe_iso")]
        until: Option<NaiveDate>,
    },
    Question(String),
    #[serde(with = "digits")]
    Undone(u64),
    Booked {
        what: Id,
        #[serde(with = "iso")]
        on: NaiveDate,
    },
    Granted {
        pathway: Id,
        right: Id,
        #[serde(with = "iso")]
        until: NaiveDate,
    },
    DatedAbout {
        pathway: Id,
        date: Id,
        #[serde(with = "iso")]
        on: NaiveDate,
        #[serde(with = "PrecisionLine")]
        precision: Precision,
    },
    MeasuredAt {
        measure: Id,
        #[serde(with = "iso")]
        on: NaiveDate,
        #[serde(with = "MomentLine")]
        moment: Moment,
        #[serde(rename = "hundredths")]
        value: i64,
    },
    Allergy {
        substance: String,
        reaction: String,
    },
    Treatment {
        name: String,
        directions: String,
    },
    Illness {
        name: String,
        #[serde(with = "maybe_iso")]
        since: Option<NaiveDate>,
    },
    #[serde(with = "TopicLine")]
    NoneKnown(Topic),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Precision", rename_all = "kebab-case")]
enum PrecisionLine {
    Month,
    Year,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Moment", rename_all = "kebab-case")]
enum MomentLine {
    Morning,
    Evening,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Topic", rename_all = "kebab-case")]
enum TopicLine {
    Allergies,
    Treatments,
}

/// A day as "2026-11-21".
mod iso {
    use super::clean;
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        let raw = String::deserialize(deserializer)?;
        clean::day(&raw).map_err(|_| D::Error::custom("no day"))
    }
}

/// A day that may be missing.
mod maybe_iso {
    use super::clean;
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        let Some(raw) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        clean::day(&raw).map(Some).map_err(|_| D::Error::custom("no day"))
    }
}

/// The number of an event in digits.
mod digits {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    pub(super) fn serialize<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(number)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let raw = String::deserialize(deserializer)?;
        let is_number = raw.bytes().all(|byte| byte.is_ascii_digit());
        raw.parse().ok().filter(|_| is_number).ok_or_else(|| D::Error::custom("no number"))
    }
}
