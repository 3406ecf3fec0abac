//! What is kept of the triage under way on the device, and what is done with what cannot be read.

use sentier_core::record::{RecordError, Session};

use crate::browser::clock;
use crate::browser::storage::{self, Key, SESSION, SESSION_ASIDE, StorageError};

/// Whether what is answered is kept on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is.
    Kept,
    /// It is not, because the motif leaves no trace.
    NoTrace,
    /// It is not, because the record has a lock, and this would stand open beside it.
    Locked,
    /// It is not, because the browser refuses.
    Refused(StorageError),
}

/// What the device had kept.
pub struct Stored {
    /// The triage under way.
    pub session: Option<Session>,
    /// Whether the app ended in a panic.
    pub crashed: bool,
    /// Why a stored session could not be read.
    pub damage: Option<RecordError>,
    /// Whether the browser keeps anything.
    pub keeping: Keeping,
}

/// Writes the session, each tab its own: not over that of another tab, nor while an unreadable one still stands there.
pub struct Keeper {
    place: String,
    /// What this tab knows to stand in the place.
    known: Option<String>,
    /// The name of an unreadable one for which there is no room aside.
    in_the_way: Option<String>,
}

impl Keeper {
    /// Reads what was kept: the first that can be read. What cannot be read is put aside as it was; where there is no room
    /// for it aside, it stays where it is and nothing is written over it.
    pub fn open() -> (Self, Stored) {
        let mut keeper = Self { place: SESSION.to_owned(), known: None, in_the_way: None };
        let mut stored = Stored { session: None, crashed: false, damage: None, keeping: Keeping::Kept };
        let names = match storage::names(SESSION) {
            Ok(names) => names,
            Err(error) => {
                stored.keeping = Keeping::Refused(error);
                return (keeper, stored);
            }
        };
        stored.crashed = matches!(storage::read(Key::Crashed), Ok(Some(_)));
        for name in names.into_iter().filter(|name| name != SESSION_ASIDE) {
            let Ok(Some(text)) = storage::read_named(&name) else { continue };
            match Session::decode(&text) {
                Ok(session) if session.is_empty() => {}
                Ok(session) => {
                    (keeper.place, keeper.known, stored.session) = (name, Some(text), Some(session));
                    break;
                }
                Err(damage) => {
                    stored.damage = Some(damage);
                    keeper.put_aside(&name, &text);
                    if keeper.in_the_way.is_some() {
                        stored.keeping = Keeping::Refused(StorageError::Full);
                        break;
                    }
                }
            }
        }
        (keeper, stored)
    }

    fn put_aside(&mut self, name: &str, text: &str) {
        let is_free = matches!(storage::read_named(SESSION_ASIDE), Ok(None));
        if is_free && storage::write_named(SESSION_ASIDE, text).is_ok() {
            let _ = storage::remove_named(name);
        } else {
            self.in_the_way = Some(name.to_owned());
        }
    }

    /// Keeps the session, where it may leave a trace and there is one.
    pub fn keep(&mut self, session: &Session, leaves_trace: bool) -> Keeping {
        if self.in_the_way.is_some() {
            return Keeping::Refused(StorageError::Full);
        }
        let is_locked = matches!(storage::read(Key::Lock), Ok(Some(_)));
        let is_kept = leaves_trace && !is_locked && !session.is_empty();
        let kept = if is_kept { self.write(session.encode()) } else { self.remove() };
        match kept {
            _ if !leaves_trace => Keeping::NoTrace,
            _ if is_locked && !session.is_empty() => Keeping::Locked,
            Ok(()) => Keeping::Kept,
            Err(error) => Keeping::Refused(error),
        }
    }

    fn write(&mut self, text: String) -> Result<(), StorageError> {
        let stands = storage::read_named(&self.place)?;
        if stands.is_some() && stands != self.known {
            // Another tab asks about somebody else, or went on from here: both are kept.
            self.place = format!("{SESSION}-{:x}", clock::now_number());
        }
        storage::write_named(&self.place, &text)?;
        self.known = Some(text);
        Ok(())
    }

    fn remove(&mut self) -> Result<(), StorageError> {
        let stands = storage::read_named(&self.place)?;
        if stands.is_some() && stands == self.known {
            storage::remove_named(&self.place)?;
        }
        self.known = None;
        Ok(())
    }

    /// What could not be read, as it is.
    pub fn damaged(&self) -> String {
        let name = self.in_the_way.as_deref().unwrap_or(SESSION_ASIDE);
        storage::read_named(name).ok().flatten().unwrap_or_default()
    }

    /// Removes a session that could not be read, wherever it stands.
    pub fn discard_damaged(&mut self) {
        let _ = storage::remove_named(SESSION_ASIDE);
        if let Some(name) = self.in_the_way.take() {
            let _ = storage::remove_named(&name);
        }
    }

    /// Removes every session, also those of other tabs and what could not be read.
    pub fn erase(&mut self) {
        let _ = storage::remove_all(SESSION);
        (self.known, self.in_the_way) = (None, None);
    }

    /// Forgets that the app ended in a panic.
    pub fn forget_crash(&self) {
        let _ = storage::remove(Key::Crashed);
    }
}
