//! The backup: what is written is read, loses nothing, and is valid against its schema; restoring can be taken back.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, FixedOffset, NaiveDate};
use common::CONTENT;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use sentier_core::content::{Sex, Subject};
use sentier_core::exchange::backup::{
    Backup, BackupError, Opened, Seal, SealError, Way, Why, open, restore, write, write_sealed,
};
use sentier_core::exchange::json::JsonError;
use sentier_core::pathway::{Moment, Precision, Topic};
use sentier_core::record::{Event, Session, What, events_of};
use sentier_core::triage::{Answer, Known, MeasureAnswer};
use serde_json::{Value, json};

fn made() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T08:05:09+01:00").unwrap()
}

fn written(events: &[Event], session: Option<&Session>) -> String {
    write(&CONTENT.care, events, session, made(), "Ce fichier n’est pas protégé.")
}

fn opened(file: &str) -> Backup {
    match open(file.as_bytes()) {
        Ok(Opened::Plain(backup)) => backup,
        other => panic!("{other:?}"),
    }
}

/// What a validator of schemas that is not ours says of some files: the reason of a refusal, or nothing.
fn validated(name: &str, files: &[String]) -> Vec<Option<String>> {
    let python = std::env::var_os("SENTIER_PYTHON").map(PathBuf::from).unwrap_or_else(|| {
        panic!("no Python with tests/python/requirements.txt: run `make test`, or set SENTIER_PYTHON to one")
    });
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let paths = files.iter().enumerate().map(|(number, file)| {
        let path = folder.join(format!("{number}.json"));
        std::fs::write(&path, file).unwrap();
        path
    });
    let script = root.join("tests/python/check_schema.py");
    let output =
        Command::new(python).arg(script).arg(root.join("docs/backup.schema.json")).args(paths).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..120_000_i64).prop_map(|days| NaiveDate::from_ymd_opt(1850, 1, 1).unwrap() + chrono::TimeDelta::days(days))
}

/// Any text, with what looks like markup, control characters and letters of all scripts.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), any::<String>(), Just("<script>\u{0}\u{202e}\"\\".to_owned())]
}

fn what() -> impl Strategy<Value = What> {
    let answer = prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::Unknown)];
    let (moment, precision) = (
        prop_oneof![Just(Moment::Morning), Just(Moment::Evening)],
        prop_oneof![Just(Precision::Month), Just(Precision::Year)],
    );
    let maybe = || prop::option::of(day());
    let one = prop_oneof![
        (text(), any::<bool>()).prop_map(|(name, is_example)| What::Named { name, is_example }),
        day().prop_map(What::Born),
        prop_oneof![Just(Sex::Female), Just(Sex::Male)].prop_map(What::SexIs),
        day().prop_map(What::Expecting),
        day().prop_map(What::PregnancyEnded),
        day().prop_map(What::Died),
        (text(), answer).prop_map(|(fact, answer)| What::Said { fact, answer }),
        text().prop_map(What::Joined),
        text().prop_map(What::Left),
    ];
    let two = prop_oneof![
        (text(), text(), day()).prop_map(|(pathway, date, on)| What::Dated { pathway, date, on }),
        (text(), maybe()).prop_map(|(what, on)| What::Done { what, on }),
        (text(), text()).prop_map(|(step, reason)| What::Dismissed { step, reason }),
        (text(), day()).prop_map(|(step, until)| What::Postponed { step, until }),
        (text(), day(), any::<i64>()).prop_map(|(measure, on, value)| What::Measured { measure, on, value }),
        (text(), any::<Option<i64>>(), any::<Option<i64>>()).prop_map(|(measure, from, up_to)| What::Aimed {
            measure,
            from,
            up_to
        }),
        (text(), text(), text()).prop_map(|(role, name, reach)| What::Member { role, name, reach }),
        (text(), text(), day(), maybe()).prop_map(|(paper, place, of, until)| What::Document {
            paper,
            place,
            of,
            until
        }),
        text().prop_map(What::Question),
    ];
    let three = prop_oneof![
        (0..40_u64).prop_map(What::Undone),
        any::<u64>().prop_map(What::Undone),
        (text(), day()).prop_map(|(what, on)| What::Booked { what, on }),
        (text(), text(), day()).prop_map(|(pathway, right, until)| What::Granted { pathway, right, until }),
        (text(), text(), day(), precision).prop_map(|(pathway, date, on, precision)| What::DatedAbout {
            pathway,
            date,
            on,
            precision
        }),
        (text(), day(), moment, any::<i64>()).prop_map(|(measure, on, moment, value)| What::MeasuredAt {
            measure,
            on,
            moment,
            value
        }),
        (text(), text()).prop_map(|(substance, reaction)| What::Allergy { substance, reaction }),
        (text(), text()).prop_map(|(name, directions)| What::Treatment { name, directions }),
        (text(), maybe()).prop_map(|(name, since)| What::Illness { name, since }),
        prop_oneof![Just(Topic::Allergies), Just(Topic::Treatments)].prop_map(What::NoneKnown),
    ];
    prop_oneof![one, two, three]
}

/// Events of some persons, in the order of their numbers, each number once.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let event = (1..40_u64, 1..4_u32, day(), what());
    prop::collection::btree_map(1..60_u64, event, 0..30).prop_map(|map| {
        map.into_iter().map(|(id, (_, person, noted, what))| Event { id, person, noted, what }).collect()
    })
}

fn session() -> Session {
    let mut session =
        Session { motifs: vec!["mal-de-tete".to_owned()], since: vec!["hier".to_owned()], ..Session::default() };
    session.answers.signs.insert("b".to_owned(), Answer::Unknown);
    session.answers.signs.insert("a".to_owned(), Answer::Yes);
    session.answers.measures.insert("temperature".to_owned(), MeasureAnswer::Tenths(385));
    session.answers.measures.insert("pouls".to_owned(), MeasureAnswer::Impossible);
    session.answers.age = Some(Known::Is(500));
    session.answers.sex = Some(Known::Unknown);
    session.subject = Some(Subject::OwnChild);
    session
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_is_lost(events in events()) {
        let backup = opened(&written(&events, None));
        prop_assert_eq!(&backup.events, &events);
        prop_assert_eq!(backup.left, vec![]);
        prop_assert_eq!(backup.session, None);
    }

    #[test]
    fn merging_keeps_everything_twice_changes_nothing_and_can_be_taken_back(now in events(), backup in events()) {
        let plan = restore(&now, &backup, Way::Merge);
        prop_assert_eq!(&plan.removed, &vec![]);
        let after = plan.apply(&now);
        prop_assert!(now.iter().all(|event| after.contains(event)), "something of the device is gone");
        let numbers: BTreeSet<u64> = after.iter().map(|event| event.id).collect();
        prop_assert_eq!(numbers.len(), after.len());
        prop_assert!(after.len() >= now.len().max(backup.len()));
        prop_assert_eq!(plan.undo().apply(&after), now);
    }

    #[test]
    fn replacing_gives_the_backup_and_can_be_taken_back(now in events(), backup in events()) {
        let plan = restore(&now, &backup, Way::Replace);
        let after = plan.apply(&now);
        prop_assert_eq!(&after, &backup);
        prop_assert_eq!(plan.undo().apply(&after), now);
    }

    #[test]
    fn a_backup_of_the_device_changes_nothing(now in events()) {
        for way in [Way::Merge, Way::Replace] {
            let plan = restore(&now, &now, way);
            prop_assert_eq!(&plan.added, &vec![]);
            prop_assert_eq!(&plan.removed, &vec![]);
        }
    }

    #[test]
    fn no_bytes_are_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = open(&bytes);
    }
}

fn noted(id: u64, person: u32, what: What) -> Event {
    Event { id, person, noted: made().date_naive(), what }
}

fn named(name: &str) -> What {
    What::Named { name: name.to_owned(), is_example: false }
}

#[test]
fn two_people_are_never_put_together() {
    let device = [noted(1_000, 1, named("Marie")), noted(1_001, 1, What::Born(made().date_naive()))];
    let other = [
        noted(2_000, 1, named("Paul")),
        noted(2_001, 1, What::Question("?".to_owned())),
        noted(2_002, 1, What::Undone(2_001)),
    ];
    let plan = restore(&device, &other, Way::Merge);
    let change = |person: u32| plan.changes.iter().find(|change| change.person == person).unwrap();
    assert_eq!((change(1).name.as_str(), change(1).added, change(1).kept), ("Marie", 0, 2));
    assert_eq!((change(2).name.as_str(), change(2).added, change(2).kept), ("Paul", 3, 0));
    let after = plan.apply(&device);
    assert!(restore(&after, &other, Way::Merge).added.is_empty(), "the same backup twice");
    // A later backup of Paul finds him under his new number.
    let later = [&other[..], &[noted(2_003, 1, What::Question("!".to_owned()))]].concat();
    let again = restore(&after, &later, Way::Merge);
    assert_eq!(again.added, [noted(2_003, 2, What::Question("!".to_owned()))]);
}

#[test]
fn a_number_that_two_events_have_is_given_anew() {
    let device = [noted(1_000, 1, named("Marie")), noted(1_002, 1, What::Question("1".to_owned()))];
    let backup = [
        noted(1_000, 1, named("Marie")),
        noted(1_002, 1, What::Question("2".to_owned())),
        noted(1_003, 1, What::Question("3".to_owned())),
        noted(1_005, 1, What::Undone(1_002)),
        noted(1_006, 1, What::Undone(7)),
    ];
    let plan = restore(&device, &backup, Way::Merge);
    let expected = [
        noted(1_003, 1, What::Question("3".to_owned())),
        noted(1_004, 1, What::Question("2".to_owned())),
        noted(1_005, 1, What::Undone(1_004)),
        noted(1_006, 1, What::Undone(7)),
    ];
    assert_eq!(plan.added, expected);
    let after = plan.apply(&device);
    assert!(restore(&after, &backup, Way::Merge).added.is_empty(), "the same backup twice");
    assert_eq!(plan.undo().apply(&after), device);
}

#[test]
fn a_backup_takes_back_nothing_of_others() {
    let device = [noted(1_000, 1, named("Marie")), noted(1_001, 1, What::Question("?".to_owned()))];
    let hostile = [noted(5_000, 1, named("Paul")), noted(5_001, 1, What::Undone(1_001))];
    let after = restore(&device, &hostile, Way::Merge).apply(&device);
    let record = sentier_core::record::Record::of(after);
    assert_eq!(record.person(1).unwrap().questions.len(), 1);
}

#[test]
fn the_triage_under_way_comes_along() {
    let backup = opened(&written(&[], Some(&session())));
    assert_eq!(backup.session, Some(session()));
    // Answers that somebody wrote in another order are found all the same.
    let mut file: Value = serde_json::from_str(&written(&[], Some(&session()))).unwrap();
    file["triage"]["answers"]["signs"]["entries"].as_array_mut().unwrap().reverse();
    assert_eq!(opened(&file.to_string()).session, Some(session()));
    // Whoever writes a file by hand may leave out of whom the questions speak.
    file["triage"].as_object_mut().unwrap().remove("subject");
    assert_eq!(opened(&file.to_string()).session, Some(Session { subject: None, ..session() }));
}

#[test]
fn what_is_not_read_is_listed() {
    let good = json!({"id": "7", "person": 1, "noted": "2026-11-21", "what": {"kind": "question", "of": "?"}});
    let with = |part: &str, value: Value| {
        let mut line = good.clone();
        line[part] = value;
        line
    };
    let lines = json!([
        good,
        good,
        with("what", json!({"kind": "question", "of": "!"})),
        with("what", json!({"kind": "unheard-of"})),
        with("what", json!({"kind": "question", "of": 7})),
        with("what", json!({"kind": "born", "of": "0000-01-01"})),
        with("what", json!({"kind": "born", "of": "9999-12-31"})),
        with("what", json!({"kind": "measured", "of": {"measure": "poids", "on": "2026-11-21", "hundredths": 1e300}})),
        with("id", json!(7)),
        with("id", json!("+8")),
        with("id", json!("99999999999999999999")),
        with("person", json!(-1)),
        with("noted", json!("21/11/2026")),
        with("more", json!(true)),
        7,
    ]);
    let file = json!({"format": "sentier-backup", "version": 1, "events": lines, "triage": [], "extra": 1});
    let backup = opened(&file.to_string());
    assert_eq!(backup.events, [noted_on("2026-11-21", 7)]);
    let left: Vec<(usize, Why)> = backup.left.iter().map(|left| (left.place, left.why)).collect();
    let expected: Vec<(usize, Why)> = [(2, Why::Twice), (3, Why::SameNumber)]
        .into_iter()
        .chain((4..=15).map(|place| (place, Why::NotUnderstood)))
        .chain([(0, Why::NotUnderstood), (0, Why::UnknownPart)])
        .collect();
    assert_eq!(left, expected);
}

fn noted_on(day: &str, id: u64) -> Event {
    Event { id, person: 1, noted: day.parse().unwrap(), what: What::Question("?".to_owned()) }
}

#[test]
fn hostile_files_end_in_a_reason() {
    let file = |part: &str| format!("{{\"format\":\"sentier-backup\",{part}}}");
    for (bytes, expected) in [
        ("{}".to_owned(), BackupError::NotABackup),
        ("[7]".to_owned(), BackupError::NotABackup),
        (file("\"version\":1"), BackupError::NotABackup),
        (file("\"version\":0,\"events\":[]"), BackupError::NotABackup),
        (file("\"version\":\"1\",\"events\":[]"), BackupError::NotABackup),
        (file("\"version\":2,\"events\":[]"), BackupError::FromTheFuture),
        (file("\"version\":1,\"events\":{}"), BackupError::NotABackup),
        (file(&format!("\"version\":1,\"events\":[{}0]", "0,".repeat(200_000))), BackupError::TooMany),
        (file("\"version\":1,\"sealed\":7"), BackupError::Seal(SealError::Unreadable)),
        ("[".repeat(3_000_000), BackupError::Json(JsonError::TooDeep)),
        (" ".repeat(50_000_000), BackupError::Json(JsonError::TooLarge)),
    ] {
        assert_eq!(open(bytes.as_bytes()), Err(expected), "{}", bytes.chars().take(80).collect::<String>());
    }
}

#[test]
fn a_seal_is_written_and_read_within_bounds() {
    let seal = Seal { rounds: 600_000, salt: vec![1; 16], nonce: vec![2; 12], bytes: vec![3; 100] };
    assert_eq!(open(write_sealed(&seal).unwrap().as_bytes()), Ok(Opened::Sealed(seal.clone())));
    for bad in [
        Seal { rounds: 99_999, ..seal.clone() },
        Seal { rounds: u32::MAX, ..seal.clone() },
        Seal { salt: vec![1; 15], ..seal.clone() },
        Seal { nonce: vec![2; 13], ..seal.clone() },
        Seal { bytes: vec![3; 16], ..seal.clone() },
    ] {
        assert_eq!(write_sealed(&bad), Err(SealError::OutOfBounds), "{bad:?}");
        let forged = write_sealed(&seal).unwrap().replace("600000", &bad.rounds.to_string());
        if bad.rounds != seal.rounds {
            assert_eq!(open(forged.as_bytes()), Err(BackupError::Seal(SealError::OutOfBounds)));
        }
    }
    let other = write_sealed(&seal).unwrap().replace("AES-256-GCM", "ROT13");
    assert_eq!(open(other.as_bytes()), Err(BackupError::Seal(SealError::OtherCipher)));
}

#[test]
fn files_are_valid_against_the_schema_and_others_are_not() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let some = (0..60).flat_map(|_| events().new_tree(&mut runner).unwrap().current()).collect::<Vec<_>>();
    let all: Vec<Event> = (1..).zip(some).map(|(id, event)| Event { id, ..event }).collect();
    let example = events_of(&CONTENT.care.draft().examples[5], 1, 1, made().date_naive());
    let seal = Seal { rounds: 600_000, salt: vec![1; 16], nonce: vec![2; 12], bytes: vec![3; 100] };
    let good =
        [written(&all, Some(&session())), written(&example, None), written(&[], None), write_sealed(&seal).unwrap()];
    assert_eq!(validated("backups", &good), vec![None; good.len()]);
    let bad = [
        good[1].replace("\"kind\": \"named\"", "\"kind\": \"called\""),
        good[1].replace("\"sentier-backup\"", "\"other\""),
        good[1].replace("\"is_example\": true", "\"is_example\": 1"),
        good[1].replace("\"noted\"", "\"when\""),
        good[3].replace("600000", "6"),
    ];
    for (number, refusal) in validated("bad-backups", &bad).into_iter().enumerate() {
        assert!(refusal.is_some(), "{number}");
    }
    assert!(
        !all.is_empty()
            && BTreeSet::from_iter(
                all.iter().map(|event| std::mem::discriminant(&event.what)).map(|kind| format!("{kind:?}"))
            )
            .len()
                == 27
    );
}
