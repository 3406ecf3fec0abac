//! What stands behind an advice: how somebody is seen, how to write to them, sources; what it costs.

use leptos::prelude::*;
use sentier_core::content::{Id, Library, Reading, Written};
use sentier_core::orientation::{Advice, Step};

use super::kit::{block, fold, item, list, paragraph, strong};
use super::reasons::sources;
use crate::text::text;

/// How each is seen or written to, and the sources, folded.
pub fn details(library: &Library, advice: &Advice<'_>) -> AnyView {
    let t = text();
    let mut parts: Vec<AnyView> = advice.steps.iter().map(|step| of_step(library, step)).collect();
    let basis = &advice.basis;
    let of_words = basis.words.into_iter().flat_map(|words| &words.sources);
    let of_holiday = basis.holiday.into_iter().flat_map(|holiday| &holiday.sources);
    let of_hours = each_once(of_words.chain(of_holiday));
    parts.push(block("way-details", vec![strong(t.go_hours), sources(library, &of_hours)]));
    fold("more", false, t.go_more, parts)
}

fn of_step(library: &Library, step: &Step<'_>) -> AnyView {
    let mut parts = vec![strong(step.way.action.clone())];
    let professional = library.orientation().professional_of(&step.way.id);
    parts.extend(professional.map(|seen| paragraph("", marked(&seen.access, seen.reading))));
    parts.extend(step.written.map(|channel| paragraph("", written(channel))));
    parts.push(sources(library, &each_once(step.sources.iter().copied())));
    block("way-details", parts)
}

/// What it costs, folded and apart: only where an emergency number is among the ways.
pub fn costs(library: &Library, advice: &Advice<'_>) -> AnyView {
    let orientation = library.orientation();
    let is_emergency = |id: &Id| orientation.emergency.contains(id);
    if orientation.costs.is_empty()
        || !advice.steps.iter().any(|step| step.way.contact.as_ref().is_some_and(is_emergency))
    {
        return ().into_any();
    }
    let items = orientation.costs.iter().map(|cost| {
        let said = marked(&cost.said, cost.reading);
        item(vec![paragraph("", said), sources(library, &cost.sources)])
    });
    fold("more", false, text().go_costs, vec![list("costs", items.collect())])
}

/// How somebody is written to, and where.
pub fn written(channel: &Written) -> String {
    marked(&format!("{} {}", channel.said, channel.address), channel.reading)
}

/// A sentence, with a mark where its source was not read.
pub fn marked(said: &str, reading: Reading) -> String {
    let mark = if reading == Reading::ToVerify { text().why_to_verify } else { "" };
    format!("{said}{mark}")
}

fn each_once<'a>(ids: impl Iterator<Item = &'a Id>) -> Vec<Id> {
    let mut found: Vec<Id> = Vec::new();
    for id in ids {
        if !found.contains(id) {
            found.push(id.clone());
        }
    }
    found
}
