//! What is wrong, in the words of the motifs, to be shown as understood.

use std::cmp::Reverse;

use super::chip::{Chip, Meaning};
use super::finder::{Finder, Sought};
use super::index::Phrase;
use super::letters::{Token, is_empty};
use super::lexicon::ends;
use crate::order::put_in_order;

/// From this surety on, a word is shown as understood.
const SURE: f32 = 0.75;
/// What turns what is said into its contrary.
const DENYING: [&str; 1] = ["pas"];
/// A word used by more than this share of the doors is no complaint of its own.
const MOST_USERS: usize = 8;

impl Finder {
    /// What is wrong, in the words of the motifs: phrases said in full, the longest first, in their most usual
    /// spelling, then single words of few motifs. What a text denies is none.
    pub(super) fn complaints(&self, typed: &str, sought: &[Sought], all: &[Token]) -> Vec<Chip> {
        let sureties = self.sureties(sought);
        let mut whole: Vec<&Phrase> =
            self.phrases.iter().filter(|phrase| self.is_said(phrase, &sureties, all)).collect();
        // Not below zero, the bits of numbers stand in the order of the numbers.
        put_in_order(&mut whole, |phrase| (Reverse(phrase.terms.len()), phrase.says.to_bits(), phrase.all.len()));
        let mut chips: Vec<Chip> = Vec::new();
        let mut is_told: Vec<bool> = sought.iter().map(|word| word.is_implied).collect();
        for phrase in whole {
            let own = places(sought, |word| word.terms.iter().any(|meant| phrase.terms.contains(&meant.term)));
            let is_free = own.iter().all(|place| is_told.get(*place) == Some(&false));
            let start = own.iter().filter_map(|place| sought.get(*place)).map(|word| word.start).min();
            let end = own.iter().filter_map(|place| sought.get(*place)).map(|word| word.end).max();
            let (true, Some(start), Some(end)) = (is_free, start, end) else { continue };
            // Words far apart are no phrase.
            let between = typed.get(start..end).unwrap_or_default().split_whitespace().count();
            if between > phrase.all.len().saturating_add(1) {
                continue;
            }
            for place in own {
                if let Some(is_told) = is_told.get_mut(place) {
                    *is_told = true;
                }
            }
            if !self.is_denied(start, all) {
                let shown = phrase.written.to_lowercase();
                chips.push(Chip { meaning: Meaning::Complaint(shown.clone()), shown, start, end });
            }
        }
        for (word, is_told) in sought.iter().zip(is_told) {
            let best = word.terms.iter().max_by(|one, other| one.surety.total_cmp(&other.surety));
            let Some(best) = best.filter(|best| !is_told && best.surety >= SURE) else { continue };
            let is_rare = self.terms.get(best.term).is_some_and(|term| term.users.len() <= MOST_USERS);
            if let Some(form) = self.forms.get(best.form).filter(|_| is_rare && !self.is_denied(word.start, all)) {
                let shown = form.written.clone();
                chips.push(Chip {
                    meaning: Meaning::Complaint(shown.clone()),
                    shown,
                    start: word.start,
                    end: word.end,
                });
            }
        }
        chips
    }

    /// Whether a phrase is said in full, so that it can be shown as understood: each of its words is there, "plus" and
    /// "pas" among them; only articles and the like may be missing.
    fn is_said(&self, phrase: &Phrase, sureties: &[f32], all: &[Token]) -> bool {
        let is_there = |word: &String| all.iter().any(|token| &token.plain == word);
        phrase.is_shown
            && phrase.terms.iter().all(|term| sureties.get(*term).is_some_and(|surety| *surety >= SURE))
            && phrase.all.iter().all(|word| {
                let is_slight = is_empty(word) && !DENYING.contains(&word.as_str());
                is_slight || !self.lexicon.is_empty(word) || is_there(word)
            })
    }

    /// Whether the text denies what begins here.
    fn is_denied(&self, start: usize, all: &[Token]) -> bool {
        let before = all.iter().take_while(|token| token.start < start).count();
        ends(all.get(..before).unwrap_or_default(), &self.lexicon.denials).is_some()
    }
}

fn places(sought: &[Sought], is_one: impl Fn(&Sought) -> bool) -> Vec<usize> {
    sought.iter().enumerate().filter(|(_, word)| is_one(word)).map(|(place, _)| place).collect()
}
