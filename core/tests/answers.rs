//! The worker of the exchange, as the app knows it: bytes go in, bytes come out.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use std::sync::LazyLock;

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use common::answered::answered;
use common::exchange_words::{FHIR, TABLE, WORDS};
use common::{CONTENT, library, motifs};
use proptest::prelude::*;
use sentier_core::content::pack::{write_care, write_start, write_triage};
use sentier_core::exchange::answer::{answer, answer_bytes};
use sentier_core::exchange::backup::{Opened, Way, open, restore};
use sentier_core::exchange::calendar::Titles;
use sentier_core::exchange::fhir;
use sentier_core::exchange::json;
use sentier_core::exchange::measures_csv::{self, CsvError, Form};
use sentier_core::exchange::message::{
    Asked, BackupError, Failure, ImportError, JsonError, MOST_BYTES, MOST_FILE_BYTES, Occasion, Pack, QrError, Reply,
    Request, Response, Restoration, Seal, SealError, TriagePacks,
};
use sentier_core::exchange::qr;
use sentier_core::exchange::sheet::Kind;
use sentier_core::pathway::dashboard;
use sentier_core::record::{Event, Record, Session, What, events_of};
use sentier_core::triage::Answer;

static CARE: LazyLock<Vec<u8>> = LazyLock::new(|| write_care(&CONTENT.care).unwrap());
static START: LazyLock<Vec<u8>> = LazyLock::new(|| write_start(library()).unwrap());
static REST: LazyLock<Vec<u8>> = LazyLock::new(|| write_triage(library()).unwrap());

/// What comes back for a request that went there as bytes.
fn asked(request: &Request<'_>) -> Response {
    answer(Request::decode(&request.encode().unwrap()).unwrap(), &WORDS)
}

/// What the page hears of a request that went there as bytes, and comes back as bytes.
fn told(request: &Request<'_>) -> Reply {
    heard(&request.encode().unwrap())
}

fn heard(bytes: &[u8]) -> Reply {
    Reply::decode(&answer_bytes(bytes, &WORDS)).unwrap()
}

fn file(response: Response) -> String {
    match response {
        Response::File(text) => text,
        other => panic!("{other:?}"),
    }
}

fn care() -> Pack<'static> {
    Pack { version: &CONTENT.care.draft().version, bytes: &CARE }
}

fn triage() -> TriagePacks<'static> {
    TriagePacks { start: &START, rest: &REST }
}

fn made() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T08:05:09+01:00").unwrap()
}

fn today() -> NaiveDate {
    made().date_naive()
}

fn occasion() -> Occasion {
    Occasion { today: today(), made: made() }
}

/// The record of every example person, each under a number of their own.
fn events() -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for (person, example) in (1..).zip(&CONTENT.care.draft().examples) {
        let next = events.last().map_or(1, |last| last.id + 1);
        events.extend(events_of(example, person, next, today()));
    }
    events
}

/// What comes over of a whole triage.
fn session() -> Session {
    let kinds = [Answer::No, Answer::Unknown, Answer::Yes];
    answered(library(), &motifs()[0], |number, _| kinds[number % 7 % 3]).0
}

#[test]
fn a_record_goes_out_as_fhir_and_comes_back_as_proposals() {
    let events = events();
    for person in 1..=CONTENT.care.draft().examples.len() as u32 {
        let (care, events) = (care(), events.clone());
        let direct = fhir::collection(&CONTENT.care, &Record::of(events.clone()), person, occasion(), &FHIR);
        let text = file(asked(&Request::Collection { care, events, person, occasion: occasion() }));
        assert_eq!(text, json::write(&direct.unwrap()));
        let import = asked(&Request::Import { care, file: text.as_bytes(), today: today() });
        let direct = fhir::import::read(text.as_bytes(), &CONTENT.care, today()).unwrap();
        assert!(direct.persons[0].proposals.iter().any(|proposal| matches!(proposal.what, What::Named { .. })));
        assert_eq!(import, Response::Import(direct));
    }
    let nobody = Request::Collection { care: care(), events, person: 999, occasion: occasion() };
    assert_eq!(asked(&nobody), Response::Failed(Failure::NobodyThere));
}

#[test]
fn a_result_goes_out_as_fhir() {
    let ask = |session| Request::Document { triage: triage(), session, occasion: occasion() };
    let direct = fhir::document(library(), &session(), occasion(), &FHIR).unwrap();
    assert_eq!(file(asked(&ask(session()))), json::write(&direct));
    let open = Session { motifs: vec![motifs()[0].clone()], ..Session::default() };
    assert_eq!(asked(&ask(open)), Response::Failed(Failure::Unfinished));
}

#[test]
fn a_backup_is_written_and_says_what_it_would_change() {
    let (events, session) = (events(), Some(session()));
    let backup = Request::Backup { care: care(), events: events.clone(), session: session.clone(), made: made() };
    let text = file(asked(&backup));
    let Ok(Opened::Plain(read)) = open(text.as_bytes()) else { panic!("{text}") };
    assert_eq!((&read.events, &read.session), (&events, &session));
    let device: Vec<Event> = events.iter().skip(3).step_by(2).cloned().collect();
    let Response::Restoration(found) = asked(&Request::Restore { file: text.as_bytes(), events: device.clone() })
    else {
        panic!("a backup that is not sealed")
    };
    let [merge, replace] = [Way::Merge, Way::Replace].map(|way| restore(&device, &events, way));
    assert_eq!(replace.apply(&device), events);
    assert_eq!(merge.undo().apply(&merge.apply(&device)), device);
    let made = "2026-11-22T08:05:09+01:00".to_owned();
    assert_eq!(*found, Restoration { made, merge, replace, session, left: Vec::new() });
    let Reply::Restoring(said) = told(&Request::Restore { file: text.as_bytes(), events: device }) else {
        panic!("not told")
    };
    assert_eq!(said.about, ["Sauvegarde faite le 22\u{a0}novembre 2026 à 08\u{a0}h\u{a0}05."]);
    assert_eq!((said.merge.added.clone(), said.merge.removed.len()), (found.merge.added.clone(), 0));
    assert!(said.merge.said.iter().all(|line| line.contains("notes ajoutées") && !line.contains("retirées")));
}

#[test]
fn a_sealed_backup_asks_for_its_passphrase() {
    let seal = Seal { rounds: 600_000, salt: vec![1; 16], nonce: vec![2; 12], bytes: vec![3; 5_000] };
    let text = file(asked(&Request::Seal(seal.clone())));
    let response = asked(&Request::Restore { file: text.as_bytes(), events: Vec::new() });
    assert_eq!(response, Response::Sealed(seal.clone()));
    let weak = Seal { rounds: 1, ..seal };
    assert_eq!(asked(&Request::Seal(weak)), Response::Failed(Failure::Seal(SealError::OutOfBounds)));
}

#[test]
fn a_table_goes_out_and_brings_only_what_is_new() {
    let mut events = events();
    let next = events.last().unwrap().id + 1;
    events.extend((next..).zip(70..80).map(|(id, kilograms)| {
        let what = What::Measured { measure: "poids".to_owned(), on: today(), value: kilograms * 100 };
        Event { id, person: 1, noted: today(), what }
    }));
    let record = Record::of(events.clone());
    let known = record.person(1).unwrap();
    assert!(known.measured.len() >= 10);
    for form in [Form::French, Form::Plain] {
        let out = Request::Table { care: care(), events: events.clone(), person: 1, form };
        let text = file(asked(&out));
        assert_eq!(text, measures_csv::write(&CONTENT.care, known, &TABLE, form));
        let back = |events: Vec<Event>| {
            let (file, care) = (text.as_bytes(), care());
            asked(&Request::Values { care, file, events, person: 1, today: today() })
        };
        let Response::Values { import, known: again } = back(events.clone()) else { panic!("{text}") };
        assert_eq!((import.values.len(), again, import.refused.len()), (0, known.measured.len(), 0));
        let measured = |event: &Event| matches!(event.what, What::Measured { .. } | What::MeasuredAt { .. });
        let without = events.iter().filter(|event| !measured(event)).cloned().collect();
        let Response::Values { import, known: again } = back(without) else { panic!("{text}") };
        assert_eq!((import.values.len(), again), (known.measured.len(), 0));
    }
}

#[test]
fn a_text_becomes_codes() {
    let text = "Allergie : pénicilline.\n".repeat(100);
    let Response::Codes(codes) = asked(&Request::Codes { text: &text }) else { panic!("{text}") };
    assert_eq!(codes, qr::codes(&text).unwrap());
    assert!(codes.len() > 1);
    assert_eq!(asked(&Request::Codes { text: " " }), Response::Failed(Failure::Codes(QrError::Empty)));
}

#[test]
fn hostile_files_end_in_a_reason() {
    let import = |file: &[u8]| asked(&Request::Import { care: care(), file, today: today() });
    let restore = |file: &[u8]| asked(&Request::Restore { file, events: events() });
    let values =
        |file: &[u8]| asked(&Request::Values { care: care(), file, events: events(), person: 1, today: today() });
    let large = vec![b' '; MOST_FILE_BYTES + 1];
    let deep = "[".repeat(100_000);
    for (file, why) in [
        (large.as_slice(), JsonError::TooLarge),
        (deep.as_bytes(), JsonError::TooDeep),
        (b"\xff\xfe{\x00}\x00", JsonError::NotText),
        (b"<Bundle/>", JsonError::NotJson),
    ] {
        assert_eq!(import(file), Response::Failed(Failure::Import(ImportError::Json(why))));
        assert_eq!(restore(file), Response::Failed(Failure::Backup(BackupError::Json(why))));
    }
    assert_eq!(values(&large), Response::Failed(Failure::Table(CsvError::TooLarge)));
    assert_eq!(values(b"a;b\r\n\"1;2"), Response::Failed(Failure::Table(CsvError::OpenQuote)));
    assert_eq!(import(b"{}"), Response::Failed(Failure::Import(ImportError::NotFhir)));
    assert_eq!(restore(b"{}"), Response::Failed(Failure::Backup(BackupError::NotABackup)));
}

#[test]
fn what_is_understood_and_what_is_not_is_told_in_words() {
    let file = r#"{"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": {"resourceType": "Patient", "id": "a", "birthDate": "1974-05-10", "name": [{"text": "<b>Ana</b>"}]}},
        {"resource": {"resourceType": "AllergyIntolerance", "patient": {"reference": "Patient/a"}, "code": {"text": "pollen"}}},
        {"resource": {"resourceType": "Device", "id": "d"}}]}"#;
    let Reply::Offer(offer) = told(&Request::Import { care: care(), file: file.as_bytes(), today: today() }) else {
        panic!("not understood")
    };
    let said: Vec<&str> = offer.groups[0].lines.iter().map(|line| line.said.as_str()).collect();
    assert_eq!(offer.groups[0].title, "<b>Ana</b>");
    for expected in ["Nom\u{a0}: <b>Ana</b>", "Né(e) le 10\u{a0}mai 1974", "Allergie\u{a0}: pollen"] {
        assert!(said.contains(&expected), "{said:?}");
    }
    assert_eq!(offer.left, ["Élément 3 (Device)\u{a0}: Sentier ne garde rien de cette sorte"]);

    let table = "Date;Moment;Mesure;Valeur;Unité;Code\r\n1/5/2026;;Poids;72,5;kg;poids\r\n3/5/2026;;Poids;73;kg;poids\r\nhier;;Poids;72;kg;poids\r\n";
    let what = What::Named { name: "Ana".to_owned(), is_example: false };
    let events = vec![Event { id: 1, person: 1, noted: today(), what }];
    let values = Request::Values { care: care(), file: table.as_bytes(), events, person: 1, today: today() };
    let Reply::Offer(offer) = told(&values) else { panic!("not understood") };
    assert_eq!(offer.groups[0].lines[0].said, "Poids\u{a0}: 2 valeurs, du 1er\u{a0}mai 2026 au 3\u{a0}mai 2026");
    assert_eq!(offer.groups[0].lines[0].notes.len(), 2);
    assert!(offer.left[0].starts_with("Ligne 4\u{a0}: aucune date lisible"), "{:?}", offer.left);
}

/// What a hospital wrote of twenty years is confirmed in a line; what somebody wrote to keep the page busy is listed.
#[test]
fn nobody_ticks_thousands_of_lines_and_none_is_dropped() {
    let resource = |number: usize| match number {
        0..900 => format!(
            r#"{{"resource": {{"resourceType": "AllergyIntolerance", "patient": {{"reference": "Patient/a"}}, "code": {{"text": "{number}"}}}}}}"#
        ),
        _ => format!(
            r#"{{"resource": {{"resourceType": "Observation", "status": "final", "subject": {{"reference": "Patient/a"}}, "code": {{"coding": [{{"system": "http://loinc.org", "code": "29463-7"}}]}}, "effectiveDateTime": "2026-01-{:02}", "valueQuantity": {{"value": 72.5, "system": "http://unitsofmeasure.org", "code": "kg"}}}}}}"#,
            number - 899
        ),
    };
    let entries: Vec<String> = (0..920).map(resource).collect();
    let file = format!(
        r#"{{"resourceType": "Bundle", "type": "collection", "entry": [{{"resource": {{"resourceType": "Patient", "id": "a"}}}}, {}]}}"#,
        entries.join(",")
    );
    let Reply::Offer(offer) = told(&Request::Import { care: care(), file: file.as_bytes(), today: today() }) else {
        panic!("not understood")
    };
    let lines = &offer.groups[0].lines;
    assert_eq!(lines.len(), 500);
    assert_eq!(lines.len() + offer.left.iter().filter(|line| line.contains("trop d’éléments")).count(), 901);
    assert!(
        offer.left.iter().any(|line| line.starts_with("Poids\u{a0}: 20 valeurs, du 1er\u{a0}janvier 2026")),
        "{:?}",
        offer.left
    );
}

#[test]
fn sheets_are_made_and_become_addresses_that_end() {
    let record =
        |kind| Asked::Record { kind, care: care(), events: events(), person: 1, left_out: Vec::new(), today: today() };
    for kind in [Kind::Emergency, Kind::Consultation, Kind::Prevention] {
        let Reply::Sheet(shown) = told(&Request::Sheet(record(kind))) else { panic!("{kind:?}") };
        assert_eq!((shown.sheet.kind, shown.can_be_shared), (kind, true));
        assert_eq!(shown.plain, shown.sheet.plain());
    }
    let triage = || Asked::Triage { triage: triage(), session: session(), occasion: occasion() };
    let Reply::Sheet(shown) = told(&Request::Sheet(triage())) else { panic!("no sheet") };
    assert_eq!(shown.sheet.about, ["Fait le 22\u{a0}novembre 2026 à 8\u{a0}h\u{a0}05."]);
    let until = today().checked_add_days(Days::new(7)).unwrap();
    let Reply::Letters(letters) = told(&Request::Letters { of: record(Kind::Emergency), until, today: today() }) else {
        panic!("no letters")
    };
    let Reply::Sheet(opened) = told(&Request::Open { letters: &letters, today: until }) else { panic!("not opened") };
    assert_eq!((opened.until.as_str(), opened.can_be_shared), ("29\u{a0}novembre 2026", false));
    let late = told(&Request::Open { letters: &letters, today: until.succ_opt().unwrap() });
    assert!(
        matches!(&late, Reply::Failed(said) if said.contains("ne s’ouvre plus") && said.contains("29")),
        "{late:?}"
    );
    let sensitive = library().doors().find(|door| !door.leaves_trace).unwrap();
    let session = answered(library(), &sensitive.id, |_, _| Answer::No).0;
    let of = Asked::Triage { triage: self::triage(), session, occasion: occasion() };
    let refused = told(&Request::Letters { of, until, today: today() });
    assert!(matches!(&refused, Reply::Failed(said) if said.contains("sensible")), "{refused:?}");
}

#[test]
fn days_become_a_calendar_all_or_one() {
    let calendar = |titles, only| Request::Calendar {
        care: care(),
        events: events(),
        person: 1,
        occasion: occasion(),
        titles,
        only,
    };
    let Reply::File(all) = told(&calendar(Titles::Full, None)) else { panic!("no file") };
    let count = |text: &str| text.matches("BEGIN:VEVENT").count();
    assert!(count(&all) > 1);
    let Reply::File(neutral) = told(&calendar(Titles::Neutral, None)) else { panic!("no file") };
    assert_eq!(count(&neutral), count(&all));
    assert!(
        neutral.lines().filter(|line| line.starts_with("SUMMARY")).all(|line| [
            "SUMMARY:À faire",
            "SUMMARY:Rendez-vous"
        ]
        .contains(&line))
    );
    let record = Record::of(events());
    let dashboard = dashboard(&CONTENT.care, record.person(1).unwrap(), today());
    let one = dashboard.next().next().unwrap().key.clone();
    let Reply::File(single) = told(&calendar(Titles::Full, Some(one))) else { panic!("no file") };
    assert_eq!(count(&single), 1);
    assert!(matches!(told(&calendar(Titles::Full, Some("x".to_owned()))), Reply::Failed(_)));
}

#[test]
fn content_of_another_version_is_not_used() {
    let other = Pack { version: "0000000000", ..care() };
    let cut = Pack { bytes: &CARE[1..], ..care() };
    for care in [other, cut] {
        assert_eq!(asked(&Request::Import { care, file: b"{}", today: today() }), Response::Failed(Failure::Content));
    }
    let triage = TriagePacks { start: &REST, rest: &START };
    let document = Request::Document { triage, session: session(), occasion: occasion() };
    assert_eq!(asked(&document), Response::Failed(Failure::Content));
}

#[test]
fn too_much_is_neither_sent_nor_read() {
    let file = vec![0; MOST_BYTES];
    let request = Request::Restore { file: &file, events: Vec::new() };
    assert_eq!(request.encode(), Err(Failure::TooLarge));
    assert!(matches!(heard(&vec![0; MOST_BYTES + 1]), Reply::Failed(said) if said.contains("trop grand")));
}

#[test]
fn a_cut_message_is_no_message() {
    let events: Vec<Event> = events().into_iter().take(5).collect();
    let whole = Request::Restore { file: b"{}", events }.encode().unwrap();
    for end in 0..whole.len() {
        assert!(matches!(heard(&whole[..end]), Reply::Failed(said) if said.contains("Rechargez")), "cut at {end}");
    }
    let reply = answer_bytes(&whole, &WORDS);
    assert!(Reply::decode(&reply).is_some());
    for end in 0..reply.len() {
        assert_eq!(Reply::decode(&reply[..end]), None, "cut at {end}");
    }
}

proptest! {
    #[test]
    fn no_bytes_are_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = answer_bytes(&bytes, &WORDS);
        let _ = Reply::decode(&bytes);
    }
}
