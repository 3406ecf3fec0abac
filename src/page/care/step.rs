//! One thing to do: what, why, when, by whom, on which source; and what the person can say of it.

use leptos::prelude::*;
use sentier_core::content::pathway::{Component, StepStatus};
use sentier_core::content::{Care, Id};
use sentier_core::exchange::calendar::Titles;
use sentier_core::pathway::{Dashboard, Item, Part, Person, Reason};

use super::actions::actions;
use super::back;
use crate::care::{CareState, open};
use crate::route::CareRoute;
use crate::state::State;
use crate::take::{TakeState, Thing};
use crate::text::text;
use crate::ui::asked_date::asked_date;
use crate::ui::entry_links::who_is_who;
use crate::ui::explained::{About, explained, explained_after};
use crate::ui::fact_question::fact_questions;
use crate::ui::kit::{block, button, fold, heading, paragraph, subheading};
use crate::ui::local_places::near_of;
use crate::ui::sources_list::sources_list;
use crate::ui::state_mark::{state_mark, why};

/// The thing that was opened; the dashboard's way back where nothing was.
pub fn step(state: State, care: CareState, take: TakeState) -> AnyView {
    let t = text();
    let selected = care.now(|model| model.selected.clone()).unwrap_or_default();
    let view = care.with_dashboard(|content, person, dashboard, _| {
        let key = content.key(&selected);
        let found = dashboard.items.iter().find(|item| item.key == key)?;
        Some(block(
            "screen step",
            vec![
                back(),
                about(state, care, content, person, dashboard, found),
                actions(care, content, person, found),
                date(take, found),
            ],
        ))
    });
    view.flatten().unwrap_or_else(|| {
        // After a reload, or where the person is no longer on the pathway.
        block("screen", vec![heading(t.step_none), paragraph("", t.step_none_body), back()])
    })
}

/// Its day for the calendar of the phone, where it has one to come.
fn date(take: TakeState, thing: &Item<'_>) -> AnyView {
    if thing.status.day_to_come(take.care.now(|model| model.today)).is_none() {
        return ().into_any();
    }
    let key = thing.key.clone();
    let make = move || take.make(Thing::Calendar(Titles::Full, Some(key.clone())));
    let t = text();
    block("step-date", vec![button("quiet", t.take_one_day, Box::new(make)), paragraph("hint", t.take_calendar_plain)])
}

fn about(
    state: State,
    care: CareState,
    content: &Care,
    person: &Person,
    dashboard: &Dashboard<'_>,
    thing: &Item<'_>,
) -> AnyView {
    let t = text();
    let mut parts = vec![
        heading(thing.title),
        state_mark(thing.status.state),
        paragraph("why", why(content, person, &thing.status)),
    ];
    parts.push(by_the_way(care, dashboard, thing));
    if let Reason::ToBeAsked(facts) = &thing.status.reason {
        parts.push(fact_questions(care, content, person, facts));
    }
    if let (Reason::DateMissing(date), Some(first)) = (&thing.status.reason, thing.parts.first()) {
        let asked = first.pathway.dates.iter().find(|asked| &asked.id == date);
        parts.extend(asked.map(|asked| asked_date(care, person, first.pathway, asked, false)));
    }
    let own_state = thing.status.state;
    let (own, others): (Vec<&Part<'_>>, Vec<&Part<'_>>) =
        thing.parts.iter().partition(|part| part.status.state == own_state);
    parts.extend(own.into_iter().map(|part| asked_by(state, care, content, part)));
    if !others.is_empty() {
        let others = others.into_iter().map(|part| {
            block(
                "other",
                vec![paragraph("", why(content, person, &part.status)), asked_by(state, care, content, part)],
            )
        });
        parts.push(fold("others", false, t.step_others, others.collect()));
    }
    parts.push(who_is_who(state, of_step(care, thing.key.clone())));
    parts.push(near_of(state, of_step(care, thing.key.clone())));
    block("step-about", parts)
}

/// What is done by the way with it, and the larger thing that it is done with.
fn by_the_way(care: CareState, dashboard: &Dashboard<'_>, thing: &Item<'_>) -> AnyView {
    let t = text();
    let larger = dashboard.items.iter().filter(|item| thing.within == Some(item.key));
    let with = larger.map(|item| (t.step_done_with, item));
    let also = dashboard.within(thing).map(|item| (t.step_does, item));
    let lines = with.chain(also).map(|(said, other)| {
        let key = other.key.clone();
        let press = move || open(care, CareRoute::Step, key.clone());
        button("quiet", format!("{said} {}", other.title), Box::new(press))
    });
    block("by-the-way", lines.collect())
}

/// A pathway that asks for it: what it says, who does it, with which paper, on which source.
fn asked_by(state: State, care: CareState, content: &Care, part: &Part<'_>) -> AnyView {
    let t = text();
    let step = part.step;
    let pathway: Id = part.pathway.id.clone();
    let line = |name: &'static str, said: String| view! { <p><b>{name}</b>" "{said}</p> }.into_any();
    let named =
        |ids: &[Id], name: &dyn Fn(&str) -> String| ids.iter().map(|id| name(id)).collect::<Vec<_>>().join(", ");
    let mut parts = vec![
        subheading(step.title.clone()),
        explained(state, "", step.why.clone(), of_step(care, step.key().clone())),
        line(t.step_who, named(&step.who, &|id| content.role(id).to_owned())),
    ];
    if !step.papers.is_empty() {
        parts.push(line(t.step_papers, named(&step.papers, &|id| content.paper(id).to_owned())));
    }
    let status = match step.status {
        StepStatus::Mandatory => t.status_mandatory,
        StepStatus::Recommended => t.status_recommended,
        StepStatus::Possible => t.status_possible,
        StepStatus::Information => t.status_information,
    };
    parts.push(line(t.step_status, format!("{status} · {}", component(step.component))));
    if let Some(depends) = &step.condition.depends {
        parts.push(line(t.step_depends, depends.clone()));
    }
    if let Some(note) = &step.note {
        parts.push(explained_after(state, t.step_note, note, of_step(care, step.key().clone())));
    }
    let title = part.pathway.title.clone();
    parts.push(button(
        "quiet",
        format!("{} {title}", t.step_pathway),
        Box::new(move || open(care, CareRoute::Pathway, pathway.clone())),
    ));
    parts.push(fold("step-sources", false, t.why_sources, vec![sources_list(content, &step.sources, step.reading)]));
    block("asked-by", parts)
}

/// The entries that a thing is about: by who does it, what is done, which paper it gives.
fn of_step(care: CareState, key: Id) -> About {
    Box::new(move |system| {
        let mut found: Vec<Id> = Vec::new();
        care.now(|model| {
            let steps = model.care.iter().flat_map(Care::steps).filter(|(_, step)| step.key() == &key);
            for entry in steps.flat_map(|(_, step)| system.of_step(step)) {
                if !found.contains(&entry.id) {
                    found.push(entry.id.clone());
                }
            }
        });
        found
    })
}

/// The component of care that a step belongs to.
fn component(component: Component) -> &'static str {
    let t = text();
    match component {
        Component::Prevention => t.component_prevention,
        Component::PrimaryCare => t.component_primary_care,
        Component::Coordination => t.component_coordination,
        Component::Specialist => t.component_specialist,
        Component::FollowUp => t.component_follow_up,
        Component::Rehabilitation => t.component_rehabilitation,
        Component::Education => t.component_education,
        Component::Social => t.component_social,
        Component::Palliative => t.component_palliative,
    }
}
