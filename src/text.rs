//! The words of the interface. What is said about health is not here but in `content/`; so is what is said in other
//! languages, under the names of the French.

mod french;

use std::sync::{PoisonError, RwLock};

pub use french::{FRENCH, Text};

/// The words that are shown.
static SHOWN: RwLock<&'static Text> = RwLock::new(&FRENCH);

/// The words of the interface in the language that is shown.
pub fn text() -> &'static Text {
    *SHOWN.read().unwrap_or_else(PoisonError::into_inner)
}

/// Shows other words from now on, for whatever is drawn then.
pub fn show(words: &'static Text) {
    *SHOWN.write().unwrap_or_else(PoisonError::into_inner) = words;
}

impl Text {
    /// A name with what is said of it.
    pub fn labelled(&self, name: &str, said: &str) -> String {
        format!("{name}{}{said}", self.colon)
    }

    /// A name before a list.
    pub fn before_list(&self, name: &str) -> String {
        self.labelled(name, "").trim_end().to_owned()
    }

    /// Words of somebody, or a title.
    pub fn quoted(&self, said: &str) -> String {
        format!("{}{said}{}", self.quote_begins, self.quote_ends)
    }

    /// A number with the decimal mark of the language.
    pub fn number(&self, shown: &str) -> String {
        shown.replace(',', self.decimal_mark)
    }
}
