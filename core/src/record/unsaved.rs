//! What no backup has yet: a browser may remove what it keeps, so the person is reminded, seldom and late.

use chrono::{Days, NaiveDate};

use super::Record;

/// So many notes are worth a backup. The product's own figure.
pub const LEAST_NOTES: usize = 10;

/// So many days after the first of them the person is reminded. The product's own figure.
pub const PATIENCE: Days = Days::new(30);

/// Notes that stand on the device alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// How many they are; at least [`LEAST_NOTES`].
    pub count: usize,
    /// The day of the first.
    pub since: NaiveDate,
}

/// What a backup would be good for; nothing where the person need not be reminded. `last` is the number of the last event
/// that was in one, if there ever was one. Examples need no backup.
#[must_use]
pub fn unsaved(record: &Record, last: Option<u64>, today: NaiveDate) -> Option<Unsaved> {
    let is_own = |person| record.person(person).is_some_and(|person| !person.is_example);
    let is_new = |id| last.is_none_or(|last| last < id);
    let new = record.events().iter().filter(|event| is_new(event.id) && is_own(event.person));
    let since = new.clone().map(|event| event.noted).min()?;
    let count = new.count();
    let is_due = since.checked_add_days(PATIENCE).is_some_and(|day| day <= today);
    (is_due && count >= LEAST_NOTES).then_some(Unsaved { count, since })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{LEAST_NOTES, PATIENCE, Unsaved, unsaved};
    use crate::record::{Event, Record, What};
    use chrono::{Days, NaiveDate};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, day).unwrap()
    }

    fn record(is_example: bool, notes: u64) -> Record {
        let named = What::Named { name: "A".to_owned(), is_example };
        let asked = |_| What::Question("?".to_owned());
        let all = std::iter::once(named).chain((1..notes).map(asked));
        Record::of((1..).zip(all).map(|(id, what)| Event { id, person: 1, noted: day(5), what }).collect())
    }

    #[test]
    fn one_is_reminded_of_many_notes_after_long() {
        let (many, few) = (record(false, 10), record(false, 9));
        assert_eq!(LEAST_NOTES, many.events().len());
        let due = day(5) + PATIENCE;
        let said = Some(Unsaved { count: 10, since: day(5) });
        for (record, last, on, expected) in [
            (&many, None, due, said),
            (&many, Some(0), due, said),
            (&many, None, due - Days::new(1), None),
            (&few, None, due, None),
            (&many, Some(1), due, None),
            (&many, Some(u64::MAX), due, None),
            (&Record::default(), None, due, None),
            (&record(true, 10), None, due, None),
        ] {
            assert_eq!(unsaved(record, last, on), expected, "{last:?} {on}");
        }
    }
}
