//! What a host adds for its territory: its own contacts and places, beside those of everybody, never in their stead.

use serde::{Deserialize, Serialize};

use super::{Contact, Id, Review, Source};

/// A host: a professional community, a town, a team of coordination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// A plain word.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its address, without the scheme.
    pub address: String,
    /// The territories that it serves.
    pub territories: Vec<Id>,
    /// Its numbers: they join the closed list where the host is shipped.
    pub contacts: Vec<Contact>,
    /// Its places.
    pub places: Vec<LocalPlace>,
    /// Its sources: who says that these are right.
    pub sources: Vec<Source>,
    /// Whether somebody has reviewed it, and by when it must be read again.
    pub review: Review,
}

/// A place of care near home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalPlace {
    /// A plain word.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Street and town; none where it is only called.
    pub address: Option<String>,
    /// The number to call before one comes.
    pub contact: Option<Id>,
    /// When it is open; empty where one has to ask.
    pub open: Vec<Opening>,
    /// Whether these hours also hold on public holidays.
    pub is_open_on_holidays: bool,
    /// How people come in who walk, see or hear with difficulty.
    pub accessibility: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// The general ways beside which it is shown.
    pub beside: Vec<Id>,
    /// What it is, among the entries of the system.
    pub entries: Vec<Id>,
    /// Where the above comes from.
    pub sources: Vec<Id>,
}

/// Hours of some days, in minutes after midnight: `from` in, `until` out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// On which days.
    pub days: Vec<Weekday>,
    /// From when.
    pub from: u16,
    /// Until when.
    pub until: u16,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weekday {
    /// Lundi.
    Monday,
    /// Mardi.
    Tuesday,
    /// Mercredi.
    Wednesday,
    /// Jeudi.
    Thursday,
    /// Vendredi.
    Friday,
    /// Samedi.
    Saturday,
    /// Dimanche.
    Sunday,
}

impl Host {
    /// One of its numbers.
    #[must_use]
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }
}
