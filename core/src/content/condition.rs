//! When a rule fires: a condition over signs, without negation.

use serde::{Deserialize, Serialize};

use super::Id;

/// A condition over signs. There is no "not": a sign that is added can only make a condition truer, which is what
/// makes the whole engine monotone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// The sign is present.
    Is(Id),
    /// Every part holds.
    All(Vec<Condition>),
    /// At least one part holds.
    Any(Vec<Condition>),
    /// At least so many parts hold.
    AtLeast(usize, Vec<Condition>),
}

impl Condition {
    /// The signs that the condition speaks of, in the order written, a sign twice if written twice.
    #[must_use]
    pub fn signs(&self) -> Vec<&Id> {
        match self {
            Self::Is(sign) => vec![sign],
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) => {
                parts.iter().flat_map(Self::signs).collect()
            }
        }
    }

    /// Whether the condition is one sign alone.
    #[must_use]
    pub fn is_single(&self) -> bool {
        matches!(self, Self::Is(_))
    }
}
