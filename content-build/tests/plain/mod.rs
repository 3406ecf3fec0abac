//! The plain pages as trees, read by a reader of XML that knows nothing of how they were written.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::panic, reason = "each file of tests uses some of it")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use roxmltree::{Document, Node, ParsingOptions};
use sentier_content_build::{Content, pages, read};
use sentier_core::content::Urgency;

pub const STYLE: &str = "app.css";

pub static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    read(&folder).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
});

/// The text of every page by the name of its file.
pub static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| pages(&CONTENT, STYLE).into_iter().collect());

/// Every page as its file and its tree; one that is not well formed fails here.
pub fn trees() -> Vec<(&'static str, Document<'static>)> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let parse = |(file, text): (&'static String, &'static String)| {
        let tree = Document::parse_with_options(text, options).unwrap_or_else(|error| panic!("{file}: {error}"));
        (file.as_str(), tree)
    };
    PAGES.iter().map(parse).collect()
}

pub fn all<'t>(tree: &'t Document<'_>, name: &'t str) -> impl Iterator<Item = Node<'t, 't>> {
    tree.descendants().filter(move |node| node.has_tag_name(name))
}

/// Everything that is said in a node.
pub fn said(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

pub fn with_plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\n'], " ")
}

pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The sections of a page under a heading.
pub fn section<'t>(tree: &'t Document<'_>, heading: &'t str) -> Option<Node<'t, 't>> {
    all(tree, "section").find(|section| section.children().any(|node| node.has_tag_name("h2") && said(node) == heading))
}

pub fn level<'t>(tree: &'t Document<'_>, level: Urgency) -> Option<Node<'t, 't>> {
    all(tree, "section").find(|section| section.attribute("id") == Some(level.word()))
}
