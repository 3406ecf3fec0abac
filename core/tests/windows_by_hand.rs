//! Real dates, counted by hand from the reference: birthdays on 29 February, chains, catch-ups, campaigns. Then what
//! must hold of windows that close on something begun or overdue.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

mod common;

use chrono::NaiveDate;
use common::CONTENT;
use sentier_core::content::pathway::{AfterWindow, Pathway, Step, Window};
use sentier_core::content::{Care, Sex};
use sentier_core::pathway::{Done, Person, Pregnancy, State, Status, status};
use sentier_core::triage::Answer;

use State::{Done as IsDone, DueNow, Late, NotConcerned, ToCome, ToDiscuss};

type Engine = fn(&Care, &Pathway, &Step, &Person, NaiveDate) -> Status;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Somebody whom the record has known from birth, of whom some facts are true.
fn born(birth: &str, sex: Sex, facts: &[&str]) -> Person {
    let mut person = Person::new(1, day(birth));
    person.birth = Some(day(birth));
    person.sex = Some(sex);
    person.facts = facts.iter().map(|fact| ((*fact).to_owned(), Answer::Yes)).collect();
    person
}

/// The same, with some steps done, each noted on its day.
fn with(person: &Person, done: &[(&str, &str)]) -> Person {
    let mut person = person.clone();
    for (what, on) in done {
        person.done.push(Done { event: 1, what: (*what).to_owned(), on: Some(day(on)), noted: day(on) });
    }
    person
}

/// The state of a step on a day.
fn on(engine: Engine, person: &Person, step: &str, today: NaiveDate) -> State {
    let (pathway, step) = CONTENT.care.step(step).unwrap();
    engine(&CONTENT.care, pathway, step, person, today).state
}

/// Expects the states of a step on some days.
fn expect(person: &Person, step: &str, days: &[(&str, State)]) {
    for (today, state) in days {
        assert_eq!(on(status, person, step, day(today)), *state, "{step} on {today}");
    }
}

#[test]
fn a_birthday_on_29_february_is_on_the_28th_in_common_years() {
    let child = born("2024-02-29", Sex::Male, &[]);
    assert_eq!(child.years(day("2025-02-27")), Some(0));
    assert_eq!(child.years(day("2025-02-28")), Some(1));
    expect(&child, "EX20-10", &[("2025-02-27", ToCome), ("2025-02-28", DueNow)]);
    expect(&child, "EX20-10", &[("2025-03-28", DueNow), ("2025-03-29", Late)]);
    expect(&child, "VAC-ROR-1", &[("2025-02-27", ToCome), ("2025-02-28", DueNow), ("2025-03-29", Late)]);
    expect(&child, "EX20-14", &[("2027-02-27", ToCome), ("2027-02-28", DueNow)]);
    expect(&child, "EX20-15", &[("2028-02-28", ToCome), ("2028-02-29", DueNow)]);
}

#[test]
fn an_examination_in_the_course_of_the_ninth_month_is_from_8_to_9_months() {
    let child = born("2026-01-15", Sex::Female, &[]);
    expect(&child, "EX20-08", &[("2026-09-14", ToCome), ("2026-09-15", DueNow), ("2026-10-14", DueNow)]);
    expect(&child, "EX20-08", &[("2026-10-15", Late), ("2027-01-14", Late), ("2027-01-15", NotConcerned)]);
    let newcomer = Person { since: day("2026-10-15"), ..child };
    expect(&newcomer, "EX20-08", &[("2026-10-15", ToDiscuss), ("2027-01-15", NotConcerned)]);
}

#[test]
fn hpv_is_caught_up_until_the_eve_of_the_27th_birthday() {
    let person = born("2000-05-10", Sex::Male, &["hpv-incomplet"]);
    expect(&person, "VAC-HPV-11", &[("2011-05-09", ToCome), ("2011-05-10", DueNow)]);
    expect(&person, "VAC-HPV-11", &[("2015-05-09", DueNow), ("2015-05-10", NotConcerned)]);
    expect(&person, "VAC-HPV-15", &[("2015-05-09", ToCome), ("2015-05-10", DueNow)]);
    expect(&person, "VAC-HPV-15", &[("2027-05-09", DueNow), ("2027-05-10", NotConcerned)]);
    let begun = with(&person, &[("VAC-HPV-15", "2026-05-01")]);
    expect(&begun, "VAC-HPV-15", &[("2026-06-30", ToCome), ("2026-07-01", DueNow)]);
    let second = with(&begun, &[("VAC-HPV-15", "2026-07-02")]);
    expect(&second, "VAC-HPV-15", &[("2026-11-01", ToCome), ("2026-11-02", DueNow)]);
    let third = with(&second, &[("VAC-HPV-15", "2026-11-03")]);
    expect(&third, "VAC-HPV-15", &[("2026-11-03", IsDone), ("2027-05-10", IsDone)]);
}

#[test]
fn meningococci_are_caught_up_until_the_eve_of_the_25th_birthday() {
    let person = born("2002-09-01", Sex::Female, &["vaccins-en-retard"]);
    expect(&person, "VAC-ACWY-ADO", &[("2013-08-31", ToCome), ("2013-09-01", DueNow)]);
    expect(&person, "VAC-ACWY-ADO", &[("2017-08-31", DueNow), ("2017-09-01", NotConcerned)]);
    expect(&person, "VAC-ACWY-RAT", &[("2017-08-31", ToCome), ("2017-09-01", DueNow)]);
    expect(&person, "VAC-ACWY-RAT", &[("2027-08-31", DueNow), ("2027-09-01", NotConcerned)]);
    let done = with(&person, &[("VAC-ACWY-ADO", "2014-02-03")]);
    expect(&done, "VAC-ACWY-RAT", &[("2020-01-01", IsDone)]);
}

#[test]
fn boosters_are_due_at_25_45_65_75_and_85() {
    let person = born("1960-04-20", Sex::Male, &[]);
    for (step, opens, closes) in [
        ("VAC-DTP-25", "1985-04-20", Some("2005-04-20")),
        ("VAC-DTP-45", "2005-04-20", Some("2025-04-20")),
        ("VAC-DTP-65", "2025-04-20", Some("2035-04-20")),
        ("VAC-DTP-75", "2035-04-20", None),
    ] {
        let eve = |text| day(text).pred_opt().unwrap();
        assert_eq!(on(status, &person, step, eve(opens)), ToCome, "{step}");
        expect(&person, step, &[(opens, DueNow)]);
        if let Some(closes) = closes {
            assert_eq!(on(status, &person, step, eve(closes)), DueNow, "{step}");
            expect(&person, step, &[(closes, NotConcerned)]);
        }
    }
    // A booster counts for its own age alone.
    let done = with(&person, &[("VAC-DTP-45", "2006-01-01")]);
    expect(&done, "VAC-DTP-45", &[("2006-01-01", IsDone), ("2025-04-19", IsDone)]);
    expect(&done, "VAC-DTP-65", &[("2025-04-19", ToCome), ("2025-04-20", DueNow)]);
    let at_75 = with(&done, &[("VAC-DTP-75", "2035-05-01")]);
    expect(&at_75, "VAC-DTP-75", &[("2045-03-31", ToCome), ("2045-04-01", DueNow)]);
    expect(&at_75, "VAC-DTP-75", &[("2045-05-31", DueNow), ("2045-06-01", Late)]);
}

#[test]
fn smears_follow_each_other_and_lead_to_the_hpv_test() {
    let person = born("2000-06-15", Sex::Female, &[]);
    expect(&person, "DEP-CCU-25A", &[("2025-06-14", ToCome), ("2025-06-15", DueNow)]);
    expect(&person, "DEP-CCU-25A", &[("2030-06-14", DueNow), ("2030-06-15", NotConcerned)]);
    expect(&person, "DEP-CCU-25B", &[("2026-06-20", ToCome)]);
    expect(&person, "DEP-CCU-30", &[("2030-06-14", ToCome), ("2030-06-15", DueNow), ("2066-06-15", NotConcerned)]);
    let one = with(&person, &[("DEP-CCU-25A", "2025-06-20")]);
    expect(&one, "DEP-CCU-25B", &[("2026-06-19", ToCome), ("2026-06-20", DueNow), ("2026-08-19", DueNow)]);
    expect(&one, "DEP-CCU-25B", &[("2026-08-20", Late), ("2030-06-14", Late), ("2030-06-15", NotConcerned)]);
    let two = with(&one, &[("DEP-CCU-25B", "2026-06-25")]);
    expect(&two, "DEP-CCU-25C", &[("2029-06-24", ToCome), ("2029-06-25", DueNow), ("2029-09-24", DueNow)]);
    expect(&two, "DEP-CCU-25C", &[("2029-09-25", Late), ("2030-06-14", Late), ("2030-06-15", NotConcerned)]);
    expect(&two, "DEP-CCU-30", &[("2030-06-14", ToCome), ("2030-06-15", DueNow)]);
    let three = with(&two, &[("DEP-CCU-25C", "2029-07-01")]);
    expect(&three, "DEP-CCU-30", &[("2030-06-15", ToCome), ("2032-06-30", ToCome), ("2032-07-01", DueNow)]);
    expect(&three, "DEP-CCU-30R", &[("2032-07-01", ToCome)]);
    let tested = with(&three, &[("DEP-CCU-30", "2032-07-10")]);
    expect(&tested, "DEP-CCU-30", &[("2032-07-10", IsDone)]);
    expect(&tested, "DEP-CCU-30R", &[("2032-07-10", ToCome), ("2037-06-09", ToCome), ("2037-07-10", DueNow)]);
}

#[test]
fn the_colorectal_test_is_from_50_to_74() {
    let person = born("1976-10-05", Sex::Male, &[]);
    expect(&person, "DEP-CCR", &[("2026-10-04", ToCome), ("2026-10-05", DueNow)]);
    expect(&person, "DEP-CCR", &[("2051-10-04", DueNow), ("2051-10-05", NotConcerned)]);
    let done = with(&person, &[("DEP-CCR", "2026-11-01")]);
    expect(&done, "DEP-CCR", &[("2028-09-30", ToCome), ("2028-10-01", DueNow)]);
    expect(&done, "DEP-CCR", &[("2028-11-30", DueNow), ("2028-12-01", Late)]);
    expect(&with(&done, &[("DEP-CCR", "2050-01-10")]), "DEP-CCR", &[("2050-01-11", IsDone), ("2051-10-05", IsDone)]);
}

#[test]
fn the_first_ultrasound_is_from_11_weeks_to_13_weeks_and_6_days() {
    let mut person = born("1996-03-01", Sex::Female, &[]);
    // The last period began on 5 January.
    person.pregnancy = Some(Pregnancy { due: day("2026-10-19"), ended: None });
    expect(&person, "P01-ECHO1", &[("2026-03-22", ToCome), ("2026-03-23", DueNow), ("2026-04-12", DueNow)]);
    expect(&person, "P01-ECHO1", &[("2026-04-13", Late), ("2026-11-01", Late), ("2026-11-02", NotConcerned)]);
    person.pregnancy = Some(Pregnancy { due: day("2026-10-19"), ended: Some(day("2026-04-01")) });
    expect(&person, "P01-ECHO1", &[("2026-03-31", DueNow), ("2026-04-01", NotConcerned)]);
}

#[test]
fn the_flu_vaccine_is_due_once_in_each_campaign() {
    let person = born("1955-03-03", Sex::Female, &[]);
    expect(&person, "VAC-GRIPPE-65", &[("2025-10-13", ToCome), ("2025-10-14", DueNow)]);
    expect(&person, "VAC-GRIPPE-65", &[("2026-02-28", DueNow), ("2026-03-01", ToCome)]);
    expect(&person, "VAC-GRIPPE-65", &[("2030-10-14", ToCome), ("2030-10-15", DueNow)]);
    expect(&person, "VAC-GRIPPE-65", &[("2031-01-31", DueNow), ("2031-02-01", ToCome)]);
    let done = with(&person, &[("VAC-GRIPPE-65", "2030-11-03")]);
    expect(&done, "VAC-GRIPPE-65", &[("2030-11-02", DueNow), ("2030-11-03", IsDone), ("2031-01-31", IsDone)]);
    expect(&done, "VAC-GRIPPE-65", &[("2031-02-01", ToCome), ("2031-10-14", ToCome), ("2031-10-15", DueNow)]);
}

/// Series of which one dose was given on the first day: those still due or late when their window has closed for good.
fn unending_series(engine: Engine) -> Vec<String> {
    let mut unending = Vec::new();
    for (_, step) in CONTENT.care.steps().filter(|(_, step)| !step.timing.series.is_empty()) {
        let Window::Age { from: Some(from), below: Some(below) } = &step.timing.window else { continue };
        if matches!(step.timing.after_window, AfterWindow::CatchUp(_)) {
            continue;
        }
        let facts: Vec<&str> = step.condition.all_of.iter().map(String::as_str).collect();
        let born = born("2025-06-15", step.condition.sex.unwrap_or(Sex::Female), &facts);
        let birth = born.since;
        let first = from.after(birth).to_string();
        let begun = with(&born, &[(step.id.as_str(), first.as_str())]);
        let state = on(engine, &begun, &step.id, below.after(birth));
        if matches!(state, Late | DueNow | ToCome) {
            unending.push(format!("{} is {state:?} once its window has closed", step.id));
        }
    }
    unending
}

#[test]
fn a_begun_series_ends_with_its_window() {
    let unending = unending_series(status);
    assert!(unending.is_empty(), "{}", unending.join("\n"));
}

#[test]
fn an_engine_that_never_ends_a_series_is_refused() {
    fn unending(care: &Care, pathway: &Pathway, step: &Step, person: &Person, today: NaiveDate) -> Status {
        Status { state: Late, ..status(care, pathway, step, person, today) }
    }
    assert!(!unending_series(unending).is_empty());
}

#[test]
fn a_second_hpv_test_is_late_a_month_after_its_day() {
    let tested = with(&born("2000-06-15", Sex::Female, &[]), &[("DEP-CCU-30", "2032-07-10")]);
    expect(&tested, "DEP-CCU-30R", &[("2037-08-09", DueNow), ("2037-08-10", Late)]);
}

#[test]
fn no_hpv_test_is_to_come_after_65() {
    let tested = with(&born("2000-06-15", Sex::Female, &[]), &[("DEP-CCU-30R", "2062-07-10")]);
    for today in ["2062-07-11", "2066-06-14", "2066-06-15", "2067-07-10"] {
        let state = on(status, &tested, "DEP-CCU-30R", day(today));
        assert!(matches!(state, IsDone | NotConcerned), "{state:?} on {today}");
    }
}

#[test]
fn what_is_to_be_caught_up_is_not_done_because_its_window_closed() {
    // The last control was at 63, and each is due a year after the one before.
    let person = born("2000-06-15", Sex::Female, &["hpv-positif"]);
    let done = with(&person, &[("DEP-CCU-POS", "2063-09-01")]);
    expect(&done, "DEP-CCU-POS", &[("2066-06-14", Late), ("2066-06-15", Late)]);
}
