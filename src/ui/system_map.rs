//! The picture of the map. Each entry is a link with its name, which the keyboard reaches as well; the core has said
//! where it stands.

use leptos::prelude::*;
use sentier_core::content::System;
use sentier_core::system::{Map, Stop, map};

use crate::route::{Route, SystemRoute};
use crate::state::State;
use crate::text::text;

/// The map; `own` has the entries that the person meets, each with where.
pub fn system_map(state: State, system: &System, own: &[(String, &'static str)]) -> AnyView {
    let t = text();
    let drawn = map(system);
    let (width, height) = (drawn.width.to_string(), drawn.height.to_string());
    let frame = format!("0 0 {width} {height}");
    let mut parts: Vec<AnyView> = Vec::new();
    for (place, column) in drawn.columns.iter().enumerate() {
        let class = if place % 2 == 0 { "map-column" } else { "map-column other" };
        let (x, across, down) = (column.x.to_string(), Map::COLUMN.to_string(), height.clone());
        parts.push(view! { <rect class=class x=x y="0" width=across height=down/> }.into_any());
        for (line, title) in column.lines.iter().enumerate() {
            let y = Map::LINE.saturating_mul(line).saturating_add(20);
            parts.push(words("map-column-title", column.x.saturating_add(14), y, title.clone()));
        }
    }
    let end = drawn.width.saturating_sub(24);
    for row in &drawn.rows {
        let path = format!("M14 {y}H{end}", y = row.y.saturating_add(4));
        parts.push(view! { <path class="map-path" d=path/> }.into_any());
        parts.push(words("map-row-title", 14, row.y.saturating_add(30), row.title.to_owned()));
    }
    if let Some(last) = drawn.rows.last() {
        let y = last.y.saturating_add(4).to_string();
        parts.push(view! { <circle class="map-end" cx=end.to_string() cy=y r="9"/> }.into_any());
    }
    parts.extend(drawn.stops.iter().map(|stop| {
        let said = own.iter().find(|(id, _)| id == &stop.entry.id).map(|(_, said)| *said);
        stop_view(state, stop, said)
    }));
    view! {
        <div class="map-frame" role="region" aria-label=t.map_scroll tabindex="0">
            <svg class="system-map" width=width height=height viewBox=frame role="group" aria-label=t.map_label>{parts}</svg>
        </div>
    }
    .into_any()
}

/// Words in the drawing, which the list says again.
fn words(class: &'static str, x: usize, y: usize, said: String) -> AnyView {
    view! { <text class=class x=x.to_string() y=y.to_string() aria-hidden="true">{said}</text> }.into_any()
}

/// An entry: a ring, filled where the person meets it, and its name.
fn stop_view(state: State, stop: &Stop<'_>, own: Option<&'static str>) -> AnyView {
    let shows_own = state.system.shows_own;
    let is_own = move || own.is_some() && shows_own.get();
    let id = stop.entry.id.clone();
    let press = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        state.read_entry(id.clone());
    };
    let entry_name = stop.entry.name.clone();
    let name = move || match own.filter(|_| is_own()) {
        Some(said) => format!("{entry_name}, {said}"),
        None => entry_name.clone(),
    };
    let (middle, text_x) = (stop.x.saturating_add(20).to_string(), stop.x.saturating_add(34).to_string());
    let first = stop.y.saturating_add(20);
    let lines = stop.lines.iter().enumerate().map(|(place, line)| {
        let y = first.saturating_add(place.saturating_mul(Map::LINE)).to_string();
        // The space keeps the words of two lines apart for whoever hears them.
        view! { <text class="map-name" x=text_x.clone() y=y>{format!("{line} ")}</text> }.into_any()
    });
    let lines: Vec<AnyView> = lines.collect();
    let [what, _] = stop.entry.what.clone();
    let (x, y) = (stop.x.saturating_add(4).to_string(), stop.y.to_string());
    let (across, down) = (Map::COLUMN.saturating_sub(8).to_string(), stop.height.to_string());
    let ring = first.saturating_sub(5).to_string();
    view! {
        <g>
            // Within a group, so that it is a link of a drawing, not of a page.
            <a
                class="map-stop" href=Route::System(SystemRoute::Families).hash() aria-label=name
                data-own=move || is_own().then_some("true") on:click=press
            >
                // What a hand that rests on it is told.
                {leptos::svg::title().child(what)}
                <rect class="map-field" x=x y=y width=across height=down rx="8"/>
                <circle class="map-ring" cx=middle cy=ring r="6"/>
                {lines}
            </a>
        </g>
    }
    .into_any()
}
