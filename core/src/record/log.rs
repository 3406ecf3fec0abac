//! The stored form of a record: segments, each written by one tab alone, read together as the union of their events.
//!
//! A save writes one segment, which stays small ([`MOST_EVENTS`]): it costs the same after ten years as on the first day.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;

use crate::order::put_in_order;

use super::envelope::Envelope;
use super::{Event, RecordError};

/// The events of one segment; then a new one is begun.
pub const MOST_EVENTS: usize = 200;

/// The most letters that a segment may have: some two hundred events with long notes.
pub const MOST_LETTERS: usize = 512 * 1024;

/// How a segment is stored: its letters are base64. Version 2 has more kinds of events, which an app of version 1 takes for
/// a later form instead of damage; whatever was of version 1 reads the same.
const FORM: Envelope = Envelope {
    app: "sentier-record",
    version: 2,
    most_letters: MOST_LETTERS,
    letters: |bytes| BASE64.encode(bytes),
    bytes: |letters| BASE64.decode(letters).ok(),
};

/// The text of a segment.
#[must_use]
pub fn encode(events: &[Event]) -> String {
    FORM.close(events)
}

/// The events of a segment.
///
/// # Errors
/// See [`RecordError`]; the text itself is the caller's to keep.
pub fn decode(text: &str) -> Result<Vec<Event>, RecordError> {
    FORM.open(text)
}

/// Puts the events of several segments together: each once, in order.
#[must_use]
pub fn union(segments: impl IntoIterator<Item = Vec<Event>>) -> Vec<Event> {
    let mut events: Vec<Event> = segments.into_iter().flatten().collect();
    put_in_order(&mut events, |event| event.id);
    events.dedup_by_key(|event| event.id);
    events
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::string_slice, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{decode, encode, union};
    use crate::pathway::Topic;
    use crate::record::{Event, RecordError, What};
    use chrono::NaiveDate;

    fn event(id: u64) -> Event {
        let noted = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        Event { id, person: 7, noted, what: What::Question(format!("Question {id} : « é » 😀\u{0}")) }
    }

    #[test]
    fn what_is_written_is_read() {
        let events = vec![event(1), event(2)];
        assert_eq!(decode(&encode(&events)), Ok(events));
        assert_eq!(decode(&encode(&[])), Ok(Vec::new()));
    }

    /// The stored form of version 1: a later app must read it.
    #[test]
    fn version_1_is_read() {
        let kept = "sentier-record:1:0e162d2f:AQEHyqlaEQxRdWVzdGlvbiAxID8";
        let read = decode(kept);
        let noted = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(read, Ok(vec![Event { id: 1, person: 7, noted, what: What::Question("Question 1 ?".to_owned()) }]));
    }

    /// The kinds that came with version 2.
    #[test]
    fn version_2_is_read() {
        let [substance, reaction, name, directions] =
            ["Pénicilline", "Plaques", "Un comprimé", "Le matin"].map(str::to_owned);
        let noted = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let all = [
            What::Allergy { substance, reaction },
            What::Treatment { name, directions },
            What::Illness { name: "Asthme".to_owned(), since: Some(noted) },
            What::NoneKnown(Topic::Allergies),
            What::NoneKnown(Topic::Treatments),
        ];
        let events: Vec<Event> = (1..).zip(all).map(|(id, what)| Event { id, person: 7, noted, what }).collect();
        let kept = "sentier-record:2:0956f173:BQEHyqlaFwxQw6luaWNpbGxpbmUHUGxhcXVlcwIHyqlaGAxVbiBjb21wcmltw6kITGUgbWF0aW4DB8qpWhkGQXN0aG1lAcqpWgQHyqlaGgAFB8qpWhoB";
        assert_eq!(decode(kept), Ok(events.clone()));
        assert_eq!(decode(&encode(&events)), Ok(events));
    }

    #[test]
    fn damage_is_told_apart() {
        let text = encode(&[event(1)]);
        for cut in [1, text.len() / 2, text.len() - 1] {
            assert_eq!(decode(&text[..cut]), Err(RecordError::Unreadable), "{cut}");
        }
        assert_eq!(decode(&text.replacen(":2:", ":3:", 1)), Err(RecordError::FromTheFuture));
        assert_eq!(decode("sentier:1:0:00"), Err(RecordError::Unreadable));
        assert_eq!(decode(&"x".repeat(600_000)), Err(RecordError::TooLarge));
    }

    #[test]
    fn no_altered_letter_goes_unseen() {
        let text = encode(&[event(1), event(2)]);
        for place in 0..text.len() {
            for letter in ["A", "0", ":"] {
                let altered = format!("{}{letter}{}", &text[..place], &text[place + 1..]);
                if altered != text {
                    assert_ne!(decode(&altered), Ok(vec![event(1), event(2)]), "{altered}");
                }
            }
        }
    }

    #[test]
    fn two_tabs_lose_nothing() {
        let read = union([vec![event(3), event(1)], vec![event(2), event(3)]]);
        assert_eq!(read.iter().map(|event| event.id).collect::<Vec<_>>(), [1, 2, 3]);
    }
}
