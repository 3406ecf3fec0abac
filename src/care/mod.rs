//! The record and the pathways in the app: what has arrived, what was noted, who is looked at.

mod backup;
mod keep;
pub mod lock;
mod state;

use sentier_core::content::Id;

use crate::browser::location;
use crate::route::{CareRoute, Route};

pub use keep::{Recording, texts_as_they_are};
pub use lock::{Access, Deed, LockError};
pub use state::CareState;

/// Opens a step, an act or a pathway: which one is remembered, never put into the address.
pub fn open(care: CareState, route: CareRoute, what: Id) {
    care.select(what);
    location::go(&Route::Care(route).hash());
}
