//! Where something comes from: titles, dates, who stands behind it, and what is to be verified.

use leptos::prelude::*;
use sentier_core::content::{Care, Id, Reading, SourceLevel};

use super::kit::{item, list, paragraph};
use crate::text::text;

/// The sources of a step, a target, a warning or a right.
pub fn sources_list(care: &Care, sources: &[Id], reading: Reading) -> AnyView {
    let t = text();
    let lines = sources.iter().filter_map(|id| care.source(id)).map(|source| {
        let level = match source.level {
            SourceLevel::Official => t.source_official,
            SourceLevel::Professional => t.source_professional,
            SourceLevel::Press => t.source_press,
            SourceLevel::Unsaid => "",
        };
        let said = format!("{} · {}{level}", source.title, source.date);
        item(vec![said.into_any()])
    });
    let lines = list("sources", lines.collect());
    match reading {
        Reading::Extract => lines,
        Reading::ToVerify => vec![lines, paragraph("to-verify", t.source_to_verify)].into_any(),
    }
}
