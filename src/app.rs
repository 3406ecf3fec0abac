//! The shell: header, notices, the screen, footer; and what happens when the screen changes.

use leptos::prelude::*;

use crate::browser::{document, location};
use crate::care::CareState;
use crate::page;
use crate::review::ReviewState;
use crate::route::Route;
use crate::screen::Screen;
use crate::state::State;
use crate::text::text;
use crate::ui::kit::HEADING;
use crate::ui::{footer, header, notices};

/// The whole app, from what was typed on the page before it was there, and whether the person wished to go on.
pub fn app(typed: String, is_submitted: bool) -> AnyView {
    let Some(state) = State::new() else {
        // The start pack is checked by the build; were it unreadable all the same, the emergency block is what is left.
        document::show_crash(text().waiting_failed_title);
        return ().into_any();
    };
    state.words.typed.set(typed);
    if is_submitted {
        state.begin_unless_offered();
    }
    location::on_change(move || state.follow(Route::parse(&location::hash())));
    state.fetch_content();
    let care = CareState::new();
    let review = ReviewState::new();
    follow(state);
    view! {
        {header::header(state)}
        <main id="main">
            {notices::notices(state)}
            {move || {
                let screen = state.shown.get().screen;
                untrack(|| page_of(state, care, review, screen))
            }}
        </main>
        {footer::footer()}
    }
    .into_any()
}

fn page_of(state: State, care: CareState, review: ReviewState, screen: Screen) -> AnyView {
    match screen {
        Screen::Home => page::home::home(state),
        Screen::Motifs => page::motifs::motifs(state),
        Screen::Question(asked) => page::question::question(state, &asked),
        Screen::Sign(asked, place) => page::sign::one_sign(state, &asked, place),
        Screen::Waiting => page::waiting::waiting(state),
        Screen::Outcome(verdict) => page::outcome::outcome(state, &verdict),
        Screen::Care(route) => page::care::care(state, care, route),
        Screen::About => page::about::about(state),
        Screen::Privacy => page::privacy::privacy(state),
        Screen::Proofs => page::proofs::proofs(state, review),
        Screen::Rules => page::clinical::rules(state, review),
        Screen::Sheet => page::clinical::sheet(state, review),
    }
}

/// Every change of screen sets title, focus and scroll. The first screen takes no focus: the person has just arrived.
fn follow(state: State) {
    Effect::new(move |before: Option<()>| {
        document::set_title(&title(&state.shown.get().screen));
        if before.is_some() {
            document::scroll_to_top();
            request_animation_frame(|| document::focus(HEADING));
        }
    });
}

/// The title of a screen: it says where one is, never which motif or answer.
fn title(screen: &Screen) -> String {
    let t = text();
    let page = match screen {
        Screen::Home => return t.app_name.to_owned(),
        Screen::Motifs => t.motifs_title.to_owned(),
        Screen::Question(asked) => format!("{} {}", t.page_question, asked.index.saturating_add(1)),
        Screen::Sign(asked, place) => {
            let (step, sign) = (asked.index.saturating_add(1), place.saturating_add(1));
            format!("{} {step}.{sign}", t.page_question)
        }
        Screen::Waiting => t.waiting_title.to_owned(),
        Screen::Outcome(_) => t.page_outcome.to_owned(),
        Screen::Care(route) => page::care::title(*route).to_owned(),
        Screen::About => t.about_title.to_owned(),
        Screen::Privacy => t.privacy_title.to_owned(),
        Screen::Proofs => t.proofs_title.to_owned(),
        Screen::Rules | Screen::Sheet => t.clinical_title.to_owned(),
    };
    format!("{page} – {}", t.app_name)
}
