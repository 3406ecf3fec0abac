//! Every text of the triage that a person reads, in one order.

use crate::content::{Draft, Motif, Orientation, Origin, Rule, Said, Sign};

/// One text, and what it is of: the key under which a file of another language has it.
pub struct Text<'a> {
    /// What kind of thing it is of, such as "sign".
    pub kind: &'static str,
    /// The id of the thing.
    pub id: &'a str,
    /// Which of its texts, such as "ask".
    pub field: &'static str,
    /// Its place in a list, from 0.
    pub place: Option<usize>,
    /// What it says.
    pub said: &'a mut String,
}

type Visit<'v> = &'v mut dyn FnMut(Text<'_>);

/// Meets every text that a person reads, always in the same order. Titles of sources stay as they are: they are names.
pub fn texts(draft: &mut Draft, visit: Visit<'_>) {
    for part in &mut draft.parts {
        one(visit, "part", &part.id, "title", &mut part.title);
    }
    for contact in &mut draft.contacts {
        one(visit, "contact", &contact.id, "name", &mut contact.name);
        one(visit, "contact", &contact.id, "when", &mut contact.when);
    }
    for way in &mut draft.ways {
        one(visit, "way", &way.id, "action", &mut way.action);
        one(visit, "way", &way.id, "explain", &mut way.explain);
    }
    for level in &mut draft.levels {
        let id = level.level.word();
        one(visit, "level", id, "name", &mut level.name);
        one(visit, "level", id, "headline", &mut level.headline);
        one(visit, "level", id, "recall", &mut level.recall);
        one(visit, "level", id, "unreachable", &mut level.unreachable);
    }
    for measure in &mut draft.measures {
        one(visit, "measure", &measure.id, "name", &mut measure.name);
        one(visit, "measure", &measure.id, "ask", &mut measure.ask);
        maybe(visit, "measure", &measure.id, "help", measure.help.as_mut());
    }
    for group in &mut draft.groups {
        signs(&mut group.signs, visit);
        rules(&mut group.rules, visit);
    }
    for own in &mut draft.motifs {
        motif(own, visit);
    }
    orientation(&mut draft.orientation, visit);
    for zone in &mut draft.zones {
        one(visit, "zone", &zone.id, "title", &mut zone.title);
    }
}

fn motif(motif: &mut Motif, visit: Visit<'_>) {
    let id = &motif.door.id;
    one(visit, "motif", id, "title", &mut motif.door.title);
    many(visit, "motif", id, "meanwhile", &mut motif.meanwhile);
    many(visit, "motif", id, "self_care", &mut motif.self_care);
    one(visit, "otherwise", id, "because", &mut motif.otherwise.because);
    signs(&mut motif.signs, visit);
    rules(&mut motif.rules, visit);
}

fn signs(signs: &mut [Sign], visit: Visit<'_>) {
    for sign in signs {
        one(visit, "sign", &sign.id, "ask", &mut sign.ask);
        maybe(visit, "sign", &sign.id, "help", sign.help.as_mut());
        if let Origin::Measured { instead, .. } = &mut sign.origin {
            one(visit, "sign", &sign.id, "instead", instead);
        }
    }
}

fn rules(rules: &mut [Rule], visit: Visit<'_>) {
    for rule in rules {
        one(visit, "rule", &rule.id, "because", &mut rule.because);
    }
}

fn orientation(orientation: &mut Orientation, visit: Visit<'_>) {
    for territory in &mut orientation.territories {
        maybe(visit, "territory", &territory.id, "note", territory.note.as_mut());
    }
    for holiday in &mut orientation.holidays {
        one(visit, "holiday", &holiday.id, "name", &mut holiday.name);
    }
    for duty in &mut orientation.duties {
        one(visit, "duty", duty.duty.word(), "said", &mut duty.said);
    }
    for written in &mut orientation.written {
        one(visit, "written", &written.contact, "said", &mut written.said);
    }
    for professional in &mut orientation.professionals {
        one(visit, "professional", &professional.id, "name", &mut professional.name);
        one(visit, "professional", &professional.id, "access", &mut professional.access);
    }
    for service in &mut orientation.services {
        one(visit, "service", &service.id, "title", &mut service.title);
        lines(visit, &service.id, "conditions", &mut service.conditions);
        lines(visit, &service.id, "excluded", &mut service.excluded);
        one(visit, "service", &service.id, "otherwise", &mut service.otherwise);
        maybe(visit, "service", &service.id, "price", service.price.as_mut());
    }
    for reason in &mut orientation.reasons {
        one(visit, "because", reason.why.word(), "said", &mut reason.said);
    }
    for cost in &mut orientation.costs {
        one(visit, "cost", &cost.id, "said", &mut cost.said);
    }
}

/// A text that is empty says nothing in any language.
fn one(visit: Visit<'_>, kind: &'static str, id: &str, field: &'static str, said: &mut String) {
    if !said.is_empty() {
        visit(Text { kind, id, field, place: None, said });
    }
}

fn maybe(visit: Visit<'_>, kind: &'static str, id: &str, field: &'static str, said: Option<&mut String>) {
    if let Some(said) = said {
        one(visit, kind, id, field, said);
    }
}

fn many(visit: Visit<'_>, kind: &'static str, id: &str, field: &'static str, all: &mut [String]) {
    for (place, said) in all.iter_mut().enumerate() {
        visit(Text { kind, id, field, place: Some(place), said });
    }
}

/// The lines of a service.
fn lines(visit: Visit<'_>, id: &str, field: &'static str, all: &mut [Said]) {
    for (place, line) in all.iter_mut().enumerate() {
        visit(Text { kind: "service", id, field, place: Some(place), said: &mut line.text });
    }
}
