//! What a language may not say is refused, with its file and its line where it has one.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::arithmetic_side_effects, reason = "tests")]

mod common;
use std::fs;
use std::path::Path;

use common::Copy;
use sentier_content_build::{ContentError, read};

const ENGLISH: &str = "languages/en/triage/a1-douleur-poitrine.toml";
const EASY: &str = "languages/facile/triage/a1-douleur-poitrine.toml";
const LISTS: &str = "languages/en/lists.toml";

/// The one mistake that speaks of `what`.
fn mistake(content: &Copy, what: &str) -> ContentError {
    let mistakes = content.mistakes();
    let found: Vec<&ContentError> = mistakes.iter().filter(|mistake| mistake.message.contains(what)).collect();
    match found.as_slice() {
        [one] => (*one).clone(),
        _ => panic!("“{what}” is said {} times in {:?}", found.len(), mistakes.iter().take(3).collect::<Vec<_>>()),
    }
}

/// The text of a key in a file of a language, as it is written there.
fn written(content: &Copy, file: &str, table: &str, key: &str) -> String {
    let text = fs::read_to_string(content.0.join(file)).unwrap();
    let own = text.split(&format!("[{table}]\n")).nth(1).unwrap();
    own.lines().find(|line| line.starts_with(&format!("{key} = "))).unwrap().to_owned()
}

#[test]
fn the_languages_themselves_are_accepted() {
    let content = read(&Copy::with_languages("languages-good").0).map_err(|mistakes| mistakes.first().cloned());
    let languages: Vec<String> = content.unwrap().languages.iter().map(|language| language.id.clone()).collect();
    assert_eq!(languages, ["en", "facile"]);
}

#[test]
fn a_text_that_a_complete_language_lacks_is_refused() {
    let content = Copy::with_languages("languages-text");
    content.spoil(ENGLISH, &format!("{}\n", written(&content, ENGLISH, "sign.serre", "ask")), "");
    assert!(mistake(&content, "“sign douleur-poitrine.serre ask” is missing").message.contains("the French is"));

    let content = Copy::with_languages("languages-file");
    fs::remove_file(content.0.join(ENGLISH)).unwrap();
    assert_eq!(mistake(&content, "this file is missing").file, Path::new(ENGLISH));

    let content = Copy::with_languages("languages-instead");
    let (instead, _) = "\"Peau très chaude, ou frissons ?\" = ".split_at(34);
    content.spoil(LISTS, instead, "\"Autre chose\"");
    assert!(
        content
            .mistakes()
            .iter()
            .any(|mistake| mistake.message.contains("“instead Peau très chaude, ou frissons ?” is missing"))
    );
}

#[test]
fn what_a_language_that_is_not_complete_lacks_is_said_in_french() {
    let content = Copy::with_languages("languages-easy");
    content.spoil(EASY, &format!("{}\n", written(&content, EASY, "sign.serre", "ask")), "");
    assert_eq!(content.mistakes(), []);
}

#[test]
fn a_text_of_nothing_is_refused_at_its_line() {
    for (test, file) in [("languages-nothing-en", ENGLISH), ("languages-nothing-easy", EASY)] {
        let content = Copy::with_languages(test);
        content.append(file, "[sign.nulle-part]\nask = \"Somewhere else?\"");
        content.refused(file, "Somewhere else?", "“sign douleur-poitrine.nulle-part ask” is no text of the French");
    }
}

#[test]
fn another_figure_is_refused_at_its_line() {
    let content = Copy::with_languages("languages-figure");
    let line = written(&content, ENGLISH, "sign.serre", "ask");
    content.spoil(ENGLISH, &line, "ask = \"For 3 hours, a weight on the chest?\"");
    content.refused(ENGLISH, "For 3 hours", "“sign douleur-poitrine.serre ask” has other figures than the French");
}

#[test]
fn a_rule_or_a_level_has_no_place_in_a_language() {
    let content = Copy::with_languages("languages-level");
    content.spoil(ENGLISH, "[sign.serre]\n", "[sign.serre]\nlevel = \"planned\"\n");
    assert_eq!(
        mistake(&content, "“sign douleur-poitrine.serre level” is no text of the French").file,
        Path::new(ENGLISH)
    );
    let content = Copy::with_languages("languages-number");
    content.spoil(EASY, "[sign.serre]\n", "[sign.serre]\nfrom = 38\n");
    assert_eq!(mistake(&content, "only texts stand here").file, Path::new(EASY));
}

#[test]
fn a_picture_that_is_not_there_or_stands_nowhere_is_refused() {
    let content = Copy::with_languages("languages-picture");
    content.spoil(EASY, "picture = \"poumons\"", "picture = \"licorne\"");
    content.refused(EASY, "licorne", "has the picture “licorne”, which content/pictures.toml does not have");

    let content = Copy::with_languages("languages-pictured");
    content.append(EASY, "[sign.nulle-part]\npicture = \"coeur\"");
    content.refused(EASY, "\"coeur\"", "no sign “douleur-poitrine.nulle-part”");

    let content = Copy::with_languages("languages-shelf");
    content.append("pictures.toml", "[[picture]]\nid = \"licorne\"\nicon = \"unicorn\"\npaths = [\"M0 0h1z\"]");
    content.refused("pictures.toml", "id = \"licorne\"", "“licorne” stands beside no question");
}
