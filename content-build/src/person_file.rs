//! The shape of the files of the persons that test the pathways. Every key is known: an unknown one is refused.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use sentier_core::content::Sex;

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
