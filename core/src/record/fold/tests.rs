//! What events add up to.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::NaiveDate;

use super::Record;
use crate::pathway::{Booked, Moment, Person, Precision, Topic};
use crate::record::{Event, What};

fn event(id: u64, what: What) -> Event {
    Event { id, person: 1, noted: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(), what }
}

fn done(id: u64, what: &str) -> Event {
    event(id, What::Done { what: what.to_owned(), on: None })
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn booked(id: u64, on: u32) -> Event {
    event(id, What::Booked { what: "a".to_owned(), on: day(on) })
}

fn about(id: u64, on: u32, precision: Option<Precision>) -> Event {
    let [pathway, date] = ["p", "diagnostic"].map(str::to_owned);
    let on = day(on);
    event(
        id,
        match precision {
            Some(precision) => What::DatedAbout { pathway, date, on, precision },
            None => What::Dated { pathway, date, on },
        },
    )
}

fn granted(id: u64, right: &str, until: u32) -> Event {
    event(id, What::Granted { pathway: "p".to_owned(), right: right.to_owned(), until: day(until) })
}

fn measured_at(id: u64, on: u32, moment: Moment) -> Event {
    event(id, What::MeasuredAt { measure: "poids".to_owned(), on: day(on), moment, value: 7000 })
}

fn person(events: Vec<Event>) -> Person {
    Record::of(events).person(1).unwrap().clone()
}

fn names(record: &Record) -> Vec<&str> {
    record.person(1).map(|person| person.done.iter().map(|done| done.what.as_str()).collect()).unwrap_or_default()
}

#[test]
fn what_is_taken_back_is_gone_and_can_come_back() {
    let mut record = Record::of(vec![done(1, "a"), done(2, "b")]);
    record.push(event(3, What::Undone(1)));
    assert_eq!(names(&record), ["b"]);
    record.push(event(4, What::Undone(3)));
    assert_eq!(names(&record), ["a", "b"]);
    record.push(event(5, What::Undone(4)));
    assert_eq!(names(&record), ["b"]);
}

#[test]
fn nothing_is_left_of_what_is_erased_and_nothing_else_changes() {
    let all = vec![
        done(1, "a"),
        done(2, "b"),
        event(3, What::Undone(1)),
        event(4, What::Undone(3)),
        event(5, What::Undone(2)),
        event(6, What::Undone(4)),
        event(7, What::Undone(99)),
    ];
    let record = Record::of(all);
    let ids = |events: Vec<&Event>| events.iter().map(|event| event.id).collect::<Vec<_>>();
    assert_eq!(ids(record.taken_back(1)), [2, 1]);
    assert_eq!(ids(record.taken_back(2)), [0; 0]);
    for (id, trail) in [(1, vec![1, 3, 4, 6]), (2, vec![2, 5]), (7, vec![7]), (12, vec![])] {
        assert_eq!(record.trail(id).iter().map(|event| event.id).collect::<Vec<_>>(), trail);
        let left: Vec<Event> = record.events().iter().filter(|event| !trail.contains(&event.id)).cloned().collect();
        assert_eq!(Record::of(left.clone()).persons(), record.persons(), "{id}");
        assert!(left.iter().all(|event| event.id != id));
    }
}

#[test]
fn one_by_one_is_all_at_once() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let measured = |id, on| event(id, What::Measured { measure: "poids".to_owned(), on, value: 7000 });
    let events = vec![
        done(1, "a"),
        measured(2, day),
        measured(3, day.pred_opt().unwrap()),
        event(5, What::Joined("p".to_owned())),
        event(4, What::Said { fact: "f".to_owned(), answer: crate::triage::Answer::Yes }),
        event(6, What::Undone(1)),
        measured(7, day),
        booked(9, 25),
        booked(8, 23),
        granted(11, "ald", 30),
        granted(10, "ald", 20),
        about(13, 1, Some(Precision::Month)),
        about(12, 14, None),
        measured_at(15, 20, Moment::Evening),
        measured_at(14, 20, Moment::Morning),
        measured_at(16, 2, Moment::Morning),
        booked(17, 28),
        event(18, What::Undone(9)),
        event(19, What::Done { what: "a".to_owned(), on: Some(day) }),
        // Noted last, of a day before the others.
        measured_at(20, 1, Moment::Evening),
    ];
    let all_at_once = Record::of(events.clone());
    for turn in 0..events.len() {
        let mut other = events.clone();
        other.rotate_left(turn);
        assert_eq!(Record::of(other.clone()), all_at_once);
        let mut one_by_one = Record::default();
        for event in other {
            one_by_one.push(event);
        }
        assert_eq!(one_by_one, all_at_once, "from the event {turn} on");
    }
}

#[test]
fn an_appointment_holds_until_another_is_made_or_it_is_done() {
    let at = |events: Vec<Event>| person(events).booked.get("a").copied();
    assert_eq!(at(vec![booked(1, 25)]), Some(Booked { event: 1, on: day(25) }));
    assert_eq!(at(vec![booked(1, 25), booked(2, 23)]), Some(Booked { event: 2, on: day(23) }));
    let done_on = |on| event(2, What::Done { what: "a".to_owned(), on });
    assert_eq!(at(vec![booked(1, 25), done_on(Some(day(25)))]), None);
    assert_eq!(at(vec![booked(1, 25), done_on(None)]), None);
    assert_eq!(at(vec![booked(1, 25), done_on(Some(day(24)))]).map(|booked| booked.event), Some(1), "an older deed");
    assert_eq!(at(vec![booked(1, 25), done(2, "b")]).map(|booked| booked.event), Some(1), "something else");
}

#[test]
fn an_appointment_taken_back_leaves_the_one_before() {
    let at = |record: &Record| record.person(1).and_then(|person| person.booked.get("a")).map(|booked| booked.on);
    let mut record = Record::of(vec![booked(1, 23), booked(2, 25)]);
    record.push(event(3, What::Undone(2)));
    assert_eq!(at(&record), Some(day(23)));
    record.push(event(4, What::Undone(1)));
    assert_eq!(at(&record), None);
    record.push(event(5, What::Undone(3)));
    assert_eq!(at(&record), Some(day(25)));
    // What was noted as done by mistake gives the appointment back.
    record.push(done(6, "a"));
    assert_eq!(at(&record), None);
    record.push(event(7, What::Undone(6)));
    assert_eq!(at(&record), Some(day(25)));
}

#[test]
fn a_right_has_its_last_day_for_each_pathway() {
    let other = What::Granted { pathway: "q".to_owned(), right: "ald".to_owned(), until: day(3) };
    let person = person(vec![granted(1, "ald", 20), granted(2, "mdph", 25), granted(3, "ald", 30), event(4, other)]);
    let until = |pathway: &str, right: &str| person.rights.get(&(pathway.to_owned(), right.to_owned())).copied();
    assert_eq!(
        [until("p", "ald"), until("p", "mdph"), until("q", "ald"), until("q", "mdph")],
        [Some(day(30)), Some(day(25)), Some(day(3)), None]
    );
}

#[test]
fn a_day_known_about_can_become_exact_and_the_other_way_round() {
    let known = |events: Vec<Event>| {
        let person = person(events);
        let joined = person.joined.get("p").unwrap();
        (joined.dates.get("diagnostic").copied(), joined.about.get("diagnostic").copied(), joined.noted)
    };
    let (month, exact) = (Some(Precision::Month), None);
    let noted = day(21);
    assert_eq!(known(vec![about(1, 1, month)]), (Some(day(1)), month, noted));
    assert_eq!(known(vec![about(1, 1, month), about(2, 14, exact)]), (Some(day(14)), None, noted));
    assert_eq!(known(vec![about(1, 14, exact), about(2, 1, month)]), (Some(day(1)), month, noted));
}

#[test]
fn a_value_of_a_morning_or_an_evening_says_so() {
    let plain = event(3, What::Measured { measure: "poids".to_owned(), on: day(2), value: 7000 });
    let person = person(vec![measured_at(1, 3, Moment::Evening), measured_at(2, 2, Moment::Morning), plain]);
    let found: Vec<_> = person.measured.iter().map(|value| (value.event, value.on, value.moment)).collect();
    assert_eq!(found, [(2, day(2), Some(Moment::Morning)), (3, day(2), None), (1, day(3), Some(Moment::Evening))]);
}

#[test]
fn that_there_is_none_holds_until_one_is_noted() {
    let none = |id| event(id, What::NoneKnown(Topic::Allergies));
    let nuts = |id| event(id, What::Allergy { substance: "noix".to_owned(), reaction: String::new() });
    let known = |record: &Record| {
        let person = record.person(1).unwrap();
        (person.none_known.get(&Topic::Allergies).copied(), person.allergies.len())
    };
    let mut record = Record::of(vec![none(1), event(2, What::NoneKnown(Topic::Treatments))]);
    assert_eq!(known(&record), (Some(day(21)), 0));
    record.push(nuts(3));
    assert_eq!(known(&record), (None, 1));
    assert!(
        record.person(1).unwrap().none_known.contains_key(&Topic::Treatments),
        "of treatments nothing was said since"
    );
    // What was noted by mistake gives back what was said before.
    record.push(event(4, What::Undone(3)));
    assert_eq!(known(&record), (Some(day(21)), 0));
}

/// What was taken back is no change any more, and taking it back is none; the latest comes first.
#[test]
fn the_last_changes_are_those_that_still_hold() {
    let mut events = vec![done(1, "a"), done(2, "b"), done(3, "c"), event(4, What::Undone(2)), done(5, "d")];
    events.push(Event { person: 2, ..done(6, "e") });
    let record = Record::of(events);
    let ids = |person, most| record.last_changes(person, most).iter().map(|event| event.id).collect::<Vec<_>>();
    assert_eq!(ids(1, 10), [5, 3, 1]);
    assert_eq!(ids(1, 2), [5, 3]);
    assert_eq!(ids(2, 10), [6]);
    assert!(ids(3, 10).is_empty());
}
