//! What is in a backup, and what restoring it would change.

use serde::{Deserialize, Serialize};

use crate::record::log::union;
use crate::record::{Event, Session};

use super::JsonError;

/// The most events of a backup: five persons over many decades.
pub const MOST_EVENTS: usize = 200_000;

/// Why nothing of a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BackupError {
    /// It is no JSON within the limits.
    Json(JsonError),
    /// It is JSON, but no backup.
    NotABackup,
    /// It was written by a later version of the program.
    FromTheFuture,
    /// It has more events than [`MOST_EVENTS`].
    TooMany,
    /// It is sealed in a way that cannot be opened here.
    Seal(SealError),
}

/// A part of a backup that is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftEvent {
    /// Its number in the list, from 1; 0 for the triage under way.
    pub place: usize,
    /// Why.
    pub why: LeftWhy,
    /// What it says in words, where it does.
    pub text: String,
}

/// Why a part of a backup is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeftWhy {
    /// It is of no form that this program knows, or its day is out of all bounds.
    NotUnderstood,
    /// The same stands in the file before.
    Twice,
    /// Another event of the same number stands in the file before.
    SameNumber,
    /// The file has a part of this name that is not known.
    UnknownPart,
}

/// A sealed backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// The rounds of the derivation.
    pub rounds: u32,
    /// The salt of the derivation.
    pub salt: Vec<u8>,
    /// The initialisation vector of the cipher.
    pub nonce: Vec<u8>,
    /// The file, sealed, with its mark at the end.
    pub bytes: Vec<u8>,
}

/// Why a sealed file cannot be opened here, or not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SealError {
    /// It lacks something, or what is there is not of the form.
    Unreadable,
    /// Another cipher or derivation than ours.
    OtherCipher,
    /// The rounds or a length are out of bounds.
    OutOfBounds,
}

/// What a restoration changes, before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The events that come, in the order of their numbers.
    pub added: Vec<Event>,
    /// The events that go, in the order of their numbers.
    pub removed: Vec<Event>,
    /// What that means for each person, in the order of their numbers.
    pub changes: Vec<Change>,
}

/// What a restoration changes of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The person, by the number that they have on the device afterwards.
    pub person: u32,
    /// How they are called there, or were.
    pub name: String,
    /// So many events come.
    pub added: usize,
    /// So many events go.
    pub removed: usize,
    /// So many events stay.
    pub kept: usize,
}

impl Plan {
    /// The events afterwards.
    #[must_use]
    pub fn apply(&self, events: &[Event]) -> Vec<Event> {
        let goes = |event: &&Event| self.removed.binary_search_by_key(&event.id, |gone| gone.id).is_err();
        let stays: Vec<Event> = events.iter().filter(goes).cloned().collect();
        union([self.added.clone(), stays])
    }

    /// The plan that takes this one back.
    #[must_use]
    pub fn undo(&self) -> Self {
        let swapped = |change: &Change| Change { added: change.removed, removed: change.added, ..change.clone() };
        Self {
            added: self.removed.clone(),
            removed: self.added.clone(),
            changes: self.changes.iter().map(swapped).collect(),
        }
    }
}

/// What restoring a backup would change, in both ways, of which the person chooses one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restoration {
    /// When the backup was made, as the file says.
    pub made: String,
    /// What changes where the record stays, and what the backup has besides is added.
    pub merge: Plan,
    /// What changes where the backup comes in the place of the record.
    pub replace: Plan,
    /// The triage under way when it was made.
    pub session: Option<Session>,
    /// What of the file is not read.
    pub left: Vec<LeftEvent>,
}
