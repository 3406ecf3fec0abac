//! Other words: English, French that is easy to read, and reading aloud. What is answered stays, whatever the words.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use common::mildest::until_the_result;
use common::{CALL_NOW, HOME, begin, look, none, open};
use sentier_tests::{Fault, Options, Stage};

async fn english(options: Options) -> Stage {
    let stage = open(options).await;
    stage.wait_h1(HOME).await;
    stage.click_button("English").await;
    stage.wait_h1("What is wrong").await;
    stage
}

/// The level, the way and the numbers of the result that is shown.
async fn result(stage: &Stage) -> String {
    let shown = "return [document.querySelector('.verdict').dataset.level,
        ...[...document.querySelectorAll('.where-now a[href^=tel]')].map((link) => link.getAttribute('href'))].join(' ')";
    stage.eval(shown).await.as_str().unwrap().to_owned()
}

/// The same answers lead to the same level and the same numbers; the words for the call are there in French too.
#[tokio::test(flavor = "multi_thread")]
async fn english_leads_where_french_does() {
    let french = open(Options::default()).await;
    begin(&french, "mal de gorge", "Mal de gorge").await;
    until_the_result(&french).await;
    let expected = result(&french).await;
    french.close().await;

    let stage = english(Options::default()).await;
    assert_eq!(stage.eval("return document.documentElement.lang").await, "en");
    look(&stage, "english", "home").await;
    stage.type_into("What is wrong", "sore throat").await;
    stage.wait_text("Sore throat").await;
    stage.click_button("Sore throat").await;
    stage.wait_h1("First").await;
    look(&stage, "english", "gate").await;
    until_the_result(&stage).await;
    assert_eq!(result(&stage).await, expected);
    stage.wait_text("The same words in French").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    look(&stage, "english", "result").await;
    let spoken = stage.eval("return document.querySelector('.phone-scripts [lang=fr]').innerText").await;
    assert!(spoken.as_str().unwrap().contains("Mal de gorge"), "{spoken}");
    let said = stage.eval("const all = document.querySelector('#main').cloneNode(true); all.querySelectorAll('[lang=fr]').forEach((part) => part.remove()); return all.textContent").await;
    for french in ["Appelez", "Pourquoi", "votre médecin", "signes", "réponses"] {
        let around = said.as_str().unwrap().split(french).next().unwrap();
        let around: String = around.chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect();
        assert!(!said.as_str().unwrap().contains(french), "“{french}” stands in the English result, after “{around}”");
    }
    // What was chosen is kept, and taken back; the answers stay.
    stage.reload().await;
    stage.wait_text("The same words in French").await;
    stage.click_button("Français").await;
    stage.wait_text("Mal de gorge").await;
    assert_eq!(result(&stage).await, expected);
    assert_eq!(stage.eval("return document.documentElement.lang").await, "fr");
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// What is there in French only says so, and is read as French.
#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_english_says_so() {
    let stage = english(Options::default()).await;
    for hash in ["#/parcours", "#/comprendre", "#/emporter"] {
        stage.go(hash).await;
        stage.wait_text("This part is in French only").await;
        assert_eq!(stage.eval("return document.getElementById('main').lang").await, "fr", "{hash}");
    }
    stage.go("#/a-propos").await;
    stage.wait_h1("About Sentier").await;
    stage.axe("about in English").await;
    stage.go("#/vie-privee").await;
    stage.wait_h1("Privacy").await;
    assert_eq!(stage.eval("return document.getElementById('main').lang").await, "");
    stage.close().await;
}

/// Danger is told in English as well: words of danger, and a vital sign.
#[tokio::test(flavor = "multi_thread")]
async fn danger_is_understood_in_english() {
    let stage = english(Options::default()).await;
    stage.type_into("What is wrong", "he cannot breathe").await;
    stage.wait_text("15").await;
    stage.click_button("Check").await;
    stage.wait_h1("First").await;
    stage.eval("document.querySelector('.line input').click(); return 0").await;
    stage.click_button("Continue").await;
    stage.wait_h1("Call").await;
    assert_eq!(stage.eval("return document.querySelector('.verdict').dataset.level").await, "vital");
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Where the English does not arrive, the questions are there in French.
#[tokio::test(flavor = "multi_thread")]
async fn without_the_english_pack_the_french_questions_stand() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    let built = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../dist")).unwrap();
    let names = built.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let pack = names.into_iter().find(|name| name.starts_with("words-en-")).unwrap();
    stage.site().set_fault(Fault::Missing(Box::leak(pack.into_boxed_str())));
    stage.click_button("English").await;
    stage.wait_text("ne sont pas arrivés").await;
    stage.go("#/question/1").await;
    stage.wait_h1("D’abord").await;
    stage.wait_text("Impossible à réveiller").await;
    stage.site().set_fault(Fault::None);
    stage.click_button("Réessayer").await;
    stage.wait_h1("First").await;
    stage.wait_text("wake").await;
    stage.close().await;
}

/// One question at a time, in larger type, up to the result and to the emergency card.
#[tokio::test(flavor = "multi_thread")]
async fn easy_reading_asks_one_thing_at_a_time() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    let size = "return parseFloat(getComputedStyle(document.body).fontSize)";
    let before = stage.eval(size).await.as_f64().unwrap();
    stage.click_button("Français facile").await;
    stage.wait_h1(HOME).await;
    assert!(stage.eval(size).await.as_f64().unwrap() > before * 1.2);
    let lines = "const tops = [...document.querySelectorAll('main .languages button')].map((it) => it.offsetTop); return new Set(tops).size";
    assert_eq!(stage.eval(lines).await, 1, "the languages push the question down");
    look(&stage, "easy", "home").await;
    stage.type_into("Ce qui ne va pas", "mal de gorge").await;
    stage.wait_text("Mal de gorge").await;
    stage.click_button("Mal de gorge").await;
    stage
        .until("one question", async || {
            match stage.eval("return document.querySelectorAll('.choices button').length").await {
                three if three == 3 => Ok(()),
                other => Err(other.to_string()),
            }
        })
        .await;
    assert_eq!(stage.eval("return document.querySelectorAll('.line').length").await, 0, "a list is shown");
    look(&stage, "easy", "question").await;
    let screens = until_the_result(&stage).await;
    assert!(screens > 20, "only {screens} screens: several questions stood on one");
    look(&stage, "easy", "result").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// A vital sign ends the questions at once there too.
#[tokio::test(flavor = "multi_thread")]
async fn easy_reading_ends_on_the_15() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.click_button("Français facile").await;
    stage.wait_h1(HOME).await;
    stage.click_button("Choisir dans une liste").await;
    stage.click_button("Oui").await;
    stage.wait_h1(CALL_NOW).await;
    stage.close().await;
}

/// A voice of the device and one of a service, as a browser lists them; what is spoken is noted.
const VOICES: &str = "window.spoken = [];
    const voices = [{ lang: 'fr-FR', localService: false, name: 'far' }, ...(window.name === 'none' ? [] :
        [{ lang: 'fr-FR', localService: true, name: 'near' }])];
    const speech = { speaking: false, getVoices: () => voices, addEventListener() {},
        speak(words) { this.speaking = true; window.spoken.push([words.voice.name, words.text]); },
        cancel() { this.speaking = false; } };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };";

/// What is read aloud is what can be seen, by a voice of the device; where there is none, nothing is offered.
#[tokio::test(flavor = "multi_thread")]
async fn only_a_voice_of_the_device_reads_aloud() {
    let stage = open(Options::default().init_script(VOICES)).await;
    stage.wait_h1(HOME).await;
    begin(&stage, "mal de gorge", "Mal de gorge").await;
    stage.click_button("Lire à voix haute").await;
    let spoken = stage
        .until("something to be spoken", async || match stage.eval("return window.spoken[0]").await {
            serde_json::Value::Array(spoken) => Ok(spoken),
            other => Err(other.to_string()),
        })
        .await;
    assert_eq!(spoken[0], "near");
    let words = spoken[1].as_str().unwrap();
    assert!(words.contains("Impossible à réveiller") && !words.contains("Continuer"), "{words}");
    none(&stage).await;
    stage
        .until("silence on the next screen", async || match stage.eval("return speechSynthesis.speaking").await {
            speaking if speaking == false => Ok(()),
            other => Err(other.to_string()),
        })
        .await;
    stage.eval("window.name = 'none'; return 0").await;
    stage.go("#/").await;
    stage.reload().await;
    stage.wait_h1(HOME).await;
    stage.go("#/question/1").await;
    stage.wait_h1("D’abord").await;
    // Once the browser had its time to look for voices.
    let asked =
        "return new Promise((go) => setTimeout(() => go(document.body.innerText.includes('voix haute')), 1500))";
    assert_eq!(stage.eval(asked).await, false);
    stage.trouble().await.assert_none();
    stage.close().await;
}
