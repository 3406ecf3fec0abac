//! One file with everything inside, opened from a disk.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::builds::{build_of, dist};
use common::{CALL_NOW, HOME, VITAL, begin, none};
use sentier_tests::{Options, Stage};

/// How large the file may be: what a mailbox takes.
const MOST_BYTES: usize = 3_000_000;

/// The file, alone in a folder of its own.
fn written(test: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("sentier-single-{test}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../index.html")).unwrap();
    let html = sentier_site::single(&page, &dist()).unwrap();
    println!("{} bytes", html.len());
    assert!(html.len() <= MOST_BYTES, "{} bytes", html.len());
    let file = folder.join("sentier.html");
    fs::write(&file, html).unwrap();
    file
}

#[tokio::test(flavor = "multi_thread")]
async fn one_file_from_a_disk_is_the_whole_app() {
    let file = written("walk");
    let stage = Stage::open(Options::default()).await;
    stage.open_file(&file).await;
    stage.wait_h1(HOME).await;
    stage.wait_text("Ce fichier ne garde rien.").await;
    stage.axe("one file").await;
    stage.screenshot("single").await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.tick("Douleur qui va dans le bras").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(CALL_NOW).await;
    stage.wait_text("En attendant").await;
    for (hash, heading) in [
        ("#/comprendre", "Comprendre"),
        ("#/verification", "Comment ces règles sont vérifiées"),
        ("#/a-propos", "À propos"),
        ("#/parcours", "Trois questions"),
    ] {
        stage.eval(&format!("location.hash = '{hash}'; return 0")).await;
        stage.wait_h1(heading).await;
    }
    stage.eval("location.hash = '#/a-propos'; return 0").await;
    stage.wait_text(&build_of(&dist())).await;
    let worker = "const worker = new Worker(document.querySelector('script[data-exchange]').dataset.exchange, { type: 'module' });
        return new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); worker.onerror = () => resolve('no worker'); })";
    assert_eq!(stage.eval(worker).await, "ready");
    stage.trouble().await.assert_none();
    stage.close().await;
    fs::remove_dir_all(file.parent().unwrap()).unwrap();
}

/// What is noted stays in memory; leaving in a hurry needs no other file.
#[tokio::test(flavor = "multi_thread")]
async fn one_file_keeps_nothing_and_can_be_left() {
    let file = written("leave");
    let stage = Stage::open(Options::default()).await;
    stage.open_file(&file).await;
    stage.wait_h1(HOME).await;
    let keeps = "const kept = (name) => { try { return typeof window[name]; } catch (error) { return error.name; } };
        return ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map(kept).join(' ')";
    let refused = ["SecurityError"; 4].join(" ");
    assert_eq!(stage.eval(keeps).await, refused.as_str());
    stage.eval("location.hash = '#/parcours'; return 0").await;
    stage.wait_h1("Trois questions").await;
    stage.type_into("Date de naissance", "10/5/1974").await;
    stage.tick("Féminin").await;
    stage.tick("Non").await;
    stage.click_button("Voir le calendrier").await;
    stage.wait_h1("faire").await;
    stage.trouble().await.assert_none();
    stage.click_button("Quitter vite").await;
    stage
        .until("an empty page", async || match stage.url().await {
            url if url == "about:blank" => Ok(()),
            url => Err(url),
        })
        .await;
    assert_eq!(stage.text().await, "");
    stage.close().await;
    fs::remove_dir_all(file.parent().unwrap()).unwrap();
}

/// The policy allows the two pieces of code that stand in the file, by what they hold, and nothing from anywhere.
#[test]
fn the_policy_of_the_one_file_names_its_code() {
    let file = written("policy");
    let html = fs::read_to_string(&file).unwrap();
    let policy = html.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    for strict in
        ["default-src 'none'", "script-src 'sha256-", "style-src 'sha256-", "require-trusted-types-for 'script'"]
    {
        assert!(policy.contains(strict), "{strict} is not in {policy}");
    }
    for loose in ["unsafe-inline", "unsafe-eval'", "'self'", "http", "connect-src", " *"] {
        assert!(!policy.replace("wasm-unsafe-eval'", "").contains(loose), "{loose} in {policy}");
    }
    for tag in ["src=\"", "<link href", "url("] {
        assert!(!html.split("</head>").next().unwrap().contains(tag), "{tag} asks for another file");
    }
    fs::remove_dir_all(file.parent().unwrap()).unwrap();
}
