//! From answers to an orientation.
//!
//! [`Protocol`] gathers what a choice of motifs asks and rules; [`evaluate`] gives the [`Verdict`] of a set of answers;
//! [`walk`] says which screen comes next and which answers count; [`explain`] says why, and what would change it.

mod answers;
mod evaluate;
pub mod explain;
pub mod proof;
mod protocol;
mod verdict;
mod walk;

pub use answers::{AgeError, Answer, Answers, Known, MeasureAnswer, Truth, parse_age};
pub use evaluate::{askable_signs, evaluate, highest_reachable, open_signs};
pub use protocol::Protocol;
pub use verdict::{Cause, Reason, Verdict};
pub use walk::{MOST_LINES, Step, StepKind, Walk, walk};
