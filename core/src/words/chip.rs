//! What is understood of a text, as it is offered.

use crate::content::{Id, Sex};

/// Something understood, offered to be confirmed or removed; until then it answers nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it means.
    pub meaning: Meaning,
    /// How it is shown.
    pub shown: String,
    /// The first byte of what was typed.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// What was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The age, in whole months; it answers the question for the age.
    Age(u16),
    /// The sex; it answers the question for the sex.
    Sex(Sex),
    /// A pregnancy; it answers this sign.
    Pregnant(Id),
    /// A temperature, in tenths of a degree; it answers this measure.
    Temperature(Id, i32),
    /// Since when, as it is shown: it answers no question, and is there to be said on the phone.
    Since(String),
    /// A complaint in the words of the motifs; it answers no question, and leads to motifs.
    Complaint(String),
}
