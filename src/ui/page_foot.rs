//! What stands below every screen: what its letters stand for, and a way to say what is wrong with it.

use leptos::prelude::*;
use sentier_core::content::Id;
use sentier_core::system::{Piece, pieces};

use super::error_report::error_report;
use super::explained::all;
use super::kit::{block, lines, paragraph};
use crate::browser::document;
use crate::state::{Arrival, State};
use crate::text::text;

/// Below a screen that is about some content, by its id; without one, about its address, which holds no answer.
pub fn page_foot(state: State, about: Option<Id>, version: &str) -> AnyView {
    let t = text();
    let about = about.unwrap_or_else(|| state.now(|model, _| model.route.hash()));
    block("page-foot", vec![acronyms(state), error_report(t.foot_page, &about, version)])
}

/// The letters that are on the page when one asks, each with what it stands for.
fn acronyms(state: State) -> AnyView {
    let read = RwSignal::new(None::<String>);
    let press = move |_| {
        state.system.open();
        read.update(|read| *read = if read.is_some() { None } else { Some(document::main_text()) });
    };
    let said = move || {
        let arrival = state.system.arrival();
        read.with(|read| read.as_ref().map(|read| untrack(|| found(state, arrival, read))))
    };
    let expanded = move || if read.with(Option::is_some) { "true" } else { "false" };
    // A button and no fold: another screen reuses its element, and a fold would stay open with nothing in it.
    view! {
        <button type="button" class="quiet" aria-expanded=expanded on:click=press>{text().foot_acronyms}</button>
        {said}
    }
    .into_any()
}

fn found(state: State, arrival: Arrival, read: &str) -> AnyView {
    let t = text();
    let meant = state.system.with(|system| {
        let found = pieces(system, read, &[]).into_iter().filter_map(|piece| match piece {
            Piece::Acronym(letters, meanings) => Some(t.labelled(letters, &all(&meanings))),
            Piece::Plain(_) => None,
        });
        found.collect::<Vec<String>>()
    });
    match (arrival, meant) {
        (Arrival::Coming, _) => paragraph("", t.foot_acronyms_coming),
        (Arrival::Failed, _) | (Arrival::Here, None) => paragraph("", t.waiting_failed_title),
        (Arrival::Here, Some(meant)) if meant.is_empty() => paragraph("", t.foot_acronyms_none),
        (Arrival::Here, Some(meant)) => lines("page-acronyms", meant),
    }
}
