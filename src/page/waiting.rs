//! The questions have not arrived: on their way, or failed.

use leptos::prelude::*;

use crate::state::{Arrival, SAMU, State};
use crate::text::text;
use crate::ui::always_shown::always_shown;
use crate::ui::kit::{block, button, heading, link, paragraph};

/// Shown between the gate and the first question of a motif, while the content is not there.
pub fn waiting(state: State) -> AnyView {
    let body = move || {
        let t = text();
        let call = link("call", state.number(SAMU).1, t.emergency_call_label);
        if state.around.get().arrival == Arrival::Failed {
            let retry = button("main", t.waiting_retry, Box::new(move || state.fetch_content()));
            vec![heading(t.waiting_failed_title), paragraph("lead", t.waiting_failed_body), retry, call]
        } else {
            vec![heading(t.waiting_title), paragraph("lead", t.waiting_body), call]
        }
    };
    block("screen", vec![always_shown(state), body.into_any()])
}
