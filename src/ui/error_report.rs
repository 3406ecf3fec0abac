//! "Signaler une erreur": a text to copy, with what was read and its version, never an answer.

use leptos::prelude::*;

use super::kit::{block, button, fold, live, paragraph};
use crate::browser::document;
use crate::text::text;

/// The id of the field with the text.
const REPORT: &str = "report";

/// A text to copy about some content of a version.
pub fn error_report(kind: &str, id: &str, version: &str) -> AnyView {
    let t = text();
    let report = format!(
        "{} {} · {kind} {id} · {} {version}\n{} ",
        t.app_name,
        env!("CARGO_PKG_VERSION"),
        t.system_report_content,
        t.system_report_what
    );
    let said = RwSignal::new("");
    let copy = move || {
        document::copy(REPORT, move |is_copied| {
            said.set(if is_copied { text().system_copied } else { text().system_not_copied });
        });
    };
    let field = view! {
        <label for=REPORT>{t.system_report_label}</label>
        <textarea id=REPORT class="field" rows="3" spellcheck="false" autocomplete="off" prop:value=report></textarea>
    };
    let parts = vec![
        paragraph("", t.system_report_body),
        field.into_any(),
        button("second", t.system_copy, Box::new(copy)),
        live("hint", Box::new(move || said.get().to_owned())),
    ];
    block("error-report", vec![fold("more", false, t.system_report, parts)])
}
