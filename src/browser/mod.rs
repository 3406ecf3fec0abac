//! The only code that touches the browser. It holds no decision: what to keep, show or say is decided by its callers.

pub mod clock;
pub mod document;
pub mod exchange;
pub mod files;
pub mod keys;
pub mod location;
pub mod packs;
pub mod script;
pub mod seal;
pub mod storage;
