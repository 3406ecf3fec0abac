//! From `content/plain-pages.toml` to the words of the plain pages.

use std::path::Path;

use crate::french;
use crate::read::Reader;

impl Reader {
    pub(crate) fn read_plain_words(&mut self) {
        if let Some((_, words)) = self.parse(Path::new("plain-pages.toml")) {
            let words: sentier_core::plain::PlainWords = words;
            self.plain_words = words.each(french);
        }
    }
}
