//! Motifs from a person's own words: accents, apostrophes, plurals and typing mistakes do not matter.
//!
//! Each door has a title and everyday phrases. A phrase is scored by how much of it, rare words weighing more, is found
//! among the words typed; a door scores as its best phrase, plus a little for every other word that it knows.

use crate::Sorted;
use crate::content::Door;

/// A door found, with how well it fits: above 0, at most about 2.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'a> {
    /// The door.
    pub door: &'a Door,
    /// How well it fits; only the order means something.
    pub score: f32,
}

/// Words too common in what people write to say anything.
const EMPTY_WORDS: [&str; 48] = [
    "a", "ai", "as", "au", "aux", "avec", "ca", "ce", "ces", "cette", "d", "dans", "de", "depuis", "des", "du", "elle",
    "en", "est", "et", "fait", "il", "j", "je", "l", "la", "le", "les", "lui", "m", "ma", "me", "mes", "mon", "n",
    "ne", "on", "ou", "pas", "qu", "que", "qui", "s", "sa", "se", "son", "un", "une",
];

/// Below this share of a phrase, the words have nothing to do with it.
const LEAST_SHARE: f32 = 0.34;

/// The doors that fit the words typed, best first; none where nothing fits.
#[must_use]
pub fn search<'a>(doors: &'a [Door], typed: &str) -> Vec<Found<'a>> {
    let typed = words(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let users = users(doors);
    let mut best_first: Vec<Found<'a>> = Vec::new();
    for door in doors {
        let score = score(door, &typed, &users);
        if score > 0.0 {
            let place = best_first.partition_point(|other| other.score >= score);
            best_first.insert(place, Found { door, score });
        }
    }
    best_first
}

fn phrases(door: &Door) -> impl Iterator<Item = Vec<String>> {
    std::iter::once(&door.title).chain(&door.words).map(|phrase| words(phrase))
}

/// How many doors use each word.
fn users(doors: &[Door]) -> Sorted<String, f32> {
    let mut users: Sorted<String, f32> = Sorted::default();
    for door in doors {
        let mut own: Vec<String> = Vec::new();
        for word in phrases(door).flatten() {
            if !own.contains(&word) {
                let count = users.get(&word).copied().unwrap_or(0.0);
                users.insert(word.clone(), count + 1.0);
                own.push(word);
            }
        }
    }
    users
}

fn score(door: &Door, typed: &[String], users: &Sorted<String, f32>) -> f32 {
    // The fewer doors use a word, the more it says.
    let weight = |word: &String| 1.0 / users.get(word).copied().unwrap_or(1.0).sqrt();
    let mut best = 0.0_f32;
    let mut known = vec![0.0_f32; typed.len()];
    for phrase in phrases(door) {
        let whole: f32 = phrase.iter().map(weight).sum();
        if whole <= 0.0 {
            continue;
        }
        let mut matched = 0.0;
        for word in &phrase {
            let likeness = typed.iter().map(|other| likeness(other, word)).fold(0.0, f32::max);
            matched += likeness * weight(word);
            for (other, known) in typed.iter().zip(&mut known) {
                *known = known.max(self::likeness(other, word) * weight(word));
            }
        }
        let share = matched / whole;
        if share >= LEAST_SHARE {
            // A longer phrase that fits in full says more than a single word that does.
            best = best.max(share * (1.0 + 0.1 * whole.min(4.0)));
        }
    }
    if best > 0.0 { best + 0.15 * known.iter().sum::<f32>() } else { 0.0 }
}

/// How alike two words are: 1 the same, less for a beginning or a typing mistake, 0 otherwise.
pub(crate) fn likeness(typed: &str, known: &str) -> f32 {
    if typed == known {
        return 1.0;
    }
    let shorter = typed.len().min(known.len());
    if typed.len() >= 4 && known.starts_with(typed) {
        return 0.85;
    }
    let allowed = match shorter {
        0..=3 => return 0.0,
        4..=6 => 1,
        _ => 2,
    };
    match distance(typed, known) {
        1 if allowed >= 1 => 0.8,
        2 if allowed >= 2 => 0.65,
        _ => 0.0,
    }
}

/// The number of letters to add, drop, change or swap with the next one (optimal string alignment).
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > 2 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let get = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX);
    for (i, letter) in one.iter().enumerate() {
        let mut row = vec![i.saturating_add(1)];
        for (j, known) in other.iter().enumerate() {
            let changed = get(&last, j).saturating_add(usize::from(letter != known));
            let dropped = get(&last, j.saturating_add(1)).saturating_add(1);
            let added = get(&row, j).saturating_add(1);
            let is_swap = i > 0
                && j > 0
                && one.get(i.saturating_sub(1)) == Some(known)
                && other.get(j.saturating_sub(1)) == Some(letter);
            let swapped = if is_swap { get(&before, j.saturating_sub(1)).saturating_add(1) } else { usize::MAX };
            row.push(changed.min(dropped).min(added).min(swapped));
        }
        before = std::mem::replace(&mut last, row);
    }
    get(&last, other.len())
}

/// The words of a text in a form to compare: small letters without accents, without empty words and plural endings.
pub(crate) fn words(text: &str) -> Vec<String> {
    let plain: String = text.chars().flat_map(plain_letter).collect();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let said = words.filter(|word| !EMPTY_WORDS.contains(word));
    said.map(|word| match word.strip_suffix(['s', 'x']) {
        Some(stem) if stem.len() >= 3 => stem.to_owned(),
        _ => word.to_owned(),
    })
    .collect()
}

/// A letter without case or accent; `œ` and `æ` are two.
fn plain_letter(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'à' | 'â' | 'ä' | 'À' | 'Â' => ('a', None),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => ('e', None),
        'î' | 'ï' | 'Î' => ('i', None),
        'ô' | 'ö' | 'Ô' => ('o', None),
        'ù' | 'û' | 'ü' | 'Ù' => ('u', None),
        'ç' | 'Ç' => ('c', None),
        'œ' | 'Œ' => ('o', Some('e')),
        'æ' => ('a', Some('e')),
        other => (other.to_ascii_lowercase(), None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::{distance, search, words};
    use crate::content::Door;

    fn door(id: &str, title: &str, words: &[&str]) -> Door {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        Door { id: id.to_owned(), title: title.to_owned(), part: "x".to_owned(), words, leaves_trace: true }
    }

    fn doors() -> Vec<Door> {
        vec![
            door("ventre", "Mal au ventre", &["mal au bide", "crampes"]),
            door("tete", "Mal de tête", &["migraine", "mal au crâne"]),
            door("fievre", "Fièvre de l’enfant", &["mon bébé a 39", "bébé chaud"]),
        ]
    }

    #[test]
    fn accents_case_and_apostrophes_do_not_matter() {
        assert_eq!(words("J’ai MAL à la Tête, l'œil"), ["mal", "tete", "oeil"]);
    }

    #[test]
    fn everyday_words_and_typing_mistakes_find_the_door() {
        let doors = doors();
        for (typed, expected) in [
            ("jai mal au bide", "ventre"),
            ("migrene", "tete"),
            ("mon bebe a 39", "fievre"),
            ("MAL AU VENTER", "ventre"),
        ] {
            assert_eq!(search(&doors, typed)[0].door.id, expected, "{typed}");
        }
    }

    #[test]
    fn words_that_say_nothing_find_nothing() {
        assert!(search(&doors(), "je ne sais pas").is_empty());
        assert!(search(&doors(), "").is_empty());
        assert!(search(&doors(), "xyzzy").is_empty());
    }

    #[test]
    fn a_swap_of_neighbours_is_one_mistake() {
        assert_eq!(distance("venter", "ventre"), 1);
        assert_eq!(distance("abc", "abcdef"), usize::MAX);
    }
}
