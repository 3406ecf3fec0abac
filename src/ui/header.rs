//! The header: the way home, the way out in a hurry, and the 15, always in the same corner.

use leptos::prelude::*;

use crate::browser::document;
use crate::leave::leave;
use crate::route::Route;
use crate::state::{SAMU, State};
use crate::text::text;

/// The header of every screen.
pub fn header(state: State) -> AnyView {
    let t = text();
    let (number, href) = state.number(SAMU);
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        document::focus(crate::ui::kit::HEADING);
    };
    view! {
        <header class="header">
            <a class="skip" href="#main" on:click=skip>{t.skip}</a>
            <a class="brand" href=Route::Home.hash()>
                <svg class="logo" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
                    <path class="logo-path" d="M9 39c9 1 17-1 20-6 4-7-7-8-3-15 2-4 6-5 10-7"/>
                    <path class="logo-start" d="M9 39h.01"/>
                    <path class="logo-end" d="M38 9h.01"/>
                </svg>
                <span>{t.app_name}</span>
            </a>
            <button type="button" class="leave" title=t.leave_hint on:click=move |_| leave(state)>{t.leave_button}</button>
            <a class="fifteen" href=href aria-label=t.emergency_call_label><b>{number}</b><span>" · "{t.emergency_call}</span></a>
        </header>
    }
    .into_any()
}
