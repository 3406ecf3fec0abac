//! Without a network, and from one build to the next: what was visited once opens, nothing is mixed, nothing is forced, and
//! nothing of what the person noted is lost.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use common::builds::{Folder, build_of, dist, script_of};
use common::care::woman_of_52;
use common::{CALL_NOW, GATE, HOME, VITAL, begin, none, open};
use sentier_tests::{Options, Stage};
use serde_json::json;

const OFFER: &str = "Une nouvelle version de Sentier est prête.";
const SESSION: &str = "/sentier/sentier/session";

/// A browser that may keep the site, which takes its time over it.
fn on_a_device() -> Options {
    Options::default().kept_on_the_device().deadline(Duration::from_secs(40))
}

/// Waits until the device has the whole build that is open.
async fn kept(stage: &Stage) {
    stage
        .until("the build to be kept", async || {
            let script = "return navigator.serviceWorker.getRegistration().then((it) => it?.active?.state ?? 'none')";
            let state = stage.eval(script).await;
            if state == "activated" { Ok(()) } else { Err(state.to_string()) }
        })
        .await;
}

/// Has the browser look for a new build, and waits until it is on the device.
async fn next_build_arrives(stage: &Stage) {
    stage.eval("return navigator.serviceWorker.ready.then((it) => it.update()).then(() => 0)").await;
    stage
        .until("the next build to arrive", async || {
            let script = "return navigator.serviceWorker.ready.then((it) => it.waiting?.state ?? 'none')";
            let state = stage.eval(script).await;
            if state == "installed" { Ok(()) } else { Err(state.to_string()) }
        })
        .await;
}

/// The build that the page runs, with every file that it loaded checked to be of that build.
async fn running(stage: &Stage, builds: [&Path; 2]) -> String {
    let both = "const loaded = performance.getEntriesByType('resource').map((it) => new URL(it.name).pathname);
        return [document.querySelector('script[data-build]').dataset.build,
            loaded.map((path) => path.replace('/sentier/', ''))]";
    let (build, loaded): (String, Vec<String>) = serde_json::from_value(stage.eval(both).await).unwrap();
    let list = builds.into_iter().find(|folder| build_of(folder) == build).unwrap().join("files.txt");
    let list = fs::read_to_string(list).unwrap();
    assert!(loaded.iter().any(|path| path.ends_with(".wasm")), "{loaded:?}");
    for path in loaded.iter().filter(|path| *path != "sw.js") {
        assert!(list.contains(&format!("  {path}\n")), "{path} is not of the build {build}");
    }
    build
}

/// Waits until the page runs a build: the page may be loaded anew between two questions.
async fn until_running(stage: &Stage, build: &str) {
    let asked =
        "return [document.querySelector('script[data-build]')?.dataset.build, document.body?.dataset.app].join(' ')";
    stage
        .until("another build", async || match stage.eval(asked).await {
            runs if runs == format!("{build} running") => Ok(()),
            runs => Err(runs.to_string()),
        })
        .await;
}

async fn is_offered(stage: &Stage) -> bool {
    stage.text().await.contains(OFFER)
}

async fn at_vital_signs(stage: &Stage) {
    begin(stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(stage).await;
    stage.wait_h1(VITAL).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_one_visit_everything_works_without_a_network() {
    let mut stage = open(on_a_device()).await;
    stage.wait_h1(HOME).await;
    kept(&stage).await;
    stage.trouble().await.assert_none();
    stage.cut_off();
    let reached = stage.eval("return fetch('files.txt').then(() => 'reached', () => 'nothing')").await;
    assert_eq!(reached, "nothing", "there still is a network");

    stage.reload().await;
    stage.wait_h1(HOME).await;
    at_vital_signs(&stage).await;
    stage.tick("Douleur qui va dans le bras").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(CALL_NOW).await;
    stage.wait_text("En attendant").await;
    for (hash, heading) in [
        ("#/parcours", "Trois questions"),
        ("#/comprendre", "Comprendre"),
        ("#/verification", "Comment ces règles sont vérifiées"),
        ("#/a-propos", "À propos"),
    ] {
        stage.go(hash).await;
        stage.wait_h1(heading).await;
    }
    assert!(stage.text().await.contains(&build_of(&dist())), "the page does not say which build it is");
    let worker = "const worker = new Worker(document.querySelector('script[data-exchange]').dataset.exchange, { type: 'module' });
        return new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); worker.onerror = () => resolve('no worker'); })";
    assert_eq!(stage.eval(worker).await, "ready");
    stage.click_button("Quitter vite").await;
    stage.wait_h1("Notes").await;
    stage.close().await;
}

/// What the browser itself says of the manifest and its icons, before it offers to install the page.
#[tokio::test(flavor = "multi_thread")]
async fn the_browser_would_install_it() {
    let stage = open(on_a_device()).await;
    stage.wait_h1(HOME).await;
    kept(&stage).await;
    let manifest = stage.cdp("Page.getAppManifest", json!({})).await;
    assert_eq!(manifest["errors"], json!([]));
    assert!(manifest["url"].as_str().unwrap().ends_with("/sentier/manifest.webmanifest"), "{manifest}");
    let errors = stage.cdp("Page.getInstallabilityErrors", json!({})).await;
    assert_eq!(errors["installabilityErrors"], json!([]));
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_page_that_was_read_stays_and_another_says_that_it_is_not_there() {
    let mut stage = open(on_a_device()).await;
    stage.wait_h1(HOME).await;
    kept(&stage).await;
    stage.visit("/sentier/pages/index.html").await;
    let heading = stage.h1().await;
    let other = stage.eval("return document.querySelector('main a[href$=\".html\"]').getAttribute('href')").await;
    stage.cut_off();
    stage.reload().await;
    assert_eq!(stage.h1().await, heading);
    let styled = stage.eval("return getComputedStyle(document.querySelector('.header')).display").await;
    assert_eq!(styled, "flex", "its style is not there");
    stage.visit(&format!("/sentier/pages/{}", other.as_str().unwrap())).await;
    stage.wait_h1("Cette page n’est pas gardée sur cet appareil").await;
    stage.axe("a page that is not there").await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_is_offered_outside_of_forms_and_keeps_what_was_noted() {
    let site = Folder::of_another_build("update");
    let before = Folder::of_another_build("before");
    let builds = [before.path(), &dist()];
    let [old, new] = builds.map(build_of);
    assert_ne!(old, new);
    let mut stage = woman_of_52(on_a_device().folder(site.path())).await;
    kept(&stage).await;
    stage.go("").await;
    stage.wait_h1(HOME).await;
    at_vital_signs(&stage).await;
    let noted = stage.storage_keys().await;
    let session = stage.local_storage_get(SESSION).await.unwrap();

    site.becomes(&dist());
    next_build_arrives(&stage).await;
    assert!(!is_offered(&stage).await, "the update is offered within a form");
    assert_eq!(running(&stage, builds).await, old);
    stage.reload().await;
    stage.wait_h1(VITAL).await;
    assert_eq!(running(&stage, builds).await, old, "the update was forced");
    assert!(!is_offered(&stage).await, "the update is offered within a form");

    stage.go("#/").await;
    stage.wait_text(OFFER).await;
    stage.axe("the offer of an update").await;
    stage.screenshot("update").await;
    stage.type_into("Ce qui ne va pas", "mal").await;
    stage
        .until("the offer to go", async || if is_offered(&stage).await { Err("it stays".to_owned()) } else { Ok(()) })
        .await;
    assert_eq!(running(&stage, builds).await, old);
    stage.reload().await;
    stage.wait_text(OFFER).await;

    stage.click_button("Mettre à jour").await;
    until_running(&stage, &new).await;
    stage.wait_h1(HOME).await;
    assert_eq!(running(&stage, builds).await, new);
    assert!(!is_offered(&stage).await);
    assert_eq!(stage.storage_keys().await, noted);
    assert_eq!(stage.local_storage_get(SESSION).await, Some(session));
    stage.cut_off();
    stage.go("#/parcours").await;
    stage.wait_h1("faire").await;
    assert_eq!(running(&stage, builds).await, new);
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_of_the_build_before_goes_on_beside_one_of_the_next() {
    let site = Folder::of_another_build("tabs");
    let before = Folder::of_another_build("tabs-before");
    let builds = [before.path(), &dist()];
    let mut stage = open(on_a_device().folder(site.path())).await;
    stage.wait_h1(HOME).await;
    kept(&stage).await;
    stage.reload().await;
    at_vital_signs(&stage).await;
    site.becomes(&dist());
    let first = stage.open_tab("#/a-propos").await;
    next_build_arrives(&stage).await;
    stage.click_button("Mettre à jour").await;
    until_running(&stage, &build_of(&dist())).await;
    running(&stage, builds).await;
    stage.cut_off();
    stage.show_tab(&first).await;
    stage.wait_h1(VITAL).await;
    none(&stage).await;
    stage.wait_text(common::SEX).await;
    // Its own pack, which it did not have yet, and its own build.
    stage.go("#/parcours").await;
    stage.wait_h1("Trois questions").await;
    assert_eq!(running(&stage, builds).await, build_of(before.path()));
    // Where nothing is under way it is offered the build that the other tab took.
    stage.go("#/a-propos").await;
    stage.wait_text(OFFER).await;
    stage.close().await;
}

/// A deployment that lacks a file, or has one of another build, is not taken: the build before goes on.
#[tokio::test(flavor = "multi_thread")]
async fn a_failed_deployment_leaves_the_build_before() {
    let before = Folder::of_another_build("failed-before");
    // Each on a device of its own: what arrived before a failure is compared already and stays for the next try.
    for (number, break_it) in [
        (|site: &Path| {
            let page = fs::read_to_string(site.join("index.html")).unwrap();
            fs::write(site.join("index.html"), page.replace("lang=fr", "lang=xx")).unwrap();
        }) as fn(&Path),
        |site: &Path| fs::remove_file(site.join(script_of(site))).unwrap(),
        |site: &Path| fs::write(site.join("sw.js"), "<!doctype html>").unwrap(),
    ]
    .into_iter()
    .enumerate()
    {
        let site = Folder::of_another_build(&format!("failed-{number}"));
        let mut stage = open(on_a_device().folder(site.path())).await;
        stage.wait_h1(HOME).await;
        kept(&stage).await;
        let broken = Folder::of_dist(&format!("broken-{number}"));
        break_it(broken.path());
        site.becomes(broken.path());
        let taken =
            "return navigator.serviceWorker.ready.then((it) => it.update().then(() => new Promise((resolve) => {
            const look = () => it.installing ? setTimeout(look, 20) : resolve(it.waiting !== null);
            look();
        }), () => false))";
        assert_eq!(stage.eval(taken).await, false, "a broken build was taken");
        stage.reload().await;
        stage.wait_h1(HOME).await;
        assert_eq!(running(&stage, [before.path(), &dist()]).await, build_of(before.path()));
        stage.cut_off();
        stage.reload().await;
        at_vital_signs(&stage).await;
        stage.close().await;
    }
}

/// Without a worker too: a page that was cached before a deployment finds its files for one release.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_cached_before_a_deployment_still_starts() {
    let site = Folder::of_dist("cached");
    let before = Folder::of_another_build("cached-before");
    fs::copy(before.path().join("index.html"), site.path().join("cached.html")).unwrap();
    let script = script_of(before.path());
    assert!(!site.path().join(&script).exists());
    let keep = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tools/keep-previous.sh");
    let kept = Command::new("bash").arg(keep).arg(site.path()).arg(before.path()).status().unwrap();
    assert!(kept.success());
    assert!(site.path().join(&script).exists(), "the script of the build before is not kept");
    let list = fs::read_to_string(site.path().join("files.txt")).unwrap();
    assert!(!list.contains(&script), "what is kept would be kept for ever");
    let stage = Stage::open(Options::default().folder(site.path())).await;
    stage.visit("/sentier/cached.html").await;
    stage.wait_h1(HOME).await;
    stage.type_into("Ce qui ne va pas", "j'ai mal dans la poitrine").await;
    stage.click_button("Douleur dans la poitrine").await;
    stage.wait_h1(GATE).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Each file of a build is in its list; each kept one with what it holds.
#[test]
fn the_list_of_files_is_that_of_the_build() {
    let check = Command::new("sha256sum").args(["--check", "--quiet", "files.txt"]).current_dir(dist()).status();
    assert!(check.unwrap().success());
    let list = fs::read_to_string(dist().join("files.txt")).unwrap();
    let worker = fs::read_to_string(dist().join("sw.js")).unwrap();
    for line in list.lines() {
        let path = line.split("  ").nth(1).unwrap();
        let is_kept = worker.contains(&format!("[\"{path}\", \""));
        let is_left = path == "sw.js" || path == "icons/social.png" || path.starts_with("pages/");
        assert_ne!(is_kept, is_left, "{path}");
    }
}

/// What a browser asks before it offers to install a site: a manifest with a name, a start within its scope, and icons of the
/// sizes that it says, one of which may be cut to any shape.
#[test]
fn the_site_can_be_installed() {
    let read = |path: &str| fs::read(dist().join(path)).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&read("manifest.webmanifest")).unwrap();
    assert_eq!(
        (&manifest["start_url"], &manifest["scope"], &manifest["display"]),
        (&"./".into(), &"./".into(), &"standalone".into())
    );
    assert!(manifest["name"].is_string() && manifest["lang"] == "fr");
    let icons = manifest["icons"].as_array().unwrap();
    for icon in icons {
        let bytes = read(icon["src"].as_str().unwrap());
        if icon["type"] == "image/png" {
            // The first part of a PNG says its width and height.
            let size = |from: usize| u32::from_be_bytes(bytes[from..from + 4].try_into().unwrap());
            assert_eq!(format!("{}x{}", size(16), size(20)), icon["sizes"].as_str().unwrap(), "{icon}");
        }
    }
    let has = |name: &str, value: &str| icons.iter().any(|icon| icon[name] == value);
    assert!(has("sizes", "192x192") && has("sizes", "512x512") && has("purpose", "maskable"));
    let page = fs::read_to_string(dist().join("index.html")).unwrap();
    assert!(page.contains("manifest.webmanifest") && page.contains("apple-touch-icon"));
}
