//! What sheets say: everything that was answered or noted, what is not known as such, and nothing that was not said.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use chrono::NaiveDate;
use common::answered::answered;
use common::exchange_words::{CARE, COMMON, EMERGENCY, ORIENTATION};
use common::{CONTENT, each, library, motifs};
use sentier_core::content::{Door, Id};
use sentier_core::exchange::share::{MOST_DAYS, MOST_LETTERS, ShareError, Shareable, open, seal};
use sentier_core::exchange::sheet::{Body, Orientation, Sheet, consultation, emergency, orientation, prevention};
use sentier_core::orientation::Moment;
use sentier_core::pathway::{State, Topic, dashboard};
use sentier_core::record::{Event, Record, What};
use sentier_core::triage::{Answer, Answers, MeasureAnswer, Protocol, StepKind, Truth};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn doors() -> Vec<Door> {
    library().doors().cloned().collect()
}

/// The sheet of a motif whose questions were answered so, and the answers that count.
fn sheet_of(motif: &Id, doors: &[Door], answer: impl FnMut(usize, &StepKind) -> Answer) -> (Sheet, Answers) {
    let (session, walk) = answered(library(), motif, answer);
    let protocol = Protocol::new(library(), &session.motifs);
    let verdict = walk.verdict.as_ref().unwrap();
    let moment = Moment::new(day("2026-11-22"), 7, 5).unwrap();
    let asked = Orientation { protocol: &protocol, doors, session: &session, walk: &walk, verdict, moment };
    (orientation(&asked, &ORIENTATION, &COMMON), walk.counted.clone())
}

/// The lines of the section with a title; none where there is no such section or it says that there is nothing.
fn lines(sheet: &Sheet, title: &str) -> Vec<String> {
    let section = sheet.sections.iter().find(|section| section.title == title);
    match section.map(|section| &section.body) {
        None | Some(Body::Nothing(_)) => Vec::new(),
        Some(body) => body.lines(),
    }
}

type Pattern = fn(usize, &StepKind) -> Answer;

/// Among them what a doubt about a vital sign would end: nothing but no, until what is known of the person is asked.
const PATTERNS: [Pattern; 6] = [
    |_, _| Answer::No,
    |_, _| Answer::Unknown,
    |number, _| [Answer::No, Answer::Unknown, Answer::No][number % 3],
    |number, _| if number < 9 { Answer::No } else { [Answer::Yes, Answer::No, Answer::Unknown][number % 3] },
    |_, screen| if *screen == StepKind::Terrain { Answer::Unknown } else { Answer::No },
    |_, screen| if *screen == StepKind::Terrain { Answer::Yes } else { Answer::No },
];

#[test]
fn every_answer_stands_on_the_orientation_sheet_in_its_place() {
    let doors = doors();
    let said = each(&motifs(), |_, motif| {
        let mut said = Vec::new();
        for (at, pattern) in PATTERNS.iter().enumerate() {
            let (sheet, counted) = sheet_of(motif, &doors, pattern);
            let protocol = Protocol::new(library(), std::slice::from_ref(motif));
            let mut expected: [Vec<String>; 4] = Default::default();
            for sign in protocol.signs().iter().filter(|sign| sign.is_ticked()) {
                let place = match counted.truth(library(), sign) {
                    Some(Truth::Yes) if protocol.is_terrain(&sign.id) => 0,
                    Some(Truth::Yes) => 1,
                    Some(Truth::Unknown) => 2,
                    Some(Truth::No) => 3,
                    None => continue,
                };
                expected[place].push(counted.statement(sign));
            }
            let impossible =
                counted.measures.iter().filter(|(_, answer)| **answer == MeasureAnswer::Impossible).count();
            let titles = [ORIENTATION.background, ORIENTATION.present, ORIENTATION.unknown, ORIENTATION.absent];
            for (title, expected) in titles.into_iter().zip(expected) {
                let found = lines(&sheet, title);
                let is_whole = expected.iter().all(|line| found.iter().filter(|known| *known == line).count() >= 1);
                let persons = found.iter().filter(|line| line.contains("inconnu")).count();
                let more = if title == ORIENTATION.unknown { impossible + persons } else { 0 };
                if !is_whole || found.len() != expected.len() + more {
                    said.push(format!("{motif}, pattern {at}, {title}: {found:?} instead of {expected:?}"));
                }
            }
            let taken = counted.measures.iter().filter(|(_, answer)| **answer != MeasureAnswer::Impossible).count();
            if lines(&sheet, ORIENTATION.measured).len() != taken {
                said.push(format!("{motif}, pattern {at}: {taken} measures were taken"));
            }
            let text = sheet.plain();
            if !text.contains("22\u{a0}novembre 2026 à 7\u{a0}h\u{a0}05") || !text.contains(library().version()) {
                said.push(format!("{motif}: no time or version"));
            }
            if lines(&sheet, ORIENTATION.result).len() < 2 || lines(&sheet, ORIENTATION.why).is_empty() {
                said.push(format!("{motif}, pattern {at}: no result or no reason"));
            }
        }
        said
    });
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn what_leaves_no_trace_is_never_shared() {
    let doors = doors();
    let said = each(&motifs(), |_, motif| {
        let leaves_trace = library().motif(motif).unwrap().door.leaves_trace;
        let (sheet, _) = sheet_of(motif, &doors, |_, _| Answer::No);
        if Shareable::of(&sheet).is_ok() == leaves_trace { Vec::new() } else { vec![motif.clone()] }
    });
    assert!(said.is_empty(), "{said:?}");
    assert!(doors.iter().any(|door| !door.leaves_trace) && doors.iter().any(|door| door.leaves_trace));
    // An answer of its own is enough.
    let is_secret = |(_, sign): &(&Id, &sentier_core::content::Sign)| !sign.leaves_trace && sign.is_ticked();
    let open = library().motifs().iter().filter(|motif| motif.door.leaves_trace);
    let signs = open.flat_map(|motif| motif.signs.iter().map(move |sign| (&motif.door.id, sign)));
    let (motif, sign) = signs.clone().find(is_secret).unwrap_or_else(|| panic!("no such sign"));
    let (session, walk) = answered(library(), motif, |_, _| Answer::No);
    let mut secret = session.clone();
    secret.answers.signs.insert(sign.id.clone(), Answer::Unknown);
    let protocol = Protocol::new(library(), &session.motifs);
    let of = |session| {
        let moment = Moment::new(day("2026-11-22"), 7, 5).unwrap();
        let verdict = walk.verdict.as_ref().unwrap();
        let asked = Orientation { protocol: &protocol, doors: &doors, session, walk: &walk, verdict, moment };
        Shareable::of(&orientation(&asked, &ORIENTATION, &COMMON)).map(|_| ())
    };
    assert_eq!((of(&session), of(&secret)), (Ok(()), Err(ShareError::Sensitive)));
}

#[test]
fn every_sheet_that_may_be_shared_fits_and_comes_back() {
    let doors = doors();
    let today = day("2026-11-22");
    let said = each(&motifs(), |_, motif| {
        let mut said = Vec::new();
        for pattern in PATTERNS {
            let (sheet, _) = sheet_of(motif, &doors, pattern);
            let Ok(shareable) = Shareable::of(&sheet) else { continue };
            match seal(shareable, today, today).map(|letters| (letters.len(), open(&letters, today))) {
                Ok((length, Ok(shared))) => {
                    let is_same = shared.sheet.plain() == sheet.plain() && shared.until == today;
                    let is_shared_on = Shareable::of(&shared.sheet).is_ok();
                    if length > MOST_LETTERS / 2 || !is_same || is_shared_on {
                        said.push(format!("{motif}: {length} letters, same {is_same}, shared on {is_shared_on}"));
                    }
                }
                other => said.push(format!("{motif}: {other:?}")),
            }
        }
        said
    });
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn what_was_shared_ends_on_its_day_and_is_whole_or_nothing() {
    let today = day("2026-11-22");
    let (sheet, _) = sheet_of(&"toux-rhume".to_owned(), &doors(), |_, _| Answer::No);
    let sheet = Shareable::of(&sheet).unwrap();
    let after = |days| today + chrono::Days::new(days);
    let letters = seal(sheet, after(MOST_DAYS), today).unwrap();
    assert!(open(&letters, after(MOST_DAYS)).is_ok());
    assert_eq!(open(&letters, after(MOST_DAYS + 1)), Err(ShareError::Over(after(MOST_DAYS))));
    for bad in [after(MOST_DAYS + 1), today.pred_opt().unwrap(), NaiveDate::MAX, NaiveDate::MIN] {
        assert_eq!(seal(sheet, bad, today), Err(ShareError::BadDay));
    }
    assert_eq!(seal(sheet, NaiveDate::MAX, NaiveDate::MAX), Err(ShareError::BadDay));
    for end in 0..letters.len() {
        assert!(open(&letters[..end], today).is_err(), "cut at {end}");
    }
    for at in 0..letters.len() {
        let letter = if &letters[at..=at] == "A" { "B" } else { "A" };
        let altered = format!("{}{letter}{}", &letters[..at], &letters[at + 1..]);
        // The last letter may hold bits that stand for nothing.
        assert!(open(&altered, today).is_err() || at + 1 == letters.len(), "altered at {at}");
    }
    assert_eq!(open(&"A".repeat(MOST_LETTERS + 1), today), Err(ShareError::TooLarge));
    assert_eq!(open("AgAAAAA", today), Err(ShareError::FromTheFuture));
    for nothing in ["", "A", "é", "AAAA", "====", "<script>"] {
        assert_eq!(open(nothing, today), Err(ShareError::Unreadable), "{nothing}");
    }
}

/// A person with some events, noted on a day.
fn record(events: Vec<What>) -> Record {
    let noted = day("2026-11-20");
    Record::of((1..).zip(events).map(|(id, what)| Event { id, person: 1, noted, what }).collect())
}

fn text(words: &str) -> String {
    words.to_owned()
}

#[test]
fn the_emergency_card_tells_none_known_from_not_noted() {
    let today = day("2026-11-22");
    let card = |events| {
        let record = record(events);
        emergency(&CONTENT.care, record.person(1).unwrap(), &[], today, &EMERGENCY, &COMMON)
    };
    let named = || What::Named { name: text("Moi"), is_example: false };
    let body =
        |sheet: &Sheet, title| sheet.sections.iter().find(|section| section.title == title).unwrap().body.clone();
    let empty = card(vec![named()]);
    assert!(empty.sections.iter().all(|section| section.body == Body::Nothing(text(COMMON.not_noted))));
    let none = card(vec![named(), What::NoneKnown(Topic::Allergies)]);
    assert_eq!(body(&none, EMERGENCY.allergies), Body::Nothing(text("rien de connu, dit le 20\u{a0}novembre 2026")));
    assert_eq!(body(&none, EMERGENCY.treatments), Body::Nothing(text(COMMON.not_noted)));
    // Even where the person says afterwards that there is none, what they noted stays.
    let both = card(vec![
        What::Allergy { substance: text("Pénicilline"), reaction: text("plaques") },
        What::NoneKnown(Topic::Allergies),
    ]);
    assert_eq!(body(&both, EMERGENCY.allergies), Body::Lines(vec![text("Pénicilline\u{a0}: plaques")]));
}

#[test]
fn the_emergency_card_has_all_that_was_noted_for_it() {
    let today = day("2026-11-22");
    let document = |paper: &str, of: &str| What::Document {
        paper: text(paper),
        place: text("tiroir du bureau"),
        of: day(of),
        until: None,
    };
    let member =
        |role: &str, name: &str| What::Member { role: text(role), name: text(name), reach: text("06 12 34 56 78") };
    let record = record(vec![
        What::Born(day("1974-05-03")),
        What::Expecting(day("2027-03-01")),
        What::Treatment { name: text("Un comprimé bleu"), directions: text("le matin") },
        What::Illness { name: text("Maladie de Wilson"), since: Some(day("2001-02-03")) },
        What::Joined(text("maladies-rares")),
        What::Joined(text("depression")),
        member("dentiste", "Dr Dent"),
        member("proche", "Camille"),
        member("personne-confiance", "Dominique"),
        document("directives-anticipees", "2020-01-01"),
        document("directives-anticipees", "2025-06-07"),
        document("ordonnance", "2026-01-01"),
    ]);
    let person = record.person(1).unwrap();
    let pathway = |card: &str| CONTENT.care.pathways().iter().find(|pathway| pathway.card == card).unwrap();
    let mut person = person.clone();
    for card in ["P16", "P23"] {
        person.joined.insert(pathway(card).id.clone(), sentier_core::pathway::Joined::default());
    }
    let left_out = [pathway("P16").id.clone()];
    let card = emergency(&CONTENT.care, &person, &left_out, today, &EMERGENCY, &COMMON);
    assert_eq!(card.about, ["52\u{a0}ans · naissance le 3\u{a0}mai 1974"]);
    assert_eq!(lines(&card, EMERGENCY.treatments), ["Un comprimé bleu\u{a0}: le matin"]);
    let illnesses = lines(&card, EMERGENCY.illnesses);
    assert_eq!(
        illnesses[..2],
        ["Grossesse, naissance attendue le 1er\u{a0}mars 2027", "Maladie de Wilson, depuis le 3\u{a0}février 2001",]
    );
    assert_eq!(illnesses[2..], [pathway("P23").title.clone()], "one was left out");
    let contacts = lines(&card, EMERGENCY.contacts);
    assert_eq!(contacts.len(), 2);
    assert!(contacts[0].ends_with("Dominique, 06 12 34 56 78") && contacts[1].ends_with("Camille, 06 12 34 56 78"));
    let papers = lines(&card, EMERGENCY.papers);
    assert_eq!(papers, ["Directives anticipées du 7\u{a0}juin 2025, tiroir du bureau"]);
    // Nine months after the day expected, nobody is told of a pregnancy.
    let later = emergency(&CONTENT.care, &person, &left_out, day("2027-12-01"), &EMERGENCY, &COMMON);
    assert!(!later.plain().contains("Grossesse"));
}

#[test]
fn the_consultation_sheet_tells_what_came_since_the_last_one() {
    let today = day("2026-11-22");
    let visit = CONTENT.care.landmarks().visit.clone();
    let done = |what: &str, on: &str| What::Done { what: text(what), on: Some(day(on)) };
    let value = |on: &str, value| What::Measured { measure: text("poids"), on: day(on), value };
    let events = vec![
        What::Born(day("1974-05-03")),
        done("P00-VACC", "2026-01-10"),
        done(&visit, "2026-05-01"),
        value("2026-04-01", 7_000),
        value("2026-06-01", 7_110),
        value("2026-07-01", 7_220),
        What::Aimed { measure: text("poids"), from: None, up_to: Some(7_000) },
        What::Document { paper: text("ordonnance"), place: String::new(), of: day("2026-06-02"), until: None },
        What::Question(text("Que faire le soir ?")),
    ];
    let sheet = |events: Vec<What>| {
        let record = record(events);
        let person = record.person(1).unwrap();
        consultation(&CONTENT.care, person, &dashboard(&CONTENT.care, person, today), today, &CARE, &COMMON)
    };
    let whole = sheet(events.clone());
    let since = lines(&whole, "Depuis le 1er\u{a0}mai 2026");
    assert_eq!(since.len(), 2, "the consultation itself and the paper after it: {since:?}");
    assert_eq!(since[1], "2\u{a0}juin 2026\u{a0}: Ordonnance");
    let weight = whole.sections.iter().find(|section| section.title == "Poids").unwrap();
    let Body::Values { note, unit, values } = &weight.body else { panic!("no values") };
    assert_eq!((note.as_str(), unit.as_str()), ("au plus 70,0\u{a0}kg", "kg"));
    let said: Vec<&str> = values.iter().map(|value| value.said.as_str()).collect();
    assert_eq!(said, ["1er\u{a0}juin 2026\u{a0}: 71,1\u{a0}kg", "1er\u{a0}juillet 2026\u{a0}: 72,2\u{a0}kg"]);
    assert_eq!(lines(&whole, CARE.questions), ["Que faire le soir ?"]);
    assert!(!lines(&whole, CARE.due).is_empty());
    // Without a consultation, the year before counts.
    let never =
        sheet(events.into_iter().filter(|what| !matches!(what, What::Done { what, .. } if *what == visit)).collect());
    assert!(!lines(&never, CARE.since_a_year).is_empty());
    let Body::Values { values, .. } = &never.sections.iter().find(|section| section.title == "Poids").unwrap().body
    else {
        panic!("no values")
    };
    assert_eq!(values.len(), 3);
}

#[test]
fn the_calendar_of_prevention_has_everything_that_everybody_is_asked() {
    for example in &CONTENT.people {
        for today in example.days.iter().map(|day| day.today) {
            let board = dashboard(&CONTENT.care, &example.person, today);
            let sheet = prevention(&CONTENT.care, &example.person, &board, today, &CARE, &COMMON);
            let rows: Vec<String> = sheet.sections.iter().flat_map(|section| section.body.lines()).collect();
            let is_said = |title: &str| rows.iter().any(|row| row.split(" · ").next() == Some(title));
            for item in &board.items {
                let is_asked = item
                    .parts
                    .iter()
                    .any(|part| part.pathway.entry == sentier_core::content::pathway::Entry::Everybody);
                let is_there = match item.status.state {
                    State::Late | State::DueNow => !item.is_habit() && item.within.is_none(),
                    State::Done => true,
                    State::ToCome => item.status.is_ahead(today) && !item.is_habit(),
                    State::ToDiscuss | State::NotConcerned => continue,
                };
                if is_asked && is_there {
                    assert!(is_said(item.title), "{}, {today}: {} is missing", example.id, item.title);
                }
            }
            for row in rows.iter().filter(|row| row.contains(" · ")) {
                let title = row.split(" · ").next();
                let item = board.items.iter().find(|item| Some(item.title) == title).unwrap();
                assert!(!matches!(item.status.state, State::NotConcerned), "{}: {row}", example.id);
            }
        }
    }
}
