//! Who can be reached or seen, how, and what they may do.

use serde::{Deserialize, Serialize};

use super::{Duty, Id, Reading, Urgency};

/// How a contact is reached without speaking or hearing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Which contact.
    pub contact: Id,
    /// What there is: messages, video in sign language.
    pub said: String,
    /// Where, without the scheme.
    pub address: String,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

/// Somebody who can be seen, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Professional {
    /// A plain word.
    pub id: Id,
    /// What they are called.
    pub name: String,
    /// How one comes to see them.
    pub access: String,
    /// The ways that lead to them.
    pub ways: Vec<Id>,
    /// The periods in which they are often closed.
    pub closed: Vec<Duty>,
    /// Who stands in for them then.
    pub on_duty: Option<OnDuty>,
    /// Ways to try beside, while they are open.
    pub also: Vec<Id>,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

/// Who stands in, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnDuty {
    /// The periods.
    pub during: Vec<Duty>,
    /// How to reach them.
    pub way: Id,
}

/// Something that a professional may do without another having been seen first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// A plain word.
    pub id: Id,
    /// Who does it.
    pub professional: Id,
    /// What it is.
    pub title: String,
    /// What must hold.
    pub conditions: Vec<Said>,
    /// For whom it is not.
    pub excluded: Vec<Said>,
    /// Whom to see where it is not.
    pub otherwise: String,
    /// What it costs, where known.
    pub price: Option<String>,
    /// Ways beside which it may be shown though they lead to somebody else.
    pub ways: Vec<Id>,
    /// The motifs to which it belongs.
    pub motifs: Vec<Id>,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

/// A line of a service, with how far its source was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The line.
    pub text: String,
    /// How far its source was read.
    pub reading: Reading,
}

/// When a consultation at a distance may be offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remote {
    /// The way that offers it.
    pub way: Id,
    /// The levels that allow it.
    pub levels: Vec<Urgency>,
    /// The ways beside which it may stand.
    pub beside: Vec<Id>,
    /// The motifs that need no examination; beside no other.
    pub motifs: Vec<Id>,
    /// The age from which it may, in whole months: an infant must be examined.
    pub from_age: u16,
}
