//! Two states of the content beside each other: which example profiles change level, for a pull request.
//!
//! Stories of both states are compared, and profiles made from the rules: for every age and sex, with and without a
//! pregnancy, each sign alone, the signs that each rule needs (ticked, in doubt one after the other, measured at their
//! bound), and each two signs of the motif together. What comes out depends on the two folders alone, so a pull request
//! says the same on every machine.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use sentier_core::content::{Bound, Condition, Id, Library, Motif, Origin, Sex, Urgency};
use sentier_core::triage::{Answer, Answers, Known, MeasureAnswer, Protocol, evaluate};

use crate::{Content, Vignette};

/// The most lines of one motif; the number of the others is said.
const MOST_LINES: usize = 40;

/// A change that more motifs than this share is said once, not with each of them.
const MOST_MOTIFS: usize = 3;

const HEAD: &str = "| Sens | Avant | Après | Ce qui est présent | Personnes |\n| --- | --- | --- | --- | --- |";

/// Whom two signs together are tried on, in months: one age between all limits would do for most rules, but not for
/// those of a baby or of old age.
const FEW_AGES: [u16; 4] = [2, 48, 400, 960];

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

/// The profiles that are tried, and whether each is two signs of the motif that no rule puts together.
fn profiles(before: &Side<'_>, after: &Side<'_>) -> BTreeMap<Profile, bool> {
    let sides = || [before, after].into_iter();
    let of = |present: BTreeSet<Id>| Profile { present, ..Profile::default() };
    let mut profiles: BTreeMap<Profile, bool> = BTreeMap::new();
    let own: BTreeSet<&Id> =
        sides().filter_map(|side| side.motif).flat_map(|motif| &motif.signs).map(|sign| &sign.id).collect();
    for (place, one) in own.iter().enumerate() {
        for other in own.iter().skip(place.saturating_add(1)) {
            profiles.insert(of([*one, *other].into_iter().cloned().collect()), true);
        }
    }
    let asked = sides().flat_map(|side| side.protocol.signs()).filter(|sign| sign.is_ticked());
    let alone = asked.map(|sign| BTreeSet::from([sign.id.clone()]));
    let needed = sides().flat_map(|side| side.protocol.rules()).flat_map(|rule| ways(&rule.condition));
    let pregnant = format!("{}.enceinte", Library::TERRAIN);
    for set in alone.chain(needed).chain([BTreeSet::new()]) {
        for sign in sides().flat_map(|side| set.iter().filter_map(|id| side.library.sign(id))) {
            let rest: BTreeSet<Id> = set.iter().filter(|id| **id != sign.id).cloned().collect();
            match &sign.origin {
                Origin::Measured { measure, bound, .. } => {
                    let value = match bound {
                        Bound::AtLeast(value) => *value,
                        Bound::Below(value) => value.saturating_sub(1),
                    };
                    profiles.insert(Profile { measured: Some((measure.clone(), value)), ..of(rest.clone()) }, false);
                }
                Origin::Age { .. } | Origin::Sex(_) => continue,
                Origin::Asked => {}
            }
            profiles.insert(Profile { unknown: Some(sign.id.clone()), ..of(rest) }, false);
        }
        let with = set.iter().cloned().chain([pregnant.clone()]).collect();
        profiles.insert(of(set), false);
        profiles.insert(of(with), false);
    }
    profiles
}

/// The sets of signs of which each fulfils a condition; what follows from age and sex is harmless in them.
fn ways(condition: &Condition) -> Vec<BTreeSet<Id>> {
    const MOST: usize = 64;
    let all = |parts: &[Condition]| {
        parts.iter().fold(vec![BTreeSet::new()], |ways_so_far, part| {
            let more = ways(part);
            let both =
                ways_so_far.iter().flat_map(|way| more.iter().map(move |other| way.union(other).cloned().collect()));
            both.take(MOST).collect()
        })
    };
    match condition {
        Condition::Is(sign) => vec![BTreeSet::from([sign.clone()])],
        Condition::Any(parts) => parts.iter().flat_map(ways).take(MOST).collect(),
        Condition::All(parts) => all(parts),
        Condition::AtLeast(least, parts) => parts.windows((*least).max(1)).flat_map(all).take(MOST).collect(),
    }
}

/// Everybody of whom a rule of one of the two states may speak: an age on each side of every limit, both sexes.
fn persons(before: &Side<'_>, after: &Side<'_>, is_pair: bool) -> Vec<(u16, Sex)> {
    let mut ages: BTreeSet<u16> = FEW_AGES.into_iter().collect();
    for side in [before, after].into_iter().filter(|_| !is_pair) {
        let named = side.protocol.rules().iter().flat_map(|rule| rule.condition.signs());
        let limits = side.protocol.signs().iter().flat_map(|sign| &sign.only_for);
        for sign in named.chain(limits).filter_map(|id| side.library.sign(id)) {
            if let Origin::Age { from, to } = sign.origin {
                let around = [Some(from), from.checked_sub(1), to, to.and_then(|to| to.checked_sub(1))];
                ages.extend(around.into_iter().flatten());
            }
        }
    }
    ages.into_iter().flat_map(|age| [(age, Sex::Female), (age, Sex::Male)]).collect()
}

/// The changes as Markdown, in the language of the content: clinicians read it in a pull request.
#[must_use]
pub fn markdown(old: &Content, new: &Content) -> String {
    let changes = changes(old, new);
    let mut said = String::from("### Profils d’exemple qui changent de niveau\n");
    if changes.is_empty() {
        said.push_str("\nAucun : tous les profils comparés gardent leur niveau.\n");
    }
    let mut motifs: BTreeMap<Shape<'_>, (usize, &Change)> = BTreeMap::new();
    for change in changes.values().flatten() {
        let (count, _) = motifs.entry(shape(change)).or_insert((0, change));
        *count = count.saturating_add(1);
    }
    let is_common = |change: &Change| motifs.get(&shape(change)).is_some_and(|(count, _)| *count > MOST_MOTIFS);
    let common: Vec<&(usize, &Change)> = motifs.values().filter(|(_, change)| is_common(change)).collect();
    if !common.is_empty() {
        let _ = writeln!(said, "\n#### Dans plusieurs motifs\n\n{HEAD}");
        for (count, change) in common {
            let _ = writeln!(said, "{} dans {count} motifs |", line(old, new, change));
        }
    }
    for (motif, changes) in &changes {
        let changes: Vec<&Change> = changes.iter().filter(|change| !is_common(change)).collect();
        if changes.is_empty() {
            continue;
        }
        let known = new.library.motif(motif).or_else(|| old.library.motif(motif));
        let title = known.map(|motif| motif.door.title.as_str()).unwrap_or_default();
        let lowered = changes.iter().filter(|change| change.after < change.before).count();
        let raised = changes.len().saturating_sub(lowered);
        let _ = writeln!(said, "\n#### {title} (`{motif}`) : {lowered} en baisse, {raised} en hausse\n");
        let _ = writeln!(said, "{HEAD}");
        for change in changes.iter().take(MOST_LINES) {
            let _ = writeln!(said, "{} {} |", line(old, new, change), persons_said(change));
        }
        if let Some(more) = changes.len().checked_sub(MOST_LINES).filter(|more| *more > 0) {
            let _ = writeln!(said, "\n… et {more} autres lignes.");
        }
    }
    said
}

fn line(old: &Content, new: &Content, change: &Change) -> String {
    let level = |level: Option<Urgency>| {
        let name = level.and_then(|level| new.library.level(level)).map(|advice| advice.name.clone());
        name.unwrap_or_else(|| "—".to_owned())
    };
    let what = match &change.what {
        What::Story(story) => format!("Situation d’essai : « {story} »"),
        What::Signs(profile) => said_of(old, new, profile),
    };
    let direction = if change.after < change.before { "**baisse**" } else { "hausse" };
    let what = what.replace('|', "\\|");
    format!("| {direction} | {} | {} | {what} |", level(change.before), level(change.after))
}

fn persons_said(change: &Change) -> String {
    let (youngest, oldest) = change.ages;
    match &change.what {
        What::Story(_) => years(youngest),
        What::Signs(_) if youngest == oldest => format!("{}, {}", change.persons, years(youngest)),
        What::Signs(_) => format!("{}, de {} à {}", change.persons, years(youngest), years(oldest)),
    }
}

/// A change but for whom it concerns: what is lowered first.
type Shape<'c> = (bool, &'c What, Option<Urgency>, Option<Urgency>);

fn shape(change: &Change) -> Shape<'_> {
    (change.after > change.before, &change.what, change.before, change.after)
}

fn said_of(old: &Content, new: &Content, profile: &Profile) -> String {
    let mut said: Vec<String> = profile.present.iter().map(|sign| statement(old, new, sign)).collect();
    said.extend(profile.unknown.iter().map(|sign| format!("« je ne sais pas » à : {}", statement(old, new, sign))));
    if let Some((id, value)) = &profile.measured {
        let measure = new.library.measure(id).or_else(|| old.library.measure(id));
        said.extend(measure.map(|measure| format!("{} : {} {}", measure.name, measure.show(*value), measure.unit)));
    }
    if said.is_empty() { "aucun signe".to_owned() } else { said.join(" + ") }
}

fn statement(old: &Content, new: &Content, id: &Id) -> String {
    let sign = new.library.sign(id).or_else(|| old.library.sign(id));
    sign.map_or_else(|| id.clone(), |sign| sentier_core::content::Sign::statement(sign.question()))
}

fn years(months: u16) -> String {
    if months < 24 { format!("{months} mois") } else { format!("{} ans", months / 12) }
}
