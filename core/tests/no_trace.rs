//! What must not be kept on the device.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, reason = "tests")]

mod common;

use common::library;
use sentier_core::content::{Door, Id};
use sentier_core::record::Session;
use sentier_core::triage::Answer;

/// Suicidal thoughts, violence, intimacy, too much taken (alcohol and drugs too), drugged unknowingly, self-harm.
const SENSITIVE: [&str; 6] = ["M1", "M3", "F5", "K2", "K4", "M4"];

fn doors() -> Vec<Door> {
    library().doors().cloned().collect()
}

fn of_card(card: &str) -> Door {
    let motif = library().motifs().iter().find(|motif| motif.card == card);
    motif.unwrap_or_else(|| panic!("no motif of the card {card}")).door.clone()
}

fn session(motifs: &[&Id]) -> Session {
    Session { motifs: motifs.iter().map(|id| (*id).clone()).collect(), ..Session::default() }
}

#[test]
fn sensitive_motifs_leave_no_trace_alone_or_among_others() {
    let doors = doors();
    for card in SENSITIVE {
        let sensitive = of_card(card).id;
        assert!(!session(&[&sensitive]).leaves_trace(&doors, library()), "{card} alone");
        for other in doors.iter().filter(|other| other.leaves_trace) {
            assert!(!session(&[&other.id, &sensitive]).leaves_trace(&doors, library()), "{card} after {}", other.id);
            assert!(!session(&[&sensitive, &other.id]).leaves_trace(&doors, library()), "{card} before {}", other.id);
        }
    }
    let other = doors.iter().find(|door| door.leaves_trace).unwrap();
    assert!(session(&[&other.id]).leaves_trace(&doors, library()));
}

#[test]
fn sensitive_motifs_keep_numbers_on_the_screen() {
    let ways = library().draft().ways.as_slice();
    let expected: [(&str, &[&str]); 6] = [
        ("M1", &["suicide-3114", "sms-114", "samu"]),
        ("M3", &["violences-femmes", "sms-114", "samu", "police"]),
        ("F5", &["violences-femmes", "sms-114", "samu"]),
        ("K2", &["suicide-3114", "sms-114", "samu"]),
        ("K4", &["violences-femmes", "sms-114", "samu"]),
        ("M4", &["suicide-3114", "sms-114", "samu"]),
    ];
    for (card, numbers) in expected {
        let shown = of_card(card).always_shown;
        let dialled = ways.iter().filter(|way| shown.contains(&way.id)).filter_map(|way| way.contact.as_deref());
        let dialled: Vec<&str> = dialled.collect();
        for number in numbers {
            assert!(dialled.contains(number), "{card} shows {dialled:?}, not {number}");
        }
    }
}

/// What may not be kept may be cut short: help stays on screen from the first question on.
#[test]
fn every_motif_that_leaves_no_trace_keeps_fifteen_and_114_on_the_screen() {
    let ways = library().draft().ways.as_slice();
    for door in doors().iter().filter(|door| !door.leaves_trace) {
        let shown = ways.iter().filter(|way| door.always_shown.contains(&way.id));
        let dialled: Vec<&str> = shown.filter_map(|way| way.contact.as_deref()).collect();
        assert!(["samu", "sms-114"].iter().all(|number| dialled.contains(number)), "{}: {dialled:?}", door.id);
    }
}

/// A question about alcohol, drugs or a wish to die leaves none either, whatever the motif; its no may be kept.
#[test]
fn answers_about_drugs_alcohol_and_death_leave_no_trace() {
    let doors = doors();
    let about = ["drogue", "alcool", "mourir", "suicid", "idées de mort", "agression sexuelle", "viol "];
    // Asked of what a small child swallowed, not of a habit.
    let others = ["produit.enfant-dangereux"];
    let signs = library().motifs().iter().flat_map(|motif| motif.signs.iter().map(move |sign| (motif, sign)));
    let gate = library().group("gate").into_iter().flat_map(|group| &group.signs);
    let leaves = signs.filter(|(motif, _)| motif.door.leaves_trace).map(|(_, sign)| sign).chain(gate);
    let mut count = 0_usize;
    for sign in leaves.filter(|sign| about.iter().any(|word| sign.ask.to_lowercase().contains(word))) {
        let mut answered = Session::default();
        answered.answers.signs.insert(sign.id.clone(), Answer::No);
        assert!(answered.leaves_trace(&doors, library()), "{} answered no", sign.id);
        if others.contains(&sign.id.as_str()) {
            continue;
        }
        for answer in [Answer::Yes, Answer::Unknown] {
            answered.answers.signs.insert(sign.id.clone(), answer);
            assert!(!answered.leaves_trace(&doors, library()), "{}: {}", sign.id, sign.ask);
        }
        count = count.saturating_add(1);
    }
    assert!(count >= 20, "only {count} questions were looked at");
}
