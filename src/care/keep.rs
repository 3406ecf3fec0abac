//! Keeping the record: this tab writes segments of its own, and reads those of all.

use sentier_core::record::{Event, RecordError, log};

use crate::browser::storage::{self, StorageError};

/// The start of the name of every segment.
const SEGMENT: &str = "record-";

/// The start of the name of what could not be read, kept as it was.
const ASIDE: &str = "aside-record-";

/// So many small segments are put together.
const MOST_SMALL: usize = 20;

/// Whether what is noted is kept on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recording {
    /// It is.
    Kept,
    /// The browser refuses.
    Refused(StorageError),
}

/// The segment that this tab writes.
pub struct Segment {
    name: String,
    events: Vec<Event>,
}

/// What the device had kept.
pub struct Kept {
    /// The events of all segments.
    pub events: Vec<Event>,
    /// What could not be read was set aside.
    pub damage: Option<RecordError>,
    /// Whether the browser keeps anything.
    pub recording: Recording,
}

/// Reads every segment. One that cannot be read is put aside as it is; where there is no room for that it stays.
pub fn read_all() -> Kept {
    let mut kept = Kept { events: Vec::new(), damage: None, recording: Recording::Kept };
    let names = match storage::names(SEGMENT) {
        Ok(names) => names,
        Err(error) => {
            kept.recording = Recording::Refused(error);
            return kept;
        }
    };
    let mut segments = Vec::new();
    for name in names {
        let Ok(Some(text)) = storage::read_named(&name) else { continue };
        match log::decode(&text) {
            Ok(events) => segments.push(events),
            // A later version of the app will read it: it stays where it is.
            Err(RecordError::FromTheFuture) => kept.damage = Some(RecordError::FromTheFuture),
            Err(damage) => {
                kept.damage = Some(damage);
                if storage::write_named(&format!("{ASIDE}{name}"), &text).is_ok() {
                    let _ = storage::remove_named(&name);
                }
            }
        }
    }
    kept.events = log::union(segments);
    kept
}

/// Puts small segments of earlier days together, so that reading stays fast after years of short visits. What is written
/// first and removed afterwards is never lost; a segment that changed meanwhile stays.
pub fn compact(before: u64) {
    let mut small: Vec<(String, String, Vec<Event>)> = Vec::new();
    for name in storage::names(SEGMENT).unwrap_or_default() {
        let Some(text) = storage::read_named(&name).ok().flatten() else { continue };
        let Ok(events) = log::decode(&text) else { continue };
        let is_old = events.last().is_some_and(|event| event.id < before);
        if is_old && events.len() < log::MOST_EVENTS {
            small.push((name, text, events));
        }
    }
    if small.len() < MOST_SMALL {
        return;
    }
    let merged = log::union(small.iter().map(|(_, _, events)| events.clone()));
    for full in merged.chunks(log::MOST_EVENTS) {
        let Some(first) = full.first() else { continue };
        if storage::write_named(&format!("{SEGMENT}{:x}-full", first.id), &log::encode(full)).is_err() {
            return;
        }
    }
    for (name, text, _) in small {
        let is_unchanged = storage::read_named(&name).ok().flatten().is_some_and(|now| now == text);
        if is_unchanged && !name.ends_with("-full") {
            let _ = storage::remove_named(&name);
        }
    }
}

/// Whether something that could not be read stands aside.
pub fn has_aside() -> bool {
    storage::names(ASIDE).is_ok_and(|names| !names.is_empty())
}

/// Removes what stands aside, as the person wishes.
pub fn discard_aside() {
    for name in storage::names(ASIDE).unwrap_or_default() {
        let _ = storage::remove_named(&name);
    }
}

impl Segment {
    /// A segment of this tab alone, named by the number of its first event.
    pub fn new(first: u64) -> Self {
        Self { name: format!("{SEGMENT}{first:x}"), events: Vec::new() }
    }

    /// Keeps one more event. Only this tab's own segment is written, and it stays small.
    pub fn keep(&mut self, event: &Event) -> Recording {
        if self.events.len() >= log::MOST_EVENTS {
            *self = Self::new(event.id);
        }
        self.events.push(event.clone());
        match storage::write_named(&self.name, &log::encode(&self.events)) {
            Ok(()) => Recording::Kept,
            Err(error) => Recording::Refused(error),
        }
    }

    /// Takes over what another tab has left of this segment, when it erased somebody. Where the browser keeps nothing, what
    /// this tab knows stays.
    pub fn follow(&mut self) {
        match storage::read_named(&self.name) {
            Ok(Some(text)) => self.events = log::decode(&text).unwrap_or_default(),
            Ok(None) => self.events.clear(),
            Err(_) => {}
        }
    }

    /// Takes everything about a person off the device, in every segment, for good.
    pub fn erase(&mut self, person: u32) -> Recording {
        self.events.retain(|event| event.person != person);
        // What could not be read may be about them.
        discard_aside();
        let mut recording = Recording::Kept;
        for name in storage::names(SEGMENT).unwrap_or_default() {
            let Some(events) = storage::read_named(&name).ok().flatten().and_then(|text| log::decode(&text).ok())
            else {
                continue;
            };
            let left: Vec<Event> = events.into_iter().filter(|event| event.person != person).collect();
            let done = if left.is_empty() {
                storage::remove_named(&name)
            } else {
                storage::write_named(&name, &log::encode(&left))
            };
            if let Err(error) = done {
                recording = Recording::Refused(error);
            }
        }
        recording
    }
}
