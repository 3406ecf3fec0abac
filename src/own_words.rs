//! What the person typed, what was understood of it, and what they made of that. None of it is ever stored.
//!
//! Nothing understood is taken for granted: a [`Meaning`] enters the session only where the person ticked it on the first
//! screen and it is still said when they go on. Its question is then asked all the same, with that answer filled in.

use leptos::prelude::*;
use sentier_core::content::{Id, Subject};
use sentier_core::order::put_in_order;
use sentier_core::words::{Finder, Leads, Meaning};

/// So few letters are not yet words.
const LEAST_TYPED: usize = 3;

/// What was understood, as the screens use it.
#[derive(Clone, PartialEq)]
pub struct Understanding {
    /// What may be confirmed or removed, with the words in which it is shown, in the order of the text.
    pub chips: Vec<(Meaning, String)>,
    /// The motifs that fit, with their titles, best first; those that words of danger speak of before the others.
    pub motifs: Vec<(Id, String)>,
    /// Where it leads; none before there are words.
    pub leads: Option<Leads>,
    /// Of whom it speaks.
    pub subject: Option<Subject>,
}

impl Understanding {
    fn of(finder: &Finder, typed: &str, removed: &[Meaning]) -> Self {
        let mut understood = finder.understand(typed, removed);
        let has_words = typed.trim().chars().count() >= LEAST_TYPED;
        let leads = has_words.then(|| understood.leads());
        let dangers = understood.dangers;
        put_in_order(&mut understood.motifs, |found| !dangers.contains(&found.motif));
        Self {
            chips: understood.chips.into_iter().map(|chip| (chip.meaning, chip.shown)).collect(),
            motifs: understood.motifs.iter().map(|found| (found.motif.clone(), found.title.to_owned())).collect(),
            leads,
            subject: understood.subject,
        }
    }

    fn means(&self, meaning: &Meaning) -> bool {
        self.chips.iter().any(|(known, _)| known == meaning)
    }
}

/// The person's own words and what follows from them.
#[derive(Clone, Copy)]
pub struct OwnWords {
    /// What the person typed.
    pub typed: RwSignal<String>,
    /// What was understood of it, without what the person removed.
    pub understood: Memo<Understanding>,
    finder: RwSignal<Finder>,
    removed: RwSignal<Vec<Meaning>>,
    confirmed: RwSignal<Vec<Meaning>>,
    chosen: RwSignal<Option<Subject>>,
}

impl OwnWords {
    /// No words yet.
    pub fn new(finder: Finder) -> Self {
        let (typed, finder) = (RwSignal::new(String::new()), RwSignal::new(finder));
        let (removed, confirmed) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        let understood = Memo::new(move |_| {
            typed.with(|typed| removed.with(|removed| finder.with(|finder| Understanding::of(finder, typed, removed))))
        });
        Self { typed, understood, finder, removed, confirmed, chosen: RwSignal::new(None) }
    }

    /// Finds with the words of another language from now on.
    pub fn find_with(self, finder: Finder) {
        self.finder.set(finder);
    }

    /// Of whom the questions will speak: as the person chose, else as their words say.
    pub fn subject(self) -> Option<Subject> {
        self.chosen.get().or_else(|| self.understood.with(|understood| understood.subject))
    }

    /// Chooses of whom the questions will speak.
    pub fn choose_subject(self, subject: Subject) {
        self.chosen.set(Some(subject));
    }

    /// Whether the person ticked a meaning.
    pub fn is_confirmed(self, meaning: &Meaning) -> bool {
        self.confirmed.with(|confirmed| confirmed.contains(meaning))
    }

    /// Ticks a meaning, or takes its tick away.
    pub fn confirm(self, meaning: &Meaning, is_on: bool) {
        self.confirmed.update(|confirmed| {
            confirmed.retain(|known| known != meaning);
            if is_on {
                confirmed.push(meaning.clone());
            }
        });
    }

    /// Removes what was misunderstood; it then leads to no motif either.
    pub fn remove(self, meaning: &Meaning) {
        self.confirm(meaning, false);
        self.removed.update(|removed| removed.push(meaning.clone()));
    }

    /// Follows other words: what was removed or ticked and is no longer said is forgotten. Said again, it is new.
    pub fn retyped(self) {
        if self.removed.with_untracked(Vec::is_empty) && self.confirmed.with_untracked(Vec::is_empty) {
            return;
        }
        let said = self
            .typed
            .with_untracked(|typed| self.finder.with_untracked(|finder| Understanding::of(finder, typed, &[])));
        for marked in [self.removed, self.confirmed] {
            marked.update(|marked| marked.retain(|meaning| said.means(meaning)));
        }
    }

    /// What the person ticked and still says.
    pub fn confirmed(self) -> Vec<Meaning> {
        self.understood.with_untracked(|understood| {
            let confirmed = self.confirmed.get_untracked().into_iter();
            confirmed.filter(|meaning| understood.means(meaning)).collect()
        })
    }

    /// Forgets every word.
    pub fn clear(self) {
        self.typed.set(String::new());
        self.removed.set(Vec::new());
        self.confirmed.set(Vec::new());
        self.chosen.set(None);
    }
}
