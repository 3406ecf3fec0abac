//! The lock of the record: what is closed cannot be read by anybody who looks through the browser, opens again with its
//! passphrase only, and closes by itself.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod common;

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chrono::{Days, NaiveDate};
use common::care::{FIRST, WELCOME, welcome, woman_of_52};
use common::record::{PATH, TEAM, TEAM_TITLE, begin_noting, events, questions, until_shown};
use common::{VITAL, begin, none};
use sentier_core::record::{Event, What, log};
use sentier_tests::{Options, Stage};

const PASSPHRASE: &str = "cheval pile agrafe lac";
const OTHER: &str = "Été à la montagne";
const LOCKED: &str = "Vos parcours sont verrouillés";
const PRIVACY: &str = "#/vie-privee";
const SECRET: &str = "Le secret de Colette";

/// Sets the lock, on the page on privacy.
async fn set_lock(stage: &Stage, passphrase: &str) {
    stage.go(PRIVACY).await;
    stage.wait_h1("Vie privée").await;
    stage.type_into("Nouveau mot de passe", passphrase).await;
    stage.type_into("Le même, une deuxième fois", passphrase).await;
    stage.tick("Je comprends : sans ce mot de passe").await;
    stage.click_button("Mettre le verrou").await;
    stage.wait_text("Le verrou est mis.").await;
    stage.wait_text("Vos parcours sont chiffrés sur cet appareil.").await;
}

async fn unlock(stage: &Stage, passphrase: &str) {
    stage.wait_h1(LOCKED).await;
    stage.type_into("Mot de passe", passphrase).await;
    stage.click_button("Ouvrir").await;
}

/// Takes the lock away, on the page on privacy.
async fn take_away(stage: &Stage, passphrase: &str) {
    stage.click_button("Enlever le verrou").await;
    stage.wait_text("Vos parcours seront gardés sans chiffrement").await;
    stage.type_into("Mot de passe actuel", passphrase).await;
    stage.eval("document.querySelector('#lock-free').form.requestSubmit(); return 0").await;
    stage.wait_text("C’est fait.").await;
}

async fn note(stage: &Stage, question: &str) {
    stage.go(TEAM).await;
    stage.wait_h1(TEAM_TITLE).await;
    begin_noting(stage, &[question.to_owned()]).await;
    until_shown(stage, 1).await;
}

/// A woman of 52 with a question that nobody is to read, and the lock set.
async fn locked(options: Options) -> Stage {
    let stage = woman_of_52(options).await;
    note(&stage, SECRET).await;
    set_lock(&stage, PASSPHRASE).await;
    stage
}

/// Nothing that the browser keeps says the words, whether as they are or in base64 at any of its three places; and nothing
/// has a form that is readable without the passphrase.
async fn assert_unreadable(stage: &Stage, words: &[&str]) {
    for (name, text) in stage.everything_kept().await {
        if name.starts_with("cache ") {
            continue;
        }
        for words in words {
            assert!(!text.contains(words), "{name} says “{words}”");
            for letters in in_base64(words.as_bytes()) {
                assert!(!text.contains(&letters), "{name} says “{words}” in base64");
                for letters in in_base64(letters.as_bytes()) {
                    assert!(!text.contains(&letters), "{name} says “{words}” in base64 of base64");
                }
            }
        }
        for form in ["sentier-record:", "sentier:"] {
            assert!(!text.starts_with(form), "{name} stands open: {text:.40}");
        }
    }
}

/// How bytes look in base64 at each of the three places that they can have there, without the letters at both ends, which
/// depend on what stands beside. Few letters would also come up by chance.
fn in_base64(bytes: &[u8]) -> Vec<String> {
    let at = |before: usize| {
        let letters = BASE64.encode([vec![b' '; before], bytes.to_vec()].concat());
        letters[4..letters.len() - 4].to_owned()
    };
    (0..3).map(at).filter(|letters| letters.len() > 10).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_locked_cannot_be_read_and_opens_with_its_passphrase_only() {
    let stage = woman_of_52(Options::default()).await;
    note(&stage, SECRET).await;
    let open = stage.everything_kept().await;
    assert!(open.iter().any(|(_, text)| text.starts_with("sentier-record:")), "nothing stood open before: {open:?}");
    set_lock(&stage, PASSPHRASE).await;
    assert_unreadable(&stage, &[SECRET, PASSPHRASE]).await;
    // What is noted while it is open is closed as well.
    note(&stage, "Un autre secret de Colette").await;
    assert_unreadable(&stage, &[SECRET, "Un autre secret de Colette", PASSPHRASE]).await;

    stage.reload().await;
    stage.wait_h1(LOCKED).await;
    stage.wait_title(&format!("{LOCKED} – Sentier")).await;
    let text = stage.text().await;
    assert!(!text.contains("Colette"), "{text}");
    stage.axe("locked").await;
    stage.screenshot("locked").await;
    unlock(&stage, OTHER).await;
    stage.wait_text("Ce n’est pas le bon mot de passe").await;
    stage.wait_focus("Mot de passe").await;
    stage.axe("a wrong passphrase").await;
    unlock(&stage, PASSPHRASE).await;
    stage.wait_h1(TEAM_TITLE).await;
    stage.wait_title(&format!("{TEAM_TITLE} – Sentier")).await;
    stage.wait_text(SECRET).await;
    stage.wait_text("Un autre secret de Colette").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// The page on privacy says what it means before it happens, and what is wrong in the form.
#[tokio::test(flavor = "multi_thread")]
async fn the_form_says_what_is_wrong_and_what_it_means() {
    let stage = woman_of_52(Options::default()).await;
    stage.go(PRIVACY).await;
    stage.wait_text("Si vous oubliez le mot de passe, personne ne peut ouvrir vos parcours").await;
    for (first, again, said) in [
        ("court", "court", "au moins 8 signes"),
        (PASSPHRASE, OTHER, "sont différents"),
        (PASSPHRASE, PASSPHRASE, "Cochez « Je comprends »"),
    ] {
        stage.type_into("Nouveau mot de passe", first).await;
        stage.type_into("Le même, une deuxième fois", again).await;
        stage.click_button("Mettre le verrou").await;
        stage.wait_text(said).await;
    }
    stage.axe("the lock").await;
    stage.screenshot("lock-settings").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_passphrase_opens_and_the_former_does_not() {
    let stage = locked(Options::default()).await;
    let key = format!("{PATH}lock");
    let before = stage.everything_kept().await;
    stage.click_button("Changer le mot de passe").await;
    stage.type_into("Mot de passe actuel", "autre chose").await;
    stage.type_into("Nouveau mot de passe", OTHER).await;
    stage.type_into("Le même, une deuxième fois", OTHER).await;
    stage.eval("document.querySelector('#lock-old').form.requestSubmit(); return 0").await;
    stage.wait_text("Ce n’est pas le bon mot de passe").await;
    stage.type_into("Mot de passe actuel", PASSPHRASE).await;
    stage.eval("document.querySelector('#lock-old').form.requestSubmit(); return 0").await;
    stage.wait_text("C’est fait.").await;
    for (name, text) in stage.everything_kept().await {
        let same = before.iter().find(|(known, _)| *known == name).map(|(_, text)| text);
        let is_left = name.contains(&key) || name.contains("record-");
        assert!(!is_left || same != Some(&text), "{name} is closed with the former key");
    }
    assert_unreadable(&stage, &[SECRET, PASSPHRASE, OTHER]).await;
    stage.go(TEAM).await;
    stage.reload().await;
    unlock(&stage, PASSPHRASE).await;
    stage.wait_text("Ce n’est pas le bon mot de passe").await;
    // The same letters, put together in another way, as another keyboard does.
    unlock(&stage, "E\u{301}te\u{301} a\u{300} la montagne").await;
    stage.wait_text(SECRET).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_taken_away_leaves_the_record_open() {
    let stage = locked(Options::default()).await;
    take_away(&stage, PASSPHRASE).await;
    assert_eq!(stage.local_storage_get(&format!("{PATH}lock")).await, None);
    assert!(questions(&events(&stage).await).contains(SECRET));
    stage.go(TEAM).await;
    stage.reload().await;
    stage.wait_text(SECRET).await;
    stage.close().await;
}

/// After the minutes without a touch, by the clock, nothing of it is on the page any more.
#[tokio::test(flavor = "multi_thread")]
async fn it_closes_when_nobody_touches_the_page() {
    let stage = locked(Options::default()).await;
    stage.go(TEAM).await;
    stage.wait_text(SECRET).await;
    let later = |minutes: u32| {
        format!("window.name = String(Date.now() + {minutes} * 60000); dispatchEvent(new Event('focus')); return 0")
    };
    stage.eval(&later(10)).await;
    stage.wait_text(SECRET).await;
    stage.press("a").await;
    stage.eval(&later(14)).await;
    stage.wait_h1(TEAM_TITLE).await;
    stage.eval(&later(2)).await;
    stage.wait_h1(LOCKED).await;
    let html = stage.eval("return document.documentElement.outerHTML").await;
    assert!(!html.as_str().unwrap().contains("Colette"));
    unlock(&stage, PASSPHRASE).await;
    stage.wait_text(SECRET).await;
    stage.close().await;
}

/// "Quitter vite" closes it in every tab; a step back, and the other tab, ask for the passphrase.
#[tokio::test(flavor = "multi_thread")]
async fn leaving_in_a_hurry_closes_it_in_every_tab() {
    let stage = locked(Options::default()).await;
    stage.tab(1).await;
    stage.go(TEAM).await;
    unlock(&stage, PASSPHRASE).await;
    stage.wait_text(SECRET).await;
    stage.tab(0).await;
    stage.go(TEAM).await;
    stage.wait_text(SECRET).await;
    stage.click_button("Quitter vite").await;
    stage.wait_h1("Notes").await;
    assert_unreadable(&stage, &[SECRET, PASSPHRASE]).await;
    stage.tab(1).await;
    stage.wait_h1(LOCKED).await;
    stage.tab(0).await;
    // The neutral page took the place of the questions: the step leads to the page before.
    stage.back().await;
    stage.wait_text("ouvrez d’abord vos parcours").await;
    stage.go(TEAM).await;
    stage.wait_h1(LOCKED).await;
    stage.close().await;
}

/// A tab that was open when another set the lock writes nothing beside it any more: what it notes waits for the passphrase.
#[tokio::test(flavor = "multi_thread")]
async fn a_lock_set_in_one_tab_closes_the_other() {
    let stage = woman_of_52(Options::default()).await;
    note(&stage, SECRET).await;
    stage.tab(1).await;
    stage.go(TEAM).await;
    stage.wait_text(SECRET).await;
    stage.tab(0).await;
    set_lock(&stage, PASSPHRASE).await;
    stage.tab(1).await;
    stage.wait_h1(LOCKED).await;
    unlock(&stage, PASSPHRASE).await;
    stage.wait_text(SECRET).await;
    begin_noting(&stage, &["Noté après le verrou".to_owned()]).await;
    until_shown(&stage, 1).await;
    assert_unreadable(&stage, &[SECRET, "Noté après le verrou"]).await;
    stage.close().await;
}

/// The questionnaire needs no passphrase, and leaves nothing open beside what is locked.
#[tokio::test(flavor = "multi_thread")]
async fn the_questionnaire_stays_open_and_leaves_nothing() {
    let stage = locked(Options::default()).await;
    stage.go("#/parcours").await;
    stage.reload().await;
    stage.wait_h1(LOCKED).await;
    stage.go("#/").await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.wait_text("Vos parcours ont un verrou").await;
    assert_unreadable(&stage, &["poitrine", SECRET]).await;
    let kept = stage.storage_keys().await;
    assert!(!kept.iter().any(|key| key.contains("session")), "{kept:?}");
    stage.close().await;
}

/// A damaged lock is not a wrong passphrase, and what is closed can be taken away before it is erased.
#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_lock_is_told_from_a_wrong_passphrase() {
    let stage = locked(Options::default()).await;
    let key = format!("{PATH}lock");
    let lock = stage.local_storage_get(&key).await.unwrap();
    stage.go("#/parcours").await;
    let mut letters: Vec<char> = lock.chars().collect();
    letters[40] = if letters[40] == 'x' { 'y' } else { 'x' };
    stage.local_storage_set(&key, &letters.into_iter().collect::<String>()).await;
    stage.reload().await;
    unlock(&stage, PASSPHRASE).await;
    stage.wait_text("Le verrou est abîmé").await;
    stage.click_button("Mot de passe oublié").await;
    stage.wait_text("Personne ne peut le retrouver").await;
    stage.local_storage_set(&key, &lock).await;
    unlock(&stage, PASSPHRASE).await;
    stage.wait_h1(FIRST).await;
    stage.close().await;
}

/// A forgotten passphrase: after it was said what is lost, everything can be erased, and begun anew.
#[tokio::test(flavor = "multi_thread")]
async fn who_forgot_the_passphrase_can_begin_anew() {
    let stage = locked(Options::default()).await;
    stage.go("#/parcours").await;
    stage.reload().await;
    stage.wait_h1(LOCKED).await;
    stage.click_button("Mot de passe oublié").await;
    stage.click_button("Effacer mes parcours").await;
    stage.wait_text("Cochez « Je comprends »").await;
    stage.tick("Je comprends : mes parcours seront perdus").await;
    stage.click_button("Effacer mes parcours").await;
    stage.wait_h1(WELCOME).await;
    let kept = stage.everything_kept().await;
    let left: Vec<_> = kept.iter().filter(|(name, _)| name.contains("lock") || name.contains("record")).collect();
    assert!(left.is_empty(), "{left:?}");
    stage.close().await;
}

/// Ten years of a person, as the app would have written them: opening and changing the passphrase leave the page alive, and
/// whenever the change is cut short, one passphrase opens everything.
#[tokio::test(flavor = "multi_thread")]
async fn ten_years_are_closed_without_freezing_and_a_cut_change_loses_nothing() {
    let stage = welcome(Options::default().deadline(Duration::from_secs(60))).await;
    stage.visit("/neighbour/").await;
    let all = ten_years();
    for part in all.chunks(log::MOST_EVENTS) {
        stage.local_storage_set(&format!("{PATH}record-{:x}-full", part[0].id), &log::encode(part)).await;
    }
    stage.go("#/parcours").await;
    stage.wait_h1(FIRST).await;
    set_lock(&stage, PASSPHRASE).await;
    assert_unreadable(&stage, &[SECRET]).await;
    let lock = format!("{PATH}lock");
    let mut current = (PASSPHRASE, OTHER);
    let mut was_cut = 0;
    for round in 0..6 {
        stage.go("#/parcours").await;
        stage.reload().await;
        stage.wait_h1(LOCKED).await;
        let watch = "window.__longest = 0; new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) window.__longest = Math.max(window.__longest, duration);
        }).observe({ type: 'longtask' }); return 0";
        stage.eval(watch).await;
        unlock(&stage, current.0).await;
        stage.wait_h1(FIRST).await;
        let longest = stage.eval("return window.__longest").await.as_f64().unwrap();
        assert!(longest < 1000.0, "the page hears nothing for {longest} ms while ten years are opened");
        stage.go(PRIVACY).await;
        stage.click_button("Changer le mot de passe").await;
        stage.type_into("Mot de passe actuel", current.0).await;
        stage.type_into("Nouveau mot de passe", current.1).await;
        stage.type_into("Le même, une deuxième fois", current.1).await;
        let before = stage.local_storage_get(&lock).await;
        stage.eval("document.querySelector('#lock-old').form.requestSubmit(); return 0").await;
        // Later in each round: before the new lock is written, after it, and while everything is closed anew.
        let cut_at = format!(
            "return localStorage.getItem(Object.keys(localStorage).filter(k => k.includes('record-')).sort()[{}])",
            round * 6
        );
        if round > 0 {
            let start = stage.eval(&cut_at).await;
            stage
                .until("the change to reach a segment", async || match stage.eval(&cut_at).await {
                    now if now == start => Err("not yet".to_owned()),
                    _ => Ok(()),
                })
                .await;
        }
        stage.crash_tab().await;
        stage.visit("/neighbour/").await;
        if stage.local_storage_get(&lock).await != before {
            current = (current.1, current.0);
            was_cut += 1;
        }
    }
    assert!(was_cut > 0, "no change was cut after it began");
    stage.go("#/parcours").await;
    unlock(&stage, current.1).await;
    stage.wait_text("Ce n’est pas le bon mot de passe").await;
    unlock(&stage, current.0).await;
    stage.wait_h1(FIRST).await;
    stage.go(PRIVACY).await;
    take_away(&stage, current.0).await;
    assert_eq!(events(&stage).await, all, "something of ten years is lost");
    stage.close().await;
}

/// Two values a day over ten years.
fn ten_years() -> Vec<Event> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let first = today - Days::new(3652);
    let mut what = vec![
        (first, What::Named { name: "Moi".to_owned(), is_example: false }),
        (first, What::Born(NaiveDate::from_ymd_opt(1974, 5, 10).unwrap())),
        (first, What::SexIs(sentier_core::content::Sex::Female)),
        (first, What::Question(SECRET.to_owned())),
    ];
    for past in 0..3652 {
        let on = first + Days::new(past);
        for (measure, value) in [("tension-systolique", 13_000), ("tension-diastolique", 8_000)] {
            what.push((on, What::Measured { measure: measure.to_owned(), on, value }));
        }
    }
    let numbered = (0..).zip(what);
    numbered
        .map(|(id, (noted, what))| Event { id: 1_400_000_000_000_000 + id * 1000, person: 1, noted, what })
        .collect()
}
