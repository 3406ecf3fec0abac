//! What the screens share that explain the system: what has arrived, which entries were opened, what is looked for.
//! None of it is kept, and none of it is in an address: an entry read after a triage would say what it was about.

use leptos::prelude::*;
use sentier_core::content::{Id, System};

use crate::browser::packs;
use crate::parts::receive_system;
use crate::route::{Route, SystemRoute};
use crate::state::{Arrival, State};

struct SystemModel {
    system: Option<System>,
    arrival: Arrival,
    is_open: bool,
    /// The entries that were opened, in order: the address has the place in this list alone.
    trail: Vec<Id>,
    /// What was chosen in "je cherche", from the question on; the address says how much of it counts.
    path: Vec<usize>,
}

/// The handle that screens pass around.
#[derive(Clone, Copy)]
pub struct SystemState {
    model: RwSignal<SystemModel>,
    /// What is searched for in the glossary.
    pub searched: RwSignal<String>,
    /// Whether the map shows the person's own pathways.
    pub shows_own: RwSignal<bool>,
}

impl SystemState {
    /// Nothing is fetched before somebody needs it.
    pub fn new() -> Self {
        let model =
            SystemModel { system: None, arrival: Arrival::Coming, is_open: false, trail: Vec::new(), path: Vec::new() };
        Self { model: RwSignal::new(model), searched: RwSignal::new(String::new()), shows_own: RwSignal::new(false) }
    }

    /// Fetches what is known about the system, the first time somebody needs it.
    pub fn open(self) {
        if !self.model.with_untracked(|model| model.is_open) {
            self.model.update_untracked(|model| model.is_open = true);
            self.fetch();
        }
    }

    /// Fetches what is known about the system.
    pub fn fetch(self) {
        self.model.update(|model| model.arrival = Arrival::Coming);
        leptos::task::spawn_local(async move {
            let bytes = packs::fetch(env!("SENTIER_SYSTEM_PACK")).await;
            let system = receive_system(bytes).await;
            self.model.update(|model| {
                model.arrival = if system.is_some() { Arrival::Here } else { Arrival::Failed };
                model.system = system;
            });
        });
    }

    /// How far it is; whoever asks is drawn anew when that changes.
    pub fn arrival(self) -> Arrival {
        self.model.with(|model| model.arrival)
    }

    /// Reads the system; nothing while it is not there.
    pub fn with<T>(self, read: impl FnOnce(&System) -> T) -> Option<T> {
        self.now(|system| system.map(read))
    }

    /// Reads the system, or that it is not there.
    pub fn now<T>(self, read: impl FnOnce(Option<&System>) -> T) -> T {
        self.model.with_untracked(|model| read(model.system.as_ref()))
    }

    /// The entry at a place of those that were opened.
    pub fn opened(self, place: usize) -> Option<Id> {
        self.model.with_untracked(|model| model.trail.get(place).cloned())
    }

    /// The name of the page of "je cherche" that follows from so many choices; none before the first.
    pub fn found(self, choices: usize) -> Option<Id> {
        let path = self.path(choices);
        let (first, rest) = path.split_first()?;
        let question = self.with(|system| system.draft().questions.get(*first).map(|found| found.id.clone()))??;
        Some(rest.iter().fold(question, |name, place| format!("{name}-{place}")))
    }

    /// What was chosen in "je cherche", as far as an address goes.
    pub fn path(self, length: usize) -> Vec<usize> {
        self.model.with_untracked(|model| model.path.iter().take(length).copied().collect())
    }
}

impl State {
    /// Opens an entry: which one is remembered, never put into the address.
    pub fn read_entry(self, entry: Id) {
        let place = self.system.model.try_update_untracked(|model| {
            model.trail.push(entry);
            model.trail.len().saturating_sub(1)
        });
        self.go(Route::System(SystemRoute::Entry(place.unwrap_or_default())));
    }

    /// Chooses in "je cherche", after so many choices.
    pub fn choose_in_find(self, after: usize, choice: usize) {
        self.system.model.update_untracked(|model| {
            model.path.truncate(after);
            model.path.push(choice);
        });
        self.go(Route::System(SystemRoute::Find(after.saturating_add(1))));
    }
}
