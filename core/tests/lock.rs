//! The lock of a record and what it closes, as texts: whatever is written is read, and whatever is altered is told apart
//! from a wrong passphrase before one is tried.
#![allow(
    clippy::arithmetic_side_effects,
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests"
)]

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use sentier_core::record::RecordError;
use sentier_core::record::lock::{
    BELIEVED_ROUNDS, IDLE_MINUTES, Lock, ROUNDS, SALT, WRAPPED, decode_closed, encode_closed, is_closed,
};

fn locks() -> impl Strategy<Value = Lock> {
    let [fewest, most] = BELIEVED_ROUNDS;
    let [shortest, longest] = IDLE_MINUTES;
    let key = || vec(any::<u8>(), WRAPPED);
    (fewest..=most, shortest..=longest, vec(any::<u8>(), SALT), key(), option::of(key()))
        .prop_map(|(rounds, idle, salt, key, former)| Lock::new(rounds, idle, salt, key, former).unwrap())
}

/// The text with one letter replaced, cut at a place, or a letter put in.
fn altered(text: &str, place: usize, letter: char, how: u8) -> String {
    let place = place % text.len();
    let rest = if how == 1 { &text[place..] } else { &text[place + 1..] };
    if how == 2 { text[..place].to_owned() } else { format!("{}{letter}{rest}", &text[..place]) }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_lock_is_read_as_it_was_written(lock in locks()) {
        prop_assert_eq!(Lock::decode(&lock.encode()), Ok(lock));
    }

    #[test]
    fn no_altered_lock_is_taken_for_another(
        lock in locks(), place in any::<usize>(), letter in "[0-9A-Za-z+/:]", how in 0..3_u8,
    ) {
        let text = lock.encode();
        let letter = letter.chars().next().unwrap();
        let read = Lock::decode(&altered(&text, place, letter, how));
        prop_assert!(read.is_err() || read == Ok(lock), "{read:?}");
    }

    #[test]
    fn whatever_was_closed_is_read_and_told_from_what_is_open(bytes in vec(any::<u8>(), 0..2000)) {
        let text = encode_closed(&bytes);
        prop_assert!(is_closed(&text));
        prop_assert_eq!(decode_closed(&text), Ok(bytes));
    }

    #[test]
    fn no_altered_text_is_opened(
        bytes in vec(any::<u8>(), 1..200), place in any::<usize>(), letter in "[0-9A-Za-z+/:]", how in 0..3_u8,
    ) {
        let letter = letter.chars().next().unwrap();
        let read = decode_closed(&altered(&encode_closed(&bytes), place, letter, how));
        prop_assert!(read.is_err() || read == Ok(bytes), "{read:?}");
    }

    #[test]
    fn no_text_at_all_makes_it_panic(text in ".{0,300}") {
        for text in [text.clone(), format!("sentier-lock:1:{text}"), format!("sentier-closed:1:00000000:{text}")] {
            let _ = (Lock::decode(&text), decode_closed(&text), is_closed(&text));
        }
    }
}

#[test]
fn what_no_lock_has_is_refused() {
    let lock = |rounds, idle, salt, key, former: Option<usize>| {
        Lock::new(rounds, idle, vec![0; salt], vec![0; key], former.map(|length| vec![0; length]))
    };
    assert!(lock(ROUNDS, 15, SALT, WRAPPED, Some(WRAPPED)).is_ok());
    for refused in [
        lock(BELIEVED_ROUNDS[0] - 1, 15, SALT, WRAPPED, None),
        lock(BELIEVED_ROUNDS[1] + 1, 15, SALT, WRAPPED, None),
        lock(ROUNDS, 0, SALT, WRAPPED, None),
        lock(ROUNDS, IDLE_MINUTES[1] + 1, SALT, WRAPPED, None),
        lock(ROUNDS, 15, SALT - 1, WRAPPED, None),
        lock(ROUNDS, 15, SALT, WRAPPED + 1, None),
        lock(ROUNDS, 15, SALT, WRAPPED, Some(0)),
    ] {
        assert_eq!(refused, Err(RecordError::Unreadable));
    }
}

/// The stored form of version 1: a later app must read it.
#[test]
fn version_1_is_read_and_a_later_one_told_apart() {
    let lock = Lock::new(ROUNDS, 15, vec![1; SALT], vec![2; WRAPPED], None).unwrap();
    let text = "sentier-lock:1:b99612dd:AAknwAAPAQEBAQEBAQEBAQEBAQEBAQICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg";
    assert_eq!(Lock::decode(text), Ok(lock.clone()));
    assert_eq!(lock.encode(), text);
    assert_eq!(Lock::decode(&text.replacen(":1:", ":2:", 1)), Err(RecordError::FromTheFuture));
    let closed = encode_closed(&[1, 2, 3]);
    assert_eq!(closed, "sentier-closed:1:55bc801d:AQID");
    assert_eq!(decode_closed(&closed.replacen(":1:", ":2:", 1)), Err(RecordError::FromTheFuture));
    assert!(!is_closed("sentier-record:2:0:"));
}
