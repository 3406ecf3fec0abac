//! A screen of questions: signs and measures, the person, what is known of them.

use leptos::prelude::*;
use sentier_core::triage::StepKind;

use super::sign::one_sign;
use crate::screen::Asked;
use crate::state::State;
use crate::ui::always_shown::always_shown;
use crate::ui::kit::block;
use crate::ui::person_form::person_form;
use crate::ui::progress::progress;
use crate::ui::read_aloud::read_aloud;
use crate::ui::sign_list::sign_list;

/// A screen of questions.
pub fn question(state: State, asked: &Asked) -> AnyView {
    let form = match &asked.step.kind {
        StepKind::Person { age, sex } => person_form(state, *age, *sex, asked.index),
        StepKind::Gate | StepKind::Signs(_) | StepKind::Terrain => sign_list(state, asked, true),
    };
    block("screen", vec![always_shown(state), progress(asked), form, read_aloud()])
}

/// The same, one question at a time: what is measured first, then each sign, the first that is open.
pub fn easy(state: State, asked: &Asked) -> AnyView {
    let is_measured =
        state.now(|model, _| asked.step.measures.iter().all(|id| model.session.answers.measures.contains_key(id)));
    let (signs, open) = state.now(|model, _| {
        let answers = &model.session.answers;
        let signs = asked.step.to_tick(&model.library, answers);
        let open = signs.iter().position(|sign| !answers.signs.contains_key(sign));
        (signs, open.unwrap_or_default())
    });
    match &asked.step.kind {
        StepKind::Person { .. } => question(state, asked),
        _ if !is_measured => {
            block("screen", vec![always_shown(state), progress(asked), sign_list(state, asked, false), read_aloud()])
        }
        // Every sign of it follows from a measure: there is nothing to answer but to measure again.
        _ if signs.is_empty() => question(state, asked),
        _ => one_sign(state, asked, open),
    }
}
