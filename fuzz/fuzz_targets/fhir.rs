//! FHIR of others, beside the real content: a reason, never a panic.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sentier_content_build::{Content, read};
use sentier_core::exchange::fhir::import;

static CONTENT: LazyLock<Content> =
    LazyLock::new(|| read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")).expect("the content is right"));

fuzz_target!(|bytes: &[u8]| {
    let _ = import::read(bytes, &CONTENT.care, chrono::NaiveDate::MIN);
});
