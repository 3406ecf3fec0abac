//! What holds of every advice: every exit, level, kind of territory, kind of hour and voice of the content.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::library;
use common::orientation::{MOMENTS, asked, at, contact, each, orientation, place_of, ways};
use sentier_core::content::Urgency;
use sentier_core::orientation::{Asked, Opening, Voice, advise};

#[test]
fn an_advice_names_each_way_and_number_once_with_why_and_source() {
    let draft = library().draft();
    each(|asked, advice| {
        assert!(!advice.steps.is_empty(), "{asked:?}");
        let mut seen: Vec<&str> = Vec::new();
        for step in &advice.steps {
            assert!(step.because.is_some() && !step.sources.is_empty(), "{asked:?}: {}", step.way.id);
            assert!(draft.ways.contains(step.way));
            let number = step.way.contact.as_deref().unwrap_or(&step.way.id);
            assert!(!seen.contains(&number), "{asked:?}: {number} twice");
            seen.push(number);
        }
        assert!(advice.basis.words.is_some());
    });
}

/// What is shown is what is dialled, in the closed list, for every number that an advice can name.
#[test]
fn every_number_of_an_advice_is_the_one_dialled() {
    each(|_, advice| {
        for id in advice.steps.iter().filter_map(|step| step.way.contact.as_ref()) {
            let contact = library().contact(id).unwrap();
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            assert_eq!(digits(&contact.href()), digits(&contact.number));
        }
    });
}

#[test]
fn when_life_is_at_stake_fifteen_is_first_at_any_hour_and_anywhere() {
    each(|asked, advice| {
        if asked.level != Urgency::Vital {
            return;
        }
        let own = asked.way.contact.as_deref().unwrap_or_default();
        let named = orientation().emergency.iter().any(|id| id == own) && own != "sms-114" && own != "europe";
        let first = if named { own } else { "samu" };
        let expected = match asked.voice {
            Voice::Spoken => place_of(advice, first) == Some(0) || place_of(advice, own) == Some(0),
            Voice::Silent => place_of(advice, "sms-114") == Some(0),
        };
        assert!(expected, "{asked:?}: {:?}", ways(advice));
        let most = if asked.voice == Voice::Spoken { 1 } else { 2 };
        assert!(place_of(advice, "samu").is_some_and(|place| place <= most), "{asked:?}: {:?}", ways(advice));
        for number in ["samu", "sms-114", "europe"] {
            assert!(place_of(advice, number).is_some_and(|place| place <= 3), "{asked:?}: {:?}", ways(advice));
        }
        assert!(orientation().emergency.iter().any(|id| id == contact(&advice.steps[0])));
    });
}

#[test]
fn in_an_emergency_fifteen_is_first_or_beside_an_exit_that_is_open() {
    each(|asked, advice| {
        if asked.level != Urgency::Emergency {
            return;
        }
        let most = if asked.voice == Voice::Spoken { 1 } else { 2 };
        assert!(place_of(advice, "samu").is_some_and(|place| place <= most), "{asked:?}: {:?}", ways(advice));
        assert!(place_of(advice, "sms-114").is_some() && place_of(advice, "europe").is_some());
        assert_eq!(advice.steps[0].opening, Opening::Open, "{asked:?}");
    });
}

#[test]
fn from_days_up_fifteen_is_always_there() {
    each(|asked, advice| {
        if asked.level >= Urgency::Days {
            assert!(place_of(advice, "samu").is_some(), "{asked:?}: {:?}", ways(advice));
        }
        if asked.level >= Urgency::Hours {
            assert_eq!(advice.steps[0].opening, Opening::Open, "{asked:?}: {:?}", ways(advice));
            assert!(place_of(advice, "sms-114").is_some());
        }
    });
}

/// The order changes with the hour; what answers the level is there at any hour.
#[test]
fn the_hour_takes_no_emergency_number_away() {
    for way in &library().draft().ways {
        for level in Urgency::MOST_URGENT_FIRST {
            let numbers = |moment: &&str| {
                let advice = advise(library(), &Asked { way, ..asked(level, "quinze", "", moment) });
                let known =
                    advice.steps.iter().map(contact).filter(|id| orientation().emergency.iter().any(|e| e == id));
                let mut known: Vec<String> = known.map(str::to_owned).collect();
                known.sort();
                known
            };
            let by_day = numbers(&"2026-11-24 10:00");
            for moment in &MOMENTS {
                let now = numbers(moment);
                assert!(by_day.iter().all(|number| now.contains(number)), "{} {level:?} {moment}", way.id);
            }
        }
    }
}

/// Before the triage pack is there, the gate alone must lead to 15.
#[test]
fn without_the_triage_pack_fifteen_is_first() {
    let start = sentier_core::content::pack::write_start(library()).unwrap();
    let alone = sentier_core::content::pack::read_start(&start).unwrap().library();
    for moment in MOMENTS {
        let way = alone.way("quinze-maintenant").unwrap();
        let asked = Asked {
            level: Urgency::Vital,
            way,
            motifs: &[],
            age: None,
            territory: None,
            moment: at(moment),
            voice: Voice::Spoken,
        };
        assert_eq!(ways(&advise(&alone, &asked)), ["quinze-maintenant", "sms-114", "cent-douze"]);
    }
}
