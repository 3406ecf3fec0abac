//! What must hold of pathways before anything is built on them.

use std::collections::BTreeSet;

use super::care::{Care, CareDraft, Code, Named};
use super::pathway::{AfterWindow, Entry, Pathway, Step, StepStatus, Window};
use super::{Defect, Id, Landmarks, Observation, Problem};

/// Everything wrong with a draft; `motifs` are the motifs of triage that warnings may open.
pub(super) fn defects(draft: &CareDraft, motifs: &[&Id]) -> Vec<Defect> {
    let mut found = Found { draft, motifs, defects: Vec::new() };
    found.names();
    for pathway in &draft.pathways {
        found.pathway(pathway);
        for step in &pathway.steps {
            found.step(pathway, step);
        }
    }
    found.defects
}

struct Found<'a> {
    draft: &'a CareDraft,
    motifs: &'a [&'a Id],
    defects: Vec<Defect>,
}

impl Found<'_> {
    fn add(&mut self, subject: &Id, problem: Problem) {
        self.defects.push(Defect { subject: subject.clone(), problem });
    }

    fn require(&mut self, holds: bool, subject: &Id, what: &'static str) {
        if !holds {
            self.add(subject, Problem::Wording(what));
        }
    }

    fn known(&mut self, is_known: bool, subject: &Id, kind: &'static str, id: &str) {
        if !is_known {
            self.add(subject, Problem::Unknown { kind, id: id.to_owned() });
        }
    }

    fn names(&mut self) {
        let draft = self.draft;
        let named = |list: &[Named]| list.iter().map(|named| named.id.clone()).collect::<Vec<Id>>();
        let lists = [
            draft.roles.iter().map(|role| role.id.clone()).collect(),
            draft.papers.iter().map(|paper| paper.id.clone()).collect(),
            named(&draft.acts),
            draft.facts.iter().map(|fact| fact.id.clone()).collect(),
            draft.observations.iter().map(|observation| observation.id.clone()).collect(),
            draft.seasons.iter().map(|season| season.id.clone()).collect(),
            draft.sources.iter().map(|source| source.id.clone()).collect(),
            draft.pathways.iter().map(|pathway| pathway.id.clone()).collect(),
            draft.pathways.iter().flat_map(|pathway| &pathway.steps).map(|step| step.id.clone()).collect(),
        ];
        for list in lists {
            let mut seen = BTreeSet::new();
            for id in list {
                if !seen.insert(id.clone()) {
                    self.add(&id, Problem::Duplicate);
                }
            }
        }
        let is_known = draft.facts.iter().any(|fact| fact.id == Care::PREGNANT);
        self.known(is_known, &Care::PREGNANT.to_owned(), "fact", Care::PREGNANT);
        for role in &draft.roles {
            self.deed(&role.id, role.fulfils.as_slice());
        }
        for fact in &draft.facts {
            self.facts(&fact.id, &fact.implies);
        }
        for observation in &draft.observations {
            if let Some(code) = &observation.code {
                self.code(&observation.id, code);
            }
        }
        self.landmarks(&draft.landmarks);
        for device in &draft.devices {
            self.sources(&device.id, &device.sources);
            for value in &device.values {
                let measure = draft.observations.iter().find(|known| known.id == value.measure);
                self.known(measure.is_some(), &device.id, "measure", &value.measure);
                let is_unit = |measure: &Observation| {
                    measure.unit == value.unit || measure.other_units.iter().any(|other| other.unit == value.unit)
                };
                self.known(measure.is_none_or(is_unit), &device.id, "unit", &value.unit);
            }
        }
    }

    /// A code carries a digit that most slips of the pen break.
    fn code(&mut self, subject: &Id, code: &Code) {
        self.sources(subject, &code.sources);
        for loinc in std::iter::once(&code.loinc).chain(&code.also).chain(&code.panel) {
            self.require(is_loinc(loinc), subject, "`loinc` is digits, a hyphen and the digit that checks them");
        }
        self.require(!code.ucum.is_empty(), subject, "`ucum` is missing");
    }

    /// What rules of the app rest on must be in the lists.
    fn landmarks(&mut self, landmarks: &Landmarks) {
        let place = "landmarks".to_owned();
        let said = |id: &Id| if id.is_empty() { Vec::new() } else { vec![id.clone()] };
        for role in [&landmarks.myself, &landmarks.near] {
            self.roles(&place, &said(role));
        }
        for act in [&landmarks.own_doctor, &landmarks.visit, &landmarks.visit_after_hospital, &landmarks.complex] {
            self.deed(&place, &said(act));
        }
        self.roles(&place, &landmarks.emergency_roles);
        self.papers(&place, &landmarks.letters);
        self.papers(&place, &landmarks.emergency_papers);
        for pair in &landmarks.together {
            self.measures(&place, pair);
        }
        let due = &landmarks.due_date_loinc;
        self.require(due.is_empty() || is_loinc(due), &place, "`due_date_loinc` is no LOINC code");
        for pathway in &landmarks.vaccines {
            let is_known = self.draft.pathways.iter().any(|known| &known.id == pathway);
            self.known(is_known, &place, "pathway", pathway);
        }
        let mut dates = self.draft.pathways.iter().flat_map(|pathway| &pathway.dates);
        let is_known = landmarks.discharge.is_empty() || dates.any(|date| date.id == landmarks.discharge);
        self.known(is_known, &place, "date", &landmarks.discharge);
    }

    fn roles(&mut self, subject: &Id, roles: &[Id]) {
        for role in roles {
            self.known(self.draft.roles.iter().any(|known| &known.id == role), subject, "role", role);
        }
    }

    fn papers(&mut self, subject: &Id, papers: &[Id]) {
        for paper in papers {
            self.known(self.draft.papers.iter().any(|known| &known.id == paper), subject, "paper", paper);
        }
    }

    fn measures(&mut self, subject: &Id, measures: &[Id]) {
        for measure in measures {
            self.known(self.draft.observations.iter().any(|known| &known.id == measure), subject, "measure", measure);
        }
    }

    /// Steps and acts can both be noted as done.
    fn deed(&mut self, subject: &Id, deeds: &[Id]) {
        for deed in deeds {
            let mut steps = self.draft.pathways.iter().flat_map(|pathway| &pathway.steps);
            let is_known = self.draft.acts.iter().any(|act| &act.id == deed) || steps.any(|step| &step.id == deed);
            self.known(is_known, subject, "step or act", deed);
        }
    }

    fn sources(&mut self, subject: &Id, sources: &[Id]) {
        if sources.is_empty() {
            self.add(subject, Problem::NoSource);
        }
        for source in sources {
            self.known(self.draft.sources.iter().any(|known| &known.id == source), subject, "source", source);
        }
    }

    fn facts(&mut self, subject: &Id, facts: &[Id]) {
        for fact in facts {
            self.known(self.draft.facts.iter().any(|known| &known.id == fact), subject, "fact", fact);
        }
    }

    fn pathway(&mut self, pathway: &Pathway) {
        let id = &pathway.id;
        self.sources(id, &pathway.sources);
        self.facts(id, &pathway.implies);
        if let Entry::Asked { ask, .. } = &pathway.entry {
            self.require(ask.ends_with('?'), id, "the question of `join` must end in “ ?”");
        }
        for target in &pathway.targets {
            self.measures(id, std::slice::from_ref(&target.measure));
            self.sources(id, &target.sources);
        }
        for warning in &pathway.warnings {
            if let Some(motif) = &warning.motif {
                self.known(self.motifs.contains(&motif), id, "motif", motif);
            }
            self.sources(id, &warning.sources);
        }
        for right in &pathway.rights {
            self.roles(id, &right.who);
            self.sources(id, &right.sources);
        }
    }

    fn step(&mut self, pathway: &Pathway, step: &Step) {
        let id = &step.id;
        self.sources(id, &step.sources);
        self.roles(id, &step.who);
        self.papers(id, &step.papers);
        for act in step.act.iter().chain(&step.covers) {
            self.known(self.draft.acts.iter().any(|known| &known.id == act), id, "act", act);
        }
        let covers_itself = step.act.as_ref().is_some_and(|act| step.covers.contains(act));
        self.require(!covers_itself, id, "`covers` names other acts than its own `act`");
        let mut others = self.draft.pathways.iter().flat_map(|pathway| &pathway.steps);
        let is_chain = others.any(|other| !other.covers.is_empty() && step.covers.contains(other.key()));
        self.require(!is_chain, id, "what `covers` names must not itself cover something");
        if let Some(readings) = &step.measured {
            self.measures(id, &readings.of);
            let is_something = !readings.of.is_empty() && readings.at_least > 0 && readings.within.about_days() > 0;
            self.require(is_something, id, "`measured` names measures, at least one value and some days");
        }
        self.facts(id, &step.condition.all_of);
        self.facts(id, &step.condition.any_of);
        self.facts(id, &step.condition.unless);
        self.require(!step.who.is_empty(), id, "nobody does it; write `who`");
        if let Some(stage) = &step.stage {
            self.known(pathway.stages.iter().any(|known| &known.id == stage), id, "stage", stage);
        }
        if let Some(season) = &step.timing.season {
            self.known(self.draft.seasons.iter().any(|known| &known.id == season), id, "season", season);
        }
        self.timing(pathway, step);
    }

    fn timing(&mut self, pathway: &Pathway, step: &Step) {
        let id = &step.id;
        let timing = &step.timing;
        let ways = [timing.every.is_some(), !timing.series.is_empty(), timing.season.is_some()];
        let repeats = ways.iter().filter(|is_used| **is_used).count();
        self.require(repeats <= 1, id, "a step has one of `every`, `series` and `season`; keep one");
        let is_positive = |period: &super::Period| period.about_days() > 0;
        let periods_are_positive = timing.every.iter().chain(&timing.series).all(is_positive);
        self.require(periods_are_positive, id, "`every` and `series` are more than nothing");
        let is_information = step.status == StepStatus::Information;
        self.require(
            !is_information || repeats == 0,
            id,
            "what is only information does not come again; take that away",
        );
        let steps = || self.draft.pathways.iter().flat_map(|pathway| &pathway.steps).map(|step| &step.id);
        let (order_holds, unknown) = match &timing.window {
            Window::Always => (true, None),
            Window::Age { from, below } => {
                let order = from.zip(*below).is_none_or(|(from, below)| from.about_days() < below.about_days());
                (order, None)
            }
            Window::Weeks { from, below } => (below.is_none_or(|below| *from < below), None),
            Window::Date { date, from, below } => {
                let is_known = date == Care::BIRTH || pathway.dates.iter().any(|known| &known.id == date);
                let order = below.is_none_or(|below| from.about_days() < below.about_days());
                (order, (!is_known).then(|| ("date", date.clone())))
            }
            Window::Step { step: other, from, below } => {
                let is_known = other != id && steps().any(|known| known == other);
                let order = below.is_none_or(|below| from.about_days() < below.about_days());
                (order, (!is_known).then(|| ("step", other.clone())))
            }
        };
        let next = match &timing.after_window {
            AfterWindow::Next(next) if next == id || !steps().any(|known| known == next) => Some(next.clone()),
            _ => None,
        };
        self.require(order_holds, id, "the window ends before it begins; exchange `from` and `below`");
        if let Some((kind, other)) = unknown {
            self.known(false, id, kind, &other);
        }
        if let Some(next) = next {
            self.known(false, id, "step", &next);
        }
        for other in timing.wait.iter().flat_map(|wait| &wait.steps) {
            self.known(steps().any(|known| known == other), id, "step", other);
        }
        if self.waits_for_itself(step) {
            self.add(id, Problem::Cycle);
        }
    }

    /// Whether a step waits, through others, for itself.
    fn waits_for_itself(&self, step: &Step) -> bool {
        let mut seen: Vec<&Id> = Vec::new();
        let mut at = step;
        while let Window::Step { step: other, .. } = &at.timing.window {
            if *other == step.id {
                return true;
            }
            let next = self.draft.pathways.iter().flat_map(|pathway| &pathway.steps).find(|known| &known.id == other);
            match next {
                Some(next) if !seen.contains(&&next.id) => {
                    seen.push(&next.id);
                    at = next;
                }
                _ => return false,
            }
        }
        false
    }
}

/// Whether a LOINC code ends in its check digit (modulus 10, as its users' guide gives it).
fn is_loinc(code: &str) -> bool {
    let Some((number, check)) = code.split_once('-') else { return false };
    let digits: Option<Vec<u32>> = number.chars().rev().map(|digit| digit.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| !digits.is_empty() && digits.len() <= 7) else { return false };
    let weighed = digits.iter().enumerate().map(|(place, digit)| match (place % 2, digit.saturating_mul(2)) {
        (0, twice) if twice > 9 => twice.saturating_sub(9),
        (0, twice) => twice,
        _ => *digit,
    });
    let sum: u32 = weighed.sum();
    check.parse() == Ok((10_u32.saturating_sub(sum % 10)) % 10)
}
