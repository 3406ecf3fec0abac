//! What hosts of a territory add: places that stand beside a general way, open ones first, never in its stead.

use chrono::{Datelike, Days, NaiveDate};

use crate::content::{Contact, Host, Id, LocalPlace, Orientation, System, Territory, Urgency, Weekday};
use crate::order::put_in_order;

use super::{Moment, holiday_on};

/// So many days ahead an opening is looked for.
const LOOK_AHEAD: u64 = 14;

/// A place of a host at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Local<'a> {
    /// Who answers for it.
    pub host: &'a Host,
    /// The place.
    pub place: &'a LocalPlace,
    /// The number to call before one comes.
    pub contact: Option<&'a Contact>,
    /// Whether it is open.
    pub hours: Hours,
}

/// Whether a place is open at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hours {
    /// Open.
    Open,
    /// Nobody said when it is open.
    Unsaid,
    /// Closed.
    Closed {
        /// The day on which it opens again, where one is near.
        again: Option<NaiveDate>,
    },
}

/// The places that stand beside some ways: open ones, then those whose hours nobody said, then closed ones. Nothing at
/// [`Urgency::Emergency`] and above: there nothing stands between a person and the 15.
#[must_use]
pub fn beside<'a>(
    system: &'a System,
    orientation: &Orientation,
    level: Option<Urgency>,
    territory: Option<&Territory>,
    moment: Moment,
    ways: &[&Id],
) -> Vec<Local<'a>> {
    if level.is_some_and(|level| level >= Urgency::Emergency) {
        return Vec::new();
    }
    let stands = |place: &LocalPlace| place.beside.iter().any(|way| ways.contains(&way));
    chosen(system, orientation, territory, moment, &stands)
}

/// The places that are what an entry explains, in the same order.
#[must_use]
pub fn places_of<'a>(
    system: &'a System,
    orientation: &Orientation,
    territory: Option<&Territory>,
    moment: Moment,
    entries: &[&Id],
) -> Vec<Local<'a>> {
    let is_one = |place: &LocalPlace| place.entries.iter().any(|entry| entries.contains(&entry));
    chosen(system, orientation, territory, moment, &is_one)
}

fn chosen<'a>(
    system: &'a System,
    orientation: &Orientation,
    territory: Option<&Territory>,
    moment: Moment,
    is_meant: &dyn Fn(&LocalPlace) -> bool,
) -> Vec<Local<'a>> {
    let Some(territory) = territory else { return Vec::new() };
    let mut found = Vec::new();
    for host in system.hosts_of(&territory.id) {
        for place in host.places.iter().filter(|place| is_meant(place)) {
            let contact = place.contact.as_ref().and_then(|contact| host.contact(contact));
            found.push(Local { host, place, contact, hours: hours_of(place, orientation, territory, moment) });
        }
    }
    put_in_order(&mut found, |local| local.hours);
    found
}

fn hours_of(place: &LocalPlace, orientation: &Orientation, territory: &Territory, moment: Moment) -> Hours {
    if place.open.is_empty() {
        return Hours::Unsaid;
    }
    let today = openings(place, orientation, territory, moment.day());
    if today.iter().any(|(from, until)| (*from..*until).contains(&moment.minute())) {
        return Hours::Open;
    }
    let opens_later = today.iter().any(|(from, _)| *from > moment.minute());
    let days = (1..=LOOK_AHEAD).filter_map(|ahead| moment.day().checked_add_days(Days::new(ahead)));
    let mut days = days.filter(|day| !openings(place, orientation, territory, *day).is_empty());
    Hours::Closed { again: if opens_later { Some(moment.day()) } else { days.next() } }
}

/// From when until when a place is open on a day, in minutes after midnight.
fn openings(place: &LocalPlace, orientation: &Orientation, territory: &Territory, day: NaiveDate) -> Vec<(u16, u16)> {
    if !place.is_open_on_holidays && holiday_on(orientation, Some(territory), day).is_some() {
        return Vec::new();
    }
    let weekday = weekday(day);
    let open = place.open.iter().filter(|open| open.days.contains(&weekday));
    open.map(|open| (open.from, open.until)).collect()
}

fn weekday(day: NaiveDate) -> Weekday {
    match day.weekday() {
        chrono::Weekday::Mon => Weekday::Monday,
        chrono::Weekday::Tue => Weekday::Tuesday,
        chrono::Weekday::Wed => Weekday::Wednesday,
        chrono::Weekday::Thu => Weekday::Thursday,
        chrono::Weekday::Fri => Weekday::Friday,
        chrono::Weekday::Sat => Weekday::Saturday,
        chrono::Weekday::Sun => Weekday::Sunday,
    }
}
