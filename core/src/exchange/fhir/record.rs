//! A person's record as a Bundle of the kind `collection`.

use serde_json::Value;

use crate::content::Care;
use crate::pathway::Person;
use crate::record::Record;

use super::element::{Entries, instant, node, uuid};
use super::{Occasion, Words, care, health, measures, person, plan, said};

/// Why nothing is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The record knows no such person.
    NobodyThere,
}

/// What the parts of a record are made from.
pub(super) struct Source<'a> {
    pub content: &'a Care,
    pub person: &'a Person,
    pub occasion: Occasion,
    pub words: &'a Words<'a>,
}

/// All that is known of a person, as one Bundle. Its names are the same in every export of the same record: they rest on
/// the number of the person's first event, which no other device gives.
///
/// # Errors
/// See [`ExportError`].
pub fn collection(
    content: &Care,
    record: &Record,
    person: u32,
    occasion: Occasion,
    words: &Words<'_>,
) -> Result<Value, ExportError> {
    let known = record.person(person).ok_or(ExportError::NobodyThere)?;
    let first = record.events().iter().find(|event| event.person == person).map_or(0, |event| event.id);
    let source = Source { content, person: known, occasion, words };
    let owner = format!("{first}/{person}");
    let mut entries = Entries::of(owner.clone());
    person::patient(&source, &mut entries);
    health::illnesses(&source, &mut entries);
    health::allergies(&source, &mut entries);
    health::treatments(&source, &mut entries);
    health::done(&source, &mut entries);
    measures::pregnancy(&source, &mut entries);
    measures::measured(&source, &mut entries);
    measures::targets(&source, &mut entries);
    said::facts(&source, &mut entries);
    person::team(&source, &mut entries);
    plan::plans(&source, &mut entries);
    plan::appointments(&source, &mut entries);
    care::documents(&source, &mut entries);
    care::rights(&source, &mut entries);
    care::questions(&source, &mut entries);
    let bundle = node()
        .with("resourceType", "Bundle")
        .with("id", uuid(&[&owner, "Bundle", "collection"]))
        .with("type", "collection")
        .with("timestamp", instant(occasion.made))
        .with("entry", entries.into_list());
    Ok(bundle.into())
}
