//! Every motif by part of the body, for whoever's words were not found.

use leptos::prelude::*;

use super::kit::{block, button, fold, item, list, paragraph};
use crate::state::State;
use crate::text::text;

/// Every motif, folded up by part of the body; a press begins with it.
pub fn body_list(state: State) -> AnyView {
    let mut parts: Vec<AnyView> = state.now(|model, _| {
        let parts = model.start.parts.iter().map(|part| {
            let doors = model.start.doors.iter().filter(|door| door.part == part.id).map(|door| {
                let id = door.id.clone();
                item(vec![button("door", door.title.clone(), Box::new(move || state.begin(std::slice::from_ref(&id))))])
            });
            (part.title.clone(), doors.collect::<Vec<AnyView>>())
        });
        let parts = parts.filter(|(_, doors)| !doors.is_empty());
        parts.map(|(title, doors)| fold("body-part", false, title, vec![list("found", doors)])).collect()
    });
    parts.push(paragraph("hint", text().motifs_elsewhere));
    block("body-list", parts)
}
