//! The emergency card: what a stranger must know, in the size of a wallet.

use chrono::NaiveDate;

use crate::content::{Care, Id};
use crate::pathway::{Document, Person, Topic};

use super::date::long;
use super::who::{about, foot};
use super::words::{Common, EmergencyWords};
use super::{Body, Kind, Section, Sheet};

/// The emergency card of a person; `left_out` are the pathways that they do not want on it.
#[must_use]
pub fn emergency(
    care: &Care,
    person: &Person,
    left_out: &[Id],
    today: NaiveDate,
    words: &EmergencyWords,
    common: &Common,
) -> Sheet {
    let day = |day| long(day, common.months);
    let allergies = person.allergies.iter().map(|allergy| with(&allergy.substance, &allergy.reaction)).collect();
    let treatments = person.treatments.iter().map(|treatment| with(&treatment.name, &treatment.directions)).collect();
    let known = |topic, lines| {
        let none = person.none_known.get(&topic).map(|said| format!("{} {}", words.none_known, day(*said)));
        Body::of(lines, none.as_deref().unwrap_or(common.not_noted))
    };
    let sections = vec![
        Section::new(words.allergies, known(Topic::Allergies, allergies)),
        Section::new(words.treatments, known(Topic::Treatments, treatments)),
        Section::new(
            words.illnesses,
            Body::of(illnesses(care, person, left_out, today, words, common), common.not_noted),
        ),
        Section::new(words.contacts, Body::of(contacts(care, person), common.not_noted)),
        Section::new(words.papers, Body::of(papers(care, person, words, common), common.not_noted)),
    ];
    let mut foot = foot(care, today, common);
    foot.insert(0, words.told_by.to_owned());
    Sheet {
        kind: Kind::Emergency,
        title: words.title.to_owned(),
        about: about(person, today, common),
        sections,
        foot,
        leaves_trace: true,
    }
}

/// A pregnancy, the illnesses noted, and the situations that are followed.
fn illnesses(
    care: &Care,
    person: &Person,
    left_out: &[Id],
    today: NaiveDate,
    words: &EmergencyWords,
    common: &Common,
) -> Vec<String> {
    let pregnancy = person.pregnancy.filter(|pregnancy| pregnancy.lasts(today));
    let expecting = pregnancy.map(|pregnancy| format!("{} {}", words.expecting, long(pregnancy.due, common.months)));
    let noted = person.illnesses.iter().map(|illness| match illness.since {
        Some(since) => format!("{}, {} {}", illness.name, words.since, long(since, common.months)),
        None => illness.name.clone(),
    });
    let joined = person.joined.iter().filter(|(pathway, _)| !left_out.contains(pathway) && *pathway != Care::PREGNANCY);
    let followed = joined.filter_map(|(pathway, _)| care.pathway(pathway)).map(|pathway| pathway.title.clone());
    expecting.into_iter().chain(noted).chain(followed).collect()
}

/// Whom to call, the first first.
fn contacts(care: &Care, person: &Person) -> Vec<String> {
    let roles = care.landmarks().emergency_roles.iter();
    let members = roles.flat_map(|role| person.team.iter().filter(move |member| &member.role == role));
    let said = members.map(|member| {
        let who = format!("{}\u{a0}: {}", care.role(&member.role), member.name);
        if member.reach.is_empty() { who } else { format!("{who}, {}", member.reach) }
    });
    said.collect()
}

/// The papers to know of, of each kind the last, and where the original is.
fn papers(care: &Care, person: &Person, words: &EmergencyWords, common: &Common) -> Vec<String> {
    let day = |day| long(day, common.months);
    let last = |paper: &Id| {
        let of_kind = person.documents.iter().filter(|document| &document.paper == paper);
        of_kind.max_by_key(|document| (document.of, document.event))
    };
    let said = |document: &Document| {
        let mut said = vec![format!("{} {} {}", care.paper(&document.paper), words.dated, day(document.of))];
        said.extend(document.until.map(|until| format!("{} {}", words.until, day(until))));
        said.extend(Some(document.place.clone()).filter(|place| !place.is_empty()));
        said.join(", ")
    };
    care.landmarks().emergency_papers.iter().filter_map(last).map(said).collect()
}

fn with(name: &str, more: &str) -> String {
    if more.is_empty() { name.to_owned() } else { format!("{name}\u{a0}: {more}") }
}
