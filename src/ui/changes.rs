//! The last changes of a person, each to be taken back: also after the page was closed.

use leptos::prelude::*;
use sentier_core::content::Care;
use sentier_core::record::{Event, What};

use super::date_text::long;
use super::kit::{button, fold, item, list, paragraph};
use super::small_form::beside;
use crate::care::CareState;
use crate::text::text;

/// So many are shown.
const MOST: usize = 10;

/// So many of those taken back are shown; all of them can be erased.
const MOST_GONE: usize = 30;

/// The last changes of the person looked at; nothing where there is none.
pub fn changes(care: CareState) -> AnyView {
    let t = text();
    let lines: Vec<AnyView> = care.now(|model| {
        let (Some(content), Some(person)) = (&model.care, model.current) else { return Vec::new() };
        let changes = model.record.last_changes(person, MOST).into_iter();
        let line = changes.map(|event| {
            let id = event.id;
            let said = format!("{} ({})", said(content, &event.what), long(event.noted));
            let undo = move || care.note(vec![What::Undone(id)], text().care_undone.to_owned());
            item(vec![paragraph("", said.clone()), beside(t.care_undo, said, Box::new(undo))])
        });
        line.collect()
    });
    if lines.is_empty() {
        return ().into_any();
    }
    fold("who-fold", false, t.changes_title, vec![paragraph("hint", t.changes_lead), list("questions", lines)])
}

/// What the person looked at has taken back, each to be erased for good; nothing where there is none.
pub fn taken_back(care: CareState) -> AnyView {
    let t = text();
    let (ids, lines): (Vec<u64>, Vec<AnyView>) = care.now(|model| {
        let (Some(content), Some(person)) = (&model.care, model.current) else { return Default::default() };
        let gone = model.record.taken_back(person);
        let line = |event: &&Event| {
            let id = event.id;
            let said = format!("{} ({})", said(content, &event.what), long(event.noted));
            let erase = move || care.erase_noted(&[id]);
            item(vec![paragraph("", said.clone()), beside(t.changes_erase, said, Box::new(erase))])
        };
        (gone.iter().map(|event| event.id).collect(), gone.iter().take(MOST_GONE).map(line).collect())
    });
    if lines.is_empty() {
        return ().into_any();
    }
    let all = button("second", t.changes_erase_all, Box::new(move || care.erase_noted(&ids)));
    let lead = paragraph("hint", t.changes_back_lead);
    fold("who-fold", false, t.changes_back_title, vec![lead, list("questions", lines), all])
}

/// What kind of change it is, and of what.
fn said(content: &Care, what: &What) -> String {
    let t = text();
    let step = |id: &str| content.step(id).map_or_else(|| content.act(id).to_owned(), |(_, step)| step.title.clone());
    let pathway = |id: &str| content.pathway(id).map(|pathway| pathway.title.clone()).unwrap_or_default();
    let measure = |id: &str| content.observation(id).map(|measure| measure.name.clone()).unwrap_or_default();
    let (kind, of) = match what {
        What::Named { name, .. } => (t.changes_person, name.clone()),
        What::Born(_) | What::SexIs(_) | What::Expecting(_) | What::PregnancyEnded(_) | What::Died(_) => {
            (t.changes_person, String::new())
        }
        What::Said { fact, .. } => (t.changes_answer, content.fact(fact).map(|it| it.ask.clone()).unwrap_or_default()),
        What::Joined(id)
        | What::Left(id)
        | What::Dated { pathway: id, .. }
        | What::DatedAbout { pathway: id, .. }
        | What::Granted { pathway: id, .. } => (t.changes_pathway, pathway(id)),
        What::Done { what: id, .. }
        | What::Dismissed { step: id, .. }
        | What::Postponed { step: id, .. }
        | What::Booked { what: id, .. } => (t.changes_step, step(id)),
        What::Measured { measure: id, .. } | What::MeasuredAt { measure: id, .. } | What::Aimed { measure: id, .. } => {
            (t.changes_measure, measure(id))
        }
        What::Member { name, .. } => (t.changes_team, name.clone()),
        What::Document { paper, .. } => (t.changes_team, content.paper(paper).to_owned()),
        What::Question(asked) => (t.changes_team, asked.clone()),
        What::Allergy { substance: name, .. } | What::Treatment { name, .. } | What::Illness { name, .. } => {
            (t.changes_health, name.clone())
        }
        What::NoneKnown(_) | What::Undone(_) => (t.changes_health, String::new()),
    };
    if of.is_empty() { kind.to_owned() } else { format!("{kind}, {of}") }
}
