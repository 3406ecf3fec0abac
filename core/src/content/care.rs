//! All that is known about pathways: the pathways themselves and the lists that they share.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Sorted;
use crate::record::What;

use super::day::day_number;
use super::number::number_bits;
use super::pathway::{Concern, Pathway, Season, Step};
use super::{Defect, Device, Id, Landmarks, Period, Source};

/// A word and its name in French: a role, an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// A plain word.
    pub id: Id,
    /// What it is called on the screen.
    pub name: String,
}

/// Somebody who does something in care.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// A plain word.
    pub id: Id,
    /// What it is called on the screen.
    pub name: String,
    /// The step or act that is done once somebody of this role is named.
    pub fulfils: Option<Id>,
}

/// A kind of paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// A plain word.
    pub id: Id,
    /// What it is called on the screen.
    pub name: String,
    /// So long before its end it is to be renewed, where it is.
    pub renew: Option<Period>,
}

/// Something about the person that steps depend on, asked as a closed question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// A plain word.
    pub id: Id,
    /// The question.
    pub ask: String,
    /// Who is asked.
    pub concern: Concern,
    /// Whether it follows from what else is known, and is never asked.
    pub is_computed: bool,
    /// The facts that are true of whoever this one is true of.
    pub implies: Vec<Id>,
}

/// Something that a person measures or notes from time to time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// A plain word.
    pub id: Id,
    /// What it is.
    pub name: String,
    /// The unit in which it is kept.
    pub unit: String,
    /// The least plausible value, in hundredths of the unit.
    pub min: i64,
    /// The greatest plausible value, in hundredths of the unit.
    pub max: i64,
    /// How many decimals people use, at most 2.
    pub decimals: u8,
    /// Other units that people use.
    pub other_units: Vec<OtherUnit>,
    /// What other programs call it; none where no code is sure to mean the same.
    pub code: Option<Code>,
}

/// What other programs call a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Its LOINC code.
    pub loinc: String,
    /// LOINC codes under which others may send it.
    pub also: Vec<String>,
    /// The LOINC code of what it is sent in together with the measure that is read with it.
    pub panel: Option<String>,
    /// The UCUM code of the unit in which it is kept.
    pub ucum: String,
    /// Units in which nobody types it here, but others may send it.
    pub read: Vec<OtherUnit>,
    /// Where that was read.
    pub sources: Vec<Id>,
}

/// Another unit of an observation: its value is `times` × the kept one + `plus`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherUnit {
    /// The unit.
    pub unit: String,
    /// Its UCUM code, where it has one.
    pub ucum: Option<String>,
    /// The factor.
    #[serde(with = "number_bits")]
    pub times: f64,
    /// What is added, in the other unit.
    #[serde(with = "number_bits")]
    pub plus: f64,
}

// Both numbers are written in content and finite.
impl Eq for OtherUnit {}

/// What is known about pathways, before it was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareDraft {
    /// The first letters of the hash of everything below.
    pub version: String,
    /// The words of the lists that rules of the app itself rest on.
    pub landmarks: Landmarks,
    /// Who does what.
    pub roles: Vec<Role>,
    /// What is needed or given.
    pub papers: Vec<Paper>,
    /// What several pathways ask for.
    pub acts: Vec<Named>,
    /// What steps depend on.
    pub facts: Vec<Fact>,
    /// What is measured.
    pub observations: Vec<Observation>,
    /// The files of measures that home devices write.
    pub devices: Vec<Device>,
    /// Campaigns.
    pub seasons: Vec<Season>,
    /// Where facts come from.
    pub sources: Vec<Source>,
    /// The pathways.
    pub pathways: Vec<Pathway>,
    /// Fictional persons, for whoever wants to try.
    pub examples: Vec<Example>,
}

/// A fictional person, as they are on the day for which they were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Who it is, in a few words.
    pub name: String,
    /// Their situation.
    pub story: String,
    /// The day for which it was written.
    #[serde(with = "day_number")]
    pub today: NaiveDate,
    /// What their record would hold, in order, with the day on which each was noted.
    pub noted: Vec<Noted>,
}

/// One thing in the record of a fictional person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// The day on which it was noted.
    #[serde(with = "day_number")]
    pub on: NaiveDate,
    /// What was noted.
    pub what: What,
}

/// What is known about pathways, every reference of which resolves; only [`Care::check`] can make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Care {
    draft: CareDraft,
    keys: Sorted<Id, Id>,
}

impl Care {
    /// The fact that follows from a pregnancy noted.
    pub const PREGNANT: &'static str = "enceinte";
    /// The pathway of whoever noted a pregnancy.
    pub const PREGNANCY: &'static str = "grossesse";
    /// The day of birth of the child, known or expected, from which steps of the pregnancy pathway count.
    pub const BIRTH: &'static str = "accouchement";

    /// Checks that a draft holds together, also with the motifs of triage that it opens.
    ///
    /// # Errors
    /// Every [`Defect`] found, not only the first.
    pub fn check(draft: CareDraft, motifs: &[&Id]) -> Result<Self, Vec<Defect>> {
        let defects = super::care_check::defects(&draft, motifs);
        if !defects.is_empty() {
            return Err(defects);
        }
        Ok(Self::of_checked(draft))
    }

    /// The care of a draft that was checked when it was written into a pack, and has arrived whole since.
    pub(crate) fn of_checked(draft: CareDraft) -> Self {
        let steps = draft.pathways.iter().flat_map(|pathway| &pathway.steps);
        let keys = steps.map(|step| (step.id.clone(), step.key().clone())).collect();
        Self { draft, keys }
    }

    /// Under which name something is noted as done: the shared act of a step, or what was given where it is no step.
    #[must_use]
    pub fn key<'a>(&'a self, what: &'a str) -> &'a str {
        self.keys.get(what).map_or(what, String::as_str)
    }

    /// The content as data.
    #[must_use]
    pub fn draft(&self) -> &CareDraft {
        &self.draft
    }

    /// Every pathway, in the order of the files.
    #[must_use]
    pub fn pathways(&self) -> &[Pathway] {
        &self.draft.pathways
    }

    /// One pathway.
    #[must_use]
    pub fn pathway(&self, id: &str) -> Option<&Pathway> {
        self.draft.pathways.iter().find(|pathway| pathway.id == id)
    }

    /// Every step with its pathway.
    pub fn steps(&self) -> impl Iterator<Item = (&Pathway, &Step)> {
        self.draft.pathways.iter().flat_map(|pathway| pathway.steps.iter().map(move |step| (pathway, step)))
    }

    /// One step with its pathway.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<(&Pathway, &Step)> {
        self.steps().find(|(_, step)| step.id == id)
    }

    /// One fact.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.draft.facts.iter().find(|fact| fact.id == id)
    }

    /// The facts from which another follows.
    pub fn implying<'a>(&'a self, fact: &'a str) -> impl Iterator<Item = &'a str> {
        let follows = move |known: &&Fact| known.implies.iter().any(|implied| implied == fact);
        self.draft.facts.iter().filter(follows).map(|known| known.id.as_str())
    }

    /// One campaign.
    #[must_use]
    pub fn season(&self, id: &str) -> Option<&Season> {
        self.draft.seasons.iter().find(|season| season.id == id)
    }

    /// One measure.
    #[must_use]
    pub fn observation(&self, id: &str) -> Option<&Observation> {
        self.draft.observations.iter().find(|observation| observation.id == id)
    }

    /// One source.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.draft.sources.iter().find(|source| source.id == id)
    }

    /// Whether what is noted as done under a name is a vaccine: a step of the pathways of vaccines, or an act it shares.
    #[must_use]
    pub fn is_vaccine(&self, what: &str) -> bool {
        let pathways = &self.draft.landmarks.vaccines;
        let mut steps = self.steps().filter(|(pathway, _)| pathways.contains(&pathway.id)).map(|(_, step)| step);
        steps.any(|step| step.id == what || step.key() == what)
    }

    /// What something that is noted as done is called: the step, or the shared act.
    #[must_use]
    pub fn deed<'a>(&'a self, what: &'a str) -> &'a str {
        self.step(what).map_or_else(|| self.act(what), |(_, step)| step.title.as_str())
    }

    /// What a role is called; its own id where it has none, which the check excludes.
    #[must_use]
    pub fn role<'a>(&'a self, id: &'a str) -> &'a str {
        self.draft.roles.iter().find(|role| role.id == id).map_or(id, |role| role.name.as_str())
    }

    /// The words of the lists that rules of the app itself rest on.
    #[must_use]
    pub fn landmarks(&self) -> &Landmarks {
        &self.draft.landmarks
    }

    /// The step or act that is done once somebody of a role is named.
    #[must_use]
    pub fn fulfilled_by(&self, role: &str) -> Option<&str> {
        self.draft.roles.iter().find(|known| known.id == role)?.fulfils.as_deref()
    }

    /// What a paper is called.
    #[must_use]
    pub fn paper<'a>(&'a self, id: &'a str) -> &'a str {
        self.draft.papers.iter().find(|paper| paper.id == id).map_or(id, |paper| paper.name.as_str())
    }

    /// How long before its end a paper is to be renewed, where it is.
    #[must_use]
    pub fn renewal(&self, paper: &str) -> Option<Period> {
        self.draft.papers.iter().find(|known| known.id == paper)?.renew
    }

    /// What a shared act is called.
    #[must_use]
    pub fn act<'a>(&'a self, id: &'a str) -> &'a str {
        name_of(&self.draft.acts, id)
    }
}

fn name_of<'a>(list: &'a [Named], id: &'a str) -> &'a str {
    list.iter().find(|named| named.id == id).map_or(id, |named| named.name.as_str())
}
