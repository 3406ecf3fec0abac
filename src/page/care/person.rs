//! Who the person is: what can be put right, a pregnancy, a death, and taking everything off the device.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::Sex;
use sentier_core::pathway::{Person, Pregnancy, dates, identity};
use sentier_core::record::What;

use super::card::card;
use crate::browser::location;
use crate::care::CareState;
use crate::route::{CareRoute, Route};
use crate::text::text;
use crate::ui::date_text::long;
use crate::ui::identity_text::problem;
use crate::ui::kit::{block, button, fieldset, fold, heading, paragraph, radio, strong, subheading, tick};
use crate::ui::small_form::{Fault, Said, day, maybe_day, small_form, typed, words};

/// Who the person looked at is.
pub fn person(care: CareState) -> AnyView {
    let view = care.with(|_, person, today| {
        let t = text();
        let mut parts = vec![
            heading(t.who_title),
            paragraph("lead", t.who_lead),
            name(care, person),
            birth(care, person, today),
            sex(care, person),
        ];
        if person.sex != Some(Sex::Male) || person.pregnancy.is_some() {
            parts.push(pregnancy(care, person.pregnancy, today));
        }
        parts.extend([card(care, person), death(care, person, today), erase(care, person)]);
        block("identity", parts)
    });
    view.unwrap_or_else(|| ().into_any())
}

fn name(care: CareState, person: &Person) -> AnyView {
    let t = text();
    let value = RwSignal::new(person.name.clone());
    let is_example = person.is_example;
    let fault = Fault::none("who-name-fault");
    let send = move || -> Result<(), Said> {
        let name = words(value);
        if name.is_empty() {
            return Err(fault.say("who-name", t.who_name_missing));
        }
        care.note(vec![What::Named { name, is_example }], t.who_noted.to_owned());
        Ok(())
    };
    let field = typed(fault, "who-name", t.who_name, t.who_name_hint, "40", value);
    small_form(fault, vec![field], t.who_save, Box::new(send))
}

fn birth(care: CareState, person: &Person, today: NaiveDate) -> AnyView {
    let t = text();
    let value = RwSignal::new(person.birth.map(dates::figures).unwrap_or_default());
    let fault = Fault::none("who-birth-fault");
    let send = move || -> Result<(), Said> {
        let day = day(fault, "who-birth", value)?;
        let day = identity::birth(day, today).map_err(|error| fault.say("who-birth", problem(error)))?;
        care.note(vec![What::Born(day)], t.who_noted.to_owned());
        Ok(())
    };
    let field = typed(fault, "who-birth", t.who_birth, t.who_day_hint, "30", value);
    small_form(fault, vec![field], t.who_save, Box::new(send))
}

fn sex(care: CareState, person: &Person) -> AnyView {
    let t = text();
    let chosen = RwSignal::new(person.sex);
    let fault = Fault::none("who-sex-fault");
    let choose = |sex: Sex, label: &'static str| {
        let change = move |_| {
            chosen.set(Some(sex));
            fault.clear();
        };
        radio("sex", "chip", label, Box::new(move || chosen.get() == Some(sex)), Box::new(change))
    };
    let send = move || -> Result<(), Said> {
        let sex = chosen.get_untracked().ok_or_else(|| fault.say("who-sex-fault", t.person_sex_missing))?;
        care.note(vec![What::SexIs(sex)], t.who_noted.to_owned());
        Ok(())
    };
    let choices = vec![choose(Sex::Female, t.person_female), choose(Sex::Male, t.person_male)];
    let field =
        fieldset("choices-row", strong(t.person_sex), vec![paragraph("hint", t.who_sex_hint), block("chips", choices)]);
    small_form(fault, vec![field], t.who_save, Box::new(send))
}

/// The pregnancy: the day expected, and the day on which it ended, if it has.
fn pregnancy(care: CareState, known: Option<Pregnancy>, today: NaiveDate) -> AnyView {
    let t = text();
    let figures = |day: Option<NaiveDate>| RwSignal::new(day.map(dates::figures).unwrap_or_default());
    let due = figures(known.map(|pregnancy| pregnancy.due));
    let ended = figures(known.and_then(|pregnancy| pregnancy.ended));
    let fault = Fault::none("who-due-fault");
    let send = move || -> Result<(), Said> {
        let due = day(fault, "who-due", due)?;
        let end = maybe_day(fault, "who-ended", ended)?;
        // A pregnancy that has ended is judged as of its end: it may be noted long afterwards.
        let pregnancy = Pregnancy { due, ended: end };
        if let Some(end) = end {
            identity::pregnancy_end(pregnancy, end, today).map_err(|error| fault.say("who-ended", problem(error)))?;
        }
        identity::due(due, end.unwrap_or(today)).map_err(|error| fault.say("who-due", problem(error)))?;
        let mut what = vec![What::Expecting(due)];
        what.extend(end.map(What::PregnancyEnded));
        care.note(what, t.who_noted.to_owned());
        Ok(())
    };
    let fields = vec![
        typed(fault, "who-due", t.who_due, t.who_due_hint, "30", due),
        typed(fault, "who-ended", t.who_ended, t.who_ended_hint, "30", ended),
    ];
    let mut parts = vec![subheading(t.who_pregnancy)];
    parts.push(small_form(fault, fields, t.who_save, Box::new(send)));
    if let Some(born) = known.and_then(|pregnancy| pregnancy.ended) {
        let add = move || {
            care.expect_child(born);
            location::go(&Route::Care(CareRoute::Welcome).hash());
        };
        parts.push(button("second", t.who_add_child, Box::new(add)));
    }
    if known.is_some() {
        let remove = move || {
            let undone = undone(care, |what| matches!(what, What::Expecting(_) | What::PregnancyEnded(_)));
            care.note(undone, text().who_pregnancy_removed.to_owned());
        };
        parts.push(button("quiet", t.who_pregnancy_remove, Box::new(remove)));
    }
    block("who-part", parts)
}

fn death(care: CareState, person: &Person, today: NaiveDate) -> AnyView {
    let t = text();
    let birth = person.birth;
    let value = RwSignal::new(person.died.map(dates::figures).unwrap_or_default());
    let fault = Fault::none("who-death-fault");
    let send = move || -> Result<(), Said> {
        let day = day(fault, "who-death", value)?;
        let day = identity::death(birth, day, today).map_err(|error| fault.say("who-death", problem(error)))?;
        care.note(vec![What::Died(day)], t.who_noted.to_owned());
        Ok(())
    };
    let field = typed(fault, "who-death", t.who_death_day, t.who_day_hint, "30", value);
    let mut parts = vec![paragraph("", t.who_death_lead)];
    if let Some(day) = person.died {
        parts.push(paragraph("", format!("{} {}.", t.who_death_noted, long(day))));
    }
    parts.push(small_form(fault, vec![field], t.who_save, Box::new(send)));
    if person.died.is_some() {
        let remove = move || {
            let undone = undone(care, |what| matches!(what, What::Died(_)));
            care.note(undone, text().who_death_removed.to_owned());
        };
        parts.push(button("quiet", t.who_death_remove, Box::new(remove)));
    }
    fold("who-fold", false, t.who_death, parts)
}

/// Takes everything of this person off the device.
fn erase(care: CareState, person: &Person) -> AnyView {
    let t = text();
    let id = person.id;
    let understood = RwSignal::new(false);
    let fault = Fault::none("who-erase-fault");
    let send = move || -> Result<(), Said> {
        if !understood.get_untracked() {
            return Err(fault.say("who-erase-fault", t.who_erase_missing));
        }
        care.erase(id);
        location::go(&Route::Care(CareRoute::Dashboard).hash());
        Ok(())
    };
    let change = move |is_on: bool| {
        understood.set(is_on);
        fault.clear();
    };
    let tick = tick("line", t.who_erase_understood, Box::new(move || understood.get()), Box::new(change));
    let lead = format!("{} «\u{a0}{}\u{a0}». {}", t.who_erase_lead, person.name, t.who_erase_lost);
    fold(
        "who-fold",
        false,
        t.who_erase,
        vec![paragraph("", lead), small_form(fault, vec![tick], t.who_erase_button, Box::new(send))],
    )
}

/// What takes back all events of a kind of the person looked at.
fn undone(care: CareState, is_it: fn(&What) -> bool) -> Vec<What> {
    care.now(|model| {
        let own = model.record.events().iter().filter(|event| Some(event.person) == model.current);
        own.filter(|event| is_it(&event.what)).map(|event| What::Undone(event.id)).collect()
    })
}
