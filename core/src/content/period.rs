//! Lengths of time as people and recommendations count them: in days, weeks, months and years.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A length of time: whole months, then whole days. A year is twelve months, a week seven days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    months: i32,
    days: i32,
}

/// Days in a month, where a length must be compared with another: the mean of the Gregorian calendar, rounded.
const DAYS_IN_A_MONTH: i32 = 30;

impl Period {
    /// So many days.
    #[must_use]
    pub const fn days(days: i32) -> Self {
        Self { months: 0, days }
    }

    /// So many months.
    #[must_use]
    pub const fn months(months: i32) -> Self {
        Self { months, days: 0 }
    }

    /// A period as written in content: a number, with a sign or without, and `d`, `w`, `m` or `y`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let unit = text.chars().last()?;
        let number: i32 = text.strip_suffix(unit)?.parse().ok()?;
        match unit {
            'd' => Some(Self::days(number)),
            'w' => Some(Self::days(number.checked_mul(7)?)),
            'm' => Some(Self::months(number)),
            'y' => Some(Self::months(number.checked_mul(12)?)),
            _ => None,
        }
    }

    /// The day so long after another. A month that has no such day ends on its last: who was born on 29 February has
    /// their birthday on the 28th in common years. Days beyond the calendar stay at its ends.
    #[must_use]
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        let months = Months::new(self.months.unsigned_abs());
        let moved = if self.months < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) };
        let end = if self.months < 0 || self.days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        let days = Days::new(u64::from(self.days.unsigned_abs()));
        let moved = moved
            .and_then(|moved| if self.days < 0 { moved.checked_sub_days(days) } else { moved.checked_add_days(days) });
        moved.unwrap_or(end)
    }

    /// The day so long before another.
    #[must_use]
    pub fn before(self, day: NaiveDate) -> NaiveDate {
        Self { months: self.months.saturating_neg(), days: self.days.saturating_neg() }.after(day)
    }

    /// About how many days it has, to compare it with another.
    #[must_use]
    pub fn about_days(self) -> i32 {
        self.months.saturating_mul(DAYS_IN_A_MONTH).saturating_add(self.days)
    }

    /// Its whole months, and the days beyond them.
    #[must_use]
    pub fn parts(self) -> (i32, i32) {
        (self.months, self.days)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::Period;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn it_reads_what_content_writes() {
        assert_eq!(Period::parse("14d"), Some(Period::days(14)));
        assert_eq!(Period::parse("2w"), Some(Period::days(14)));
        assert_eq!(Period::parse("-1m"), Some(Period::months(-1)));
        assert_eq!(Period::parse("50y"), Some(Period::months(600)));
        for bad in ["", "d", "50", "3 m", "1.5y", "y3", "99999999999d"] {
            assert_eq!(Period::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_birthday_on_29_february_is_on_the_28th_in_common_years() {
        let born = day("2024-02-29");
        assert_eq!(Period::months(12).after(born), day("2025-02-28"));
        assert_eq!(Period::months(48).after(born), day("2028-02-29"));
    }

    #[test]
    fn the_end_of_a_month_stays_at_the_end() {
        assert_eq!(Period::months(1).after(day("2026-01-31")), day("2026-02-28"));
        assert_eq!(Period::months(1).before(day("2026-03-31")), day("2026-02-28"));
    }

    #[test]
    fn the_calendar_has_ends() {
        assert_eq!(Period::months(i32::MAX).after(day("2026-01-01")), NaiveDate::MAX);
        assert_eq!(Period::days(i32::MIN).after(day("2026-01-01")), NaiveDate::MIN);
    }
}
