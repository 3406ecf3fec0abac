//! A screen of questions: signs and measures, the person, what is known of them.

use leptos::prelude::*;
use sentier_core::triage::StepKind;

use crate::screen::Asked;
use crate::state::State;
use crate::ui::always_shown::always_shown;
use crate::ui::kit::block;
use crate::ui::person_form::person_form;
use crate::ui::progress::progress;
use crate::ui::sign_list::sign_list;

/// A screen of questions.
pub fn question(state: State, asked: &Asked) -> AnyView {
    let form = match &asked.step.kind {
        StepKind::Person { age, sex } => person_form(state, *age, *sex, asked.index),
        StepKind::Gate | StepKind::Signs(_) | StepKind::Terrain => sign_list(state, asked),
    };
    block("screen", vec![always_shown(state), progress(asked), form])
}
