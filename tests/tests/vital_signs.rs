//! Every sign of the gate, and every vital sign of every motif, leads to the 15 on the page. Which there are is read from
//! the content, so that a sign added there is tried here.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use std::path::Path;
use std::sync::LazyLock;

use common::{GATE, HOME, VITAL, none, open};
use sentier_content_build::Content;
use sentier_core::content::{Effect, Id, Library, Urgency};
use sentier_core::triage::Protocol;
use sentier_tests::{Options, Stage};
use serde_json::json;

/// Ticks each sign of the open screen alone, goes on, notes the heading and the numbers of the result, and comes back by
/// the browser's own button. Nothing waits for a fixed time; what is waited for in vain is named.
const TRY_EACH: &str = r##"
const even = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const heading = () => even(document.querySelector("#app h1")?.innerText);
const labels = () => [...document.querySelectorAll("form.signs label.line:not(.none)")];
const line = (sign) => labels().find((label) => even(label.innerText) === even(sign));
const until = (what, check) => new Promise((resolve, reject) => {
  const start = performance.now();
  const look = () => {
    const found = check();
    if (found) resolve(found);
    else if (performance.now() - start < 5000) setTimeout(look, 5);
    else reject(new Error(`${what} did not come: “${heading()}” at ${location.hash}`));
  };
  look();
});
const attempt = async (sign) => {
  const label = await until(`the line “${sign}”`, () => line(sign));
  label.click();
  await until(`a tick at “${sign}” alone`, () => labels().every((other) => other.control.checked === (other === label)));
  document.querySelector("form.signs button.main").click();
  const result = await until(`a result for “${sign}”`, () => document.querySelector("#app .contact"));
  const links = [...result.querySelectorAll("a[href]")].filter((link) => link.checkVisibility());
  const tried = { sign, heading: heading(), dials: links.map((link) => link.getAttribute("href")) };
  history.back();
  (await until(`the way back from “${sign}”`, () => line(sign)?.control.checked && line(sign))).click();
  await until(`“${sign}” without its tick`, () => !line(sign).control.checked);
  return tried;
};
const all = async () => {
  const lines = labels().length;
  const tried = [];
  for (const sign of SIGNS) tried.push(await attempt(sign));
  return { lines, tried };
};
return all().catch((error) => ({ failure: error.message }));
"##;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    sentier_content_build::read(&folder).unwrap_or_else(|mistakes| {
        panic!("{}", mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
});

/// The questions that a motif asks as vital by themselves, its groups' among them.
fn vital_questions(motif: &Id) -> Vec<String> {
    let protocol = Protocol::new(&CONTENT.library, std::slice::from_ref(motif));
    let rules = protocol.rules().iter();
    let vital = rules.filter(|rule| rule.effect == Effect::Raise(Urgency::Vital) && rule.condition.is_single());
    let ids: Vec<&Id> = vital.flat_map(|rule| rule.condition.signs()).collect();
    let is_asked_here = |id: &Id| ids.contains(&id) && !protocol.is_gate(id) && !protocol.is_terrain(id);
    let signs = protocol.signs().iter().filter(|sign| is_asked_here(&sign.id));
    signs.map(|sign| sign.question().to_owned()).collect()
}

/// Tries every one of the questions on the open screen, which shows no others; `place` is named where one fails.
/// Returns how many were tried.
async fn try_each(stage: &Stage, place: &str, questions: &[String]) -> usize {
    let headline = &CONTENT.library.level(Urgency::Vital).unwrap().headline;
    let even = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = stage.eval(&format!("const SIGNS = {};\n{TRY_EACH}", json!(questions))).await;
    assert!(found.get("failure").is_none(), "{place}: {}", found["failure"]);
    assert_eq!(found["lines"], questions.len(), "{place}: the page asks other signs than the content");
    let tried = found["tried"].as_array().unwrap();
    for one in tried {
        assert_eq!(even(one["heading"].as_str().unwrap()), even(headline), "{place}: {}", one["sign"]);
        assert!(one["dials"].as_array().unwrap().contains(&json!("tel:15")), "{place}: no 15 beside {one}");
    }
    tried.len()
}

/// From the first screen to the gate, by the list.
async fn to_the_gate(stage: &Stage) {
    stage.click_link("Sentier").await;
    stage.wait_h1(HOME).await;
    stage.click_button("Choisir dans une liste").await;
    stage.wait_h1(GATE).await;
}

/// Tries the vital signs of every second motif, from `first` on.
async fn every_second_motif(first: usize) {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    let (mut expected, mut tried) = (0, 0);
    for door in CONTENT.library.doors().skip(first).step_by(2) {
        let questions = vital_questions(&door.id);
        if questions.is_empty() {
            continue;
        }
        expected += questions.len();
        to_the_gate(&stage).await;
        none(&stage).await;
        stage.wait_text("Toute la liste").await;
        stage.tick(&door.title).await;
        stage.click_button("Continuer").await;
        stage.wait_h1(VITAL).await;
        tried += try_each(&stage, &door.title, &questions).await;
    }
    assert!(expected > 0, "the content has no vital sign");
    assert_eq!(tried, expected, "not every sign was tried");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_sign_of_the_gate_leads_to_the_15() {
    let gate = CONTENT.library.group(Library::GATE).unwrap();
    let questions: Vec<String> = gate.signs.iter().map(|sign| sign.question().to_owned()).collect();
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    to_the_gate(&stage).await;
    assert_eq!(try_each(&stage, "the gate", &questions).await, gate.signs.len());
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_vital_sign_of_the_first_and_every_second_motif_leads_to_the_15() {
    every_second_motif(0).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_vital_sign_of_the_other_motifs_leads_to_the_15() {
    every_second_motif(1).await;
}
