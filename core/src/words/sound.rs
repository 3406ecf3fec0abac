//! How a word sounds, roughly: what people write by ear sounds like what they mean.

/// The sound of a word in plain letters, one letter a sound; `A`, `I`, `O` are the vowels of "an", "in", "on", `C` that
/// of "ch", `N` that of "gn".
pub(crate) fn sound(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word.as_bytes();
    while let Some((heard, read)) = heard(rest, out.as_bytes()) {
        for sound in heard.chars() {
            if !out.ends_with(sound) {
                out.push(sound);
            }
        }
        rest = rest.get(read..).unwrap_or_default();
    }
    // The last consonants are silent; those before a mute e are heard.
    while out.len() > 2 && out.ends_with(['s', 't', 'd', 'p', 'g']) {
        out.pop();
    }
    if out.len() > 2 && (out.ends_with("er") || out.ends_with("ir")) {
        out.pop();
    }
    if out.len() > 2 && out.ends_with('e') {
        out.pop();
    }
    out
}

/// The next sound, and how many letters it is written with.
fn heard(rest: &[u8], before: &[u8]) -> Option<(&'static str, usize)> {
    let follows_vowel = before.last().is_some_and(|last| b"aeiouAIO".contains(last));
    Some(match *rest {
        [] => return None,
        [b't', b'i', b'o', b'n', ..] | [b's', b's', b'i', b'o', b'n', ..] if !before.is_empty() => {
            ("siO", written(rest))
        }
        [b'a' | b'e', b'i', b'n' | b'm', ..] if is_nasal(rest, 3) => ("I", 3),
        [b'i', b'e', b'n', ..] if is_nasal(rest, 3) => ("iI", 3),
        [b'a' | b'e', b'n' | b'm', ..] if is_nasal(rest, 2) => ("A", 2),
        [b'i' | b'y' | b'u', b'n' | b'm', ..] if is_nasal(rest, 2) => ("I", 2),
        [b'o', b'n' | b'm', ..] if is_nasal(rest, 2) => ("O", 2),
        [b'e', b'a', b'u', ..] => ("o", 3),
        [b'o', b'e', b'u', ..] => ("e", 3),
        [b'i', b'l', b'l', ..] | [b'i', b'l'] if follows_vowel => ("i", rest.len().min(3)),
        [b'a', b'u', ..] => ("o", 2),
        [b'o', b'i', ..] => ("wa", 2),
        [b'o', b'u', ..] => ("u", 2),
        [b'a' | b'e', b'i', b'l', ..] | [b'o', b'e', ..] => ("e", 1),
        [b'a' | b'e', b'i' | b'y', ..] | [b'e', b'u', ..] => ("e", 2),
        [b'p', b'h', ..] => ("f", 2),
        [b'c' | b's', b'h', ..] => ("C", 2),
        [b'g', b'n', ..] => ("N", 2),
        [b'q' | b'g', b'u', ..] => (if rest.first() == Some(&b'q') { "k" } else { "g" }, 2),
        [b's', b'c', b'e' | b'i' | b'y', ..] => ("s", 2),
        [b'c', b'e' | b'i' | b'y', ..] => ("s", 1),
        [b'g', b'e' | b'i' | b'y', ..] => ("j", 1),
        [b'h', ..] => ("", 1),
        [b'c' | b'q' | b'k', ..] => ("k", 1),
        [b's' | b'z', ..] => ("s", 1),
        [b'x', ..] => ("ks", 1),
        [b'w' | b'v', ..] => ("v", 1),
        [b'i' | b'y', ..] => ("i", 1),
        [letter, ..] => (PLAIN.iter().find(|plain| plain.as_bytes() == [letter]).copied().unwrap_or(""), 1),
    })
}

/// Letters that are heard as they are written.
const PLAIN: [&str; 15] = ["a", "b", "d", "e", "f", "g", "j", "l", "m", "n", "o", "p", "r", "t", "u"];

fn written(rest: &[u8]) -> usize {
    if rest.first() == Some(&b't') { 4 } else { 5 }
}

/// Whether the n or m before this place is heard with its vowel: nothing follows, or another consonant.
fn is_nasal(rest: &[u8], place: usize) -> bool {
    rest.get(place).is_none_or(|next| !b"aeiouynmh".contains(next))
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn what_is_written_by_ear_sounds_like_what_is_meant() {
        for (written, meant) in [
            ("fievr", "fievre"),
            ("oreil", "oreille"),
            ("piker", "piquer"),
            ("vantre", "ventre"),
            ("migrene", "migraine"),
            ("palpitassion", "palpitation"),
            ("insolassion", "insolation"),
            ("doi", "doigt"),
            ("jancive", "gencive"),
            ("sistite", "cystite"),
            ("flebite", "phlebite"),
            ("diabetik", "diabetique"),
            ("ensinte", "enceinte"),
        ] {
            assert_eq!(sound(written), sound(meant), "{written}");
        }
    }

    #[test]
    fn other_words_sound_otherwise() {
        for (one, other) in [("bras", "brule"), ("main", "mal"), ("cou", "coude"), ("dent", "dos"), ("tete", "tour")] {
            assert_ne!(sound(one), sound(other), "{one}");
        }
    }
}
