//! What must hold of every person on every day, over random persons. Each proof is a function of the engine, so that it
//! can be fed one that is broken and expect the refusal.
#![allow(missing_docs, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

#[path = "common/chance.rs"]
mod chance;
mod common;

use std::collections::{BTreeMap, BTreeSet};

use chance::{Chance, plus, steps_of};
use chrono::NaiveDate;
use common::CONTENT;
use sentier_core::Sorted;
use sentier_core::content::pathway::{Pathway, Step};
use sentier_core::content::{Care, Id, Period, Sex};
use sentier_core::pathway::{
    Dashboard, Done, Joined, Person, Pregnancy, Reason, Renunciation, State, Status, dashboard, status,
};
use sentier_core::triage::Answer;

type Engine = fn(&Care, &Pathway, &Step, &Person, NaiveDate) -> Status;
type Board = for<'a> fn(&'a Care, &Person, NaiveDate) -> Dashboard<'a>;

/// So many persons, each looked at on some random days.
const PERSONS: usize = 2000;
/// So many of them are looked at on every birthday too.
const LIVES: usize = 100;

fn all_of(engine: Engine, person: &Person, today: NaiveDate) -> Vec<(&'static Id, Status)> {
    let steps = steps_of(person);
    steps.iter().map(|(pathway, step)| (&step.id, engine(&CONTENT.care, pathway, step, person, today))).collect()
}

/// Whether the days of a state are those of that state.
fn is_sound(status: &Status, today: NaiveDate) -> bool {
    match status.state {
        State::Late => status.closes.is_some_and(|closes| closes <= today),
        State::DueNow => status.opens.is_none_or(|opens| opens <= today),
        // The day of an appointment belongs to it.
        State::ToCome if status.reason == Reason::Booked => status.opens.is_some_and(|opens| today <= opens),
        State::ToCome => status.opens.is_none_or(|opens| today < opens),
        State::Done => status.last.is_some_and(|last| last <= today) || status.reason == Reason::DoneSomeDay,
        State::ToDiscuss | State::NotConcerned => status.reason != Reason::InWindow,
    }
}

fn unsound(engine: Engine, person: &Person, today: NaiveDate) -> Vec<String> {
    let mut all = all_of(engine, person, today);
    all.retain(|(_, status)| !is_sound(status, today));
    all.iter().map(|(id, status)| format!("{id}, {today}: {status:?}")).collect()
}

/// Every step on every birthday of some lives, and on random days of many.
fn unsound_lives(engine: Engine, persons: usize) -> Vec<String> {
    let mut chance = Chance::new();
    let mut wrong = Vec::new();
    for place in 0..persons {
        let person = chance.person();
        let birth = person.birth.unwrap_or(person.since);
        let birthdays = if place < LIVES { 0..=120 } else { 0..=0 };
        for birthday in birthdays.map(|age| Period::months(age * 12).after(birth)) {
            wrong.extend(unsound(engine, &person, birthday));
        }
        for _ in 0..3 {
            wrong.extend(unsound(engine, &person, chance.day_of(&person)));
        }
    }
    wrong
}

/// Persons whose states depend on the order in which things were noted.
fn ordered(engine: Engine) -> Vec<String> {
    let mut chance = Chance::new();
    let mut wrong = Vec::new();
    for _ in 0..PERSONS {
        let person = chance.person();
        let today = chance.day_of(&person);
        let as_noted = all_of(engine, &person, today);
        let mut other = person.clone();
        other.done.reverse();
        other.measured.reverse();
        other.team.reverse();
        let middle = other.done.len() / 2;
        for _ in 0..2 {
            if all_of(engine, &other, today) != as_noted {
                wrong.push(format!("{today}: {:?}", person.done));
            }
            other.done.rotate_left(middle);
        }
    }
    wrong
}

/// Boards on which a step is missing, doubled or in another state than alone, or an act asked by several steps is not one
/// item; and how many items hold steps of several pathways.
fn wrong_boards(board: Board) -> (usize, Vec<String>) {
    let mut chance = Chance::new();
    let mut shared = 0;
    let mut wrong = Vec::new();
    for _ in 0..PERSONS {
        let person = chance.person();
        let today = chance.day_of(&person);
        let mut asked: BTreeMap<&Id, Vec<&Id>> = BTreeMap::new();
        for (_, step) in steps_of(&person) {
            asked.entry(step.key()).or_default().push(&step.id);
        }
        let shown = board(&CONTENT.care, &person, today);
        let alone: BTreeMap<&Id, Status> = all_of(status, &person, today).into_iter().collect();
        let mut seen = BTreeSet::new();
        for item in &shown.items {
            let mut parts: Vec<&Id> = item.parts.iter().map(|part| &part.step.id).collect();
            parts.sort_unstable();
            let mut expected = asked.get(item.key).cloned().unwrap_or_default();
            expected.sort_unstable();
            let first = item.parts.iter().map(|part| part.status.state).min();
            let is_same = item.parts.iter().all(|part| alone.get(&part.step.id) == Some(&part.status));
            if !is_same || !seen.insert(item.key) || parts != expected || first != Some(item.status.state) {
                wrong.push(format!("{} on {today} holds {parts:?}, not {expected:?}", item.key));
            }
            let pathways: BTreeSet<&Id> = item.parts.iter().map(|part| &part.pathway.id).collect();
            shared += usize::from(pathways.len() > 1);
        }
        if seen.len() != asked.len() || !shown.items.is_sorted_by_key(|item| item.status.state) {
            wrong.push(format!("{today}: {} items of {}, or not in order", seen.len(), asked.len()));
        }
    }
    (shared, wrong)
}

/// Steps that are not out of the way when they were dismissed or put off, or not back on their day.
fn not_renounced(engine: Engine) -> Vec<String> {
    let mut chance = Chance::new();
    let mut wrong = Vec::new();
    for _ in 0..PERSONS {
        let person = chance.person();
        let (pathway, step) = *chance.pick(&steps_of(&person));
        let today = chance.day_of(&person);
        let state = |person: &Person, day| engine(&CONTENT.care, pathway, step, person, day);
        let mut dismissed = person.clone();
        dismissed.dismissed.insert(step.id.clone(), Renunciation { event: 0, reason: String::new() });
        if state(&dismissed, today).state != State::NotConcerned {
            wrong.push(format!("{} was dismissed", step.id));
        }
        let until = plus(today, 30);
        let mut postponed = person.clone();
        postponed.postponed.insert(step.id.clone(), until);
        for day in [today, plus(until, -1), until, plus(until, 1)] {
            let before = state(&person, day);
            let is_pressing = matches!(before.state, State::Late | State::DueNow | State::ToDiscuss);
            let now = state(&postponed, day);
            let is_right = if day < until && is_pressing {
                (now.state, &now.reason, now.opens) == (State::ToCome, &Reason::Postponed, Some(until))
            } else {
                now == before
            };
            if !is_right {
                wrong.push(format!("{} put off to {until}, on {day}: {now:?}", step.id));
            }
        }
    }
    wrong
}

/// What is asked of somebody who has died.
fn asked_of_the_dead(engine: Engine) -> Vec<String> {
    let mut chance = Chance::new();
    let mut wrong = Vec::new();
    for _ in 0..PERSONS {
        let mut person = chance.person();
        let today = chance.day_of(&person);
        person.died = Some(plus(today, -i32::try_from(chance.below(3000)).unwrap()));
        let all = all_of(engine, &person, today).into_iter();
        wrong.extend(all.filter(|(_, found)| found.state != State::NotConcerned).map(|(id, _)| id.clone()));
    }
    wrong
}

/// Persons whose days are at the ends of the calendar, in the future or far apart, on such days.
fn unsound_at_the_ends(engine: Engine) -> Vec<String> {
    let day = |year| NaiveDate::from_ymd_opt(year, 2, 28).unwrap();
    let days = [NaiveDate::MIN, day(1906), day(2026), day(2400), day(9999), NaiveDate::MAX];
    let mut wrong = Vec::new();
    for (birth, other) in days.iter().flat_map(|birth| days.iter().map(move |other| (*birth, *other))) {
        let mut person = Person::new(1, other);
        person.birth = Some(birth);
        person.sex = Some(Sex::Female);
        person.pregnancy = Some(Pregnancy { due: other, ended: (birth < other).then_some(birth) });
        let facts = &CONTENT.care.draft().facts;
        person.facts = facts.iter().map(|fact| (fact.id.clone(), Answer::Yes)).collect();
        for pathway in CONTENT.care.pathways() {
            let dates = pathway.dates.iter().map(|date| (date.id.clone(), other)).collect();
            person.joined.insert(pathway.id.clone(), Joined { noted: birth, dates, ..Joined::default() });
        }
        for (_, step) in CONTENT.care.steps().step_by(2) {
            person.done.push(Done { event: 1, what: step.id.clone(), on: Some(other), noted: birth });
        }
        for today in days {
            wrong.extend(unsound(engine, &person, today));
            let is_empty = dashboard(&CONTENT.care, &person, today).items.is_empty();
            if is_empty || (today < birth && person.years(today).is_some()) {
                wrong.push(format!("{today}: born on {birth}, nothing: {is_empty}"));
            }
        }
    }
    wrong
}

/// Expects that nothing is wrong, and shows the beginning of what is.
fn none(wrong: &[String]) {
    let first: Vec<&str> = wrong.iter().take(40).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), first.join("\n"));
}

#[test]
fn every_step_has_a_sound_state_on_every_day() {
    none(&unsound_lives(status, PERSONS));
    none(&unsound_at_the_ends(status));
}

#[test]
fn the_order_of_notes_does_not_matter() {
    none(&ordered(status));
}

#[test]
fn what_several_pathways_ask_for_stands_there_once() {
    let (shared, wrong) = wrong_boards(dashboard);
    none(&wrong);
    assert!(shared > PERSONS, "{shared} items of several pathways");
}

#[test]
fn what_was_dismissed_or_put_off_is_out_of_the_way() {
    none(&not_renounced(status));
}

#[test]
fn nothing_is_asked_of_the_dead() {
    none(&asked_of_the_dead(status));
}

#[test]
fn engines_that_break_a_promise_are_refused() {
    fn reversed(care: &Care, pathway: &Pathway, step: &Step, person: &Person, today: NaiveDate) -> Status {
        let found = status(care, pathway, step, person, today);
        let state = match found.state {
            State::Late => State::Done,
            State::Done => State::Late,
            other => other,
        };
        Status { state, ..found }
    }
    fn forgetful(care: &Care, pathway: &Pathway, step: &Step, person: &Person, today: NaiveDate) -> Status {
        let mut other = Person { died: None, ..person.clone() };
        other.done.truncate(1);
        other.dismissed.remove(&step.id);
        other.postponed.remove(&step.id);
        status(care, pathway, step, &other, today)
    }
    fn twice<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
        let mut board = dashboard(care, person, today);
        let shared = board.items.iter().find(|item| item.parts.len() > 1).cloned();
        board.items.extend(shared);
        board
    }
    fn torn<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
        dashboard(care, &Person { booked: Sorted::default(), measured: Vec::new(), ..person.clone() }, today)
    }
    for wrong in [unsound_lives(reversed, 10), unsound_at_the_ends(reversed)] {
        assert!(!wrong.is_empty());
    }
    for wrong in [
        ordered(forgetful),
        not_renounced(forgetful),
        asked_of_the_dead(forgetful),
        wrong_boards(twice).1,
        wrong_boards(torn).1,
    ] {
        assert!(!wrong.is_empty());
    }
}
