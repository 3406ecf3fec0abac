//! How far one is: a footpath of dots, and the same in words.

use leptos::prelude::*;

use super::kit::{block, paragraph};
use crate::screen::Asked;
use crate::text::text;

/// The place of a screen among those that can still come.
pub fn progress(asked: &Asked) -> AnyView {
    let t = text();
    let screen = asked.index.saturating_add(1);
    let dots = (1..=asked.at_most.unwrap_or(screen)).map(|place| {
        block(
            if place <= screen {
                "dot walked"
            } else if Some(place) == asked.at_most {
                "dot last"
            } else {
                "dot"
            },
            Vec::new(),
        )
    });
    let most = asked.at_most.map(|most| format!(", {} {most}", t.progress_at_most)).unwrap_or_default();
    let said = format!("{} {screen}{most}", t.progress_screen);
    block("progress", vec![block("dots", dots.collect()), paragraph("", said)])
}
