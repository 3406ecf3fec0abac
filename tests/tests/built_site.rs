//! The built files: their size, their policy, and the emergency block against the content.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::{Compression, write::GzEncoder};

/// What the first question needs to be answered, on the wire: the page, its style and the boot script. Far below the
/// 200 kB that were asked for.
const FIRST_QUESTION: usize = 15_000;

/// What the app needs to take it over, on the wire, the first question with it.
const APP: usize = 440_000;

/// Everything that can ever be fetched, on the wire, the app with it.
const EVERYTHING: usize = 700_000;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn dist() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("dist")).unwrap();
    entries.map(|entry| entry.unwrap().path()).filter(|path| !path.ends_with(".trunk-lock")).collect()
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

fn index() -> String {
    fs::read_to_string(root().join("dist/index.html")).unwrap()
}

#[test]
fn what_is_loaded_is_within_its_budget() {
    let [mut question, mut app, mut everything] = [0; 3];
    for path in dist() {
        let size = gzip(&fs::read(&path).unwrap());
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
        let when = match name.as_str() {
            "boot.js" => "the first question",
            "notes.html" => "after the app",
            _ if ends(&[".html", ".css", ".svg"]) => "the first question",
            _ if ends(&[".pack"]) => "after the app",
            _ => "the app",
        };
        println!("{size:>8}  {name}  ({when})");
        question += if when == "the first question" { size } else { 0 };
        app += if when == "after the app" { 0 } else { size };
        everything += size;
    }
    println!("{question:>8}  until the first question can be answered, gzip; at most {FIRST_QUESTION}");
    println!("{app:>8}  until the app takes it over, gzip; at most {APP}");
    println!("{everything:>8}  everything, gzip; at most {EVERYTHING}");
    assert!(question <= FIRST_QUESTION, "{question} bytes of gzip, {FIRST_QUESTION} are allowed");
    assert!(app <= APP, "{app} bytes of gzip, {APP} are allowed");
    assert!(everything <= EVERYTHING, "{everything} bytes of gzip, {EVERYTHING} are allowed");
}

#[test]
fn the_policy_is_strict_and_nothing_is_inline() {
    let html = index();
    // The build may write the attributes of a tag in another order.
    let tag = html.split('<').find(|tag| tag.starts_with("meta") && tag.contains("Content-Security-Policy")).unwrap();
    let policy = tag.split("content=").nth(1).unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("form-action 'none'"));
    for loose in ["unsafe-inline", "unsafe-eval'", "http:", "https:", " *"] {
        assert!(!policy.replace("wasm-unsafe-eval'", "").contains(loose), "{loose} in {policy}");
    }
    for tag in html.split("<script").skip(1) {
        assert!(tag.split('>').next().unwrap().contains("src="), "an inline script: {tag:.80}");
    }
    assert!(!html.contains("<style") && !html.contains("style=\""), "an inline style");
}

#[test]
fn every_address_is_relative_so_that_any_sub_path_works() {
    for part in index().split(&['"', '\''][..]) {
        let is_address = [".js", ".wasm", ".css", ".svg"].iter().any(|end| part.ends_with(end));
        assert!(!is_address || part.starts_with("./") || !part.starts_with('/'), "{part}");
    }
}

#[test]
fn nothing_of_the_building_machine_is_in_the_site() {
    for path in dist() {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for place in ["/home/", "/root/", "index.crates.io"] {
            assert!(!text.contains(place), "{place} in {}", path.display());
        }
    }
}

/// The numbers of the static block are on the closed list, shown as they are dialled.
#[test]
fn the_emergency_block_dials_what_it_shows_from_the_list() {
    let contacts = fs::read_to_string(root().join("content/contacts.toml")).unwrap();
    let html = index();
    let links: Vec<&str> =
        html.split("<a ").skip(1).filter(|link| link.contains("tel:") || link.contains("sms:")).collect();
    assert!(links.len() >= 4);
    for link in links {
        let (scheme, rest) = link.split_once("tel:").map(|(_, rest)| ("tel", rest)).unwrap_or_else(|| {
            let (_, rest) = link.split_once("sms:").unwrap();
            ("sms", rest)
        });
        let number = rest.split(|c: char| !c.is_ascii_digit()).next().unwrap();
        assert!(link.contains(&format!("<b>{number}</b>")), "{link:.80}");
        let entry =
            contacts.split("[[contact]]").find(|entry| entry.contains(&format!("number = \"{number}\""))).unwrap();
        let channel = if scheme == "tel" { "call" } else { "text" };
        assert!(entry.contains(&format!("channel = \"{channel}\"")), "{link:.80}");
    }
}

/// The first question of the page says what that of the app says.
#[test]
fn the_first_question_has_the_words_of_the_app() {
    let catalogue = fs::read_to_string(root().join("src/text.rs")).unwrap();
    let plain = |text: &str| text.replace("&nbsp;", " ").replace(['\u{a0}', '\u{202f}'], " ");
    let html = plain(&index().replace("&#8239;", "\u{202f}"));
    for name in ["app_name", "home_title", "home_lead", "home_continue", "emergency_call_label", "leave_button"] {
        let entry = catalogue.split(&format!(" {name}: \"")).nth(1).unwrap().split('"').next().unwrap();
        assert!(html.contains(&plain(entry)), "“{entry}” is not in index.html");
    }
}

/// The static block names every vital sign of the gate, by a word of each.
#[test]
fn the_emergency_block_names_every_sign_of_the_gate() {
    let gate = fs::read_to_string(root().join("content/groups/gate.toml")).unwrap();
    let signs: Vec<&str> = gate
        .lines()
        .take_while(|line| !line.starts_with("[[vignette"))
        .filter(|line| line.starts_with("id = \""))
        .skip(1)
        .collect();
    let block = index();
    let lines = block.split("emergency-signs").nth(1).unwrap().split("</ul>").next().unwrap().matches("<li>").count();
    assert_eq!(lines, signs.len(), "{signs:?}");
}
