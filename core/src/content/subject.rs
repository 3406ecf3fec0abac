//! Of whom the questions speak, seen from whoever answers them. It changes how they are put, and no answer.

use serde::{Deserialize, Serialize};

/// Of whom the questions speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// Whoever answers.
    Oneself,
    /// Their child.
    OwnChild,
    /// Somebody else.
    SomebodyElse,
}

impl Subject {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Oneself, Self::OwnChild, Self::SomebodyElse];
}

/// The words of a text for one subject: in "{a|b|c|d}" stand, in this order, what is said while nobody knows, to the
/// person, of their child, of somebody else. Whatever is not written so stays as it is.
#[must_use]
pub fn addressed(text: &str, subject: Option<Subject>) -> String {
    let place = match subject {
        None => 0,
        Some(Subject::Oneself) => 1,
        Some(Subject::OwnChild) => 2,
        Some(Subject::SomebodyElse) => 3,
    };
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, inside, after)) = braces(rest) {
        said.push_str(before);
        said.push_str(inside.split('|').nth(place).unwrap_or_default());
        rest = after;
    }
    said.push_str(rest);
    said
}

/// What stands before, within and behind the first pair of braces.
fn braces(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (inside, after) = rest.split_once('}')?;
    Some((before, inside, after))
}

#[cfg(test)]
mod tests {
    use super::{Subject, addressed};

    const TEXT: &str = "{Qui|Quel âge avez-vous|Quel âge a-t-il|Quel âge a-t-elle}, {0|1|2|3}\u{202f}?";

    #[test]
    fn each_is_spoken_of_in_their_own_words() {
        assert_eq!(addressed(TEXT, None), "Qui, 0\u{202f}?");
        let said = Subject::ALL.map(|subject| addressed(TEXT, Some(subject)));
        assert_eq!(
            said,
            ["Quel âge avez-vous, 1\u{202f}?", "Quel âge a-t-il, 2\u{202f}?", "Quel âge a-t-elle, 3\u{202f}?"]
        );
    }

    #[test]
    fn what_is_no_choice_stays() {
        for text in ["", "Un de ces signes ?", "a { b", "a } b"] {
            assert_eq!(addressed(text, Some(Subject::Oneself)), text);
        }
    }
}
