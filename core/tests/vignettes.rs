//! Every story of the content leads where it must, and every rule that leads to 15 is guarded by one.
#![allow(missing_docs, clippy::panic, reason = "tests")]

mod common;

use common::{CONTENT, changed};
use sentier_content_build::{failures, unguarded_rules};

#[test]
fn every_story_leads_where_it_must() {
    let failed = failures(&CONTENT.library, &CONTENT.vignettes);
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn deleting_or_lowering_a_serious_rule_is_noticed_by_a_story() {
    let unguarded = unguarded_rules(&CONTENT.library, &CONTENT.vignettes);
    assert!(unguarded.is_empty(), "{}", unguarded.join("\n"));
}

/// The guard itself: without the stories of one rule, it says so.
#[test]
fn a_rule_without_its_story_is_found() {
    let motif = changed(|draft| draft.motifs.retain(|motif| motif.door.id == "douleur-poitrine"));
    let without: Vec<_> =
        CONTENT.vignettes.iter().filter(|v| v.decided_by != "douleur-poitrine.serre").cloned().collect();
    assert!(without.len() < CONTENT.vignettes.len());
    let unguarded = unguarded_rules(&motif, &without);
    assert!(unguarded.iter().any(|said| said.contains("douleur-poitrine.serre")), "{unguarded:?}");
}

/// A story whose expectation is wrong is refused.
#[test]
fn a_wrong_expectation_is_found() {
    let mut wrong = CONTENT.vignettes.clone();
    let count = wrong.len();
    for vignette in &mut wrong {
        vignette.decided_by = "nothing".to_owned();
    }
    assert_eq!(failures(&CONTENT.library, &wrong).len(), count);
}

#[test]
fn every_motif_has_at_least_six_stories() {
    for door in CONTENT.library.doors() {
        let stories = CONTENT.vignettes.iter().filter(|vignette| vignette.motif == door.id).count();
        assert!(stories >= 6, "{} has {stories}", door.id);
    }
}
