//! Papers that no longer hold, or soon will not.

use chrono::NaiveDate;

use crate::content::Period;

use super::Document;

/// So long before its end a paper is spoken of: two months, in which an appointment can be had and a file be renewed.
pub const SOON: Period = Period::days(60);

/// How the end of a paper is to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Its last day is past.
    Over(NaiveDate),
    /// Its last day is within [`SOON`].
    Soon(NaiveDate),
}

/// How the end of a paper is to be told on a day; nothing where it does not end, or not soon.
#[must_use]
pub fn ending(document: &Document, today: NaiveDate) -> Option<Ending> {
    let until = document.until?;
    if until < today {
        Some(Ending::Over(until))
    } else if SOON.before(until) <= today {
        Some(Ending::Soon(until))
    } else {
        None
    }
}

/// Why the days of a paper cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperError {
    /// The day on it is still to come.
    ToCome,
    /// It ends before the day on it.
    EndsBefore,
}

/// Checks the day on a paper and its last one.
///
/// # Errors
/// See [`PaperError`].
pub fn check(of: NaiveDate, until: Option<NaiveDate>, today: NaiveDate) -> Result<(), PaperError> {
    if today < of {
        Err(PaperError::ToCome)
    } else if until.is_some_and(|until| until < of) {
        Err(PaperError::EndsBefore)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{Ending, PaperError, check, ending};
    use crate::content::Period;
    use crate::pathway::Document;
    use chrono::NaiveDate;

    #[test]
    fn a_paper_is_spoken_of_from_sixty_days_before_its_last_day() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let after = |days: i32| Period::days(days).after(today);
        let kind = "ordonnance".to_owned();
        let paper = |until| Document { event: 1, paper: kind.clone(), place: String::new(), until, of: today };
        let yesterday = after(-1);
        for (until, expected) in [
            (None, None),
            (Some(yesterday), Some(Ending::Over(yesterday))),
            (Some(today), Some(Ending::Soon(today))),
            (Some(after(60)), Some(Ending::Soon(after(60)))),
            (Some(after(61)), None),
        ] {
            assert_eq!(ending(&paper(until), today), expected, "{until:?}");
        }
    }

    #[test]
    fn a_paper_was_written_and_ends_afterwards() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let after = |days: i32| Period::days(days).after(today);
        assert_eq!(check(today, None, today), Ok(()));
        assert_eq!(check(today, Some(today), today), Ok(()));
        assert_eq!(check(after(-400), Some(after(-30)), today), Ok(()));
        assert_eq!(check(after(1), None, today), Err(PaperError::ToCome));
        assert_eq!(check(today, Some(after(-1)), today), Err(PaperError::EndsBefore));
    }
}
