//! The words and phrases of the doors, as the finder keeps them.

use super::chip::Meaning;
use super::letters::{Token, tokens};
use super::lexicon::Lexicon;
use super::sound::sound;
use super::understand::read;

/// A word of the doors.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) plain: String,
    pub(super) sound: String,
    /// A bit for each letter that it has.
    pub(super) letters: u64,
    pub(super) term: usize,
    pub(super) written: String,
}

/// What words of one family share.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) stem: String,
    /// How much it says: the fewer doors use it, the more.
    pub(super) says: f32,
    /// The doors that use it, and how much they do.
    pub(super) users: Vec<(usize, f32)>,
}

/// A phrase of a door.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) door: usize,
    pub(super) terms: Vec<usize>,
    /// How much its words say together.
    pub(super) says: f32,
    pub(super) written: String,
    /// All its words, those that say nothing among them.
    pub(super) all: Vec<String>,
    /// Whether it may be shown as something that was said: it is no title, and has no number.
    pub(super) is_shown: bool,
}

impl Phrase {
    /// Whether a text has it word for word.
    pub(super) fn is_written_in(&self, all: &[Token]) -> bool {
        self.all.len() >= 2
            && all
                .windows(self.all.len())
                .any(|words| words.iter().zip(&self.all).all(|(word, own)| word.plain == *own))
    }

    pub(super) fn length(&self) -> f32 {
        u8::try_from(self.all.len()).map_or(0.0, f32::from).min(4.0)
    }
}

impl Form {
    pub(super) fn new(plain: &str, term: usize, written: String) -> Self {
        Self { plain: plain.to_owned(), sound: sound(plain), letters: letters(plain), term, written }
    }
}

/// A bit for each letter of a word in plain letters.
pub(super) fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |bits, letter| bits | 1_u64.checked_shl(u32::from(letter & 63)).unwrap_or(0))
}

/// The words of a phrase of the content that say something: what it says of age, time and temperature aside.
pub(super) fn content_words(lexicon: &Lexicon, phrase: &str) -> Vec<Token> {
    let all = lexicon.put_right(&tokens(phrase));
    let reading = read(lexicon, &all);
    let has_fever = reading
        .chips
        .iter()
        .any(|chip| matches!(chip.meaning, Meaning::Temperature(_, tenths) if tenths >= lexicon.fever_from));
    let mut words: Vec<Token> = all
        .into_iter()
        .zip(reading.is_used)
        .filter(|(token, is_used)| !is_used && token.tenths.is_none() && !lexicon.is_empty(&token.plain))
        .map(|(token, _)| token)
        .collect();
    if has_fever && !words.iter().any(|word| word.plain == lexicon.fever) {
        words.push(Token {
            plain: lexicon.fever.clone(),
            said: lexicon.fever.clone(),
            tenths: None,
            is_precise: false,
            start: 0,
            end: 0,
        });
    }
    words
}
