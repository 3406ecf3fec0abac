//! The rules of a motif as a table: number, signs, terrain, source; a group of rows for each level.

use leptos::prelude::*;
use sentier_core::content::{Effect, Library, Motif, Origin, Reading, Sign, Source, Urgency};
use sentier_core::triage::clinical::{Part, PartKind, Phrase, Row};

use super::data_table::data_table;
use super::date_text::long;
use super::kit::{block, lines, list, paragraph};
use super::level_badge::name;
use crate::text::text;

/// The rules of some parts of a sheet, most urgent first; with what holds for the rest of the cases, where it is said.
pub fn rule_table(library: &Library, parts: &[&Part<'_>], rest: Option<&Motif>) -> AnyView {
    let t = text();
    let rows: Vec<(&Part<'_>, &Row<'_>)> =
        parts.iter().flat_map(|part| part.rows.iter().map(move |row| (*part, row))).collect();
    let effects = Urgency::MOST_URGENT_FIRST.map(Effect::Raise).into_iter().chain([Effect::OneStep]);
    let mut groups: Vec<(Option<String>, Vec<Vec<AnyView>>)> = Vec::new();
    for effect in effects {
        let own = rows.iter().filter(|(_, row)| row.rule.effect == effect);
        let cells: Vec<Vec<AnyView>> = own.map(|(part, row)| cells(library, part, row)).collect();
        let title = match effect {
            Effect::Raise(level) => name(library, level),
            Effect::OneStep => t.clinical_step.to_owned(),
        };
        if !cells.is_empty() {
            groups.push((Some(title), cells));
        }
    }
    if let Some(motif) = rest {
        let title = format!("{}\u{a0}: {}", t.clinical_otherwise, name(library, motif.otherwise.level));
        let because = motif.otherwise.because.clone();
        let sources: Vec<&Source> = motif.sources.iter().filter_map(|id| library.source(id)).collect();
        let row = vec!["–".into_any(), because.into_any(), t.clinical_anybody.into_any(), sources_of(&sources)];
        groups.push((Some(title), vec![row]));
    }
    let heads = vec![t.clinical_number, t.clinical_signs, t.clinical_terrain, t.why_sources];
    block("rule-table", vec![data_table(t.clinical_table_caption, heads, groups)])
}

fn cells(library: &Library, part: &Part<'_>, row: &Row<'_>) -> Vec<AnyView> {
    let t = text();
    let mut signs: Vec<AnyView> = row.signs.iter().map(said).collect();
    signs.push(paragraph("hint", row.rule.because.clone()));
    if part.kind == PartKind::Shared {
        signs.push(paragraph("hint", format!("{} «\u{a0}{}\u{a0}»", t.clinical_from, part.title)));
    }
    if let Some(doubt) = row.rule.unknown {
        signs.push(paragraph("hint", format!("{} {}", t.clinical_doubt_gives, name(library, doubt))));
    }
    if let Some(way) = row.rule.way.as_ref().and_then(|way| library.way(way)) {
        signs.push(paragraph("hint", format!("{} {}", t.clinical_way, way.action)));
    }
    let mut terrain: Vec<AnyView> = row.terrain.iter().map(said).collect();
    if let Some(limits) = limits(&row.only_for) {
        terrain.push(paragraph("", format!("{} {limits}", t.clinical_only_for)));
    }
    if terrain.is_empty() {
        terrain.push(t.clinical_anybody.into_any());
    }
    vec![row.number.to_string().into_any(), signs.into_any(), terrain.into_any(), sources_of(&row.sources)]
}

/// Of whom something is asked; nothing where of everybody.
pub fn limits(only_for: &[&Sign]) -> Option<String> {
    let said: Vec<String> = only_for.iter().map(|sign| Sign::statement(&sign.ask)).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// A condition in words, a list in a list.
fn said(phrase: &Phrase<'_>) -> AnyView {
    let t = text();
    let (title, parts) = match phrase {
        Phrase::One(sign) => return paragraph("", statement(sign)),
        Phrase::All(parts) => (t.clinical_all_of.to_owned(), parts),
        Phrase::Any(parts) => (t.clinical_any_of.to_owned(), parts),
        Phrase::AtLeast(least, parts) => (format!("{} {least} {}", t.clinical_at_least, t.clinical_of_these), parts),
    };
    let parts = parts.iter().map(|part| super::kit::item(vec![said(part)])).collect();
    vec![paragraph("", title), list("", parts)].into_any()
}

fn statement(sign: &Sign) -> String {
    let said = Sign::statement(&sign.ask);
    match &sign.origin {
        Origin::Measured { instead, .. } => {
            format!("{said} ({} {})", text().clinical_without, Sign::statement(instead))
        }
        _ => said,
    }
}

/// Sources with their date, how far each was read and when it must be read again.
fn sources_of(sources: &[&Source]) -> AnyView {
    let t = text();
    let said = sources.iter().map(|source| {
        let mark = if source.reading == Reading::ToVerify { t.why_to_verify } else { "" };
        format!("{}, {}{mark} · {} {}", source.title, source.date, t.clinical_source_by, long(source.review_by))
    });
    lines("sources", said.collect())
}
