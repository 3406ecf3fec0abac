//! What the app is, what it is not, and where its facts come from.

use leptos::prelude::*;
use sentier_core::content::Id;

use crate::browser::document;
use crate::route::Route;
use crate::state::State;
use crate::text::text;
use crate::ui::kit::{block, heading, link, paragraph, subheading};
use crate::ui::reasons::sources;

/// What the app is.
pub fn about(state: State) -> AnyView {
    let t = text();
    let said = [t.about_purpose, t.about_unreviewed, t.about_limits, t.about_device, t.about_official, t.about_licence];
    let mut parts = vec![heading(t.about_title)];
    parts.extend(said.map(|said| paragraph("", said)));
    parts.extend(document::build().map(|build| paragraph("", [t.offline_build, &build].concat())));
    parts.push(link("second", Route::Proofs.hash(), t.proofs_title));
    parts.push(link("second", Route::Rules.hash(), t.clinical_title));
    parts.push(subheading(t.why_sources));
    parts.push(paragraph("", t.about_sources));
    let list = move || {
        state.around.track();
        state.now(|model, _| {
            let ids: Vec<Id> = model.library.draft().sources.iter().map(|source| source.id.clone()).collect();
            sources(&model.library, &ids)
        })
    };
    parts.push(list.into_any());
    block("prose", parts)
}
