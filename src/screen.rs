//! What an address shows, given the answers: derived, so that back, forward and reload need no care of their own.

use chrono::NaiveDate;
use sentier_core::content::Library;
use sentier_core::record::Session;
use sentier_core::triage::fresh::cautious;
use sentier_core::triage::{Protocol, Step, Verdict, Walk, walk};

use crate::route::{CareRoute, Route, SystemRoute, TakeRoute};

/// What is on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// The first screen.
    Home,
    /// The choice of motifs.
    Motifs,
    /// The drawn body.
    Body,
    /// A screen of questions.
    Question(Asked),
    /// One sign of a screen, asked by itself.
    Sign(Asked, usize),
    /// The questions have not arrived yet.
    Waiting,
    /// The orientation.
    Outcome(Verdict),
    /// A screen of the pathways.
    Care(CareRoute),
    /// What the app is.
    About,
    /// What stays on the device.
    Privacy,
    /// How the rules are checked.
    Proofs,
    /// The list of motifs whose rules can be read.
    Rules,
    /// The rules of one motif.
    Sheet,
    /// A screen that explains the system.
    System(SystemRoute),
    /// A screen of what is taken along.
    Take(TakeRoute),
}

impl Screen {
    /// Whether its words are there in French only.
    pub fn is_in_french_only(&self) -> bool {
        match self {
            Self::Care(_) | Self::Proofs | Self::Rules | Self::Sheet | Self::System(_) | Self::Take(_) => true,
            Self::Home
            | Self::Motifs
            | Self::Body
            | Self::Question(_)
            | Self::Sign(..)
            | Self::Waiting
            | Self::Outcome(_)
            | Self::About
            | Self::Privacy => false,
        }
    }

    /// Whether what was answered is to be seen on it, and changes with it.
    pub fn shows_answers(&self) -> bool {
        match self {
            Self::Home
            | Self::Motifs
            | Self::Question(_)
            | Self::Sign(..)
            | Self::Waiting
            | Self::Outcome(_)
            | Self::System(_)
            | Self::Take(_) => true,
            Self::Care(_) | Self::Body | Self::About | Self::Privacy | Self::Proofs | Self::Rules | Self::Sheet => {
                false
            }
        }
    }
}

/// A screen of questions and its place in the walk.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What is asked.
    pub step: Step,
    /// Its place, from 0.
    pub index: usize,
    /// The most screens that the walk can have; `None` before the reason is chosen and its questions are there.
    pub at_most: Option<usize>,
}

/// The same screen, however many may follow: content that arrives while one ticks must not take the ticks away.
impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.step == other.step && self.index == other.index
    }
}

/// The walk through a session, as far as the content that has arrived allows; out-of-date content reassures nobody.
pub fn walk_of(library: &Library, session: &Session, today: NaiveDate) -> Walk {
    let protocol = Protocol::new(library, &session.motifs);
    let walked = walk(&protocol, &session.answers);
    Walk { verdict: walked.verdict.map(|verdict| cautious(&protocol, verdict, today)), ..walked }
}

/// What an address shows. An address beyond what the answers lead to shows the place that they do lead to.
pub fn screen(route: Route, library: &Library, session: &Session, walk: &Walk) -> Screen {
    let (index, sign) = match route {
        Route::Home => return Screen::Home,
        Route::Body => return Screen::Body,
        Route::Care(route) => return Screen::Care(route),
        Route::About => return Screen::About,
        Route::Privacy => return Screen::Privacy,
        Route::Proofs => return Screen::Proofs,
        Route::Rules => return Screen::Rules,
        Route::Sheet => return Screen::Sheet,
        Route::System(route) => return Screen::System(route),
        Route::Take(route) => return Screen::Take(route),
        Route::Motifs | Route::Outcome => (usize::MAX, None),
        Route::Question(index) => (index, None),
        Route::Sign(index, sign) => (index, Some(sign)),
    };
    let ended_at_gate = walk.verdict.as_ref().is_some_and(|verdict| is_final_without_motif(library, verdict));
    let gate_is_open = walk.steps.first().is_none_or(|step| !step.is_complete);
    if index == 0 || gate_is_open {
        return question(library, session, walk, 0, sign);
    }
    if ended_at_gate && let Some(verdict) = &walk.verdict {
        return Screen::Outcome(verdict.clone());
    }
    if session.motifs.is_empty() || route == Route::Motifs {
        return Screen::Motifs;
    }
    if session.motifs.iter().any(|motif| library.motif(motif).is_none()) {
        return Screen::Waiting;
    }
    match &walk.verdict {
        Some(verdict) if index >= walk.steps.len() => Screen::Outcome(verdict.clone()),
        _ => question(library, session, walk, index.min(walk.steps.len().saturating_sub(1)), sign),
    }
}

/// A vital sign at the gate needs no motif.
fn is_final_without_motif(library: &Library, verdict: &Verdict) -> bool {
    verdict.level == sentier_core::content::Urgency::Vital
        && library
            .group(Library::GATE)
            .is_some_and(|gate| gate.rules.iter().any(|rule| rule.id == verdict.decided_by.word()))
}

fn question(library: &Library, session: &Session, walk: &Walk, index: usize, sign: Option<usize>) -> Screen {
    let Some(step) = walk.steps.get(index) else {
        return Screen::Home;
    };
    let is_known = !session.motifs.is_empty() && session.motifs.iter().all(|motif| library.motif(motif).is_some());
    let asked = Asked { step: step.clone(), index, at_most: is_known.then_some(walk.at_most) };
    match sign {
        Some(sign) if sign < step.to_tick(library, &session.answers).len() => Screen::Sign(asked, sign),
        _ => Screen::Question(asked),
    }
}
