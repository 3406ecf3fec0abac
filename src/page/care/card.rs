//! What the emergency card says: allergies, treatments, illnesses; added, taken back, or said to be none.

use leptos::prelude::*;
use sentier_core::content::Id;
use sentier_core::pathway::{Person, Topic};
use sentier_core::record::What;

use crate::care::CareState;
use crate::text::text;
use crate::ui::date_text::long;
use crate::ui::kit::{block, button, item, list, paragraph, strong, subheading};
use crate::ui::small_form::{Fault, Said, beside, small_form, typed, words};

/// One kind of thing on the card.
struct Kind {
    id: &'static str,
    title: &'static str,
    name: &'static str,
    /// The label of what more can be said; empty where there is nothing.
    more: &'static str,
    /// Of what it can be said that there is none, and in which words.
    none: Option<(Topic, &'static str)>,
    what: fn(String, String) -> What,
}

/// What the card says, to be completed.
pub fn card(care: CareState, person: &Person) -> AnyView {
    let t = text();
    let said = |name: &str, more: &str| if more.is_empty() { name.to_owned() } else { format!("{name} ({more})") };
    let allergies = person.allergies.iter().map(|it| (it.event, said(&it.substance, &it.reaction))).collect();
    let treatments = person.treatments.iter().map(|it| (it.event, said(&it.name, &it.directions))).collect();
    let illnesses = person.illnesses.iter().map(|it| (it.event, it.name.clone())).collect();
    let kinds = [
        Kind {
            id: "allergy",
            title: t.card_allergies,
            name: t.card_allergy,
            more: t.card_reaction,
            none: Some((Topic::Allergies, t.card_no_allergy)),
            what: |substance, reaction| What::Allergy { substance, reaction },
        },
        Kind {
            id: "treatment",
            title: t.card_treatments,
            name: t.card_treatment,
            more: t.card_directions,
            none: Some((Topic::Treatments, t.card_no_treatment)),
            what: |name, directions| What::Treatment { name, directions },
        },
        Kind {
            id: "illness",
            title: t.card_illnesses,
            name: t.card_illness,
            more: "",
            none: None,
            what: |name, _| What::Illness { name, since: None },
        },
    ];
    let noted: [Vec<(u64, Id)>; 3] = [allergies, treatments, illnesses];
    let mut parts = vec![subheading(t.card_title), paragraph("hint", t.card_lead)];
    parts.extend(kinds.into_iter().zip(noted).map(|(kind, noted)| part(care, person, &kind, noted)));
    block("card-notes", parts)
}

fn part(care: CareState, person: &Person, kind: &Kind, noted: Vec<(u64, String)>) -> AnyView {
    let t = text();
    let mut parts = vec![strong(kind.title)];
    let is_empty = noted.is_empty();
    let lines = noted.into_iter().map(|(event, said)| {
        let remove = move || care.note(vec![What::Undone(event)], text().care_removed.to_owned());
        item(vec![said.clone().into_any(), beside(t.care_remove, said, Box::new(remove))])
    });
    parts.push(list("card-lines", lines.collect()));
    if let Some((topic, label)) = kind.none.filter(|_| is_empty) {
        match person.none_known.get(&topic) {
            Some(day) => parts.push(paragraph("", format!("{label}, {} {}.", t.card_said_on, long(*day)))),
            None => {
                let none = move || care.note(vec![What::NoneKnown(topic)], text().care_noted.to_owned());
                parts.push(button("second", label, Box::new(none)));
            }
        }
    }
    parts.push(adding(care, kind));
    block("card-part", parts)
}

fn adding(care: CareState, kind: &Kind) -> AnyView {
    let t = text();
    let (name, more) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (id, what) = (kind.id, kind.what);
    let fault = Fault::none(format!("{id}-fault"));
    let send = move || -> Result<(), Said> {
        let said = words(name);
        if said.is_empty() {
            return Err(fault.say(id, t.card_missing));
        }
        care.note(vec![what(said, words(more))], t.care_noted.to_owned());
        Ok(())
    };
    let mut fields = vec![typed(fault, id, kind.name, "", "120", name)];
    if !kind.more.is_empty() {
        fields.push(typed(fault, format!("{id}-more"), kind.more, "", "200", more));
    }
    small_form(fault, fields, t.team_add, Box::new(send))
}
