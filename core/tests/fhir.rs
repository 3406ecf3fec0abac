//! What is written as FHIR: read by models that are not ours (`tests/python/check_fhir.py`), and by our own reader.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::DateTime;
use common::exchange_words::FHIR;
use common::{CONTENT, library, motifs};
use sentier_core::content::{Sex, Urgency};
use sentier_core::exchange::fhir::{Occasion, collection, document, questionnaire};
use sentier_core::exchange::json::write;
use sentier_core::pathway::{Moment, Precision};
use sentier_core::record::{Event, Record, Session, What, events_of};
use sentier_core::triage::{Answer, Known, MeasureAnswer, Protocol, StepKind, walk};
use serde_json::Value;

/// What models that are not ours find in what we wrote.
fn checked(name: &str, written: &[Value]) -> Vec<Value> {
    let python = std::env::var_os("SENTIER_PYTHON").map(PathBuf::from).unwrap_or_else(|| {
        panic!("no Python with tests/python/requirements.txt: run `make test`, or set SENTIER_PYTHON to one")
    });
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/python/check_fhir.py");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let files = written.iter().enumerate().map(|(number, value)| {
        let path = folder.join(format!("{number}.json"));
        std::fs::write(&path, write(value)).unwrap();
        path
    });
    let output = Command::new(python).arg(tests).args(files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn occasion() -> Occasion {
    let made = DateTime::parse_from_rfc3339("2026-11-22T08:05:09+01:00").unwrap();
    Occasion { today: made.date_naive(), made }
}

/// Every kind of thing that a record can hold, with text that looks like markup.
fn everything() -> Record {
    let day = |text: &str| text.parse().unwrap();
    let id = str::to_owned;
    let script = "<script>alert(\"1\")</script> & Cie";
    let (measure, on) = (id("tension-systolique"), day("2026-11-20"));
    let whats = vec![
        What::Named { name: script.to_owned(), is_example: false },
        What::Born(day("1974-05-10")),
        What::SexIs(Sex::Female),
        What::Expecting(day("2027-03-01")),
        What::Said { fact: id("diabete"), answer: Answer::Unknown },
        What::Joined(id("diabete-type-2")),
        What::Dated { pathway: id("sortie-hopital"), date: id("sortie"), on },
        What::DatedAbout { pathway: id("cancer"), date: id("fin"), on, precision: Precision::Month },
        What::Done { what: id("vaccin-grippe"), on: Some(on) },
        What::Done { what: id("dentiste"), on: None },
        What::Dismissed { step: id("AAA"), reason: script.to_owned() },
        What::Postponed { step: id("DEP-CCR"), until: on },
        What::Measured { measure: id("poids"), on, value: 7250 },
        What::MeasuredAt { measure, on, moment: Moment::Morning, value: 12_400 },
        What::MeasuredAt { measure: id("tension-diastolique"), on, moment: Moment::Morning, value: 8_100 },
        What::Measured { measure: id("tension-systolique"), on, value: 13_000 },
        What::Measured { measure: id("une-mesure-oubliee"), on, value: 100 },
        What::Aimed { measure: id("hba1c"), from: None, up_to: Some(700) },
        What::Aimed { measure: id("poids"), from: None, up_to: None },
        What::Member { role: id("proche"), name: script.to_owned(), reach: id("06 00 00 00 00") },
        What::Member { role: id("medecin-traitant"), name: String::new(), reach: id("a@b.fr") },
        What::Document { paper: id("ordonnance"), place: script.to_owned(), of: on, until: Some(day("2027-01-01")) },
        What::Question(script.to_owned()),
        What::Booked { what: id("dentiste"), on: day("2026-12-03") },
        What::Granted { pathway: id("handicap"), right: id("aah"), until: day("2028-01-01") },
        What::Allergy { substance: script.to_owned(), reaction: id("boutons\u{0}") },
        What::Allergy { substance: id("Arachide"), reaction: String::new() },
        What::Treatment { name: id("Un comprimé blanc"), directions: id("le matin") },
        What::Illness { name: id("Une maladie rare"), since: Some(day("2011-01-01")) },
        What::PregnancyEnded(day("2026-11-01")),
    ];
    let events = (1_763_000_000_000_001_u64..).zip(whats);
    Record::of(events.map(|(id, what)| Event { id, person: 3, noted: day("2026-11-21"), what }).collect())
}

#[test]
fn a_record_is_valid_and_says_everything() {
    let record = everything();
    let bundle = collection(&CONTENT.care, &record, 3, occasion(), &FHIR).unwrap();
    let found = &checked("everything", &[bundle])[0];
    let kinds = found["kinds"].as_object().unwrap();
    let count = |kind: &str| kinds.get(kind).and_then(Value::as_u64).unwrap_or(0);
    for (kind, expected) in [
        ("Patient", 1),
        ("Condition", 1),
        ("AllergyIntolerance", 2),
        ("MedicationStatement", 1),
        ("Immunization", 1),
        ("Procedure", 1),
        ("Observation", 6),
        ("Goal", 2),
        ("QuestionnaireResponse", 1),
        ("CareTeam", 1),
        ("RelatedPerson", 1),
        ("PractitionerRole", 1),
        ("Appointment", 1),
        ("DocumentReference", 1),
        ("Flag", 1),
        ("CommunicationRequest", 1),
    ] {
        assert_eq!(count(kind), expected, "{kind}: {kinds:?}");
    }
    assert!(count("CarePlan") > 3, "{kinds:?}");
    let lines: Vec<&str> = found["lines"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for line in ["<script>alert(\"1\")</script> & Cie", "Poids\u{a0}: 72,5 kg (20/11/2026)", "Né(e) le 10/05/1974"] {
        assert!(lines.contains(&line), "{line}: {lines:#?}");
    }
}

#[test]
fn the_record_of_every_example_is_valid() {
    let bundles = CONTENT.care.draft().examples.iter().map(|example| {
        let record = Record::of(events_of(example, 1, 1, occasion().today));
        collection(&CONTENT.care, &record, 1, occasion(), &FHIR).unwrap()
    });
    let bundles: Vec<Value> = bundles.collect();
    assert!(bundles.len() > 10);
    assert_eq!(checked("examples", &bundles).len(), bundles.len());
}

/// A session in which every question is answered, by no or, on the less urgent screens, by "I do not know" in turn.
fn answered(motif: &str) -> Session {
    let library = library();
    let since = vec!["depuis 3\u{a0}jours <b>".to_owned()];
    let mut session = Session { motifs: vec![motif.to_owned()], since, ..Session::default() };
    loop {
        let protocol = Protocol::new(library, &session.motifs);
        let walk = walk(&protocol, &session.answers);
        if walk.verdict.is_some() {
            return session;
        }
        let step = walk.steps.last().unwrap();
        let answers = &mut session.answers;
        answers.age = Some(Known::Is(500));
        answers.sex = Some(Known::Is(Sex::Female));
        for (place, measure) in step.measures.iter().enumerate() {
            let known = MeasureAnswer::Tenths(library.measure(measure).unwrap().min);
            let value = if place % 2 == 0 { MeasureAnswer::Impossible } else { known };
            answers.measures.insert(measure.clone(), value);
        }
        let may_doubt = matches!(step.kind, StepKind::Terrain | StepKind::Signs(Urgency::Hours | Urgency::Days));
        for (place, sign) in step.signs.iter().enumerate() {
            let answer = if place % 3 == 0 && may_doubt { Answer::Unknown } else { Answer::No };
            answers.signs.insert(sign.clone(), answer);
        }
    }
}

#[test]
fn the_questions_and_a_result_of_every_motif_are_valid() {
    let mut written = Vec::new();
    for motif in motifs() {
        let session = answered(&motif);
        let result = document(library(), &session, occasion(), &FHIR).unwrap();
        let text = write(&result);
        for (sign, answer) in session.answers.signs.iter().filter(|(_, answer)| **answer == Answer::Unknown) {
            assert!(text.contains(&format!("\"linkId\": \"{sign}\"")), "{motif}: {sign} is {answer:?} and not told");
        }
        written.push(result);
        written.push(questionnaire(library(), &[motif], &FHIR));
    }
    let found = checked("motifs", &written);
    assert_eq!(found.len(), 2 * motifs().len());
    for document in found.iter().step_by(2) {
        let lines: Vec<&str> = document["lines"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(lines.contains(&"Depuis quand depuis 3\u{a0}jours <b>"), "{lines:#?}");
    }
}

#[test]
fn names_stay_and_nobody_is_nobody() {
    let record = everything();
    let bundle = || collection(&CONTENT.care, &record, 3, occasion(), &FHIR);
    assert_eq!(bundle(), bundle());
    assert!(collection(&CONTENT.care, &record, 4, occasion(), &FHIR).is_err());
    let unfinished = Session { motifs: vec![motifs()[0].clone()], ..Session::default() };
    assert_eq!(document(library(), &unfinished, occasion(), &FHIR), None);
}
