//! Pathways: the stages and steps of one situation of care, as recommended, each with its source.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day::{day_number, maybe_day};
use super::{Id, Period, Reading, Review, Sex, Urgency};

pub use super::timing::{AfterWindow, Timing, Wait, Window};

/// One situation of care and what is recommended in it; prevention is several that everybody is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pathway {
    /// A plain word.
    pub id: Id,
    /// The card of the reference that it is made from.
    pub card: String,
    /// Its title.
    pub title: String,
    /// What it is for and for whom.
    pub intro: String,
    /// Who is on it.
    pub entry: Entry,
    /// The guide of reference and its year.
    pub guide: Option<Guide>,
    /// Facts that are true of whoever is on it.
    pub implies: Vec<Id>,
    /// Days that the person gives, from which steps are counted.
    pub dates: Vec<AskedDate>,
    /// The stages, in order.
    pub stages: Vec<Stage>,
    /// The steps.
    pub steps: Vec<Step>,
    /// What is measured, and the usual bounds.
    pub targets: Vec<Target>,
    /// What must make one call.
    pub warnings: Vec<Warning>,
    /// Rights and benefits.
    pub rights: Vec<Right>,
    /// Who helps.
    pub associations: Vec<Association>,
    /// What the whole file rests on.
    pub sources: Vec<Id>,
    /// Who has reviewed it.
    pub review: Review,
}

/// Who is on a pathway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// Everybody.
    Everybody,
    /// Whoever says yes to a question, which only some are asked.
    Asked {
        /// The closed question.
        ask: String,
        /// Who is asked.
        concern: Concern,
    },
}

/// Whom something concerns, as far as age and sex say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    /// The sex, if one alone.
    pub sex: Option<Sex>,
    /// The age from which, included.
    pub from: Option<Period>,
    /// The age below which.
    pub below: Option<Period>,
}

/// The guide of reference of a pathway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// Title and year.
    pub title: String,
    /// How far it was read.
    pub reading: Reading,
    /// Where that is known from.
    pub sources: Vec<Id>,
}

/// A day that the person gives when they join a pathway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedDate {
    /// A plain word, unique in the pathway.
    pub id: Id,
    /// The question.
    pub ask: String,
    /// Whether no step makes sense without it.
    pub is_required: bool,
}

/// A stage of a pathway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// A plain word, unique in the pathway.
    pub id: Id,
    /// Its title.
    pub title: String,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The id of the reference.
    pub id: Id,
    /// Its stage, where the pathway has stages.
    pub stage: Option<Id>,
    /// What it is.
    pub title: String,
    /// What it is good for, in one sentence.
    pub why: String,
    /// What is uncertain about it, or to be known.
    pub note: Option<String>,
    /// The component of the care pathway that it belongs to.
    pub component: Component,
    /// Who does it.
    pub who: Vec<Id>,
    /// What it needs or gives.
    pub papers: Vec<Id>,
    /// What several pathways may ask for: then it is done once.
    pub act: Option<Id>,
    /// Shared acts that doing it does as well.
    pub covers: Vec<Id>,
    /// The values that, once noted, say that it was done.
    pub measured: Option<Readings>,
    /// How binding it is.
    pub status: StepStatus,
    /// Whom it concerns.
    pub condition: StepCondition,
    /// When.
    pub timing: Timing,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

impl Step {
    /// Under which name it is noted as done: the act that it shares, or its own.
    #[must_use]
    pub fn key(&self) -> &Id {
        self.act.as_ref().unwrap_or(&self.id)
    }
}

/// Values noted by the person that make a step done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readings {
    /// The measures, all of them on the same day.
    pub of: Vec<Id>,
    /// So many of each, 1 or more.
    pub at_least: u32,
    /// Within so long, the first day included.
    pub within: Period,
}

/// The components of a care pathway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Component {
    /// Prevention.
    Prevention,
    /// Primary care.
    PrimaryCare,
    /// Coordination.
    Coordination,
    /// Specialist and hospital care.
    Specialist,
    /// Follow-up after hospital.
    FollowUp,
    /// Rehabilitation.
    Rehabilitation,
    /// Therapeutic education.
    Education,
    /// Social support.
    Social,
    /// Palliative care.
    Palliative,
}

impl Component {
    /// Every component.
    pub const ALL: [Self; 9] = [
        Self::Prevention,
        Self::PrimaryCare,
        Self::Coordination,
        Self::Specialist,
        Self::FollowUp,
        Self::Rehabilitation,
        Self::Education,
        Self::Social,
        Self::Palliative,
    ];
}

/// How binding a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepStatus {
    /// The law asks for it.
    Mandatory,
    /// It is recommended.
    #[default]
    Recommended,
    /// It can be proposed.
    Possible,
    /// Something to know: it has no day.
    Information,
}

/// Whom a step concerns; all must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepCondition {
    /// The sex, if one alone.
    pub sex: Option<Sex>,
    /// Born on this day or later.
    #[serde(with = "maybe_day")]
    pub born_from: Option<NaiveDate>,
    /// All of these facts.
    pub all_of: Vec<Id>,
    /// One of these facts.
    pub any_of: Vec<Id>,
    /// None of these facts, as far as is known: another step, or none, is for whoever they are true of.
    pub unless: Vec<Id>,
    /// What cannot be asked: it must be discussed.
    pub depends: Option<String>,
}

/// What is measured on a pathway, with the usual bounds, in hundredths of the unit; the person sets their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Which measure.
    pub measure: Id,
    /// How often.
    pub every: Option<Period>,
    /// From this value on.
    pub from: Option<i64>,
    /// Up to this value.
    pub up_to: Option<i64>,
    /// Whether `up_to` itself is beyond.
    pub is_below: bool,
    /// What goes with it.
    pub note: Option<String>,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

/// What must make one call, and how soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What is seen or felt.
    pub text: String,
    /// How soon.
    pub level: Urgency,
    /// The triage motif that asks more.
    pub motif: Option<Id>,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

/// A right or a benefit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Right {
    /// A plain word, unique in the pathway.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// What it is and who asks for it.
    pub what: String,
    /// Who helps with it.
    pub who: Vec<Id>,
    /// Whether it ends on a day that the person can note.
    pub ends: bool,
    /// So long before its end it is to be renewed.
    pub renew: Option<Period>,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

/// An association that helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Association {
    /// Its name.
    pub name: String,
    /// How far that is known.
    pub reading: Reading,
}

/// A campaign, as one knows it: the days of those announced, and when it usually is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// A plain word.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The campaigns whose days are known.
    pub campaigns: Vec<Campaign>,
    /// The usual first and last day, each as month and day.
    pub usual: Option<[(u32, u32); 2]>,
    /// Where that comes from.
    pub sources: Vec<Id>,
}

/// The days of one campaign, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    /// Its first day.
    #[serde(with = "day_number")]
    pub from: NaiveDate,
    /// Its last day.
    #[serde(with = "day_number")]
    pub until: NaiveDate,
}
