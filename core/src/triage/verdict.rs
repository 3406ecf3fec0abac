//! What the engine concludes.

use crate::content::{Id, Urgency};

use super::fresh::Stale;

/// What a set of answers leads to, and everything that led there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How urgent.
    pub level: Urgency,
    /// What decided: the first rule of the most urgent ones that fired.
    pub decided_by: Cause,
    /// Every rule that fired or is in doubt, most urgent first.
    pub reasons: Vec<Reason>,
}

/// What a level rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A rule that fired, or whose doubt weighs that much.
    Rule(Id),
    /// Several doubts about serious signs, or one beside a sign that is there.
    Doubts,
    /// One step up for age or frailty, on top of what the rest gave.
    OneStep(Id),
    /// No rule fired.
    Otherwise,
    /// Content out of date, on which something less urgent would have rested.
    Stale(Stale),
}

/// One rule that fired or is in doubt, with the signs that made it so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The rule.
    pub rule: Id,
    /// The level that it gave.
    pub level: Urgency,
    /// The signs that hold.
    pub present: Vec<Id>,
    /// The signs that the person does not know about.
    pub unknown: Vec<Id>,
    /// Whether the rule is in doubt, not certain.
    pub is_doubt: bool,
}

impl Cause {
    /// The word that vignettes use for it: the rule's id, `doubts`, `otherwise` or `stale`.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Rule(id) | Self::OneStep(id) => id,
            Self::Doubts => "doubts",
            Self::Otherwise => "otherwise",
            Self::Stale(_) => "stale",
        }
    }
}
