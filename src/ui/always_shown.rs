//! Ways to help that a motif keeps on screen from the first answer on.

use leptos::prelude::*;
use sentier_core::content::Id;

use super::kit::block;
use super::ways::beside;
use crate::state::State;

/// What the chosen motifs always show; nothing for most.
pub fn always_shown(state: State) -> AnyView {
    state.now(|model, _| {
        let protocol = model.protocol();
        let ids: Vec<Id> = protocol.motifs().iter().flat_map(|motif| motif.always_shown.clone()).collect();
        if ids.is_empty() { ().into_any() } else { block("always", vec![beside(&model.library, &ids)]) }
    })
}
