//! What a backup would change of a record, and the change itself, which can be taken back.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Event, Record, What};

use super::{Change, Plan};

/// What becomes of what is on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It stays, and what the backup has besides is added.
    Merge,
    /// It goes, and the backup comes in its place.
    Replace,
}

/// What restoring the events of a backup would change. Both lists are in the order of their numbers, each number once,
/// as a record and [`open`](super::open) give them.
///
/// Merging never puts two people together: numbers of persons are small and given anew on every device, so a person of
/// the backup is one of the device only where they share an event; else they get a number that is free. An event whose
/// number the device has for another one gets the next that is free. The same backup merged twice changes nothing.
#[must_use]
pub fn restore(now: &[Event], backup: &[Event], way: Way) -> Plan {
    let wanted = match way {
        Way::Merge => renumbered(now, backup),
        Way::Replace => backup.to_vec(),
    };
    let known: BTreeMap<u64, &Event> = now.iter().map(|event| (event.id, event)).collect();
    let coming: BTreeMap<u64, &Event> = wanted.iter().map(|event| (event.id, event)).collect();
    let added: Vec<Event> =
        coming.values().filter(|event| known.get(&event.id) != Some(event)).copied().cloned().collect();
    let stays = |event: &&Event| way == Way::Merge || coming.get(&event.id) == Some(event);
    let removed: Vec<Event> = known.into_values().filter(|event| !stays(event)).cloned().collect();
    let mut plan = Plan { added, removed, changes: Vec::new() };
    plan.changes = changes(now, &plan);
    plan
}

/// The number of no event: they count the milliseconds of the device.
const NOTHING: u64 = 0;

fn changes(now: &[Event], plan: &Plan) -> Vec<Change> {
    let after = plan.apply(now);
    let (before, then) = (Record::of(now.to_vec()), Record::of(after.clone()));
    let persons: BTreeSet<u32> = now.iter().chain(&after).map(|event| event.person).collect();
    let name = |person| then.person(person).or_else(|| before.person(person)).map(|person| person.name.clone());
    let of = |events: &[Event], person| events.iter().filter(|event| event.person == person).count();
    let change = |person| {
        let (added, removed) = (of(&plan.added, person), of(&plan.removed, person));
        let kept = of(&after, person).saturating_sub(added);
        Change { person, name: name(person).unwrap_or_default(), added, removed, kept }
    };
    persons.into_iter().map(change).collect()
}

/// The events of a backup with the numbers that they get beside those of the device.
fn renumbered(now: &[Event], backup: &[Event]) -> Vec<Event> {
    let known: BTreeMap<u64, &Event> = now.iter().map(|event| (event.id, event)).collect();
    let persons = persons(now, backup);
    let mut taken: BTreeSet<u64> = backup.iter().map(|event| event.id).collect();
    let mut numbers: BTreeMap<u64, u64> = BTreeMap::new();
    let mut events = Vec::new();
    for event in backup {
        let person = persons.get(&event.person).copied().unwrap_or(event.person);
        // What is on the device already stays as it is there.
        if known.get(&event.id).is_some_and(|there| **there == Event { person, ..event.clone() }) {
            events.push(Event { person, ..event.clone() });
            continue;
        }
        let what = match event.what {
            // What takes back something that is not in the backup may do so for the same person alone.
            What::Undone(id) => What::Undone(match (numbers.get(&id), known.get(&id)) {
                (Some(number), _) => *number,
                (None, Some(there)) if there.person != person => NOTHING,
                (None, _) => id,
            }),
            ref other => other.clone(),
        };
        let mut moved = Event { id: event.id, person, noted: event.noted, what };
        while known.get(&moved.id).is_some_and(|there| **there != moved)
            || (moved.id != event.id && taken.contains(&moved.id))
        {
            let Some(next) = moved.id.checked_add(1) else { break };
            moved.id = next;
        }
        numbers.insert(event.id, moved.id);
        taken.insert(moved.id);
        events.push(moved);
    }
    events
}

/// Which number the persons of a backup get on the device.
fn persons(now: &[Event], backup: &[Event]) -> BTreeMap<u32, u32> {
    let known: BTreeMap<u64, &Event> = now.iter().map(|event| (event.id, event)).collect();
    let mut taken: BTreeSet<u32> = now.iter().map(|event| event.person).collect();
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    for event in backup {
        // Its own number, or one of the next, which it got when it was merged before.
        let mut there = (event.id..=u64::MAX).map_while(|number| known.get(&number));
        if let Some(there) = there.find(|there| there.noted == event.noted && there.what == event.what)
            && !numbers.values().any(|number| *number == there.person)
        {
            numbers.entry(event.person).or_insert(there.person);
        }
    }
    let reserved: BTreeSet<u32> = numbers.values().copied().collect();
    taken.extend(reserved);
    let strangers: BTreeSet<u32> = backup.iter().map(|event| event.person).collect();
    for person in strangers {
        if numbers.contains_key(&person) {
            continue;
        }
        let free =
            if taken.contains(&person) { (1..=u32::MAX).find(|number| !taken.contains(number)) } else { Some(person) };
        let free = free.unwrap_or(person);
        taken.insert(free);
        numbers.insert(person, free);
    }
    numbers
}
