//! Ways to help that a motif keeps on screen from the first answer on.

use leptos::prelude::*;
use sentier_core::content::{Id, Library};

use super::kit::{block, fold};
use super::ways::{beside, calls};
use crate::state::State;
use crate::text::text;

/// What the chosen motifs always show, in few lines above a screen, with what it is for on demand; nothing for most.
pub fn always_shown(state: State) -> AnyView {
    of_motifs(state, |library, ids| {
        let explained = fold("", false, text().leave_numbers, vec![beside(library, ids)]);
        block("always", vec![calls(library, ids), explained])
    })
}

/// The same in full, for the result, where what decided comes first.
pub fn always_explained(state: State) -> AnyView {
    of_motifs(state, |library, ids| block("always", vec![beside(library, ids)]))
}

/// The doors say it, so that it is there before the rest of the content is.
fn of_motifs(state: State, show: impl Fn(&Library, &[Id]) -> AnyView) -> AnyView {
    state.now(|model, _| {
        let mut ids: Vec<Id> = Vec::new();
        for door in model.start.doors.iter().filter(|door| model.session.motifs.contains(&door.id)) {
            ids.extend(door.always_shown.iter().filter(|id| !ids.contains(id)).cloned().collect::<Vec<Id>>());
        }
        if ids.is_empty() { ().into_any() } else { show(&model.library, &ids) }
    })
}
