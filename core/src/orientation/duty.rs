//! Whether practices are usually open at a moment, or somebody is on duty instead.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::content::{Duty, Orientation, Professional, Territory};

use super::{Moment, holiday_on};

/// How many days ahead an opening is looked for: longer than any row of holidays.
const LOOK_AHEAD: u64 = 14;

/// The period of duty of a local moment: `hours.day` and `hours.evening` belong to what they begin.
#[must_use]
pub fn duty_at(orientation: &Orientation, territory: Option<&Territory>, moment: Moment) -> Duty {
    let (hours, minute, day) = (orientation.hours, moment.minute(), moment.day());
    if minute < hours.day {
        Duty::Night
    } else if minute >= hours.evening {
        Duty::Evening
    } else if holiday_on(orientation, territory, day).is_some() {
        Duty::Holiday
    } else if day.weekday() == Weekday::Sun {
        Duty::Sunday
    } else if day.weekday() == Weekday::Sat && minute >= hours.saturday {
        Duty::SaturdayAfternoon
    } else if is_bridge(orientation, territory, day) {
        Duty::Bridge
    } else {
        Duty::OfficeHours
    }
}

/// A Monday before a holiday, a Friday after one, a Saturday after one or after such a Friday
/// (code de la santé publique, R. 6315-1).
fn is_bridge(orientation: &Orientation, territory: Option<&Territory>, day: NaiveDate) -> bool {
    let is_holiday = |day: Option<NaiveDate>| day.is_some_and(|day| holiday_on(orientation, territory, day).is_some());
    let before = |days| day.checked_sub_days(Days::new(days));
    match day.weekday() {
        Weekday::Mon => is_holiday(day.succ_opt()),
        Weekday::Fri => is_holiday(before(1)),
        Weekday::Sat => is_holiday(before(1)) || is_holiday(before(2)),
        _ => false,
    }
}

/// The day on which a professional who is closed now opens again; today where that is later today.
#[must_use]
pub fn next_open_day(
    orientation: &Orientation,
    territory: Option<&Territory>,
    moment: Moment,
    professional: &Professional,
) -> Option<NaiveDate> {
    let opening = |ahead| Some(Moment::of(moment.day().checked_add_days(Days::new(ahead))?, orientation.hours.day));
    let is_open = |at: &Moment| !professional.closed.contains(&duty_at(orientation, territory, *at));
    let is_to_come = |at: &Moment| at.day() > moment.day() || at.minute() > moment.minute();
    (0..=LOOK_AHEAD).filter_map(opening).filter(is_to_come).find(is_open).map(Moment::day)
}
