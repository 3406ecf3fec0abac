//! When a step is due: its window, what it waits for, how it comes again, and what holds once the window has closed.

use serde::{Deserialize, Serialize};

use super::{Id, Period};

/// When a step is due.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// Between which days.
    pub window: Window,
    /// Not before so long after other steps.
    pub wait: Option<Wait>,
    /// How long after the last time again.
    pub every: Option<Period>,
    /// How long after the dose before, for each further dose.
    pub series: Vec<Period>,
    /// In which campaign.
    pub season: Option<Id>,
    /// What holds once the window has closed.
    pub after_window: AfterWindow,
    /// Whether what was done before the window counts.
    pub counts_ever: bool,
}

/// How long after other steps a step waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// The steps, the last of which counts.
    pub steps: Vec<Id>,
    /// How long.
    pub at_least: Period,
    /// Whether one of them must have been done.
    pub is_required: bool,
}

/// Between which days a step is due; `from` included, `below` not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Window {
    /// At any time.
    #[default]
    Always,
    /// By age.
    Age {
        /// From.
        from: Option<Period>,
        /// Below.
        below: Option<Period>,
    },
    /// By weeks since the last period (weeks of amenorrhoea).
    Weeks {
        /// From.
        from: i32,
        /// Below.
        below: Option<i32>,
    },
    /// From a day that the person gave.
    Date {
        /// Which day.
        date: Id,
        /// From.
        from: Period,
        /// Below.
        below: Option<Period>,
    },
    /// After another step was done.
    Step {
        /// Which step.
        step: Id,
        /// From.
        from: Period,
        /// Below.
        below: Option<Period>,
    },
}

/// What holds once a window has closed and nothing was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AfterWindow {
    /// Nothing.
    #[default]
    Nothing,
    /// It is no longer recommended.
    Lost,
    /// It is too late for it, and whether something else is to be done is to be asked.
    Discuss,
    /// It is still due, below an age.
    CatchUp(Option<Period>),
    /// Another step takes over.
    Next(Id),
}
