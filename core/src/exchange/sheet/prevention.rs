//! The calendar of prevention: what everybody is asked, for this person and from this day on.

use chrono::NaiveDate;

use crate::content::Care;
use crate::content::pathway::Entry;
use crate::pathway::{Dashboard, Item, Person, Reason, State, Status};

use super::date::long;
use super::who::{about, foot};
use super::words::{CareWords, Common};
use super::{Body, Kind, Section, Sheet};

/// The calendar of prevention of a person.
#[must_use]
pub fn prevention(
    care: &Care,
    person: &Person,
    dashboard: &Dashboard<'_>,
    today: NaiveDate,
    words: &CareWords,
    common: &Common,
) -> Sheet {
    let part = |title: &str, items: Vec<&Item<'_>>, nothing: &str| {
        let items = items.into_iter().filter(|item| is_prevention(item));
        let body = table(care, items, today, words, common);
        Section::new(title, body.unwrap_or_else(|| Body::Nothing(nothing.to_owned())))
    };
    let [discuss, _] = dashboard.to_discuss();
    let sections = vec![
        part(words.due, dashboard.next().collect(), words.due_nothing),
        part(words.appointments, dashboard.appointments(), words.ahead_nothing),
        part(words.ahead, dashboard.ahead(today).collect(), words.ahead_nothing),
        part(words.discuss, discuss, words.discuss_nothing),
        part(words.done, dashboard.in_state(State::Done).collect(), words.done_nothing),
    ];
    Sheet {
        kind: Kind::Prevention,
        title: words.prevention.to_owned(),
        about: about(person, today, common),
        sections,
        foot: foot(care, today, common),
        leaves_trace: true,
    }
}

fn is_prevention(item: &Item<'_>) -> bool {
    item.parts.iter().any(|part| part.pathway.entry == Entry::Everybody)
}

/// What, with whom and when; none where there is nothing.
pub(super) fn table<'a, 'b>(
    care: &Care,
    items: impl Iterator<Item = &'b Item<'a>>,
    today: NaiveDate,
    words: &CareWords,
    common: &Common,
) -> Option<Body>
where
    'a: 'b,
{
    let rows: Vec<Vec<String>> = items
        .map(|item| vec![item.title.to_owned(), who(care, item), when(&item.status, today, words, common)])
        .collect();
    let headings = [words.what, words.who, words.when].map(str::to_owned).to_vec();
    (!rows.is_empty()).then_some(Body::Table { headings, rows })
}

/// Everybody who can do it, each once.
fn who(care: &Care, item: &Item<'_>) -> String {
    let mut roles: Vec<&str> = Vec::new();
    let parts = item.parts.iter().filter(|part| part.status.state == item.status.state);
    for role in parts.flat_map(|part| &part.step.who).map(|role| care.role(role)) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles.join(", ")
}

/// By when, from when, since when or on which day.
fn when(status: &Status, today: NaiveDate, words: &CareWords, common: &Common) -> String {
    let (word, day) = match status.state {
        State::Late => (words.late_since, status.closes),
        State::DueNow => (words.before, status.deadline(today)),
        State::ToCome if status.reason == Reason::Booked => (words.on, status.opens),
        State::ToCome => (words.from, status.opens),
        State::Done => (words.last, status.last),
        State::ToDiscuss | State::NotConcerned => (words.last, status.last),
    };
    day.map(|day| format!("{word} {}", long(day, common.months))).unwrap_or_default()
}
