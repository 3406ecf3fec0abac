//! A list of signs to tick, with "none of these" and "I don't know", below the measures that answer some of them.

use leptos::prelude::*;
use sentier_core::content::{Id, Origin, Urgency};
use sentier_core::triage::{Answer, MeasureAnswer, StepKind};

use super::kit::{
    Problem, block, button, fieldset, form, heading, paragraph, shown_while, strong, submit_button, tick,
};
use super::measure_field::MeasureField;
use crate::route::Route;
use crate::screen::Asked;
use crate::state::State;
use crate::text::text;

/// The measures and the signs of a screen, the signs ticked in one list; or the measures alone, after which the signs come
/// one by one.
pub fn sign_list(state: State, asked: &Asked, asks_signs: bool) -> AnyView {
    let t = text();
    let index = asked.index;
    let fields: Vec<MeasureField> =
        asked.step.measures.iter().filter_map(|measure| MeasureField::of(state, measure)).collect();
    let lines: Vec<Line> = asked.step.signs.iter().map(|sign| Line::of(state, sign, &fields)).collect();
    let mut asked_before = lines.iter().filter(|line| untrack(|| line.is_shown())).peekable();
    let was_none = asked_before.peek().is_some() && asked_before.all(|line| line.given == Some(Answer::No));
    // One tick for each sign, and a last one for "none of these".
    let given = lines.iter().map(|line| line.given == Some(Answer::Yes));
    let ticks = RwSignal::new(given.chain([was_none]).collect::<Vec<bool>>());
    let none = lines.len();
    let problem = Problem::none();

    let line = move |place: usize, class: &'static str, label: String| {
        let is_ticked = move || ticks.with(|ticks| ticks.get(place) == Some(&true));
        let change = move |is_on: bool| {
            ticks.update(|ticks| set(ticks, place, none, is_on));
            problem.clear();
        };
        tick(class, label, Box::new(is_ticked), Box::new(change))
    };
    let words = words_of(&asked.step.kind);
    let mut list: Vec<AnyView> = Vec::new();
    for (place, Line { question, instead_of, .. }) in lines.iter().enumerate() {
        let view = line(place, "line", question.clone());
        list.push(match *instead_of {
            Some(field) => shown_while(Box::new(move || field.is_impossible()), view),
            None => view,
        });
    }
    list.push(line(none, "line none", words.none.to_owned()));

    let shown = lines.clone();
    let is_open = move || shown.iter().any(Line::is_shown);
    let shown = lines.clone();
    // What was ticked in the place of a measure that was then taken after all says nothing of the other lines.
    let is_unanswered = move |ticks: &Vec<bool>| {
        let is_none = ticks.get(none) == Some(&true);
        let mut ticked = shown.iter().zip(ticks).filter(|(line, _)| line.is_shown()).peekable();
        ticked.peek().is_some() && !is_none && !ticked.any(|(_, is_ticked)| *is_ticked)
    };
    let measured = fields.clone();
    // The answer of every measure, where it was given or `otherwise` stands for it.
    let read = move |otherwise: Option<MeasureAnswer>| -> Result<Vec<(Id, MeasureAnswer)>, String> {
        let answer = |field: &MeasureField| match field.read()?.or(otherwise) {
            Some(answer) => Ok((field.id(), answer)),
            None => Err(text().page_measure_missing.to_owned()),
        };
        measured.iter().map(answer).collect()
    };
    let keep = move |measures: Vec<(Id, MeasureAnswer)>, others: Option<Answer>| {
        let ticks = ticks.get_untracked();
        state.change(&|session| {
            for (measure, answer) in &measures {
                session.answers.measures.insert(measure.clone(), *answer);
            }
            for (line, is_ticked) in lines.iter().zip(&ticks) {
                match (untrack(|| line.is_shown()), is_ticked, others) {
                    (true, true, _) => session.answers.signs.insert(line.sign.clone(), Answer::Yes),
                    (true, false, Some(answer)) => session.answers.signs.insert(line.sign.clone(), answer),
                    _ => session.answers.signs.remove(&line.sign),
                };
            }
        });
    };
    let (read_what_is_there, keep_for_one_by_one) = (read.clone(), keep.clone());
    let step = asked.step.clone();
    let one_by_one = move |otherwise: Option<MeasureAnswer>| match read_what_is_there(otherwise) {
        Err(wrong) => problem.say(wrong),
        Ok(measures) => {
            keep_for_one_by_one(measures, None);
            let is_measured = state.now(|model, _| step.to_tick(&model.library, &model.session.answers).is_empty());
            if is_measured { state.go_on(index) } else { state.go(Route::Sign(index, 0)) }
        }
    };
    let signs_next = one_by_one.clone();
    let submit = move || match read(None) {
        _ if !asks_signs => signs_next(None),
        Err(missing) => problem.say(missing),
        Ok(_) if untrack(|| ticks.with(&is_unanswered)) => problem.say(words.nothing),
        Ok(measures) => {
            keep(measures, Some(Answer::No));
            state.go_on(index);
        }
    };
    // Who does not know has not measured either: what is asked instead then comes one by one with the rest.
    let one_by_one = move || one_by_one(Some(MeasureAnswer::Impossible));
    let actions = vec![
        submit_button(Box::new(|| text().continue_button.to_owned())),
        button("quiet", t.not_sure, Box::new(one_by_one)),
        paragraph("hint", t.not_sure_hint),
    ];
    let mut parts = vec![problem.view()];
    let mut list = vec![paragraph("lead", state.address(words.lead)), block("lines", list)];
    if matches!(asked.step.kind, StepKind::Signs(_)) {
        list.insert(1, reminder(state));
    }
    if fields.is_empty() {
        parts.push(fieldset("", heading(state.address(words.title)), list));
    } else {
        parts.push(heading(t.page_title));
        // New lines were not part of what "none of these" said.
        let changed = move || ticks.update(|ticks| set(ticks, none, none, false));
        parts.extend(fields.into_iter().enumerate().map(|(place, field)| field.view(place, problem, changed)));
        parts.push(shown_while(
            Box::new(move || asks_signs && is_open()),
            fieldset("asked", strong(state.address(words.title)), list),
        ));
    }
    parts.push(block("actions", actions));
    form("signs", Box::new(submit), parts)
}

/// Since when, as the person confirmed it: whoever ticks has it before their eyes.
fn reminder(state: State) -> AnyView {
    let since = state.now(|model, _| model.session.since.join(", "));
    if since.is_empty() { ().into_any() } else { paragraph("hint", format!("{} {since}.", text().understood_said)) }
}

/// A sign of the list.
#[derive(Clone)]
struct Line {
    sign: Id,
    question: String,
    given: Option<Answer>,
    /// The measure in whose place it is asked.
    instead_of: Option<MeasureField>,
}

impl Line {
    fn of(state: State, id: &Id, fields: &[MeasureField]) -> Self {
        state.now(|model, _| {
            let sign = model.library.sign(id);
            let measure = sign.and_then(|sign| match &sign.origin {
                Origin::Measured { measure, .. } => Some(measure),
                _ => None,
            });
            Self {
                sign: id.clone(),
                question: sign.map(|sign| sign.question().to_owned()).unwrap_or_default(),
                given: model.session.answers.signs.get(id).copied(),
                instead_of: fields.iter().copied().find(|field| measure == Some(&field.id())),
            }
        })
    }

    /// Whether it is to be ticked.
    fn is_shown(&self) -> bool {
        self.instead_of.is_none_or(MeasureField::is_impossible)
    }
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
