//! The three parcours, one in the other, with what the person has to do in each.

use leptos::prelude::*;
use sentier_core::content::{Care, System};
use sentier_core::pathway::Dashboard;
use sentier_core::system::{RingOf, rings};

use crate::care::CareState;
use crate::state::State;
use crate::text::text;
use crate::ui::entry_links::entry_link;
use crate::ui::explained::explained;
use crate::ui::item_line::item_lines;
use crate::ui::kit::{block, heading, line_of, paragraph, strong, subheading};

/// So many of the person's own steps stand in each.
const MOST_STEPS: usize = 3;

/// The picture: each parcours is drawn around those before it.
pub fn journeys(state: State, care: CareState, system: &System) -> AnyView {
    let t = text();
    let drawn = care.with_dashboard(|content, _, dashboard, _| {
        let own = rings(system, Some(dashboard));
        nested(state, care, &own, Some((content, dashboard)))
    });
    let has_person = drawn.is_some();
    let drawn = drawn.unwrap_or_else(|| nested(state, care, &rings(system, None), None));
    let mut parts = vec![heading(t.journeys_title), paragraph("lead", t.journeys_lead)];
    if !has_person {
        parts.push(paragraph("hint", t.journeys_nobody));
    }
    parts.push(drawn);
    block("screen journeys", parts)
}

/// The outermost parcours with all within it.
fn nested(state: State, care: CareState, rings: &[RingOf<'_>], own: Option<(&Care, &Dashboard<'_>)>) -> AnyView {
    rings.iter().fold(().into_any(), |within, ring| {
        let mut parts = vec![subheading(ring.entry.name.clone())];
        let about = ring.entry.id.clone();
        let about = Box::new(move |_: &System| vec![about.clone()]);
        parts.push(explained(state, "", ring.entry.what.join(" "), about));
        if let Some((content, dashboard)) = own {
            parts.push(examples(care, ring, content, dashboard));
        }
        let more = entry_link(state, "entry-link", ring.entry);
        parts.push(line_of("hint", vec![format!("{}\u{a0}: ", text().journeys_more).into_any(), more]));
        parts.push(within);
        block("ring", parts)
    })
}

fn examples(care: CareState, ring: &RingOf<'_>, content: &Care, dashboard: &Dashboard<'_>) -> AnyView {
    let t = text();
    if ring.items.is_empty() {
        return paragraph("hint", t.journeys_none);
    }
    let first = ring.items.iter().copied().take(MOST_STEPS);
    block("ring-own", vec![strong(t.journeys_own), item_lines(care, content, dashboard, first)])
}
