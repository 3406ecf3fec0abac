//! Search: one field, and what it finds among what the person has and among all that is known.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Care, Id};
use sentier_core::pathway::find::{Found, Hit, MOST_HITS, find};
use sentier_core::pathway::{Dashboard, Person};
use sentier_core::record::What;

use crate::care::{CareState, open};
use crate::route::{CareRoute, Route};
use crate::text::text;
use crate::ui::item_line::item_lines;
use crate::ui::kit::{block, button, field, heading, item, link, list, live, paragraph, shown_while, subheading};
use crate::ui::small_form::beside;
use crate::ui::state_mark::{when, word};

/// What is said with a step that the person has: its state, and whether it was noted as done today.
#[derive(Clone)]
struct Known {
    key: Id,
    state: String,
    is_done_today: bool,
}

/// The search.
pub fn search(care: CareState) -> AnyView {
    let t = text();
    let known = care.with_dashboard(known).unwrap_or_default();
    let today = care.now(|model| model.today);
    let hits = Memo::new(move |_| {
        care.searched.with(|words| care.with(|content, person, _| find(content, person, words)).unwrap_or_default())
    });
    let count = move || {
        let is_empty = care.searched.with(|words| words.trim().is_empty());
        hits.with(|hits| said_count(hits.len(), is_empty))
    };
    let next = care.with_dashboard(|content, _, dashboard, _| {
        let due: Vec<_> = dashboard.appointments().into_iter().chain(dashboard.next()).collect();
        let lines = || item_lines(care, content, dashboard, due.iter().copied());
        (!due.is_empty()).then(|| block("found-next", vec![subheading(t.find_next), lines()]))
    });
    let next = next.flatten();
    let is_idle = Memo::new(move |_| care.searched.with(|words| words.trim().is_empty()));
    let next = next.map(|next| shown_while(Box::new(move || is_idle.get()), next));
    let found = move || {
        let (own, other): (Vec<Hit>, Vec<Hit>) = hits.get().into_iter().partition(|hit| hit.is_own);
        vec![group(care, t.find_own, own, &known, today), group(care, t.find_known, other, &known, today)]
    };
    block(
        "search",
        vec![
            heading(t.find_title),
            paragraph("lead", t.find_lead),
            field("find", t.find_words, "search", "100", care.searched, Box::new(|| ())),
            live("found-count", Box::new(count)),
            next.into_any(),
            found.into_any(),
            link("second", Route::Home.hash(), t.find_triage),
        ],
    )
}

/// "3 résultats".
fn said_count(count: usize, is_empty: bool) -> String {
    let t = text();
    match count {
        0 if is_empty => String::new(),
        0 => t.find_nothing.to_owned(),
        1 => t.find_one.to_owned(),
        many if many >= MOST_HITS => format!("{many} {}", t.find_most),
        many => format!("{many} {}", t.find_many),
    }
}

/// The steps of the person with their state; those of other pathways that were noted as done today all the same.
fn known(content: &Care, person: &Person, dashboard: &Dashboard<'_>, today: NaiveDate) -> Vec<Known> {
    let is_done_today =
        |key: &str| person.done.iter().any(|done| done.on == Some(today) && content.key(&done.what) == key);
    let mut known: Vec<Known> = Vec::new();
    for thing in &dashboard.items {
        let (state, day) = (word(thing.status.state), when(&thing.status, today));
        let state = if day.is_empty() { state.to_owned() } else { format!("{state} · {day}") };
        known.push(Known { key: thing.key.clone(), state, is_done_today: is_done_today(thing.key) });
    }
    for done in person.done.iter().filter(|done| done.on == Some(today)) {
        let key = content.key(&done.what);
        if known.iter().all(|known| known.key != key) {
            known.push(Known { key: key.to_owned(), state: String::new(), is_done_today: true });
        }
    }
    known
}

fn group(care: CareState, title: &'static str, hits: Vec<Hit>, known: &[Known], today: NaiveDate) -> AnyView {
    if hits.is_empty() {
        return ().into_any();
    }
    let lines = hits.into_iter().map(|hit| line(care, hit, known, today));
    block("found-group", vec![subheading(title), list("found", lines.collect())])
}

/// One hit: what it is, its title, which opens it, and for a step that it was done today.
fn line(care: CareState, hit: Hit, known: &[Known], today: NaiveDate) -> AnyView {
    let t = text();
    let title = hit.title.clone();
    let opens =
        |route: CareRoute, id: Id| button("door", title.clone(), Box::new(move || open(care, route, id.clone())));
    let team = || link("door", Route::Care(CareRoute::Team).hash(), title.clone());
    let (kind, door) = match &hit.found {
        Found::Step(key) => (t.find_step, opens(CareRoute::Step, key.clone())),
        Found::Pathway(id) => (t.find_pathway, opens(CareRoute::Pathway, id.clone())),
        Found::Right(id) => (t.find_right, opens(CareRoute::Pathway, id.clone())),
        Found::Measure(id) => (t.find_measure, opens(CareRoute::Measures, id.clone())),
        Found::Member => (t.find_member, team()),
        Found::Document => (t.find_paper, team()),
        Found::Question => (t.find_question, team()),
    };
    let mut parts = vec![paragraph("eyebrow", kind), door];
    if !hit.line.is_empty() {
        parts.push(paragraph("hit-line", hit.line.clone()));
    }
    if let Found::Step(key) = &hit.found {
        let own = known.iter().find(|known| &known.key == key);
        if let Some(own) = own.filter(|own| !own.state.is_empty()) {
            parts.push(paragraph("hit-state", own.state.clone()));
        }
        if own.is_some_and(|own| own.is_done_today) {
            parts.push(paragraph("hit-done", t.find_done_today));
        } else {
            let key = key.clone();
            let done = move || {
                let what = What::Done { what: key.clone(), on: Some(today) };
                care.note(vec![what], text().find_done_noted.to_owned());
            };
            parts.push(beside(t.find_done, hit.title.clone(), Box::new(done)));
        }
    }
    item(parts)
}
