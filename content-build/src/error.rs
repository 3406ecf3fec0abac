//! A mistake in content, said so that whoever wrote the file can mend it.

use std::fmt;
use std::path::PathBuf;

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

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content/{}:{}: {}", self.file.display(), self.line, self.message)
    }
}
