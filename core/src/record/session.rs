//! The triage under way: which motifs, which answers, since when.

use serde::{Deserialize, Serialize};

use crate::content::{Door, Id, Library, Subject};
use crate::triage::{Answer, Answers};
use crate::words::Meaning;

use super::envelope::{Envelope, read};

/// The most bytes that a stored session may have; a real one has some hundreds.
pub const MOST_BYTES: usize = 64 * 1024;

/// The triage under way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The motifs chosen, at most [`Protocol::MOST_MOTIFS`](crate::triage::Protocol::MOST_MOTIFS).
    pub motifs: Vec<Id>,
    /// The answers given, those that no longer count among them.
    pub answers: Answers,
    /// Since when, as the person confirmed it; to be said on the phone, and used by no rule.
    pub since: Vec<String>,
    /// Of whom the questions speak, where it was said.
    pub subject: Option<Subject>,
}

/// The session as version 1 stored it.
#[derive(Deserialize)]
struct First {
    motifs: Vec<Id>,
    answers: Answers,
}

impl From<First> for Session {
    fn from(First { motifs, answers }: First) -> Self {
        Self { motifs, answers, ..Self::default() }
    }
}

/// The session as version 2 stored it.
#[derive(Deserialize)]
struct Second {
    motifs: Vec<Id>,
    answers: Answers,
    since: Vec<String>,
}

impl From<Second> for Session {
    fn from(Second { motifs, answers, since }: Second) -> Self {
        Self { motifs, answers, since, subject: None }
    }
}

/// Why stored bytes are not a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// Not written by this app, cut off or altered.
    Unreadable,
    /// Written by a later version of the app.
    FromTheFuture,
    /// More than any session has.
    TooLarge,
}

/// How a session is stored: its letters are hexadecimal digits.
const FORM: Envelope =
    Envelope { app: "sentier", version: 3, most_letters: MOST_BYTES, letters: to_hex, bytes: from_hex };

impl Session {
    /// The text to store.
    #[must_use]
    pub fn encode(&self) -> String {
        FORM.close(self)
    }

    /// The session in a stored text.
    ///
    /// # Errors
    /// See [`RecordError`]; the text itself is the caller's to keep.
    pub fn decode(text: &str) -> Result<Self, RecordError> {
        match FORM.unseal(text)? {
            (1, body) => read::<First>(&body).map(Self::from),
            (2, body) => read::<Second>(&body).map(Self::from),
            (_, body) => read(&body),
        }
    }

    /// Whether there is anything to resume.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.motifs.is_empty() && self.answers.is_empty() && self.since.is_empty()
    }

    /// Takes over what the person confirmed of what was understood of their words; the words themselves are kept nowhere.
    pub fn confirm(&mut self, meaning: &Meaning) {
        match meaning {
            Meaning::Since(shown) => self.since.push(shown.clone()),
            other => other.confirm(&mut self.answers),
        }
    }

    /// Whether it may be kept on the device: no motif and no answer is of the kind that leaves no trace. A motif that
    /// no door leads to is taken for one of that kind.
    #[must_use]
    pub fn leaves_trace(&self, doors: &[Door], library: &Library) -> bool {
        let motifs_do = self.motifs.iter().all(|id| doors.iter().any(|door| &door.id == id && door.leaves_trace));
        let answers_do = self
            .answers
            .signs
            .iter()
            .filter(|(_, answer)| **answer != Answer::No)
            .all(|(sign, _)| library.sign(sign).is_none_or(|sign| sign.leaves_trace));
        motifs_do && answers_do
    }
}

fn to_hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let mut digits = text.chars().map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()));
    let mut bytes = Vec::new();
    while let Some(high) = digits.next() {
        bytes.push((high? << 4) | digits.next()??);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{RecordError, Session};
    use crate::content::Subject;
    use crate::triage::Answer;
    use crate::words::Meaning;

    fn session() -> Session {
        let mut session =
            Session { motifs: vec!["mal-de-tete".to_owned()], subject: Some(Subject::OwnChild), ..Session::default() };
        session.answers.signs.insert("mal-de-tete.raideur".to_owned(), Answer::Unknown);
        session.confirm(&Meaning::Since("depuis 3\u{a0}jours".to_owned()));
        session
    }

    #[test]
    fn what_was_stored_is_read_back() {
        assert_eq!(Session::decode(&session().encode()), Ok(session()));
    }

    /// Written by version 1, of this session without since when.
    #[test]
    fn what_version_1_stored_is_read() {
        let first = "sentier:1:e61cf989:010b6d616c2d64652d7465746501136d616c2d64652d746574652e7261696465757202000000";
        assert_eq!(Session::decode(first), Ok(Session { since: Vec::new(), subject: None, ..session() }));
    }

    #[test]
    fn since_when_is_kept_as_it_was_confirmed() {
        assert_eq!(session().since, ["depuis 3\u{a0}jours"]);
        let only = Session { since: session().since, ..Session::default() };
        assert!(!only.is_empty() && only.answers.is_empty());
    }

    #[test]
    fn every_cut_is_noticed() {
        let whole = session().encode();
        for end in 0..whole.len() {
            assert_eq!(Session::decode(whole.get(..end).unwrap()), Err(RecordError::Unreadable), "cut at {end}");
        }
    }

    #[test]
    fn every_changed_letter_is_noticed() {
        let whole = session().encode();
        for place in 0..whole.len() {
            let mut altered: Vec<char> = whole.chars().collect();
            let digit = altered.get_mut(place).unwrap();
            *digit = if *digit == '3' { '4' } else { '3' };
            let altered: String = altered.into_iter().collect();
            assert!(Session::decode(&altered).is_err(), "letter {place}");
        }
    }

    #[test]
    fn a_later_version_and_a_giant_are_told_apart() {
        let later = session().encode().replace("sentier:3:", "sentier:4:");
        assert_eq!(Session::decode(&later), Err(RecordError::FromTheFuture));
        assert_eq!(Session::decode(&"x".repeat(5_000_000)), Err(RecordError::TooLarge));
    }

    #[test]
    fn hostile_strings_are_only_strings() {
        let mut hostile = session();
        hostile.motifs = vec!["<img src=x onerror=alert(1)>".to_owned(), "\u{0}\u{202e}\"\\".to_owned()];
        assert_eq!(Session::decode(&hostile.encode()), Ok(hostile));
    }
}
