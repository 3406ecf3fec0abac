//! A sheet in an address: a reason, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sentier_core::exchange::share;

fuzz_target!(|letters: &str| {
    let _ = share::open(letters, chrono::NaiveDate::MIN);
});
