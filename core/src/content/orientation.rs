//! Where to go now, as content: territories, why something is proposed, and all that `hours` and `professional` hold.

use serde::{Deserialize, Serialize};

use super::{Duty, DutyWords, Holiday, Hours, Id, Line, Professional, Reading, Remote, Service, Written};

/// All that "where to go now" knows. Empty until the triage pack is there: then only the numbers are left, which is safe.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Orientation {
    /// Departments and overseas collectivities, in the order shown.
    pub territories: Vec<Territory>,
    /// Public holidays, of everybody and of some territories.
    pub holidays: Vec<Holiday>,
    /// Where the periods of a day begin and end.
    pub hours: Hours,
    /// What each period says.
    pub duties: Vec<DutyWords>,
    /// Contacts that answer at any hour and may stand first when life is at stake.
    pub emergency: Vec<Id>,
    /// Contacts that answer at certain hours only.
    pub lines: Vec<Line>,
    /// How contacts are reached without speaking or hearing.
    pub written: Vec<Written>,
    /// Who can be seen, and when.
    pub professionals: Vec<Professional>,
    /// What they may do.
    pub services: Vec<Service>,
    /// When a consultation at a distance may be offered; never without it.
    pub remote: Option<Remote>,
    /// Why something is proposed.
    pub reasons: Vec<Because>,
    /// What things cost, shown apart from the advice.
    pub costs: Vec<Cost>,
}

/// A department or an overseas collectivity: the person picks it, nothing is located.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Territory {
    /// Its number: "01", "2A", "971".
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The region under which it is listed.
    pub region: String,
    /// Its IANA time zone, by which the browser tells its local time.
    pub zone: String,
    /// Its public holidays beside those of everybody.
    pub holidays: Vec<Id>,
    /// Ways of its own in the place of the general ones.
    pub instead: Vec<Instead>,
    /// What is uncertain about it, said to the person.
    pub note: Option<String>,
    /// Where the above comes from.
    pub sources: Vec<Id>,
}

/// One way in the place of another, in one territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// The general way.
    pub of: Id,
    /// The way of this territory.
    pub way: Id,
}

/// Why something is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It is where the answers lead.
    Verdict,
    /// It answers at any hour, and every minute or hour counts.
    Emergency,
    /// It replaces the voice.
    Written,
    /// It leads to the same help.
    Europe,
    /// It stands in for whoever is closed.
    OnDuty,
    /// It is the one of this territory.
    Territory,
    /// It finds a doctor at any hour.
    Access,
    /// It is to be tried where nobody is free.
    Also,
    /// It stands beside the first.
    Beside,
    /// It can be done at a distance.
    Remote,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 10] = [
        Self::Verdict,
        Self::Emergency,
        Self::Written,
        Self::Europe,
        Self::OnDuty,
        Self::Territory,
        Self::Access,
        Self::Also,
        Self::Beside,
        Self::Remote,
    ];

    /// The word used for this reason in content files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Emergency => "emergency",
            Self::Written => "written",
            Self::Europe => "europe",
            Self::OnDuty => "on-duty",
            Self::Territory => "territory",
            Self::Access => "access",
            Self::Also => "also",
            Self::Beside => "beside",
            Self::Remote => "remote",
        }
    }
}

/// A reason in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// Which reason.
    pub why: Why,
    /// Its sentence.
    pub said: String,
    /// Where it comes from.
    pub sources: Vec<Id>,
}

/// What something costs. Never a reason for not coming.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// A plain word.
    pub id: Id,
    /// The sentence.
    pub said: String,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

impl Orientation {
    /// The way by which 15 finds a doctor at any hour: the service d'accès aux soins.
    pub const ACCESS: &'static str = "acces-aux-soins";
    /// The way for whoever cannot speak or hear.
    pub const WRITTEN: &'static str = "sms-114";
    /// The way by the European number.
    pub const EUROPE: &'static str = "cent-douze";

    /// One territory.
    #[must_use]
    pub fn territory(&self, id: &str) -> Option<&Territory> {
        self.territories.iter().find(|territory| territory.id == id)
    }

    /// What a period says.
    #[must_use]
    pub fn duty(&self, duty: Duty) -> Option<&DutyWords> {
        self.duties.iter().find(|words| words.duty == duty)
    }

    /// A reason in words.
    #[must_use]
    pub fn because(&self, why: Why) -> Option<&Because> {
        self.reasons.iter().find(|because| because.why == why)
    }

    /// The professional to whom a way leads.
    #[must_use]
    pub fn professional_of(&self, way: &str) -> Option<&Professional> {
        self.professionals.iter().find(|professional| professional.ways.iter().any(|own| own == way))
    }

    /// How a contact is reached without speaking or hearing.
    #[must_use]
    pub fn written(&self, contact: &str) -> Option<&Written> {
        self.written.iter().find(|written| written.contact == contact)
    }
}

impl Territory {
    /// The way of this territory in the place of a general one.
    #[must_use]
    pub fn instead(&self, way: &str) -> Option<&Id> {
        self.instead.iter().find(|instead| instead.of == way).map(|instead| &instead.way)
    }
}
