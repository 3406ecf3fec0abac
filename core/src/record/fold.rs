//! From events to persons: the state of a record is what its events add up to.

use std::collections::BTreeSet;

use crate::pathway::{Asked, Document, Done, Joined, Measured, Member, Person, Pregnancy, Renunciation};

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
        events.sort_by_key(|event| event.id);
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
            person.measured.sort_by_key(|measured| (measured.on, measured.event));
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
                person.measured.sort_by_key(|measured| (measured.on, measured.event));
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
            let mut joined =
                person.joined.get(&pathway).cloned().unwrap_or(Joined { noted: event.noted, ..Joined::default() });
            joined.dates.insert(date, on);
            person.joined.insert(pathway, joined);
        }
        What::Done { what, on } => {
            // What was done is no longer put off.
            person.postponed.remove(&what);
            person.done.push(Done { event: event.id, what, on, noted: event.noted });
        }
        What::Dismissed { step, reason } => person.dismissed.insert(step, Renunciation { event: event.id, reason }),
        What::Postponed { step, until } => person.postponed.insert(step, until),
        What::Measured { measure, on, value } => {
            person.measured.push(Measured { event: event.id, measure, on, value });
        }
        What::Aimed { measure, from, up_to } => person.targets.insert(measure, (from, up_to)),
        What::Member { role, name, reach } => person.team.push(Member { event: event.id, role, name, reach }),
        What::Document { paper, place, of, until } => {
            person.documents.push(Document { event: event.id, paper, place, of, until });
        }
        What::Question(text) => person.questions.push(Asked { event: event.id, text }),
        What::Undone(_) => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::Record;
    use crate::record::{Event, What};
    use chrono::NaiveDate;

    fn event(id: u64, what: What) -> Event {
        Event { id, person: 1, noted: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(), what }
    }

    fn done(id: u64, what: &str) -> Event {
        event(id, What::Done { what: what.to_owned(), on: None })
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
        ];
        let mut one_by_one = Record::default();
        for event in events.clone() {
            one_by_one.push(event);
        }
        assert_eq!(one_by_one, Record::of(events));
    }
}
