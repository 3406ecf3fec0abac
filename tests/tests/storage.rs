//! Storage as it can be: full, blocked, emptied by the browser, damaged, from a later version; and erased, so that nothing
//! of it is left in any interface of the browser.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod common;

use std::time::Duration;

use common::care::{FIRST, WELCOME, at, on, open_thing, woman_of_52};
use common::record::{PATH, TEAM, TEAM_TITLE, begin_noting, events, questions, until_shown};
use common::{HOME, VITAL, begin, none, open};
use sentier_core::record::What;
use sentier_tests::{Options, Stage};
use serde_json::json;

/// Fills what is left of the origin's room, to the last letter.
const FILL: &str = "let size = 1 << 20, text = 'x'.repeat(size), count = 0;
    while (size >= 1) {
        try { localStorage.setItem(`/neighbour/${count}`, text.slice(0, size)); count += 1; } catch { size >>= 1; }
    }
    return count";

const EMPTY: &str =
    "for (const key of Object.keys(localStorage)) if (key.startsWith('/neighbour/')) localStorage.removeItem(key);
    return 0";

async fn note(stage: &Stage, question: &str) {
    stage.go(TEAM).await;
    stage.wait_h1(TEAM_TITLE).await;
    begin_noting(stage, &[question.to_owned()]).await;
    until_shown(stage, 1).await;
}

/// With the last letter of room taken, a note is said to be on the page only; once there is room, the next one takes it along.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_storage_is_said_and_what_waits_is_kept_once_there_is_room() {
    let stage = woman_of_52(Options::default()).await;
    stage.go(TEAM).await;
    stage.wait_h1(TEAM_TITLE).await;
    let filled = stage.eval(FILL).await;
    assert!(filled.as_u64().unwrap() > 4, "{filled}");
    begin_noting(&stage, &["Sans place".to_owned()]).await;
    stage.wait_text("Noté sur cette page seulement").await;
    stage.wait_text("n’a plus de place").await;
    stage.wait_text("Sans place").await;
    assert!(!questions(&events(&stage).await).contains("Sans place"));
    stage.eval(EMPTY).await;
    begin_noting(&stage, &["Avec place".to_owned()]).await;
    until_shown(&stage, 1).await;
    let kept = questions(&events(&stage).await);
    assert!(kept.contains("Sans place") && kept.contains("Avec place"), "{kept:?}");
    assert!(!stage.text().await.contains("n’a plus de place"));
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// The browser's own setting against site data, as a person sets it.
#[tokio::test(flavor = "multi_thread")]
async fn a_storage_that_the_browser_blocks_is_said() {
    let stage = open(Options::default().site_data_blocked().deadline(Duration::from_secs(30))).await;
    stage.wait_h1(HOME).await;
    stage.wait_text("ne laisse rien enregistrer").await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.go("#/parcours").await;
    stage.wait_h1(WELCOME).await;
    stage.wait_text("ne laisse rien enregistrer").await;
    stage.close().await;
}

/// The browser empties the storage of the site behind the back of the page, which hears of it: it begins anew, without a word
/// of damage, keeps what comes, and so does the next visit.
#[tokio::test(flavor = "multi_thread")]
async fn a_storage_that_was_emptied_begins_anew() {
    let stage = woman_of_52(Options::default()).await;
    stage.go(TEAM).await;
    stage.wait_h1(TEAM_TITLE).await;
    let origin = stage.eval("return location.origin").await;
    let emptied = json!({ "origin": origin, "storageTypes": "all" });
    stage.cdp("Storage.clearDataForOrigin", emptied.clone()).await;
    stage.wait_h1(WELCOME).await;
    stage.type_into("Date de naissance", "10/5/1974").await;
    stage.tick("Féminin").await;
    stage.tick("Non").await;
    stage.click_button("Voir le calendrier").await;
    stage.go(TEAM).await;
    stage.wait_h1(TEAM_TITLE).await;
    begin_noting(&stage, &["Après le vide".to_owned()]).await;
    until_shown(&stage, 1).await;
    assert!(questions(&events(&stage).await).contains("Après le vide"));
    stage.cdp("Storage.clearDataForOrigin", emptied).await;
    stage.go("#/parcours").await;
    stage.reload().await;
    stage.wait_h1(WELCOME).await;
    assert!(!stage.text().await.contains("illisible"));
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// The page on privacy says what this browser promises, and asks it.
#[tokio::test(flavor = "multi_thread")]
async fn what_the_browser_promises_is_said() {
    let stage = open(Options::default()).await;
    stage.go("#/vie-privee").await;
    stage.wait_text("Ce navigateur ne promet rien").await;
    stage.wait_text("dans les secondes qui suivent").await;
    stage.click_button("Lui demander de les garder").await;
    stage
        .until("what the browser answers", async || {
            let promises = stage.eval("return navigator.storage.persisted()").await;
            let said = stage.text().await.contains("promet de garder vos données");
            if promises == json!(said) { Ok(()) } else { Err(format!("{promises} is said as {said}")) }
        })
        .await;
    stage.close().await;
}

/// Many notes that stand nowhere else for long are said, until a backup is taken.
#[tokio::test(flavor = "multi_thread")]
async fn one_is_reminded_of_a_backup_until_it_is_taken() {
    const SAID: &str = "notes sont seulement sur cet appareil";
    let stage = woman_of_52(Options::default()).await;
    stage.go(TEAM).await;
    stage.wait_h1(TEAM_TITLE).await;
    let asked: Vec<String> = (0..10).map(|place| format!("Question {place}")).collect();
    begin_noting(&stage, &asked).await;
    until_shown(&stage, asked.len()).await;
    stage.go("#/parcours").await;
    stage.wait_h1(FIRST).await;
    assert!(!stage.text().await.contains(SAID), "it is too early");
    on(&stage, "2026-12-21").await;
    stage.wait_text(SAID).await;
    stage.axe("the reminder of a backup").await;
    stage.click_link("Faire une sauvegarde").await;
    stage.click_button("Sauvegarde").await;
    stage.wait_h1("Le fichier est prêt").await;
    stage.click_button("Enregistrer le fichier").await;
    stage.go("#/parcours").await;
    stage.wait_h1(FIRST).await;
    assert!(!stage.text().await.contains(SAID), "a backup was taken");
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// What cannot be read is set aside as it is, said, and handed out on demand, letter by letter.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_handed_out_as_it_is() {
    let stage = woman_of_52(Options::default()).await;
    note(&stage, "Avant l’accident").await;
    let key = stage.storage_keys().await.into_iter().find(|key| key.contains("record-")).unwrap();
    let text = stage.local_storage_get(&key).await.unwrap();
    let damaged = format!("{}x", &text[..text.len() - 1]);
    stage.visit("/neighbour/").await;
    stage.local_storage_set(&key, &damaged).await;
    stage.go("#/parcours").await;
    stage.wait_text("Une partie de vos notes est illisible").await;
    let name = key.replace("record-", "aside-record-record-");
    assert_eq!(stage.local_storage_get(&name).await.as_deref(), Some(damaged.as_str()));
    assert_eq!(stage.local_storage_get(&key).await, None);
    stage.eval("window.__files = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => window.__files.push(text)); return make.call(URL, blob); }; return 0").await;
    stage.click_button("Télécharger tel quel").await;
    stage
        .until("a file", async || match stage.eval("return window.__files[0] ?? ''").await {
            file if file == damaged.as_str() => Ok(()),
            file => Err(file.to_string()),
        })
        .await;
    stage.click_button("Les supprimer").await;
    stage.wait_h1(WELCOME).await;
    assert_eq!(stage.local_storage_get(&name).await, None);
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// A part from a later version stays as it is; the rest is shown, and nothing is noted beside it.
#[tokio::test(flavor = "multi_thread")]
async fn a_record_from_a_later_version_is_read_only() {
    let stage = woman_of_52(Options::default()).await;
    note(&stage, "Avant la mise à jour").await;
    let later = format!("{PATH}record-ffff");
    let future = "sentier-record:999:00000000:AAAA";
    stage.visit("/neighbour/").await;
    stage.local_storage_set(&later, future).await;
    stage.go(TEAM).await;
    stage.wait_text("Avant la mise à jour").await;
    stage.wait_text("vient d’une version plus récente").await;
    assert_eq!(stage.local_storage_get(&later).await.as_deref(), Some(future), "it stays where it was, as it was");
    let before = stage.everything_kept().await;
    begin_noting(&stage, &["Refusée".to_owned()]).await;
    stage.wait_text("Rien n’a été noté").await;
    assert!(!stage.text().await.contains("Refusée"));
    assert_eq!(stage.everything_kept().await, before);
    stage.close().await;
}

/// Closing the page takes nothing away: the last changes are there after a reload, and each can be taken back.
#[tokio::test(flavor = "multi_thread")]
async fn the_last_changes_can_be_taken_back_after_a_reload() {
    let stage = woman_of_52(Options::default()).await;
    open_thing(&stage, "Mammographie").await;
    stage.type_into("Fait le", "2/6/2026").await;
    stage.click_button("C’est fait").await;
    stage.wait_text("C’est noté").await;
    stage.go("#/parcours/frise").await;
    stage.reload().await;
    stage.click_button("Derniers changements").await;
    stage.wait_text("Une étape, Mammographie").await;
    stage.axe("the last changes").await;
    stage.click_button("Annuler Une étape, Mammographie").await;
    stage.wait_text("C’est annulé").await;
    stage.go("#/parcours").await;
    stage.reload().await;
    stage.wait_h1(FIRST).await;
    open_thing(&stage, "Mammographie").await;
    stage.wait_text("Rien n’est noté pour l’instant").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// A clock that was years ahead, then put right: nothing is lost, what came later stays later, and can be taken back.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_set_wrong_loses_nothing() {
    let stage = woman_of_52(Options::default()).await;
    for (day, question) in [("2031-05-01", "En avance"), ("1999-01-01", "En retard"), ("2026-11-22", "À l’heure")] {
        stage.eval(&at(day)).await;
        note(&stage, question).await;
    }
    stage.click_button("Annuler").await;
    stage.wait_text("C’est annulé").await;
    stage.reload().await;
    stage.wait_h1(TEAM_TITLE).await;
    let text = stage.text().await;
    assert!(text.contains("En avance") && text.contains("En retard") && !text.contains("À l’heure"), "{text}");
    let noted = events(&stage).await;
    let asked = noted.iter().filter_map(|event| match &event.what {
        What::Question(asked) => Some(asked.as_str()),
        _ => None,
    });
    assert_eq!(asked.collect::<Vec<_>>(), ["En avance", "En retard", "À l’heure"]);
    stage.close().await;
}

/// After erasing everything the browser keeps nothing but the files of the app, whichever interface one asks.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_once_everything_is_erased() {
    let stage = woman_of_52(Options::default()).await;
    note(&stage, "Le secret de Colette").await;
    stage.go("#/").await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.local_storage_set(&format!("{PATH}session-aside"), "illisible").await;
    stage.local_storage_set(&format!("{PATH}aside-record-1"), "illisible").await;
    stage.local_storage_set(&format!("{PATH}territory"), "25").await;
    stage.local_storage_set(&format!("{PATH}backup"), "1").await;
    stage.local_storage_set("/neighbour/data", "theirs").await;
    stage.go("#/vie-privee").await;
    stage.click_button("Tout effacer").await;
    stage.tick("Je comprends").await;
    stage.eval("document.querySelector('#erase-all-fault').closest('form').requestSubmit(); return 0").await;
    stage.wait_text("C’est effacé.").await;
    assert_eq!(kept(&stage).await, ["local /neighbour/data"]);
    stage.go("#/parcours").await;
    stage.wait_h1(WELCOME).await;
    assert_eq!(kept(&stage).await, ["local /neighbour/data"]);
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// One thing that was taken back is erased: it is in no segment any more, and everything else is; it stays so after a reload.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_of_one_thing_that_is_erased() {
    let stage = woman_of_52(Options::default()).await;
    note(&stage, "Le secret de Colette").await;
    stage.click_button("Posée").await;
    stage.wait_text("est retirée de la liste").await;
    for question in ["Retirée aussi", "À garder"] {
        note(&stage, question).await;
    }
    stage.click_button("Posée « Retirée aussi »").await;
    stage.wait_text("est retirée de la liste").await;
    let before = events(&stage).await;
    assert_eq!(questions(&before).len(), 3, "what is taken back can come back");
    stage.go("#/parcours/frise").await;
    stage.click_button("Ce que vous avez retiré").await;
    stage.wait_text("Équipe, papiers, questions, Le secret de Colette").await;
    stage.axe("what was taken back").await;
    stage.click_button("Effacer pour toujours Équipe, papiers, questions, Le secret de Colette").await;
    stage.wait_text("C’est effacé pour toujours").await;
    for is_reloaded in [false, true] {
        if is_reloaded {
            stage.reload().await;
        }
        let left = events(&stage).await;
        let asked = questions(&left);
        assert!(!asked.contains("Le secret de Colette") && asked.len() == 2, "{asked:?}");
        assert_eq!(left.len(), before.len() - 2, "more or less than the question and its removal is gone");
    }
    stage.click_button("Ce que vous avez retiré").await;
    stage.click_button("Effacer pour toujours toute la liste").await;
    stage.wait_text("C’est effacé pour toujours").await;
    assert_eq!(questions(&events(&stage).await).into_iter().collect::<Vec<_>>(), ["À garder"]);
    assert!(!stage.text().await.contains("Ce que vous avez retiré"));
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// One of two persons is erased: nothing of theirs is left in any segment, neither in one that is theirs alone nor in one
/// that both share, and everything of the other is.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_of_an_erased_person() {
    let stage = woman_of_52(Options::default()).await;
    note(&stage, "Le secret de Colette").await;
    // A page that is loaded again begins a segment of its own.
    stage.reload().await;
    stage.go("#/parcours/bienvenue").await;
    stage.wait_h1("Pour qui d’autre").await;
    stage.type_into("Comment l’appeler ici", "Émile").await;
    stage.type_into("Date de naissance", "3/3/1950").await;
    stage.tick("Masculin").await;
    stage.click_button("Voir le calendrier").await;
    stage.wait_h1(FIRST).await;
    note(&stage, "La question d’Émile").await;
    stage.click_button("Moi").await;
    note(&stage, "Une autre de Colette").await;
    let segments =
        stage.storage_keys().await.into_iter().filter(|key| key.starts_with(&format!("{PATH}record-"))).count();
    assert_eq!(segments, 2);
    stage.go("#/parcours/personne").await;
    stage.click_button("Effacer cette personne").await;
    stage.tick("Je comprends").await;
    stage.click_button("Effacer pour toujours").await;
    stage.wait_h1(FIRST).await;
    let left = events(&stage).await;
    assert!(left.iter().all(|event| event.person == 2), "{left:?}");
    assert_eq!(questions(&left).into_iter().collect::<Vec<_>>(), ["La question d’Émile"]);
    for (name, _) in stage.everything_kept().await {
        assert!(name.starts_with("local ") || name.starts_with("cache "), "{name}");
    }
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// The names of what is kept, but for the files of the app.
async fn kept(stage: &Stage) -> Vec<String> {
    let kept = stage.everything_kept().await.into_iter().map(|(name, _)| name);
    kept.filter(|name| !name.starts_with("cache ")).collect()
}
