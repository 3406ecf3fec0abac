//! What must hold of the contacts and places of a host.

use std::collections::BTreeSet;

use super::check::{Found, check_way};
use super::numbers_check::{check_listed, digits, listed};
use super::system::SystemDraft;
use super::system_check::known_entries;
use super::system_host::{Host, LocalPlace};
use super::{Draft, Id, Problem};

pub(super) fn check(draft: &SystemDraft, triage: &Draft, host: &Host, found: &mut Found) {
    let subject = format!("host {}", host.id);
    let same = draft.hosts.iter().filter(|other| other.id == host.id).count();
    found.require(same == 1, &subject, Problem::Duplicate);
    found.require(!host.territories.is_empty(), &subject, Problem::Wording("a host serves a territory; name one"));
    for id in &host.territories {
        found.require_known(triage.orientation.territory(id).is_some(), &subject, "territory", id);
    }
    check_contacts(triage, host, found);
    let mut seen = BTreeSet::new();
    for place in &host.places {
        let subject = format!("place {}", place.id);
        found.require(seen.insert(&place.id), &subject, Problem::Duplicate);
        check_place(draft, triage, host, place, found);
    }
}

/// A local number has a name of its own and is nobody else's, least of all that of an emergency service.
fn check_contacts(triage: &Draft, host: &Host, found: &mut Found) {
    let taken = listed(triage);
    let mut seen = BTreeSet::new();
    for contact in &host.contacts {
        let subject = format!("local contact {}", contact.id);
        let is_new = seen.insert(&contact.id) && triage.contacts.iter().all(|known| known.id != contact.id);
        found.require(is_new, &subject, Problem::Duplicate);
        let number = digits(&contact.number);
        let is_whole = number.len() >= 4 && !taken.contains(&number);
        let what = "a local number has at least four digits and is not one of contacts.toml; correct or remove it";
        found.require(is_whole, &subject, Problem::Wording(what));
        let is_shown = host.places.iter().any(|place| place.contact.as_ref() == Some(&contact.id));
        let what =
            "no place of this file names this number, so nobody would see it; add a place, with or without address";
        found.require(is_shown, &subject, Problem::Wording(what));
        check_sources(host, &subject, &contact.sources, found);
    }
}

fn check_place(draft: &SystemDraft, triage: &Draft, host: &Host, place: &LocalPlace, found: &mut Found) {
    let subject = format!("place {}", place.id);
    check_sources(host, &subject, &place.sources, found);
    if let Some(id) = &place.contact {
        found.require_known(host.contact(id).is_some(), &subject, "contact of this host", id);
    }
    for way in &place.beside {
        check_way(triage, &subject, Some(way), found);
        let contact = triage.ways.iter().find(|known| &known.id == way).and_then(|known| known.contact.as_ref());
        let is_emergency = contact.is_some_and(|contact| triage.orientation.emergency.contains(contact));
        let what = "nothing stands beside an emergency number; name another way";
        found.require(!is_emergency, &subject, Problem::Wording(what));
    }
    known_entries(draft, &subject, &place.entries, found);
    for open in &place.open {
        let what = "hours name at least one day and end after they begin; correct them";
        found.require(!open.days.is_empty() && open.from < open.until, &subject, Problem::Wording(what));
    }
    let mut known = listed(triage);
    known.extend(host.contacts.iter().map(|contact| digits(&contact.number)));
    let texts: Vec<&String> =
        place.accessibility.iter().chain(&place.cost).chain(&place.address).chain([&place.name]).collect();
    check_listed(&known, &subject, &texts, found);
}

/// A host answers for what it adds: its sources are its own.
fn check_sources(host: &Host, subject: &Id, sources: &[Id], found: &mut Found) {
    found.require(!sources.is_empty(), subject, Problem::NoSource);
    for id in sources {
        let is_known = host.sources.iter().any(|known| &known.id == id);
        found.require_known(is_known, subject, "source in this file", id);
    }
}
