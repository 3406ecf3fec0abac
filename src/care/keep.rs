//! Keeping the record: this tab writes segments of its own, and reads those of all. Where there is a lock, everything is
//! closed before it is stored.
//!
//! Closing takes the browser a moment. So whatever is replaced is looked at again right before: what another tab changed
//! meanwhile is taken into account first, and never written over.

use sentier_core::exchange::message::Swap;
use sentier_core::record::lock::{decode_closed, is_closed};
use sentier_core::record::{Event, RecordError, log};

use super::lock::LockError;
use super::state::CareState;
use crate::browser::storage::{self, Key, StorageError};
use crate::browser::{clock, seal};

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
    /// Not yet.
    UnderWay,
    /// The browser refuses.
    Refused(StorageError),
}

/// What the device had kept.
pub struct Kept {
    /// The events of all segments.
    pub events: Vec<Event>,
    /// What could not be read was set aside.
    pub damage: Option<RecordError>,
    /// Whether something stands there open.
    pub has_open: bool,
}

/// A stored text, and how it reads.
struct Piece {
    name: String,
    stored: String,
    events: Result<Vec<Event>, RecordError>,
}

/// A stored text as it was before it was closed; none where it cannot be opened.
async fn opened(stored: &str) -> Result<Option<String>, LockError> {
    if !is_closed(stored) {
        return Ok(Some(stored.to_owned()));
    }
    match seal::open(stored).await {
        Ok(text) => Ok(Some(text)),
        Err(seal::SealFailure::Unopened) => Ok(None),
        Err(failure) => Err(failure.into()),
    }
}

/// Every segment.
async fn pieces() -> Result<Vec<Piece>, LockError> {
    let mut pieces = Vec::new();
    for name in storage::names(SEGMENT)? {
        let Some(stored) = storage::read_named(&name)? else { continue };
        let events = match opened(&stored).await? {
            Some(text) => log::decode(&text),
            None => Err(decode_closed(&stored).err().unwrap_or(RecordError::Unreadable)),
        };
        pieces.push(Piece { name, stored, events });
    }
    Ok(pieces)
}

/// Reads every segment. One that cannot be read is put aside as it is; where there is no room for that it stays.
///
/// # Errors
/// [`LockError::Changed`] where another tab changed the lock meanwhile: what it closed is not damaged.
pub async fn read_all(care: CareState) -> Result<Kept, LockError> {
    let mut kept = Kept { events: Vec::new(), damage: None, has_open: false };
    let mut segments = Vec::new();
    let pieces = pieces().await?;
    if !care.knows_lock() {
        return Err(LockError::Changed);
    }
    for Piece { name, stored, events } in pieces {
        kept.has_open |= !is_closed(&stored);
        match events {
            Ok(events) => segments.push(events),
            // A later version of the app will read it: it stays where it is.
            Err(RecordError::FromTheFuture) => kept.damage = Some(RecordError::FromTheFuture),
            Err(damage) => {
                kept.damage = kept.damage.or(Some(damage));
                if storage::write_named(&format!("{ASIDE}{name}"), &stored).is_ok() {
                    let _ = storage::remove_named(&name);
                }
            }
        }
    }
    if !asides().is_empty() {
        kept.damage = kept.damage.or(Some(RecordError::Unreadable));
    }
    kept.events = log::union(segments);
    Ok(kept)
}

/// Puts small segments of earlier days together, so that reading stays fast after years of short visits. What is written
/// first and removed afterwards is never lost; a segment that changed meanwhile stays.
pub async fn compact(before: u64, closes: bool) -> Result<(), LockError> {
    let mut small = pieces().await?;
    small.retain(|piece| {
        let events = piece.events.as_deref().unwrap_or_default();
        events.last().is_some_and(|event| event.id < before) && events.len() < log::MOST_EVENTS
    });
    if small.len() < MOST_SMALL {
        return Ok(());
    }
    let merged = log::union(small.iter().map(|piece| piece.events.clone().unwrap_or_default()));
    for full in merged.chunks(log::MOST_EVENTS) {
        let Some(first) = full.first() else { continue };
        let text = stored_form(log::encode(full), closes).await?;
        storage::write_named(&format!("{SEGMENT}{:x}-full", first.id), &text)?;
    }
    for Piece { name, stored, .. } in small {
        let is_unchanged = storage::read_named(&name)?.is_some_and(|now| now == stored);
        if is_unchanged && !name.ends_with("-full") {
            storage::remove_named(&name)?;
        }
    }
    Ok(())
}

async fn stored_form(text: String, closes: bool) -> Result<String, LockError> {
    if closes { Ok(seal::close(&text).await?) } else { Ok(text) }
}

/// Goes through everything kept of the record, and puts in the place of each text what `change` makes of its name and it, closed
/// or open; with nothing there it is removed. `anew` closes also what is closed already. Says whether it reached everything:
/// what cannot be opened stays as it is.
pub async fn rewrite(
    closes: bool,
    anew: bool,
    change: &dyn Fn(&str, &str) -> Option<String>,
) -> Result<bool, LockError> {
    let mut reached_all = true;
    let mut names = storage::names(SEGMENT)?;
    names.extend(asides());
    while let Some(name) = names.pop() {
        let Some(stored) = storage::read_named(&name)? else { continue };
        let Some(text) = opened(&stored).await? else {
            reached_all = false;
            continue;
        };
        let wished = change(&name, &text);
        if !anew && wished.as_ref() == Some(&text) && is_closed(&stored) == closes {
            continue;
        }
        let wished = match wished {
            Some(wished) => Some(stored_form(wished, closes).await?),
            None => None,
        };
        if storage::read_named(&name)?.as_ref() != Some(&stored) {
            // Another tab was faster: what it wrote is gone through as well.
            names.push(name);
            continue;
        }
        match wished {
            Some(wished) => storage::write_named(&name, &wished)?,
            None => storage::remove_named(&name)?,
        }
    }
    Ok(reached_all)
}

/// Takes everything about a person off the device, in every segment, for good.
pub async fn erase(person: u32, closes: bool) -> Result<(), LockError> {
    // What could not be read may be about them.
    discard_aside();
    let without = |_: &str, text: &str| {
        let Ok(events) = log::decode(text) else { return Some(text.to_owned()) };
        let left: Vec<Event> = events.into_iter().filter(|event| event.person != person).collect();
        if left.is_empty() { None } else { Some(log::encode(&left)) }
    };
    rewrite(closes, false, &without).await.map(|_| ())
}

/// Exchanges events of all segments for others. What comes is written first, in segments of its own that `number` names:
/// where there is no room for all of it, none of it stays, and nothing goes.
pub async fn swap(swap: &Swap, number: u64, closes: bool) -> Result<(), LockError> {
    let name = |place: usize| format!("{SEGMENT}{number:x}-{place}");
    let mut texts = Vec::new();
    for some in swap.added.chunks(log::MOST_EVENTS) {
        texts.push(stored_form(log::encode(some), closes).await?);
    }
    for (place, text) in texts.iter().enumerate() {
        if let Err(error) = storage::write_named(&name(place), text) {
            for written in 0..place {
                storage::remove_named(&name(written))?;
            }
            return Err(error.into());
        }
    }
    if swap.removed.is_empty() {
        return Ok(());
    }
    let own: Vec<String> = (0..texts.len()).map(name).collect();
    let without = |name: &str, text: &str| {
        let Ok(events) = log::decode(text) else { return Some(text.to_owned()) };
        let stays = |event: &Event| own.iter().any(|own| own == name) || !swap.removes(event);
        let left: Vec<Event> = events.into_iter().filter(stays).collect();
        if left.is_empty() { None } else { Some(log::encode(&left)) }
    };
    rewrite(closes, false, &without).await.map(|_| ())
}

/// Takes the record and its lock off the device, whether they can be opened or not.
pub fn erase_all() -> Result<(), StorageError> {
    storage::remove_all(SEGMENT)?;
    storage::remove_all(ASIDE)?;
    storage::remove(Key::Left)?;
    storage::remove(Key::Backup)?;
    storage::remove(Key::Lock)
}

/// The names of what stands aside.
fn asides() -> Vec<String> {
    storage::names(ASIDE).unwrap_or_default()
}

/// What stands aside, the lock and what it closes, as they are: to be taken to somebody who can help.
pub fn texts_as_they_are() -> String {
    let closed = storage::names(SEGMENT).unwrap_or_default();
    let named = asides().into_iter().chain(closed).filter_map(|name| storage::read_named(&name).ok().flatten());
    let texts = storage::read(Key::Lock).ok().flatten().into_iter().chain(named);
    texts.collect::<Vec<_>>().join("\n")
}

/// Removes what stands aside, as the person wishes.
pub fn discard_aside() {
    let _ = storage::remove_all(ASIDE);
}

/// The segment of this tab, and what it does not have yet.
#[derive(Default)]
pub struct Segment {
    name: String,
    /// What this tab knows to be stored under the name, and what that says.
    stored: Option<String>,
    events: Vec<Event>,
    /// What was noted and is not stored yet.
    waiting: Vec<Event>,
    is_writing: bool,
}

/// What is to be written next.
struct Round {
    name: String,
    stored: Option<String>,
    events: Vec<Event>,
    taken: usize,
}

impl Segment {
    /// Notes one more event, to be written by [`save`].
    pub fn note(&mut self, event: Event) {
        self.waiting.push(event);
    }

    /// What is not stored yet.
    pub fn waiting(&self) -> &[Event] {
        &self.waiting
    }

    /// Forgets what was not stored yet of a person.
    pub fn forget(&mut self, person: u32) {
        self.waiting.retain(|event| event.person != person);
    }

    /// Begins anew, with what waits: the segment itself stays as it is stored.
    pub fn leave(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        *self = Self { waiting, is_writing: self.is_writing, ..Self::default() };
    }

    fn round(&mut self) -> Option<Round> {
        let first = self.waiting.first()?.id;
        if self.name.is_empty() || self.events.len() >= log::MOST_EVENTS {
            self.name = format!("{SEGMENT}{first:x}");
            self.events.clear();
            self.stored = None;
        }
        let room = log::MOST_EVENTS.saturating_sub(self.events.len());
        let mut events = self.events.clone();
        events.extend(self.waiting.iter().take(room).cloned());
        let taken = events.len().saturating_sub(self.events.len());
        Some(Round { name: self.name.clone(), stored: self.stored.clone(), events, taken })
    }

    /// Whether a round still says what waits: somebody may have been erased meanwhile.
    fn is_current(&self, round: &Round) -> bool {
        self.name == round.name && round.events.ends_with(self.waiting.get(..round.taken).unwrap_or_default())
    }

    fn written(&mut self, round: Round, text: String) {
        self.waiting.drain(..round.taken.min(self.waiting.len()));
        self.events = round.events;
        self.stored = Some(text);
    }

    /// Takes over what another tab has left of this segment, when it erased somebody or closed it.
    fn follow(&mut self, stored: Option<String>, events: Option<Vec<Event>>) {
        match events {
            Some(events) => (self.stored, self.events) = (stored, events),
            None => self.leave(),
        }
    }
}

/// Writes what waits. Only this tab's own segment is written, and it stays small. Right before each write the lock must
/// be the one that this tab knows.
///
/// # Errors
/// [`LockError::Changed`] where it is not; then everything waits.
pub async fn save(care: CareState) -> Result<(), LockError> {
    // The one under way goes on until nothing waits.
    if care.with_segment(|segment| std::mem::replace(&mut segment.is_writing, true)) {
        return Ok(());
    }
    let done = save_rounds(care).await;
    care.with_segment(|segment| segment.is_writing = false);
    done
}

async fn save_rounds(care: CareState) -> Result<(), LockError> {
    while let Some(round) = care.with_segment(Segment::round) {
        let stored = storage::read_named(&round.name)?;
        if stored != round.stored {
            let events = match &stored {
                None => Some(Vec::new()),
                Some(stored) => opened(stored).await?.and_then(|text| log::decode(&text).ok()),
            };
            care.with_segment(|segment| segment.follow(stored, events));
            continue;
        }
        let text = stored_form(log::encode(&round.events), care.closes()).await?;
        if !care.knows_lock() {
            return Err(LockError::Changed);
        }
        let is_current = care.with_segment(|segment| segment.is_current(&round));
        if is_current && storage::read_named(&round.name)? == stored {
            storage::write_named(&round.name, &text)?;
            care.with_segment(|segment| segment.written(round, text));
        }
    }
    Ok(())
}

/// A number below which events are of an earlier day.
pub fn yesterday() -> u64 {
    clock::now_number().saturating_sub(24 * 60 * 60 * 1000 * 1000)
}
