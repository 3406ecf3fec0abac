//! What a person does on the walk, in the words on the screen.
#![allow(dead_code, reason = "each file of tests uses some of it")]

pub mod builds;
pub mod care;
pub mod keys;
pub mod mildest;
pub mod record;
pub mod system;
pub mod take;

use sentier_tests::{Options, Stage};

/// The heading of each screen.
pub const HOME: &str = "Qu’est-ce qui ne va pas";
pub const GATE: &str = "D’abord";
pub const VITAL: &str = "En ce moment";
/// What only the screen of the person asks, whoever it is.
pub const SEX: &str = "Sexe du corps";
pub const MEASURE: &str = "Mesurez si possible";
pub const CALL_NOW: &str = "Appelez le 15 maintenant";
pub const CALL: &str = "Appelez le 15 sans attendre";

/// Opens the first screen in a browser of its own.
pub async fn open(options: Options) -> Stage {
    let stage = Stage::open(options).await;
    stage.go("").await;
    stage
}

/// Types what is wrong and takes the first proposition that fits.
pub async fn begin(stage: &Stage, words: &str, door: &str) {
    stage.type_into("Ce qui ne va pas", words).await;
    stage.wait_text(door).await;
    stage.click_button(door).await;
    stage.wait_h1(GATE).await;
}

/// "None of these signs", and on.
pub async fn none(stage: &Stage) {
    stage.tick("Aucun de ces signes").await;
    stage.click_button("Continuer").await;
}

/// "I could not measure", for every measure of the screen; the questions in their place join the list of signs.
pub async fn nothing_measured(stage: &Stage) {
    let tick_all = "document.querySelectorAll('.measure input[type=checkbox]:not(:checked)').forEach(b => b.click());";
    stage.eval(&format!("{tick_all} return 0")).await;
}

/// Age and sex, and on.
pub async fn person(stage: &Stage, age: &str, sex: &str) {
    stage.wait_text(SEX).await;
    stage.type_into("Nombre", age).await;
    stage.tick(sex).await;
    stage.click_button("Continuer").await;
}

/// Goes on through whatever is asked, with nothing ticked and nothing measured, until the result; returns its heading.
pub async fn nothing_until_the_result(stage: &Stage) -> String {
    for _ in 0..20 {
        let url = stage.url().await;
        if url.ends_with("#/orientation") {
            return stage.h1().await;
        }
        let text = stage.text().await;
        if text.contains("Je n’ai pas pu mesurer") {
            nothing_measured(stage).await;
            none(stage).await;
        } else if text.contains(SEX) {
            person(stage, "30", "Féminin").await;
        } else if text.contains("Rien de tout cela") {
            stage.tick("Rien de tout cela").await;
            stage.click_button("Continuer").await;
        } else {
            none(stage).await;
        }
        stage
            .until("another screen", async || match stage.url().await {
                now if now == url => Err(format!("still {now}")),
                _ => Ok(()),
            })
            .await;
    }
    panic!("no result after 20 screens: {}", stage.text().await);
}

/// What reaches beyond the window, where the page scrolls sideways.
const WIDER: &str = "
const { scrollWidth, clientWidth } = document.documentElement;
if (scrollWidth <= clientWidth) return [];
const wide = [...document.querySelectorAll('body *')].filter((it) => {
    const { left, right } = it.getBoundingClientRect();
    return right > clientWidth + 1 || left < -1;
});
return ['by ' + (scrollWidth - clientWidth), ...wide.map((it) => `${it.tagName} ${it.className.baseVal ?? it.className}`)].slice(0, 12)";

/// One look at a screen: axe, a picture, and nothing wider than the window.
pub async fn look(stage: &Stage, theme: &str, name: &str) {
    let name = format!("{theme}-{name}");
    stage.axe(&name).await;
    stage.screenshot(&name).await;
    let wider = stage.eval(WIDER).await;
    assert_eq!(wider, serde_json::json!([]), "{name} scrolls sideways");
}
