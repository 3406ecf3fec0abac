//! What a record knows already, so that importing twice notes nothing twice.

use crate::pathway::Person;
use crate::record::What;

/// Whether a person's record says so already.
#[must_use]
pub fn is_known(person: &Person, what: &What) -> bool {
    let measured = |measure: &str, on, value, moment| {
        let same = |known: &crate::pathway::Measured| {
            known.measure == measure && known.on == on && known.value == value && known.moment == moment
        };
        person.measured.iter().any(same)
    };
    match what {
        What::Named { name, .. } => person.name == *name,
        What::Born(day) => person.birth == Some(*day),
        What::SexIs(sex) => person.sex == Some(*sex),
        What::Died(day) => person.died == Some(*day),
        What::Expecting(day) => person.pregnancy.is_some_and(|pregnancy| pregnancy.due == *day),
        What::PregnancyEnded(day) => person.pregnancy.is_some_and(|pregnancy| pregnancy.ended == Some(*day)),
        What::Measured { measure, on, value } => measured(measure, *on, *value, None),
        What::MeasuredAt { measure, on, moment, value } => measured(measure, *on, *value, Some(*moment)),
        What::Done { what, on } => person.done.iter().any(|done| done.what == *what && done.on == *on),
        What::Allergy { substance, reaction } => {
            person.allergies.iter().any(|known| known.substance == *substance && known.reaction == *reaction)
        }
        What::Treatment { name, directions } => {
            person.treatments.iter().any(|known| known.name == *name && known.directions == *directions)
        }
        What::Illness { name, since } => {
            person.illnesses.iter().any(|known| known.name == *name && known.since == *since)
        }
        What::NoneKnown(topic) => person.none_known.contains_key(topic),
        _ => false,
    }
}
