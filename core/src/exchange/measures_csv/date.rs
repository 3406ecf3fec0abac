//! Days and hours as files write them.

use chrono::NaiveDate;

use crate::content::DayForm;

/// The first letters of the months in English, as devices write them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The first year of which anybody has values.
const FIRST_YEAR: i32 = 1900;

/// A day in one form, and what stands behind it.
pub(super) fn day(form: DayForm, text: &str) -> Option<(NaiveDate, &str)> {
    match form {
        DayForm::YearFirst => {
            let (day, rest) = text.split_once([' ', 'T']).unwrap_or((text, ""));
            let mut parts = day.split('-').map(number);
            let [year, month, day] = [parts.next()??, parts.next()??, parts.next()??];
            parts.next().is_none().then_some(())?;
            Some((of(year, month, day)?, rest))
        }
        DayForm::MonthWord => {
            let mut words = text.splitn(4, ' ');
            let word = words.next()?.to_ascii_lowercase();
            let month = MONTHS.iter().position(|known| word.get(..3) == Some(*known))?;
            let day = number(words.next()?.trim_end_matches(','))?;
            let year = number(words.next()?)?;
            Some((of(year, u32::try_from(month).ok()?.checked_add(1)?, day)?, words.next().unwrap_or_default()))
        }
    }
}

/// A day as a French spreadsheet writes it, "21/11/2026", or as a program does, "2026-11-21".
pub(super) fn french(text: &str) -> Option<NaiveDate> {
    if text.contains('-') {
        return day(DayForm::YearFirst, text).map(|(day, _)| day);
    }
    let (text, _) = text.split_once(' ').unwrap_or((text, ""));
    let mut parts = text.split('/').map(number);
    let [day, month, year] = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(())?;
    of(year, month, day)
}

/// Minutes after midnight: "08:12", "08:12:30", "8:12 PM"; none where it is no hour.
pub(super) fn minute(text: &str) -> Option<u32> {
    let text = text.trim().to_ascii_lowercase();
    let half = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(clock), _) => Some((clock, 0)),
        (_, Some(clock)) => Some((clock, 12)),
        _ => None,
    };
    let (clock, later) = half.unwrap_or((&text, 0));
    let mut parts = clock.trim().split(':').map(number);
    let (hour, minute) = (parts.next()??, parts.next()??);
    let hour = if half.is_some() { hour.checked_rem(12)?.checked_add(later)? } else { hour };
    (hour < 24 && minute < 60).then(|| hour.saturating_mul(60).saturating_add(minute))
}

fn of(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| *year >= FIRST_YEAR)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

fn number(text: &str) -> Option<u32> {
    let is_short = (1..=4).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    is_short.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{day, french, minute};
    use crate::content::DayForm::{MonthWord, YearFirst};

    #[test]
    fn days_are_read_in_their_form_alone() {
        let said = |form, text| day(form, text).map(|(day, rest)| format!("{day} {rest}"));
        assert_eq!(said(YearFirst, "2026-09-30 07:12:45").as_deref(), Some("2026-09-30 07:12:45"));
        assert_eq!(said(YearFirst, "2026-02-28").as_deref(), Some("2026-02-28 "));
        assert_eq!(said(MonthWord, "Jan 6 2025").as_deref(), Some("2025-01-06 "));
        assert_eq!(said(MonthWord, "Sept 30, 2025").as_deref(), Some("2025-09-30 "));
        for text in
            ["", "2026-02-29", "0000-01-01", "1899-12-31", "99999-01-01", "2026-1-1-1", "Jan 6 2025", "06/01/2025"]
        {
            assert_eq!(said(YearFirst, text), None, "{text}");
        }
        for text in ["", "Janvier", "Jan 32 2025", "é 1 2025", "Ja", "2026-09-30", "Feb 29 2025", "Jan 6 0"] {
            assert_eq!(said(MonthWord, text), None, "{text}");
        }
    }

    #[test]
    fn a_french_day_has_its_day_first() {
        let said = |text| french(text).map(|day| day.to_string());
        assert_eq!(said("03/11/2026").as_deref(), Some("2026-11-03"));
        assert_eq!(said("2026-11-03").as_deref(), Some("2026-11-03"));
        assert_eq!(said("03/11/2026 00:00").as_deref(), Some("2026-11-03"));
        for text in ["11/21/2026", "3/11", "3/11/26", "31/02/2026", "//", "1/1/1/2026", "-", "٣/1/2026"] {
            assert_eq!(said(text), None, "{text}");
        }
    }

    #[test]
    fn hours_are_read_with_and_without_halves() {
        for (text, expected) in
            [("08:12", 492), ("23:59:59", 1439), ("12:00 AM", 0), ("12:30 pm", 750), ("8:12PM", 1212)]
        {
            assert_eq!(minute(text), Some(expected), "{text}");
        }
        for text in ["", "24:00", "12:60", "8", "x", "8:"] {
            assert_eq!(minute(text), None, "{text}");
        }
    }
}
