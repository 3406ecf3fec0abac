//! What `public/exchange.js` calls in a worker of its own: bytes of a request in, bytes of its reply out.
//!
//! It is a program apart from the app so that sheets, FHIR, backups, tables and QR codes are loaded when they are used, with
//! their words, and so that a hostile file can at most end a worker (ADR 0022, 0023). What it does stands in
//! `sentier_core::exchange::answer`.

mod words;

use wasm_bindgen::prelude::wasm_bindgen;

/// The bytes of the reply to the bytes of a request.
#[wasm_bindgen]
#[must_use]
pub fn answer(request: &[u8]) -> Vec<u8> {
    sentier_core::exchange::answer::answer_bytes(request, &words::WORDS)
}

fn main() {}
