//! The drawn body: by hand and by keyboard, for an adult and a child, with a name for every zone.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::path::Path;
use std::sync::LazyLock;

use common::keys::{tab_back_to, tab_to};
use common::{GATE, HOME, look, open};
use sentier_content_build::Content;
use sentier_core::content::{Stature, Zone};
use sentier_tests::{Key, Options, Stage};
use serde_json::{Value, json};

const TITLE: &str = "Où est le problème";
const LINK: &str = "Montrer l’endroit sur un dessin";

/// A point of each zone of a figure, in the window, where nothing else is on top of it; and the name of what is chosen.
const POINT: &str = "
const figure = document.querySelectorAll('.body-figure')[FIGURE];
figure.scrollIntoView({ block: 'center' });
const path = figure.querySelectorAll('.body-zone')[ZONE];
const box = path.getBBox();
for (const y of [0.5, 0.3, 0.7, 0.1, 0.9]) for (let x = 0.02; x < 1; x += 0.04) {
  const point = new DOMPoint(box.x + box.width * x, box.y + box.height * y);
  if (!path.isPointInFill(point)) continue;
  const at = point.matrixTransform(path.getScreenCTM());
  if (document.elementFromPoint(at.x, at.y) === path) return [at.x, at.y];
}
return null";

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    sentier_content_build::read(&folder).unwrap()
});

async fn drawn(options: Options) -> Stage {
    let stage = open(options).await;
    stage.wait_h1(HOME).await;
    stage.click_link(LINK).await;
    stage.wait_h1(TITLE).await;
    stage.wait_text("Choisissez d’abord un endroit").await;
    stage
}

/// Touches the screen at a point, as a finger does.
async fn touch(stage: &Stage, at: &Value) {
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
        stage.cdp("Input.dispatchMouseEvent", event).await;
    }
}

/// The motifs that are offered.
async fn offered(stage: &Stage) -> Vec<String> {
    let doors = "return [...document.querySelectorAll('.body-found .door')].map((door) => door.innerText.trim())";
    serde_json::from_value(stage.eval(doors).await).unwrap()
}

fn expected(zone: &Zone, stature: Stature) -> Vec<String> {
    CONTENT.library.felt_in(zone, stature).map(|motif| motif.door.title.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_zone_of_every_figure_answers_a_finger_with_its_name_and_its_motifs() {
    let stage = drawn(Options::default().size(1280, 800)).await;
    for (stature, name) in Stature::ALL.into_iter().zip(["Adulte", "Enfant"]) {
        stage.tick(name).await;
        let figures = CONTENT.drawing.figures.iter().filter(|figure| figure.stature == stature);
        for (place, figure) in figures.enumerate() {
            for (field, drawn) in figure.zones.iter().enumerate() {
                let zone = CONTENT.library.zones().iter().find(|zone| zone.id == drawn.id).unwrap();
                let script = POINT.replace("FIGURE", &place.to_string()).replace("ZONE", &field.to_string());
                let at = stage.eval(&script).await;
                assert!(at.is_array(), "{} of figure {place} of {name} cannot be touched", zone.id);
                touch(&stage, &at).await;
                stage
                    .until(&zone.title, async || {
                        let said = stage.eval("return document.querySelector('.body-name').innerText").await;
                        if said == json!(zone.title) { Ok(()) } else { Err(said.to_string()) }
                    })
                    .await;
                assert_eq!(offered(&stage).await, expected(zone, stature), "{} of {name}", zone.id);
                let lit = "return [...document.querySelectorAll('.body-zone')].some((it) => it.dataset.lit)";
                assert_eq!(stage.eval(lit).await, true, "{} does not light up", zone.id);
            }
        }
    }
    // Where the press led: what was found is read next.
    stage.wait_focus("Ce qui peut se sentir là").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn by_keyboard_alone_from_the_first_screen_to_the_questions() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    tab_to(&stage, LINK).await;
    stage.press(Key::Enter).await;
    stage.wait_h1(TITLE).await;
    stage.wait_focus_on_h1().await;
    stage.wait_text("Choisissez d’abord un endroit").await;
    tab_to(&stage, "Tête").await;
    stage.press(Key::Space).await;
    // The neck is on the back: the drawing turns around by itself, and the focus stays in the list.
    let nape = CONTENT.library.zones().iter().position(|zone| zone.id == "nuque").unwrap();
    for _ in 0..nape {
        stage.press(Key::Down).await;
    }
    stage.wait_text("Nuque").await;
    tab_to(&stage, "Nuque").await;
    let shown = "return document.querySelectorAll('.body-figure[data-shown] .body-zone[data-lit]').length";
    assert_eq!(stage.eval(shown).await, 1, "the figure that is shown lacks the zone");
    let first = expected(&CONTENT.library.zones()[nape], Stature::Adult).remove(0);
    tab_back_to(&stage, &first).await;
    stage.press(Key::Enter).await;
    stage.wait_h1(GATE).await;
    stage.back().await;
    stage.wait_h1(TITLE).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// The drawing is no name for anybody who hears the screen; every zone is one choice with its name.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_hears_the_screen_has_every_zone_by_its_name() {
    let stage = drawn(Options::default()).await;
    let tree = stage.cdp("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().unwrap();
    let of_role = |role: &str| -> Vec<&str> {
        let nodes = nodes.iter().filter(|node| node["role"]["value"] == role && node["ignored"] == false);
        nodes.filter_map(|node| node["name"]["value"].as_str()).collect()
    };
    let named = of_role("radio");
    let zones: Vec<&str> = CONTENT.library.zones().iter().map(|zone| zone.title.as_str()).collect();
    assert_eq!(named[named.len() - zones.len()..], zones);
    assert_eq!(of_role("SvgRoot"), Vec::<&str>::new(), "a drawing is read out");
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_every_width_and_theme_nothing_is_cut_off() {
    for (width, height) in [(320, 640), (360, 740), (768, 1024), (1280, 800)] {
        for is_dark in [false, true] {
            let options = Options::default().size(width, height);
            let stage = drawn(if is_dark { options.dark() } else { options }).await;
            let theme = format!("{width}-{}", if is_dark { "dark" } else { "light" });
            stage.tick("Enfant").await;
            look(&stage, &theme, "body").await;
            stage.tick("Adulte").await;
            stage.tick("Haut du ventre").await;
            look(&stage, &theme, "body-chosen").await;
            stage.close().await;
        }
    }
}
