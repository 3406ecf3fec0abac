//! What came of a request, before it is put into words.

use crate::exchange::calendar::CalendarError;
use crate::exchange::measures_csv;
use crate::exchange::share::ShareError;

use super::{BackupError, Code, Import, ImportError, QrError, Restoration, Seal, SealError, Shown};

/// What came of a [`Request`](super::Request).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// The text of a file that is handed out.
    File(String),
    /// What was understood of a FHIR file.
    Import(Import),
    /// A backup that opens with a passphrase: what the browser gets out of it is a file to restore.
    Sealed(Seal),
    /// What restoring a backup would change.
    Restoration(Box<Restoration>),
    /// What was understood of a table, without the values that the record has.
    Values {
        /// What was understood.
        import: measures_csv::Import,
        /// How many values the record has already.
        known: usize,
    },
    /// The codes of a text, to be read in their order.
    Codes(Vec<Code>),
    /// A sheet.
    Sheet(Box<Shown>),
    /// The letters of a shared address.
    Letters(String),
    /// Nothing was made or understood.
    Failed(Failure),
}

/// Why nothing was made or understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It is more than [`MOST_BYTES`](super::MOST_BYTES).
    TooLarge,
    /// The bytes are no message of this version of the app.
    Unreadable,
    /// The content that came along is damaged or of another version.
    Content,
    /// The record knows no such person.
    NobodyThere,
    /// The questions are not all answered.
    Unfinished,
    /// The FHIR file is not read.
    Import(ImportError),
    /// The backup is not read.
    Backup(BackupError),
    /// The sealed file is not written.
    Seal(SealError),
    /// The table is not read.
    Table(measures_csv::CsvError),
    /// There are no codes of the text.
    Codes(QrError),
    /// Nothing that was asked for has a day to come.
    NoDay,
    /// The calendar is not written.
    Calendar(CalendarError),
    /// The sheet is not shared, or what was shared is not shown.
    Share(ShareError),
}
