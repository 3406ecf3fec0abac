//! Reminding of a backup: which notes were in one.

use sentier_core::record::{Unsaved, unsaved};

use super::CareState;
use crate::browser::storage::{self, Key};

impl CareState {
    /// The number of the last note.
    pub fn last_note(self) -> u64 {
        self.now(|model| model.record.events().last().map_or(0, |last| last.id))
    }

    /// Remembers that the person took a backup of everything up to a note. Whether the file was kept only they know.
    pub fn remember_backup(self, last: u64) {
        // Where the browser refuses, the person is reminded once too often.
        let _ = storage::write(Key::Backup, &last.to_string());
    }

    /// The notes of which there is no backup, where there are many, for long.
    pub fn unsaved(self) -> Option<Unsaved> {
        let last = storage::read(Key::Backup).ok().flatten().and_then(|last| last.parse().ok());
        self.now(|model| unsaved(&model.record, last, model.today))
    }
}
