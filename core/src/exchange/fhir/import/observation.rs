//! Values that were measured.

use chrono::NaiveDate;
use serde_json::Value;

use crate::content::{Care, Code, Observation};
use crate::pathway::Moment;
use crate::pathway::series::plausible;
use crate::record::What;

use super::super::{LOINC, OURS, UCUM};
use super::resource::{Resource, codings, day, kept, past, words_of};
use super::{Outcome, Why, name_of};

/// The parts that are read, or that only say again what the code says.
const PARTS: [&str; 9] = [
    "status",
    "category",
    "code",
    "subject",
    "effectiveDateTime",
    "effectiveInstant",
    "valueQuantity",
    "valueDateTime",
    "component",
];

/// The values of an Observation: its own, or those of its components.
pub(super) fn values(resource: &Resource<'_>, content: &Care, today: NaiveDate) -> Outcome {
    if matches!(resource.text("status"), "entered-in-error" | "cancelled") {
        return Outcome::left(Why::Withdrawn, resource.words());
    }
    let mut outcome = Outcome::default();
    let components = resource.list("component");
    let parts = if components.is_empty() { std::slice::from_ref(resource.value) } else { components };
    if let Some(due) = pregnancy(resource, content) {
        match due {
            Ok(what) => outcome.found.push((what, Vec::new())),
            Err(why) => outcome.left.push((why, resource.words())),
        }
    } else {
        let on = [resource.text("effectiveDateTime"), resource.text("effectiveInstant")];
        let on = on.into_iter().find(|raw| !raw.is_empty()).map_or(Err(Why::NoDay), |raw| past(raw, today));
        let moment = moment(resource);
        for part in parts {
            let measured = on.and_then(|on| value(part, content).map(|(measure, value)| (measure, on, value)));
            match measured {
                Ok((measure, on, value)) => {
                    let what = match moment {
                        Some(moment) => What::MeasuredAt { measure, on, moment, value },
                        None => What::Measured { measure, on, value },
                    };
                    outcome.found.push((what, Vec::new()));
                }
                Err(why) => outcome.left.push((why, told(part))),
            }
        }
        if !components.is_empty() && resource.value.get("valueQuantity").is_some() {
            outcome.left.push((Why::PartNotKept, "valueQuantity".to_owned()));
        }
    }
    let read: Vec<&str> = PARTS.into_iter().chain(moment(resource).map(|_| "extension")).collect();
    resource.parts_left(&read, &mut outcome);
    outcome
}

/// What a part says, for a list.
fn told(part: &Value) -> String {
    let name = part.get("code").and_then(words_of).unwrap_or_default();
    let quantity = part.get("valueQuantity");
    let value = quantity.and_then(|quantity| quantity.get("value")).map(Value::to_string).unwrap_or_default();
    let unit = quantity.map(|quantity| name_of(quantity, "unit")).unwrap_or_default();
    kept(&[name, &value, unit].join(" "), &mut Vec::new())
}

/// In the morning or in the evening, as we write it.
fn moment(resource: &Resource<'_>) -> Option<Moment> {
    let [extension] = resource.list("extension") else { return None };
    match (name_of(extension, "url").strip_prefix(OURS), name_of(extension, "valueCode")) {
        (Some("/moment"), "MORN") => Some(Moment::Morning),
        (Some("/moment"), "EVE") => Some(Moment::Evening),
        _ => None,
    }
}

/// The day expected of a birth, or the day on which a pregnancy ended.
fn pregnancy(resource: &Resource<'_>, content: &Care) -> Option<Result<What, Why>> {
    let ours = format!("{OURS}/pregnancy");
    let loinc = &content.landmarks().due_date_loinc;
    let kind = codings(resource.value.get("code")?).find_map(|(system, code)| match (system, code) {
        (LOINC, code) if code == loinc => Some(What::Expecting as fn(NaiveDate) -> What),
        (system, "due") if system == ours => Some(What::Expecting),
        (system, "ended") if system == ours => Some(What::PregnancyEnded),
        _ => None,
    })?;
    let raw = resource.text("valueDateTime");
    Some(if raw.is_empty() { Err(Why::NoValue) } else { day(raw).map(kind) })
}

/// The measure and the value, in hundredths of its unit.
fn value(part: &Value, content: &Care) -> Result<(String, i64), Why> {
    let observation = part.get("code").and_then(|code| observation(code, content)).ok_or(Why::CodeUnknown)?;
    let quantity = part.get("valueQuantity").ok_or(Why::NoValue)?;
    if quantity.get("comparator").is_some() {
        return Err(Why::NotExact);
    }
    let number = quantity.get("value").and_then(Value::as_f64).ok_or(Why::NoValue)?;
    let kept = in_unit(observation, quantity, number).ok_or(Why::UnitUnknown)?;
    let hundredths = (kept * 100.0).round();
    // Whatever people measure is far within these bounds, in which the cast is exact.
    if !(hundredths.is_finite() && hundredths.abs() < 1e12) {
        return Err(Why::Implausible);
    }
    let value = hundredths as i64;
    if plausible(observation, value) { Ok((observation.id.clone(), value)) } else { Err(Why::Implausible) }
}

/// The measure that a concept means.
fn observation<'a>(concept: &Value, content: &'a Care) -> Option<&'a Observation> {
    let ours = format!("{OURS}/measure");
    let means = |code: &Code, given: &str| code.loinc == given || code.also.iter().any(|other| other == given);
    codings(concept).find_map(|(system, given)| match system {
        LOINC => {
            content.draft().observations.iter().find(|known| known.code.as_ref().is_some_and(|code| means(code, given)))
        }
        system if system == ours => content.observation(given),
        _ => None,
    })
}

/// A number of whichever unit in the unit in which the measure is kept.
fn in_unit(observation: &Observation, quantity: &Value, number: f64) -> Option<f64> {
    let code = observation.code.as_ref();
    let (given, is_ucum) = (name_of(quantity, "code"), name_of(quantity, "system") == UCUM);
    if is_ucum && !given.is_empty() {
        let ours = code?.ucum.as_str();
        // A score has no dimension, whatever stands in the braces.
        let is_score = ours.starts_with('{') && (given == "1" || given.starts_with('{'));
        if given == ours || is_score {
            return Some(number);
        }
        let others = observation.other_units.iter().chain(code.into_iter().flat_map(|code| &code.read));
        let other = others.into_iter().find(|other| other.ucum.as_deref() == Some(given))?;
        return Some((number - other.plus) / other.times);
    }
    let unit = name_of(quantity, "unit").trim();
    if unit == observation.unit || code.is_some_and(|code| code.ucum == unit) {
        return Some(number);
    }
    let other = observation.other_units.iter().find(|other| other.unit == unit)?;
    Some((number - other.plus) / other.times)
}
