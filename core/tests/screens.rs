//! Whoever needs help soon is told soon: how many screens the people of the stories see.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, reason = "tests")]

mod common;

use common::{CONTENT, library};
use sentier_content_build::{Screens, screens};
use sentier_core::content::{Origin, Sex, Urgency};
use sentier_core::triage::{Answer, Answers, Known, MOST_LINES, MeasureAnswer, Protocol, Step, StepKind, walk};

#[test]
fn half_of_the_people_are_told_within_the_screens_promised() {
    for level in screens(&CONTENT.library, &CONTENT.vignettes) {
        assert!(level.holds(), "{}: {} screens, {:?}", level.level.word(), level.median(), level.at_most());
    }
}

/// A line is a sign to tick, or a measure with all that is asked in its place.
fn lines(step: &Step) -> usize {
    let is_of_a_measure = |sign: &&String| match &CONTENT.library.sign(sign).unwrap().origin {
        Origin::Measured { measure, .. } => step.measures.contains(measure),
        _ => false,
    };
    let ticked = step.signs.iter().filter(|sign| !is_of_a_measure(sign)).count();
    step.measures.len().saturating_add(ticked)
}

#[test]
fn no_page_has_more_lines_than_said_and_each_is_full_before_the_next() {
    for vignette in &CONTENT.vignettes {
        let protocol = Protocol::new(&CONTENT.library, std::slice::from_ref(&vignette.motif));
        let steps = walk(&protocol, &vignette.answers(&CONTENT.library)).steps;
        let pages: Vec<&Step> = steps
            .iter()
            .filter(|step| !matches!(step.kind, StepKind::Gate | StepKind::Signs(Urgency::Vital)))
            .collect();
        assert!(pages.iter().all(|page| lines(page) <= MOST_LINES), "{}: {pages:?}", vignette.story);
        // A doubt may open again what was left out of a page.
        if vignette.unknown.is_empty() {
            let of_signs = pages.iter().filter(|page| matches!(page.kind, StepKind::Signs(_)));
            let counts: Vec<usize> = of_signs.map(|page| lines(page)).collect();
            let before_the_last = counts.split_last().map(|(_, before)| before).unwrap_or_default();
            assert!(before_the_last.iter().all(|count| *count == MOST_LINES), "{}: {counts:?}", vignette.story);
        }
    }
}

/// A value answers all signs of its measure; where there is none, the page asks for each of them in other words.
#[test]
fn what_could_not_be_measured_is_ticked_on_the_same_page() {
    let library = &CONTENT.library;
    let protocol = Protocol::new(library, &["fievre-avant-3-mois".to_owned()]);
    let mut answers = Answers { age: Some(Known::Is(2)), sex: Some(Known::Unknown), ..Answers::default() };
    for sign in protocol.signs().iter().filter(|sign| sign.origin == Origin::Asked) {
        answers.signs.insert(sign.id.clone(), Answer::No);
    }
    let page = |answers: &Answers| {
        let steps = walk(&protocol, answers).steps;
        steps.into_iter().find(|step| !step.measures.is_empty()).unwrap()
    };
    assert!(!page(&answers).is_complete);
    for measure in page(&answers).measures {
        answers.measures.insert(measure, MeasureAnswer::Tenths(370));
    }
    assert!(page(&answers).is_complete);
    let measured = page(&answers);
    for measure in &measured.measures {
        answers.measures.insert(measure.clone(), MeasureAnswer::Impossible);
    }
    let asked = page(&answers);
    assert!(!asked.is_complete);
    assert_eq!(asked.signs, measured.signs);
    assert!(asked.to_tick(library, &answers).len() > asked.to_tick(library, &Answers::default()).len());
    for sign in asked.to_tick(library, &answers) {
        answers.signs.insert(sign, Answer::No);
    }
    assert!(page(&answers).is_complete);
}

#[test]
fn one_screen_more_than_promised_is_refused() {
    let told = |counts: &[usize]| Screens { level: Urgency::Emergency, counts: counts.to_vec() }.holds();
    assert!(told(&[3, 4, 9]));
    assert!(!told(&[3, 5, 5]));
}

/// With these doubts a vital rule can still become truer by a pregnancy, and yet say no more than the emergency that
/// holds: the question for it must not be asked for ever.
#[test]
fn a_question_that_changes_nothing_ends_the_walk() {
    let mut answers = Answers { age: Some(Known::Is(500)), sex: Some(Known::Is(Sex::Female)), ..Answers::default() };
    let doubts = ["mal-de-ventre.monte", "mal-de-ventre.plaques-allergie", "coeur.sueurs", "always.douleur-forte"];
    let protocol = Protocol::new(library(), &["mal-de-ventre".to_owned()]);
    for sign in protocol.signs().iter().filter(|sign| !protocol.is_terrain(&sign.id)) {
        let answer = if doubts.contains(&sign.id.as_str()) { Answer::Unknown } else { Answer::No };
        answers.signs.insert(sign.id.clone(), answer);
    }
    let walk = walk(&protocol, &answers);
    assert_eq!(walk.verdict.map(|verdict| verdict.level), Some(Urgency::Emergency));
}
