//! One entry: what it is, when, whom to call and how, what it costs, what it was before, and where one meets it.

use leptos::prelude::*;
use sentier_core::content::system::Entry;
use sentier_core::content::{Id, Library, Reading, System, Urgency};
use sentier_core::pathway::Item;
use sentier_core::system::own_items;

use super::back;
use crate::care::{CareState, open};
use crate::route::{CareRoute, Route, SystemRoute};
use crate::state::State;
use crate::text::text;
use crate::ui::date_text::long;
use crate::ui::entry_links::{entry_link, entry_links};
use crate::ui::explained::explained;
use crate::ui::item_line::item_lines;
use crate::ui::kit::{block, button, fold, heading, item, line_of, lines, link, list, paragraph, strong, subheading};
use crate::ui::level_badge::name;
use crate::ui::local_places::near_of;
use crate::ui::reasons::source_line;
use crate::ui::ways::contact_line;
use crate::ui::where_now::ways_shown;

/// The entry that was opened at a place of this visit; the way back where none was.
pub fn entry(state: State, care: CareState, system: &System, place: usize) -> AnyView {
    let t = text();
    let opened = state.system.opened(place);
    let Some(entry) = opened.and_then(|id| system.entry(&id)) else {
        // After a reload.
        return block("screen", vec![heading(t.system_entry_none), paragraph("", t.system_entry_none_body), back()]);
    };
    let about: Vec<Id> = [&entry.id].into_iter().chain(&entry.see).cloned().collect();
    let said = |class, text: &String| {
        let about = about.clone();
        explained(state, class, text.clone(), Box::new(move |_| about.clone()))
    };
    let mut parts = vec![back(), heading(entry.name.clone()), acronyms(entry), former(state, system, entry)];
    parts.push(block("entry-what", entry.what.iter().map(|sentence| said("", sentence)).collect()));
    parts.extend([subheading(t.system_when), said("", &entry.when)]);
    parts.extend([subheading(t.system_how), said("", &entry.how), contacts(state, entry)]);
    parts.push(entry_links(state, entry.ask.iter().filter_map(|id| system.entry(id))));
    let own = entry.id.clone();
    parts.push(near_of(state, Box::new(move |_| vec![own.clone()])));
    parts.extend([subheading(t.system_cost), said("", &entry.cost)]);
    parts.extend(before(state, system, entry, &said));
    parts.extend([in_result(state, entry), in_care(care, entry), in_triage(state, system, entry)]);
    parts.extend([see(state, system, entry), found_by(state, system, entry), sources(system, entry)]);
    block("screen entry", parts)
}

/// What its letters stand for.
fn acronyms(entry: &Entry) -> AnyView {
    let said = entry.acronyms.iter().map(|own| format!("{}\u{a0}: {}", own.letters, own.means));
    lines("entry-acronyms", said.collect())
}

/// That it no longer exists, and what has taken over.
fn former(state: State, system: &System, entry: &Entry) -> AnyView {
    let t = text();
    let Some(now) = entry.now.as_ref().and_then(|now| system.entry(now)) else { return ().into_any() };
    let today = line_of("", vec![strong(t.system_today), " ".into_any(), entry_link(state, "", now)]);
    block("entry-former", vec![paragraph("", t.system_formerly), today])
}

/// The numbers, then addresses as words: nothing leads to another site by itself.
fn contacts(state: State, entry: &Entry) -> AnyView {
    let numbers: Vec<AnyView> = state.now(|model, _| {
        let found = entry.contacts.iter().filter_map(|id| model.library.contact(id));
        found.map(|contact| item(contact_line(contact))).collect()
    });
    let sites = (!entry.sites.is_empty())
        .then(|| paragraph("hint", format!("{} {}", text().system_sites, entry.sites.join(", "))));
    let numbers = (!numbers.is_empty()).then(|| list("contact-lines", numbers));
    block("entry-contacts", numbers.into_iter().chain(sites).collect())
}

/// What it was before, and the names that it has taken over.
fn before(
    state: State,
    system: &System,
    entry: &Entry,
    said: &dyn Fn(&'static str, &String) -> AnyView,
) -> Vec<AnyView> {
    let t = text();
    let mut names = system.formerly(&entry.id).peekable();
    if entry.before.is_none() && names.peek().is_none() {
        return Vec::new();
    }
    let mut parts = vec![subheading(t.system_before)];
    parts.extend(entry.before.as_ref().map(|before| said("", before)));
    if names.peek().is_some() {
        parts.push(block("entry-names", vec![paragraph("", t.system_former_names), entry_links(state, names)]));
    }
    parts
}

/// The way back to the orientation under way, where it leads to this entry.
fn in_result(state: State, entry: &Entry) -> AnyView {
    let t = text();
    let leads_here = state.now(|model, walk| {
        let verdict = walk.verdict.as_ref()?;
        Some((verdict.level, model.protocol().way(verdict)?.id.clone()))
    });
    let Some((level, way)) = leads_here else { return ().into_any() };
    let is_shown = || ways_shown(state, level, way).iter().any(|way| entry.ways.contains(way));
    if !entry.levels.contains(&level) && !is_shown() {
        return ().into_any();
    }
    let back = link("second", Route::Outcome.hash(), t.system_result_link);
    block("entry-result", vec![subheading(t.system_in_result), back])
}

/// The person's own steps that it is about.
fn in_care(care: CareState, entry: &Entry) -> AnyView {
    let t = text();
    let own = care.with_dashboard(|content, _, dashboard, _| {
        let found: Vec<&Item<'_>> = own_items(entry, dashboard);
        (!found.is_empty()).then(|| item_lines(care, content, dashboard, found.into_iter()))
    });
    let mut parts = Vec::new();
    parts.extend(own.flatten().map(|own| block("entry-own", vec![subheading(t.system_in_care), own])));
    let others = care.now(|model| {
        let content = model.care.as_ref()?;
        let leads = |pathway: &&_| content.steps().any(|(of, step)| std::ptr::eq(of, *pathway) && entry.is_in(step));
        let titles = content.pathways().iter().filter(leads).map(|pathway| (pathway.id.clone(), pathway.title.clone()));
        Some(titles.collect::<Vec<_>>())
    });
    let others = others.unwrap_or_default();
    if !others.is_empty() {
        let count = others.len();
        let links = others.into_iter().map(|(id, title)| {
            item(vec![button("quiet", title, Box::new(move || open(care, CareRoute::Pathway, id.clone())))])
        });
        parts.push(fold(
            "others",
            false,
            format!("{} ({count})", t.system_in_other_care),
            vec![list("", links.collect())],
        ));
    }
    block("entry-care", parts)
}

/// The levels and the motifs that lead to it.
fn in_triage(state: State, system: &System, entry: &Entry) -> AnyView {
    let t = text();
    state.now(|model, _| {
        let library: &Library = &model.library;
        let mut parts = Vec::new();
        if !entry.levels.is_empty() {
            let own = Urgency::MOST_URGENT_FIRST.into_iter().filter(|level| entry.levels.contains(level));
            let levels: Vec<String> = own.map(|level| name(library, level)).collect();
            parts.push(paragraph("", format!("{} {}.", t.system_levels, levels.join(", "))));
        }
        let motifs = system.motifs_of(entry, library);
        if !motifs.is_empty() {
            let count = motifs.len();
            let links = motifs.into_iter().map(|motif| {
                let id = motif.door.id.clone();
                item(vec![button("quiet", motif.door.title.clone(), Box::new(move || begin(state, &id)))])
            });
            let links = vec![list("", links.collect())];
            parts.push(fold("others", false, format!("{} ({count})", t.system_motifs), links));
        }
        if parts.is_empty() {
            return ().into_any();
        }
        parts.insert(0, subheading(t.system_in_triage));
        block("entry-triage", parts)
    })
}

/// Begins a triage with a motif; where one is under way, the first screen offers to resume it.
fn begin(state: State, motif: &Id) {
    let around = state.around.get_untracked();
    if around.can_resume || around.crashed {
        state.go(Route::Home);
    } else {
        state.begin(std::slice::from_ref(motif));
    }
}

fn see(state: State, system: &System, entry: &Entry) -> AnyView {
    if entry.see.is_empty() {
        return ().into_any();
    }
    let links = entry_links(state, entry.see.iter().filter_map(|id| system.entry(id)));
    block("entry-see", vec![subheading(text().system_see), links])
}

/// The questions of "je cherche" that lead to it.
fn found_by(state: State, system: &System, entry: &Entry) -> AnyView {
    let questions = &system.draft().questions;
    let found = system.found_by(&entry.id).into_iter().filter_map(|question| {
        let place = questions.iter().position(|known| known.id == question.id)?;
        let press = move || state.choose_in_find(0, place);
        let address = Route::System(SystemRoute::Find(0)).hash();
        let label = question.choice.title.clone();
        Some(item(vec![crate::ui::kit::opener("entry-link", address, label, Box::new(press))]))
    });
    let found: Vec<AnyView> = found.collect();
    block("entry-found", vec![subheading(text().system_found_by), list("entry-links", found)])
}

/// Where it comes from, how far that was read, and by when it must be read again.
fn sources(system: &System, entry: &Entry) -> AnyView {
    let t = text();
    let known = entry.sources.iter().filter_map(|id| system.source(id));
    let mut parts = vec![lines("sources", known.map(source_line).collect())];
    if entry.reading == Reading::ToVerify {
        parts.push(paragraph("to-verify", t.system_to_verify));
    }
    if let Some(family) = system.family(&entry.family) {
        parts.push(paragraph("hint", format!("{} {}.", t.system_review_by, long(family.review.before))));
    }
    parts.insert(0, subheading(t.system_sources));
    block("entry-sources", parts)
}
