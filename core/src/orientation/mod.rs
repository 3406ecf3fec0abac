//! Where to go now: from a result, a territory, an hour and a way of speaking to the order in which to contact whom.
//!
//! Pure like the rest: the moment comes in as the territory's local day and hour, which the browser's own time-zone data
//! tells. What is said comes from `content/orientation/`; the hour never lowers a result.

mod advice;
mod duty;
mod here;
mod holiday;
mod local;
mod moment;
mod steps;

pub use advice::{Advice, Asked, Basis, Voice, advise};
pub use duty::{duty_at, next_open_day};
pub use here::ways_here;
pub use holiday::{easter, holiday_on};
pub use local::{Hours, Local, beside, places_of};
pub use moment::Moment;
pub use steps::{Opening, Step};
