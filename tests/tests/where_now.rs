//! Where to go now: the list follows the hour, the department and the voice, and what was chosen stays on the device.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::care::CLOCK;
use common::{CALL_NOW, VITAL, begin, none, nothing_until_the_result, open};
use sentier_tests::{Options, Stage};

const TERRITORY: &str = "/sentier/sentier/territory";
const SILENT: &str = "/sentier/sentier/silent";

/// The page opens at a moment, written as JavaScript reads it: without a zone it is that of the device.
async fn open_at(moment: &str) -> Stage {
    let stage = open(Options::default().init_script(CLOCK)).await;
    set_clock(&stage, moment).await;
    stage
}

async fn set_clock(stage: &Stage, moment: &str) {
    stage.eval(&format!("window.name = String(Date.parse('{moment}')); return 0")).await;
}

/// A tingle from a socket, and nothing else: a doctor within hours.
async fn result_within_hours(stage: &Stage) {
    begin(stage, "coup de jus", "Choc électrique").await;
    let heading = nothing_until_the_result(stage).await;
    assert!(heading.contains("dans les heures"), "{heading}");
    stage.wait_text("Votre département").await;
}

/// Chooses a department by its number, with the focus on the list.
async fn choose(stage: &Stage, territory: &str) {
    let script = format!(
        "const list = document.getElementById('territory'); list.focus(); list.value = '{territory}';
        list.dispatchEvent(new Event('change', {{ bubbles: true }})); return list.value"
    );
    assert_eq!(stage.eval(&script).await, territory);
}

/// Waits until the first way dials a number.
async fn first_dials(stage: &Stage, number: &str) {
    stage
        .until(&format!("{number} first"), async || {
            let first = stage.eval("return document.querySelector('.way-main a')?.getAttribute('href')").await;
            if first == number { Ok(()) } else { Err(format!("it is {first}")) }
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_saturday_afternoon_the_result_says_so_and_who_is_on_duty() {
    let stage = open_at("2026-11-21T14:05:00").await;
    result_within_hours(&stage).await;
    stage.wait_text("Selon votre heure (samedi 14 h 05) : les cabinets sont souvent fermés.").await;
    stage.wait_text("Souvent fermé maintenant · Ouvre de nouveau lundi 23 novembre").await;
    first_dials(&stage, "tel:15").await;
    stage.screenshot("where-now").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// An open page follows the clock when it is looked at again.
#[tokio::test(flavor = "multi_thread")]
async fn an_open_page_follows_the_hour() {
    let stage = open_at("2026-11-21T14:05:00").await;
    result_within_hours(&stage).await;
    stage.wait_text("samedi 14 h 05").await;
    set_clock(&stage, "2026-11-24T10:00:00").await;
    stage.eval("window.dispatchEvent(new Event('focus')); return 0").await;
    stage.wait_text("Selon votre heure (mardi 10 h 00) : les cabinets sont souvent ouverts.").await;
    assert!(!stage.text().await.contains("Souvent fermé maintenant"));
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hour_is_that_of_the_department() {
    let stage = open_at("2026-11-21T14:05:00+01:00").await;
    result_within_hours(&stage).await;
    choose(&stage, "75").await;
    stage.wait_text("Heure locale, Paris (samedi 14 h 05)").await;
    choose(&stage, "974").await;
    stage.wait_text("Heure locale, La Réunion (samedi 17 h 05)").await;
    assert_eq!(stage.eval("return document.activeElement.id").await, "territory");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_116_117_is_there_only_where_it_answers() {
    let stage = open_at("2026-11-21T14:05:00+01:00").await;
    result_within_hours(&stage).await;
    for (territory, first) in [("14", "tel:116117"), ("75", "tel:15"), ("2A", "tel:116117"), ("", "tel:15")] {
        choose(&stage, territory).await;
        first_dials(&stage, first).await;
        let links = stage.eval("return document.querySelectorAll('a[href=\"tel:116117\"]').length").await;
        assert_eq!(links, i32::from(first == "tel:116117"), "in “{territory}”");
    }
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_choice_outlives_a_reload_and_is_in_no_address() {
    let stage = open_at("2026-11-21T14:05:00+01:00").await;
    result_within_hours(&stage).await;
    choose(&stage, "974").await;
    stage.wait_text("Heure locale, La Réunion").await;
    let url = stage.url().await;
    assert!(url.ends_with("#/orientation") && !url.contains('?'), "{url}");
    assert_eq!(stage.local_storage_get(TERRITORY).await.as_deref(), Some("974"));
    stage.reload().await;
    stage.wait_text("Heure locale, La Réunion").await;
    assert_eq!(stage.eval("return document.getElementById('territory').value").await, "974");
    stage.click_link("Vie privée").await;
    stage.wait_text("Votre position n’est jamais demandée").await;
    stage.click_button("Effacer mes réponses").await;
    stage.wait_text("C’est effacé").await;
    assert_eq!(stage.local_storage_get(TERRITORY).await, None);
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_cannot_speak_writes_first() {
    let stage = open_at("2026-11-21T14:05:00").await;
    result_within_hours(&stage).await;
    first_dials(&stage, "tel:15").await;
    stage.tick("Je ne peux pas parler").await;
    first_dials(&stage, "sms:114").await;
    assert!(stage.local_storage_get(SILENT).await.is_some());
    stage.reload().await;
    first_dials(&stage, "sms:114").await;
    stage.close().await;
}

/// When life is at stake nothing stands between the headline and the call.
#[tokio::test(flavor = "multi_thread")]
async fn the_call_comes_first_when_life_is_at_stake() {
    let stage = open_at("2026-11-21T14:05:00").await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.tick("Douleur qui va dans le bras").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(CALL_NOW).await;
    stage.wait_text("Votre département").await;
    first_dials(&stage, "tel:15").await;
    assert_eq!(stage.eval("return document.querySelector('.where-now').firstElementChild.className").await, "ways");
    stage.close().await;
}

/// A triage that leaves no trace keeps no department either.
#[tokio::test(flavor = "multi_thread")]
async fn a_triage_without_trace_keeps_no_department() {
    let stage = open_at("2026-11-21T14:05:00+01:00").await;
    begin(&stage, "envie de mourir", "Idées noires").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.eval("document.querySelector('.line input').click(); return 0").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(CALL_NOW).await;
    stage.wait_text("Ces choix ne sont pas gardés").await;
    choose(&stage, "974").await;
    stage.wait_text("Heure locale, La Réunion").await;
    let keys = stage.storage_keys().await;
    assert!(!keys.iter().any(|key| key.contains("sentier")), "{keys:?}");
    stage.close().await;
}
