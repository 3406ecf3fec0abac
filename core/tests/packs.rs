//! Packs: what is read is what was written, and nothing else is read.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::CONTENT;
use sentier_core::content::pack::{self, PackError, Start};

fn start() -> Start {
    pack::read_start(&pack::write_start(&CONTENT.library).unwrap()).unwrap()
}

#[test]
fn what_is_read_is_what_was_written() {
    let (library, care, explain) = (&CONTENT.library, &CONTENT.care, &CONTENT.explain);
    assert_eq!(&pack::read_triage(&pack::write_triage(library).unwrap(), &start()).unwrap(), library);
    assert_eq!(&pack::read_care(&pack::write_care(care).unwrap(), &care.draft().version).unwrap(), care);
    assert_eq!(&pack::read_explain(&pack::write_explain(explain).unwrap(), &explain.version).unwrap(), explain);
    let doors: Vec<_> = library.doors().cloned().collect();
    assert_eq!(start().doors, doors);
    assert_eq!(&start().gate, library.group("gate").unwrap());
}

#[test]
fn a_pack_of_another_version_is_refused() {
    let bytes = pack::write_triage(&CONTENT.library).unwrap();
    let other = Start { version: "0000000000".to_owned(), ..start() };
    assert_eq!(pack::read_triage(&bytes, &other), Err(PackError::OtherVersion));
    let bytes = pack::write_care(&CONTENT.care).unwrap();
    assert_eq!(pack::read_care(&bytes, &other.version), Err(PackError::OtherVersion));
    let bytes = pack::write_explain(&CONTENT.explain).unwrap();
    assert_eq!(pack::read_explain(&bytes, &other.version), Err(PackError::OtherVersion));
}

/// Cut short, or with a byte changed: at every thousandth place, and at the first and last ones.
#[test]
fn a_damaged_pack_is_refused() {
    let whole = pack::write_triage(&CONTENT.library).unwrap();
    let places = (0..8).chain((0..whole.len()).step_by(1_000)).chain(whole.len() - 8..whole.len());
    for place in places {
        assert_eq!(pack::read_triage(&whole[..place], &start()), Err(PackError::Unreadable), "{place}");
        let mut changed = whole.clone();
        changed[place] ^= 1;
        assert_eq!(pack::read_triage(&changed, &start()), Err(PackError::Unreadable), "{place}");
    }
}
