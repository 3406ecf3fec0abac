//! Each kind of mistake in content is refused with its file, its line and what to do.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::arithmetic_side_effects, reason = "tests")]

mod common;
use std::fs;

use common::Copy;
use sentier_content_build::read;

const CHEST: &str = "triage/a1-douleur-poitrine.toml";
const HEART: &str = "groups/coeur.toml";

#[test]
fn the_content_itself_is_accepted() {
    assert!(read(&Copy::new("good").0).is_ok());
}

#[test]
fn an_unknown_sign_is_refused() {
    let content = Copy::new("sign");
    content.append(CHEST, "[[rule]]\nid = \"neuve\"\nbecause = \"x\"\nall = [\"nulle-part\"]\nlevel = \"vital\"");
    let mistake = content.refused(CHEST, "id = \"neuve\"", "nulle-part");
    assert!(mistake.to_string().starts_with("content/triage/a1-douleur-poitrine.toml:"), "{mistake}");
}

#[test]
fn an_unknown_group_a_missing_source_and_an_unknown_way_are_refused() {
    let content = Copy::new("references");
    content.spoil(CHEST, "sources = [", "asks_also = [\"personne\"]\nsources = [");
    content.refused(CHEST, "id = \"douleur-poitrine\"", "no group called “personne”");
    let content = Copy::new("source");
    content.spoil(HEART, "sources = [\"note-interne-relecture\", \"infarctus-fiche\"]", "sources = []");
    content.refused(HEART, "id = \"coeur\"", "no source");
    let content = Copy::new("way");
    content.spoil("levels.toml", "way = \"quinze-maintenant\"", "way = \"rien\"");
    content.refused("levels.toml", "level = \"vital\"", "no way called “rien”");
}

#[test]
fn a_duplicate_is_refused() {
    let content = Copy::new("duplicate");
    let twin = "[[sign]]\nid = \"serre\"\nask = \"Deux fois ?\"\nlevel = \"vital\"\nbecause = \"x\"";
    content.append(CHEST, twin);
    content.refused(CHEST, "id = \"serre\"", "used twice");
}

#[test]
fn a_circle_of_groups_is_refused() {
    let content = Copy::new("cycle");
    content.spoil(HEART, "sources =", "asks_also = [\"testicule\"]\nsources =");
    content.spoil("groups/testicule.toml", "sources =", "asks_also = [\"coeur\"]\nsources =");
    content.refused(HEART, "id = \"coeur\"", "in a circle");
}

#[test]
fn a_level_without_a_question_is_refused() {
    let content = Copy::new("question");
    content.spoil(CHEST, "ask = \"", "asks = \"");
    content.refused(CHEST, "asks = \"", "unknown field");
    let content = Copy::new("vital");
    let path = content.0.join(CHEST);
    let text = fs::read_to_string(&path).unwrap().replace("level = \"vital\"", "level = \"emergency\"");
    fs::write(&path, text).unwrap();
    content.refused(CHEST, "id = \"douleur-poitrine\"", "no question leads to the level “vital”");
}

#[test]
fn a_number_that_is_not_listed_is_refused() {
    for (number, written) in
        [("0612345678", "Appelez le 06 12 34 56 78."), ("3117", "Le 3117 répond."), ("19", "Faites le 19.")]
    {
        let content = Copy::new(number);
        content.spoil(CHEST, "meanwhile = [", &format!("meanwhile = [\n  \"{written}\","));
        content.refused(CHEST, "id = \"douleur-poitrine\"", number);
    }
}

#[test]
fn an_unknown_key_is_refused() {
    let content = Copy::new("key");
    content.spoil(CHEST, "card = \"A1\"", "card = \"A1\"\nunless = [\"serre\"]");
    let mistake = content.refused(CHEST, "unless", "unknown field");
    assert!(mistake.message.contains("correct this line"), "{mistake}");
}

/// There is no way to write a negation or to lower a level: such keys and values do not exist.
#[test]
fn a_negation_is_refused() {
    for key in ["none = [\"serre\"]", "not = [\"serre\"]", "lowers = true"] {
        let content = Copy::new(key.split(' ').next().unwrap());
        content.append(CHEST, &format!("[[rule]]\nid = \"neuve\"\nbecause = \"x\"\nlevel = \"vital\"\n{key}"));
        content.refused(CHEST, key, "unknown field");
    }
}

#[test]
fn a_question_that_is_too_long_or_is_none_is_refused() {
    let content = Copy::new("long");
    let long = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize ?";
    content.append(CHEST, &format!("[[sign]]\nid = \"longue\"\nask = \"{long}\"\nlevel = \"vital\"\nbecause = \"x\""));
    content.refused(CHEST, "id = \"longue\"", "at most 15 words");
    let content = Copy::new("statement");
    content.append(CHEST, "[[sign]]\nid = \"dite\"\nask = \"Mal.\"\nlevel = \"vital\"\nbecause = \"x\"");
    content.refused(CHEST, "id = \"dite\"", "ends in");
}

#[test]
fn a_rule_that_can_say_nothing_is_refused() {
    let content = Copy::new("dead");
    content.append(CHEST, "[[rule]]\nid = \"morte\"\nbecause = \"x\"\nall = [\"serre\"]\nlevel = \"self-care\"");
    content.refused(CHEST, "id = \"morte\"", "can never change the result");
    let content = Copy::new("empty");
    content.append(CHEST, "[[rule]]\nid = \"vide\"\nbecause = \"x\"\nlevel = \"vital\"");
    content.refused(CHEST, "id = \"vide\"", "can never fire");
    let content = Copy::new("unused");
    content.append(CHEST, "[[sign]]\nid = \"seule\"\nask = \"Seule ?\"");
    content.refused(CHEST, "id = \"seule\"", "no rule uses this sign");
}

#[test]
fn a_doubt_that_weighs_more_than_the_certainty_is_refused() {
    let content = Copy::new("doubt");
    let rule =
        "[[rule]]\nid = \"douteuse\"\nbecause = \"x\"\nall = [\"serre\"]\nlevel = \"hours\"\ndoubt_gives = \"vital\"";
    content.append(CHEST, rule);
    content.refused(CHEST, "id = \"douteuse\"", "may not weigh more");
}

#[test]
fn a_vignette_that_names_what_is_not_asked_is_refused() {
    let content = Copy::new("vignette");
    let story = "[[vignette]]\nstory = \"Une histoire.\"\nage = \"30y\"\nsex = \"male\"\nyes = [\"nulle-part\"]\nexpect = \"vital\"\ndecided_by = \"serre\"";
    content.append(CHEST, story);
    content.refused(CHEST, "Une histoire", "is not asked in this motif");
}

#[test]
fn a_source_without_a_day_to_read_it_again_is_refused() {
    let content = Copy::new("review-by");
    content.spoil("sources.toml", "\nreview_by = 2027-06-30\n", "\n");
    content.refused("sources.toml", "id = \"note-interne-relecture\"", "by which it must be read again");
    let content = Copy::new("own-review-by");
    content.spoil("sources.toml", "reading = \"to-verify\"", "reading = \"to-verify\"\nreview_by = 2026-02-03");
    let read = read(&content.0).unwrap();
    let day = |id: &str| read.library.source(id).unwrap().review_by.to_string();
    assert_eq!((day("note-interne-relecture"), day("note-interne-signes")), ("2026-02-03".into(), "2027-06-30".into()));
}

#[test]
fn a_motif_for_nobody_or_for_ages_upside_down_is_refused() {
    let written = "applies_to = { from = \"3m\", below = \"16y\" }";
    for (name, spoilt, message) in [
        ("upside-down", "applies_to = { from = \"16y\", below = \"3m\" }", "from before below"),
        ("no-age", "applies_to = { from = \"3\" }", "an age is a number and y or m"),
        ("nobody", "applies_to = {}", "says nobody in particular"),
    ] {
        let content = Copy::new(name);
        content.spoil("triage/e2-fievre-enfant.toml", written, spoilt);
        content.refused("triage/e2-fievre-enfant.toml", "applies_to", message);
    }
}

#[test]
fn words_and_phrasings_that_name_nothing_are_refused() {
    let content = Copy::new("vital-words");
    content.spoil("words.toml", "speaks_of = \"gate.souffle\"", "speaks_of = \"gate.rien\"");
    content.refused("words.toml", "speaks_of = \"gate.rien\"", "called “gate.rien”");
    let content = Copy::new("warm");
    content.spoil("words.toml", "greatest = 42.9", "greatest = 99.9");
    content.refused("words.toml", "measure = \"temperature\"", "outside the measure's range");
    let content = Copy::new("phrasing");
    content.append("phrasings/open-1.toml", "[[phrasing]]\nsays = \"aïe\"\nmotifs = [\"nulle-part\"]");
    content.refused("phrasings/open-1.toml", "says = \"aïe\"", "no such motif");
}
