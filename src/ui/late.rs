//! A screen whose code is fetched when it is opened, and that is drawn once it is here.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kit::{HEADING, block, button, heading, paragraph};
use crate::browser::{document, packs};
use crate::parts;
use crate::state::Arrival;
use crate::text::text;

/// What such a screen waits for.
#[derive(Clone, Copy)]
pub enum Late {
    /// The code of *À propos* and *Vie privée*.
    Aside,
    /// The drawn body.
    Body,
}

/// What `page` draws once its code is here; where it does not come, a way to try again.
pub fn late(what: Late, page: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    let arrival = RwSignal::new(Arrival::Coming);
    let fetch = move || {
        spawn_local(async move {
            let is_here = match what {
                Late::Aside => parts::receive_aside().await,
                Late::Body => parts::receive_body(packs::fetch(env!("SENTIER_DRAWING_PACK")).await).await,
            };
            let arrived = if is_here { Arrival::Here } else { Arrival::Failed };
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
