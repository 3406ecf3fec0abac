//! The main jobs by keyboard alone, from right to left, as a screen reader has them, and clean to axe over languages,
//! colours, widths and sizes of type together.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::fs;
use std::path::Path;

use common::care::{FIRST, WELCOME, woman_of_52};
use common::keys::{enter, space, tab_to};
use common::mildest::{ANSWER, until_the_result};
use common::{GATE, HOME, SEX, VITAL, begin, look, none, open, person};
use sentier_tests::{Key, Options, Stage};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn a_triage_by_keyboard_alone() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    tab_to(&stage, "Ce qui ne va pas").await;
    stage.press("mal de gorge").await;
    stage.wait_text("Mal de gorge").await;
    enter(&stage, "Mal de gorge").await;
    stage.wait_h1(GATE).await;
    for _ in 0..20 {
        let url = stage.url().await;
        if url.ends_with("#/orientation") {
            break;
        }
        stage.wait_focus_on_h1().await;
        let text = stage.text().await;
        if text.contains("Je n’ai pas pu mesurer") {
            space(&stage, "Je n’ai pas pu mesurer").await;
        }
        if text.contains(SEX) {
            tab_to(&stage, "Nombre").await;
            stage.press("30").await;
            space(&stage, "Féminin").await;
        } else if text.contains("Rien de tout cela") {
            space(&stage, "Rien de tout cela").await;
        } else {
            space(&stage, "Aucun de ces signes").await;
        }
        enter(&stage, "Continuer").await;
        stage
            .until("another screen", async || match stage.url().await {
                now if now == url => Err(format!("still {now}")),
                _ => Ok(()),
            })
            .await;
    }
    assert!(stage.url().await.ends_with("#/orientation"), "{}", stage.text().await);
    stage.wait_focus_on_h1().await;
    tab_to(&stage, "Nouvelle question").await;
    stage.press(Key::Enter).await;
    stage.wait_h1(HOME).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pathways_by_keyboard_alone() {
    let stage = open(Options::default().init_script(common::care::CLOCK)).await;
    stage.wait_h1(HOME).await;
    enter(&stage, "Mes parcours").await;
    stage.wait_h1(WELCOME).await;
    tab_to(&stage, "Date de naissance").await;
    stage.press("10/5/1974").await;
    space(&stage, "Féminin").await;
    // Choices of one question are one stop of the Tab key: the arrows choose among them.
    tab_to(&stage, "Oui").await;
    stage.press(Key::Down).await;
    tab_to(&stage, "Non").await;
    enter(&stage, "Voir le calendrier").await;
    stage.wait_h1(FIRST).await;
    let thing = stage.eval("return document.querySelector('.items .item-title').innerText").await;
    let thing = thing.as_str().unwrap();
    enter(&stage, thing).await;
    stage.wait_h1(thing).await;
    enter(&stage, "C’est fait").await;
    stage.wait_text("C’est noté").await;
    enter(&stage, "Annuler").await;
    stage
        .until("the note to be gone", async || {
            let is_there = stage.text().await.contains("C’est noté");
            if is_there { Err("it is there".to_owned()) } else { Ok(()) }
        })
        .await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// A language that nobody reads: every letter of ours is one of a script from right to left.
const PSEUDO: &str = "(() => {
    const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
    const turned = (text) => text.replace(/\\p{Script=Latin}/gu, (letter) => LETTERS[letter.toLowerCase().codePointAt(0) % LETTERS.length]);
    const turn = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const said = turned(node.data);
            if (said !== node.data && !node.parentElement?.closest('script, style, title')) node.data = said;
        }
        for (const named of root.querySelectorAll('[aria-label]')) {
            const said = turned(named.ariaLabel);
            if (said !== named.ariaLabel) named.ariaLabel = said;
        }
    };
    const start = () => {
        document.documentElement.dir = 'rtl';
        turn(document.body);
        new MutationObserver(() => turn(document.body)).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ['aria-label'] });
    };
    addEventListener('DOMContentLoaded', start);
})();";

/// The digits of every number stand in their order, from left to right, and the shell is mirrored.
const MIRRORED: &str = "
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    const wrong = [];
    if (box('.brand').right < box('.fifteen').left) wrong.push('the header is not mirrored');
    for (const link of document.querySelectorAll('main a[href^=tel]')) {
        const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const digits = [...node.data.matchAll(/[0-9]/g)].map(({ index }) => {
                const range = document.createRange();
                range.setStart(node, index);
                range.setEnd(node, index + 1);
                return range.getBoundingClientRect();
            });
            const line = digits.filter((digit) => digit.top === digits[0].top).map((digit) => digit.left);
            if (line.some((left, place) => place > 0 && left < line[place - 1])) wrong.push(link.innerText);
        }
    }
    return wrong";

#[tokio::test(flavor = "multi_thread")]
async fn from_right_to_left_the_whole_walk() {
    let stage = open(Options::default().init_script(PSEUDO)).await;
    let mirrored = async |name: &str| {
        look(&stage, "rtl", name).await;
        assert_eq!(stage.eval(MIRRORED).await, json!([]), "{name}");
    };
    stage
        .until("the app", async || {
            if stage.eval("return document.querySelector('#main .home') !== null").await == true {
                Ok(())
            } else {
                Err(String::new())
            }
        })
        .await;
    mirrored("home").await;
    stage.go("#/question/1").await;
    stage
        .until("the gate", async || {
            if stage.eval("return document.querySelector('.line.none') !== null").await == true {
                Ok(())
            } else {
                Err(String::new())
            }
        })
        .await;
    mirrored("gate").await;
    stage.eval(ANSWER).await;
    stage
        .until("the motifs", async || {
            if stage.eval("return document.querySelector('.motifs') !== null").await == true {
                Ok(())
            } else {
                Err(String::new())
            }
        })
        .await;
    mirrored("motifs").await;
    stage.eval("document.querySelectorAll('.motifs .parts input')[3].click(); document.querySelector('form .main').click(); return 0").await;
    until_the_result(&stage).await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    mirrored("result").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

/// What can be pressed and is lower or narrower than 44 pixels. Links within a sentence are as high as its line.
const SMALL: &str = "
    const all = document.querySelectorAll('button, summary, select, textarea, input[type=text], label:has(input), .header a, nav a, a.call, a.second, a.place, .numbers a');
    const inside = (it) => it.matches('input') && it.closest('label');
    return [...all].filter((it) => it.checkVisibility() && !inside(it)).flatMap((it) => {
        const { width, height } = it.getBoundingClientRect();
        return width >= 44 && height >= 44 ? [] : [`${it.tagName} ${it.className} “${it.innerText}” ${Math.round(width)} × ${Math.round(height)}`];
    })";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_pressed_is_large_enough_for_a_trembling_finger() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    let all_large = async |stage: &Stage, name: &str| assert_eq!(stage.eval(SMALL).await, json!([]), "{name}");
    all_large(&stage, "home").await;
    begin(&stage, "mal de gorge", "Mal de gorge").await;
    all_large(&stage, "gate").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    none(&stage).await;
    stage.wait_text(SEX).await;
    all_large(&stage, "person").await;
    person(&stage, "30", "Féminin").await;
    until_the_result(&stage).await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    all_large(&stage, "result").await;
    stage.close().await;
    let stage = woman_of_52(Options::default()).await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    all_large(&stage, "dashboard").await;
    stage.close().await;
}

/// What a screen reader has of the page, a line for each thing with a name, in the order in which it is read.
async fn heard(stage: &Stage) -> String {
    let tree = stage.cdp("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().unwrap();
    let find = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id);
    let mut lines = Vec::new();
    let mut ahead: Vec<(&Value, usize)> = vec![(&nodes[0], 0)];
    while let Some((node, depth)) = ahead.pop() {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let name = node["name"]["value"].as_str().unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ");
        let is_told = node["ignored"] == false && !matches!(role, "InlineTextBox" | "generic" | "none" | "RootWebArea");
        // The words of a label stand in the name of what it labels; the version is another with every change of content.
        let is_said_already = lines.last().is_some_and(|last: &String| last.contains(&format!("“{}”", name.trim())));
        let is_of_its_own =
            role != "StaticText" || !(name.trim().is_empty() || is_said_already || name.contains("Règles"));
        if is_told && is_of_its_own && !matches!(role, "ListMarker" | "LabelText") {
            let states = node["properties"].as_array().into_iter().flatten().filter_map(|state| {
                let (named, value) = (state["name"].as_str()?, &state["value"]["value"]);
                let is_told = matches!(named, "checked" | "expanded" | "level" | "pressed" | "required" | "invalid");
                (is_told && *value != false && *value != "false").then(|| format!(" {named}={value}"))
            });
            lines.push(format!("{}{role} “{}”{}", "  ".repeat(depth), name.trim(), states.collect::<String>()));
        }
        let deeper = if is_told { depth.saturating_add(1) } else { depth };
        // What a thing is called stands in its name already.
        let is_named_by_words = is_told && matches!(role, "heading" | "link" | "button" | "radio" | "checkbox");
        if !is_named_by_words {
            let children = node["childIds"].as_array().into_iter().flatten().rev();
            ahead.extend(children.filter_map(find).map(|child| (child, deeper)));
        }
    }
    lines.join("\n") + "\n"
}

/// Compares with what stands in `tests/heard/`; `UPDATE_HEARD=1` writes it anew, to be read in the diff.
async fn is_heard_as_before(stage: &Stage, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("heard").join(format!("{name}.txt"));
    let now = heard(stage).await;
    if std::env::var_os("UPDATE_HEARD").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &now).unwrap();
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    let other = before.lines().zip(now.lines()).find(|(before, now)| before != now);
    assert_eq!(before, now, "{name} is heard otherwise, first at {other:?}; UPDATE_HEARD=1 writes it anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_triage_as_a_screen_reader_has_it() {
    let stage = open(Options::default().init_script(common::care::CLOCK)).await;
    stage.wait_h1(HOME).await;
    is_heard_as_before(&stage, "home").await;
    begin(&stage, "mal de gorge", "Mal de gorge").await;
    is_heard_as_before(&stage, "gate").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    is_heard_as_before(&stage, "vital").await;
    none(&stage).await;
    stage.wait_text(SEX).await;
    is_heard_as_before(&stage, "person").await;
    person(&stage, "30", "Féminin").await;
    until_the_result(&stage).await;
    // Who is who arrives by itself.
    stage.wait_text("Qui est qui").await;
    is_heard_as_before(&stage, "result").await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dashboard_as_a_screen_reader_has_it() {
    let stage = woman_of_52(Options::default()).await;
    is_heard_as_before(&stage, "dashboard").await;
    stage.close().await;
}

/// Languages, by the button that chooses them and what one types.
const LANGUAGES: [(&str, &str); 3] =
    [("", "mal de gorge"), ("Français facile", "mal de gorge"), ("English", "sore throat")];
const COLOURS: [&str; 4] = ["light", "dark", "contrast", "forced"];
const WIDTHS: [(u32, u32); 3] = [(320, 640), (768, 1024), (1280, 800)];
const SIZES: [&str; 2] = ["100%", "200%"];

/// The fewest runs in which every two choices of different kinds meet, found greedily; all runs where `SENTIER_EVERY_RUN` is set.
fn runs() -> Vec<[usize; 4]> {
    let counts = [LANGUAGES.len(), COLOURS.len(), WIDTHS.len(), SIZES.len()];
    let mut all = Vec::new();
    for language in 0..counts[0] {
        for colour in 0..counts[1] {
            for width in 0..counts[2] {
                all.extend((0..counts[3]).map(|size| [language, colour, width, size]));
            }
        }
    }
    if std::env::var_os("SENTIER_EVERY_RUN").is_some() {
        return all;
    }
    let pairs = |run: &[usize; 4]| -> Vec<(usize, usize, usize, usize)> {
        let kinds = (0..4_usize).flat_map(|one| (one.saturating_add(1)..4).map(move |other| (one, other)));
        kinds.map(|(one, other)| (one, run[one], other, run[other])).collect()
    };
    let mut missing: Vec<_> = all.iter().flat_map(&pairs).collect();
    missing.sort_unstable();
    missing.dedup();
    let mut chosen = Vec::new();
    while !missing.is_empty() {
        let news = |run: &&[usize; 4]| pairs(run).iter().filter(|pair| missing.contains(pair)).count();
        let best = *all.iter().max_by_key(news).unwrap();
        let met = pairs(&best);
        missing.retain(|pair| !met.contains(pair));
        chosen.push(best);
    }
    chosen
}

async fn walk_and_look([language, colour, width, size]: [usize; 4]) {
    let (button, words) = LANGUAGES[language];
    let (across, down) = WIDTHS[width];
    let options = Options::default().size(across, down);
    let options = match COLOURS[colour] {
        "dark" => options.dark(),
        "contrast" => options.wishes("prefers-contrast", "more"),
        "forced" => options.wishes("forced-colors", "active"),
        _ => options,
    };
    let larger = format!(
        "addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '{}')",
        SIZES[size]
    );
    let stage = open(options.init_script(&larger)).await;
    stage.wait_h1(HOME).await;
    if !button.is_empty() {
        stage.click_button(button).await;
        stage.until("the language", async || match stage.eval("return document.querySelector('.languages button').lang + document.querySelector('#words').value").await {
            said if said == "fr" => Ok(()),
            said => Err(said.to_string()),
        }).await;
    }
    let theme = format!(
        "{}-{across}-{}-{}",
        ["fr", "facile", "en"][language],
        COLOURS[colour],
        SIZES[size].trim_end_matches('%')
    );
    look(&stage, &theme, "home").await;
    stage.eval(&format!("const field = document.querySelector('#words'); field.value = '{words}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); return 0")).await;
    stage
        .until("a door", async || {
            if stage
                .eval("const door = document.querySelector('.found-doors .door'); door?.click(); return Boolean(door)")
                .await
                == true
            {
                Ok(())
            } else {
                Err(String::new())
            }
        })
        .await;
    stage
        .until("the gate", async || if stage.url().await.contains("question") { Ok(()) } else { Err(String::new()) })
        .await;
    look(&stage, &theme, "gate").await;
    until_the_result(&stage).await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    look(&stage, &theme, "result").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn languages_colours_widths_and_sizes_together() {
    let runs = runs();
    assert!(runs.len() >= LANGUAGES.len() * COLOURS.len());
    for run in runs {
        walk_and_look(run).await;
    }
}
