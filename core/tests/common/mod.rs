//! The real content, read once for all tests of a file.
#![allow(dead_code, clippy::panic, clippy::unwrap_used, reason = "each file of tests uses some of it")]

pub mod orientation;

use std::path::Path;
use std::sync::LazyLock;

use sentier_content_build::{Content, read};
use sentier_core::content::{Draft, Library};

/// The content of the repository, as the build reads it.
pub static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    read(&folder).unwrap_or_else(|mistakes| {
        panic!("{}", mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
});

/// The checked library of the repository.
pub fn library() -> &'static Library {
    &CONTENT.library
}

/// The content with one change, which the checks let through.
pub fn changed(change: impl FnOnce(&mut Draft)) -> Library {
    let mut draft = library().draft().clone();
    change(&mut draft);
    Library::check(draft).unwrap_or_else(|defects| panic!("{defects:?}"))
}
