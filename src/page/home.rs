//! The first screen: what is wrong, in one's own words.

use leptos::prelude::*;
use sentier_core::content::{Id, Subject};
use sentier_core::words::Leads;

use crate::own_words::OwnWords;
use crate::route::{CareRoute, Route, SystemRoute};
use crate::state::{EUROPE, SAMU, SMS, State};
use crate::text::text;
use crate::ui::body_list::body_list;
use crate::ui::kit::{
    block, button, field, fieldset, form, heading, item, link, list, paragraph, radio, strong, subheading,
    submit_button,
};
use crate::ui::language_choice::language_choice;
use crate::ui::understood::{danger, understood};

/// The most propositions shown while one types.
const MOST_FOUND: usize = 5;

/// The id of the field for one's own words.
pub const WORDS: &str = "words";

/// The first screen.
pub fn home(state: State) -> AnyView {
    let t = text();
    let words = state.words;
    let main = move || match words.understood.with(|understood| understood.leads) {
        None => t.home_list.to_owned(),
        Some(Leads::ToGate) => t.understood_gate.to_owned(),
        Some(Leads::ToMotifs | Leads::ToList) => t.home_continue.to_owned(),
    };
    block(
        "screen",
        vec![
            resume(state),
            language_choice(state),
            form(
                "home",
                Box::new(move || state.begin(&[])),
                vec![
                    heading(t.home_title),
                    paragraph("lead", t.home_lead),
                    field(WORDS, t.home_words_label, "text", "200", words.typed, Box::new(move || words.retyped())),
                    danger(state),
                    understood(words),
                    subjects(words),
                    propositions(state),
                    link("second body-link", Route::Body.hash(), t.body_link),
                    block("actions", vec![submit_button(Box::new(main)), paragraph("hint", t.home_gate_note)]),
                ],
            ),
            pathways(),
            understanding(),
            numbers(state),
        ],
    )
}

/// For whom it is: it changes how the questions are put, and may stay open.
fn subjects(words: OwnWords) -> AnyView {
    let t = text();
    let named = Subject::ALL.into_iter().zip([t.home_for_oneself, t.home_for_child, t.home_for_other]);
    let choices = named.map(|(subject, name)| {
        let is_chosen = move || words.subject() == Some(subject);
        radio("subject", "chip", name, Box::new(is_chosen), Box::new(move |_| words.choose_subject(subject)))
    });
    fieldset("choices-row", strong(t.home_for), choices.collect())
}

/// The motifs that fit, each a way to go on; where there is none, all of them by part of the body.
fn propositions(state: State) -> AnyView {
    // Of its own, so that what is understood of the person leaves the propositions, and an unfolded part, alone.
    let found = Memo::new(move |_| {
        state.words.understood.with(|understood| {
            let doors: Vec<(Id, String)> = understood.motifs.iter().take(MOST_FOUND).cloned().collect();
            (doors, understood.leads == Some(Leads::ToList))
        })
    });
    let propositions = move || {
        let (doors, is_lost) = found.get();
        if is_lost {
            return body_list(state);
        }
        if doors.is_empty() {
            return ().into_any();
        }
        let items = doors.into_iter().map(|(id, title)| {
            item(vec![button("door", title, Box::new(move || state.begin(std::slice::from_ref(&id))))])
        });
        block("found-doors", vec![subheading(text().home_found), list("found", items.collect())])
    };
    propositions.into_any()
}

/// The way to the pathways.
fn pathways() -> AnyView {
    let t = text();
    view! {
        <a class="place" href=Route::Care(CareRoute::Dashboard).hash()>
            <b>{t.home_care}</b><span>{t.home_care_lead}</span>
        </a>
    }
    .into_any()
}

/// The way to who does what.
fn understanding() -> AnyView {
    let t = text();
    view! {
        <a class="place" href=Route::System(SystemRoute::Families).hash()>
            <b>{t.system_home}</b><span>{t.system_home_lead}</span>
        </a>
    }
    .into_any()
}

/// The offer to resume what was kept, and word of a crash.
fn resume(state: State) -> AnyView {
    let offer = move || {
        let t = text();
        let around = state.around.get();
        let (title, body) = match (around.crashed, around.can_resume) {
            (false, false) => return ().into_any(),
            (true, false) => (t.crashed_title, t.crashed_nothing),
            (true, true) => (t.crashed_title, t.crashed_body),
            (false, true) => (t.resume_title, t.resume_body),
        };
        let mut parts = vec![subheading(title), paragraph("", body)];
        if around.can_resume {
            parts.push(block(
                "resume-actions",
                vec![
                    button("second", t.resume_yes, Box::new(move || state.resume())),
                    button("quiet", t.resume_no, Box::new(move || state.forget())),
                ],
            ));
        }
        block("resume", parts)
    };
    offer.into_any()
}

/// The urgent numbers.
fn numbers(state: State) -> AnyView {
    let t = text();
    let numbers = [(SAMU, t.number_15), (EUROPE, t.number_112), (SMS, t.number_114)].map(|(contact, name)| {
        let (number, href) = state.number(contact);
        item(vec![view! { <a href=href><b>{number}</b><span>{name}</span></a> }.into_any()])
    });
    list("numbers", numbers.into_iter().collect())
}
