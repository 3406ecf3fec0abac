//! What a choice of motifs asks, and by which rules it concludes.

use crate::content::{Condition, Group, Id, Library, Motif, Otherwise, Rule, Sign, Urgency, Way};

use super::{Cause, Verdict};

/// Everything that a choice of motifs asks and rules, each once, in the order of asking. Every name is looked up once,
/// here: the engine counts in places of the list of signs.
#[derive(Clone, Debug)]
pub struct Protocol<'a> {
    library: &'a Library,
    motifs: Vec<&'a Motif>,
    /// The gate's signs, the motifs' own, the shared ones, the terrain.
    signs: Vec<&'a Sign>,
    /// How many signs are the gate's.
    gate: usize,
    /// Where the terrain begins.
    terrain: Place,
    /// The places, in the order of the signs' ids.
    by_id: Vec<Place>,
    /// Of each sign, the places of those that it is limited to.
    limits: Vec<Vec<Place>>,
    rules: Vec<&'a Rule>,
    /// The conditions of `rules`, in the same order.
    conditions: Vec<Condition<Place>>,
}

/// The place of a sign in [`Protocol::signs`].
pub(super) type Place = usize;

/// A rule of a protocol, with its condition as the engine reads it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ruling<'p, 'a> {
    /// The rule as written.
    pub rule: &'a Rule,
    /// When it fires.
    pub condition: &'p Condition<Place>,
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
        let (gate, shared) = groups.split_at(groups.len().min(1));
        let mut signs: Vec<&Sign> = gate.iter().flat_map(|group| &group.signs).collect();
        let gate_signs = signs.len();
        signs.extend(motifs.iter().flat_map(|motif| &motif.signs));
        signs.extend(shared.iter().flat_map(|group| &group.signs));
        let terrain = signs.len();
        signs.extend(library.group(Library::TERRAIN).into_iter().flat_map(|group| &group.signs));
        let rules: Vec<&Rule> = gate
            .iter()
            .flat_map(|group| &group.rules)
            .chain(motifs.iter().flat_map(|motif| &motif.rules))
            .chain(shared.iter().flat_map(|group| &group.rules))
            .collect();
        let names = Names::of(&signs);
        let limits = signs.iter().map(|sign| sign.only_for.iter().map(|id| names.place(id)).collect()).collect();
        let conditions = rules.iter().map(|rule| rule.condition.renamed(&|id| names.place(id))).collect();
        let by_id = names.by_id;
        Self { library, motifs, signs, gate: gate_signs, terrain, by_id, limits, rules, conditions }
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

    /// Every rule with its condition, in the same order.
    pub(super) fn rulings(&self) -> impl Iterator<Item = Ruling<'_, 'a>> {
        self.rules.iter().zip(&self.conditions).map(|(rule, condition)| Ruling { rule, condition })
    }

    /// The places of the signs, in the order of their ids.
    pub(super) fn by_id(&self) -> impl Iterator<Item = Place> + Clone {
        self.by_id.iter().copied()
    }

    /// The places of the signs of which none may be known absent for the sign at a place to be asked.
    pub(super) fn limits_at(&self, place: Place) -> &[Place] {
        self.limits.get(place).map(Vec::as_slice).unwrap_or_default()
    }

    /// [`Self::is_terrain`] of the sign at a place.
    pub(super) fn is_terrain_at(&self, place: Place) -> bool {
        place >= self.terrain
    }

    /// [`Self::is_gate`] of the sign at a place.
    pub(super) fn is_gate_at(&self, place: Place) -> bool {
        place < self.gate
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

/// Where signs stand in a list, by their names.
struct Names<'s, 'a> {
    signs: &'s [&'a Sign],
    by_id: Vec<Place>,
}

impl<'s, 'a> Names<'s, 'a> {
    fn of(signs: &'s [&'a Sign]) -> Self {
        let mut by_id: Vec<Place> = (0..signs.len()).collect();
        by_id.sort_by_key(|place| signs.get(*place).map(|sign| &sign.id));
        Self { signs, by_id }
    }

    /// The place of a sign. Checked content names no sign that is not in the list; one would stand behind all of it,
    /// where nothing is ever asked.
    fn place(&self, id: &Id) -> Place {
        let found = self.by_id.binary_search_by_key(&Some(id), |place| self.signs.get(*place).map(|sign| &sign.id));
        found.ok().and_then(|order| self.by_id.get(order)).copied().unwrap_or(self.signs.len())
    }
}
