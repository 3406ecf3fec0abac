//! One thing to do: what, why, when, by whom, on which source; and what the person can say of it.

use leptos::prelude::*;
use sentier_core::content::pathway::StepStatus;
use sentier_core::content::{Care, Id};
use sentier_core::pathway::{Item, Part, Person, Reason, State, dates};
use sentier_core::record::What;

use super::back;
use crate::care::{CareState, open};
use crate::route::CareRoute;
use crate::text::text;
use crate::ui::date_text::{self, long};
use crate::ui::fact_question::fact_questions;
use crate::ui::kit::{
    Problem, block, button, field, fold, form, heading, item, list, paragraph, strong, subheading, submit_button,
};
use crate::ui::sources_list::sources_list;
use crate::ui::state_mark::{state_mark, why};

/// The thing that was opened; the dashboard's way back where nothing was.
pub fn step(care: CareState) -> AnyView {
    let t = text();
    let selected = care.now(|model| model.selected.clone()).unwrap_or_default();
    let view = care.with_dashboard(|content, person, dashboard, _| {
        let key = content.key(&selected);
        let found = dashboard.items.iter().find(|item| item.key == key)?;
        Some(block(
            "screen step",
            vec![back(), about(care, content, person, found), actions(care, content, person, found)],
        ))
    });
    view.flatten().unwrap_or_else(|| {
        // After a reload, or where the person is no longer on the pathway.
        block("screen", vec![heading(t.step_none), paragraph("", t.step_none_body), back()])
    })
}

fn about(care: CareState, content: &Care, person: &Person, thing: &Item<'_>) -> AnyView {
    let t = text();
    let mut parts = vec![
        heading(thing.title),
        state_mark(thing.status.state),
        paragraph("why", why(content, person, &thing.status)),
    ];
    if let Reason::ToBeAsked(facts) = &thing.status.reason {
        parts.push(fact_questions(care, content, person, facts));
    }
    if let (Reason::DateMissing(date), Some(first)) = (&thing.status.reason, thing.parts.first()) {
        parts.push(missing_date(care, first, date));
    }
    let state = thing.status.state;
    let (own, others): (Vec<&Part<'_>>, Vec<&Part<'_>>) =
        thing.parts.iter().partition(|part| part.status.state == state);
    parts.extend(own.into_iter().map(|part| asked_by(care, content, part)));
    if !others.is_empty() {
        let others = others.into_iter().map(|part| {
            block("other", vec![paragraph("", why(content, person, &part.status)), asked_by(care, content, part)])
        });
        parts.push(fold("others", false, t.step_others, others.collect()));
    }
    block("step-about", parts)
}

/// A pathway that asks for it: what it says, who does it, with which paper, on which source.
fn asked_by(care: CareState, content: &Care, part: &Part<'_>) -> AnyView {
    let t = text();
    let step = part.step;
    let pathway: Id = part.pathway.id.clone();
    let line = |name: &'static str, said: String| view! { <p><b>{name}</b>" "{said}</p> }.into_any();
    let named =
        |ids: &[Id], name: &dyn Fn(&str) -> String| ids.iter().map(|id| name(id)).collect::<Vec<_>>().join(", ");
    let mut parts = vec![
        subheading(step.title.clone()),
        paragraph("", step.why.clone()),
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
    parts.push(line(t.step_status, status.to_owned()));
    if let Some(depends) = &step.condition.depends {
        parts.push(line(t.step_depends, depends.clone()));
    }
    if let Some(note) = &step.note {
        parts.push(line(t.step_note, note.clone()));
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

/// The day that a pathway counts from and that is not known yet.
fn missing_date(care: CareState, part: &Part<'_>, date: &Id) -> AnyView {
    let t = text();
    let Some(asked) = part.pathway.dates.iter().find(|asked| &asked.id == date) else {
        return ().into_any();
    };
    let (pathway, date, label) = (part.pathway.id.clone(), date.clone(), asked.ask.clone());
    let typed = RwSignal::new(String::new());
    let problem = Problem::none();
    let submit = move || match dates::parse(&typed.get_untracked()) {
        Ok(on) => {
            let noted = What::Dated { pathway: pathway.clone(), date: date.clone(), on };
            care.note(vec![noted], t.care_noted.to_owned());
        }
        Err(error) => problem.say(date_text::problem(error)),
    };
    form(
        "asked-date",
        Box::new(submit),
        vec![
            problem.view(),
            paragraph("", label),
            field("date", t.date_label, "text", "30", typed, Box::new(move || problem.clear())),
            submit_button(Box::new(|| text().step_note_date.to_owned())),
        ],
    )
}

/// What the person can say: done, some day, later, not for me; and take back.
fn actions(care: CareState, content: &Care, person: &Person, thing: &Item<'_>) -> AnyView {
    let t = text();
    let mut parts = vec![subheading(t.step_actions), history(care, content, person, thing)];
    let steps: Vec<Id> = thing.parts.iter().map(|part| part.step.id.clone()).collect();
    let renounced: Vec<u64> =
        steps.iter().filter_map(|step| person.dismissed.get(step)).map(|said| said.event).collect();
    if renounced.is_empty() {
        parts.push(done_form(care, thing.key.clone()));
        if thing.status.state != State::Done && thing.status.state != State::NotConcerned {
            parts.push(later(care, &steps, person));
            parts.push(not_for_me(care, steps));
        }
    } else {
        let back = move || {
            let undo = renounced.iter().map(|event| What::Undone(*event)).collect();
            care.note(undo, t.step_concerned_again.to_owned());
        };
        parts.push(button("second", t.step_concern_again, Box::new(back)));
    }
    block("step-actions", parts)
}

/// The days on which it was done, each of which can be taken back.
fn history(care: CareState, content: &Care, person: &Person, thing: &Item<'_>) -> AnyView {
    let t = text();
    let done = person.done.iter().filter(|done| content.key(&done.what) == thing.key.as_str());
    let lines: Vec<AnyView> = done
        .map(|done| {
            let event = done.event;
            let day = done.on.map_or_else(|| t.step_some_day.to_owned(), long);
            let remove = move || care.note(vec![What::Undone(event)], t.care_removed.to_owned());
            item(vec![day.into_any(), button("quiet", t.care_remove, Box::new(remove))])
        })
        .collect();
    if lines.is_empty() {
        paragraph("hint", t.step_never)
    } else {
        block("history", vec![strong(t.step_history), list("", lines)])
    }
}

fn done_form(care: CareState, key: Id) -> AnyView {
    let t = text();
    let today = care.now(|model| model.today);
    let typed = RwSignal::new(dates::figures(today));
    let problem = Problem::none();
    let what = key.clone();
    let submit = move || match dates::parse(&typed.get_untracked()) {
        Ok(on) if on > today => problem.say(t.step_done_future),
        Ok(on) => {
            let noted = What::Done { what: what.clone(), on: Some(on) };
            care.note(vec![noted], format!("{} {}.", t.step_done_noted, long(on)));
        }
        Err(error) => problem.say(date_text::problem(error)),
    };
    let some_day =
        move || care.note(vec![What::Done { what: key.clone(), on: None }], t.step_some_day_noted.to_owned());
    form(
        "done-form",
        Box::new(submit),
        vec![
            problem.view(),
            field("done-on", t.step_done_on, "text", "30", typed, Box::new(move || problem.clear())),
            submit_button(Box::new(|| text().step_done.to_owned())),
            button("quiet", t.step_done_some_day, Box::new(some_day)),
        ],
    )
}

/// Puts it off.
fn later(care: CareState, steps: &[Id], person: &Person) -> AnyView {
    let t = text();
    let today = care.now(|model| model.today);
    let is_postponed = steps.iter().any(|step| person.postponed.get(step).is_some_and(|until| *until > today));
    let choice = |label: &'static str, months: i32| {
        let steps = steps.to_vec();
        let until = sentier_core::content::Period::months(months).after(today);
        let put_off = move || {
            let noted = steps.iter().map(|step| What::Postponed { step: step.clone(), until });
            care.note(noted.collect(), format!("{} {}.", t.step_later_noted, long(until)));
        };
        button("choice", label, Box::new(put_off))
    };
    let mut choices = vec![choice(t.step_later_1, 1), choice(t.step_later_3, 3), choice(t.step_later_6, 6)];
    if is_postponed {
        choices.push(choice(t.step_later_none, 0));
    }
    fold("later", false, t.step_later, vec![block("choices", choices)])
}

/// Says that it is not for this person, and why.
fn not_for_me(care: CareState, steps: Vec<Id>) -> AnyView {
    let t = text();
    let choices = t.step_not_for_me_reasons.split('|').map(|reason| {
        let steps = steps.clone();
        let said = reason.to_owned();
        let dismiss = move || {
            let noted = steps.iter().map(|step| What::Dismissed { step: step.clone(), reason: said.clone() });
            care.note(noted.collect(), t.step_dismissed.to_owned());
        };
        button("choice", reason, Box::new(dismiss))
    });
    fold("not-for-me", false, t.step_not_for_me, vec![block("choices", choices.collect())])
}
