//! People's own words: which motifs they speak of, and what they say of the person, the time and the temperature.
//!
//! [`Finder`] is made once from the content; [`Finder::understand`] gives proposals only: motifs, [`Chip`]s of which a
//! confirmed one becomes an answer ([`Meaning::confirm`]), and words of danger. A room of its own beside triage, because
//! pathways search with the same letters and likeness.

pub(crate) mod alike;
mod chip;
mod complaints;
mod confirm;
mod finder;
mod index;
pub(crate) mod letters;
mod lexicon;
mod meant;
mod sound;
mod understand;
mod understood;
mod vital;

pub use chip::{Chip, Meaning};
pub use finder::Finder;
pub use understood::{Found, Leads, Understood};
