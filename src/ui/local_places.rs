//! Places that a host of the territory added: where, when, how one comes in, what it costs, who says so.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Id, Library, LocalPlace, System, Territory, Weekday};
use sentier_core::orientation::{Hours, Local, Moment, places_of};

use super::date_text::{long, near};
use super::explained::About;
use super::kit::{block, fold, item, lines, list, paragraph, strong, subheading};
use super::reasons::source_line;
use super::ways::contact_line;
use crate::state::State;
use crate::text::text;

/// What chooses places: from the system, for a territory and a time.
pub type Choose = Arc<dyn for<'a> Fn(&'a System, &Library, Option<&Territory>, Moment) -> Vec<Local<'a>> + Send + Sync>;

/// The places that are what some entries explain, in the territory of the person; nothing where there is none.
pub fn near_of(state: State, about: About) -> AnyView {
    let choose: Choose = Arc::new(move |system, library, territory, moment| {
        let entries = about(system);
        let entries: Vec<&Id> = entries.iter().collect();
        places_of(system, library.orientation(), territory, moment, &entries)
    });
    chosen_places(state, choose)
}

/// The places that are chosen, under the name of the territory; nothing where there is none. They are drawn anew only
/// where others are there or one opens or closes: focus and open folds outlive a minute.
pub fn chosen_places(state: State, choose: Choose) -> AnyView {
    let chosen = choose.clone();
    let key = Memo::new(move |_| {
        state.system.arrival();
        let known = |found: &[Local<'_>]| found.iter().map(|local| (local.place.id.clone(), local.hours)).collect();
        let found: Option<Vec<(Id, Hours)>> =
            here(state, |system, library, territory, moment| known(&chosen(system, library, territory, moment)));
        (state.place.territory.get(), found)
    });
    let drawn = move || {
        // To be followed, it must have been computed.
        key.with(|_| ());
        untrack(|| {
            here(state, |system, library, territory, moment| {
                let found = choose(system, library, territory, moment);
                let name = territory.map_or("", |own| own.name.as_str());
                let title = || subheading(format!("{} ({name})", text().system_near));
                if found.is_empty() { Vec::new() } else { vec![title(), places(&found, moment.day())] }
            })
        })
        .unwrap_or_default()
    };
    block("entry-near", vec![drawn.into_any()])
}

/// Reads the system and the library for the territory and the time of the person; follows both.
fn here<T>(state: State, read: impl FnOnce(&System, &Library, Option<&Territory>, Moment) -> T) -> Option<T> {
    let chosen = state.place.territory.get();
    state.around.track();
    state.now(|model, _| {
        let territory = model.library.orientation().territory(&chosen);
        let moment = state.place.time_in(territory)?.moment;
        state.system.with(|system| read(system, &model.library, territory, moment))
    })
}

/// The places, one below the other.
fn places(found: &[Local<'_>], today: NaiveDate) -> AnyView {
    list("local-places", found.iter().map(|local| item(vec![one(local, today)])).collect())
}

/// One place.
pub fn one(local: &Local<'_>, today: NaiveDate) -> AnyView {
    let t = text();
    let place = local.place;
    let mut parts = vec![strong(place.name.clone())];
    parts.extend(place.address.as_ref().map(|address| paragraph("", address.clone())));
    parts.push(paragraph("way-when", open(local.hours, today)));
    parts.extend(local.contact.map(|contact| block("local-call", contact_line(contact))));
    let mut more = vec![lines("", openings(place))];
    more.extend(place.accessibility.as_ref().map(|said| paragraph("", format!("{} {said}", t.local_access))));
    more.extend(place.cost.as_ref().map(|said| paragraph("", format!("{} {said}", t.local_cost))));
    let own = place.sources.iter().filter_map(|id| local.host.sources.iter().find(|source| &source.id == id));
    more.push(lines("sources", own.map(source_line).collect()));
    parts.push(paragraph("hint", format!("{} {}", t.local_host, local.host.name)));
    if local.host.review.before <= today {
        parts.push(paragraph("hint", format!("{} {}", t.local_stale, long(local.host.review.before))));
    }
    parts.push(fold("more", false, t.local_more, more));
    block("local-place", parts)
}

/// Whether it is open, and when again.
fn open(hours: Hours, today: NaiveDate) -> String {
    let t = text();
    match hours {
        Hours::Open => t.local_open.to_owned(),
        Hours::Unsaid => t.local_unsaid.to_owned(),
        Hours::Closed { again: None } => t.local_closed.to_owned(),
        Hours::Closed { again: Some(day) } => {
            let day = if day == today { t.go_today.to_owned() } else { near(day) };
            format!("{} · {} {day}", t.local_closed, t.go_again)
        }
    }
}

/// Its hours, a line for each row of days; and whether they also hold on public holidays.
fn openings(place: &LocalPlace) -> Vec<String> {
    let t = text();
    let days = |days: &[Weekday]| days.iter().map(|day| weekday(*day)).collect::<Vec<_>>().join(", ");
    let said = place.open.iter().map(|open| {
        format!("{}\u{a0}: {} {} {}", days(&open.days), clock(open.from), t.local_until, clock(open.until))
    });
    let mut said: Vec<String> = said.collect();
    if !said.is_empty() {
        said.push(if place.is_open_on_holidays { t.local_holidays } else { t.local_no_holidays }.to_owned());
    }
    said
}

/// "8 h", "13 h 30".
fn clock(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (hour, 0) => format!("{hour}{}", text().whole_hour),
        (hour, minute) => format!("{hour}{}{minute:02}", text().hour_mark),
    }
}

/// A day of the week in small letters.
fn weekday(day: Weekday) -> &'static str {
    let place = match day {
        Weekday::Monday => 0,
        Weekday::Tuesday => 1,
        Weekday::Wednesday => 2,
        Weekday::Thursday => 3,
        Weekday::Friday => 4,
        Weekday::Saturday => 5,
        Weekday::Sunday => 6,
    };
    text().go_weekdays.split(' ').nth(place).unwrap_or_default()
}
