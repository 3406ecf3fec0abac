//! What can be taken along: each sheet printed, each file made and read by a program that is not ours.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common::care::{CLOCK, FIRST, WELCOME, welcome};
use common::take::{TAKE, bring, even, folder, make, on_paper, on_take, printed, python, save, saved};
use common::{HOME, begin, look, nothing_until_the_result, open};
use sentier_tests::{Options, Stage};
use serde_json::json;

/// Tries the person with diabetes and hypertension.
async fn example(options: Options) -> Stage {
    let stage = welcome(options).await;
    stage.eval("document.querySelector('.examples').open = true; return 0").await;
    stage.click_button("diabète de type 2 et hypertension").await;
    stage.wait_h1(FIRST).await;
    stage
}

/// Brings a year of weights from a table.
async fn with_weights(stage: &Stage) {
    let rows: Vec<String> =
        (1..=12).map(|month| format!("1/{month}/2025;;Poids;{},5;kg;poids", 70 + month % 5)).collect();
    let latest: Vec<String> =
        (1..=11).map(|month| format!("1/{month}/2026;;Poids;{},5;kg;poids", 70 + month % 4)).collect();
    let table = format!("Date;Moment;Mesure;Valeur;Unité;Code\r\n{}\r\n{}\r\n", rows.join("\r\n"), latest.join("\r\n"));
    bring(stage, "file-table", "poids.csv", table.as_bytes()).await;
    stage.wait_text("Poids : 23 valeurs").await;
    stage.click_button("Tout cocher").await;
    stage.click_button("Noter ce qui est coché").await;
    stage.wait_text("C’est noté").await;
}

/// The text of the sheet that is shown.
async fn text_of_sheet(stage: &Stage) -> String {
    even(stage.eval("return document.getElementById('take-text').value").await.as_str().unwrap())
}

/// Everything that the sheet says is on paper, on so many pages at most.
async fn is_on_paper(stage: &Stage, name: &str, most_pages: usize) {
    let paper = on_paper(stage).await;
    for line in text_of_sheet(stage).await.lines() {
        for part in line.trim_start_matches("- ").trim_end_matches(" :").split([':', '·']) {
            assert!(paper.contains(part.trim()), "“{part}” is not on the paper of {name}:\n{paper}");
        }
    }
    for of in [".paper .actions", ".take .actions", ".fifteen", ".footer nav", ".back", ".page-foot"] {
        let is_seen = format!("return document.querySelector('{of}')?.checkVisibility() ?? false");
        stage.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        assert_eq!(stage.eval(&is_seen).await, false, "{of} of {name} is on paper");
        stage.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    }
    let pages = printed(stage, name).await;
    assert!((1..=most_pages).contains(&pages), "{name} takes {pages} pages");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheets_of_a_record_are_one_page_with_everything_on_it() {
    let stage = example(Options::default()).await;
    with_weights(&stage).await;
    stage.go("#/parcours/personne").await;
    stage.wait_h1("La personne").await;
    stage.click_button("Aucune allergie connue").await;
    stage.wait_text("Aucune allergie connue, dit le 21 novembre 2026").await;
    stage.type_into("Nom du traitement", "Metformine").await;
    stage.eval("document.querySelector('#treatment').form.requestSubmit(); return 0").await;
    stage.wait_text("C’est noté").await;
    for (what, heading) in [
        ("Carte d’urgence", "Carte d’urgence"),
        ("Fiche de consultation", "Pour la consultation"),
        ("Calendrier de prévention", "Calendrier de prévention"),
    ] {
        make(&stage, what, heading).await;
        is_on_paper(&stage, &format!("sheet-{heading}"), 1).await;
    }
    make(&stage, "Carte d’urgence", "Carte d’urgence").await;
    let card = on_paper(&stage).await;
    assert!(card.contains("Metformine") && card.contains("rien de connu, dit le 21 novembre 2026"), "{card}");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_of_a_result_has_every_answer_on_one_page() {
    let stage = open(Options::default().init_script(CLOCK)).await;
    stage.wait_h1(HOME).await;
    begin(&stage, "mal de tête", "Mal de tête").await;
    let result = nothing_until_the_result(&stage).await;
    let asked =
        stage.eval("return [...document.querySelectorAll('.given li, .given p')].map(line => line.innerText)").await;
    assert!(!asked.as_array().unwrap().is_empty());
    stage.click_link("Emporter, montrer, sauvegarder").await;
    stage.wait_h1(TAKE).await;
    stage.click_button("Fiche d’orientation").await;
    stage.wait_h1("Fiche d’orientation").await;
    stage.wait_text(&result).await;
    stage.wait_text("Fait le 21 novembre 2026 à 12 h 00").await;
    is_on_paper(&stage, "sheet-orientation", 1).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_file_is_read_by_another_program() {
    let stage = example(Options::default()).await;
    with_weights(&stage).await;
    let folder = folder("saved");
    let days = saved(&stage, "Toutes mes dates Rendez-vous", &folder).await;
    assert!(days.ends_with("sentier-dates-2026-11-21.ics"), "{days:?}");
    let found = python("read.py", &["calendar", days.to_str().unwrap()]);
    let titles: Vec<&str> = found.as_array().unwrap().iter().map(|day| day["title"].as_str().unwrap()).collect();
    assert!(titles.len() > 3, "{titles:?}");
    std::fs::remove_file(days).unwrap();
    let neutral = saved(&stage, "titres discrets", &folder).await;
    let found = python("read.py", &["calendar", neutral.to_str().unwrap()]);
    assert_eq!(found.as_array().unwrap().len(), titles.len());
    assert!(
        found
            .as_array()
            .unwrap()
            .iter()
            .all(|day| ["À faire", "Rendez-vous"].contains(&day["title"].as_str().unwrap()))
    );
    std::fs::remove_file(neutral).unwrap();

    let table = saved(&stage, "Mesures en tableau Pour un tableur", &folder).await;
    let rows = python("read.py", &["semicolons", table.to_str().unwrap()]);
    assert_eq!(rows.as_array().unwrap().len(), 24, "{rows}");
    std::fs::remove_file(table).unwrap();
    let table = saved(&stage, "Mesures en tableau simple", &folder).await;
    assert_eq!(
        python("read.py", &["commas", table.to_str().unwrap()]).as_array().unwrap().len(),
        rows.as_array().unwrap().len()
    );

    let record = saved(&stage, "Dossier au format FHIR", &folder).await;
    let checked = python("check_fhir.py", &[record.to_str().unwrap()]);
    assert_eq!(checked[0]["kinds"]["Patient"], 1, "{checked}");
    let backup = saved(&stage, "Sauvegarde", &folder).await;
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/backup.schema.json");
    assert_eq!(python("check_schema.py", &[schema, backup.to_str().unwrap()]), json!([null]));

    stage.go("#/").await;
    stage.wait_h1(HOME).await;
    begin(&stage, "mal de tête", "Mal de tête").await;
    nothing_until_the_result(&stage).await;
    let result = saved(&stage, "Résultat au format FHIR", &folder).await;
    let checked = python("check_fhir.py", &[result.to_str().unwrap()]);
    assert_eq!(checked[0]["kinds"]["Composition"], 1, "{checked}");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_thing_to_do_goes_into_the_calendar_by_itself() {
    let stage = example(Options::default()).await;
    // What has no day to come is not offered to a calendar.
    let mut offered = Vec::new();
    let count = stage.eval("return document.querySelectorAll('.dashboard-next .items button').length").await;
    for place in 0..count.as_u64().unwrap() {
        stage
            .eval(&format!("document.querySelectorAll('.dashboard-next .items button')[{place}].click(); return 0"))
            .await;
        stage.wait_text("Que voulez-vous noter").await;
        offered.push(stage.text().await.contains("Mettre dans mon agenda"));
        if offered.ends_with(&[true]) {
            break;
        }
        stage.back().await;
        stage.wait_text("À faire maintenant").await;
    }
    assert!(offered.ends_with(&[true]), "{offered:?}");
    let title = stage.h1().await;
    stage.click_button("Mettre dans mon agenda").await;
    stage.wait_h1("Le fichier est prêt").await;
    stage.wait_text("effacez-le aussi dans l’agenda").await;
    let file = save(&stage, &folder("one")).await;
    let found = python("read.py", &["calendar", file.to_str().unwrap()]);
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert!(even(found[0]["title"].as_str().unwrap()).contains(&title), "{found} {title}");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_becomes_codes_that_a_phone_reads_in_their_order() {
    let stage = example(Options::default().size(800, 900)).await;
    make(&stage, "Carte d’urgence", "Carte d’urgence").await;
    let text = text_of_sheet(&stage).await;
    stage.click_button("QR codes").await;
    stage.wait_h1("QR codes").await;
    let said = codes(&stage).await;
    let lines: Vec<&str> = said.iter().flat_map(|code| code.lines()).collect();
    for line in text.lines() {
        assert!(lines.contains(&line.replace('’', "'").as_str()), "“{line}” is in no code: {lines:?}");
    }
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// What the browser was handed to share.
const SHARING: &str = "window.shared = []; navigator.canShare = () => true;
    navigator.share = async (given) => { window.shared.push(given.text ?? await given.files[0].text()); };";

#[tokio::test(flavor = "multi_thread")]
async fn texts_and_files_go_to_other_apps_where_the_browser_can_hand_them_over() {
    let stage = example(Options::default().init_script(SHARING)).await;
    make(&stage, "Carte d’urgence", "Carte d’urgence").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.click_button("Partager").await;
    make(&stage, "Sauvegarde", "Le fichier est prêt").await;
    stage.click_button("Partager").await;
    let shared = stage
        .until("both to be shared", async || {
            let shared = stage.eval("return window.shared").await;
            if shared.as_array().unwrap().len() == 2 { Ok(shared) } else { Err(shared.to_string()) }
        })
        .await;
    assert!(shared[0].as_str().unwrap().starts_with("Carte d’urgence\n"), "{shared}");
    assert!(shared[1].as_str().unwrap().contains("sentier-backup"), "{shared}");
    stage.trouble().await.assert_none();
    stage.close().await;
    let stage = example(
        Options::default().init_script("delete Navigator.prototype.share; delete Navigator.prototype.canShare;"),
    )
    .await;
    make(&stage, "Sauvegarde", "Le fichier est prêt").await;
    assert!(!stage.text().await.contains("Partager"));
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_copied_or_it_is_said_that_it_was_not() {
    let stage = example(Options::default()).await;
    let allow = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    stage.cdp("Browser.grantPermissions", allow).await;
    make(&stage, "Carte d’urgence", "Carte d’urgence").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.click_button("Copier").await;
    stage.wait_text("C’est copié").await;
    let copied = stage.eval("return navigator.clipboard.readText()").await;
    assert_eq!(even(copied.as_str().unwrap()), text_of_sheet(&stage).await);
    stage.eval("navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); return 0").await;
    stage.click_button("Copier").await;
    stage.wait_text("La copie n’a pas marché").await;
    let chosen = stage.eval("return getSelection().toString() || document.activeElement.value.slice(0, 5)").await;
    assert!(!chosen.as_str().unwrap().is_empty(), "nothing is chosen to be copied by hand");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pathway_can_be_left_off_the_card() {
    let stage = example(Options::default()).await;
    make(&stage, "Carte d’urgence", "Carte d’urgence").await;
    assert!(on_paper(&stage).await.contains("Diabète"), "{}", on_paper(&stage).await);
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.eval("[...document.querySelectorAll('.take label')].find(l => l.innerText.includes('Diabète')).click(); return 0").await;
    stage.click_button("Refaire la carte").await;
    stage
        .until("the card without it", async || match on_paper(&stage).await {
            card if card.is_empty() || card.contains("Diabète") => Err(card),
            _ => Ok(()),
        })
        .await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// What a decoder that is not ours reads in each code on the screen.
async fn codes(stage: &Stage) -> Vec<String> {
    let places = stage.eval("return [...document.querySelectorAll('.code img')].map(code => { const { x, y, width, height } = code.getBoundingClientRect(); return { x: x + scrollX, y: y + scrollY, width, height, scale: 2 } })").await;
    let mut said = Vec::new();
    for (number, clip) in places.as_array().unwrap().iter().enumerate() {
        let shot = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = stage.cdp("Page.captureScreenshot", shot).await;
        let path = folder(&format!("code-{number}")).join("code.png");
        std::fs::write(&path, STANDARD.decode(picture["data"].as_str().unwrap()).unwrap()).unwrap();
        said.push(python("read.py", &["qr", path.to_str().unwrap()]).as_str().unwrap().to_owned());
    }
    assert!(!said.is_empty());
    said
}

/// Every screen of it, on a phone and on a large screen, in light and dark colours.
#[tokio::test(flavor = "multi_thread")]
async fn every_screen_is_accessible() {
    for (theme, options) in [
        ("take-phone", Options::default()),
        ("take-phone-dark", Options::default().dark()),
        ("take-wide", Options::default().size(1280, 900)),
        ("take-wide-dark", Options::default().size(1280, 900).dark()),
    ] {
        let stage = example(options).await;
        with_weights(&stage).await;
        on_take(&stage).await;
        look(&stage, theme, "list").await;
        for (what, heading) in
            [("Carte d’urgence", "Carte"), ("Fiche de consultation", "consultation"), ("Sauvegarde", "prêt")]
        {
            make(&stage, what, heading).await;
            stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
            look(&stage, theme, heading).await;
        }
        make(&stage, "Carte d’urgence", "Carte").await;
        stage.click_button("QR codes").await;
        stage.wait_h1("QR codes").await;
        look(&stage, theme, "codes").await;
        stage.trouble().await.assert_none();
        stage.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_record_or_a_result_only_a_backup_can_be_read() {
    let stage = welcome(Options::default()).await;
    on_take(&stage).await;
    stage.wait_text("Restaurer une sauvegarde").await;
    let text = stage.text().await;
    assert!(!text.contains("Carte d’urgence") && !text.contains("Fiche d’orientation"), "{text}");
    stage.go("#/emporter/pret").await;
    stage.wait_h1("Rien n’est prêt").await;
    stage.go("#/parcours").await;
    stage.wait_h1(WELCOME).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}
