//! Days in French words.

use chrono::{Datelike, NaiveDate};
use sentier_core::orientation::Moment;
use sentier_core::pathway::Precision;
use sentier_core::pathway::dates::DateError;

use crate::text::text;

/// "21 novembre 2026", "1er mai 2026".
pub fn long(day: NaiveDate) -> String {
    format!("{} {}", short(day), day.year())
}

/// "lundi 23 novembre": a day that is near.
pub fn near(day: NaiveDate) -> String {
    format!("{} {}", weekday(day), short(day))
}

/// "samedi 14 h 05".
pub fn clock(moment: Moment) -> String {
    let (hour, minute) = moment.clock();
    format!("{} {hour}{}{minute:02}", weekday(moment.day()), text().hour_mark)
}

/// "novembre 2026".
pub fn month_year(day: NaiveDate) -> String {
    format!("{} {}", month(day), day.year())
}

/// A day as exactly as it is known: "mars 2019", "2019".
pub fn about(day: NaiveDate, precision: Option<Precision>) -> String {
    match precision {
        None => long(day),
        Some(Precision::Month) => month_year(day),
        Some(Precision::Year) => day.year().to_string(),
    }
}

/// What to do about a day that was not understood.
pub fn problem(error: DateError) -> &'static str {
    let t = text();
    match error {
        DateError::NotADay => t.date_not_a_day,
        DateError::Impossible => t.date_impossible,
        DateError::ShortYear => t.date_short_year,
        DateError::OtherCalendar => t.date_other_calendar,
    }
}

fn short(day: NaiveDate) -> String {
    let number = if day.day() == 1 { text().date_first.to_owned() } else { day.day().to_string() };
    format!("{number}\u{a0}{}", month(day))
}

fn weekday(day: NaiveDate) -> &'static str {
    let place = usize::try_from(day.weekday().num_days_from_monday()).ok();
    place.and_then(|place| text().go_weekdays.split(' ').nth(place)).unwrap_or_default()
}

fn month(day: NaiveDate) -> &'static str {
    let names = text().months.split(' ');
    usize::try_from(day.month0()).ok().and_then(|place| names.into_iter().nth(place)).unwrap_or_default()
}
