//! "Call back if": the rules that did not fire and would make it more urgent.

use leptos::prelude::*;
use sentier_core::triage::{Verdict, explain};

use super::kit::{block, fold, lines, subheading};
use crate::state::State;
use crate::text::text;

/// The signs to watch for, under whom to call for them; the most urgent are unfolded.
pub fn safety_net(state: State, verdict: &Verdict) -> AnyView {
    state.now(|model, walk| {
        let nets = explain::safety_net(&model.protocol(), &walk.counted, verdict);
        let mut parts = vec![subheading(text().recall_title)];
        for net in &nets {
            let heading = model.library.level(net.level).map(|advice| advice.recall.clone()).unwrap_or_default();
            let signs = net.signs.iter().filter_map(|id| model.library.sign(id));
            let said = signs.map(|sign| format!("{}{}", walk.counted.statement(sign), text().item_ends)).collect();
            let is_open = nets.first() == Some(net);
            parts.push(fold("net", is_open, text().before_list(&heading), vec![lines("", said)]));
        }
        if nets.is_empty() { ().into_any() } else { block("nets", parts) }
    })
}
