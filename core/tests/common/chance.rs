//! Persons by chance, and the days of their lives.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "tests")]

use chrono::NaiveDate;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use sentier_core::content::pathway::{Entry, Pathway, Step};
use sentier_core::content::{Period, Sex};
use sentier_core::pathway::{Booked, Done, Joined, Measured, Member, Moment, Person, Pregnancy};
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
        self.care_of(&mut person, birth);
        person
    }

    /// Appointments, values, rights and a team.
    fn care_of(&mut self, person: &mut Person, birth: NaiveDate) {
        let steps = steps_of(person);
        for event in 0..u64::from(self.below(5)) {
            let (_, step) = *self.pick(&steps);
            person.booked.insert(step.key().clone(), Booked { event, on: self.day(birth, DAYS_IN_120_YEARS) });
        }
        for _ in 0..self.below(6) {
            let on = self.day(birth, DAYS_IN_120_YEARS);
            self.measure(person, on, on);
        }
        person.measured.sort_by_key(|measured| measured.on);
        let rights = CONTENT.care.pathways().iter().filter(|pathway| person.joined.contains_key(&pathway.id));
        let rights: Vec<_> =
            rights.flat_map(|p| p.rights.iter().map(|right| (p.id.clone(), right.id.clone()))).collect();
        for right in rights {
            if self.below(3) == 0 {
                person.rights.insert(right, self.day(birth, DAYS_IN_120_YEARS));
            }
        }
        for event in 0..u64::from(self.below(4)) {
            let role = self.pick(&CONTENT.care.draft().roles).id.clone();
            person.team.push(Member { event, role, name: "Dr Exemple".to_owned(), reach: String::new() });
        }
    }

    /// What some step asks to be measured, begun on a day and noted on another: sometimes all of it, sometimes one value
    /// too few.
    pub fn measure(&mut self, person: &mut Person, begun: NaiveDate, noted: NaiveDate) {
        let asked: Vec<_> = CONTENT.care.steps().filter_map(|(_, step)| step.measured.as_ref()).collect();
        let readings = *self.pick(&asked);
        let missing = u32::from(self.below(4) == 0);
        let count = (readings.at_least - missing).max(1);
        let days = u32::try_from(readings.within.about_days()).unwrap();
        for place in 0..count {
            let on = plus(begun, i32::try_from(place * days / readings.at_least).unwrap());
            for measure in &readings.of {
                let moment = *self.pick(&[None, Some(Moment::Morning), Some(Moment::Evening)]);
                person.measured.push(Measured { event: 0, measure: measure.clone(), on, noted, value: 0, moment });
            }
        }
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
