//! The state of one step for one person on one day.
//!
//! Three conventions are the product's own, and shown as such. A repeated step is "à faire" from a little before its day
//! to a little after it ([`leeway`]). Nothing is late before the record had time to know of it: what had its time before
//! the person came is to be discussed, and what is learnt late has [`PATIENCE`]. A repeated step that was never noted is
//! due, never late.

use chrono::NaiveDate;

use crate::content::pathway::{AfterWindow, Pathway, Step, StepStatus, Window};
use crate::content::{Care, Period};

use super::deeds::Deeds;
use super::status::{State, Status};
use super::window::{NoSpan, Span, span};
use super::{Person, Reason};

/// How long something is due, and not late, after the record learnt of it.
const PATIENCE: Period = Period::months(1);

/// How long before and after its day a repeated step is "à faire": a month and a month where it comes twice a year or less
/// often, a week and a month where it comes quarterly, a week and a fortnight where it comes monthly, not at all else.
#[must_use]
pub fn leeway(every: Period) -> [Period; 2] {
    match every.about_days() {
        180.. => [Period::months(1), Period::months(1)],
        84.. => [Period::days(7), Period::months(1)],
        28.. => [Period::days(7), Period::days(14)],
        _ => [Period::days(0), Period::days(0)],
    }
}

/// The state of a step of a pathway that the person is on.
#[must_use]
pub fn status(care: &Care, pathway: &Pathway, step: &Step, person: &Person, today: NaiveDate) -> Status {
    status_among(&Deeds::of_person(care, person), care, pathway, step, person, today)
}

/// As [`status`], for who looks at many steps of one person.
pub(super) fn status_among(
    deeds: &Deeds<'_>,
    care: &Care,
    pathway: &Pathway,
    step: &Step,
    person: &Person,
    today: NaiveDate,
) -> Status {
    if person.died.is_some_and(|died| died <= today) {
        return Status::new(State::NotConcerned, Reason::Died);
    }
    if let Some(renounced) = person.dismissed.get(&step.id) {
        return Status::new(State::NotConcerned, Reason::Dismissed(renounced.reason.clone()));
    }
    let judged = Judge { deeds, care, pathway, step, person, today }.judge();
    let is_open = matches!(judged.state, State::Late | State::DueNow | State::ToDiscuss | State::ToCome);
    if let Some(booked) = person.booked.get(step.key()).filter(|booked| is_open && today <= booked.on) {
        // A value of that day may have made it done already.
        let is_done = deeds.of(step.key()).any(|deed| deed.on == Some(booked.on));
        if is_done {
            return judged;
        }
        return Status { state: State::ToCome, reason: Reason::Booked, opens: Some(booked.on), ..judged };
    }
    match person.postponed.get(&step.id) {
        Some(until) if *until > today && matches!(judged.state, State::Late | State::DueNow | State::ToDiscuss) => {
            Status { state: State::ToCome, reason: Reason::Postponed, opens: Some(*until), ..judged }
        }
        _ => judged,
    }
}

pub(super) struct Judge<'a> {
    deeds: &'a Deeds<'a>,
    care: &'a Care,
    pathway: &'a Pathway,
    step: &'a Step,
    person: &'a Person,
    pub today: NaiveDate,
}

/// What is known of when a step was done.
#[derive(Default)]
pub(super) struct History {
    /// The days, in order.
    pub days: Vec<NaiveDate>,
    /// Whether it was also done on a day that nobody knows.
    pub some_day: bool,
    /// The last day on which any of it was noted.
    noted: Option<NaiveDate>,
}

impl Judge<'_> {
    fn judge(&self) -> Status {
        let condition = self.concerned();
        if let Some(Reason::OtherSex | Reason::BornBefore(_) | Reason::NotSo(_)) = condition {
            return Status::new(State::NotConcerned, condition.unwrap_or(Reason::NoDay));
        }
        let last_of = |other: &Step| self.history(other, NaiveDate::MIN).days.last().copied();
        let judged = match span(self.care, self.pathway, self.step, self.person, &last_of) {
            Err(NoSpan::Elsewhere(reason)) => Status::new(State::NotConcerned, reason),
            Err(NoSpan::Waits(reason)) => self.waiting(reason),
            Ok(span) => self.within(span),
        };
        // Who is not known to be concerned is asked, once it would matter; what is done is done, whatever excludes it now.
        match (condition, judged.state) {
            (_, State::Done | State::NotConcerned) => judged,
            (Some(reason @ Reason::Excluded(_)), _) => Status::new(State::NotConcerned, reason),
            (Some(reason), State::Late | State::DueNow) => Status { state: State::ToDiscuss, reason, ..judged },
            (Some(reason), State::ToCome) if judged.opens.is_some() => Status { reason, ..judged },
            _ => judged,
        }
    }

    /// Why the step does not concern the person, or what is not known about that; nothing where it does.
    fn concerned(&self) -> Option<Reason> {
        let condition = &self.step.condition;
        match (condition.sex, self.person.sex) {
            (Some(wanted), Some(sex)) if wanted != sex => return Some(Reason::OtherSex),
            (Some(_), None) => return Some(Reason::IdentityMissing),
            _ => {}
        }
        match (condition.born_from, self.person.birth) {
            (Some(from), Some(birth)) if birth < from => return Some(Reason::BornBefore(from)),
            (Some(_), None) => return Some(Reason::IdentityMissing),
            _ => {}
        }
        let truth = |fact: &String| self.person.fact(self.care, fact, self.today);
        let any: Vec<Option<bool>> = condition.any_of.iter().map(truth).collect();
        let missing = |facts: &[String], wanted: Option<bool>| {
            facts.iter().filter(|fact| truth(fact) == wanted).cloned().collect::<Vec<_>>()
        };
        let not_so = missing(&condition.all_of, Some(false));
        if !not_so.is_empty() {
            return Some(Reason::NotSo(not_so));
        }
        if !any.is_empty() && any.iter().all(|truth| *truth == Some(false)) {
            return Some(Reason::NotSo(condition.any_of.clone()));
        }
        let excluding = missing(&condition.unless, Some(true));
        if !excluding.is_empty() {
            return Some(Reason::Excluded(excluding));
        }
        let mut unknown = missing(&condition.all_of, None);
        if !any.is_empty() && !any.contains(&Some(true)) {
            unknown.extend(missing(&condition.any_of, None));
        }
        if !unknown.is_empty() {
            return Some(Reason::ToBeAsked(unknown));
        }
        condition.depends.as_ref().map(|_| Reason::Depends)
    }

    /// When a step was done, from a day on: by its own name, that of the act it shares, or of another step of that act.
    fn history(&self, step: &Step, from: NaiveDate) -> History {
        let mut history = History::default();
        for deed in self.deeds.of(step.key()) {
            match deed.on {
                Some(day) if day >= from && day <= self.today => history.days.push(day),
                Some(_) => continue,
                None => history.some_day = true,
            }
            history.noted = history.noted.max(Some(deed.noted));
        }
        history
    }

    /// The day on which the record had what it needs to call the step late.
    fn told(&self, history: &History) -> NaiveDate {
        let joined = self.person.joined.get(&self.pathway.id).map(|joined| joined.noted);
        self.person.since.max(joined.unwrap_or(NaiveDate::MIN)).max(history.noted.unwrap_or(NaiveDate::MIN))
    }

    /// Something must be known or done before the step has days; what was done all the same is done.
    fn waiting(&self, reason: Reason) -> Status {
        let history = self.history(self.step, NaiveDate::MIN);
        let comes_again = self.step.timing.every.is_some() || !self.step.timing.series.is_empty();
        match (history.days.last(), reason) {
            (Some(last), _) if !comes_again => Status::new(State::Done, Reason::Done).after(Some(*last)),
            (_, reason @ Reason::After(_)) => Status::new(State::ToCome, reason),
            (_, reason) => Status::new(State::ToDiscuss, reason),
        }
    }

    fn within(&self, mut span: Span) -> Status {
        if let Some(wait) = &self.step.timing.wait {
            let done = wait.steps.iter().filter_map(|id| self.care.step(id));
            match done.filter_map(|(_, other)| self.history(other, NaiveDate::MIN).days.last().copied()).max() {
                Some(last) => span.opens = span.opens.max(wait.at_least.after(last)),
                None if wait.is_required => {
                    let first = wait.steps.first().cloned().unwrap_or_default();
                    return self.waiting(Reason::After(first));
                }
                None => {}
            }
        }
        let timing = &self.step.timing;
        let from = if timing.counts_ever || span.opens == NaiveDate::MIN {
            NaiveDate::MIN
        } else {
            timing.every.map_or(span.opens, |every| {
                let [early, _] = leeway(every);
                early.before(span.opens)
            })
        };
        let history = self.history(self.step, from);
        let last = history.days.last().copied();
        if let Some(season) = timing.season.as_ref().and_then(|season| self.care.season(season)) {
            return self.in_season(span, season, &history);
        }
        if let Some(every) = timing.every {
            return self.again(span, every, &history);
        }
        let is_at_any_time = timing.window == Window::Always && timing.series.is_empty();
        match (history.days.len(), history.some_day) {
            (0, false) => {}
            (0, true) => return Status::new(State::Done, Reason::DoneSomeDay),
            (doses, _) => {
                let gap = doses.checked_sub(1).and_then(|place| timing.series.get(place));
                return match gap {
                    Some(gap) => self.next_dose(span, *gap, &history),
                    None => Status::new(State::Done, Reason::Done).within(span).after(last),
                };
            }
        }
        let status = self.never_done(span, &history);
        match (self.step.status, status.state) {
            // What is only to be known has no day: it stands there while it concerns the person.
            (StepStatus::Information, State::DueNow | State::Late) => Status::new(State::ToDiscuss, Reason::NoDay),
            (StepStatus::Information, State::ToCome) => Status { state: State::NotConcerned, ..status },
            _ if is_at_any_time => Status::new(State::ToDiscuss, Reason::NoDay),
            _ => status,
        }
    }

    /// Nothing was noted: where today lies in the window.
    pub(super) fn never_done(&self, span: Span, history: &History) -> Status {
        if self.today < span.opens {
            return Status::new(State::ToCome, Reason::BeforeWindow).within(span);
        }
        let Some(closes) = span.closes.filter(|closes| *closes <= self.today) else {
            return Status::new(State::DueNow, Reason::InWindow).within(span);
        };
        let closed = |reason| Status::new(State::NotConcerned, reason).within(span);
        match &self.step.timing.after_window {
            AfterWindow::Nothing | AfterWindow::Lost => closed(Reason::WindowClosed),
            AfterWindow::Discuss if self.is_still_spoken_of(closes) => {
                Status::new(State::ToDiscuss, Reason::WindowClosed).within(span)
            }
            AfterWindow::Discuss => closed(Reason::WindowClosed),
            AfterWindow::Next(next) => closed(Reason::TakenOver(next.clone())),
            // What belongs to a pregnancy is not caught up after it.
            AfterWindow::CatchUp(_) if self.is_of_past_pregnancy() => closed(Reason::WindowClosed),
            AfterWindow::CatchUp(below) => {
                let end = below.zip(self.person.birth).map(|(below, birth)| below.after(birth));
                if end.is_some_and(|end| end <= self.today) {
                    closed(Reason::WindowClosed)
                } else if let Window::Step { step, .. } = &self.step.timing.window {
                    // The step before was noted: this one is known to be due.
                    let before = self.care.step(step).map(|(_, before)| self.history(before, NaiveDate::MIN));
                    let told = self.told(before.as_ref().unwrap_or(history));
                    let is_late = PATIENCE.after(told).max(closes) <= self.today;
                    let state = if is_late { State::Late } else { State::DueNow };
                    Status::new(state, Reason::CatchUp).within(span)
                } else if closes <= self.told(history) || self.is_long_past(closes) {
                    Status::new(State::ToDiscuss, Reason::NothingNoted).within(span)
                } else {
                    Status::new(State::Late, Reason::CatchUp).within(span)
                }
            }
        }
    }

    /// Whether what counted from a day that the person gave closed more than a year ago: who has not noted it by then is
    /// asked, not reminded.
    fn is_long_past(&self, closed: NaiveDate) -> bool {
        matches!(self.step.timing.window, Window::Date { .. }) && Period::months(12).after(closed) <= self.today
    }

    fn is_of_past_pregnancy(&self) -> bool {
        let lasts = self.person.pregnancy.is_some_and(|pregnancy| pregnancy.lasts(self.today));
        matches!(self.step.timing.window, Window::Weeks { .. }) && !lasts
    }

    /// Whether it still makes sense to ask what comes instead of what was missed: for a year, in a pregnancy to its end.
    fn is_still_spoken_of(&self, closed: NaiveDate) -> bool {
        self.today < Period::months(12).after(closed) && !self.is_of_past_pregnancy()
    }

    /// Some doses were given: when the next one is due.
    fn next_dose(&self, span: Span, gap: Period, history: &History) -> Status {
        let last = history.days.last().copied().unwrap_or(span.opens);
        let is_over = span.closes.is_some_and(|closes| closes <= self.today);
        if is_over && !matches!(self.step.timing.after_window, AfterWindow::CatchUp(_)) {
            // A series that was begun and not finished: whether to go on is not for a calendar to say.
            return Status::new(State::ToDiscuss, Reason::WindowClosed).within(span).after(Some(last));
        }
        let opens = gap.after(last);
        let closes = PATIENCE.after(opens).max(span.closes.unwrap_or(NaiveDate::MIN));
        self.repeated(Span { opens, closes: Some(closes) }, history)
    }

    /// A step that comes again and again.
    fn again(&self, span: Span, every: Period, history: &History) -> Status {
        let is_over = span.closes.is_some_and(|closes| closes <= self.today);
        let Some(last) = history.days.last().copied() else {
            return match (is_over, history.some_day) {
                (false, true) if span.opens <= self.today => Status::new(State::ToDiscuss, Reason::DoneSomeDay),
                (false, _) => {
                    // The first time is due within one interval, not by the end of the whole window.
                    let first = every.after(span.opens);
                    let until = span.closes.map_or(first, |closes| closes.min(first));
                    let status = self.never_done(span, history);
                    let is_first = span.opens != NaiveDate::MIN && status.state == State::DueNow && until > self.today;
                    let closes =
                        if is_first { Some(until) } else { status.closes.filter(|_| status.state != State::DueNow) };
                    Status { closes, ..status }
                }
                _ => self.never_done(span, history),
            };
        };
        let day = every.after(last);
        if span.closes.is_some_and(|closes| closes <= day) {
            return Status::new(State::Done, Reason::Done).within(span).after(Some(last));
        }
        if is_over && !matches!(self.step.timing.after_window, AfterWindow::CatchUp(_)) {
            return self.never_done(span, history).after(Some(last));
        }
        let [early, late] = leeway(every);
        let opens = early.before(day).max(span.opens);
        let closes = late.after(day);
        self.repeated(Span { opens, closes: Some(closes) }, history)
    }

    /// A step with a last time and a next one: to come, due, or late once the record had time to know.
    fn repeated(&self, next: Span, history: &History) -> Status {
        let last = history.days.last().copied();
        let late_from = next.closes.unwrap_or(NaiveDate::MAX).max(PATIENCE.after(self.told(history)));
        let (state, reason) = if self.today < next.opens {
            (State::ToCome, Reason::Again)
        } else if self.today < late_from {
            (State::DueNow, Reason::Again)
        } else {
            (State::Late, Reason::Again)
        };
        Status::new(state, reason).within(next).after(last)
    }
}
