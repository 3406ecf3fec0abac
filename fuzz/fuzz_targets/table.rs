//! A table of measures, of our own or of a home device: a reason, never a panic.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sentier_content_build::{Content, read};
use sentier_core::exchange::measures_csv;
use sentier_core::pathway::Person;

#[allow(dead_code)]
#[path = "../../exchange/src/words/mod.rs"]
mod words;

static CONTENT: LazyLock<Content> =
    LazyLock::new(|| read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")).expect("the content is right"));

fuzz_target!(|bytes: &[u8]| {
    let day = chrono::NaiveDate::MIN;
    let _ = measures_csv::read(bytes, &CONTENT.care, &Person::new(1, day), &words::TABLE, day);
});
