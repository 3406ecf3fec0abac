//! Why: the answers, the sentence of the rule, the published source with its date.

use leptos::prelude::*;
use sentier_core::content::{Id, Library, Reading, Source};
use sentier_core::triage::fresh::{Stale, StaleContent};
use sentier_core::triage::{Answers, Cause, Protocol, Reason, Verdict};

use super::date_text::long;
use super::explained::{About, explained};
use super::kit::{block, fold, lines, paragraph, subheading};
use crate::state::State;
use crate::text::text;

/// The reasons of a verdict: what decided first, the rest behind it.
pub fn reasons(state: State, verdict: &Verdict) -> AnyView {
    let t = text();
    state.now(|model, walk| {
        let protocol = model.protocol();
        let mut parts = vec![subheading(t.why_title)];
        let mut others = Vec::new();
        match &verdict.decided_by {
            Cause::Doubts => parts.push(paragraph("", t.why_doubts)),
            Cause::Otherwise => parts.extend(otherwise(state, &protocol)),
            Cause::Stale(stale) => parts.push(paragraph("", stale_text(&model.library, stale))),
            Cause::Rule(_) | Cause::OneStep(_) => {}
        }
        for reason in &verdict.reasons {
            let view = one(state, &model.library, &walk.counted, reason);
            if is_decisive(verdict, reason) { parts.push(view) } else { others.push(view) }
        }
        if !others.is_empty() {
            parts.push(fold("also", false, format!("{} ({})", t.why_other, others.len()), others));
        }
        block("why", parts)
    })
}

fn is_decisive(verdict: &Verdict, reason: &Reason) -> bool {
    match &verdict.decided_by {
        Cause::Rule(rule) | Cause::OneStep(rule) => &reason.rule == rule,
        Cause::Doubts => reason.is_doubt,
        Cause::Otherwise | Cause::Stale(_) => false,
    }
}

/// What is out of date, since when, and what follows.
fn stale_text(library: &Library, stale: &Stale) -> String {
    let t = text();
    let quoted = |before: &str, title: Option<&str>| format!("{before} {}", t.quoted(title.unwrap_or_default()));
    let (what, was_due) = match &stale.what {
        StaleContent::Motif(id) => {
            let title = library.motif(id).map(|motif| motif.door.title.as_str());
            (quoted(t.stale_motif, title), t.stale_were_due)
        }
        StaleContent::Group(id) => {
            let title = library.group(id).map(|group| group.title.as_str());
            (quoted(t.stale_group, title), t.stale_were_due)
        }
        StaleContent::Source(id) => {
            let title = library.source(id).map(|source| source.title.as_str());
            (quoted(t.stale_source, title), t.stale_was_due)
        }
    };
    format!("{what} {was_due} {}. {}", long(stale.since), t.stale_so)
}

fn otherwise(state: State, protocol: &Protocol<'_>) -> Option<AnyView> {
    let because = protocol.otherwise().map(|otherwise| otherwise.because.clone())?;
    let ids: Vec<Id> = protocol.motifs().iter().flat_map(|motif| motif.sources.clone()).collect();
    Some(block("reason", vec![explained(state, "", because, of_verdict(state)), sources(protocol.library(), &ids)]))
}

fn one(state: State, library: &Library, counted: &Answers, reason: &Reason) -> AnyView {
    let t = text();
    let quote = |before: &str, id: &Id| {
        let said = library.sign(id).map(|sign| counted.statement(sign)).unwrap_or_default();
        paragraph("said", format!("{before}{}", t.quoted(&said)))
    };
    let unknown = t.labelled(t.why_doubt, "");
    let mut parts: Vec<AnyView> = reason.present.iter().map(|id| quote("", id)).collect();
    parts.extend(reason.unknown.iter().map(|id| quote(&unknown, id)));
    if let Some(rule) = library.rule(&reason.rule) {
        parts.push(explained(state, "", rule.because.clone(), of_verdict(state)));
        parts.push(sources(library, &rule.sources));
    }
    block("reason", parts)
}

/// The entries that the way of the verdict leads to.
fn of_verdict(state: State) -> About {
    Box::new(move |system| {
        let way = state.now(|model, walk| Some(model.protocol().way(walk.verdict.as_ref()?)?.id.clone()));
        let found = way.map(|way| system.of_way(&way)).unwrap_or_default();
        found.into_iter().map(|entry| entry.id.clone()).collect()
    })
}

/// The sources, each with its publisher, date and how far it was read.
pub fn sources(library: &Library, ids: &[Id]) -> AnyView {
    let named = lines("sources", ids.iter().filter_map(|id| library.source(id)).map(source_line).collect());
    // Titles stay in the language of who wrote them.
    view! { <div lang="fr">{named}</div> }.into_any()
}

/// A source with its publisher, its date and how far it was read.
pub fn source_line(source: &Source) -> String {
    let mark = if source.reading == Reading::ToVerify { text().why_to_verify } else { "" };
    format!("{} · {}, {}{mark}", source.title, source.publisher, source.date)
}
