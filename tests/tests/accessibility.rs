//! Every screen of the walk, in light and dark: no violation of WCAG 2.2 A and AA that axe can see, nothing cut off.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{CALL_NOW, HOME, MEASURE, PERSON, VITAL, begin, none, nothing_until_the_result, open, person};
use sentier_tests::{Options, Stage};

/// One look at a screen: axe, a picture, and nothing wider than the window.
async fn look(stage: &Stage, theme: &str, name: &str) {
    let name = format!("{theme}-{name}");
    stage.axe(&name).await;
    stage.screenshot(&name).await;
    let overflow =
        stage.eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
    assert_eq!(overflow, 0, "{name} scrolls sideways");
}

async fn every_screen(options: Options, theme: &str) {
    let stage = open(options).await;
    stage.wait_h1(HOME).await;
    look(&stage, theme, "home").await;
    stage.type_into("Ce qui ne va pas", "mon bébé a de la fièvre").await;
    stage.wait_text("Cela ressemble à").await;
    look(&stage, theme, "home-found").await;
    stage.click_link("Vie privée").await;
    stage.wait_h1("Vie privée").await;
    look(&stage, theme, "privacy").await;
    stage.click_link("À propos").await;
    stage.wait_h1("À propos").await;
    look(&stage, theme, "about").await;
    stage.click_link("Sentier").await;
    stage.wait_h1(HOME).await;
    stage.click_button("Continuer").await;
    stage.wait_h1("D’abord").await;
    look(&stage, theme, "gate").await;
    stage.click_button("Continuer").await;
    stage.wait_text("Il manque une réponse").await;
    look(&stage, theme, "gate-error").await;
    stage.click_button("Je ne sais pas").await;
    stage.wait_h1("Impossible à réveiller").await;
    look(&stage, theme, "one-sign").await;
    stage.back().await;
    stage.wait_h1("D’abord").await;
    none(&stage).await;
    stage.wait_text("Toute la liste").await;
    look(&stage, theme, "motifs").await;
    stage.tick("Fièvre de l’enfant").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(VITAL).await;
    look(&stage, theme, "vital").await;
    none(&stage).await;
    stage.wait_h1(PERSON).await;
    look(&stage, theme, "person").await;
    person(&stage, "4", "Féminin").await;
    stage
        .until(
            "a measure or signs",
            async || if stage.h1().await.contains(PERSON) { Err(String::new()) } else { Ok(()) },
        )
        .await;
    if stage.h1().await.contains(MEASURE) {
        look(&stage, theme, "measure").await;
    }
    nothing_until_the_result(&stage).await;
    look(&stage, theme, "result").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    look(&stage, theme, "result-open").await;
    stage.click_button("Nouvelle question").await;
    stage.wait_h1(HOME).await;
    begin(&stage, "envie de mourir", "Idées noires").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    look(&stage, theme, "sensitive").await;
    stage.eval("document.querySelector('.line input').click(); return 0").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(CALL_NOW).await;
    look(&stage, theme, "result-vital").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn light_on_a_phone() {
    every_screen(Options::default(), "360-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn dark_on_a_phone() {
    every_screen(Options::default().dark(), "360-dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn light_on_a_tablet() {
    every_screen(Options::default().size(768, 1024), "768-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn dark_on_a_desk() {
    every_screen(Options::default().size(1280, 800).dark(), "1280-dark").await;
}
