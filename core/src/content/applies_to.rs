//! Whom a motif is for: an age, a sex, a pregnancy. It says so on its page, and moves the motif in the search.

use serde::{Deserialize, Serialize};

use super::Sex;

/// Whom a motif is for; everybody, where nothing is said. It answers no question and decides no level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliesTo {
    /// Of which ages.
    pub ages: Option<Ages>,
    /// Of which sex of the body.
    pub sex: Option<Sex>,
    /// Whether it is for a pregnancy.
    pub is_for_pregnancy: bool,
}

/// Ages in whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ages {
    /// First month that counts.
    pub from: u16,
    /// First month that no longer counts; none for no upper end.
    pub to: Option<u16>,
}

impl AppliesTo {
    /// Whether it is for everybody.
    #[must_use]
    pub fn is_everybody(self) -> bool {
        self == Self::default()
    }

    /// Whether it is for somebody of this age in whole months and this sex. A pregnancy is asked, and not looked at here.
    #[must_use]
    pub fn includes(self, months: u16, sex: Sex) -> bool {
        self.ages.is_none_or(|ages| ages.contain(months)) && self.sex.is_none_or(|own| own == sex)
    }
}

impl Ages {
    /// Whether an age in whole months is one of them.
    #[must_use]
    pub fn contain(self, months: u16) -> bool {
        months >= self.from && self.to.is_none_or(|to| months < to)
    }

    /// Whether some age is in both.
    #[must_use]
    pub fn meet(self, other: Self) -> bool {
        self.to.is_none_or(|to| other.from < to) && other.to.is_none_or(|to| self.from < to)
    }
}
