//! Why content is refused.

use std::fmt;

use super::{Id, Urgency};

/// One reason for refusing content: which thing, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// The thing that must be changed.
    pub subject: Id,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with content that was readable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The same id twice.
    Duplicate,
    /// A reference to something that does not exist; `kind` says of what.
    Unknown {
        /// What kind of thing is missing.
        kind: &'static str,
        /// Its id.
        id: Id,
    },
    /// Groups that ask each other in a circle.
    Cycle,
    /// No source.
    NoSource,
    /// A condition without any sign, or that asks for more signs than it lists.
    EmptyCondition,
    /// A level for which the motif has no question.
    NoQuestion(Urgency),
    /// A question that does not end in " ?", or is longer than 15 words.
    Wording(&'static str),
    /// A doubt that weighs more than the certainty, or a vital doubt on a rule of several signs.
    DoubtTooHigh,
    /// A number shown that is not on the list of contacts.
    NumberNotListed(String),
    /// A level without advice, or with two.
    LevelAdvice(Urgency),
    /// A rule on a level that `otherwise` already gives: it can never decide.
    DeadRule,
    /// A sign that no rule uses: it would never be asked.
    UnusedSign,
    /// A zone of the body that the drawing of an adult, or of a child, lacks.
    NotDrawn,
    /// Bounds of a measure or an age the wrong way round, or outside the measure's range.
    Bounds,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Duplicate => write!(f, "this id is used twice; give one of them another name"),
            Self::Unknown { kind, id } => write!(f, "there is no {kind} called “{id}”; correct the name or write it"),
            Self::Cycle => write!(
                f,
                "this comes back to itself in a circle (asks_also, or steps that wait for each other); remove one of the links"
            ),
            Self::NoSource => write!(f, "no source; name at least one id of sources.toml"),
            Self::EmptyCondition => {
                write!(f, "this rule can never fire or needs more signs than it lists; list its signs")
            }
            Self::NoQuestion(level) => {
                write!(f, "no question leads to the level “{}”; write one sign of it", level.word())
            }
            Self::Wording(what) => write!(f, "{what}"),
            Self::DoubtTooHigh => {
                write!(f, "“doubt_gives” and “doubt_about” may not weigh more than the rule itself; lower it")
            }
            Self::NumberNotListed(number) => {
                write!(f, "the number “{number}” is not in contacts.toml; add it there with its source, or remove it")
            }
            Self::LevelAdvice(level) => write!(f, "levels.toml must have exactly one entry for “{}”", level.word()),
            Self::DeadRule => write!(
                f,
                "this rule can never change the result: “otherwise” is already as urgent; raise it or remove it"
            ),
            Self::UnusedSign => write!(f, "no rule uses this sign, so it is never asked; give it a level or remove it"),
            Self::NotDrawn => {
                write!(f, "no figure of an adult, or none of a child, has this zone; draw it in drawing.toml")
            }
            Self::Bounds => {
                write!(f, "the bound lies outside the measure's range, or the age ends before it begins; correct it")
            }
        }
    }
}
