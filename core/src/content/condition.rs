//! When a rule fires: a condition over signs, without negation.

use serde::{Deserialize, Serialize};

use super::Id;

/// A condition over signs. There is no "not": a sign that is added can only make a condition truer, which is what
/// makes the whole engine monotone. Content names signs by their ids, the engine by their places in its list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition<S = Id> {
    /// The sign is present.
    Is(S),
    /// Every part holds.
    All(Vec<Condition<S>>),
    /// At least one part holds.
    Any(Vec<Condition<S>>),
    /// At least so many parts hold.
    AtLeast(usize, Vec<Condition<S>>),
}

impl<S> Condition<S> {
    /// The same condition with its signs named in another way.
    #[must_use]
    pub fn renamed<T>(&self, name: &impl Fn(&S) -> T) -> Condition<T> {
        let all = |parts: &[Self]| parts.iter().map(|part| part.renamed(name)).collect();
        match self {
            Self::Is(sign) => Condition::Is(name(sign)),
            Self::All(parts) => Condition::All(all(parts)),
            Self::Any(parts) => Condition::Any(all(parts)),
            Self::AtLeast(least, parts) => Condition::AtLeast(*least, all(parts)),
        }
    }

    /// The signs that the condition speaks of, in the order written, a sign twice if written twice.
    #[must_use]
    pub fn signs(&self) -> Vec<&S> {
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
