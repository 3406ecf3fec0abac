//! The whole checked content.

use serde::{Deserialize, Serialize};

use crate::Sorted;

use super::{
    Contact, Defect, Door, Group, Id, LevelAdvice, Measure, Motif, Orientation, Part, Rule, Sign, Source, Urgency, Way,
    Words, Zone,
};

/// Content as read, before it was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The version of the rules: the first letters of the hash of everything below.
    pub version: String,
    /// Parts of the body, in the order shown.
    pub parts: Vec<Part>,
    /// The closed list of numbers.
    pub contacts: Vec<Contact>,
    /// What results lead to.
    pub ways: Vec<Way>,
    /// What each level says.
    pub levels: Vec<LevelAdvice>,
    /// What can be measured.
    pub measures: Vec<Measure>,
    /// Where facts come from.
    pub sources: Vec<Source>,
    /// Shared signs and rules; among them `gate`, `always` and `terrain`.
    pub groups: Vec<Group>,
    /// Reasons for seeking care.
    pub motifs: Vec<Motif>,
    /// Where to go now.
    pub orientation: Orientation,
    /// How people say things.
    pub words: Words,
    /// Zones of the drawn body, in the order listed.
    pub zones: Vec<Zone>,
}

/// Content whose every reference resolves; only [`Library::check`] can make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    draft: Draft,
    signs: Sorted<Id, Sign>,
}

impl Library {
    /// The group that is asked before every motif.
    pub const GATE: &'static str = "gate";
    /// The group that is asked with every motif.
    pub const ALWAYS: &'static str = "always";
    /// The group that describes the person.
    pub const TERRAIN: &'static str = "terrain";

    /// Checks that a draft holds together.
    ///
    /// # Errors
    /// Every [`Defect`] found, not only the first.
    pub fn check(draft: Draft) -> Result<Self, Vec<Defect>> {
        let defects = super::check::defects(&draft);
        if !defects.is_empty() {
            return Err(defects);
        }
        Ok(Self::of_checked(draft))
    }

    /// The library of a draft that was checked when it was written into a pack, and has arrived whole since.
    pub(crate) fn of_checked(draft: Draft) -> Self {
        let mut signs = Sorted::default();
        let own = draft.motifs.iter().flat_map(|motif| &motif.signs);
        for sign in own.chain(draft.groups.iter().flat_map(|group| &group.signs)) {
            signs.insert(sign.id.clone(), sign.clone());
        }
        Self { draft, signs }
    }

    /// The content as data, to be written into packs or changed and checked again.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The version of the rules.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.draft.version
    }

    /// Every motif, in the order of the files.
    #[must_use]
    pub fn motifs(&self) -> &[Motif] {
        &self.draft.motifs
    }

    /// What people choose motifs by.
    pub fn doors(&self) -> impl Iterator<Item = &Door> {
        self.draft.motifs.iter().map(|motif| &motif.door)
    }

    /// One motif.
    #[must_use]
    pub fn motif(&self, id: &str) -> Option<&Motif> {
        self.draft.motifs.iter().find(|motif| motif.door.id == id)
    }

    /// One group.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.draft.groups.iter().find(|group| group.id == id)
    }

    /// One sign, of whichever motif or group.
    #[must_use]
    pub fn sign(&self, id: &str) -> Option<&Sign> {
        self.signs.get(id)
    }

    /// One rule, of whichever motif or group.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        let own = self.draft.motifs.iter().flat_map(|motif| &motif.rules);
        let shared = self.draft.groups.iter().flat_map(|group| &group.rules);
        own.chain(shared).find(|rule| rule.id == id)
    }

    /// One measure.
    #[must_use]
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.draft.measures.iter().find(|measure| measure.id == id)
    }

    /// One source.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.draft.sources.iter().find(|source| source.id == id)
    }

    /// One contact.
    #[must_use]
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.draft.contacts.iter().find(|contact| contact.id == id)
    }

    /// One way to help.
    #[must_use]
    pub fn way(&self, id: &str) -> Option<&Way> {
        self.draft.ways.iter().find(|way| way.id == id)
    }

    /// The zones of the drawn body; none until the triage pack is there.
    #[must_use]
    pub fn zones(&self) -> &[Zone] {
        &self.draft.zones
    }

    /// What a level says.
    #[must_use]
    pub fn level(&self, level: Urgency) -> Option<&LevelAdvice> {
        self.draft.levels.iter().find(|advice| advice.level == level)
    }

    /// Where to go now; empty until the triage pack is there.
    #[must_use]
    pub fn orientation(&self) -> &Orientation {
        &self.draft.orientation
    }

    /// The groups asked with a motif, its own first, then what they ask in turn, then what everybody is asked.
    #[must_use]
    pub fn groups_of(&self, motif: &Motif) -> Vec<&Group> {
        self.draft.groups_of(motif)
    }
}

impl Draft {
    /// The groups asked with a motif, each once; groups that do not exist are passed over.
    #[must_use]
    pub fn groups_of(&self, motif: &Motif) -> Vec<&Group> {
        let mut found: Vec<&Group> = Vec::new();
        let mut waiting: Vec<&str> = motif.asks_also.iter().map(String::as_str).rev().collect();
        waiting.insert(0, Library::ALWAYS);
        while let Some(id) = waiting.pop() {
            if found.iter().any(|group| group.id == id) {
                continue;
            }
            if let Some(group) = self.groups.iter().find(|group| group.id == id) {
                found.push(group);
                waiting.extend(group.asks_also.iter().map(String::as_str).rev());
            }
        }
        found
    }
}
