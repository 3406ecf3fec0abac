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
const FIRST_QUESTION: usize = 11_000;

/// What the app needs to take it over, on the wire, the first question with it.
const APP: usize = 300_000;

/// What a triage needs, on the wire, all of the above with it.
const TRIAGE: usize = 410_000;

/// What is fetched when somebody opens what it is for, on the wire: the part of the app, the pack, what each brings on top
/// of a triage. Pathways bring the lock and what is taken along.
const LATER: [(&str, &str, usize); 7] = [
    ("care", "care-", 235_000),
    ("system", "system-", 100_000),
    ("review", "explain-", 110_000),
    ("words", "words-en-", 150_000),
    ("words", "words-facile-", 150_000),
    ("aside", "", 20_000),
    ("body", "body-", 20_000),
];

/// What all of these wear, on the wire.
const ROOMS: usize = 7_000;

/// The readable face, in two weights, which comes once nobody waits for anything.
const FACE: usize = 30_000;

/// What messages show of a link; no visitor of the page fetches it.
const SOCIAL_CARD: usize = 40_000;

/// The worker that makes and reads files, on the wire: its script, its code and its module, with the sheets and the words
/// of both (ADR 0028).
const EXCHANGE: usize = 260_000;

/// The scripts that open and close what is kept, ask what the device can, and keep the site on it, on the wire.
const SCRIPTS: usize = 5_000;

/// What only the browser asks for, to keep the site on the device and to install it: worker, list, manifest, icons.
const DEVICE: usize = 30_000;

/// One plain page, on the wire.
const PLAIN_PAGE: usize = 10_000;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every built file, in whichever folder.
fn dist() -> Vec<PathBuf> {
    files_of(&root().join("dist"))
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let all = entries.flat_map(|path| if path.is_dir() { files_of(&path) } else { vec![path] });
    all.filter(|path| !path.ends_with(".trunk-lock")).collect()
}

/// The pages that need no app, and that the app never asks for.
fn is_plain_page(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder == root().join("dist/pages"))
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

fn index() -> String {
    fs::read_to_string(root().join("dist/index.html")).unwrap()
}

/// The files with such a start and end, and their size on the wire.
fn weigh(start: &str, end: &str) -> usize {
    let files = dist().into_iter().filter(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        !is_plain_page(path) && name.starts_with(start) && name.ends_with(end)
    });
    let sizes: Vec<(usize, PathBuf)> = files.map(|path| (gzip(&fs::read(&path).unwrap()), path)).collect();
    assert!(!sizes.is_empty(), "there is no {start}…{end}");
    sizes.iter().for_each(|(size, path)| println!("{size:>8}  {}", path.file_name().unwrap().to_string_lossy()));
    sizes.iter().map(|(size, _)| size).sum()
}

/// The chunks that a part waits for, from the script that fetches them.
fn chunks_of(part: &str) -> Vec<String> {
    let link = dist().into_iter().find(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("parts-") && name.ends_with(".js")
    });
    let link = fs::read_to_string(link.unwrap()).unwrap();
    let rest = link.split(&format!("export const __wasm_split_load_{part} ")).nth(1).unwrap();
    let (_, rest) = rest.split_once(", [").unwrap();
    let (waited_for, _) = rest.split_once(']').unwrap();
    waited_for.split(", ").filter_map(|chunk| chunk.strip_prefix("__")).map(str::to_owned).collect()
}

#[test]
fn what_is_loaded_is_within_its_budget() {
    let within = |what: &str, size: usize, most: usize| {
        println!("{size:>8}  {what}, gzip; at most {most}");
        assert!(size <= most, "{what}: {size} bytes of gzip, {most} are allowed");
    };
    let question =
        weigh("index", ".html") + weigh("boot-", ".js") + weigh("sentier", ".css") + weigh("sentier", ".svg");
    within("until the first question can be answered", question, FIRST_QUESTION);
    let exchange = weigh("sentier-exchange", ".js") + weigh("sentier-exchange", ".wasm");
    within("when a file is made or read", exchange + weigh("exchange", ".js"), EXCHANGE);
    let app = question + weigh("sentier", ".js") + weigh("sentier", ".wasm") + weigh("parts", ".js") - exchange;
    within("until the app takes it over", app, APP);
    let triage = app + weigh("triage-", ".pack") + weigh("notes", ".html");
    within("all that a triage needs", triage, TRIAGE);
    for (part, pack, most) in LATER {
        let chunks: usize = chunks_of(part).iter().map(|chunk| weigh(&format!("{chunk}-"), ".wasm")).sum();
        let brought = if pack.is_empty() { 0 } else { weigh(pack, ".pack") };
        let size = weigh(&format!("split_{part}-"), ".wasm") + chunks + brought;
        within(&format!("what {part} brings"), size, most);
    }
    within(
        "when something is closed or handed out",
        ["seal-", "device-", "offline-"].map(|start| weigh(start, ".js")).iter().sum(),
        SCRIPTS,
    );
    let device = weigh("sw", ".js") + weigh("manifest", "") + weigh("files", ".txt") + weigh("sentier", ".png");
    within("for the device", device, DEVICE);
    within("what the rooms wear", weigh("rooms-", ".css"), ROOMS);
    within("the face", weigh("atkinson", ".woff2"), FACE);
    within("the picture of a link", weigh("social", ".png"), SOCIAL_CARD);
    // What stands in no budget has no business being there.
    let counted = [
        "index",
        "boot",
        "sentier",
        "parts",
        "notes",
        "triage-",
        "chunk_",
        "split_",
        "care-",
        "system-",
        "explain-",
        "exchange-",
        "seal-",
        "device-",
        "offline-",
        "sw.js",
        "manifest",
        "files.txt",
        "absent.html",
        "accessibilite.html",
        "words-",
        "rooms-",
        "body-",
        "atkinson",
        "OFL.txt",
        "health-icons-license.txt",
        "social.png",
    ];
    for path in dist().into_iter().filter(|path| !is_plain_page(path)) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(counted.iter().any(|start| name.starts_with(start)), "{name} is in no budget");
    }
}

/// Plain pages are read one at a time, beside the style sheet: each is bounded, and their sum is said.
#[test]
fn plain_pages_are_small_and_use_the_style_sheet_that_was_built() {
    let pages: Vec<PathBuf> = dist().into_iter().filter(|path| is_plain_page(path)).collect();
    let mut names = dist().into_iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
    let style = names.find(|name| name.starts_with("sentier-") && name.ends_with(".css")).unwrap();
    let used = format!("href=\"../{style}\"");
    let mut everything = 0;
    for path in &pages {
        let bytes = fs::read(path).unwrap();
        let size = gzip(&bytes);
        assert!(size <= PLAIN_PAGE, "{}: {size} bytes of gzip, {PLAIN_PAGE} are allowed", path.display());
        assert!(String::from_utf8(bytes).unwrap().contains(&used), "{} has not {used}", path.display());
        everything += size;
    }
    println!("{everything:>8}  {} plain pages, gzip; at most {PLAIN_PAGE} each", pages.len());
    let list = root().join("dist/pages/index.html");
    assert!(pages.contains(&list) && pages.len() > 100);
    assert_eq!(
        index().matches("href=\"pages/index.html\"").count() + index().matches("href=pages/index.html").count(),
        2
    );
}

#[test]
fn the_policy_is_strict_and_nothing_is_inline() {
    let html = index();
    // The build may write the attributes of a tag in another order.
    let tag = html.split('<').find(|tag| tag.starts_with("meta") && tag.contains("Content-Security-Policy")).unwrap();
    let policy = tag.split("content=").nth(1).unwrap();
    for strict in ["default-src 'none'", "form-action 'none'", "require-trusted-types-for 'script'"] {
        assert!(policy.contains(strict), "{strict} is not in {policy}");
    }
    for loose in ["unsafe-inline", "unsafe-eval'", "http:", "https:", " *"] {
        assert!(!policy.replace("wasm-unsafe-eval'", "").contains(loose), "{loose} in {policy}");
    }
    for tag in html.split("<script").skip(1) {
        assert!(tag.split('>').next().unwrap().contains("src="), "an inline script: {tag:.80}");
    }
    assert!(!html.contains("<style") && !html.contains("style=\""), "an inline style");
}

/// No page tells another site where somebody comes from, whatever the host sends.
#[test]
fn every_page_keeps_its_address_to_itself() {
    for path in dist().into_iter().filter(|path| path.extension().is_some_and(|end| end == "html")) {
        let html = fs::read_to_string(&path).unwrap();
        let tag = html.split('<').find(|tag| tag.starts_with("meta") && tag.contains("referrer"));
        assert!(tag.is_some_and(|tag| tag.contains("no-referrer")), "{}", path.display());
    }
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
    let catalogue = fs::read_to_string(root().join("src/text/french.rs")).unwrap();
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
