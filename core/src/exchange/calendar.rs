//! Days for the calendar of a phone: an iCalendar file (RFC 5545), made on the device and read by any calendar.
//!
//! A second import moves what it brought before: an entry has the same name (UID) in every export, and a higher number
//! (SEQUENCE) in every later one. What is no longer in the file stays in the calendar, for its owner to remove.

mod days;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

pub use days::{Days, Titles, Words};

/// The most entries of one file; a person of twenty pathways has less than two hundred.
pub const MOST_ENTRIES: usize = 1000;

/// The most letters of a title; calendars show far fewer.
const MOST_TITLE: usize = 250;

/// The most letters of what is said below a title.
const MOST_DETAILS: usize = 2000;

/// Octets of one line of the file, its end left out (RFC 5545, 3.1).
const LINE: usize = 75;

/// One day in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name in every export, of which nothing can be read: see [`uid`].
    pub uid: String,
    /// The whole day that it stands on.
    pub day: NaiveDate,
    /// What it is called.
    pub title: String,
    /// What is said below; it may be empty.
    pub details: String,
    /// So many days before, at nine in the morning, the calendar reminds; 0 is the day itself.
    pub reminder: Option<u16>,
}

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// More than [`MOST_ENTRIES`].
    TooMany,
    /// A day before the year 1 or after the year 9998, which the format cannot write.
    NoSuchDay,
}

/// The name of an entry in every export, without anything of what it is: the hash (FNV-1a, 128 bits) of a
/// number that only this device knows, of the person, of the thing and of how often it was done before.
#[must_use]
pub fn uid(secret: u64, person: u32, key: &str, times: usize) -> String {
    let numbers = [secret, u64::from(person), u64::try_from(times).unwrap_or(u64::MAX)];
    let bytes = numbers.iter().flat_map(|number| number.to_le_bytes()).chain(key.bytes());
    format!("{:032x}@sentier", hash(bytes))
}

/// FNV-1a of 128 bits, as its authors publish it.
fn hash(bytes: impl Iterator<Item = u8>) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

/// The file of some entries, made at a moment of UTC; `name` is that of the app, and of the calendar where one shows it.
///
/// # Errors
/// See [`CalendarError`].
pub fn file(name: &str, entries: &[Entry], made: NaiveDateTime) -> Result<String, CalendarError> {
    if entries.len() > MOST_ENTRIES {
        return Err(CalendarError::TooMany);
    }
    let stamp = format!("{}T{}Z", day(made.date())?, made.time().format("%H%M%S"));
    let mut file = Lines::default();
    file.add("BEGIN:VCALENDAR");
    file.add("VERSION:2.0");
    file.add(&format!("PRODID:-//{0}//{0}//FR", name.replace('/', " ")));
    file.add("CALSCALE:GREGORIAN");
    file.add("METHOD:PUBLISH");
    file.add(&format!("X-WR-CALNAME:{}", escaped(name, MOST_TITLE)));
    for entry in entries {
        let next = entry.day.succ_opt().ok_or(CalendarError::NoSuchDay)?;
        file.add("BEGIN:VEVENT");
        file.add(&format!("UID:{}", entry.uid));
        file.add(&format!("DTSTAMP:{stamp}"));
        file.add(&format!("SEQUENCE:{}", sequence(made)));
        file.add(&format!("DTSTART;VALUE=DATE:{}", day(entry.day)?));
        file.add(&format!("DTEND;VALUE=DATE:{}", day(next)?));
        file.add(&format!("SUMMARY:{}", escaped(&entry.title, MOST_TITLE)));
        if !entry.details.is_empty() {
            file.add(&format!("DESCRIPTION:{}", escaped(&entry.details, MOST_DETAILS)));
        }
        file.add("CLASS:PRIVATE");
        // A whole day that is marked does not make the day busy.
        file.add("TRANSP:TRANSPARENT");
        if let Some(days) = entry.reminder {
            file.add("BEGIN:VALARM");
            file.add("ACTION:DISPLAY");
            file.add(&format!("DESCRIPTION:{}", escaped(&entry.title, MOST_TITLE)));
            file.add(&trigger(days));
            file.add("END:VALARM");
        }
        file.add("END:VEVENT");
    }
    file.add("END:VCALENDAR");
    Ok(file.text)
}

/// The number of an export, higher in each later one: minutes since 2020. Zero before.
fn sequence(made: NaiveDateTime) -> u32 {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    let minutes = first.map_or(0, |first| made.signed_duration_since(first).num_minutes());
    u32::try_from(minutes.clamp(0, i64::from(i32::MAX))).unwrap_or(0)
}

/// At nine in the morning, so many days before; counted from the first minute of the day of the entry.
fn trigger(days: u16) -> String {
    match u32::from(days).saturating_mul(24).checked_sub(9) {
        Some(hours) => format!("TRIGGER:-PT{hours}H"),
        None => "TRIGGER:PT9H".to_owned(),
    }
}

/// "20261123".
fn day(day: NaiveDate) -> Result<String, CalendarError> {
    if !(1..=9999).contains(&day.year()) {
        return Err(CalendarError::NoSuchDay);
    }
    Ok(format!("{:04}{:02}{:02}", day.year(), day.month(), day.day()))
}

/// A text as the format writes it (RFC 5545, 3.3.11), with at most so many letters; signs that control are left out.
fn escaped(text: &str, most: usize) -> String {
    let mut escaped = String::new();
    for letter in text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).take(most) {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// The lines of a file, each folded where it is too long, and never within a letter.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn add(&mut self, line: &str) {
        let mut room = LINE;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.text.push_str("\r\n ");
                // The space in front counts.
                room = LINE.saturating_sub(1);
            }
            room = room.saturating_sub(letter.len_utf8());
            self.text.push(letter);
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{CalendarError, Entry, LINE, MOST_ENTRIES, file, hash, trigger, uid};
    use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
    use proptest::prelude::*;

    fn made() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(7, 5, 9).unwrap()
    }

    fn entry(title: &str, details: &str, day: NaiveDate) -> Entry {
        let [title, details] = [title, details].map(str::to_owned);
        Entry { uid: uid(1, 2, "a", 0), day, title, details, reminder: None }
    }

    /// What stands in the file for a property, unfolded and with its escapes undone.
    fn value(file: &str, name: &str) -> Option<String> {
        let unfolded = file.replace("\r\n ", "");
        let escaped = unfolded.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?.to_owned();
        let (mut text, mut letters) = (String::new(), escaped.chars());
        while let Some(letter) = letters.next() {
            match (letter, letter == '\\') {
                (_, true) => text.push(letters.next().map(|next| if next == 'n' { '\n' } else { next })?),
                // The format separates with these.
                (',' | ';', false) => return None,
                (other, false) => text.push(other),
            }
        }
        Some(text)
    }

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(hash(b"a".iter().copied()), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
        let all = [uid(1, 2, "a", 0), uid(2, 2, "a", 0), uid(1, 3, "a", 0), uid(1, 2, "b", 0), uid(1, 2, "a", 1)];
        assert!(all.iter().enumerate().all(|(at, one)| all.iter().skip(at + 1).all(|other| one != other)));
        assert_eq!(uid(1, 2, "a", 0), all[0]);
    }

    #[test]
    fn a_later_file_has_a_higher_number() {
        let number = |made: NaiveDateTime| -> u32 {
            let text = file("S", &[entry("a", "", made.date())], made).unwrap();
            value(&text, "SEQUENCE").unwrap().parse().unwrap()
        };
        assert_eq!(number(made() + TimeDelta::minutes(1)), number(made()) + 1);
        assert_eq!(number(made() - TimeDelta::days(20_000)), 0);
    }

    #[test]
    fn a_reminder_rings_at_nine_in_the_morning() {
        for (days, expected) in [(0, "PT9H"), (1, "-PT15H"), (7, "-PT159H"), (u16::MAX, "-PT1572831H")] {
            assert_eq!(trigger(days), format!("TRIGGER:{expected}"));
        }
    }

    #[test]
    fn what_the_format_cannot_write_is_refused() {
        let on = |day| file("S", &[entry("a", "", day)], made()).map(|_| ());
        let end = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();
        for (day, expected) in [
            (NaiveDate::MIN, Err(CalendarError::NoSuchDay)),
            (NaiveDate::MAX, Err(CalendarError::NoSuchDay)),
            (end, Err(CalendarError::NoSuchDay)),
            (end.checked_sub_days(Days::new(1)).unwrap(), Ok(())),
            (NaiveDate::from_ymd_opt(0, 12, 31).unwrap(), Err(CalendarError::NoSuchDay)),
            (NaiveDate::from_ymd_opt(1, 1, 1).unwrap(), Ok(())),
        ] {
            assert_eq!(on(day), expected, "{day}");
        }
        assert_eq!(file("S", &[], NaiveDateTime::MAX), Err(CalendarError::NoSuchDay));
        let many = vec![entry("a", "", made().date()); MOST_ENTRIES + 1];
        assert_eq!(file("S", &many, made()), Err(CalendarError::TooMany));
    }

    proptest! {
        #[test]
        fn any_words_come_back_and_no_line_is_too_long(title in ".{0,250}", details in "(.|\n|[é,;]){1,400}") {
            let text = file("Sentier", &[entry(&title, &details, made().date())], made()).unwrap();
            let clean = |text: &str| text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect::<String>();
            prop_assert_eq!(value(&text, "SUMMARY"), Some(clean(&title)));
            prop_assert_eq!(value(&text, "DESCRIPTION").unwrap_or_default(), clean(&details));
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LINE && !line.contains(['\r', '\n'])));
            prop_assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 1);
        }
    }
}
