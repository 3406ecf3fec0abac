//! The form of a value that was measured, or of two that are read together. An unusual value is asked again, never refused.

use std::rc::Rc;

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Id, Observation};
use sentier_core::pathway::dates;
use sentier_core::pathway::series::{parse_value, plausible, to_kept};
use sentier_core::record::What;

use super::date_text;
use super::kit::{Problem, block, button, field, fieldset, form, paragraph, strong, submit_button, tick};
use crate::browser::document;
use crate::care::CareState;
use crate::text::text;

/// The fields of the values; no form has more.
const FIELDS: [&str; 2] = ["measure-value", "measure-value-2"];

/// Where the question about an unusual value stands.
const DOUBT: &str = "measure-doubt";

/// What was typed, and where.
struct Typed {
    observations: Vec<Observation>,
    values: [RwSignal<String>; 2],
    unit: RwSignal<usize>,
    day: RwSignal<String>,
    birth: Option<NaiveDate>,
    today: NaiveDate,
}

/// The form of one value, or of two read together, the greater first.
pub fn value_form(
    care: CareState,
    observations: Vec<Observation>,
    birth: Option<NaiveDate>,
    today: NaiveDate,
    problem: Problem,
) -> AnyView {
    let t = text();
    let day = RwSignal::new(dates::figures(today));
    let values = FIELDS.map(|_| RwSignal::new(String::new()));
    let typed = Rc::new(Typed { observations, values, unit: RwSignal::new(0), day, birth, today });
    let asks = RwSignal::new(false);
    let changed = move || {
        asks.set(false);
        problem.clear();
    };
    let mut parts = Vec::new();
    for ((id, observation), value) in FIELDS.into_iter().zip(&typed.observations).zip(values) {
        let is_one = typed.observations.len() == 1;
        let label = if is_one { t.measures_value.to_owned() } else { observation.name.clone() };
        let has_choice = is_one && !observation.other_units.is_empty();
        let unit = if has_choice { String::new() } else { observation.unit.clone() };
        parts.push(value_field(id, label, unit, value, Box::new(changed)));
        if has_choice {
            parts.push(units(observation, typed.unit, changed));
        }
    }
    parts.push(field("measure-day", t.measures_day, "text", "30", day, Box::new(changed)));
    parts.push(block("actions", vec![submit_button(Box::new(|| text().measures_keep.to_owned()))]));
    parts.push(doubt(care, typed.clone(), asks, problem));
    let submit = move || match typed.read() {
        Ok((_, true)) => {
            problem.clear();
            asks.set(true);
            request_animation_frame(|| document::focus(DOUBT));
        }
        Ok((what, false)) => care.note(what, text().care_noted.to_owned()),
        Err(said) => problem.say(said),
    };
    form("value-form", Box::new(submit), parts)
}

impl Typed {
    /// What is to be noted, and whether a value is unusual; or what is missing.
    fn read(&self) -> Result<(Vec<What>, bool), String> {
        let t = text();
        let mut noted: Vec<(Id, i64)> = Vec::new();
        let mut is_unusual = false;
        for (observation, value) in self.observations.iter().zip(self.values) {
            let unit = match self.unit.get_untracked().checked_sub(1) {
                Some(other) => observation.other_units.get(other).map_or(&observation.unit, |other| &other.unit),
                None => &observation.unit,
            };
            let value = parse_value(&value.get_untracked()).and_then(|value| to_kept(observation, unit, value));
            let value = value.ok_or_else(|| format!("{} «\u{a0}{}\u{a0}».", t.measures_missing, observation.name))?;
            is_unusual |= !plausible(observation, value);
            noted.push((observation.id.clone(), value));
        }
        // Of two read together the first is the greater; the other way round they may have been exchanged.
        if let [(_, first), (_, second)] = noted.as_slice() {
            is_unusual |= first <= second;
        }
        let on = dates::parse(&self.day.get_untracked()).map_err(|error| date_text::problem(error).to_owned())?;
        if on > self.today {
            return Err(t.measures_day_to_come.to_owned());
        }
        if self.birth.is_some_and(|birth| on < birth) {
            return Err(t.measures_day_before_birth.to_owned());
        }
        let noted = noted.into_iter().map(|(measure, value)| What::Measured { measure, on, value });
        Ok((noted.collect(), is_unusual))
    }
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
    view! {
        <div class="measure-field">
            <label for=id>{label}</label>
            <input
                id=id class="field" type="text" inputmode="decimal" maxlength="8" autocomplete="off"
                aria-describedby="error" prop:value=move || value.get() on:input=typed
            />
            <span class="unit">{unit}</span>
        </div>
    }
    .into_any()
}

/// The units in which the value can be typed: the one that is kept first.
fn units(observation: &Observation, chosen: RwSignal<usize>, changed: impl Fn() + Copy + 'static) -> AnyView {
    let others = observation.other_units.iter().map(|other| &other.unit);
    let choices = std::iter::once(&observation.unit).chain(others).enumerate().map(|(place, unit)| {
        let change = move |_| {
            chosen.set(place);
            changed();
        };
        tick("radio", "chip", unit.clone(), Box::new(move || chosen.get() == place), Box::new(change))
    });
    let choices = block("unit-choices", choices.collect());
    fieldset("units", strong(text().measures_unit), vec![choices])
}

/// The question about an unusual value.
fn doubt(care: CareState, typed: Rc<Typed>, asks: RwSignal<bool>, problem: Problem) -> AnyView {
    let t = text();
    let keep = move || match typed.read() {
        Ok((what, _)) => care.note(what, text().care_noted.to_owned()),
        Err(said) => problem.say(said),
    };
    let correct = move || {
        asks.set(false);
        document::focus("measure-value");
    };
    let asked = paragraph("", t.measures_doubt);
    let actions = vec![
        button("second", t.measures_doubt_keep, Box::new(keep)),
        button("second", t.measures_doubt_correct, Box::new(correct)),
    ];
    let actions = block("actions", actions);
    let is_hidden = move || !asks.get();
    view! {
        <div class="measure-doubt" id=DOUBT tabindex="-1" role="alert" prop:hidden=is_hidden>{asked}{actions}</div>
    }
    .into_any()
}
