//! Questions about the person, answered one by one: yes, no, or not known.

use leptos::prelude::*;
use sentier_core::content::{Care, Id};
use sentier_core::pathway::Person;
use sentier_core::record::What;
use sentier_core::triage::Answer;

use super::kit::{block, fieldset, radio, strong};
use crate::care::CareState;
use crate::text::text;

/// The answers, in the order shown.
const ANSWERS: [Answer; 3] = [Answer::Yes, Answer::No, Answer::Unknown];

/// Questions about facts; each answer is noted at once.
pub fn fact_questions(care: CareState, content: &Care, person: &Person, facts: &[Id]) -> AnyView {
    let asked = facts.iter().filter_map(|id| content.fact(id)).filter(|fact| !fact.is_computed);
    block("facts", asked.map(|fact| question(care, &fact.id, &fact.ask, person.facts.get(&fact.id).copied())).collect())
}

fn question(care: CareState, fact: &Id, ask: &str, given: Option<Answer>) -> AnyView {
    let t = text();
    let chosen = RwSignal::new(given);
    let name = fact.clone();
    let choices = ANSWERS.into_iter().zip([t.welcome_yes, t.welcome_no, t.fact_unknown]).map(|(answer, label)| {
        let fact = fact.clone();
        let change = move |_| {
            chosen.set(Some(answer));
            care.note_quietly(What::Said { fact: fact.clone(), answer });
        };
        radio(name.clone(), "chip", label, Box::new(move || chosen.get() == Some(answer)), Box::new(change))
    });
    fieldset("choices-row", strong(ask), choices.collect())
}
