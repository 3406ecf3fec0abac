//! A day that a pathway counts from: the question, and what was answered. The month or the year alone will do.

use leptos::prelude::*;
use sentier_core::content::Id;
use sentier_core::content::pathway::{AskedDate, Pathway};
use sentier_core::pathway::{Person, dates};
use sentier_core::record::What;

use super::date_text;
use super::kit::live;
use super::small_form::{Fault, small_form, typed};
use crate::care::CareState;
use crate::text::text;

/// The form of a day. Where it stands among others (`is_quiet`), noting it leaves the screen as it is.
pub fn asked_date(care: CareState, person: &Person, pathway: &Pathway, asked: &AskedDate, is_quiet: bool) -> AnyView {
    let t = text();
    let about = person.joined.get(&pathway.id).and_then(|joined| joined.about.get(&asked.id)).copied();
    let known = person.date(pathway, &asked.id).map(|day| dates::figures_about(day, about));
    let value = RwSignal::new(known.unwrap_or_default());
    let is_noted = RwSignal::new(false);
    let field = format!("{}-{}", pathway.id, asked.id);
    let fault = Fault::none(format!("{field}-fault"));
    let hint = if asked.is_required { t.date_about_hint } else { t.date_about_hint_optional };
    let input = typed(fault, field.clone(), asked.ask.clone(), hint, "30", value);
    let (pathway, date): (Id, Id) = (pathway.id.clone(), asked.id.clone());
    let send = move || {
        let typed = value.get_untracked();
        let (on, precision) =
            dates::parse_about(&typed).map_err(|error| fault.say(&field, date_text::problem(error)))?;
        let (pathway, date) = (pathway.clone(), date.clone());
        let noted = match precision {
            None => What::Dated { pathway, date, on },
            Some(precision) => What::DatedAbout { pathway, date, on, precision },
        };
        if is_quiet {
            care.note_quietly(noted);
            is_noted.set(true);
        } else {
            care.note(vec![noted], t.care_noted.to_owned());
        }
        Ok(())
    };
    let said = move || if is_noted.get() { t.care_noted.to_owned() } else { String::new() };
    small_form(fault, vec![input, live("hint", Box::new(said))], t.step_note_date, Box::new(send))
}
