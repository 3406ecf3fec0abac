//! A mistake in content, said so that whoever wrote the file can mend it.

use std::fmt;
use std::path::{Path, PathBuf};

/// A mistake in a content file: where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    /// The file, below the content folder.
    pub file: PathBuf,
    /// The line, from 1; 0 where the mistake is in no single line.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl ContentError {
    /// The first line of a file that has `start` in it, from 1; 0 where none has.
    pub(crate) fn line_with(file: &Path, start: &str) -> usize {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        text.lines().position(|line| line.contains(start)).map_or(0, |line| line.saturating_add(1))
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content/{}:{}: {}", self.file.display(), self.line, self.message)
    }
}
