//! Whatever is noted of what was done, measured or arranged makes nothing late that was not, over random persons. Each
//! proof is a function of the engine, so that it can be fed one that is broken and expect the refusal.
#![allow(missing_docs, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

#[path = "common/chance.rs"]
mod chance;
mod common;

use chance::{Chance, plus, steps_of};
use chrono::NaiveDate;
use common::CONTENT;
use sentier_core::Sorted;
use sentier_core::content::pathway::{Pathway, Step};
use sentier_core::content::{Care, Id};
use sentier_core::pathway::{Booked, Done, Person, Reason, State, Status, status};

type Engine = fn(&Care, &Pathway, &Step, &Person, NaiveDate) -> Status;

/// Notes something of a person today, and says what.
type Noting = fn(&mut Chance, &mut Person, NaiveDate) -> String;

/// So many persons.
const PERSONS: usize = 1500;

fn all_of(engine: Engine, person: &Person, today: NaiveDate) -> Vec<(&'static Step, Status)> {
    let steps = steps_of(person);
    steps.iter().map(|(pathway, step)| (*step, engine(&CONTENT.care, pathway, step, person, today))).collect()
}

/// A day within the last 25 years.
fn before(chance: &mut Chance, today: NaiveDate) -> NaiveDate {
    plus(today, -i32::try_from(chance.below(9000)).unwrap())
}

fn done(chance: &mut Chance, person: &mut Person, today: NaiveDate) -> String {
    let (_, step) = *chance.pick(&steps_of(person));
    let on = before(chance, today);
    person.done.push(Done { event: 99, what: step.id.clone(), on: Some(on), noted: today });
    format!("{} was noted as done on {on}", step.id)
}

fn measured(chance: &mut Chance, person: &mut Person, today: NaiveDate) -> String {
    // What takes some days is over today.
    let begun = plus(before(chance, today), -10);
    let known = person.measured.len();
    chance.measure(person, begun, today);
    let new: Vec<&Id> = person.measured.iter().skip(known).map(|measured| &measured.measure).collect();
    let said = format!("{new:?} measured from {begun} on were noted");
    person.measured.sort_by_key(|measured| measured.on);
    said
}

fn booked(chance: &mut Chance, person: &mut Person, today: NaiveDate) -> String {
    let (_, step) = *chance.pick(&steps_of(person));
    let on = plus(today, i32::try_from(chance.below(800)).unwrap() - 400);
    person.booked.insert(step.key().clone(), Booked { event: 99, on });
    format!("{} was booked for {on}", step.key())
}

/// Steps that become late because something was noted today.
fn late_by(engine: Engine, noting: Noting) -> Vec<String> {
    let mut chance = Chance::new();
    let mut wrong = Vec::new();
    for _ in 0..PERSONS {
        let mut person = chance.person();
        // Another appointment in the place of one that was made leaves the day of that one to be late.
        person.booked = Sorted::default();
        let today = chance.day_of(&person);
        let old = all_of(engine, &person, today);
        for _ in 0..3 {
            let mut more = person.clone();
            let noted = noting(&mut chance, &mut more, today);
            for ((step, old), (_, new)) in old.iter().zip(all_of(engine, &more, today)) {
                if new.state == State::Late && old.state != State::Late {
                    wrong.push(format!("{} is late on {today} after {noted}: {old:?}, {new:?}", step.id));
                }
            }
        }
    }
    wrong
}

/// What an appointment changes that it must not, or does not change that it must; and how many it put off.
fn wrongly_booked(engine: Engine) -> (usize, Vec<String>) {
    let mut chance = Chance::new();
    let mut kept = 0;
    let mut wrong = Vec::new();
    for _ in 0..PERSONS {
        let mut person = chance.person();
        person.booked = Sorted::default();
        let today = chance.day_of(&person);
        let old = all_of(engine, &person, today);
        let mut more = person.clone();
        let noted = booked(&mut chance, &mut more, today);
        let (key, on) = more.booked.iter().map(|(key, booked)| (key.clone(), booked.on)).next().unwrap();
        for ((step, old), (_, new)) in old.iter().zip(all_of(engine, &more, today)) {
            let is_open = matches!(old.state, State::Late | State::DueNow | State::ToCome | State::ToDiscuss);
            let is_kept = *step.key() == key && is_open && today <= on;
            kept += usize::from(is_kept);
            let is_right = match is_kept {
                true => (new.state, &new.reason, new.opens) == (State::ToCome, &Reason::Booked, Some(on)),
                false => *old == new,
            };
            if !is_right {
                wrong.push(format!("{} on {today} after {noted}: {old:?}, {new:?}", step.id));
            }
        }
    }
    (kept, wrong)
}

/// Expects that nothing is wrong, and shows the beginning of what is.
fn none(wrong: &[String]) {
    let first: Vec<&str> = wrong.iter().take(20).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), first.join("\n"));
}

#[test]
fn noting_what_was_done_makes_nothing_late() {
    none(&late_by(status, done));
}

#[test]
fn noting_what_was_measured_makes_nothing_late() {
    none(&late_by(status, measured));
}

#[test]
fn noting_an_appointment_makes_nothing_late() {
    none(&late_by(status, booked));
}

#[test]
fn an_appointment_changes_what_it_is_for_until_its_day_and_nothing_else() {
    let (kept, wrong) = wrongly_booked(status);
    none(&wrong);
    assert!(kept > PERSONS / 10, "{kept} kept");
}

#[test]
fn engines_that_break_a_promise_are_refused() {
    fn impatient(care: &Care, pathway: &Pathway, step: &Step, person: &Person, today: NaiveDate) -> Status {
        let mut other = person.clone();
        other.done.iter_mut().for_each(|done| done.noted = NaiveDate::MIN);
        status(care, pathway, step, &other, today)
    }
    fn deaf(care: &Care, pathway: &Pathway, step: &Step, person: &Person, today: NaiveDate) -> Status {
        status(care, pathway, step, &Person { booked: Sorted::default(), ..person.clone() }, today)
    }
    fn spiteful(care: &Care, pathway: &Pathway, step: &Step, person: &Person, today: NaiveDate) -> Status {
        let found = status(care, pathway, step, person, today);
        let state = if found.reason == Reason::Booked { State::Late } else { found.state };
        Status { state, ..found }
    }
    assert!(!late_by(impatient, done).is_empty());
    assert!(!late_by(spiteful, booked).is_empty());
    assert!(!wrongly_booked(deaf).1.is_empty());
    assert!(!wrongly_booked(spiteful).1.is_empty());
}
