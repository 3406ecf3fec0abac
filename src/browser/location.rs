//! The address bar.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::document;

/// The part of the address behind and with the `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Takes what stands behind a start of the address out of it, and out of the history: what a shared address carries is read
/// once, and nobody who looks at the address bar later reads it. Where the page was opened by it, the boot script has taken
/// it before the app was loaded.
pub fn take_behind(start: &str) -> Option<String> {
    if let Some(taken) = document::taken_early() {
        return Some(taken);
    }
    let taken = hash().strip_prefix(start)?.to_owned();
    let history = web_sys::window()?.history().ok()?;
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(start.trim_end_matches('/')));
    Some(taken)
}

/// The address of the page without what stands behind the `#`.
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
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
