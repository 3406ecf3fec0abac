//! What a professional may do without a doctor having been seen first, and for whom not.

use leptos::prelude::*;
use sentier_core::content::{Library, Said, Service};

use super::kit::{block, lines, paragraph, strong, subheading};
use super::reasons::sources;
use super::step_details::marked;
use crate::text::text;

/// The services for the motifs that were chosen; nothing where there is none.
pub fn services(library: &Library, found: &[&Service]) -> AnyView {
    if found.is_empty() {
        return ().into_any();
    }
    let mut parts = vec![subheading(text().go_services)];
    parts.extend(found.iter().map(|service| one(library, service)));
    block("services", parts)
}

fn one(library: &Library, service: &Service) -> AnyView {
    let t = text();
    let mut parts = vec![strong(service.title.clone())];
    parts.extend(under(t.go_possible, &service.conditions));
    parts.extend(under(t.go_not_possible, &service.excluded));
    parts.push(paragraph("", service.otherwise.clone()));
    parts.extend(service.price.as_ref().map(|price| paragraph("", t.labelled(t.go_price, price))));
    parts.push(sources(library, &service.sources));
    block("service", parts)
}

fn under(heading: &str, said: &[Said]) -> Vec<AnyView> {
    if said.is_empty() {
        return Vec::new();
    }
    let said = said.iter().map(|said| marked(&said.text, said.reading)).collect();
    vec![paragraph("", text().before_list(heading)), lines("", said)]
}
