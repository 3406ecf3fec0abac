//! Persons by chance, and the days of their lives.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "tests")]

use chrono::NaiveDate;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use sentier_core::content::pathway::{Entry, Pathway, Step};
use sentier_core::content::{Period, Sex};
use sentier_core::pathway::{Done, Joined, Person, Pregnancy};
use sentier_core::triage::Answer;

use crate::common::CONTENT;

const DAYS_IN_120_YEARS: u32 = 43_830;

/// Chance, the same in every run.
pub struct Chance(TestRng);

impl Chance {
    /// Chance from its beginning.
    pub fn new() -> Self {
        Self(TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    }

    /// A number below another.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.0.next_u32() % limit
    }

    /// One of so many days from a day on.
    pub fn day(&mut self, from: NaiveDate, days: u32) -> NaiveDate {
        plus(from, i32::try_from(self.below(days)).unwrap())
    }

    /// One of a list.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[usize::try_from(self.0.next_u32()).unwrap() % list.len()]
    }

    /// Somebody born between 1906 and 2026, of whom anything may be known.
    pub fn person(&mut self) -> Person {
        let birth = self.day(NaiveDate::from_ymd_opt(1906, 1, 1).unwrap(), 44_000);
        let mut person = Person::new(1, self.day(birth, DAYS_IN_120_YEARS));
        person.birth = (self.below(20) > 0).then_some(birth);
        person.sex = *self.pick(&[None, Some(Sex::Female), Some(Sex::Female), Some(Sex::Male), Some(Sex::Male)]);
        if person.sex == Some(Sex::Female) && self.below(2) == 0 {
            let due = self.day(plus(birth, 15 * 365), 35 * 365);
            let ended = (self.below(2) == 0).then(|| self.day(plus(due, -60), 75));
            person.pregnancy = Some(Pregnancy { due, ended });
        }
        let asked = CONTENT.care.draft().facts.iter().filter(|fact| !fact.is_computed);
        for fact in asked {
            let known = *self.pick(&[None, Some(Answer::Yes), Some(Answer::No), Some(Answer::Unknown)]);
            if let Some(answer) = known {
                person.facts.insert(fact.id.clone(), answer);
            }
        }
        for pathway in CONTENT.care.pathways().iter().filter(|pathway| pathway.entry != Entry::Everybody) {
            if self.below(5) == 0 {
                let mut joined = Joined { noted: self.day(birth, DAYS_IN_120_YEARS), ..Joined::default() };
                for date in &pathway.dates {
                    if date.is_required || self.below(2) == 0 {
                        joined.dates.insert(date.id.clone(), self.day(birth, DAYS_IN_120_YEARS));
                    }
                }
                person.joined.insert(pathway.id.clone(), joined);
            }
        }
        let steps = steps_of(&person);
        for event in 0..u64::from(self.below(20)) {
            let (_, step) = *self.pick(&steps);
            let what = if self.below(2) == 0 { step.key() } else { &step.id };
            let day = self.day(birth, DAYS_IN_120_YEARS);
            let on = (self.below(8) > 0).then_some(day);
            person.done.push(Done { event, what: what.clone(), on, noted: self.day(day, 400) });
        }
        person
    }

    /// A day of a life.
    pub fn day_of(&mut self, person: &Person) -> NaiveDate {
        self.day(person.birth.unwrap_or(person.since), DAYS_IN_120_YEARS)
    }
}

/// So many days after a day.
pub fn plus(day: NaiveDate, days: i32) -> NaiveDate {
    Period::days(days).after(day)
}

/// The steps of the pathways that a person is on.
pub fn steps_of(person: &Person) -> Vec<(&'static Pathway, &'static Step)> {
    CONTENT.care.steps().filter(|(pathway, _)| person.is_on(pathway)).collect()
}
