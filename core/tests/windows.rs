//! The days on which every step of the content opens, closes, comes again and is late, as its content and the
//! conventions of the product say. Each proof is a function of the engine, so that it can be fed one that is broken.
//! Real dates, counted by hand, are in `windows_by_hand.rs`.
#![allow(missing_docs, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use chrono::NaiveDate;
use common::CONTENT;
use sentier_core::content::pathway::{AfterWindow, Entry, Pathway, Step, StepStatus, Window};
use sentier_core::content::{Care, Period, Sex};
use sentier_core::pathway::{Done, Joined, Person, Pregnancy, Reason, State, Status, status};
use sentier_core::triage::Answer;

type Engine = fn(&Care, &Pathway, &Step, &Person, NaiveDate) -> Status;

/// A day, and what must be found on it.
type Row = (&'static str, NaiveDate, State, Reason);

/// Days from which windows are counted: a leap day, the end of a month, an ordinary day.
const ZEROS: [&str; 3] = ["2024-02-29", "2026-01-31", "2025-06-15"];

/// How many steps of the present content have a window and come once, and how many come again and again.
const ONCE: usize = 148;
const REPEATED: usize = 83;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plus(day: NaiveDate, days: i32) -> NaiveDate {
    Period::days(days).after(day)
}

fn years(count: i32) -> Period {
    Period::months(count * 12)
}

fn done(what: &str, on: NaiveDate) -> Done {
    Done { event: 1, what: what.to_owned(), on: Some(on), noted: on }
}

/// Somebody whom a step concerns, and the days of its window for them.
struct Case {
    person: Person,
    zero: NaiveDate,
    opens: NaiveDate,
    closes: Option<NaiveDate>,
    /// From this day on it is not caught up.
    limit: Option<NaiveDate>,
}

/// Somebody whom a step concerns, known to the record for two years before the day from which its window is counted.
fn case(pathway: &Pathway, step: &Step, zero: NaiveDate) -> Option<Case> {
    let since = years(2).before(zero);
    let mut person = Person::new(1, since);
    person.birth = Some(years(25).before(zero));
    person.sex = Some(step.condition.sex.unwrap_or(Sex::Female));
    let mut joined = Joined { noted: since, ..Joined::default() };
    for fact in step.condition.all_of.iter().chain(&step.condition.any_of) {
        person.facts.insert(fact.clone(), Answer::Yes);
    }
    for fact in &step.condition.unless {
        person.facts.insert(fact.clone(), Answer::No);
    }
    let (from, below) = match &step.timing.window {
        Window::Always => (Period::default(), None),
        Window::Age { from, below } => {
            person.birth = Some(zero);
            (from.unwrap_or_default(), *below)
        }
        Window::Weeks { from, below } => {
            person.pregnancy = Some(Pregnancy { due: plus(zero, 287), ended: None });
            (Period::days(from * 7), below.map(|below| Period::days(below * 7)))
        }
        Window::Date { date, from, below } => {
            if date == Care::BIRTH {
                person.pregnancy = Some(Pregnancy { due: zero, ended: Some(zero) });
            } else {
                joined.dates.insert(date.clone(), zero);
            }
            (*from, *below)
        }
        Window::Step { step: other, from, below } => {
            person.done.push(done(other, zero));
            (*from, *below)
        }
    };
    if pathway.entry != Entry::Everybody {
        person.joined.insert(pathway.id.clone(), joined);
    }
    let birth = person.birth?;
    if step.condition.born_from.is_some_and(|from| birth < from) {
        return None;
    }
    let age = match &step.timing.after_window {
        AfterWindow::CatchUp(below) => below.map(|below| below.after(birth)),
        _ => None,
    };
    // A pregnancy whose end was not noted is over after 43 weeks.
    let term = matches!(step.timing.window, Window::Weeks { .. }).then(|| plus(zero, 43 * 7));
    let limit = age.into_iter().chain(term).min();
    Some(Case { person, zero, opens: from.after(zero), closes: below.map(|below| below.after(zero)), limit })
}

/// What must be found on a day, where the step is only to be known, depends on what cannot be asked, or on a pregnancy.
fn row(step: &Step, case: &Case, when: &'static str, day: NaiveDate, state: State, reason: Reason) -> Row {
    let is_information = step.status == StepStatus::Information;
    let depends = step.condition.depends.is_some();
    let for_pregnant = step.condition.all_of.iter().any(|fact| fact == Care::PREGNANT);
    let is_pregnant = case.zero <= day && day < plus(case.zero, 43 * 7);
    let (state, reason) = match state {
        _ if for_pregnant && !is_pregnant => (State::NotConcerned, Reason::NotSo(vec![Care::PREGNANT.to_owned()])),
        State::DueNow | State::Late if is_information => (State::ToDiscuss, Reason::NoDay),
        State::ToCome if is_information => (State::NotConcerned, reason),
        State::DueNow | State::Late if depends => (State::ToDiscuss, Reason::Depends),
        State::ToCome if depends => (State::ToCome, Reason::Depends),
        _ => (state, reason),
    };
    (when, day, state, reason)
}

fn refusals(engine: Engine, pathway: &Pathway, step: &Step, person: &Person, rows: Vec<Row>) -> Vec<String> {
    let mut refused = Vec::new();
    for (when, today, state, reason) in rows {
        let found = engine(&CONTENT.care, pathway, step, person, today);
        if (found.state, &found.reason) != (state, &reason) {
            let Status { state: is, reason: why, .. } = found;
            refused.push(format!("{} {when}, {today}: {is:?} {why:?}, not {state:?} {reason:?}", step.id));
        }
    }
    refused
}

/// Steps that come once: how many, and what is wrong around the first and the last day of their windows.
fn wrong_windows(engine: Engine) -> (usize, Vec<String>) {
    let mut covered = 0;
    let mut wrong = Vec::new();
    for (pathway, step) in CONTENT.care.steps() {
        let timing = &step.timing;
        let is_other = timing.every.is_some() || timing.season.is_some() || timing.wait.is_some();
        if is_other || timing.window == Window::Always {
            continue;
        }
        let cases: Vec<Case> = ZEROS.iter().filter_map(|zero| case(pathway, step, day(zero))).collect();
        covered += usize::from(!cases.is_empty());
        for case in &cases {
            let (rows, newcomer) = never_done(step, case);
            wrong.extend(refusals(engine, pathway, step, &case.person, rows));
            let since = case.closes.unwrap_or(case.person.since);
            wrong.extend(refusals(engine, pathway, step, &Person { since, ..case.person.clone() }, newcomer));
            for (on, rows) in done_once(step, case) {
                let mut person = case.person.clone();
                person.done.push(done(&step.id, on));
                wrong.extend(refusals(engine, pathway, step, &person, rows));
            }
        }
    }
    (covered, wrong)
}

/// Nothing was noted: for somebody whom the record has known all along, and for somebody who came on the day it closed.
fn never_done(step: &Step, case: &Case) -> (Vec<Row>, Vec<Row>) {
    let row = |when, day, state, reason| row(step, case, when, day, state, reason);
    let eve = plus(case.opens, -1);
    let before = match &step.timing.window {
        Window::Step { step: other, .. } if eve < case.zero => {
            ("before", eve, State::ToCome, Reason::After(other.clone()))
        }
        _ => row("the day before it opens", eve, State::ToCome, Reason::BeforeWindow),
    };
    let mut rows = vec![before, row("its first day", case.opens, State::DueNow, Reason::InWindow)];
    let mut newcomer = Vec::new();
    let Some(closes) = case.closes else {
        rows.push(row("much later", years(40).after(case.opens), State::DueNow, Reason::InWindow));
        return (rows, newcomer);
    };
    rows.push(row("its last day", plus(closes, -1), State::DueNow, Reason::InWindow));
    let after = |state, reason| row("the day after its last", closes, state, reason);
    match &step.timing.after_window {
        AfterWindow::Nothing | AfterWindow::Lost => rows.push(after(State::NotConcerned, Reason::WindowClosed)),
        AfterWindow::Discuss => {
            rows.push(after(State::ToDiscuss, Reason::WindowClosed));
            rows.push(row("a year later", years(1).after(closes), State::NotConcerned, Reason::WindowClosed));
        }
        AfterWindow::Next(next) => rows.push(after(State::NotConcerned, Reason::TakenOver(next.clone()))),
        AfterWindow::CatchUp(_) => {
            rows.push(after(State::Late, Reason::CatchUp));
            // What counts from a day is asked about, and no longer late, after a year.
            let counts_from_day = matches!(step.timing.window, Window::Date { .. });
            let year = years(1).after(closes);
            let last = match case.limit {
                Some(limit) => plus(limit, -1),
                None if counts_from_day => plus(year, -1),
                None => years(10).after(closes),
            };
            if counts_from_day && case.limit.is_none_or(|limit| year < limit) {
                rows.push(row("a year later", year, State::ToDiscuss, Reason::NothingNoted));
            }
            rows.push(row("the last day of catching up", last, State::Late, Reason::CatchUp));
            rows.extend(case.limit.map(|limit| row("too late", limit, State::NotConcerned, Reason::WindowClosed)));
            if matches!(step.timing.window, Window::Step { .. }) {
                // The step before was noted, so this one is known to be due: a month to learn of it.
                let month = Period::months(1).after(closes);
                newcomer.push(row("new to the record", closes, State::DueNow, Reason::CatchUp));
                newcomer.push(row("known for a month", month, State::Late, Reason::CatchUp));
            } else {
                newcomer.push(row("new to the record", closes, State::ToDiscuss, Reason::NothingNoted));
            }
        }
    }
    (rows, newcomer)
}

/// Done on the day before it opens, on its first day, on its last: what is found then and later.
fn done_once(step: &Step, case: &Case) -> Vec<(NaiveDate, Vec<Row>)> {
    if !step.timing.series.is_empty() {
        return Vec::new();
    }
    let row = |when, day, state, reason| row(step, case, when, day, state, reason);
    let early = if step.timing.counts_ever {
        row("done before it opened, which counts", case.opens, State::Done, Reason::Done)
    } else {
        row("done before it opened, which does not count", case.opens, State::DueNow, Reason::InWindow)
    };
    let mut all = vec![(plus(case.opens, -1), vec![early])];
    for on in [Some(case.opens), case.closes.map(|closes| plus(closes, -1))].into_iter().flatten() {
        let later = years(10).after(on);
        let rows = [("done today", on), ("done long ago", later)];
        all.push((on, rows.map(|(when, day)| row(when, day, State::Done, Reason::Done)).to_vec()));
    }
    all
}

/// The convention of the product: a month before and after where it comes twice a year or less often, a week and a
/// month where quarterly, a week and a fortnight where monthly, not at all else.
fn leeway(every: Period) -> [Period; 2] {
    match every.parts() {
        (6.., _) => [Period::months(1), Period::months(1)],
        (3.., _) => [Period::days(7), Period::months(1)],
        (1.., _) => [Period::days(7), Period::days(14)],
        (_, days) => {
            assert!(days < 28, "say here how much leeway {days} days have");
            [Period::days(0), Period::days(0)]
        }
    }
}

/// Why a step that was left off is no longer due.
fn after(step: &Step) -> Reason {
    match &step.timing.after_window {
        AfterWindow::Next(next) => Reason::TakenOver(next.clone()),
        _ => Reason::WindowClosed,
    }
}

/// Steps that come again: due around their day, late after it and after the month that the record has to learn of it.
fn wrong_repeats(engine: Engine) -> (usize, Vec<String>) {
    let mut covered = 0;
    let mut wrong = Vec::new();
    for (pathway, step) in CONTENT.care.steps().filter(|(_, step)| step.timing.wait.is_none()) {
        let Some(every) = step.timing.every else { continue };
        let cases: Vec<Case> = ZEROS.iter().filter_map(|zero| case(pathway, step, day(zero))).collect();
        covered += usize::from(!cases.is_empty());
        for mut case in cases {
            let first = row(step, &case, "never noted", case.opens, State::DueNow, Reason::InWindow);
            wrong.extend(refusals(engine, pathway, step, &case.person, vec![first]));
            case.person.done.push(done(&step.id, case.opens));
            let next = every.after(case.opens);
            let [early, late] = leeway(every);
            let opens = early.before(next);
            let late_from = late.after(next).max(Period::months(1).after(case.opens));
            let row = |when, day, state, reason| row(step, &case, when, day, state, reason);
            let mut rows = vec![
                row("the day before it is due again", plus(opens, -1), State::ToCome, Reason::Again),
                row("the day it is due again", opens, State::DueNow, Reason::Again),
                row("the day before it is late", plus(late_from, -1), State::DueNow, Reason::Again),
                row("the day it is late", late_from, State::Late, Reason::Again),
            ];
            rows.retain(|(_, day, ..)| case.closes.is_none_or(|closes| *day < closes));
            let ends = case.closes.filter(|_| !matches!(step.timing.after_window, AfterWindow::CatchUp(_)));
            // Done to the end, or left off before it.
            rows.extend(ends.map(|closes| match closes <= next {
                true => row("done, and its window closed", closes, State::Done, Reason::Done),
                false => row("left off, and its window closed", closes, State::NotConcerned, after(step)),
            }));
            wrong.extend(refusals(engine, pathway, step, &case.person, rows));
        }
    }
    (covered, wrong)
}

#[test]
fn every_window_opens_and_closes_on_its_day() {
    let (covered, wrong) = wrong_windows(status);
    assert!(covered >= ONCE, "{covered} steps");
    assert!(wrong.is_empty(), "{} wrong in {covered} steps\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_repeated_step_is_due_and_late_on_its_day() {
    let (covered, wrong) = wrong_repeats(status);
    assert!(covered >= REPEATED, "{covered} steps");
    assert!(wrong.is_empty(), "{} wrong in {covered} steps\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_engine_that_is_a_day_behind_or_takes_late_for_done_is_refused() {
    fn behind(care: &Care, pathway: &Pathway, step: &Step, person: &Person, today: NaiveDate) -> Status {
        status(care, pathway, step, person, plus(today, -1))
    }
    fn reversed(care: &Care, pathway: &Pathway, step: &Step, person: &Person, today: NaiveDate) -> Status {
        let found = status(care, pathway, step, person, today);
        let state = match found.state {
            State::Late => State::Done,
            State::Done => State::Late,
            other => other,
        };
        Status { state, ..found }
    }
    for broken in [behind as Engine, reversed] {
        assert!(!wrong_windows(broken).1.is_empty());
        assert!(!wrong_repeats(broken).1.is_empty());
    }
}
