//! Pathways of one person on one day: who they are, which steps are due, and why. Pure: the day is an argument.

mod breaks;
pub mod chart;
pub mod cluster;
mod dashboard;
pub mod dates;
mod deeds;
pub mod find;
pub mod identity;
pub mod papers;
mod person;
pub mod plan;
mod reason;
#[cfg(test)]
mod sample;
mod schedule;
mod season;
pub mod series;
pub mod sitting;
mod status;
pub mod tasks;
pub mod timeline;
mod window;

pub use breaks::{Break, BreakKind};
pub use dashboard::{Dashboard, Item, Part, dashboard, is_habit};
pub use person::{
    Allergy, Asked, Booked, Document, Done, Illness, Joined, Measured, Member, Moment, Person, Precision, Pregnancy,
    Renunciation, Topic, Treatment,
};
pub use reason::Reason;
pub use schedule::{leeway, status};
pub use status::{State, Status};
