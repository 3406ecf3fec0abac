//! The content in other words: `languages/<id>/` has texts alone, under the ids of the French files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Value;

use sentier_core::Sorted;
use sentier_core::content::wording::{Text, Wording};
use sentier_core::content::{Id, Library};

use crate::ContentError;
use crate::figures::figures;
use crate::file::Review;
use crate::picture_read::{Named, Shelf};
use crate::read::{Reader, version};

/// The content in the words of one language.
#[derive(Clone, Debug)]
pub struct Language {
    /// The name of its folder: "en".
    pub id: String,
    /// The first letters of the hash of all its texts: another wording has another name.
    pub version: String,
    /// Its texts.
    pub wording: Wording,
}

/// The names of the words of the interface, in their order, from the catalogue that the app compiles.
#[must_use]
pub fn names_in(catalogue: &str) -> Vec<&str> {
    let entries = catalogue.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(": \""));
    entries
        .map(|(name, _)| name)
        .filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
        .collect()
}

/// `language.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    /// Whether every text must be there; where it need not, the French stays.
    complete: bool,
    /// Who has reviewed the words, and by when they must be read again; shown nowhere while nobody has.
    #[serde(rename = "review")]
    _review: Review,
}

/// A text of another language, and where it stands.
struct Said {
    text: String,
    file: PathBuf,
    is_used: bool,
}

/// The texts of one language, by their keys.
#[derive(Default)]
struct Texts {
    folder: PathBuf,
    said: BTreeMap<String, Said>,
    searched: BTreeMap<Id, Vec<String>>,
    pictured: Named,
    errors: Vec<ContentError>,
}

/// Reads every language of a content folder. `files` says in which file a motif or a group stands.
///
/// # Errors
/// Every text that is missing, that belongs to nothing, or whose figures are not those of the French.
pub(crate) fn languages(
    folder: &Path,
    library: &Library,
    files: &Sorted<Id, String>,
) -> Result<Vec<Language>, Vec<ContentError>> {
    let found = std::fs::read_dir(folder.join("languages")).into_iter().flatten().flatten();
    let mut names: Vec<String> = found.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    let (mut shelf, mut errors) = Shelf::read(folder);
    let mut all = Vec::new();
    for id in names {
        match language(folder, &id, library, files, &mut shelf) {
            Ok(language) => all.push(language),
            Err(mistakes) => errors.extend(mistakes),
        }
    }
    errors.extend(shelf.unused(!all.is_empty()));
    if errors.is_empty() { Ok(all) } else { Err(errors) }
}

fn language(
    folder: &Path,
    id: &str,
    library: &Library,
    files: &Sorted<Id, String>,
    shelf: &mut Shelf,
) -> Result<Language, Vec<ContentError>> {
    let own = PathBuf::from("languages").join(id);
    let mut texts = Texts { folder: folder.to_owned(), ..Texts::default() };
    let head = texts.parse::<Head>(&own.join("language.toml"));
    let is_complete = head.is_some_and(|head| head.complete);
    for (of, file) in files.iter() {
        let path = own.join(file);
        if folder.join(&path).exists() {
            texts.read(&path, of);
        } else if is_complete {
            texts.refuse(&path, format!("this file is missing: it has the words of content/{file}"));
        }
    }
    let lists = own.join("lists.toml");
    if folder.join(&lists).exists() {
        texts.read_lists(&lists);
    }
    let mut wording = Wording::of(library, &mut |text| texts.say(text, is_complete));
    wording.searched = texts.searched(library, is_complete);
    if folder.join(&own).join("words.toml").exists() {
        let (words, mistakes) = Reader::words_of(folder.join(&own));
        texts.errors.extend(mistakes.into_iter().map(|error| ContentError { file: own.join(&error.file), ..error }));
        wording.words = Some(words);
    }
    wording.interface = texts.interface(&own.join("interface.toml"));
    let (pictures, mistakes) = shelf.beside(library, &texts.pictured);
    wording.pictures = pictures;
    texts.errors.extend(mistakes);
    texts.finish();
    if texts.errors.is_empty() {
        texts.errors = defects(&own, library, &wording);
    }
    if texts.errors.is_empty() {
        Ok(Language { id: id.to_owned(), version: version(&wording), wording })
    } else {
        Err(texts.errors)
    }
}

/// What does not hold together once these words stand in the place of the French.
fn defects(own: &Path, library: &Library, wording: &Wording) -> Vec<ContentError> {
    let refuse = |message| ContentError { file: own.to_owned(), line: 0, message };
    let Some(worded) = wording.put_into(library) else {
        return vec![refuse("these words are of other rules; build again".to_owned())];
    };
    let defects = Library::check(worded.draft().clone()).err().unwrap_or_default();
    defects.into_iter().map(|defect| refuse(format!("“{}”: {}", defect.subject, defect.problem))).collect()
}

impl Texts {
    fn refuse(&mut self, file: &Path, message: String) {
        self.errors.push(ContentError { file: file.to_owned(), line: 0, message });
    }

    /// Refuses a text, at the line where it begins.
    fn refuse_text(&mut self, file: PathBuf, said: &str, message: String) {
        let start: String = said.chars().take_while(|letter| *letter != '’').take(24).collect();
        let line = ContentError::line_with(&self.folder.join(&file), &start);
        self.errors.push(ContentError { file, line, message });
    }

    fn parse<T: serde::de::DeserializeOwned>(&mut self, path: &Path) -> Option<T> {
        let text = std::fs::read_to_string(self.folder.join(path)).map_err(|error| error.to_string());
        let parsed = text.and_then(|text| toml::from_str(&text).map_err(|error| error.to_string()));
        parsed.map_err(|message| self.refuse(path, message)).ok()
    }

    /// The words of a motif or a group.
    fn read(&mut self, path: &Path, of: &str) {
        let Some(table) = self.parse::<toml::Table>(path) else { return };
        for (key, value) in table {
            match (key.as_str(), value) {
                ("words", Value::Array(words)) => {
                    let words = words.iter().filter_map(Value::as_str).map(str::to_owned).collect();
                    self.searched.insert(of.to_owned(), words);
                }
                ("sign" | "rule", Value::Table(things)) => {
                    for (id, texts) in things {
                        self.take(path, &key, &format!("{of}.{id}"), texts);
                    }
                }
                ("otherwise", texts) => self.take(path, "otherwise", of, texts),
                (_, value) => self.take(path, "motif", of, Value::Table([(key, value)].into_iter().collect())),
            }
        }
    }

    /// The words of the lists: a table for each kind, and in it one for each thing.
    fn read_lists(&mut self, path: &Path) {
        let Some(table) = self.parse::<toml::Table>(path) else { return };
        for (kind, things) in table {
            let Value::Table(things) = things else { continue };
            for (id, texts) in things {
                self.take(path, &kind, &id, texts);
            }
        }
    }

    fn take(&mut self, file: &Path, kind: &str, id: &str, texts: Value) {
        let Value::Table(texts) = texts else {
            if let Value::String(text) = texts {
                self.keep(file, format!("{kind} {id}"), text);
            }
            return;
        };
        let length = |field: &str| texts.get(field).and_then(Value::as_array).map_or(0, Vec::len);
        for (field, value) in &texts {
            // What is to be verified stands behind the rest of its list, as in the French.
            let (field, before) = match field.strip_suffix("_to_verify") {
                Some(list) => (list, length(list)),
                None => (field.as_str(), 0),
            };
            // What a sign that has a level raises is a rule of the same name.
            let kind = if kind == "sign" && field == "because" { "rule" } else { kind };
            match value {
                Value::String(name) if (kind, field) == ("sign", "picture") => {
                    self.pictured.insert(id.to_owned(), (name.clone(), file.to_owned()));
                }
                Value::String(text) => self.keep(file, format!("{kind} {id} {field}"), text.clone()),
                Value::Array(lines) => {
                    for (place, line) in (before..).zip(lines) {
                        let text = line.as_str().unwrap_or_default().to_owned();
                        self.keep(file, format!("{kind} {id} {field} {place}"), text);
                    }
                }
                _ => self.refuse(file, format!("{kind} {id} {field}: only texts stand here, in quotes")),
            }
        }
    }

    fn keep(&mut self, file: &Path, key: String, text: String) {
        let text = text.trim().replace('\'', "’");
        self.said.insert(key, Said { text, file: file.to_owned(), is_used: false });
    }

    /// The words for a text of the French.
    fn say(&mut self, text: &Text<'_>, is_complete: bool) -> Option<String> {
        let place = text.place.map(|place| format!(" {place}")).unwrap_or_default();
        let key = format!("{} {} {}{place}", text.kind, text.id, text.field);
        // The questions for who has no thermometer are few and stand in a list, by their French.
        let shared = format!("instead {}", plain(text.said));
        let found = if text.field == "instead" { &shared } else { &key };
        let Some(said) = self.said.get_mut(found) else {
            if is_complete {
                let french = text.said.clone();
                self.refuse(Path::new("languages"), format!("“{found}” is missing; the French is “{french}”"));
            }
            return None;
        };
        said.is_used = true;
        let (said, file) = (said.text.clone(), said.file.clone());
        if figures(&said) != figures(text.said) {
            let french = text.said.clone();
            let message = format!("“{key}” has other figures than the French: “{said}”, “{french}”");
            self.refuse_text(file, &said, message);
        }
        Some(said)
    }

    /// The words by which each motif is found.
    fn searched(&mut self, library: &Library, is_complete: bool) -> Vec<Vec<String>> {
        let mut all = Vec::new();
        for door in library.doors() {
            match self.searched.remove(&door.id) {
                Some(words) => all.push(words),
                None if is_complete => {
                    self.refuse(Path::new("languages"), format!("“{}” has no words by which it is found", door.id));
                }
                None => all.push(door.words.clone()),
            }
        }
        all
    }

    /// The words of the interface, in the order of the catalogue beside the content.
    fn interface(&mut self, path: &Path) -> Vec<String> {
        if !self.folder.join(path).exists() {
            return Vec::new();
        }
        // A content folder that stands elsewhere has no interface to say.
        let Ok(catalogue) = std::fs::read_to_string(self.folder.join("../src/text/french.rs")) else {
            return Vec::new();
        };
        let mut said = self.parse::<BTreeMap<String, String>>(path).unwrap_or_default();
        let in_order = names_in(&catalogue).into_iter().map(|name| said.remove(name).unwrap_or_default()).collect();
        for name in said.keys() {
            self.refuse(path, format!("“{name}” is no name of src/text/french.rs; correct it or take it out"));
        }
        in_order
    }

    /// Refuses what belongs to nothing.
    fn finish(&mut self) {
        let unused: Vec<(String, PathBuf, String)> = self
            .said
            .iter()
            .filter(|(_, said)| !said.is_used)
            .map(|(key, said)| (key.clone(), said.file.clone(), said.text.clone()))
            .collect();
        for (key, file, said) in unused {
            let message = format!("“{key}” is no text of the French; correct the name or take it out");
            self.refuse_text(file, &said, message);
        }
    }
}

/// A text as somebody types it, without the spaces of French typography.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'")
}
