//! The harness of the browser tests: a [`Stage`] is the built site, served on loopback, in a browser of its own.
//! Tests say what a person does and sees; a failure tells what the page said instead.
//!
//! It needs Chromium (or Chrome) and its chromedriver: `SENTIER_DRIVER` and `SENTIER_BROWSER` name them, or else the PATH
//! is searched; `SENTIER_AXE` names axe-core's `axe.min.js`. `make test` sets all three.
//!
//! A new thing to do goes to `act.rs`, to see to `see.rs`, to watch for to `trouble.rs`; a new kind of device to
//! `options.rs`. Nothing waits for a fixed time: [`Stage::until`] asks again and again until a deadline.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "a harness of tests: to panic with a clear sentence is how it reports"
)]

mod act;
mod axe;
mod crash;
mod engine;
mod network;
mod options;
mod picture;
mod process;
mod see;
mod stage;
mod travel;
mod trouble;

pub use engine::Engine;
pub use network::Network;
pub use options::Options;
pub use sentier_site::{Fault, Site};
pub use stage::Stage;
pub use thirtyfour::{Key, TypingData};
pub use travel::Tab;
pub use trouble::Trouble;
