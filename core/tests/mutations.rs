//! What comes from outside, changed by chance: 100,000 files and as many addresses end in a reason or in what they say,
//! never in a panic, and a changed address is never taken for another.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "tests"
)]

#[path = "common/chance.rs"]
#[allow(dead_code, reason = "persons by chance are for other tests")]
mod chance;
mod common;

use chance::Chance;
use chrono::{DateTime, FixedOffset, NaiveDate};
use common::answered::answered;
use common::exchange_words::{COMMON, FHIR, ORIENTATION, TABLE};
use common::{CONTENT, each, library};
use sentier_core::content::Door;
use sentier_core::exchange::fhir::{Occasion, collection, import};
use sentier_core::exchange::share::{Shareable, open, seal};
use sentier_core::exchange::sheet::{Orientation, Sheet, orientation};
use sentier_core::exchange::{backup, json, measures_csv};
use sentier_core::orientation::Moment;
use sentier_core::pathway::Person;
use sentier_core::record::{Event, Record, events_of};
use sentier_core::triage::{Answer, Protocol};

/// How many of each are tried.
const CHANGED: usize = 100_000;

/// In how many parts, so that all processors take part.
const PARTS: usize = 20;

fn made() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T08:05:09+01:00").unwrap()
}

fn today() -> NaiveDate {
    made().date_naive()
}

/// The record of an example person.
fn events() -> Vec<Event> {
    events_of(&CONTENT.care.draft().examples[0], 1, 1, today())
}

/// What a careless or hostile hand makes of bytes: some changed, cut, doubled, put elsewhere, or put in from a list of what
/// readers stumble over.
fn change(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    const STUMBLING: [&[u8]; 12] = [
        b"\"",
        b"{",
        b"[[[[[[[[",
        b"\0",
        b"\xff\xfe",
        b"-1",
        b"1e999",
        b"99999999999999999999",
        b"\\u0000",
        b"null",
        b",,",
        b"2026-02-30",
    ];
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(3) {
        let length = u32::try_from(bytes.len()).unwrap();
        let mut place = || usize::try_from(chance.below(length.max(1))).unwrap();
        let (one, other) = (place(), place());
        let (start, end) = (one.min(other).min(bytes.len()), one.max(other).min(bytes.len()));
        match chance.below(5) {
            0 if start < bytes.len() => bytes[start] = u8::try_from(chance.below(256)).unwrap(),
            1 => bytes.truncate(end),
            2 => drop(bytes.drain(start..end.min(start + 40))),
            3 => {
                let piece = bytes[start..end.min(start + 200)].to_vec();
                bytes.splice(end..end, piece);
            }
            _ => {
                let piece = *chance.pick(&STUMBLING);
                bytes.splice(start..start, piece.iter().copied());
            }
        }
    }
    bytes
}

/// Changes something so often, in parts with chance of their own; what `read` says against it.
fn changed(bytes: &[u8], times: usize, read: impl Fn(&[u8]) -> Option<String> + Sync) -> Vec<String> {
    let parts: Vec<usize> = (0..PARTS).collect();
    each(&parts, |_, part| {
        let mut chance = Chance::new();
        // The parts must not all try the same.
        for _ in 0..part * 1_000_003 % 65_537 {
            chance.below(2);
        }
        (0..times / PARTS).filter_map(|_| read(&change(bytes, &mut chance))).collect()
    })
}

fn sheet(doors: &[Door]) -> Sheet {
    let (session, walk) = answered(library(), &"toux-rhume".to_owned(), |_, _| Answer::No);
    let protocol = Protocol::new(library(), &session.motifs);
    let verdict = walk.verdict.as_ref().unwrap();
    let moment = Moment::new(today(), 7, 5).unwrap();
    let asked = Orientation { protocol: &protocol, doors, session: &session, walk: &walk, verdict, moment };
    orientation(&asked, &ORIENTATION, &COMMON)
}

#[test]
fn changed_addresses_are_refused_or_say_the_same() {
    let doors: Vec<Door> = library().doors().cloned().collect();
    let sheet = sheet(&doors);
    let letters = seal(Shareable::of(&sheet).unwrap(), today(), today()).unwrap();
    let said = changed(letters.as_bytes(), CHANGED, |bytes| {
        let letters = String::from_utf8_lossy(bytes);
        let read = open(&letters, today()).ok()?;
        (read.sheet.plain() != sheet.plain()).then(|| format!("another sheet: {letters}"))
    });
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn changed_files_end_in_a_reason_or_in_proposals() {
    let (events, person) = (events(), Person::new(1, today()));
    let record = Record::of(events.clone());
    let fhir = collection(&CONTENT.care, &record, 1, Occasion { today: today(), made: made() }, &FHIR).unwrap();
    let table = "Date,Time,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm),Symptoms,Consumed,TruRead,Notes\n\
        Jan 12 2025,20:15,128,81,62,-,-,-,-\nJan 12 2025,08:12,114,74,47,-,-,-,\"bien, reposé\"\n";
    let text = backup::write(&CONTENT.care, &events, None, made(), "Ce fichier n’est pas protégé.");
    let fhir = json::write(&fhir);
    println!("{} bytes of backup, {} of FHIR, {} of a table", text.len(), fhir.len(), table.len());
    let half = CHANGED / 2;
    // Each reader gives its part back unharmed, or a reason; a panic would end the test.
    changed(text.as_bytes(), half, |bytes| backup::open(bytes).err().map(|_| String::new()));
    changed(fhir.as_bytes(), half / 2, |bytes| {
        import::read(bytes, &CONTENT.care, today()).err().map(|_| String::new())
    });
    let refused = changed(table.as_bytes(), half / 2, |bytes| {
        measures_csv::read(bytes, &CONTENT.care, &person, &TABLE, today()).err().map(|_| String::new())
    });
    assert!(
        refused.len() < half / 2,
        "nothing of a changed table was read: the changes are too coarse to show anything"
    );
}
