//! Which words of the doors a typed word may mean.

use super::alike::{distance, stem};
use super::finder::{Finder, Meant, Sought};
use super::index::letters;
use super::sound::sound;

/// What is written without its apostrophe in haste, and what follows it.
const ELIDED: [char; 7] = ['l', 'd', 'j', 'm', 't', 's', 'n'];
const VOWELS: [char; 7] = ['a', 'e', 'i', 'o', 'u', 'y', 'h'];

impl Finder {
    /// The terms that a word may mean, and how surely. A word that is unknown may have its article before it: "loreille".
    pub(super) fn terms_of(&self, word: &str) -> Vec<Meant> {
        let whole = self.alike(word);
        let is_sure = whole.iter().any(|meant| meant.surety >= 0.9);
        let bare = word.strip_prefix(ELIDED).filter(|bare| !is_sure && bare.len() >= 4 && bare.starts_with(VOWELS));
        match bare.map(|bare| self.alike(bare)) {
            Some(bare) if bare.iter().any(|meant| meant.surety >= 0.9) => bare,
            _ => whole,
        }
    }

    /// The terms that are like a word: the same word, one of its family, of its sound, of its letters.
    fn alike(&self, word: &str) -> Vec<Meant> {
        if let Ok(form) = self.forms.binary_search_by(|form| form.plain.as_str().cmp(word)) {
            return self
                .forms
                .get(form)
                .map(|known| Meant { term: known.term, form, surety: 1.0 })
                .into_iter()
                .collect();
        }
        let family = self.terms.binary_search_by(|term| term.stem.as_str().cmp(stem(word))).ok();
        let heard = sound(word);
        let near = self.forms.iter().enumerate().filter_map(|(form, known)| {
            let surety = if family == Some(known.term) {
                0.95
            } else if heard.len() >= 2 && known.sound == heard {
                0.9
            } else {
                return None;
            };
            Some(Meant { term: known.term, form, surety })
        });
        let mut meant = best_of_each(near);
        if meant.is_empty() {
            meant = best_of_each(self.misspelt(word));
        }
        let best = meant.iter().map(|meant| meant.surety).fold(0.0, f32::max);
        meant.retain(|meant| meant.surety >= best - 0.1);
        meant
    }

    /// The forms that a word begins, or misspells: one mistake from 4 letters on, two from 8.
    fn misspelt(&self, word: &str) -> impl Iterator<Item = Meant> {
        let letters = letters(word);
        let allowed = match word.len() {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        self.forms.iter().enumerate().filter_map(move |(form, known)| {
            let is_possible = known.plain.len() >= 4
                && known.plain.len().abs_diff(word.len()) <= allowed
                && usize::try_from((known.letters ^ letters).count_ones())
                    .is_ok_and(|differing| differing <= allowed.saturating_mul(2));
            let surety = if word.len() >= 4 && known.plain.starts_with(word) {
                0.8
            } else if is_possible {
                match distance(word, &known.plain) {
                    1 => 0.75,
                    2 if allowed >= 2 => 0.6,
                    _ => return None,
                }
            } else {
                return None;
            };
            Some(Meant { term: known.term, form, surety })
        })
    }

    /// How surely each term is meant by some word.
    pub(super) fn sureties(&self, sought: &[Sought]) -> Vec<f32> {
        let mut sureties = vec![0.0_f32; self.terms.len()];
        for meant in sought.iter().flat_map(|word| &word.terms) {
            if let Some(surety) = sureties.get_mut(meant.term) {
                *surety = surety.max(meant.surety);
            }
        }
        sureties
    }
}

/// The surest of each term.
fn best_of_each(all: impl Iterator<Item = Meant>) -> Vec<Meant> {
    let mut best: Vec<Meant> = Vec::new();
    for one in all {
        match best.iter_mut().find(|known| known.term == one.term) {
            Some(known) if known.surety >= one.surety => {}
            Some(known) => *known = one,
            None => best.push(one),
        }
    }
    best
}
