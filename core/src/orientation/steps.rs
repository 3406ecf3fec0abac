//! The ways of an advice, put together in their order.

use chrono::NaiveDate;

use crate::content::{Because, Id, Library, Territory, Way, Why, Written};

/// One way to contact somebody, with why and since when it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// The action, its explanation and its number.
    pub way: &'a Way,
    /// Why it is proposed; none before the triage pack is there.
    pub because: Option<&'a Because>,
    /// Whether it is usually open at this moment.
    pub opening: Opening,
    /// How the same people are reached without speaking or hearing.
    pub written: Option<&'a Written>,
    /// The sources of the number, of the reason and of what the territory changes.
    pub sources: Vec<&'a Id>,
}

/// Whether somebody is usually there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Nothing says that they would be closed.
    Open,
    /// Often closed now.
    Closed {
        /// The day from which they are open again, where known.
        again: Option<NaiveDate>,
    },
}

/// Steps under way: no number stands twice.
pub(super) struct Steps<'a> {
    library: &'a Library,
    found: Vec<Step<'a>>,
}

impl<'a> Steps<'a> {
    pub(super) fn new(library: &'a Library) -> Self {
        Self { library, found: Vec::new() }
    }

    /// Adds a way, unless it or its number is there.
    pub(super) fn add(&mut self, way: &'a Way, why: Why, opening: Opening) {
        let is_there =
            |step: &Step| step.way.id == way.id || (way.contact.is_some() && step.way.contact == way.contact);
        if !self.found.iter().any(is_there) {
            let step = self.step(way, why, opening);
            self.found.push(step);
        }
    }

    /// Adds a way that answers at any hour.
    pub(super) fn add_named(&mut self, way: &str, why: Why) {
        if let Some(way) = self.library.way(way) {
            self.add(way, why, Opening::Open);
        }
    }

    /// Notes that a way is the one of a territory.
    pub(super) fn rest_on(&mut self, way: &Way, territory: &'a Territory) {
        for step in self.found.iter_mut().filter(|step| step.way.id == way.id) {
            step.sources.extend(&territory.sources);
        }
    }

    /// Puts a way before the first of the others that `is_after` names; without such a one, all stays as it is.
    pub(super) fn put_before(&mut self, way: &str, why: Why, is_after: impl Fn(&Step) -> bool) {
        let Some(way) = self.library.way(way) else { return };
        let (own, mut others): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.found).into_iter().partition(|step| step.way.id == way.id);
        match others.iter().position(is_after) {
            Some(place) => others.insert(place, self.step(way, why, Opening::Open)),
            None => others.extend(own),
        }
        self.found = others;
    }

    pub(super) fn finish(self) -> Vec<Step<'a>> {
        self.found
    }

    fn step(&self, way: &'a Way, why: Why, opening: Opening) -> Step<'a> {
        let orientation = self.library.orientation();
        let because = orientation.because(why);
        let contact = way.contact.as_ref().and_then(|id| self.library.contact(id));
        let professional = orientation.professional_of(&way.id);
        let of_contact = contact.into_iter().flat_map(|contact| &contact.sources);
        let of_professional = professional.into_iter().flat_map(|professional| &professional.sources);
        let of_reason = because.into_iter().flat_map(|because| &because.sources);
        Step {
            way,
            because,
            opening,
            written: contact.and_then(|contact| orientation.written(&contact.id)),
            sources: of_contact.chain(of_professional).chain(of_reason).collect(),
        }
    }
}
