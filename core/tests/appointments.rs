//! Appointments, what comes after a window that is discussed, campaigns that are over and facts that follow from others:
//! real steps on real days, counted by hand.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

mod common;

use chrono::NaiveDate;
use common::CONTENT;
use sentier_core::content::{Care, Id, Sex};
use sentier_core::pathway::{Person, Pregnancy, Reason, State, Status, status};
use sentier_core::record::{Event, Record, What};
use sentier_core::triage::Answer;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A person whose record has known them since 2020, with what was noted since, each on its day.
fn person(birth: &str, sex: Sex, noted: &[(&str, What)]) -> Person {
    let first = [("2020-01-01", What::Born(day(birth))), ("2020-01-01", What::SexIs(sex))];
    let all = first.iter().chain(noted).zip(1..);
    let events = all.map(|((on, what), id)| Event { id, person: 1, noted: day(on), what: what.clone() });
    Record::of(events.collect()).person(1).unwrap().clone()
}

fn done(what: &str, on: &str) -> What {
    What::Done { what: what.to_owned(), on: Some(day(on)) }
}

fn booked(what: &str, on: &str) -> What {
    What::Booked { what: what.to_owned(), on: day(on) }
}

fn at(person: &Person, step: &str, on: &str) -> Status {
    let (pathway, step) = CONTENT.care.step(step).unwrap();
    status(&CONTENT.care, pathway, step, person, day(on))
}

fn state(person: &Person, step: &str, on: &str) -> (State, Reason) {
    let found = at(person, step, on);
    (found.state, found.reason)
}

/// A man of 56 whose screening of the bowel, every two years, has been late since 20 February, and what he noted since.
fn late(noted: &[(&str, What)]) -> Person {
    let screened = [("2024-01-20", done("DEP-CCR", "2024-01-20"))];
    person("1970-01-01", Sex::Male, &[&screened, noted].concat())
}

#[test]
fn what_is_late_is_to_come_until_the_day_of_its_appointment_is_over() {
    let waiting = late(&[("2026-11-02", booked("DEP-CCR", "2026-11-30"))]);
    assert_eq!(state(&late(&[]), "DEP-CCR", "2026-11-21").0, State::Late, "without an appointment");
    for today in ["2026-11-21", "2026-11-29", "2026-11-30"] {
        let found = at(&waiting, "DEP-CCR", today);
        assert_eq!((found.state, found.reason), (State::ToCome, Reason::Booked), "{today}");
        assert_eq!(found.opens, Some(day("2026-11-30")));
        assert_eq!(found.last, Some(day("2024-01-20")), "what is known of it stays");
    }
    assert_eq!(state(&waiting, "DEP-CCR", "2026-12-01"), (State::Late, Reason::Again));
}

#[test]
fn what_is_done_needs_no_appointment_and_an_older_deed_changes_none() {
    let booking = || ("2026-11-02", booked("DEP-CCR", "2026-11-30"));
    let went = late(&[booking(), ("2026-11-30", done("DEP-CCR", "2026-11-30"))]);
    assert_eq!(state(&went, "DEP-CCR", "2026-11-30"), (State::ToCome, Reason::Again));
    let remembers = late(&[booking(), ("2026-11-20", done("DEP-CCR", "2022-01-10"))]);
    assert_eq!(state(&remembers, "DEP-CCR", "2026-11-21"), (State::ToCome, Reason::Booked));
    let other = late(&[booking(), ("2026-11-20", done("HTA", "2026-11-20"))]);
    assert_eq!(state(&other, "DEP-CCR", "2026-11-21"), (State::ToCome, Reason::Booked));
}

#[test]
fn an_appointment_is_stronger_than_putting_off_and_weaker_than_a_refusal_or_a_death() {
    let step = || "DEP-CCR".to_owned();
    let booking = ("2026-11-02", booked("DEP-CCR", "2026-11-30"));
    let put_off = ("2026-11-03", What::Postponed { step: step(), until: day("2027-01-01") });
    let both = late(&[booking.clone(), put_off]);
    assert_eq!(state(&both, "DEP-CCR", "2026-11-30"), (State::ToCome, Reason::Booked));
    assert_eq!(state(&both, "DEP-CCR", "2026-12-01"), (State::ToCome, Reason::Postponed));
    let refused = ("2026-11-03", What::Dismissed { step: step(), reason: String::new() });
    assert_eq!(state(&late(&[booking.clone(), refused]), "DEP-CCR", "2026-11-21").0, State::NotConcerned);
    let dead = late(&[booking.clone(), ("2026-11-03", What::Died(day("2026-11-03")))]);
    assert_eq!(state(&dead, "DEP-CCR", "2026-11-21"), (State::NotConcerned, Reason::Died));
    // Nor is what is for the other sex brought to a man by an appointment.
    let breasts = late(&[("2026-11-02", booked(CONTENT.care.key("DEP-SEIN"), "2026-11-30"))]);
    assert_eq!(state(&breasts, "DEP-SEIN", "2026-11-21"), (State::NotConcerned, Reason::OtherSex));
}

/// A test at birth, between the second and the fourth day of life.
#[test]
fn what_was_missed_is_spoken_of_for_a_year() {
    let child = person("2025-06-01", Sex::Male, &[]);
    assert_eq!(state(&child, "DNN", "2025-06-04").0, State::DueNow);
    for today in ["2025-06-05", "2026-06-04"] {
        assert_eq!(state(&child, "DNN", today), (State::ToDiscuss, Reason::WindowClosed), "{today}");
    }
    assert_eq!(state(&child, "DNN", "2026-06-05"), (State::NotConcerned, Reason::WindowClosed));
}

/// A woman of 30 whose pregnancy is expected to end on a day, and what was noted.
fn pregnant(due: &str, ended: Option<&str>, noted: &[(&str, What)]) -> Person {
    let pregnancy = Pregnancy { due: day(due), ended: ended.map(day) };
    Person { pregnancy: Some(pregnancy), ..person("1996-01-01", Sex::Female, noted) }
}

#[test]
fn in_a_pregnancy_what_was_missed_is_spoken_of_to_its_end() {
    // Week 0 begins on 20 January, week 14 on 28 April, week 43 on 17 November.
    let waiting = pregnant("2026-11-03", None, &[]);
    assert_eq!(state(&waiting, "P01-T21", "2026-04-27").0, State::DueNow);
    for today in ["2026-04-28", "2026-11-16"] {
        assert_eq!(state(&waiting, "P01-T21", today), (State::ToDiscuss, Reason::WindowClosed), "{today}");
    }
    assert_eq!(state(&waiting, "P01-T21", "2026-11-17"), (State::NotConcerned, Reason::WindowClosed));
    let ended = pregnant("2026-11-03", Some("2026-06-10"), &[]);
    assert_eq!(state(&ended, "P01-T21", "2026-06-09").0, State::ToDiscuss);
    assert_eq!(state(&ended, "P01-T21", "2026-06-10"), (State::NotConcerned, Reason::WindowClosed));
}

#[test]
fn a_vaccine_of_a_campaign_done_in_its_window_is_done_after_it_closed() {
    // Week 32 begins on 13 October, week 37 on 17 November.
    let vaccinated = pregnant("2026-12-15", None, &[("2026-10-20", done("VAC-G-VRS", "2026-10-20"))]);
    for today in ["2026-10-20", "2026-11-16", "2026-11-17", "2026-12-14"] {
        let found = at(&vaccinated, "VAC-G-VRS", today);
        assert_eq!((found.state, found.last), (State::Done, Some(day("2026-10-20"))), "{today}");
    }
    let missed = pregnant("2026-12-15", None, &[]);
    assert_eq!(state(&missed, "VAC-G-VRS", "2026-11-16").0, State::DueNow);
    assert_eq!(state(&missed, "VAC-G-VRS", "2026-11-17"), (State::ToDiscuss, Reason::WindowClosed));
    // What was done in another pregnancy says nothing of this one.
    let before = pregnant("2026-12-15", None, &[("2024-10-20", done("VAC-G-VRS", "2024-10-20"))]);
    assert_eq!(state(&before, "VAC-G-VRS", "2026-11-17").0, State::ToDiscuss);
}

#[test]
fn a_vaccine_of_a_campaign_stays_done_when_the_campaign_ends_before_the_window() {
    // Week 32 begins on 10 January, week 37 on 14 February; the campaign is over on 31 January.
    let vaccinated = pregnant("2027-03-14", None, &[("2027-01-15", done("VAC-G-VRS", "2027-01-15"))]);
    for today in ["2027-01-31", "2027-02-01", "2027-02-13", "2027-02-14"] {
        assert_eq!(at(&vaccinated, "VAC-G-VRS", today).state, State::Done, "{today}");
    }
}

#[test]
fn a_fact_that_follows_from_another_is_true_with_it() {
    let said = |fact: &str, answer| ("2026-01-01", What::Said { fact: fact.to_owned(), answer });
    let truth = |noted: &[(&str, What)], fact: &str| {
        person("1970-01-01", Sex::Male, noted).fact(&CONTENT.care, fact, day("2026-11-21"))
    };
    assert_eq!(truth(&[], "maladie-chronique"), None);
    let sugar = said("diabete", Answer::Yes);
    for fact in ["maladie-chronique", "risque-renal"] {
        assert_eq!(truth(std::slice::from_ref(&sugar), fact), Some(true), "{fact}");
        assert_eq!(truth(&[said(fact, Answer::No), sugar.clone()], fact), Some(true), "{fact} contradicted");
        assert_eq!(truth(&[said(fact, Answer::Unknown), sugar.clone()], fact), Some(true), "{fact} unknown");
    }
    for answer in [Answer::No, Answer::Unknown] {
        assert_eq!(truth(&[said("diabete", answer)], "maladie-chronique"), None, "nothing follows from {answer:?}");
    }
    assert_eq!(truth(&[said("maladie-chronique", Answer::Yes)], "diabete"), None, "nor the other way round");
    // What is for whoever is chronically ill is for a diabetic who did not say so.
    let [well, ill] = [vec![], vec![sugar]].map(|noted| person("1990-01-01", Sex::Male, &noted));
    assert_ne!(state(&well, "VAC-GRIPPE-RISQ", "2026-11-21").0, State::DueNow);
    assert_eq!(state(&ill, "VAC-GRIPPE-RISQ", "2026-11-21").0, State::DueNow);
}

/// One look suffices: what follows from what follows is written out.
#[test]
fn content_says_all_that_follows_from_a_fact() {
    let care: &Care = &CONTENT.care;
    let facts = care.draft().facts.iter().map(|fact| (&fact.id, &fact.implies));
    let all: Vec<(&Id, &Vec<Id>)> =
        facts.chain(care.pathways().iter().map(|pathway| (&pathway.id, &pathway.implies))).collect();
    let mut followed = 0;
    for (id, implied) in &all {
        for further in implied.iter().filter_map(|fact| care.fact(fact)).flat_map(|fact| &fact.implies) {
            assert!(implied.contains(further), "{id} implies {further}, through another; write it");
            followed += 1;
        }
    }
    assert!(followed > 0);
}
