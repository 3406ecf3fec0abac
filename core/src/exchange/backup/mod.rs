//! The backup: one file in JSON that people and other programs can read, with everything that is kept of all persons.
//!
//! Its form is described in `docs/backup-format.md` and, for machines, in `docs/backup.schema.json`. [`read`] never
//! touches a record: [`restore`] says what a backup would change, and the change can be taken back.
//!
//! A file may be sealed by a passphrase. Sealing itself is the browser's: [`open`] hands out what it needs
//! ([`Seal`]), and reads the file that it gives back.

mod line;
mod read;
mod restore;
mod seal;
mod write;

pub use read::{Backup, Opened, open};
pub use restore::{Way, restore};
pub use seal::write_sealed;
pub use write::write;

pub use super::message::{BackupError, Change, LeftEvent, LeftWhy as Why, MOST_EVENTS, Plan, Seal, SealError};

/// What every backup calls itself.
pub const FORMAT: &str = "sentier-backup";

/// The version of the form that this program writes, from 1.
pub const VERSION: u64 = 1;
