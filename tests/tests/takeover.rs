//! The first question can be answered before the app is there; the app takes over what was typed.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{GATE, HOME, begin, open};
use sentier_tests::{Fault, Key, Options, Stage};

const QUESTION: &str = "Qu’est-ce qui ne va pas";

/// Loads the page again at `hash`, and keeps the WebAssembly on its way until the fault is taken away.
async fn reload_without_the_app(stage: &Stage, hash: &str) {
    stage.site().set_fault(Fault::Stalled(".wasm"));
    stage.cdp("Network.enable", serde_json::json!({})).await;
    stage.cdp("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true })).await;
    stage.visit("/neighbour/").await;
    stage.go_early(hash).await;
    stage.wait_text("se charge").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_typed_before_the_app_are_taken_over_with_the_cursor() {
    let stage = open(Options::default()).await;
    reload_without_the_app(&stage, "").await;
    stage.screenshot("before-the-app").await;
    stage.axe("before the app").await;
    stage.type_into(QUESTION, "mal à la poitrine").await;
    stage.press(Key::Left).await;
    let before = stage.eval("return document.activeElement.selectionStart").await;
    assert_eq!(before, 16, "the cursor did not move");
    stage.site().set_fault(Fault::None);
    stage.wait_h1(HOME).await;
    stage.wait_text("Douleur dans la poitrine").await;
    let field =
        stage.eval("const e = document.activeElement; return [e.id, e.value, e.selectionStart].join(' | ')").await;
    assert_eq!(field, "words | mal à la poitrine | 16");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn going_on_before_the_app_leads_to_the_gate_once_it_is_there() {
    let stage = open(Options::default()).await;
    reload_without_the_app(&stage, "").await;
    stage.type_into(QUESTION, "mal à la poitrine").await;
    stage.press(Key::Enter).await;
    assert!(stage.url().await.ends_with("/sentier/"), "the form was sent: {}", stage.url().await);
    stage.wait_text("se charge").await;
    stage.site().set_fault(Fault::None);
    stage.wait_h1(GATE).await;
    stage.wait_focus_on_h1().await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Somebody who has answers to resume sees them before anything is begun over them.
#[tokio::test(flavor = "multi_thread")]
async fn going_on_before_the_app_forgets_no_answers() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    reload_without_the_app(&stage, "").await;
    stage.type_into(QUESTION, "mal au ventre").await;
    stage.click_button("Continuer").await;
    stage.site().set_fault(Fault::None);
    stage.wait_text("Reprendre où vous en étiez").await;
    let typed = stage.eval("return document.getElementById('words').value").await;
    assert_eq!(typed, "mal au ventre");
    stage.close().await;
}

/// What an address carries is out of it before the app is there to read it.
#[tokio::test(flavor = "multi_thread")]
async fn a_shared_address_is_emptied_before_the_app() {
    let stage = open(Options::default()).await;
    reload_without_the_app(&stage, "#/partage/abcd").await;
    assert!(stage.url().await.ends_with("#/partage"), "{}", stage.url().await);
    stage.site().set_fault(Fault::None);
    stage.wait_text("Cela n’a pas marché").await;
    stage.close().await;
}

/// An address within the app is not met with the first question.
#[tokio::test(flavor = "multi_thread")]
async fn another_screen_is_waited_for_without_the_first_question() {
    let stage = open(Options::default()).await;
    reload_without_the_app(&stage, "#/vie-privee").await;
    assert!(!stage.text().await.contains(QUESTION));
    stage.close().await;
}
