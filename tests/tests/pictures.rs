//! Easy reading shows a picture beside each question that has one, and the right one; other words show none.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::{HOME, look, open};
use sentier_tests::{Options, Stage};

/// The heading of the screen, and the paths of its picture.
const SHOWN: &str = "
const even = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
const paths = [...document.querySelectorAll('#app .picture path')].map((path) => path.getAttribute('d'));
return [even(document.querySelector('#app h1')?.innerText), paths]";

fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The question of every vital sign in easy words, with the paths of its picture.
fn expected() -> BTreeMap<String, Vec<String>> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let content = sentier_content_build::read(&content).unwrap();
    let easy = content.languages.iter().find(|language| language.id == "facile").unwrap();
    let worded = easy.wording.put_into(&content.library).unwrap();
    let signs = &worded.group("gate").unwrap().signs;
    let picture = |id: &str| easy.wording.pictures.beside(&content.library, id).map(|picture| picture.paths.clone());
    signs.iter().map(|sign| (even(sign.question()), picture(&sign.id).unwrap_or_default())).collect()
}

async fn shown(stage: &Stage) -> (String, Vec<String>) {
    serde_json::from_value(stage.eval(SHOWN).await).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_vital_sign_has_its_picture() {
    let expected = expected();
    let pictured = expected.values().filter(|paths| !paths.is_empty()).count();
    assert!(pictured > expected.len() / 2, "only {pictured} of {} have one", expected.len());
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.click_button("Français facile").await;
    stage.wait_h1(HOME).await;
    stage.click_button("Choisir dans une liste").await;
    for place in 0..expected.len() {
        stage.wait_text(&format!("Question {} sur", place + 1)).await;
        let (question, paths) = shown(&stage).await;
        assert_eq!(Some(&paths), expected.get(&question), "{question}");
        if place < 3 {
            look(&stage, "easy", &format!("picture-{place}")).await;
        }
        stage.click_button("Non").await;
    }
    stage.wait_text("Toute la liste").await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_question_in_french_has_none() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.click_button("Choisir dans une liste").await;
    stage.click_button("Je ne sais pas").await;
    stage.wait_h1("Impossible à réveiller").await;
    assert_eq!(shown(&stage).await.1, Vec::<String>::new());
    stage.close().await;
}
