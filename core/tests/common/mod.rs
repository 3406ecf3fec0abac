//! The real content, read once for all tests of a file.

use std::path::Path;
use std::sync::LazyLock;

use sentier_content_build::{Content, read};

/// The content of the repository, as the build reads it.
pub static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    read(&folder).unwrap_or_else(|mistakes| {
        panic!("{}", mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
});
