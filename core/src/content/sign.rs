//! A sign: one closed question about the person, or something known from their age, sex or a measure.

use serde::{Deserialize, Serialize};

use super::{Id, Urgency};

/// One closed question, written so that it reads as a question, as a line to tick and as a line of "call back if".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// `motif.sign`, unique in the library.
    pub id: Id,
    /// The question, in plain French, ending in " ?".
    pub ask: String,
    /// How to look or check, shown to whoever does not know.
    pub help: Option<String>,
    /// Where the answer comes from.
    pub origin: Origin,
    /// What "I don't know" means for the rules that use this sign.
    pub unknown: UnknownReading,
    /// Signs that must not be known absent for this one to be asked; where one is, the answer is no.
    pub only_for: Vec<Id>,
    /// Whether the sign can appear later, and so belongs into "call back if".
    pub can_appear: bool,
    /// Whether an answer other than no may be kept on the device.
    pub leaves_trace: bool,
}

/// Where the answer to a sign comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The person ticks it.
    Asked,
    /// It follows from a measure.
    Measured {
        /// Which measure.
        measure: Id,
        /// The values that count as yes.
        bound: Bound,
        /// The question for whoever could not measure.
        instead: String,
    },
    /// It follows from the age in whole months: at least `from`, below `to`.
    Age {
        /// First month that counts.
        from: u16,
        /// First month that no longer counts; none for no upper end.
        to: Option<u16>,
    },
    /// It follows from the sex.
    Sex(Sex),
}

/// The values of a measure that count as yes, in tenths of the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// This value or more.
    AtLeast(i32),
    /// Less than this value.
    Below(i32),
}

/// The sex that matters to a rule: the one of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// What "I don't know" means. Written once, in `triage::evaluate`; here is only which kind a sign is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnknownReading {
    /// Something to be seen or felt: still unknown after being shown how to look, it counts nearly as a yes.
    Sign,
    /// A fact or a treatment that the person cannot know: it asks for a medical opinion.
    Fact,
    /// A vital sign whose doubt is itself vital: consciousness, breath, colour.
    Vital,
}

/// Something measured: a temperature, a saturation, a pain out of ten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// A plain word.
    pub id: Id,
    /// Its name in a word.
    pub name: String,
    /// The question, in plain French.
    pub ask: String,
    /// How to measure.
    pub help: Option<String>,
    /// The unit as shown.
    pub unit: String,
    /// The smallest value that is accepted, in tenths.
    pub min: i32,
    /// The greatest value that is accepted, in tenths.
    pub max: i32,
    /// Whether tenths may be typed.
    pub decimals: bool,
}

impl Bound {
    /// Whether a value, in tenths, counts as yes.
    #[must_use]
    pub fn holds(self, tenths: i32) -> bool {
        match self {
            Self::AtLeast(bound) => tenths >= bound,
            Self::Below(bound) => tenths < bound,
        }
    }
}

impl Sign {
    /// One of the sign's questions as a statement, for reasons and lists: without its mark, with a small first letter.
    #[must_use]
    pub fn statement(question: &str) -> String {
        let text = question.trim_end_matches([' ', '\u{a0}', '\u{202f}', '?']);
        let mut letters = text.chars();
        match letters.next() {
            Some(first) => std::iter::once(small(first)).chain(letters).collect(),
            None => String::new(),
        }
    }

    /// The question as a person ticks it: where it stands for a measure, the one that needs no instrument.
    #[must_use]
    pub fn question(&self) -> &str {
        match &self.origin {
            Origin::Measured { instead, .. } => instead,
            _ => &self.ask,
        }
    }

    /// Whether the sign is asked of the person by a tick or, where it is measured, when the measure was impossible.
    #[must_use]
    pub fn is_ticked(&self) -> bool {
        matches!(self.origin, Origin::Asked | Origin::Measured { .. })
    }
}

/// A letter in its small form; French needs no more, and the tables of all scripts would cost the app more than this file.
fn small(letter: char) -> char {
    match letter {
        'À' => 'à',
        'Â' => 'â',
        'Ç' => 'ç',
        'É' => 'é',
        'È' => 'è',
        'Ê' => 'ê',
        'Î' => 'î',
        'Ô' => 'ô',
        'Œ' => 'œ',
        other => other.to_ascii_lowercase(),
    }
}

/// The most a doubt can weigh for a rule of this level and a sign of this kind.
impl UnknownReading {
    /// The level that a doubt about such a sign gives to a rule of level `rule`, never above the rule's own.
    ///
    /// Source: `docs/adr/0003-what-unknown-means.md`.
    #[must_use]
    pub fn level(self, rule: Urgency) -> Urgency {
        let most = match self {
            Self::Vital => Urgency::Vital,
            Self::Sign => Urgency::Emergency,
            Self::Fact => Urgency::Hours,
        };
        rule.min(most)
    }
}

/// Why a typed value is not a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureError {
    /// It is not a number.
    NotANumber,
    /// It is outside what the measure can be.
    OutOfRange,
}

impl Measure {
    /// The typed value in tenths; a comma or a point may stand before the tenths, and the unit behind.
    ///
    /// # Errors
    /// See [`MeasureError`].
    pub fn parse(&self, typed: &str) -> Result<i32, MeasureError> {
        let bare = typed.trim().trim_end_matches(self.unit.as_str()).trim().replace(',', ".");
        let (whole, tenth) = bare.split_once('.').unwrap_or((&bare, ""));
        let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(tenth) {
            return Err(MeasureError::NotANumber);
        }
        let whole: i32 = whole.parse().map_err(|_| MeasureError::OutOfRange)?;
        let tenth = tenth.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
        let tenth = i32::try_from(tenth).unwrap_or(0);
        let value = whole.saturating_mul(10).saturating_add(tenth);
        if value < self.min || value > self.max {
            return Err(MeasureError::OutOfRange);
        }
        Ok(value)
    }

    /// A value in tenths as people write it: "38,5", "92".
    #[must_use]
    pub fn show(&self, tenths: i32) -> String {
        let (whole, tenth) = (tenths.div_euclid(10), tenths.rem_euclid(10));
        if self.decimals && tenth != 0 { format!("{whole},{tenth}") } else { whole.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, MeasureError};

    fn temperature() -> Measure {
        let [id, name, ask, unit] = ["temperature", "Température", "?", "°C"].map(str::to_owned);
        Measure { id, name, ask, help: None, unit, min: 300, max: 430, decimals: true }
    }

    #[test]
    fn people_write_temperatures_in_many_ways() {
        for (typed, tenths) in [("38,5", 385), ("38.5", 385), (" 39 ", 390), ("38,5 °C", 385), ("38,57", 385)] {
            assert_eq!(temperature().parse(typed), Ok(tenths), "{typed}");
        }
    }

    #[test]
    fn what_is_no_temperature_is_refused() {
        for typed in ["", "chaud", "38,x", "-38", "3 8"] {
            assert_eq!(temperature().parse(typed), Err(MeasureError::NotANumber), "{typed}");
        }
        for typed in ["4", "385", "99999999999"] {
            assert_eq!(temperature().parse(typed), Err(MeasureError::OutOfRange), "{typed}");
        }
    }

    #[test]
    fn a_value_is_shown_as_it_is_written() {
        assert_eq!(temperature().show(385), "38,5");
        assert_eq!(temperature().show(390), "39");
    }
}
