//! The shell: header, notices, the screen, footer; and what happens when the screen changes.

use leptos::prelude::*;
use sentier_core::content::Id;

use crate::browser::{document, location};
use crate::care::CareState;
use crate::language::Language;
use crate::leave::leave_by_escape;
use crate::page;
use crate::parts;
use crate::review::ReviewState;
use crate::route::{CareRoute, Route, SystemRoute};
use crate::screen::Screen;
use crate::state::{Arrival, State};
use crate::take::TakeState;
use crate::text::text;
use crate::ui::kit::{HEADING, block, button, paragraph, titled};
use crate::ui::late::{Late, late};
use crate::ui::page_foot::page_foot;
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
    let care = CareState::new();
    let take = TakeState::new(state, care);
    location::on_change(move || {
        take.open_shared();
        state.follow(Route::parse(&location::hash()));
    });
    take.open_shared();
    leave_by_escape(state, care);
    state.fetch_content();
    let review = ReviewState::new();
    follow(state, care);
    let all = move || {
        state.languages.track();
        view! {
            {header::header(state, care)}
            {main(state, care, take, review)}
            {footer::footer(state)}
        }
        .into_any()
    };
    all.into_any()
}

/// The screen that the address shows. What has no other words than the French says so, and is read as French.
fn main(state: State, care: CareState, take: TakeState, review: ReviewState) -> AnyView {
    let is_french = Memo::new(move |_| state.shown.with(|shown| shown.screen.is_in_french_only()));
    let language = move || is_french.get().then_some(Language::French.code());
    view! {
        <main id="main" lang=language>
            {notices::notices(state)}
            {move || french_only(state, is_french.get())}
            {move || {
                let screen = state.shown.get().screen;
                untrack(|| {
                    let about = about(state, care, review, &screen);
                    let foot = page_foot(state, about, version(&screen));
                    [page_of(state, care, take, review, screen), foot]
                })
            }}
        </main>
    }
    .into_any()
}

/// That a screen is there in French only, in the language chosen; or that its words in that language did not arrive.
fn french_only(state: State, is_french: bool) -> AnyView {
    let (t, language) = (text(), Language::chosen());
    if language.code() == Language::French.code() {
        return ().into_any();
    }
    if is_french {
        return view! { <p class="notice" lang=language.code()>{t.french_only}</p> }.into_any();
    }
    let arrival = state.around.with(|around| around.arrival);
    if arrival == Arrival::Coming || state.languages.get().1 == language {
        return ().into_any();
    }
    let again = button("second", t.waiting_retry, Box::new(move || state.fetch_content()));
    block("notice", vec![paragraph("", t.french_questions), again])
}

fn page_of(state: State, care: CareState, take: TakeState, review: ReviewState, screen: Screen) -> AnyView {
    match screen {
        Screen::Motifs | Screen::Question(_) | Screen::Sign(..) if state.awaits_words() => {
            page::waiting::waiting(state)
        }
        Screen::Question(asked) if Language::chosen() == Language::Easy => page::question::easy(state, &asked),
        Screen::Home => page::home::home(state),
        Screen::Motifs => page::motifs::motifs(state),
        Screen::Question(asked) => page::question::question(state, &asked),
        Screen::Sign(asked, place) => page::sign::one_sign(state, &asked, place),
        Screen::Waiting => page::waiting::waiting(state),
        Screen::Outcome(verdict) => page::outcome::outcome(state, &verdict),
        Screen::Care(route) => page::care::care(state, care, take, route),
        Screen::Body => late(Late::Body, Box::new(move || parts::at_once(parts::body_page(state)))),
        Screen::About => late(Late::Aside, Box::new(move || parts::at_once(parts::about_page(state)))),
        Screen::Privacy => late(Late::Aside, Box::new(move || parts::at_once(parts::privacy_page(state, care)))),
        Screen::Proofs => page::proofs::proofs(state, review),
        Screen::Rules => page::clinical::rules(state, review),
        Screen::Sheet => page::clinical::sheet(state, review),
        Screen::System(route) => page::system::system(state, care, route),
        Screen::Take(route) => page::take::take(take, route),
    }
}

/// The version of the content that a screen shows.
fn version(screen: &Screen) -> &'static str {
    match screen {
        Screen::Care(_) | Screen::Take(_) => env!("SENTIER_CARE"),
        Screen::System(_) => env!("SENTIER_SYSTEM"),
        _ => env!("SENTIER_RULES"),
    }
}

/// The content that a screen is about, where it is about one thing of it.
fn about(state: State, care: CareState, review: ReviewState, screen: &Screen) -> Option<Id> {
    match screen {
        Screen::Sheet => review.selected(),
        Screen::Care(CareRoute::Step | CareRoute::Pathway | CareRoute::Measures) => {
            care.now(|model| model.selected.clone())
        }
        Screen::System(SystemRoute::Entry(place)) => state.system.opened(*place),
        Screen::System(SystemRoute::Find(choices)) => state.system.found(*choices),
        _ => None,
    }
}

/// Every change of screen sets title, focus and scroll. The first screen takes no focus: the person has just arrived.
fn follow(state: State, care: CareState) {
    Effect::new(move |before: Option<()>| {
        document::set_title(&title(&state.shown.get().screen, care.is_closed()));
        if before.is_some() {
            document::scroll_to_top();
            request_animation_frame(|| document::focus(HEADING));
        }
    });
}

/// The title of a screen: it says where one is, never which motif or answer.
fn title(screen: &Screen, is_closed: bool) -> String {
    let t = text();
    let page = match screen {
        Screen::Home => return t.app_name.to_owned(),
        Screen::Motifs => t.motifs_title.to_owned(),
        Screen::Body => t.body_title.to_owned(),
        Screen::Question(asked) => format!("{} {}", t.page_question, asked.index.saturating_add(1)),
        Screen::Sign(asked, place) => {
            let (step, sign) = (asked.index.saturating_add(1), place.saturating_add(1));
            format!("{} {step}.{sign}", t.page_question)
        }
        Screen::Waiting => t.waiting_title.to_owned(),
        Screen::Outcome(_) => t.page_outcome.to_owned(),
        Screen::Care(route) => page::care::title(*route, is_closed).to_owned(),
        Screen::About => t.about_title.to_owned(),
        Screen::Privacy => t.privacy_title.to_owned(),
        Screen::Proofs => t.proofs_title.to_owned(),
        Screen::Rules | Screen::Sheet => t.clinical_title.to_owned(),
        Screen::System(route) => page::system::title(*route).to_owned(),
        Screen::Take(route) => page::take::title(*route).to_owned(),
    };
    titled(&page)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use std::path::Path;

    use chrono::NaiveDate;
    use sentier_core::content::Sex;
    use sentier_core::record::Session;
    use sentier_core::triage::{Answer, Known, MeasureAnswer};

    use super::title;
    use crate::route::Route;
    use crate::screen::{screen, walk_of};
    use crate::text::text;

    /// The title with the numbers left out.
    fn generic(title: &str) -> String {
        title.chars().filter(|letter| !letter.is_ascii_digit() && *letter != '.').collect()
    }

    /// On the whole way through every motif that leaves no trace, titles are the same four.
    #[test]
    fn the_titles_of_sensitive_motifs_say_nothing() {
        let t = text();
        let known = [t.motifs_title, t.page_outcome, &format!("{} ", t.page_question)];
        let known = known.map(|page| format!("{page} – {}", t.app_name));
        let content = sentier_content_build::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"))).unwrap();
        let library = &content.library;
        let sensitive: Vec<_> = library.doors().filter(|door| !door.leaves_trace).collect();
        for card in ["M1", "M3", "F5"] {
            let is_there =
                |door: &&&sentier_core::content::Door| library.motif(&door.id).is_some_and(|it| it.card == card);
            assert!(sensitive.iter().any(|door| is_there(&door)), "{card} leaves a trace");
        }
        for door in sensitive {
            let mut session = Session { motifs: vec![door.id.clone()], ..Session::default() };
            loop {
                let walk = walk_of(library, &session, NaiveDate::MIN);
                let place = walk.steps.len().saturating_sub(1);
                for route in [Route::Motifs, Route::Question(place), Route::Sign(place, 0), Route::Outcome] {
                    let said = title(&screen(route, library, &session, &walk), false);
                    assert!(known.contains(&generic(&said)), "“{said}” of “{}”", door.id);
                }
                let Some(step) = walk.steps.last().filter(|_| walk.verdict.is_none()) else { break };
                let answers = &mut session.answers;
                answers.age = Some(Known::Is(360));
                answers.sex = Some(Known::Is(Sex::Female));
                for measure in &library.draft().measures {
                    answers.measures.insert(measure.id.clone(), MeasureAnswer::Impossible);
                }
                for sign in &step.signs {
                    answers.signs.insert(sign.clone(), Answer::No);
                }
            }
        }
    }
}
