//! One motif as a clinician reads it: every rule it can conclude by, and every question it can ask, each exactly once.

use crate::content::{Condition, Effect, Group, Id, Library, Motif, Origin, Review, Rule, Sign, Source, Urgency};

/// A motif laid out to be read: its own rules first, then those it shares.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// The motif.
    pub motif: &'a Motif,
    /// The motif itself, the groups that it asks, what is asked with every motif, the gate, and the terrain in use.
    pub parts: Vec<Part<'a>>,
}

/// The rules and questions of one file.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// Which kind of file.
    pub kind: PartKind,
    /// The id of the motif or group.
    pub id: &'a Id,
    /// Its title.
    pub title: &'a str,
    /// Who has reviewed it, and by when it must be read again.
    pub review: &'a Review,
    /// Its rules, most urgent first; between equals in the order in which they decide.
    pub rows: Vec<Row<'a>>,
    /// Its questions that a rule of the motif uses, in the order of the file.
    pub questions: Vec<Question<'a>>,
}

/// What a part of a sheet is to the motif.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// The motif's own.
    Own,
    /// A group that the motif asks.
    Shared,
    /// What is asked with every motif.
    Always,
    /// The vital signs before every motif.
    Gate,
    /// Who the person is: questions only.
    Terrain,
}

/// One rule.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Its number on the sheet, from 1: the same in the table and in the graph.
    pub number: usize,
    /// The rule.
    pub rule: &'a Rule,
    /// What must be seen, felt, known or measured; none where the rule is about the person alone.
    pub signs: Option<Phrase<'a>>,
    /// Who the person must be besides.
    pub terrain: Option<Phrase<'a>>,
    /// Of whom the signs are asked at all; everybody where empty.
    pub only_for: Vec<&'a Sign>,
    /// On whose word.
    pub sources: Vec<&'a Source>,
}

/// A condition with its signs in place of their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase<'a> {
    /// The sign is there.
    One(&'a Sign),
    /// Every part holds.
    All(Vec<Phrase<'a>>),
    /// At least one part holds.
    Any(Vec<Phrase<'a>>),
    /// At least so many parts hold.
    AtLeast(usize, Vec<Phrase<'a>>),
}

/// One question.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The sign that it asks for.
    pub sign: &'a Sign,
    /// Of whom it is asked; of everybody where empty.
    pub only_for: Vec<&'a Sign>,
    /// The numbers of the rules that use it.
    pub used_by: Vec<usize>,
}

/// The sheet of a motif.
#[must_use]
pub fn sheet<'a>(library: &'a Library, motif: &'a Motif) -> Sheet<'a> {
    let own = (PartKind::Own, &motif.door.id, motif.door.title.as_str(), &motif.review, &motif.rules, &motif.signs);
    let of_group = |kind: PartKind, group: &'a Group| {
        (kind, &group.id, group.title.as_str(), &group.review, &group.rules, &group.signs)
    };
    let (always, shared): (Vec<&Group>, Vec<&Group>) =
        library.groups_of(motif).into_iter().partition(|group| group.id == Library::ALWAYS);
    let files: Vec<_> = std::iter::once(own)
        .chain(shared.into_iter().map(|group| of_group(PartKind::Shared, group)))
        .chain(always.into_iter().map(|group| of_group(PartKind::Always, group)))
        .chain(library.group(Library::GATE).map(|group| of_group(PartKind::Gate, group)))
        .chain(library.group(Library::TERRAIN).map(|group| of_group(PartKind::Terrain, group)))
        .collect();
    let mut rows = Vec::new();
    for (_, _, _, _, rules, _) in &files {
        rows.push(rows_of(library, rules, rows.iter().map(Vec::len).sum()));
    }
    let uses: Vec<(usize, Vec<&Id>)> =
        rows.iter().flatten().map(|row| (row.number, row.rule.condition.signs())).collect();
    let parts = files.into_iter().zip(rows).map(|((kind, id, title, review, _, signs), rows)| {
        let questions = signs.iter().filter_map(|sign| question(library, &uses, sign)).collect();
        Part { kind, id, title, review, rows, questions }
    });
    Sheet { motif, parts: parts.collect() }
}

impl<'a> Sheet<'a> {
    /// Every rule of the sheet, in the order of their numbers.
    pub fn rows(&self) -> impl Iterator<Item = &Row<'a>> {
        self.parts.iter().flat_map(|part| &part.rows)
    }

    /// Every source that the sheet rests on, each once, in the order of their first use.
    #[must_use]
    pub fn sources(&self) -> Vec<&'a Source> {
        let mut found: Vec<&Source> = Vec::new();
        for source in self.rows().flat_map(|row| &row.sources) {
            if !found.iter().any(|known| known.id == source.id) {
                found.push(source);
            }
        }
        found
    }
}

fn rows_of<'a>(library: &'a Library, rules: &'a [Rule], before: usize) -> Vec<Row<'a>> {
    let effects = Urgency::MOST_URGENT_FIRST.map(Effect::Raise).into_iter().chain([Effect::OneStep]);
    let sorted = effects.flat_map(|effect| rules.iter().filter(move |rule| rule.effect == effect));
    let numbered = sorted.zip(before.saturating_add(1)..);
    numbered.map(|(rule, number)| row(library, rule, number)).collect()
}

fn row<'a>(library: &'a Library, rule: &'a Rule, number: usize) -> Row<'a> {
    let parts = match phrase(library, &rule.condition) {
        Some(Phrase::All(parts)) => parts,
        other => other.into_iter().collect(),
    };
    let (terrain, signs): (Vec<Phrase<'_>>, Vec<Phrase<'_>>) =
        parts.into_iter().partition(|part| part.signs().iter().all(|sign| is_terrain(library, sign)));
    let mut only_for: Vec<&Sign> = Vec::new();
    for id in signs.iter().flat_map(Phrase::signs).flat_map(|sign| &sign.only_for) {
        only_for.extend(library.sign(id).filter(|sign| !only_for.contains(sign)));
    }
    let sources = rule.sources.iter().filter_map(|id| library.source(id)).collect();
    Row { number, rule, signs: together(signs), terrain: together(terrain), only_for, sources }
}

/// Parts of which all must hold; none where there is none.
fn together(mut parts: Vec<Phrase<'_>>) -> Option<Phrase<'_>> {
    if parts.len() > 1 { Some(Phrase::All(parts)) } else { parts.pop() }
}

fn phrase<'a>(library: &'a Library, condition: &Condition) -> Option<Phrase<'a>> {
    let all = |parts: &[Condition]| parts.iter().filter_map(|part| phrase(library, part)).collect();
    match condition {
        Condition::Is(id) => library.sign(id).map(Phrase::One),
        Condition::All(parts) => Some(Phrase::All(all(parts))),
        Condition::Any(parts) => Some(Phrase::Any(all(parts))),
        Condition::AtLeast(least, parts) => Some(Phrase::AtLeast(*least, all(parts))),
    }
}

impl<'a> Phrase<'a> {
    /// The signs it speaks of, in the order written.
    #[must_use]
    pub fn signs(&self) -> Vec<&'a Sign> {
        match self {
            Self::One(sign) => vec![*sign],
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) => {
                parts.iter().flat_map(Self::signs).collect()
            }
        }
    }
}

/// A question, where a rule uses it, or where it is needed to know of whom another is asked.
fn question<'a>(library: &'a Library, uses: &[(usize, Vec<&'a Id>)], sign: &'a Sign) -> Option<Question<'a>> {
    let used = uses.iter().filter(|(_, signs)| {
        let limits = || signs.iter().filter_map(|id| library.sign(id)).any(|other| other.only_for.contains(&sign.id));
        signs.contains(&&sign.id) || limits()
    });
    let used_by: Vec<usize> = used.map(|(number, _)| *number).collect();
    let only_for = sign.only_for.iter().filter_map(|id| library.sign(id)).collect();
    (!used_by.is_empty()).then_some(Question { sign, only_for, used_by })
}

fn is_terrain(library: &Library, sign: &Sign) -> bool {
    let is_person = matches!(sign.origin, Origin::Age { .. } | Origin::Sex(_));
    is_person || library.group(Library::TERRAIN).is_some_and(|group| group.signs.contains(sign))
}
