//! Sheets, shared addresses and calendars, from what came along with a request.

use chrono::{NaiveDate, Timelike};

use crate::content::Library;
use crate::content::pack::{read_start, read_triage};
use crate::orientation::Moment;
use crate::pathway::dashboard;
use crate::record::{Record, Session};
use crate::triage::fresh::cautious;
use crate::triage::{Protocol, walk};

use super::answer::{content, somebody};
use super::calendar::{self, Days, Titles};
use super::message::{Asked, Failure, Occasion, Pack, Shown, TriagePacks};
use super::share::{self, Shareable, Shared};
use super::sheet::{Kind, Orientation, Sheet, consultation, emergency, orientation, prevention};
use super::words::Words;
use crate::record::Event;

/// A sheet.
pub(super) fn sheet(asked: Asked<'_>, words: &Words) -> Result<Sheet, Failure> {
    match asked {
        Asked::Record { kind, care, events, person, left_out, today } => {
            let (content, record) = (content(care)?, Record::of(events));
            let person = somebody(&record, person)?;
            let dashboard = || dashboard(&content, person, today);
            Ok(match kind {
                Kind::Orientation => return Err(Failure::Unfinished),
                Kind::Emergency => emergency(&content, person, &left_out, today, &words.emergency, &words.common),
                Kind::Consultation => consultation(&content, person, &dashboard(), today, &words.care, &words.common),
                Kind::Prevention => prevention(&content, person, &dashboard(), today, &words.care, &words.common),
            })
        }
        Asked::Triage { triage, session, occasion } => of_triage(triage, &session, occasion, words),
    }
}

fn of_triage(packs: TriagePacks<'_>, session: &Session, now: Occasion, words: &Words) -> Result<Sheet, Failure> {
    let start = read_start(packs.start).map_err(|_| Failure::Content)?;
    let library: Library = read_triage(packs.rest, &start).map_err(|_| Failure::Content)?;
    let protocol = Protocol::new(&library, &session.motifs);
    let walk = walk(&protocol, &session.answers);
    let verdict = walk.verdict.clone().ok_or(Failure::Unfinished)?;
    let verdict = cautious(&protocol, verdict, now.today);
    let here = now.made.naive_local();
    let small = |number: u32| u16::try_from(number).unwrap_or_default();
    let moment = Moment::new(here.date(), small(here.hour()), small(here.minute())).ok_or(Failure::Unreadable)?;
    let (protocol, walk, verdict) = (&protocol, &walk, &verdict);
    let asked = Orientation { protocol, doors: &start.doors, session, walk, verdict, moment };
    Ok(orientation(&asked, &words.orientation, &words.common))
}

/// A sheet to be drawn, with what can be done with it.
pub(super) fn shown(sheet: Sheet) -> Shown {
    let (plain, can_be_shared) = (sheet.plain(), Shareable::of(&sheet).is_ok());
    Shown { sheet, plain, can_be_shared, until: String::new() }
}

/// A sheet as the letters of an address.
pub(super) fn letters(sheet: &Sheet, until: NaiveDate, today: NaiveDate) -> Result<String, Failure> {
    Shareable::of(sheet).and_then(|sheet| share::seal(sheet, until, today)).map_err(Failure::Share)
}

/// The sheet that an address carries.
pub(super) fn opened(letters: &str, today: NaiveDate, words: &Words) -> Result<Shown, Failure> {
    let Shared { sheet, until } = share::open(letters, today).map_err(Failure::Share)?;
    Ok(Shown { until: super::sheet::date::long(until, words.common.months), ..shown(sheet) })
}

/// Which days a calendar has, and what can be read in it.
pub(super) struct Wanted<'a> {
    pub care: Pack<'a>,
    pub events: Vec<Event>,
    pub person: u32,
    pub titles: Titles,
    pub only: Option<String>,
}

/// The days of a person as a calendar; only one thing of them where it is named.
pub(super) fn days(wanted: Wanted<'_>, now: Occasion, words: &Words) -> Result<String, Failure> {
    let content = content(wanted.care)?;
    let first = wanted.events.iter().find(|event| event.person == wanted.person);
    let secret = first.map(|event| event.id).unwrap_or_default();
    let record = Record::of(wanted.events);
    let person = somebody(&record, wanted.person)?;
    let dashboard = dashboard(&content, person, now.today);
    let days = Days { care: &content, person, today: now.today, secret, words: &words.calendar, titles: wanted.titles };
    let entries = match wanted.only {
        None => days.all(&dashboard),
        Some(key) => {
            let item = dashboard.items.iter().find(|item| item.key == content.key(&key));
            item.and_then(|item| days.thing(item)).into_iter().collect()
        }
    };
    if entries.is_empty() {
        return Err(Failure::NoDay);
    }
    calendar::file(words.told.app, &entries, now.made.naive_utc()).map_err(Failure::Calendar)
}
