//! One pathway: its stages with where the person is, what is measured, what must make one call, rights, associations.

use leptos::prelude::*;
use sentier_core::content::Care;
use sentier_core::content::pathway::{Entry, Pathway, Target, Warning};
use sentier_core::pathway::{Dashboard, Item, Person};
use sentier_core::record::What;

use super::back;
use super::rights::rights;
use crate::care::CareState;
use crate::route::{CareRoute, Route};
use crate::state::State;
use crate::text::text;
use crate::ui::asked_date::asked_date;
use crate::ui::date_text::about;
use crate::ui::item_line::item_lines;
use crate::ui::kit::{block, button, fold, heading, item, leveled, lines, link, list, paragraph, strong, subheading};
use crate::ui::level_badge::level_badge;
use crate::ui::sources_list::sources_list;
use crate::ui::stage_line::stage_line;

/// The pathway that was opened.
pub fn pathway(state: State, care: CareState) -> AnyView {
    let t = text();
    let selected = care.now(|model| model.selected.clone()).unwrap_or_default();
    let view = care.with_dashboard(|content, person, dashboard, today| {
        let pathway = content.pathway(&selected)?;
        let mut parts = vec![back(), heading(pathway.title.clone()), paragraph("lead", pathway.intro.clone())];
        parts.push(stage_line(pathway, dashboard.stage_of(pathway, today)));
        parts.push(warnings(state, content, pathway));
        parts.push(stages(care, content, pathway, dashboard));
        parts.push(targets(content, pathway));
        parts.push(rights(care, content, person, pathway));
        parts.push(days(care, person, pathway));
        parts.push(guide(content, pathway));
        parts.push(leave(care, person, pathway));
        Some(block("screen pathway", parts))
    });
    view.flatten()
        .unwrap_or_else(|| block("screen", vec![heading(t.step_none), paragraph("", t.step_none_body), back()]))
}

/// What must make one call, first, and the triage that asks more.
fn warnings(state: State, content: &Care, pathway: &Pathway) -> AnyView {
    let t = text();
    if pathway.warnings.is_empty() {
        return ().into_any();
    }
    let line = |warning: &Warning| {
        let badge = state.now(|model, _| level_badge(&model.library, warning.level));
        let mut parts = vec![leveled("warning", warning.level, vec![badge, paragraph("", warning.text.clone())])];
        if let Some(motif) = warning.motif.clone() {
            let begin = move || state.begin(std::slice::from_ref(&motif));
            parts.push(button("quiet", t.pathway_ask, Box::new(begin)));
        }
        item(parts)
    };
    let lines = pathway.warnings.iter().map(line).collect();
    let first = pathway.warnings.first();
    let sources = first.map(|warning| sources_list(content, &warning.sources, warning.reading));
    block(
        "warnings",
        vec![
            subheading(t.pathway_warnings),
            list("", lines),
            fold("step-sources", false, t.why_sources, vec![sources.into_any()]),
        ],
    )
}

/// The steps of each stage, with their state.
fn stages(care: CareState, content: &Care, pathway: &Pathway, dashboard: &Dashboard<'_>) -> AnyView {
    let t = text();
    let of = |stage: Option<&String>| {
        let steps = pathway.steps.iter().filter(move |step| step.stage.as_ref() == stage);
        let items: Vec<&Item<'_>> =
            steps.filter_map(|step| dashboard.items.iter().find(|item| item.key == step.key())).collect();
        items
    };
    let lines = |items: Vec<&Item<'_>>| item_lines(care, content, dashboard, items.into_iter());
    let mut parts = vec![subheading(t.pathway_steps)];
    for stage in &pathway.stages {
        let items = of(Some(&stage.id));
        if !items.is_empty() {
            parts.push(block("stage", vec![strong(stage.title.clone()), lines(items)]));
        }
    }
    let others = of(None);
    if !others.is_empty() {
        parts.push(lines(others));
    }
    block("stages", parts)
}

/// What is measured, and the usual bounds, which the person's doctor sets.
fn targets(content: &Care, pathway: &Pathway) -> AnyView {
    let t = text();
    if pathway.targets.is_empty() {
        return ().into_any();
    }
    let line = |target: &Target| {
        let name = content.observation(&target.measure).map(|known| known.name.clone()).unwrap_or_default();
        let note = target.note.clone().map(|note| paragraph("hint", note));
        item(vec![strong(name), note.into_any(), sources_list(content, &target.sources, target.reading)])
    };
    block(
        "targets",
        vec![
            subheading(t.pathway_measures),
            paragraph("hint", t.pathway_measures_lead),
            list("", pathway.targets.iter().map(line).collect()),
            link("second", Route::Care(CareRoute::Measures).hash(), t.measures_title),
        ],
    )
}

/// The days that the pathway counts from, as exactly as they are known, to be put right.
fn days(care: CareState, person: &Person, pathway: &Pathway) -> AnyView {
    let t = text();
    if pathway.dates.is_empty() {
        return ().into_any();
    }
    let joined = person.joined.get(&pathway.id);
    let known = pathway.dates.iter().filter_map(|asked| {
        let on = person.date(pathway, &asked.id)?;
        let precision = joined.and_then(|joined| joined.about.get(&asked.id)).copied();
        Some(format!("{} {}", asked.ask, about(on, precision)))
    });
    let forms = pathway.dates.iter().map(|asked| asked_date(care, person, pathway, asked, false));
    block(
        "pathway-days",
        vec![
            subheading(t.pathway_days),
            lines("", known.collect()),
            fold("new", false, t.pathway_days_change, forms.collect()),
        ],
    )
}

/// The guide of reference and the state of review.
fn guide(content: &Care, pathway: &Pathway) -> AnyView {
    let t = text();
    let mut parts = vec![paragraph("", t.footer_review)];
    if let Some(guide) = &pathway.guide {
        parts.insert(0, paragraph("", format!("{} {}", t.pathway_guide, guide.title)));
        parts.push(sources_list(content, &guide.sources, guide.reading));
    }
    fold("guide", false, t.pathway_sources, parts)
}

/// Leaves the pathway; what was noted stays.
fn leave(care: CareState, person: &Person, pathway: &Pathway) -> AnyView {
    let t = text();
    if pathway.entry == Entry::Everybody || !person.joined.contains_key(&pathway.id) {
        return ().into_any();
    }
    let id = pathway.id.clone();
    let leave = move || care.note(vec![What::Left(id.clone())], t.pathway_left.to_owned());
    button("quiet", t.pathway_leave, Box::new(leave))
}
