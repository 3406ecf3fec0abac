//! The record of a fictional person, as if they had been written for today.

use chrono::{Days, NaiveDate};

use crate::content::Example;

use super::{Event, What};

/// The events of an example for a person of the device, numbered from `first`. All days are moved by as many as have
/// passed since the example was written, so that who is 52 there is 52 here.
#[must_use]
pub fn events_of(example: &Example, person: u32, first: u64, today: NaiveDate) -> Vec<Event> {
    let passed = today.signed_duration_since(example.today).num_days();
    let moved = |day: NaiveDate| {
        let days = Days::new(passed.unsigned_abs());
        let moved = if passed < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) };
        moved.unwrap_or(day)
    };
    let numbered = (first..).zip(&example.noted);
    numbered
        .map(|(id, noted)| Event { id, person, noted: moved(noted.on), what: moved_in(&noted.what, &moved) })
        .collect()
}

fn moved_in(what: &What, moved: &dyn Fn(NaiveDate) -> NaiveDate) -> What {
    let mut what = what.clone();
    match &mut what {
        What::Born(day) | What::Expecting(day) | What::PregnancyEnded(day) | What::Died(day) => *day = moved(*day),
        What::Dated { on, .. }
        | What::DatedAbout { on, .. }
        | What::Measured { on, .. }
        | What::MeasuredAt { on, .. }
        | What::Booked { on, .. } => *on = moved(*on),
        What::Granted { until, .. } => *until = moved(*until),
        What::Done { on, .. } => *on = on.map(moved),
        What::Postponed { until, .. } => *until = moved(*until),
        What::Document { of, until, .. } => {
            *of = moved(*of);
            *until = until.map(moved);
        }
        What::Illness { since, .. } => *since = since.map(moved),
        What::Named { .. }
        | What::SexIs(_)
        | What::Said { .. }
        | What::Joined(_)
        | What::Left(_)
        | What::Dismissed { .. }
        | What::Aimed { .. }
        | What::Member { .. }
        | What::Question(_)
        | What::Allergy { .. }
        | What::Treatment { .. }
        | What::NoneKnown(_)
        | What::Undone(_) => {}
    }
    what
}
