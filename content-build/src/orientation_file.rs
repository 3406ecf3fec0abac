//! The shape of `content/orientation/*.toml`, as it is written. Every key is known: an unknown one is refused.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use sentier_core::content::{Days, Duty, Reading, Urgency, Why};

/// The files of the folder: lists, gathered whatever their file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lists {
    #[serde(default)]
    pub region: Vec<Region>,
    #[serde(default)]
    pub holiday: Vec<Holiday>,
    pub hours: Option<Hours>,
    #[serde(default)]
    pub duty: Vec<DutyWords>,
    pub emergency: Option<Spanned<Vec<String>>>,
    #[serde(default)]
    pub line: Vec<Line>,
    #[serde(default)]
    pub written: Vec<Written>,
    #[serde(default)]
    pub professional: Vec<Professional>,
    #[serde(default)]
    pub service: Vec<Service>,
    pub remote: Option<Remote>,
    #[serde(default)]
    pub because: Vec<Because>,
    #[serde(default)]
    pub cost: Vec<Cost>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Region {
    pub name: String,
    pub zone: String,
    #[serde(default)]
    pub holidays: Vec<String>,
    #[serde(default)]
    pub instead: BTreeMap<String, String>,
    pub note: Option<String>,
    pub sources: Vec<String>,
    pub territories: Vec<Territory>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Territory {
    pub id: Spanned<String>,
    pub name: String,
    #[serde(default)]
    pub holidays: Vec<String>,
    #[serde(default)]
    pub instead: BTreeMap<String, String>,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Holiday {
    pub id: Spanned<String>,
    pub name: String,
    pub on: Option<String>,
    pub after_easter: Option<i64>,
    #[serde(default)]
    pub everywhere: bool,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hours {
    pub day: Spanned<String>,
    pub saturday: Spanned<String>,
    pub evening: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DutyWords {
    pub duty: Spanned<Duty>,
    pub said: String,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    pub contact: Spanned<String>,
    #[serde(default)]
    pub days: Days,
    pub from: Option<String>,
    pub until: Option<String>,
    pub reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Written {
    pub contact: Spanned<String>,
    pub said: String,
    pub address: String,
    pub sources: Vec<String>,
    pub reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Professional {
    pub id: Spanned<String>,
    pub name: String,
    pub access: String,
    #[serde(default)]
    pub ways: Vec<String>,
    #[serde(default)]
    pub closed: Vec<Duty>,
    pub on_duty: Option<OnDuty>,
    #[serde(default)]
    pub also: Vec<String>,
    pub sources: Vec<String>,
    pub reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OnDuty {
    pub during: Vec<Duty>,
    pub way: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Service {
    pub id: Spanned<String>,
    pub professional: String,
    pub title: String,
    #[serde(default)]
    pub conditions: Vec<String>,
    #[serde(default)]
    pub conditions_to_verify: Vec<String>,
    #[serde(default)]
    pub excluded: Vec<String>,
    #[serde(default)]
    pub excluded_to_verify: Vec<String>,
    pub otherwise: String,
    pub price: Option<String>,
    #[serde(default)]
    pub ways: Vec<String>,
    pub motifs: Vec<String>,
    pub sources: Vec<String>,
    pub reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Remote {
    pub way: Spanned<String>,
    pub levels: Vec<Urgency>,
    pub beside: Vec<String>,
    pub motifs: Vec<String>,
    pub from_age: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Because {
    pub why: Spanned<Why>,
    pub said: String,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cost {
    pub id: Spanned<String>,
    pub said: String,
    pub sources: Vec<String>,
    pub reading: Reading,
}
