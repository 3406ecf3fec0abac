//! What was understood of a file: nothing is noted before the person confirms it, and what is not taken over is listed.

use leptos::prelude::*;
use sentier_core::exchange::known::is_known;
use sentier_core::exchange::message::{Group, Offer, Restoring, Swap};
use sentier_core::record::What;

use super::given::back;
use crate::browser::location;
use crate::care::CareState;
use crate::route::{Route, TakeRoute};
use crate::take::{Given, TakeState};
use crate::text::text;
use crate::ui::kit::{block, button, fieldset, fold, heading, lines, paragraph, strong, subheading, tick};

/// What a file says, to be ticked.
pub fn offer(take: TakeState, found: &Offer) -> Vec<AnyView> {
    let t = text();
    let name = take
        .care
        .now(|model| model.current.and_then(|current| model.record.person(current)).map(|person| person.name.clone()));
    let mut parts = vec![heading(t.take_found), lines("", found.about.clone())];
    if found.groups.is_empty() {
        parts.push(paragraph("", t.take_found_nothing));
    } else {
        parts.push(paragraph("", format!("{} {}.", t.take_found_lead, name.unwrap_or_default())));
    }
    let is_alone = found.groups.len() == 1;
    parts.extend(found.groups.iter().map(|group| of_person(take, group, is_alone)));
    parts.push(left(&found.left));
    parts.push(back());
    parts
}

/// What the file says of one person. Of several, each has a button of their own: nobody's things go to somebody else.
fn of_person(take: TakeState, group: &Group, is_alone: bool) -> AnyView {
    let t = text();
    let mut ticks: Vec<(RwSignal<bool>, Vec<What>)> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for line in &group.lines {
        if is_noted(take.care, &line.notes) {
            known.push(line.said.clone());
            continue;
        }
        let is_ticked = RwSignal::new(false);
        ticks.push((is_ticked, line.notes.clone()));
        let change = Box::new(move |ticked| is_ticked.set(ticked));
        rows.push(tick("line", line.said.clone(), Box::new(move || is_ticked.get()), change));
    }
    let mut parts = Vec::new();
    if !rows.is_empty() {
        let all = ticks.clone();
        let tick_all = move || all.iter().for_each(|(is_ticked, _)| is_ticked.set(true));
        let confirm = move || {
            let chosen = ticks.iter().filter(|(is_ticked, _)| is_ticked.get_untracked());
            let notes: Vec<What> = chosen.flat_map(|(_, notes)| notes.iter().cloned()).collect();
            if !notes.is_empty() {
                done(take, |care, words| care.bring(notes, words));
            }
        };
        let legend = if is_alone { String::new() } else { group.title.clone() };
        let legend = if legend.is_empty() { t.take_found_legend.to_owned() } else { legend };
        parts.push(fieldset("take-offer", legend.into_any(), rows));
        parts.push(block(
            "actions",
            vec![button("quiet", t.take_tick_all, Box::new(tick_all)), button("main", t.take_note, Box::new(confirm))],
        ));
    }
    if !known.is_empty() {
        let summary = format!("{} ({})", t.take_known, known.len());
        parts.push(fold("more", false, summary, vec![lines("", known)]));
    }
    block("take-group", parts)
}

/// Whether the person looked at has all of it noted already.
fn is_noted(care: CareState, notes: &[What]) -> bool {
    care.now(|model| {
        let person = model.current.and_then(|current| model.record.person(current));
        person.is_some_and(|person| notes.iter().all(|what| is_known(person, what)))
    })
}

/// What restoring would change, in both ways.
pub fn restoring(take: TakeState, found: &Restoring) -> Vec<AnyView> {
    let t = text();
    let has_session = take.state.now(|model, _| !model.session.is_empty());
    let session = found.session.clone().filter(|_| !has_session);
    let way = |title: &'static str, lead: &'static str, swap: &Swap| {
        let mut parts = vec![subheading(title), paragraph("", lead), lines("", swap.said.clone())];
        if swap.is_empty() {
            parts.push(strong(t.take_no_change));
        } else {
            let (swap, session) = (swap.clone(), session.clone());
            let restore = move || {
                if let Some(session) = &session {
                    take.state.change(&|now| *now = session.clone());
                }
                done(take, |care, words| care.swap(swap.clone(), words));
            };
            parts.push(button("second", title, Box::new(restore)));
        }
        block("take-group", parts)
    };
    let mut parts = vec![heading(t.take_restore), lines("", found.about.clone())];
    if session.is_some() {
        parts.push(paragraph("", t.take_restore_session));
    }
    parts.push(way(t.take_merge, t.take_merge_lead, &found.merge));
    parts.push(way(t.take_replace, t.take_replace_lead, &found.replace));
    parts.push(left(&found.left));
    parts.push(back());
    parts
}

/// Carries out what was confirmed, and shows what can be taken back.
fn done(take: TakeState, change: impl FnOnce(CareState, String)) {
    take.given.set(Given::Nothing);
    change(take.care, text().care_noted.to_owned());
    location::go(&Route::Take(TakeRoute::List).hash());
}

/// What is not taken over, each with its reason.
fn left(said: &[String]) -> AnyView {
    if said.is_empty() {
        return ().into_any();
    }
    let t = text();
    let summary = format!("{} ({})", t.take_left, said.len());
    // Ten thousand elements of a list keep a phone busy for seconds; one text of as many lines does not.
    fold("more", true, summary, vec![paragraph("take-left", said.join("\n"))])
}
