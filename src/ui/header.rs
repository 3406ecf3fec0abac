//! The header: the way home, the way out in a hurry, and the 15, always in the same corner.

use leptos::prelude::*;

use crate::browser::document;
use crate::care::CareState;
use crate::leave::leave;
use crate::route::Route;
use crate::state::{SAMU, State};
use crate::text::text;

/// The header of every screen.
pub fn header(state: State, care: CareState) -> AnyView {
    let t = text();
    let (number, href) = state.number(SAMU);
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        document::focus(crate::ui::kit::HEADING);
    };
    // One view each: what stands still within another would be set through innerHTML, which the policy of the page forbids.
    let stroke = |class: &'static str, d: &'static str| view! { <path class=class d=d/> }.into_any();
    let strokes = vec![
        stroke("logo-path", "M9 39c9 1 17-1 20-6 4-7-7-8-3-15 2-4 6-5 10-7"),
        stroke("logo-start", "M9 39h.01"),
        stroke("logo-end", "M38 9h.01"),
    ];
    view! {
        <header class="header">
            <a class="skip" href="#main" on:click=skip>{t.skip}</a>
            <a class="brand" href=Route::Home.hash()>
                <svg class="logo" viewBox="0 0 48 48" aria-hidden="true" focusable="false">{strokes}</svg>
                <span>{t.app_name}</span>
            </a>
            <button type="button" class="leave" title=t.leave_hint on:click=move |_| leave(state, care)>{t.leave_button}</button>
            <a class="fifteen" href=href aria-label=t.emergency_call_label><b>{number}</b><span>" · "{t.emergency_call}</span></a>
        </header>
    }
    .into_any()
}
