//! The shape of the lists that pathways share. Every key is known: an unknown one is refused.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use sentier_core::content::{DayForm, DeviceValue, Reading, Sex, SourceLevel};

use crate::file::AgeBand;

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
    pub device: Vec<Device>,
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
    pub emergency_roles: Vec<String>,
    pub emergency_papers: Vec<String>,
    pub together: Vec<[String; 2]>,
    pub vaccines: Vec<String>,
    pub due_date_loinc: String,
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
    pub code: Option<Code>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Code {
    pub loinc: String,
    #[serde(default)]
    pub also: Vec<String>,
    pub panel: Option<String>,
    pub ucum: String,
    #[serde(default)]
    pub read: Vec<OtherUnit>,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Device {
    pub id: Spanned<String>,
    pub name: String,
    pub day: String,
    pub form: DayForm,
    pub time: Option<String>,
    pub values: Vec<DeviceValue>,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OtherUnit {
    pub unit: String,
    pub ucum: Option<String>,
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
