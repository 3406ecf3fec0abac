//! "Êtes-vous concerné par…": the pathways that one can join, and the facts that steps depend on.

use leptos::prelude::*;
use sentier_core::content::pathway::{Entry, Pathway};
use sentier_core::content::{Care, Id};
use sentier_core::pathway::{Dashboard, Person, Reason, State};
use sentier_core::record::What;

use super::back;
use crate::care::CareState;
use crate::route::{CareRoute, Route};
use crate::text::text;
use crate::ui::asked_date::asked_date;
use crate::ui::fact_question::fact_questions;
use crate::ui::kit::{block, fold, heading, link, paragraph, subheading, tick};

/// So many questions are asked at once, those on which the most pressing depends first.
const MOST_FACTS: usize = 6;

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
            let (first, others) = facts.split_at(facts.len().min(MOST_FACTS));
            parts.push(fact_questions(care, content, person, first));
            if !others.is_empty() {
                let summary = format!("{} ({})", t.questions_more, others.len());
                parts.push(fold("more", false, summary, vec![fact_questions(care, content, person, others)]));
            }
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
    let (person, asked_of) = (person.clone(), pathway.clone());
    let days = move || {
        let asked = asked_of.dates.iter().filter(|_| is_on.get());
        asked.map(|date| asked_date(care, &person, &asked_of, date, true)).collect::<Vec<_>>()
    };
    block("join", vec![tick("line", ask.clone(), Box::new(move || is_on.get()), Box::new(change)), days.into_any()])
}
