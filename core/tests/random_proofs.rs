//! What must hold of every profile, over random ones of every motif. Each proof is a function of the content and of the
//! engine, so that the test below it can feed it one that is broken and expect the refusal.
#![allow(
    missing_docs,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use common::{changed, each, library, motifs};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use sentier_core::Sorted;
use sentier_core::content::{Effect, Id, Library, Origin, Sex, Sign, Urgency};
use sentier_core::triage::claims::{
    ENDED_PROFILES, FLOOR_PROFILES, ORDERED_PROFILES, PAIRED_PROFILES, RAISED_PROFILES, WALKED_PROFILES,
};
use sentier_core::triage::proof::{Engine, next_higher};
use sentier_core::triage::{
    Answer, Answers, Cause, Known, MeasureAnswer, Protocol, Truth, Walk, evaluate, highest_reachable, level, walk,
};

type Walker = fn(&Protocol<'_>, &Answers) -> Walk;

/// So many profiles of every motif; `make soak` asks for more.
fn profiles() -> usize {
    std::env::var("SENTIER_PROFILES").ok().and_then(|count| count.parse().ok()).unwrap_or(RAISED_PROFILES)
}

/// Profiles of a protocol by chance. There is one set of answers, made anew for each: millions of them are asked for.
struct Profiles<'a> {
    library: &'a Library,
    random: TestRng,
    /// The profile: an answer to every sign that is ticked.
    answers: Answers,
    /// The signs that say whom some others concern.
    limits: Vec<&'a Sign>,
    /// Which of `limits` each sign of `answers` has.
    limited_by: Vec<Vec<usize>>,
}

impl<'a> Profiles<'a> {
    /// The profiles of a protocol; each number has other ones, the same in every run.
    fn of(library: &'a Library, protocol: &Protocol<'a>, number: usize) -> Self {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&number.to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
        let ticked = protocol.signs().iter().filter(|sign| sign.is_ticked());
        let answers =
            Answers { signs: ticked.map(|sign| (sign.id.clone(), Answer::No)).collect(), ..Answers::default() };
        let mut limits: Vec<&Sign> = Vec::new();
        let mut limited_by = Vec::new();
        for (id, _) in answers.signs.iter() {
            let only_for = library.sign(id).unwrap().only_for.iter().map(|limit| library.sign(limit).unwrap());
            let places = only_for.map(|limit| {
                limits.iter().position(|known| known.id == limit.id).unwrap_or_else(|| {
                    limits.push(limit);
                    limits.len() - 1
                })
            });
            limited_by.push(places.collect());
        }
        Self { library, random, answers, limits, limited_by }
    }

    fn below(&mut self, limit: u32) -> u32 {
        self.random.next_u32() % limit
    }

    /// A profile by chance: mostly "no", a few "yes" and "unknown", any age, any sex, any measure.
    fn next(&mut self) -> &mut Answers {
        let density = 1 + self.below(12);
        for (_, answer) in self.answers.signs.iter_mut() {
            *answer = match self.random.next_u32() % (density * 4) {
                0 => Answer::Yes,
                1 => Answer::Unknown,
                _ => Answer::No,
            };
        }
        for measure in &self.library.draft().measures {
            let width = u32::try_from(measure.max - measure.min).unwrap();
            let value = measure.min + i32::try_from(self.below(width)).unwrap();
            let answer = if self.below(2) == 0 { MeasureAnswer::Impossible } else { MeasureAnswer::Tenths(value) };
            self.answers.measures.insert(measure.id.clone(), answer);
        }
        let age =
            if self.below(20) == 0 { Known::Unknown } else { Known::Is(u16::try_from(self.below(1300)).unwrap()) };
        self.answers.age = Some(age);
        self.answers.sex = Some(match self.below(10) {
            0 => Known::Unknown,
            odd if odd % 2 == 1 => Known::Is(Sex::Female),
            _ => Known::Is(Sex::Male),
        });
        // A person contradicts neither their age nor their sex: what cannot concern them is not there.
        let is_out = |limit: &&Sign| self.answers.truth(self.library, limit) == Some(Truth::No);
        let out: Vec<bool> = self.limits.iter().map(is_out).collect();
        for ((_, answer), limits) in self.answers.signs.iter_mut().zip(&self.limited_by) {
            if limits.iter().any(|limit| out[*limit]) {
                *answer = Answer::No;
            }
        }
        &mut self.answers
    }

    /// Raises one answer of the profile by chance: which sign, or none where every answer is yes.
    fn raise(&mut self) -> Option<Id> {
        let can_rise = |answer: &Answer| next_higher(*answer).is_some();
        let count = self.answers.signs.iter().filter(|(_, answer)| can_rise(answer)).count();
        let place = usize::try_from(self.random.next_u32()).unwrap().checked_rem(count)?;
        let mut rising = self.answers.signs.iter_mut().filter(|(_, answer)| can_rise(answer));
        let (sign, answer) = rising.nth(place)?;
        *answer = next_higher(*answer)?;
        Some(sign.clone())
    }
}

/// One answer raised by chance, in each of so many profiles of a motif: what it lowers.
fn lowered(number: usize, motif: &Id, engine: Engine, profiles: usize) -> Vec<String> {
    let protocol = Protocol::new(library(), std::slice::from_ref(motif));
    let mut by_chance = Profiles::of(library(), &protocol, number);
    let mut lowered = Vec::new();
    for _ in 0..profiles {
        let before = engine(&protocol, by_chance.next());
        let Some(sign) = by_chance.raise() else {
            continue;
        };
        let after = engine(&protocol, &by_chance.answers);
        if after < before {
            lowered.push(format!("{motif}: {sign} lowers {before:?} to {after:?}, {:?}", by_chance.answers));
        }
    }
    lowered
}

/// The walk through the screens concludes what all the answers conclude, reasons or not, and never has more screens
/// than it said.
fn wrong_walks(number: usize, motif: &Id, walker: Walker) -> Vec<String> {
    let protocol = Protocol::new(library(), std::slice::from_ref(motif));
    let mut by_chance = Profiles::of(library(), &protocol, number);
    let at_most = walker(&protocol, &Answers::default()).at_most;
    let mut wrong = Vec::new();
    for _ in 0..WALKED_PROFILES {
        let answers = by_chance.next();
        let walked = walker(&protocol, answers);
        let found = [walked.verdict.map(|verdict| verdict.level), Some(level(&protocol, answers))];
        let expected = Some(evaluate(&protocol, answers).level);
        if found != [expected; 2] || walked.steps.len() > at_most {
            wrong.push(format!("{motif}: {found:?} after {} screens, {answers:?}", walked.steps.len()));
        }
    }
    wrong
}

/// Verdicts that a question not yet asked could still raise.
fn early_verdicts(number: usize, motif: &Id, walker: Walker) -> Vec<String> {
    let protocol = Protocol::new(library(), std::slice::from_ref(motif));
    let mut by_chance = Profiles::of(library(), &protocol, number);
    let mut early = Vec::new();
    for _ in 0..ENDED_PROFILES {
        let walked = walker(&protocol, by_chance.next());
        let level = walked.verdict.map(|verdict| verdict.level);
        if level != Some(highest_reachable(&protocol, &walked.counted)) {
            early.push(format!("{motif}: {level:?} with {:?}", walked.counted));
        }
    }
    early
}

/// Motifs whose verdict depends on the order in which answers were given, over profiles by chance.
fn moved_by_order(number: usize, motif: &Id) -> Vec<String> {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut moved = Vec::new();
    let protocol = Protocol::new(library(), std::slice::from_ref(motif));
    let mut by_chance = Profiles::of(library(), &protocol, number);
    for _ in 0..ORDERED_PROFILES {
        let answers = by_chance.next().clone();
        let mut given: Vec<(&Id, &Answer)> = answers.signs.iter().collect();
        for last in (1..given.len()).rev() {
            given.swap(last, usize::try_from(random.next_u32()).unwrap() % (last + 1));
        }
        // Changed on the way, and back: what was said before must not count either.
        let mut other = Answers { signs: Sorted::default(), ..answers.clone() };
        for (sign, _) in &given {
            other.signs.insert((*sign).clone(), Answer::Unknown);
        }
        for (sign, answer) in given {
            other.signs.insert(sign.clone(), *answer);
        }
        if evaluate(&protocol, &other) != evaluate(&protocol, &answers) {
            moved.push(motif.clone());
        }
    }
    moved
}

fn is_measured_by(sign: &Sign, id: &str) -> bool {
    matches!(&sign.origin, Origin::Measured { measure, .. } if measure == id)
}

/// The floors of the reference: before three months, in a pregnancy and after it, past 80, alone, in strong pain, worse by
/// the hour, for the third time, with a fever and weak defences, nobody is told to wait at home; who feels that it is
/// serious has a doctor's advice the same day. Returns where that is not so.
fn crossed_floors(library: &Library) -> Vec<String> {
    let mut crossed = Vec::new();
    for door in library.doors() {
        let protocol = Protocol::new(library, std::slice::from_ref(&door.id));
        let profiles: [(u16, Sex, Option<&str>, Urgency); FLOOR_PROFILES] = [
            (1, Sex::Male, None, Urgency::Planned),
            (2, Sex::Female, None, Urgency::Planned),
            (360, Sex::Female, Some("terrain.enceinte"), Urgency::Planned),
            (360, Sex::Female, Some("terrain.accouchement-recent"), Urgency::Planned),
            (960, Sex::Male, None, Urgency::Planned),
            (400, Sex::Male, Some("always.seul"), Urgency::Planned),
            (400, Sex::Male, Some("always.douleur-forte"), Urgency::Planned),
            (400, Sex::Female, Some("always.de-pire-en-pire"), Urgency::Planned),
            (400, Sex::Male, Some("always.troisieme-fois"), Urgency::Planned),
            (400, Sex::Female, Some("terrain.immunite-faible"), Urgency::Planned),
            (60, Sex::Female, Some("always.inquietude"), Urgency::Hours),
        ];
        for (age, sex, present, least) in profiles {
            let mut answers = Answers { age: Some(Known::Is(age)), sex: Some(Known::Is(sex)), ..Answers::default() };
            for sign in protocol.signs().iter().filter(|sign| sign.is_ticked()) {
                let is_present = present == Some(sign.id.as_str());
                answers.signs.insert(sign.id.clone(), if is_present { Answer::Yes } else { Answer::No });
            }
            for measure in &library.draft().measures {
                let is_fever = measure.id == "temperature" && present == Some("terrain.immunite-faible");
                let answer = if is_fever { MeasureAnswer::Tenths(385) } else { MeasureAnswer::Impossible };
                answers.measures.insert(measure.id.clone(), answer);
            }
            // Where a motif does not ask for the temperature, nobody says that there is a fever.
            let asks = |id: &str| protocol.signs().iter().any(|sign| sign.id == id || is_measured_by(sign, id));
            let is_asked =
                present.is_none_or(asks) && (present != Some("terrain.immunite-faible") || asks("temperature"));
            let level = evaluate(&protocol, &answers).level;
            if is_asked && level < least {
                crossed.push(format!("{} at {age} months, {present:?}: {level:?}", door.id));
            }
        }
    }
    crossed
}

/// Two motifs together are as urgent as each alone; returns those that are not.
fn lowered_by_company(number: usize, pair: &[Id], engine: Engine) -> Vec<String> {
    let both = Protocol::new(library(), pair);
    let alone: Vec<Protocol<'_>> =
        pair.iter().map(|motif| Protocol::new(library(), std::slice::from_ref(motif))).collect();
    let mut by_chance = Profiles::of(library(), &both, number);
    let mut lowered = Vec::new();
    for _ in 0..PAIRED_PROFILES {
        let answers = by_chance.next();
        let together = engine(&both, answers);
        for (alone, motif) in alone.iter().zip(pair) {
            if engine(alone, answers) > together {
                lowered.push(format!("{motif} alone is more urgent than {pair:?}"));
            }
        }
    }
    lowered
}

#[test]
fn random_profiles_are_never_lowered_by_a_raised_answer() {
    let profiles = profiles();
    let lowered = each(&motifs(), |number, motif| lowered(number, motif, level, profiles));
    assert!(lowered.is_empty(), "{}", lowered.join("\n"));
}

#[test]
fn an_engine_that_a_raised_answer_lowers_is_refused() {
    fn forgetful(protocol: &Protocol<'_>, answers: &Answers) -> Urgency {
        let present = answers.signs.iter().filter(|(_, answer)| **answer == Answer::Yes).count();
        if present > 3 { Urgency::SelfCare } else { level(protocol, answers) }
    }
    assert!(!lowered(0, &motifs()[0], forgetful, 2000).is_empty());
}

#[test]
fn random_walks_end_where_all_the_answers_lead() {
    let wrong = each(&motifs(), |number, motif| wrong_walks(number, motif, walk));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_walk_that_loses_an_answer_is_refused() {
    // The last present sign is forgotten on the way.
    fn forgetful(protocol: &Protocol<'_>, answers: &Answers) -> Walk {
        let mut fewer = answers.clone();
        let last = answers.signs.iter().filter(|(_, answer)| **answer == Answer::Yes).last();
        if let Some((sign, _)) = last {
            fewer.signs.insert(sign.clone(), Answer::No);
        }
        walk(protocol, &fewer)
    }
    assert!(!wrong_walks(0, &motifs()[0], forgetful).is_empty());
}

#[test]
fn a_walk_of_more_screens_than_it_said_is_refused() {
    fn modest(protocol: &Protocol<'_>, answers: &Answers) -> Walk {
        Walk { at_most: 2, ..walk(protocol, answers) }
    }
    assert!(!wrong_walks(0, &motifs()[0], modest).is_empty());
}

#[test]
fn nothing_still_unasked_could_raise_a_verdict() {
    let early = each(&motifs(), |number, motif| early_verdicts(number, motif, walk));
    assert!(early.is_empty(), "{}", early.join("\n"));
}

#[test]
fn a_walk_that_stops_early_is_refused() {
    // It concludes from the gate and the vital signs alone.
    fn hasty(protocol: &Protocol<'_>, answers: &Answers) -> Walk {
        let walked = walk(protocol, answers);
        let asked: Vec<&Id> = walked.steps.iter().take(2).flat_map(|step| step.signs.iter()).collect();
        let mut counted = Answers::default();
        for (sign, answer) in walked.counted.signs.iter().filter(|(sign, _)| asked.contains(sign)) {
            counted.signs.insert(sign.clone(), *answer);
        }
        Walk { counted, ..walked }
    }
    assert!(!early_verdicts(0, &motifs()[0], hasty).is_empty());
}

#[test]
fn the_order_of_the_answers_changes_nothing() {
    let moved = each(&motifs(), moved_by_order);
    assert!(moved.is_empty(), "{moved:?}");
}

#[test]
fn no_floor_is_crossed() {
    let crossed = crossed_floors(library());
    assert!(crossed.is_empty(), "{}", crossed.join("\n"));
}

#[test]
fn content_without_its_floors_is_refused() {
    let bad = changed(|draft| {
        for group in &mut draft.groups {
            group.rules.retain(|rule| rule.effect != Effect::OneStep);
        }
        for motif in &mut draft.motifs {
            motif.otherwise.level = Urgency::SelfCare;
        }
    });
    assert!(!crossed_floors(&bad).is_empty());
}

#[test]
fn several_motifs_are_as_urgent_as_the_most_urgent() {
    let pairs: Vec<Vec<Id>> = motifs().windows(2).map(<[Id]>::to_vec).collect();
    let lowered = each(&pairs, |number, pair| lowered_by_company(number, pair, level));
    assert!(lowered.is_empty(), "{}", lowered.join("\n"));
}

#[test]
fn an_engine_that_hears_the_first_motif_alone_is_refused() {
    fn deaf(protocol: &Protocol<'_>, answers: &Answers) -> Urgency {
        let verdict = evaluate(protocol, answers);
        let first = format!("{}.", motifs()[0]);
        let is_together = protocol.signs().iter().any(|sign| sign.id.starts_with(&first))
            && matches!(&verdict.decided_by, Cause::Rule(rule) if !rule.starts_with(&first));
        if is_together { Urgency::SelfCare } else { verdict.level }
    }
    assert!(!lowered_by_company(0, &motifs()[..2], deaf).is_empty());
}
