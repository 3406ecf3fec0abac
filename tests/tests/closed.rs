//! Nobody is let in: what comes from outside is text, and no text becomes markup or a program.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::care::woman_of_52;
use common::{CALL_NOW, HOME, VITAL, begin, none, open};
use sentier_tests::{Options, Stage};

/// Markup that would ask for a file of another host, and run a script.
const MARKUP: &str = "<img src=//x.test/y onerror=document.title=1>";

/// What of such markup became an element.
async fn assert_only_text(stage: &Stage) {
    let made = stage.eval("return document.querySelectorAll('#app img, #app script, #app iframe').length").await;
    assert_eq!(made, 0, "a text became an element");
}

/// Every way from text to program is closed: markup, scripts, workers but our own two, which the browser itself checks.
#[tokio::test(flavor = "multi_thread")]
async fn the_browser_turns_no_text_into_markup_or_a_program() {
    let stage = open(Options::default().kept_on_the_device()).await;
    stage.wait_h1(HOME).await;
    let script = |attempt: &str| format!("try {{ {attempt}; return 'done'; }} catch (error) {{ return error.name; }}");
    for attempt in [
        "document.body.innerHTML = '<b>x</b>'",
        "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
        "document.createElement('script').text = 'window.x = 1'",
        "document.createElement('script').src = 'boot.js'",
        "document.createElement('iframe').srcdoc = '<b>x</b>'",
        "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
        "document.write('<b>x</b>')",
        "new Worker('other.js')",
        "new Worker('https://example.org/sw.js')",
        "new Worker('pages/sw.js')",
        "trustedTypes.createPolicy('default', { createHTML: (text) => text })",
        "trustedTypes.createPolicy('other', { createHTML: (text) => text })",
    ] {
        assert_eq!(stage.eval(&script(attempt)).await, "TypeError", "{attempt}");
    }
    let refused = stage.trouble().await;
    assert!(refused.foreign_requests.is_empty(), "{refused:?}");
    assert_eq!(stage.eval(&script("new Worker('sw.js')")).await, "done");
    stage.close().await;
}

/// The screens are drawn without any of these ways: under the same policy nothing is reported.
#[tokio::test(flavor = "multi_thread")]
async fn every_screen_is_drawn_without_them() {
    let stage = woman_of_52(Options::default().kept_on_the_device()).await;
    for hash in [
        "",
        "#/motifs",
        "#/a-propos",
        "#/vie-privee",
        "#/verification",
        "#/regles",
        "#/comprendre",
        "#/comprendre/carte",
        "#/comprendre/parcours",
        "#/comprendre/sigles",
        "#/comprendre/chercher",
        "#/parcours",
        "#/parcours/frise",
        "#/parcours/mesures",
        "#/parcours/equipe",
        "#/parcours/plan",
        "#/parcours/personne",
        "#/parcours/recherche",
    ] {
        stage.go(hash).await;
        assert!(!stage.h1().await.is_empty());
    }
    stage.go("").await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.tick("Douleur qui va dans le bras").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(CALL_NOW).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// What a person types, what is stored and what an address says are shown as they are, or not at all.
#[tokio::test(flavor = "multi_thread")]
async fn what_comes_from_outside_is_shown_as_text() {
    let stage = woman_of_52(Options::default()).await;
    stage.go("#/parcours/recherche").await;
    stage
        .until("a field", async || match stage.eval("return document.querySelector('#app input') !== null").await {
            found if found == true => Ok(()),
            _ => Err("none".to_owned()),
        })
        .await;
    let type_it = format!(
        "const field = document.querySelector('#app input'); field.value = {MARKUP:?};
         field.dispatchEvent(new Event('input', {{ bubbles: true }})); return 0"
    );
    stage.eval(&type_it).await;
    assert_only_text(&stage).await;
    stage.go("").await;
    stage.wait_h1(HOME).await;
    stage.type_into("Ce qui ne va pas", MARKUP).await;
    stage.wait_text("Cela ressemble à").await;
    assert_only_text(&stage).await;
    stage.eval("document.getElementById('words').value = ''; return 0").await;
    for stored in ["/sentier/sentier/session", "/sentier/sentier/territory"] {
        stage.local_storage_set(stored, MARKUP).await;
    }
    stage.reload().await;
    stage.go(&format!("#/comprendre/fiche/{MARKUP}")).await;
    stage.h1().await;
    assert_only_text(&stage).await;
    stage.go(&format!("#{MARKUP}")).await;
    stage.wait_h1(HOME).await;
    assert_only_text(&stage).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}
