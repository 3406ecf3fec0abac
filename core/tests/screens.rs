//! Whoever needs help soon is told soon: how many screens the people of the stories see.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, reason = "tests")]

mod common;

use common::CONTENT;
use sentier_content_build::{Screens, screens};
use sentier_core::content::Urgency;

#[test]
fn half_of_the_people_are_told_within_the_screens_promised() {
    for level in screens(&CONTENT.library, &CONTENT.vignettes) {
        assert!(level.holds(), "{}: {} screens, {:?}", level.level.word(), level.median(), level.at_most());
    }
}

#[test]
fn one_screen_more_than_promised_is_refused() {
    let told = |counts: &[usize]| Screens { level: Urgency::Emergency, counts: counts.to_vec() }.holds();
    assert!(told(&[3, 4, 9]));
    assert!(!told(&[3, 5, 5]));
}
