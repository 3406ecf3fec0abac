//! Vignettes: small stories with the orientation that a person with this story must get.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use sentier_core::content::{Decided, Draft, Effect, Id, Library, Motif, Problem, Sex, Story, Urgency};
use sentier_core::triage::clinical::sheet;
use sentier_core::triage::{Answer, Answers, Known, MeasureAnswer, Protocol, evaluate, walk};

/// A small story, as a person would tell it, and what must come of it.
#[derive(Clone, Debug)]
pub struct Vignette {
    /// The file it stands in.
    pub file: PathBuf,
    /// Its line.
    pub line: usize,
    /// The story.
    pub story: String,
    /// The motif that is walked through.
    pub motif: Id,
    /// Age in whole months.
    pub age: u16,
    /// Sex of the body.
    pub sex: Sex,
    /// The signs that are there.
    pub yes: Vec<Id>,
    /// The signs that the person does not know about.
    pub unknown: Vec<Id>,
    /// What was measured.
    pub measures: BTreeMap<Id, MeasureAnswer>,
    /// The level that must come out.
    pub expect: Urgency,
    /// The rule that must decide: its id, `doubts` or `otherwise`.
    pub decided_by: Id,
}

impl Vignette {
    /// The story as reviewers see it beside the rules.
    #[must_use]
    pub fn shown(&self, library: &Library, is_near_miss: bool) -> Story {
        Story {
            text: self.story.clone(),
            age: self.age,
            sex: self.sex,
            expect: self.expect,
            decided_by: self.decided(library),
            is_near_miss,
        }
    }

    /// What must decide, as it stands on the sheet of the motif.
    fn decided(&self, library: &Library) -> Decided {
        let number = || {
            let sheet = sheet(library, library.motif(&self.motif)?);
            let row = sheet.rows().find(|row| row.rule.id == self.decided_by)?;
            u16::try_from(row.number).ok()
        };
        match self.decided_by.as_str() {
            "doubts" => Decided::Doubts,
            // A rule that the motif has not is refused before.
            _ => number().map_or(Decided::Otherwise, Decided::Rule),
        }
    }

    /// The answers of this story to everything that its protocol may ask: what the story does not mention is no, and
    /// a measure it does not mention was not possible.
    #[must_use]
    pub fn answers(&self, library: &Library) -> Answers {
        let protocol = Protocol::new(library, std::slice::from_ref(&self.motif));
        let answer = |id: &Id| match (self.yes.contains(id), self.unknown.contains(id)) {
            (true, _) => Answer::Yes,
            (_, true) => Answer::Unknown,
            _ => Answer::No,
        };
        let ticked = protocol.signs().iter().filter(|sign| sign.is_ticked());
        let measures = library.draft().measures.iter().map(|measure| {
            let value = self.measures.get(&measure.id).copied().unwrap_or(MeasureAnswer::Impossible);
            (measure.id.clone(), value)
        });
        Answers {
            signs: ticked.map(|sign| (sign.id.clone(), answer(&sign.id))).collect(),
            measures: measures.collect(),
            age: Some(Known::Is(self.age)),
            sex: Some(Known::Is(self.sex)),
        }
    }
}

/// The vignettes whose story does not lead where it must, each with what came out instead.
#[must_use]
pub fn failures(library: &Library, vignettes: &[Vignette]) -> Vec<String> {
    vignettes.iter().filter_map(|vignette| failure(library, vignette)).collect()
}

/// What a vignette gets instead of what it must get; both the whole set of answers and the walk through the screens
/// must lead there.
fn failure(library: &Library, vignette: &Vignette) -> Option<String> {
    let protocol = Protocol::new(library, std::slice::from_ref(&vignette.motif));
    let answers = vignette.answers(library);
    let walked = walk(&protocol, &answers);
    let place = format!("content/{}:{}", vignette.file.display(), vignette.line);
    let Some(verdict) = walked.verdict else {
        return Some(format!("{place}: the walk stops at {:?}", walked.steps.last()));
    };
    let got = (verdict.level, verdict.decided_by.word().to_owned());
    let whole = evaluate(&protocol, &answers).level;
    (got != (vignette.expect, vignette.decided_by.clone()) || whole != verdict.level).then(|| {
        format!(
            "{place}: must be {} by “{}”, is {} by “{}” (all answers: {})\n  {}",
            vignette.expect.word(),
            vignette.decided_by,
            got.0.word(),
            got.1,
            whole.word(),
            vignette.story
        )
    })
}

/// The rules that lead to 15 and could be deleted, or lowered by one level, without any vignette noticing.
///
/// A rule is tried in each motif that it belongs to, with the content of this motif alone: the others do not hear it.
#[must_use]
pub fn unguarded_rules(library: &Library, vignettes: &[Vignette]) -> Vec<String> {
    let motifs: Vec<Tried<'_>> = library.motifs().iter().map(|motif| Tried::of(library, motif, vignettes)).collect();
    let draft = library.draft();
    let lists = draft.groups.iter().map(|g| &g.rules).chain(draft.motifs.iter().map(|m| &m.rules));
    let serious = lists.flatten().filter_map(|rule| match rule.effect {
        Effect::Raise(Urgency::Vital) => Some((rule, Urgency::Emergency)),
        Effect::Raise(Urgency::Emergency) => Some((rule, Urgency::Hours)),
        _ => None,
    });
    let mut unguarded = Vec::new();
    for (rule, lower) in serious {
        let users: Vec<&Tried<'_>> = motifs.iter().filter(|motif| motif.rules.contains(&rule.id)).collect();
        for (what, change) in [("deleted", None), ("lowered", Some(Effect::Raise(lower)))] {
            if !users.iter().any(|motif| motif.notices(&rule.id, change)) {
                unguarded.push(format!("“{}” can be {what} and no vignette notices", rule.id));
            }
        }
    }
    unguarded
}

/// A motif by itself, with its stories.
struct Tried<'a> {
    draft: Draft,
    rules: BTreeSet<&'a Id>,
    vignettes: Vec<&'a Vignette>,
}

impl<'a> Tried<'a> {
    fn of(library: &'a Library, motif: &Motif, vignettes: &'a [Vignette]) -> Self {
        let mut draft = library.draft().clone();
        draft.motifs.retain(|other| other.door.id == motif.door.id);
        forget_missing_motifs(&mut draft, library);
        // Who may treat what decides no level, and must not refuse a change before a story is read.
        draft.orientation.services.clear();
        draft.orientation.remote = None;
        let protocol = Protocol::new(library, std::slice::from_ref(&motif.door.id));
        Self {
            draft,
            rules: protocol.rules().iter().map(|rule| &rule.id).collect(),
            vignettes: vignettes.iter().filter(|vignette| vignette.motif == motif.door.id).collect(),
        }
    }

    /// Whether a story, or the check of the content itself, notices that a rule is gone or has another effect.
    fn notices(&self, rule: &Id, change: Option<Effect>) -> bool {
        let mut changed = self.draft.clone();
        let groups = changed.groups.iter_mut().map(|group| &mut group.rules);
        for rules in groups.chain(changed.motifs.iter_mut().map(|motif| &mut motif.rules)) {
            match change {
                None => rules.retain(|other| &other.id != rule),
                Some(effect) => {
                    for other in rules.iter_mut().filter(|other| &other.id == rule) {
                        other.effect = effect;
                        other.unknown = None;
                    }
                }
            }
        }
        drop_unused_signs(&mut changed);
        match Library::check(changed) {
            Ok(library) => self.vignettes.iter().any(|vignette| failure(&library, vignette).is_some()),
            // The check refuses a motif whose last vital question is gone, and a rule lowered to what holds anyway: that
            // is noticed before any story is read.
            Err(defects) => {
                let is_noticed = |problem: &Problem| matches!(problem, Problem::NoQuestion(_) | Problem::DeadRule);
                defects.iter().any(|defect| is_noticed(&defect.problem))
            }
        }
    }
}

/// What the words, the zones and the services of a draft say of motifs that a library has and the draft no longer: it goes with
/// them, as whoever takes a motif away must take it away too.
pub fn forget_missing_motifs(draft: &mut Draft, library: &Library) {
    let left: BTreeSet<Id> = draft.motifs.iter().map(|motif| motif.door.id.clone()).collect();
    let is_gone = |id: &Id| library.motif(id).is_some() && !left.contains(id);
    draft.words.vitals.retain(|vital| !is_gone(&vital.speaks_of));
    draft.zones.iter_mut().for_each(|zone| zone.motifs.retain(|motif| !is_gone(motif)));
    draft.zones.retain(|zone| !zone.motifs.is_empty());
    let orientation = &mut draft.orientation;
    orientation.services.iter_mut().for_each(|service| service.motifs.retain(|motif| !is_gone(motif)));
    orientation.services.retain(|service| !service.motifs.is_empty());
    orientation.remote.iter_mut().for_each(|remote| remote.motifs.retain(|motif| !is_gone(motif)));
}

/// A sign that no rule uses any longer goes with its rule, as it would if somebody deleted it from the file.
fn drop_unused_signs(draft: &mut Draft) {
    for motif in &mut draft.motifs {
        let used: BTreeSet<&Id> = motif.rules.iter().flat_map(|rule| rule.condition.signs()).collect();
        motif.signs.retain(|sign| used.contains(&sign.id));
    }
}
