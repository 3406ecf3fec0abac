//! What pages of several kinds have in common: names of files, numbers, ways, sources, review.

use chrono::{Datelike, NaiveDate};

use crate::content::system::Entry;
use crate::content::{Contact, Id, Motif, Reading, Review, ReviewStatus, Source, Way};

use super::{Block, Piece, Plain, Section};

impl<'a> Plain<'a> {
    /// The name of the page with the list of all.
    pub const INDEX: &'static str = "index.html";

    /// The name of the page of a motif. An address stands in the history and in the host's log: that of a motif which
    /// leaves no trace names its card, not what it is about.
    #[must_use]
    pub fn motif_file(motif: &Motif) -> String {
        let name = if motif.door.leaves_trace { motif.door.id.clone() } else { motif.card.to_lowercase() };
        format!("motif-{name}.html")
    }

    /// The name of the page of an entry.
    #[must_use]
    pub fn entry_file(entry: &Entry) -> String {
        format!("{}.html", entry.id)
    }

    pub(super) fn motif_link(motif: &Motif) -> Piece {
        Piece::link(Self::motif_file(motif), &motif.door.title)
    }

    pub(super) fn entry_link(entry: &Entry) -> Piece {
        Piece::link(Self::entry_file(entry), &entry.name)
    }

    pub(super) fn entry_links<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Vec<Vec<Block>> {
        entries.into_iter().map(|entry| vec![Block::Text(vec![Self::entry_link(entry)])]).collect()
    }

    /// The title of a window.
    pub(super) fn window(self, of: &str) -> String {
        format!("{of} · {}", self.words.name)
    }

    /// What to do, what happens then, and what may be done beside it.
    pub(super) fn way(self, id: &str) -> Vec<Block> {
        let Some(way) = self.library.way(id) else { return Vec::new() };
        let mut blocks = vec![Block::Text(vec![self.action(way)]), Block::hint(&way.explain)];
        let beside: Vec<Piece> =
            way.beside.iter().filter_map(|id| self.library.way(id)).map(|way| self.action(way)).collect();
        if !beside.is_empty() {
            blocks.push(Block::links(&self.words.also, beside));
        }
        blocks
    }

    /// A link that calls where there is a number, words where there is none.
    pub(super) fn action(self, way: &Way) -> Piece {
        match self.contact_of(way) {
            Some(contact) => Piece::link(contact.href(), &way.action),
            None => Piece::Words(way.action.clone()),
        }
    }

    fn contact_of(self, way: &Way) -> Option<&'a Contact> {
        self.library.contact(way.contact.as_ref()?)
    }

    /// The numbers of some ways and of those beside them, each once.
    pub(super) fn contacts_of(self, ways: &[&Id]) -> Vec<&'a Contact> {
        let mut found: Vec<&Contact> = Vec::new();
        for way in ways.iter().filter_map(|id| self.library.way(id)) {
            let beside = way.beside.iter().filter_map(|id| self.library.way(id));
            for contact in std::iter::once(way).chain(beside).filter_map(|way| self.contact_of(way)) {
                if !found.contains(&contact) {
                    found.push(contact);
                }
            }
        }
        found
    }

    /// Numbers, with who answers, when, and at which price.
    pub(super) fn numbers(contacts: &[&Contact]) -> Vec<Block> {
        let line = |contact: &&Contact| {
            let about = format!("\u{a0}: {}, {}", contact.name, contact.when);
            vec![Block::Text(vec![Piece::link(contact.href(), &contact.number), Piece::Words(about)])]
        };
        if contacts.is_empty() { Vec::new() } else { vec![Block::List(contacts.iter().map(line).collect())] }
    }

    /// Where the page comes from, with dates and how far each was read.
    pub(super) fn sources(self, sources: &[&Source], reading: Reading) -> Section {
        let line = |source: &&Source| {
            let is_unsure = reading == Reading::ToVerify || source.reading == Reading::ToVerify;
            let mark = if is_unsure { format!(" · {}", self.words.to_verify) } else { String::new() };
            let said = format!("{} · {}, {}{mark}", source.title, source.publisher, source.date);
            let address = (!source.address.is_empty()).then(|| Block::hint(&source.address));
            std::iter::once(Block::text(said)).chain(address).collect()
        };
        Section::new(&self.words.sources, vec![Block::List(sources.iter().map(line).collect())])
    }

    /// Who has reviewed it, by when it must be read again, of which version it is, and how to speak of a mistake in it.
    pub(super) fn review(self, file: &str, review: &Review, by: NaiveDate, version: &str) -> Section {
        let w = self.words;
        let state = match review.status {
            ReviewStatus::Unreviewed => &w.unreviewed,
            ReviewStatus::Reviewed => &w.reviewed,
        };
        let blocks = vec![
            Block::text(state),
            Block::text(format!("{} {}.", w.review_by, self.day(by))),
            Block::text(format!("{} {file}, {} {version}.", w.mistake, w.version)),
        ];
        Section::new(&w.review, blocks)
    }

    /// "1er mai 2026".
    pub(super) fn day(self, day: NaiveDate) -> String {
        let number = if day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
        let place = usize::try_from(day.month0()).unwrap_or_default();
        let month = self.words.months.split(' ').nth(place).unwrap_or_default();
        format!("{number}\u{a0}{month} {}", day.year())
    }
}
