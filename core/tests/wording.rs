//! What the content may never say, and how questions are asked.
#![allow(missing_docs, clippy::panic, reason = "tests")]

mod common;

use common::CONTENT;
use common::sentences::{self, Sentence, care, care_questions};
use sentier_content_build::french;

/// What nothing may say: it reassures, diagnoses or doses.
const BANNED: [&str; 13] = [
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
    "% de risque",
];

/// What of a list is said, letters small and spaces plain.
fn said_of(banned: &[&str], sentences: Vec<Sentence>) -> Vec<String> {
    let mut found = Vec::new();
    for (place, said) in sentences {
        // A unit on a meter or of a laboratory is no dose.
        let small = said.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ").replace(" mg/dl", "").replace(" mg/g", "");
        let banned = banned.iter().filter(|banned| small.contains(**banned));
        found.extend(banned.map(|banned| format!("{place}: “{banned}” in “{said}”")));
    }
    found
}

/// The words of the app and of its page, line by line.
fn app() -> Vec<Sentence> {
    let files = [
        ("src/text/french.rs", include_str!("../../src/text/french.rs")),
        ("index.html", include_str!("../../index.html")),
        ("exchange/src/words/sheets.rs", include_str!("../../exchange/src/words/sheets.rs")),
        ("exchange/src/words/fhir.rs", include_str!("../../exchange/src/words/fhir.rs")),
        ("exchange/src/words/told.rs", include_str!("../../exchange/src/words/told.rs")),
        ("exchange/src/words/failures.rs", include_str!("../../exchange/src/words/failures.rs")),
    ];
    let lines =
        files.iter().flat_map(|(file, text)| text.lines().map(move |line| ((*file).to_owned(), line.to_owned())));
    lines.collect()
}

#[test]
fn the_words_of_the_app_reassure_diagnose_or_dose_nobody_either() {
    // “Vous avez un doute”, “vous avez un rendez-vous” name no illness.
    let banned: Vec<&str> = BANNED.into_iter().filter(|banned| !banned.starts_with("vous avez un")).collect();
    let found = said_of(&banned, app());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The most words and signs in a question that join one form of a sign to the next (ADR 0020).
const MOST_JOINTS: usize = 3;

/// Lists in which one looks for one's own, and circumstances that share no word.
const LONG_LISTS: [&str; 13] = [
    "gate.accident",
    "terrain.immunite-faible",
    "terrain.valve-ou-sonde",
    "difficulte-a-respirer.circonstance",
    "enfant-respire-mal.circonstance",
    "brulure.zone",
    "trop-de-medicaments.dangereux",
    "trop-de-medicaments.sevrage",
    "resultat-anormal.signe",
    "medicament.trop-dangereux",
    "medicament.arret-brutal",
    "papiers.arret-brutal",
    "entourage-securite.blessure-grave",
];

fn joints(question: &str) -> usize {
    let words = question.split(|letter: char| !letter.is_alphanumeric() && letter != ',');
    let joined = words.filter(|word| ["ou", "et"].contains(&word.trim_end_matches(',')));
    joined.count().saturating_add(question.matches(',').count())
}

#[test]
fn a_question_asks_for_one_sign_in_few_forms() {
    let draft = CONTENT.library.draft();
    let signs = draft.motifs.iter().flat_map(|m| &m.signs).chain(draft.groups.iter().flat_map(|g| &g.signs));
    let (known, long): (Vec<_>, Vec<_>) =
        signs.filter(|sign| joints(&sign.ask) > MOST_JOINTS).partition(|sign| LONG_LISTS.contains(&sign.id.as_str()));
    let long: Vec<String> = long.iter().map(|sign| format!("{}: {}", sign.id, sign.ask)).collect();
    assert!(long.is_empty(), "say fewer forms, or add a list to those known:\n{}", long.join("\n"));
    assert_eq!(known.len(), LONG_LISTS.len(), "a list became short: take it from those known");
}

#[test]
fn sentences_about_the_system_and_of_plain_pages_are_short() {
    const MOST_WORDS: usize = 22;
    let mut found = Vec::new();
    for (place, said) in [sentences::system(), sentences::plain()].concat() {
        for sentence in said.split_inclusive(['.', '?', '!', ';', ':']) {
            let words = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            if words > MOST_WORDS {
                found.push(format!("{place}: {words} words in “{}”", sentence.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_reassures_diagnoses_or_doses() {
    let banned = [&BANNED[..], &["diagnostic", "probabilité"]].concat();
    let found = said_of(&banned, [sentences::triage(), sentences::orientation()].concat());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What turns a question into its contrary. "Sans" and "jamais vécu" are no negation of the question: they describe.
const NEGATIONS: [&str; 10] = ["ne", "pas", "aucun", "aucune", "rien", "ni", "jamais", "non", "nul", "nulle"];

/// What contains such a word and asks for the thing itself.
const DESCRIPTIONS: [&str; 5] = ["presque rien bu", "non désirée", "jamais entendu", "jamais vécue", "jamais connue"];

/// Two questions in which the word ends a list of what one ticks.
const LISTS: [&str; 2] = ["ou jamais ?", "ou jamais montrés à un médecin ?"];

fn has_negation(question: &str) -> bool {
    let mut small = question.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
    for described in DESCRIPTIONS.iter().chain(&LISTS) {
        small = small.replace(described, "");
    }
    let mut words = small.split(|letter: char| !letter.is_alphanumeric() && letter != '’');
    words.any(|word| NEGATIONS.contains(&word) || word.starts_with("n’"))
}

#[test]
fn questions_have_no_negation() {
    let draft = CONTENT.library.draft();
    let signs = draft.motifs.iter().flat_map(|m| &m.signs).chain(draft.groups.iter().flat_map(|g| &g.signs));
    let asked =
        signs.flat_map(|sign| [sign.ask.as_str(), sign.question()].map(|ask| (sign.id.clone(), ask.to_owned())));
    let negative = asked.chain(care_questions()).filter(|(_, question)| has_negation(question));
    let found: Vec<String> = negative.map(|(id, question)| format!("{id}: {question}")).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_negation_is_found_wherever_it_stands() {
    for question in ["Ne mange rien ?", "Aucun sommeil ?", "Mange-t-il, ou pas ?", "N’a-t-il rien bu ?", "Jamais vu ?"]
    {
        assert!(has_negation(question), "{question}");
    }
    assert!(!has_negation("Presque rien bu, ou pleurs jamais entendus ?"));
}

#[test]
fn every_rule_says_why() {
    let draft = CONTENT.library.draft();
    let rules = draft.motifs.iter().flat_map(|m| &m.rules).chain(draft.groups.iter().flat_map(|g| &g.rules));
    let silent: Vec<&str> = rules.filter(|rule| rule.because.is_empty()).map(|rule| rule.id.as_str()).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn pathways_plain_pages_and_the_system_reassure_nobody_and_give_no_dose() {
    let found = said_of(&BANNED, [care(), sentences::system(), sentences::plain(), sentences::persons()].concat());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_typography_is_french() {
    const NEVER: [&str; 6] = ["  ", " ,", " .", "...", "'", "\""];
    let mut found = Vec::new();
    for (place, said) in sentences::sentences() {
        if said != french(&said) || NEVER.iter().any(|never| said.contains(never)) {
            found.push(format!("{place}: {said:?}"));
        }
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
    for (place, said) in care() {
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
    let mut found = Vec::new();
    for (id, ask) in care_questions() {
        let words =
            ask.split([' ', '\u{a0}', '\u{202f}']).filter(|word| word.chars().any(char::is_alphanumeric)).count();
        if !ask.ends_with('?') || words > 15 {
            found.push(format!("{id}: {words} words: {ask}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
