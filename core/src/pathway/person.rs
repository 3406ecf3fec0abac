//! A person as their record tells: who they are, what they said of themselves, what was done.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Sorted;
use crate::content::pathway::{Concern, Entry, Pathway};
use crate::content::{Care, Fact, Id, Period, Sex};
use crate::triage::Answer;

/// A person on this device.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The number under which the record knows them.
    pub id: u32,
    /// How they are called on the screen: "Moi", "Mon fils".
    pub name: String,
    /// Whether it is the fictional person of "Essayer avec un exemple".
    pub is_example: bool,
    /// The day from which the record knows them: what had its time before is not called late.
    pub since: NaiveDate,
    /// The day of birth.
    pub birth: Option<NaiveDate>,
    /// The sex of the body.
    pub sex: Option<Sex>,
    /// The present or last pregnancy.
    pub pregnancy: Option<Pregnancy>,
    /// The day of death.
    pub died: Option<NaiveDate>,
    /// What they said of themselves.
    pub facts: Sorted<Id, Answer>,
    /// The pathways they are on, besides those of everybody.
    pub joined: Sorted<Id, Joined>,
    /// What was done, by step or shared act.
    pub done: Vec<Done>,
    /// Steps that do not concern them, by their own word.
    pub dismissed: Sorted<Id, Renunciation>,
    /// Steps put off to a day.
    pub postponed: Sorted<Id, NaiveDate>,
    /// Appointments, by step or shared act.
    pub booked: Sorted<Id, Booked>,
    /// The last day of rights, by pathway and right.
    pub rights: Sorted<(Id, Id), NaiveDate>,
    /// What was measured, in the order of days.
    pub measured: Vec<Measured>,
    /// Their own bounds of a measure, in hundredths: at least, at most.
    pub targets: Sorted<Id, (Option<i64>, Option<i64>)>,
    /// Who cares for them.
    pub team: Vec<Member>,
    /// Papers, where the original is and until when they hold.
    pub documents: Vec<Document>,
    /// Questions for the next appointment.
    pub questions: Vec<Asked>,
    /// Allergies and intolerances.
    pub allergies: Vec<Allergy>,
    /// Treatments that are taken.
    pub treatments: Vec<Treatment>,
    /// Illnesses, present and past.
    pub illnesses: Vec<Illness>,
    /// Of what they say that there is none, with the day on which they said so.
    pub none_known: Sorted<Topic, NaiveDate>,
}

/// A pregnancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pregnancy {
    /// The day expected, at 41 weeks of amenorrhoea.
    pub due: NaiveDate,
    /// The day on which it ended, if it has.
    pub ended: Option<NaiveDate>,
}

/// A pathway that a person is on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// The day on which that was noted.
    pub noted: NaiveDate,
    /// The days given, by the names that the pathway has for them.
    pub dates: Sorted<Id, NaiveDate>,
    /// Of which of them only the month or the year is known; they stand on its first day.
    pub about: Sorted<Id, Precision>,
}

/// How exactly a day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Precision {
    /// The month.
    Month,
    /// The year.
    Year,
}

/// An appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booked {
    /// The event that says so.
    pub event: u64,
    /// The day.
    pub on: NaiveDate,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The event that says so.
    pub event: u64,
    /// The step or shared act.
    pub what: Id,
    /// The day; none where the person no longer knows.
    pub on: Option<NaiveDate>,
    /// The day on which it was noted.
    pub noted: NaiveDate,
}

/// Why a step does not concern a person, by their own word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renunciation {
    /// The event that says so.
    pub event: u64,
    /// The reason, one of a few or their own words; it may be empty.
    pub reason: String,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The event that says so.
    pub event: u64,
    /// Which measure.
    pub measure: Id,
    /// The day.
    pub on: NaiveDate,
    /// The day on which it was noted.
    pub noted: NaiveDate,
    /// The value, in hundredths of the unit.
    pub value: i64,
    /// When on that day, where it belongs to a series of mornings and evenings.
    pub moment: Option<Moment>,
}

/// The part of a day in which something was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Moment {
    /// In the morning.
    Morning,
    /// In the evening.
    Evening,
}

/// Somebody of the care team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The event that says so.
    pub event: u64,
    /// The role.
    pub role: Id,
    /// The name, or how to reach them.
    pub name: String,
    /// A telephone number or another way to reach them; it may be empty.
    pub reach: String,
}

/// A paper: what it is, where the original is, until when it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The event that says so.
    pub event: u64,
    /// What kind of paper.
    pub paper: Id,
    /// Where the original is; it may be empty.
    pub place: String,
    /// Its last day, if it ends.
    pub until: Option<NaiveDate>,
    /// The day on it.
    pub of: NaiveDate,
}

/// A question for the next appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The event that says so.
    pub event: u64,
    /// The question, in their own words.
    pub text: String,
}

/// An allergy or an intolerance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allergy {
    /// The event that says so.
    pub event: u64,
    /// To what.
    pub substance: String,
    /// What happens; it may be empty.
    pub reaction: String,
}

/// A treatment that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Treatment {
    /// The event that says so.
    pub event: u64,
    /// Its name.
    pub name: String,
    /// How it is taken; it may be empty.
    pub directions: String,
}

/// An illness, present or past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Illness {
    /// The event that says so.
    pub event: u64,
    /// Its name.
    pub name: String,
    /// Since when, if that is known to the day.
    pub since: Option<NaiveDate>,
}

/// What it matters to know that there is none of. The order is that of the stored form: new ones go to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Topic {
    /// Allergies and intolerances.
    Allergies,
    /// Treatments that are taken.
    Treatments,
}

/// Weeks of amenorrhoea at the day expected, in France.
pub const WEEKS_AT_TERM: i32 = 41;

/// The longest a pregnancy is taken to last when its end was not noted: 43 weeks.
const MOST_WEEKS: i32 = 43;

impl Pregnancy {
    /// The first day of week 0: that of the last period, 41 weeks before the day expected.
    #[must_use]
    pub fn week_zero(self) -> NaiveDate {
        Period::days(WEEKS_AT_TERM.saturating_mul(7)).before(self.due)
    }

    /// The first day of a week of amenorrhoea.
    #[must_use]
    pub fn week(self, week: i32) -> NaiveDate {
        Period::days(week.saturating_mul(7)).after(self.week_zero())
    }

    /// The day of the birth, known or expected.
    #[must_use]
    pub fn birth(self) -> NaiveDate {
        self.ended.unwrap_or(self.due)
    }

    /// Whether it lasts on a day.
    #[must_use]
    pub fn lasts(self, today: NaiveDate) -> bool {
        let end = self.ended.unwrap_or_else(|| self.week(MOST_WEEKS));
        self.week_zero() <= today && today < end
    }
}

impl Person {
    /// Somebody of whom nothing is known yet.
    #[must_use]
    pub fn new(id: u32, since: NaiveDate) -> Self {
        Self {
            id,
            since,
            name: String::new(),
            is_example: false,
            birth: None,
            sex: None,
            pregnancy: None,
            died: None,
            facts: Sorted::default(),
            joined: Sorted::default(),
            done: Vec::new(),
            dismissed: Sorted::default(),
            postponed: Sorted::default(),
            booked: Sorted::default(),
            rights: Sorted::default(),
            measured: Vec::new(),
            targets: Sorted::default(),
            team: Vec::new(),
            documents: Vec::new(),
            questions: Vec::new(),
            allergies: Vec::new(),
            treatments: Vec::new(),
            illnesses: Vec::new(),
            none_known: Sorted::default(),
        }
    }

    /// Whole years lived on a day.
    #[must_use]
    pub fn years(&self, today: NaiveDate) -> Option<u32> {
        self.birth.and_then(|birth| {
            let years = today.years_since(birth)?;
            // A birthday on 29 February falls on the 28th in common years.
            let next = i32::try_from(years).ok()?.saturating_add(1).saturating_mul(12);
            Some(if Period::months(next).after(birth) <= today { years.saturating_add(1) } else { years })
        })
    }

    /// Whether a fact is true of the person on a day, as far as is known.
    #[must_use]
    pub fn fact(&self, care: &Care, fact: &str, today: NaiveDate) -> Option<bool> {
        if fact == Care::PREGNANT {
            return Some(self.pregnancy.is_some_and(|pregnancy| pregnancy.lasts(today)));
        }
        let on = care.pathways().iter().filter(|pathway| self.is_on(pathway));
        if on.flat_map(|pathway| &pathway.implies).any(|implied| implied == fact) {
            return Some(true);
        }
        let implied = care.implying(fact).any(|other| self.facts.get(other) == Some(&Answer::Yes));
        match self.facts.get(fact) {
            _ if implied => Some(true),
            Some(Answer::Yes) => Some(true),
            Some(Answer::No) => Some(false),
            Some(Answer::Unknown) => None,
            // Who cannot be concerned is not asked, and it is not so.
            None => match care.fact(fact) {
                Some(Fact { concern, .. }) if self.concerns(concern, today) == Some(false) => Some(false),
                _ => None,
            },
        }
    }

    /// Whether age and sex are those of whom something concerns, as far as is known.
    #[must_use]
    pub fn concerns(&self, concern: &Concern, today: NaiveDate) -> Option<bool> {
        let sex = match (concern.sex, self.sex) {
            (None, _) => Some(true),
            (Some(_), None) => None,
            (Some(wanted), Some(sex)) => Some(wanted == sex),
        };
        let age = match (concern.from, concern.below, self.birth) {
            (None, None, _) => Some(true),
            (_, _, None) => None,
            (from, below, Some(birth)) => {
                let is_old_enough = from.is_none_or(|from| from.after(birth) <= today);
                Some(is_old_enough && below.is_none_or(|below| today < below.after(birth)))
            }
        };
        match (sex, age) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }

    /// Whether the person is on a pathway: those of everybody, those joined, and that of a pregnancy noted.
    #[must_use]
    pub fn is_on(&self, pathway: &Pathway) -> bool {
        pathway.entry == Entry::Everybody
            || self.joined.contains_key(&pathway.id)
            || (pathway.id == Care::PREGNANCY && self.pregnancy.is_some())
    }

    /// The day that the person gave a pathway under a name.
    #[must_use]
    pub fn date(&self, pathway: &Pathway, date: &str) -> Option<NaiveDate> {
        if date == Care::BIRTH {
            return self.pregnancy.map(Pregnancy::birth);
        }
        self.joined.get(&pathway.id).and_then(|joined| joined.dates.get(date)).copied()
    }
}
