//! A screen whose code is fetched when it is opened, and has no pack.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kit::{HEADING, block, button, heading, paragraph};
use crate::browser::document;
use crate::parts;
use crate::state::Arrival;
use crate::text::text;

/// What `page` draws once its code is here; where it does not come, a way to try again.
pub fn late(page: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    let arrival = RwSignal::new(Arrival::Coming);
    let fetch = move || {
        spawn_local(async move {
            let arrived = if parts::receive_aside().await { Arrival::Here } else { Arrival::Failed };
            // The person may be elsewhere by now.
            if arrival.try_set(arrived).is_none() {
                request_animation_frame(|| document::focus_if_lost(HEADING));
            }
        });
    };
    fetch();
    let shown = move || {
        let t = text();
        match arrival.get() {
            Arrival::Coming => block("prose", vec![heading(t.aside_coming)]),
            Arrival::Here => untrack(&page).unwrap_or_else(|| ().into_any()),
            Arrival::Failed => {
                let again = button("second", t.waiting_retry, Box::new(fetch));
                block("prose", vec![heading(t.aside_failed), paragraph("", t.waiting_failed_body), again])
            }
        }
    };
    shown.into_any()
}
