//! What the worker is sent, and what it answers: a reason, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sentier_core::exchange::answer::answer_bytes;
use sentier_core::exchange::message::Reply;

#[allow(dead_code)]
#[path = "../../exchange/src/words/mod.rs"]
mod words;

fuzz_target!(|bytes: &[u8]| {
    let _ = answer_bytes(bytes, &words::WORDS);
    let _ = Reply::decode(bytes);
});
