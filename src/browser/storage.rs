//! Local storage, asked for each time: it may be blocked or full, and both are states, not accidents.
//!
//! Every key starts with the path of the app, and nothing here touches any other: a neighbour app of the same host shares
//! the storage.

use sentier_core::order::put_in_order;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Storage, StorageEvent};

use super::location;

/// Why something was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage.
    Blocked,
    /// The storage is full.
    Full,
}

/// The start of the name of every triage under way, and of what could not be read of one.
pub const SESSION: &str = "session";

/// The name of what could not be read of a triage, kept as it was.
pub const SESSION_ASIDE: &str = "session-aside";

/// What else is stored under the app's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Set by the boot script when the app ends in a panic, so that the next start does not resume by itself.
    Crashed,
    /// The department that was chosen.
    Territory,
    /// Set where the person cannot speak or hear.
    Silent,
    /// What the browser must be told to open a locked record.
    Lock,
    /// Changed when somebody left in a hurry or closed the lock: the other tabs close it too.
    Left,
    /// The number of the last note of which the person took a backup.
    Backup,
    /// The language that was chosen.
    Language,
}

impl Key {
    fn name(self) -> String {
        let name = match self {
            Self::Crashed => "crashed",
            Self::Territory => "territory",
            Self::Silent => "silent",
            Self::Lock => "lock",
            Self::Left => "left",
            Self::Backup => "backup",
            Self::Language => "language",
        };
        full(name)
    }
}

/// A name under the path of the app.
fn full(name: &str) -> String {
    format!("{}sentier/{name}", location::folder())
}

fn storage() -> Result<Storage, StorageError> {
    // gloo-storage's `raw` throws where storage is blocked, so the browser is asked here, once a call.
    let window = web_sys::window().ok_or(StorageError::Blocked)?;
    window.local_storage().ok().flatten().ok_or(StorageError::Blocked)
}

/// The names under the path of the app that start so, in order.
pub fn names(start: &str) -> Result<Vec<String>, StorageError> {
    let storage = storage()?;
    let start = full(start);
    let path = full("");
    let count = storage.length().map_err(|_| StorageError::Blocked)?;
    let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
    let own = keys.filter(|key| key.starts_with(&start));
    let mut names: Vec<String> = own.filter_map(|key| key.strip_prefix(&path).map(str::to_owned)).collect();
    put_in_order(&mut names, String::clone);
    Ok(names)
}

/// What is stored under a name of [`names`].
pub fn read_named(name: &str) -> Result<Option<String>, StorageError> {
    storage()?.get_item(&full(name)).map_err(|_| StorageError::Blocked)
}

/// Stores a text under a name.
pub fn write_named(name: &str, text: &str) -> Result<(), StorageError> {
    storage()?.set_item(&full(name), text).map_err(|_| StorageError::Full)
}

/// Removes what is stored under a name.
pub fn remove_named(name: &str) -> Result<(), StorageError> {
    storage()?.remove_item(&full(name)).map_err(|_| StorageError::Blocked)
}

/// Removes everything whose name starts so.
pub fn remove_all(start: &str) -> Result<(), StorageError> {
    for name in names(start)? {
        remove_named(&name)?;
    }
    Ok(())
}

/// Calls back whenever another tab stored something, with whether it was under a key, for as long as the page lives.
pub fn on_change_elsewhere(key: Key, call: impl Fn(bool) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        call(event.key() == Some(key.name()));
    });
    let _ = window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    listener.forget();
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
