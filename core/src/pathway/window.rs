//! The days between which a step is due.

use chrono::NaiveDate;

use crate::content::Care;
use crate::content::pathway::{Pathway, Step, Window};

use super::{Person, Reason};

/// A half-open span of days: `opens` is in it, `closes` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub opens: NaiveDate,
    pub closes: Option<NaiveDate>,
}

/// What is missing for a window to have days, or why it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoSpan {
    /// Something must be known or done first.
    Waits(Reason),
    /// It concerns somebody else.
    Elsewhere(Reason),
}

/// The span of a step's window for a person, where `last_of` tells when another step was last done.
pub(super) fn span(
    care: &Care,
    pathway: &Pathway,
    step: &Step,
    person: &Person,
    last_of: &dyn Fn(&Step) -> Option<NaiveDate>,
) -> Result<Span, NoSpan> {
    match &step.timing.window {
        Window::Always => Ok(Span { opens: NaiveDate::MIN, closes: None }),
        Window::Age { from, below } => {
            let birth = person.birth.ok_or(NoSpan::Waits(Reason::IdentityMissing))?;
            let opens = from.map_or(birth, |from| from.after(birth));
            Ok(Span { opens, closes: below.map(|below| below.after(birth)) })
        }
        Window::Weeks { from, below } => {
            let pregnancy = person.pregnancy.ok_or(NoSpan::Elsewhere(Reason::NotPregnant))?;
            let opens = pregnancy.week(*from);
            let closes = below.map(|below| pregnancy.week(below));
            // What belongs to a pregnancy ends with it.
            let closes = match (closes, pregnancy.ended) {
                (Some(closes), Some(ended)) => Some(closes.min(ended)),
                (closes, ended) => closes.or(ended),
            };
            Ok(Span { opens, closes })
        }
        Window::Date { date, from, below } => {
            let day = person.date(pathway, date).ok_or_else(|| NoSpan::Waits(Reason::DateMissing(date.clone())))?;
            Ok(Span { opens: from.after(day), closes: below.map(|below| below.after(day)) })
        }
        Window::Step { step: other, from, below } => {
            let done = care.step(other).and_then(|(_, other)| last_of(other));
            let day = done.ok_or_else(|| NoSpan::Waits(Reason::After(other.clone())))?;
            Ok(Span { opens: from.after(day), closes: below.map(|below| below.after(day)) })
        }
    }
}
