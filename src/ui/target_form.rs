//! The person's own target of a measure, set with their doctor, beside the usual bounds of their pathways.

use leptos::prelude::*;
use sentier_core::content::pathway::{Pathway, Target};
use sentier_core::content::{Care, Observation};
use sentier_core::pathway::series::{parse_value, shown, to_kept};
use sentier_core::pathway::{Dashboard, Person};
use sentier_core::record::What;

use super::chart::bounds_text;
use super::kit::{Problem, block, field, fold, form, item, list, paragraph, strong, submit_button};
use super::sources_list::sources_list;
use crate::care::CareState;
use crate::text::text;

/// The usual bounds that the person's pathways name for a measure, each with its note and where it comes from.
pub fn usual_bounds(content: &Care, dashboard: &Dashboard<'_>, observation: &Observation) -> AnyView {
    let t = text();
    let named =
        dashboard.pathways.iter().flat_map(|pathway| pathway.targets.iter().map(move |target| (pathway, target)));
    let lines: Vec<AnyView> = named
        .filter(|(_, target)| target.measure == observation.id)
        .map(|(pathway, target)| usual_bound(content, pathway, target, observation))
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    fold("usual-bounds", false, t.measures_usual, vec![paragraph("hint", t.measures_usual_lead), list("", lines)])
}

/// The usual bounds that one pathway names for a measure, as a line: with its note and where it comes from.
pub fn usual_bound(content: &Care, pathway: &Pathway, target: &Target, observation: &Observation) -> AnyView {
    let bounds = bounds_text(observation, (target.from, target.up_to, target.is_below));
    let name = format!("{}, {}", pathway.title, observation.name);
    item(vec![
        strong(name),
        bounds.map(|bounds| paragraph("", bounds)).into_any(),
        target.note.clone().map(|note| paragraph("", note)).into_any(),
        sources_list(content, &target.sources, target.reading),
    ])
}

/// The form of the person's own target; `ids` are those of its two fields.
pub fn target_form(
    care: CareState,
    person: &Person,
    observation: &Observation,
    ids: [&'static str; 2],
    problem: Problem,
) -> AnyView {
    let t = text();
    let own = person.targets.get(&observation.id).copied().unwrap_or_default();
    let figures = |bound: Option<i64>| {
        let figures = bound.map(|bound| shown(observation, &observation.unit, bound));
        RwSignal::new(figures.unwrap_or_default())
    };
    let (from, up_to) = (figures(own.0), figures(own.1));
    let changed = move || problem.clear();
    let [from_id, up_to_id] = ids;
    let fields = vec![
        field(from_id, t.measures_target_from, "decimal", "8", from, Box::new(changed)),
        field(up_to_id, t.measures_target_up_to, "decimal", "8", up_to, Box::new(changed)),
    ];
    let submit = {
        let observation = observation.clone();
        move || {
            let (from, up_to) = (bound(&observation, from), bound(&observation, up_to));
            let (Ok(from), Ok(up_to)) = (from, up_to) else {
                problem.say(text().measures_target_not_a_number);
                return;
            };
            if from.zip(up_to).is_some_and(|(from, up_to)| from > up_to) {
                problem.say(text().measures_target_exchanged);
                return;
            }
            let is_none = from.is_none() && up_to.is_none();
            let words = if is_none { text().measures_target_removed } else { text().care_noted };
            care.note(vec![What::Aimed { measure: observation.id.clone(), from, up_to }], words.to_owned());
        }
    };
    let parts = vec![
        paragraph("hint", t.measures_target_lead),
        block("target-fields", fields),
        submit_button(Box::new(|| text().measures_target_keep.to_owned())),
    ];
    let summary = format!("{}, {} ({})", t.measures_target, observation.name, observation.unit);
    fold("own-target", false, summary, vec![form("target-form", Box::new(submit), parts)])
}

/// The bound that was typed, if any.
fn bound(observation: &Observation, typed: RwSignal<String>) -> Result<Option<i64>, ()> {
    let typed = typed.get_untracked();
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let kept = parse_value(&typed).and_then(|value| to_kept(observation, &observation.unit, value));
    kept.map(Some).ok_or(())
}
