//! The shape of the files of pathways. Every key is known: an unknown one is refused.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use sentier_core::content::pathway::{Component, StepStatus};
use sentier_core::content::{Reading, Sex, Urgency};

use crate::file::{AgeBand, Review};

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
