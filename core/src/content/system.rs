//! The health system as content: every actor and device, where it stands on the map, its acronyms, what people look for.

use serde::{Deserialize, Serialize};

use super::pathway::{Pathway, Step};
use super::system_find::{Choice, Question};
use super::system_host::Host;
pub use super::system_map::{Moment, MomentWords, Place, Ring, Zone, ZoneWords};
use super::{Care, CareDraft, Defect, Draft, Id, Library, Motif, Reading, Review, Source, Urgency};

/// What is known about the system, before it was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemDraft {
    /// The first letters of the hash of everything below.
    pub version: String,
    /// The families under which entries are listed, in the order of the files.
    pub families: Vec<Family>,
    /// What each zone of the map is called.
    pub zones: Vec<ZoneWords>,
    /// What each moment of the map is called.
    pub moments: Vec<MomentWords>,
    /// The parcours, one in the other, the innermost first.
    pub rings: Vec<Ring>,
    /// Every actor and device.
    pub entries: Vec<Entry>,
    /// Acronyms that are no entry of their own.
    pub terms: Vec<Term>,
    /// Words in capitals that are names, numbers or codes: nothing stands behind their letters.
    pub names: Vec<String>,
    /// What people look for.
    pub questions: Vec<Question>,
    /// Hosts who added their own contacts and places.
    pub hosts: Vec<Host>,
    /// The sources of the above, also those that triage or pathways cite.
    pub sources: Vec<Source>,
}

/// A family of entries: one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// A plain word.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// What holds its entries together, in one sentence.
    pub intro: String,
    /// Whether somebody has reviewed it, and by when it must be read again.
    pub review: Review,
}

/// One actor or device, for somebody who has never heard of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// A plain word.
    pub id: Id,
    /// Its family.
    pub family: Id,
    /// Its name, in full.
    pub name: String,
    /// Its letters, and what they stand for.
    pub acronyms: Vec<Acronym>,
    /// What sort of thing it is.
    pub kind: Kind,
    /// What it is, in two sentences.
    pub what: [String; 2],
    /// When one needs it.
    pub when: String,
    /// Whom one asks, and how; or that there is nothing to ask.
    pub how: String,
    /// The entries of those whom one asks, where it has no number of its own.
    pub ask: Vec<Id>,
    /// The numbers to call.
    pub contacts: Vec<Id>,
    /// Addresses to read or to write to, without the scheme.
    pub sites: Vec<String>,
    /// What it costs.
    pub cost: String,
    /// What it looked like before.
    pub before: Option<String>,
    /// For a former device: the entry that has taken over.
    pub now: Option<Id>,
    /// Entries to read with it.
    pub see: Vec<Id>,
    /// Where it appears in pathways.
    pub links: CareLinks,
    /// The ways of triage that lead to it.
    pub ways: Vec<Id>,
    /// The levels of triage that lead to it.
    pub levels: Vec<Urgency>,
    /// Who it is among the professionals of "where to go now", with what they may do.
    pub professional: Option<Id>,
    /// Where it stands on the map.
    pub place: Place,
    /// Where the above comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

/// What sort of thing an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A sequence of care, of health or of life.
    Journey,
    /// A place where one is received.
    Place,
    /// Somebody who cares, or helps.
    Person,
    /// Several who work together.
    Team,
    /// An authority or an office.
    Institution,
    /// A plan, a meeting or a programme around one person.
    Plan,
    /// A digital tool.
    Tool,
    /// A law, or a plan of the authorities.
    Law,
    /// A right, or help with money.
    Right,
    /// What no longer exists under this name.
    Former,
}

/// Letters and what they stand for; the same letters may stand for several things, each in its context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acronym {
    /// The letters.
    pub letters: String,
    /// What they stand for.
    pub means: String,
    /// Where they mean this, where they may mean something else.
    pub context: Option<String>,
}

/// An acronym that is no entry of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its letters, and what they stand for.
    pub acronym: Acronym,
    /// The entry that says more.
    pub entry: Option<Id>,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

/// What an entry has to do with pathways: where it appears in them is derived from this.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareLinks {
    /// Roles that it plays.
    pub roles: Vec<Id>,
    /// Shared acts that it is about.
    pub acts: Vec<Id>,
    /// Papers that it gives or needs.
    pub papers: Vec<Id>,
    /// Steps that are about it.
    pub steps: Vec<Id>,
}

/// What is known about the system, every reference of which resolves; only [`System::check`] can make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct System {
    draft: SystemDraft,
}

/// One meaning of some letters, as it is explained in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning<'a> {
    /// The letters, what they stand for and where.
    pub acronym: &'a Acronym,
    /// The entry that says more.
    pub entry: Option<&'a Entry>,
}

impl Entry {
    /// Whether a step of a pathway is about it: by who does it, what is done, which paper it gives, or by its name.
    #[must_use]
    pub fn is_in(&self, step: &Step) -> bool {
        let CareLinks { roles, acts, papers, steps } = &self.links;
        let mut done = step.act.iter().chain(&step.covers);
        steps.contains(&step.id)
            || step.who.iter().any(|who| roles.contains(who))
            || step.papers.iter().any(|paper| papers.contains(paper))
            || done.any(|act| acts.contains(act))
    }
}

impl System {
    /// Checks that a draft holds together, also with triage and pathways.
    ///
    /// # Errors
    /// Every [`Defect`] found, not only the first.
    pub fn check(draft: SystemDraft, triage: &Draft, care: &CareDraft) -> Result<Self, Vec<Defect>> {
        let defects = super::system_check::defects(&draft, triage, care);
        if defects.is_empty() { Ok(Self::of_checked(draft)) } else { Err(defects) }
    }

    /// The system of a draft that was checked when it was written into a pack, and has arrived whole since.
    pub(crate) fn of_checked(draft: SystemDraft) -> Self {
        Self { draft }
    }

    /// The content as data.
    #[must_use]
    pub fn draft(&self) -> &SystemDraft {
        &self.draft
    }

    /// One entry.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.draft.entries.iter().find(|entry| entry.id == id)
    }

    /// One family.
    #[must_use]
    pub fn family(&self, id: &str) -> Option<&Family> {
        self.draft.families.iter().find(|family| family.id == id)
    }

    /// The entries of a family, in the order of its file.
    pub fn entries_of<'a>(&'a self, family: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.draft.entries.iter().filter(move |entry| entry.family == family)
    }

    /// What stands in one field of the map.
    pub fn at(&self, place: Place) -> impl Iterator<Item = &Entry> {
        self.draft.entries.iter().filter(move |entry| entry.place == place)
    }

    /// The former devices that an entry has taken over.
    pub fn formerly<'a>(&'a self, entry: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.draft.entries.iter().filter(move |former| former.now.as_deref() == Some(entry))
    }

    /// Every meaning of some letters, of entries first.
    #[must_use]
    pub fn meanings(&self, letters: &str) -> Vec<Meaning<'_>> {
        self.all_meanings().filter(|meaning| meaning.acronym.letters == letters).collect()
    }

    /// Every meaning of every acronym: the glossary.
    pub fn all_meanings(&self) -> impl Iterator<Item = Meaning<'_>> {
        let own = self
            .draft
            .entries
            .iter()
            .flat_map(|entry| entry.acronyms.iter().map(move |acronym| Meaning { acronym, entry: Some(entry) }));
        own.chain(self.draft.terms.iter().map(|term| Meaning {
            acronym: &term.acronym,
            entry: term.entry.as_deref().and_then(|entry| self.entry(entry)),
        }))
    }

    /// Where an entry appears in pathways.
    #[must_use]
    pub fn steps_of<'a>(&self, entry: &Entry, care: &'a Care) -> Vec<(&'a Pathway, &'a Step)> {
        care.steps().filter(|(_, step)| entry.is_in(step)).collect()
    }

    /// What a step of a pathway is about: the other direction.
    #[must_use]
    pub fn of_step(&self, step: &Step) -> Vec<&Entry> {
        self.draft.entries.iter().filter(|entry| entry.is_in(step)).collect()
    }

    /// The entries to which a way of triage leads.
    #[must_use]
    pub fn of_way(&self, way: &str) -> Vec<&Entry> {
        self.draft.entries.iter().filter(|entry| entry.ways.iter().any(|own| own == way)).collect()
    }

    /// The entries to which a level of triage leads.
    #[must_use]
    pub fn of_level(&self, level: Urgency) -> Vec<&Entry> {
        self.draft.entries.iter().filter(|entry| entry.levels.contains(&level)).collect()
    }

    /// The motifs a rule of which leads to an entry: where it appears in triage, besides its levels.
    #[must_use]
    pub fn motifs_of<'a>(&self, entry: &Entry, library: &'a Library) -> Vec<&'a Motif> {
        let leads = |motif: &&Motif| {
            let mut ways = motif.rules.iter().filter_map(|rule| rule.way.as_ref()).chain(&motif.otherwise.way);
            ways.any(|way| entry.ways.contains(way))
        };
        library.motifs().iter().filter(leads).collect()
    }

    /// The questions of "je cherche" that lead to an entry.
    #[must_use]
    pub fn found_by(&self, entry: &str) -> Vec<&Question> {
        let leads = |question: &&Question| {
            question.ends().iter().any(|end: &&Choice| end.leads.entries.iter().any(|id| id == entry))
        };
        self.draft.questions.iter().filter(leads).collect()
    }

    /// The hosts that serve a territory.
    pub fn hosts_of<'a>(&'a self, territory: &str) -> impl Iterator<Item = &'a Host> {
        self.draft.hosts.iter().filter(move |host| host.territories.iter().any(|own| own == territory))
    }

    /// One source.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.draft.sources.iter().find(|source| source.id == id)
    }
}
