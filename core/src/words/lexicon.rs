//! The words of the content, made ready to be found in a text.

use crate::Sorted;
use crate::content::{Ages, Id, Measure, Number, Sex, Subject, TimeUnit, Words};

use super::alike::distance;
use super::letters::{Token, is_empty, plain, tokens};
use super::sound::sound;

/// A few words in a row, in plain letters.
type Row = Vec<String>;

/// A word, and how it sounds.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    pub plain: String,
    pub sound: String,
}

impl Heard {
    pub(crate) fn new(plain: String) -> Self {
        Self { sound: sound(&plain), plain }
    }
}

/// The words of the content, ready to be found.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    empty: Sorted<String, ()>,
    spellings: Sorted<String, Row>,
    numbers: Sorted<String, u16>,
    /// Units of time, each with its words and how one and several are shown.
    pub units: Vec<(TimeUnit, Vec<Row>, String, String)>,
    pub halves: Vec<Row>,
    /// Announcements of a duration, how they are shown, and whether they take moments.
    pub starts: Vec<(Vec<Row>, String, bool)>,
    pub moments: Vec<(Vec<Row>, String)>,
    pub about: Vec<Row>,
    pub never_after: Vec<Row>,
    pub age_after: Vec<Row>,
    pub people: Vec<(Vec<Row>, Person)>,
    pub oneself: Vec<Row>,
    pub sexes: Vec<(Sex, String)>,
    pub pregnant: Vec<Row>,
    pub pregnancy_units: Vec<Row>,
    pub pregnancy_denied: Vec<Row>,
    pub pregnancy_sign: Id,
    pub pregnancy_shown: String,
    /// The measure of a temperature; none where the content that has arrived knows none.
    pub temperature: Option<Measure>,
    pub temperatures: std::ops::RangeInclusive<i32>,
    pub temperature_before: Vec<Row>,
    pub temperature_after: Vec<Row>,
    pub fever_from: i32,
    pub fever: String,
    pub denials: Vec<Row>,
    /// Words of danger, each with its sound.
    pub vitals: Vec<(Vec<Vec<Heard>>, Id)>,
}

/// What a word for a person says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    pub sex: Option<Sex>,
    /// About what age.
    pub ages: Option<Ages>,
    /// Of whom one speaks so.
    pub subject: Option<Subject>,
}

impl Lexicon {
    pub(crate) fn new(words: &Words, measures: &[Measure]) -> Self {
        let spellings = words.spellings.iter().flat_map(|spelling| {
            let means = row(&spelling.means);
            spelling.written.iter().map(move |written| (plain(written), means.clone()))
        });
        let numbers = words.numbers.iter().flat_map(|Number { says, is }| says.iter().map(|said| (plain(said), *is)));
        let temperature = &words.temperature;
        let mut lexicon = Self {
            empty: words.empty.iter().flat_map(|text| row(text)).map(|word| (word, ())).collect(),
            spellings: spellings.collect(),
            numbers: numbers.collect(),
            units: words
                .units
                .iter()
                .map(|unit| (unit.unit, rows(&unit.says), unit.one.clone(), unit.many.clone()))
                .collect(),
            halves: rows(&words.halves),
            starts: words
                .starts
                .iter()
                .map(|start| (rows(&start.says), start.shown.clone(), start.takes_moments))
                .collect(),
            moments: words.moments.iter().map(|moment| (rows(&moment.says), moment.shown.clone())).collect(),
            about: rows(&words.about),
            never_after: rows(&words.never_after),
            age_after: rows(&words.age_after),
            people: words
                .people
                .iter()
                .map(|people| {
                    (rows(&people.says), Person { sex: people.sex, ages: people.ages, subject: people.subject })
                })
                .collect(),
            oneself: rows(&words.oneself),
            sexes: words.sexes.iter().map(|sex| (sex.sex, sex.shown.clone())).collect(),
            pregnant: rows(&words.pregnancy.says),
            pregnancy_units: rows(&words.pregnancy.counted_in),
            pregnancy_denied: rows(&words.pregnancy.denied_by),
            pregnancy_sign: words.pregnancy.sign.clone(),
            pregnancy_shown: words.pregnancy.shown.clone(),
            temperature: measures.iter().find(|measure| measure.id == temperature.measure).cloned(),
            temperatures: temperature.lowest..=temperature.greatest,
            temperature_before: rows(&temperature.before),
            temperature_after: rows(&temperature.after),
            fever_from: temperature.fever_from,
            fever: plain(&temperature.fever),
            denials: rows(&words.denials),
            vitals: Vec::new(),
        };
        // Words of danger are compared with the text after its spellings were put right: so are they.
        lexicon.vitals = words
            .vitals
            .iter()
            .map(|vital| (vital.says.iter().map(|said| lexicon.heard_row(said)).collect(), vital.speaks_of.clone()))
            .collect();
        lexicon
    }

    /// A text with each word as the content spells it. A word that is read as several has its place for each.
    pub(crate) fn put_right(&self, tokens: &[Token]) -> Vec<Token> {
        let mut right = Vec::with_capacity(tokens.len());
        for token in tokens {
            match self.spellings.get(&token.plain) {
                Some(means) => right.extend(means.iter().map(|word| Token { plain: word.clone(), ..token.clone() })),
                None => right.push(token.clone()),
            }
        }
        right
    }

    fn heard_row(&self, text: &str) -> Vec<Heard> {
        self.put_right(&tokens(text)).into_iter().map(|token| Heard::new(token.plain)).collect()
    }

    /// Whether a word says nothing about what is wrong.
    pub(crate) fn is_empty(&self, word: &str) -> bool {
        word.len() < 2 || is_empty(word) || self.empty.contains_key(word)
    }

    /// The number that begins here, in figures or letters, and how many tokens it takes.
    pub(crate) fn number(&self, tokens: &[Token]) -> Option<(i32, usize)> {
        let first = tokens.first()?;
        if let Some(tenths) = first.tenths {
            return Some((tenths, 1));
        }
        let mut value = *self.numbers.get(&first.plain)?;
        let mut read = 1_usize;
        while let Some(next) = tokens.get(read) {
            let (word, skipped) = match tokens.get(read.saturating_add(1)) {
                Some(after) if next.plain == "et" => (after, 1),
                _ => (next, 0),
            };
            let Some(more) = self.numbers.get(&word.plain).copied() else { break };
            value = match (value, more) {
                (4, 20) => 80,
                (60 | 80, 1..20) | (20 | 30 | 40 | 50 | 70 | 90 | 100, 1..10) => value.saturating_add(more),
                _ => break,
            };
            read = read.saturating_add(1).saturating_add(skipped);
        }
        Some((i32::from(value).saturating_mul(10), read))
    }
}

/// The longest of some rows that begins here: how many tokens it takes.
pub(crate) fn begins(tokens: &[Token], rows: &[Row]) -> Option<usize> {
    let fits =
        |row: &&Row| row.len() <= tokens.len() && row.iter().zip(tokens).all(|(word, token)| is_said(token, word));
    rows.iter().filter(fits).map(Vec::len).max()
}

/// The longest of some rows that ends right before a place: how many tokens it takes.
pub(crate) fn ends(tokens: &[Token], rows: &[Row]) -> Option<usize> {
    let fits = |row: &&Row| {
        row.len() <= tokens.len() && row.iter().rev().zip(tokens.iter().rev()).all(|(word, token)| is_said(token, word))
    };
    rows.iter().filter(fits).map(Vec::len).max()
}

/// Whether a word is this one, with one typing mistake in a long one.
fn is_said(token: &Token, word: &str) -> bool {
    token.plain == *word
        || token.said == *word
        || (word.len() >= 6 && token.said.len() >= 5 && is_one_mistake(&token.said, word))
}

/// Whether two words differ by one typing mistake, behind their first letter.
fn is_one_mistake(typed: &str, known: &str) -> bool {
    typed.len().abs_diff(known.len()) <= 1
        && typed.as_bytes().first() == known.as_bytes().first()
        && distance(typed, known) == 1
}

fn row(text: &str) -> Row {
    tokens(text).into_iter().map(|token| token.plain).collect()
}

fn rows(texts: &[String]) -> Vec<Row> {
    texts.iter().map(|text| row(text)).collect()
}
