//! The timeline: what was done, what is late, due and to come, as places on a line of time; one lane a pathway.
//!
//! Geometry alone: positions are thousandths of the span, and there is no word in it. Habits are left out: what comes every
//! day would cover the lane and say nothing.

use chrono::{Datelike, NaiveDate};

use crate::content::{Care, Id, Period};

use super::dashboard::is_habit;
use super::{Dashboard, Item, Part, Person, Reason, State};

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

/// Marks of one kind that are too near each other to be drawn apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Where they are drawn: at the first of them.
    pub at: i32,
    /// In which row, from 0: clusters of different kinds that are near stand below each other.
    pub row: usize,
    /// Their kind.
    pub kind: MarkKind,
    /// How many they are.
    pub count: usize,
}

/// The timeline of a person on a day.
#[must_use]
pub fn timeline(
    care: &Care,
    dashboard: &Dashboard<'_>,
    person: &Person,
    today: NaiveDate,
    scale: Scale,
) -> Timeline {
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
            let is_told_here = parts.iter().any(|part| concerns(part)) || is_told_nowhere_else(item, &pathway.id);
            if parts.is_empty() {
                continue;
            }
            if is_told_here {
                let days = done.iter().filter(|(key, _)| key == item.key).map(|(_, day)| *day);
                marks.extend(days.map(|day| span.mark(item, day, MarkKind::Done)));
            }
            // The parts stand in the order of what presses most: one mark says what is ahead.
            marks.extend(parts.iter().find_map(|part| span.ahead(item, part)));
        }
        marks.sort_by_key(|mark| mark.day);
        if !marks.is_empty() {
            lanes.push(Lane { pathway: pathway.id.clone(), title: pathway.title.clone(), marks });
        }
    }
    Timeline {
        from: span.from,
        until: span.until,
        ticks: span.ticks(scale),
        today_at: span.place(today),
        lanes,
    }
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

/// The marks of a lane as they are drawn, where no two closer than `gap` may stand in one row.
#[must_use]
pub fn clusters(marks: &[Mark], gap: i32) -> Vec<Cluster> {
    let mut drawn: Vec<Cluster> = Vec::new();
    let is_near = |cluster: &Cluster, at: i32| at.saturating_sub(cluster.at).abs() < gap;
    for mark in marks {
        let near = |cluster: &&mut Cluster| cluster.kind == mark.kind && is_near(cluster, mark.at);
        if let Some(cluster) = drawn.iter_mut().rev().find(near) {
            cluster.count = cluster.count.saturating_add(1);
            continue;
        }
        let is_free = |row: &usize| !drawn.iter().any(|cluster| cluster.row == *row && is_near(cluster, mark.at));
        let row = (0..drawn.len()).find(is_free).unwrap_or(drawn.len());
        drawn.push(Cluster { at: mark.at, row, kind: mark.kind, count: 1 });
    }
    drawn
}

#[cfg(test)]
mod tests;
