//! Everything that is explained: the ways in, then every entry under its family.

use leptos::prelude::*;
use sentier_core::content::System;

use crate::route::{Route, SystemRoute};
use crate::state::State;
use crate::text::text;
use crate::ui::entry_links::entry_links;
use crate::ui::kit::{block, fold, heading, paragraph, subheading};

/// The ways in, and the families.
pub fn families(state: State, system: &System) -> AnyView {
    let t = text();
    let mut parts = vec![heading(t.system_title), paragraph("lead", t.system_lead)];
    let ways = [
        (SystemRoute::Find(0), t.seek_title, t.system_find_lead),
        (SystemRoute::Map, t.map_title, t.system_map_lead),
        (SystemRoute::Journeys, t.journeys_title, t.system_journeys_lead),
        (SystemRoute::Glossary, t.glossary_title, t.system_glossary_lead),
    ];
    let ways = ways.map(|(route, title, lead)| {
        view! { <a class="place" href=Route::System(route).hash()><b>{title}</b><span>{lead}</span></a> }.into_any()
    });
    parts.push(block("system-ways", ways.into_iter().collect()));
    parts.push(subheading(t.system_by_family));
    let families = system.draft().families.iter().map(|family| {
        let entries = entry_links(state, system.entries_of(&family.id));
        fold("family", false, family.title.clone(), vec![paragraph("hint", family.intro.clone()), entries])
    });
    parts.push(block("families", families.collect()));
    block("screen", parts)
}
