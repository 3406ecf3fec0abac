//! When something is made, in the time of the device.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::content::day::day_number;

/// When an export is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// The day for which it is computed what is due.
    #[serde(with = "day_number")]
    pub today: NaiveDate,
    /// The moment, in the time of the device.
    #[serde(with = "to_the_second")]
    pub made: DateTime<FixedOffset>,
}

/// `#[serde(with = "to_the_second")]` for a moment: its seconds since 1970 and how far east its time is.
pub(super) mod to_the_second {
    use chrono::{DateTime, FixedOffset};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(in super::super) fn serialize<S: Serializer>(
        moment: &DateTime<FixedOffset>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        (moment.timestamp(), moment.offset().local_minus_utc()).serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<DateTime<FixedOffset>, D::Error> {
        let (seconds, east) = <(i64, i32)>::deserialize(deserializer)?;
        let moment = DateTime::from_timestamp(seconds, 0).zip(FixedOffset::east_opt(east));
        moment.map(|(moment, zone)| moment.with_timezone(&zone)).ok_or_else(|| D::Error::custom("no such moment"))
    }
}
