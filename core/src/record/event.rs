//! What a record is made of: small events, in the order in which they were noted, never changed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::day::{day_number, maybe_day};
use crate::content::{Id, Sex};
use crate::pathway::{Moment, Precision, Topic};
use crate::triage::Answer;

/// One thing noted of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its number, unique on the device and growing with time.
    pub id: u64,
    /// The person.
    pub person: u32,
    /// The day on which it was noted.
    #[serde(with = "day_number")]
    pub noted: NaiveDate,
    /// What was noted.
    pub what: What,
}

/// What can be noted. The order is that of the stored form: new kinds go to the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// How the person is called, and whether they are the fictional one.
    Named {
        /// As it stands on the screen.
        name: String,
        /// Whether it is the example.
        is_example: bool,
    },
    /// The day of birth.
    Born(#[serde(with = "day_number")] NaiveDate),
    /// The sex of the body.
    SexIs(Sex),
    /// A pregnancy, by the day expected.
    Expecting(#[serde(with = "day_number")] NaiveDate),
    /// The day on which the pregnancy ended.
    PregnancyEnded(#[serde(with = "day_number")] NaiveDate),
    /// The day of death.
    Died(#[serde(with = "day_number")] NaiveDate),
    /// What the person said of themselves.
    Said {
        /// The fact.
        fact: Id,
        /// The answer.
        answer: Answer,
    },
    /// The person is on a pathway.
    Joined(Id),
    /// The person is no longer on a pathway.
    Left(Id),
    /// A day that a pathway counts from.
    Dated {
        /// The pathway.
        pathway: Id,
        /// The name that it has for the day.
        date: Id,
        /// The day.
        #[serde(with = "day_number")]
        on: NaiveDate,
    },
    /// Something was done.
    Done {
        /// The step or shared act.
        what: Id,
        /// The day, if it is known.
        #[serde(with = "maybe_day")]
        on: Option<NaiveDate>,
    },
    /// A step does not concern the person.
    Dismissed {
        /// The step.
        step: Id,
        /// Why, in their own words; it may be empty.
        reason: String,
    },
    /// A step is put off.
    Postponed {
        /// The step.
        step: Id,
        /// To which day.
        #[serde(with = "day_number")]
        until: NaiveDate,
    },
    /// A value was measured.
    Measured {
        /// The measure.
        measure: Id,
        /// The day.
        #[serde(with = "day_number")]
        on: NaiveDate,
        /// In hundredths of the unit.
        value: i64,
    },
    /// The person's own bounds of a measure, in hundredths.
    Aimed {
        /// The measure.
        measure: Id,
        /// At least.
        from: Option<i64>,
        /// At most.
        up_to: Option<i64>,
    },
    /// Somebody of the care team.
    Member {
        /// The role.
        role: Id,
        /// The name.
        name: String,
        /// How to reach them; it may be empty.
        reach: String,
    },
    /// A paper.
    Document {
        /// What kind.
        paper: Id,
        /// Where the original is; it may be empty.
        place: String,
        /// The day on it.
        #[serde(with = "day_number")]
        of: NaiveDate,
        /// Its last day.
        #[serde(with = "maybe_day")]
        until: Option<NaiveDate>,
    },
    /// A question for the next appointment.
    Question(String),
    /// An earlier event no longer holds.
    Undone(u64),
    /// An appointment was made.
    Booked {
        /// The step or shared act.
        what: Id,
        /// The day.
        #[serde(with = "day_number")]
        on: NaiveDate,
    },
    /// A right was granted.
    Granted {
        /// The pathway that names it.
        pathway: Id,
        /// The right.
        right: Id,
        /// Its last day.
        #[serde(with = "day_number")]
        until: NaiveDate,
    },
    /// A day that a pathway counts from, of which only the month or the year is known.
    DatedAbout {
        /// The pathway.
        pathway: Id,
        /// The name that it has for the day.
        date: Id,
        /// The first day of the month or year.
        #[serde(with = "day_number")]
        on: NaiveDate,
        /// How exactly it is known.
        precision: Precision,
    },
    /// A value was measured in the morning or in the evening.
    MeasuredAt {
        /// The measure.
        measure: Id,
        /// The day.
        #[serde(with = "day_number")]
        on: NaiveDate,
        /// In the morning or in the evening.
        moment: Moment,
        /// In hundredths of the unit.
        value: i64,
    },
    /// An allergy or an intolerance.
    Allergy {
        /// To what, in the person's words or those of a paper.
        substance: String,
        /// What happens; it may be empty.
        reaction: String,
    },
    /// A treatment that is taken.
    Treatment {
        /// Its name, as on the box or the prescription.
        name: String,
        /// How it is taken, as it is written there; it may be empty.
        directions: String,
    },
    /// An illness, present or past.
    Illness {
        /// Its name, in the person's words or those of a paper.
        name: String,
        /// Since when, if that is known to the day.
        #[serde(with = "maybe_day")]
        since: Option<NaiveDate>,
    },
    /// The person says that there is none of something, which is more than that nothing was noted.
    NoneKnown(Topic),
}
