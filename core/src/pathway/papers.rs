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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{Ending, ending};
    use crate::content::Period;
    use crate::pathway::Document;
    use chrono::NaiveDate;

    #[test]
    fn a_paper_is_spoken_of_from_sixty_days_before_its_last_day() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let after = |days: i32| Period::days(days).after(today);
        let paper = |until| Document { event: 1, paper: "ordonnance".to_owned(), place: String::new(), until, of: today };
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
}
