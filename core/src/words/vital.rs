//! Words of danger, for which the vital signs are shown at once.

use crate::content::Id;

use super::alike::distance;
use super::letters::Token;
use super::lexicon::{Heard, Lexicon};

/// How many other words may stand between two words of danger.
const MOST_BETWEEN: usize = 2;

/// The signs and motifs that a text's words of danger speak of, each once. A text that denies them is not told from one
/// that says them: in doubt, the vital signs are shown.
pub(crate) fn dangers<'a>(lexicon: &'a Lexicon, tokens: &[Token]) -> Vec<&'a Id> {
    let heard: Vec<Heard> = tokens.iter().map(|token| Heard::new(token.plain.clone())).collect();
    let said = lexicon.vitals.iter().filter(|(rows, _)| rows.iter().any(|row| is_said(&heard, row)));
    let mut dangers: Vec<&Id> = Vec::new();
    for (_, id) in said {
        if !dangers.contains(&id) {
            dangers.push(id);
        }
    }
    dangers
}

/// Whether the words stand in the text in this order, with few others between.
fn is_said(heard: &[Heard], row: &[Heard]) -> bool {
    (0..heard.len()).any(|first| {
        let mut place = first;
        row.iter().enumerate().all(|(number, word)| {
            let reach = if number == 0 { 1 } else { MOST_BETWEEN.saturating_add(1) };
            let found = heard.iter().enumerate().skip(place).take(reach).find(|(_, typed)| is_word(typed, word));
            if let Some((at, _)) = found {
                place = at.saturating_add(1);
            }
            found.is_some()
        })
    })
}

/// The same word; a long one also where it only sounds the same, or has one mistake.
fn is_word(typed: &Heard, known: &Heard) -> bool {
    let is_long = known.plain.len() >= 4 && typed.plain.len() >= 4;
    let is_near = || typed.plain.len().abs_diff(known.plain.len()) <= 1 && distance(&typed.plain, &known.plain) == 1;
    typed.plain == known.plain || (is_long && (typed.sound == known.sound || is_near()))
}
