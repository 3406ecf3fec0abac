//! Which sheet is asked for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::Id;
use crate::content::day::day_number;
use crate::exchange::sheet::Kind;
use crate::record::{Event, Session};

use super::{Occasion, Pack, TriagePacks};

/// A sheet, by what it is made of.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Asked<'a> {
    /// A sheet of a person's record.
    Record {
        /// Which one; that of a triage is not one of them.
        kind: Kind,
        /// The content of the pathways.
        #[serde(borrow)]
        care: Pack<'a>,
        /// What was noted of everybody, in the order of the numbers.
        events: Vec<Event>,
        /// The person.
        person: u32,
        /// The pathways that they do not want on it.
        left_out: Vec<Id>,
        /// The day.
        #[serde(with = "day_number")]
        today: NaiveDate,
    },
    /// The orientation sheet.
    Triage {
        /// The content of triage.
        #[serde(borrow)]
        triage: TriagePacks<'a>,
        /// The motifs and answers.
        session: Session,
        /// The local day and hour.
        occasion: Occasion,
    },
}
