//! Packs: the compact files by which content reaches the app.
//!
//! The start pack comes with the WebAssembly: the gate and what one chooses a motif by. The triage pack is the rest of
//! triage, the care pack everything about pathways, the explain pack the stories that test the rules, the system pack
//! who does what; these three are fetched when somebody opens what they are for.
//! All carry the version of the rules, so that an old one never meets a new one, and a checksum. Packs are written
//! from checked libraries only; a pack that arrives whole is therefore checked content, and is not checked again.
//!
//! Names and texts stand in a pack once, one after the other, apart from what is put together of them: so they compress
//! by a fifth more.

pub(crate) mod press;
mod read;
mod write;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::checksum::crc32;
use crate::words::Finder;

use super::wording::Wording;
use super::{
    Care, CareDraft, Contact, Door, Draft, Drawing, Explain, Group, Id, LevelAdvice, Library, Measure, Motif,
    Orientation, Part, Review, ReviewStatus, Source, System, SystemDraft, Way, Words,
};

/// What the first question needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The version of the rules.
    pub version: String,
    /// The vital signs asked before every motif.
    pub gate: Group,
    /// Parts of the body.
    pub parts: Vec<Part>,
    /// What one chooses a motif by.
    pub doors: Vec<Door>,
    /// The closed list of numbers.
    pub contacts: Vec<Contact>,
    /// What results lead to.
    pub ways: Vec<Way>,
    /// What each level says.
    pub levels: Vec<LevelAdvice>,
    /// What can be measured.
    pub measures: Vec<Measure>,
    /// How people say things.
    pub words: Words,
    /// The sources of the above.
    pub sources: Vec<Source>,
}

/// Why a pack could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes are not a pack of this version of the app.
    Unreadable,
    /// The pack belongs to another version of the rules.
    OtherVersion,
}

/// Writes the start pack of a library.
///
/// # Errors
/// [`PackError::Unreadable`] where the encoder refuses, which no checked library makes it do, and where the gate is
/// missing.
pub fn write_start(library: &Library) -> Result<Vec<u8>, PackError> {
    let draft = library.draft();
    let start = Start {
        version: draft.version.clone(),
        gate: library.group(Library::GATE).cloned().ok_or(PackError::Unreadable)?,
        parts: draft.parts.clone(),
        doors: library.doors().cloned().collect(),
        contacts: draft.contacts.clone(),
        ways: draft.ways.clone(),
        levels: draft.levels.clone(),
        measures: draft.measures.clone(),
        words: draft.words.clone(),
        sources: sources_used(library, draft),
    };
    seal(&start)
}

/// The sources that the gate and the contacts rest on.
fn sources_used(library: &Library, draft: &Draft) -> Vec<Source> {
    let gate = library.group(Library::GATE).into_iter();
    let of_gate = gate.flat_map(|gate| gate.sources.iter().chain(gate.rules.iter().flat_map(|rule| &rule.sources)));
    let used: Vec<&Id> = of_gate.chain(draft.contacts.iter().flat_map(|contact| &contact.sources)).collect();
    draft.sources.iter().filter(|source| used.contains(&&source.id)).cloned().collect()
}

/// Writes the triage pack of a library, without what the start pack brings.
///
/// # Errors
/// [`PackError::Unreadable`] where the encoder refuses, which no checked library makes it do.
pub fn write_triage(library: &Library) -> Result<Vec<u8>, PackError> {
    let draft = library.draft().clone();
    let motifs = draft.motifs.into_iter().map(|motif| Motif { door: Door::default(), ..motif }).collect();
    let rest = Draft {
        version: draft.version,
        sources: draft.sources,
        groups: draft.groups,
        motifs,
        orientation: draft.orientation,
        zones: draft.zones,
        ..Draft::default()
    };
    seal(&rest)
}

/// Reads the start pack.
///
/// # Errors
/// [`PackError::Unreadable`] where the bytes are not one.
pub fn read_start(bytes: &[u8]) -> Result<Start, PackError> {
    open(bytes)
}

impl Start {
    /// What finds motifs in people's own words; made once.
    #[must_use]
    pub fn finder(&self) -> Finder {
        Finder::new(&self.words, &self.doors, &self.measures)
    }

    /// The same in the words of a library of the same rules.
    #[must_use]
    pub fn in_words_of(&self, library: &Library) -> Self {
        let draft = library.draft();
        Self {
            version: self.version.clone(),
            gate: library.group(Library::GATE).cloned().unwrap_or_else(|| self.gate.clone()),
            parts: draft.parts.clone(),
            doors: library.doors().cloned().collect(),
            contacts: draft.contacts.clone(),
            ways: draft.ways.clone(),
            levels: draft.levels.clone(),
            measures: draft.measures.clone(),
            words: draft.words.clone(),
            sources: self.sources.clone(),
        }
    }

    /// The library that knows the gate alone: with it the gate works before, and without, the triage pack.
    #[must_use]
    pub fn library(&self) -> Library {
        let nobody_yet = chrono::NaiveDate::MIN;
        let empty = |id: &str| Group {
            id: id.to_owned(),
            title: String::new(),
            asks_also: Vec::new(),
            signs: Vec::new(),
            rules: Vec::new(),
            sources: self.gate.sources.clone(),
            review: Review { status: ReviewStatus::Unreviewed, before: nobody_yet },
        };
        let draft = Draft {
            version: self.version.clone(),
            parts: self.parts.clone(),
            contacts: self.contacts.clone(),
            ways: self.ways.clone(),
            levels: self.levels.clone(),
            measures: self.measures.clone(),
            sources: self.sources.clone(),
            groups: vec![self.gate.clone(), empty(Library::ALWAYS), empty(Library::TERRAIN)],
            motifs: Vec::new(),
            orientation: Orientation::default(),
            words: self.words.clone(),
            zones: Vec::new(),
        };
        Library::of_checked(draft)
    }
}

/// Reads the triage pack that goes with a start pack.
///
/// # Errors
/// See [`PackError`].
pub fn read_triage(bytes: &[u8], start: &Start) -> Result<Library, PackError> {
    let rest: Draft = open(bytes)?;
    if rest.version != start.version {
        return Err(PackError::OtherVersion);
    }
    let mut draft = Draft {
        parts: start.parts.clone(),
        contacts: start.contacts.clone(),
        ways: start.ways.clone(),
        levels: start.levels.clone(),
        measures: start.measures.clone(),
        words: start.words.clone(),
        ..rest
    };
    for (motif, door) in draft.motifs.iter_mut().zip(&start.doors) {
        motif.door = door.clone();
    }
    Ok(Library::of_checked(draft))
}

/// Writes the care pack: everything about pathways.
///
/// # Errors
/// [`PackError::Unreadable`] where the encoder refuses, which no checked content makes it do.
pub fn write_care(care: &Care) -> Result<Vec<u8>, PackError> {
    seal(care.draft())
}

/// Reads the care pack of a version.
///
/// # Errors
/// See [`PackError`].
pub fn read_care(bytes: &[u8], version: &str) -> Result<Care, PackError> {
    let draft: CareDraft = open(bytes)?;
    if draft.version != version {
        return Err(PackError::OtherVersion);
    }
    Ok(Care::of_checked(draft))
}

/// Writes the explain pack: what the pages for reviewers need besides the rules.
///
/// # Errors
/// [`PackError::Unreadable`] where the encoder refuses, which no content makes it do.
pub fn write_explain(explain: &Explain) -> Result<Vec<u8>, PackError> {
    seal(explain)
}

/// Reads the explain pack of a version.
///
/// # Errors
/// See [`PackError`].
pub fn read_explain(bytes: &[u8], version: &str) -> Result<Explain, PackError> {
    let explain: Explain = open(bytes)?;
    if explain.version != version {
        return Err(PackError::OtherVersion);
    }
    Ok(explain)
}

/// Writes the system pack: who does what, the acronyms, what people look for.
///
/// # Errors
/// [`PackError::Unreadable`] where the encoder refuses, which no checked content makes it do.
pub fn write_system(system: &System) -> Result<Vec<u8>, PackError> {
    seal(system.draft())
}

/// Reads the system pack of a version.
///
/// # Errors
/// See [`PackError`].
pub fn read_system(bytes: &[u8], version: &str) -> Result<System, PackError> {
    let draft: SystemDraft = open(bytes)?;
    if draft.version != version {
        return Err(PackError::OtherVersion);
    }
    Ok(System::of_checked(draft))
}

/// Writes the drawn body.
///
/// # Errors
/// [`PackError::Unreadable`] where the encoder refuses, which no drawing makes it do.
pub fn write_drawing(drawing: &Drawing) -> Result<Vec<u8>, PackError> {
    seal(drawing)
}

/// Reads the drawn body of a version.
///
/// # Errors
/// See [`PackError`].
pub fn read_drawing(bytes: &[u8], version: &str) -> Result<Drawing, PackError> {
    let drawing: Drawing = open(bytes)?;
    if drawing.version != version {
        return Err(PackError::OtherVersion);
    }
    Ok(drawing)
}

/// The file name of the drawn body of a version.
#[must_use]
pub fn drawing_name(version: &str) -> String {
    format!("body-{version}.pack")
}

/// Writes the triage in other words.
///
/// # Errors
/// [`PackError::Unreadable`] where the encoder refuses, which no wording makes it do.
pub fn write_wording(wording: &Wording) -> Result<Vec<u8>, PackError> {
    seal(wording)
}

/// Reads the triage in other words.
///
/// # Errors
/// [`PackError::Unreadable`] where the bytes are not that.
pub fn read_wording(bytes: &[u8]) -> Result<Wording, PackError> {
    open(bytes)
}

/// The file name of the triage in other words, of a version of these.
#[must_use]
pub fn wording_name(language: &str, version: &str) -> String {
    format!("words-{language}-{version}.pack")
}

/// The file name of the system pack of a version.
#[must_use]
pub fn system_name(version: &str) -> String {
    format!("system-{version}.pack")
}

/// The file name of the explain pack of a version.
#[must_use]
pub fn explain_name(version: &str) -> String {
    format!("explain-{version}.pack")
}

/// The file name of the care pack of a version.
#[must_use]
pub fn care_name(version: &str) -> String {
    format!("care-{version}.pack")
}

/// The file name of the triage pack of a version: another version has another name, so that caches never mix them.
#[must_use]
pub fn triage_name(version: &str) -> String {
    format!("triage-{version}.pack")
}

fn seal<T: Serialize>(content: &T) -> Result<Vec<u8>, PackError> {
    let body = write::write(content).and_then(|(shape, texts)| postcard::to_stdvec(&(shape, texts)));
    let body = body.map_err(|_| PackError::Unreadable)?;
    let body = press::press(&body).map_err(|_| PackError::Unreadable)?;
    let mut bytes = crc32(&body).to_le_bytes().to_vec();
    bytes.extend(body);
    Ok(bytes)
}

fn open<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, PackError> {
    let (sum, body) = bytes.split_first_chunk::<4>().ok_or(PackError::Unreadable)?;
    if u32::from_le_bytes(*sum) != crc32(body) {
        return Err(PackError::Unreadable);
    }
    let body = press::unfold(body).map_err(|_| PackError::Unreadable)?;
    let (shape, texts): (&[u8], &str) = postcard::from_bytes(&body).map_err(|_| PackError::Unreadable)?;
    read::read(shape, texts)
}
