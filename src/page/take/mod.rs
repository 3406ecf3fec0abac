//! What can be taken along: what it is, that it is no longer protected, and what of others can be read.

mod closed;
mod given;
mod offer;

use leptos::prelude::*;
use sentier_core::exchange::calendar::Titles;
use sentier_core::exchange::measures_csv::Form;
use sentier_core::exchange::sheet::Kind;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::browser::location;
use crate::page::care::{announced, kept, people, waiting};
use crate::parts::{at_once, take_page};
use crate::route::{CareRoute, Route, TakeRoute};
use crate::state::Arrival;
use crate::take::{Reading, TakeState, Thing};
use crate::text::text;
use crate::ui::item_line::opening_line;
use crate::ui::kit::{Press, block, heading, link, list, paragraph, subheading};

/// A screen of what is taken along.
pub fn take(take: TakeState, route: TakeRoute) -> AnyView {
    take.care.open();
    let page = move || {
        take.care.track();
        take.given.track();
        untrack(|| page_of(take, route))
    };
    block("screen care take", vec![page.into_any()])
}

/// The title of a screen: where one is, never what is on it.
pub fn title(route: TakeRoute) -> &'static str {
    let t = text();
    match route {
        TakeRoute::List => t.take_title,
        TakeRoute::Given => t.take_given_title,
        TakeRoute::Shared => t.take_shared_title,
    }
}

fn page_of(take: TakeState, route: TakeRoute) -> AnyView {
    let arrival = take.care.now(|model| model.arrival);
    if arrival != Arrival::Here {
        return waiting(take.care, arrival);
    }
    at_once(take_page(take, route)).unwrap_or_else(|| waiting(take.care, Arrival::Failed))
}

/// The screen, once what is known about pathways is here.
pub fn arrived(take: TakeState, route: TakeRoute) -> AnyView {
    if route != TakeRoute::List {
        return given::given(take, route);
    }
    let (care, t) = (take.care, text());
    let has_person = care.now(|model| model.current.is_some());
    let has_result = take.state.now(|_, walk| walk.verdict.is_some());
    let mut parts =
        vec![people(care), kept(care), announced(care), heading(t.take_title), paragraph("lead", t.take_lead)];
    parts.extend(groups(take, has_person, has_result));
    parts.push(files(take, has_person));
    parts.push(link("back", Route::Care(CareRoute::Dashboard).hash(), t.care_back));
    block("care-page", parts)
}

/// What can be made, by whom or what it is for; nothing that there is nothing for.
fn groups(take: TakeState, has_person: bool, has_result: bool) -> Vec<AnyView> {
    let t = text();
    let line = |is_there: bool, said: &'static str, thing: Thing| {
        is_there.then(|| entry(said, Box::new(move || take.make(thing.clone()))))
    };
    let group = |title: &'static str, warning: &'static str, lines: Vec<Option<AnyView>>| {
        let lines: Vec<AnyView> = lines.into_iter().flatten().collect();
        match lines.is_empty() {
            true => ().into_any(),
            false => block("take-group", vec![subheading(title), paragraph("hint", warning), list("items", lines)]),
        }
    };
    let sheet = |kind| Thing::Sheet(kind);
    let plan = || entry(t.take_plan, Box::new(|| location::go(&Route::Care(CareRoute::Plan).hash())));
    vec![
        group(
            t.take_show,
            t.take_show_plain,
            vec![
                line(has_result, t.take_orientation, sheet(Kind::Orientation)),
                line(has_person, t.take_card, sheet(Kind::Emergency)),
                line(has_person, t.take_consultation, sheet(Kind::Consultation)),
                has_person.then(plan),
                line(has_person, t.take_prevention, sheet(Kind::Prevention)),
            ],
        ),
        group(
            t.take_phone,
            t.take_calendar_plain,
            vec![
                line(has_person, t.take_days, Thing::Calendar(Titles::Full, None)),
                line(has_person, t.take_days_neutral, Thing::Calendar(Titles::Neutral, None)),
            ],
        ),
        group(
            t.take_program,
            t.take_file_plain,
            vec![
                line(has_person, t.take_record, Thing::Record),
                line(has_result, t.take_result, Thing::Outcome),
                line(has_person, t.take_table, Thing::Table(Form::French)),
                line(has_person, t.take_table_plain, Thing::Table(Form::Plain)),
            ],
        ),
        group(t.take_later, t.take_backup_plain, vec![line(has_person, t.take_backup, Thing::Backup)]),
    ]
}

/// A line that makes something: what it is, and behind a dot what it is good for.
fn entry(said: &'static str, press: Press) -> AnyView {
    let (title, details) = said.split_once(" · ").unwrap_or((said, ""));
    opening_line(title, details, press)
}

/// The files that can be read.
fn files(take: TakeState, has_person: bool) -> AnyView {
    let t = text();
    let mut fields = vec![file(take, "file-backup", t.take_read_backup, ".json,application/json", Reading::Backup)];
    if has_person {
        fields.push(file(take, "file-fhir", t.take_read_fhir, ".json,application/fhir+json", Reading::Fhir));
        fields.push(file(take, "file-table", t.take_read_table, ".csv,text/csv", Reading::Table));
    }
    let mut parts = vec![subheading(t.take_read), paragraph("hint", t.take_read_lead)];
    parts.extend(fields);
    block("take-group", parts)
}

fn file(take: TakeState, id: &'static str, label: &'static str, accept: &'static str, reading: Reading) -> AnyView {
    let chosen = move |event: leptos::ev::Event| {
        if let Some(field) = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            take.read(reading, field);
        }
    };
    view! {
        <div class="input">
            <label for=id>{label}</label>
            <input id=id class="field" type="file" accept=accept on:change=chosen/>
        </div>
    }
    .into_any()
}
