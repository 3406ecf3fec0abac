//! From a person's own words to motifs, to what was understood, and to the gate where words of danger are said.
//!
//! Each door has a title and everyday phrases. Words that few doors use say more than words of many; a phrase that is
//! said in full says more than its words apart. Accents, plurals, endings, sounds and typing mistakes do not matter.

use crate::content::{Ages, AppliesTo, Door, Id, Measure, Sex, Words};
use crate::order::put_in_order;
use std::cmp::Reverse;

use super::alike::stem;
use super::chip::Meaning;
use super::index::{Form, Phrase, Term, content_words};
use super::letters::{Token, tokens};
use super::lexicon::Lexicon;
use super::understand::{Reading, read};
use super::understood::{Found, Understood};
use super::vital;

/// Finds motifs in people's own words; made once, when the content is there.
#[derive(Clone, Debug)]
pub struct Finder {
    pub(super) lexicon: Lexicon,
    doors: Vec<(Id, String, AppliesTo)>,
    /// Every word of the doors, in the order of its letters.
    pub(super) forms: Vec<Form>,
    /// What words of one family share, in the order of its letters.
    pub(super) terms: Vec<Term>,
    pub(super) phrases: Vec<Phrase>,
}

/// A motif is left out below this share of the best score.
const LEAST_SHARE: f32 = 0.2;
/// What a motif's score is multiplied by where it is for such a person, and where it is not.
const FOR_THEM: f32 = 1.35;
const FOR_OTHERS: f32 = 0.5;
/// What a phrase said in full adds, by how much its words say.
const PHRASE: f32 = 0.9;
/// A phrase of several words that is said as it is written adds this for each of its words.
const AS_WRITTEN: f32 = 1.2;

impl Finder {
    /// Makes ready what the content knows of words.
    #[must_use]
    pub fn new<'a>(words: &Words, doors: impl IntoIterator<Item = &'a Door>, measures: &[Measure]) -> Self {
        let lexicon = Lexicon::new(words, measures);
        let doors: Vec<&Door> = doors.into_iter().collect();
        let mut said: Vec<(usize, String, Vec<Token>)> = Vec::new();
        for (place, door) in doors.iter().enumerate() {
            for phrase in std::iter::once(&door.title).chain(&door.words) {
                said.push((place, phrase.clone(), content_words(&lexicon, phrase)));
            }
        }
        let mut stems: Vec<String> =
            said.iter().flat_map(|(_, _, words)| words).map(|word| stem(&word.plain).to_owned()).collect();
        stems.sort();
        stems.dedup();
        let mut terms: Vec<Term> = stems.into_iter().map(|stem| Term { stem, says: 0.0, users: Vec::new() }).collect();
        let mut forms: Vec<Form> = Vec::new();
        let mut phrases: Vec<Phrase> = Vec::new();
        for (door, written, words) in said {
            let mut own: Vec<usize> = Vec::new();
            for word in &words {
                let Ok(term) = terms.binary_search_by(|term| term.stem.as_str().cmp(stem(&word.plain))) else {
                    continue;
                };
                let as_written = written.get(word.start..word.end).unwrap_or_default().to_lowercase();
                forms.push(Form::new(&word.plain, term, as_written));
                if !own.contains(&term) {
                    own.push(term);
                    if let Some(term) = terms.get_mut(term) {
                        match term.users.last_mut() {
                            Some((last, count)) if *last == door => *count += 1.0,
                            _ => term.users.push((door, 1.0)),
                        }
                    }
                }
            }
            let all = lexicon.put_right(&tokens(&written));
            let is_shown = own.len() >= 2
                && doors.get(door).is_some_and(|door| door.title != written)
                && all
                    .iter()
                    .enumerate()
                    .all(|(place, _)| lexicon.number(all.get(place..).unwrap_or_default()).is_none());
            let all = all.into_iter().map(|token| token.plain).collect();
            phrases.push(Phrase { door, terms: own, says: 0.0, written, all, is_shown });
        }
        forms.sort_by(|one, other| one.plain.cmp(&other.plain));
        forms.dedup_by(|later, first| later.plain == first.plain);
        #[allow(clippy::cast_precision_loss, reason = "some hundreds of doors")]
        let many = doors.len() as f32;
        for term in &mut terms {
            #[allow(clippy::cast_precision_loss, reason = "some hundreds of doors")]
            let users = term.users.len() as f32;
            term.says = (1.0 + many / users.max(1.0)).ln();
            for (_, count) in &mut term.users {
                *count = 2.0 * *count / (*count + 1.0);
            }
        }
        for phrase in &mut phrases {
            phrase.says = phrase.terms.iter().filter_map(|term| terms.get(*term)).map(|term| term.says).sum();
        }
        let doors = doors.into_iter().map(|door| (door.id.clone(), door.title.clone(), door.applies_to)).collect();
        Self { lexicon, doors, forms, terms, phrases }
    }

    /// What a text says, without what the person removed.
    #[must_use]
    pub fn understand(&self, typed: &str, removed: &[Meaning]) -> Understood<'_> {
        let all = self.lexicon.put_right(&tokens(typed));
        let mut reading = read(&self.lexicon, &all);
        reading.chips.retain(|chip| !removed.contains(&chip.meaning));
        let mut sought = self.sought(&all, &reading);
        let mut complaints = self.complaints(typed, &sought, &all);
        sought.retain(|word| {
            !complaints
                .iter()
                .any(|chip| removed.contains(&chip.meaning) && chip.start <= word.start && word.end <= chip.end)
        });
        complaints.retain(|chip| !removed.contains(&chip.meaning));
        let mut motifs = self.ranked(&sought, &reading, &all);
        if motifs.is_empty() {
            motifs = self.said_in_full(&all);
        }
        let subject = reading.subject();
        let mut chips = reading.chips;
        chips.append(&mut complaints);
        put_in_order(&mut chips, |chip| chip.start);
        Understood { chips, motifs, dangers: vital::dangers(&self.lexicon, &all), subject }
    }

    /// The words that are searched for, with the terms that each may mean.
    fn sought(&self, all: &[Token], reading: &Reading) -> Vec<Sought> {
        let mut sought: Vec<Sought> = Vec::new();
        for (token, is_used) in all.iter().zip(&reading.is_used) {
            if *is_used || token.tenths.is_some() || self.lexicon.is_empty(&token.plain) {
                continue;
            }
            if sought.iter().any(|word| word.plain == token.plain) {
                continue;
            }
            let terms = self.terms_of(&token.plain);
            sought.push(Sought {
                plain: token.plain.clone(),
                is_implied: false,
                start: token.start,
                end: token.end,
                terms,
            });
        }
        for chip in &reading.chips {
            if let Meaning::Temperature(_, tenths) = chip.meaning
                && tenths >= self.lexicon.fever_from
                && !sought.iter().any(|word| word.plain == self.lexicon.fever)
            {
                let terms = self.terms_of(&self.lexicon.fever);
                sought.push(Sought {
                    plain: self.lexicon.fever.clone(),
                    is_implied: true,
                    start: chip.start,
                    end: chip.start,
                    terms,
                });
            }
        }
        sought
    }

    fn ranked(&self, sought: &[Sought], reading: &Reading, all: &[Token]) -> Vec<Found<'_>> {
        let mut apart = vec![0.0_f32; self.doors.len()];
        for word in sought {
            let mut own = vec![0.0_f32; self.doors.len()];
            for meant in &word.terms {
                let Some(term) = self.terms.get(meant.term) else { continue };
                for (door, uses) in &term.users {
                    if let Some(score) = own.get_mut(*door) {
                        *score = score.max(meant.surety * term.says * uses);
                    }
                }
            }
            apart.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        }
        let sureties = self.sureties(sought);
        let mut together = vec![0.0_f32; self.doors.len()];
        for phrase in &self.phrases {
            let said: f32 = phrase.terms.iter().map(|term| self.said(&sureties, *term)).sum();
            if said > 0.0
                && let Some(score) = together.get_mut(phrase.door)
            {
                let as_written = if said >= 0.99 * phrase.says && phrase.is_written_in(all) {
                    AS_WRITTEN * phrase.length()
                } else {
                    0.0
                };
                *score = score.max(said * said / phrase.says + as_written);
            }
        }
        let scores = apart.iter().zip(together).map(|(apart, together)| apart + PHRASE * together);
        let mut found: Vec<Found<'_>> = self
            .doors
            .iter()
            .zip(scores)
            .map(|((motif, title, applies_to), score)| Found {
                motif,
                title,
                score: score * leaning(*applies_to, reading),
            })
            .filter(|found| found.score > 0.0)
            .collect();
        // Above zero, the bits of numbers stand in the order of the numbers.
        put_in_order(&mut found, |found| Reverse(found.score.to_bits()));
        let least = found.first().map_or(0.0, |best| best.score * LEAST_SHARE);
        found.retain(|found| found.score >= least);
        found
    }

    /// The motifs of which a phrase is all that was said: some have no word of their own, as "je ne sais pas".
    fn said_in_full(&self, all: &[Token]) -> Vec<Found<'_>> {
        let is_all = |phrase: &&Phrase| phrase.all.iter().eq(all.iter().map(|token| &token.plain));
        let doors = self.phrases.iter().filter(is_all).filter_map(|phrase| self.doors.get(phrase.door));
        let mut found: Vec<Found<'_>> = Vec::new();
        for (motif, title, _) in doors {
            if !found.iter().any(|known| known.motif == motif) {
                found.push(Found { motif, title, score: 0.0 });
            }
        }
        found
    }

    fn said(&self, sureties: &[f32], term: usize) -> f32 {
        let surety = sureties.get(term).copied().unwrap_or(0.0);
        self.terms.get(term).map_or(0.0, |term| surety * term.says)
    }
}

/// What a motif's score is multiplied by for the person of whom a text speaks. Only an age or a sex that was said moves
/// it down; a sex, which half of all people have, moves none up.
fn leaning(applies_to: AppliesTo, reading: &Reading) -> f32 {
    let meanings = || reading.chips.iter().map(|chip| &chip.meaning);
    let sex: Option<Sex> =
        meanings().find_map(|meaning| if let Meaning::Sex(sex) = meaning { Some(*sex) } else { None });
    if sex.is_some_and(|sex| applies_to.sex.is_some_and(|own| own != sex)) {
        return FOR_OTHERS;
    }
    if applies_to.is_for_pregnancy {
        let is_pregnant = meanings().any(|meaning| matches!(meaning, Meaning::Pregnant(_)));
        return if is_pregnant { FOR_THEM } else { 1.0 };
    }
    let Some(ages) = applies_to.ages else { return 1.0 };
    let age = meanings().find_map(|meaning| if let Meaning::Age(months) = meaning { Some(*months) } else { None });
    match age {
        Some(months) if ages.contain(months) => FOR_THEM,
        Some(_) => FOR_OTHERS,
        None if reading.about.iter().any(|about: &Ages| about.meet(ages)) => FOR_THEM,
        None => 1.0,
    }
}

/// A word that is searched for.
pub(super) struct Sought {
    pub(super) plain: String,
    /// Whether it was not said, but follows from a temperature.
    pub(super) is_implied: bool,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) terms: Vec<Meant>,
}

/// A term that a word may mean.
#[derive(Clone, Copy)]
pub(super) struct Meant {
    pub(super) term: usize,
    pub(super) form: usize,
    pub(super) surety: f32,
}
