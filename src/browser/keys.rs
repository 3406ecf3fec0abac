//! The keyboard, beyond what a field or a button hears, and whether anybody is there.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::KeyboardEvent;

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
