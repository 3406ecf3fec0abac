//! The shape of the content files, as they are written. Every key is known: an unknown one is refused.

use serde::Deserialize;
use toml::Spanned;

use sentier_core::content::{Channel, Reading, ReviewStatus, Sex, UnknownReading, Urgency};

/// `sources.toml`, `contacts.toml`, `ways.toml`, `levels.toml`, `measures.toml`, `parts.toml`: lists, one kind a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lists {
    pub review_by: Option<toml::value::Datetime>,
    #[serde(default)]
    pub source: Vec<Source>,
    #[serde(default)]
    pub contact: Vec<Contact>,
    #[serde(default)]
    pub way: Vec<Way>,
    #[serde(default)]
    pub level: Vec<Level>,
    #[serde(default)]
    pub measure: Vec<Measure>,
    #[serde(default)]
    pub part: Vec<Part>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub id: Spanned<String>,
    pub title: String,
    pub publisher: String,
    pub date: String,
    #[serde(default)]
    pub address: String,
    pub reading: Reading,
    pub review_by: Option<toml::value::Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contact {
    pub id: Spanned<String>,
    pub number: String,
    pub channel: Channel,
    pub name: String,
    pub when: String,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Way {
    pub id: Spanned<String>,
    pub action: String,
    pub explain: String,
    pub contact: Option<String>,
    #[serde(default)]
    pub beside: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Level {
    pub level: Spanned<Urgency>,
    pub name: String,
    pub headline: String,
    pub recall: String,
    #[serde(default)]
    pub unreachable: String,
    pub way: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Measure {
    pub id: Spanned<String>,
    pub name: String,
    pub ask: String,
    pub help: Option<String>,
    pub unit: String,
    pub min: f64,
    pub max: f64,
    #[serde(default)]
    pub decimals: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    pub id: Spanned<String>,
    pub title: String,
}

/// `triage/*.toml`: one motif a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Motif {
    pub id: Spanned<String>,
    pub card: String,
    pub title: String,
    pub part: String,
    pub applies_to: Option<Spanned<AppliesTo>>,
    pub words: Vec<String>,
    #[serde(default)]
    pub asks_also: Vec<String>,
    #[serde(default)]
    pub always_shown: Vec<String>,
    #[serde(default = "yes")]
    pub leaves_trace: bool,
    pub sources: Vec<String>,
    pub review: Review,
    pub meanwhile: Vec<String>,
    #[serde(default)]
    pub self_care: Vec<String>,
    #[serde(default)]
    pub sign: Vec<Sign>,
    #[serde(default)]
    pub rule: Vec<Rule>,
    pub otherwise: Otherwise,
    #[serde(default)]
    pub vignette: Vec<Vignette>,
}

/// `groups/*.toml`: signs and rules that several motifs share.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    pub id: Spanned<String>,
    pub title: String,
    #[serde(default)]
    pub asks_also: Vec<String>,
    pub sources: Vec<String>,
    pub review: Review,
    #[serde(default)]
    pub sign: Vec<Sign>,
    #[serde(default)]
    pub rule: Vec<Rule>,
    #[serde(default)]
    pub vignette: Vec<Vignette>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Review {
    pub status: ReviewStatus,
    pub before: toml::value::Datetime,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sign {
    pub id: Spanned<String>,
    pub ask: String,
    pub help: Option<String>,
    pub level: Option<Urgency>,
    pub because: Option<String>,
    pub doubt_about: Option<UnknownReading>,
    #[serde(default)]
    pub only_for: Vec<String>,
    pub can_appear: Option<bool>,
    #[serde(default = "yes")]
    pub leaves_trace: bool,
    pub answered_by: Option<AnsweredBy>,
    pub age: Option<AgeBand>,
    pub sex: Option<Sex>,
    pub way: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnsweredBy {
    pub measure: String,
    pub instead: String,
    pub from: Option<f64>,
    pub below: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgeBand {
    pub from: Option<String>,
    pub below: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AppliesTo {
    pub from: Option<String>,
    pub below: Option<String>,
    pub sex: Option<Sex>,
    #[serde(default)]
    pub pregnant: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub id: Spanned<String>,
    pub because: String,
    #[serde(default)]
    pub all: Vec<String>,
    #[serde(default)]
    pub any: Vec<String>,
    pub some: Option<AtLeast>,
    pub level: Option<Urgency>,
    #[serde(default)]
    pub one_step_up: bool,
    pub doubt_gives: Option<Urgency>,
    pub way: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AtLeast {
    pub at_least: usize,
    pub of: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Otherwise {
    pub level: Urgency,
    pub way: Option<String>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vignette {
    pub story: Spanned<String>,
    pub motif: Option<String>,
    pub age: String,
    pub sex: Sex,
    #[serde(default)]
    pub yes: Vec<String>,
    #[serde(default)]
    pub does_not_know: Vec<String>,
    #[serde(default)]
    pub measures: std::collections::BTreeMap<String, MeasureValue>,
    pub expect: Urgency,
    pub decided_by: String,
}

/// A value, or the word "impossible".
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum MeasureValue {
    Number(f64),
    Word(Impossible),
}

/// The measure could not be taken.
#[derive(Deserialize)]
pub(crate) enum Impossible {
    #[serde(rename = "impossible")]
    Impossible,
}

fn yes() -> bool {
    true
}
