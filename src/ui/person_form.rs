//! Age and sex, as far as a rule still needs them.

use leptos::prelude::*;
use sentier_core::content::Sex;
use sentier_core::triage::{AgeError, Known, parse_age};

use super::kit::{Problem, block, field, fieldset, form, heading, paragraph, radio, strong, submit_button, tick};
use crate::state::State;
use crate::text::text;

/// The answers about the sex, in the order shown.
const SEXES: [Known<Sex>; 3] = [Known::Is(Sex::Female), Known::Is(Sex::Male), Known::Unknown];

/// Where nothing was chosen.
const NONE: usize = usize::MAX;

/// The screen of age and sex.
pub fn person_form(state: State, age: bool, sex: bool, index: usize) -> AnyView {
    let t = text();
    let given = state.now(|model, _| (model.session.answers.age, model.session.answers.sex));
    let (number, is_in_months) = match given.0 {
        Some(Known::Is(months)) if months < 24 => (months.to_string(), true),
        Some(Known::Is(months)) => ((months / 12).to_string(), false),
        _ => (String::new(), false),
    };
    let number = RwSignal::new(number);
    let in_months = RwSignal::new(is_in_months);
    let age_unknown = RwSignal::new(given.0 == Some(Known::Unknown));
    let chosen = RwSignal::new(SEXES.iter().position(|sex| Some(*sex) == given.1).unwrap_or(NONE));
    let problem = Problem::none();

    let submit = move || {
        let months = match age_unknown.get_untracked() {
            true => Ok(Known::Unknown),
            false => parse_age(&number.get_untracked(), in_months.get_untracked()).map(Known::Is),
        };
        let known_sex = SEXES.get(chosen.get_untracked()).copied();
        match (months, known_sex) {
            (Err(AgeError::NotANumber), _) if age => problem.say(t.person_age_missing),
            (Err(AgeError::Impossible), _) if age => problem.say(t.person_age_impossible),
            (_, None) if sex => problem.say(t.person_sex_missing),
            (months, known_sex) => {
                state.change(&|session| {
                    session.answers.age = if age { months.ok() } else { session.answers.age };
                    session.answers.sex = if sex { known_sex } else { session.answers.sex };
                });
                state.go_on(index);
            }
        }
    };
    let unit = move |months: bool, label: &'static str| {
        let change = move |_| {
            in_months.set(months);
            problem.clear();
        };
        radio("unit", "chip", label, Box::new(move || in_months.get() == months), Box::new(change))
    };
    let choice = move |(place, label): (usize, &'static str)| {
        let change = move |_| {
            chosen.set(place);
            problem.clear();
        };
        radio("sex", "line", label, Box::new(move || chosen.get() == place), Box::new(change))
    };
    let mut parts =
        vec![problem.view(), heading(state.address(t.person_title)), paragraph("lead", state.address(t.person_lead))];
    if age {
        let typed = move || {
            age_unknown.set(false);
            problem.clear();
        };
        let unknown = move |is_on: bool| {
            age_unknown.set(is_on);
            problem.clear();
        };
        parts.push(fieldset(
            "age",
            strong(t.person_age),
            vec![
                block(
                    "age-field",
                    vec![
                        field("age", t.person_age_number, "numeric", "3", number, Box::new(typed)),
                        unit(false, t.person_years),
                        unit(true, t.person_months),
                    ],
                ),
                tick("line none", t.person_age_unknown, Box::new(move || age_unknown.get()), Box::new(unknown)),
            ],
        ));
    }
    if sex {
        let labels = [t.person_female, t.person_male, t.person_sex_unknown];
        parts.push(fieldset(
            "sex",
            strong(t.person_sex),
            vec![
                paragraph("hint", t.person_sex_hint),
                block("lines", labels.into_iter().enumerate().map(choice).collect()),
            ],
        ));
    }
    parts.push(block("actions", vec![submit_button(Box::new(|| text().continue_button.to_owned()))]));
    form("person", Box::new(submit), parts)
}
