//! The choice of motifs, behind the gate: from one's own words, or from a list by part of the body.

use leptos::prelude::*;
use sentier_core::content::Id;
use sentier_core::triage::Protocol;

use crate::state::State;
use crate::text::text;
use crate::ui::kit::{
    Problem, block, field, fieldset, form, heading, paragraph, strong, subheading, submit_button, tick,
};
use crate::ui::understood::danger;

/// The most motifs suggested from the words.
const MOST_SUGGESTED: usize = 5;

/// A door as it is listed: its place in the list of all, its id, title and part.
#[derive(Clone)]
struct Listed {
    place: usize,
    id: Id,
    title: String,
    part: Id,
}

/// The choice of motifs.
pub fn motifs(state: State) -> AnyView {
    let t = text();
    let (doors, parts, chosen) = state.now(|model, _| {
        let doors = model.start.doors.iter().enumerate();
        let doors: Vec<Listed> = doors
            .map(|(place, door)| Listed {
                place,
                id: door.id.clone(),
                title: door.title.clone(),
                part: door.part.clone(),
            })
            .collect();
        let chosen: Vec<bool> = doors.iter().map(|door| model.session.motifs.contains(&door.id)).collect();
        (doors, model.start.parts.clone(), chosen)
    });
    let ticks = RwSignal::new(chosen);
    let problem = Problem::none();
    let line = move |door: &Listed| {
        let place = door.place;
        let change = move |is_on: bool| {
            ticks.update(|ticks| {
                if let Some(tick) = ticks.get_mut(place) {
                    *tick = is_on;
                }
            });
            problem.clear();
        };
        let is_ticked = move || ticks.with(|ticks| ticks.get(place) == Some(&true));
        tick("line", door.title.clone(), Box::new(is_ticked), Box::new(change))
    };
    let suggested = {
        let doors = doors.clone();
        move || {
            let found: Vec<AnyView> = state.words.understood.with(|understood| {
                let found = understood.motifs.iter().take(MOST_SUGGESTED);
                found.filter_map(|(id, _)| doors.iter().find(|door| &door.id == id)).map(line).collect()
            });
            if found.is_empty() {
                return ().into_any();
            }
            fieldset("part", strong(t.motifs_suggested), vec![block("lines", found)])
        }
    };
    let parts = parts.into_iter().filter_map(|part| {
        let found: Vec<AnyView> = doors.iter().filter(|door| door.part == part.id).map(line).collect();
        (!found.is_empty()).then(|| fieldset("part", strong(part.title), vec![block("lines", found)]))
    });
    let parts = block("parts", parts.collect());
    let submit = move || {
        // In the order of the list, which is by danger, not in the order of ticking.
        let ticked = doors.iter().zip(ticks.get_untracked()).filter(|(_, is_ticked)| *is_ticked);
        let motifs: Vec<Id> = ticked.map(|(door, _)| door.id.clone()).collect();
        match motifs.len() {
            0 => problem.say(t.motifs_missing),
            many if many > Protocol::MOST_MOTIFS => problem.say(t.motifs_too_many),
            _ => state.choose(&motifs),
        }
    };
    form(
        "motifs",
        Box::new(submit),
        vec![
            problem.view(),
            heading(t.motifs_title),
            paragraph("lead", t.motifs_lead),
            field("words", t.motifs_search, "text", "200", state.words.typed, Box::new(move || state.words.retyped())),
            danger(state),
            suggested.into_any(),
            subheading(t.motifs_all),
            parts,
            paragraph("hint", t.motifs_elsewhere),
            block("actions sticky", vec![submit_button(Box::new(|| text().continue_button.to_owned()))]),
        ],
    )
}
