//! Who does what: entries, the map by keyboard, acronyms in place, "je cherche" in three taps, a host's own places.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::care::{open_thing, woman_of_52};
use common::system::{ALL, read, understand, unfold};
use common::{HOME, begin, nothing_until_the_result, open};
use sentier_tests::{Fault, Key, Options};

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_says_what_when_whom_how_much_and_on_which_source() {
    let stage = understand(Options::default()).await;
    read(&stage, "Dispositif d’appui à la coordination").await;
    let text = stage.text().await;
    for said in [
        "Quand en ai-je besoin",
        "Qui j’appelle",
        "Combien ça coûte",
        "Avant",
        "Plateforme territoriale",
        "Sources et dates",
    ] {
        assert!(text.contains(said), "“{said}” is missing in {text}");
    }
    // Neither the address nor the title says which.
    assert!(stage.url().await.ends_with("#/comprendre/fiche/1"), "{}", stage.url().await);
    stage.wait_title("Une fiche – Sentier").await;
    stage.wait_focus_on_h1().await;
    stage.click_link("Plateforme territoriale d’appui").await;
    stage.wait_h1("Plateforme territoriale d’appui").await;
    stage.wait_text("Cela n’existe plus sous ce nom").await;
    stage.back().await;
    stage.wait_h1("Dispositif d’appui à la coordination").await;
    stage.forward().await;
    stage.wait_h1("Plateforme territoriale d’appui").await;
    stage.reload().await;
    stage.wait_h1("Aucune fiche ouverte").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_is_told_by_a_text_with_the_version_and_no_answer() {
    let stage = understand(Options::default()).await;
    read(&stage, "Dispositif d’appui à la coordination").await;
    unfold(&stage).await;
    let report = stage.eval("return document.getElementById('report').value").await;
    let report = report.as_str().unwrap();
    assert!(report.contains("page dac") && report.contains("contenu"), "{report}");
    stage.click_button("Copier").await;
    stage
        .until("word of the copy", async || {
            let said = stage.text().await;
            if said.contains("C’est copié") || said.contains("n’a pas marché") {
                Ok(())
            } else {
                Err(String::new())
            }
        })
        .await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn acronyms_are_explained_in_place() {
    let stage = understand(Options::default()).await;
    read(&stage, "Parcours de santé").await;
    assert!(!stage.text().await.contains("(dispositif d’appui à la coordination)"));
    stage.click_button("DAC").await;
    stage.wait_text("DAC (dispositif d’appui à la coordination)").await;
    stage.click_button("DAC").await;
    stage
        .until("the meaning to close", async || {
            let is_open = stage.text().await.contains("DAC (dispositif");
            if is_open { Err("it is open".to_owned()) } else { Ok(()) }
        })
        .await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Where no text of its own explains them, the foot of the screen does: in the triage too.
#[tokio::test(flavor = "multi_thread")]
async fn every_screen_explains_its_letters_and_takes_a_report() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    stage.click_button("Les sigles de cette page").await;
    stage.wait_text("Aucun sigle connu sur cette page.").await;
    let report = stage.eval("return document.getElementById('report').value").await;
    assert!(report.as_str().unwrap().contains("#/question/1"), "{report}");
    for secret in ["poitrine", "douleur"] {
        assert!(!report.as_str().unwrap().to_lowercase().contains(secret), "{report}");
    }
    read(&stage, "Parcours de santé").await;
    stage.click_button("Les sigles de cette page").await;
    stage.wait_text("DAC : dispositif d’appui à la coordination").await;
    stage.axe("the foot of an entry").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Without the pack the screen says so; the 15 and the triage stay.
#[tokio::test(flavor = "multi_thread")]
async fn a_pack_that_does_not_arrive_is_said_and_can_be_asked_for_again() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.site().set_fault(Fault::Missing(".pack"));
    stage.click_link("Comprendre").await;
    stage.wait_h1("Les fiches ne sont pas arrivées").await;
    assert_eq!(stage.eval("return document.querySelector('.fifteen').getAttribute('href')").await, "tel:15");
    stage.site().set_fault(Fault::None);
    stage.click_button("Réessayer").await;
    stage.wait_h1(ALL).await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_is_read_by_keyboard_and_by_name() {
    let stage = understand(Options::default().size(1280, 800)).await;
    stage.go("#/comprendre/carte").await;
    stage.wait_h1("La carte du système").await;
    let names = stage
        .eval("return [...document.querySelectorAll('.system-map a')].map(a => a.getAttribute('aria-label'))")
        .await;
    let listed =
        stage.eval("return [...document.querySelectorAll('.map-list .entry-link')].map(a => a.textContent)").await;
    let sorted = |names: &serde_json::Value| {
        let mut names: Vec<String> = serde_json::from_value(names.clone()).unwrap();
        names.sort();
        names
    };
    assert!(sorted(&names).len() > 90, "{names}");
    assert_eq!(sorted(&names), sorted(&listed), "the list says the same as the picture");
    // From the frame of the map, one Tab reaches the first name, Enter opens it.
    stage.eval("document.querySelector('.map-frame').focus(); return 0").await;
    stage.press(Key::Tab).await;
    let first = stage.active_element_text().await;
    assert!(!first.is_empty());
    stage.press(Key::Tab).await;
    let second = stage.eval("return document.activeElement.getAttribute('aria-label')").await;
    stage.press(Key::Enter).await;
    stage.wait_h1(second.as_str().unwrap()).await;
    stage.back().await;
    stage.wait_h1("La carte du système").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_shows_what_the_person_meets() {
    let stage = woman_of_52(Options::default().size(1280, 800)).await;
    stage.go("#/comprendre/carte").await;
    stage.wait_h1("La carte du système").await;
    stage.tick("Montrer mes parcours").await;
    stage.wait_text("dans vos parcours").await;
    let own =
        "return [...document.querySelectorAll('.map-stop[data-own]')].map(a => a.getAttribute('aria-label')).join()";
    let own = stage.eval(own).await;
    assert!(own.as_str().unwrap().contains("Médecin traitant, médecin généraliste, dans vos parcours"), "{own}");
    assert!(!own.as_str().unwrap().contains("Parlement"), "{own}");
    // Somebody of the team is told from what is in the pathways alone.
    stage.go("#/parcours/equipe").await;
    stage.wait_h1("Équipe").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    let role = "const list = [...document.querySelectorAll('select')].find(s => s.labels[0]?.textContent.includes('Son rôle'));
        list.value = [...list.options].find(o => o.textContent.includes('Pharmacien')).value;
        list.dispatchEvent(new Event('change', { bubbles: true })); return list.value";
    stage.eval(role).await;
    stage.type_into("Son nom", "Pharmacie du Marché").await;
    stage.click_button("Ajouter").await;
    stage.wait_text("C’est noté.").await;
    stage.go("#/comprendre/carte").await;
    stage.wait_h1("La carte du système").await;
    stage.wait_text("dans votre équipe").await;
    let team = "return [...document.querySelectorAll('.map-stop[data-own]')].map(a => a.getAttribute('aria-label'))
        .filter(name => name.endsWith('dans votre équipe')).join()";
    let team = stage.eval(team).await;
    assert!(team.as_str().unwrap().contains("harmac"), "{team}");
    assert!(!team.as_str().unwrap().contains("Médecin traitant"), "{team}");
    // A hand that rests on an entry is told what it is.
    let told = "const title = document.querySelector('.map-stop title');
        return title.namespaceURI.endsWith('/svg') && title.textContent.length > 20";
    assert_eq!(stage.eval(told).await, true);
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pathways_and_entries_lead_to_each_other() {
    let stage = woman_of_52(Options::default()).await;
    open_thing(&stage, "Mammographie").await;
    stage.wait_text("Qui est qui").await;
    stage.click_link("Prévention et dépistage").await;
    stage.wait_h1("Prévention et dépistage").await;
    stage.wait_text("Dans vos parcours").await;
    stage.click_button("Mammographie").await;
    stage.wait_h1("Mammographie").await;
    stage.go("#/comprendre/parcours").await;
    stage.wait_h1("Les trois parcours").await;
    stage.wait_text("Pour vous, par exemple").await;
    let rings = stage.eval("return document.querySelectorAll('.ring .ring .ring').length").await;
    assert_eq!(rings, 1, "three parcours, one in the other");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_and_entries_lead_to_each_other() {
    let stage = open(Options::default()).await;
    begin(&stage, "coup de jus", "Choc électrique").await;
    nothing_until_the_result(&stage).await;
    stage.wait_text("Qui est qui").await;
    stage.click_link("Médecin traitant").await;
    stage.wait_h1("Médecin traitant").await;
    stage.click_link("Votre orientation mène ici").await;
    stage.wait_h1("dans les heures").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_glossary_is_searched() {
    let stage = understand(Options::default()).await;
    stage.go("#/comprendre/sigles").await;
    stage.wait_h1("Les sigles").await;
    stage.type_into("Un sigle, un mot", "pps").await;
    stage.wait_text("3 réponses").await;
    for said in ["programme personnalisé de soins (cancer)", "projet personnalisé de scolarisation (école, handicap)"]
    {
        stage.wait_text(said).await;
    }
    stage.type_into("Un sigle, un mot", "zzz").await;
    stage.wait_text("Rien de trouvé").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Each of these is found in so many taps.
#[tokio::test(flavor = "multi_thread")]
async fn what_people_look_for_is_three_taps_away_at_most() {
    let stage = understand(Options::default()).await;
    for (taps, said) in [
        (vec!["Un médecin", "Maintenant, c’est grave"], "tel:15"),
        (vec!["Un dentiste", "Dimanche ou un jour férié"], "Dentiste"),
        (vec!["De l’aide à la maison", "Pour une personne âgée"], "Aide à domicile"),
        (vec!["Quelqu’un à qui parler", "Un psychologue"], "Psychologue"),
        (vec!["Mes droits", "Payer mes soins", "Je n’ai aucune couverture"], "Permanence d’accès aux soins"),
        (vec!["Quelqu’un pour tout coordonner", "Plusieurs maladies"], "Dispositif d’appui à la coordination"),
        (vec!["De l’aide pour un proche qui est loin", "Il est en France"], "tel:15"),
        (
            vec!["De l’aide pour un proche qui est loin", "Il est dans un autre pays de l’Union"],
            "Là-bas, il appelle le 112",
        ),
    ] {
        assert!(taps.len() <= 3);
        stage.go("#/comprendre/chercher").await;
        stage.wait_h1("Je cherche").await;
        for tap in &taps {
            stage.click_button(tap).await;
            stage.wait_h1(tap).await;
        }
        let found = stage.eval("return document.querySelector('.find-end').outerHTML.replace(/\\u00a0/g, ' ')").await;
        assert!(found.as_str().unwrap().contains(said), "“{said}” is not at the end of {taps:?}: {found}");
        // From here, 112 rings in France.
        assert!(!said.contains("112") || !found.as_str().unwrap().contains("tel:112"), "{found}");
        let address = format!("#/comprendre/chercher/{}", taps.len());
        assert!(stage.url().await.ends_with(&address), "{}", stage.url().await);
        stage.back().await;
    }
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Every link within the app, of every screen and some entries, leads to a screen that says something of its own.
#[tokio::test(flavor = "multi_thread")]
async fn no_link_is_dead() {
    let stage = understand(Options::default()).await;
    let links = "return [...document.querySelectorAll('a[href^=\"#/\"]')].map(a => a.getAttribute('href'))";
    let mut seen: Vec<String> = Vec::new();
    let mut waiting = vec!["#/comprendre".to_owned()];
    while let Some(address) = waiting.pop() {
        stage.go(&address).await;
        let heading = stage.h1().await;
        assert!(address == "#/" || !heading.contains(HOME), "{address} leads to the first screen");
        seen.push(address);
        let found: Vec<String> = serde_json::from_value(stage.eval(links).await).unwrap();
        for link in found {
            if !seen.contains(&link) && !waiting.contains(&link) {
                waiting.push(link);
            }
        }
    }
    assert!(seen.len() > 8, "{seen:?}");
    // Every entry opens under its own name.
    stage.go("#/comprendre").await;
    stage.wait_h1(ALL).await;
    let opened = "const names = [...document.querySelectorAll('.families .entry-link')];
        return names.map(a => a.textContent)";
    let names: Vec<String> = serde_json::from_value(stage.eval(opened).await).unwrap();
    assert!(names.len() > 90, "{names:?}");
    for (place, name) in names.iter().enumerate() {
        stage.go("#/comprendre").await;
        stage.wait_h1(ALL).await;
        let open = format!("document.querySelectorAll('.families .entry-link')[{place}].click(); return 0");
        stage.eval(&open).await;
        stage.wait_h1(name).await;
    }
    stage.trouble().await.assert_none();
    stage.close().await;
}
