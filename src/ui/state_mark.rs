//! The state of a step in words and shape, and why it is so.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::Care;
use sentier_core::pathway::{Person, Reason, State, Status};

use super::date_text::{long, month_year};
use crate::text::text;

/// The word of a state.
pub fn word(state: State) -> &'static str {
    let t = text();
    match state {
        State::Late => t.state_late,
        State::DueNow => t.state_due,
        State::ToCome => t.state_to_come,
        State::ToDiscuss => t.state_to_discuss,
        State::Done => t.state_done,
        State::NotConcerned => t.state_not_concerned,
    }
}

/// The name of a state for the style sheet.
pub fn class(state: State) -> &'static str {
    match state {
        State::Late => "late",
        State::DueNow => "due",
        State::ToCome => "to-come",
        State::ToDiscuss => "to-discuss",
        State::Done => "done",
        State::NotConcerned => "not-concerned",
    }
}

/// The state as a mark: a shape of its own and the word.
pub fn state_mark(state: State) -> AnyView {
    view! { <span class="state-mark" data-state=class(state)>{word(state)}</span> }.into_any()
}

/// When, in few words: since when late, until when due, from when to come.
pub fn when(status: &Status, today: NaiveDate) -> String {
    let t = text();
    match status.state {
        State::Late => status.closes.map(|day| format!("{} {}", t.when_since, month_year(day))).unwrap_or_default(),
        State::DueNow => match (status.deadline(today), status.last) {
            (Some(day), _) => format!("{} {}", t.when_before, long(day)),
            (_, Some(last)) => format!("{} {}", t.when_last, long(last)),
            (_, None) => String::new(),
        },
        State::ToCome if status.reason == Reason::Booked => {
            status.opens.map(|day| format!("{} {}", t.when_booked, long(day))).unwrap_or_default()
        }
        State::ToCome => status.opens.map(|day| format!("{} {}", t.when_from, long(day))).unwrap_or_default(),
        State::Done => status.last.map(|day| format!("{} {}", t.when_done, long(day))).unwrap_or_default(),
        State::ToDiscuss | State::NotConcerned => String::new(),
    }
}

/// Why a step is in its state, in a sentence.
pub fn why(care: &Care, person: &Person, status: &Status) -> String {
    let t = text();
    let step = |id: &str| care.step(id).map(|(_, step)| step.title.clone()).unwrap_or_default();
    let facts = |ids: &[String]| {
        let asked = ids.iter().filter_map(|id| care.fact(id)).map(|fact| fact.ask.clone());
        asked.collect::<Vec<_>>().join(" ")
    };
    let season = |id: &str| care.season(id).map(|season| season.name.clone()).unwrap_or_default();
    match &status.reason {
        Reason::InWindow => match (status.opens, status.closes) {
            (Some(from), Some(until)) => format!("{} {} {} {}.", t.why_window, long(from), t.why_until, long(until)),
            (Some(from), None) => format!("{} {}.", t.why_since, long(from)),
            (None, Some(until)) => format!("{} {}.", t.why_window_until, long(until)),
            (None, None) => t.why_now.to_owned(),
        },
        Reason::BeforeWindow => {
            status.opens.map_or_else(|| t.why_before.to_owned(), |day| format!("{} {}.", t.why_before_day, long(day)))
        }
        Reason::CatchUp => {
            let day = status.closes.map(long).unwrap_or_default();
            format!("{} {day}. {}", t.why_catch_up, t.why_catch_up_now)
        }
        Reason::WindowClosed => {
            status.closes.map_or_else(|| t.why_closed.to_owned(), |day| format!("{} {}.", t.why_closed_day, long(day)))
        }
        Reason::TakenOver(next) => format!("{} {}.", t.why_taken_over, step(next)),
        Reason::Again => match (status.last, status.state) {
            (Some(last), State::ToCome) => {
                let next = status.opens.zip(status.closes).map(|(from, until)| {
                    format!(" {} {} {} {}.", t.why_again_later, long(from), t.why_and, long(until))
                });
                format!("{} {}.{}", t.why_last, long(last), next.unwrap_or_default())
            }
            (Some(last), _) => format!("{} {}. {}", t.why_last, long(last), t.why_again_now),
            (None, _) => t.why_again_now.to_owned(),
        },
        Reason::Done => t.why_done.to_owned(),
        Reason::DoneSomeDay => t.why_some_day.to_owned(),
        Reason::NothingNoted => t.why_nothing_noted.to_owned(),
        Reason::Season(id) => format!("{} {}.", season(id), t.why_season),
        Reason::SeasonUnknown(id) => format!("{} {}", season(id), t.why_season_unknown),
        Reason::OtherSex => t.why_other_sex.to_owned(),
        Reason::BornBefore(day) => format!("{} {}.", t.why_born_from, long(*day)),
        Reason::NotSo(ids) => format!("{} {}", t.why_not_so, facts(ids)),
        Reason::Excluded(ids) => format!("{} {}", t.why_excluded, facts(ids)),
        Reason::ToBeAsked(ids) => format!("{} {}", t.why_to_be_asked, facts(ids)),
        Reason::Depends => t.why_depends.to_owned(),
        Reason::NoDay => t.why_no_day.to_owned(),
        Reason::NotPregnant => t.why_not_pregnant.to_owned(),
        Reason::IdentityMissing => t.why_identity.to_owned(),
        Reason::DateMissing(_) => t.why_date_missing.to_owned(),
        Reason::After(id) => format!("{} {}.", t.why_after, step(id)),
        Reason::Dismissed(reason) if reason.is_empty() => t.why_dismissed.to_owned(),
        Reason::Dismissed(reason) => format!("{} {reason}", t.why_dismissed_reason),
        Reason::Booked => status.opens.map(|day| format!("{} {}.", t.why_booked, long(day))).unwrap_or_default(),
        Reason::Postponed => status.opens.map(|day| format!("{} {}.", t.why_postponed, long(day))).unwrap_or_default(),
        Reason::Died => person.died.map(|_| t.why_died.to_owned()).unwrap_or_default(),
    }
}
