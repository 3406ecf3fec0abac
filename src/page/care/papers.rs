//! The papers of a person: what there is, where the original is, until when it holds.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::Care;
use sentier_core::pathway::papers::{Ending, PaperError, check, ending};
use sentier_core::pathway::{Document, Person, dates};
use sentier_core::record::What;

use crate::care::CareState;
use crate::text::text;
use crate::ui::date_text::long;
use crate::ui::kit::{block, fold, item, line_of, list, paragraph, strong, subheading};
use crate::ui::small_form::{Fault, beside, choice, day, maybe_day, small_form, typed, words};

/// The papers, those that end first at the top, and a form for one more.
pub fn papers(care: CareState, content: &Care, person: &Person, today: NaiveDate) -> AnyView {
    let t = text();
    let mut documents: Vec<&Document> = person.documents.iter().collect();
    documents.sort_by_key(|document| document.until.unwrap_or(NaiveDate::MAX));
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
        parts.push(beside(t.team_remove, about, Box::new(remove)));
        item(parts)
    });
    let known =
        if person.documents.is_empty() { paragraph("hint", t.team_no_paper) } else { list("papers", lines.collect()) };
    block("team-part", vec![subheading(t.team_papers), known, new_paper(care, content, today)])
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

fn new_paper(care: CareState, content: &Care, today: NaiveDate) -> AnyView {
    let t = text();
    let paper = RwSignal::new(String::new());
    let of = RwSignal::new(dates::figures(today));
    let until = RwSignal::new(String::new());
    let place = RwSignal::new(String::new());
    let fault = Fault::none("paper-fault");
    let options = content.draft().papers.iter().map(|paper| (paper.id.clone(), paper.name.clone())).collect();
    let send = move || {
        let paper = words(paper);
        if paper.is_empty() {
            return Err(fault.say("paper", t.team_paper_missing));
        }
        let of = day(fault, "paper-of", of)?;
        let until = maybe_day(fault, "paper-until", until)?;
        check(of, until, today).map_err(|error| match error {
            PaperError::ToCome => fault.say("paper-of", t.team_paper_to_come),
            PaperError::EndsBefore => fault.say("paper-until", t.team_paper_ends_before),
        })?;
        care.note(vec![What::Document { paper, place: words(place), of, until }], t.team_noted.to_owned());
        Ok(())
    };
    let form = small_form(
        fault,
        vec![
            choice(fault, "paper", t.team_paper, options, paper),
            typed(fault, "paper-of", t.team_paper_of, t.who_day_hint, "30", of),
            typed(fault, "paper-until", t.team_paper_until, t.team_paper_until_hint, "30", until),
            typed(fault, "paper-place", t.team_paper_place, t.team_paper_place_hint, "120", place),
        ],
        t.team_paper_add,
        Box::new(send),
    );
    fold("new", false, t.team_paper_new, vec![form])
}
