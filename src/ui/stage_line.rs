//! The stages of a pathway as a line, with where the person is.

use leptos::prelude::*;
use sentier_core::content::pathway::Pathway;

use crate::text::text;

/// The stages, in order; the one where the person is says so in words. Nothing where there is only one.
pub fn stage_line(pathway: &Pathway, here: Option<usize>) -> AnyView {
    if pathway.stages.len() < 2 {
        return ().into_any();
    }
    let stages = pathway.stages.iter().enumerate().map(|(place, stage)| {
        let is_here = here == Some(place);
        let is_past = here.is_some_and(|here| place < here);
        let class = if is_here {
            "here"
        } else if is_past {
            "past"
        } else {
            ""
        };
        let current = is_here.then_some("step");
        let word = is_here.then(|| view! { <span class="stage-here">{text().stage_here}</span> });
        view! { <li class=class aria-current=current><span>{stage.title.clone()}</span>{word}</li> }.into_any()
    });
    view! { <ol class="stage-line">{stages.collect::<Vec<_>>()}</ol> }.into_any()
}
