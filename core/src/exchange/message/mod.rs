//! What the app and the worker of the exchange say to each other: a [`Request`], and the [`Reply`] to it, as bytes. What
//! came of the request is a [`Response`], which the worker puts into words.
//!
//! The app knows these values alone. What makes and reads the files needs JSON and other crates, stands behind the feature
//! `exchange` ([`answer`](super::answer)) and is loaded when it is used (ADR 0022).

mod asked;
mod backup;
mod code;
mod import;
mod moment;
mod reply;
mod request;
mod response;
mod words;

pub use asked::Asked;
pub use backup::{BackupError, Change, LeftEvent, LeftWhy, MOST_EVENTS, Plan, Restoration, Seal, SealError};
pub use code::{Code, MOST_CODES, QrError};
pub use import::{Found, Import, ImportError, JsonError, Left, Place, Proposal, Why};
pub use moment::Occasion;
pub use reply::{Group, Line, Offer, Reply, Restoring, Shown, Swap};
pub use request::{MOST_BYTES, MOST_FILE_BYTES, Pack, Request, TriagePacks};
pub use response::{Failure, Response};
pub use words::Words;
