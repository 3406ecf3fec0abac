//! How urgent: the one scale of the product.

use serde::{Deserialize, Serialize};

/// How soon, and from whom, help is needed; ordered, so that the greater is the more urgent.
///
/// The scale is this project's own translation of N6…N1 of its reference; no published scale uses these words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Watch at home, with advice and "call back if".
    SelfCare,
    /// An appointment, or another professional.
    Planned,
    /// A consultation within 24 to 48 hours.
    Days,
    /// A medical opinion within hours.
    Hours,
    /// An emergency: call 15, casualty without delay.
    Emergency,
    /// Life may be at stake: call 15 now.
    Vital,
}

impl Urgency {
    /// Every level, most urgent first: the order in which questions are asked.
    pub const MOST_URGENT_FIRST: [Self; 6] =
        [Self::Vital, Self::Emergency, Self::Hours, Self::Days, Self::Planned, Self::SelfCare];

    /// The level after the one step that age or frailty may add. It moves only the three lowest levels: an emergency
    /// stays one, and "within hours" becomes an emergency only where a rule says so.
    #[must_use]
    pub fn one_step_up(self) -> Self {
        match self {
            Self::SelfCare => Self::Planned,
            Self::Planned => Self::Days,
            Self::Days => Self::Hours,
            higher => higher,
        }
    }

    /// The word used for this level in content files and style names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::SelfCare => "self-care",
            Self::Planned => "planned",
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Emergency => "emergency",
            Self::Vital => "vital",
        }
    }
}
