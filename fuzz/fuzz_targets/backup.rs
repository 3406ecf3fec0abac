//! A backup that somebody gives: a reason, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sentier_core::exchange::backup;

fuzz_target!(|bytes: &[u8]| {
    let _ = backup::open(bytes);
});
