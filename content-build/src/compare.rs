//! Two states of the content beside each other: which example profiles change level, for a pull request.
//!
//! Stories of both states are compared, and profiles made from the rules: for every age and sex, with and without a
//! pregnancy, each sign alone, the signs that each rule needs (ticked, in doubt one after the other, measured at their
//! bound), and each two signs of the motif together. What comes out depends on the two folders alone, so a pull request
//! says the same on every machine.

mod markdown;
mod profiles;

use std::collections::{BTreeMap, BTreeSet};

use sentier_core::content::{Id, Library, Motif, Sex, Urgency};
use sentier_core::triage::{Answer, Answers, Known, MeasureAnswer, Protocol, evaluate};

use crate::{Content, Vignette};

pub use markdown::markdown;
use profiles::{persons, profiles};

/// One change: what is there, whom it concerns, and the levels before and after.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The level before; none where the motif is new.
    pub before: Option<Urgency>,
    /// The level after; none where the motif is gone.
    pub after: Option<Urgency>,
    /// What is there: the story, or the signs.
    pub what: What,
    /// So many persons of different ages and sexes.
    pub persons: usize,
    /// The youngest and the oldest of them, in months.
    pub ages: (u16, u16),
}

/// What a profile has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// What a story tells.
    Story(String),
    /// These signs alone.
    Signs(Profile),
}

impl What {
    fn is_doubt(&self) -> bool {
        matches!(self, Self::Signs(profile) if profile.unknown.is_some())
    }
}

/// A person but for age and sex: every other sign is absent, every other measure could not be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Profile {
    /// What is there.
    pub present: BTreeSet<Id>,
    /// What the person does not know.
    pub unknown: Option<Id>,
    /// What was measured, in tenths.
    pub measured: Option<(Id, i32)>,
}

impl Profile {
    /// Whether it has nothing but what another has as well, and less of it.
    fn is_part_of(&self, other: &Self) -> bool {
        self != other
            && self.present.is_subset(&other.present)
            && (self.unknown.is_none() || self.unknown == other.unknown)
            && (self.measured.is_none() || self.measured == other.measured)
    }
}

/// The changes of each motif that has some.
#[must_use]
pub fn changes(old: &Content, new: &Content) -> BTreeMap<Id, Vec<Change>> {
    let ids: BTreeSet<&Id> = old.library.doors().chain(new.library.doors()).map(|door| &door.id).collect();
    let of_motif = ids.into_iter().map(|id| (id.clone(), changes_of(old, new, id)));
    of_motif.filter(|(_, changes)| !changes.is_empty()).collect()
}

fn changes_of(old: &Content, new: &Content, motif: &Id) -> Vec<Change> {
    let before = Side::of(&old.library, motif);
    let after = Side::of(&new.library, motif);
    let stories = told(old, new, motif).into_iter().filter_map(|story| {
        let levels = (before.level_of_story(story), after.level_of_story(story));
        let what = What::Story(story.story.clone());
        (levels.0 != levels.1).then_some(Change {
            before: levels.0,
            after: levels.1,
            what,
            persons: 1,
            ages: (story.age, story.age),
        })
    });
    let mut changes: Vec<Change> = stories.collect();
    if before.is_same_as(&after) {
        return changes;
    }
    let (few, many) = (persons(&before, &after, true), persons(&before, &after, false));
    let mut made: BTreeMap<(Option<Urgency>, Option<Urgency>, Profile), Vec<u16>> = BTreeMap::new();
    for (profile, is_pair) in profiles(&before, &after) {
        for (age, sex) in if is_pair { &few } else { &many } {
            let levels = (before.level(&profile, *age, *sex), after.level(&profile, *age, *sex));
            if levels.0 != levels.1 {
                made.entry((levels.0, levels.1, profile.clone())).or_default().push(*age);
            }
        }
    }
    // What one sign changes, it changes beside every other sign too: only the fewest signs are shown.
    let smallest = made.iter().filter(|((from, to, profile), ages)| {
        !made.iter().any(|((other_from, other_to, fewer), others)| {
            (other_from, other_to) == (from, to)
                && fewer.is_part_of(profile)
                && ages.iter().all(|age| others.contains(age))
        })
    });
    let mut found: Vec<Change> = smallest
        .map(|((before, after, profile), ages)| Change {
            before: *before,
            after: *after,
            what: What::Signs(profile.clone()),
            persons: ages.len(),
            ages: (ages.iter().min().copied().unwrap_or(0), ages.iter().max().copied().unwrap_or(0)),
        })
        .collect();
    // What is lowered comes first: it needs the stronger reason.
    found.sort_by_key(|change| (change.after > change.before, change.what.is_doubt(), change.what.clone()));
    changes.extend(found);
    changes
}

/// The stories of a motif, the newer telling of each.
fn told<'a>(old: &'a Content, new: &'a Content, motif: &Id) -> Vec<&'a Vignette> {
    let of = |content: &'a Content| content.vignettes.iter().filter(|story| &story.motif == motif).collect::<Vec<_>>();
    let (gone, kept) = (of(old), of(new));
    let gone = gone.into_iter().filter(|story| !kept.iter().any(|other| other.story == story.story));
    kept.iter().copied().chain(gone).collect()
}

/// A motif in one state of the content; nothing where it is missing there.
struct Side<'a> {
    library: &'a Library,
    motif: Option<&'a Motif>,
    protocol: Protocol<'a>,
}

impl<'a> Side<'a> {
    fn of(library: &'a Library, motif: &Id) -> Self {
        let protocol = Protocol::new(library, std::slice::from_ref(motif));
        Self { library, motif: library.motif(motif), protocol }
    }

    /// Whether both conclude by the same rules from the same questions; what a sentence says does not count.
    fn is_same_as(&self, other: &Side<'_>) -> bool {
        let rules = |side: &Side<'_>| {
            let rules = side.protocol.rules().iter();
            rules.map(|rule| (rule.id.clone(), rule.condition.clone(), rule.effect, rule.unknown)).collect::<Vec<_>>()
        };
        let signs = |side: &Side<'_>| {
            let signs = side.protocol.signs().iter();
            signs
                .map(|sign| (sign.id.clone(), sign.origin.clone(), sign.unknown, sign.only_for.clone()))
                .collect::<Vec<_>>()
        };
        let floor = |side: &Side<'_>| side.motif.map(|motif| motif.otherwise.level);
        floor(self) == floor(other) && rules(self) == rules(other) && signs(self) == signs(other)
    }

    fn level(&self, profile: &Profile, age: u16, sex: Sex) -> Option<Urgency> {
        self.motif?;
        let answer = |id: &Id| match (profile.present.contains(id), profile.unknown.as_ref() == Some(id)) {
            (_, true) => Answer::Unknown,
            (true, _) => Answer::Yes,
            _ => Answer::No,
        };
        let value = |measure: &Id| match &profile.measured {
            Some((known, tenths)) if known == measure => MeasureAnswer::Tenths(*tenths),
            _ => MeasureAnswer::Impossible,
        };
        let ticked = self.protocol.signs().iter().filter(|sign| sign.is_ticked());
        let measures = self.library.draft().measures.iter();
        let answers = Answers {
            signs: ticked.map(|sign| (sign.id.clone(), answer(&sign.id))).collect(),
            measures: measures.map(|measure| (measure.id.clone(), value(&measure.id))).collect(),
            age: Some(Known::Is(age)),
            sex: Some(Known::Is(sex)),
        };
        Some(evaluate(&self.protocol, &answers).level)
    }

    fn level_of_story(&self, story: &Vignette) -> Option<Urgency> {
        self.motif?;
        Some(evaluate(&self.protocol, &story.answers(self.library)).level)
    }
}
