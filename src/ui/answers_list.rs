//! The answers given, screen by screen, each with a way to change it.

use leptos::prelude::*;
use sentier_core::content::{Library, Sign, Urgency};
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
            let name = name(&model.library, step);
            let change = format!("{}\u{a0}: {}", t.answers_change, Sign::statement(&name));
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

fn name(library: &Library, step: &Step) -> String {
    let t = text();
    match &step.kind {
        StepKind::Gate => t.answers_gate.to_owned(),
        StepKind::Signs(Urgency::Vital) => t.answers_vital.to_owned(),
        StepKind::Signs(Urgency::Emergency) => t.answers_emergency.to_owned(),
        StepKind::Signs(_) => t.answers_other.to_owned(),
        StepKind::Measure(measure) => library.measure(measure).map(|measure| measure.name.clone()).unwrap_or_default(),
        StepKind::Person { .. } => t.answers_person.to_owned(),
        StepKind::Terrain => t.answers_terrain.to_owned(),
    }
}

fn answers(library: &Library, counted: &Answers, step: &Step) -> Vec<String> {
    let t = text();
    match &step.kind {
        StepKind::Measure(id) => match (library.measure(id), counted.measures.get(id)) {
            (Some(measure), Some(MeasureAnswer::Tenths(value))) => {
                vec![format!("{}\u{a0}{}", measure.show(*value), measure.unit)]
            }
            _ => vec![t.measure_impossible.to_owned()],
        },
        StepKind::Person { .. } => vec![person(counted)],
        StepKind::Gate | StepKind::Signs(_) | StepKind::Terrain => {
            let mut said = Vec::new();
            for id in &step.signs {
                let word = match counted.signs.get(id) {
                    Some(Answer::Yes) => t.answers_yes,
                    Some(Answer::Unknown) => t.answers_unknown,
                    _ => continue,
                };
                if let Some(sign) = library.sign(id) {
                    said.push(format!("{}\u{a0}: {word}", counted.statement(sign)));
                }
            }
            if said.is_empty() { vec![t.answers_none.to_owned()] } else { said }
        }
    }
}
