//! The picture beside a question: for the eye alone, as the question says all of it.

use leptos::prelude::*;
use sentier_core::content::Picture;

/// The drawing of a picture.
pub fn drawn(picture: &Picture) -> AnyView {
    let paths: Vec<AnyView> = picture.paths.iter().map(|path| view! { <path d=path.clone()/> }.into_any()).collect();
    view! { <svg class="picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false">{paths}</svg> }.into_any()
}
