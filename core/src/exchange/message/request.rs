//! What the app asks the worker for.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize, Serializer};

use crate::content::Id;
use crate::content::day::day_number;
use crate::exchange::calendar::Titles;
use crate::exchange::measures_csv::Form;
use crate::record::{Event, Session};

use super::moment::to_the_second;
use super::{Asked, Failure, Occasion, Seal};

/// The most bytes that a file may have: a record of decades, or a hospital's with some scanned letters. The page looks at
/// the size before it reads a file.
pub const MOST_FILE_BYTES: usize = 16 * 1024 * 1024;

/// The most bytes of a request or of its response: the largest file, the content and the record beside it.
pub const MOST_BYTES: usize = 4 * MOST_FILE_BYTES;

/// One thing that is written or read. It carries all that this needs, content included: the worker keeps nothing and asks
/// nobody. The words of what is made are the worker's own, so that the app does not carry them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Request<'a> {
    /// A person's record as a FHIR Bundle.
    Collection {
        /// The content of the pathways.
        #[serde(borrow)]
        care: Pack<'a>,
        /// What was noted of everybody, in the order of the numbers.
        events: Vec<Event>,
        /// The person.
        person: u32,
        /// When it is made.
        occasion: Occasion,
    },
    /// A result of triage as a FHIR document.
    Document {
        /// The content of triage.
        #[serde(borrow)]
        triage: TriagePacks<'a>,
        /// The motifs and answers.
        session: Session,
        /// When it is made.
        occasion: Occasion,
    },
    /// What is understood of a FHIR file.
    Import {
        /// The content of the pathways.
        #[serde(borrow)]
        care: Pack<'a>,
        /// The file.
        #[serde(borrow, serialize_with = "as_bytes")]
        file: &'a [u8],
        /// The day, after which nothing has happened yet.
        #[serde(with = "day_number")]
        today: NaiveDate,
    },
    /// The backup of everything.
    Backup {
        /// The content of the pathways.
        #[serde(borrow)]
        care: Pack<'a>,
        /// What was noted of everybody, in the order of the numbers.
        events: Vec<Event>,
        /// The triage under way, where it may be kept.
        session: Option<Session>,
        /// When it is made.
        #[serde(with = "to_the_second")]
        made: DateTime<FixedOffset>,
    },
    /// The file around what the browser sealed with a passphrase.
    Seal(Seal),
    /// What restoring a backup would change.
    Restore {
        /// The file.
        #[serde(borrow, serialize_with = "as_bytes")]
        file: &'a [u8],
        /// What was noted of everybody, in the order of the numbers.
        events: Vec<Event>,
    },
    /// The measures of a person as a table.
    Table {
        /// The content of the pathways.
        #[serde(borrow)]
        care: Pack<'a>,
        /// What was noted of everybody, in the order of the numbers.
        events: Vec<Event>,
        /// The person.
        person: u32,
        /// For which program.
        form: Form,
    },
    /// What is understood of a table of measures.
    Values {
        /// The content of the pathways.
        #[serde(borrow)]
        care: Pack<'a>,
        /// The file.
        #[serde(borrow, serialize_with = "as_bytes")]
        file: &'a [u8],
        /// What was noted of everybody, in the order of the numbers.
        events: Vec<Event>,
        /// Whose measures they are.
        person: u32,
        /// The day, after which nothing was measured yet.
        #[serde(with = "day_number")]
        today: NaiveDate,
    },
    /// A text as QR codes.
    Codes {
        /// The text.
        text: &'a str,
    },
    /// A sheet.
    Sheet(#[serde(borrow)] Asked<'a>),
    /// A sheet as the letters of an address.
    Letters {
        /// The sheet.
        #[serde(borrow)]
        of: Asked<'a>,
        /// The last day on which it is shown.
        #[serde(with = "day_number")]
        until: NaiveDate,
        /// The day.
        #[serde(with = "day_number")]
        today: NaiveDate,
    },
    /// The sheet that an address carries.
    Open {
        /// The letters of the address.
        letters: &'a str,
        /// The day.
        #[serde(with = "day_number")]
        today: NaiveDate,
    },
    /// Days for a calendar.
    Calendar {
        /// The content of the pathways.
        #[serde(borrow)]
        care: Pack<'a>,
        /// What was noted of everybody, in the order of the numbers.
        events: Vec<Event>,
        /// The person.
        person: u32,
        /// When it is made.
        occasion: Occasion,
        /// What whoever sees the calendar can read.
        titles: Titles,
        /// One thing to do alone, by its key; none for all days.
        only: Option<Id>,
    },
}

/// A pack of content, as it was fetched.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Pack<'a> {
    /// The version that the app knows.
    pub version: &'a str,
    /// The bytes of the file.
    #[serde(serialize_with = "as_bytes")]
    pub bytes: &'a [u8],
}

/// The two packs of triage, as they were fetched.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct TriagePacks<'a> {
    /// The pack that comes with the app.
    #[serde(serialize_with = "as_bytes")]
    pub start: &'a [u8],
    /// The rest.
    #[serde(serialize_with = "as_bytes")]
    pub rest: &'a [u8],
}

impl<'a> Request<'a> {
    /// The bytes to send.
    ///
    /// # Errors
    /// [`Failure::TooLarge`] beyond [`MOST_BYTES`].
    pub fn encode(&self) -> Result<Vec<u8>, Failure> {
        let bytes = postcard::to_stdvec(self).map_err(|_| Failure::Unreadable)?;
        if bytes.len() > MOST_BYTES { Err(Failure::TooLarge) } else { Ok(bytes) }
    }

    /// The request in some bytes.
    ///
    /// # Errors
    /// [`Failure::TooLarge`] beyond [`MOST_BYTES`], [`Failure::Unreadable`] where it is none.
    pub fn decode(bytes: &'a [u8]) -> Result<Self, Failure> {
        if bytes.len() > MOST_BYTES {
            return Err(Failure::TooLarge);
        }
        postcard::from_bytes(bytes).map_err(|_| Failure::Unreadable)
    }
}

/// Bytes in one piece: one by one, a large file would keep the page waiting.
fn as_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}
