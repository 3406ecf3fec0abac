//! What stands in local storage: a reason, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sentier_core::record::{Record, Session, log};

fuzz_target!(|text: &str| {
    let _ = Session::decode(text);
    if let Ok(events) = log::decode(text) {
        let _ = Record::of(log::union([events]));
    }
});
