//! When practices are open: public holidays, the periods of duty, the hours of numbers.

use serde::{Deserialize, Serialize};

use super::{Id, Reading};

/// A public holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// A plain word.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// When it is.
    pub date: HolidayDate,
    /// Whether it is one in every territory.
    pub is_everywhere: bool,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// When a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HolidayDate {
    /// Each year on this month and day.
    Fixed(u32, u32),
    /// So many days after Easter Sunday.
    AfterEaster(i64),
}

/// Where the periods of a day begin and end, in minutes after midnight: `from` in, end out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The night ends and the day begins.
    pub day: u16,
    /// The Saturday on duty begins.
    pub saturday: u16,
    /// The day ends and the evening begins.
    pub evening: u16,
}

/// Which period of duty a moment belongs to (code de la santé publique, R. 6315-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// Monday to Friday, and Saturday morning.
    OfficeHours,
    /// Saturday afternoon.
    SaturdayAfternoon,
    /// Sunday, by day.
    Sunday,
    /// A public holiday, by day.
    Holiday,
    /// A working day between a holiday and a weekend: some practices close.
    Bridge,
    /// Any day, until midnight.
    Evening,
    /// Any day, from midnight on.
    Night,
}

impl Duty {
    /// Every period.
    pub const ALL: [Self; 7] = [
        Self::OfficeHours,
        Self::SaturdayAfternoon,
        Self::Sunday,
        Self::Holiday,
        Self::Bridge,
        Self::Evening,
        Self::Night,
    ];

    /// The word used for this period in content files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OfficeHours => "office-hours",
            Self::SaturdayAfternoon => "saturday-afternoon",
            Self::Sunday => "sunday",
            Self::Holiday => "holiday",
            Self::Bridge => "bridge",
            Self::Evening => "evening",
            Self::Night => "night",
        }
    }
}

/// What a period says to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyWords {
    /// Which period.
    pub duty: Duty,
    /// What is usually open or closed, to stand after the day and hour.
    pub said: String,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// The hours of a contact, which are those of Paris.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which contact.
    pub contact: Id,
    /// On which days it answers.
    pub days: Days,
    /// When it begins to answer, in minutes after midnight.
    pub from: u16,
    /// When it ends; before `from` where that is after midnight.
    pub until: u16,
    /// How far its source was read.
    pub reading: Reading,
}

/// The days of a week on which a contact answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Days {
    /// All of them.
    #[default]
    EveryDay,
    /// All but Sunday.
    MondayToSaturday,
    /// The working days.
    MondayToFriday,
}
