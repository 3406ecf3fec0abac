//! What is measured: a list of the measures, and for one of them its form, chart, values and target.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::pathway::Pathway;
use sentier_core::content::{Care, Id, Observation};
use sentier_core::pathway::series::series;
use sentier_core::pathway::{Dashboard, Item, Person, State};

use super::back;
use crate::browser::document;
use crate::care::{CareState, open};
use crate::route::CareRoute;
use crate::text::text;
use crate::ui::chart::{chart, values, with_unit};
use crate::ui::date_text::long;
use crate::ui::kit::{HEADING, Problem, block, button, fold, heading, item, list, paragraph, subheading};
use crate::ui::pressure_sheet::{pressure_sheet, series_asked};
use crate::ui::target_form::{target_form, usual_bounds};
use crate::ui::typed_values::Typed;
use crate::ui::value_form::value_form;

/// The fields of the targets of measures that are shown together.
const TARGET_FIELDS: [[&str; 2]; 2] = [["target-from", "target-up-to"], ["target-from-2", "target-up-to-2"]];

/// What is measured: the list, or the measure that was chosen.
pub fn measures(care: CareState) -> AnyView {
    let selected = care.now(|model| model.selected.clone());
    let view = care.with_dashboard(|content, person, dashboard, today| {
        match selected.and_then(|id| content.observation(&id)) {
            Some(chosen) => one(care, content, person, dashboard, today, &together(content, chosen)),
            None => all(care, content, person, dashboard),
        }
    });
    view.unwrap_or_else(|| ().into_any())
}

/// Chooses a measure, or goes back to the list; which one is never in the address.
fn choose(care: CareState, measure: Option<Id>) {
    care.change(|model| {
        model.selected = measure;
        model.announced = None;
    });
    request_animation_frame(|| document::focus(HEADING));
}

/// A measure with the one that is read with it.
fn together<'a>(content: &'a Care, measure: &'a Observation) -> Vec<&'a Observation> {
    let pair = content.landmarks().together.iter().find(|pair| pair.contains(&measure.id));
    pair.map_or_else(|| vec![measure], |pair| pair.iter().filter_map(|id| content.observation(id)).collect())
}

/// What measures are called together: what their names begin with.
fn name(measures: &[&Observation]) -> String {
    match measures {
        [one] => one.name.clone(),
        [first, ..] => first.name.split(',').next().unwrap_or_default().to_owned(),
        [] => String::new(),
    }
}

/// The list: what the pathways name and what was noted, then everything else.
fn all(care: CareState, content: &Care, person: &Person, dashboard: &Dashboard<'_>) -> AnyView {
    let t = text();
    let mut named: Vec<&Observation> = Vec::new();
    let targets = dashboard.pathways.iter().flat_map(|pathway| &pathway.targets).map(|target| &target.measure);
    let noted = person.measured.iter().map(|measured| &measured.measure);
    for measure in targets.chain(noted).filter_map(|id| content.observation(id)) {
        if !named.iter().any(|known| known.id == measure.id) {
            named.push(measure);
        }
    }
    let is_named = |measure: &&Observation| named.iter().any(|known| known.id == measure.id);
    let others: Vec<&Observation> = content.draft().observations.iter().filter(|measure| !is_named(measure)).collect();
    let lines = |measures: &[&Observation]| {
        let mut lines = Vec::new();
        for measure in measures {
            let group = together(content, measure);
            // The second of a pair stands in the line of the first.
            let is_first = group.first().is_some_and(|first| first.id == measure.id);
            if is_first || !measures.iter().any(|other| group.first().is_some_and(|first| first.id == other.id)) {
                lines.push(line(care, person, &group));
            }
        }
        list("measure-lines", lines)
    };
    let mut parts = vec![back(), heading(t.measures_title), paragraph("lead", t.measures_lead)];
    if !named.is_empty() {
        parts.push(subheading(t.measures_named));
        parts.push(lines(&named));
    }
    if !others.is_empty() {
        parts.push(fold("measures-others", named.is_empty(), t.measures_others, vec![lines(&others)]));
    }
    block("measures-page", parts)
}

/// A measure with its last value, as a line that opens it.
fn line(care: CareState, person: &Person, group: &[&Observation]) -> AnyView {
    let t = text();
    let last: Vec<(String, NaiveDate)> = group
        .iter()
        .filter_map(|measure| {
            let last = series(person, &measure.id, None).points.last().copied()?;
            Some((with_unit(measure, last.value), last.on))
        })
        .collect();
    let said = match last.iter().map(|(_, on)| *on).max() {
        Some(on) => {
            let values: Vec<String> = last.into_iter().map(|(value, _)| value).collect();
            format!("{} · {}", values.join(" / "), long(on))
        }
        None => t.measures_none.to_owned(),
    };
    let id = group.first().map(|measure| measure.id.clone());
    let title = name(group);
    let press = move |_| choose(care, id.clone());
    item(vec![
        view! {
            <button type="button" class="measure-line" on:click=press>
                <b>{title}</b><span>{said}</span>
            </button>
        }
        .into_any(),
    ])
}

/// One measure, or two that are read together: the form first, then what was noted.
fn one(
    care: CareState,
    content: &Care,
    person: &Person,
    dashboard: &Dashboard<'_>,
    today: NaiveDate,
    group: &[&Observation],
) -> AnyView {
    let t = text();
    let problem = Problem::none();
    let asked = series_asked(dashboard, group);
    let observations = group.iter().map(|measure| (*measure).clone()).collect();
    let typed = Typed::new(observations, asked.is_some(), person.birth, today, problem);
    let form = value_form(care, typed);
    let (class, form) = match (asked, group) {
        (Some(asked), [first, second]) => {
            ("measures-page with-sheet", pressure_sheet(content, person, asked, [*first, *second], form))
        }
        _ => ("measures-page", form),
    };
    let mut parts = vec![
        button("quiet", t.measures_all, Box::new(move || choose(care, None))),
        problem.view(),
        heading(name(group)),
        warnings(care, dashboard, group),
        answers(care, content, dashboard, group),
        form,
    ];
    for (measure, fields) in group.iter().zip(TARGET_FIELDS) {
        let points = series(person, &measure.id, None).points;
        let own = person.targets.get(&measure.id).copied().unwrap_or_default();
        let title = if group.len() == 1 { t.measures_noted.to_owned() } else { measure.name.clone() };
        let none = points.is_empty().then(|| paragraph("hint", t.measures_none));
        parts.push(block(
            "measure-part",
            vec![
                subheading(title),
                none.into_any(),
                chart(measure, &points, own),
                target_form(care, person, measure, fields, problem),
                usual_bounds(content, dashboard, measure),
                values(care, measure, &points, typed),
            ],
        ));
    }
    parts.push(paragraph("hint", t.measures_limits));
    block(class, parts)
}

/// The ways to "quand appeler" of the pathways that name the measure: before any value, for every value.
fn warnings(care: CareState, dashboard: &Dashboard<'_>, group: &[&Observation]) -> AnyView {
    let names = |pathway: &&&Pathway| {
        let measured = |measure: &Id| group.iter().any(|known| &known.id == measure);
        !pathway.warnings.is_empty() && pathway.targets.iter().any(|target| measured(&target.measure))
    };
    let ways = dashboard.pathways.iter().filter(names).map(|pathway| {
        let id = pathway.id.clone();
        let label = format!("{} {}", text().measures_warnings, pathway.title);
        button("second", label, Box::new(move || open(care, CareRoute::Pathway, id.clone())))
    });
    block("measure-warnings", ways.collect())
}

/// The steps of the person's pathways that are done once the measure is noted, each opening its own.
fn answers(care: CareState, content: &Care, dashboard: &Dashboard<'_>, group: &[&Observation]) -> AnyView {
    let t = text();
    let concerned = dashboard.items.iter().filter(|thing| thing.status.state != State::NotConcerned);
    let answered = concerned.filter_map(|thing| Some((thing, measured_with(thing, group)?)));
    let ways = answered.map(|(thing, others)| {
        let key = thing.key.clone();
        let others: Vec<&str> =
            others.iter().filter_map(|id| content.observation(id)).map(|other| other.name.as_str()).collect();
        let mut label = format!("{} {}", t.measures_answers, thing.title);
        if !others.is_empty() {
            label = format!("{label} ({} {})", t.measures_answers_with, others.join(", "));
        }
        button("quiet", label, Box::new(move || open(care, CareRoute::Step, key.clone())))
    });
    block("measure-answers", ways.collect())
}

/// What else must be measured for a thing that the measures make done; nothing where they do not.
fn measured_with(thing: &Item<'_>, group: &[&Observation]) -> Option<Vec<Id>> {
    let is_here = |measure: &Id| group.iter().any(|known| &known.id == measure);
    let concerned = thing.parts.iter().filter(|part| part.status.state != State::NotConcerned);
    let mut measured = concerned.filter_map(|part| part.step.measured.as_ref());
    let readings = measured.find(|readings| readings.of.iter().any(is_here))?;
    Some(readings.of.iter().filter(|measure| !is_here(measure)).cloned().collect())
}
