//! Who the person is, and who cares for them.

use serde_json::{Value, json};

use crate::content::Sex;

use super::element::{Entries, node, text, written};
use super::record::Source;

/// The person as a Patient. The fictional one is marked as test data.
pub(super) fn patient(source: &Source<'_>, entries: &mut Entries) {
    let (person, words) = (source.person, source.words);
    let sex = person.sex.map(|sex| match sex {
        Sex::Female => "female",
        Sex::Male => "male",
    });
    let test = json!({"security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HTEST"}]});
    let name = Value::from(text(&person.name));
    let has_name = !person.name.trim().is_empty();
    let resource = node()
        .with("meta", if person.is_example { test } else { Value::Null })
        .with("name", if has_name { json!([name]) } else { Value::Null })
        .with("gender", sex)
        .with("birthDate", person.birth.map(|day| day.to_string()))
        .with("deceasedDateTime", person.died.map(|day| day.to_string()));
    let mut lines = vec![person.name.clone()];
    lines.extend(person.birth.map(|day| format!("{} {}", words.born, written(day))));
    lines.extend(person.died.map(|day| format!("{} {}", words.died, written(day))));
    entries.add("Patient", "", resource, &lines);
}

/// The care team: those near the person as RelatedPerson, everybody else as PractitionerRole, which says nothing of
/// whether it is one person or an office.
pub(super) fn team(source: &Source<'_>, entries: &mut Entries) {
    let patient = entries.reference("Patient", "");
    let mut members = Vec::new();
    let mut all = Vec::new();
    for member in &source.person.team {
        let role = source.content.role(&member.role);
        let key = member.event.to_string();
        let telecom = node().with("system", system(&member.reach)).with("value", member.reach.as_str());
        let telecom = if member.reach.trim().is_empty() { Value::Null } else { json!([Value::from(telecom)]) };
        let line = [role, &member.name, &member.reach].map(str::trim).join(" ");
        let is_near = member.role == source.content.landmarks().near;
        let kind = if is_near { "RelatedPerson" } else { "PractitionerRole" };
        let resource = if is_near {
            let name = Value::from(text(&member.name));
            let has_name = !member.name.trim().is_empty();
            node()
                .with("patient", patient.clone())
                .with("relationship", json!([Value::from(text(role))]))
                .with("name", if has_name { json!([name]) } else { Value::Null })
        } else {
            let practitioner = node().with("display", member.name.as_str());
            node().with("practitioner", practitioner).with("code", json!([Value::from(text(role))]))
        };
        entries.add(kind, &key, resource.with("telecom", telecom), std::slice::from_ref(&line));
        members.push(json!({"role": [Value::from(text(role))], "member": entries.reference(kind, &key)}));
        all.push(line);
    }
    if !members.is_empty() {
        let resource =
            node().with("status", "active").with("subject", patient).with("participant", Value::Array(members));
        entries.add("CareTeam", "", resource, &all);
    }
}

/// What kind of address something is to be reached by.
fn system(reach: &str) -> &'static str {
    let is_number = reach.chars().all(|letter| letter.is_ascii_digit() || " +.-()\u{a0}\u{202f}".contains(letter));
    match (reach.contains('@'), is_number) {
        (true, _) => "email",
        (false, true) => "phone",
        (false, false) => "other",
    }
}
