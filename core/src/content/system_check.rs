//! What must hold of the system before anything is built on it.

use std::collections::BTreeSet;

use super::check::{Found, check_way};
use super::numbers_check::{check_listed, listed};
use super::pathway::Component;
use super::system::{Entry, Kind, Moment, SystemDraft, Term, Zone};
use super::system_find::{Choice, Leads, Question};
use super::{CareDraft, Defect, Draft, Id, Problem, system_host_check};

/// Everything wrong with a draft, also with what it names of triage and of pathways.
pub(super) fn defects(draft: &SystemDraft, triage: &Draft, care: &CareDraft) -> Vec<Defect> {
    let mut found = Found::default();
    check_names(draft, &mut found);
    check_map(draft, &mut found);
    check_rings(draft, &mut found);
    check_acronyms(draft, &mut found);
    for entry in &draft.entries {
        check_entry(draft, triage, entry, &mut found);
        check_care(care, entry, &mut found);
    }
    for term in &draft.terms {
        let subject = subject_of_term(term);
        known_entries(draft, &subject, term.entry.as_slice(), &mut found);
        known_sources(draft, &subject, &term.sources, &mut found);
    }
    for question in &draft.questions {
        check_question(draft, triage, question, &mut found);
    }
    for host in &draft.hosts {
        system_host_check::check(draft, triage, host, &mut found);
    }
    found.into_defects()
}

/// What a defect of a term is called.
fn subject_of_term(term: &Term) -> Id {
    let context = term.acronym.context.as_ref().map(|context| format!(" ({context})")).unwrap_or_default();
    format!("term {}{context}", term.acronym.letters)
}

fn check_names(draft: &SystemDraft, found: &mut Found) {
    let lists: [Vec<Id>; 4] = [
        draft.families.iter().map(|family| format!("family {}", family.id)).collect(),
        draft.entries.iter().map(|entry| format!("entry {}", entry.id)).collect(),
        draft.questions.iter().map(|question| format!("question {}", question.id)).collect(),
        draft.sources.iter().map(|source| source.id.clone()).collect(),
    ];
    for list in lists {
        let mut seen = BTreeSet::new();
        for id in list {
            found.require(seen.insert(id.clone()), &id, Problem::Duplicate);
        }
    }
}

fn check_map(draft: &SystemDraft, found: &mut Found) {
    let is_whole = Zone::ALL.iter().all(|zone| draft.zones.iter().filter(|words| words.zone == *zone).count() == 1)
        && Moment::ALL.iter().all(|moment| draft.moments.iter().filter(|words| words.moment == *moment).count() == 1);
    let what = "the map has exactly one title for each zone and each moment; write or remove one in system/map.toml";
    found.require(is_whole, &"map".to_owned(), Problem::Wording(what));
}

/// Each component of care stands in one parcours, so that each step does.
fn check_rings(draft: &SystemDraft, found: &mut Found) {
    for ring in &draft.rings {
        let subject = format!("ring {}", ring.entry);
        known_entries(draft, &subject, [&ring.entry], found);
        let all = || draft.rings.iter().flat_map(|ring| &ring.components);
        let is_whole = Component::ALL.iter().all(|component| all().filter(|own| *own == component).count() == 1);
        let what = "each component stands in exactly one parcours; correct the rings of system/map.toml";
        found.require(is_whole, &subject, Problem::Wording(what));
    }
}

/// The same letters twice must say where each meaning holds.
fn check_acronyms(draft: &SystemDraft, found: &mut Found) {
    let of_entries = draft
        .entries
        .iter()
        .flat_map(|entry| entry.acronyms.iter().map(move |acronym| (format!("entry {}", entry.id), acronym)));
    let of_terms = draft.terms.iter().map(|term| (subject_of_term(term), &term.acronym));
    let all: Vec<_> = of_entries.chain(of_terms).collect();
    for (subject, acronym) in &all {
        let same = all.iter().filter(|(_, other)| other.letters == acronym.letters && other.context == acronym.context);
        let what = "these letters already mean something here; say the context of each meaning";
        found.require(same.count() == 1, subject, Problem::Wording(what));
        let several = all.iter().filter(|(_, other)| other.letters == acronym.letters).count() > 1;
        let what = "these letters have several meanings; say the context of this one";
        found.require(!several || acronym.context.is_some(), subject, Problem::Wording(what));
    }
    for name in &draft.names {
        let is_free = all.iter().all(|(_, acronym)| &acronym.letters != name);
        found.require(is_free, &format!("name {name}"), Problem::Duplicate);
    }
}

fn check_entry(draft: &SystemDraft, triage: &Draft, entry: &Entry, found: &mut Found) {
    let subject = format!("entry {}", entry.id);
    let family = &entry.family;
    found.require_known(draft.families.iter().any(|known| &known.id == family), &subject, "family", family);
    known_entries(draft, &subject, entry.see.iter().chain(&entry.now).chain(&entry.ask), found);
    known_sources(draft, &subject, &entry.sources, found);
    known_contacts(triage, &subject, &entry.contacts, found);
    for way in &entry.ways {
        check_way(triage, &subject, Some(way), found);
    }
    if let Some(id) = &entry.professional {
        let is_known = triage.orientation.professionals.iter().any(|known| &known.id == id);
        found.require_known(is_known, &subject, "professional", id);
    }
    let is_former = entry.kind == Kind::Former;
    let what = "a former device, and only it, names the entry that has taken over; correct kind or now";
    found.require(is_former == entry.now.is_some(), &subject, Problem::Wording(what));
    found.require(
        !is_former || entry.contacts.is_empty(),
        &subject,
        Problem::Wording("nobody answers for a former device; remove its contacts"),
    );
    let texts: Vec<&String> =
        entry.what.iter().chain([&entry.when, &entry.how, &entry.cost]).chain(&entry.before).collect();
    check_sentences(&subject, &texts, found);
    check_listed(&listed(triage), &subject, &texts, found);
}

fn check_care(care: &CareDraft, entry: &Entry, found: &mut Found) {
    let subject = format!("entry {}", entry.id);
    let links = &entry.links;
    for id in &links.roles {
        found.require_known(care.roles.iter().any(|known| &known.id == id), &subject, "role", id);
    }
    for id in &links.acts {
        found.require_known(care.acts.iter().any(|known| &known.id == id), &subject, "act", id);
    }
    for id in &links.papers {
        found.require_known(care.papers.iter().any(|known| &known.id == id), &subject, "paper", id);
    }
    for id in &links.steps {
        let is_known = care.pathways.iter().flat_map(|pathway| &pathway.steps).any(|step| &step.id == id);
        found.require_known(is_known, &subject, "step", id);
    }
}

fn check_question(draft: &SystemDraft, triage: &Draft, question: &Question, found: &mut Found) {
    let subject = format!("question {}", question.id);
    known_sources(draft, &subject, &question.sources, found);
    let is_short = question.choice.depth() <= Question::MOST_CHOICES;
    found.require(is_short, &subject, Problem::Wording("at most two choices follow a question; make it shorter"));
    let mut waiting = vec![&question.choice];
    while let Some(choice) = waiting.pop() {
        check_choice(draft, triage, &subject, choice, found);
        waiting.extend(&choice.choices);
    }
}

fn check_choice(draft: &SystemDraft, triage: &Draft, subject: &Id, choice: &Choice, found: &mut Found) {
    let Leads { say, ways, contacts, entries, prepare } = &choice.leads;
    let what = "a choice leads somewhere or has further choices, never both; keep one";
    found.require(choice.leads.is_empty() != choice.choices.is_empty(), subject, Problem::Wording(what));
    let is_silent = say.is_none() && prepare.is_empty();
    found.require(choice.choices.is_empty() || is_silent, subject, Problem::Wording(what));
    for way in ways {
        check_way(triage, subject, Some(way), found);
    }
    known_contacts(triage, subject, contacts, found);
    known_entries(draft, subject, entries, found);
    check_listed(
        &listed(triage),
        subject,
        &prepare.iter().chain(say).chain([&choice.title]).collect::<Vec<_>>(),
        found,
    );
}

/// Sentences are whole: they begin with a capital or a figure, and end.
fn check_sentences(subject: &Id, texts: &[&String], found: &mut Found) {
    for text in texts {
        let begins = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '«');
        let ends = text.ends_with(['.', '?', '!']);
        found.require(begins && ends, subject, Problem::Wording("a text is whole sentences; begin and end them"));
    }
}

pub(super) fn known_entries<'a>(
    draft: &SystemDraft,
    subject: &Id,
    entries: impl IntoIterator<Item = &'a Id>,
    found: &mut Found,
) {
    for id in entries {
        found.require_known(draft.entries.iter().any(|known| &known.id == id), subject, "entry", id);
    }
}

fn known_contacts(triage: &Draft, subject: &Id, contacts: &[Id], found: &mut Found) {
    for id in contacts {
        found.require_known(triage.contacts.iter().any(|known| &known.id == id), subject, "contact", id);
    }
}

fn known_sources(draft: &SystemDraft, subject: &Id, sources: &[Id], found: &mut Found) {
    found.require(!sources.is_empty(), subject, Problem::NoSource);
    for id in sources {
        found.require_known(draft.sources.iter().any(|known| &known.id == id), subject, "source", id);
    }
}
