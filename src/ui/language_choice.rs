//! Choosing the language: each says its own name.

use leptos::prelude::*;

use super::kit::block;
use crate::language::Language;
use crate::state::State;

/// A button for every language but the one chosen.
pub fn language_choice(state: State) -> AnyView {
    let others = Language::ALL.into_iter().filter(|(language, _)| *language != Language::chosen());
    let button = |(language, name): (Language, &'static str)| {
        let choose = move |_| state.speak(language);
        view! { <button type="button" class="quiet" lang=language.code() on:click=choose>{name}</button> }.into_any()
    };
    block("languages", others.map(button).collect())
}
