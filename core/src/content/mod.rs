//! The typed content: what was checked cannot be unchecked.
//!
//! [`Library::check`] is the only way to get a [`Library`], and it refuses any content whose parts do not hold
//! together. Content is written in TOML under `content/`, read by `content-build` alone, and reaches the app as packs
//! ([`pack`]).

mod applies_to;
mod body;
mod care;
mod care_check;
mod check;
mod condition;
mod contact;
pub(crate) mod day;
mod defect;
mod device;
mod hours;
mod landmarks;
mod library;
mod motif;
mod number;
mod numbers_check;
mod orientation;
mod orientation_check;
pub mod pack;
pub mod pathway;
mod period;
mod picture;
mod professional;
mod sign;
mod source;
mod story;
mod subject;
pub mod system;
mod system_check;
mod system_find;
mod system_host;
mod system_host_check;
mod system_map;
mod timing;
mod urgency;
pub mod wording;
mod words;
mod words_check;

pub use applies_to::{Ages, AppliesTo};
pub use body::{Drawing, Field, Figure, Stature, View, Zone};
pub use care::{Care, CareDraft, Code, Example, Fact, Named, Noted, Observation, OtherUnit, Paper, Role};
pub use condition::Condition;
pub use contact::{Channel, Contact, LevelAdvice, Way};
pub use defect::{Defect, Problem};
pub use device::{DayForm, Device, DeviceValue};
pub use hours::{Days, Duty, DutyWords, Holiday, HolidayDate, Hours, Line};
pub use landmarks::Landmarks;
pub use library::{Draft, Library};
pub use motif::{Door, Effect, Group, Motif, Otherwise, Part, Rule};
pub use orientation::{Because, Cost, Instead, Orientation, Territory, Why};
pub use period::Period;
pub use picture::{Picture, Pictures};
pub use professional::{OnDuty, Professional, Remote, Said, Service, Written};
pub use sign::{Bound, Measure, MeasureError, Origin, Sex, Sign, UnknownReading};
pub use source::{Reading, Review, ReviewStatus, Source, SourceLevel};
pub use story::{Decided, Explain, Story};
pub use subject::{Subject, addressed};
pub use system::{System, SystemDraft};
pub use system_find::{Choice, Leads, Question};
pub use system_host::{Host, LocalPlace, Opening, Weekday};
pub use urgency::Urgency;
pub use words::{
    Number, People, PregnancyWords, SexWords, Shown, Spelling, Start, TemperatureWords, TimeUnit, UnitWords, Vital,
    Words,
};

/// The name of a thing in the content: `motif.sign`, `group.sign`, `terrain.item`, or a plain word for motifs, sources,
/// contacts and ways. Kept as text because it is also what a stored answer refers to from one version to the next.
pub type Id = String;
