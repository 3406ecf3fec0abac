//! What to say on the phone, from the answers.

use leptos::prelude::*;
use sentier_core::content::{Id, Sex, addressed};
use sentier_core::triage::{Answers, Known, MeasureAnswer, explain};

use super::kit::{fold, lines, paragraph};
use crate::state::State;
use crate::text::text;

/// The words for the call.
pub fn phone_script(state: State) -> AnyView {
    let t = text();
    state.now(|model, walk| {
        let (protocol, counted) = (model.protocol(), &walk.counted);
        let say = |ids: Vec<Id>| -> Vec<String> {
            ids.iter().filter_map(|id| model.library.sign(id)).map(|sign| counted.statement(sign)).collect()
        };
        let (terrain, present) =
            explain::present(&protocol, counted).into_iter().partition(|id| protocol.is_terrain(id));
        let measures = counted.measures.iter().filter_map(|(id, answer)| match (model.library.measure(id), answer) {
            (Some(measure), MeasureAnswer::Tenths(value)) => {
                Some(format!("{}\u{a0}{}", measure.show(*value), measure.unit))
            }
            _ => None,
        });
        let motifs: Vec<&str> = protocol.motifs().iter().map(|motif| motif.door.title.as_str()).collect();
        let mut parts = vec![paragraph("", t.phone_address)];
        let since = model.session.since.join(", ");
        for (name, said) in
            [(t.phone_hello, motifs.join(", ")), (t.phone_who, person(counted)), (t.understood_since, since)]
        {
            if !said.is_empty() {
                let name = addressed(name, model.session.subject);
                parts.push(paragraph("", format!("{name}\u{a0}: {said}.")));
            }
        }
        for (name, said) in [
            (t.phone_present, say(present)),
            (t.phone_measured, measures.collect()),
            (t.phone_unknown, say(explain::unknown(&protocol, counted))),
            (t.phone_terrain, say(terrain)),
        ] {
            if !said.is_empty() {
                parts.push(paragraph("", format!("{name}\u{a0}:")));
                parts.push(lines("", said));
            }
        }
        parts.push(paragraph("", t.phone_end));
        fold("phone", false, t.phone_title, parts)
    })
}

/// Age and sex in a few words, as far as known.
pub fn person(counted: &Answers) -> String {
    let t = text();
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
