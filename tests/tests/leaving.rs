//! Leaving in a hurry, and what sensitive motifs show and keep.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::care::woman_of_52;
use common::{GATE, HOME, VITAL, begin, none, open};
use sentier_tests::{Fault, Key, Options, Stage};

const SESSION: &str = "/sentier/sentier/session";

/// What the page is called that takes the place of the app.
const NEUTRAL: &str = "Notes";

/// Waits until the neutral page is there, and looks at it: nothing of the triage is kept.
async fn assert_left(stage: &Stage) {
    stage.wait_h1(NEUTRAL).await;
    stage.wait_title(NEUTRAL).await;
    assert!(!stage.text().await.contains("Sentier"), "{}", stage.text().await);
    assert_eq!(stage.local_storage_get(SESSION).await, None);
}

/// Presses Escape, quickly.
async fn press_escape(stage: &Stage, times: usize) {
    for _ in 0..times {
        stage.press(Key::Escape).await;
    }
}

/// At the vital signs of a chest pain, which is kept.
async fn at_vital_signs() -> Stage {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    assert!(stage.local_storage_get(SESSION).await.is_some(), "nothing was kept to be erased");
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn one_press_leaves_and_a_step_back_brings_no_answer() {
    let stage = at_vital_signs().await;
    stage.click_button("Quitter vite").await;
    assert_left(&stage).await;
    stage.axe("the neutral page").await;
    stage.back().await;
    stage.wait_h1(GATE).await;
    let ticked = stage.eval("return document.querySelectorAll('input:checked').length").await;
    assert_eq!(ticked, 0, "an answer came back");
    assert_eq!(stage.local_storage_get(SESSION).await, None);
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_three_times_leaves_and_twice_does_not() {
    let stage = at_vital_signs().await;
    press_escape(&stage, 2).await;
    assert!(stage.h1().await.contains(VITAL));
    assert!(stage.local_storage_get(SESSION).await.is_some(), "two presses erased");
    press_escape(&stage, 3).await;
    assert_left(&stage).await;
    stage.close().await;
}

/// Before the app is there the way out is there too, and erases what an earlier visit kept.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_before_the_app_is_left_as_well() {
    let stage = at_vital_signs().await;
    stage.site().set_fault(Fault::Stalled(".wasm"));
    stage.cdp("Network.enable", serde_json::json!({})).await;
    stage.cdp("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true })).await;
    stage.visit("/neighbour/").await;
    stage.go_early("").await;
    stage.wait_text("se charge").await;
    stage.click_link("Quitter vite").await;
    assert_left(&stage).await;
    stage.site().set_fault(Fault::None);
    stage.close().await;
}

/// The record of the pathways is what people come back for.
#[tokio::test(flavor = "multi_thread")]
async fn leaving_keeps_the_record_of_the_pathways() {
    let stage = woman_of_52(Options::default()).await;
    let kept = stage.storage_keys().await;
    assert!(kept.iter().any(|key| key.contains("record-")), "{kept:?}");
    stage.click_button("Quitter vite").await;
    assert_left(&stage).await;
    assert_eq!(stage.storage_keys().await, kept);
    stage.close().await;
}

/// On a small phone: a target of 44 pixels within the window, beside the 15 and not on it.
#[tokio::test(flavor = "multi_thread")]
async fn every_screen_has_the_way_out_beside_the_15() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    let addresses = [
        "#/",
        "#/motifs",
        "#/question/1",
        "#/question/1/1",
        "#/parcours",
        "#/parcours/bienvenue",
        "#/a-propos",
        "#/vie-privee",
        "#/verification",
        "#/regles",
    ];
    for address in addresses {
        stage.go(address).await;
        stage.h1().await;
        let seen = stage
            .eval(
                "const box = (name) => document.querySelector(`#app ${name}`).getBoundingClientRect();
                const [out, call] = [box('.leave'), box('.fifteen')];
                const apart = out.right <= call.left || call.right <= out.left || out.bottom <= call.top || call.bottom <= out.top;
                const within = [out, call].every((it) => it.left >= 0 && it.right <= innerWidth);
                return [out.width >= 44 && out.height >= 44, apart, within].join(' ')",
            )
            .await;
        assert_eq!(seen, "true true true", "large enough, apart and within the window at {address}");
    }
    stage.screenshot("leaving").await;
    stage.close().await;
}

/// A sensitive motif beside another: what was kept until it was chosen goes, titles and addresses stay as for any motif,
/// and its numbers stand above the questions.
#[tokio::test(flavor = "multi_thread")]
async fn a_sensitive_motif_among_others_leaves_no_trace() {
    let stage = open(Options::default()).await;
    for sensitive in ["Idées noires, envie de mourir", "Entourage et sécurité"] {
        stage.go("#/").await;
        stage.wait_h1(HOME).await;
        stage.click_button("Choisir dans une liste").await;
        stage.wait_h1(GATE).await;
        none(&stage).await;
        stage.wait_text("Toute la liste").await;
        assert!(stage.local_storage_get(SESSION).await.is_some(), "the gate was not kept");
        stage.tick("Mal de tête").await;
        stage.tick(sensitive).await;
        stage.click_button("Continuer").await;
        stage.wait_h1(VITAL).await;
        assert_eq!(stage.local_storage_get(SESSION).await, None, "{sensitive}");
        let above =
            "return document.querySelector('.always').compareDocumentPosition(document.querySelector('#app h1')) & 4";
        assert_eq!(stage.eval(above).await, 4, "the numbers of {sensitive} are not above the question");
        let dials = stage.eval("return document.querySelector('.always .calls').innerHTML").await;
        let dials = dials.as_str().unwrap();
        assert!(dials.contains("tel:15") && dials.contains("sms:114"), "{dials}");
        stage.axe(sensitive).await;
        none(&stage).await;
        stage
            .until("another screen", async || match stage.h1().await {
                heading if heading.contains(VITAL) => Err(heading),
                _ => Ok(()),
            })
            .await;
        stage.wait_title("Question 3 – Sentier").await;
        let url = stage.url().await;
        assert!(url.ends_with("#/question/3"), "{url}");
        assert_eq!(stage.local_storage_get(SESSION).await, None, "{sensitive}");
    }
    stage.trouble().await.assert_none();
    stage.close().await;
}
