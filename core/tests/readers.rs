//! What is written for other programs, read by programs that are not ours: `tests/python/read.py`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{NaiveDate, NaiveDateTime};
use common::answered::answered;
use common::exchange_words::{CALENDAR, COMMON, ORIENTATION, TABLE};
use common::{CONTENT, library};
use sentier_core::content::Period;
use sentier_core::exchange::calendar::{Days, Entry, Titles, file, uid};
use sentier_core::exchange::measures_csv::{Form, write};
use sentier_core::exchange::qr::{Code, codes};
use sentier_core::exchange::sheet::{Orientation, orientation};
use sentier_core::pathway::{Booked, Measured, Moment, Person, dashboard};
use sentier_core::triage::{Answer, Protocol};
use serde_json::{Value, json};

/// What a reader in Python finds in some bytes.
fn read(kind: &str, bytes: &[u8]) -> Value {
    let python = std::env::var_os("SENTIER_PYTHON").map(PathBuf::from).unwrap_or_else(|| {
        panic!("no Python with tests/python/requirements.txt: run `make test`, or set SENTIER_PYTHON to one")
    });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/python/read.py");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{kind}-{:?}", std::thread::current().id()));
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new(python).arg(script).arg(kind).arg(&path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn made() -> NaiveDateTime {
    day("2026-11-22").and_hms_opt(7, 5, 9).unwrap()
}

#[test]
fn a_calendar_reads_the_day_the_words_and_the_reminder() {
    let title = "Rendez-vous\u{a0}: dentiste, étage 2 ; « l’entrée » \\ cour";
    let details = "Papiers : carte Vitale,\nordonnance.\n".to_owned() + &"é😀".repeat(120);
    let entry = |key: &str, on: &str, reminder| Entry {
        uid: uid(17, 1, key, 0),
        day: day(on),
        title: title.to_owned(),
        details: details.clone(),
        reminder,
    };
    let entries =
        [entry("a", "2026-11-23", Some(1)), entry("b", "2028-02-29", Some(0)), entry("c", "9998-12-31", None)];
    let found = read("calendar", file("Sentier", &entries, made()).unwrap().as_bytes());
    let expected = |at: usize, start: &str, end: &str, alarms: Value| {
        json!({
            "uid": entries[at].uid, "sequence": 3_624_905, "stamp": "2026-11-22T07:05:09+00:00",
            "start": start, "end": end, "title": title, "details": details, "alarms": alarms,
        })
    };
    let all = json!([
        expected(0, "2026-11-23", "2026-11-24", json!([-15.0])),
        expected(1, "2028-02-29", "2028-03-01", json!([9.0])),
        expected(2, "9998-12-31", "9999-01-01", json!([])),
    ]);
    assert_eq!(found, all);
}

fn person_with(values: &[(&str, &str, Option<Moment>, i64)]) -> Person {
    let mut person = Person::new(1, day("2026-01-01"));
    for (measure, on, moment, value) in values {
        let (measure, on, value) = ((*measure).to_owned(), day(on), *value);
        person.measured.push(Measured { event: 1, measure, on, noted: on, value, moment: *moment });
    }
    person
}

#[test]
fn a_table_is_read_in_both_forms() {
    let person = person_with(&[
        ("hba1c", "2026-02-03", None, 725),
        ("tension-systolique", "2026-11-21", Some(Moment::Evening), 13_000),
        ("=SOMME(1;\"2\")", "2026-11-22", None, 5),
    ]);
    let care = &CONTENT.care;
    let name = |id: &str| care.observation(id).unwrap().name.clone();
    let table = |day: [&str; 3], value: [&str; 3]| {
        json!([
            ["Date", "Moment", "Mesure", "Valeur", "Unité", "Code"],
            [day[0], "", name("hba1c"), value[0], "%", "hba1c"],
            [day[1], "soir", name("tension-systolique"), value[1], "mmHg", "tension-systolique"],
            [day[2], "", "'=SOMME(1;\"2\")", value[2], "", "'=SOMME(1;\"2\")"],
        ])
    };
    let french = write(care, &person, &TABLE, Form::French);
    let found = read("semicolons", french.as_bytes());
    assert_eq!(found, table(["03/02/2026", "21/11/2026", "22/11/2026"], ["7,25", "130", "0,05"]));
    let found = read("commas", write(care, &person, &TABLE, Form::Plain).as_bytes());
    assert_eq!(found, table(["2026-02-03", "2026-11-21", "2026-11-22"], ["7.25", "130", "0.05"]));
}

/// A bitmap (PBM) of a code, four points a module.
fn bitmap(code: &Code) -> Vec<u8> {
    const POINTS: usize = 4;
    let side = code.side();
    let frame = (side - code.size) / 2;
    let is_dark = |x: usize, y: usize| {
        let inside = frame..frame + code.size;
        inside.contains(&x) && inside.contains(&y) && code.dark[(y - frame) * code.size + x - frame]
    };
    let mut text = format!("P1\n{0} {0}\n", side * POINTS);
    for y in 0..side * POINTS {
        text.extend((0..side * POINTS).map(|x| if is_dark(x / POINTS, y / POINTS) { "1 " } else { "0 " }));
        text.push('\n');
    }
    text.into_bytes()
}

#[test]
fn qr_codes_are_read_as_the_plain_text_of_the_sheet() {
    let doors: Vec<_> = library().doors().cloned().collect();
    let (session, walk) = answered(library(), &"douleur-poitrine".to_owned(), |number, _| {
        [Answer::No, Answer::Unknown, Answer::No][number % 3]
    });
    let protocol = Protocol::new(library(), &session.motifs);
    let verdict = walk.verdict.as_ref().unwrap();
    let moment = sentier_core::orientation::Moment::new(day("2026-11-22"), 7, 5).unwrap();
    let asked = Orientation { protocol: &protocol, doors: &doors, session: &session, walk: &walk, verdict, moment };
    let sheet = orientation(&asked, &ORIENTATION, &COMMON).plain();
    let codes = codes(&sheet).unwrap();
    assert!(codes.len() > 1, "a sheet of several codes");
    let mut lines = Vec::new();
    for (place, code) in codes.iter().enumerate() {
        let found = read("qr", &bitmap(code));
        let text = found.as_str().unwrap();
        let (head, rest) = text.split_once('\n').unwrap();
        assert_eq!(head, format!("{}/{}", place + 1, codes.len()));
        lines.extend(rest.split('\n').map(str::to_owned));
    }
    let expected: Vec<String> = sheet.split('\n').map(|line| line.replace('\u{a0}', " ").replace('’', "'")).collect();
    assert_eq!(lines, expected);
    let alone = read("qr", &bitmap(&sentier_core::exchange::qr::codes("Allergies : pénicilline, œuf 😀").unwrap()[0]));
    assert_eq!(alone, json!("Allergies : pénicilline, œuf 😀"));
}

#[test]
fn every_day_of_every_example_is_read_under_a_name_of_its_own() {
    for example in &CONTENT.people {
        for today in example.days.iter().map(|day| day.today) {
            let person = &example.person;
            let board = dashboard(&CONTENT.care, person, today);
            let (words, care, secret) = (&CALENDAR, &CONTENT.care, 1_700_000_000_000_123);
            let days = Days { care, person, today, secret, words, titles: Titles::Full };
            let entries = days.all(&board);
            let found = read("calendar", file("Sentier", &entries, made()).unwrap().as_bytes());
            let found = found.as_array().unwrap();
            assert_eq!(found.len(), entries.len());
            let mut names: Vec<&str> = entries.iter().map(|entry| entry.uid.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), entries.len(), "{}: two days have one name", example.id);
            for (found, entry) in found.iter().zip(&entries) {
                assert_eq!((&found["title"], &found["uid"]), (&json!(entry.title), &json!(entry.uid)));
                assert_eq!(
                    (&found["start"], &found["details"]),
                    (&json!(entry.day.to_string()), &json!(entry.details))
                );
                assert!(entry.day >= today);
            }
            // Neutral: as many days, and nothing of what they are.
            let neutral = Days { titles: Titles::Neutral, ..days }.all(&board);
            let same = |(one, other): (&Entry, &Entry)| one.uid == other.uid && one.day == other.day;
            assert!(neutral.len() == entries.len() && neutral.iter().zip(&entries).all(same));
            let says_nothing = |entry: &Entry| {
                entry.details.is_empty() && [CALENDAR.appointment, CALENDAR.reminder].contains(&entry.title.as_str())
            };
            assert!(neutral.iter().all(says_nothing));
            // An appointment takes the place of what was to be done, and another day of it the place of the appointment.
            let Some(thing) = board.next().find(|thing| days.thing(thing).is_some()) else { continue };
            let first = days.thing(thing).unwrap();
            let key = thing.key.clone();
            for on in [3, 5].map(|days| Period::days(days).after(today)) {
                let mut person = person.clone();
                person.booked.insert(key.clone(), Booked { event: 9, on });
                let booked = dashboard(care, &person, today);
                let moved = Days { person: &person, ..days }.all(&booked);
                let found: Vec<&Entry> = moved.iter().filter(|entry| entry.uid == first.uid).collect();
                assert_eq!(found.iter().map(|entry| entry.day).collect::<Vec<_>>(), [on], "{}: {key}", example.id);
            }
        }
    }
}
