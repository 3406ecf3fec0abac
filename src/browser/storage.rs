//! Local storage, asked for each time: it may be blocked or full, and both are states, not accidents.
//!
//! Every key starts with the path of the app. Nothing here lists or clears keys: a neighbour app of the same host
//! shares the storage.

use web_sys::Storage;

use super::location;

/// Why something was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage.
    Blocked,
    /// The storage is full.
    Full,
}

/// What is stored under the app's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The triage under way.
    Session,
    /// A stored session that could not be read, kept as it was.
    SessionAside,
    /// Set while the app ends in a panic, so that the next start does not resume by itself.
    Crashed,
}

impl Key {
    fn name(self) -> String {
        let name = match self {
            Self::Session => "session",
            Self::SessionAside => "session-aside",
            Self::Crashed => "crashed",
        };
        format!("{}sentier/{name}", location::folder())
    }
}

fn storage() -> Result<Storage, StorageError> {
    // gloo-storage's `raw` throws where storage is blocked, so the browser is asked here, once a call.
    let window = web_sys::window().ok_or(StorageError::Blocked)?;
    window.local_storage().ok().flatten().ok_or(StorageError::Blocked)
}

/// What is stored under a key.
pub fn read(key: Key) -> Result<Option<String>, StorageError> {
    storage()?.get_item(&key.name()).map_err(|_| StorageError::Blocked)
}

/// Stores a text.
pub fn write(key: Key, text: &str) -> Result<(), StorageError> {
    storage()?.set_item(&key.name(), text).map_err(|_| StorageError::Full)
}

/// Removes what is stored under a key.
pub fn remove(key: Key) -> Result<(), StorageError> {
    storage()?.remove_item(&key.name()).map_err(|_| StorageError::Blocked)
}
