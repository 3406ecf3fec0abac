//! What must hold of the words of the content.

use super::check::Found;
use super::{Draft, Id, Library, Problem};

/// Finds what is wrong with the words of a draft. A subject is the name of the thing in `words.toml`.
pub(super) fn check(draft: &Draft, found: &mut Found) {
    let words = &draft.words;
    let is_motif = |id: &Id| draft.motifs.iter().any(|motif| &motif.door.id == id);
    let has = |group: &str, id: &Id| {
        draft.groups.iter().any(|known| known.id == group && known.signs.iter().any(|sign| &sign.id == id))
    };
    for vital in &words.vitals {
        let is_known = is_motif(&vital.speaks_of) || has(Library::GATE, &vital.speaks_of);
        let subject = format!("vital {}", vital.speaks_of);
        found.require_known(is_known, &subject, "motif, nor sign of the gate,", &vital.speaks_of);
        found.require(
            vital.says.iter().all(|said| !said.trim().is_empty()),
            &subject,
            Problem::Wording("this says nothing; write its words"),
        );
    }
    let pregnancy = &words.pregnancy;
    let is_asked = has(Library::TERRAIN, &pregnancy.sign);
    found.require_known(is_asked || pregnancy.says.is_empty(), &"pregnancy".to_owned(), "sign", &pregnancy.sign);
    let temperature = &words.temperature;
    let measure = draft.measures.iter().find(|measure| measure.id == temperature.measure);
    let subject = "temperature words".to_owned();
    found.require_known(measure.is_some() || temperature.fever.is_empty(), &subject, "measure", &temperature.measure);
    if let Some(measure) = measure {
        let is_inside = measure.min <= temperature.lowest
            && temperature.lowest <= temperature.fever_from
            && temperature.fever_from <= temperature.greatest
            && temperature.greatest <= measure.max;
        found.require(is_inside, &subject, Problem::Bounds);
    }
}
