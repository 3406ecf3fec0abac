//! What a person answered.

use serde::{Deserialize, Serialize};

use crate::Sorted;
use crate::content::{Id, Library, Origin, Sex, Sign};

use super::Protocol;
use super::protocol::Place;

/// What a person answered. What was not asked is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Ticked signs, by sign.
    pub signs: Sorted<Id, Answer>,
    /// Measures, by measure.
    pub measures: Sorted<Id, MeasureAnswer>,
    /// Age in whole months, as far as asked.
    pub age: Option<Known<u16>>,
    /// Sex of the body, as far as asked.
    pub sex: Option<Known<Sex>>,
}

/// The answer to one closed question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The sign is there.
    Yes,
    /// The sign is not there.
    No,
    /// The person does not know.
    Unknown,
}

/// The answer to a question about a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureAnswer {
    /// A value, in tenths of the unit.
    Tenths(i32),
    /// The person could not measure.
    Impossible,
}

/// Something asked that may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known<T> {
    /// Known.
    Is(T),
    /// The person does not know or does not say.
    Unknown,
}

impl<T> Known<T> {
    /// What is known, if it is.
    #[must_use]
    pub fn value(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Unknown => None,
        }
    }
}

/// Whether a sign or a condition holds, in the order in which answers may raise a level: `No < Unknown < Yes`.
/// What was not asked is apart: it counts as no for what is, and as yes for what might still be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold.
    No,
    /// The person does not know.
    Unknown,
    /// It holds.
    Yes,
}

impl Answers {
    /// Whether a sign holds; `None` where it was not asked.
    #[must_use]
    pub fn truth(&self, library: &Library, sign: &Sign) -> Option<Truth> {
        let is_excluded = sign
            .only_for
            .iter()
            .any(|other| library.sign(other).is_some_and(|other| self.truth(library, other) == Some(Truth::No)));
        if is_excluded { Some(Truth::No) } else { self.truth_alone(sign, self.signs.get(&sign.id)) }
    }

    /// Whether each sign of a protocol holds, in its order: [`Self::truth`] of all of them in one pass.
    pub(super) fn truths(&self, protocol: &Protocol<'_>) -> Vec<Option<Truth>> {
        let signs = protocol.signs();
        let mut alone = vec![None; signs.len()];
        let in_order = protocol.by_id().filter_map(|place| signs.get(place).map(|sign| (place, *sign)));
        let ticked = self.signs.get_each(in_order.clone().map(|(_, sign)| &sign.id));
        for ((place, sign), ticked) in in_order.zip(ticked) {
            if let Some(truth) = alone.get_mut(place) {
                *truth = self.truth_alone(sign, ticked);
            }
        }
        (0..signs.len()).map(|place| truth_within_limits(protocol, &alone, place)).collect()
    }

    /// Whether a sign holds, whoever it may concern; `ticked` is the answer to its own line.
    fn truth_alone(&self, sign: &Sign, ticked: Option<&Answer>) -> Option<Truth> {
        let ticked = ticked.map(|answer| Truth::from(*answer));
        match &sign.origin {
            Origin::Asked => ticked,
            Origin::Measured { measure, bound, .. } => match self.measures.get(measure)? {
                MeasureAnswer::Tenths(value) => Some(Truth::from(bound.holds(*value))),
                MeasureAnswer::Impossible => ticked,
            },
            Origin::Age { from, to } => Some(match self.age? {
                Known::Is(months) => Truth::from(months >= *from && to.is_none_or(|to| months < to)),
                Known::Unknown => Truth::Unknown,
            }),
            Origin::Sex(sex) => Some(match self.sex? {
                Known::Is(known) => Truth::from(known == *sex),
                Known::Unknown => Truth::Unknown,
            }),
        }
    }

    /// Whether the sign must be asked by a tick: it is one that is ticked, and no measure answers it.
    #[must_use]
    pub fn is_to_tick(&self, sign: &Sign) -> bool {
        match &sign.origin {
            Origin::Asked => true,
            Origin::Measured { measure, .. } => self.measures.get(measure) == Some(&MeasureAnswer::Impossible),
            Origin::Age { .. } | Origin::Sex(_) => false,
        }
    }

    /// The sign as a statement, in the words in which it was asked.
    #[must_use]
    pub fn statement(&self, sign: &Sign) -> String {
        Sign::statement(if self.is_to_tick(sign) { sign.question() } else { &sign.ask })
    }

    /// Whether nothing was answered at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What holds of a sign alone, unless it is of somebody whom it cannot concern.
fn truth_within_limits(protocol: &Protocol<'_>, alone: &[Option<Truth>], place: Place) -> Option<Truth> {
    let mut limits = protocol.limits_at(place).iter();
    let is_excluded = limits.any(|limit| truth_within_limits(protocol, alone, *limit) == Some(Truth::No));
    if is_excluded { Some(Truth::No) } else { alone.get(place).copied().flatten() }
}

impl From<Answer> for Truth {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => Self::Yes,
            Answer::No => Self::No,
            Answer::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

/// The greatest age that is accepted, in years: a little more than anybody has reached.
const OLDEST_YEARS: u16 = 125;

/// Why a typed age is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeError {
    /// It is not a whole number.
    NotANumber,
    /// Nobody is that old.
    Impossible,
}

/// A typed age, in years or in months, as whole months.
///
/// # Errors
/// See [`AgeError`].
pub fn parse_age(typed: &str, in_months: bool) -> Result<u16, AgeError> {
    let typed = typed.trim();
    if typed.is_empty() || !typed.chars().all(|c| c.is_ascii_digit()) {
        return Err(AgeError::NotANumber);
    }
    let number: u16 = typed.parse().map_err(|_| AgeError::Impossible)?;
    let months = if in_months { Some(number) } else { number.checked_mul(12) };
    months.filter(|months| *months <= OLDEST_YEARS.saturating_mul(12)).ok_or(AgeError::Impossible)
}

#[cfg(test)]
mod tests {
    use super::{AgeError, parse_age};

    #[test]
    fn an_age_is_whole_months() {
        assert_eq!(parse_age("2", true), Ok(2));
        assert_eq!(parse_age(" 84 ", false), Ok(1008));
        assert_eq!(parse_age("0", true), Ok(0));
    }

    #[test]
    fn what_is_no_age_is_refused() {
        assert_eq!(parse_age("", false), Err(AgeError::NotANumber));
        assert_eq!(parse_age("deux", false), Err(AgeError::NotANumber));
        assert_eq!(parse_age("126", false), Err(AgeError::Impossible));
        assert_eq!(parse_age("99999", true), Err(AgeError::Impossible));
    }
}
