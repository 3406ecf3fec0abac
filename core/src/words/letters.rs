//! From a text to its words, in a form to compare.

/// A word, a number or a mark of a text, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// In small letters without accents, and as the content spells it where that differs.
    pub plain: String,
    /// In small letters without accents, as it was typed.
    pub said: String,
    /// The value in tenths, where it is a number.
    pub tenths: Option<i32>,
    /// Whether it is a number written with tenths, or with the mark of a degree.
    pub is_precise: bool,
    /// The first byte in the text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// Words too common in what people write to say anything.
const EMPTY_WORDS: [&str; 48] = [
    "a", "ai", "as", "au", "aux", "avec", "ca", "ce", "ces", "cette", "d", "dans", "de", "depuis", "des", "du", "elle",
    "en", "est", "et", "fait", "il", "j", "je", "l", "la", "le", "les", "lui", "m", "ma", "me", "mes", "mon", "n",
    "ne", "on", "ou", "pas", "qu", "que", "qui", "s", "sa", "se", "son", "un", "une",
];

/// The words of a text in a form to compare: small letters without accents, without empty words and plural endings.
pub(crate) fn words(text: &str) -> Vec<String> {
    let plain = plain(text);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !is_empty(word)).map(|word| singular(word).to_owned()).collect()
}

/// Whether a word, in plain letters, says nothing.
pub(crate) fn is_empty(word: &str) -> bool {
    EMPTY_WORDS.contains(&word)
}

/// A word without its plural ending.
pub(crate) fn singular(word: &str) -> &str {
    match word.strip_suffix(['s', 'x']) {
        Some(stem) if stem.len() >= 3 => stem,
        _ => word,
    }
}

/// A text in small letters without accents.
pub(crate) fn plain(text: &str) -> String {
    text.chars().flat_map(plain_letter).collect()
}

/// The words, numbers and marks of a text, in order. Marks that separate are none.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start.saturating_add(letter.len_utf8());
        let read_on = |is_part: fn(char) -> bool, end: &mut usize, letters: &mut Letters<'_>| {
            let mut read = String::new();
            while let Some((at, next)) = letters.next_if(|(_, next)| is_part(*next)) {
                read.push(next);
                *end = at.saturating_add(next.len_utf8());
            }
            read
        };
        if letter.is_ascii_digit() {
            let whole = read_on(|c| c.is_ascii_digit(), &mut end, &mut letters);
            let whole: i32 = format!("{letter}{whole}").parse().unwrap_or(i32::MAX);
            let mut tenths = whole.saturating_mul(10);
            let after_mark = text.get(end..).unwrap_or_default().chars().nth(1);
            let mark = letters.peek().map(|(_, mark)| *mark);
            let is_decimal = matches!(mark, Some(',' | '.' | '°')) && after_mark.is_some_and(|c| c.is_ascii_digit());
            if is_decimal {
                letters.next();
                let digits = read_on(|c| c.is_ascii_digit(), &mut end, &mut letters);
                let tenth = digits.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
                tenths = tenths.saturating_add(i32::try_from(tenth).unwrap_or(0));
            }
            let plain = text.get(start..end).unwrap_or_default().to_owned();
            let is_precise = is_decimal || mark == Some('°');
            tokens.push(Token { said: plain.clone(), plain, tenths: Some(tenths), is_precise, start, end });
        } else if letter.is_alphabetic() {
            read_on(char::is_alphabetic, &mut end, &mut letters);
            let plain = plain(text.get(start..end).unwrap_or_default());
            tokens.push(Token { said: plain.clone(), plain, tenths: None, is_precise: false, start, end });
        } else if matches!(letter, '°' | '/' | '%') {
            let mark = letter.to_string();
            tokens.push(Token { said: mark.clone(), plain: mark, tenths: None, is_precise: false, start, end });
        }
    }
    tokens
}

type Letters<'a> = std::iter::Peekable<std::str::CharIndices<'a>>;

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
    use super::{tokens, words};

    #[test]
    fn accents_case_and_apostrophes_do_not_matter() {
        assert_eq!(words("J’ai MAL à la Tête, l'œil"), ["mal", "tete", "oeil"]);
    }

    #[test]
    fn numbers_and_words_that_touch_are_told_apart() {
        let read = |text: &str| tokens(text).into_iter().map(|t| (t.plain, t.tenths)).collect::<Vec<_>>();
        let word = |text: &str| (text.to_owned(), None);
        assert_eq!(read("2ans"), [("2".to_owned(), Some(20)), word("ans")]);
        for typed in ["39,5", "39.5", "39°5"] {
            assert_eq!(read(typed), [(typed.to_owned(), Some(395))]);
        }
        assert_eq!(read("39. Oh"), [("39".to_owned(), Some(390)), word("oh")]);
        assert_eq!(read("18/10"), [("18".to_owned(), Some(180)), word("/"), ("10".to_owned(), Some(100))]);
    }

    #[test]
    fn every_token_stands_where_it_says() {
        let text = "Bébé 3mois, 38°5 « tout mou » ☹ l’œil";
        for token in tokens(text) {
            assert_eq!(super::plain(text.get(token.start..token.end).unwrap_or_default()), token.plain);
        }
    }
}
