//! The plain pages: each is there, whole and small, runs nothing, and leads and dials where it says.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod plain;

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};
use sentier_core::content::Channel;
use sentier_core::plain::Plain;
use sentier_core::system::{Piece, pieces};

use plain::{CONTENT, PAGES, all, digits, said, section, trees, with_plain_spaces};

#[test]
fn every_motif_and_every_entry_has_its_page_and_the_list_leads_to_it() {
    let motifs = CONTENT.library.motifs().iter().map(Plain::motif_file);
    let entries = CONTENT.system.draft().entries.iter().map(Plain::entry_file);
    let expected: Vec<String> = motifs.chain(entries).collect();
    let unique: BTreeSet<&String> = expected.iter().collect();
    assert_eq!(unique.len(), expected.len(), "two pages have one name");
    assert_eq!(PAGES.len(), expected.len() + 1);
    let trees = trees();
    let (_, index) = trees.iter().find(|(file, _)| *file == Plain::INDEX).unwrap();
    let listed: BTreeSet<&str> = all(index, "a").filter_map(|link| link.attribute("href")).collect();
    for file in &expected {
        assert!(PAGES.contains_key(file) && listed.contains(file.as_str()), "{file}");
    }
}

#[test]
fn every_page_says_its_language_title_heading_numbers_sources_and_state() {
    let words = &CONTENT.plain_words;
    for (file, tree) in &trees() {
        assert_eq!(tree.root_element().attribute("lang"), Some("fr"), "{file}");
        let [title, heading] = ["title", "h1"].map(|name| all(tree, name).map(said).collect::<Vec<_>>());
        assert!(title.len() == 1 && heading.len() == 1, "{file}: {title:?}, {heading:?}");
        assert!(!title[0].is_empty() && !heading[0].is_empty(), "{file}");
        let described = all(tree, "meta").find(|meta| meta.attribute("name") == Some("description"));
        assert!(described.unwrap().attribute("content").unwrap().len() > 20, "{file}");
        // The numbers stand before everything else that can be followed, but for the way home and the way out.
        let links: Vec<&str> = all(tree, "a").filter_map(|link| link.attribute("href")).collect();
        assert_eq!(links[..5], ["../index.html", "../notes.html", "tel:15", "tel:112", "sms:114"], "{file}");
        let body = said(tree.root_element());
        assert!(body.contains(&words.unreviewed) && body.contains(&words.purpose), "{file}");
        if *file != Plain::INDEX {
            let sources = section(tree, &words.sources).unwrap_or_else(|| panic!("{file} has no sources"));
            let lines: Vec<String> =
                sources.descendants().filter(|node| node.has_tag_name("li")).map(|line| said(line)).collect();
            assert!(!lines.is_empty(), "{file}");
            for line in lines {
                let is_dated = line.contains("non daté") || digits(&line).len() >= 4;
                assert!(is_dated && line.contains(" · "), "{file}: {line}");
            }
            let review = said(section(tree, &words.review).unwrap());
            let versions = [CONTENT.library.version(), &CONTENT.system.draft().version];
            assert!(review.contains(file) && versions.iter().any(|version| review.contains(version)), "{file}");
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_loaded_but_the_style_sheet() {
    const NAMES: [&str; 20] = [
        "html", "head", "meta", "title", "link", "body", "header", "main", "section", "footer", "nav", "h1", "h2", "p",
        "ul", "li", "a", "b", "span", "br",
    ];
    const ATTRIBUTES: [&str; 12] = [
        "lang",
        "charset",
        "http-equiv",
        "name",
        "content",
        "rel",
        "href",
        "class",
        "id",
        "data-level",
        "aria-label",
        "type",
    ];
    for (file, tree) in &trees() {
        for node in tree.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            assert!(NAMES.contains(&name), "{file}: <{name}>");
            for attribute in node.attributes() {
                assert!(ATTRIBUTES.contains(&attribute.name()), "{file}: {}", attribute.name());
            }
        }
        let policy = all(tree, "meta").find(|meta| meta.attribute("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy.unwrap().attribute("content").unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("script"), "{file}: {policy}");
        let loaded: Vec<_> = all(tree, "link").map(|link| link.attribute("href").unwrap()).collect();
        assert_eq!(loaded, ["data:,", "../app.css"], "{file}");
    }
}

/// Where browsers would mend the tree, they would show another than the one that is tested.
#[test]
fn paragraphs_hold_words_and_lists_hold_lines() {
    for (file, tree) in &trees() {
        for node in tree.descendants().filter(Node::is_element) {
            let parent = node.parent_element().map(|parent| parent.tag_name().name().to_owned()).unwrap_or_default();
            let name = node.tag_name().name();
            let fits = match name {
                "li" => parent == "ul",
                "p" | "ul" => matches!(parent.as_str(), "main" | "section" | "li" | "footer"),
                "a" => node.ancestors().skip(1).all(|above| !above.has_tag_name("a")),
                _ => !matches!(parent.as_str(), "p" | "h1" | "h2" | "ul") || matches!(name, "a" | "b" | "span"),
            };
            assert!(fits, "{file}: <{name}> in <{parent}>");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let sites: BTreeSet<String> = CONTENT
        .system
        .draft()
        .entries
        .iter()
        .flat_map(|entry| &entry.sites)
        .map(|site| format!("https://{site}"))
        .collect();
    for (file, tree) in &trees() {
        for link in all(tree, "a") {
            let to = link.attribute("href").unwrap();
            let is_there = match to.split_once(':') {
                Some(("tel" | "sms", _)) => true,
                Some(("https", _)) => sites.contains(to),
                Some(_) => false,
                None => match to.strip_prefix('#') {
                    Some(place) => tree.descendants().any(|node| node.attribute("id") == Some(place)),
                    None => ["../index.html", "../notes.html"].contains(&to) || PAGES.contains_key(to),
                },
            };
            assert!(is_there && !said(link).is_empty(), "{file}: {to}");
        }
    }
}

#[test]
fn every_number_is_on_the_closed_list_and_dials_what_it_shows() {
    let contacts = &CONTENT.library.draft().contacts;
    let known: BTreeSet<String> = contacts.iter().map(|contact| digits(&contact.number)).collect();
    let mut count = 0;
    for (file, tree) in &trees() {
        for link in all(tree, "a") {
            let Some((scheme, number)) = link.attribute("href").unwrap().split_once(':') else { continue };
            let channel = match scheme {
                "tel" => Channel::Call,
                "sms" => Channel::Text,
                _ => continue,
            };
            count += 1;
            let is_listed =
                contacts.iter().any(|contact| contact.channel == channel && digits(&contact.number) == number);
            let shown = digits(&said(link));
            assert!(is_listed && (shown.is_empty() || shown.contains(number)), "{file}: {number} as {shown}");
        }
        // What is cited has numbers of articles and of documents.
        let sources = section(tree, &CONTENT.plain_words.sources).map(said).unwrap_or_default();
        for number in numbers(&with_plain_spaces(&said(tree.root_element()).replace(&sources, ""))) {
            assert!(known.contains(&number), "{file}: {number}");
        }
    }
    assert!(count > 1000, "{count} numbers");
}

/// What looks like a number to call: ten figures from a zero, four from a three, six from 116.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run = String::new();
    for letter in text.chars().chain(['.']) {
        match letter {
            '0'..='9' => run.push(letter),
            ' ' if !run.is_empty() && !run.ends_with(' ') => run.push(' '),
            _ => {
                let bare = digits(&run);
                let is_number = match bare.len() {
                    10 => bare.starts_with('0'),
                    6 => bare.starts_with("116"),
                    4 => bare.starts_with('3') && !run.trim().starts_with("3 "),
                    _ => false,
                };
                found.extend(is_number.then_some(bare));
                run.clear();
            }
        }
    }
    found
}

#[test]
fn every_entry_says_what_it_is_when_how_and_what_it_costs() {
    let trees: BTreeMap<&str, Document<'_>> = trees().into_iter().collect();
    for entry in &CONTENT.system.draft().entries {
        let body = said(trees[Plain::entry_file(entry).as_str()].root_element());
        let lines = entry.what.iter().chain([&entry.when, &entry.how, &entry.cost]).chain(&entry.before);
        for line in lines {
            assert!(body.contains(line), "{}: {line}", entry.id);
        }
        for contact in entry.contacts.iter().filter_map(|id| CONTENT.library.contact(id)) {
            assert!(body.contains(&contact.number) && body.contains(&contact.when), "{}", entry.id);
        }
    }
}

/// Without the content, in bytes: small enough for a bad connection and a few sheets of paper.
#[test]
fn every_page_is_small() {
    const MOST: usize = 60_000;
    for (file, text) in PAGES.iter() {
        assert!(text.len() <= MOST, "{file}: {} bytes", text.len());
    }
}

/// On paper nobody can ask: every acronym is explained on its page, but for those of the titles of sources.
#[test]
fn every_page_explains_its_letters() {
    let plain =
        Plain { library: &CONTENT.library, care: &CONTENT.care, system: &CONTENT.system, words: &CONTENT.plain_words };
    let mut explained = 0;
    for page in plain.pages() {
        let text = page.text_without(&CONTENT.plain_words.sources);
        for piece in pieces(&CONTENT.system, &text, &[]) {
            let Piece::Acronym(letters, meanings) = piece else { continue };
            let said = |means: &str| text.contains(&format!("{letters}\u{a0}: {means}"));
            assert!(meanings.iter().any(|meaning| said(&meaning.acronym.means)), "{}: {letters}", page.file);
            explained += 1;
        }
    }
    assert!(explained > PAGES.len(), "{explained}");
}
