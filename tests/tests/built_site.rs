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

/// Until the first question is answerable, on the wire: 150 kB.
const FIRST_LOAD: usize = 150_000;

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
fn the_first_load_is_within_its_budget() {
    let mut first = 0;
    for path in dist() {
        let size = gzip(&fs::read(&path).unwrap());
        let is_first = path.extension().is_none_or(|end| end != "pack");
        println!(
            "{size:>8}  {}{}",
            path.file_name().unwrap().display(),
            if is_first { "" } else { "  (after the first paint)" }
        );
        first += if is_first { size } else { 0 };
    }
    println!("{first:>8}  until the first question, gzip; at most {FIRST_LOAD}");
    assert!(first <= FIRST_LOAD, "{first} bytes of gzip, {FIRST_LOAD} are allowed");
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
        let (scheme, rest) = link.split_once(':').unwrap();
        let number = rest.split(|c: char| !c.is_ascii_digit()).next().unwrap();
        assert!(link.contains(&format!("<b>{number}</b>")), "{link:.80}");
        let entry =
            contacts.split("[[contact]]").find(|entry| entry.contains(&format!("number = \"{number}\""))).unwrap();
        let channel = if scheme.ends_with("tel") { "call" } else { "text" };
        assert!(entry.contains(&format!("channel = \"{channel}\"")), "{link:.80}");
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
