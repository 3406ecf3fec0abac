//! The screens of the pathways: one file each. What they share stands here: who is looked at, where one can go, what was
//! just done and can be taken back.

mod actions;
mod card;
mod dashboard;
pub mod lock;
mod measures;
mod papers;
mod pathway;
mod person;
mod plan;
mod questions;
mod rights;
mod search;
mod step;
mod team;
mod timeline;
mod welcome;

use std::cell::Cell;

use leptos::prelude::*;
use sentier_core::record::RecordError;

use crate::browser::document;
use crate::browser::script;
use crate::browser::storage::StorageError;
use crate::care::{CareState, Recording, texts_as_they_are};
use crate::parts::{at_once, care_page};
use crate::route::{CareRoute, Route};
use crate::state::{Arrival, State};
use crate::take::TakeState;
use crate::text::text;
use crate::ui::kit::{HEADING, block, button, heading, link, paragraph, titled};

/// A screen of the pathways.
pub fn care(state: State, care: CareState, take: TakeState, route: CareRoute) -> AnyView {
    care.open();
    if route == CareRoute::Step {
        state.system.open();
    }
    care.forget_announcement();
    let was_closed = Cell::new(care.is_closed());
    let page = move || {
        care.track();
        untrack(|| {
            let is_closed = care.is_closed();
            if was_closed.replace(is_closed) != is_closed {
                // Another screen at the same address.
                document::set_title(&titled(title(route, is_closed)));
                request_animation_frame(|| document::focus(HEADING));
            }
            page_of(state, care, take, route)
        })
    };
    block("screen care", vec![page.into_any()])
}

/// The title of a screen: where one is, never what is on it.
pub fn title(route: CareRoute, is_closed: bool) -> &'static str {
    let t = text();
    if is_closed {
        return t.lock_title;
    }
    match route {
        CareRoute::Dashboard => t.care_title,
        CareRoute::Welcome => t.welcome_title,
        CareRoute::Questions => t.questions_title,
        CareRoute::Step => t.step_page,
        CareRoute::Pathway => t.pathway_page,
        CareRoute::Timeline => t.timeline_title,
        CareRoute::Measures => t.measures_title,
        CareRoute::Team => t.team_title,
        CareRoute::Plan => t.plan_title,
        CareRoute::Person => t.who_title,
        CareRoute::Search => t.find_title,
    }
}

fn page_of(state: State, care: CareState, take: TakeState, route: CareRoute) -> AnyView {
    let arrival = care.now(|model| model.arrival);
    if arrival != Arrival::Here {
        return waiting(care, arrival);
    }
    at_once(care_page(state, care, take, route)).unwrap_or_else(|| waiting(care, Arrival::Failed))
}

/// The screen, once what is known about pathways is here.
pub fn arrived(state: State, care: CareState, take: TakeState, route: CareRoute) -> AnyView {
    if care.is_closed() {
        return lock::lock(care);
    }
    let has_person = care.now(|model| model.current.is_some());
    if !has_person || route == CareRoute::Welcome {
        return block("care-page", vec![kept(care), welcome::welcome(care, has_person)]);
    }
    let page = match route {
        CareRoute::Dashboard | CareRoute::Welcome => dashboard::dashboard(care),
        CareRoute::Questions => questions::questions(care),
        CareRoute::Step => step::step(state, care, take),
        CareRoute::Pathway => pathway::pathway(state, care),
        CareRoute::Timeline => timeline::timeline(care),
        CareRoute::Measures => measures::measures(care),
        CareRoute::Team => team::team(care),
        CareRoute::Plan => plan::plan(care),
        CareRoute::Person => person::person(care),
        CareRoute::Search => search::search(care),
    };
    block("care-page", vec![people(care), places(care, route), kept(care), announced(care), page])
}

pub fn waiting(care: CareState, arrival: Arrival) -> AnyView {
    let t = text();
    if arrival == Arrival::Failed {
        let retry = button("main", t.waiting_retry, Box::new(move || care.fetch()));
        return block("waiting", vec![heading(t.care_failed_title), paragraph("", t.care_failed_body), retry]);
    }
    block("waiting", vec![heading(t.care_waiting)])
}

/// Who is looked at, and who else there is.
pub fn people(care: CareState) -> AnyView {
    let t = text();
    let persons = care.now(|model| {
        let persons = model.record.persons().iter();
        persons
            .map(|person| (person.id, person.name.clone(), model.current == Some(person.id), person.is_example))
            .collect::<Vec<_>>()
    });
    let is_example = persons.iter().any(|(_, _, is_current, is_example)| *is_current && *is_example);
    let mut lines = Vec::new();
    if persons.len() > 1 {
        let others = persons.into_iter().map(|(id, name, is_current, is_example)| {
            let label = if is_example { format!("{name} ({})", t.care_example) } else { name };
            view! {
                <button type="button" class="who" aria-pressed=if is_current { "true" } else { "false" } on:click=move |_| care.look_at(id)>
                    {label}
                </button>
            }
            .into_any()
        });
        lines.push(
            view! { <div class="people" role="group" aria-label=t.care_people>{others.collect::<Vec<_>>()}</div> }
                .into_any(),
        );
    }
    if is_example {
        lines.push(paragraph("example", t.care_example_notice));
    }
    lines.into_any()
}

/// Where one can go, each in a word.
fn places(care: CareState, route: CareRoute) -> AnyView {
    let t = text();
    let places = [
        (CareRoute::Dashboard, t.place_dashboard),
        (CareRoute::Timeline, t.place_timeline),
        (CareRoute::Measures, t.place_measures),
        (CareRoute::Team, t.place_team),
        (CareRoute::Search, t.place_search),
        (CareRoute::Person, t.place_person),
    ];
    let links = places.map(|(place, word)| {
        let current = (place == route).then_some("page");
        // On the place itself it closes what was opened there.
        let press = move |_| care.change(|model| model.selected = None);
        view! { <li><a href=Route::Care(place).hash() aria-current=current on:click=press>{word}</a></li> }.into_any()
    });
    view! { <nav class="places" aria-label=t.care_places><ul>{links.into_iter().collect::<Vec<_>>()}</ul></nav> }
        .into_any()
}

/// What must be known about what is kept.
pub fn kept(care: CareState) -> AnyView {
    let t = text();
    let (recording, damage) = care.now(|model| (model.recording, model.damage));
    let mut said = Vec::new();
    match recording {
        Recording::Kept | Recording::UnderWay => {}
        Recording::Refused(StorageError::Blocked) => said.push(paragraph("", t.notice_blocked)),
        Recording::Refused(StorageError::Full) => said.push(paragraph("", t.care_full)),
    }
    match damage {
        None => {}
        Some(RecordError::FromTheFuture) => said.push(paragraph("", t.care_future)),
        Some(_) => {
            said.push(paragraph("", t.care_damage));
            said.push(download());
            said.push(button("quiet", t.notice_discard, Box::new(move || care.discard_aside())));
        }
    }
    if said.is_empty() { ().into_any() } else { block("notices", said) }
}

/// The way to take what cannot be read to somebody who can help.
fn download() -> AnyView {
    let save = || script::download("sentier-illisible.txt", &texts_as_they_are());
    button("quiet", text().keep_download, Box::new(save))
}

/// What was just done, with the way to take it back; it takes the focus, so that it is read out and undone at once.
pub fn announced(care: CareState) -> AnyView {
    let t = text();
    let Some(announced) = care.now(|model| model.announced.clone()) else {
        return ().into_any();
    };
    request_animation_frame(|| document::focus("announced"));
    // Nothing is said to be kept before it is.
    let said = match care.now(|model| model.recording) {
        _ if announced.is_refusal => announced.text.clone(),
        Recording::Kept => announced.text.clone(),
        Recording::UnderWay => t.keep_under_way.to_owned(),
        Recording::Refused(_) => t.keep_on_page.to_owned(),
    };
    let undo = announced
        .can_be_undone()
        .then(|| button("undo", t.care_undo, Box::new(move || care.undo(text().care_undone.to_owned()))));
    view! { <div id="announced" class="announced" tabindex="-1" role="status"><p>{said}</p>{undo}</div> }.into_any()
}

/// The way back to the dashboard.
fn back() -> AnyView {
    link("back", Route::Care(CareRoute::Dashboard).hash(), text().care_back)
}
