//! Content as pages that are read as they are: without JavaScript, on paper, by a search engine.
//!
//! What stands on a page, and in which order, is decided here; `content-build` only writes it as HTML. A new kind of
//! page is a file of its own and a line in [`Plain::pages`].

mod entry;
mod index;
mod letters;
mod motif;
mod parts;
mod words;

pub use words::PlainWords;

use crate::content::{Care, Contact, Library, System, Urgency};

/// What pages are made from.
#[derive(Clone, Copy, Debug)]
pub struct Plain<'a> {
    /// Triage, contacts and ways.
    pub library: &'a Library,
    /// Pathways.
    pub care: &'a Care,
    /// Who does what.
    pub system: &'a System,
    /// The words of the pages themselves.
    pub words: &'a PlainWords,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The name of its file; it stays the same as long as the id of what it is about.
    pub file: String,
    /// What the window, the history and a search engine call it; of a sensitive motif, nothing that gives it away.
    pub title: String,
    /// One sentence for a search engine.
    pub description: String,
    /// What stands above the heading.
    pub above: String,
    /// The heading.
    pub heading: String,
    /// What follows.
    pub sections: Vec<Section>,
}

/// A part of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its heading; the first part of a page has none.
    pub heading: Option<String>,
    /// The level that it is about; also its anchor.
    pub level: Option<Urgency>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(Vec<Piece>),
    /// A paragraph in smaller letters.
    Hint(Vec<Piece>),
    /// A list; every line has blocks of its own.
    List(Vec<Vec<Block>>),
}

/// Words of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// Words that lead somewhere.
    Link {
        /// To another page of the folder, a place of this one, a number, or a site.
        to: String,
        /// The words.
        words: String,
    },
}

impl<'a> Plain<'a> {
    /// The ids of the numbers that stand at the top of every page; the checks require that they exist.
    const EMERGENCY: [&'static str; 3] = ["samu", "europe", "sms-114"];

    /// Every page: the list of all, then one for each motif and for each entry.
    #[must_use]
    pub fn pages(self) -> Vec<Page> {
        let motifs = self.library.motifs().iter().map(|motif| self.motif(motif));
        let entries = self.system.draft().entries.iter().map(|entry| self.entry(entry));
        std::iter::once(self.index()).chain(motifs).chain(entries).map(|page| self.with_letters(page)).collect()
    }

    /// The numbers at the top of every page.
    #[must_use]
    pub fn emergency(self) -> Vec<&'a Contact> {
        Self::EMERGENCY.iter().filter_map(|id| self.library.contact(id)).collect()
    }
}

impl Section {
    fn new(heading: &str, blocks: Vec<Block>) -> Self {
        Self { heading: Some(heading.to_owned()), level: None, blocks }
    }

    /// Nothing, where there is nothing to say.
    fn unless_empty(heading: &str, blocks: Vec<Block>) -> Option<Self> {
        (!blocks.is_empty()).then(|| Self::new(heading, blocks))
    }
}

impl Block {
    fn text(words: impl Into<String>) -> Self {
        Self::Text(vec![Piece::Words(words.into())])
    }

    fn hint(words: impl Into<String>) -> Self {
        Self::Hint(vec![Piece::Words(words.into())])
    }

    /// A list of plain lines.
    fn lines(lines: &[String]) -> Self {
        Self::List(lines.iter().map(|line| vec![Self::text(line)]).collect())
    }

    /// Links in one paragraph, behind some words.
    fn links(before: &str, links: Vec<Piece>) -> Self {
        let mut pieces = vec![Piece::Words(before.to_owned())];
        for (place, link) in links.into_iter().enumerate() {
            pieces.push(Piece::Words(if place == 0 { " " } else { " · " }.to_owned()));
            pieces.push(link);
        }
        Self::Hint(pieces)
    }
}

impl Piece {
    fn link(to: impl Into<String>, words: impl Into<String>) -> Self {
        Self::Link { to: to.into(), words: words.into() }
    }
}
