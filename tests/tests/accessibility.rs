//! Every screen of the walk, in light and dark: no violation of WCAG 2.2 A and AA that axe can see, nothing cut off.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{CALL_NOW, HOME, MEASURE, SEX, VITAL, begin, look, none, nothing_until_the_result, open, person};
use sentier_tests::Options;

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
    stage.wait_text(SEX).await;
    look(&stage, theme, "person").await;
    person(&stage, "4", "Féminin").await;
    stage
        .until(
            "a measure or signs",
            async || if stage.text().await.contains(SEX) { Err(String::new()) } else { Ok(()) },
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

/// Every screen of the pathways, for two of the fictional persons.
async fn every_care_screen(options: Options, theme: &str) {
    let stage = open(options).await;
    stage.wait_h1(HOME).await;
    stage.click_link("Mes parcours").await;
    stage.wait_h1("Trois questions").await;
    look(&stage, theme, "care-welcome").await;
    stage.click_button("Voir le calendrier").await;
    stage.wait_text("Écrivez un jour").await;
    look(&stage, theme, "care-welcome-error").await;
    stage.eval("document.querySelector('.examples').open = true; return 0").await;
    look(&stage, theme, "care-examples").await;
    stage.click_button("hypertension").await;
    stage.wait_h1("faire").await;
    look(&stage, theme, "care-dashboard").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    look(&stage, theme, "care-dashboard-open").await;
    stage.eval("document.querySelector('.dashboard-next .items .item').click(); return 0").await;
    stage.wait_text("Que voulez-vous noter").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    look(&stage, theme, "care-step").await;
    stage.click_button("C’est fait").await;
    stage.wait_text("C’est noté").await;
    look(&stage, theme, "care-step-done").await;
    for (place, said) in [
        ("concerne", "Êtes-vous concerné"),
        ("frise", "La frise"),
        ("mesures", "Mes mesures"),
        ("equipe", "Équipe"),
        ("plan", "Plan de soins"),
        ("personne", "personne"),
        ("recherche", "Chercher"),
    ] {
        stage.go(&format!("#/parcours/{place}")).await;
        stage.wait_h1(said).await;
        stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
        look(&stage, theme, &format!("care-{place}")).await;
    }
    stage.go("#/parcours").await;
    stage.wait_h1("faire").await;
    let open_pathway = "document.querySelector('.pathways').open = true;
        [...document.querySelectorAll('.pathways .item')].find(b => b.textContent.includes('Hypertension')).click(); return 0";
    stage.eval(open_pathway).await;
    stage.wait_text("Quand appeler").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    look(&stage, theme, "care-pathway").await;
    stage.go("#/parcours/mesures").await;
    stage.click_button("Tension").await;
    stage.wait_text("Noter").await;
    look(&stage, theme, "care-measure").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// The pages for reviewers: how the rules are checked, the motifs, and one of them with everything open.
async fn every_screen_for_reviewers(options: Options, theme: &str) {
    let stage = open(options).await;
    stage.wait_h1(HOME).await;
    stage.go("#/verification").await;
    stage.wait_h1("Comment ces règles sont vérifiées").await;
    look(&stage, theme, "proofs").await;
    stage.go("#/regles/motif").await;
    stage.wait_h1("Aucun motif choisi").await;
    look(&stage, theme, "rules-none").await;
    stage.go("#/regles").await;
    stage.wait_h1("Les règles, motif par motif").await;
    look(&stage, theme, "rules").await;
    stage.click_button("Douleur dans la poitrine").await;
    stage.wait_h1("Douleur dans la poitrine").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    look(&stage, theme, "rules-of-a-motif").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewers_in_light_on_a_phone() {
    every_screen_for_reviewers(Options::default(), "360-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewers_in_dark_on_a_phone() {
    every_screen_for_reviewers(Options::default().dark(), "360-dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewers_in_light_on_the_narrowest_phone() {
    every_screen_for_reviewers(Options::default().size(320, 640), "320-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewers_in_dark_on_the_narrowest_phone() {
    every_screen_for_reviewers(Options::default().size(320, 640).dark(), "320-dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewers_in_light_on_a_desk() {
    every_screen_for_reviewers(Options::default().size(1280, 800), "1280-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewers_in_dark_on_a_desk() {
    every_screen_for_reviewers(Options::default().size(1280, 800).dark(), "1280-dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pathways_in_light_on_a_phone() {
    every_care_screen(Options::default(), "360-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pathways_in_dark_on_a_phone() {
    every_care_screen(Options::default().dark(), "360-dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pathways_in_light_on_a_desk() {
    every_care_screen(Options::default().size(1280, 800), "1280-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pathways_in_light_on_the_narrowest_phone() {
    every_care_screen(Options::default().size(320, 640), "320-light").await;
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

#[tokio::test(flavor = "multi_thread")]
async fn light_on_a_desk() {
    every_screen(Options::default().size(1280, 800), "1280-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn dark_on_a_tablet() {
    every_screen(Options::default().size(768, 1024).dark(), "768-dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pathways_in_light_on_a_tablet() {
    every_care_screen(Options::default().size(768, 1024), "768-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pathways_in_dark_on_a_desk() {
    every_care_screen(Options::default().size(1280, 800).dark(), "1280-dark").await;
}

/// At 400 % a window of 1280 × 1024 has room for 320 × 256.
#[tokio::test(flavor = "multi_thread")]
async fn at_400_percent() {
    every_screen(Options::default().size(320, 256), "400-percent").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pathways_at_400_percent() {
    every_care_screen(Options::default().size(320, 256), "400-percent").await;
}
