//! The papers of a person: what there is, where the original is, until when it holds. Each can be corrected.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::Care;
use sentier_core::order::put_in_order;
use sentier_core::pathway::papers::{Ending, PaperError, check, ending};
use sentier_core::pathway::{Document, Person, dates};
use sentier_core::record::What;

use crate::browser::document;
use crate::care::CareState;
use crate::text::text;
use crate::ui::date_text::long;
use crate::ui::kit::{block, button, fold, item, line_of, list, paragraph, strong, subheading};
use crate::ui::small_form::{Fault, beside, choice, day, maybe_day, small_form, typed, words};

/// The field that takes the focus when a paper is corrected.
const PAPER: &str = "paper";

/// The papers, those that end first at the top, and a form for one more or for the one that is corrected.
pub fn papers(care: CareState, content: &Care, person: &Person, today: NaiveDate) -> AnyView {
    let t = text();
    let corrected = RwSignal::new(None::<u64>);
    let mut documents: Vec<&Document> = person.documents.iter().collect();
    put_in_order(&mut documents, |document| document.until.unwrap_or(NaiveDate::MAX));
    let lines = documents.into_iter().map(|document| {
        let name = content.paper(&document.paper);
        let event = document.event;
        let remove = move || care.note(vec![What::Undone(event)], text().team_paper_removed.to_owned());
        let mut parts = vec![
            line_of("paper-name", vec![strong(name)]),
            paragraph("paper-days", days(document)),
            ends(document, today),
        ];
        if !document.place.is_empty() {
            parts.push(paragraph("paper-place", format!("{}\u{a0}: {}", t.team_place, document.place)));
        }
        let about = format!("{name}, {}", long(document.of));
        let correct = correct_button(event, about.clone(), corrected);
        parts.push(block("change", vec![correct, beside(t.team_remove, about, Box::new(remove))]));
        item(parts)
    });
    let known =
        if person.documents.is_empty() { paragraph("hint", t.team_no_paper) } else { list("papers", lines.collect()) };
    let form = move || {
        let event = corrected.get();
        let paper = |content: &Care, person: &Person, today: NaiveDate| {
            let known = person.documents.iter().find(|document| Some(document.event) == event);
            paper_form(care, content, today, known, corrected)
        };
        untrack(|| care.with(paper))
    };
    block("team-part", vec![subheading(t.team_papers), known, form.into_any()])
}

/// "Du 3 mai 2026, jusqu’au 3 mai 2027".
fn days(document: &Document) -> String {
    let t = text();
    match document.until {
        Some(until) => format!("{} {}, {} {}", t.team_dated, long(document.of), t.team_until, long(until)),
        None => format!("{} {}", t.team_dated, long(document.of)),
    }
}

/// In words, that a paper ends soon or has ended; nothing else.
pub fn ends(document: &Document, today: NaiveDate) -> AnyView {
    ending_said(document, today).map(|said| paragraph("paper-ends", said)).into_any()
}

/// "Se termine le 3 mai 2027".
pub fn ending_said(document: &Document, today: NaiveDate) -> Option<String> {
    let t = text();
    ending(document, today).map(|ending| match ending {
        Ending::Over(day) => format!("{} {}", t.team_over, long(day)),
        Ending::Soon(day) => format!("{} {}", t.team_ends, long(day)),
    })
}

/// The button beside a paper that puts it into the form.
fn correct_button(event: u64, about: String, corrected: RwSignal<Option<u64>>) -> AnyView {
    let press = move |_| {
        corrected.set(Some(event));
        request_animation_frame(|| document::focus(PAPER));
    };
    view! {
        <button type="button" class="beside" id=correction(event) on:click=press>
            {text().papers_correct}<span class="hidden">{format!(" {about}")}</span>
        </button>
    }
    .into_any()
}

/// The id of the button beside a paper.
fn correction(event: u64) -> String {
    format!("correct-paper-{event}")
}

/// The form of one more paper, or of the one that is corrected: what was noted of it then no longer holds.
fn paper_form(
    care: CareState,
    content: &Care,
    today: NaiveDate,
    known: Option<&Document>,
    corrected: RwSignal<Option<u64>>,
) -> AnyView {
    let t = text();
    let of = RwSignal::new(dates::figures(known.map_or(today, |document| document.of)));
    let until = known.and_then(|document| document.until).map(dates::figures);
    let until = RwSignal::new(until.unwrap_or_default());
    let paper = RwSignal::new(known.map(|document| document.paper.clone()).unwrap_or_default());
    let place = RwSignal::new(known.map(|document| document.place.clone()).unwrap_or_default());
    let event = known.map(|document| document.event);
    let fault = Fault::none("paper-fault");
    let options = content.draft().papers.iter().map(|paper| (paper.id.clone(), paper.name.clone())).collect();
    let send = move || {
        let paper = words(paper);
        if paper.is_empty() {
            return Err(fault.say(PAPER, t.team_paper_missing));
        }
        let of = day(fault, "paper-of", of)?;
        let until = maybe_day(fault, "paper-until", until)?;
        check(of, until, today).map_err(|error| match error {
            PaperError::ToCome => fault.say("paper-of", t.team_paper_to_come),
            PaperError::EndsBefore => fault.say("paper-until", t.team_paper_ends_before),
        })?;
        let mut noted: Vec<What> = event.into_iter().map(What::Undone).collect();
        noted.push(What::Document { paper, place: words(place), of, until });
        care.note(noted, if event.is_some() { t.papers_corrected } else { t.team_noted }.to_owned());
        Ok(())
    };
    let (summary, label) =
        if event.is_some() { (t.papers_correcting, t.papers_keep) } else { (t.team_paper_new, t.team_paper_add) };
    let form = small_form(
        fault,
        vec![
            choice(fault, PAPER, t.team_paper, options, paper),
            typed(fault, "paper-of", t.team_paper_of, t.who_day_hint, "30", of),
            typed(fault, "paper-until", t.team_paper_until, t.team_paper_until_hint, "30", until),
            typed(fault, "paper-place", t.team_paper_place, t.team_paper_place_hint, "120", place),
        ],
        label,
        Box::new(send),
    );
    let mut parts = vec![form];
    if let Some(event) = event {
        let give_up = move || {
            corrected.set(None);
            request_animation_frame(move || document::focus(&correction(event)));
        };
        parts.push(button("quiet", t.papers_give_up, Box::new(give_up)));
    }
    fold("new", event.is_some(), summary, parts)
}
