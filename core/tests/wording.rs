//! What the content may never say, and how questions are asked.
#![allow(missing_docs, clippy::panic, reason = "tests")]

mod common;

use common::CONTENT;

/// Every sentence a person may read, with where it stands.
fn sentences() -> Vec<(String, String)> {
    let draft = CONTENT.library.draft();
    let mut said = Vec::new();
    let signs = draft.motifs.iter().flat_map(|m| &m.signs).chain(draft.groups.iter().flat_map(|g| &g.signs));
    for sign in signs {
        said.push((sign.id.clone(), sign.ask.clone()));
        said.push((sign.id.clone(), sign.question().to_owned()));
        said.extend(sign.help.iter().map(|help| (sign.id.clone(), help.clone())));
    }
    let rules = draft.motifs.iter().flat_map(|m| &m.rules).chain(draft.groups.iter().flat_map(|g| &g.rules));
    said.extend(rules.map(|rule| (rule.id.clone(), rule.because.clone())));
    for motif in &draft.motifs {
        let id = &motif.door.id;
        let lines = motif.meanwhile.iter().chain(&motif.self_care).chain([&motif.door.title, &motif.otherwise.because]);
        said.extend(lines.map(|line| (id.clone(), line.clone())));
    }
    said.extend(draft.ways.iter().flat_map(|w| [&w.action, &w.explain].map(|said| (w.id.clone(), said.clone()))));
    said
}

#[test]
fn nothing_reassures_diagnoses_or_doses() {
    const BANNED: [&str; 15] = [
        "diagnostic",
        "vous avez un ",
        "vous avez une ",
        "vous faites un",
        "rien de grave",
        "pas grave",
        "rassurez",
        "rassurant",
        "inutile d’appeler",
        "n’appelez pas",
        "pas besoin d’appeler",
        " mg",
        " comprimés",
        "probabilité",
        "% de risque",
    ];
    let mut found = Vec::new();
    for (place, said) in sentences() {
        let small = said.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
        found.extend(
            BANNED
                .iter()
                .filter(|banned| small.contains(**banned))
                .map(|banned| format!("{place}: “{banned}” in “{said}”")),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn questions_have_no_negation() {
    let draft = CONTENT.library.draft();
    let signs = draft.motifs.iter().flat_map(|m| &m.signs).chain(draft.groups.iter().flat_map(|g| &g.signs));
    let mut found = Vec::new();
    for sign in signs {
        for question in [sign.ask.as_str(), sign.question()] {
            let words: Vec<&str> = question.split([' ', '\u{a0}', '\u{202f}']).collect();
            if words.iter().any(|word| matches!(*word, "ne" | "pas" | "jamais,") || word.starts_with("n’")) {
                found.push(format!("{}: {question}", sign.id));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_rule_says_why() {
    let draft = CONTENT.library.draft();
    let rules = draft.motifs.iter().flat_map(|m| &m.rules).chain(draft.groups.iter().flat_map(|g| &g.rules));
    let silent: Vec<&str> = rules.filter(|rule| rule.because.is_empty()).map(|rule| rule.id.as_str()).collect();
    assert!(silent.is_empty(), "{silent:?}");
}
