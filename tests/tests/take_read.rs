//! What is brought: a backup restores what was erased, files of others are confirmed first, hostile ones end in a sentence.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod common;

use common::care::{FIRST, WELCOME, on_dashboard, welcome, woman_of_52};
use common::take::{bring, choose, folder, make, on_take, save, saved};
use sentier_tests::{Options, Stage};
use serde_json::Value;

/// What the record is, as a backup of it says.
async fn events(stage: &Stage, name: &str) -> Value {
    let file = saved(stage, "Sauvegarde", &folder(name)).await;
    let backup: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    backup["events"].clone()
}

/// Takes the person off the device.
async fn erase(stage: &Stage) {
    stage.go("#/parcours/personne").await;
    stage.wait_h1("La personne").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.tick("Je comprends").await;
    stage.click_button("Effacer pour toujours").await;
    stage.wait_h1(WELCOME).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_comes_back_from_a_backup_and_can_be_taken_back() {
    let stage = welcome(Options::default()).await;
    stage.eval("document.querySelector('.examples').open = true; return 0").await;
    stage.click_button("diabète de type 2 et hypertension").await;
    stage.wait_h1(FIRST).await;
    let before = events(&stage, "before").await;
    assert!(before.as_array().unwrap().len() > 10);
    make(&stage, "Sauvegarde", "Le fichier est prêt").await;
    let file = save(&stage, &folder("erased")).await;
    erase(&stage).await;
    on_take(&stage).await;
    choose(&stage, "file-backup", &file).await;
    stage.wait_h1("Restaurer une sauvegarde").await;
    stage.wait_text("notes ajoutées").await;
    stage.click_button("Ajouter à mes notes").await;
    stage.wait_text("C’est noté").await;
    assert_eq!(events(&stage, "after").await, before);
    stage.reload().await;
    assert_eq!(events(&stage, "kept").await, before);

    on_take(&stage).await;
    choose(&stage, "file-backup", &file).await;
    stage.wait_text("Rien ne changerait").await;

    on_dashboard(&stage).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn replacing_says_what_goes_and_can_be_undone() {
    let stage = woman_of_52(Options::default()).await;
    make(&stage, "Sauvegarde", "Le fichier est prêt").await;
    let file = save(&stage, &folder("first")).await;
    stage.go("#/parcours/equipe").await;
    stage.wait_h1("Équipe").await;
    stage.type_into("Votre question", "Et la grippe ?").await;
    stage.click_button("Noter la question").await;
    stage.wait_text("Et la grippe").await;
    let before = events(&stage, "question").await;
    on_take(&stage).await;
    choose(&stage, "file-backup", &file).await;
    stage.wait_text("notes retirées : 1").await;
    stage.click_button("Remplacer mes notes").await;
    stage.wait_text("C’est noté").await;
    stage.click_button("Annuler").await;
    stage.wait_text("C’est annulé").await;
    assert_eq!(events(&stage, "undone").await, before);
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_backup_opens_with_its_phrase_alone() {
    let stage = woman_of_52(Options::default()).await;
    let before = events(&stage, "plain").await;
    make(&stage, "Sauvegarde", "Le fichier est prêt").await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.type_into("Votre phrase", "court").await;
    stage.click_button("Fermer par cette phrase").await;
    stage.wait_text("au moins 12 lettres").await;
    stage.type_into("Votre phrase", "quatre mots à moi").await;
    stage.type_into("La même phrase", "quatre mots à moi").await;
    stage.click_button("Fermer par cette phrase").await;
    stage.wait_text("Ce fichier est fermé").await;
    let file = save(&stage, &folder("closed")).await;
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("sealed") && !text.contains("born"), "{text}");
    erase(&stage).await;
    on_take(&stage).await;
    choose(&stage, "file-backup", &file).await;
    stage.wait_h1("fermée par une phrase").await;
    stage.type_into("Votre phrase", "quatre mots à elle").await;
    stage.click_button("Ouvrir").await;
    stage.wait_text("Ce n’est pas la bonne phrase").await;
    stage.type_into("Votre phrase", "quatre mots à moi").await;
    stage.click_button("Ouvrir").await;
    stage.wait_h1("Restaurer une sauvegarde").await;
    stage.click_button("Ajouter à mes notes").await;
    stage.wait_text("C’est noté").await;
    assert_eq!(events(&stage, "opened").await, before);
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_wrote_is_noted_once_it_is_confirmed() {
    let stage = woman_of_52(Options::default()).await;
    let before = events(&stage, "own").await;
    let file = r#"{"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": {"resourceType": "Patient", "id": "a", "birthDate": "1974-05-10"}},
        {"resource": {"resourceType": "AllergyIntolerance", "patient": {"reference": "Patient/a"}, "code": {"text": "<script>alert(1)</script>"}}},
        {"resource": {"resourceType": "Condition", "subject": {"reference": "Patient/a"}, "code": {"text": "Asthme"}}},
        {"resource": {"resourceType": "Device", "id": "d"}}]}"#;
    bring(&stage, "file-fhir", "hospital.json", file.as_bytes()).await;
    stage.wait_h1("Ce qui a été compris").await;
    stage.wait_text("Allergie : <script>alert(1)</script>").await;
    stage.wait_text("Élément 4 (Device)").await;
    stage.wait_text("Déjà noté (1)").await;
    assert_eq!(stage.eval("return document.querySelectorAll('main script').length").await, 0);
    stage.tick("Asthme").await;
    stage.click_button("Noter ce qui est coché").await;
    stage.wait_text("C’est noté").await;
    let after = events(&stage, "confirmed").await;
    assert_eq!(after.as_array().unwrap().len(), before.as_array().unwrap().len() + 1);
    assert!(after.to_string().contains("Asthme") && !after.to_string().contains("script"));

    let table = "\u{feff}Date;Moment;Mesure;Valeur;Unité;Code\r\n1/5/2026;;Poids;72,5;kg;poids\r\n2/5/2026;;Poids;72;kg;poids\r\nhier;;Poids;72;kg;poids\r\n";
    bring(&stage, "file-table", "mesures.csv", table.as_bytes()).await;
    stage.wait_text("Poids : 2 valeurs").await;
    stage.wait_text("Ligne 4 : aucune date lisible").await;
    stage.click_button("Tout cocher").await;
    stage.click_button("Noter ce qui est coché").await;
    stage.wait_text("C’est noté").await;
    stage.click_button("Annuler").await;
    stage.wait_text("C’est annulé").await;
    assert_eq!(events(&stage, "undone").await, after);
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_no_room_nothing_comes_in() {
    let stage = woman_of_52(Options::default().storage_full()).await;
    let table = "Date;Moment;Mesure;Valeur;Unité;Code\r\n1/5/2026;;Poids;72,5;kg;poids\r\n";
    bring(&stage, "file-table", "room.csv", table.as_bytes()).await;
    stage.tick("Poids").await;
    stage.click_button("Noter ce qui est coché").await;
    stage.wait_text("rien n’a changé").await;
    stage.go("#/parcours/mesures").await;
    stage.wait_h1("mesure").await;
    assert!(!stage.text().await.contains("72,5"));
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Whatever a file is, it ends in a sentence that says what to do, or in a list of what is not taken over; nothing is
/// noted, and the app goes on.
#[tokio::test(flavor = "multi_thread")]
async fn hostile_files_end_in_a_sentence_and_change_nothing() {
    let stage = woman_of_52(Options::default()).await;
    let before = events(&stage, "safe").await;
    let deep = format!("{{\"resourceType\": {}", "[".repeat(200_000));
    let huge = vec![b' '; 50 * 1024 * 1024];
    let many = format!("[{}1]", "1,".repeat(1_500_000));
    let sixteen =
        "\u{feff}{\"resourceType\": \"Patient\"}".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let backup = |events: &str| format!(r#"{{"format": "sentier-backup", "version": 1, "events": [{events}]}}"#);
    let born = |id: &str, on: &str| {
        format!(r#"{{"id": "{id}", "person": 9, "noted": "2026-01-01", "what": {{"kind": "born", "of": "{on}"}}}}"#)
    };
    let years = backup(&[born("1", "0000-01-01"), born("2", "9999-12-31")].join(","));
    let twice = backup(&[born("1", "1974-05-10"), born("1", "1975-05-10")].join(","));
    let circle = r#"{"resourceType": "Bundle", "type": "collection", "entry": [
        {"fullUrl": "urn:a", "resource": {"resourceType": "Patient", "id": "a", "link": [{"other": {"reference": "urn:a"}}], "birthDate": "0000-01-01"}},
        {"fullUrl": "urn:a", "resource": {"resourceType": "Patient", "id": "a", "birthDate": "9999-12-31"}},
        {"fullUrl": "urn:m", "resource": {"resourceType": "Medication", "id": "m", "ingredient": [{"itemReference": {"reference": "urn:m"}}]}},
        {"fullUrl": "urn:s", "resource": {"resourceType": "MedicationStatement", "subject": {"reference": "urn:s"}, "medicationReference": {"reference": "urn:s"}}}]}"#;
    let cases: [(&str, &str, &[u8], &str); 14] = [
        ("file-fhir", "deep.json", deep.as_bytes(), "de façon anormale"),
        ("file-backup", "deep.json", deep.as_bytes(), "de façon anormale"),
        ("file-fhir", "huge.json", &huge, "trop grand"),
        ("file-backup", "huge.json", &huge, "trop grand"),
        ("file-table", "huge.csv", &huge, "trop grand"),
        ("file-fhir", "many.json", many.as_bytes(), "trop grand"),
        ("file-backup", "picture.json", b"\x89PNG\r\n\x1a\n\x00\x00", "UTF-8"),
        ("file-fhir", "sixteen.json", &sixteen, "UTF-8"),
        ("file-table", "picture.csv", b"\x00\x01\x02\x03\x00\x00", "CSV"),
        ("file-table", "open.csv", b"a;b\r\n\"1;2", "guillemet"),
        ("file-fhir", "types.json", b"{\"resourceType\": 7, \"entry\": \"x\"}", "dossier FHIR"),
        ("file-backup", "years.json", years.as_bytes(), "hors limites"),
        ("file-backup", "twice.json", twice.as_bytes(), "même numéro"),
        ("file-fhir", "circle.json", circle.as_bytes(), "même nom"),
    ];
    for (field, name, bytes, said) in cases {
        bring(&stage, field, name, bytes).await;
        stage.wait_text(said).await;
        assert!(stage.url().await.ends_with("#/emporter/pret"), "{name}");
    }
    assert_eq!(events(&stage, "unchanged").await, before);
    on_dashboard(&stage).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}
