//! Every entry of the system can be found, every link holds in both directions, and every acronym is explained.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sentier_content_build::{Content, read};
use sentier_core::content::system::{Entry, Moment, Place, Zone};
use sentier_core::content::{Question, System, pack};

static CONTENT: LazyLock<Content> =
    LazyLock::new(|| read(&content()).unwrap_or_else(|mistakes| panic!("{mistakes:?}")));

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

fn system() -> &'static System {
    &CONTENT.system
}

#[test]
fn every_entry_is_found_says_how_and_what_it_costs_and_is_dated() {
    for entry in &system().draft().entries {
        assert_found_and_dated(entry);
    }
}

/// Find leads to it, whatever triage and pathways do; it says whom to ask, or that there is nothing to ask; it is dated.
fn assert_found_and_dated(entry: &Entry) {
    let id = &entry.id;
    assert!(!system().found_by(id).is_empty(), "{id} is not in Find");
    assert!(entry.how.len() > 10 && !entry.cost.is_empty(), "{id} says neither how nor what it costs");
    let sources: Vec<_> = entry.sources.iter().filter_map(|source| system().source(source)).collect();
    assert!(!sources.is_empty() && sources.iter().all(|source| !source.date.is_empty()), "{id} has no dated source");
    assert!(system().family(&entry.family).is_some(), "{id} has no family");
}

#[test]
fn the_rest_of_the_links_hold_in_both_directions() {
    for entry in &system().draft().entries {
        for (_, step) in system().steps_of(entry, &CONTENT.care) {
            assert!(system().of_step(step).contains(&entry), "{} and {}", entry.id, step.id);
        }
        for former in system().formerly(&entry.id) {
            assert_eq!(former.now.as_deref(), Some(entry.id.as_str()));
        }
    }
    let dac: BTreeSet<&str> = system().formerly("dac").map(|former| former.id.as_str()).collect();
    assert_eq!(dac, BTreeSet::from(["maia", "paerpa", "pta", "reseaux-de-sante"]));
    let motifs = system().motifs_of(system().entry("dentiste").unwrap(), &CONTENT.library);
    assert!(motifs.iter().any(|motif| motif.door.id == "dents"));
}

#[test]
fn pps_has_three_meanings_each_in_its_context() {
    let meanings = system().meanings("PPS");
    let contexts: BTreeSet<_> = meanings.iter().filter_map(|meaning| meaning.acronym.context.as_deref()).collect();
    assert_eq!((meanings.len(), contexts.len()), (3, 3));
    assert!(meanings.iter().all(|meaning| meaning.entry.is_some()));
}

#[test]
fn the_map_has_every_entry_in_one_field() {
    let fields = Zone::ALL.into_iter().flat_map(|zone| Moment::ALL.map(|moment| Place { zone, moment }));
    let shown: usize = fields.map(|place| system().at(place).count()).sum();
    assert_eq!(shown, system().draft().entries.len());
}

#[test]
fn find_leads_to_every_number_in_three_taps() {
    let library = &CONTENT.library;
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    for question in &system().draft().questions {
        assert!(question.choice.depth() <= Question::MOST_CHOICES);
        for end in question.ends() {
            let of_ways = end.leads.ways.iter().filter_map(|way| library.way(way)?.contact.as_deref());
            reached.extend(of_ways.chain(end.leads.contacts.iter().map(String::as_str)));
        }
    }
    // These stand in the place of a general way in their own territories alone.
    let local = library.orientation().territories.iter().flat_map(|territory| &territory.instead);
    reached.extend(local.filter_map(|instead| library.way(&instead.way)?.contact.as_deref()));
    let missed: Vec<_> = library.draft().contacts.iter().filter(|known| !reached.contains(known.id.as_str())).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// Behind 15, 17, 18 and 112 it is 114 that is written to.
#[test]
fn who_cannot_speak_finds_everybody_who_can_be_written_to() {
    let orientation = CONTENT.library.orientation();
    let emergency = orientation.written("sms-114").unwrap();
    let acces = system().draft().questions.iter().find(|question| question.id == "acces").unwrap();
    let reached: BTreeSet<&str> = acces.ends().iter().flat_map(|end| &end.leads.contacts).map(String::as_str).collect();
    for written in orientation.written.iter().filter(|written| written.address != emergency.address) {
        assert!(reached.contains(written.contact.as_str()), "{}", written.contact);
    }
    assert!(acces.ends().iter().any(|end| end.leads.ways.iter().any(|way| way == "sms-114")));
}

#[test]
fn the_number_of_some_territories_is_offered_to_nobody_else() {
    let contact = "medecin-de-garde";
    let listed = system().draft().entries.iter().any(|entry| entry.contacts.iter().any(|id| id == contact));
    let mut ends = system().draft().questions.iter().flat_map(Question::ends);
    assert!(!listed && ends.all(|end| !end.leads.contacts.iter().any(|id| id == contact)));
}

#[test]
fn the_example_host_is_checked_and_not_shipped() {
    assert!(system().draft().hosts.is_empty());
    let text = fs::read_to_string(content().join("territories/exemple.toml")).unwrap();
    assert!(text.contains("shipped = false"));
}

#[test]
fn the_pack_brings_the_same_system() {
    let bytes = pack::write_system(system()).unwrap();
    let version = &system().draft().version;
    assert_eq!(&pack::read_system(&bytes, version).unwrap(), system());
    assert_eq!(pack::read_system(&bytes, "0"), Err(pack::PackError::OtherVersion));
}

/// The words of the content that are written in capitals, with one place where each stands.
fn acronyms() -> BTreeMap<String, String> {
    let mut texts = Texts::default();
    texts.gather(&content());
    let words = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/text/french.rs")).unwrap();
    texts.said.extend(words.split('"').skip(1).step_by(2).map(str::to_owned));
    let mut found = BTreeMap::new();
    for said in texts.said.iter().filter(|said| !texts.ids.contains(*said)) {
        for word in said.split(|c: char| !c.is_alphanumeric() && c != '-') {
            let is_explained = !system().meanings(word).is_empty();
            let parts: Vec<&str> = if is_explained { vec![word] } else { word.split('-').collect() };
            for part in parts.into_iter().filter(|part| part.chars().filter(|c| c.is_uppercase()).count() > 1) {
                found.entry(part.to_owned()).or_insert_with(|| said.clone());
            }
        }
    }
    found
}

/// What the files of the content say, and the ids in them.
#[derive(Default)]
struct Texts {
    said: Vec<String>,
    ids: BTreeSet<String>,
}

impl Texts {
    fn gather(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("languages") {
                // Its letters are those of the French.
            } else if path.is_dir() {
                self.gather(&path);
            } else if path.extension().is_some_and(|end| end == "toml") {
                let text = fs::read_to_string(&path).unwrap();
                self.take("", &toml::Value::Table(text.parse().unwrap()));
            }
        }
    }

    /// Keys that hold names, addresses and what people type are not shown as they are.
    fn take(&mut self, key: &str, value: &toml::Value) {
        match value {
            toml::Value::Table(table) => table.iter().for_each(|(key, value)| self.take(key, value)),
            toml::Value::Array(list) => list.iter().for_each(|value| self.take(key, value)),
            toml::Value::String(text) if key == "id" => {
                self.ids.insert(text.clone());
            }
            toml::Value::String(text)
                if !matches!(key, "card" | "address" | "paths" | "sites" | "zone" | "letters" | "names" | "words") =>
            {
                self.said.push(text.clone());
            }
            _ => {}
        }
    }
}

#[test]
fn every_acronym_of_the_content_is_explained() {
    let names = &system().draft().names;
    let silent: Vec<_> = acronyms()
        .into_iter()
        .filter(|(word, _)| system().meanings(word).is_empty() && !names.contains(word))
        .map(|(word, said)| format!("{word}: {said}"))
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn the_glossary_explains_nothing_that_nobody_says() {
    let said = acronyms();
    let draft = system().draft();
    let listed = draft.terms.iter().map(|term| &term.acronym.letters).chain(&draft.names);
    let unused: Vec<_> = listed.filter(|word| !said.contains_key(*word)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}
