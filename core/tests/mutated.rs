//! A hundred thousand altered records: none is taken for another, none makes anything panic, and what can still be read
//! is written and read again as it is.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "tests"
)]

use chrono::{Days, NaiveDate};
use proptest::prelude::RngExt;
use proptest::test_runner::{RngAlgorithm, TestRng};
use sentier_core::pathway::{Moment, Precision, Topic};
use sentier_core::record::lock::{Lock, ROUNDS, SALT, WRAPPED, decode_closed, encode_closed};
use sentier_core::record::{Event, Record, RecordError, Session, What, log};
use sentier_core::triage::Answer;

/// So many texts are altered.
const MUTATED: usize = 100_000;

/// An event of every kind that is stored with a text, a day, a number or a choice.
fn record() -> Vec<Event> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let [id, text] = ["tension-systolique", "« é » 😀 \u{0}"].map(str::to_owned);
    let what = vec![
        What::Named { name: text.clone(), is_example: false },
        What::Born(NaiveDate::from_ymd_opt(1974, 5, 10).unwrap()),
        What::Expecting(day),
        What::Said { fact: id.clone(), answer: Answer::Unknown },
        What::Joined(id.clone()),
        What::DatedAbout { pathway: id.clone(), date: id.clone(), on: day, precision: Precision::Month },
        What::Done { what: id.clone(), on: Some(day) },
        What::Dismissed { step: id.clone(), reason: text.clone() },
        What::Measured { measure: id.clone(), on: day, value: 13_000 },
        What::MeasuredAt { measure: id.clone(), on: day, moment: Moment::Evening, value: -1 },
        What::Aimed { measure: id.clone(), from: None, up_to: Some(14_000) },
        What::Document { paper: id.clone(), place: text.clone(), of: day, until: day.checked_add_days(Days::new(9)) },
        What::Allergy { substance: text.clone(), reaction: text.clone() },
        What::NoneKnown(Topic::Treatments),
        What::Undone(3),
        What::Question(text),
    ];
    (1..).zip(what).map(|(id, what)| Event { id, person: 7, noted: day, what }).collect()
}

/// The bytes with one to four things done to them: a byte altered, put in, taken out, a stretch taken out, doubled or moved.
fn altered(bytes: &[u8], chance: &mut TestRng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..chance.random_range(1..=4) {
        if bytes.is_empty() {
            break;
        }
        let place = chance.random_range(0..bytes.len());
        let end = (place + chance.random_range(0..40)).min(bytes.len());
        match chance.random_range(0..6) {
            0 => bytes[place] ^= 1 << chance.random_range(0..8),
            1 => bytes.insert(place, chance.random_range(0..=255)),
            2 => drop(bytes.remove(place)),
            3 => drop(bytes.drain(place..end)),
            4 => bytes.extend_from_within(place..end),
            _ => bytes.rotate_left(place),
        }
    }
    bytes
}

/// The checksum of the stored form (CRC-32), reckoned here in its own way.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[test]
fn no_altered_text_is_taken_for_a_record() {
    let chance = &mut TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let events = record();
    let session = Session { motifs: vec!["mal-de-tete".to_owned()], ..Session::default() };
    let lock = Lock::new(ROUNDS, 15, vec![1; SALT], vec![2; WRAPPED], None).unwrap();
    let texts = [log::encode(&events), session.encode(), lock.encode(), encode_closed(b"closed")];
    let mut refused = 0;
    for round in 0..MUTATED {
        let text = &texts[round % texts.len()];
        let other = String::from_utf8_lossy(&altered(text.as_bytes(), chance)).into_owned();
        let is_same = [
            log::decode(&other).map(|read| read == events),
            Session::decode(&other).map(|read| read == session),
            Lock::decode(&other).map(|read| read == lock),
            decode_closed(&other).map(|read| read == b"closed"),
        ];
        for read in is_same {
            assert_ne!(read, Ok(false), "{other} is read as something else than {text}");
            refused += usize::from(read.is_err());
        }
    }
    println!("{MUTATED} altered texts, {refused} readings refused");
    assert!(refused > MUTATED * 3, "hardly anything was altered");
}

/// The same with a right checksum, as malice would write it: whatever is read adds up to persons, and is written and read
/// again as it is.
#[test]
fn whatever_is_read_is_borne() {
    let chance = &mut TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let text = log::encode(&record());
    let letters = text.rsplit(':').next().unwrap();
    let body = base64(letters);
    let mut read = 0;
    for _ in 0..MUTATED {
        let body = altered(&body, chance);
        let text = format!("sentier-record:2:{:08x}:{}", crc32(&body), letters_of(&body));
        match log::decode(&text) {
            Ok(events) => {
                let record = Record::of(events.clone());
                for person in record.persons() {
                    let _ = record.last_changes(person.id, 10);
                }
                assert_eq!(log::decode(&log::encode(&events)), Ok(events));
                read += 1;
            }
            Err(error) => assert_eq!(error, RecordError::Unreadable),
        }
    }
    println!("{MUTATED} altered bodies with a right checksum, {read} of them read");
    assert!(read > MUTATED / 100, "hardly any was read: {read}");
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(letters: &str) -> Vec<u8> {
    let mut bits = letters.bytes().flat_map(|letter| {
        let value = ALPHABET.iter().position(|known| *known == letter).unwrap();
        (0..6).rev().map(move |bit| u8::try_from(value >> bit & 1).unwrap())
    });
    let mut bytes = Vec::new();
    loop {
        let byte: Vec<u8> = bits.by_ref().take(8).collect();
        if byte.len() < 8 {
            return bytes;
        }
        bytes.push(byte.into_iter().fold(0, |byte, bit| byte << 1 | bit));
    }
}

fn letters_of(bytes: &[u8]) -> String {
    let mut letters = String::new();
    for three in bytes.chunks(3) {
        let whole = three.iter().fold(0_u32, |whole, byte| whole << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            letters.push(char::from(ALPHABET[(whole >> (18 - 6 * place) & 63) as usize]));
        }
    }
    letters
}
