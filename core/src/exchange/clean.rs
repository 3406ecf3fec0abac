//! Text and days from elsewhere: what is kept of them. Text stays text, whatever it looks like.

use chrono::NaiveDate;

/// The most letters of a name or a note that are kept.
pub const MOST_LETTERS: usize = 300;

/// The years that a record can speak of, both included.
pub const YEARS: [i32; 2] = [1850, 2200];

/// Why a day is none that can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayError {
    /// It is not written as a day.
    NotADay,
    /// Only the year or the month is given.
    Incomplete,
    /// It is outside [`YEARS`], or does not exist.
    Impossible,
}

/// A text as it can be shown and kept, and whether it stayed as it was: letters that steer the display are left out, as
/// are those beyond [`MOST_LETTERS`]. Spaces at both ends do not count.
#[must_use]
pub fn text(raw: &str) -> (String, bool) {
    let raw = raw.trim();
    let kept: String = raw.chars().filter(|letter| !steers(*letter)).take(MOST_LETTERS).collect();
    let is_whole = kept == raw;
    (kept.trim().to_owned(), is_whole)
}

/// Whether a letter is none: a control character, or one that turns or hides the letters around it.
pub(super) fn steers(letter: char) -> bool {
    let turns = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_mark = matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    (letter.is_control() && !matches!(letter, '\n' | '\t')) || turns || is_mark
}

/// The day in "2026-11-21", or at the start of "2026-11-21T08:30:00+01:00".
///
/// # Errors
/// See [`DayError`].
pub fn day(raw: &str) -> Result<NaiveDate, DayError> {
    let date = raw.split_once('T').map_or(raw, |(date, _)| date);
    let mut parts = date.split('-');
    let mut number = |length: usize| -> Result<Option<u32>, DayError> {
        let Some(part) = parts.next() else { return Ok(None) };
        let is_number = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| is_number).map(Some).ok_or(DayError::NotADay)
    };
    let (year, month, on) = (number(4)?.ok_or(DayError::NotADay)?, number(2)?, number(2)?);
    if parts.next().is_some() {
        return Err(DayError::NotADay);
    }
    let year = i32::try_from(year).map_err(|_| DayError::Impossible)?;
    let [first, last] = YEARS;
    if year < first || last < year {
        return Err(DayError::Impossible);
    }
    let (Some(month), Some(on)) = (month, on) else { return Err(DayError::Incomplete) };
    NaiveDate::from_ymd_opt(year, month, on).ok_or(DayError::Impossible)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{DayError, MOST_LETTERS, day, text};
    use chrono::NaiveDate;
    use proptest::prelude::*;

    #[test]
    fn text_stays_text() {
        let script = "<script>alert('é')</script>";
        assert_eq!(text(script), (script.to_owned(), true));
        assert_eq!(text(" Marie \n"), ("Marie".to_owned(), true));
        assert_eq!(text("Ma\u{0}rie\u{202e}"), ("Marie".to_owned(), false));
        assert_eq!(text(&"é".repeat(1_000_000)), ("é".repeat(MOST_LETTERS), false));
    }

    #[test]
    fn a_day_is_a_day_or_says_why_not() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        for whole in ["2026-11-21", "2026-11-21T23:59:59+01:00", "2026-11-21T00:00:00.000Z"] {
            assert_eq!(day(whole), Ok(expected), "{whole}");
        }
        for part in ["2026", "2026-11"] {
            assert_eq!(day(part), Err(DayError::Incomplete), "{part}");
        }
        for impossible in ["0000-01-01", "9999-12-31", "2026-02-30", "0000", "2026-00-10"] {
            assert_eq!(day(impossible), Err(DayError::Impossible), "{impossible}");
        }
        for other in ["", "21/11/2026", "2026-1-2", "+2026-11-21", "-026-11-21", "2026-11-21-01", "２０２６-11-21", "T"]
        {
            assert_eq!(day(other), Err(DayError::NotADay), "{other}");
        }
    }

    proptest! {
        #[test]
        fn every_day_written_is_read(days in 0..120_000_i64) {
            let on = NaiveDate::from_ymd_opt(1850, 1, 1).unwrap() + chrono::TimeDelta::days(days);
            prop_assert_eq!(day(&on.to_string()), Ok(on));
        }

        #[test]
        fn nothing_written_is_a_panic(raw in ".{0,40}") {
            let _ = day(&raw);
            let (kept, is_whole) = text(&raw);
            prop_assert_eq!(is_whole, kept == raw.trim());
        }
    }
}
