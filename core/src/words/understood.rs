//! What comes of a text: proposals.

use crate::content::{Id, Subject};

use super::chip::Chip;

/// A motif found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'a> {
    /// The motif.
    pub motif: &'a Id,
    /// Its title.
    pub title: &'a str,
    /// How well it fits, above 0; only the order means something.
    pub score: f32,
}

/// What was understood of a text: proposals, of which the person confirms what is right.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood<'a> {
    /// What was understood, in the order of the text.
    pub chips: Vec<Chip>,
    /// The motifs that fit, best first.
    pub motifs: Vec<Found<'a>>,
    /// The signs of the gate, and the motifs, that words of danger speak of.
    pub dangers: Vec<&'a Id>,
    /// Of whom it speaks; none where it does not say.
    pub subject: Option<Subject>,
}

/// Where a text leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// Words of danger: the vital signs, at once.
    ToGate,
    /// To the motifs that fit.
    ToMotifs,
    /// Nothing was recognised: to the list of all motifs by part of the body.
    ToList,
}

impl Understood<'_> {
    /// Whether words of danger were said.
    #[must_use]
    pub fn is_vital(&self) -> bool {
        !self.dangers.is_empty()
    }

    /// Where it leads: never nowhere.
    #[must_use]
    pub fn leads(&self) -> Leads {
        match (self.is_vital(), self.motifs.is_empty()) {
            (true, _) => Leads::ToGate,
            (false, false) => Leads::ToMotifs,
            (false, true) => Leads::ToList,
        }
    }
}
