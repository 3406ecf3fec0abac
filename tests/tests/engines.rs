//! The main walk in the other engines, Firefox and WebKit, where they are on this machine; Chromium has all other tests.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "tests")]

mod common;

use common::builds::dist;
use common::{CALL_NOW, GATE, HOME, VITAL};
use sentier_tests::{Engine, Network, Site};

/// From one's own words to the 15, under the policy of the page; then what is fetched later; then to the 15 once more without
/// a network, where the engine keeps the site on the device.
async fn walk(engine: Option<Engine>, name: &str) {
    let Some(engine) = engine else {
        println!("{name} is not on this machine: not tested");
        return;
    };
    let site = Site::start(&dist(), "/sentier/", None).expect("the site is served");
    let network = Network::to(&site);
    let url = network.url();
    engine.go(&url).await;
    to_the_15(&engine).await;
    // What is fetched later, each with a part of the program: pathways, the drawing, other words with their pictures.
    for (address, heading) in [("#/parcours", "Trois questions"), ("#/corps", "Où est le problème"), ("#/", HOME)] {
        engine.go(&format!("{url}{address}")).await;
        engine.wait_h1(heading).await;
    }
    engine.click_button("Français facile").await;
    engine.go(&format!("{url}#/question/1")).await;
    engine.until("return document.querySelectorAll('.picture path').length > 0", "").await;
    engine.click_button("Oui").await;
    engine.wait_h1(CALL_NOW).await;
    engine.go(&format!("{url}#/")).await;
    engine.click_button("Français").await;
    engine.wait_h1(HOME).await;
    let keeps = "return 'serviceWorker' in navigator";
    if engine.run(keeps, Vec::new()).await == Ok(true.into()) {
        let kept = "return navigator.serviceWorker.getRegistration().then((it) => it?.active?.state === 'activated')";
        engine.until(kept, "").await;
        drop(network);
        engine.go(&url).await;
        engine.run("sessionStorage.clear(); localStorage.clear()", Vec::new()).await.expect("nothing is kept");
        engine.reload().await;
        to_the_15(&engine).await;
    } else {
        println!("{name} keeps no site on the device here");
    }
    engine.close().await;
}

async fn to_the_15(engine: &Engine) {
    engine.wait_h1(HOME).await;
    engine.type_into("Ce qui ne va pas", "j'ai mal dans la poitrine").await;
    engine.click_button("Douleur dans la poitrine").await;
    engine.wait_h1(GATE).await;
    engine.tick("Aucun de ces signes").await;
    engine.click_button("Continuer").await;
    engine.wait_h1(VITAL).await;
    engine.tick("Douleur qui va dans le bras").await;
    engine.click_button("Continuer").await;
    engine.wait_h1(CALL_NOW).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn firefox_walks_to_the_15() {
    walk(Engine::firefox().await, "Firefox").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn webkit_walks_to_the_15() {
    walk(Engine::webkit().await, "WebKit").await;
}
