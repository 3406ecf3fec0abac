//! What the app hears from the worker: things to show as they are, worded, and the events that confirming them notes.

use serde::{Deserialize, Serialize};

use crate::exchange::sheet::Sheet;
use crate::record::{Event, Session, What};

use super::Seal;

/// What came of a [`Request`](super::Request).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// The text of a file that is handed out.
    File(String),
    /// A sheet to be drawn.
    Sheet(Box<Shown>),
    /// The pictures of QR codes, each as an address of its own (`data:`), to be read in their order.
    Codes(Vec<String>),
    /// The letters of a shared address.
    Letters(String),
    /// A backup that opens with a passphrase.
    Sealed(Seal),
    /// What was understood of a file, to be confirmed.
    Offer(Offer),
    /// What restoring a backup would change, to be confirmed.
    Restoring(Box<Restoring>),
    /// Why nothing was made or understood, and what to do.
    Failed(String),
}

/// A sheet with what can be done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The sheet.
    pub sheet: Sheet,
    /// All of it as plain text.
    pub plain: String,
    /// Whether it may become an address.
    pub can_be_shared: bool,
    /// Of a sheet that was shared, until when it is shown; empty for one of this device.
    pub until: String,
}

/// What was understood of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What the file is, and what of it is known already.
    pub about: Vec<String>,
    /// What can be noted, by person.
    pub groups: Vec<Group>,
    /// What is not taken over, each with its reason.
    pub left: Vec<String>,
}

/// What can be noted of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// How the file calls them; empty where it names nobody.
    pub title: String,
    /// The things, one to tick each.
    pub lines: Vec<Line>,
}

/// One thing that can be noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// In words.
    pub said: String,
    /// What is noted of it.
    pub notes: Vec<What>,
}

/// What restoring a backup would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restoring {
    /// When the backup was made.
    pub about: Vec<String>,
    /// Where the record stays, and what the backup has besides is added.
    pub merge: Swap,
    /// Where the backup comes in the place of the record.
    pub replace: Swap,
    /// The triage under way when it was made.
    pub session: Option<Session>,
    /// What of the file is not read.
    pub left: Vec<String>,
}

/// Events that come, and events that go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap {
    /// What that means for each person.
    pub said: Vec<String>,
    /// What comes, in the order of the numbers.
    pub added: Vec<Event>,
    /// What goes, in the order of the numbers.
    pub removed: Vec<Event>,
}

impl Reply {
    /// The bytes to send; none, which is no reply, where the encoder refuses.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// The reply in some bytes; none where it is none of this version of the app.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl Swap {
    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }

    /// Whether an event goes.
    #[must_use]
    pub fn removes(&self, event: &Event) -> bool {
        let place = self.removed.binary_search_by_key(&event.id, |gone| gone.id);
        place.ok().and_then(|place| self.removed.get(place)) == Some(event)
    }

    /// What takes this one back.
    #[must_use]
    pub fn back(self) -> Self {
        Self { said: Vec::new(), added: self.removed, removed: self.added }
    }
}

#[cfg(test)]
mod tests {
    use super::Swap;
    use crate::record::{Event, What};
    use chrono::NaiveDate;

    fn event(id: u64, question: &str) -> Event {
        Event { id, person: 1, noted: NaiveDate::MIN, what: What::Question(question.to_owned()) }
    }

    /// A backup may have another event under a number of the device: only the one that was shown goes.
    #[test]
    fn what_goes_is_the_event_and_not_its_number() {
        let swap = Swap { removed: vec![event(1, "a"), event(3, "c")], added: vec![event(3, "d")], said: Vec::new() };
        for (other, goes) in
            [(event(1, "a"), true), (event(1, "b"), false), (event(2, "a"), false), (event(3, "d"), false)]
        {
            assert_eq!(swap.removes(&other), goes, "{other:?}");
        }
        assert!(swap.clone().back().removes(&event(3, "d")));
        assert_eq!(swap.clone().back().back(), swap);
    }
}
