//! What must hold of every profile, over random ones of every motif. Each proof is a function of the content and of the
//! engine, so that the test below it can feed it one that is broken and expect the refusal.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use common::{changed, library};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use sentier_core::Sorted;
use sentier_core::content::{Effect, Id, Library, Sex, Sign, Urgency};
use sentier_core::triage::claims::{
    ENDED_PROFILES, FLOOR_PROFILES, ORDERED_PROFILES, PAIRED_PROFILES, RAISED_PROFILES, WALKED_PROFILES,
};
use sentier_core::triage::proof::{Engine, next_higher};
use sentier_core::triage::{
    Answer, Answers, Cause, Known, MeasureAnswer, Protocol, Truth, Verdict, Walk, evaluate, highest_reachable, walk,
};

type Walker = fn(&Protocol<'_>, &Answers) -> Walk;

/// So many profiles of every motif; `make soak` asks for more.
fn profiles() -> usize {
    std::env::var("SENTIER_PROFILES").ok().and_then(|count| count.parse().ok()).unwrap_or(RAISED_PROFILES)
}

/// The profiles of a protocol: what they have in common is put together once.
struct Profiles<'a> {
    library: &'a Library,
    protocol: &'a Protocol<'a>,
    /// "No" to everything.
    nothing: Answers,
    /// The signs that are asked of some alone, and what says of whom.
    limited: Vec<(&'a Sign, Vec<&'a Sign>)>,
}

impl<'a> Profiles<'a> {
    fn of(library: &'a Library, protocol: &'a Protocol<'a>) -> Self {
        let ticked = protocol.signs().iter().filter(|sign| sign.is_ticked());
        let nothing =
            Answers { signs: ticked.map(|sign| (sign.id.clone(), Answer::No)).collect(), ..Answers::default() };
        let limited = protocol.signs().iter().filter(|sign| !sign.only_for.is_empty());
        let limited = limited.map(|sign| (*sign, sign.only_for.iter().filter_map(|id| library.sign(id)).collect()));
        Self { library, protocol, nothing, limited: limited.collect() }
    }

    /// A profile by chance: mostly "no", a few "yes" and "unknown", any age, any sex, any measure.
    fn next(&self, random: &mut TestRng) -> Answers {
        let mut below = |limit: u32| random.next_u32() % limit;
        let density = 1 + below(12);
        let mut answers = self.nothing.clone();
        for sign in self.protocol.signs().iter().filter(|sign| sign.is_ticked()) {
            match below(density * 4) {
                0 => answers.signs.insert(sign.id.clone(), Answer::Yes),
                1 => answers.signs.insert(sign.id.clone(), Answer::Unknown),
                _ => {}
            }
        }
        for measure in &self.library.draft().measures {
            let width = u32::try_from(measure.max - measure.min).unwrap();
            let value = measure.min + i32::try_from(below(width)).unwrap();
            let answer = if below(2) == 0 { MeasureAnswer::Impossible } else { MeasureAnswer::Tenths(value) };
            answers.measures.insert(measure.id.clone(), answer);
        }
        let age = if below(20) == 0 { Known::Unknown } else { Known::Is(u16::try_from(below(1300)).unwrap()) };
        answers.age = Some(age);
        answers.sex = Some(match below(10) {
            0 => Known::Unknown,
            odd if odd % 2 == 1 => Known::Is(Sex::Female),
            _ => Known::Is(Sex::Male),
        });
        // A person contradicts neither their age nor their sex: what cannot concern them is not there.
        for (sign, limits) in &self.limited {
            if limits.iter().any(|other| answers.truth(self.library, other) == Some(Truth::No)) {
                answers.signs.insert(sign.id.clone(), Answer::No);
            }
        }
        answers
    }
}

/// One answer raised by chance, in each of so many profiles of some motifs: what it lowers.
fn lowered(motifs: &[Id], engine: Engine, profiles: usize) -> Vec<String> {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut lowered = Vec::new();
    for motif in motifs {
        let protocol = Protocol::new(library(), std::slice::from_ref(motif));
        let by_chance = Profiles::of(library(), &protocol);
        for _ in 0..profiles {
            let answers = by_chance.next(&mut random);
            let place = usize::try_from(random.next_u32()).unwrap() % answers.signs.iter().count();
            let (sign, answer) = answers.signs.iter().nth(place).unwrap();
            let Some(higher) = next_higher(*answer) else {
                continue;
            };
            let mut raised = answers.clone();
            raised.signs.insert(sign.clone(), higher);
            if engine(&protocol, &raised).level < engine(&protocol, &answers).level {
                lowered.push(format!("{motif}: {sign} lowers {answers:?}"));
            }
        }
    }
    lowered
}

/// The walk through the screens concludes what all the answers conclude, and never has more screens than it said.
fn wrong_walks(walker: Walker) -> Vec<String> {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut wrong = Vec::new();
    for door in library().doors() {
        let protocol = Protocol::new(library(), std::slice::from_ref(&door.id));
        let by_chance = Profiles::of(library(), &protocol);
        let at_most = walker(&protocol, &Answers::default()).at_most;
        for _ in 0..WALKED_PROFILES {
            let answers = by_chance.next(&mut random);
            let walked = walker(&protocol, &answers);
            let level = walked.verdict.map(|verdict| verdict.level);
            if level != Some(evaluate(&protocol, &answers).level) || walked.steps.len() > at_most {
                wrong.push(format!("{}: {level:?} after {} screens, {answers:?}", door.id, walked.steps.len()));
            }
        }
    }
    wrong
}

/// Verdicts that a question not yet asked could still raise.
fn early_verdicts(walker: Walker) -> Vec<String> {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut early = Vec::new();
    for door in library().doors() {
        let protocol = Protocol::new(library(), std::slice::from_ref(&door.id));
        let by_chance = Profiles::of(library(), &protocol);
        for _ in 0..ENDED_PROFILES {
            let answers = by_chance.next(&mut random);
            let walked = walker(&protocol, &answers);
            let level = walked.verdict.map(|verdict| verdict.level);
            if level != Some(highest_reachable(&protocol, &walked.counted)) {
                early.push(format!("{}: {level:?} with {:?}", door.id, walked.counted));
            }
        }
    }
    early
}

/// Motifs whose verdict depends on the order in which answers were given, over profiles by chance.
fn moved_by_order() -> Vec<Id> {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut moved = Vec::new();
    for door in library().doors() {
        let protocol = Protocol::new(library(), std::slice::from_ref(&door.id));
        let by_chance = Profiles::of(library(), &protocol);
        for _ in 0..ORDERED_PROFILES {
            let answers = by_chance.next(&mut random);
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
                moved.push(door.id.clone());
            }
        }
    }
    moved
}

/// The floors of the reference: before three months, in a pregnancy and after it, past 80 and alone, nobody is told to
/// wait at home. Returns who is.
fn crossed_floors(library: &Library) -> Vec<String> {
    let mut crossed = Vec::new();
    for door in library.doors() {
        let protocol = Protocol::new(library, std::slice::from_ref(&door.id));
        let profiles: [(u16, Sex, Option<&str>); FLOOR_PROFILES] = [
            (1, Sex::Male, None),
            (2, Sex::Female, None),
            (360, Sex::Female, Some("terrain.enceinte")),
            (360, Sex::Female, Some("terrain.accouchement-recent")),
            (960, Sex::Male, None),
            (400, Sex::Male, Some("always.seul")),
        ];
        for (age, sex, present) in profiles {
            let mut answers = Answers { age: Some(Known::Is(age)), sex: Some(Known::Is(sex)), ..Answers::default() };
            for sign in protocol.signs().iter().filter(|sign| sign.is_ticked()) {
                let is_present = present == Some(sign.id.as_str());
                answers.signs.insert(sign.id.clone(), if is_present { Answer::Yes } else { Answer::No });
            }
            for measure in &library.draft().measures {
                answers.measures.insert(measure.id.clone(), MeasureAnswer::Impossible);
            }
            if evaluate(&protocol, &answers).level == Urgency::SelfCare {
                crossed.push(format!("{} at {age} months, {present:?}", door.id));
            }
        }
    }
    crossed
}

/// Two motifs together are as urgent as each alone; returns those that are not.
fn lowered_by_company(engine: Engine) -> Vec<String> {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let doors: Vec<Id> = library().doors().map(|door| door.id.clone()).collect();
    let mut lowered = Vec::new();
    for pair in doors.windows(2) {
        let both = Protocol::new(library(), pair);
        let by_chance = Profiles::of(library(), &both);
        for _ in 0..PAIRED_PROFILES {
            let answers = by_chance.next(&mut random);
            let level = engine(&both, &answers).level;
            for motif in pair {
                let alone = Protocol::new(library(), std::slice::from_ref(motif));
                if engine(&alone, &answers).level > level {
                    lowered.push(format!("{motif} alone is more urgent than {pair:?}"));
                }
            }
        }
    }
    lowered
}

#[test]
fn random_profiles_are_never_lowered_by_a_raised_answer() {
    let motifs: Vec<Id> = library().doors().map(|door| door.id.clone()).collect();
    std::thread::scope(|scope| {
        for half in motifs.chunks(motifs.len().div_ceil(2)) {
            scope.spawn(move || {
                let lowered = lowered(half, evaluate, profiles());
                assert!(lowered.is_empty(), "{}", lowered.join("\n"));
            });
        }
    });
}

#[test]
fn an_engine_that_a_raised_answer_lowers_is_refused() {
    fn forgetful(protocol: &Protocol<'_>, answers: &Answers) -> Verdict {
        let mut verdict = evaluate(protocol, answers);
        if answers.signs.iter().filter(|(_, answer)| **answer == Answer::Yes).count() > 3 {
            verdict.level = Urgency::SelfCare;
        }
        verdict
    }
    let motifs: Vec<Id> = library().doors().take(1).map(|door| door.id.clone()).collect();
    assert!(!lowered(&motifs, forgetful, 2000).is_empty());
}

#[test]
fn random_walks_end_where_all_the_answers_lead() {
    let wrong = wrong_walks(walk);
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
    assert!(!wrong_walks(forgetful).is_empty());
}

#[test]
fn a_walk_of_more_screens_than_it_said_is_refused() {
    fn modest(protocol: &Protocol<'_>, answers: &Answers) -> Walk {
        Walk { at_most: 2, ..walk(protocol, answers) }
    }
    assert!(!wrong_walks(modest).is_empty());
}

#[test]
fn nothing_still_unasked_could_raise_a_verdict() {
    let early = early_verdicts(walk);
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
    assert!(!early_verdicts(hasty).is_empty());
}

#[test]
fn the_order_of_the_answers_changes_nothing() {
    let moved = moved_by_order();
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
    let lowered = lowered_by_company(evaluate);
    assert!(lowered.is_empty(), "{}", lowered.join("\n"));
}

#[test]
fn an_engine_that_hears_the_first_motif_alone_is_refused() {
    fn deaf(protocol: &Protocol<'_>, answers: &Answers) -> Verdict {
        let mut verdict = evaluate(protocol, answers);
        let first = library().doors().next().map(|door| format!("{}.", door.id)).unwrap();
        let is_together = protocol.signs().iter().any(|sign| sign.id.starts_with(&first))
            && matches!(&verdict.decided_by, Cause::Rule(rule) if !rule.starts_with(&first));
        if is_together {
            verdict.level = Urgency::SelfCare;
        }
        verdict
    }
    assert!(!lowered_by_company(deaf).is_empty());
}
