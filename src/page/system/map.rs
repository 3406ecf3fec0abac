//! The map of the system: one picture, and a list that says the same.

use leptos::prelude::*;
use sentier_core::content::System;
use sentier_core::content::system::{Entry, Moment, Place, Zone};
use sentier_core::system::own_items;

use crate::care::CareState;
use crate::state::State;
use crate::text::text;
use crate::ui::entry_links::entry_link;
use crate::ui::kit::{block, heading, item, list, paragraph, shown_while, subheading, tick};
use crate::ui::system_map::system_map;

/// The map.
pub fn map(state: State, care: CareState, system: &System) -> AnyView {
    let t = text();
    let shows_own = state.system.shows_own;
    let own = own_entries(care, system);
    let mut parts = vec![heading(t.map_title), paragraph("lead", t.map_lead)];
    if !own.is_empty() {
        let choice = tick(
            "line",
            t.map_own,
            Box::new(move || shows_own.get()),
            Box::new(move |is_shown| shows_own.set(is_shown)),
        );
        let legend = paragraph("hint", t.map_own_count);
        parts.push(choice);
        parts.push(shown_while(Box::new(move || shows_own.get()), legend));
    }
    parts.push(system_map(state, system, &own));
    parts.push(listed(state, system, own));
    block("screen map", parts)
}

/// The entries that the person meets in their pathways or has in their team, and which of the two.
fn own_entries(care: CareState, system: &System) -> Vec<(String, &'static str)> {
    let t = text();
    let found = care.with_dashboard(|_, person, dashboard, _| {
        let said = |entry: &Entry| {
            let is_in_team = person.team.iter().any(|member| entry.links.roles.contains(&member.role));
            match (is_in_team, own_items(entry, dashboard).is_empty()) {
                (true, _) => Some((entry.id.clone(), t.map_own_team)),
                (false, false) => Some((entry.id.clone(), t.map_own_said)),
                (false, true) => None,
            }
        };
        system.draft().entries.iter().filter_map(said).collect()
    });
    found.unwrap_or_default()
}

/// The same in words: each moment, and in it each zone with its entries.
fn listed(state: State, system: &System, own: Vec<(String, &'static str)>) -> AnyView {
    let draft = system.draft();
    let mut parts = vec![subheading(text().map_list)];
    for moment in Moment::ALL {
        let title = draft.moments.iter().find(|words| words.moment == moment).map(|words| words.title.clone());
        let mut fields = Vec::new();
        for zone in Zone::ALL {
            let zone_title = draft.zones.iter().find(|words| words.zone == zone).map(|words| words.title.clone());
            let entries: Vec<AnyView> =
                system.at(Place { zone, moment }).map(|entry| line(state, entry, &own)).collect();
            if !entries.is_empty() {
                fields.push(item(vec![
                    paragraph("map-zone", zone_title.unwrap_or_default()),
                    list("entry-links", entries),
                ]));
            }
        }
        let title = view! { <h3>{title.unwrap_or_default()}</h3> };
        parts.push(block("map-moment", vec![title.into_any(), list("map-fields", fields)]));
    }
    block("map-list", parts)
}

/// An entry, and whether the person meets it.
fn line(state: State, entry: &Entry, own: &[(String, &'static str)]) -> AnyView {
    let shows_own = state.system.shows_own;
    let mark = own.iter().find(|(id, _)| id == &entry.id).map(|(_, said)| {
        let said = *said;
        view! { <span class="map-mark">{move || if shows_own.get() { format!(" · {said}") } else { String::new() }}</span> }
            .into_any()
    });
    item([entry_link(state, "entry-link", entry)].into_iter().chain(mark).collect())
}
