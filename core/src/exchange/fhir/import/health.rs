//! Illnesses, allergies, treatments, vaccines, and what else was done.

use chrono::NaiveDate;
use serde_json::Value;

use crate::content::Care;
use crate::pathway::Topic;
use crate::record::What;

use super::super::{NONE_KNOWN, OURS};
use super::resource::{Resource, codings, kept, past, words_of};
use super::{Outcome, Why, name_of};

/// What it was found to be that it was not, or was noted by mistake.
fn is_untrue(resource: &Resource<'_>) -> Option<Why> {
    if resource.has_code("verificationStatus", &["entered-in-error"]) || resource.text("status") == "entered-in-error" {
        return Some(Why::Withdrawn);
    }
    resource.has_code("verificationStatus", &["refuted"]).then_some(Why::Refuted)
}

/// The name of what a concept says; without one nothing can be proposed.
fn named(resource: &Resource<'_>, part: &str, without: &mut Vec<Why>) -> Option<String> {
    let name = kept(words_of(resource.value.get(part)?)?, without);
    (!name.is_empty()).then_some(name)
}

pub(super) fn illness(resource: &Resource<'_>) -> Outcome {
    if let Some(why) = is_untrue(resource) {
        return Outcome::left(why, resource.words());
    }
    let mut outcome = Outcome::default();
    let mut without = Vec::new();
    match named(resource, "code", &mut without) {
        Some(name) => {
            let onset = Some(resource.text("onsetDateTime")).filter(|raw| !raw.is_empty());
            let since = onset.and_then(|raw| super::resource::day(raw).map_err(|why| without.push(why)).ok());
            outcome.found.push((What::Illness { name, since }, without));
        }
        None => outcome.left.push((Why::NoName, String::new())),
    }
    let read = ["verificationStatus", "clinicalStatus", "category", "code", "subject", "onsetDateTime"];
    resource.parts_left(&read, &mut outcome);
    outcome
}

/// Whether a concept says that there is none of something; or that nothing is known, which says nothing.
fn none_known(concept: Option<&Value>, none: &str) -> bool {
    concept.is_some_and(|concept| codings(concept).any(|code| code == (NONE_KNOWN, none)))
}

pub(super) fn allergy(resource: &Resource<'_>) -> Outcome {
    if let Some(why) = is_untrue(resource) {
        return Outcome::left(why, resource.words());
    }
    if resource.has_code("clinicalStatus", &["inactive", "resolved"]) {
        return Outcome::left(Why::Over, resource.words());
    }
    let mut outcome = Outcome::default();
    let code = resource.value.get("code");
    if none_known(code, "no-known-allergies") {
        outcome.found.push((What::NoneKnown(Topic::Allergies), Vec::new()));
    } else if code.is_some_and(|code| codings(code).any(|(system, _)| system == NONE_KNOWN)) {
        outcome.left.push((Why::CodeUnknown, resource.words()));
    } else {
        let mut without = Vec::new();
        let reactions = resource.list("reaction").iter();
        let list =
            |reaction: &Value| reaction.get("manifestation").and_then(Value::as_array).cloned().unwrap_or_default();
        let shown: Vec<Value> = reactions.flat_map(list).collect();
        let shown: Vec<&str> = shown.iter().filter_map(words_of).collect();
        let reaction = kept(&shown.join(", "), &mut without);
        match named(resource, "code", &mut without) {
            Some(substance) => outcome.found.push((What::Allergy { substance, reaction }, without)),
            None => outcome.left.push((Why::NoName, reaction)),
        }
    }
    let read = ["verificationStatus", "clinicalStatus", "type", "category", "code", "patient", "reaction"];
    resource.parts_left(&read, &mut outcome);
    outcome
}

pub(super) fn treatment(resource: &Resource<'_>, all: &[Resource<'_>]) -> Outcome {
    if let Some(why) = is_untrue(resource) {
        return Outcome::left(why, resource.words());
    }
    if matches!(resource.text("status"), "completed" | "stopped" | "not-taken" | "on-hold") {
        return Outcome::left(Why::Over, resource.words());
    }
    let mut outcome = Outcome::default();
    let mut without = Vec::new();
    let concept = resource.value.get("medicationCodeableConcept").or_else(|| medication(resource, all));
    if none_known(concept, "no-known-medications") {
        outcome.found.push((What::NoneKnown(Topic::Treatments), without));
    } else if let Some(name) =
        concept.and_then(words_of).map(|name| kept(name, &mut without)).filter(|name| !name.is_empty())
    {
        let directions: Vec<&str> = resource.list("dosage").iter().map(|dosage| name_of(dosage, "text")).collect();
        if directions.iter().any(|text| text.is_empty()) {
            without.push(Why::PartNotKept);
        }
        let directions = kept(&directions.join(", "), &mut without);
        outcome.found.push((What::Treatment { name, directions }, without));
    } else {
        outcome.left.push((Why::NoName, resource.words()));
    }
    let read = ["status", "category", "medicationCodeableConcept", "medicationReference", "subject", "dosage"];
    resource.parts_left(&read, &mut outcome);
    outcome
}

/// The code of the medication that is referred to, within the resource or in the file. What that refers to is not followed.
fn medication<'v>(resource: &Resource<'v>, all: &[Resource<'v>]) -> Option<&'v Value> {
    let reference = resource.refers_to("medicationReference");
    let own = resource.list("contained").iter().find(|own| reference.strip_prefix('#') == Some(name_of(own, "id")));
    let other = || all.iter().find(|other| other.kind == "Medication" && other.names().contains(&reference));
    own.or_else(|| other().map(|other| other.value)).filter(|_| !reference.is_empty())?.get("code")
}

pub(super) fn vaccine(resource: &Resource<'_>, content: &Care, today: NaiveDate) -> Outcome {
    let read = ["status", "vaccineCode", "patient", "occurrenceDateTime", "occurrenceString"];
    done(resource, ("vaccineCode", "occurrenceDateTime"), &read, |what| content.is_vaccine(what), today)
}

/// Of what else was done only what we wrote ourselves is known.
pub(super) fn deed(resource: &Resource<'_>, content: &Care, today: NaiveDate) -> Outcome {
    let read = ["status", "code", "subject", "performedDateTime", "performedString"];
    let is_known = |what: &str| content.step(what).is_some() || content.draft().acts.iter().any(|act| act.id == what);
    done(resource, ("code", "performedDateTime"), &read, is_known, today)
}

fn done(
    resource: &Resource<'_>,
    (code, moment): (&str, &str),
    read: &[&str],
    is_known: impl Fn(&str) -> bool,
    today: NaiveDate,
) -> Outcome {
    match resource.text("status") {
        "completed" => {}
        "entered-in-error" => return Outcome::left(Why::Withdrawn, resource.words()),
        _ => return Outcome::left(Why::NotDone, resource.words()),
    }
    let mut outcome = Outcome::default();
    let ours = format!("{OURS}/deed");
    let what = resource.value.get(code).and_then(|concept| {
        codings(concept).find(|(system, code)| *system == ours && is_known(code)).map(|(_, code)| code.to_owned())
    });
    let raw = resource.text(moment);
    let on = if raw.is_empty() { Err(Why::NoDay) } else { past(raw, today) };
    match (what, on) {
        (None, _) => outcome.left.push((Why::CodeUnknown, resource.words())),
        (Some(what), Ok(on)) => outcome.found.push((What::Done { what, on: Some(on) }, Vec::new())),
        // That it was done is worth noting though nobody knows when; what is still to come was not done.
        (Some(what), Err(why @ (Why::NoDay | Why::DayIncomplete))) => {
            outcome.found.push((What::Done { what, on: None }, vec![why]));
        }
        (Some(_), Err(why)) => outcome.left.push((why, resource.words())),
    }
    resource.parts_left(read, &mut outcome);
    outcome
}
