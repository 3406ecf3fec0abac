//! The screens that explain the system, looked at by axe and in pictures: phone, tablet and desk, light and dark.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::care::woman_of_52;
use common::look;
use common::system::{ALL, read, unfold};
use sentier_tests::Options;

async fn every_screen(options: Options, theme: &str) {
    let stage = woman_of_52(options).await;
    stage.go("#/comprendre").await;
    stage.wait_h1(ALL).await;
    look(&stage, theme, "system").await;
    unfold(&stage).await;
    look(&stage, theme, "system-open").await;
    read(&stage, "Médecin traitant, médecin généraliste").await;
    look(&stage, theme, "system-entry").await;
    unfold(&stage).await;
    look(&stage, theme, "system-entry-open").await;
    read(&stage, "Plateforme territoriale d’appui").await;
    look(&stage, theme, "system-former").await;
    stage.go("#/comprendre/carte").await;
    stage.wait_h1("La carte du système").await;
    look(&stage, theme, "system-map").await;
    stage.tick("Montrer mes parcours").await;
    look(&stage, theme, "system-map-own").await;
    stage.go("#/comprendre/parcours").await;
    stage.wait_h1("Les trois parcours").await;
    look(&stage, theme, "system-journeys").await;
    stage.go("#/comprendre/sigles").await;
    stage.wait_h1("Les sigles").await;
    look(&stage, theme, "system-glossary").await;
    stage.go("#/comprendre/chercher").await;
    stage.wait_h1("Je cherche").await;
    look(&stage, theme, "system-find").await;
    stage.click_button("Un médecin").await;
    stage.wait_h1("Un médecin").await;
    stage.click_button("Aujourd’hui ou demain").await;
    stage.wait_h1("Aujourd’hui ou demain").await;
    look(&stage, theme, "system-find-end").await;
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
async fn light_on_a_desk() {
    every_screen(Options::default().size(1280, 800), "1280-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn dark_on_a_desk() {
    every_screen(Options::default().size(1280, 800).dark(), "1280-dark").await;
}
