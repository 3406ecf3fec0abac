//! Advice over the real content, by names and written moments.

use chrono::{NaiveTime, Timelike};
use sentier_core::content::{Orientation, Territory, Urgency};
use sentier_core::orientation::{Advice, Asked, Moment, Step, Voice, advise};

use super::library;

/// A moment written as "2026-11-21 14:05".
pub fn at(text: &str) -> Moment {
    let (day, clock) = text.split_once(' ').unwrap();
    let clock: NaiveTime = format!("{clock}:00").parse().unwrap();
    let part = |number: u32| u16::try_from(number).unwrap();
    Moment::new(day.parse().unwrap(), part(clock.hour()), part(clock.minute())).unwrap()
}

/// Where to go now, of the repository.
pub fn orientation() -> &'static Orientation {
    library().orientation()
}

/// A territory; none for an empty name.
pub fn place(id: &str) -> Option<&'static Territory> {
    (!id.is_empty()).then(|| orientation().territory(id).unwrap())
}

/// An exit at a level, in a territory, at a moment, by voice.
pub fn asked(level: Urgency, way: &str, territory: &str, moment: &str) -> Asked<'static> {
    let (way, territory) = (library().way(way).unwrap(), place(territory));
    Asked { level, way, motifs: &[], age: None, territory, moment: at(moment), voice: Voice::Spoken }
}

/// The ways of an advice, in their order.
pub fn ways(advice: &Advice<'_>) -> Vec<String> {
    advice.steps.iter().map(|step| step.way.id.clone()).collect()
}

/// The ways that the advice names.
pub fn said(level: Urgency, way: &str, territory: &str, moment: &str) -> Vec<String> {
    ways(&advise(library(), &asked(level, way, territory, moment)))
}

/// The contact of a step, or nothing.
pub fn contact<'a>(step: &Step<'a>) -> &'a str {
    step.way.contact.as_deref().unwrap_or_default()
}

/// A moment of every period, of every kind of day.
pub const MOMENTS: [&str; 12] = [
    "2026-11-24 10:00",
    "2026-11-24 03:00",
    "2026-11-24 21:00",
    "2026-11-21 10:00",
    "2026-11-21 14:05",
    "2026-11-22 10:00",
    "2026-04-03 10:00",
    "2026-04-04 14:00",
    "2026-04-06 10:00",
    "2026-05-15 10:00",
    "2026-12-25 22:00",
    "2026-12-26 10:00",
];

/// One territory of each kind, and none: territories that differ by nothing but their name are one.
pub fn kinds() -> Vec<Option<&'static Territory>> {
    let mut kinds: Vec<Option<&Territory>> = vec![None];
    for territory in &orientation().territories {
        let key = |other: &Territory| (other.zone.clone(), other.holidays.clone(), other.instead.clone());
        if !kinds.iter().flatten().any(|known| key(known) == key(territory)) {
            kinds.push(Some(territory));
        }
    }
    kinds
}

/// Every exit at every level, in every kind of territory, at every kind of hour, by both voices.
pub fn each(mut check: impl FnMut(&Asked<'static>, &Advice<'static>)) {
    let every_kind = kinds();
    for way in &library().draft().ways {
        for level in Urgency::MOST_URGENT_FIRST {
            for territory in &every_kind {
                for moment in MOMENTS {
                    for voice in [Voice::Spoken, Voice::Silent] {
                        let territory = *territory;
                        let asked = Asked { level, way, motifs: &[], age: None, territory, moment: at(moment), voice };
                        check(&asked, &advise(library(), &asked));
                    }
                }
            }
        }
    }
}

/// Where a contact stands in an advice.
pub fn place_of(advice: &Advice<'_>, wanted: &str) -> Option<usize> {
    advice.steps.iter().position(|step| contact(step) == wanted)
}
