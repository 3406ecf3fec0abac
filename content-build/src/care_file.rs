//! The shape of the files of pathways and of the persons that test them. Every key is known: an unknown one is refused.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use sentier_core::content::pathway::{Component, StepStatus};
use sentier_core::content::{Reading, Sex, SourceLevel, Urgency};

use crate::file::{AgeBand, Review};

/// `pathway-lists/*.toml`: what pathways share.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lists {
    pub review_by: Option<Datetime>,
    pub landmarks: Option<Spanned<Landmarks>>,
    #[serde(default)]
    pub role: Vec<Role>,
    #[serde(default)]
    pub paper: Vec<Paper>,
    #[serde(default)]
    pub act: Vec<Act>,
    #[serde(default)]
    pub fact: Vec<Fact>,
    #[serde(default)]
    pub observation: Vec<Observation>,
    #[serde(default)]
    pub season: Vec<Season>,
    #[serde(default)]
    pub source: Vec<Source>,
}

/// The words that rules of the app itself rest on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Landmarks {
    pub myself: String,
    pub near: String,
    pub own_doctor: String,
    pub visit: String,
    pub visit_after_hospital: String,
    pub discharge: String,
    pub letters: Vec<String>,
    pub complex: String,
    pub together: Vec<[String; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Role {
    pub id: Spanned<String>,
    pub name: String,
    pub fulfils: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paper {
    pub id: Spanned<String>,
    pub name: String,
    pub renew: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Act {
    pub id: Spanned<String>,
    pub title: String,
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
    #[serde(default)]
    pub level: SourceLevel,
    pub reading: Reading,
    pub review_by: Option<Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fact {
    pub id: Spanned<String>,
    pub ask: String,
    pub age: Option<AgeBand>,
    pub sex: Option<Sex>,
    #[serde(default)]
    pub computed: bool,
    #[serde(default)]
    pub implies: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Observation {
    pub id: Spanned<String>,
    pub name: String,
    pub unit: String,
    pub min: f64,
    pub max: f64,
    pub decimals: u8,
    #[serde(default)]
    pub other_units: Vec<OtherUnit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OtherUnit {
    pub unit: String,
    pub times: f64,
    pub plus: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Season {
    pub id: Spanned<String>,
    pub name: String,
    #[serde(default)]
    pub campaigns: Vec<Campaign>,
    pub usual: Option<UsualDays>,
    pub sources: Vec<String>,
    // What is known of campaigns to come is always to be verified; the key makes the file say so.
    #[serde(rename = "reading")]
    pub _reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Campaign {
    pub from: Datetime,
    pub until: Datetime,
}

/// A month and a day, "10-15".
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UsualDays {
    pub from: String,
    pub until: String,
}

/// `pathways/*.toml`: one pathway a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pathway {
    pub id: Spanned<String>,
    pub card: String,
    pub title: String,
    pub intro: String,
    pub join: Option<String>,
    #[serde(default)]
    pub everybody: bool,
    pub only_for: Option<OnlyFor>,
    pub guide: Option<String>,
    pub guide_reading: Option<Reading>,
    #[serde(default)]
    pub guide_sources: Vec<String>,
    pub sources: Vec<String>,
    pub review: Review,
    #[serde(default)]
    pub implies: Vec<String>,
    #[serde(default)]
    pub date: Vec<AskedDate>,
    #[serde(default)]
    pub stage: Vec<Stage>,
    #[serde(default)]
    pub step: Vec<Step>,
    #[serde(default)]
    pub target: Vec<Target>,
    #[serde(default)]
    pub warning: Vec<Warning>,
    #[serde(default)]
    pub right: Vec<Right>,
    #[serde(default)]
    pub association: Vec<Association>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OnlyFor {
    pub sex: Option<Sex>,
    pub age: Option<AgeBand>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskedDate {
    pub id: String,
    pub ask: String,
    #[serde(default)]
    pub required: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stage {
    pub id: String,
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    pub id: Spanned<String>,
    pub stage: Option<String>,
    pub title: String,
    pub why: String,
    pub note: Option<String>,
    pub component: Component,
    pub who: Vec<String>,
    #[serde(default)]
    pub papers: Vec<String>,
    pub act: Option<String>,
    #[serde(default)]
    pub covers: Vec<String>,
    pub measured: Option<Measured>,
    #[serde(default)]
    pub status: StepStatus,
    pub sex: Option<Sex>,
    pub born_from: Option<Datetime>,
    #[serde(default)]
    pub all_of: Vec<String>,
    #[serde(default)]
    pub any_of: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    pub depends: Option<String>,
    pub age: Option<AgeBand>,
    pub weeks: Option<Weeks>,
    pub after: Option<After>,
    pub wait_after: Option<Wait>,
    pub every: Option<String>,
    #[serde(default)]
    pub series: Vec<String>,
    pub season: Option<String>,
    pub after_window: Option<AfterWindow>,
    pub catch_up_below: Option<String>,
    pub next: Option<String>,
    pub counts: Option<Counts>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub reading: Reading,
}

/// The values that make a step done: some measures on one day, or so many within some days.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Measured {
    Once(Vec<String>),
    Series(Readings),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Readings {
    pub of: Vec<String>,
    pub at_least: u32,
    pub within: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Weeks {
    pub from: i32,
    pub below: Option<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct After {
    pub date: Option<String>,
    pub step: Option<String>,
    pub from: String,
    pub below: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wait {
    pub steps: Vec<String>,
    pub at_least: String,
    #[serde(default)]
    pub required: bool,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AfterWindow {
    CatchUp,
    Next,
    Lost,
    Discuss,
    None,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Counts {
    Ever,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Target {
    pub measure: String,
    pub every: Option<String>,
    pub from: Option<f64>,
    pub below: Option<f64>,
    pub at_most: Option<f64>,
    pub note: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Warning {
    pub text: String,
    pub level: Urgency,
    pub motif: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Right {
    pub id: String,
    pub title: String,
    pub what: String,
    #[serde(default)]
    pub who: Vec<String>,
    #[serde(default)]
    pub ends: bool,
    pub renew: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Association {
    pub name: String,
    pub reading: Reading,
}

/// `people/*.toml`: a fictional person, and what their dashboard must and must not show.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonFile {
    pub id: Spanned<String>,
    pub name: String,
    pub story: String,
    pub birth: Datetime,
    pub sex: Sex,
    pub since: Datetime,
    pub pregnancy: Option<Pregnancy>,
    #[serde(default)]
    pub facts: Facts,
    #[serde(default)]
    pub joined: Vec<Joined>,
    #[serde(default)]
    pub done: Vec<Done>,
    #[serde(default)]
    pub day: Vec<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pregnancy {
    pub due: Datetime,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    #[serde(default)]
    pub yes: Vec<String>,
    #[serde(default)]
    pub no: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Joined {
    pub pathway: String,
    pub since: Datetime,
    #[serde(default)]
    pub dates: BTreeMap<String, Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Done {
    pub step: String,
    pub on: Option<Datetime>,
    #[serde(default)]
    pub on_unknown: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Day {
    pub today: Spanned<Datetime>,
    #[serde(default)]
    pub due: Vec<String>,
    #[serde(default)]
    pub late: Vec<String>,
    #[serde(default)]
    pub coming: Vec<String>,
    #[serde(default)]
    pub done: Vec<String>,
    #[serde(default)]
    pub discuss: Vec<String>,
    #[serde(default)]
    pub hidden: Vec<String>,
}
