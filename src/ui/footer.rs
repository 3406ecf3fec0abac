//! The footer: what this is not, and who has not reviewed it.

use leptos::prelude::*;

use super::kit::{link, paragraph};
use super::language_choice::language_choice;
use crate::route::{Route, SystemRoute};
use crate::state::State;
use crate::text::text;

/// The accessibility statement, a page of its own, which needs no app.
const STATEMENT: &str = "accessibilite.html";

/// The footer of every screen.
pub fn footer(state: State) -> AnyView {
    let t = text();
    let version = format!("Sentier {} · {} {}", env!("CARGO_PKG_VERSION"), t.version, env!("SENTIER_RULES"));
    view! {
        <footer class="footer">
            {paragraph("unreviewed", t.footer_review)}
            {paragraph("", t.footer_purpose)}
            <nav aria-label=t.footer_label>
                {link("", Route::System(SystemRoute::Families).hash(), t.system_home)}
                {link("", Route::About.hash(), t.footer_about)}
                {link("", Route::Proofs.hash(), t.proofs_title)}
                {link("", Route::Privacy.hash(), t.footer_privacy)}
                {link("", STATEMENT.to_owned(), t.footer_accessibility)}
            </nav>
            {language_choice(state)}
            {paragraph("", version)}
        </footer>
    }
    .into_any()
}
