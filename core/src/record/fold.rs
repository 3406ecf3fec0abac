//! From events to persons: the state of a record is what its events add up to.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::content::Id;
use crate::order::put_in_order;
use crate::pathway::{
    Allergy, Asked, Booked, Document, Done, Illness, Joined, Measured, Member, Person, Precision, Pregnancy,
    Renunciation, Topic, Treatment,
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
        let undone = undone(&events);
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

    /// What was noted last of a person and still holds, the latest first: each can be taken back, long afterwards too.
    #[must_use]
    pub fn last_changes(&self, person: u32, most: usize) -> Vec<&Event> {
        let undone = undone(&self.events);
        let holds = |event: &&Event| !matches!(event.what, What::Undone(_)) && !undone.contains(&event.id);
        self.events.iter().rev().filter(|event| event.person == person).filter(holds).take(most).collect()
    }

    /// What was noted of a person and taken back since, the latest first. It is kept, so that it can come back, until it is
    /// erased.
    #[must_use]
    pub fn taken_back(&self, person: u32) -> Vec<&Event> {
        let undone = undone(&self.events);
        let is_gone = |event: &&Event| !matches!(event.what, What::Undone(_)) && undone.contains(&event.id);
        self.events.iter().rev().filter(|event| event.person == person).filter(is_gone).collect()
    }

    /// Something noted with whatever takes it back, or takes that back, in order: without all of these nothing is left of
    /// it, and the persons stay as they are if it was taken back.
    #[must_use]
    pub fn trail(&self, id: u64) -> Vec<Event> {
        let mut ids = BTreeSet::from([id]);
        // What takes something back comes after it.
        self.events
            .iter()
            .filter(|event| match event.what {
                What::Undone(of) if ids.contains(&of) => ids.insert(event.id),
                _ => event.id == id,
            })
            .cloned()
            .collect()
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

/// The numbers of what was taken back. From the last to the first: what takes something back may itself have been taken
/// back.
fn undone(events: &[Event]) -> BTreeSet<u64> {
    let mut undone = BTreeSet::new();
    for event in events.iter().rev() {
        if let What::Undone(id) = event.what
            && !undone.contains(&event.id)
        {
            undone.insert(id);
        }
    }
    undone
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
        // Whatever is noted later is truer than that there was none.
        What::Allergy { substance, reaction } => {
            person.none_known.remove(&Topic::Allergies);
            person.allergies.push(Allergy { event: event.id, substance, reaction });
        }
        What::Treatment { name, directions } => {
            person.none_known.remove(&Topic::Treatments);
            person.treatments.push(Treatment { event: event.id, name, directions });
        }
        What::Illness { name, since } => person.illnesses.push(Illness { event: event.id, name, since }),
        What::NoneKnown(topic) => person.none_known.insert(topic, event.noted),
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
mod tests;
