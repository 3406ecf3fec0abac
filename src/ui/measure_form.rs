//! A measure: a value, or "I could not measure".

use leptos::prelude::*;
use sentier_core::content::{Id, Measure, MeasureError};
use sentier_core::triage::MeasureAnswer;

use super::kit::{Problem, block, button, field, form, heading, paragraph, submit_button};
use crate::state::State;
use crate::text::text;

/// The screen of one measure.
pub fn measure_form(state: State, measure: &Id, index: usize) -> AnyView {
    let t = text();
    let found = state.now(|model, _| {
        let given = model.session.answers.measures.get(measure).copied();
        model.library.measure(measure).cloned().map(|measure| (measure, given))
    });
    let Some((measure, given)) = found else {
        return ().into_any();
    };
    let typed = RwSignal::new(match given {
        Some(MeasureAnswer::Tenths(value)) => measure.show(value),
        _ => String::new(),
    });
    let problem = Problem::none();
    let id = measure.id.clone();
    let keep = move |answer: MeasureAnswer| {
        state.change(&|session| {
            session.answers.measures.insert(id.clone(), answer);
        });
        state.go_on(index);
    };
    let impossible = {
        let keep = keep.clone();
        move || keep(MeasureAnswer::Impossible)
    };
    let view = vec![
        problem.view(),
        heading(measure.ask.clone()),
        paragraph("lead", measure.help.clone().unwrap_or_default()),
        block(
            "measure-field",
            vec![
                field("measure", t.measure_label, "decimal", "8", typed, Box::new(move || problem.clear())),
                paragraph("unit", measure.unit.clone()),
            ],
        ),
        block(
            "actions",
            vec![
                submit_button(Box::new(|| text().continue_button.to_owned())),
                button("quiet", t.measure_impossible, Box::new(impossible)),
            ],
        ),
    ];
    let submit = move || match measure.parse(&typed.get_untracked()) {
        Ok(value) => keep(MeasureAnswer::Tenths(value)),
        Err(error) => problem.say(say(&measure, error)),
    };
    form("measure", Box::new(submit), view)
}

fn say(measure: &Measure, error: MeasureError) -> String {
    let t = text();
    let (min, max) = (measure.show(measure.min), measure.show(measure.max));
    match error {
        MeasureError::NotANumber => format!("{} {min}.", t.measure_not_a_number),
        MeasureError::OutOfRange => {
            format!("{} {min} {} {max}\u{a0}{}.", t.measure_out_of_range, t.measure_to, measure.unit)
        }
    }
}
