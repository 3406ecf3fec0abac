//! Links to entries. What they open is remembered, not in their address, which leads to the list of all.

use leptos::prelude::*;
use sentier_core::content::system::Entry;

use super::explained::About;
use super::kit::{block, item, list, opener, strong};
use crate::route::{Route, SystemRoute};
use crate::state::State;
use crate::text::text;

/// A link to an entry, by its name.
pub fn entry_link(state: State, class: &'static str, entry: &Entry) -> AnyView {
    let id = entry.id.clone();
    let press = move || state.read_entry(id.clone());
    opener(class, Route::System(SystemRoute::Families).hash(), entry.name.clone(), Box::new(press))
}

/// Links to entries as a list; nothing where there is none.
pub fn entry_links<'a>(state: State, entries: impl Iterator<Item = &'a Entry>) -> AnyView {
    let links: Vec<AnyView> = entries.map(|entry| item(vec![entry_link(state, "entry-link", entry)])).collect();
    // Entries are there in French only.
    if links.is_empty() {
        ().into_any()
    } else {
        view! { <div lang="fr">{list("entry-links", links)}</div> }.into_any()
    }
}

/// "Qui est qui": links to what is spoken of on a screen that is about something else; nothing before it has arrived.
pub fn who_is_who(state: State, choose: About) -> AnyView {
    let links = move || {
        state.system.arrival();
        let found = state.system.with(|system| {
            let entries = choose(system);
            let entries: Vec<&Entry> = entries.iter().filter_map(|id| system.entry(id)).collect();
            (!entries.is_empty())
                .then(|| block("who-is-who", vec![strong(text().system_who), entry_links(state, entries.into_iter())]))
        });
        found.flatten().unwrap_or_else(|| ().into_any())
    };
    links.into_any()
}
