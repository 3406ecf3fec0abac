//! Measures out and in again, and the files of home devices.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use chrono::{Days, NaiveDate};
use common::CONTENT;
use common::exchange_words::TABLE;
use proptest::prelude::*;
use sentier_core::exchange::measures_csv::{CsvError, Form, Import, Refusal, Source, Value, read, unknown_to, write};
use sentier_core::pathway::{Measured, Moment, Person};
use sentier_core::record::What;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn somebody() -> Person {
    let mut person = Person::new(1, today());
    person.birth = Some(day("1974-05-03"));
    person
}

fn import(bytes: &[u8]) -> Result<Import, CsvError> {
    read(bytes, &CONTENT.care, &somebody(), &TABLE, today())
}

/// Values as they are read in a test: measure, day, moment, hundredths.
fn said(import: &Import) -> Vec<(&str, String, Option<Moment>, i64)> {
    let said = |value: &'_ Value| (value.on.to_string(), value.moment, value.value);
    import
        .values
        .iter()
        .map(|value| (value.measure.as_str(), said(value)))
        .map(|(m, (on, at, v))| (m, on, at, v))
        .collect()
}

fn plain<'a>(measure: &'a str, on: &str, value: i64) -> (&'a str, String, Option<Moment>, i64) {
    (measure, on.to_owned(), None, value)
}

#[test]
fn omron_connect_is_read() {
    let file = "Date,Time,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm),Symptoms,Consumed,TruRead,Notes\n\
        Jan 12 2025,20:15,128,81,62,-,-,-,-\nJan 12 2025,08:12,114,74,47,-,-,-,\"bien, reposé\"\nJan 6 2025,08:46,117,76,-,-,-,-,-\n";
    let found = import(file.as_bytes()).unwrap();
    assert_eq!((&found.source, found.refused.len()), (&Source::Device("omron-connect".to_owned()), 0));
    let expected = [
        plain("tension-systolique", "2025-01-06", 11_700),
        plain("tension-diastolique", "2025-01-06", 7_600),
        plain("tension-systolique", "2025-01-12", 11_400),
        plain("tension-diastolique", "2025-01-12", 7_400),
        plain("pouls", "2025-01-12", 4_700),
        plain("tension-systolique", "2025-01-12", 12_800),
        plain("tension-diastolique", "2025-01-12", 8_100),
        plain("pouls", "2025-01-12", 6_200),
    ];
    assert_eq!(said(&found), expected, "the first of the day first, whatever the file begins with");
}

#[test]
fn withings_is_read() {
    let weight = "Date,\"Weight (kg)\",\"Fat mass (kg)\",\"Bone mass (kg)\",\"Muscle mass (kg)\",\"Hydration (kg)\",Comments\n\
        \"2026-09-30 07:12:45\",84.2,16.4,3.4,63.6,47.1,\n\"2026-09-29 07:05:01\",84.65,,,,,\n";
    let found = import(weight.as_bytes()).unwrap();
    assert_eq!((&found.source, found.refused.len()), (&Source::Device("withings-poids".to_owned()), 0));
    assert_eq!(said(&found), [plain("poids", "2026-09-29", 8_465), plain("poids", "2026-09-30", 8_420)]);
    let pressure = "Date,\"Heart rate\",Systolic,Diastolic,Comments\n\"2026-06-20 08:15:00\",58,,,\n\"2026-06-14 08:15:00\",61,131,84,\n";
    let found = import(pressure.as_bytes()).unwrap();
    assert_eq!((&found.source, found.refused.len()), (&Source::Device("withings-tension".to_owned()), 0));
    let expected = [
        plain("tension-systolique", "2026-06-14", 13_100),
        plain("tension-diastolique", "2026-06-14", 8_400),
        plain("pouls", "2026-06-14", 6_100),
        plain("pouls", "2026-06-20", 5_800),
    ];
    assert_eq!(said(&found), expected);
}

#[test]
fn every_line_that_is_not_understood_is_told() {
    let file = "Code;Date;Valeur;Unité;Moment\npoids;31/02/2026;70;kg;\npoids;23/11/2026;70;kg;\npoids;01/01/1974;70;kg;\n\
        tailles;01/01/2026;70;kg;\npoids;01/01/2026;70;lb;\npoids;01/01/2026;soixante;kg;\npoids;01/01/2026;7000;kg;\n\
        poids;01/01/2026;70;kg;midi\npoids;01/01/2026;-70;kg;\n\npoids;01/01/2026;70,5;kg;MATIN\nhba1c;01/01/2026;53;mmol/mol;\n";
    let found = import(file.as_bytes()).unwrap();
    let refused: Vec<_> =
        found.refused.iter().map(|refused| (refused.line, refused.said.as_str(), refused.why)).collect();
    let expected = [
        (2, "31/02/2026", Refusal::NoDay),
        (3, "2026-11-23", Refusal::ImpossibleDay),
        (4, "1974-01-01", Refusal::ImpossibleDay),
        (5, "tailles", Refusal::UnknownMeasure),
        (6, "lb", Refusal::UnknownUnit),
        (7, "soixante", Refusal::NoNumber),
        (8, "7000", Refusal::Implausible),
        (9, "midi", Refusal::UnknownMoment),
        (10, "-70", Refusal::NoNumber),
    ];
    assert_eq!(refused, expected);
    let morning = ("poids", "2026-01-01".to_owned(), Some(Moment::Morning), 7_050);
    assert_eq!(said(&found), [morning, plain("hba1c", "2026-01-01", 700)]);
    let many = format!("Code;Date;Valeur\n{}", "poids;x;1\n".repeat(250));
    let found = import(many.as_bytes()).unwrap();
    assert_eq!((found.refused.len(), found.refused_more), (100, 150));
}

#[test]
fn other_tables_are_refused_whole() {
    for file in ["", "a;b\n1;2", "Date;Valeur\n01/01/2026;70", "Date,Systolic\n2026-01-01,120", "<html>"] {
        assert_eq!(import(file.as_bytes()), Err(CsvError::UnknownHeadings), "{file}");
    }
}

#[test]
fn a_large_file_is_read_at_once() {
    let mut file = String::from("Date,\"Weight (kg)\"\n");
    for number in 0..49_000 {
        let on = today() - Days::new(number % 18_000);
        file.push_str(&format!("{on} 07:00:00,80\n"));
    }
    let start = std::time::Instant::now();
    let found = import(file.as_bytes()).unwrap();
    let mut person = somebody();
    note(&mut person, &found.values);
    assert_eq!(unknown_to(&person, found.values), (Vec::new(), 49_000));
    assert!(start.elapsed() < std::time::Duration::from_secs(10));
}

fn note(person: &mut Person, values: &[Value]) {
    for value in values {
        let Value { measure, on, moment, value } = value.clone();
        person.measured.push(Measured { event: 1, measure, on, noted: on, value, moment });
    }
}

#[test]
fn a_second_import_brings_what_the_first_did_not() {
    let file = "Code;Date;Valeur\npoids;01/01/2026;70\npoids;01/01/2026;70\npoids;02/01/2026;71\n";
    let values = import(file.as_bytes()).unwrap().values;
    let mut person = somebody();
    note(&mut person, &values[..1]);
    assert_eq!(unknown_to(&person, values.clone()), (values[1..].to_vec(), 1));
    note(&mut person, &values[1..]);
    assert_eq!(unknown_to(&person, values.clone()), (Vec::new(), 3));
    let noted = What::Measured { measure: "poids".to_owned(), on: day("2026-01-02"), value: 7_100 };
    assert_eq!(values[2].what(), noted);
}

fn a_value() -> impl Strategy<Value = Value> {
    let observations = &CONTENT.care.draft().observations;
    let moment = prop_oneof![Just(None), Just(Some(Moment::Morning)), Just(Some(Moment::Evening))];
    (0..observations.len(), 0_u64..19_000, moment, 0_i64..=1000).prop_map(|(place, ago, moment, part)| {
        let known = &observations[place];
        let value = known.min + (known.max - known.min) * part / 1000;
        Value { measure: known.id.clone(), on: today() - Days::new(ago), moment, value }
    })
}

proptest! {
    #[test]
    fn what_goes_out_comes_in(values in prop::collection::vec(a_value(), 0..40)) {
        let mut person = somebody();
        let mut values = values;
        values.sort_by_key(|value| value.on);
        note(&mut person, &values);
        for form in [Form::French, Form::Plain] {
            let text = write(&CONTENT.care, &person, &TABLE, form);
            let found = read(text.as_bytes(), &CONTENT.care, &person, &TABLE, today()).unwrap();
            prop_assert_eq!(&found.values, &values);
            prop_assert_eq!((found.refused.len(), &found.source), (0, &Source::Own));
        }
    }

    #[test]
    fn no_table_breaks_it(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "(.|\n|;|\"|,){0,80}") {
        for head in ["Code;Date;Valeur;Moment\n", "Date,\"Weight (kg)\"\n", ""] {
            let _ = import(&[head.as_bytes(), &bytes].concat());
            let _ = import(&[head.as_bytes(), text.as_bytes()].concat());
        }
    }
}
