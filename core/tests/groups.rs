//! The groups in which the dashboard shows things: what there is to do or to talk about stands in one of them, whoever and
//! whenever, and in no two. Each proof is a function of the board, so that it can be fed one that is broken.
#![allow(missing_docs, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

#[path = "common/chance.rs"]
mod chance;
mod common;

use std::collections::BTreeSet;

use chance::{Chance, plus};
use chrono::NaiveDate;
use common::CONTENT;
use sentier_core::content::{Care, Id};
use sentier_core::pathway::plan::{MOST_LINES, plan};
use sentier_core::pathway::{Booked, Dashboard, Item, Person, Reason, State, dashboard};

type Board = for<'a> fn(&'a Care, &Person, NaiveDate) -> Dashboard<'a>;

/// So many persons by chance, besides those of content.
const PERSONS: usize = 600;

/// The example persons on all their days and every week of the three years around them, without an appointment and with
/// some; and random persons on random days.
fn scenes() -> Vec<(Person, NaiveDate)> {
    let mut chance = Chance::new();
    let mut all = Vec::new();
    for example in &CONTENT.people {
        let known = example.days.iter().map(|day| day.today);
        let first = known.clone().min().unwrap();
        for today in known.chain((-26..130).map(|week| plus(first, week * 7))) {
            all.push((example.person.clone(), today));
            let mut booked = example.person.clone();
            let board = dashboard(&CONTENT.care, &example.person, today);
            for item in &board.items {
                if chance.below(4) == 0 {
                    booked.booked.insert(item.key.clone(), Booked { event: 1, on: chance.day(today, 900) });
                }
            }
            all.push((booked, today));
        }
    }
    for _ in 0..PERSONS {
        let person = chance.person();
        let today = chance.day_of(&person);
        all.push((person, today));
    }
    all
}

/// Every group and the keys in it; within others stands what the thing is shown in which it stands.
fn groups<'b>(board: &'b Dashboard<'_>, person: &Person, today: NaiveDate) -> Vec<(&'static str, Vec<&'b Id>)> {
    let next: Vec<&Item<'_>> = board.next().collect();
    let [to_discuss, to_know] = board.to_discuss();
    let within = next.iter().flat_map(|item| board.within(item)).collect();
    let groups: [(&str, Vec<&Item<'_>>); 9] = [
        ("next", next),
        ("within", within),
        ("appointments", board.appointments()),
        ("habits", board.habits().collect()),
        ("ahead", board.ahead(today).collect()),
        ("to discuss", to_discuss),
        ("to know", to_know),
        ("done", board.in_state(State::Done).collect()),
        ("set aside", board.set_aside(person, today).collect()),
    ];
    groups.map(|(name, items)| (name, items.into_iter().map(|item| item.key).collect())).into()
}

/// Things that are to be shown and stand in no group, or that stand in several.
fn lost_or_twice(board: Board) -> Vec<String> {
    let mut wrong = BTreeSet::new();
    for (person, today) in scenes() {
        let board = board(&CONTENT.care, &person, today);
        let groups = groups(&board, &person, today);
        for item in &board.items {
            let places: Vec<&str> = groups
                .iter()
                .flat_map(|(name, keys)| keys.iter().filter(|key| **key == item.key).map(|_| *name))
                .collect();
            let is_open = matches!(item.status.state, State::Late | State::DueNow | State::ToDiscuss | State::Done);
            let is_ahead = item.parts.iter().any(|part| part.status.is_ahead(today));
            if places.len() > 1 || (places.is_empty() && (is_open || is_ahead)) {
                wrong.insert(format!("{} in {places:?}: {:?} {:?}", item.key, item.status.state, item.status.reason));
            }
        }
    }
    wrong.into_iter().collect()
}

/// Things in a group that does not speak of them, and groups that are not in order.
fn misplaced(board: Board) -> Vec<String> {
    let mut wrong = BTreeSet::new();
    for (person, today) in scenes() {
        let board = board(&CONTENT.care, &person, today);
        let item = |key: &Id| board.items.iter().find(|item| item.key == key).unwrap();
        for (name, keys) in groups(&board, &person, today) {
            for item in keys.iter().map(|key| item(key)) {
                let state = item.status.state;
                let is_due = matches!(state, State::Late | State::DueNow);
                let is_booked = person.booked.get(item.key).is_some_and(|booked| today <= booked.on);
                let is_right = match name {
                    "next" => is_due && !item.is_habit() && item.within.is_none(),
                    "within" => is_due && item.within.is_some(),
                    "appointments" => is_booked && state == State::ToCome,
                    "habits" => item.is_habit() && (is_due || state == State::ToCome),
                    "ahead" => state == State::ToCome && !item.is_habit() && !is_booked,
                    "to discuss" => state == State::ToDiscuss && !item.is_information(),
                    "to know" => state == State::ToDiscuss && item.is_information(),
                    "done" => state == State::Done,
                    _ => state == State::NotConcerned && item.status.reason != Reason::Died,
                };
                if !is_right {
                    wrong.insert(format!("{} in {name}: {:?}", item.key, item.status));
                }
            }
        }
        let days: Vec<_> = board.appointments().iter().map(|item| item.status.opens).collect();
        if !days.is_sorted() {
            wrong.insert(format!("appointments on {days:?}"));
        }
    }
    wrong.into_iter().collect()
}

/// Plans that are too full, in another order than that of the groups, or say something twice.
fn wrong_plans(board: Board) -> Vec<String> {
    let mut wrong = BTreeSet::new();
    for (person, today) in scenes() {
        let board = board(&CONTENT.care, &person, today);
        let found = plan(&board, today);
        let parts = [&found.booked, &found.due, &found.ahead];
        let lines: Vec<&Id> = parts.into_iter().flatten().map(|item| item.key).collect();
        let distinct: BTreeSet<&Id> = lines.iter().copied().collect();
        let waiting = board.appointments().len() + board.next().count();
        let shown = lines.len();
        let is_full = shown == MOST_LINES;
        let leaves_out_rightly = if found.left_out > 0 { is_full } else { shown >= waiting };
        if shown > MOST_LINES || distinct.len() < shown || !leaves_out_rightly {
            wrong.insert(format!("{today}: {shown} lines, {} left out: {lines:?}", found.left_out));
        }
    }
    wrong.into_iter().collect()
}

fn none(wrong: &[String]) {
    let first: Vec<&str> = wrong.iter().take(30).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), first.join("\n"));
}

#[test]
fn nothing_falls_between_the_groups_or_stands_in_two() {
    none(&lost_or_twice(dashboard));
}

#[test]
fn every_group_holds_what_it_says() {
    none(&misplaced(dashboard));
}

#[test]
fn every_plan_fits_on_its_page() {
    none(&wrong_plans(dashboard));
}

/// What is for another age or sex, or was never asked, was set aside by nobody.
#[test]
fn what_is_set_aside_is_the_persons_own_or_was_theirs_within_a_year() {
    let mut wrong = BTreeSet::new();
    for (person, today) in scenes() {
        let board = dashboard(&CONTENT.care, &person, today);
        for item in board.set_aside(&person, today) {
            let reason = &item.status.reason;
            let is_theirs = match reason {
                Reason::NotSo(facts) => facts.iter().any(|fact| person.facts.contains_key(fact)),
                _ => true,
            };
            let is_long_ago = item.status.closes.is_some_and(|closes| plus(closes, 366) <= today);
            if !is_theirs || is_long_ago {
                wrong.insert(format!("{}: {reason:?}", item.key));
            }
        }
    }
    none(&wrong.into_iter().collect::<Vec<_>>());
}

#[test]
fn boards_that_lose_double_or_misplace_things_are_refused() {
    fn swallowed<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
        let mut board = dashboard(care, person, today);
        // Each within itself: nothing is left in which it could stand.
        board.items.iter_mut().for_each(|item| item.within = Some(item.key));
        board
    }
    fn doubled<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
        let mut board = dashboard(care, person, today);
        board.items.extend(board.items.clone());
        board
    }
    fn late<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
        let mut board = dashboard(care, person, today);
        board.items.iter_mut().for_each(|item| item.status.reason = Reason::Booked);
        board
    }
    for broken in [swallowed as Board, doubled] {
        assert!(!lost_or_twice(broken).is_empty());
    }
    assert!(!misplaced(late).is_empty());
    assert!(!wrong_plans(doubled).is_empty());
}
