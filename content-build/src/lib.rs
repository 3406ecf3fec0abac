//! Reads `content/` (TOML), refuses what does not hold together, and writes the compact packs that the app loads.
//!
//! The only reader of TOML, on the host: for the build script of the app, for the tests of the core, and as a command.
//! What must hold of content is said in `sentier-core`; this crate adds which file and which line.

mod body_read;
mod care_file;
mod care_lists_file;
mod care_read;
pub mod compare;
mod error;
mod example;
mod figures;
mod file;
mod language_read;
mod lists_read;
mod near_miss;
mod orientation_file;
mod orientation_read;
mod pages;
mod person_file;
mod picture_read;
mod plain_read;
mod read;
mod screens;
mod system_file;
mod system_read;
mod triage_read;
mod typography;
mod vignette;
mod words_file;
mod words_read;

pub use error::ContentError;
pub use example::{Example, ExpectedDay};
pub use language_read::{Language, names_in};
pub use near_miss::near_misses;
pub use pages::{pages, write_pages};
pub use read::{Content, read};
pub use screens::{Screens, screens};
pub use typography::french;
pub use vignette::{Vignette, failures, forget_missing_motifs, unguarded_rules};
pub use words_read::Phrasing;
