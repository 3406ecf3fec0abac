//! The level: always a word, a shape and a colour together.

use leptos::prelude::*;
use sentier_core::content::{Library, Urgency};

use super::kit::{leveled, strong};

/// The badge of a level.
pub fn level_badge(library: &Library, level: Urgency) -> AnyView {
    leveled("badge", level, vec![shape(level), strong(name(library, level))])
}

/// The name of a level.
pub fn name(library: &Library, level: Urgency) -> String {
    library.level(level).map(|advice| advice.name.clone()).unwrap_or_default()
}

/// The shape of a level, told apart in black and white: an octagon, a triangle, a clock, a calendar, a lozenge, a house.
pub fn shape(level: Urgency) -> AnyView {
    let outline = match level {
        Urgency::Vital => "M8 2h8l6 6v8l-6 6H8l-6-6V8zM12 6.5v7M12 17v.5",
        Urgency::Emergency => "M12 2.5 22.5 21H1.5zM12 9v6M12 18v.5",
        Urgency::Hours => "M2.5 12a9.5 9.5 0 1 0 19 0 9.5 9.5 0 1 0-19 0M12 6.5V12l4 2.5",
        Urgency::Days => "M3 4.5h18v16H3zM3 9.5h18M8 2.5v4M16 2.5v4",
        Urgency::Planned => "M12 2.5 21.5 12 12 21.5 2.5 12zM8.5 12h7",
        Urgency::SelfCare => "M3 11.5 12 4l9 7.5V21H3zM10 21v-6h4v6",
    };
    view! { <svg class="shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=outline/></svg> }
        .into_any()
}
