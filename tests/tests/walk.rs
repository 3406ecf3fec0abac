//! The main job, as a person does it: from one's own words to an explained orientation.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{
    CALL, CALL_NOW, GATE, HOME, MEASURE, SEX, VITAL, begin, none, nothing_measured, nothing_until_the_result, open,
    person,
};
use sentier_tests::{Key, Options};

const SESSION: &str = "/sentier/sentier/session";

/// "J'ai mal dans la poitrine", by mouse, to the 15 and why.
#[tokio::test(flavor = "multi_thread")]
async fn chest_pain_leads_to_the_15_by_mouse() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.tick("Douleur qui va dans le bras").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(CALL_NOW).await;

    let text = stage.text().await;
    for said in ["Appel immédiat", "Pourquoi", "douleur qui va dans le bras", "En attendant", "Vos réponses"] {
        assert!(text.contains(said), "“{said}” is missing in {text}");
    }
    let dials = stage.eval("return document.querySelector('.way-main a').href").await;
    assert_eq!(dials, "tel:15");
    let source = stage.eval("return document.querySelector('.reason .sources li').textContent.length").await;
    assert!(source.as_i64().unwrap() > 20, "no source beside the reason");
    stage.screenshot("result-vital").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// "Mon bébé de 2 mois a 38,5", by mouse.
#[tokio::test(flavor = "multi_thread")]
async fn fever_of_a_baby_of_two_months_is_an_emergency() {
    let stage = open(Options::default()).await;
    begin(&stage, "mon bébé de 2 mois a 38,5", "avant 3").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    none(&stage).await;
    stage.wait_text(SEX).await;
    stage.tick("mois").await;
    person(&stage, "2", "Féminin").await;
    stage.wait_h1(MEASURE).await;
    assert!(stage.text().await.contains("Quelle est la température"), "the page does not say what to measure");
    stage.type_into("Valeur mesurée", "38,5").await;
    none(&stage).await;
    stage.wait_h1(CALL).await;
    assert!(stage.text().await.contains("38"), "the measure is not among the answers");
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// A measure that is none is refused with what to do.
#[tokio::test(flavor = "multi_thread")]
async fn a_temperature_that_cannot_be_is_refused() {
    let stage = open(Options::default()).await;
    begin(&stage, "mon bébé de 2 mois a 38,5", "avant 3").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    none(&stage).await;
    stage.wait_text(SEX).await;
    stage.tick("mois").await;
    person(&stage, "2", "Féminin").await;
    stage.wait_h1(MEASURE).await;
    stage.type_into("Valeur mesurée", "385").await;
    none(&stage).await;
    stage.wait_text("semble impossible").await;
    stage.close().await;
}

/// Who could not measure is asked something else in its place, on the same screen, and must answer it anew.
#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_measured_is_asked_in_other_words() {
    let stage = open(Options::default()).await;
    begin(&stage, "mon bébé de 2 mois a 38,5", "avant 3").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    none(&stage).await;
    stage.wait_text(SEX).await;
    stage.tick("mois").await;
    person(&stage, "2", "Féminin").await;
    stage.wait_h1(MEASURE).await;
    let lines = "return [...document.querySelectorAll('.lines .line')].filter(line => line.offsetParent).length";
    let before = stage.eval(lines).await.as_i64().unwrap();
    stage.tick("Aucun de ces signes").await;
    nothing_measured(&stage).await;
    stage
        .until("other questions in the list", async || {
            let now = stage.eval(lines).await.as_i64().unwrap();
            if now > before { Ok(()) } else { Err(format!("{now} lines, {before} before")) }
        })
        .await;
    assert_eq!(stage.eval("return document.querySelector('.lines .line.none input').checked").await, false);
    stage.click_button("Continuer").await;
    stage.wait_text("Il manque une réponse").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// The whole walk with the keyboard alone.
#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_alone_is_enough() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    let tab_to = async |what: &str| {
        for _ in 0..60 {
            if stage.active_element_text().await.contains(what) {
                return;
            }
            stage.press(Key::Tab).await;
        }
        panic!("Tab never reached “{what}”: {}", stage.active_element_text().await);
    };
    let tab_to_field = async |id: &str| {
        for _ in 0..60 {
            if stage.eval("return document.activeElement.id").await == *id {
                return;
            }
            stage.press(Key::Tab).await;
        }
        panic!("Tab never reached #{id}");
    };
    tab_to_field("words").await;
    stage.press("mal a la poitrine").await;
    stage.wait_text("Douleur dans la poitrine").await;
    tab_to("Douleur dans la poitrine").await;
    stage.press(Key::Enter).await;
    stage.wait_h1(GATE).await;
    // The focus is on the heading, so the first Tab goes to the first sign.
    for next in [VITAL, SEX] {
        tab_to("Aucun de ces signes").await;
        stage.press(Key::Space).await;
        stage.press(Key::Enter).await;
        stage.wait_text(next).await;
    }
    tab_to_field("age").await;
    stage.press("70").await;
    // One stop for the group, arrows within it.
    tab_to("Féminin").await;
    stage.press(Key::Down).await;
    stage.press(Key::Enter).await;
    // From 65 on, a pain in the chest is an emergency whatever else is there; what is left to ask is whether it is vital.
    stage.wait_h1("Un de ces signes").await;
    tab_to("Aucun de ces signes").await;
    stage.press(Key::Space).await;
    stage.press(Key::Enter).await;
    stage.wait_h1("Dans quelle situation").await;
    tab_to("Rien de tout cela").await;
    stage.press(Key::Space).await;
    stage.press(Key::Enter).await;
    stage.wait_h1(CALL).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Every change of screen sets title and focus, and neither the address nor the title says what is wrong.
#[tokio::test(flavor = "multi_thread")]
async fn title_and_focus_follow_and_say_nothing_of_the_motif() {
    let stage = open(Options::default()).await;
    begin(&stage, "mal de tête", "Mal de tête").await;
    for _ in 0..3 {
        let heading = stage.h1().await;
        stage.wait_focus(&heading).await;
        let (title, url) = (stage.title().await, stage.url().await);
        assert!(title.starts_with("Question "), "{title}");
        for secret in ["tête", "tete", "céphal"] {
            assert!(!title.contains(secret) && !url.contains(secret), "{title} {url}");
        }
        none(&stage).await;
        stage
            .until("another screen", async || if stage.h1().await == heading { Err(heading.clone()) } else { Ok(()) })
            .await;
        if stage.text().await.contains(SEX) {
            break;
        }
    }
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_and_forward_and_reload_work_at_every_screen() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    none(&stage).await;
    stage.wait_text(SEX).await;
    stage.back().await;
    stage.wait_h1(VITAL).await;
    stage.back().await;
    stage.wait_h1(GATE).await;
    stage.forward().await;
    stage.wait_h1(VITAL).await;
    stage.reload().await;
    stage.wait_h1(VITAL).await;
    assert_eq!(stage.eval("return document.querySelector('.line.none input').checked").await, true);
    stage.forward().await;
    stage.wait_text(SEX).await;
    stage.reload().await;
    stage.wait_text(SEX).await;
    person(&stage, "30", "Masculin").await;
    nothing_until_the_result(&stage).await;
    stage.reload().await;
    stage.wait_text("Vos réponses").await;
    stage.back().await;
    stage
        .until(
            "a question",
            async || if stage.url().await.contains("question") { Ok(()) } else { Err(stage.url().await) },
        )
        .await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// A tab that was closed is resumed from the first screen, or forgotten there.
#[tokio::test(flavor = "multi_thread")]
async fn a_closed_tab_can_be_resumed_or_forgotten() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.visit("/neighbour/").await;
    stage.visit("/sentier/").await;
    stage.wait_text("Reprendre où vous en étiez").await;
    stage.click_button("Reprendre").await;
    stage.wait_h1(VITAL).await;
    stage.visit("/neighbour/").await;
    stage.visit("/sentier/").await;
    stage.click_button("Effacer et recommencer").await;
    stage
        .until("nothing kept", async || match stage.local_storage_get(SESSION).await {
            None => Ok(()),
            Some(kept) => Err(kept),
        })
        .await;
    stage.close().await;
}

/// M1 leaves no trace: nothing is stored, before or after the content has arrived, and a reload forgets.
#[tokio::test(flavor = "multi_thread")]
async fn dark_thoughts_leave_no_trace() {
    let stage = open(Options::default()).await;
    begin(&stage, "envie de mourir", "Idées noires").await;
    assert!(stage.text().await.contains("Rien n’est gardé"));
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    assert!(stage.text().await.contains("3114"), "3114 is not on the first screen of the motif");
    none(&stage).await;
    stage
        .until(
            "the next screen",
            async || if stage.h1().await.contains("En ce moment") { Err(String::new()) } else { Ok(()) },
        )
        .await;
    let keys = stage.storage_keys().await;
    assert!(!keys.iter().any(|key| key.contains("sentier")), "{keys:?}");
    stage.reload().await;
    stage.wait_h1(GATE).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// "I don't know" opens the signs one by one, with how to look; a doubt about breath is vital.
#[tokio::test(flavor = "multi_thread")]
async fn not_knowing_opens_the_signs_one_by_one() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    stage.click_button("Je ne sais pas").await;
    stage.wait_h1("Impossible à réveiller").await;
    assert!(stage.text().await.contains("Comment vérifier"));
    stage.click_button("Non").await;
    stage.wait_h1("Étouffe").await;
    stage.click_button("Je ne sais pas").await;
    let last = 17;
    for sign in 3..=last {
        stage.wait_text(&format!("Question {sign} sur {last}")).await;
        stage.click_button("Non").await;
    }
    stage.wait_h1(CALL_NOW).await;
    let text = stage.text().await;
    assert!(text.contains("Orientation prudente") && text.contains("Vous ne savez pas"), "{text}");
    stage.close().await;
}

/// One yes at the gate ends the questions, also one by one.
#[tokio::test(flavor = "multi_thread")]
async fn one_yes_at_the_gate_ends_on_the_15() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.click_button("Choisir dans une liste").await;
    stage.wait_h1(GATE).await;
    stage.click_button("Je ne sais pas").await;
    stage.wait_h1("Impossible à réveiller").await;
    stage.click_button("Oui").await;
    stage.wait_h1(CALL_NOW).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// Several motifs from the list: all are asked, the gate once.
#[tokio::test(flavor = "multi_thread")]
async fn several_motifs_are_asked_together() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.click_button("Choisir dans une liste").await;
    stage.wait_h1(GATE).await;
    // Nobody can say how many screens follow before the reason is chosen.
    assert!(stage.text().await.contains("Écran 1\n"), "{}", stage.text().await);
    none(&stage).await;
    stage.wait_text("Toute la liste").await;
    stage.click_button("Continuer").await;
    stage.wait_text("Choisissez au moins une ligne").await;
    stage.tick("Douleur dans la poitrine").await;
    stage.tick("Mal de tête").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(VITAL).await;
    let text = stage.text().await;
    assert!(text.contains("Écran 2, au plus "), "{text}");
    assert!(
        text.contains("Douleur qui va dans le bras") && text.contains("coup de tonnerre") || text.contains("d’un coup"),
        "{text}"
    );
    stage.close().await;
}

/// An answer changed from the result leads back to the new result, with what changed.
#[tokio::test(flavor = "multi_thread")]
async fn changing_one_answer_shows_what_changed() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    none(&stage).await;
    person(&stage, "30", "Masculin").await;
    nothing_until_the_result(&stage).await;
    stage.click_button("Changer : signes très graves").await;
    stage.wait_h1(VITAL).await;
    stage.tick("Douleur qui va dans le bras").await;
    stage.click_button("Continuer").await;
    stage.wait_h1(CALL_NOW).await;
    let text = stage.text().await;
    assert!(text.contains("Après ce changement") && text.contains("Médecin sous"), "{text}");
    stage.screenshot("result-changed").await;
    stage.close().await;
}

/// An empty screen says what is missing, and takes the person there.
#[tokio::test(flavor = "multi_thread")]
async fn an_empty_screen_says_what_is_missing() {
    let stage = open(Options::default()).await;
    begin(&stage, "j'ai mal dans la poitrine", "Douleur dans la poitrine").await;
    stage.click_button("Continuer").await;
    stage.wait_text("Il manque une réponse").await;
    stage.wait_focus("Il manque").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.close().await;
}
