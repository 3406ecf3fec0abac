//! French typography, put in by machine so that nobody has to type invisible spaces.

const NO_BREAK: char = '\u{a0}';
const NARROW_NO_BREAK: char = '\u{202f}';

/// The text with the spaces and apostrophes of French typography: a narrow no-break space before `? ! ;` and inside
/// numbers, a no-break space before `:` and inside « », between a figure and its unit, and a curly apostrophe.
#[must_use]
pub fn french(text: &str) -> String {
    let letters: Vec<char> = text.trim().chars().collect();
    let at = |place: usize| letters.get(place).copied().unwrap_or(' ');
    let mut out = String::with_capacity(text.len());
    for (place, &letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).map_or(' ', at);
        let after = at(place.saturating_add(1));
        out.push(match letter {
            '\'' => '’',
            ' ' => match (before, after) {
                (_, '?' | '!' | ';') => NARROW_NO_BREAK,
                (_, ':' | '»') | ('«', _) => NO_BREAK,
                (digit, next) if digit.is_ascii_digit() && next.is_ascii_digit() => NARROW_NO_BREAK,
                (digit, next) if digit.is_ascii_digit() && is_unit(&letters, place.saturating_add(1), next) => NO_BREAK,
                _ => ' ',
            },
            other => other,
        });
    }
    out
}

fn is_unit(letters: &[char], start: usize, first: char) -> bool {
    if first == '°' || first == '%' {
        return true;
    }
    let word: String = letters.iter().skip(start).take_while(|c| c.is_alphanumeric() || **c == '/').collect();
    const UNITS: [&str; 22] = [
        "h", "min", "minutes", "minute", "heures", "heure", "jours", "jour", "ans", "an", "mois", "semaines",
        "semaine", "cm", "mm", "m", "kg", "g", "g/L", "mL", "fois", "SA",
    ];
    UNITS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::french;

    #[test]
    fn a_question_mark_keeps_its_word() {
        assert_eq!(french("Ça va ?"), "Ça va\u{202f}?");
        assert_eq!(
            french("D'un coup : « aïe » ; puis rien !"),
            "D’un coup\u{a0}: «\u{a0}aïe\u{a0}»\u{202f}; puis rien\u{202f}!"
        );
    }

    #[test]
    fn figures_keep_their_unit() {
        assert_eq!(french("38 °C depuis 3 jours, 0 800 23"), "38\u{a0}°C depuis 3\u{a0}jours, 0\u{202f}800\u{202f}23");
        assert_eq!(french("le 15 maintenant"), "le 15 maintenant");
    }
}
