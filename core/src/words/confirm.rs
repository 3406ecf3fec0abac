//! A confirmed chip is the answer to a question.

use crate::triage::{Answer, Answers, Known, MeasureAnswer};

use super::Meaning;

impl Meaning {
    /// Whether confirming it keeps something: an answer, or since when. A complaint only leads to motifs.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        !matches!(self, Self::Complaint(_))
    }

    /// Takes over what the person confirmed, as if the question had been asked: its screen then shows it.
    pub fn confirm(&self, answers: &mut Answers) {
        match self {
            Self::Age(months) => answers.age = Some(Known::Is(*months)),
            Self::Sex(sex) => answers.sex = Some(Known::Is(*sex)),
            Self::Pregnant(sign) => answers.signs.insert(sign.clone(), Answer::Yes),
            Self::Temperature(measure, tenths) => {
                answers.measures.insert(measure.clone(), MeasureAnswer::Tenths(*tenths));
            }
            Self::Since(_) | Self::Complaint(_) => {}
        }
    }
}
