//! What is kept of a person: the triage under way, and their record, a log of small events.
//!
//! Everything stored has a version and a checksum, and is checked on reading. What cannot be read is kept aside by
//! whoever read it, never overwritten.

mod envelope;
mod event;
mod example;
mod fold;
pub mod lock;
pub mod log;
mod session;
mod unsaved;

pub use event::{Event, What};
pub use example::events_of;
pub use fold::Record;
pub use session::{MOST_BYTES, RecordError, Session};
pub use unsaved::{Unsaved, unsaved};
