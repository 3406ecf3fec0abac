//! The timeline: what was done, what is late, due and to come, as places on a line of time; one lane a pathway.
//!
//! Geometry alone: positions are thousandths of the span, and there is no word in it. Habits are left out: what comes every
//! day would cover the lane and say nothing.

use chrono::{Datelike, NaiveDate};

use crate::content::{Care, Id, Period};
use crate::order::put_in_order;

use super::{Dashboard, Item, Part, Person, Reason, State, is_habit};

/// The whole span, in the units of positions.
const WHOLE: i64 = 1000;

/// How far the timeline looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A year back and a year ahead, by month.
    Months,
    /// Five years back and five ahead, by year.
    Years,
}

impl Scale {
    fn reach(self) -> Period {
        match self {
            Self::Months => Period::months(12),
            Self::Years => Period::months(5 * 12),
        }
    }
}

/// A timeline; `from` is in it, `until` is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Its first day.
    pub from: NaiveDate,
    /// The day after its last.
    pub until: NaiveDate,
    /// The first days of the months or years in it.
    pub ticks: Vec<Tick>,
    /// Where today is.
    pub today_at: i32,
    /// The pathways that have something on it, in their order.
    pub lanes: Vec<Lane>,
}

/// The first day of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it is.
    pub at: i32,
    /// The day.
    pub day: NaiveDate,
}

/// One pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The pathway.
    pub pathway: Id,
    /// Its title.
    pub title: String,
    /// What is on it, in the order of days.
    pub marks: Vec<Mark>,
}

/// One thing on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it is drawn.
    pub at: i32,
    /// Its day.
    pub day: NaiveDate,
    /// What holds of it.
    pub kind: MarkKind,
    /// What it is called.
    pub title: String,
    /// Under which name it is noted as done.
    pub key: Id,
}

/// What holds of something on a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// It was done on that day.
    Done,
    /// It is late since that day.
    Late,
    /// It is due now.
    Due,
    /// It can be done from that day on.
    ToCome,
}

impl MarkKind {
    /// All kinds, in the order of a legend.
    pub const ALL: [Self; 4] = [Self::Done, Self::Late, Self::Due, Self::ToCome];
}

/// The timeline of a person on a day.
#[must_use]
pub fn timeline(care: &Care, dashboard: &Dashboard<'_>, person: &Person, today: NaiveDate, scale: Scale) -> Timeline {
    let span = Span { from: scale.reach().before(today), until: scale.reach().after(today), today };
    let done: Vec<(&str, NaiveDate)> = person
        .done
        .iter()
        .filter_map(|done| done.on.map(|day| (care.key(&done.what), day)))
        .filter(|(_, day)| span.contains(*day) && *day <= today)
        .collect();
    let mut lanes = Vec::new();
    for pathway in &dashboard.pathways {
        let mut marks = Vec::new();
        for item in &dashboard.items {
            let parts: Vec<&Part<'_>> = item
                .parts
                .iter()
                .filter(|part| part.pathway.id == pathway.id && !part.step.timing.every.is_some_and(is_habit))
                .collect();
            if parts.is_empty() {
                continue;
            }
            if parts.iter().any(|part| concerns(part)) || is_told_nowhere_else(item, &pathway.id) {
                let days = done.iter().filter(|(key, _)| *key == item.key.as_str()).map(|(_, day)| *day);
                marks.extend(days.map(|day| span.mark(item, day, MarkKind::Done)));
            }
            // The parts stand in the order of what presses most: one mark says what is ahead.
            marks.extend(parts.iter().find_map(|part| span.ahead(item, part)));
        }
        put_in_order(&mut marks, |mark| mark.day);
        if !marks.is_empty() {
            lanes.push(Lane { pathway: pathway.id.clone(), title: pathway.title.clone(), marks });
        }
    }
    Timeline { from: span.from, until: span.until, ticks: span.ticks(scale), today_at: span.place(today), lanes }
}

fn concerns(part: &Part<'_>) -> bool {
    part.status.state != State::NotConcerned
}

/// What was done and concerns no pathway any more stays on the first that asked for it.
fn is_told_nowhere_else(item: &Item<'_>, pathway: &str) -> bool {
    !item.parts.iter().any(concerns) && item.parts.first().is_some_and(|part| part.pathway.id == pathway)
}

/// The days of a timeline.
struct Span {
    from: NaiveDate,
    until: NaiveDate,
    today: NaiveDate,
}

impl Span {
    fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day < self.until
    }

    fn place(&self, day: NaiveDate) -> i32 {
        let days = |until: NaiveDate| until.signed_duration_since(self.from).num_days();
        let at = days(day).saturating_mul(WHOLE).checked_div(days(self.until)).unwrap_or(0);
        i32::try_from(at.clamp(0, WHOLE)).unwrap_or(0)
    }

    fn mark(&self, item: &Item<'_>, day: NaiveDate, kind: MarkKind) -> Mark {
        Mark { at: self.place(day), day, kind, title: item.title.to_owned(), key: item.key.clone() }
    }

    /// The mark of what is to be done, if it has a day in the span. What has been late since before stands at the
    /// beginning, with its true day: it must not be missed for being old.
    fn ahead(&self, item: &Item<'_>, part: &Part<'_>) -> Option<Mark> {
        let status = &part.status;
        match status.state {
            State::Late => {
                let since = status.closes.filter(|day| *day <= self.today).unwrap_or(self.today);
                Some(self.mark(item, since, MarkKind::Late))
            }
            State::DueNow => Some(self.mark(item, self.today, MarkKind::Due)),
            // What may not concern the person is asked elsewhere, not announced here.
            State::ToCome if !matches!(status.reason, Reason::ToBeAsked(_) | Reason::Depends) => {
                let opens = status.opens.filter(|day| self.contains(*day))?;
                Some(self.mark(item, opens, MarkKind::ToCome))
            }
            State::ToCome | State::ToDiscuss | State::Done | State::NotConcerned => None,
        }
    }

    fn ticks(&self, scale: Scale) -> Vec<Tick> {
        let (first, step) = match scale {
            Scale::Months => (self.from.with_day(1), Period::months(1)),
            Scale::Years => (self.from.with_ordinal(1), Period::months(12)),
        };
        std::iter::successors(first, |day| Some(step.after(*day)))
            .skip_while(|day| *day < self.from)
            .take_while(|day| *day < self.until)
            .map(|day| Tick { at: self.place(day), day })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{MarkKind, Scale, Timeline, timeline};
    use crate::content::pathway::{Component, Entry, Pathway, Step, StepCondition, StepStatus, Timing};
    use crate::content::{Care, CareDraft, Reading, Review, ReviewStatus};
    use crate::pathway::{Dashboard, Done, Item, Part, Person, Reason, State, Status};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn pathway(id: &str) -> Pathway {
        let step = Step {
            id: format!("{id}-1"),
            stage: None,
            title: "Une étape".to_owned(),
            why: String::new(),
            note: None,
            component: Component::Prevention,
            who: Vec::new(),
            papers: Vec::new(),
            act: None,
            covers: Vec::new(),
            measured: None,
            status: StepStatus::Recommended,
            condition: StepCondition::default(),
            timing: Timing::default(),
            sources: Vec::new(),
            reading: Reading::Extract,
        };
        Pathway {
            id: id.to_owned(),
            card: String::new(),
            title: id.to_owned(),
            intro: String::new(),
            entry: Entry::Everybody,
            guide: None,
            implies: Vec::new(),
            dates: Vec::new(),
            stages: Vec::new(),
            steps: vec![step],
            targets: Vec::new(),
            warnings: Vec::new(),
            rights: Vec::new(),
            associations: Vec::new(),
            sources: Vec::new(),
            review: Review { status: ReviewStatus::Unreviewed, before: day("2030-01-01") },
        }
    }

    fn status(state: State, on: &str) -> Status {
        Status { state, reason: Reason::InWindow, opens: Some(day(on)), closes: Some(day(on)), last: None }
    }

    /// The timeline of somebody with one step in some state and done on some days.
    fn drawn(status: &Status, done: &[&str], today: &str, scale: Scale) -> Timeline {
        let pathway = pathway("parcours");
        let care = Care::of_checked(CareDraft { pathways: vec![pathway.clone()], ..CareDraft::default() });
        let mut person = Person::new(1, day("2020-01-01"));
        for on in done {
            let what = "parcours-1".to_owned();
            person.done.push(Done { event: 1, what, on: Some(day(on)), noted: day(on) });
        }
        let items = pathway.steps.iter().map(|step| Item {
            key: step.key(),
            title: &step.title,
            status: status.clone(),
            within: None,
            parts: vec![Part { pathway: &pathway, step, status: status.clone() }],
        });
        let dashboard = Dashboard { pathways: vec![&pathway], items: items.collect(), breaks: Vec::new() };
        timeline(&care, &dashboard, &person, day(today), scale)
    }

    fn marks(timeline: &Timeline) -> Vec<(MarkKind, NaiveDate, i32)> {
        let marks = timeline.lanes.iter().flat_map(|lane| &lane.marks);
        marks.map(|mark| (mark.kind, mark.day, mark.at)).collect()
    }

    #[test]
    fn nobody_asks_for_anything() {
        let care = Care::of_checked(CareDraft::default());
        let dashboard = Dashboard { pathways: Vec::new(), items: Vec::new(), breaks: Vec::new() };
        let person = Person::new(1, day("2026-01-01"));
        let empty = timeline(&care, &dashboard, &person, day("2026-11-21"), Scale::Months);
        assert!(empty.lanes.is_empty());
        assert_eq!((empty.from, empty.until), (day("2025-11-21"), day("2027-11-21")));
        assert_eq!(empty.ticks.len(), 24);
        assert_eq!(empty.today_at, 500);
    }

    #[test]
    fn the_first_day_is_in_it_and_the_last_is_not() {
        let nothing = status(State::Done, "2026-11-21");
        let done = ["2025-11-20", "2025-11-21", "2026-11-21", "2026-11-22"];
        let timeline = drawn(&nothing, &done, "2026-11-21", Scale::Months);
        let expected = [(MarkKind::Done, day("2025-11-21"), 0), (MarkKind::Done, day("2026-11-21"), 500)];
        assert_eq!(marks(&timeline), expected);
        let last = drawn(&status(State::ToCome, "2027-11-20"), &[], "2026-11-21", Scale::Months);
        assert_eq!(marks(&last), [(MarkKind::ToCome, day("2027-11-20"), 998)]);
        let beyond = drawn(&status(State::ToCome, "2027-11-21"), &[], "2026-11-21", Scale::Months);
        assert!(beyond.lanes.is_empty());
    }

    #[test]
    fn what_has_long_been_late_is_still_there() {
        let late = drawn(&status(State::Late, "2019-03-01"), &[], "2026-11-21", Scale::Months);
        assert_eq!(marks(&late), [(MarkKind::Late, day("2019-03-01"), 0)]);
    }

    #[test]
    fn two_marks_on_one_day_both_stay() {
        let due = status(State::DueNow, "2026-11-01");
        let timeline = drawn(&due, &["2026-11-21", "2026-11-21"], "2026-11-21", Scale::Years);
        assert_eq!(marks(&timeline).len(), 3);
        assert!(marks(&timeline).iter().all(|(_, on, at)| *on == day("2026-11-21") && *at == timeline.today_at));
    }

    #[test]
    fn a_leap_day_has_a_year_on_both_sides() {
        let nothing = status(State::Done, "2024-02-29");
        let timeline = drawn(&nothing, &["2023-02-28", "2024-02-29"], "2024-02-29", Scale::Months);
        assert_eq!((timeline.from, timeline.until), (day("2023-02-28"), day("2025-02-28")));
        assert_eq!(timeline.ticks.first().map(|tick| tick.day), Some(day("2023-03-01")));
        assert_eq!(marks(&timeline).len(), 2);
        let years = drawn(&nothing, &[], "2024-02-29", Scale::Years);
        assert_eq!((years.from, years.until, years.ticks.len()), (day("2019-02-28"), day("2029-02-28"), 10));
    }
}
