//! The proofs that go through all of the content. Those by chance are in `random_proofs.rs`.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use common::{changed, library};
use sentier_core::content::{Condition, Effect, Rule, Sex, Sign, Urgency};
use sentier_core::triage::claims::LEAST_ENUMERATED;
use sentier_core::triage::explain;
use sentier_core::triage::proof::{dead_rules, late_vital_signs, lowering_answers, unreachable_levels};
use sentier_core::triage::{Answer, Answers, Known, Protocol, level, walk};

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
        let everybody = ["terrain.homme", "terrain.femme"].map(|id| Condition::Is(id.to_owned()));
        let mut rule = motif.rules.first().unwrap().clone();
        rule.id = format!("{}.everybody", motif.door.id);
        rule.condition = Condition::Any(everybody.to_vec());
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
    let (lowering, checked) = lowering_answers(library(), level);
    assert!(lowering.is_empty(), "{}", lowering.join("\n"));
    assert!(checked >= LEAST_ENUMERATED, "only {checked} steps were checked");
}

#[test]
fn an_engine_that_forgets_doubts_is_refused() {
    // "I don't know" taken for the most urgent, "yes" for what it is: a yes then lowers.
    fn forgetful(protocol: &Protocol<'_>, answers: &Answers) -> Urgency {
        let has_doubt = answers.signs.iter().any(|(_, answer)| *answer == Answer::Unknown);
        if has_doubt { Urgency::Vital } else { level(protocol, answers) }
    }
    assert!(!lowering_answers(library(), forgetful).0.is_empty());
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
    assert!(explain::counterfactuals(&protocol, &walked.counted, &verdict, chrono::NaiveDate::MIN).is_empty());
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

/// A doubt about an emergency is one with any sign beside it, even one of a rule that age or sex has already fired.
#[test]
fn a_doubt_waits_for_a_sign_of_a_rule_that_fired_already() {
    let content = changed(|draft| {
        draft.motifs.truncate(1);
        let motif = draft.motifs.first_mut().unwrap();
        let (sign, rule) = (motif.signs.first().unwrap().clone(), motif.rules.first().unwrap().clone());
        motif.otherwise.level = Urgency::Planned;
        motif.signs = ["x.vital", "x.serious", "x.beside"].map(|id| Sign { id: id.to_owned(), ..sign.clone() }).into();
        let is = |id: &str| Condition::Is(id.to_owned());
        let rules = [
            ("x.vital", is("x.vital"), Urgency::Vital),
            ("x.serious", is("x.serious"), Urgency::Emergency),
            ("x.rule", Condition::Any(vec![is("terrain.homme"), is("x.beside")]), Urgency::Hours),
        ];
        let rules = rules.map(|(id, condition, level)| {
            let effect = Effect::Raise(level);
            Rule { id: id.to_owned(), condition, effect, unknown: Some(Urgency::Days), ..rule.clone() }
        });
        motif.rules = rules.into();
    });
    let protocol = Protocol::new(&content, &[content.motifs().first().unwrap().door.id.clone()]);
    let mut answers = Answers { age: Some(Known::Is(400)), sex: Some(Known::Is(Sex::Male)), ..Answers::default() };
    for sign in protocol.signs().iter().filter(|sign| sign.is_ticked()) {
        answers.signs.insert(sign.id.clone(), Answer::No);
    }
    answers.signs.insert("x.serious".to_owned(), Answer::Unknown);
    assert_eq!(walk(&protocol, &answers).verdict.unwrap().level, Urgency::Hours);
    answers.signs.insert("x.beside".to_owned(), Answer::Yes);
    assert_eq!(walk(&protocol, &answers).verdict.unwrap().level, Urgency::Emergency);
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
