//! What is planned and noted from time to time: appointments, days known by their year, home blood pressure, rights, the
//! printed plan.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common::HOME;
use common::care::{FIRST, WELCOME, on, on_dashboard, open_thing, welcome, woman_of_52};
use sentier_tests::{Options, Stage};
use serde_json::json;

/// The twelve example persons of `content/people/`.
const EXAMPLES: usize = 12;

/// The first screen of the pathways with all examples in sight.
async fn examples(stage: &Stage) {
    stage.go("#/parcours/bienvenue").await;
    stage.wait_h1("?").await;
    stage.eval("document.querySelector('.examples').open = true; return 0").await;
}

/// Tries the person with diabetes and hypertension.
async fn example(options: Options) -> Stage {
    let stage = welcome(options).await;
    stage.eval("document.querySelector('.examples').open = true; return 0").await;
    stage.click_button("diabète de type 2 et hypertension").await;
    stage.wait_h1(FIRST).await;
    stage
}

/// How many pages the screen takes on paper.
async fn pages(stage: &Stage) -> usize {
    let size = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    let printed = stage.cdp("Page.printToPDF", size).await;
    let bytes = STANDARD.decode(printed["data"].as_str().unwrap()).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    // A page's own mark is followed by a line's end, that of the tree of pages by an s.
    text.matches("/Type /Page\n").count()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_is_noted_and_asked_about_when_its_day_is_past() {
    let stage = woman_of_52(Options::default()).await;
    open_thing(&stage, "Mammographie").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.type_into("Jour du rendez-vous", "1/6/2026").await;
    stage.click_button("Noter ce rendez-vous").await;
    stage.wait_text("Ce jour est passé").await;
    stage.type_into("Jour du rendez-vous", "3/12/2026").await;
    stage.click_button("Noter ce rendez-vous").await;
    stage.wait_text("Le rendez-vous est noté, le 3 décembre 2026").await;
    on_dashboard(&stage).await;
    stage.wait_text("Mes rendez-vous").await;
    stage.wait_text("rendez-vous le 3 décembre 2026").await;
    on(&stage, "2026-12-04").await;
    stage.wait_text("Un rendez-vous était prévu le 3 décembre 2026").await;
    open_thing(&stage, "Mammographie").await;
    stage.type_into("Fait le", "3/12/2026").await;
    stage.click_button("C’est fait").await;
    stage.wait_text("C’est noté").await;
    on_dashboard(&stage).await;
    assert!(!stage.text().await.contains("Un rendez-vous était prévu"));
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_alone_will_do_for_a_day_long_past() {
    let stage = woman_of_52(Options::default()).await;
    stage.go("#/parcours/concerne").await;
    stage.wait_h1("Êtes-vous concerné").await;
    stage.tick("Avez-vous un diabète de type 2").await;
    stage.type_into("Quand le diabète", "en 2019 ?").await;
    stage.click_button("Noter cette date").await;
    stage.wait_text("Écrivez un jour, un mois et une année").await;
    stage.type_into("Quand le diabète", "2019").await;
    stage.click_button("Noter cette date").await;
    stage.wait_text("C’est noté").await;
    on_dashboard(&stage).await;
    let press = "[...document.querySelectorAll('.pathways button')].find(b => b.innerText.includes('Diabète')).click()";
    stage.eval("document.querySelector('.pathways').open = true; return 0").await;
    stage.eval(press).await;
    stage.wait_h1("Diabète de type 2").await;
    stage.wait_text("2019").await;
    assert!(!stage.text().await.contains("janvier 2019"), "a day that nobody said");
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.type_into("Dernier jour de ce droit", "31/12/2026").await;
    stage.click_button("Garder").await;
    stage.wait_text("31 décembre 2026").await;
    on_dashboard(&stage).await;
    stage.wait_text("Demandez comment le renouveler").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mornings_and_evenings_make_a_series_with_a_mean() {
    let stage = example(Options::default()).await;
    stage.go("#/parcours/mesures").await;
    stage.wait_h1("mesure").await;
    stage.click_button("Tension").await;
    stage.wait_text("0 mesure sur 18").await;
    for (moment, above, below) in [("Matin", "130", "80"), ("Soir", "140", "90")] {
        stage.type_into("Tension, chiffre du haut", above).await;
        stage.type_into("Tension, chiffre du bas", below).await;
        stage.click_button("Noter").await;
        stage.wait_text("Choisissez le moment").await;
        stage.tick(moment).await;
        stage.click_button("Noter").await;
        stage.wait_text("C’est noté").await;
    }
    stage.wait_text("2 mesures sur 18").await;
    stage.wait_text("135/85").await;
    stage.click_button("Corriger 140").await;
    stage.type_into("Tension, chiffre du haut", "150").await;
    stage.click_button("Garder la correction").await;
    stage.wait_text("C’est corrigé").await;
    stage.wait_text("140/85").await;
    stage.click_button("Annuler").await;
    stage.wait_text("135/85").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_of_every_example_is_one_page() {
    let stage = welcome(Options::default()).await;
    for place in 0..EXAMPLES {
        if place > 0 {
            examples(&stage).await;
        }
        let press = format!(
            "document.querySelector('.examples').open = true;
            document.querySelectorAll('.examples button')[{place}].click(); return 0"
        );
        stage.eval(&press).await;
        stage.wait_text("Prévention").await;
        stage.go("#/parcours/plan").await;
        stage.wait_h1("Plan de soins").await;
        assert_eq!(pages(&stage).await, 1, "example {place}");
    }
    stage.go("#/parcours").await;
    stage.wait_text("Prévention").await;
    assert!(pages(&stage).await > 1, "a dashboard is longer than a page, so pages are counted");
    assert!(!stage.h1().await.contains(HOME) && !stage.h1().await.contains(WELCOME));
    stage.trouble().await.assert_none();
    stage.close().await;
}
