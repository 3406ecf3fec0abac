//! How alike two words are in their letters, and what words of one family share.

use super::letters::singular;

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
        4..=7 => 1,
        _ => 2,
    };
    match distance(typed, known) {
        1 if allowed >= 1 => 0.8,
        2 if allowed >= 2 => 0.65,
        _ => 0.0,
    }
}

/// The longest word that is compared letter by letter; beyond, two words are alike only if they are the same.
const LONGEST: usize = 31;

/// The number of letters to add, drop, change or swap with the next one (optimal string alignment), of words in plain
/// letters; the greatest number where it is more than 2.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > 2 || one.len().max(other.len()) > LONGEST {
        return usize::MAX;
    }
    let mut before = [u8::MAX; LONGEST + 1];
    let mut last = [u8::MAX; LONGEST + 1];
    last.iter_mut().zip(0..).for_each(|(cell, place)| *cell = place);
    let get = |row: &[u8; LONGEST + 1], place: usize| row.get(place).copied().unwrap_or(u8::MAX);
    let mut previous: Option<u8> = None;
    for letter in one {
        let mut row = [u8::MAX; LONGEST + 1];
        let mut left = get(&last, 0).saturating_add(1);
        let mut least = left;
        if let Some(cell) = row.first_mut() {
            *cell = left;
        }
        let mut previous_known: Option<u8> = None;
        for (j, known) in other.iter().enumerate() {
            let changed = get(&last, j).saturating_add(u8::from(letter != known));
            let dropped = get(&last, j.saturating_add(1)).saturating_add(1);
            let added = left.saturating_add(1);
            let is_swap = previous == Some(*known) && previous_known == Some(*letter);
            let swapped = if is_swap { get(&before, j.saturating_sub(1)).saturating_add(1) } else { u8::MAX };
            left = changed.min(dropped).min(added).min(swapped);
            least = least.min(left);
            if let Some(cell) = row.get_mut(j.saturating_add(1)) {
                *cell = left;
            }
            previous_known = Some(*known);
        }
        if least > 2 {
            return usize::MAX;
        }
        previous = Some(*letter);
        before = last;
        last = row;
    }
    match get(&last, other.len()) {
        few @ 0..=2 => usize::from(few),
        _ => usize::MAX,
    }
}

/// The endings that a stem goes without, longest first.
const ENDINGS: [&str; 36] = [
    "issements",
    "issement",
    "issaient",
    "issait",
    "issent",
    "ements",
    "ations",
    "aient",
    "ement",
    "ation",
    "euses",
    "antes",
    "euse",
    "ante",
    "ants",
    "ures",
    "iens",
    "ees",
    "ait",
    "ais",
    "ent",
    "ant",
    "eux",
    "ure",
    "er",
    "ez",
    "ee",
    "es",
    "it",
    "is",
    "ir",
    "ie",
    "us",
    "ue",
    "e",
    "i",
];

/// The stem of a word in plain letters: without the endings of plural, gender and verbs.
pub(crate) fn stem(word: &str) -> &str {
    let mut ends = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    let stem = ends.find(|stem| stem.len() >= 3).unwrap_or_else(|| singular(word));
    match stem.as_bytes() {
        [.., before, last] if before == last && stem.len() >= 4 => {
            stem.get(..stem.len().saturating_sub(1)).unwrap_or(stem)
        }
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, clippy::float_cmp, reason = "tests")]
    use super::{distance, likeness, stem};

    #[test]
    fn a_swap_of_neighbours_is_one_mistake() {
        assert_eq!(distance("venter", "ventre"), 1);
        assert_eq!(distance("abc", "abcdef"), usize::MAX);
    }

    #[test]
    fn words_of_one_family_have_one_stem() {
        for family in [
            ["vomir", "vomit", "vomissements"],
            ["saigne", "saigner", "saignement"],
            ["brule", "brulure", "brulee"],
            ["respire", "respirer", "respiration"],
        ] {
            assert!(family.iter().all(|word| stem(word) == stem(family[0])), "{family:?}");
        }
    }

    #[test]
    fn short_words_must_be_the_same() {
        assert_eq!(likeness("cou", "coup"), 0.0);
        assert!(likeness("palpitassion", "palpitation") > 0.0);
    }
}
