//! What must hold of content before anything is built on it.

use std::collections::BTreeSet;

use super::numbers_check::check_numbers;
use super::orientation_check;
use super::{
    Bound, Condition, Defect, Draft, Effect, Group, Id, Library, Motif, Origin, Problem, Rule, Sign, Urgency, Way,
    Zone, words_check,
};

/// The most words a question may have; beyond, a person in pain reads it twice.
const MOST_WORDS: usize = 15;

/// Everything wrong with a draft.
pub(super) fn defects(draft: &Draft) -> Vec<Defect> {
    let mut found = Found::default();
    check_names(draft, &mut found);
    check_ways(draft, &mut found);
    words_check::check(draft, &mut found);
    for group in &draft.groups {
        check_group(draft, group, &mut found);
    }
    for motif in &draft.motifs {
        check_motif(draft, motif, &mut found);
    }
    for zone in &draft.zones {
        check_zone(draft, zone, &mut found);
    }
    orientation_check::check(draft, &mut found);
    found.into_defects()
}

#[derive(Default)]
pub(super) struct Found(Vec<Defect>);

impl Found {
    pub(super) fn add(&mut self, subject: &Id, problem: Problem) {
        self.0.push(Defect { subject: subject.clone(), problem });
    }

    pub(super) fn require(&mut self, holds: bool, subject: &Id, problem: Problem) {
        if !holds {
            self.add(subject, problem);
        }
    }

    pub(super) fn into_defects(self) -> Vec<Defect> {
        self.0
    }

    pub(super) fn require_known(&mut self, known: bool, subject: &Id, kind: &'static str, id: &str) {
        self.require(known, subject, Problem::Unknown { kind, id: id.to_owned() });
    }
}

fn check_names(draft: &Draft, found: &mut Found) {
    let lists: [Vec<&Id>; 9] = [
        draft.zones.iter().map(|zone| &zone.id).collect(),
        draft.parts.iter().map(|part| &part.id).collect(),
        draft.contacts.iter().map(|contact| &contact.id).collect(),
        draft.ways.iter().map(|way| &way.id).collect(),
        draft.measures.iter().map(|measure| &measure.id).collect(),
        draft.sources.iter().map(|source| &source.id).collect(),
        draft.motifs.iter().map(|motif| &motif.door.id).chain(draft.groups.iter().map(|group| &group.id)).collect(),
        draft
            .motifs
            .iter()
            .flat_map(|m| &m.signs)
            .chain(draft.groups.iter().flat_map(|g| &g.signs))
            .map(|s| &s.id)
            .collect(),
        draft
            .motifs
            .iter()
            .flat_map(|m| &m.rules)
            .chain(draft.groups.iter().flat_map(|g| &g.rules))
            .map(|r| &r.id)
            .collect(),
    ];
    for list in lists {
        let mut seen = BTreeSet::new();
        for id in list {
            found.require(seen.insert(id), id, Problem::Duplicate);
        }
    }
    for needed in ["samu", "europe", "sms-114"] {
        let is_listed = draft.contacts.iter().any(|contact| contact.id == needed);
        found.require_known(is_listed, &needed.to_owned(), "contact", needed);
    }
    for needed in [Library::GATE, Library::ALWAYS, Library::TERRAIN] {
        found.require_known(draft.groups.iter().any(|group| group.id == needed), &needed.to_owned(), "group", needed);
    }
}

fn check_zone(draft: &Draft, zone: &Zone, found: &mut Found) {
    found.require(!zone.motifs.is_empty(), &zone.id, Problem::EmptyCondition);
    let mut seen = BTreeSet::new();
    for id in &zone.motifs {
        let is_known = draft.motifs.iter().any(|motif| &motif.door.id == id);
        found.require_known(is_known, &zone.id, "motif", id);
        found.require(seen.insert(id), &zone.id, Problem::Duplicate);
    }
}

fn check_ways(draft: &Draft, found: &mut Found) {
    for level in Urgency::MOST_URGENT_FIRST {
        let entries: Vec<_> = draft.levels.iter().filter(|advice| advice.level == level).collect();
        found.require(entries.len() == 1, &level.word().to_owned(), Problem::LevelAdvice(level));
        for advice in entries {
            let subject = level.word().to_owned();
            check_way(draft, &subject, Some(&advice.way), found);
            check_numbers(draft, &subject, &[&advice.headline, &advice.recall, &advice.unreachable], found);
        }
    }
    for measure in &draft.measures {
        check_numbers(draft, &measure.id, &measure.help.iter().chain([&measure.ask]).collect::<Vec<_>>(), found);
    }
    for contact in &draft.contacts {
        check_sources(draft, &contact.id, &contact.sources, found);
    }
    for Way { id, contact, beside, action, explain } in &draft.ways {
        if let Some(contact) = contact {
            found.require_known(draft.contacts.iter().any(|c| &c.id == contact), id, "contact", contact);
        }
        for other in beside {
            check_way(draft, id, Some(other), found);
        }
        check_numbers(draft, id, &[action, explain], found);
    }
}

pub(super) fn check_way(draft: &Draft, subject: &Id, way: Option<&Id>, found: &mut Found) {
    if let Some(way) = way {
        found.require_known(draft.ways.iter().any(|w| &w.id == way), subject, "way", way);
    }
}

pub(super) fn check_sources(draft: &Draft, subject: &Id, sources: &[Id], found: &mut Found) {
    found.require(!sources.is_empty(), subject, Problem::NoSource);
    for source in sources {
        found.require_known(draft.sources.iter().any(|s| &s.id == source), subject, "source", source);
    }
}

fn check_group(draft: &Draft, group: &Group, found: &mut Found) {
    for other in &group.asks_also {
        found.require_known(draft.groups.iter().any(|g| &g.id == other), &group.id, "group", other);
    }
    found.require(!reaches_itself(draft, group), &group.id, Problem::Cycle);
    check_sources(draft, &group.id, &group.sources, found);
    check_signs(draft, &group.signs, found);
    let mut available: BTreeSet<&Id> = signs_of(draft, Library::TERRAIN);
    available.extend(group.signs.iter().map(|sign| &sign.id));
    for other in &group.asks_also {
        available.extend(signs_of(draft, other));
    }
    check_rules(draft, &group.rules, &available, found);
}

fn reaches_itself(draft: &Draft, group: &Group) -> bool {
    let mut waiting: Vec<&Id> = group.asks_also.iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if id == &group.id {
            return true;
        }
        if seen.insert(id) {
            waiting.extend(draft.groups.iter().filter(|g| &g.id == id).flat_map(|g| &g.asks_also));
        }
    }
    false
}

fn signs_of<'a>(draft: &'a Draft, group: &str) -> BTreeSet<&'a Id> {
    draft.groups.iter().filter(|g| g.id == group).flat_map(|g| &g.signs).map(|sign| &sign.id).collect()
}

fn check_motif(draft: &Draft, motif: &Motif, found: &mut Found) {
    let id = &motif.door.id;
    found.require_known(draft.parts.iter().any(|part| part.id == motif.door.part), id, "part", &motif.door.part);
    for group in &motif.asks_also {
        found.require_known(draft.groups.iter().any(|g| &g.id == group), id, "group", group);
    }
    for way in motif.door.always_shown.iter().chain(&motif.otherwise.way) {
        check_way(draft, id, Some(way), found);
    }
    check_sources(draft, id, &motif.sources, found);
    check_signs(draft, &motif.signs, found);

    let groups = draft.groups_of(motif);
    let mut available: BTreeSet<&Id> = signs_of(draft, Library::TERRAIN);
    available.extend(motif.signs.iter().map(|sign| &sign.id));
    available.extend(groups.iter().flat_map(|group| &group.signs).map(|sign| &sign.id));
    check_rules(draft, &motif.rules, &available, found);
    for rule in &motif.rules {
        let is_dead = matches!(rule.effect, Effect::Raise(level) if level <= motif.otherwise.level);
        found.require(!is_dead, &rule.id, Problem::DeadRule);
    }

    let used: BTreeSet<&Id> = motif.rules.iter().flat_map(|rule| rule.condition.signs()).collect();
    for sign in motif.signs.iter().filter(|sign| !used.contains(&sign.id)) {
        found.add(&sign.id, Problem::UnusedSign);
    }

    let own = motif.rules.iter().chain(groups.iter().filter(|g| g.id != Library::ALWAYS).flat_map(|g| &g.rules));
    let has_vital = own.into_iter().any(|rule| rule.effect == Effect::Raise(Urgency::Vital));
    found.require(has_vital, id, Problem::NoQuestion(Urgency::Vital));

    let said: Vec<&String> = motif.meanwhile.iter().chain(&motif.self_care).chain([&motif.otherwise.because]).collect();
    check_numbers(draft, id, &said, found);
}

fn check_signs(draft: &Draft, signs: &[Sign], found: &mut Found) {
    for sign in signs {
        for question in [sign.ask.as_str(), sign.question()] {
            check_wording(&sign.id, question, found);
        }
        for other in &sign.only_for {
            found.require_known(signs_of(draft, Library::TERRAIN).contains(other), &sign.id, "terrain", other);
        }
        match &sign.origin {
            Origin::Measured { measure, bound, .. } => match draft.measures.iter().find(|m| &m.id == measure) {
                Some(measure) => {
                    let (Bound::AtLeast(value) | Bound::Below(value)) = *bound;
                    let inside = measure.min < value && value <= measure.max;
                    found.require(inside, &sign.id, Problem::Bounds);
                }
                None => found.require_known(false, &sign.id, "measure", measure),
            },
            Origin::Age { from, to } => found.require(to.is_none_or(|to| *from < to), &sign.id, Problem::Bounds),
            Origin::Asked | Origin::Sex(_) => {}
        }
        let question = sign.question().to_owned();
        check_numbers(draft, &sign.id, &sign.help.iter().chain([&sign.ask, &question]).collect::<Vec<_>>(), found);
    }
}

fn check_wording(subject: &Id, question: &str, found: &mut Found) {
    found.require(question.ends_with('?'), subject, Problem::Wording("a question ends in “ ?”; write it as one"));
    let words = question.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let is_short = words <= MOST_WORDS;
    found.require(is_short, subject, Problem::Wording("a question has at most 15 words; shorten it or make two"));
}

fn check_rules(draft: &Draft, rules: &[Rule], available: &BTreeSet<&Id>, found: &mut Found) {
    for rule in rules {
        check_sources(draft, &rule.id, &rule.sources, found);
        check_way(draft, &rule.id, rule.way.as_ref(), found);
        found.require(!is_empty(&rule.condition), &rule.id, Problem::EmptyCondition);
        for sign in rule.condition.signs() {
            found.require_known(available.contains(sign), &rule.id, "sign asked here", sign);
        }
        check_numbers(draft, &rule.id, &[&rule.because], found);
        if let (Effect::Raise(level), Some(doubt)) = (rule.effect, rule.unknown) {
            let too_high = doubt > level || (doubt == Urgency::Vital && !rule.condition.is_single());
            found.require(!too_high, &rule.id, Problem::DoubtTooHigh);
        }
    }
}

fn is_empty(condition: &Condition) -> bool {
    match condition {
        Condition::Is(_) => false,
        Condition::All(parts) | Condition::Any(parts) => parts.is_empty() || parts.iter().any(is_empty),
        Condition::AtLeast(least, parts) => *least == 0 || *least > parts.len() || parts.iter().any(is_empty),
    }
}
