//! A local day and hour, as the person's clock shows it.

use chrono::{Datelike, NaiveDate, Weekday};

/// A local day and hour, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    day: NaiveDate,
    minute: u16,
}

impl Moment {
    /// The moment of a clock; none where the hour is above 23 or the minute above 59.
    #[must_use]
    pub fn new(day: NaiveDate, hour: u16, minute: u16) -> Option<Self> {
        let minute = hour.checked_mul(60)?.checked_add(minute).filter(|_| hour < 24 && minute < 60)?;
        Some(Self { day, minute })
    }

    /// The day.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.day
    }

    /// Minutes after midnight, 0 to 1439.
    #[must_use]
    pub fn minute(self) -> u16 {
        self.minute
    }

    /// The hour and the minute, as a clock shows them.
    #[must_use]
    pub fn clock(self) -> (u16, u16) {
        (self.minute / 60, self.minute % 60)
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.day.weekday()
    }

    /// Another minute of the same day or of another one.
    pub(super) fn of(day: NaiveDate, minute: u16) -> Self {
        Self { day, minute }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use chrono::NaiveDate;

    use super::Moment;

    #[test]
    fn only_the_hours_of_a_day_are_moments() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        for (hour, minute, whole) in [(0, 0, 0), (11, 59, 719), (23, 59, 1439)] {
            let moment = Moment::new(day, hour, minute).unwrap();
            assert_eq!((moment.minute(), moment.clock()), (whole, (hour, minute)));
        }
        for (hour, minute) in [(24, 0), (12, 60), (u16::MAX, 0), (0, u16::MAX)] {
            assert_eq!(Moment::new(day, hour, minute), None);
        }
    }
}
