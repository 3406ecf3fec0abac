//! The timeline of the person looked at, large.

use leptos::prelude::*;

use super::back;
use crate::care::CareState;
use crate::text::text;
use crate::ui::changes::{changes, taken_back};
use crate::ui::kit::{block, heading, paragraph};

/// The timeline of the person looked at.
pub fn timeline(care: CareState) -> AnyView {
    let t = text();
    let drawn = care.with_dashboard(|content, person, dashboard, today| {
        crate::ui::timeline::timeline(care, content, dashboard, person, today)
    });
    let Some(drawn) = drawn else {
        return ().into_any();
    };
    block(
        "timeline-page",
        vec![
            back(),
            heading(t.timeline_title),
            paragraph("lead", t.timeline_lead),
            drawn,
            changes(care),
            taken_back(care),
        ],
    )
}
