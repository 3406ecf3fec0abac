//! From answers to an orientation.
//!
//! [`Protocol`] gathers what a choice of motifs asks and rules; [`evaluate`] gives the [`Verdict`] of a set of answers;
//! [`walk`] says which screen comes next and which answers count; [`explain`] says why, and what would change it;
//! [`fresh`] sees to it that out-of-date content reassures nobody. For whoever reviews it: [`clinical`] lays a motif out
//! as a table, [`graph`] draws it, [`census`] counts what there is, and [`claims`] lists what is proved of it.

mod answers;
pub mod census;
pub mod claims;
pub mod clinical;
mod evaluate;
pub mod explain;
pub mod fresh;
pub mod graph;
pub mod proof;
mod protocol;
mod verdict;
mod walk;

pub use answers::{AgeError, Answer, Answers, Known, MeasureAnswer, Truth, parse_age};
pub use evaluate::{evaluate, highest_reachable, level};
pub use protocol::Protocol;
pub use verdict::{Cause, Reason, Verdict};
pub use walk::{MOST_LINES, Step, StepKind, Walk, walk};
