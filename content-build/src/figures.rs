//! The figures of a text, whatever the language writes around them.

/// The figures of a text, in order of size: those of a wording are those of the French, or a number has changed.
pub(crate) fn figures(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |place: usize| letters.get(place).is_some_and(char::is_ascii_digit);
    let (mut all, mut figure) = (Vec::new(), String::new());
    for (place, letter) in letters.iter().enumerate() {
        let goes_on = is_digit(place.saturating_add(1)) && !figure.is_empty();
        match letter {
            digit if digit.is_ascii_digit() => figure.push(*digit),
            ',' | '.' if goes_on => figure.push('.'),
            ' ' | '\u{a0}' | '\u{202f}' if goes_on => {}
            _ if !figure.is_empty() => all.push(std::mem::take(&mut figure)),
            _ => {}
        }
    }
    if !figure.is_empty() {
        all.push(figure);
    }
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn figures_are_compared_whatever_the_language() {
        assert_eq!(figures("38,5\u{a0}°C depuis 3 jours, 0\u{202f}800"), figures("For 3 days 38.5 °C; 0 800"));
        assert_ne!(figures("38,5 °C"), figures("38 °C"));
        assert_ne!(figures("le 15"), figures("the 18"));
        assert!(figures("rien, ni . ni , ").is_empty());
    }
}
