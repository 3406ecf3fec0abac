//! Every kind of break in the pathway: not the day before, there on its first day, mended by its action, and none for
//! somebody who died.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

mod common;

use chrono::NaiveDate;
use common::CONTENT;
use sentier_core::content::{Care, Sex};
use sentier_core::pathway::{Booked, Break, BreakKind, Dashboard, Document, Done, Joined, Member, Person, dashboard};

type Board = for<'a> fn(&'a Care, &Person, NaiveDate) -> Dashboard<'a>;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A man of 56 whom the record has known for years.
fn somebody() -> Person {
    let mut person = Person::new(1, day("2020-01-01"));
    person.birth = Some(day("1970-01-01"));
    person.sex = Some(Sex::Male);
    person
}

fn home_from(pathway: &str, on: &str) -> Person {
    let mut person = somebody();
    let dates = [("sortie".to_owned(), day(on))].into_iter().collect();
    person.joined.insert(pathway.to_owned(), Joined { noted: day(on), dates, ..Joined::default() });
    person
}

fn paper(paper: &str, of: &str, until: Option<&str>) -> Document {
    Document { event: 1, paper: paper.to_owned(), place: String::new(), until: until.map(day), of: day(of) }
}

fn with_paper(document: Document) -> Person {
    Person { documents: vec![document], ..somebody() }
}

/// The same person, with something done and noted on a day.
fn did(person: &Person, what: &str, on: &str) -> Person {
    let mut person = person.clone();
    person.done.push(Done { event: 1, what: what.to_owned(), on: Some(day(on)), noted: day(on) });
    person
}

/// Somebody whose care comes apart on a day.
struct Scene {
    kind: BreakKind,
    person: Person,
    first: &'static str,
    mends: &'static str,
    since: Option<&'static str>,
    /// The same person, after each of the actions that mend it.
    mended: Vec<Person>,
    /// The first day on which it is no longer spoken of, if there is one.
    over: Option<&'static str>,
}

fn home(pathway: &str) -> Scene {
    let person = home_from(pathway, "2026-03-10");
    let visits = [
        ("P20-MT7", "2026-03-10"),
        ("P07-POST7", "2026-03-12"),
        ("consultation-sortie-medecin", "2026-03-17"),
        ("P03-CS", "2026-03-18"),
    ];
    Scene {
        kind: BreakKind::NoFollowUp,
        first: "2026-03-18",
        mends: "consultation-sortie-medecin",
        since: Some("2026-03-10"),
        mended: visits.iter().map(|(what, on)| did(&person, what, on)).collect(),
        over: Some("2026-06-10"),
        person,
    }
}

fn letter(kind: &str) -> Scene {
    let person = with_paper(paper(kind, "2026-02-10", None));
    let visits = [("P03-CS", "2026-02-10"), ("consultation-medecin-traitant", "2026-04-10")];
    Scene {
        kind: BreakKind::LetterUnread,
        first: "2026-04-10",
        mends: "consultation-medecin-traitant",
        since: Some("2026-02-10"),
        mended: visits.iter().map(|(what, on)| did(&person, what, on)).collect(),
        over: None,
        person,
    }
}

fn prescription() -> Scene {
    Scene {
        kind: BreakKind::RenewalDue,
        first: "2026-05-31",
        mends: "ordonnance",
        since: Some("2026-06-30"),
        // The new one takes the place of the old one.
        mended: vec![with_paper(paper("ordonnance", "2026-05-31", Some("2026-11-30")))],
        over: None,
        person: with_paper(paper("ordonnance", "2026-01-02", Some("2026-06-30"))),
    }
}

fn right() -> Scene {
    Scene {
        kind: BreakKind::RenewalDue,
        first: "2026-06-30",
        mends: "protocole-ald",
        since: Some("2026-12-30"),
        mended: vec![with_paper(paper("protocole-ald", "2026-06-30", Some("2031-12-30")))],
        over: None,
        person: with_paper(paper("protocole-ald", "2021-12-30", Some("2026-12-30"))),
    }
}

/// A right noted by its last day; so long before it as its file says it is spoken of.
fn right_ending() -> Scene {
    let with_right = |until: &str| {
        let mut person = home_from("diabete-type-2", "2010-01-01");
        person.rights.insert(("diabete-type-2".to_owned(), "ald-8".to_owned()), day(until));
        person
    };
    Scene {
        kind: BreakKind::RightEnding,
        // Sixty days before its end, as the reference gives no other delay.
        first: "2026-10-31",
        mends: "diabete-type-2",
        since: Some("2026-12-30"),
        mended: vec![with_right("2031-12-30"), {
            let mut left = with_right("2026-12-30");
            left.joined.remove("diabete-type-2");
            left
        }],
        over: None,
        person: with_right("2026-12-30"),
    }
}

fn appointment() -> Scene {
    let mut person = somebody();
    person.booked.insert("mesure-tension".to_owned(), Booked { event: 7, on: day("2026-03-10") });
    let booked_again = {
        let mut person = person.clone();
        person.booked.insert("mesure-tension".to_owned(), Booked { event: 8, on: day("2026-03-20") });
        person
    };
    Scene {
        kind: BreakKind::AppointmentPast,
        first: "2026-03-11",
        mends: "mesure-tension",
        since: Some("2026-03-10"),
        mended: vec![booked_again],
        over: Some("2026-06-10"),
        person,
    }
}

fn three_late() -> Scene {
    let mut person = somebody();
    for (what, on) in [("HTA", "2025-01-10"), ("RCV", "2021-01-15"), ("DEP-CCR", "2024-01-20")] {
        person = did(&person, what, on);
    }
    let acts = [("HTA", "2026-02-20"), ("mesure-tension", "2026-02-19"), ("DEP-CCR", "2026-02-20")];
    Scene {
        kind: BreakKind::ThreeLate,
        // A month after the day of the third, 20 January.
        first: "2026-02-20",
        mends: "mesure-tension",
        since: None,
        mended: acts.iter().map(|(what, on)| did(&person, what, on)).collect(),
        over: None,
        person,
    }
}

fn without_doctor() -> Scene {
    let mut person = Person::new(1, day("2020-01-01"));
    person.birth = Some(day("2010-05-20"));
    let mut with_team = person.clone();
    let [role, name, reach] = ["medecin-traitant", "Dr Exemple", ""].map(str::to_owned);
    with_team.team.push(Member { event: 1, role, name, reach });
    Scene {
        kind: BreakKind::NoDoctor,
        first: "2026-05-20",
        mends: "medecin-traitant",
        since: None,
        mended: vec![did(&person, "P00-MT", "2026-05-20"), did(&person, "medecin-traitant", "2024-01-01"), with_team],
        over: None,
        person,
    }
}

fn scenes() -> [Scene; 10] {
    [
        home("sortie-hopital"),
        home("insuffisance-cardiaque"),
        letter("compte-rendu-consultation"),
        letter("lettre-liaison"),
        prescription(),
        right(),
        right_ending(),
        appointment(),
        three_late(),
        without_doctor(),
    ]
}

fn found(board: Board, person: &Person, kind: BreakKind, today: NaiveDate) -> Vec<Break> {
    let breaks = board(&CONTENT.care, person, today).breaks;
    breaks.into_iter().filter(|found| found.kind == kind).collect()
}

fn wrong_breaks(board: Board) -> Vec<String> {
    let mut wrong = Vec::new();
    for Scene { kind, person, first, mends, since, mended, over } in scenes() {
        let today = day(first);
        let mut check = |is_right: bool, when: String| {
            if !is_right {
                wrong.push(format!("{kind:?}: {when}"));
            }
        };
        let eve = today.pred_opt().unwrap();
        check(found(board, &person, kind, eve).is_empty(), format!("there the day before, {eve}"));
        let expected = (kind, mends.to_owned(), since.map(day));
        let on_first = found(board, &person, kind, today);
        let on_first: Vec<_> = on_first.into_iter().map(|found| (found.kind, found.mends, found.since)).collect();
        check(on_first == [expected], format!("{on_first:?} on its first day, {today}"));
        for (place, mended) in mended.iter().enumerate() {
            check(found(board, mended, kind, today).is_empty(), format!("not mended by action {place}"));
        }
        if let Some(over) = over.map(day) {
            let last = over.pred_opt().unwrap();
            check(!found(board, &person, kind, last).is_empty(), format!("not there on {last}"));
            check(found(board, &person, kind, over).is_empty(), format!("still there on {over}"));
        }
        let dead = Person { died: Some(day("2026-01-01")), ..person };
        let breaks = board(&CONTENT.care, &dead, today).breaks;
        check(breaks.is_empty(), format!("{breaks:?} for somebody who died"));
    }
    wrong
}

#[test]
fn every_break_is_found_and_mended() {
    let wrong = wrong_breaks(dashboard);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_of_break_has_a_scene() {
    let mut kinds: Vec<usize> = scenes()
        .iter()
        .map(|scene| match scene.kind {
            BreakKind::NoFollowUp => 0,
            BreakKind::RenewalDue => 1,
            BreakKind::LetterUnread => 2,
            BreakKind::ThreeLate => 3,
            BreakKind::NoDoctor => 4,
            BreakKind::RightEnding => 5,
            BreakKind::AppointmentPast => 6,
        })
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn what_was_done_before_mends_nothing() {
    let mut home = home_from("sortie-hopital", "2026-03-10");
    home = did(&home, "consultation-medecin-traitant", "2026-03-09");
    assert_eq!(found(dashboard, &home, BreakKind::NoFollowUp, day("2026-03-18")).len(), 1);
    let mut letter = with_paper(paper("lettre-liaison", "2026-02-10", None));
    letter = did(&letter, "consultation-medecin-traitant", "2026-02-09");
    assert_eq!(found(dashboard, &letter, BreakKind::LetterUnread, day("2026-04-10")).len(), 1);
    // Nor does a visit that is still to come.
    letter = did(&letter, "consultation-medecin-traitant", "2026-04-11");
    assert_eq!(found(dashboard, &letter, BreakKind::LetterUnread, day("2026-04-10")).len(), 1);
}

#[test]
fn a_board_that_is_blind_slow_or_deaf_to_a_death_is_refused() {
    fn blind<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
        Dashboard { breaks: Vec::new(), ..dashboard(care, person, today) }
    }
    fn slow<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
        dashboard(care, person, today.pred_opt().unwrap())
    }
    fn deaf<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
        dashboard(care, &Person { died: None, ..person.clone() }, today)
    }
    for broken in [blind as Board, slow, deaf] {
        assert!(!wrong_breaks(broken).is_empty());
    }
}
