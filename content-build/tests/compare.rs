//! The comparison of two states of the content says what changed, and nothing else.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use common::Copy;
use sentier_content_build::compare::{Change, Profile, What, changes, markdown};
use sentier_content_build::{Content, forget_missing_motifs, read};
use sentier_core::content::{Id, Library, Urgency};

const BURNS: &str = "triage/f1-brule-en-urinant.toml";
const MOTIF: &str = "brule-en-urinant";

fn content(copy: &Copy) -> Content {
    read(&copy.0).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

fn signs(ids: &[&str]) -> What {
    let present = ids.iter().map(|id| format!("{MOTIF}.{id}")).collect();
    What::Signs(Profile { present, ..Profile::default() })
}

/// The change of a profile, where it is shown.
fn of<'a>(changed: &'a [Change], what: &What) -> Option<&'a Change> {
    changed.iter().find(|change| &change.what == what)
}

#[test]
fn the_same_content_changes_nothing() {
    let copy = Copy::new("same");
    let (old, new) = (content(&copy), content(&copy));
    assert!(changes(&old, &new).is_empty());
    assert!(markdown(&old, &new).contains("Aucun"));
}

#[test]
fn a_sentence_that_changes_is_no_change_of_level() {
    let copy = Copy::new("sentence");
    let old = content(&copy);
    copy.spoil(BURNS, "Une vessie bloquée doit être soulagée sans attendre.", "Une vessie bloquée doit être vidée.");
    assert!(changes(&old, &content(&copy)).is_empty());
}

#[test]
fn a_lowered_sign_is_shown_once_for_everybody() {
    let copy = Copy::new("lowered");
    let old = content(&copy);
    let sign = "id = \"entre-jambe\"\nask = \"Entre-jambe endormi, ou jambes devenues faibles ?\"\nlevel = ";
    copy.spoil(BURNS, &format!("{sign}\"emergency\""), &format!("{sign}\"hours\""));
    let new = content(&copy);
    let changed = changes(&old, &new);
    assert_eq!(changed.keys().collect::<Vec<_>>(), [MOTIF]);
    let alone = changed.get(MOTIF).unwrap().iter().filter(|change| matches!(&change.what, What::Signs(_)));
    let alone: Vec<_> = alone.collect();
    assert!(alone.iter().all(|change| change.after < change.before), "{alone:?}");
    let first = alone.first().unwrap();
    assert_eq!((first.before, first.after), (Some(Urgency::Emergency), Some(Urgency::Hours)));
    assert_eq!(first.what, signs(&["entre-jambe"]));
    assert!(first.persons > 20, "{}", first.persons);
    // What the sign alone changes is not said again for each sign beside it; its doubt is another matter.
    let certain = alone.iter().filter(|change| matches!(&change.what, What::Signs(p) if p.unknown.is_none()));
    assert_eq!(certain.count(), 1, "{alone:?}");
    let said = markdown(&old, &new);
    assert!(said.contains("| **baisse** | Urgence | Avis médical aujourd’hui | entre-jambe endormi"), "{said}");
    // Turned round, the same lines rise.
    let back = changes(&new, &old);
    assert!(back.get(MOTIF).unwrap().iter().all(|change| change.after > change.before));
}

/// A rule of two signs is found though neither sign alone changes anything.
#[test]
fn a_new_rule_of_two_signs_is_found() {
    let copy = Copy::new("pair");
    let old = content(&copy);
    let rule = "[[rule]]\nid = \"neuve\"\nbecause = \"x\"\nall = [\"fievre\", \"vih\"]\nlevel = \"vital\"";
    copy.append(BURNS, rule);
    let changed = changes(&old, &content(&copy));
    let found = of(changed.get(MOTIF).unwrap(), &signs(&["fievre", "vih"])).unwrap();
    assert_eq!(found.after, Some(Urgency::Vital));
}

#[test]
fn a_rule_for_one_age_is_found_and_said_to_be_of_that_age() {
    let copy = Copy::new("age");
    let old = content(&copy);
    let rule =
        "[[rule]]\nid = \"neuve\"\nbecause = \"x\"\nall = [\"vih\", \"terrain.de-75-ans-ou-plus\"]\nlevel = \"vital\"";
    copy.append(BURNS, rule);
    let changed = changes(&old, &content(&copy));
    let own = changed.get(MOTIF).unwrap();
    assert!(!own.is_empty() && own.iter().all(|change| change.ages.0 >= 900), "{own:?}");
}

/// A threshold that moves changes nothing for whoever ticks, and much for whoever measures.
#[test]
fn a_threshold_that_moves_is_found() {
    let copy = Copy::new("threshold");
    let old = content(&copy);
    copy.spoil(BURNS, "measure = \"temperature\", from = 38.0", "measure = \"temperature\", from = 38.5");
    let changed = changes(&old, &content(&copy));
    let own = changed.get(MOTIF).unwrap();
    let measured = |change: &&Change| match &change.what {
        What::Signs(profile) => profile.measured == Some(("temperature".to_owned(), 380)),
        What::Story(_) => false,
    };
    assert!(own.iter().any(|change| measured(&change) && change.after < change.before), "{own:?}");
}

/// What "I don't know" gives is part of what is compared.
#[test]
fn a_doubt_that_weighs_less_is_found() {
    let copy = Copy::new("doubt-less");
    let old = content(&copy);
    copy.spoil(BURNS, "level = \"vital\"\ndoubt_about = \"vital\"", "level = \"vital\"\ndoubt_about = \"fact\"");
    let changed = changes(&old, &content(&copy));
    let doubt = Profile { unknown: Some(format!("{MOTIF}.confus")), ..Profile::default() };
    let found = of(changed.get(MOTIF).unwrap(), &What::Signs(doubt)).unwrap();
    assert_eq!((found.before, found.after), (Some(Urgency::Vital), Some(Urgency::Hours)));
}

#[test]
fn a_motif_that_is_gone_is_said() {
    let copy = Copy::new("gone");
    let old = content(&copy);
    let new = kept(content(&copy), |motif| motif != "electricite");
    let changed = changes(&old, &new);
    assert_eq!(changed.len(), 1);
    let lines = changed.values().next().unwrap();
    assert!(lines.iter().all(|change| change.after.is_none() && change.before.is_some()));
    // Read twice, said in the same words.
    let again = kept(content(&copy), |motif| motif != "electricite");
    assert_eq!(markdown(&old, &new), markdown(&content(&Copy::new("old")), &again));
}

/// The first five motifs alone: enough to see what they share, and quicker.
fn few(content: Content) -> Content {
    let five: Vec<Id> = content.library.doors().take(5).map(|door| door.id.clone()).collect();
    kept(content, |motif| five.contains(motif))
}

/// Some motifs alone, with their stories.
fn kept(content: Content, is_kept: impl Fn(&Id) -> bool) -> Content {
    let mut draft = content.library.draft().clone();
    draft.motifs.retain(|motif| is_kept(&motif.door.id));
    forget_missing_motifs(&mut draft, &content.library);
    let library = Library::check(draft).unwrap();
    let vignettes = content.vignettes.iter().filter(|story| library.motif(&story.motif).is_some()).cloned().collect();
    Content { library, vignettes, ..content }
}

/// A change of what everybody is asked is one line, not one in each motif.
#[test]
fn a_change_that_motifs_share_is_said_once() {
    let copy = Copy::new("shared");
    let old = few(content(&copy));
    copy.spoil("groups/gate.toml", "level = \"vital\"", "level = \"emergency\"");
    let said = markdown(&old, &few(content(&copy)));
    assert!(said.contains("#### Dans plusieurs motifs"), "{said}");
    let lines = said.lines().filter(|line| line.contains("dans 5 motifs") && line.contains("impossible à réveiller"));
    assert_eq!(lines.filter(|line| !line.contains("je ne sais pas")).count(), 1, "{said}");
}
