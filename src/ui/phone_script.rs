//! What to say on the phone, from the answers.

use leptos::prelude::*;
use sentier_core::content::{Id, Library, Sex, addressed};
use sentier_core::triage::{Answers, Known, MeasureAnswer, Protocol, explain};

use super::kit::{block, fold, lines, paragraph};
use crate::language::Language;
use crate::state::{Model, State};
use crate::text::{FRENCH, Text, text};

/// The words for the call; in another language also in French, to be read to whoever answers.
pub fn phone_script(state: State) -> AnyView {
    let own = state.now(|model, walk| script(model, &model.library, &walk.counted, text()));
    let french = state.now(|model, walk| {
        let french = model.french.as_ref().filter(|_| Language::chosen().code() != Language::French.code())?;
        Some(script(model, french, &walk.counted, &FRENCH))
    });
    let french = french.map(|script| {
        let lead = paragraph("", text().phone_french);
        view! { {lead}<div lang="fr">{script}</div> }.into_any()
    });
    block("phone-scripts", [Some(own), french].into_iter().flatten().collect())
}

/// The words of a library for the call.
fn script(model: &Model, library: &Library, counted: &Answers, t: &'static Text) -> AnyView {
    {
        let protocol = Protocol::new(library, &model.session.motifs);
        let say = |ids: Vec<Id>| -> Vec<String> {
            ids.iter().filter_map(|id| library.sign(id)).map(|sign| counted.statement(sign)).collect()
        };
        let (terrain, present) =
            explain::present(&protocol, counted).into_iter().partition(|id| protocol.is_terrain(id));
        let measures = counted.measures.iter().filter_map(|(id, answer)| match (library.measure(id), answer) {
            (Some(measure), MeasureAnswer::Tenths(value)) => {
                Some(format!("{}\u{a0}{}", t.number(&measure.show(*value)), measure.unit))
            }
            _ => None,
        });
        let motifs: Vec<&str> = protocol.motifs().iter().map(|motif| motif.door.title.as_str()).collect();
        let mut parts = vec![paragraph("", t.phone_address)];
        let since = model.session.since.join(", ");
        for (name, said) in
            [(t.phone_hello, motifs.join(", ")), (t.phone_who, person_in(counted, t)), (t.understood_since, since)]
        {
            if !said.is_empty() {
                let name = addressed(name, model.session.subject);
                parts.push(paragraph("", format!("{}.", t.labelled(&name, &said))));
            }
        }
        for (name, said) in [
            (t.phone_present, say(present)),
            (t.phone_measured, measures.collect()),
            (t.phone_unknown, say(explain::unknown(&protocol, counted))),
            (t.phone_terrain, say(terrain)),
        ] {
            if !said.is_empty() {
                parts.push(paragraph("", t.before_list(name)));
                parts.push(lines("", said));
            }
        }
        parts.push(paragraph("", t.phone_end));
        fold("phone", false, t.phone_title, parts)
    }
}

/// Age and sex in a few words, as far as known.
pub fn person(counted: &Answers) -> String {
    person_in(counted, text())
}

fn person_in(counted: &Answers, t: &Text) -> String {
    let age = counted.age.map(|age| match age {
        Known::Is(months) if months < 24 => format!("{months}\u{a0}{}", t.months_unit),
        Known::Is(months) => format!("{}\u{a0}{}", months / 12, t.years_unit),
        Known::Unknown => t.age_unknown.to_owned(),
    });
    let sex = counted.sex.map(|sex| match sex {
        Known::Is(Sex::Female) => t.female.to_owned(),
        Known::Is(Sex::Male) => t.male.to_owned(),
        Known::Unknown => t.sex_unknown.to_owned(),
    });
    age.into_iter().chain(sex).collect::<Vec<_>>().join(", ")
}
