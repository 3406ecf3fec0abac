//! A text with its acronyms set apart, each with what it means there.

use crate::content::System;
use crate::content::system::{Entry, Meaning};

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they are.
    Plain(&'a str),
    /// Letters that stand for something: one meaning, or each of several where the context does not tell.
    Acronym(&'a str, Vec<Meaning<'a>>),
}

/// The pieces of a text that is about some entries, the nearest first: of several meanings of some letters, the one of
/// the first such entry holds. Letters are explained where they first stand.
#[must_use]
pub fn pieces<'a>(system: &'a System, text: &'a str, about: &[&Entry]) -> Vec<Piece<'a>> {
    let mut found: Vec<Piece<'a>> = Vec::new();
    let mut explained: Vec<&str> = Vec::new();
    let mut plain_from = 0;
    for (from, word) in words(text) {
        for (within, letters) in [(0, word)].into_iter().chain(parts(word)) {
            let from = from.saturating_add(within);
            if !is_acronym(letters) || explained.contains(&letters) || from < plain_from {
                continue;
            }
            let meanings = here(system.meanings(letters), about);
            if meanings.is_empty() {
                continue;
            }
            explained.push(letters);
            found.extend(text.get(plain_from..from).filter(|plain| !plain.is_empty()).map(Piece::Plain));
            found.push(Piece::Acronym(letters, meanings));
            plain_from = from.saturating_add(letters.len());
        }
    }
    found.extend(text.get(plain_from..).filter(|plain| !plain.is_empty()).map(Piece::Plain));
    found
}

/// The words of a text with where each begins. A hyphen is part of a word.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    split(text, |c| !(c.is_alphanumeric() || c == '-'))
}

/// The parts of a word with hyphens.
fn parts(word: &str) -> impl Iterator<Item = (usize, &str)> {
    split(word, |c| c == '-').filter(move |(_, part)| part.len() < word.len())
}

fn split(text: &str, is_between: fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let mut from: usize = 0;
    text.split(is_between).filter_map(move |part| {
        let begins = from;
        let after = text.get(begins.saturating_add(part.len())..).and_then(|rest| rest.chars().next());
        from = begins.saturating_add(part.len()).saturating_add(after.map_or(0, char::len_utf8));
        (!part.is_empty()).then_some((begins, part))
    })
}

/// Two capitals make an acronym; the glossary says which of these are names.
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// The meaning that holds where these entries are spoken of; every meaning where they do not tell.
fn here<'a>(meanings: Vec<Meaning<'a>>, about: &[&Entry]) -> Vec<Meaning<'a>> {
    let is_of = |meaning: &Meaning<'_>, near: &Entry| meaning.entry.is_some_and(|entry| entry.id == near.id);
    let near = about.iter().find_map(|near| meanings.iter().find(|meaning| is_of(meaning, near)));
    match near {
        Some(near) => vec![near.clone()],
        None => meanings,
    }
}
