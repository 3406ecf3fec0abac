//! Ways to help: one main action, and those that may stand beside it.

use leptos::prelude::*;
use sentier_core::content::{Id, Library};

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

/// A link that calls where there is a number, words where there is none; then what happens.
pub fn pieces(library: &Library, id: &Id, class: &'static str) -> Vec<AnyView> {
    let Some(way) = library.way(id) else {
        return Vec::new();
    };
    let contact = way.contact.as_ref().and_then(|contact| library.contact(contact));
    let action = match contact {
        Some(contact) => link(class, contact.href(), way.action.clone()),
        None => paragraph("way-words", way.action.clone()),
    };
    vec![action, paragraph("way-explain", way.explain.clone())]
}
