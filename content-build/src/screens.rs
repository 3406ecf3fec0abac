//! How many screens of questions the people of the vignettes answer, by what comes out.
//!
//! Counted is what stands between the first screen, where a person says in their own words what is wrong, and the
//! result: the gate, the vital signs of the motif, the person, each page of signs and measures, the terrain. Neither the
//! first screen nor the result counts. A doubt counts as the app asks it: "I don't know" on a page opens each of its
//! signs alone, on a screen of its own.

use sentier_core::content::{Id, Library, Urgency};
use sentier_core::triage::{Answer, Protocol, Step, walk};

use crate::Vignette;

/// The screens of the people whom one level awaits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screens {
    /// The level.
    pub level: Urgency,
    /// How many screens each answered, the fewest first.
    pub counts: Vec<usize>,
}

impl Screens {
    /// The screens of half of the people, or fewer.
    #[must_use]
    pub fn median(&self) -> usize {
        let middle = self.counts.len().saturating_sub(1) / 2;
        self.counts.get(middle).copied().unwrap_or_default()
    }

    /// The most that the median may be; for some levels nothing is promised.
    #[must_use]
    pub fn at_most(&self) -> Option<usize> {
        match self.level {
            Urgency::Vital | Urgency::Emergency => Some(4),
            Urgency::SelfCare => Some(7),
            Urgency::Hours | Urgency::Days | Urgency::Planned => None,
        }
    }

    /// Whether the median is what it may be.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.at_most().is_none_or(|most| self.median() <= most)
    }
}

/// The screens that the people of the vignettes answer, by the level that comes out, the most urgent first.
#[must_use]
pub fn screens(library: &Library, vignettes: &[Vignette]) -> Vec<Screens> {
    let seen: Vec<(Urgency, usize)> = vignettes.iter().filter_map(|vignette| seen(library, vignette)).collect();
    let of_level = |level| {
        let mut counts: Vec<usize> = seen.iter().filter(|(of, _)| *of == level).map(|(_, count)| *count).collect();
        counts.sort_unstable();
        Screens { level, counts }
    };
    Urgency::MOST_URGENT_FIRST.map(of_level).into()
}

/// What the person of a vignette gets, and after how many screens.
fn seen(library: &Library, vignette: &Vignette) -> Option<(Urgency, usize)> {
    let protocol = Protocol::new(library, std::slice::from_ref(&vignette.motif));
    let walked = walk(&protocol, &vignette.answers(library));
    let screens = |step: &Step| {
        let ticked = step.to_tick(library, &walked.counted);
        let is_doubt = |sign: &Id| walked.counted.signs.get(sign) == Some(&Answer::Unknown);
        if ticked.iter().any(is_doubt) { ticked.len().saturating_add(1) } else { 1 }
    };
    let count = walked.steps.iter().map(screens).sum();
    walked.verdict.map(|verdict| (verdict.level, count))
}
