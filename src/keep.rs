//! What is kept of the triage under way on the device, and what is done with what cannot be read.

use sentier_core::record::{RecordError, Session};

use crate::browser::storage::{self, Key, StorageError};

/// Whether what is answered is kept on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is.
    Kept,
    /// It is not, because the motif leaves no trace.
    NoTrace,
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

/// Writes the session; not while an unreadable one still stands in its place.
pub struct Keeper {
    is_blocked_by_damage: bool,
}

impl Keeper {
    /// Reads what was kept. What cannot be read is put aside as it was; where there is no room for it aside, it stays
    /// where it is and nothing is written over it.
    pub fn open() -> (Self, Stored) {
        let mut keeper = Self { is_blocked_by_damage: false };
        let mut stored = Stored { session: None, crashed: false, damage: None, keeping: Keeping::Kept };
        let text = match storage::read(Key::Session) {
            Ok(text) => text,
            Err(error) => {
                stored.keeping = Keeping::Refused(error);
                return (keeper, stored);
            }
        };
        stored.crashed = matches!(storage::read(Key::Crashed), Ok(Some(_)));
        match text.as_deref().map(Session::decode) {
            None => {}
            Some(Ok(session)) => stored.session = Some(session).filter(|session| !session.is_empty()),
            Some(Err(damage)) => {
                stored.damage = Some(damage);
                keeper.put_aside(&text.unwrap_or_default());
                if keeper.is_blocked_by_damage {
                    stored.keeping = Keeping::Refused(StorageError::Full);
                }
            }
        }
        (keeper, stored)
    }

    fn put_aside(&mut self, text: &str) {
        let is_free = matches!(storage::read(Key::SessionAside), Ok(None));
        if is_free && storage::write(Key::SessionAside, text).is_ok() {
            let _ = storage::remove(Key::Session);
        } else {
            self.is_blocked_by_damage = true;
        }
    }

    /// Keeps the session, where it may leave a trace and there is one.
    pub fn keep(&self, session: &Session, leaves_trace: bool) -> Keeping {
        if self.is_blocked_by_damage {
            return Keeping::Refused(StorageError::Full);
        }
        if !leaves_trace || session.is_empty() {
            let removed = storage::remove(Key::Session);
            return match removed {
                _ if !leaves_trace => Keeping::NoTrace,
                Ok(()) => Keeping::Kept,
                Err(error) => Keeping::Refused(error),
            };
        }
        match storage::write(Key::Session, &session.encode()) {
            Ok(()) => Keeping::Kept,
            Err(error) => Keeping::Refused(error),
        }
    }

    /// Removes a session that could not be read, wherever it stands.
    pub fn discard_damaged(&mut self) {
        let _ = storage::remove(Key::SessionAside);
        if self.is_blocked_by_damage {
            let _ = storage::remove(Key::Session);
        }
        self.is_blocked_by_damage = false;
    }

    /// Forgets that the app ended in a panic.
    pub fn forget_crash(&self) {
        let _ = storage::remove(Key::Crashed);
    }
}
