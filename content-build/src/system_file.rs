//! The shape of `content/system/*.toml` and `content/territories/*.toml`, as they are written. Every key is known: an
//! unknown one is refused.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use sentier_core::content::pathway::Component;
use sentier_core::content::system::{Kind, Moment, Zone};
use sentier_core::content::{Reading, Urgency, Weekday};

use crate::care_lists_file::Source;
use crate::file::{Contact, Review};

/// `system/sources.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sources {
    pub review_by: Option<Datetime>,
    pub source: Vec<Source>,
}

/// `system/map.toml`: what the zones and the moments of the map are called, and the parcours one in the other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Map {
    pub zone: Vec<ZoneWords>,
    pub moment: Vec<MomentWords>,
    pub ring: Vec<Ring>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ZoneWords {
    pub zone: Spanned<Zone>,
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MomentWords {
    pub moment: Moment,
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ring {
    pub entry: Spanned<String>,
    pub components: Vec<Component>,
}

/// The other files of `system/`: a family of entries each.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Family {
    pub id: Spanned<String>,
    pub order: u8,
    pub title: String,
    pub intro: String,
    pub review: Review,
    pub entry: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub id: Spanned<String>,
    pub name: String,
    #[serde(default)]
    pub acronyms: Vec<Acronym>,
    pub kind: Kind,
    pub what: [String; 2],
    pub when: String,
    pub how: String,
    #[serde(default)]
    pub ask: Vec<String>,
    #[serde(default)]
    pub contacts: Vec<String>,
    #[serde(default)]
    pub sites: Vec<String>,
    pub cost: String,
    pub before: Option<String>,
    pub now: Option<String>,
    #[serde(default)]
    pub see: Vec<String>,
    #[serde(default)]
    pub roles: Vec<String>,
    #[serde(default)]
    pub acts: Vec<String>,
    #[serde(default)]
    pub papers: Vec<String>,
    #[serde(default)]
    pub steps: Vec<String>,
    #[serde(default)]
    pub ways: Vec<String>,
    #[serde(default)]
    pub levels: Vec<Urgency>,
    pub professional: Option<String>,
    pub place: Place,
    pub sources: Vec<String>,
    pub reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Acronym {
    pub letters: String,
    pub means: String,
    pub context: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    pub zone: Zone,
    pub moment: Moment,
}

/// `system/glossary.toml`. `sources` and `reading` at the head hold for each term that says no others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Glossary {
    pub sources: Vec<String>,
    pub reading: Reading,
    pub names: Vec<Spanned<String>>,
    pub term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Term {
    pub letters: Spanned<String>,
    pub means: String,
    pub context: Option<String>,
    pub entry: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub reading: Option<Reading>,
}

/// `system/find.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Find {
    pub question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    pub id: Spanned<String>,
    pub title: String,
    pub sources: Vec<String>,
    pub reading: Reading,
    #[serde(default)]
    pub leads: Leads,
    #[serde(default)]
    pub choice: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    pub title: String,
    #[serde(default)]
    pub leads: Leads,
    #[serde(default)]
    pub choice: Vec<Choice>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Leads {
    pub say: Option<String>,
    #[serde(default)]
    pub ways: Vec<String>,
    #[serde(default)]
    pub contacts: Vec<String>,
    #[serde(default)]
    pub entries: Vec<String>,
    #[serde(default)]
    pub prepare: Vec<String>,
}

/// `territories/*.toml`: a host each.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Host {
    pub id: Spanned<String>,
    pub name: String,
    pub address: String,
    pub territories: Vec<String>,
    pub shipped: bool,
    pub review: Review,
    pub review_by: Option<Datetime>,
    #[serde(default)]
    pub source: Vec<Source>,
    #[serde(default)]
    pub contact: Vec<Contact>,
    #[serde(default)]
    pub place: Vec<LocalPlace>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LocalPlace {
    pub id: Spanned<String>,
    pub name: String,
    pub address: Option<String>,
    pub contact: Option<String>,
    #[serde(default)]
    pub open: Vec<Opening>,
    #[serde(default)]
    pub open_on_holidays: bool,
    pub accessibility: Option<String>,
    pub cost: Option<String>,
    #[serde(default)]
    pub beside: Vec<String>,
    #[serde(default)]
    pub entries: Vec<String>,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Opening {
    pub days: Vec<Weekday>,
    pub from: Spanned<String>,
    pub until: Spanned<String>,
}
