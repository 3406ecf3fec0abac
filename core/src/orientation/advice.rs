//! Whom to contact, in which order, at this hour and in this territory.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::content::{
    Days, Duty, DutyWords, Holiday, Id, Library, Line, Orientation, Professional, Service, Territory, Urgency, Way, Why,
};

use super::steps::{Opening, Step, Steps};
use super::{Moment, duty_at, holiday_on, next_open_day};

/// A consultation "within 24 to 48 hours" waits at most so many days for a practice to open.
const MOST_DAYS_TO_WAIT: i64 = 2;

/// The hours of national lines are those of Paris.
const PARIS: &str = "Europe/Paris";

/// What the advice is for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The level of the verdict.
    pub level: Urgency,
    /// The exit of the verdict.
    pub way: &'a Way,
    /// The motifs that were chosen.
    pub motifs: &'a [Id],
    /// The age in whole months; none where it is not known.
    pub age: Option<u16>,
    /// Where the person is; without it, what holds everywhere.
    pub territory: Option<&'a Territory>,
    /// The local day and hour there.
    pub moment: Moment,
    /// How the person can reach others.
    pub voice: Voice,
}

/// How the person can reach others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// By telephone.
    Spoken,
    /// In writing or by video: they cannot speak or hear, or must stay silent.
    Silent,
}

/// Whom to contact now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice<'a> {
    /// The ways, the first one first.
    pub steps: Vec<Step<'a>>,
    /// The time that it rests on.
    pub basis: Basis<'a>,
    /// What the professional of the verdict may do for these motifs, and for whom not.
    pub services: Vec<&'a Service>,
}

/// The time that an advice rests on, to be said with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis<'a> {
    /// The local day and hour.
    pub moment: Moment,
    /// Whose local hour it is, where a territory was chosen.
    pub territory: Option<&'a Territory>,
    /// The period of duty.
    pub duty: Duty,
    /// What that says; none before the triage pack is there.
    pub words: Option<&'a DutyWords>,
    /// The public holiday of that day.
    pub holiday: Option<&'a Holiday>,
}

/// Whom to contact, in which order. The hour, the territory and the motifs change who comes first among those who can
/// answer the level, and never the level: 15 is there from [`Urgency::Days`] up, and first when life is at stake.
#[must_use]
pub fn advise<'a>(library: &'a Library, asked: &Asked<'a>) -> Advice<'a> {
    let orientation = library.orientation();
    let duty = duty_at(orientation, asked.territory, asked.moment);
    let mut plan = Plan { library, asked, duty, steps: Steps::new(library) };
    match asked.level {
        Urgency::Vital => plan.vital(),
        Urgency::Emergency => plan.emergency(),
        Urgency::Hours => plan.soon(),
        Urgency::Days if plan.waits_too_long() => plan.soon(),
        Urgency::Days | Urgency::Planned | Urgency::SelfCare => plan.later(),
    }
    plan.in_writing();
    let basis = Basis {
        moment: asked.moment,
        territory: asked.territory,
        duty,
        words: orientation.duty(duty),
        holiday: holiday_on(orientation, asked.territory, asked.moment.day()),
    };
    let professional = orientation.professional_of(&asked.way.id);
    let is_meant = |service: &&Service| {
        let is_theirs = professional.is_some_and(|professional| professional.id == service.professional);
        (is_theirs || service.ways.contains(&asked.way.id))
            && service.motifs.iter().any(|motif| asked.motifs.contains(motif))
    };
    Advice { steps: plan.steps.finish(), basis, services: orientation.services.iter().filter(is_meant).collect() }
}

struct Plan<'a, 'b> {
    library: &'a Library,
    asked: &'b Asked<'a>,
    duty: Duty,
    steps: Steps<'a>,
}

impl<'a> Plan<'a, '_> {
    /// 15 first, at any hour; only another emergency number that the verdict itself names may stand before it.
    fn vital(&mut self) {
        let emergency = &self.library.orientation().emergency;
        if self.asked.way.contact.as_ref().is_some_and(|contact| emergency.contains(contact)) {
            self.steps.add(self.asked.way, Why::Verdict, Opening::Open);
        }
        self.emergency_numbers();
        self.beside();
    }

    /// The exit of the verdict where it is open, then 15 and what replaces it; the others after them.
    fn emergency(&mut self) {
        if self.opening() == Opening::Open {
            self.own();
        }
        self.emergency_numbers();
        self.on_duty();
        self.beside();
        self.own();
    }

    /// Within hours: who is closed gives way to who is on duty, and to 15.
    fn soon(&mut self) {
        if self.opening() == Opening::Open {
            self.own();
            self.also();
        } else {
            self.on_duty();
        }
        self.steps.add_named(Orientation::ACCESS, Why::Access);
        self.steps.add_named(Orientation::WRITTEN, Why::Written);
        self.beside();
        self.own();
    }

    /// Within days or later: the professional, with the day on which they open; 15 where days count.
    fn later(&mut self) {
        self.own();
        if self.opening() == Opening::Open {
            self.also();
        }
        self.remote();
        if self.asked.level == Urgency::Days {
            self.steps.add_named(Orientation::ACCESS, Why::Access);
        }
        self.beside();
    }

    fn emergency_numbers(&mut self) {
        let first = self.library.level(self.asked.level).map(|advice| advice.way.as_str());
        self.steps.add_named(first.unwrap_or_default(), Why::Emergency);
        self.steps.add_named(Orientation::WRITTEN, Why::Written);
        self.steps.add_named(Orientation::EUROPE, Why::Europe);
    }

    fn own(&mut self) {
        let opening = self.opening();
        self.add_local(self.asked.way, Why::Verdict, opening);
    }

    fn on_duty(&mut self) {
        let on_duty = self.professional().and_then(|professional| professional.on_duty.as_ref());
        let Some(on_duty) = on_duty.filter(|on_duty| on_duty.during.contains(&self.duty)) else { return };
        if let Some(way) = self.library.way(&on_duty.way) {
            self.add_local(way, Why::OnDuty, Opening::Open);
        }
    }

    fn also(&mut self) {
        for way in self.professional().into_iter().flat_map(|professional| &professional.also) {
            self.steps.add_named(way, Why::Also);
        }
    }

    fn beside(&mut self) {
        for way in self.asked.way.beside.iter().filter_map(|id| self.library.way(id)) {
            self.steps.add(way, Why::Beside, self.opening_of_line(way));
        }
    }

    fn remote(&mut self) {
        let Some(remote) = &self.library.orientation().remote else { return };
        let is_old_enough = self.asked.age.is_some_and(|age| age >= remote.from_age);
        let motifs = self.asked.motifs;
        let is_fit = !motifs.is_empty() && motifs.iter().all(|motif| remote.motifs.contains(motif));
        let is_allowed = remote.levels.contains(&self.asked.level) && remote.beside.contains(&self.asked.way.id);
        if is_allowed && is_fit && is_old_enough {
            self.steps.add_named(&remote.way, Why::Remote);
        }
    }

    /// A way, or the one of the territory in its place.
    fn add_local(&mut self, way: &'a Way, why: Why, opening: Opening) {
        let territory = self.asked.territory;
        let local = territory.and_then(|territory| territory.instead(&way.id)).and_then(|id| self.library.way(id));
        match (local, territory) {
            (Some(local), Some(territory)) => {
                self.steps.add(local, Why::Territory, opening);
                self.steps.rest_on(local, territory);
            }
            _ => self.steps.add(way, why, opening),
        }
    }

    /// Whoever cannot speak or hear writes first: to 114 before everything where hours count, else before 15.
    fn in_writing(&mut self) {
        if self.asked.voice == Voice::Silent {
            let emergency = &self.library.orientation().emergency;
            let is_soon = self.asked.level >= Urgency::Hours;
            let is_call = |step: &Step| step.way.contact.as_ref().is_some_and(|contact| emergency.contains(contact));
            let is_after = |step: &Step| is_soon || is_call(step);
            self.steps.put_before(Orientation::WRITTEN, Why::Written, is_after);
        }
    }

    fn professional(&self) -> Option<&'a Professional> {
        self.library.orientation().professional_of(&self.asked.way.id)
    }

    /// Whether the exit of the verdict is usually open now.
    fn opening(&self) -> Opening {
        let orientation = self.library.orientation();
        match self.professional() {
            Some(professional) if professional.closed.contains(&self.duty) => {
                let again = next_open_day(orientation, self.asked.territory, self.asked.moment, professional);
                Opening::Closed { again }
            }
            _ => self.opening_of_line(self.asked.way),
        }
    }

    fn opening_of_line(&self, way: &Way) -> Opening {
        let is_paris = self.asked.territory.is_none_or(|territory| territory.zone == PARIS);
        let line = self.library.orientation().lines.iter().find(|line| Some(&line.contact) == way.contact.as_ref());
        match line {
            Some(line) if is_paris && !line.is_open_at(self.asked.moment) => Opening::Closed { again: None },
            _ => Opening::Open,
        }
    }

    /// Whether the exit stays closed for longer than the level allows to wait.
    fn waits_too_long(&self) -> bool {
        match self.opening() {
            Opening::Closed { again: Some(day) } => {
                day.signed_duration_since(self.asked.moment.day()).num_days() > MOST_DAYS_TO_WAIT
            }
            Opening::Closed { again: None } => true,
            Opening::Open => false,
        }
    }
}

impl Line {
    /// Whether it answers at a moment of Paris; past midnight, the evening before counts.
    #[must_use]
    pub fn is_open_at(&self, moment: Moment) -> bool {
        let is_answered = |day: Option<NaiveDate>| {
            day.is_some_and(|day| match (self.days, day.weekday()) {
                (Days::EveryDay, _) => true,
                (_, Weekday::Sun) | (Days::MondayToFriday, Weekday::Sat) => false,
                (Days::MondayToSaturday | Days::MondayToFriday, _) => true,
            })
        };
        let (today, minute) = (moment.day(), moment.minute());
        if self.from < self.until {
            (self.from..self.until).contains(&minute) && is_answered(Some(today))
        } else if minute < self.until {
            is_answered(today.pred_opt())
        } else {
            minute >= self.from && is_answered(Some(today))
        }
    }
}
