//! Two tabs at once: no edit of either is lost, and each learns of what the other did.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::collections::BTreeSet;
use std::time::Duration;

use common::care::woman_of_52;
use common::record::{PATH, TEAM, TEAM_TITLE, begin_noting, events, questions, until_shown};
use common::{GATE, HOME, VITAL, begin, none, open};
use sentier_tests::{Options, Stage};

async fn on_team(stage: &Stage, tab: usize) {
    stage.tab(tab).await;
    stage.go(TEAM).await;
    stage.wait_h1(TEAM_TITLE).await;
}

fn named(tab: usize) -> Vec<String> {
    (0..100).map(|place| format!("Onglet {tab}, question {place}")).collect()
}

/// Two hundred edits, a hundred in each tab at the same time: all of them are kept, and both tabs show them all.
#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_interleaved_edits_are_all_kept() {
    let stage = woman_of_52(Options::default().deadline(Duration::from_secs(60))).await;
    on_team(&stage, 0).await;
    on_team(&stage, 1).await;
    begin_noting(&stage, &named(1)).await;
    stage.tab(0).await;
    begin_noting(&stage, &named(0)).await;
    for tab in [0, 1] {
        stage.tab(tab).await;
        until_shown(&stage, 100).await;
    }
    let all: BTreeSet<String> = named(0).into_iter().chain(named(1)).collect();
    let kept = questions(&events(&stage).await);
    assert_eq!(kept, all, "lost: {:?}", all.difference(&kept).collect::<Vec<_>>());
    for tab in [0, 1] {
        stage.tab(tab).await;
        stage
            .until("every question of both tabs", async || {
                let count = stage.eval("return document.querySelectorAll('.questions li').length").await;
                if count == 200 { Ok(()) } else { Err(count.to_string()) }
            })
            .await;
    }
    stage.close().await;
}

/// What one tab erases, the other does not bring back with its next note.
#[tokio::test(flavor = "multi_thread")]
async fn what_one_tab_erases_the_other_does_not_bring_back() {
    let stage = woman_of_52(Options::default()).await;
    on_team(&stage, 0).await;
    begin_noting(&stage, &["Secret du premier onglet".to_owned()]).await;
    until_shown(&stage, 1).await;
    // The other tab erases the person, who is then added anew in the first.
    on_team(&stage, 1).await;
    stage.go("#/parcours/personne").await;
    stage.click_button("Effacer cette personne").await;
    stage.tick("Je comprends").await;
    stage.click_button("Effacer pour toujours").await;
    stage.wait_h1("Trois questions").await;
    stage.tab(0).await;
    stage.wait_h1("Trois questions").await;
    stage.type_into("Date de naissance", "10/5/1974").await;
    stage.tick("Féminin").await;
    stage.tick("Non").await;
    stage.click_button("Voir le calendrier").await;
    on_team(&stage, 0).await;
    begin_noting(&stage, &["Nouvelle question".to_owned()]).await;
    until_shown(&stage, 1).await;
    let kept = questions(&events(&stage).await);
    assert_eq!(kept.into_iter().collect::<Vec<_>>(), ["Nouvelle question"]);
    stage.close().await;
}

/// Two questionnaires at once, for two persons: each tab keeps its own, and neither is written over.
#[tokio::test(flavor = "multi_thread")]
async fn two_questionnaires_at_once_are_both_kept() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.tab(1).await;
    stage.go("").await;
    stage.wait_h1(HOME).await;
    begin(&stage, "mal de tête", "Mal de tête").await;
    stage.tab(0).await;
    none(&stage).await;
    stage.tab(1).await;
    stage.wait_h1(GATE).await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    let mut motifs = Vec::new();
    for key in stage.storage_keys().await.iter().filter(|key| key.starts_with(&format!("{PATH}session"))) {
        let text = stage.local_storage_get(key).await.unwrap();
        motifs.extend(sentier_core::record::Session::decode(&text).unwrap().motifs);
    }
    motifs.sort();
    assert_eq!(motifs.len(), 2, "{motifs:?}");
    assert_ne!(motifs[0], motifs[1]);
    // Leaving takes both off the device.
    stage.click_button("Quitter vite").await;
    stage.wait_h1("Notes").await;
    assert_eq!(stage.storage_keys().await, Vec::<String>::new());
    stage.close().await;
}
