//! What a person says of who they are, checked before it is noted: a slip in a day of birth would move every other day.
//!
//! The limits are the product's own. They let through whatever can be, and refuse what can only be a slip.

use chrono::NaiveDate;

use crate::content::Period;

use super::Pregnancy;
use super::person::WEEKS_AT_TERM;

/// In France one person is known to have been older; a wrong century is far more frequent.
const MOST_YEARS: i32 = 120;

/// At week 0, from which a pregnancy is dated, 41 weeks are ahead; two more, as days expected are counted in several ways.
const MOST_WEEKS_AHEAD: i32 = WEEKS_AT_TERM + 2;

/// A pregnancy is taken to last at most two weeks longer than expected; one more, for whoever notes it late.
const MOST_WEEKS_PAST: i32 = 3;

/// Why a day cannot be that of a birth, of a pregnancy or of a death.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityError {
    /// A birth in the future.
    BirthToCome,
    /// Somebody older than people become.
    TooOld,
    /// A child expected later than a pregnancy can last.
    DueTooFar,
    /// A child expected so long ago that the pregnancy is over.
    DuePast,
    /// A pregnancy that ended before it began.
    EndBeforeStart,
    /// A pregnancy that lasted longer than one can.
    EndTooLate,
    /// A pregnancy that ends in the future: that is the day expected.
    EndToCome,
    /// A death before the birth.
    DeathBeforeBirth,
    /// A death in the future.
    DeathToCome,
}

/// The day of birth of somebody who lives.
///
/// # Errors
/// [`IdentityError::BirthToCome`], [`IdentityError::TooOld`].
pub fn birth(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, IdentityError> {
    let too_old = Period::months(12_i32.saturating_mul(MOST_YEARS.saturating_add(1))).after(day);
    if today < day {
        Err(IdentityError::BirthToCome)
    } else if too_old <= today {
        Err(IdentityError::TooOld)
    } else {
        Ok(day)
    }
}

/// The day on which a child is expected, as seen on a day of the pregnancy or on that of its end.
///
/// # Errors
/// [`IdentityError::DueTooFar`], [`IdentityError::DuePast`].
pub fn due(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, IdentityError> {
    if weeks(MOST_WEEKS_AHEAD).after(today) < day {
        Err(IdentityError::DueTooFar)
    } else if weeks(MOST_WEEKS_PAST).after(day) < today {
        Err(IdentityError::DuePast)
    } else {
        Ok(day)
    }
}

/// The day on which a pregnancy ended.
///
/// # Errors
/// [`IdentityError::EndBeforeStart`], [`IdentityError::EndTooLate`], [`IdentityError::EndToCome`].
pub fn pregnancy_end(pregnancy: Pregnancy, day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, IdentityError> {
    if today < day {
        Err(IdentityError::EndToCome)
    } else if day < pregnancy.week_zero() {
        Err(IdentityError::EndBeforeStart)
    } else if weeks(MOST_WEEKS_PAST).after(pregnancy.due) < day {
        Err(IdentityError::EndTooLate)
    } else {
        Ok(day)
    }
}

/// The day of a death.
///
/// # Errors
/// [`IdentityError::DeathBeforeBirth`], [`IdentityError::DeathToCome`].
pub fn death(birth: Option<NaiveDate>, day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, IdentityError> {
    if today < day {
        Err(IdentityError::DeathToCome)
    } else if birth.is_some_and(|birth| day < birth) {
        Err(IdentityError::DeathBeforeBirth)
    } else {
        Ok(day)
    }
}

fn weeks(count: i32) -> Period {
    Period::days(count.saturating_mul(7))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{IdentityError, birth, death, due, pregnancy_end};
    use crate::content::Period;
    use crate::pathway::Pregnancy;
    use chrono::NaiveDate;

    const TODAY: &str = "2026-11-21";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn from_today(days: i32) -> NaiveDate {
        Period::days(days).after(day(TODAY))
    }

    #[test]
    fn a_birth_is_past_and_not_too_long_ago() {
        let today = day(TODAY);
        for good in [TODAY, "2026-11-20", "1974-05-03", "1905-11-22"] {
            assert_eq!(birth(day(good), today), Ok(day(good)), "{good}");
        }
        assert_eq!(birth(day("2026-11-22"), today), Err(IdentityError::BirthToCome));
        // The 121st birthday.
        assert_eq!(birth(day("1905-11-21"), today), Err(IdentityError::TooOld));
        assert_eq!(birth(day("1890-01-01"), today), Err(IdentityError::TooOld));
    }

    #[test]
    fn a_pregnancy_of_sixty_weeks_is_a_slip() {
        let today = day(TODAY);
        for good in [-21, -1, 0, 1, 41 * 7, 43 * 7] {
            assert_eq!(due(from_today(good), today), Ok(from_today(good)), "{good}");
        }
        assert_eq!(due(from_today(43 * 7 + 1), today), Err(IdentityError::DueTooFar));
        assert_eq!(due(from_today(-22), today), Err(IdentityError::DuePast));
        // Week 60 today: expected 19 weeks ago.
        assert_eq!(due(from_today(-19 * 7), today), Err(IdentityError::DuePast));
    }

    #[test]
    fn a_pregnancy_ends_between_its_week_zero_and_three_weeks_after_term() {
        let today = day(TODAY);
        let pregnancy = Pregnancy { due: from_today(-60), ended: None };
        let zero = pregnancy.week_zero();
        let last = Period::days(21).after(pregnancy.due);
        for good in [zero, pregnancy.due, last] {
            assert_eq!(pregnancy_end(pregnancy, good, today), Ok(good));
        }
        assert_eq!(pregnancy_end(pregnancy, Period::days(1).before(zero), today), Err(IdentityError::EndBeforeStart));
        assert_eq!(pregnancy_end(pregnancy, Period::days(1).after(last), today), Err(IdentityError::EndTooLate));
        let lasting = Pregnancy { due: from_today(10), ended: None };
        assert_eq!(pregnancy_end(lasting, today, today), Ok(today));
        assert_eq!(pregnancy_end(lasting, from_today(1), today), Err(IdentityError::EndToCome));
    }

    #[test]
    fn a_death_is_past_and_after_the_birth() {
        let today = day(TODAY);
        let born = Some(day("1974-05-03"));
        for good in ["1974-05-03", TODAY] {
            assert_eq!(death(born, day(good), today), Ok(day(good)));
        }
        assert_eq!(death(None, day("1900-01-01"), today), Ok(day("1900-01-01")));
        assert_eq!(death(born, day("1974-05-02"), today), Err(IdentityError::DeathBeforeBirth));
        assert_eq!(death(born, from_today(1), today), Err(IdentityError::DeathToCome));
    }

    #[test]
    fn the_ends_of_the_calendar_are_refused_and_do_not_panic() {
        for far in [NaiveDate::MIN, NaiveDate::MAX] {
            assert!(birth(far, day(TODAY)).is_err());
            assert!(due(far, day(TODAY)).is_err());
            assert!(pregnancy_end(Pregnancy { due: day(TODAY), ended: None }, far, day(TODAY)).is_err());
        }
    }
}
