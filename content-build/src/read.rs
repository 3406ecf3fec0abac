//! From the files to a checked library.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use toml::Spanned;

use sentier_core::Sorted;
use sentier_core::content::{self as typed, Care, CareDraft, Draft, Drawing, Explain, Id, Library, System};
use sentier_core::plain::PlainWords;
use sentier_core::triage::Protocol;

use crate::body_read::checked_drawing;
use crate::language_read::languages;
use crate::system_read::SystemRead;
use crate::{ContentError, Example, Language, Phrasing, Vignette, file, near_misses};

/// Everything in the content folder: what the app runs on, and the stories that test it.
#[derive(Clone, Debug)]
pub struct Content {
    /// The checked library.
    pub library: Library,
    /// The stories.
    pub vignettes: Vec<Vignette>,
    /// The checked pathways.
    pub care: Care,
    /// The persons that test them.
    pub people: Vec<Example>,
    /// What reviewers see besides the rules.
    pub explain: Explain,
    /// The checked system: who does what.
    pub system: System,
    /// What people may type, which tests the search.
    pub phrasings: Vec<Phrasing>,
    /// The words of the plain pages.
    pub plain_words: PlainWords,
    /// The drawn body.
    pub drawing: Drawing,
    /// The triage in other words.
    pub languages: Vec<Language>,
}

/// Reads and checks a content folder.
///
/// # Errors
/// Every mistake found, each with file, line and what to do.
pub fn read(folder: &Path) -> Result<Content, Vec<ContentError>> {
    let mut reader = Reader::of(folder.to_owned());
    reader.read_lists();
    reader.read_groups();
    reader.read_motifs();
    reader.draft.orientation = reader.read_orientation();
    reader.read_zones();
    reader.read_words();
    let phrasings = reader.read_phrasings();
    reader.read_plain_words();
    let care = reader.read_care();
    let people = reader.read_people();
    let system = reader.read_system(&care);
    let drawing = reader.read_drawing();
    reader.finish(care, people, phrasings, system, drawing)
}

#[derive(Default)]
pub(crate) struct Reader {
    folder: PathBuf,
    pub(crate) draft: Draft,
    pub(crate) plain_words: PlainWords,
    pub(crate) vignettes: Vec<Vignette>,
    places: BTreeMap<Id, Place>,
    pub(crate) files: Sorted<Id, String>,
    pub(crate) errors: Vec<ContentError>,
}

#[derive(Clone)]
struct Place {
    file: PathBuf,
    line: usize,
}

/// A file while it is read: its name and text, and the id in front of its signs.
pub(crate) struct Source<'a> {
    pub file: &'a Path,
    pub text: &'a str,
    pub prefix: &'a str,
    pub sources: &'a [Id],
}

impl Source<'_> {
    pub(crate) fn line<T>(&self, span: &Spanned<T>) -> usize {
        line_of(self.text, span.span().start)
    }

    /// A name as written: one of this file, unless it says of which.
    pub(crate) fn full(&self, id: &str) -> Id {
        if id.contains('.') { id.to_owned() } else { format!("{}.{id}", self.prefix) }
    }
}

impl Reader {
    /// Nothing read yet of a folder.
    pub(crate) fn of(folder: PathBuf) -> Self {
        Self { folder, ..Self::default() }
    }

    fn finish(
        mut self,
        mut care: CareDraft,
        people: Vec<Example>,
        phrasings: Vec<Phrasing>,
        system: SystemRead,
        drawing: Drawing,
    ) -> Result<Content, Vec<ContentError>> {
        self.draft.version = version(&self.draft);
        care.examples = people.iter().map(|person| person.shown.clone()).collect();
        care.version = version(&care);
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let motifs: Vec<&Id> = self.draft.motifs.iter().map(|motif| &motif.door.id).collect();
        let system = checked_system(system, &self.draft, &care);
        let drawing = match checked_drawing(drawing, &self.draft.zones) {
            Ok(drawing) => drawing,
            Err(defects) => return Err(defects.iter().map(|defect| self.locate(defect)).collect()),
        };
        let (library, care, system) = match (Library::check(self.draft.clone()), Care::check(care, &motifs), system) {
            (Ok(library), Ok(care), Ok(system)) => (library, care, system),
            (library, care, system) => {
                let defects = library.err().into_iter().chain(care.err()).chain(system.err()).flatten();
                return Err(defects.map(|defect| self.locate(&defect)).collect());
            }
        };
        let mut errors: Vec<ContentError> =
            self.vignettes.iter().flat_map(|vignette| unknown_names(&library, vignette)).collect();
        errors.extend(people.iter().flat_map(|person| person.unknown_names(&care)));
        if !errors.is_empty() {
            return Err(errors);
        }
        let languages = languages(&self.folder, &library, &self.files)?;
        let told = self.vignettes.iter().zip(near_misses(&self.vignettes));
        let mut stories: Sorted<Id, Vec<typed::Story>> = Sorted::default();
        for (vignette, is_near_miss) in told {
            if let Some(own) = stories.get_or_default(vignette.motif.clone()) {
                own.push(vignette.shown(&library, is_near_miss));
            }
        }
        let mut explain = Explain { version: String::new(), files: self.files, stories };
        explain.version = version(&explain);
        Ok(Content {
            library,
            vignettes: self.vignettes,
            care,
            people,
            explain,
            system,
            drawing,
            plain_words: self.plain_words,
            phrasings,
            languages,
        })
    }

    fn locate(&self, defect: &typed::Defect) -> ContentError {
        let nowhere = Place { file: PathBuf::from("."), line: 0 };
        let place = self.places.get(&defect.subject).cloned().unwrap_or(nowhere);
        ContentError {
            file: place.file,
            line: place.line,
            message: format!("“{}”: {}", defect.subject, defect.problem),
        }
    }

    /// Remembers where a name is written, to say it when something is wrong with it.
    pub(crate) fn place<T>(&mut self, source: &Source<'_>, span: &Spanned<T>, id: Id) -> Id {
        self.places.insert(id.clone(), Place { file: source.file.to_owned(), line: source.line(span) });
        id
    }

    pub(crate) fn refuse<T>(&mut self, source: &Source<'_>, span: &Spanned<String>, message: &str) -> Option<T> {
        self.errors.push(ContentError {
            file: source.file.to_owned(),
            line: source.line(span),
            message: format!("“{}”: {message}", span.get_ref()),
        });
        None
    }

    pub(crate) fn review(
        &mut self,
        source: &Source<'_>,
        id: &Spanned<String>,
        raw: &file::Review,
    ) -> Option<typed::Review> {
        match raw.before.to_string().parse() {
            Ok(before) => Some(typed::Review { status: raw.status, before }),
            Err(_) => self.refuse(source, id, "review.before is a day, such as 2027-06-30"),
        }
    }

    /// The day by which a source must be read again: its own, or that at the head of its file.
    pub(crate) fn review_by(
        &mut self,
        source: &Source<'_>,
        id: &Spanned<String>,
        said: Option<toml::value::Datetime>,
    ) -> Option<chrono::NaiveDate> {
        match said.and_then(|day| day.to_string().parse().ok()) {
            Some(day) => Some(day),
            None => self.refuse(
                source,
                id,
                "this source has no day by which it must be read again; write review_by = 2027-06-30 at the head of the file, or here",
            ),
        }
    }

    /// The TOML files of a folder, in the order of their names.
    pub(crate) fn files(&mut self, folder: &str) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.folder.join(folder)).into_iter().flatten().flatten();
        let names = entries.map(|entry| PathBuf::from(folder).join(entry.file_name()));
        let mut files: Vec<PathBuf> = names.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
        files.sort();
        files
    }

    pub(crate) fn parse<T: DeserializeOwned>(&mut self, path: &Path) -> Option<(String, T)> {
        let mut refuse = |line, message| {
            self.errors.push(ContentError { file: path.to_owned(), line, message });
            None
        };
        let text = match std::fs::read_to_string(self.folder.join(path)) {
            Ok(text) => text,
            Err(error) => {
                return refuse(0, format!("cannot be read ({error}); write it or restore it"));
            }
        };
        match toml::from_str(&text) {
            Ok(parsed) => Some((text, parsed)),
            Err(error) => {
                let line = error.span().map_or(0, |span| line_of(&text, span.start));
                refuse(
                    line,
                    format!("{}; correct this line (the keys are listed in content/README.md)", error.message()),
                )
            }
        }
    }
}

fn unknown_names(library: &Library, vignette: &Vignette) -> Vec<ContentError> {
    let error = |message| ContentError { file: vignette.file.clone(), line: vignette.line, message };
    if library.motif(&vignette.motif).is_none() {
        return vec![error(format!("vignette: there is no motif called “{}”; correct the name", vignette.motif))];
    }
    let protocol = Protocol::new(library, std::slice::from_ref(&vignette.motif));
    let is_asked = |id: &Id| protocol.signs().iter().any(|sign| &sign.id == id && sign.is_ticked());
    let unknown = vignette.yes.iter().chain(&vignette.unknown).filter(|id| !is_asked(id));
    let mut errors: Vec<ContentError> =
        unknown.map(|id| error(format!("vignette: “{id}” is not asked in this motif; correct the name"))).collect();
    for measure in vignette.measures.keys().filter(|id| library.measure(id).is_none()) {
        errors.push(error(format!("vignette: there is no measure called “{measure}”; correct the name")));
    }
    let word = &vignette.decided_by;
    if !matches!(word.as_str(), "otherwise" | "doubts") && !protocol.rules().iter().any(|rule| &rule.id == word) {
        errors.push(error(format!("vignette: no rule of this motif is called “{word}”; correct decided_by")));
    }
    errors
}

/// The system with every host checked, and only those that are shipped in it.
fn checked_system(read: SystemRead, triage: &Draft, care: &CareDraft) -> Result<System, Vec<typed::Defect>> {
    let mut draft = System::check(read.draft, triage, care)?.draft().clone();
    draft.hosts.retain(|host| !read.unshipped.contains(&host.id));
    draft.version = version(&draft);
    System::check(draft, triage, care)
}

/// A value in tenths of its unit.
#[allow(clippy::cast_possible_truncation, reason = "measures are small numbers with one decimal")]
pub(crate) fn tenths(value: f64) -> i32 {
    (value * 10.0).round() as i32
}

/// An age such as "65y" or "3m", in months.
pub(crate) fn months(text: &str) -> Option<u16> {
    let number = |text: &str| text.parse::<u16>().ok();
    match text.strip_suffix('y') {
        Some(years) => number(years)?.checked_mul(12),
        None => number(text.strip_suffix('m')?),
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count().saturating_add(1)
}

/// The first letters of the hash of all that the app runs on: two builds with one version run on one content.
pub(crate) fn version(draft: &impl serde::Serialize) -> String {
    let bytes = postcard::to_stdvec(draft).unwrap_or_default();
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}
