//! A list of signs to tick, with "none of these" and "I don't know".

use leptos::prelude::*;
use sentier_core::content::{Id, Urgency};
use sentier_core::triage::{Answer, StepKind};

use super::kit::{Problem, block, button, fieldset, form, heading, paragraph, submit_button, tick};
use crate::route::Route;
use crate::screen::Asked;
use crate::state::State;
use crate::text::text;

/// The signs of a screen, ticked in one list.
pub fn sign_list(state: State, asked: &Asked) -> AnyView {
    let t = text();
    let index = asked.index;
    let signs: Vec<Id> = asked.step.signs.clone();
    let (questions, given) = state.now(|model, _| {
        let question = |id: &Id| model.library.sign(id).map(|sign| sign.question().to_owned()).unwrap_or_default();
        let given = |id: &Id| model.session.answers.signs.get(id).copied();
        (signs.iter().map(question).collect::<Vec<String>>(), signs.iter().map(given).collect::<Vec<_>>())
    });
    let was_none = given.iter().all(|given| *given == Some(Answer::No));
    // One tick for each sign, and a last one for "none of these".
    let ticks =
        RwSignal::new(given.iter().map(|given| *given == Some(Answer::Yes)).chain([was_none]).collect::<Vec<bool>>());
    let none = signs.len();
    let problem = Problem::none();

    let line = move |place: usize, class: &'static str, label: String| {
        let is_ticked = move || ticks.with(|ticks| ticks.get(place) == Some(&true));
        let change = move |is_on: bool| {
            ticks.update(|ticks| set(ticks, place, none, is_on));
            problem.clear();
        };
        tick("checkbox", class, label, Box::new(is_ticked), Box::new(change))
    };
    let words = words_of(&asked.step.kind);
    let mut lines: Vec<AnyView> =
        questions.into_iter().enumerate().map(|(place, question)| line(place, "line", question)).collect();
    lines.push(line(none, "line none", words.none.to_owned()));

    let keep = move |others: Option<Answer>| {
        let ticks = ticks.get_untracked();
        state.change(&|session| {
            for (id, is_ticked) in signs.iter().zip(&ticks) {
                match (is_ticked, others) {
                    (true, _) => session.answers.signs.insert(id.clone(), Answer::Yes),
                    (false, Some(answer)) => session.answers.signs.insert(id.clone(), answer),
                    (false, None) => session.answers.signs.remove(id),
                };
            }
        });
    };
    let keep_for_one_by_one = keep.clone();
    let submit = move || {
        if ticks.with_untracked(|ticks| ticks.contains(&true)) {
            keep(Some(Answer::No));
            state.go_on(index);
        } else {
            problem.say(words.nothing);
        }
    };
    let one_by_one = move || {
        keep_for_one_by_one(None);
        state.go(Route::Sign(index, 0));
    };
    let actions = vec![
        submit_button(Box::new(|| text().continue_button.to_owned())),
        button("quiet", t.not_sure, Box::new(one_by_one)),
        paragraph("hint", t.not_sure_hint),
    ];
    let lines = vec![paragraph("lead", words.lead), block("lines", lines)];
    form(
        "signs",
        Box::new(submit),
        vec![problem.view(), fieldset("", heading(words.title), lines), block("actions", actions)],
    )
}

/// "None of these" and the signs exclude each other.
fn set(ticks: &mut [bool], place: usize, none: usize, is_on: bool) {
    for (other, tick) in ticks.iter_mut().enumerate() {
        if other == place {
            *tick = is_on;
        } else if is_on && (place == none || other == none) {
            *tick = false;
        }
    }
}

struct Words {
    title: &'static str,
    lead: &'static str,
    none: &'static str,
    nothing: &'static str,
}

fn words_of(kind: &StepKind) -> Words {
    let t = text();
    let title = match kind {
        StepKind::Gate => t.gate_title,
        StepKind::Signs(Urgency::Vital) => t.vital_title,
        StepKind::Signs(Urgency::Emergency) => t.signs_title,
        StepKind::Terrain => t.terrain_title,
        _ => t.signs_more_title,
    };
    match kind {
        StepKind::Terrain => {
            Words { title, lead: t.terrain_lead, none: t.none_of_terrain, nothing: t.nothing_ticked_terrain }
        }
        StepKind::Gate => Words { title, lead: t.gate_lead, none: t.none_of_signs, nothing: t.nothing_ticked },
        _ => Words { title, lead: t.signs_lead, none: t.none_of_signs, nothing: t.nothing_ticked },
    }
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn none_of_these_and_a_sign_exclude_each_other() {
        let mut ticks = vec![true, true, false];
        set(&mut ticks, 2, 2, true);
        assert_eq!(ticks, [false, false, true]);
        set(&mut ticks, 0, 2, true);
        assert_eq!(ticks, [true, false, false]);
        set(&mut ticks, 1, 2, true);
        set(&mut ticks, 0, 2, false);
        assert_eq!(ticks, [false, true, false]);
    }
}
