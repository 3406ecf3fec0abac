//! Reading the screen aloud, by a voice of the device alone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kit::button;
use crate::browser::script;
use crate::language::Language;
use crate::text::text;

/// What reads the screen aloud and ends it; nothing where the device has no voice of its own for the language.
pub fn read_aloud() -> AnyView {
    let language = Language::chosen().code();
    let can_read = RwSignal::new(false);
    spawn_local(async move {
        let _ = can_read.try_set(script::can_read(language).await);
    });
    on_cleanup(script::hush);
    let shown = move || {
        let press = Box::new(move || script::read_aloud(language));
        if can_read.get() { button("quiet read-aloud", text().read_aloud, press) } else { ().into_any() }
    };
    shown.into_any()
}
