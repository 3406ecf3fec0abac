//! `pictures.toml`, and the pictures that a language puts beside its questions.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use sentier_core::content::{Id, Library, Picture, Pictures};

use crate::ContentError;
use crate::read::Reader;

const FILE: &str = "pictures.toml";

/// What a language names: of a sign, its picture, and the file that says so.
pub(crate) type Named = BTreeMap<Id, (String, PathBuf)>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    picture: Vec<RawPicture>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPicture {
    id: String,
    /// Its name in the set that it is from; shown nowhere.
    #[serde(rename = "icon")]
    _icon: String,
    paths: Vec<String>,
}

/// Every picture there is, and which of them stand somewhere.
pub(crate) struct Shelf {
    folder: PathBuf,
    all: Vec<(String, Picture)>,
    used: BTreeSet<String>,
}

impl Shelf {
    /// The pictures of a content folder, which may have none, or what cannot be read.
    pub(crate) fn read(folder: &Path) -> (Self, Vec<ContentError>) {
        let mut reader = Reader::of(folder.to_owned());
        let has_some = folder.join(FILE).exists();
        let file = has_some.then(|| reader.parse::<File>(Path::new(FILE))).flatten();
        let all = file.into_iter().flat_map(|(_, file)| file.picture);
        let all = all.map(|raw| (raw.id, Picture { paths: raw.paths })).collect();
        (Self { folder: folder.to_owned(), all, used: BTreeSet::new() }, reader.errors)
    }

    /// The pictures of the signs that `named` names, and what it names that is not there.
    pub(crate) fn beside(&mut self, library: &Library, named: &Named) -> (Pictures, Vec<ContentError>) {
        let mut mistakes = Vec::new();
        for (sign, (name, file)) in named {
            let line = || ContentError::line_with(&self.folder.join(file), &format!("\"{name}\""));
            let refuse = |message| ContentError { file: file.clone(), line: line(), message };
            if library.sign(sign).is_none() {
                mistakes.push(refuse(format!(
                    "there is no sign “{sign}” to put “{name}” beside; correct it or take it out"
                )));
            }
            if !self.all.iter().any(|(known, _)| known == name) {
                mistakes.push(refuse(format!("“{sign}” has the picture “{name}”, which content/{FILE} does not have")));
            }
            self.used.insert(name.clone());
        }
        let name = |sign: &sentier_core::content::Sign| named.get(&sign.id).map(|(name, _)| name.clone());
        (Pictures::of(library, &self.all, &name), mistakes)
    }

    /// Pictures that stand beside nothing, where languages were read: nobody would look at them again.
    pub(crate) fn unused(&self, has_languages: bool) -> Vec<ContentError> {
        let unused = self.all.iter().filter(|(name, _)| has_languages && !self.used.contains(name));
        let refuse = |(name, _): &(String, Picture)| ContentError {
            file: PathBuf::from(FILE),
            line: ContentError::line_with(&self.folder.join(FILE), &format!("\"{name}\"")),
            message: format!("“{name}” stands beside no question; name it as the `picture` of a sign or take it out"),
        };
        unused.map(refuse).collect()
    }
}
