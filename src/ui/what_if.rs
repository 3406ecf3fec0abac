//! What one different answer would change.

use leptos::prelude::*;
use sentier_core::triage::{Answer, Verdict, explain};

use super::kit::{fold, item, leveled, line_of, list, paragraph, strong};
use super::level_badge::{name, shape};
use crate::state::State;
use crate::text::text;

/// The answers of which one alone, were it different, would change the level.
pub fn what_if(state: State, verdict: &Verdict) -> AnyView {
    let t = text();
    state.now(|model, walk| {
        let found = explain::counterfactuals(&model.protocol(), &walk.counted, verdict, model.today);
        let items: Vec<AnyView> = found
            .into_iter()
            .map(|other| {
                let with = if other.answer == Answer::No { t.change_if_no } else { t.change_if_yes };
                let said = model.library.sign(&other.sign).map(|sign| walk.counted.statement(sign)).unwrap_or_default();
                let level = strong(name(&model.library, other.level));
                item(vec![
                    line_of("", vec![t.before_list(&format!("{with} {}", t.quoted(&said))).into_any()]),
                    leveled("level-line", other.level, vec![shape(other.level), level]),
                ])
            })
            .collect();
        let body = if items.is_empty() { paragraph("", t.change_none) } else { list("what-if-list", items) };
        fold("what-if", false, t.change_title, vec![body])
    })
}
