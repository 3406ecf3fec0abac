//! "Je cherche…": a question, at most two further choices, then whom to contact, with what to have at hand.

use std::sync::Arc;

use leptos::prelude::*;
use sentier_core::content::system::Entry;
use sentier_core::content::{Choice, Id, Leads, Orientation, System};
use sentier_core::orientation::{beside, places_of, ways_here};

use crate::route::{Route, SystemRoute};
use crate::state::State;
use crate::text::text;
use crate::ui::entry_links::entry_links;
use crate::ui::explained::explained;
use crate::ui::kit::{block, button, heading, item, line_of, lines, link, list, paragraph, strong, subheading};
use crate::ui::local_places::{Choose, chosen_places};
use crate::ui::place_form::place_form;
use crate::ui::step_details;
use crate::ui::ways::{contact_line, pieces};

/// What follows from the choices made so far.
pub fn find(state: State, system: &System, choices: usize) -> AnyView {
    let t = text();
    let path = state.system.path(choices);
    let Some((first, rest)) = path.split_first() else { return questions(state, system, choices) };
    let Some(question) = system.draft().questions.get(*first) else { return questions(state, system, 0) };
    let Some(choice) = rest.iter().try_fold(&question.choice, |choice, next| choice.choices.get(*next)) else {
        return questions(state, system, 0);
    };
    let mut parts = vec![heading(choice.title.clone())];
    if choice.choices.is_empty() {
        parts.push(end(state, system, &choice.leads));
    } else {
        parts.push(paragraph("lead", t.seek_danger));
        parts.push(choose(state, path.len(), &choice.choices));
    }
    let again = link("quiet", Route::System(SystemRoute::Find(0)).hash(), t.seek_again);
    parts.push(block("actions", vec![again]));
    block("screen find", parts)
}

/// The first question. After a reload nothing is left of what was chosen, which is said.
fn questions(state: State, system: &System, choices: usize) -> AnyView {
    let t = text();
    let first: Vec<Choice> = system.draft().questions.iter().map(|question| question.choice.clone()).collect();
    let mut parts = vec![heading(t.seek_title), paragraph("lead", t.seek_lead)];
    if choices > 0 {
        parts.push(paragraph("hint", t.seek_none_body));
    }
    parts.push(paragraph("seek-danger", t.seek_danger));
    parts.push(choose(state, 0, &first));
    block("screen find", parts)
}

/// Choices, each a button.
fn choose(state: State, after: usize, choices: &[Choice]) -> AnyView {
    let buttons = choices.iter().enumerate().map(|(place, choice)| {
        let press = move || state.choose_in_find(after, place);
        item(vec![button("door", choice.title.clone(), Box::new(press))])
    });
    list("found", buttons.collect())
}

/// Where a choice leads: what to know first, whom to contact, what to have at hand, who does what.
fn end(state: State, system: &System, leads: &Leads) -> AnyView {
    let t = text();
    let about = leads.entries.clone();
    let mut parts = Vec::new();
    let about = Box::new(move |_: &System| about.clone());
    parts.extend(leads.say.as_ref().map(|say| explained(state, "find-say", say.clone(), about)));
    parts.push(whom(state, leads));
    if !leads.prepare.is_empty() {
        parts.extend([subheading(t.seek_prepare), lines("prepare", leads.prepare.clone())]);
    }
    let entries: Vec<&Entry> = leads.entries.iter().filter_map(|id| system.entry(id)).collect();
    if !entries.is_empty() {
        parts.extend([subheading(t.seek_entries), entry_links(state, entries.iter().copied())]);
        let costs = entries.iter().map(|entry| {
            let said = vec![strong(entry.name.clone()), format!("\u{a0}: {}", entry.cost).into_any()];
            item(vec![line_of("", said)])
        });
        parts.extend([subheading(t.seek_costs), list("find-costs", costs.collect())]);
    }
    parts.extend([subheading(t.seek_silent), in_writing(state)]);
    block("find-end", parts)
}

/// Whom to write to in an emergency.
fn in_writing(state: State) -> AnyView {
    state.now(|model, _| block("", pieces(&model.library, &Orientation::WRITTEN.to_owned(), "call second")))
}

/// The ways, as the territory has them, and the numbers; then the places of hosts, and the choice of the territory.
fn whom(state: State, leads: &Leads) -> AnyView {
    let (ways, contacts) = (leads.ways.clone(), leads.contacts.clone());
    let numbers = move || {
        let chosen = state.place.territory.get();
        state.around.track();
        state.now(|model, _| {
            let library = &model.library;
            let territory = library.orientation().territory(&chosen);
            let own = state.place.time_in(territory).map(|time| ways_here(library, territory, time.moment, &ways));
            let own = own.into_iter().flatten();
            let mut lines: Vec<AnyView> = own.map(|way| item(pieces(library, &way.id, "call second"))).collect();
            let known = contacts.iter().filter_map(|id| library.contact(id));
            lines.extend(known.map(|contact| {
                let written = library.orientation().written(&contact.id);
                let mut pieces = contact_line(contact);
                pieces.extend(written.map(|channel| paragraph("hint", step_details::written(channel))));
                item(pieces)
            }));
            if lines.is_empty() {
                return ().into_any();
            }
            block("find-whom", vec![subheading(text().seek_contacts), list("contact-lines", lines)])
        })
    };
    let own = leads.clone();
    let choose: Choose = Arc::new(move |system, library, territory, moment| {
        let (ways, entries): (Vec<&Id>, Vec<&Id>) = (own.ways.iter().collect(), own.entries.iter().collect());
        let orientation = library.orientation();
        let mut found = beside(system, orientation, None, territory, moment, &ways);
        for local in places_of(system, orientation, territory, moment, &entries) {
            if !found.contains(&local) {
                found.push(local);
            }
        }
        found
    });
    block("find-contacts", vec![numbers.into_any(), chosen_places(state, choose), place_form(state)])
}
