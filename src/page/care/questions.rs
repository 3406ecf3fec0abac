//! "Êtes-vous concerné par…": the pathways that one can join, and the facts that steps depend on.

use leptos::prelude::*;
use sentier_core::content::pathway::{Entry, Pathway};
use sentier_core::content::{Care, Id};
use sentier_core::pathway::{Dashboard, Person, Reason, State, dates};
use sentier_core::record::What;

use super::back;
use crate::care::CareState;
use crate::route::{CareRoute, Route};
use crate::text::text;
use crate::ui::date_text;
use crate::ui::fact_question::fact_questions;
use crate::ui::kit::{Problem, block, field, form, heading, link, paragraph, subheading, submit_button, tick};

/// The questions that still make a difference for the person looked at.
pub fn questions(care: CareState) -> AnyView {
    let view = care.with_dashboard(|content, person, dashboard, today| {
        let t = text();
        let joinable = content.pathways().iter().filter(|pathway| match &pathway.entry {
            Entry::Everybody => false,
            Entry::Asked { concern, .. } => person.concerns(concern, today) != Some(false),
        });
        let joinable: Vec<AnyView> = joinable.map(|pathway| join(care, person, pathway)).collect();
        let facts = open_facts(content, dashboard);
        let mut parts = vec![back(), heading(t.questions_title), paragraph("lead", t.questions_lead)];
        if !joinable.is_empty() {
            parts.push(subheading(t.questions_pathways));
            parts.push(block("lines", joinable));
        }
        if !facts.is_empty() {
            parts.push(subheading(t.questions_facts));
            parts.push(fact_questions(care, content, person, &facts));
        }
        parts.push(block(
            "actions sticky",
            vec![link("main", Route::Care(CareRoute::Dashboard).hash(), t.questions_go)],
        ));
        block("screen questions", parts)
    });
    view.unwrap_or_else(|| ().into_any())
}

/// The facts on which something depends that is not far off.
fn open_facts(content: &Care, dashboard: &Dashboard<'_>) -> Vec<Id> {
    let mut facts: Vec<Id> = Vec::new();
    for part in dashboard.items.iter().flat_map(|item| &item.parts) {
        if let (State::ToDiscuss, Reason::ToBeAsked(asked)) = (part.status.state, &part.status.reason) {
            for fact in asked.iter().filter(|fact| content.fact(fact).is_some()) {
                if !facts.contains(fact) {
                    facts.push(fact.clone());
                }
            }
        }
    }
    facts
}

/// A pathway to join or leave; once joined, the days that it counts from.
fn join(care: CareState, person: &Person, pathway: &Pathway) -> AnyView {
    let Entry::Asked { ask, .. } = &pathway.entry else {
        return ().into_any();
    };
    let is_on = RwSignal::new(person.is_on(pathway));
    let id = pathway.id.clone();
    let change = move |joins: bool| {
        is_on.set(joins);
        care.note_quietly(if joins { What::Joined(id.clone()) } else { What::Left(id.clone()) });
    };
    let asked: Vec<(Id, Id, String, String)> = pathway
        .dates
        .iter()
        .map(|date| {
            let known = person.date(pathway, &date.id).map(dates::figures).unwrap_or_default();
            (pathway.id.clone(), date.id.clone(), date.ask.clone(), known)
        })
        .collect();
    let days = move || match is_on.get() {
        true => asked.clone().into_iter().map(|asked| day(care, asked)).collect::<Vec<_>>().into_any(),
        false => ().into_any(),
    };
    block(
        "join",
        vec![tick("checkbox", "line", ask.clone(), Box::new(move || is_on.get()), Box::new(change)), days.into_any()],
    )
}

/// A day that a pathway counts from, noted by itself.
fn day(care: CareState, (pathway, date, ask, known): (Id, Id, String, String)) -> AnyView {
    let t = text();
    let typed = RwSignal::new(known);
    let is_noted = RwSignal::new(false);
    let problem = Problem::none();
    let submit = move || match dates::parse(&typed.get_untracked()) {
        Ok(on) => {
            care.note_quietly(What::Dated { pathway: pathway.clone(), date: date.clone(), on });
            is_noted.set(true);
        }
        Err(error) => problem.say(date_text::problem(error)),
    };
    let changed = move || {
        problem.clear();
        is_noted.set(false);
    };
    let said = move || if is_noted.get() { t.care_noted.to_owned() } else { String::new() };
    form(
        "asked-date",
        Box::new(submit),
        vec![
            problem.view(),
            paragraph("", ask),
            field("date", t.date_label, "text", "30", typed, Box::new(changed)),
            crate::ui::kit::live("hint", Box::new(said)),
            submit_button(Box::new(|| text().step_note_date.to_owned())),
        ],
    )
}
