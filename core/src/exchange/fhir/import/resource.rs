//! A resource as it stands in a file, and how its parts are read: whatever is of another type than FHIR says is not there.

use chrono::NaiveDate;
use serde_json::Value;

use super::super::super::clean::{self, DayError};
use super::{Outcome, Place, Why, name_of};

/// A resource.
pub(super) struct Resource<'v> {
    entry: usize,
    full: &'v str,
    /// Its kind.
    pub kind: &'v str,
    /// All of it.
    pub value: &'v Value,
}

/// Names of parts that say nothing about the person.
const HOUSEKEEPING: [&str; 7] = ["resourceType", "id", "meta", "text", "language", "identifier", "contained"];

impl<'v> Resource<'v> {
    /// The resource of an entry.
    pub fn new(entry: usize, full: &'v str, value: &'v Value) -> Self {
        Self { entry, full, kind: name_of(value, "resourceType"), value }
    }

    /// The names by which others refer to it.
    pub fn names(&self) -> Vec<String> {
        let id = name_of(self.value, "id");
        let short = (!id.is_empty()).then(|| format!("{}/{id}", self.kind));
        let full = (!self.full.is_empty()).then(|| self.full.to_owned());
        full.into_iter().chain(short).collect()
    }

    /// The one name by which it is told from others; it may be empty.
    pub fn full_name(&self) -> String {
        self.names().into_iter().next().map(|name| clean::text(&name).0).unwrap_or_default()
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        let [kind, id] = [self.kind, name_of(self.value, "id")].map(|name| clean::text(name).0);
        Place { entry: self.entry, kind, id }
    }

    /// What it refers to under a name; empty where it does not.
    pub fn refers_to(&self, name: &str) -> String {
        self.value.get(name).map(|reference| name_of(reference, "reference").to_owned()).unwrap_or_default()
    }

    /// Whether a treatment refers to it.
    pub fn is_referred_to(&self, all: &[Resource<'_>]) -> bool {
        let names = self.names();
        all.iter().any(|other| {
            let reference = other.refers_to("medicationReference");
            !reference.is_empty() && names.contains(&reference)
        })
    }

    /// The first words that say what it is, for a list of what is not taken over.
    pub fn words(&self) -> String {
        let parts = ["code", "vaccineCode", "medicationCodeableConcept", "type", "category"];
        let concept = parts.iter().find_map(|part| self.value.get(*part).and_then(words_of));
        let text =
            || ["title", "description", "name"].iter().map(|part| name_of(self.value, part)).find(|t| !t.is_empty());
        clean::text(concept.or_else(text).unwrap_or_default()).0
    }

    /// A text under a name.
    pub fn text(&self, name: &str) -> &'v str {
        name_of(self.value, name)
    }

    /// A list under a name.
    pub fn list(&self, name: &str) -> &'v [Value] {
        self.value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a concept under a name has one of some codes, of whatever system: for the codes of states, which FHIR
    /// itself defines.
    pub fn has_code(&self, name: &str, codes: &[&str]) -> bool {
        self.value.get(name).is_some_and(|concept| codings(concept).any(|(_, code)| codes.contains(&code)))
    }

    /// Notes the parts that are there and were not read.
    pub fn parts_left(&self, read: &[&str], outcome: &mut Outcome) {
        let Some(object) = self.value.as_object() else { return };
        let left = object.keys().map(String::as_str);
        let left: Vec<&str> = left.filter(|name| !HOUSEKEEPING.contains(name) && !read.contains(name)).collect();
        if !left.is_empty() {
            outcome.left.push((Why::PartNotKept, clean::text(&left.join(", ")).0));
        }
    }
}

/// The codes of a concept, each with its system.
pub(super) fn codings(concept: &Value) -> impl Iterator<Item = (&str, &str)> {
    let list = concept.get("coding").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().map(|coding| (name_of(coding, "system"), name_of(coding, "code")))
}

/// What a concept is called: its text, else the name of a code, else a code.
pub(super) fn words_of(concept: &Value) -> Option<&str> {
    let text = Some(name_of(concept, "text")).filter(|text| !text.trim().is_empty());
    let list = concept.get("coding").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let of =
        |name: &'static str| list.iter().map(move |coding| name_of(coding, name)).find(|text| !text.trim().is_empty());
    text.or_else(|| of("display")).or_else(|| of("code"))
}

/// A text as it is kept; what was left out of it is noted.
pub(super) fn kept(raw: &str, without: &mut Vec<Why>) -> String {
    let (text, is_whole) = clean::text(raw);
    if !is_whole && !without.contains(&Why::Shortened) {
        without.push(Why::Shortened);
    }
    text
}

/// A day that has come.
pub(super) fn past(raw: &str, today: NaiveDate) -> Result<NaiveDate, Why> {
    let day = day(raw)?;
    if day > today { Err(Why::InTheFuture) } else { Ok(day) }
}

/// A day.
pub(super) fn day(raw: &str) -> Result<NaiveDate, Why> {
    clean::day(raw).map_err(|error| match error {
        DayError::NotADay => Why::NoDay,
        DayError::Incomplete => Why::DayIncomplete,
        DayError::Impossible => Why::DayImpossible,
    })
}
