//! The form of a value that was measured, or of two that are read together.

use leptos::prelude::*;
use sentier_core::content::Observation;
use sentier_core::pathway::Moment;

use super::chart::with_unit;
use super::date_text::long;
use super::kit::{block, button, field, fieldset, form, paragraph, radio, strong, submit_button};
use super::typed_values::{Correction, FIELDS, MOMENTS, Typed};
use crate::browser::document;
use crate::care::CareState;
use crate::text::text;

/// Where the question about an unusual value stands.
const DOUBT: &str = "measure-doubt";

/// Where it stands which value is corrected.
const CORRECTION: &str = "measure-correction";

/// The form of one value, or of two read together.
pub fn value_form(care: CareState, typed: Typed) -> AnyView {
    let t = text();
    let changed = move || typed.changed();
    let mut parts = vec![correction(typed)];
    let fields = typed.observations.with_value(|observations| {
        let mut fields = Vec::new();
        for ((id, observation), value) in FIELDS.into_iter().zip(observations).zip(typed.values) {
            let is_one = observations.len() == 1;
            let label = if is_one { t.measures_value.to_owned() } else { observation.name.clone() };
            let has_choice = is_one && !observation.other_units.is_empty();
            let unit = if has_choice { String::new() } else { observation.unit.clone() };
            fields.push(value_field(id, label, unit, value, Box::new(changed)));
            if has_choice {
                fields.push(units(observation, typed.unit, changed));
            }
        }
        fields
    });
    parts.extend(fields);
    if typed.asks_moment {
        let words = MOMENTS.map(|moment| moment_word(moment).to_owned());
        parts.push(choices(t.sheet_moment, words.into_iter(), typed.moment, changed));
    }
    parts.push(field("measure-day", t.measures_day, "text", "30", typed.day, Box::new(changed)));
    let is_correction = move || typed.corrected.with(Option::is_some);
    let label = move || if is_correction() { t.measures_correct_keep } else { t.measures_keep }.to_owned();
    parts.push(block("actions", vec![submit_button(Box::new(label))]));
    let give_up = button("quiet", t.measures_correct_cancel, Box::new(move || typed.give_up()));
    let is_hidden = move || !is_correction();
    parts.push(view! { <div class="actions" prop:hidden=is_hidden>{give_up}</div> }.into_any());
    parts.push(doubt(care, typed));
    let submit = move || match typed.read() {
        Ok((_, true)) => {
            typed.problem.clear();
            typed.asks.set(true);
            request_animation_frame(|| document::focus(DOUBT));
        }
        Ok((what, false)) => typed.note(care, what),
        Err(said) => typed.problem.say(said),
    };
    form("value-form", Box::new(submit), parts)
}

/// A part of the day, or none of a series.
pub fn moment_word(moment: Option<Moment>) -> &'static str {
    let t = text();
    match moment {
        Some(Moment::Morning) => t.sheet_morning,
        Some(Moment::Evening) => t.sheet_evening,
        None => t.sheet_other_moment,
    }
}

/// Which value is corrected, while one is; the fields name it as their description.
fn correction(typed: Typed) -> AnyView {
    let said = move || {
        let Some(Correction { reading, .. }) = typed.corrected.get() else { return String::new() };
        let values = typed.observations.with_value(|observations| {
            let both = observations.iter().zip(reading.values);
            let known = both.filter_map(|(observation, point)| Some(with_unit(observation, point?.value)));
            known.collect::<Vec<_>>().join(" / ")
        });
        let day = reading.values.into_iter().flatten().next().map(|point| long(point.on)).unwrap_or_default();
        format!("{}\u{a0}: {values}, {day}", text().measures_correcting)
    };
    view! { <p class="correction" id=CORRECTION role="status">{said}</p> }.into_any()
}

fn value_field(
    id: &'static str,
    label: String,
    unit: String,
    value: RwSignal<String>,
    changed: Box<dyn Fn()>,
) -> AnyView {
    let typed = move |event| {
        value.set(event_target_value(&event));
        changed();
    };
    let described = format!("error {CORRECTION}");
    view! {
        <div class="measure-field">
            <label for=id>{label}</label>
            <input
                id=id class="field" type="text" inputmode="decimal" maxlength="8" autocomplete="off"
                aria-describedby=described prop:value=move || value.get() on:input=typed
            />
            <span class="unit">{unit}</span>
        </div>
    }
    .into_any()
}

/// The units in which the value can be typed: the one that is kept first.
fn units(observation: &Observation, chosen: RwSignal<usize>, changed: impl Fn() + Copy + 'static) -> AnyView {
    let others = observation.other_units.iter().map(|other| other.unit.clone());
    choices(text().measures_unit, std::iter::once(observation.unit.clone()).chain(others), chosen, changed)
}

/// A choice of one of a few words, by its place.
fn choices(
    legend: &'static str,
    words: impl Iterator<Item = String>,
    chosen: RwSignal<usize>,
    changed: impl Fn() + Copy + 'static,
) -> AnyView {
    let choices = words.enumerate().map(|(place, word)| {
        let change = move |_| {
            chosen.set(place);
            changed();
        };
        radio(legend, "chip", word, Box::new(move || chosen.get() == place), Box::new(change))
    });
    let choices = block("unit-choices", choices.collect());
    fieldset("units", strong(legend), vec![choices])
}

/// The question about an unusual value.
fn doubt(care: CareState, typed: Typed) -> AnyView {
    let t = text();
    let keep = move || match typed.read() {
        Ok((what, _)) => typed.note(care, what),
        Err(said) => typed.problem.say(said),
    };
    let correct = move || {
        typed.asks.set(false);
        document::focus("measure-value");
    };
    let asked = paragraph("", t.measures_doubt);
    let actions = vec![
        button("second", t.measures_doubt_keep, Box::new(keep)),
        button("second", t.measures_doubt_correct, Box::new(correct)),
    ];
    let actions = block("actions", actions);
    let is_hidden = move || !typed.asks.get();
    view! {
        <div class="measure-doubt" id=DOUBT tabindex="-1" role="alert" prop:hidden=is_hidden>{asked}{actions}</div>
    }
    .into_any()
}
