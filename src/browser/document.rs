//! The page around the app: its title, the focus, the emergency block.

use leptos::prelude::request_animation_frame;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollToOptions};

/// The attribute of the body that says how the app is: the style sheet hides the emergency block while it runs.
const APP_STATE: &str = "data-app";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The address of the worker that makes and reads files, which the build wrote into the page.
pub fn exchange_script() -> Option<String> {
    of_page("script[data-wasm]", "data-exchange")
}

/// The build that runs, told by what all of its files hold.
pub fn build() -> Option<String> {
    of_page("script[data-wasm]", "data-build")
}

/// What the boot script took out of the address, once.
pub fn taken_early() -> Option<String> {
    const LETTERS: &str = "data-shared";
    let script = document()?.query_selector("script[data-wasm]").ok()??;
    let taken = script.get_attribute(LETTERS)?;
    let _ = script.remove_attribute(LETTERS);
    Some(taken)
}

/// The page that takes the place of the app: a file beside it, so that no other host is asked for it.
pub fn neutral_page() -> Option<String> {
    of_page("#leave", "href")
}

/// An attribute of what the page holds beside the app.
fn of_page(element: &str, attribute: &str) -> Option<String> {
    document()?.query_selector(element).ok()??.get_attribute(attribute)
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

/// What the person did with the first question before the app was there.
pub struct FirstWords {
    /// What was typed.
    pub typed: String,
    /// Whether “Continuer” was pressed already.
    pub is_submitted: bool,
    /// Where the cursor is, if it is in the field.
    cursor: Option<u32>,
}

/// Takes over the first question of the page. Where the browser filled the field in from an earlier visit, it counts
/// as typed: the person sees it there.
pub fn first_words() -> FirstWords {
    let field = element("first-words").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let active = document().and_then(|document| document.active_element());
    let has_focus = |field: &&HtmlInputElement| active.as_ref().is_some_and(|active| active.id() == field.id());
    FirstWords {
        typed: field.as_ref().map(HtmlInputElement::value).unwrap_or_default(),
        is_submitted: element("first").is_some_and(|form| form.has_attribute("data-submitted")),
        cursor: field.as_ref().filter(has_focus).and_then(|field| field.selection_start().ok().flatten()),
    }
}

impl FirstWords {
    /// Goes on where the person was: in the field of the app, at the same letter, if they were in that of the page.
    /// The question of the page is then taken away.
    pub fn go_on(&self, field: &'static str, heading: &str) {
        if let Some(first) = element("first") {
            first.remove();
        }
        if self.is_submitted {
            focus(heading);
        }
        let Some(cursor) = self.cursor else { return };
        // At once, so that the keyboard of a phone stays open; the letter once the field has its value.
        focus(field);
        request_animation_frame(move || {
            if let Some(field) = element(field).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
                let _ = field.set_selection_range(cursor, cursor);
            }
        });
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

/// Shows nothing of the page any more, however long the next one takes to arrive. Where a step back brings the page out
/// of the browser's memory, the boot script sees it hidden and begins anew.
pub fn hide() {
    if let Some(body) = document().and_then(|document| document.body()) {
        body.set_hidden(true);
    }
}

/// What can be read on the screen.
pub fn main_text() -> String {
    let main = element("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
    main.map(|main| main.inner_text()).unwrap_or_default()
}

/// Says in which language the page is, and whether it is to be easy to read.
pub fn set_language(code: &str, is_easy: bool) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", code);
        let _ = root.toggle_attribute_with_force("data-easy", is_easy);
    }
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

/// Moves the focus to an element where nothing has it, as after what had it was drawn anew.
pub fn focus_if_lost(id: &str) {
    let active = document().and_then(|document| document.active_element());
    if active.is_none_or(|active| active.tag_name() == "BODY") {
        focus(id);
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

/// Copies what stands in a field, which is chosen as well: where the browser refuses, one key press does it. Says
/// whether it was copied.
pub fn copy(field: &str, then: impl FnOnce(bool) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let Some(field) = element(field).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    field.select();
    // Elsewhere there is no clipboard at all.
    if !window.is_secure_context() {
        return then(false);
    }
    let copied = window.navigator().clipboard().write_text(&field.value());
    spawn_local(async move { then(JsFuture::from(copied).await.is_ok()) });
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
