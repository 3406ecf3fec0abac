//! The smallest Leptos app: one button that counts.

use leptos::prelude::*;

fn main() {
    let count = RwSignal::new(0);
    mount_to_body(move || view! { <button id="words" on:click=move |_| count.update(|count| *count += 1)>{count}</button> });
}
