//! Everything of Sentier that is true without a browser: what the content says ([`content`]), which orientation follows
//! from a person's answers ([`triage`]), what people mean by their own words ([`words`]), whom to contact at which hour
//! and where ([`orientation`]), who does what ([`system`]), what is kept of it ([`record`]), and what goes out to others
//! ([`exchange`]).
//!
//! Nothing here reads a clock, a file or a network: the day and the content come in as arguments. A new rule of the
//! product goes here; the words it uses go to `content/`; the screen that shows it goes to the app.

mod checksum;
pub mod content;
pub mod exchange;
pub mod order;
pub mod orientation;
pub mod pathway;
pub mod plain;
pub mod record;
mod sorted;
pub mod system;
pub mod triage;
pub mod words;

pub use sorted::Sorted;
