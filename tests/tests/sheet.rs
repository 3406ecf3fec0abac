//! The sheet of a motif, as a clinician reads and prints it.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::path::Path;
use std::sync::LazyLock;

use common::{HOME, open};
use sentier_content_build::Content;
use sentier_core::triage::clinical::sheet;
use sentier_tests::{Options, Stage};
use serde_json::json;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    sentier_content_build::read(&folder).unwrap_or_else(|errors| panic!("{errors:?}"))
});

/// The width of the text on A4, with margins of 10 mm, in CSS pixels.
const PAPER: usize = 718;

/// The rows of the tables of a class that are on paper; on screen, the ends of a fold.
const ROWS: &str = "return [...document.querySelectorAll(`${arguments[0]} tbody tr`)].filter(row => row.checkVisibility() \
                    && row.cells.length > 1).length";

async fn rows(stage: &Stage, of: &str) -> u64 {
    stage.eval(&ROWS.replace("${arguments[0]}", of)).await.as_u64().unwrap()
}

async fn on_paper(motif: &str) -> Stage {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.go("#/regles").await;
    stage.wait_h1("Les règles, motif par motif").await;
    stage.click_button(motif).await;
    stage.wait_h1(motif).await;
    stage.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let paper = json!({ "width": PAPER, "height": 1000, "deviceScaleFactor": 1, "mobile": false });
    stage.cdp("Emulation.setDeviceMetricsOverride", paper).await;
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_sheet_holds_every_rule_every_question_and_every_story() {
    for id in ["mal-de-ventre", "fievre-enfant", "idees-noires"] {
        let motif = CONTENT.library.motif(id).unwrap();
        let title = motif.door.title.replace('\u{a0}', " ");
        let stage = on_paper(&title).await;
        let sheet = sheet(&CONTENT.library, motif);
        let rules = u64::try_from(sheet.rows().count()).unwrap();
        let questions: u64 = sheet.parts.iter().map(|part| u64::try_from(part.questions.len()).unwrap()).sum();
        let stories = CONTENT.explain.stories_of(&motif.door.id).len();
        // One more: what holds for the rest of the cases.
        assert_eq!(rows(&stage, ".rule-tables").await, rules + 1, "the rules of {id}");
        assert_eq!(rows(&stage, ".rule-questions").await, questions, "the questions of {id}");
        assert_eq!(rows(&stage, ".rule-stories").await, u64::try_from(stories).unwrap(), "the stories of {id}");
        let is_seen = |of: &str| format!("return document.querySelector('{of}')?.checkVisibility() ?? false");
        for of in [".clinical-status", ".rule-drawing svg"] {
            assert_eq!(stage.eval(&is_seen(of)).await, true, "{of} of {id}");
        }
        for of in [".clinical-sheet .actions", ".fifteen", ".footer nav"] {
            assert_eq!(stage.eval(&is_seen(of)).await, false, "{of} of {id} is on paper");
        }
        let too_wide =
            stage.eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
        assert_eq!(too_wide, 0, "{id} is wider than the paper");
        stage.screenshot(&format!("sheet-on-paper-{id}")).await;
        stage.trouble().await.assert_none();
        stage.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_says_whom_the_motif_is_for_and_which_stories_are_near_misses() {
    let stage = on_paper("Fièvre de l’enfant").await;
    stage.wait_text("Pour qui : à partir de 3 mois, avant 16 ans").await;
    let near = CONTENT.explain.stories_of("fievre-enfant").iter().filter(|story| story.is_near_miss).count();
    assert!(near > 0);
    let marked = stage.eval("return [...document.querySelectorAll('.rule-stories .hint')].length").await;
    assert_eq!(marked.as_u64(), u64::try_from(near).ok());
    stage.close().await;
}
