//! Illnesses, allergies, treatments, and what was done.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::pathway::Topic;

use super::element::{Entries, Node, coding, concept, node, text, written};
use super::record::Source;
use super::{NONE_KNOWN, OURS};

/// What somebody says of their own health is not confirmed by anybody.
fn unconfirmed(system: &str) -> Value {
    json!({"coding": [{"system": format!("http://terminology.hl7.org/CodeSystem/{system}"), "code": "unconfirmed"}]})
}

/// Illnesses as Condition. Whether one is over is not known, so nothing is said of it.
pub(super) fn illnesses(source: &Source<'_>, entries: &mut Entries) {
    for illness in &source.person.illnesses {
        let resource = node()
            .with("verificationStatus", unconfirmed("condition-ver-status"))
            .with("code", text(&illness.name))
            .with("subject", entries.reference("Patient", ""))
            .with("onsetDateTime", illness.since.map(|day| day.to_string()));
        let since = illness.since.map(|day| format!(" ({})", written(day))).unwrap_or_default();
        entries.add("Condition", &illness.event.to_string(), resource, &[format!("{}{since}", illness.name)]);
    }
}

/// That there is none of something, by the code of the International Patient Summary.
fn none_known(code: &str, words: &str) -> Node {
    concept(coding(NONE_KNOWN, code), words)
}

/// Allergies as AllergyIntolerance, or that there is none: what is named counts more than that nothing was.
pub(super) fn allergies(source: &Source<'_>, entries: &mut Entries) {
    if source.person.allergies.is_empty() && source.person.none_known.contains_key(&Topic::Allergies) {
        let words = source.words.no_allergies;
        let active = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
        let resource = node()
            .with("clinicalStatus", json!({"coding": [{"system": active, "code": "active"}]}))
            .with("code", none_known("no-known-allergies", words))
            .with("patient", entries.reference("Patient", ""));
        entries.add("AllergyIntolerance", "none", resource, &[words.to_owned()]);
    }
    for allergy in &source.person.allergies {
        let active = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
        let reaction = json!([{"manifestation": [Value::from(text(&allergy.reaction))]}]);
        let resource = node()
            .with("clinicalStatus", json!({"coding": [{"system": active, "code": "active"}]}))
            .with("verificationStatus", unconfirmed("allergyintolerance-verification"))
            .with("code", text(&allergy.substance))
            .with("patient", entries.reference("Patient", ""))
            .with("reaction", if allergy.reaction.trim().is_empty() { Value::Null } else { reaction });
        let line = [allergy.substance.as_str(), &allergy.reaction].join(" — ");
        entries.add("AllergyIntolerance", &allergy.event.to_string(), resource, &[line]);
    }
}

/// Treatments as MedicationStatement, or that there is none.
pub(super) fn treatments(source: &Source<'_>, entries: &mut Entries) {
    if source.person.treatments.is_empty() && source.person.none_known.contains_key(&Topic::Treatments) {
        let words = source.words.no_treatments;
        let resource = node()
            .with("status", "unknown")
            .with("medicationCodeableConcept", none_known("no-known-medications", words))
            .with("subject", entries.reference("Patient", ""));
        entries.add("MedicationStatement", "none", resource, &[words.to_owned()]);
    }
    for treatment in &source.person.treatments {
        let dosage = json!([Value::from(text(&treatment.directions))]);
        let resource = node()
            .with("status", "active")
            .with("medicationCodeableConcept", text(&treatment.name))
            .with("subject", entries.reference("Patient", ""))
            .with("dosage", if treatment.directions.trim().is_empty() { Value::Null } else { dosage });
        let line = [treatment.name.as_str(), &treatment.directions].join(" — ");
        entries.add("MedicationStatement", &treatment.event.to_string(), resource, &[line]);
    }
}

/// What was done: vaccines as Immunization, the rest as Procedure.
pub(super) fn done(source: &Source<'_>, entries: &mut Entries) {
    for done in &source.person.done {
        let title = source.content.deed(&done.what);
        let what = concept(coding(&format!("{OURS}/deed"), &done.what).with("display", title), title);
        let on = done.on.map_or_else(|| source.words.day_unknown.to_owned(), written);
        let (key, line) = (done.event.to_string(), format!("{title} ({on})"));
        let patient = entries.reference("Patient", "");
        let resource = node().with("status", "completed");
        if source.content.is_vaccine(&done.what) {
            let resource = resource.with("vaccineCode", what).with("patient", patient);
            entries.add("Immunization", &key, moment(resource, "occurrence", done.on, source), &[line]);
        } else {
            let resource = resource.with("code", what).with("subject", patient);
            entries.add("Procedure", &key, moment(resource, "performed", done.on, source), &[line]);
        }
    }
}

/// With the day on which something was done, or with the words for a day that is not known.
fn moment(resource: Node, name: &str, on: Option<NaiveDate>, source: &Source<'_>) -> Node {
    match on {
        Some(day) => resource.with(&format!("{name}DateTime"), day.to_string()),
        None => resource.with(&format!("{name}String"), source.words.day_unknown),
    }
}
