//! The states of a step, and what goes with them: days, and the reason.

use chrono::NaiveDate;

use crate::content::Period;

use super::Reason;
use super::window::Span;

/// How far ahead what is to come is shown: beyond, a newborn would read of what is due at 65.
const HORIZON: Period = Period::months(2 * 12);

/// The six states of a step; there is no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// En retard.
    Late,
    /// À faire maintenant.
    DueNow,
    /// À venir.
    ToCome,
    /// À discuter.
    ToDiscuss,
    /// Fait.
    Done,
    /// Non concerné.
    NotConcerned,
}

impl State {
    /// All states, the most pressing first.
    pub const ALL: [Self; 6] =
        [Self::Late, Self::DueNow, Self::ToCome, Self::ToDiscuss, Self::Done, Self::NotConcerned];
}

/// The state of a step, its days, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The state.
    pub state: State,
    /// Why.
    pub reason: Reason,
    /// The first day on which it can be done, if it is known.
    pub opens: Option<NaiveDate>,
    /// The first day on which it is too late, or late.
    pub closes: Option<NaiveDate>,
    /// The day on which it was last done.
    pub last: Option<NaiveDate>,
}

impl Status {
    /// The day that a calendar can show: when it can be done first, or until when it is to be done. None that is past.
    #[must_use]
    pub fn day_to_come(&self, today: NaiveDate) -> Option<NaiveDate> {
        let day = match self.state {
            State::ToCome => self.opens?,
            State::DueNow | State::Late => self.deadline(today)?.pred_opt()?,
            State::ToDiscuss | State::Done | State::NotConcerned => return None,
        };
        (today <= day).then_some(day)
    }

    /// Whether it is something to do that is shown: late, due, or surely to come within two years.
    #[must_use]
    pub fn is_ahead(&self, today: NaiveDate) -> bool {
        let is_sure = !matches!(self.reason, Reason::After(_) | Reason::ToBeAsked(_) | Reason::Depends);
        match self.state {
            State::Late | State::DueNow => true,
            State::ToCome => is_sure && self.opens.is_none_or(|opens| opens < HORIZON.after(today)),
            State::ToDiscuss | State::Done | State::NotConcerned => false,
        }
    }

    /// The day before which it is to be done. One more than a year off, such as the age from which something is no longer
    /// recommended, is no day to wait for.
    #[must_use]
    pub fn deadline(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.closes.filter(|day| *day < Period::months(12).after(today))
    }

    pub(super) fn new(state: State, reason: Reason) -> Self {
        Self { state, reason, opens: None, closes: None, last: None }
    }

    pub(super) fn within(mut self, span: Span) -> Self {
        self.opens = (span.opens != NaiveDate::MIN).then_some(span.opens);
        self.closes = span.closes;
        self
    }

    pub(super) fn after(mut self, last: Option<NaiveDate>) -> Self {
        self.last = last;
        self
    }
}
