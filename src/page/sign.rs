//! One sign by itself, for whoever does not know: how to look, then yes, no, or still not known.

use leptos::prelude::*;
use sentier_core::triage::Answer;

use crate::route::Route;
use crate::screen::Asked;
use crate::state::State;
use crate::text::text;
use crate::ui::always_shown::always_shown;
use crate::ui::kit::{block, button, heading, paragraph, strong};
use crate::ui::picture::drawn;
use crate::ui::progress::progress;
use crate::ui::read_aloud::read_aloud;

/// One sign of a screen.
pub fn one_sign(state: State, asked: &Asked, place: usize) -> AnyView {
    let t = text();
    let index = asked.index;
    let signs = state.now(|model, _| asked.step.to_tick(&model.library, &model.session.answers));
    let many = signs.len();
    let Some(id) = signs.get(place).cloned() else {
        return ().into_any();
    };
    let (question, help, given, picture) = state.now(|model, _| {
        let picture = model.pictures.beside(&model.library, &id).cloned();
        let sign = model.library.sign(&id);
        let question = sign.map(|sign| sign.question().to_owned()).unwrap_or_default();
        (question, sign.and_then(|sign| sign.help.clone()), model.session.answers.signs.get(&id).copied(), picture)
    });
    let choices = [(Answer::Yes, t.yes), (Answer::No, t.no), (Answer::Unknown, t.not_sure)].map(|(answer, word)| {
        let id = id.clone();
        let press = move || {
            state.change(&|session| {
                session.answers.signs.insert(id.clone(), answer);
            });
            let next = place.saturating_add(1);
            let is_complete = state.now(|_, walk| walk.steps.get(index).is_some_and(|step| step.is_complete));
            let ends = next >= many || (answer == Answer::Yes && is_complete);
            if ends { state.go_on(index) } else { state.go(Route::Sign(index, next)) }
        };
        button(if given == Some(answer) { "choice chosen" } else { "choice" }, word, Box::new(press))
    });
    let place = format!("{} {} {} {many}", t.sign_of, place.saturating_add(1), t.sign_of_many);
    let help = help.map(|help| block("help", vec![strong(t.sign_help), paragraph("", help)]));
    let mut parts = vec![always_shown(state), progress(asked), paragraph("eyebrow", place)];
    parts.extend(picture.as_ref().map(drawn));
    parts.push(heading(question));
    parts.extend(help);
    parts.push(block("choices", choices.into_iter().collect()));
    parts.push(paragraph("hint", t.sign_hint));
    parts.push(read_aloud());
    block("screen", parts)
}
