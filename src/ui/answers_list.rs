//! The answers given, screen by screen, each with a way to change it.

use leptos::prelude::*;
use sentier_core::content::{Id, Library, Measure, Sign, Urgency};
use sentier_core::triage::{Answer, Answers, MeasureAnswer, Step, StepKind};

use super::kit::{block, button, lines, paragraph, subheading};
use super::phone_script::person;
use crate::state::State;
use crate::text::text;

/// The answers that count.
pub fn answers_list(state: State) -> AnyView {
    let t = text();
    state.now(|model, walk| {
        let mut parts = vec![subheading(t.answers_title)];
        for (index, step) in walk.steps.iter().enumerate() {
            let name = name(step);
            let change = t.labelled(t.answers_change, &Sign::statement(&name));
            parts.push(block(
                "given",
                vec![
                    paragraph("given-name", name),
                    lines("given-answers", answers(&model.library, &walk.counted, step)),
                    button("quiet", change, Box::new(move || state.reopen(index))),
                ],
            ));
        }
        block("answers", parts)
    })
}

fn name(step: &Step) -> String {
    let t = text();
    match &step.kind {
        StepKind::Gate => t.answers_gate.to_owned(),
        StepKind::Signs(Urgency::Vital) => t.answers_vital.to_owned(),
        StepKind::Signs(Urgency::Emergency) => t.answers_emergency.to_owned(),
        StepKind::Signs(_) => t.answers_other.to_owned(),
        StepKind::Person { .. } => t.answers_person.to_owned(),
        StepKind::Terrain => t.answers_terrain.to_owned(),
    }
}

fn answers(library: &Library, counted: &Answers, step: &Step) -> Vec<String> {
    let t = text();
    match &step.kind {
        StepKind::Person { .. } => vec![person(counted)],
        StepKind::Gate | StepKind::Signs(_) | StepKind::Terrain => {
            let measures = step.measures.iter().filter_map(|id| library.measure(id));
            let mut said: Vec<String> = measures.map(|measure| measured(counted, measure)).collect();
            let ticked = step.to_tick(library, counted);
            let is_none = |id: &Id| !matches!(counted.signs.get(id), Some(Answer::Yes | Answer::Unknown));
            if !ticked.is_empty() && ticked.iter().all(is_none) {
                said.push(t.answers_none.to_owned());
            }
            for id in &ticked {
                let word = match counted.signs.get(id) {
                    Some(Answer::Yes) => t.answers_yes,
                    Some(Answer::Unknown) => t.answers_unknown,
                    _ => continue,
                };
                if let Some(sign) = library.sign(id) {
                    said.push(t.labelled(&counted.statement(sign), word));
                }
            }
            said
        }
    }
}

fn measured(counted: &Answers, measure: &Measure) -> String {
    let t = text();
    let answer = match counted.measures.get(&measure.id) {
        Some(MeasureAnswer::Tenths(value)) => format!("{}\u{a0}{}", t.number(&measure.show(*value)), measure.unit),
        _ => t.measure_impossible.to_owned(),
    };
    t.labelled(&measure.name, &answer)
}
