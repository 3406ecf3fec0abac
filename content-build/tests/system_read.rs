//! The system as people read it: acronyms in place, the glossary, the map, the three parcours, places of a host.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use sentier_content_build::{Content, read};
use sentier_core::content::system::Entry;
use sentier_core::content::{Id, System, Urgency};
use sentier_core::orientation::{Hours, Moment, beside, places_of};
use sentier_core::pathway::dashboard;
use sentier_core::record::{Record, events_of};
use sentier_core::system::{Map, Piece, look_up, map, own_items, pieces, rings};

use common::Copy;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    read(&folder).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
});

fn system() -> &'static System {
    &CONTENT.system
}

fn entry(id: &str) -> &'static Entry {
    system().entry(id).unwrap_or_else(|| panic!("no entry {id}"))
}

/// What the letters of a text mean, in a text about some entries.
fn meanings(text: &str, about: &[&Entry]) -> Vec<(String, Vec<String>)> {
    let found = pieces(system(), text, about);
    let acronyms = found.into_iter().filter_map(|piece| match piece {
        Piece::Acronym(letters, meanings) => {
            Some((letters.to_owned(), meanings.iter().map(|meaning| meaning.acronym.means.clone()).collect()))
        }
        Piece::Plain(_) => None,
    });
    acronyms.collect()
}

#[test]
fn the_pieces_of_a_text_are_that_text() {
    let mut count = 0_usize;
    for entry in &system().draft().entries {
        for text in entry.what.iter().chain([&entry.when, &entry.how, &entry.cost]) {
            let found = pieces(system(), text, &[entry]);
            count += found.iter().filter(|piece| matches!(piece, Piece::Acronym(..))).count();
            let said: String = found
                .iter()
                .map(|piece| match piece {
                    Piece::Plain(plain) => *plain,
                    Piece::Acronym(letters, _) => *letters,
                })
                .collect();
            assert_eq!(&said, text);
        }
    }
    assert!(count > 60, "{count} acronyms");
}

#[test]
fn letters_mean_what_they_mean_there() {
    let one = |text: &str, about: &str| meanings(text, &[entry(about)]);
    for (about, means) in [
        ("pps-cancer", "programme personnalisé de soins"),
        ("pps-ecole", "projet personnalisé de scolarisation"),
        ("pps-sante", "plan personnalisé de santé"),
    ] {
        assert_eq!(one("Le PPS, puis le PPS.", about), [("PPS".to_owned(), vec![means.to_owned()])]);
    }
    // Where nothing tells, every meaning is said.
    assert_eq!(meanings("Un PPS.", &[])[0].1.len(), 3);
    assert_eq!(
        meanings("l’AP-HP, un DAC-PTA, RIEN", &[]).iter().map(|(letters, _)| letters.as_str()).collect::<Vec<_>>(),
        ["AP-HP", "DAC", "PTA"]
    );
    assert!(meanings("Le 15, en ville.", &[]).is_empty());
}

#[test]
fn the_glossary_finds_letters_meanings_and_names() {
    let heads = |typed: &str| look_up(system(), typed).iter().map(|line| line.head().to_owned()).collect::<Vec<_>>();
    assert_eq!(heads("dac")[0], "DAC");
    assert!(heads("appui coordination").contains(&"DAC".to_owned()));
    assert!(heads("APPÙI").contains(&"DAC".to_owned()));
    assert!(heads("pharmac").contains(&"Pharmacien".to_owned()));
    assert_eq!(heads("pps").iter().filter(|head| *head == "PPS").count(), 3);
    assert!(heads("zzz").is_empty());
    let all = heads("");
    assert!(all.len() > system().draft().entries.len());
}

#[test]
fn nothing_on_the_map_stands_on_something_else() {
    let drawn = map(system());
    assert_eq!(drawn.stops.len(), system().draft().entries.len());
    for (at, one) in drawn.stops.iter().enumerate() {
        assert!(one.x + Map::COLUMN <= drawn.width && one.y + one.height <= drawn.height, "{}", one.entry.id);
        assert!(one.height >= Map::LEAST && !one.lines.is_empty());
        assert_eq!(one.lines.join(" "), one.entry.name);
        for other in &drawn.stops[at + 1..] {
            let apart = one.x != other.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
            assert!(apart, "{} and {}", one.entry.id, other.entry.id);
        }
    }
    assert!(drawn.rows.is_sorted_by_key(|row| row.y) && drawn.columns.is_sorted_by_key(|column| column.x));
}

/// Every fictional person finds each of their steps in one of the parcours, and once.
#[test]
fn each_step_of_a_person_stands_in_one_parcours() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let mut seen = [0_usize; 3];
    for example in &CONTENT.care.draft().examples {
        let record = Record::of(events_of(example, 1, 1, today));
        let person = record.person(1).unwrap();
        let own = dashboard(&CONTENT.care, person, today);
        let found = rings(system(), Some(&own));
        assert_eq!(found.len(), 3);
        let concerning =
            own.items.iter().filter(|item| item.status.state != sentier_core::pathway::State::NotConcerned);
        let mut keys: Vec<&Id> = found.iter().flat_map(|ring| &ring.items).map(|item| item.key).collect();
        assert_eq!(keys.len(), concerning.count());
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), found.iter().map(|ring| ring.items.len()).sum::<usize>());
        for (count, ring) in seen.iter_mut().zip(&found) {
            *count += ring.items.len();
        }
        let doctor = own_items(entry("medecin-traitant"), &own);
        assert!(!doctor.is_empty(), "{} never sees a doctor", example.name);
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

/// The made-up host, shipped for once.
fn with_host(test: &str) -> Content {
    let content = Copy::new(test);
    content.spoil("territories/exemple.toml", "shipped = false", "shipped = true");
    read(&content.0).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

#[test]
fn places_of_a_host_stand_beside_general_ways_in_their_territory_alone() {
    let content = with_host("sr-host");
    let orientation = content.library.orientation();
    let (own, other) = (orientation.territory("42"), orientation.territory("75"));
    let way = "medecin-48-heures".to_owned();
    let at = |day: u32, hour: u16| Moment::new(NaiveDate::from_ymd_opt(2026, 11, day).unwrap(), hour, 0).unwrap();
    let hours = |level, territory, moment| {
        let found = beside(&content.system, orientation, level, territory, moment, &[&way]);
        found.iter().map(|local| local.hours).collect::<Vec<_>>()
    };
    let days = Some(Urgency::Days);
    let closed = |day| Hours::Closed { again: NaiveDate::from_ymd_opt(2026, 11, day) };
    // Friday at ten; Friday at seven, before it opens; Friday at nineteen, when it has just closed; Sunday.
    assert_eq!(hours(days, own, at(20, 10)), [Hours::Open]);
    assert_eq!(hours(days, own, at(20, 7)), [closed(20)]);
    assert_eq!(hours(days, own, at(20, 19)), [closed(21)]);
    assert_eq!(hours(days, own, at(22, 10)), [closed(23)]);
    // A holiday in the week; elsewhere; without a territory; where it is urgent.
    assert_eq!(hours(days, own, at(11, 10)), [closed(12)]);
    assert!(hours(days, other, at(20, 10)).is_empty());
    assert!(hours(days, None, at(20, 10)).is_empty());
    assert!(hours(Some(Urgency::Emergency), own, at(20, 10)).is_empty());
    assert!(hours(Some(Urgency::Vital), own, at(20, 10)).is_empty());
    let kind = "centre-de-sante".to_owned();
    let found = places_of(&content.system, orientation, own, at(20, 10), &[&kind]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].contact.unwrap().number, "04\u{202f}65\u{202f}71\u{202f}00\u{202f}01");
}
