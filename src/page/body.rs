//! The drawn body: one points to where it is, and goes on with what may be felt there. The drawing is for the hand and the
//! eye; beside it every zone stands by its name, for the keyboard and for whoever hears the screen.

use std::sync::OnceLock;

use leptos::prelude::*;
use sentier_core::content::{Drawing, Field, Figure, Id, Stature, Subject, View, Zone, pack};

use crate::browser::document;
use crate::page::waiting::waiting;
use crate::state::State;
use crate::text::text;
use crate::ui::body_list::body_list;
use crate::ui::kit::{block, button, fieldset, heading, item, list, live, paragraph, radio, strong, subheading};

/// The id of the heading above the motifs of a zone, where a press on the drawing leads.
const FELT: &str = "felt";

/// The drawing, once it has arrived; it never changes.
static DRAWING: OnceLock<Drawing> = OnceLock::new();

/// What the person has chosen on this screen. It is no answer: leaving the screen forgets it.
#[derive(Clone, Copy)]
struct Chosen {
    stature: RwSignal<Stature>,
    view: RwSignal<View>,
    /// Its place in the list of all.
    zone: RwSignal<Option<usize>>,
}

/// Takes in the drawing; whether the pack was one.
pub fn receive(bytes: &[u8]) -> bool {
    match pack::read_drawing(bytes, env!("SENTIER_DRAWING")) {
        Ok(drawing) => {
            let _ = DRAWING.set(drawing);
            true
        }
        Err(_) => false,
    }
}

/// The drawn body, its zones by name, and what may be felt in the one chosen.
pub fn body(state: State) -> AnyView {
    let is_child = state.words.subject() == Some(Subject::OwnChild);
    let chosen = Chosen {
        stature: RwSignal::new(if is_child { Stature::Child } else { Stature::Adult }),
        view: RwSignal::new(View::Front),
        zone: RwSignal::new(None),
    };
    let screen = move || {
        state.around.track();
        let zones: Vec<Zone> = state.now(|model, _| model.library.zones().to_vec());
        if zones.is_empty() { waiting(state) } else { arrived(state, chosen, &zones) }
    };
    screen.into_any()
}

fn arrived(state: State, chosen: Chosen, zones: &[Zone]) -> AnyView {
    let t = text();
    block(
        "screen body",
        vec![
            heading(t.body_title),
            paragraph("lead", t.body_lead),
            statures(chosen),
            views(chosen),
            figures(state, chosen),
            found(state, chosen),
            names(chosen, zones),
            subheading(t.motifs_all),
            body_list(state),
        ],
    )
}

fn statures(chosen: Chosen) -> AnyView {
    let t = text();
    let named = Stature::ALL.into_iter().zip([t.body_adult, t.body_child]);
    let choices = named.map(|(stature, name)| {
        let is_chosen = move || chosen.stature.get() == stature;
        radio("stature", "chip", name, Box::new(is_chosen), Box::new(move |_| chosen.stature.set(stature)))
    });
    fieldset("choices-row", strong(t.body_stature), choices.collect())
}

/// Which figure is shown where there is room for one.
fn views(chosen: Chosen) -> AnyView {
    let t = text();
    let named = View::ALL.into_iter().zip([t.body_front, t.body_back, t.body_face]);
    let choices = named.map(|(view, name)| {
        let is_chosen = move || chosen.view.get() == view;
        radio("view", "chip", name, Box::new(is_chosen), Box::new(move |_| chosen.view.set(view)))
    });
    fieldset("choices-row body-views", strong(t.body_view), choices.collect())
}

fn drawn(stature: Stature) -> impl Iterator<Item = &'static Figure> {
    let figures = DRAWING.get().map(|drawing| drawing.figures.as_slice()).unwrap_or_default();
    figures.iter().filter(move |figure| figure.stature == stature)
}

fn figures(state: State, chosen: Chosen) -> AnyView {
    let figures = move || {
        let stature = chosen.stature.get();
        state.now(|model, _| {
            let zones = model.library.zones();
            drawn(stature).map(|figure| drawn_figure(chosen, figure, zones)).collect::<Vec<AnyView>>()
        })
    };
    block("body-figures", vec![figures.into_any()])
}

/// A figure. It is hidden from whoever hears the screen: the zones stand beside it by their names.
fn drawn_figure(chosen: Chosen, figure: &'static Figure, zones: &[Zone]) -> AnyView {
    // A finger just beside an arm means the arm: each zone reaches a little further than it is drawn.
    let fields = ["body-near", "body-zone"].into_iter().flat_map(|class| {
        let place = |field: &Field| zones.iter().position(|zone| zone.id == field.id);
        figure.zones.iter().map(move |field| zone_path(chosen, place(field), &field.path, class))
    });
    let mut parts: Vec<AnyView> = fields.collect();
    parts.push(line("body-seams", &figure.seams));
    parts.extend(figure.details.iter().map(|path| line("body-details", path)));
    parts.push(line("body-outline", &figure.outline));
    let is_shown = move || (chosen.view.get() == figure.view).then_some("true");
    let class = if figure.view == View::Face { "body-figure body-face" } else { "body-figure" };
    view! {
        <svg class=class viewBox=figure.view_box.as_str() aria-hidden="true" focusable="false" data-shown=is_shown>
            {parts}
        </svg>
    }
    .into_any()
}

fn line(class: &'static str, path: &'static str) -> AnyView {
    view! { <path class=class d=path/> }.into_any()
}

fn zone_path(chosen: Chosen, zone: Option<usize>, path: &'static str, class: &'static str) -> AnyView {
    let press = move |_| {
        chosen.zone.set(zone);
        request_animation_frame(|| document::focus(FELT));
    };
    let is_lit = move || (chosen.zone.get() == zone).then_some("true");
    view! { <path class=class d=path data-lit=is_lit on:click=press/> }.into_any()
}

/// Every zone by its name.
fn names(chosen: Chosen, zones: &[Zone]) -> AnyView {
    let choices = zones.iter().enumerate().map(|(place, zone)| {
        let id = zone.id.clone();
        let is_chosen = move || chosen.zone.get() == Some(place);
        let choose = move |_| {
            chosen.zone.set(Some(place));
            show_figure_of(chosen, &id);
        };
        radio("zone", "chip", zone.title.clone(), Box::new(is_chosen), Box::new(choose))
    });
    fieldset("choices-row", strong(text().body_zones), choices.collect())
}

/// Turns the figure where the one that is shown lacks the zone.
fn show_figure_of(chosen: Chosen, zone: &Id) {
    let (stature, view) = (chosen.stature.get_untracked(), chosen.view.get_untracked());
    let mut having = drawn(stature).filter(|figure| figure.zones.iter().any(|field| &field.id == zone));
    let views: Vec<View> = having.by_ref().map(|figure| figure.view).collect();
    if let Some(first) = views.first().filter(|_| !views.contains(&view)) {
        chosen.view.set(*first);
    }
}

/// The motifs that may be felt in the zone chosen, what threatens life first; each a way to go on.
fn found(state: State, chosen: Chosen) -> AnyView {
    let t = text();
    let name = move || {
        let zone = chosen.zone.get();
        state.now(|model, _| {
            let known = zone.and_then(|place| model.library.zones().get(place));
            known.map_or_else(|| t.body_none.to_owned(), |known| known.title.clone())
        })
    };
    let doors = move || {
        let (zone, stature) = (chosen.zone.get(), chosen.stature.get());
        let doors: Vec<(Id, String)> = state.now(|model, _| {
            let library = &model.library;
            let known = zone.and_then(|place| library.zones().get(place));
            let motifs = known.into_iter().flat_map(|zone| library.felt_in(zone, stature));
            motifs.map(|motif| (motif.door.id.clone(), motif.door.title.clone())).collect()
        });
        let items = doors.into_iter().map(|(id, title)| {
            item(vec![button("door", title, Box::new(move || state.begin(std::slice::from_ref(&id))))])
        });
        list("found", items.collect())
    };
    let title = view! { <h2 id=FELT tabindex="-1">{t.body_found}</h2> }.into_any();
    block("body-found", vec![title, live("body-name", Box::new(name)), doors.into_any()])
}
