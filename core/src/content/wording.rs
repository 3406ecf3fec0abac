//! Other words for the same content: another language, or a plainer one.
//!
//! A wording holds texts alone, in the order in which [`texts`] meets them. Put into the content it changes what is said and
//! nothing else: levels, numbers, rules and ids are those of the French by construction, since no wording can hold one.

mod texts;

use serde::{Deserialize, Serialize};

use super::{Draft, Library, Pictures, Words};

pub use texts::{Text, texts};

/// The texts of the triage in other words, for one version of the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The version of the rules whose texts these are.
    pub version: String,
    /// Every text, in the order of [`texts`].
    pub texts: Vec<String>,
    /// The words by which each motif is found, in the order of the motifs; none where those of the French serve.
    pub searched: Vec<Vec<String>>,
    /// How people say things; nothing where the French words serve.
    pub words: Option<Words>,
    /// The words of the interface, in the order of its own catalogue; an empty one is said in French.
    pub interface: Vec<String>,
    /// The pictures beside the questions; in most wordings there are none.
    pub pictures: Pictures,
}

impl Wording {
    /// The words that `say` gives for the texts of a library; where it gives none, the text stays.
    #[must_use]
    pub fn of(library: &Library, say: &mut dyn FnMut(&Text<'_>) -> Option<String>) -> Self {
        let mut all = Vec::new();
        let mut draft = library.draft().clone();
        texts(&mut draft, &mut |text| {
            let said = say(&text).unwrap_or_else(|| text.said.clone());
            all.push(said);
        });
        Self { version: library.version().to_owned(), texts: all, ..Self::default() }
    }

    /// The library in these words; none where they belong to another version of the rules.
    #[must_use]
    pub fn put_into(&self, library: &Library) -> Option<Library> {
        let mut draft: Draft = library.draft().clone();
        let mut own = self.texts.iter();
        let mut is_whole = draft.version == self.version;
        texts(&mut draft, &mut |text| match own.next() {
            Some(said) => text.said.clone_from(said),
            None => is_whole = false,
        });
        for (motif, searched) in draft.motifs.iter_mut().zip(&self.searched) {
            motif.door.words.clone_from(searched);
        }
        if let Some(words) = &self.words {
            draft.words = words.clone();
        }
        let is_whole = is_whole && own.next().is_none();
        is_whole.then(|| Library::of_checked(draft))
    }
}
