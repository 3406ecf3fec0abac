//! What is read of FHIR: what we wrote ourselves, what others write, and what is meant to do harm.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use chrono::{DateTime, NaiveDate};
use common::CONTENT;
use common::exchange_words::FHIR;
use proptest::prelude::*;
use sentier_core::content::Sex;
use sentier_core::exchange::fhir::import::{Import, ImportError, Why, is_known, read};
use sentier_core::exchange::fhir::{Occasion, collection};
use sentier_core::exchange::json::{JsonError, write};
use sentier_core::pathway::{Moment, Topic};
use sentier_core::record::{Event, Record, What};
use serde_json::{Value, json};

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn import(value: &Value) -> Import {
    read(write(value).as_bytes(), &CONTENT.care, today()).unwrap()
}

/// A Bundle of a patient and some resources that speak of them.
fn about_marie(resources: &[Value]) -> Value {
    let patient = json!({"resourceType": "Patient", "id": "marie", "name": [{"given": ["Marie"], "family": "Dupont"}]});
    let mut entries = vec![json!({"fullUrl": "https://hopital.example/Patient/marie", "resource": patient})];
    for resource in resources {
        let mut resource = resource.clone();
        let whom = match resource["resourceType"].as_str().unwrap() {
            "Immunization" | "AllergyIntolerance" => "patient",
            _ => "subject",
        };
        resource[whom] = json!({"reference": "Patient/marie"});
        entries.push(json!({"resource": resource}));
    }
    json!({"resourceType": "Bundle", "type": "collection", "entry": entries})
}

/// What is proposed of one resource, and why the rest is not.
fn of(resource: Value) -> (Vec<What>, Vec<Why>) {
    let import = import(&about_marie(&[resource]));
    let [found] = import.persons.as_slice() else { panic!("{import:?}") };
    let proposals = found.proposals.iter().filter(|proposal| proposal.place.entry > 1);
    (proposals.map(|proposal| proposal.what.clone()).collect(), import.left.iter().map(|left| left.why).collect())
}

fn measured(system: &str, code: &str, value: &Value, unit: &str) -> Value {
    json!({
        "resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-11-20T08:00:00+01:00",
        "code": {"coding": [{"system": system, "code": code}]},
        "valueQuantity": {"value": value, "system": "http://unitsofmeasure.org", "code": unit, "unit": "x"},
    })
}

const LOINC: &str = "http://loinc.org";

fn weighs(hundredths: i64) -> What {
    What::Measured { measure: "poids".to_owned(), on: "2026-11-20".parse().unwrap(), value: hundredths }
}

#[test]
fn what_others_write_is_understood() {
    let on: NaiveDate = "2026-11-20".parse().unwrap();
    assert_eq!(of(measured(LOINC, "29463-7", &json!(72.5), "kg")), (vec![weighs(7250)], vec![]));
    let hba1c = What::Measured { measure: "hba1c".to_owned(), on, value: 700 };
    assert_eq!(of(measured(LOINC, "59261-8", &json!(53.003), "mmol/mol")), (vec![hba1c], vec![]));
    let glucose = What::Measured { measure: "glycemie".to_owned(), on, value: 110 };
    assert_eq!(of(measured(LOINC, "2345-7", &json!(110), "mg/dL")), (vec![glucose], vec![]));
    let pressure = json!({
        "resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-11-20",
        "code": {"coding": [{"system": LOINC, "code": "85354-9"}]},
        "component": [
            {"code": {"coding": [{"system": LOINC, "code": "8480-6"}]}, "valueQuantity": {"value": 124, "unit": "mmHg"}},
            {"code": {"coding": [{"system": LOINC, "code": "8462-4"}]}, "valueQuantity": {"value": 81, "unit": "mmHg"}},
        ],
    });
    let of_pressure = |measure: &str, value| What::Measured { measure: measure.to_owned(), on, value };
    let both = vec![of_pressure("tension-systolique", 12_400), of_pressure("tension-diastolique", 8_100)];
    assert_eq!(of(pressure), (both, vec![]));
    let allergy = json!({
        "resourceType": "AllergyIntolerance", "code": {"coding": [{"display": "Pénicilline"}]}, "criticality": "high",
        "reaction": [{"manifestation": [{"text": "Plaques"}, {"coding": [{"display": "Fièvre"}]}]}],
    });
    let expected = What::Allergy { substance: "Pénicilline".to_owned(), reaction: "Plaques, Fièvre".to_owned() };
    assert_eq!(of(allergy), (vec![expected], vec![Why::PartNotKept]));
    let none = json!({"coding": [{"system": "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", "code": "no-known-allergies"}]});
    let none = json!({"resourceType": "AllergyIntolerance", "code": none});
    assert_eq!(of(none), (vec![What::NoneKnown(Topic::Allergies)], vec![]));
    let illness = json!({"resourceType": "Condition", "code": {"text": "Asthme"}, "onsetDateTime": "2001"});
    assert_eq!(of(illness), (vec![What::Illness { name: "Asthme".to_owned(), since: None }], vec![]));
    let treatment = json!({
        "resourceType": "MedicationStatement", "status": "active", "medicationReference": {"reference": "#m"},
        "contained": [{"resourceType": "Medication", "id": "m", "code": {"text": "Un comprimé"}}],
        "dosage": [{"text": "le matin"}],
    });
    let expected = What::Treatment { name: "Un comprimé".to_owned(), directions: "le matin".to_owned() };
    assert_eq!(of(treatment), (vec![expected], vec![]));
}

#[test]
fn what_is_not_taken_over_says_why() {
    let with = |mut resource: Value, part: &str, value: Value| {
        resource[part] = value;
        of(resource)
    };
    let weight = || measured(LOINC, "29463-7", &json!(72.5), "kg");
    let illness = || json!({"resourceType": "Condition", "code": {"text": "Asthme"}});
    let refuted = json!({"coding": [{"code": "refuted"}]});
    let cases = [
        (of(measured(LOINC, "29463-7", &json!(72.5), "[lb_av]")), Why::UnitUnknown),
        (of(measured(LOINC, "29463-7", &json!(7250), "kg")), Why::Implausible),
        (of(measured(LOINC, "29463-7", &json!(-1e300), "kg")), Why::Implausible),
        (of(measured(LOINC, "29463-7", &json!("72.5"), "kg")), Why::NoValue),
        (of(measured(LOINC, "1234-5", &json!(1), "kg")), Why::CodeUnknown),
        (of(measured("http://snomed.info/sct", "29463-7", &json!(72.5), "kg")), Why::CodeUnknown),
        (with(weight(), "status", json!("entered-in-error")), Why::Withdrawn),
        (with(weight(), "effectiveDateTime", json!("2026-11")), Why::DayIncomplete),
        (with(weight(), "effectiveDateTime", json!("0000-01-01")), Why::DayImpossible),
        (with(weight(), "effectiveDateTime", json!("9999-12-31")), Why::DayImpossible),
        (with(weight(), "effectiveDateTime", json!("2026-11-23")), Why::InTheFuture),
        (with(weight(), "effectiveDateTime", json!(20_261_120)), Why::NoDay),
        (with(weight(), "modifierExtension", json!([])), Why::Modified),
        (with(weight(), "valueQuantity", json!({"value": 1, "comparator": "<"})), Why::NotExact),
        (with(weight(), "subject", json!(7)).clone(), Why::KindNotRead),
        (with(illness(), "verificationStatus", refuted), Why::Refuted),
        (with(illness(), "code", json!([])), Why::NoName),
        (
            of(json!({"resourceType": "AllergyIntolerance", "clinicalStatus": {"coding": [{"code": "resolved"}]}})),
            Why::Over,
        ),
        (of(json!({"resourceType": "MedicationStatement", "status": "stopped"})), Why::Over),
        (of(json!({"resourceType": "Immunization", "status": "not-done"})), Why::NotDone),
        (
            of(json!({"resourceType": "Immunization", "status": "completed", "vaccineCode": {"text": "Grippe"}})),
            Why::CodeUnknown,
        ),
        (of(json!({"resourceType": "CarePlan"})), Why::KindNotRead),
    ];
    for (place, ((found, left), expected)) in cases.into_iter().enumerate() {
        // The one with a broken subject is put right by the Bundle, and taken over.
        if expected == Why::KindNotRead && !found.is_empty() {
            continue;
        }
        assert_eq!(found, vec![], "case {place}");
        assert!(left.contains(&expected), "case {place}: {left:?}");
    }
}

#[test]
fn persons_are_kept_apart() {
    let weight = |whom: &str| {
        let mut weight = measured(LOINC, "29463-7", &json!(72.5), "kg");
        weight["subject"] = json!({"reference": whom});
        json!({"resource": weight})
    };
    let patient = |id: &str| json!({"resource": {"resourceType": "Patient", "id": id, "birthDate": "1974-05-10"}});
    let entry = json!([patient("a"), patient("b"), weight("Patient/b"), weight("Patient/c"), weight("")]);
    let found = import(&json!({"resourceType": "Bundle", "entry": entry}));
    let counts: Vec<(&str, usize)> =
        found.persons.iter().map(|person| (person.reference.as_str(), person.proposals.len())).collect();
    assert_eq!(counts, [("Patient/a", 1), ("Patient/b", 2), ("Patient/c", 1)]);
    assert!(found.left.iter().any(|left| left.why == Why::NobodyNamed));
}

#[test]
fn hostile_files_end_in_a_reason() {
    let refused = |bytes: &[u8]| read(bytes, &CONTENT.care, today());
    let deep = format!("{{\"resourceType\":\"Bundle\",\"entry\":{}", "[".repeat(1_000_000));
    assert_eq!(refused(deep.as_bytes()), Err(ImportError::Json(JsonError::TooDeep)));
    assert_eq!(refused(&vec![b'{'; 50_000_000]), Err(ImportError::Json(JsonError::TooLarge)));
    assert_eq!(refused(b"\xff\xfe{\0}\0"), Err(ImportError::Json(JsonError::NotText)));
    for other in ["{}", "[]", "7", "{\"resourceType\": 7}", "null"] {
        assert_eq!(refused(other.as_bytes()), Err(ImportError::NotFhir), "{other}");
    }
    let many = format!("{{\"resourceType\":\"Bundle\",\"entry\":[{}{{}}]}}", "{},".repeat(20_000));
    assert_eq!(refused(many.as_bytes()), Err(ImportError::TooManyEntries));
}

#[test]
fn what_stands_there_twice_is_taken_once() {
    let weight = |value: f64| {
        let mut weight = measured(LOINC, "29463-7", &json!(value), "kg");
        weight["id"] = json!("w");
        weight
    };
    let found = import(&about_marie(&[weight(72.5), weight(72.5), weight(90.0), json!({"resourceType": ""})]));
    let proposals: Vec<&What> = found.persons[0].proposals.iter().map(|proposal| &proposal.what).collect();
    assert_eq!(proposals.iter().filter(|what| ***what == weighs(7250)).count(), 1);
    let left: Vec<Why> = found.left.iter().map(|left| left.why).collect();
    assert_eq!(left, [Why::Twice, Why::SameName, Why::NotAResource]);
}

#[test]
fn script_is_text_and_circles_end() {
    let script = "<script>alert(1)</script>\u{202e}\u{0}";
    let circle = json!({
        "resourceType": "MedicationStatement", "id": "s", "status": "active", "subject": {"reference": "Patient/p"},
        "medicationReference": {"reference": "Medication/m"},
    });
    let medication = json!({
        "resourceType": "Medication", "id": "m", "code": {"text": script},
        "ingredient": [{"itemReference": {"reference": "Medication/m"}}],
    });
    let patient = json!({
        "resourceType": "Patient", "id": "p", "name": [{"text": script}], "birthDate": "1066-10-14",
        "link": [{"other": {"reference": "Patient/p"}, "type": "seealso"}],
    });
    let entry = json!([{"resource": circle}, {"resource": medication}, {"resource": patient}]);
    let found = import(&json!({"resourceType": "Bundle", "entry": entry}));
    let [person] = found.persons.as_slice() else { panic!("{found:?}") };
    let shown = "<script>alert(1)</script>".to_owned();
    let named = What::Named { name: shown.clone(), is_example: false };
    let takes = What::Treatment { name: shown, directions: String::new() };
    let whats: Vec<&What> = person.proposals.iter().map(|proposal| &proposal.what).collect();
    assert_eq!(whats, [&takes, &named]);
    assert!(person.proposals.iter().all(|proposal| proposal.without == [Why::Shortened]));
    let left: Vec<(Why, &str)> = found.left.iter().map(|left| (left.why, left.text.as_str())).collect();
    assert_eq!(left, [(Why::DayImpossible, "birthDate 1066-10-14"), (Why::PartNotKept, "link")]);
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..60_000_i64).prop_map(|days| NaiveDate::from_ymd_opt(1860, 1, 1).unwrap() + chrono::TimeDelta::days(days))
}

/// A text that stays as it is: FHIR has no control characters, and no spaces at the ends.
fn words() -> impl Strategy<Value = String> {
    "[a-zéèA-Z0-9<>&\"'/](.{0,20}[a-z<>&])?".prop_map(|text| sentier_core::exchange::clean::text(&text).0)
}

/// What FHIR and our reader both can hold.
fn holdable() -> impl Strategy<Value = What> {
    let care = &CONTENT.care;
    let measures = prop::sample::select(care.draft().observations.clone());
    let value = (measures, day(), any::<u16>(), 0..3_u8).prop_map(|(measure, on, by, moment)| {
        let value = measure.min + i64::from(by) % (measure.max - measure.min + 1);
        match moment {
            0 => What::Measured { measure: measure.id, on, value },
            1 => What::MeasuredAt { measure: measure.id, on, moment: Moment::Morning, value },
            _ => What::MeasuredAt { measure: measure.id, on, moment: Moment::Evening, value },
        }
    });
    let keys: Vec<String> = care.steps().map(|(_, step)| step.key().clone()).collect();
    let done = (prop::sample::select(keys), prop::option::of(day())).prop_map(|(what, on)| What::Done { what, on });
    prop_oneof![
        8 => value,
        4 => done,
        1 => (words(), words()).prop_map(|(substance, reaction)| What::Allergy { substance, reaction }),
        1 => (words(), words()).prop_map(|(name, directions)| What::Treatment { name, directions }),
        1 => (words(), prop::option::of(day())).prop_map(|(name, since)| What::Illness { name, since }),
        1 => words().prop_map(|name| What::Named { name, is_example: false }),
        1 => day().prop_map(What::Born),
        1 => day().prop_map(What::Expecting),
        1 => prop_oneof![Just(What::SexIs(Sex::Female)), Just(What::SexIs(Sex::Male))],
        1 => prop_oneof![Just(Topic::Allergies), Just(Topic::Treatments)].prop_map(What::NoneKnown),
    ]
}

/// A record of one person, for whom something was said.
fn record(whats: Vec<What>) -> Record {
    let events = (1_763_000_000_000_001_u64..).zip(whats);
    Record::of(events.map(|(id, what)| Event { id, person: 1, noted: today(), what }).collect())
}

/// What is known of a person, but for the numbers of events and the order in which things were noted.
fn said(record: &Record) -> Vec<String> {
    let Some(person) = record.person(1) else { return Vec::new() };
    let mut said: Vec<String> =
        person.measured.iter().map(|m| format!("{} {} {} {:?}", m.measure, m.on, m.value, m.moment)).collect();
    said.extend(person.done.iter().map(|done| format!("{} {:?}", CONTENT.care.key(&done.what), done.on)));
    said.extend(person.allergies.iter().map(|known| format!("{} {}", known.substance, known.reaction)));
    said.extend(person.treatments.iter().map(|known| format!("{} {}", known.name, known.directions)));
    said.extend(person.illnesses.iter().map(|known| format!("{} {:?}", known.name, known.since)));
    said.push(format!("{} {:?} {:?} {:?}", person.name, person.birth, person.sex, person.pregnancy));
    // That there was none counts for nothing beside what is named.
    let is_named = |topic: &Topic| match topic {
        Topic::Allergies => !person.allergies.is_empty(),
        Topic::Treatments => !person.treatments.is_empty(),
    };
    let none = person.none_known.iter().filter(|(topic, _)| !is_named(topic));
    said.extend(none.map(|(topic, _)| format!("{topic:?}")));
    said.sort();
    said
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_the_format_holds_comes_back(whats in prop::collection::vec(holdable(), 0..30)) {
        let record = record(whats);
        let made = DateTime::parse_from_rfc3339("2026-11-22T08:05:09+01:00").unwrap();
        let Ok(bundle) = collection(&CONTENT.care, &record, 1, Occasion { today: today(), made }, &FHIR) else {
            return Ok(());
        };
        let found = read(write(&bundle).as_bytes(), &CONTENT.care, today()).unwrap();
        prop_assert!(found.persons.len() <= 1, "{:?}", found);
        let whats: Vec<What> = found.persons.into_iter().flat_map(|person| person.proposals).map(|p| p.what).collect();
        let person = record.person(1).unwrap();
        for what in &whats {
            prop_assert!(is_known(person, what), "{:?} is not what was written", what);
        }
        prop_assert_eq!(said(&self::record(whats)), said(&record));
    }

    #[test]
    fn no_bytes_are_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &CONTENT.care, today());
    }

    #[test]
    fn no_json_is_a_panic(at in 0..40_usize, put in hostile()) {
        let script = "<b>".to_owned();
        let record = record(vec![
            What::Named { name: script.clone(), is_example: true },
            What::Born(today()),
            weighs(7250),
            What::Done { what: "vaccin-grippe".to_owned(), on: Some(today()) },
            What::Allergy { substance: script.clone(), reaction: script.clone() },
            What::Treatment { name: script.clone(), directions: script.clone() },
            What::Illness { name: script, since: Some(today()) },
        ]);
        let made = DateTime::parse_from_rfc3339("2026-11-22T08:05:09+01:00").unwrap();
        let mut bundle = collection(&CONTENT.care, &record, 1, Occasion { today: today(), made }, &FHIR).unwrap();
        let mut left = at * 7;
        replace(&mut bundle, &mut left, &put);
        let _ = read(write(&bundle).as_bytes(), &CONTENT.care, today());
    }
}

/// Values of every type, among them what breaks arithmetic and days.
fn hostile() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        Just(json!(true)),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[{}]])),
        Just(json!(1e308)),
        Just(json!(-1)),
        Just(json!(u64::MAX)),
        Just(json!("0000-00-00")),
        Just(json!("9999-12-31T99:99:99Z")),
        ".{0,20}".prop_map(Value::from),
    ]
}

/// Puts a value in the place of the one that stands so far into another.
fn replace(value: &mut Value, left: &mut usize, put: &Value) {
    if *left == 0 {
        *value = put.clone();
        *left = usize::MAX;
        return;
    }
    *left = left.saturating_sub(1);
    match value {
        Value::Array(list) => list.iter_mut().for_each(|inside| replace(inside, left, put)),
        Value::Object(object) => object.values_mut().for_each(|inside| replace(inside, left, put)),
        _ => {}
    }
}
