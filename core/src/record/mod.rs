//! What is kept of a person: today, the triage under way.
//!
//! Everything stored has a version and a checksum, and is checked on reading. What cannot be read is kept aside by
//! whoever read it, never overwritten.

mod session;

pub use session::{MOST_BYTES, RecordError, Session};
