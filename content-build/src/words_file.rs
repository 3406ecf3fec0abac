//! The shape of `words.toml` and of the phrasings, as they are written. Every key is known: an unknown one is refused.

use serde::Deserialize;
use toml::Spanned;

use sentier_core::content::{Sex, Subject, TimeUnit};

use crate::file::AgeBand;

/// `words.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub empty: Vec<String>,
    pub number: Vec<Number>,
    pub unit: Vec<Unit>,
    pub halves: Vec<String>,
    pub start: Vec<Start>,
    pub about: Vec<String>,
    pub moment: Vec<Shown>,
    pub never_after: Vec<String>,
    pub age_after: Vec<String>,
    pub denials: Vec<String>,
    pub people: Vec<People>,
    pub oneself: Vec<String>,
    pub sex: Vec<SexWords>,
    pub pregnancy: Pregnancy,
    pub temperature: Temperature,
    pub vital: Vec<Vital>,
    pub spelling: Vec<Spelling>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Number {
    pub says: Vec<String>,
    pub is: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unit {
    pub unit: TimeUnit,
    pub says: Vec<String>,
    pub one: String,
    pub many: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Start {
    pub says: Vec<String>,
    pub shown: String,
    #[serde(default)]
    pub takes_moments: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shown {
    pub says: Vec<String>,
    pub shown: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct People {
    pub says: Spanned<Vec<String>>,
    pub sex: Option<Sex>,
    pub ages: Option<AgeBand>,
    pub subject: Option<Subject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SexWords {
    pub sex: Sex,
    pub shown: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pregnancy {
    pub says: Vec<String>,
    pub counted_in: Vec<String>,
    pub denied_by: Vec<String>,
    pub sign: Spanned<String>,
    pub shown: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Temperature {
    pub measure: Spanned<String>,
    pub lowest: f64,
    pub greatest: f64,
    pub before: Vec<String>,
    pub after: Vec<String>,
    pub fever_from: f64,
    pub fever: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vital {
    pub speaks_of: Spanned<String>,
    pub says: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spelling {
    pub written: Vec<String>,
    pub means: String,
}

/// `phrasings/*.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrasings {
    pub phrasing: Vec<Phrasing>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrasing {
    pub says: Spanned<String>,
    pub motifs: Vec<String>,
}
