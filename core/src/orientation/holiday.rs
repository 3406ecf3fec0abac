//! Public holidays: Easter is computed, the rest is content.

use chrono::{Datelike, Days, NaiveDate};

use crate::content::{Holiday, HolidayDate, Orientation, Territory};

/// Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher's computus).
#[must_use]
#[allow(clippy::arithmetic_side_effects, reason = "a year below 65 536 stays far from the bounds of i32")]
pub fn easter(year: u16) -> Option<NaiveDate> {
    let year = i32::from(year);
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31).ok()? + 1)
}

impl Holiday {
    /// The day of this holiday in a year; none where that year lacks it.
    #[must_use]
    pub fn in_year(&self, year: u16) -> Option<NaiveDate> {
        match self.date {
            HolidayDate::Fixed(month, day) => NaiveDate::from_ymd_opt(i32::from(year), month, day),
            HolidayDate::AfterEaster(days) => {
                let distance = Days::new(days.unsigned_abs());
                let easter = easter(year)?;
                if days < 0 { easter.checked_sub_days(distance) } else { easter.checked_add_days(distance) }
            }
        }
    }
}

/// The public holiday of a day, in a territory or, without one, everywhere.
#[must_use]
pub fn holiday_on<'a>(
    orientation: &'a Orientation,
    territory: Option<&Territory>,
    day: NaiveDate,
) -> Option<&'a Holiday> {
    let year = u16::try_from(day.year()).ok()?;
    let is_kept = |holiday: &Holiday| {
        holiday.is_everywhere || territory.is_some_and(|territory| territory.holidays.contains(&holiday.id))
    };
    orientation.holidays.iter().find(|holiday| is_kept(holiday) && holiday.in_year(year) == Some(day))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use chrono::{Datelike, NaiveDate, Weekday};

    use super::easter;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Days that calendars have printed.
    #[test]
    fn easter_is_on_its_known_days() {
        let known = ["1818-03-22", "1943-04-25", "1954-04-18", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31"];
        let coming = ["2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13"];
        let later = ["2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2038-04-25"];
        for text in known.iter().chain(&coming).chain(&later) {
            let day = day(text);
            assert_eq!(easter(u16::try_from(day.year()).unwrap()), Some(day));
        }
    }

    #[test]
    fn easter_is_a_sunday_between_22_march_and_25_april() {
        for year in 1583..=4099_u16 {
            let easter = easter(year).unwrap();
            assert_eq!(easter.weekday(), Weekday::Sun, "{easter}");
            assert!(matches!((easter.month(), easter.day()), (3, 22..) | (4, ..=25)), "{easter}");
        }
    }

    /// The calendar repeats after 5 700 000 years; within it, Easter is the first Sunday after the ecclesiastical full
    /// moon, so two Easters are 50, 51, 54 or 55 weeks apart.
    #[test]
    fn easter_moves_by_whole_weeks() {
        for year in 1583..4099_u16 {
            let apart = easter(year.saturating_add(1)).unwrap() - easter(year).unwrap();
            assert!([350, 357, 378, 385].contains(&apart.num_days()), "{year}: {apart}");
        }
    }
}
