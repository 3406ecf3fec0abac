//! A copy of the content that a test may spoil.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "each file of tests uses some of it"
)]

use std::fs;
use std::path::{Path, PathBuf};

use sentier_content_build::{ContentError, read};

/// A copy of the content that a test may spoil. Removed when dropped.
pub struct Copy(pub PathBuf);

impl Copy {
    /// A copy of its own for a test, without the other languages: they follow the French, and a test that changes this would
    /// have to change them all.
    pub fn new(test: &str) -> Self {
        let content = Self::with_languages(test);
        let _ = fs::remove_dir_all(content.0.join("languages"));
        content
    }

    /// A copy with the other languages as well.
    pub fn with_languages(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sentier-content-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"), &folder);
        Self(folder)
    }

    /// Puts something bad in the place of something good.
    pub fn spoil(&self, file: &str, good: &str, bad: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(good), "{file} has no “{good}”");
        fs::write(&path, text.replacen(good, bad, 1)).unwrap();
    }

    /// Adds something at the end of a file.
    pub fn append(&self, file: &str, more: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("{text}\n{more}\n")).unwrap();
    }

    /// The mistakes of the whole.
    pub fn mistakes(&self) -> Vec<ContentError> {
        read(&self.0).err().unwrap_or_default()
    }

    /// The mistake that speaks of `what`, which must name this file and a line with `on_line` in it.
    pub fn refused(&self, file: &str, on_line: &str, what: &str) -> ContentError {
        let mistakes = self.mistakes();
        let Some(mistake) = mistakes.iter().find(|mistake| mistake.message.contains(what)) else {
            panic!("not refused for “{what}”: {mistakes:?}");
        };
        assert_eq!(mistake.file, Path::new(file), "{mistake}");
        let text = fs::read_to_string(self.0.join(file)).unwrap();
        let line = text.lines().nth(mistake.line - 1).unwrap();
        assert!(line.contains(on_line), "line {}: {line}", mistake.line);
        mistake.clone()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { fs::copy(&path, &target).map(|_| ()).unwrap() }
    }
}
