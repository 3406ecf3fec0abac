//! The page around the app: its title, the focus, the emergency block.

use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Document, Element, HtmlElement, ScrollToOptions};

/// The attribute of the body that says how the app is: the style sheet hides the emergency block while it runs.
const APP_STATE: &str = "data-app";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Where the app is put.
pub fn app_root() -> HtmlElement {
    // Without it there is no page to put the app on: the throw is caught by the boot script, which says so.
    element("app").and_then(|root| root.dyn_into().ok()).expect_throw("no #app")
}

fn set_state(state: &str) {
    if let Some(body) = document().and_then(|document| document.body()) {
        let _ = body.set_attribute(APP_STATE, state);
    }
}

/// Hides the emergency block: the app runs, and shows the numbers itself.
pub fn show_app() {
    set_state("running");
}

/// Brings the emergency block back, with the report of a crash.
pub fn show_crash(report: &str) {
    set_state("crashed");
    for id in ["loading", "slow", "failed"] {
        if let Some(note) = element(id) {
            let _ = note.set_attribute("hidden", "");
        }
    }
    if let Some(note) = element("crashed") {
        let _ = note.remove_attribute("hidden");
    }
    if let Some(area) = element("crash-report") {
        area.set_text_content(Some(report));
    }
    focus("emergency-title");
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus, and the view, to an element.
pub fn focus(id: &str) {
    if let Some(target) = element(id).and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _ = target.focus();
    }
}

/// Shows the page from its top.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        let top = ScrollToOptions::new();
        top.set_top(0.0);
        window.scroll_to_with_scroll_to_options(&top);
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
