//! From events to persons: the state of a record is what its events add up to.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::content::Id;
use crate::order::put_in_order;
use crate::pathway::{
    Asked, Booked, Document, Done, Joined, Measured, Member, Person, Precision, Pregnancy, Renunciation,
};

use super::{Event, What};

/// A record: its events, and the persons that they add up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    events: Vec<Event>,
    persons: Vec<Person>,
}

impl Record {
    /// The record of some events, whatever their order.
    #[must_use]
    pub fn of(mut events: Vec<Event>) -> Self {
        put_in_order(&mut events, |event| event.id);
        events.dedup_by_key(|event| event.id);
        // From the last to the first: what takes something back may itself have been taken back.
        let mut undone = BTreeSet::new();
        for event in events.iter().rev().filter(|event| matches!(event.what, What::Undone(_))) {
            if let What::Undone(id) = event.what
                && !undone.contains(&event.id)
            {
                undone.insert(id);
            }
        }
        let mut persons = Vec::new();
        for event in events.iter().filter(|event| !undone.contains(&event.id)) {
            add(&mut persons, event);
        }
        for person in &mut persons {
            put_in_order(&mut person.measured, |measured| (measured.on, measured.event));
        }
        Self { events, persons }
    }

    /// Adds one event. What came before is not gone through again, unless it is taken back or the event is older.
    pub fn push(&mut self, event: Event) {
        let is_next = self.events.last().is_none_or(|last| last.id < event.id);
        if !is_next || matches!(event.what, What::Undone(_)) {
            let mut events = std::mem::take(&mut self.events);
            events.push(event);
            *self = Self::of(events);
            return;
        }
        if let Some(person) = add(&mut self.persons, &event) {
            let is_late = person.measured.iter().rev().take(2).map(|measured| measured.on).is_sorted_by(|b, a| a <= b);
            if !is_late {
                put_in_order(&mut person.measured, |measured| (measured.on, measured.event));
            }
        }
        self.events.push(event);
    }

    /// The events, in order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The persons, in the order in which they came.
    #[must_use]
    pub fn persons(&self) -> &[Person] {
        &self.persons
    }

    /// One person.
    #[must_use]
    pub fn person(&self, id: u32) -> Option<&Person> {
        self.persons.iter().find(|person| person.id == id)
    }
}

/// Adds what an event says to the person it speaks of, who comes into being with their first.
fn add<'a>(persons: &'a mut Vec<Person>, event: &Event) -> Option<&'a mut Person> {
    let place = match persons.iter().position(|person| person.id == event.person) {
        Some(place) => place,
        None => {
            persons.push(Person::new(event.person, event.noted));
            persons.len().saturating_sub(1)
        }
    };
    let person = persons.get_mut(place)?;
    take(person, event);
    Some(person)
}

/// What one event changes of a person.
fn take(person: &mut Person, event: &Event) {
    match event.what.clone() {
        What::Named { name, is_example } => {
            person.name = name;
            person.is_example = is_example;
        }
        What::Born(day) => person.birth = Some(day),
        What::SexIs(sex) => person.sex = Some(sex),
        What::Expecting(due) => person.pregnancy = Some(Pregnancy { due, ended: None }),
        What::PregnancyEnded(day) => {
            if let Some(pregnancy) = &mut person.pregnancy {
                pregnancy.ended = Some(day);
            }
        }
        What::Died(day) => person.died = Some(day),
        What::Said { fact, answer } => person.facts.insert(fact, answer),
        What::Joined(pathway) => {
            let joined = Joined { noted: event.noted, ..Joined::default() };
            person.joined.insert(pathway, joined);
        }
        What::Left(pathway) => person.joined.remove(&pathway),
        What::Dated { pathway, date, on } => {
            date_of(person, event, pathway, (date, on), None);
        }
        What::DatedAbout { pathway, date, on, precision } => {
            date_of(person, event, pathway, (date, on), Some(precision));
        }
        What::Done { what, on } => {
            // What was done is no longer put off, nor is there an appointment for it; an older deed changes neither.
            person.postponed.remove(&what);
            if person.booked.get(&what).is_some_and(|booked| on.is_none_or(|on| booked.on <= on)) {
                person.booked.remove(&what);
            }
            person.done.push(Done { event: event.id, what, on, noted: event.noted });
        }
        What::Dismissed { step, reason } => person.dismissed.insert(step, Renunciation { event: event.id, reason }),
        What::Postponed { step, until } => person.postponed.insert(step, until),
        What::Measured { measure, on, value } => {
            person.measured.push(Measured { event: event.id, measure, on, noted: event.noted, value, moment: None });
        }
        What::MeasuredAt { measure, on, moment, value } => {
            person.measured.push(Measured {
                event: event.id,
                measure,
                on,
                noted: event.noted,
                value,
                moment: Some(moment),
            });
        }
        What::Booked { what, on } => person.booked.insert(what, Booked { event: event.id, on }),
        What::Granted { pathway, right, until } => person.rights.insert((pathway, right), until),
        What::Aimed { measure, from, up_to } => person.targets.insert(measure, (from, up_to)),
        What::Member { role, name, reach } => person.team.push(Member { event: event.id, role, name, reach }),
        What::Document { paper, place, of, until } => {
            person.documents.push(Document { event: event.id, paper, place, of, until });
        }
        What::Question(text) => person.questions.push(Asked { event: event.id, text }),
        What::Undone(_) => {}
    }
}

/// Gives a pathway a day that it counts from.
fn date_of(person: &mut Person, event: &Event, pathway: Id, (date, on): (Id, NaiveDate), precision: Option<Precision>) {
    let known = person.joined.get(&pathway).cloned();
    let mut joined = known.unwrap_or(Joined { noted: event.noted, ..Joined::default() });
    match precision {
        Some(precision) => joined.about.insert(date.clone(), precision),
        None => joined.about.remove(&date),
    }
    joined.dates.insert(date, on);
    person.joined.insert(pathway, joined);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::Record;
    use crate::pathway::{Booked, Moment, Person, Precision};
    use crate::record::{Event, What};
    use chrono::NaiveDate;

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
        assert_eq!(
            at(vec![booked(1, 25), done_on(Some(day(24)))]).map(|booked| booked.event),
            Some(1),
            "an older deed"
        );
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
        let person =
            person(vec![granted(1, "ald", 20), granted(2, "mdph", 25), granted(3, "ald", 30), event(4, other)]);
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
}
