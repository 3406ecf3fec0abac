//! What a person does on the screens that explain the system.

use sentier_tests::{Options, Stage};

use super::{HOME, open};

/// The heading of the list of everything that is explained.
pub const ALL: &str = "Comprendre qui fait quoi";

/// The list of everything that is explained.
pub async fn understand(options: Options) -> Stage {
    let stage = open(options).await;
    stage.wait_h1(HOME).await;
    stage.click_link("Comprendre").await;
    stage.wait_h1(ALL).await;
    stage.wait_text("Toutes les fiches").await;
    stage
}

pub async fn unfold(stage: &Stage) {
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
}

/// Opens an entry from the list.
pub async fn read(stage: &Stage, name: &str) {
    stage.go("#/comprendre").await;
    stage.wait_h1(ALL).await;
    stage.wait_text("Toutes les fiches").await;
    unfold(stage).await;
    stage.click_link(name).await;
    stage.wait_h1(name).await;
}
