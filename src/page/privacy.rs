//! What stays on the device, and what a host sees; the lock of the pathways, and erasing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::script;
use crate::care::CareState;
use crate::language::forget_kept;
use crate::page::care::lock::{erase_form, settings};
use crate::state::{Arrival, State};
use crate::text::text;
use crate::ui::kit::{block, button, fold, heading, live, paragraph, subheading};

/// What stays on the device.
pub fn privacy(state: State, care: CareState) -> AnyView {
    let t = text();
    let erased = RwSignal::new(false);
    let erase = move || {
        state.erase();
        state.place.forget();
        forget_kept();
        erased.set(true);
    };
    let erase_all = move || {
        care.erase_everything().map_err(|_| t.erase_refused)?;
        erase();
        Ok(())
    };
    let mut parts = vec![heading(t.privacy_title), paragraph("lead", t.privacy_lead)];
    let told = |parts: &mut Vec<AnyView>, title: &'static str, said: &[&'static str]| {
        parts.push(subheading(title));
        parts.extend(said.iter().map(|said| paragraph("", *said)));
    };
    let device = [t.privacy_device, t.go_privacy, t.privacy_sensitive, t.privacy_shared, t.offline_privacy];
    told(&mut parts, t.privacy_device_title, &device);
    parts.push(lock_settings(care));
    told(&mut parts, t.keep_title, &[t.keep_seconds, t.keep_window]);
    parts.push(promise());
    for (title, said) in [
        (t.leave_title, [t.leave_how, t.leave_history, t.leave_record].as_slice()),
        (t.privacy_host_title, [t.privacy_host, t.privacy_host_never, t.privacy_host_log].as_slice()),
        (t.privacy_crash_title, [t.privacy_crash].as_slice()),
        (t.privacy_erase_title, [t.privacy_erase].as_slice()),
    ] {
        told(&mut parts, title, said);
    }
    parts.push(button("second", t.privacy_erase_button, Box::new(erase)));
    let form = erase_form("erase-all-fault", t.who_erase_understood, t.erase_all, Box::new(erase_all));
    parts.push(fold("who-fold", false, t.erase_all, vec![paragraph("", t.erase_all_lead), form]));
    let done = move || {
        if erased.get() { t.privacy_erased.to_owned() } else { String::new() }
    };
    parts.push(live("", Box::new(done)));
    block("prose", parts)
}

/// What sets and takes away the lock, once the pathways are here.
fn lock_settings(care: CareState) -> AnyView {
    care.open();
    let is_here = Memo::new(move |_| {
        care.track();
        care.now(|model| model.arrival) == Arrival::Here
    });
    let page = move || if is_here.get() { untrack(|| Some(settings(care))) } else { None };
    page.into_any()
}

/// What the browser promises about what it keeps, the way to ask it, and what to do in any case.
fn promise() -> AnyView {
    let t = text();
    let promises = RwSignal::new(None);
    let ask = move |is_asked: bool| {
        spawn_local(async move {
            let _ = promises.try_set(Some(script::promises(is_asked).await));
        });
    };
    ask(false);
    let said = move || match promises.get() {
        None => String::new(),
        Some(true) => t.keep_yes.to_owned(),
        Some(false) => t.keep_no.to_owned(),
    };
    let ask = button("second", t.keep_ask, Box::new(move || ask(true)));
    block("promise", vec![live("", Box::new(said)), paragraph("", t.keep_copy), ask])
}
