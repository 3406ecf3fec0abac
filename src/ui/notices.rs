//! What the person must know about what is kept: storage blocked or full, a motif that leaves no trace, a record that
//! could not be read.

use leptos::prelude::*;
use sentier_core::record::RecordError;

use super::kit::{button, paragraph};
use crate::browser::script;
use crate::browser::storage::StorageError;
use crate::keep::Keeping;
use crate::state::{Around, State};
use crate::text::text;

/// The notices above a screen, none where all is well.
pub fn notices(state: State) -> AnyView {
    let notices = move || {
        let t = text();
        let Around { keeping, damage, .. } = state.around.get();
        let mut said: Vec<AnyView> = Vec::new();
        match keeping {
            Keeping::Kept => {}
            Keeping::Locked => said.push(paragraph("", t.keep_locked)),
            Keeping::Refused(StorageError::Blocked) => said.push(paragraph("", t.notice_blocked)),
            Keeping::Refused(StorageError::Full) => said.push(paragraph("", t.notice_full)),
            Keeping::NoTrace => {
                said.push(paragraph("", t.notice_no_trace));
                said.push(paragraph("", t.leave_hint));
            }
        }
        if let Some(damage) = damage {
            let is_newer = damage == RecordError::FromTheFuture;
            said.push(paragraph("", if is_newer { t.notice_future } else { t.notice_damage }));
            let save = move || script::download("sentier-illisible.txt", &state.damaged());
            said.push(button("quiet", t.keep_download, Box::new(save)));
            said.push(button("quiet", t.notice_discard, Box::new(move || state.discard_damaged())));
        }
        said
    };
    view! { <div class="notices" role="status">{notices}</div> }.into_any()
}
