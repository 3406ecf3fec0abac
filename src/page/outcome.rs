//! The orientation: how urgent, whom to contact, why, what would change it, what to do meanwhile, what to watch for.

use leptos::prelude::*;
use sentier_core::content::{Id, Urgency};
use sentier_core::triage::{Cause, Verdict};

use crate::browser::document;
use crate::route::{Route, TakeRoute};
use crate::state::State;
use crate::text::text;
use crate::ui::always_shown::always_explained;
use crate::ui::answers_list::answers_list;
use crate::ui::entry_links::who_is_who;
use crate::ui::explained::About;
use crate::ui::kit::{block, button, heading, leveled, lines, link, paragraph, strong, subheading};
use crate::ui::level_badge::{level_badge, name, shape};
use crate::ui::phone_script::phone_script;
use crate::ui::read_aloud::read_aloud;
use crate::ui::reasons::reasons;
use crate::ui::safety_net::safety_net;
use crate::ui::what_if::what_if;
use crate::ui::where_now::{ways_shown, where_now};

/// The orientation that the answers lead to.
pub fn outcome(state: State, verdict: &Verdict) -> AnyView {
    let t = text();
    let level = verdict.level;
    let restart = move || {
        state.forget();
        state.go(Route::Home);
    };
    let way: Option<Id> = state.now(|model, _| model.protocol().way(verdict).map(|way| way.id.clone()));
    state.system.open();
    let contact = way.map(|way| where_now(state, level, way)).into_any();
    block(
        "screen",
        vec![
            changed(state, level),
            headline(state, verdict),
            contact,
            read_aloud(),
            always_explained(state),
            reasons(state, verdict),
            advice(state, level),
            safety_net(state, verdict),
            phone_script(state),
            what_if(state, verdict),
            who_is_who(state, about(state, level)),
            answers_list(state),
            paragraph("final", t.outcome_final),
            block(
                "actions",
                vec![
                    button("second", t.print, Box::new(document::print)),
                    link("second", Route::Take(TakeRoute::List).hash(), t.take_link),
                    button("quiet", t.restart, Box::new(restart)),
                ],
            ),
        ],
    )
}

/// What the orientation leads to, among what is explained: by the ways that it shows, then by its level.
fn about(state: State, level: Urgency) -> About {
    Box::new(move |system| {
        let way = state.now(|model, walk| Some(model.protocol().way(walk.verdict.as_ref()?)?.id.clone()));
        let ways = way.map(|way| ways_shown(state, level, way)).unwrap_or_default();
        let mut found: Vec<Id> = Vec::new();
        for entry in ways.iter().flat_map(|way| system.of_way(way)).chain(system.of_level(level)) {
            if !found.contains(&entry.id) {
                found.push(entry.id.clone());
            }
        }
        found
    })
}

/// The level in words, colour and shape, and its sentence.
fn headline(state: State, verdict: &Verdict) -> AnyView {
    let level = verdict.level;
    state.now(|model, _| {
        let advice = model.library.level(level);
        let mut parts = vec![
            level_badge(&model.library, level),
            heading(advice.map(|advice| advice.headline.clone()).unwrap_or_default()),
        ];
        if verdict.reasons.iter().any(|reason| reason.is_doubt) {
            parts.push(paragraph("doubt", text().outcome_doubt));
        }
        if matches!(verdict.decided_by, Cause::Stale(_)) {
            parts.push(paragraph("doubt", text().stale_headline));
        }
        leveled("verdict", level, parts)
    })
}

/// What changed, after an answer was changed from the result.
fn changed(state: State, level: Urgency) -> AnyView {
    let t = text();
    state.now(|model, _| {
        let Some(before) = model.level_before else {
            return ().into_any();
        };
        let said = |when: &str, level: Urgency| {
            leveled(
                "level-line",
                level,
                vec![paragraph("", t.before_list(when)), shape(level), strong(name(&model.library, level))],
            )
        };
        let mut parts = vec![strong(t.outcome_changed)];
        if before == level {
            parts.push(paragraph("", t.outcome_same));
        } else {
            parts.push(said(t.outcome_before, before));
            parts.push(said(t.outcome_now, level));
        }
        block("changed", parts)
    })
}

/// What to do meanwhile and, where it is allowed, oneself.
fn advice(state: State, level: Urgency) -> AnyView {
    let t = text();
    state.now(|model, _| {
        let protocol = model.protocol();
        let meanwhile: Vec<String> = protocol.motifs().iter().flat_map(|motif| motif.meanwhile.clone()).collect();
        let self_care: Vec<String> = protocol.motifs().iter().flat_map(|motif| motif.self_care.clone()).collect();
        let mut parts = Vec::new();
        if !meanwhile.is_empty() {
            parts.extend([subheading(t.meanwhile_title), lines("", meanwhile)]);
        }
        if level <= Urgency::Days && !self_care.is_empty() {
            parts.extend([subheading(t.self_care_title), lines("", self_care)]);
        }
        block("advice", parts)
    })
}
