//! From the files to a checked library.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use toml::Spanned;

use sentier_core::Sorted;
use sentier_core::content::{
    self as typed, Care, CareDraft, Condition, Draft, Effect, Explain, Id, Library, Origin, UnknownReading,
};
use sentier_core::triage::{MeasureAnswer, Protocol};

use crate::{ContentError, Example, Phrasing, Vignette, file, french};

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
    /// What people may type, which tests the search.
    pub phrasings: Vec<Phrasing>,
}

/// Reads and checks a content folder.
///
/// # Errors
/// Every mistake found, each with file, line and what to do.
pub fn read(folder: &Path) -> Result<Content, Vec<ContentError>> {
    let mut reader = Reader { folder: folder.to_owned(), ..Reader::default() };
    reader.read_lists();
    reader.read_groups();
    reader.read_motifs();
    reader.draft.orientation = reader.read_orientation();
    reader.read_words();
    let phrasings = reader.read_phrasings();
    let care = reader.read_care();
    let people = reader.read_people();
    reader.finish(care, people, phrasings)
}

#[derive(Default)]
pub(crate) struct Reader {
    folder: PathBuf,
    pub(crate) draft: Draft,
    vignettes: Vec<Vignette>,
    places: BTreeMap<Id, Place>,
    files: Sorted<Id, String>,
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
    fn full(&self, id: &str) -> Id {
        if id.contains('.') { id.to_owned() } else { format!("{}.{id}", self.prefix) }
    }
}

impl Reader {
    fn read_lists(&mut self) {
        for name in ["sources", "contacts", "ways", "levels", "measures", "parts"] {
            let path = PathBuf::from(format!("{name}.toml"));
            let Some((text, lists)) = self.parse::<file::Lists>(&path) else {
                continue;
            };
            let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
            self.take_lists(&source, lists);
        }
    }

    fn take_lists(&mut self, source: &Source<'_>, lists: file::Lists) {
        for raw in lists.source {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let Some(review_by) = self.review_by(source, &raw.id, raw.review_by.or(lists.review_by)) else {
                continue;
            };
            let (title, publisher, date) = (french(&raw.title), french(&raw.publisher), french(&raw.date));
            self.draft.sources.push(typed::Source {
                id,
                title,
                publisher,
                date,
                address: raw.address,
                reading: raw.reading,
                level: typed::SourceLevel::Unsaid,
                review_by,
            });
        }
        for raw in lists.contact {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let (number, name, when) = (french(&raw.number), french(&raw.name), french(&raw.when));
            self.draft.contacts.push(typed::Contact {
                id,
                number,
                channel: raw.channel,
                name,
                when,
                sources: raw.sources,
            });
        }
        for raw in lists.way {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let (action, explain) = (french(&raw.action), french(&raw.explain));
            self.draft.ways.push(typed::Way { id, action, explain, contact: raw.contact, beside: raw.beside });
        }
        for raw in lists.level {
            let level = *raw.level.get_ref();
            self.place(source, &raw.level, level.word().to_owned());
            self.draft.levels.push(typed::LevelAdvice {
                level,
                name: french(&raw.name),
                headline: french(&raw.headline),
                recall: french(&raw.recall),
                unreachable: french(&raw.unreachable),
                way: raw.way,
            });
        }
        for raw in lists.measure {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            self.draft.measures.push(typed::Measure {
                id,
                name: french(&raw.name),
                ask: french(&raw.ask),
                help: raw.help.as_deref().map(french),
                unit: raw.unit,
                min: tenths(raw.min),
                max: tenths(raw.max),
                decimals: raw.decimals,
            });
        }
        for raw in lists.part {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            self.draft.parts.push(typed::Part { id, title: french(&raw.title) });
        }
    }

    fn read_groups(&mut self) {
        for path in self.files("groups") {
            let Some((text, raw)) = self.parse::<file::Group>(&path) else {
                continue;
            };
            let id = raw.id.get_ref().clone();
            let source = Source { file: &path, text: &text, prefix: &id, sources: &raw.sources };
            self.place(&source, &raw.id, id.clone());
            self.files.insert(id.clone(), path.display().to_string());
            let Some(review) = self.review(&source, &raw.id, &raw.review) else {
                continue;
            };
            let (signs, mut rules) = self.signs(&source, &raw.sign);
            rules.extend(self.rules(&source, &raw.rule));
            self.vignettes(&source, &raw.vignette, None);
            self.draft.groups.push(typed::Group {
                id: id.clone(),
                title: french(&raw.title),
                asks_also: raw.asks_also,
                signs,
                rules,
                sources: raw.sources.clone(),
                review,
            });
        }
    }

    fn read_motifs(&mut self) {
        for path in self.files("triage") {
            let Some((text, raw)) = self.parse::<file::Motif>(&path) else {
                continue;
            };
            let id = raw.id.get_ref().clone();
            let source = Source { file: &path, text: &text, prefix: &id, sources: &raw.sources };
            self.place(&source, &raw.id, id.clone());
            self.files.insert(id.clone(), path.display().to_string());
            let Some(review) = self.review(&source, &raw.id, &raw.review) else {
                continue;
            };
            let (signs, mut rules) = self.signs(&source, &raw.sign);
            rules.extend(self.rules(&source, &raw.rule));
            self.vignettes(&source, &raw.vignette, Some(&id));
            let otherwise = typed::Otherwise {
                level: raw.otherwise.level,
                way: raw.otherwise.way,
                because: french(&raw.otherwise.because),
            };
            self.draft.motifs.push(typed::Motif {
                door: typed::Door {
                    id: id.clone(),
                    title: french(&raw.title),
                    part: raw.part,
                    words: raw.words,
                    leaves_trace: raw.leaves_trace,
                    always_shown: raw.always_shown,
                },
                card: raw.card,
                asks_also: raw.asks_also,
                signs,
                rules,
                otherwise,
                meanwhile: raw.meanwhile.iter().map(|text| french(text)).collect(),
                self_care: raw.self_care.iter().map(|text| french(text)).collect(),
                sources: raw.sources.clone(),
                review,
            });
        }
    }

    /// The signs of a file, and a rule for each that has a level of its own.
    fn signs(&mut self, source: &Source<'_>, raw: &[file::Sign]) -> (Vec<typed::Sign>, Vec<typed::Rule>) {
        let mut signs = Vec::new();
        let mut rules = Vec::new();
        for sign in raw {
            let id = self.place(source, &sign.id, source.full(sign.id.get_ref()));
            let Some(origin) = self.origin(source, sign) else {
                continue;
            };
            let unknown = sign.doubt_about.unwrap_or(UnknownReading::Sign);
            if let Some(level) = sign.level {
                rules.push(typed::Rule {
                    id: id.clone(),
                    because: sign.because.as_deref().map(french).unwrap_or_default(),
                    condition: Condition::Is(id.clone()),
                    effect: Effect::Raise(level),
                    unknown: None,
                    way: sign.way.clone(),
                    sources: or_default(&sign.sources, source.sources),
                });
            }
            signs.push(typed::Sign {
                id,
                ask: french(&sign.ask),
                help: sign.help.as_deref().map(french),
                origin,
                unknown,
                only_for: sign.only_for.clone(),
                can_appear: sign.can_appear.unwrap_or(unknown != UnknownReading::Fact),
                leaves_trace: sign.leaves_trace,
            });
        }
        (signs, rules)
    }

    fn origin(&mut self, source: &Source<'_>, sign: &file::Sign) -> Option<Origin> {
        match (&sign.answered_by, &sign.age, sign.sex) {
            (None, None, None) => Some(Origin::Asked),
            (Some(by), None, None) => {
                let bound = match (by.from, by.below) {
                    (Some(value), None) => typed::Bound::AtLeast(tenths(value)),
                    (None, Some(value)) => typed::Bound::Below(tenths(value)),
                    _ => {
                        return self.refuse(
                            source,
                            &sign.id,
                            "answered_by takes either from or below; write one of them",
                        );
                    }
                };
                Some(Origin::Measured { measure: by.measure.clone(), bound, instead: french(&by.instead) })
            }
            (None, Some(band), None) => {
                let from = band.from.as_deref().map_or(Some(0), months);
                let to = band.below.as_deref().map(months);
                match (from, to) {
                    (Some(from), None) => Some(Origin::Age { from, to: None }),
                    (Some(from), Some(Some(to))) => Some(Origin::Age { from, to: Some(to) }),
                    _ => self.refuse(source, &sign.id, "an age is a number and y or m, such as \"65y\" or \"3m\""),
                }
            }
            (None, None, Some(sex)) => Some(Origin::Sex(sex)),
            _ => self.refuse(source, &sign.id, "a sign is answered by a measure, an age or a sex: keep one"),
        }
    }

    fn rules(&mut self, source: &Source<'_>, raw: &[file::Rule]) -> Vec<typed::Rule> {
        let mut rules = Vec::new();
        for rule in raw {
            let id = self.place(source, &rule.id, source.full(rule.id.get_ref()));
            let effect = match (rule.level, rule.one_step_up) {
                (Some(level), false) => Effect::Raise(level),
                (None, true) => Effect::OneStep,
                _ => {
                    self.refuse::<()>(
                        source,
                        &rule.id,
                        "a rule has either a level or one_step_up = true; write one of them",
                    );
                    continue;
                }
            };
            let is =
                |ids: &[String]| -> Vec<Condition> { ids.iter().map(|id| Condition::Is(source.full(id))).collect() };
            let mut parts = is(&rule.all);
            if !rule.any.is_empty() {
                parts.push(Condition::Any(is(&rule.any)));
            }
            if let Some(some) = &rule.some {
                parts.push(Condition::AtLeast(some.at_least, is(&some.of)));
            }
            let condition = match parts.as_slice() {
                [only] => only.clone(),
                _ => Condition::All(parts),
            };
            rules.push(typed::Rule {
                id,
                because: french(&rule.because),
                condition,
                effect,
                unknown: rule.doubt_gives,
                way: rule.way.clone(),
                sources: or_default(&rule.sources, source.sources),
            });
        }
        rules
    }

    fn vignettes(&mut self, source: &Source<'_>, raw: &[file::Vignette], own: Option<&Id>) {
        for vignette in raw {
            let Some(motif) = vignette.motif.as_ref().or(own).cloned() else {
                self.refuse::<()>(source, &vignette.story, "a vignette of a group names its motif; add motif = \"…\"");
                continue;
            };
            let Some(age) = months(&vignette.age) else {
                self.refuse::<()>(source, &vignette.story, "an age is a number and y or m, such as \"65y\" or \"3m\"");
                continue;
            };
            let full = |ids: &[String]| ids.iter().map(|id| source.full(id)).collect();
            let measures = vignette.measures.iter().map(|(measure, value)| {
                let value = match value {
                    file::MeasureValue::Number(value) => MeasureAnswer::Tenths(tenths(*value)),
                    file::MeasureValue::Word(file::Impossible::Impossible) => MeasureAnswer::Impossible,
                };
                (measure.clone(), value)
            });
            let decided_by = match vignette.decided_by.as_str() {
                word @ ("otherwise" | "doubts") => word.to_owned(),
                id => source.full(id),
            };
            self.vignettes.push(Vignette {
                file: source.file.to_owned(),
                line: source.line(&vignette.story),
                story: french(vignette.story.get_ref()),
                motif,
                age,
                sex: vignette.sex,
                yes: full(&vignette.yes),
                unknown: full(&vignette.does_not_know),
                measures: measures.collect(),
                expect: vignette.expect,
                decided_by,
            });
        }
    }

    fn finish(
        mut self,
        mut care: CareDraft,
        people: Vec<Example>,
        phrasings: Vec<Phrasing>,
    ) -> Result<Content, Vec<ContentError>> {
        self.draft.version = version(&self.draft);
        care.examples = people.iter().map(|person| person.shown.clone()).collect();
        care.version = version(&care);
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let motifs: Vec<&Id> = self.draft.motifs.iter().map(|motif| &motif.door.id).collect();
        let (library, care) = match (Library::check(self.draft.clone()), Care::check(care, &motifs)) {
            (Ok(library), Ok(care)) => (library, care),
            (library, care) => {
                let defects = library.err().unwrap_or_default().into_iter().chain(care.err().unwrap_or_default());
                return Err(defects.map(|defect| self.locate(&defect)).collect());
            }
        };
        let mut errors: Vec<ContentError> =
            self.vignettes.iter().flat_map(|vignette| unknown_names(&library, vignette)).collect();
        errors.extend(people.iter().flat_map(|person| person.unknown_names(&care)));
        if !errors.is_empty() {
            return Err(errors);
        }
        let stories = self.vignettes.iter().map(Vignette::shown).collect();
        let mut explain = Explain { version: String::new(), files: self.files, stories };
        explain.version = version(&explain);
        Ok(Content { library, vignettes: self.vignettes, care, people, explain, phrasings })
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

fn or_default(own: &[Id], file: &[Id]) -> Vec<Id> {
    if own.is_empty() { file.to_vec() } else { own.to_vec() }
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
fn version(draft: &impl serde::Serialize) -> String {
    let bytes = postcard::to_stdvec(draft).unwrap_or_default();
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}
