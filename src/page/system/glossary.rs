//! The glossary: letters and words, what they stand for, and what says more.

use leptos::prelude::*;
use sentier_core::system::{Line, look_up};

use crate::state::State;
use crate::text::text;
use crate::ui::entry_links::entry_link;
use crate::ui::kit::{block, field, heading, item, list, live, paragraph, strong};

/// The glossary, and the field to search it.
pub fn glossary(state: State) -> AnyView {
    let t = text();
    let searched = state.system.searched;
    let count = move || {
        let count = state.system.with(|system| look_up(system, &searched.get()).len()).unwrap_or_default();
        match count {
            0 => t.glossary_nothing.to_owned(),
            1 => t.glossary_one.to_owned(),
            many => format!("{many} {}", t.glossary_many),
        }
    };
    let found = move || {
        let typed = searched.get();
        let lines = state.system.with(|system| {
            let lines = look_up(system, &typed);
            list("glossary-lines", lines.iter().map(|found| line(state, found)).collect())
        });
        lines.unwrap_or_else(|| ().into_any())
    };
    let typed = field("glossary", t.glossary_field, "search", "60", searched, Box::new(|| ()));
    block(
        "screen glossary",
        vec![
            heading(t.glossary_title),
            paragraph("lead", t.glossary_lead),
            block("glossary-field", vec![typed]),
            live("hint", Box::new(count)),
            found.into_any(),
        ],
    )
}

/// Letters, what they stand for and where; the entry that says more.
fn line(state: State, line: &Line<'_>) -> AnyView {
    let more = line.entry.map(|entry| entry_link(state, "entry-link", entry));
    let Some(acronym) = line.acronym else { return item(more.into_iter().collect()) };
    let context = acronym.context.as_ref().map(|context| format!(" ({context})")).unwrap_or_default();
    let mut said = vec![strong(acronym.letters.clone()), format!("\u{a0}: {}{context}", acronym.means).into_any()];
    said = vec![crate::ui::kit::line_of("", said)];
    said.extend(
        more.map(|more| crate::ui::kit::line_of("hint", vec![format!("{} ", text().glossary_more).into_any(), more])),
    );
    item(said)
}
