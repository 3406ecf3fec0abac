//! Every word that a person reads is in the French dictionary, or in the project's own list, `content/spelling.txt`.
#![allow(missing_docs, clippy::panic, clippy::arithmetic_side_effects, reason = "tests")]

mod common;
#[path = "../../src/text/french.rs"]
mod text;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::sentences::{Sentence, sentences};
use spellbook::Dictionary;

/// What stands before an apostrophe.
const ELIDED: [&str; 13] = ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quelqu"];

/// The words of the project, each on its line.
fn project_words() -> Vec<String> {
    let list = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/spelling.txt"));
    list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect()
}

/// The French dictionary (Hunspell), from the folder that the set-up names.
fn dictionary() -> Dictionary {
    let folder = std::env::var_os("SENTIER_DICTIONARY").map(PathBuf::from);
    let Some(folder) = folder.filter(|folder| folder.is_dir()) else {
        panic!(
            "no French dictionary: run `make test`, or set SENTIER_DICTIONARY to a folder with index.aff and index.dic"
        );
    };
    let read = |name: &str| read(&folder.join(name));
    Dictionary::new(&read("index.aff"), &read("index.dic")).unwrap_or_else(|error| panic!("the dictionary: {error}"))
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// What is known to be well written.
struct Speller {
    dictionary: Dictionary,
    own: Vec<String>,
    /// The words of the project without which a word was unknown.
    used: BTreeSet<String>,
}

impl Speller {
    fn new(own: Vec<String>) -> Self {
        Self { dictionary: dictionary(), own, used: BTreeSet::new() }
    }

    /// Whether a word is known: whole, as an acronym, without what is elided before it, or in its parts.
    fn knows(&mut self, word: &str) -> bool {
        if word.chars().any(|c| c.is_ascii_digit()) || is_acronym(word) || self.dictionary.check(word) {
            return true;
        }
        if let Some(own) = self.own.iter().find(|own| own.as_str() == word || own.as_str() == without_capital(word)) {
            self.used.insert(own.clone());
            return true;
        }
        if let Some((before, rest)) = word.split_once('\'')
            && ELIDED.contains(&before.to_lowercase().as_str())
        {
            return self.knows(rest);
        }
        word.contains('-') && word.split('-').all(|part| self.knows(part))
    }
}

/// Capitals alone, two or more: HAS, ALD.
fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// The word as it stands inside a sentence.
fn without_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The address of a site: sante.fr.
fn is_address(written: &str) -> bool {
    written.trim_matches(|c: char| !c.is_alphanumeric()).ends_with(".fr")
}

/// The words of a sentence, with straight apostrophes and without what stands around them. Addresses are no words.
fn words(said: &str) -> Vec<String> {
    let said = said.replace('’', "'");
    let written = said.split_whitespace().filter(|written| !is_address(written));
    let parts = written.flat_map(|written| written.split(|c: char| !(c.is_alphanumeric() || "'-".contains(c))));
    parts.map(|word| word.trim_matches(['\'', '-']).to_owned()).filter(|word| !word.is_empty()).collect()
}

/// What the content and the interface say.
fn everything() -> Vec<Sentence> {
    let interface =
        text::FRENCH.entries().into_iter().map(|(name, said)| (format!("src/text/french.rs, {name}"), said.to_owned()));
    sentences().into_iter().chain(interface).chain(worker()).collect()
}

/// What the worker of the exchange says: every text of its catalogue, which has no escaped mark.
fn worker() -> Vec<Sentence> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/src/words");
    let files = ["sheets.rs", "fhir.rs", "told.rs", "failures.rs"];
    let said = files.into_iter().flat_map(|name| {
        let source = read(&folder.join(name));
        let texts: Vec<String> = source.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        assert!(texts.len() > 10, "{name}");
        texts.into_iter().map(move |text| (format!("exchange/src/words/{name}"), text))
    });
    said.collect()
}

#[test]
fn every_word_is_in_the_dictionary_or_the_list_and_the_list_has_no_other() {
    let mut speller = Speller::new(project_words());
    let mut found = Vec::new();
    let mut count: usize = 0;
    for (place, said) in everything() {
        for word in words(&said) {
            count += 1;
            if !speller.knows(&word) {
                found.push(format!("{place}: “{word}” in “{said}”"));
            }
        }
    }
    let needless = speller.own.iter().filter(|own| !speller.used.contains(own.as_str()));
    found.extend(needless.map(|own| format!("content/spelling.txt: “{own}” is not needed: remove it")));
    assert!(found.is_empty(), "of {count} words, {} are not right:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_typography_of_the_worker_is_french() {
    for (place, said) in worker() {
        assert_eq!(said.trim(), sentier_content_build::french(&said), "{place}");
    }
}

#[test]
fn the_list_of_the_project_is_sorted_without_regard_to_capitals() {
    let found: Vec<String> = project_words().iter().map(|word| word.to_lowercase()).collect();
    assert!(found.is_sorted_by(|before, after| before < after), "content/spelling.txt: {found:?}");
}

#[test]
fn faults_are_seen_and_what_french_joins_is_not_taken_for_one() {
    let mut speller = Speller::new(vec!["gliflozine".to_owned()]);
    for right in ["l'école", "L'AVC", "aujourd'hui", "jusqu'à", "Gliflozine", "l'ALD", "a-t-il", "rendez-vous", "HbA1c"]
    {
        assert!(speller.knows(right), "{right}");
    }
    for wrong in ["éccole", "l'éccole", "Apellez", "rendez-vou", "zz'école", "glifozine", "ecole"] {
        assert!(!speller.knows(wrong), "{wrong}");
    }
    assert_eq!(
        words("« D’abord : 15 h », puis sante.fr (l’IVG) -pril ?"),
        ["D'abord", "15", "h", "puis", "l'IVG", "pril"]
    );
}
