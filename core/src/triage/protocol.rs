//! What a choice of motifs asks, and by which rules it concludes.

use crate::content::{Group, Library, Motif, Otherwise, Rule, Sign, Urgency, Way};

use super::{Cause, Verdict};

/// Everything that a choice of motifs asks and rules, each once, in the order of asking.
#[derive(Clone, Debug)]
pub struct Protocol<'a> {
    library: &'a Library,
    motifs: Vec<&'a Motif>,
    signs: Vec<&'a Sign>,
    rules: Vec<&'a Rule>,
}

impl<'a> Protocol<'a> {
    /// The most motifs that are walked through at once; more would tire a person before the dangerous ones are asked.
    pub const MOST_MOTIFS: usize = 3;

    /// The protocol of a choice of motifs; ids that do not exist are passed over, and no motif at all is the gate alone.
    #[must_use]
    pub fn new(library: &'a Library, chosen: &[String]) -> Self {
        let motifs: Vec<&Motif> = chosen.iter().filter_map(|id| library.motif(id)).collect();
        let mut groups: Vec<&Group> = library.group(Library::GATE).into_iter().collect();
        for group in motifs.iter().flat_map(|motif| library.groups_of(motif)) {
            if !groups.iter().any(|known| known.id == group.id) {
                groups.push(group);
            }
        }
        let terrain = library.group(Library::TERRAIN);
        let (gate, shared) = groups.split_at(groups.len().min(1));
        let signs: Vec<&Sign> = gate
            .iter()
            .flat_map(|group| &group.signs)
            .chain(motifs.iter().flat_map(|motif| &motif.signs))
            .chain(shared.iter().flat_map(|group| &group.signs))
            .chain(terrain.into_iter().flat_map(|group| &group.signs))
            .collect();
        let rules = gate
            .iter()
            .flat_map(|group| &group.rules)
            .chain(motifs.iter().flat_map(|motif| &motif.rules))
            .chain(shared.iter().flat_map(|group| &group.rules))
            .collect();
        Self { library, motifs, signs, rules }
    }

    /// The content that it was made from.
    #[must_use]
    pub fn library(&self) -> &'a Library {
        self.library
    }

    /// The motifs chosen.
    #[must_use]
    pub fn motifs(&self) -> &[&'a Motif] {
        &self.motifs
    }

    /// Every sign that may be asked: the gate's, the motifs' own, the shared ones, the person's terrain.
    #[must_use]
    pub fn signs(&self) -> &[&'a Sign] {
        &self.signs
    }

    /// Every rule, in the order in which they decide between equals.
    #[must_use]
    pub fn rules(&self) -> &[&'a Rule] {
        &self.rules
    }

    /// What holds where no rule fires: the most urgent of what the motifs say.
    #[must_use]
    pub fn otherwise(&self) -> Option<&'a Otherwise> {
        self.motifs.iter().map(|motif| &motif.otherwise).max_by_key(|otherwise| otherwise.level)
    }

    /// Whom to contact after a verdict: the way of what decided, where it has one, else the level's own.
    #[must_use]
    pub fn way(&self, verdict: &Verdict) -> Option<&'a Way> {
        let rule = |id: &str| self.rules.iter().find(|rule| rule.id == id).and_then(|rule| rule.way.as_ref());
        let own = match &verdict.decided_by {
            Cause::Rule(id) => rule(id),
            Cause::Otherwise => self.otherwise().and_then(|otherwise| otherwise.way.as_ref()),
            Cause::OneStep(_) | Cause::Doubts | Cause::Stale(_) => None,
        };
        let level = || self.library.level(verdict.level).map(|advice| &advice.way);
        own.or_else(level).and_then(|way| self.library.way(way))
    }

    /// The level that holds where no rule fires. Without a motif it is a medical opinion: nothing was said yet that
    /// could allow less.
    #[must_use]
    pub fn floor(&self) -> Urgency {
        self.otherwise().map_or(Urgency::Hours, |otherwise| otherwise.level)
    }

    /// Whether a sign describes the person rather than what is wrong.
    #[must_use]
    pub fn is_terrain(&self, sign: &str) -> bool {
        let terrain = self.library.group(Library::TERRAIN);
        terrain.is_some_and(|group| group.signs.iter().any(|other| other.id == sign))
    }

    /// Whether a sign is one of the gate, of which one yes ends the questions.
    #[must_use]
    pub fn is_gate(&self, sign: &str) -> bool {
        let gate = self.library.group(Library::GATE);
        gate.is_some_and(|group| group.signs.iter().any(|other| other.id == sign))
    }
}
