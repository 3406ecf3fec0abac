//! The first screen shows what it understood of a person's own words; nothing of it counts before they confirm it.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{GATE, HOME, MEASURE, SEX, VITAL, look, none, nothing_until_the_result, open, person};
use sentier_tests::{Options, Stage};

const PHRASE: &str = "ma fille de 2 ans a 39 depuis 3 jours et des boutons";
const FIELD: &str = "Ce qui ne va pas";
const FEVER: &str = "Fièvre de l’enfant";
const SESSION: &str = "/sentier/sentier/session";
/// What can be read in each chip, and in each proposition.
const CHIPS: &str =
    "return [...document.querySelectorAll('.understood-chips li')].map(e => e.innerText.replace(/\\s+/g, ' '))";
const DOORS: &str = "return [...document.querySelectorAll('.found-doors .door')].map(e => e.innerText)";

/// The first screen, with words typed and something understood.
async fn typed(words: &str) -> Stage {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.type_into(FIELD, words).await;
    stage
}

async fn strings(stage: &Stage, script: &str) -> Vec<String> {
    stage.eval(script).await.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// Presses “Retirer” of the chip that says `shown`.
async fn remove(stage: &Stage, shown: &str) {
    let press = format!("document.querySelector('.understood-chips [aria-label*=\"{shown}\"]').click(); return 0");
    stage.eval(&press).await;
}

/// Passes the gate and the vital signs, to the screen of the person.
async fn to_the_person(stage: &Stage) {
    stage.click_button(FEVER).await;
    stage.wait_h1(GATE).await;
    none(stage).await;
    stage.wait_h1(VITAL).await;
    none(stage).await;
    stage.wait_text(SEX).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_understood_is_shown_with_the_right_motifs() {
    let stage = typed(PHRASE).await;
    stage.wait_text("5 choses comprises").await;
    let chips = strings(&stage, CHIPS).await;
    for shown in ["« 2 ans »", "« 39 °C »", "« depuis 3 jours »", "« boutons »"] {
        assert!(chips.iter().any(|chip| chip.contains(shown)), "{shown} is not among {chips:?}");
    }
    let doors = strings(&stage, DOORS).await;
    assert!(doors.iter().take(3).any(|door| door.starts_with(FEVER)), "{doors:?}");
    assert!(doors.iter().take(3).any(|door| door.to_lowercase().contains("boutons")), "{doors:?}");
    let ticked = stage.eval("return document.querySelectorAll('.understood-chips :checked').length").await;
    assert_eq!(ticked, 0, "something is taken for granted");
    let answered = stage.eval("return document.querySelectorAll('.understood-chips input').length").await;
    assert_eq!(answered, 4, "a complaint answers nothing, and can only be removed");
    look(&stage, "light", "home-understood").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_confirmed_is_filled_in_and_said_on_the_phone() {
    let stage = typed(PHRASE).await;
    for shown in ["2 ans", "39 °C", "depuis 3 jours"] {
        stage.tick(shown).await;
    }
    to_the_person(&stage).await;
    assert_eq!(stage.eval("return document.getElementById('age').value").await, "2");
    assert_eq!(stage.eval("return document.querySelector('.age-field :checked').parentElement.innerText").await, "ans");
    assert_eq!(
        stage.eval("return document.querySelectorAll('.sex :checked').length").await,
        0,
        "nobody confirmed the sex"
    );
    stage.tick("Féminin").await;
    stage.click_button("Continuer").await;
    for _ in 0..10 {
        let url = stage.url().await;
        stage.wait_text("Vous avez dit : depuis 3 jours.").await;
        if stage.h1().await.contains(MEASURE) {
            break;
        }
        none(&stage).await;
        stage.until("another screen", async || if stage.url().await == url { Err(url.clone()) } else { Ok(()) }).await;
    }
    stage.wait_h1(MEASURE).await;
    let degrees = stage.eval("return document.getElementById('measure').value").await;
    assert!(degrees.as_str().unwrap().starts_with("39"), "{degrees}");
    // Filled in, and still to be changed.
    stage.type_into("Valeur mesurée", "38,2").await;
    none(&stage).await;
    stage
        .until("the next screen", async || if stage.h1().await.contains(MEASURE) { Err(String::new()) } else { Ok(()) })
        .await;
    nothing_until_the_result(&stage).await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.wait_text("Depuis quand : depuis 3 jours").await;
    let answers = stage.eval("return document.querySelector('.answers').innerText").await;
    assert!(answers.as_str().unwrap().contains("38,2"), "{answers}");
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// The heading of the gate, and for whom it is as ticked on the first screen.
async fn gate_of(words: &str, chosen: Option<&str>) -> (String, String) {
    let stage = typed(words).await;
    stage.wait_text("C’est pour qui").await;
    if let Some(chosen) = chosen {
        stage.tick(chosen).await;
    }
    let ticked =
        stage.eval("return document.querySelector('.choices-row :checked')?.parentElement.innerText ?? ''").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(GATE).await;
    let heading = stage.h1().await;
    stage.close().await;
    (ticked.as_str().unwrap().to_owned(), heading)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_questions_speak_of_whom_they_are_about() {
    for (words, chosen, ticked, said) in [
        ("mal au genou", None, "", "un de ces signes est-il"),
        ("j'ai mal au genou", None, "Moi", "avez-vous"),
        ("mon fils a mal au genou", None, "Mon enfant", "votre enfant a-\u{2060}t-\u{2060}il"),
        (
            "mon fils a mal au genou",
            Some("Quelqu’un d’autre"),
            "Quelqu’un d’autre",
            "la personne a-\u{2060}t-\u{2060}elle",
        ),
    ] {
        let (is_ticked, heading) = gate_of(words, chosen).await;
        assert_eq!(is_ticked, ticked, "{words}");
        assert!(heading.contains(said), "{words}: {heading}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_ticked_is_not_filled_in() {
    let stage = typed(PHRASE).await;
    stage.wait_text("5 choses comprises").await;
    // Ticked and taken back is not ticked.
    stage.tick("2 ans").await;
    stage.eval("document.querySelector('.understood-chips :checked').click(); return 0").await;
    to_the_person(&stage).await;
    assert_eq!(stage.eval("return document.getElementById('age').value").await, "");
    assert_eq!(stage.eval("return document.querySelectorAll('.sex :checked').length").await, 0);
    person(&stage, "2", "Féminin").await;
    for _ in 0..10 {
        if stage.h1().await.contains(MEASURE) {
            break;
        }
        let url = stage.url().await;
        none(&stage).await;
        stage.until("another screen", async || if stage.url().await == url { Err(url.clone()) } else { Ok(()) }).await;
    }
    assert_eq!(stage.eval("return document.getElementById('measure').value").await, "");
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_removed_leads_nowhere_and_answers_nothing() {
    let stage = typed(PHRASE).await;
    stage.wait_text("5 choses comprises").await;
    let before = strings(&stage, DOORS).await;
    stage.tick("39 °C").await;
    remove(&stage, "39").await;
    stage.wait_text("4 choses comprises").await;
    stage.wait_focus("4 choses comprises").await;
    remove(&stage, "boutons").await;
    stage.wait_text("3 choses comprises").await;
    let after = strings(&stage, DOORS).await;
    assert_ne!(before, after, "the propositions stayed");
    stage.click_button("Continuer").await;
    stage.wait_h1(GATE).await;
    assert_eq!(stage.local_storage_get(SESSION).await, None, "something was answered");
    // Said again, it is offered again, and is not ticked.
    stage.back().await;
    stage.wait_h1(HOME).await;
    stage.type_into(FIELD, "fièvre").await;
    stage.type_into(FIELD, PHRASE).await;
    stage.wait_text("5 choses comprises").await;
    assert_eq!(stage.eval("return document.querySelectorAll('.understood-chips :checked').length").await, 0);
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_danger_bring_the_gate_at_once() {
    let stage = typed("mon père ne respire plus").await;
    stage.wait_text("Ces mots peuvent décrire une urgence").await;
    let dials = stage.eval("return document.querySelector('.understood-danger a').href").await;
    assert_eq!(dials, "tel:15");
    look(&stage, "light", "home-danger").await;
    stage.click_button("Vérifier les signes graves").await;
    stage.wait_h1(GATE).await;
    none(&stage).await;
    stage.wait_text("Toute la liste").await;
    assert!(stage.text().await.contains("Ces mots peuvent décrire une urgence"));
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_words_lead_to_the_list_by_part_of_the_body() {
    let stage = typed("zzkrwx qvbntp").await;
    stage.wait_text("Je n’ai pas trouvé ces mots. Choisissez par partie du corps.").await;
    look(&stage, "light", "home-lost").await;
    stage.eval("document.querySelectorAll('.body-part').forEach(d => d.open = true); return 0").await;
    stage.click_button("Mal de tête").await;
    stage.wait_h1(GATE).await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    // Nor does going on lead to a dead end.
    stage.click_link("Sentier").await;
    stage.wait_h1(HOME).await;
    stage.type_into(FIELD, "zzkrwx qvbntp").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(GATE).await;
    none(&stage).await;
    stage.wait_text("Toute la liste").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Neither address, title nor storage ever has a word that was typed, whatever was confirmed.
#[tokio::test(flavor = "multi_thread")]
async fn no_word_typed_is_kept_or_shown_elsewhere() {
    let stage = typed(PHRASE).await;
    for shown in ["de sexe", "2 ans", "39 °C", "depuis 3 jours"] {
        stage.tick(shown).await;
    }
    stage.click_button(FEVER).await;
    stage.wait_h1(GATE).await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    let stored = stage.local_storage_get(SESSION).await.unwrap();
    let (title, url) = (stage.title().await, stage.url().await);
    for word in ["fille", "boutons", PHRASE] {
        // What is stored is in hexadecimal digits.
        let digits: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert!(!stored.contains(&digits) && !stored.contains(word), "{word} is stored");
        assert!(!title.contains(word) && !url.contains(word), "{title} {url}");
    }
    let session = sentier_core::record::Session::decode(&stored).unwrap();
    assert_eq!(session.since, ["depuis 3\u{a0}jours"]);
    let others = stage.eval("return sessionStorage.length + document.cookie.length").await;
    assert_eq!(others, 0);
    stage.close().await;
}
