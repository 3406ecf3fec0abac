//! What the person can say of a step: done, an appointment, later, not for me; and take back.

use leptos::prelude::*;
use sentier_core::content::{Care, Id, Period};
use sentier_core::pathway::{Item, Person, State, dates};
use sentier_core::record::What;

use crate::care::CareState;
use crate::text::text;
use crate::ui::date_text::{self, long};
use crate::ui::kit::{
    Problem, block, button, field, fold, form, item, list, paragraph, strong, subheading, submit_button,
};
use crate::ui::small_form::{Fault, day, small_form, typed};

/// What the person can say: done, some day, later, not for me; and take back.
pub fn actions(care: CareState, content: &Care, person: &Person, thing: &Item<'_>) -> AnyView {
    let t = text();
    let mut parts = vec![subheading(t.step_actions), history(care, content, person, thing)];
    let steps: Vec<Id> = thing.parts.iter().map(|part| part.step.id.clone()).collect();
    let renounced: Vec<u64> =
        steps.iter().filter_map(|step| person.dismissed.get(step)).map(|said| said.event).collect();
    if renounced.is_empty() {
        parts.push(done_form(care, thing.key.clone()));
        if !matches!(thing.status.state, State::Done | State::NotConcerned) {
            parts.push(appointment(care, person, thing.key));
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

/// The appointment that was made for it: its day, another day, or none any more.
fn appointment(care: CareState, person: &Person, key: &Id) -> AnyView {
    let t = text();
    let today = care.now(|model| model.today);
    let booked = person.booked.get(key).copied();
    let value = RwSignal::new(booked.map(|booked| dates::figures(booked.on)).unwrap_or_default());
    let fault = Fault::none("booked-fault");
    let what = key.clone();
    let send = move || {
        let on = day(fault, "booked-on", value)?;
        if on < today {
            return Err(fault.say("booked-on", t.step_booked_past));
        }
        care.note(vec![What::Booked { what: what.clone(), on }], format!("{} {}.", t.step_booked_noted, long(on)));
        Ok(())
    };
    let field = typed(fault, "booked-on", t.step_booked_on, t.who_day_hint, "30", value);
    let mut parts = vec![small_form(fault, vec![field], t.step_booked_keep, Box::new(send))];
    if let Some(booked) = booked {
        let cancel = move || care.note(vec![What::Undone(booked.event)], t.step_booked_cancelled.to_owned());
        parts.insert(0, paragraph("", format!("{} {}.", t.step_booked, long(booked.on))));
        parts.push(button("quiet", t.step_booked_cancel, Box::new(cancel)));
    }
    fold("later", booked.is_some(), t.step_appointment, parts)
}

/// Puts it off.
fn later(care: CareState, steps: &[Id], person: &Person) -> AnyView {
    let t = text();
    let today = care.now(|model| model.today);
    let is_postponed = steps.iter().any(|step| person.postponed.get(step).is_some_and(|until| *until > today));
    let choice = |label: &'static str, months: i32| {
        let steps = steps.to_vec();
        let until = Period::months(months).after(today);
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
    fold("later", false, t.step_later, vec![block("choices", choices), later_until(care, steps)])
}

/// Puts it off to a day of one's own.
fn later_until(care: CareState, steps: &[Id]) -> AnyView {
    let t = text();
    let today = care.now(|model| model.today);
    let value = RwSignal::new(String::new());
    let fault = Fault::none("later-fault");
    let steps = steps.to_vec();
    let send = move || {
        let until = day(fault, "later-until", value)?;
        if until <= today {
            return Err(fault.say("later-until", t.step_later_past));
        }
        let noted = steps.iter().map(|step| What::Postponed { step: step.clone(), until });
        care.note(noted.collect(), format!("{} {}.", t.step_later_noted, long(until)));
        Ok(())
    };
    let field = typed(fault, "later-until", t.step_later_until, t.who_day_hint, "30", value);
    small_form(fault, vec![field], t.step_later_keep, Box::new(send))
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
