//! The browser app: thin screens over `sentier-core`.
//!
//! `route` names the addresses, `screen` says what an address shows, `state` holds what the person did; `page` has a
//! file a screen, `ui` a file a component, `browser` the only code that touches the browser. A rule of the product does
//! not go here but to the core; a sentence about health goes to `content/`; the other words are in `text`.

mod app;
mod browser;
mod care;
mod keep;
mod language;
mod leave;
mod own_words;
mod page;
mod parts;
mod place;
mod review;
mod route;
mod screen;
mod state;
mod system;
mod take;
mod text;
mod ui;

/// Puts the app on the page. A panic ends it at once; the boot script then brings the emergency block back.
pub fn start() {
    let first = browser::document::first_words();
    let (typed, is_submitted) = (first.typed.clone(), first.is_submitted);
    leptos::mount::mount_to(browser::document::app_root(), move || app::app(typed, is_submitted)).forget();
    browser::document::show_app();
    first.go_on(page::home::WORDS, ui::kit::HEADING);
}
