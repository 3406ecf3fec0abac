//! The triage in other words: nothing but words is another, and the words keep to what the French keep to.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::CONTENT;
use sentier_core::content::Library;
use sentier_core::content::pack;
use sentier_core::content::wording::Wording;

fn language(id: &str) -> &'static Wording {
    &CONTENT.languages.iter().find(|language| language.id == id).unwrap().wording
}

fn worded(id: &str) -> Library {
    language(id).put_into(&CONTENT.library).unwrap()
}

/// The words of one library in the other give back this one: levels, rules, numbers, ids and their order are the same.
#[test]
fn nothing_but_words_is_another() {
    let french = &CONTENT.library;
    for language in &CONTENT.languages {
        let other = language.wording.put_into(french).unwrap();
        let mut back = Wording::of(french, &mut |_| None);
        back.searched = french.doors().map(|door| door.words.clone()).collect();
        back.words = Some(french.draft().words.clone());
        assert_eq!(&back.put_into(&other).unwrap(), french, "{}", language.id);
        assert_ne!(&other, french, "{} says nothing", language.id);
    }
}

#[test]
fn words_of_other_rules_are_refused() {
    let mut other = language("en").clone();
    other.version.push('x');
    assert_eq!(other.put_into(&CONTENT.library), None);
    for change in [|texts: &mut Vec<String>| drop(texts.pop()), |texts: &mut Vec<String>| texts.push(String::new())] {
        let mut other = language("en").clone();
        change(&mut other.texts);
        assert_eq!(other.put_into(&CONTENT.library), None);
    }
}

#[test]
fn the_pack_brings_the_same_words() {
    for language in &CONTENT.languages {
        let bytes = pack::write_wording(&language.wording).unwrap();
        assert_eq!(pack::read_wording(&bytes).unwrap(), language.wording);
    }
}

/// What is asked and said in a library.
fn asked_and_said(library: &Library) -> (Vec<String>, Vec<String>) {
    let draft = library.draft();
    let signs = draft.motifs.iter().flat_map(|it| &it.signs).chain(draft.groups.iter().flat_map(|it| &it.signs));
    let asked = signs.map(|sign| sign.question().to_owned()).collect();
    (asked, Wording::of(library, &mut |_| None).texts)
}

fn words_in(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '’');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn every_english_question_is_closed_and_short() {
    const NEGATIONS: [&str; 10] =
        ["not", "no", "never", "none", "nothing", "without", "isn’t", "don’t", "doesn’t", "can’t"];
    for ask in asked_and_said(&worded("en")).0 {
        assert!(ask.ends_with('?'), "{ask}");
        assert!(words_in(&ask).len() <= 17, "{ask}");
        assert!(words_in(&ask).iter().all(|word| !NEGATIONS.contains(&word.as_str())), "{ask}");
    }
}

#[test]
fn english_reassures_nobody_and_gives_no_dose() {
    const FORBIDDEN: [&str; 8] = [
        "nothing serious",
        "no need to call",
        "don’t worry",
        "do not worry",
        "harmless",
        "not serious",
        " mg ",
        "you have a ",
    ];
    for said in asked_and_said(&worded("en")).1 {
        let small = said.to_lowercase();
        assert!(FORBIDDEN.iter().all(|word| !small.contains(word)), "{said}");
        let is_of_risk = said.contains('%') && (small.contains("risk") || small.contains("chance"));
        assert!(!is_of_risk, "{said}");
    }
}

/// What is easy to read is not longer than what it stands for.
#[test]
fn easy_sentences_are_short() {
    let (french, easy) = (asked_and_said(&CONTENT.library), asked_and_said(&worded("facile")));
    let changed: Vec<&String> =
        easy.1.iter().zip(&french.1).filter(|(easy, french)| easy != french).map(|it| it.0).collect();
    assert!(changed.len() > 500, "only {} texts are easier", changed.len());
    for said in changed {
        for sentence in said.split(['.', '?', '!', ':', ';']) {
            assert!(words_in(sentence).len() <= 18, "{sentence}");
        }
    }
}

/// What screens say that are there in French only, by the start of their names in the catalogue of the interface.
const IN_FRENCH_ONLY: [&str; 41] = [
    "break",
    "card",
    "care",
    "changes",
    "chart",
    "clinical",
    "component",
    "dashboard",
    "fact",
    "find",
    "french",
    "glossary",
    "item",
    "journeys",
    "local",
    "map",
    "measures",
    "papers",
    "pathway",
    "place",
    "plan",
    "proofs",
    "questions",
    "right",
    "season",
    "seek",
    "sheet",
    "source",
    "stage",
    "state",
    "status",
    "step",
    "system",
    "take",
    "team",
    "timeline",
    "welcome",
    "when",
    "who",
    "target",
    "value",
];

/// Everything else of the interface is said in English.
#[test]
fn the_interface_is_english_where_the_screens_are() {
    let names = sentier_content_build::names_in(include_str!("../../src/text/french.rs"));
    let said = &language("en").interface;
    assert_eq!(names.len(), said.len());
    let is_needed = |name: &str| !IN_FRENCH_ONLY.contains(&name.split('_').next().unwrap());
    let missing: Vec<&str> = names
        .iter()
        .zip(said)
        .filter(|(name, said)| is_needed(name) && said.is_empty())
        .map(|(name, _)| *name)
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(said.iter().filter(|said| !said.is_empty()).count() > 300);
}
