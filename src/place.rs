//! Where the person said they are and how they can reach others, kept apart from the answers; and the minute.

use leptos::prelude::*;
use sentier_core::content::Territory;
use sentier_core::orientation::{Moment, Voice};

use crate::browser::clock;
use crate::browser::storage::{self, Key};

/// What an advice rests on beside the answers. Nothing is located: the person chooses.
#[derive(Clone, Copy)]
pub struct Place {
    /// The number of the department; empty where it was not said.
    pub territory: RwSignal<String>,
    /// How the person can reach others.
    pub voice: RwSignal<Voice>,
    /// Counts the minutes: what reads the clock follows it. Only the clock writes it.
    minutes: RwSignal<u32>,
}

/// The time where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// The day and hour.
    pub moment: Moment,
    /// Whether it is that of the territory; else it is that of the device.
    pub is_of_territory: bool,
}

impl Place {
    /// What was kept, and a clock that goes on for as long as the page lives.
    pub fn open() -> Self {
        let kept = |key| storage::read(key).ok().flatten();
        let voice = if kept(Key::Silent).is_some() { Voice::Silent } else { Voice::Spoken };
        let minutes = RwSignal::new(0_u32);
        clock::on_new_minute(move || minutes.update(|minutes| *minutes = minutes.wrapping_add(1)));
        Self {
            territory: RwSignal::new(kept(Key::Territory).unwrap_or_default()),
            voice: RwSignal::new(voice),
            minutes,
        }
    }

    /// The time in a territory; that of the device without one, or where the browser does not know its zone.
    pub fn time_in(self, territory: Option<&Territory>) -> Option<LocalTime> {
        self.minutes.track();
        match territory.and_then(|territory| clock::in_zone(&territory.zone)) {
            Some(moment) => Some(LocalTime { moment, is_of_territory: true }),
            None => clock::here().map(|moment| LocalTime { moment, is_of_territory: false }),
        }
    }

    /// Chooses a department, or none; `is_kept` says whether the device may keep it.
    pub fn choose(self, territory: String, is_kept: bool) {
        if is_kept {
            keep(Key::Territory, &territory);
        }
        self.territory.set(territory);
    }

    /// Says how the person can reach others; `is_kept` as for [`Place::choose`].
    pub fn speak(self, voice: Voice, is_kept: bool) {
        if is_kept {
            keep(Key::Silent, if voice == Voice::Silent { "1" } else { "" });
        }
        self.voice.set(voice);
    }

    /// Forgets both, on the page and on the device.
    pub fn forget(self) {
        self.choose(String::new(), true);
        self.speak(Voice::Spoken, true);
    }
}

/// Keeps a preference; an empty one leaves nothing behind. Where the browser refuses, it holds until the page closes.
fn keep(key: Key, value: &str) {
    let _ = if value.is_empty() { storage::remove(key) } else { storage::write(key, value) };
}
