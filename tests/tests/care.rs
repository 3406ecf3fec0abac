//! The pathways, as people use them: three questions and a calendar, a year by keyboard, what is noted stays.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::care::{FIRST, at, on, on_dashboard, open_thing, welcome, woman_of_52};
use sentier_tests::{Key, Options};

#[tokio::test(flavor = "multi_thread")]
async fn three_fields_lead_to_what_is_due() {
    let stage = woman_of_52(Options::default()).await;
    let text = stage.text().await;
    for said in ["Mammographie", "À faire maintenant", "demandé par", "21 novembre 2026"] {
        assert!(text.contains(said), "“{said}” is missing in {text}");
    }
    for wrong in ["ièvre jaune", "Dengue", "zona", "prostate", "En retard"] {
        let todo = stage.eval("return document.querySelector('.dashboard-next').innerText").await;
        assert!(!todo.as_str().unwrap().contains(wrong), "“{wrong}” in {todo}");
    }
    assert!(!stage.url().await.contains("1974") && !stage.title().await.contains("1974"));
    stage.screenshot("care-dashboard").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_says_why_by_whom_and_on_which_source() {
    let stage = woman_of_52(Options::default()).await;
    open_thing(&stage, "Mammographie").await;
    let text = stage.text().await;
    for said in ["Avec qui", "Radiologue", "Statut", "Sources"] {
        assert!(text.contains(said), "“{said}” is missing in {text}");
    }
    let sources =
        stage.eval("return [...document.querySelectorAll('.sources li')].map(l => l.textContent).join(' ')").await;
    assert!(sources.as_str().unwrap().contains("2024"), "no dated source: {sources}");
    assert!(!stage.url().await.to_lowercase().contains("mammo"), "{}", stage.url().await);
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_is_noted_undone_and_kept() {
    let stage = woman_of_52(Options::default()).await;
    open_thing(&stage, "Mammographie").await;
    stage.type_into("Fait le", "2/6/2026").await;
    stage.click_button("C’est fait").await;
    stage.wait_text("C’est noté, fait le 2 juin 2026").await;
    stage.wait_text("À venir").await;
    // What was just said has the focus, and can be taken back.
    stage.wait_focus("C’est noté").await;
    stage.click_button("Annuler").await;
    stage.wait_text("C’est annulé").await;
    stage.wait_text("Rien n’est noté pour l’instant").await;
    // In a field the keys take back what was typed; elsewhere what was noted.
    stage.type_into("Fait le", "2/6/2026").await;
    stage.click_button("C’est fait").await;
    stage.wait_text("C’est noté").await;
    stage.type_into("Fait le", "3/6/2026").await;
    stage.press(Key::Control + "z").await;
    assert!(!stage.text().await.contains("C’est annulé"), "the keys were the field's");
    stage.eval("document.activeElement.blur(); return 0").await;
    stage.press(Key::Control + "z").await;
    stage.wait_text("C’est annulé").await;
    stage.wait_text("Rien n’est noté pour l’instant").await;
    stage.type_into("Fait le", "2/6/2026").await;
    stage.click_button("C’est fait").await;
    stage.wait_text("C’est noté").await;
    on_dashboard(&stage).await;
    stage.reload().await;
    stage.wait_h1(FIRST).await;
    open_thing(&stage, "Mammographie").await;
    stage.wait_text("2 juin 2026").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// A day that cannot be is told with what to do, and nothing is lost.
#[tokio::test(flavor = "multi_thread")]
async fn days_that_cannot_be_are_told_apart() {
    let stage = welcome(Options::default()).await;
    stage.tick("Féminin").await;
    for (typed, said) in [
        ("31/2/1974", "n’existe pas"),
        ("3/5/74", "quatre chiffres"),
        ("3/5/1447", "autre calendrier"),
        ("3/5/2027", "venir"),
        ("3/5/1895", "120"),
        ("demain", "Écrivez un jour"),
    ] {
        stage.type_into("Date de naissance", typed).await;
        stage.click_button("Voir le calendrier").await;
        stage.wait_text(said).await;
    }
    stage.type_into("Date de naissance", "3/5/1996").await;
    stage.tick("Oui").await;
    stage.type_into("Date prévue", "3/5/2028").await;
    stage.click_button("Voir le calendrier").await;
    stage.wait_text("trop loin pour une grossesse").await;
    stage.close().await;
}

/// A year lived with the keyboard alone: what is due is opened, noted, and comes back a year later.
#[tokio::test(flavor = "multi_thread")]
async fn a_year_is_lived_by_keyboard() {
    let stage = welcome(Options::default()).await;
    let tab_to = async |what: &str| {
        for _ in 0..150 {
            if stage.active_element_text().await.contains(what) {
                return;
            }
            stage.press(Key::Tab).await;
        }
        panic!("Tab never reached “{what}”: {}", stage.active_element_text().await);
    };
    tab_to("Date de naissance").await;
    stage.press("1/3/1956").await;
    // One stop for the group, arrows within it.
    tab_to("Féminin").await;
    stage.press(Key::Down).await;
    stage.press(Key::Enter).await;
    stage.wait_h1(FIRST).await;
    for (day, is_due) in [("2026-12-01", true), ("2027-03-01", false), ("2027-11-02", true)] {
        on(&stage, day).await;
        stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
        tab_to("grippe").await;
        stage.press(Key::Enter).await;
        stage.wait_text("Que voulez-vous noter").await;
        let state = stage.eval("return document.querySelector('.state-mark').textContent").await;
        assert_eq!(state == "À faire maintenant", is_due, "{state} on {day}");
        if is_due {
            tab_to("C’est fait").await;
            stage.press(Key::Enter).await;
            stage.wait_text("C’est noté").await;
            stage.wait_text("Fait").await;
        }
        tab_to("Mes parcours").await;
        stage.press(Key::Enter).await;
        stage.wait_h1(FIRST).await;
    }
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// A pathway that is joined brings its steps; the same blood test of two pathways stands there once.
#[tokio::test(flavor = "multi_thread")]
async fn two_pathways_ask_for_one_thing_once() {
    let stage = woman_of_52(Options::default()).await;
    stage.click_link("questions").await;
    stage.wait_h1("Êtes-vous concerné").await;
    stage.tick("diabète de type 2").await;
    stage.tick("diabète de type 1").await;
    stage.click_link("Voir mes parcours").await;
    stage.wait_h1(FIRST).await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    let count = stage
        .eval(
            "return [...document.querySelectorAll('.item-title')].filter(t => t.textContent.includes('HbA1c')).length",
        )
        .await;
    assert_eq!(count, 1);
    open_thing(&stage, "HbA1c").await;
    let text = stage.text().await;
    assert!(text.contains("Diabète de type 2") && text.contains("Diabète de type 1"), "{text}");
    stage.close().await;
}

/// The example is marked on every screen, and never mixed with anybody.
#[tokio::test(flavor = "multi_thread")]
async fn the_example_is_marked_and_apart() {
    let stage = welcome(Options::default()).await;
    stage.eval("document.querySelector('.examples').open = true; return 0").await;
    stage.click_button("52 ans").await;
    stage.wait_h1(FIRST).await;
    for place in ["Frise", "Mesures", "Équipe", "Chercher"] {
        let found = stage
            .eval(&format!("const l = [...document.querySelectorAll('.places a')].find(a => a.textContent.includes('{place}')); if (l) l.click(); return !!l"))
            .await;
        if found == true {
            stage.wait_text("Personne inventée").await;
        }
    }
    stage.close().await;
}

/// The record stands under the app's own path, and nothing else does.
#[tokio::test(flavor = "multi_thread")]
async fn the_record_is_kept_under_the_path_of_the_app() {
    let stage = woman_of_52(Options::default()).await;
    let keys = stage.storage_keys().await;
    assert!(keys.iter().all(|key| key.starts_with("/sentier/sentier/")), "{keys:?}");
    assert!(keys.iter().any(|key| key.contains("record-")), "{keys:?}");
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Blocked storage: everything works, and says that it keeps nothing.
#[tokio::test(flavor = "multi_thread")]
async fn without_storage_the_pathways_work_and_say_so() {
    let stage = woman_of_52(Options::default().storage_blocked()).await;
    stage.wait_text("ne laisse rien enregistrer").await;
    open_thing(&stage, "Mammographie").await;
    stage.click_button("C’est fait").await;
    stage.wait_text("Noté sur cette page seulement").await;
    stage.close().await;
}

/// A segment that cannot be read is kept aside, said, and the rest is there.
#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_segment_is_kept_aside_and_said() {
    let stage = woman_of_52(Options::default()).await;
    let bad = "sentier-record:1:00000000:AAAA";
    stage.local_storage_set("/sentier/sentier/record-1", bad).await;
    stage.reload().await;
    stage.wait_h1(FIRST).await;
    stage.wait_text("illisible").await;
    assert_eq!(stage.local_storage_get("/sentier/sentier/aside-record-record-1").await.as_deref(), Some(bad));
    stage.close().await;
}

/// An open page follows midnight: the flu campaign begins while it stands open.
#[tokio::test(flavor = "multi_thread")]
async fn an_open_page_follows_midnight() {
    let stage = woman_of_52(Options::default()).await;
    assert!(stage.text().await.contains("21 novembre 2026"));
    stage.eval(&at("2026-11-22")).await;
    stage.eval("window.dispatchEvent(new Event('focus')); return 0").await;
    stage.wait_text("22 novembre 2026").await;
    stage.close().await;
}

/// After a death the screen is calm: nothing is due, nothing is lost, and it can be taken back.
#[tokio::test(flavor = "multi_thread")]
async fn after_a_death_nothing_is_due_and_nothing_is_lost() {
    let stage = woman_of_52(Options::default()).await;
    stage.click_link("Profil").await;
    stage.wait_text("1974").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.type_into("Jour du décès", "20/11/2026").await;
    stage.press(Key::Enter).await;
    stage.wait_text("Annuler").await;
    stage.go("#/parcours").await;
    stage.wait_h1("Rien à faire").await;
    assert_eq!(stage.eval("return document.querySelectorAll('.dashboard-next .items .item').length").await, 0);
    stage.close().await;
}

/// The timeline and a chart say in words what they show.
#[tokio::test(flavor = "multi_thread")]
async fn pictures_are_told_in_words() {
    let stage = woman_of_52(Options::default()).await;
    stage.go("#/parcours/frise").await;
    stage.wait_h1("frise").await;
    let label = stage.eval("return document.querySelector('[role=img]').getAttribute('aria-label')").await;
    assert!(label.as_str().unwrap().contains("À faire maintenant"), "{label}");
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    let table = stage.eval("const t = document.querySelector('table'); return t.caption.textContent + '|' + t.querySelectorAll('th[scope]').length").await;
    assert!(!table.as_str().unwrap().starts_with('|') && !table.as_str().unwrap().ends_with("|0"), "{table}");
    stage.go("#/parcours/mesures").await;
    stage.wait_h1("mesures").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.click_button("Poids").await;
    for value in ["71,5", "70,8"] {
        stage.type_into("Valeur mesurée", value).await;
        stage.click_button("Noter").await;
        stage.wait_text(value).await;
    }
    let label = stage.eval("return document.querySelector('[role=img]').getAttribute('aria-label')").await;
    assert!(label.as_str().unwrap().contains("70,8"), "{label}");
    let rows = stage.eval("return document.querySelectorAll('table tbody tr').length").await;
    assert_eq!(rows, 2);
    stage.type_into("Valeur mesurée", "715").await;
    stage.click_button("Noter").await;
    stage.wait_text("Est-elle juste").await;
    stage.close().await;
}
