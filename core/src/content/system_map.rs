//! Where things stand on the map of the health system: how far from home, at which moment of care, in which parcours.

use serde::{Deserialize, Serialize};

use super::Id;
use super::pathway::Component;

/// A place on the map: how far from home, and at which moment of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// How far from home.
    pub zone: Zone,
    /// At which moment.
    pub moment: Moment,
}

/// How far from home something is, from home to the whole country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zone {
    /// At home.
    Home,
    /// In town, near home.
    Town,
    /// Where several of town and hospital meet: the territory, the department.
    Territory,
    /// In hospital, or another house of care.
    Hospital,
    /// In the region and the country: those who decide and pay.
    Country,
}

/// At which moment of care something stands, from prevention to the end of life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// Before illness.
    Prevention,
    /// The first one to turn to.
    FirstCare,
    /// What needs a specialist or a hospital.
    SpecialCare,
    /// An illness that lasts, or a situation that is complicated.
    LongIllness,
    /// After hospital, or with help in daily life.
    Support,
    /// The end of life.
    EndOfLife,
}

/// What a zone is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneWords {
    /// Which zone.
    pub zone: Zone,
    /// Its title.
    pub title: String,
}

/// What a moment is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MomentWords {
    /// Which moment.
    pub moment: Moment,
    /// Its title.
    pub title: String,
}

/// One of the parcours that lie one in the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ring {
    /// The entry that explains it.
    pub entry: Id,
    /// The components of care that it has and those within it have not.
    pub components: Vec<Component>,
}

impl Zone {
    /// Every zone, from home outwards.
    pub const ALL: [Self; 5] = [Self::Home, Self::Town, Self::Territory, Self::Hospital, Self::Country];
}

impl Moment {
    /// Every moment, from prevention on.
    pub const ALL: [Self; 6] =
        [Self::Prevention, Self::FirstCare, Self::SpecialCare, Self::LongIllness, Self::Support, Self::EndOfLife];
}
