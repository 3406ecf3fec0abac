//! The language of the words on the screen: that of the interface, and the pack that puts the triage into it.

use std::sync::atomic::{AtomicU8, Ordering};

use crate::browser::document;
use crate::browser::storage::{self, Key};

/// A language that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// The language of the content, complete.
    French,
    /// French that is easy to read: the simplest words there are, larger type, one question at a time.
    Easy,
    /// Complete for triage, result, emergency pages and what is around them.
    English,
}

/// The place in [`Language::ALL`] of the one chosen. Every screen asks while it is drawn, and all are drawn anew when it
/// changes.
static CHOSEN: AtomicU8 = AtomicU8::new(0);

impl Language {
    /// Every language, with its name in itself.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::French, "Français"), (Self::Easy, "Français facile"), (Self::English, "English")];

    /// The language chosen.
    pub fn chosen() -> Self {
        Self::ALL.get(usize::from(CHOSEN.load(Ordering::Relaxed))).map_or(Self::French, |(language, _)| *language)
    }

    /// The language that the device kept, which is chosen then.
    pub fn open() -> Self {
        let kept = storage::read(Key::Language).ok().flatten();
        let found = Self::ALL.into_iter().find(|(language, _)| kept.as_deref() == Some(language.name()));
        let language = found.map_or(Self::French, |(language, _)| language);
        language.show();
        language
    }

    /// Chooses a language, and keeps it on the device. Where the browser refuses, it holds until the page closes.
    pub fn choose(self) {
        let _ = match self {
            Self::French => storage::remove(Key::Language),
            other => storage::write(Key::Language, other.name()),
        };
        self.show();
    }

    /// Its code (BCP 47).
    pub fn code(self) -> &'static str {
        match self {
            Self::French | Self::Easy => "fr",
            Self::English => "en",
        }
    }

    /// The pack that has the triage in it; none for the language that the content is written in.
    pub fn pack(self) -> Option<&'static str> {
        match self {
            Self::French => None,
            Self::Easy => Some(env!("SENTIER_WORDS_FACILE")),
            Self::English => Some(env!("SENTIER_WORDS_EN")),
        }
    }

    /// What the device keeps it as.
    fn name(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::Easy => "facile",
            Self::English => "en",
        }
    }

    fn show(self) {
        let place = Self::ALL.iter().position(|(language, _)| *language == self);
        CHOSEN.store(place.and_then(|place| u8::try_from(place).ok()).unwrap_or_default(), Ordering::Relaxed);
        document::set_language(self.code(), self == Self::Easy);
    }
}

/// Forgets the language on the device; it is that of this page until it closes.
pub fn forget_kept() {
    let _ = storage::remove(Key::Language);
}
