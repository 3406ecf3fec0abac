//! Fictional persons, written from the reference by somebody who had not seen the rules: what they must and must not see.
#![allow(missing_docs, clippy::panic, reason = "tests")]

mod common;

use common::CONTENT;

#[test]
fn every_person_sees_what_they_must() {
    let failures: Vec<String> = CONTENT.people.iter().flat_map(|person| person.failures(&CONTENT.care)).collect();
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}
