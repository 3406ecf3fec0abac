//! Ways to help: one main action, and those that may stand beside it.

use leptos::prelude::*;
use sentier_core::content::{Contact, Id, Library, Way};

use super::kit::{block, item, link, list, paragraph};

/// The main action, and the ways offered beside it.
pub fn ways(library: &Library, id: &Id) -> AnyView {
    let Some(way) = library.way(id) else {
        return ().into_any();
    };
    block("ways", vec![block("way-main", pieces(library, id, "call")), beside(library, &way.beside)])
}

/// Ways as a list; nothing where there is none.
pub fn beside(library: &Library, ids: &[Id]) -> AnyView {
    if ids.is_empty() {
        return ().into_any();
    }
    list("ways-beside", ids.iter().map(|id| item(pieces(library, id, "call second"))).collect())
}

/// Ways as a row of links, without what happens then; words where there is no number.
pub fn calls(library: &Library, ids: &[Id]) -> AnyView {
    let found = ids.iter().filter_map(|id| library.way(id));
    list("calls", found.map(|way| item(vec![action(library, way, "call second")])).collect())
}

/// What to do, then what happens.
pub fn pieces(library: &Library, id: &Id, class: &'static str) -> Vec<AnyView> {
    let Some(way) = library.way(id) else {
        return Vec::new();
    };
    vec![action(library, way, class), paragraph("way-explain", way.explain.clone())]
}

/// A number with its name, and when it answers at what price.
pub fn contact_line(contact: &Contact) -> Vec<AnyView> {
    let label = format!("{} · {}", contact.number, contact.name);
    vec![link("call second", contact.href(), label), paragraph("way-explain", contact.when.clone())]
}

/// A link that calls where there is a number, words where there is none.
fn action(library: &Library, way: &Way, class: &'static str) -> AnyView {
    let contact = way.contact.as_ref().and_then(|contact| library.contact(contact));
    match contact {
        Some(contact) => link(class, contact.href(), way.action.clone()),
        None => paragraph("way-words", way.action.clone()),
    }
}
