//! FHIR from elsewhere: what is understood becomes proposals, which the person confirms one by one; everything else is
//! listed with its reason. Nothing is dropped silently, and nothing is noted here.

mod health;
mod observation;
mod patient;
mod resource;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use crate::content::Care;
use crate::record::What;

use super::super::clean;
use super::super::json;
use resource::Resource;

pub use super::super::known::is_known;
pub use super::super::message::{Found, Import, ImportError, Left, Place, Proposal, Why};

/// The most entries of a Bundle that are read.
pub const MOST_ENTRIES: usize = 20_000;

/// Reads a file: a Bundle of any kind, or a single resource.
///
/// # Errors
/// See [`ImportError`].
pub fn read(bytes: &[u8], content: &Care, today: NaiveDate) -> Result<Import, ImportError> {
    let value = json::read(bytes).map_err(ImportError::Json)?;
    let kind = value.get("resourceType").and_then(Value::as_str).ok_or(ImportError::NotFhir)?;
    let list = value.get("entry").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let entries: Vec<(&str, Option<&Value>)> = match kind {
        "Bundle" => list.iter().map(|entry| (name_of(entry, "fullUrl"), entry.get("resource"))).collect(),
        _ => vec![("", Some(&value))],
    };
    if entries.len() > MOST_ENTRIES {
        return Err(ImportError::TooManyEntries);
    }
    let mut reader = Reader { content, today, import: Import::default() };
    let resources = reader.resources(&entries);
    for resource in &resources {
        reader.take(resource, &resources);
    }
    reader.import.persons.retain(|found| !found.proposals.is_empty());
    Ok(reader.import)
}

/// A text that an object has under a name.
fn name_of<'a>(object: &'a Value, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Reads a file, resource by resource.
struct Reader<'a> {
    content: &'a Care,
    today: NaiveDate,
    import: Import,
}

impl Reader<'_> {
    /// The resources that are there, each once; what is none, or stands there twice, is listed.
    fn resources<'v>(&mut self, entries: &[(&'v str, Option<&'v Value>)]) -> Vec<Resource<'v>> {
        let mut known: BTreeMap<String, &Value> = BTreeMap::new();
        let mut resources = Vec::new();
        for (place, (full, value)) in entries.iter().enumerate() {
            let value = value.filter(|value| !name_of(value, "resourceType").is_empty());
            let Some(resource) = value.map(|value| Resource::new(place.saturating_add(1), full, value)) else {
                let place = Place { entry: place.saturating_add(1), ..Place::default() };
                self.import.left.push(Left { place, why: Why::NotAResource, text: String::new() });
                continue;
            };
            let mut names = resource.names();
            let before = names.iter().find_map(|name| known.get(name)).copied();
            match before {
                Some(other) if other == resource.value => self.leave(&resource, Why::Twice),
                Some(_) => self.leave(&resource, Why::SameName),
                None => {
                    known.extend(names.drain(..).map(|name| (name, resource.value)));
                    resources.push(resource);
                }
            }
        }
        resources
    }

    fn take(&mut self, resource: &Resource<'_>, all: &[Resource<'_>]) {
        let whom = match resource.kind {
            "Patient" => resource.full_name(),
            "Condition" | "Observation" | "MedicationStatement" | "Procedure" => resource.refers_to("subject"),
            "Immunization" | "AllergyIntolerance" => resource.refers_to("patient"),
            // A medication is read where a treatment refers to it.
            "Medication" if resource.is_referred_to(all) => return,
            _ => return self.leave(resource, Why::KindNotRead),
        };
        if resource.value.get("modifierExtension").is_some() || resource.value.get("implicitRules").is_some() {
            return self.leave(resource, Why::Modified);
        }
        let Some(person) = person_of(&whom, all) else { return self.leave(resource, Why::NobodyNamed) };
        let outcome = match resource.kind {
            "Patient" => self.patient(resource),
            "Condition" => health::illness(resource),
            "AllergyIntolerance" => health::allergy(resource),
            "MedicationStatement" => health::treatment(resource, all),
            "Immunization" => health::vaccine(resource, self.content, self.today),
            "Procedure" => health::deed(resource, self.content, self.today),
            _ => observation::values(resource, self.content, self.today),
        };
        for (why, text) in outcome.left {
            self.import.left.push(Left { place: resource.place(), why, text });
        }
        let place = resource.place();
        let proposals =
            outcome.found.into_iter().map(|(what, without)| Proposal { place: place.clone(), what, without });
        match self.import.persons.iter_mut().find(|found| found.reference == person) {
            Some(found) => found.proposals.extend(proposals),
            None => self.import.persons.push(Found { reference: person, proposals: proposals.collect() }),
        }
    }

    fn patient(&self, resource: &Resource<'_>) -> Outcome {
        patient::patient(resource, self.today)
    }

    fn leave(&mut self, resource: &Resource<'_>, why: Why) {
        self.import.left.push(Left { place: resource.place(), why, text: resource.words() });
    }
}

/// Whom something speaks of, by one name for each person. Who is named nowhere is the only Patient of the file; with
/// several, or none beside what names somebody, nobody can say.
fn person_of(reference: &str, all: &[Resource<'_>]) -> Option<String> {
    let patients = || all.iter().filter(|resource| resource.kind == "Patient");
    if reference.is_empty() {
        let mut patients = patients();
        return match (patients.next(), patients.next()) {
            (Some(only), None) => Some(only.full_name()),
            (None, _) => Some(String::new()),
            (Some(_), Some(_)) => None,
        };
    }
    let named = patients().find(|patient| patient.names().iter().any(|name| name == reference));
    Some(named.map_or_else(|| clean::text(reference).0, Resource::full_name))
}

/// What becomes of one resource.
#[derive(Default)]
struct Outcome {
    found: Vec<(What, Vec<Why>)>,
    left: Vec<(Why, String)>,
}

impl Outcome {
    fn left(why: Why, text: String) -> Self {
        Self { found: Vec::new(), left: vec![(why, text)] }
    }
}
