//! What stays on the device, and what a host sees.

use leptos::prelude::*;

use crate::state::State;
use crate::text::text;
use crate::ui::kit::{block, button, heading, live, paragraph, subheading};

/// What stays on the device.
pub fn privacy(state: State) -> AnyView {
    let t = text();
    let erased = RwSignal::new(false);
    let erase = move || {
        state.forget();
        state.place.forget();
        erased.set(true);
    };
    let mut parts = vec![heading(t.privacy_title), paragraph("lead", t.privacy_lead)];
    for (title, said) in [
        (t.privacy_device_title, [t.privacy_device, t.go_privacy, t.privacy_sensitive, t.privacy_shared].as_slice()),
        (t.leave_title, [t.leave_how, t.leave_history, t.leave_record].as_slice()),
        (t.privacy_host_title, [t.privacy_host, t.privacy_host_never, t.privacy_host_log].as_slice()),
        (t.privacy_crash_title, [t.privacy_crash].as_slice()),
        (t.privacy_erase_title, [t.privacy_erase].as_slice()),
    ] {
        parts.push(subheading(title));
        parts.extend(said.iter().map(|said| paragraph("", *said)));
    }
    parts.push(button("second", t.privacy_erase_button, Box::new(erase)));
    let done = move || {
        if erased.get() { t.privacy_erased.to_owned() } else { String::new() }
    };
    parts.push(live("", Box::new(done)));
    block("prose", parts)
}
