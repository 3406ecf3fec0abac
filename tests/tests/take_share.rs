//! A sheet in an address: opened once, read only, for a time; never of what leaves no trace.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "tests"
)]

mod common;

use common::care::{CLOCK, at};
use common::take::{make, on_take};
use common::{HOME, begin, nothing_until_the_result, open};
use sentier_tests::{Options, Stage};

async fn result(stage: &Stage, words: &str, door: &str) {
    stage.go("#/").await;
    stage.wait_h1(HOME).await;
    begin(stage, words, door).await;
    nothing_until_the_result(stage).await;
}

/// The part of the address behind `#` that opens the sheet.
async fn address(stage: &Stage) -> String {
    make(stage, "Fiche d’orientation", "Fiche d’orientation").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.wait_text("il ne peut pas être repris").await;
    stage.click_button("Faire un lien jusqu’au 28 novembre 2026").await;
    stage.wait_h1("Le lien est prêt").await;
    let whole = stage.eval("return document.getElementById('take-text').value").await;
    let whole = whole.as_str().unwrap();
    assert!(whole.starts_with(&stage.site().url()), "{whole}");
    assert!(whole.len() < 4_000, "{}", whole.len());
    whole[whole.find('#').unwrap()..].to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_sheet_opens_read_only_and_leaves_the_address_at_once() {
    let stage = open(Options::default().init_script(CLOCK)).await;
    result(&stage, "mal de tête", "Mal de tête").await;
    let hash = address(&stage).await;

    let other = open(Options::default().init_script(CLOCK)).await;
    other.wait_h1(HOME).await;
    // As from a message: another document. And once more in an open one.
    for visit in 0..2 {
        if visit == 0 {
            other.visit("/neighbour/").await;
        }
        other.go(&hash).await;
        other.wait_h1("Fiche d’orientation").await;
        other.wait_text("jusqu’au 28 novembre 2026").await;
        other
            .until("the address without the sheet", async || match other.url().await {
                url if url.ends_with("#/partage") => Ok(()),
                url => Err(url),
            })
            .await;
        assert!(!other.text().await.contains("Un lien qui ouvre"), "it is not shared on");
    }
    let kept = other.storage_keys().await;
    assert!(kept.iter().all(|key| !key.contains("record") && !key.ends_with("session")), "{kept:?}");
    let asked = other.site().requests();
    assert!(asked.iter().all(|path| !path.contains(&hash[hash.len() - 20..])), "{asked:?}");

    other.eval(&at("2026-11-29")).await;
    other.go("#/").await;
    other.reload().await;
    other.wait_h1(HOME).await;
    other.go(&hash).await;
    other.wait_text("Ce lien ne s’ouvre plus").await;
    other.wait_text("28 novembre 2026").await;
    other.go(&hash[..hash.len() / 2]).await;
    other.wait_text("coupé ou abîmé").await;
    other.trouble().await.assert_none();
    other.close().await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sensitive_result_is_printed_but_does_not_become_an_address() {
    let stage = open(Options::default().init_script(CLOCK)).await;
    result(&stage, "question intime", "intime").await;
    make(&stage, "Fiche d’orientation", "Fiche d’orientation").await;
    stage.wait_text("elle ne devient pas un lien").await;
    assert!(!stage.text().await.contains("Faire un lien"));
    stage.go("#/").await;
    stage.wait_h1(HOME).await;
    stage.reload().await;
    on_take(&stage).await;
    assert!(!stage.text().await.contains("Fiche d’orientation"), "it left a trace");
    stage.trouble().await.assert_none();
    stage.close().await;
}
