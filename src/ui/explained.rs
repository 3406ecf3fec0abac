//! Acronyms explained in place, on demand: the letters are a button, and what they stand for comes right after them.

use leptos::prelude::*;
use sentier_core::content::system::{Entry, Meaning};
use sentier_core::content::{Id, System};
use sentier_core::system::{Piece, pieces};

use super::kit::{block, line_of, strong};
use crate::state::{Arrival, State};
use crate::text::text;

/// The entries that a text is about, the nearest first.
pub type About = Box<dyn Fn(&System) -> Vec<Id> + Send + Sync>;

/// A text whose acronyms can be opened. As it is while their meanings are not there.
pub fn explained(state: State, class: &'static str, text: impl Into<String>, about: About) -> AnyView {
    fn element(state: State, class: &'static str, text: String, about: About) -> AnyView {
        let said = move || {
            let is_here = state.system.arrival() == Arrival::Here;
            untrack(|| {
                let found = state.system.with(|system| of_text(system, &text, &about(system)));
                found.filter(|_| is_here).unwrap_or_else(|| vec![text.clone().into_any()])
            })
        };
        line_of(class, vec![said.into_any()])
    }
    element(state, class, text.into(), about)
}

/// The same behind a word that stands out.
pub fn explained_after(state: State, word: &'static str, text: &str, about: About) -> AnyView {
    block("named", vec![strong(word), explained(state, "", text, about)])
}

/// The pieces of a text, the acronyms as buttons.
fn of_text(system: &System, text: &str, about: &[Id]) -> Vec<AnyView> {
    let about: Vec<&Entry> = about.iter().filter_map(|id| system.entry(id)).collect();
    let found = pieces(system, text, &about).into_iter().map(|piece| match piece {
        Piece::Plain(plain) => plain.to_owned().into_any(),
        Piece::Acronym(letters, meanings) => acronym(letters.to_owned(), all(&meanings)),
    });
    found.collect()
}

/// What some letters stand for: one meaning, or several, each with where it holds.
pub fn all(meanings: &[Meaning<'_>]) -> String {
    let said = meanings.iter().map(|meaning| match (&meaning.acronym.context, meanings.len()) {
        (Some(context), 2..) => format!("{} ({context})", meaning.acronym.means),
        _ => meaning.acronym.means.clone(),
    });
    said.collect::<Vec<_>>().join(&format!(", {} ", text().system_or))
}

fn acronym(letters: String, means: String) -> AnyView {
    let is_open = RwSignal::new(false);
    let name = format!("{letters}\u{a0}: {}", text().system_means);
    let expanded = move || if is_open.get() { "true" } else { "false" };
    view! {
        <button
            type="button" class="acronym" aria-label=name aria-expanded=expanded
            on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
        >
            {letters}
        </button>
        <span class="meaning">{move || if is_open.get() { format!(" ({means})") } else { String::new() }}</span>
    }
    .into_any()
}
