//! The documents name tests as what shows a claim: each of them exists.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The names of all functions of a folder's Rust files.
fn functions(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            functions(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let code = fs::read_to_string(&path).unwrap();
            let names = code.split("fn ").skip(1).filter_map(|rest| rest.split(['(', '<']).next());
            found.extend(names.map(str::to_owned));
        }
    }
}

#[test]
fn every_test_that_the_documents_name_exists() {
    let mut there = BTreeSet::new();
    for folder in ["src", "core", "content-build", "tests", "tools/site"] {
        functions(&root().join(folder), &mut there);
    }
    let mut named = 0_usize;
    for document in ["SECURITY.md", "docs/risks.md"] {
        let text = fs::read_to_string(root().join(document)).unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        let is_test = |name: &&str| {
            name.contains('_') && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        };
        for name in quoted.filter(is_test) {
            assert!(there.contains(name), "{document} names the test {name}, which is not there");
            named = named.saturating_add(1);
        }
    }
    assert!(named > 50, "{named} tests are named");
}
