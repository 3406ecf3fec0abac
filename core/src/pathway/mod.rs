//! Pathways of one person on one day: who they are, which steps are due, and why. Pure: the day is an argument.

mod breaks;
mod dashboard;
pub mod dates;
mod person;
mod reason;
mod schedule;
mod season;
mod window;

pub use breaks::{Break, BreakKind};
pub use dashboard::{Dashboard, Item, Part, dashboard, is_habit};
pub use person::{Asked, Document, Done, Joined, Measured, Member, Person, Pregnancy, Renunciation};
pub use reason::Reason;
pub use schedule::{State, Status, leeway, status};
