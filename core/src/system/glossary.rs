//! The glossary: every acronym and every entry, and what some typed words find in it.

use crate::content::System;
use crate::content::system::{Acronym, Entry};
use crate::order::put_in_order;
use crate::words::letters::plain;

/// A line of the glossary: letters with what they stand for, or the name of an entry without letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The letters and what they stand for.
    pub acronym: Option<&'a Acronym>,
    /// The entry that says more.
    pub entry: Option<&'a Entry>,
}

impl<'a> Line<'a> {
    /// What stands first: the letters, else the name.
    #[must_use]
    pub fn head(&self) -> &'a str {
        let name = self.entry.map(|entry| entry.name.as_str());
        self.acronym.map(|acronym| acronym.letters.as_str()).or(name).unwrap_or_default()
    }
}

/// The lines that have every typed word in them, at the beginning of one of their words; all of them where nothing was
/// typed. In alphabetical order, without regard to capitals and accents; those whose letters were typed come first.
#[must_use]
pub fn look_up<'a>(system: &'a System, typed: &str) -> Vec<Line<'a>> {
    let acronyms = system.all_meanings().map(|meaning| Line { acronym: Some(meaning.acronym), entry: meaning.entry });
    let silent = system.draft().entries.iter().filter(|entry| entry.acronyms.is_empty());
    let names = silent.map(|entry| Line { acronym: None, entry: Some(entry) });
    let typed = plain(typed);
    let wanted: Vec<&str> = words(&typed).collect();
    let mut found: Vec<Line<'a>> = acronyms.chain(names).filter(|line| fits(line, &wanted)).collect();
    put_in_order(&mut found, |line| {
        let head = plain(line.head());
        (!wanted.contains(&head.as_str()), head)
    });
    found
}

fn fits(line: &Line<'_>, wanted: &[&str]) -> bool {
    let of_acronym =
        line.acronym.into_iter().flat_map(|own| [&own.letters, &own.means].into_iter().chain(&own.context));
    let said: Vec<String> = of_acronym.chain(line.entry.map(|entry| &entry.name)).map(|text| plain(text)).collect();
    wanted.iter().all(|word| said.iter().flat_map(|text| words(text)).any(|known| known.starts_with(word)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
