//! The keyboard, beyond what a field or a button hears, and whether anybody is there.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, KeyboardEvent};

/// The key.
const ESCAPE: &str = "Escape";

/// Calls back at every press of Escape that nothing else has used, with its moment in milliseconds, for as long as the
/// page lives. Once the answer was yes the browser hears no Escape any more: it would stop on its way to another page.
pub fn on_escape(call: impl Fn(f64) -> bool + 'static) {
    let Some(window) = web_sys::window() else { return };
    let is_taken = Cell::new(false);
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if event.key() != ESCAPE || event.is_composing() || event.default_prevented() {
            return;
        }
        if !event.repeat() && call(event.time_stamp()) {
            is_taken.set(true);
        }
        if is_taken.get() {
            event.prevent_default();
        }
    });
    let _ = window.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Calls back at every touch of the page or the keyboard, for as long as the page lives.
pub fn on_touch(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(call);
    for kind in ["pointerdown", "keydown"] {
        let _ = window.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Ctrl or ⌘ with Z presses what takes back, where the page shows it, for as long as the page lives. In a field these keys
/// take back what was typed, which the browser does.
pub fn take_back_by_keys() {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let asks = event.key() == "z" && (event.ctrl_key() || event.meta_key()) && !event.repeat();
        let document = web_sys::window().and_then(|window| window.document()).filter(|_| asks);
        let Some(document) = document else { return };
        let is_typing = document.query_selector(":is(input, textarea):focus").is_ok_and(|field| field.is_some());
        let undo = document.query_selector("button.undo").ok().flatten();
        if let Some(undo) = undo.and_then(|undo| undo.dyn_into::<HtmlElement>().ok()).filter(|_| !is_typing) {
            event.prevent_default();
            undo.click();
        }
    });
    let _ = window.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
}
