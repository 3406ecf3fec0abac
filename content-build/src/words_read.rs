//! From `words.toml` and the phrasings to typed content.

use std::path::{Path, PathBuf};

use toml::Spanned;

use sentier_core::content::{self as typed, Ages, Id};

use crate::ContentError;
use crate::read::{Reader, Source, months, tenths};
use crate::{file, french, words_file};

/// What somebody may type, and the motifs of which one must then be among the first three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrasing {
    /// Its file, below the content folder.
    pub file: PathBuf,
    /// Its line.
    pub line: usize,
    /// What is typed.
    pub says: String,
    /// The motifs that are right.
    pub motifs: Vec<Id>,
    /// Whether it is sealed: counted, never read, never tuned on.
    pub is_sealed: bool,
}

impl Reader {
    /// Reads `words.toml`.
    /// The words of the file `words.toml` of a folder alone, with the mistakes in it.
    pub(crate) fn words_of(folder: PathBuf) -> (typed::Words, Vec<ContentError>) {
        let mut reader = Self::of(folder);
        reader.read_words();
        (reader.draft.words, reader.errors)
    }

    pub(crate) fn read_words(&mut self) {
        let path = PathBuf::from("words.toml");
        let Some((text, raw)) = self.parse::<words_file::Words>(&path) else {
            return;
        };
        let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
        for vital in &raw.vital {
            self.place(&source, &vital.speaks_of, format!("vital {}", vital.speaks_of.get_ref()));
        }
        self.place(&source, &raw.pregnancy.sign, "pregnancy".to_owned());
        self.place(&source, &raw.temperature.measure, "temperature words".to_owned());
        let mut words = typed::Words {
            empty: raw.empty,
            halves: raw.halves,
            about: raw.about,
            never_after: raw.never_after,
            age_after: raw.age_after,
            denials: raw.denials,
            oneself: raw.oneself,
            ..typed::Words::default()
        };
        words.numbers = raw.number.into_iter().map(|raw| typed::Number { says: raw.says, is: raw.is }).collect();
        words.spellings =
            raw.spelling.into_iter().map(|raw| typed::Spelling { written: raw.written, means: raw.means }).collect();
        words.units = raw
            .unit
            .into_iter()
            .map(|raw| typed::UnitWords { unit: raw.unit, says: raw.says, one: raw.one, many: raw.many })
            .collect();
        words.starts = raw
            .start
            .into_iter()
            .map(|raw| typed::Start { says: raw.says, shown: french(&raw.shown), takes_moments: raw.takes_moments })
            .collect();
        words.moments =
            raw.moment.into_iter().map(|raw| typed::Shown { says: raw.says, shown: french(&raw.shown) }).collect();
        words.sexes =
            raw.sex.into_iter().map(|raw| typed::SexWords { sex: raw.sex, shown: french(&raw.shown) }).collect();
        words.vitals = raw
            .vital
            .into_iter()
            .map(|raw| typed::Vital { says: raw.says, speaks_of: raw.speaks_of.into_inner() })
            .collect();
        for raw in raw.people {
            let ages = self.ages(&source, raw.says.span(), raw.ages.as_ref());
            words.people.push(typed::People { says: raw.says.into_inner(), sex: raw.sex, ages, subject: raw.subject });
        }
        words.pregnancy = typed::PregnancyWords {
            says: raw.pregnancy.says,
            counted_in: raw.pregnancy.counted_in,
            denied_by: raw.pregnancy.denied_by,
            sign: raw.pregnancy.sign.into_inner(),
            shown: french(&raw.pregnancy.shown),
        };
        words.temperature = typed::TemperatureWords {
            measure: raw.temperature.measure.into_inner(),
            lowest: tenths(raw.temperature.lowest),
            greatest: tenths(raw.temperature.greatest),
            before: raw.temperature.before,
            after: raw.temperature.after,
            fever_from: tenths(raw.temperature.fever_from),
            fever: raw.temperature.fever,
        };
        self.draft.words = words;
    }

    /// The ages of a band; none where it says none, or is refused.
    pub(crate) fn ages(
        &mut self,
        source: &Source<'_>,
        span: std::ops::Range<usize>,
        band: Option<&file::AgeBand>,
    ) -> Option<Ages> {
        let band = band?;
        let from = band.from.as_deref().map_or(Some(0), months);
        let to = band.below.as_deref().map(months);
        match (from, to) {
            (Some(from), None) => Some(Ages { from, to: None }),
            (Some(from), Some(Some(to))) if from < to => Some(Ages { from, to: Some(to) }),
            _ => {
                let place = Spanned::new(span, "ages".to_owned());
                self.refuse(
                    source,
                    &place,
                    "an age is a number and y or m, such as \"65y\" or \"3m\", from before below",
                )
            }
        }
    }

    /// Reads the phrasings.
    pub(crate) fn read_phrasings(&mut self) -> Vec<Phrasing> {
        let mut phrasings = Vec::new();
        for path in self.files("phrasings") {
            let Some((text, raw)) = self.parse::<words_file::Phrasings>(&path) else {
                continue;
            };
            let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
            for raw in raw.phrasing {
                let known = |id: &Id| self.draft.motifs.iter().any(|motif| &motif.door.id == id);
                let place = Spanned::new(raw.says.span(), "phrasing".to_owned());
                if raw.motifs.is_empty() || !raw.motifs.iter().all(known) {
                    self.refuse::<()>(&source, &place, "there is no such motif, or none is named; correct motifs");
                    continue;
                }
                let Some(is_sealed) = is_sealed(&path) else {
                    self.refuse::<()>(&source, &place, "the name of the file begins with open- or sealed-; rename it");
                    continue;
                };
                phrasings.push(Phrasing {
                    file: path.clone(),
                    line: source.line(&raw.says),
                    says: raw.says.into_inner(),
                    motifs: raw.motifs,
                    is_sealed,
                });
            }
        }
        phrasings
    }
}

fn is_sealed(path: &Path) -> Option<bool> {
    let name = path.file_name()?.to_str()?;
    match (name.starts_with("open-"), name.starts_with("sealed-")) {
        (true, _) => Some(false),
        (_, true) => Some(true),
        _ => None,
    }
}
