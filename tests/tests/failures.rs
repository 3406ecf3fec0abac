//! What is left when something fails: the numbers always, the questions where they can be had.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{HOME, VITAL, begin, none, open};
use sentier_tests::{Fault, Options, Stage};

const SESSION: &str = "/sentier/sentier/session";
const ASIDE: &str = "/sentier/sentier/session-aside";

/// The browser refuses to make elements, which nothing in the app could foresee.
const REFUSE_ELEMENTS: &str = "const refuse = () => { throw new Error('refused') };
    Document.prototype.createElement = refuse; Document.prototype.createElementNS = refuse; Node.prototype.cloneNode = refuse;
    return 0";

/// The browser asks for every file anew.
async fn without_cache(stage: &Stage) {
    stage.cdp("Network.enable", serde_json::json!({})).await;
    stage.cdp("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true })).await;
}

/// The numbers of the emergency block are visible, and real links.
async fn assert_numbers(stage: &Stage) {
    let links = stage
        .eval(
            "return [...document.querySelectorAll('#emergency a')].filter(a => a.checkVisibility()).map(a => a.getAttribute('href')).join(' ')",
        )
        .await;
    for link in ["tel:15", "tel:112", "sms:114", "tel:3114"] {
        assert!(links.as_str().unwrap().contains(link), "{links}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_the_numbers_stand() {
    let stage = open(Options::default().without_javascript()).await;
    let text = stage.text().await;
    for said in ["15", "112", "114", "impossible à réveiller", "JavaScript", "non validé"] {
        assert!(text.contains(said), "“{said}” is missing in {text}");
    }
    stage.screenshot("without-javascript").await;
    stage.axe("without JavaScript").await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_webassembly_the_numbers_stand() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    without_cache(&stage).await;
    stage.site().set_fault(Fault::Missing(".wasm"));
    stage.reload().await;
    stage.wait_text("n’a pas pu se charger").await;
    assert_numbers(&stage).await;
    stage.axe("failed").await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_webassembly_is_slow_the_numbers_stand() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.site().set_fault(Fault::Stalled(".wasm"));
    without_cache(&stage).await;
    stage.visit("/neighbour/").await;
    stage.go_early("").await;
    stage.wait_text("tarde à arriver").await;
    assert_numbers(&stage).await;
    // Once it arrives, the questions do too.
    stage.site().set_fault(Fault::None);
    stage.wait_h1(HOME).await;
    stage.close().await;
}

/// Without the questions the gate still works, and says what to do.
#[tokio::test(flavor = "multi_thread")]
async fn without_the_pack_gate_and_15_stand() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    without_cache(&stage).await;
    stage.site().set_fault(Fault::Missing(".pack"));
    stage.reload().await;
    stage.wait_h1(HOME).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1("Les questions ne sont pas arrivées").await;
    let fifteen =
        "return [...document.querySelectorAll('#app a[href=\"tel:15\"]')].filter(a => a.checkVisibility()).length";
    assert_eq!(stage.eval(fifteen).await, 2, "the corner and the screen call 15");
    stage.axe("no pack").await;
    stage.site().set_fault(Fault::None);
    stage.click_button("Réessayer").await;
    stage.wait_h1(VITAL).await;
    stage.close().await;
}

/// Without the stories the pages for reviewers say so; the gate, the questions and 15 are as they were.
#[tokio::test(flavor = "multi_thread")]
async fn without_the_explain_pack_everything_else_stands() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    without_cache(&stage).await;
    stage.site().set_fault(Fault::Missing(explain_pack()));
    stage.go("#/verification").await;
    stage.wait_h1("Les règles ne sont pas arrivées").await;
    let fifteen = "return document.querySelector('#app a.fifteen[href=\"tel:15\"]').checkVisibility()";
    assert_eq!(stage.eval(fifteen).await, serde_json::json!(true));
    stage.axe("no explain pack").await;
    stage.go("").await;
    stage.wait_h1(HOME).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.go("#/verification").await;
    stage.wait_h1("Les règles ne sont pas arrivées").await;
    stage.site().set_fault(Fault::None);
    stage.click_button("Réessayer").await;
    stage.wait_h1("Comment ces règles sont vérifiées").await;
    stage.close().await;
}

/// The name of the explain pack, which tells its version.
fn explain_pack() -> &'static str {
    let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/../dist");
    let mut names = std::fs::read_dir(dist).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.find(|name| name.starts_with("explain-")).unwrap().leak()
}

/// A panic brings the numbers back with a report that holds no answer; the next start offers to resume, and never does
/// so by itself.
#[tokio::test(flavor = "multi_thread")]
async fn a_panic_brings_the_numbers_back() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.eval(REFUSE_ELEMENTS).await;
    stage.tick("Aucun de ces signes").await;
    stage.eval("document.querySelector('button.main').click(); return 0").await;
    stage.wait_text("s’est arrêté à cause d’une erreur").await;
    assert_numbers(&stage).await;
    let report = stage.eval("return document.getElementById('crash-report').value").await;
    let report = report.as_str().unwrap();
    assert!(report.starts_with("Sentier · sentier-") && report.contains("_bg.wasm"), "{report}");
    for secret in ["poitrine", "serre", "/root", "/home"] {
        assert!(!report.contains(secret), "{report}");
    }
    stage.screenshot("crashed").await;

    stage.reload().await;
    stage.wait_text("Sentier s’est arrêté la dernière fois").await;
    stage.wait_h1(HOME).await;
    stage.click_button("Reprendre").await;
    stage
        .until(
            "a question",
            async || if stage.url().await.contains("question") { Ok(()) } else { Err(stage.url().await) },
        )
        .await;
    stage.close().await;
}

/// An error that the browser throws through the app is told like a panic.
#[tokio::test(flavor = "multi_thread")]
async fn an_error_of_the_browser_brings_the_numbers_back() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    let refuse = "Document.prototype.createTextNode = Node.prototype.insertBefore = Node.prototype.appendChild = \
        () => { throw new Error('refused: poitrine') }; return 0";
    stage.eval(refuse).await;
    stage.tick("Aucun de ces signes").await;
    stage.eval("document.querySelector('button.main').click(); return 0").await;
    stage.wait_text("s’est arrêté à cause d’une erreur").await;
    assert_numbers(&stage).await;
    let report = stage.eval("return document.getElementById('crash-report').value").await;
    let report = report.as_str().unwrap();
    assert!(!report.is_empty() && !report.contains("poitrine"), "{report}");
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn blocked_storage_is_said_and_everything_works() {
    let stage = open(Options::default().storage_blocked()).await;
    stage.wait_h1(HOME).await;
    stage.wait_text("ne laisse rien enregistrer").await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn full_storage_is_said_and_everything_works() {
    let stage = open(Options::default().storage_full()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    stage.wait_text("plus de place").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Whatever stands where the session should: the app starts, keeps the original aside, says so, and touches nobody
/// else's keys.
#[tokio::test(flavor = "multi_thread")]
async fn bad_stored_data_is_kept_aside_and_said() {
    let stage = open(Options::default()).await;
    let future = "sentier:999:00000000:00";
    let giant = "x".repeat(2_000_000);
    for (bad, said) in [
        ("sentier:2:12345678:0011", "illisibles"),
        ("sentier:1:12345678:0011", "illisibles"),
        ("sentier:1:", "illisibles"),
        ("{\"foreign\": true}", "illisibles"),
        ("<img src=x onerror=alert(1)>\u{0}\u{202e}", "illisibles"),
        (future, "version plus récente"),
        (giant.as_str(), "illisibles"),
    ] {
        stage.visit("/neighbour/").await;
        stage.eval("localStorage.clear(); return 0").await;
        stage.local_storage_set("/neighbour/data", "theirs").await;
        stage.local_storage_set("sentier", "also theirs").await;
        stage.local_storage_set(SESSION, bad).await;
        stage.visit("/sentier/").await;
        stage.wait_h1(HOME).await;
        stage.wait_text(said).await;
        assert_eq!(stage.local_storage_get(ASIDE).await.as_deref(), Some(bad));
        begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
        assert_eq!(stage.local_storage_get(ASIDE).await.as_deref(), Some(bad));
        assert_eq!(stage.local_storage_get("/neighbour/data").await.as_deref(), Some("theirs"));
        assert_eq!(stage.local_storage_get("sentier").await.as_deref(), Some("also theirs"));
    }
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Five megabytes leave no room for a copy: the original stays where it is, and nothing is written over it.
#[tokio::test(flavor = "multi_thread")]
async fn five_megabytes_are_left_where_they_are() {
    let stage = open(Options::default()).await;
    stage.visit("/neighbour/").await;
    let set = format!("localStorage.clear(); localStorage.setItem('{SESSION}', 'x'.repeat(5 * 1000 * 1000)); return 0");
    stage.eval(&set).await;
    stage.visit("/sentier/").await;
    stage.wait_text("illisibles").await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    let left = stage.eval(&format!("return localStorage.getItem('{SESSION}').length")).await;
    assert_eq!(left, 5_000_000);
    stage.click_button("Les supprimer").await;
    stage
        .until("the session is kept again", async || match stage.local_storage_get(SESSION).await {
            Some(kept) if kept.starts_with("sentier:3:") => Ok(()),
            other => Err(format!("{:?}", other.map(|kept| kept.len()))),
        })
        .await;
    stage.wait_h1(VITAL).await;
    stage.close().await;
}
