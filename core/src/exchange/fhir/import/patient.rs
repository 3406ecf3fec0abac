//! Who the person is.

use chrono::NaiveDate;
use serde_json::Value;

use crate::content::Sex;
use crate::record::What;

use super::resource::{Resource, kept, past};
use super::{Outcome, Why, name_of};

/// The parts that are read.
const PARTS: [&str; 4] = ["name", "gender", "birthDate", "deceasedDateTime"];

pub(super) fn patient(resource: &Resource<'_>, today: NaiveDate) -> Outcome {
    let mut outcome = Outcome::default();
    let names = resource.list("name");
    let usual = names.iter().find(|name| name_of(name, "use") == "usual").or_else(|| names.first());
    match usual.map(called).filter(|name| !name.trim().is_empty()) {
        Some(name) => {
            let mut without = Vec::new();
            let name = kept(&name, &mut without);
            let is_test = resource.value.pointer("/meta/security").is_some_and(is_test);
            outcome.found.push((What::Named { name, is_example: is_test }, without));
        }
        None => outcome.left.push((Why::NoName, String::new())),
    }
    for (part, make) in [("birthDate", What::Born as fn(NaiveDate) -> What), ("deceasedDateTime", What::Died)] {
        let raw = resource.text(part);
        if raw.is_empty() {
            continue;
        }
        match past(raw, today) {
            Ok(day) => outcome.found.push((make(day), Vec::new())),
            Err(why) => outcome.left.push((why, format!("{part} {}", kept(raw, &mut Vec::new())))),
        }
    }
    match resource.text("gender") {
        "" => {}
        "female" => outcome.found.push((What::SexIs(Sex::Female), Vec::new())),
        "male" => outcome.found.push((What::SexIs(Sex::Male), Vec::new())),
        other => outcome.left.push((Why::CodeUnknown, format!("gender {}", kept(other, &mut Vec::new())))),
    }
    resource.parts_left(&PARTS, &mut outcome);
    outcome
}

/// A name as it is said: its text, else its parts.
fn called(name: &Value) -> String {
    let text = name_of(name, "text");
    if !text.trim().is_empty() {
        return text.to_owned();
    }
    let given = name.get("given").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let parts = given.iter().filter_map(Value::as_str).chain([name_of(name, "family")]);
    parts.filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a label says that the data are for trying.
fn is_test(labels: &Value) -> bool {
    let labels = labels.as_array().map(Vec::as_slice).unwrap_or_default();
    labels.iter().any(|label| name_of(label, "code") == "HTEST")
}
