//! The proofs, over the whole content.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use common::CONTENT;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use sentier_core::content::{Draft, Effect, Library, Urgency};
use sentier_core::triage::explain;
use sentier_core::triage::proof::{dead_rules, late_vital_signs, lowering_answers, next_higher, unreachable_levels};
use sentier_core::triage::{
    Answer, Answers, Known, MeasureAnswer, Protocol, Truth, Verdict, evaluate, highest_reachable, walk,
};

fn library() -> &'static Library {
    &CONTENT.library
}

/// The content with one change.
fn changed(change: impl FnOnce(&mut Draft)) -> Library {
    let mut draft = library().draft().clone();
    change(&mut draft);
    Library::check(draft).unwrap()
}

#[test]
fn no_rule_is_dead() {
    let dead = dead_rules(library());
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

#[test]
fn a_dead_rule_is_refused() {
    let bad = changed(|draft| {
        let motif = draft.motifs.first_mut().unwrap();
        let mut twin = motif.rules.first().unwrap().clone();
        twin.id = format!("{}.twin", motif.door.id);
        motif.rules.push(twin);
    });
    assert!(dead_rules(&bad).iter().any(|said| said.contains("twin")));
}

#[test]
fn every_level_is_reached() {
    let unreachable = unreachable_levels(library());
    assert!(unreachable.is_empty(), "{}", unreachable.join("\n"));
}

#[test]
fn a_level_that_nobody_reaches_is_refused() {
    let bad = changed(|draft| {
        // What fires for everybody, a man or a woman, leaves nothing for "otherwise".
        let motif = draft.motifs.first_mut().unwrap();
        let everybody =
            ["terrain.homme", "terrain.femme"].map(|id| sentier_core::content::Condition::Is(id.to_owned()));
        let mut rule = motif.rules.first().unwrap().clone();
        rule.id = format!("{}.everybody", motif.door.id);
        rule.condition = sentier_core::content::Condition::Any(everybody.to_vec());
        motif.rules.push(rule);
    });
    assert!(!unreachable_levels(&bad).is_empty());
}

#[test]
fn every_vital_sign_is_on_the_first_screen() {
    let late = late_vital_signs(library());
    assert!(late.is_empty(), "{}", late.join("\n"));
}

#[test]
fn a_vital_sign_that_waits_for_a_measure_is_refused() {
    let bad = changed(|draft| {
        let measure = draft.measures.first().unwrap().id.clone();
        let motif = draft.motifs.first_mut().unwrap();
        let vital = motif.rules.iter().find(|rule| rule.effect == Effect::Raise(Urgency::Vital)).unwrap();
        let id = vital.condition.signs().first().map(|id| (*id).clone()).unwrap();
        let sign = motif.signs.iter_mut().find(|sign| sign.id == id).unwrap();
        let bound = sentier_core::content::Bound::AtLeast(390);
        sign.origin = sentier_core::content::Origin::Measured { measure, bound, instead: sign.ask.clone() };
    });
    assert!(!late_vital_signs(&bad).is_empty());
}

#[test]
fn no_answer_lowers_a_level() {
    let (lowering, checked) = lowering_answers(library(), evaluate);
    assert!(lowering.is_empty(), "{}", lowering.join("\n"));
    assert!(checked > 10_000, "only {checked} steps were checked");
}

#[test]
fn an_engine_that_forgets_doubts_is_refused() {
    // "I don't know" taken for the most urgent, "yes" for what it is: a yes then lowers.
    fn forgetful(protocol: &Protocol<'_>, answers: &Answers) -> Verdict {
        let mut verdict = evaluate(protocol, answers);
        if answers.signs.iter().any(|(_, answer)| *answer == Answer::Unknown) {
            verdict.level = Urgency::Vital;
        }
        verdict
    }
    assert!(!lowering_answers(library(), forgetful).0.is_empty());
}

/// A profile by chance: mostly "no", a few "yes" and "unknown", any age, any sex, any measure.
fn random_answers(protocol: &Protocol<'_>, random: &mut TestRng) -> Answers {
    let mut below = |limit: u32| random.next_u32() % limit;
    let density = 1 + below(12);
    let mut answers = Answers::default();
    for sign in protocol.signs().iter().filter(|sign| sign.is_ticked()) {
        let answer = match below(density * 4) {
            0 => Answer::Yes,
            1 => Answer::Unknown,
            _ => Answer::No,
        };
        answers.signs.insert(sign.id.clone(), answer);
    }
    for measure in &library().draft().measures {
        let width = u32::try_from(measure.max - measure.min).unwrap();
        let value = measure.min + i32::try_from(below(width)).unwrap();
        let answer = if below(2) == 0 { MeasureAnswer::Impossible } else { MeasureAnswer::Tenths(value) };
        answers.measures.insert(measure.id.clone(), answer);
    }
    answers.age = Some(if below(20) == 0 { Known::Unknown } else { Known::Is(u16::try_from(below(1300)).unwrap()) });
    answers.sex = Some(match below(10) {
        0 => Known::Unknown,
        odd if odd % 2 == 1 => Known::Is(sentier_core::content::Sex::Female),
        _ => Known::Is(sentier_core::content::Sex::Male),
    });
    // A person contradicts neither their age nor their sex: what cannot concern them is not there.
    for sign in protocol.signs() {
        let is_excluded = sign.only_for.iter().filter_map(|id| library().sign(id));
        if is_excluded.into_iter().any(|other| answers.truth(library(), other) == Some(Truth::No)) {
            answers.signs.insert(sign.id.clone(), Answer::No);
        }
    }
    answers
}

fn profiles() -> usize {
    std::env::var("SENTIER_PROFILES").ok().and_then(|count| count.parse().ok()).unwrap_or(100_000)
}

/// One answer raised by chance, in each of so many profiles of every motif.
#[test]
fn random_profiles_are_never_lowered_by_a_raised_answer() {
    let motifs: Vec<_> = library().doors().map(|door| door.id.clone()).collect();
    std::thread::scope(|scope| {
        for half in motifs.chunks(motifs.len().div_ceil(2)) {
            scope.spawn(move || {
                let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
                for motif in half {
                    let protocol = Protocol::new(library(), std::slice::from_ref(motif));
                    for _ in 0..profiles() {
                        let answers = random_answers(&protocol, &mut random);
                        let place = usize::try_from(random.next_u32()).unwrap() % answers.signs.iter().count();
                        let (sign, answer) = answers.signs.iter().nth(place).unwrap();
                        let Some(higher) = next_higher(*answer) else {
                            continue;
                        };
                        let mut raised = answers.clone();
                        raised.signs.insert(sign.clone(), higher);
                        let (before, after) = (evaluate(&protocol, &answers).level, evaluate(&protocol, &raised).level);
                        assert!(after >= before, "{motif}: {sign} lowers {answers:?}");
                    }
                }
            });
        }
    });
}

/// The walk through the screens asks no more than it must and concludes what all the answers conclude; it ends, and
/// never has more screens than it said.
#[test]
fn random_walks_end_where_all_the_answers_lead() {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    for door in library().doors() {
        let protocol = Protocol::new(library(), std::slice::from_ref(&door.id));
        for _ in 0..1000 {
            let answers = random_answers(&protocol, &mut random);
            let walked = walk(&protocol, &answers);
            let verdict = walked.verdict.unwrap();
            assert_eq!(verdict.level, evaluate(&protocol, &answers).level, "{}: {answers:?}", door.id);
            let empty = walk(&protocol, &Answers::default());
            assert!(walked.steps.len() <= empty.at_most, "{} screens, {} were said", walked.steps.len(), empty.at_most);
        }
    }
}

#[test]
fn nothing_still_unasked_could_raise_a_verdict() {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    for door in library().doors() {
        let protocol = Protocol::new(library(), std::slice::from_ref(&door.id));
        for _ in 0..200 {
            let answers = random_answers(&protocol, &mut random);
            let walked = walk(&protocol, &answers);
            let verdict = walked.verdict.unwrap();
            assert_eq!(
                highest_reachable(&protocol, &walked.counted),
                verdict.level,
                "{}: {:?}",
                door.id,
                walked.counted
            );
        }
    }
}

/// What is said of another answer holds whatever was not asked: no lower level is shown that a question could raise.
#[test]
fn another_answer_never_promises_less_than_is_known() {
    let protocol = Protocol::new(library(), &["douleur-poitrine".to_owned()]);
    let mut answers = Answers::default();
    for sign in
        protocol.signs().iter().filter(|sign| protocol.is_gate(&sign.id) || sign.id.starts_with("douleur-poitrine."))
    {
        let is_present = sign.id == "douleur-poitrine.ailleurs";
        answers.signs.insert(sign.id.clone(), if is_present { Answer::Yes } else { Answer::No });
    }
    let walked = walk(&protocol, &answers);
    let verdict = walked.verdict.unwrap();
    assert_eq!(verdict.level, Urgency::Vital);
    assert!(explain::counterfactuals(&protocol, &walked.counted, &verdict).is_empty());
}

/// An answer that is not on the walk does not count.
#[test]
fn an_answer_that_is_no_longer_asked_does_not_count() {
    let protocol = Protocol::new(library(), &["douleur-poitrine".to_owned()]);
    let mut answers = Answers::default();
    answers.signs.insert("douleur-poitrine.serre".to_owned(), Answer::Yes);
    let walked = walk(&protocol, &answers);
    assert_eq!((walked.verdict, walked.counted.is_empty()), (None, true));
}

/// The floors of the reference: before three months and during a pregnancy nobody is told to wait at home.
#[test]
fn no_floor_is_crossed() {
    use sentier_core::content::Sex;
    for door in library().doors() {
        let protocol = Protocol::new(library(), std::slice::from_ref(&door.id));
        for (age, sex, present) in [
            (1, Sex::Male, None),
            (2, Sex::Female, None),
            (360, Sex::Female, Some("terrain.enceinte")),
            (360, Sex::Female, Some("terrain.accouchement-recent")),
            (960, Sex::Male, None),
            (400, Sex::Male, Some("always.seul")),
        ] {
            let mut answers = Answers { age: Some(Known::Is(age)), sex: Some(Known::Is(sex)), ..Answers::default() };
            for sign in protocol.signs().iter().filter(|sign| sign.is_ticked()) {
                let is_present = present == Some(sign.id.as_str());
                answers.signs.insert(sign.id.clone(), if is_present { Answer::Yes } else { Answer::No });
            }
            for measure in &library().draft().measures {
                answers.measures.insert(measure.id.clone(), MeasureAnswer::Impossible);
            }
            assert!(
                evaluate(&protocol, &answers).level > Urgency::SelfCare,
                "{} at {age} months, {present:?}",
                door.id
            );
        }
    }
}

#[test]
fn several_motifs_are_as_urgent_as_the_most_urgent() {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let doors: Vec<_> = library().doors().map(|door| door.id.clone()).collect();
    for pair in doors.windows(2) {
        let both = Protocol::new(library(), pair);
        for _ in 0..50 {
            let answers = random_answers(&both, &mut random);
            let level = evaluate(&both, &answers).level;
            for motif in pair {
                let alone = Protocol::new(library(), std::slice::from_ref(motif));
                assert!(evaluate(&alone, &answers).level <= level, "{motif} alone is more urgent");
            }
        }
    }
}

#[test]
fn every_number_shown_is_the_number_dialled() {
    for contact in &library().draft().contacts {
        let dialled: String = contact.href().chars().filter(char::is_ascii_digit).collect();
        let shown: String = contact.number.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(dialled, shown);
        assert!(contact.href().starts_with("tel:") || contact.href().starts_with("sms:"));
    }
}
