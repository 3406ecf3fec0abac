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
    said.extend(orientation_sentences());
    said
}

/// Every sentence about where to go now.
fn orientation_sentences() -> Vec<(String, String)> {
    let orientation = CONTENT.library.orientation();
    let mut said = Vec::new();
    for service in &orientation.services {
        let lines = service.conditions.iter().chain(&service.excluded).map(|line| &line.text);
        let lines = lines.chain([&service.title, &service.otherwise]).chain(&service.price);
        said.extend(lines.map(|line| (service.id.clone(), line.clone())));
    }
    said.extend(orientation.professionals.iter().map(|known| (known.id.clone(), known.access.clone())));
    said.extend(orientation.duties.iter().map(|words| (words.duty.word().to_owned(), words.said.clone())));
    said.extend(orientation.reasons.iter().map(|because| (because.why.word().to_owned(), because.said.clone())));
    said.extend(orientation.written.iter().map(|written| (written.contact.clone(), written.said.clone())));
    said.extend(orientation.costs.iter().map(|cost| (cost.id.clone(), cost.said.clone())));
    let notes = orientation.territories.iter().filter_map(|place| Some((place.id.clone(), place.note.clone()?)));
    said.extend(notes);
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
        // A unit on a meter is no dose.
        let small = said.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ").replace(" mg/dl", "");
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

/// Every sentence about pathways that a person may read.
fn care_sentences() -> Vec<(String, String)> {
    let mut said = Vec::new();
    for pathway in CONTENT.care.pathways() {
        let id = &pathway.id;
        let own =
            [&pathway.title, &pathway.intro].into_iter().chain(pathway.warnings.iter().map(|warning| &warning.text));
        let notes = pathway.targets.iter().filter_map(|target| target.note.as_ref());
        let rights = pathway.rights.iter().flat_map(|right| [&right.title, &right.what]);
        said.extend(own.chain(notes).chain(rights).map(|line| (id.clone(), line.clone())));
        for step in &pathway.steps {
            let depends = step.condition.depends.iter();
            let lines = [&step.title, &step.why].into_iter().chain(&step.note).chain(depends);
            said.extend(lines.map(|line| (step.id.clone(), line.clone())));
        }
    }
    said
}

#[test]
fn pathways_reassure_nobody_and_give_no_dose() {
    const BANNED: [&str; 9] = [
        "rien de grave",
        "pas grave",
        "rassurez",
        "inutile d’appeler",
        "n’appelez pas",
        "pas besoin d’appeler",
        " mg ",
        " comprimés",
        "% de risque",
    ];
    let mut found = Vec::new();
    for (place, said) in care_sentences() {
        let small = said.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
        let banned = BANNED.iter().filter(|banned| small.contains(**banned));
        found.extend(banned.map(|banned| format!("{place}: “{banned}” in “{said}”")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Short numbers and ten-figure numbers in pathways are on the closed list.
#[test]
fn pathways_name_no_number_that_is_not_listed() {
    let listed: Vec<String> = CONTENT
        .library
        .draft()
        .contacts
        .iter()
        .map(|contact| contact.number.replace([' ', '\u{a0}', '\u{202f}'], ""))
        .collect();
    let mut found = Vec::new();
    for (place, said) in care_sentences() {
        let joined = said.replace(['\u{a0}', '\u{202f}'], "");
        let numbers = joined.split(|c: char| !c.is_ascii_digit()).filter(|number| {
            (number.len() == 4 && number.starts_with('3')) || (number.len() == 10 && number.starts_with('0'))
        });
        found.extend(
            numbers
                .filter(|number| !listed.iter().any(|known| known == number))
                .map(|number| format!("{place}: {number}")),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_question_of_the_pathways_is_closed_and_short() {
    let care = CONTENT.care.draft();
    let facts = care.facts.iter().map(|fact| (&fact.id, &fact.ask));
    let joins = care.pathways.iter().filter_map(|pathway| match &pathway.entry {
        sentier_core::content::pathway::Entry::Asked { ask, .. } => Some((&pathway.id, ask)),
        sentier_core::content::pathway::Entry::Everybody => None,
    });
    let mut found = Vec::new();
    for (id, ask) in facts.chain(joins) {
        let words =
            ask.split([' ', '\u{a0}', '\u{202f}']).filter(|word| word.chars().any(char::is_alphanumeric)).count();
        if !ask.ends_with('?') || words > 15 {
            found.push(format!("{id}: {words} words: {ask}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
