//! What the pages for reviewers share: the stories, fetched when one of them is opened, and the motif that is read.

use leptos::prelude::*;
use sentier_core::content::{Explain, Id};

use crate::browser::packs;
use crate::parts::receive_explain;
use crate::state::Arrival;

/// Everything about these pages that can change.
struct ReviewModel {
    explain: Option<Explain>,
    arrival: Arrival,
    selected: Option<Id>,
    is_open: bool,
}

/// The handle that screens pass around.
#[derive(Clone, Copy)]
pub struct ReviewState {
    model: RwSignal<ReviewModel>,
}

impl ReviewState {
    /// Nothing is fetched before somebody opens one of the pages.
    pub fn new() -> Self {
        let model = ReviewModel { explain: None, arrival: Arrival::Coming, selected: None, is_open: false };
        Self { model: RwSignal::new(model) }
    }

    /// Fetches the stories, the first time one of the pages is opened.
    pub fn open(self) {
        if !self.model.with_untracked(|model| model.is_open) {
            self.model.update_untracked(|model| model.is_open = true);
            self.fetch();
        }
    }

    /// Fetches the stories.
    pub fn fetch(self) {
        self.model.update(|model| model.arrival = Arrival::Coming);
        leptos::task::spawn_local(async move {
            let bytes = packs::fetch(env!("SENTIER_EXPLAIN_PACK")).await;
            let explain = receive_explain(bytes).await;
            self.model.update(|model| {
                model.arrival = if explain.is_some() { Arrival::Here } else { Arrival::Failed };
                model.explain = explain;
            });
        });
    }

    /// How far the stories are; a screen that asks is drawn anew when that changes.
    pub fn arrival(self) -> Arrival {
        self.model.with(|model| model.arrival)
    }

    /// Remembers which motif is read: never in the address.
    pub fn select(self, motif: Id) {
        self.model.update_untracked(|model| model.selected = Some(motif));
    }

    /// The motif that is read.
    pub fn selected(self) -> Option<Id> {
        self.model.with_untracked(|model| model.selected.clone())
    }

    /// Reads the stories; nothing while they are not there.
    pub fn with<T>(self, read: impl FnOnce(&Explain) -> T) -> Option<T> {
        self.model.with_untracked(|model| model.explain.as_ref().map(read))
    }
}
