//! A measure on a screen of signs: a value, or "I could not measure".

use leptos::prelude::*;
use sentier_core::content::{Id, Measure, MeasureError};
use sentier_core::triage::MeasureAnswer;

use super::kit::{Problem, block, field, fieldset, paragraph, strong, tick};
use crate::state::State;
use crate::text::text;

/// The fields of the measures; no screen has more.
const FIELDS: [&str; 3] = ["measure", "measure-2", "measure-3"];

/// What is typed about one measure.
#[derive(Clone, Copy)]
pub struct MeasureField {
    measure: StoredValue<Measure>,
    typed: RwSignal<String>,
    is_impossible: RwSignal<bool>,
}

impl MeasureField {
    /// A measure with the answer that was given before; none where the content has no such measure.
    pub fn of(state: State, measure: &Id) -> Option<Self> {
        let (measure, given) = state.now(|model, _| {
            let given = model.session.answers.measures.get(measure).copied();
            model.library.measure(measure).cloned().map(|measure| (measure, given))
        })?;
        let typed = match given {
            Some(MeasureAnswer::Tenths(value)) => text().number(&measure.show(value)),
            _ => String::new(),
        };
        let is_impossible = RwSignal::new(given == Some(MeasureAnswer::Impossible));
        Some(Self { measure: StoredValue::new(measure), typed: RwSignal::new(typed), is_impossible })
    }

    /// The measure that it asks for.
    pub fn id(self) -> Id {
        self.measure.with_value(|measure| measure.id.clone())
    }

    /// Whether the person said that they could not measure.
    pub fn is_impossible(self) -> bool {
        self.is_impossible.get()
    }

    /// The answer as it stands; none while nothing was said, and what is wrong where the value is none.
    pub fn read(self) -> Result<Option<MeasureAnswer>, String> {
        let typed = self.typed.get_untracked();
        if self.is_impossible.get_untracked() {
            return Ok(Some(MeasureAnswer::Impossible));
        }
        if typed.trim().is_empty() {
            return Ok(None);
        }
        self.measure.with_value(|measure| match measure.parse(&typed) {
            Ok(value) => Ok(Some(MeasureAnswer::Tenths(value))),
            Err(error) => Err(say(measure, error)),
        })
    }

    /// The field and the tick, in their place on the screen; `changed` is told when it was said that one could measure
    /// or could not.
    pub fn view(self, place: usize, problem: Problem, changed: impl Fn() + Copy + 'static) -> AnyView {
        let t = text();
        let (ask, help, unit) = self.measure.with_value(|measure| {
            (measure.ask.clone(), measure.help.clone().unwrap_or_default(), measure.unit.clone())
        });
        let Self { typed, is_impossible, .. } = self;
        let set = move |is_on: bool| {
            if is_impossible.get_untracked() != is_on {
                is_impossible.set(is_on);
                changed();
            }
            problem.clear();
        };
        let tick_impossible = move |is_on: bool| {
            if is_on {
                typed.set(String::new());
            }
            set(is_on);
        };
        let id = FIELDS.get(place).copied().unwrap_or_default();
        let value = field(id, t.measure_label, "decimal", "8", typed, Box::new(move || set(false)));
        let is_ticked = Box::new(move || is_impossible.get());
        let parts = vec![
            paragraph("hint", help),
            block("measure-field", vec![value, paragraph("unit", unit)]),
            tick("line none", t.measure_impossible, is_ticked, Box::new(tick_impossible)),
        ];
        fieldset("measure", strong(ask), parts)
    }
}

fn say(measure: &Measure, error: MeasureError) -> String {
    let t = text();
    let (min, max) = (t.number(&measure.show(measure.min)), t.number(&measure.show(measure.max)));
    match error {
        MeasureError::NotANumber => format!("{} {min}.", t.measure_not_a_number),
        MeasureError::OutOfRange => {
            format!("{} {min} {} {max}\u{a0}{}.", t.measure_out_of_range, t.measure_to, measure.unit)
        }
    }
}
