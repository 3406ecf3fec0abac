//! The address bar.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The part of the address behind and with the `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to another address of the app; a step back leads to this one.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Calls back whenever the address changes, for as long as the page lives.
pub fn on_change(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(call);
    let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// The path of the page without a file name: what keeps this app's keys apart from a neighbour's on the same host.
pub fn folder() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"))
}

/// Puts another page in the place of this one: a step back does not lead here again.
pub fn replace(page: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(page);
    }
}
