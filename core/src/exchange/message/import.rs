//! What is understood of the files of others, and why the rest is not.

use serde::{Deserialize, Serialize};

use crate::record::What;

/// Why bytes are not read as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum JsonError {
    /// More bytes than [`MOST_BYTES`].
    TooLarge,
    /// More values than [`MOST_VALUES`].
    TooMany,
    /// Lists and objects deeper in one another than [`MOST_DEPTH`].
    TooDeep,
    /// Not text in UTF-8.
    NotText,
    /// Text that is not JSON, or is cut off.
    NotJson,
}

/// Why nothing of a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportError {
    /// It is no JSON within the limits.
    Json(JsonError),
    /// It is JSON, but no resource of FHIR.
    NotFhir,
    /// The Bundle has more than [`MOST_ENTRIES`].
    TooManyEntries,
}

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// The persons that the file speaks of, each apart.
    pub persons: Vec<Found>,
    /// What is not taken over, in the order of the file.
    pub left: Vec<Left>,
}

/// What is proposed for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// What the file calls them in references; empty where it names nobody.
    pub reference: String,
    /// What can be noted, in the order of the file.
    pub proposals: Vec<Proposal>,
}

/// Something that can be noted, once it is confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Where it stands.
    pub place: Place,
    /// What would be noted.
    pub what: What,
    /// Why something of it would not be.
    pub without: Vec<Why>,
}

/// Something that is not taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Where it stands.
    pub place: Place,
    /// Why.
    pub why: Why,
    /// What it says, as far as that can be told; it may be empty.
    pub text: String,
}

/// Where something stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its number in the Bundle, from 1.
    pub entry: usize,
    /// The kind of resource.
    pub kind: String,
    /// Its name; it may be empty.
    pub id: String,
}

/// Why something is not taken over, or not all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// A record holds nothing of this kind.
    KindNotRead,
    /// The entry is no resource.
    NotAResource,
    /// The same stands in the file before.
    Twice,
    /// Something else of the same name stands in the file before.
    SameName,
    /// It speaks of several persons, and this says not of whom.
    NobodyNamed,
    /// It carries what may change its meaning and is not understood.
    Modified,
    /// It was entered in error or cancelled.
    Withdrawn,
    /// It was found not to be so.
    Refuted,
    /// It is over.
    Over,
    /// It was not done.
    NotDone,
    /// What it is about is not known here.
    CodeUnknown,
    /// Its unit is missing or not known here.
    UnitUnknown,
    /// It has no value that is a number or a day.
    NoValue,
    /// Its value is only a bound.
    NotExact,
    /// Its value is none that people have.
    Implausible,
    /// It has no day.
    NoDay,
    /// Its day is not known to the day.
    DayIncomplete,
    /// Its day does not exist or is out of all bounds.
    DayImpossible,
    /// Its day has not come yet.
    InTheFuture,
    /// It has no name.
    NoName,
    /// It was shortened, or letters that cannot be shown were left out.
    Shortened,
    /// It has parts that a record does not hold; their names are given.
    PartNotKept,
}
