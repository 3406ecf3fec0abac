//! Everything of Sentier that is true without a browser: what the content says ([`content`]), which orientation follows
//! from a person's answers ([`triage`]), and what is kept of it ([`record`]).
//!
//! Nothing here reads a clock, a file or a network: the day and the content come in as arguments. A new rule of the
//! product goes here; the words it uses go to `content/`; the screen that shows it goes to the app.

mod checksum;
pub mod content;
pub mod order;
pub mod pathway;
pub mod record;
mod sorted;
pub mod triage;

pub use sorted::Sorted;
