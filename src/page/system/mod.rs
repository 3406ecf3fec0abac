//! The screens that explain the system: one file each. What they share stands here: where one can go, and what is said
//! while nothing has arrived.

mod entry;
mod families;
mod find;
mod glossary;
mod journeys;
mod map;

use leptos::prelude::*;
use sentier_core::content::System;

use crate::browser::document;
use crate::care::CareState;
use crate::parts::{at_once, system_page};
use crate::route::{Route, SystemRoute};
use crate::state::{Arrival, State};
use crate::text::text;
use crate::ui::kit::{HEADING, block, button, heading, link, paragraph};

/// A screen that explains the system.
pub fn system(state: State, care: CareState, route: SystemRoute) -> AnyView {
    state.system.open();
    if matches!(route, SystemRoute::Entry(_) | SystemRoute::Map | SystemRoute::Journeys) {
        care.open();
    }
    let page = move || {
        care.track();
        state.around.track();
        let arrival = state.system.arrival();
        untrack(|| page_of(state, care, route, arrival))
    };
    block("screen system", vec![page.into_any()])
}

/// The title of a screen: where one is, never what is on it.
pub fn title(route: SystemRoute) -> &'static str {
    let t = text();
    match route {
        SystemRoute::Families => t.system_title,
        SystemRoute::Entry(_) => t.system_entry_page,
        SystemRoute::Map => t.map_title,
        SystemRoute::Journeys => t.journeys_title,
        SystemRoute::Glossary => t.glossary_title,
        SystemRoute::Find(_) => t.seek_title,
    }
}

fn page_of(state: State, care: CareState, route: SystemRoute, arrival: Arrival) -> AnyView {
    // What arrives draws the screen anew: the heading keeps the focus.
    request_animation_frame(|| document::focus_if_lost(HEADING));
    let page = if arrival == Arrival::Here { at_once(system_page(state, care, route)).flatten() } else { None };
    let page = page.unwrap_or_else(|| waiting(state, arrival));
    block("system-page", vec![places(route), page])
}

/// The screen, once what is known about the system is here.
pub fn arrived(state: State, care: CareState, system: &System, route: SystemRoute) -> AnyView {
    match route {
        SystemRoute::Families => families::families(state, system),
        SystemRoute::Entry(place) => entry::entry(state, care, system, place),
        SystemRoute::Map => map::map(state, care, system),
        SystemRoute::Journeys => journeys::journeys(state, care, system),
        SystemRoute::Glossary => glossary::glossary(state),
        SystemRoute::Find(choices) => find::find(state, system, choices),
    }
}

fn waiting(state: State, arrival: Arrival) -> AnyView {
    let t = text();
    if arrival == Arrival::Failed {
        let retry = button("main", t.waiting_retry, Box::new(move || state.system.fetch()));
        return block("waiting", vec![heading(t.system_failed), paragraph("", t.system_failed_body), retry]);
    }
    block("waiting", vec![heading(t.system_waiting)])
}

/// Where one can go, each in a word.
fn places(route: SystemRoute) -> AnyView {
    let t = text();
    let places = [
        (SystemRoute::Families, t.system_place_all),
        (SystemRoute::Find(0), t.system_place_find),
        (SystemRoute::Map, t.system_place_map),
        (SystemRoute::Journeys, t.system_place_journeys),
        (SystemRoute::Glossary, t.system_place_glossary),
    ];
    let links = places.map(|(place, word)| {
        let current = (place == route).then_some("page");
        view! { <li><a href=Route::System(place).hash() aria-current=current>{word}</a></li> }.into_any()
    });
    view! { <nav class="places" aria-label=t.system_places><ul>{links.into_iter().collect::<Vec<_>>()}</ul></nav> }
        .into_any()
}

/// The way back to all entries.
fn back() -> AnyView {
    link("back", Route::System(SystemRoute::Families).hash(), text().system_back)
}
