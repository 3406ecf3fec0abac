//! Everything of one person on one day: what several pathways ask for stands there once, the most useful first.

use chrono::NaiveDate;

use crate::content::pathway::{Entry, Pathway, Step, StepStatus, Window};
use crate::content::{Care, Id, Period, Reading};

use super::breaks::{Break, breaks};
use super::schedule::{Deeds, status_among};
use super::{Person, State, Status};

/// Everything of one person on one day.
#[derive(Clone, Debug)]
pub struct Dashboard<'a> {
    /// The pathways that the person is on.
    pub pathways: Vec<&'a Pathway>,
    /// What there is to do, to come, done and not: the most pressing first.
    pub items: Vec<Item<'a>>,
    /// Where care has come apart, each with one next action.
    pub breaks: Vec<Break>,
}

/// One thing, for whichever pathways ask for it.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// Under which name it is noted as done: the shared act, or the step.
    pub key: &'a Id,
    /// What it is called.
    pub title: &'a str,
    /// The most pressing of its parts.
    pub status: Status,
    /// The steps that ask for it, the most pressing first.
    pub parts: Vec<Part<'a>>,
}

/// A step of a pathway, and its state.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// The pathway.
    pub pathway: &'a Pathway,
    /// The step.
    pub step: &'a Step,
    /// Its state.
    pub status: Status,
}

/// What closes so soon comes first.
const SOON: Period = Period::months(3);

/// Everything of a person on a day.
#[must_use]
pub fn dashboard<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
    let pathways: Vec<&Pathway> = care.pathways().iter().filter(|pathway| person.is_on(pathway)).collect();
    let deeds = Deeds::of(care, person);
    let mut items: Vec<Item<'a>> = Vec::new();
    for pathway in &pathways {
        for step in &pathway.steps {
            let part = Part { pathway, step, status: status_among(&deeds, care, pathway, step, person, today) };
            let key = step.key();
            match items.iter_mut().find(|item| item.key == key) {
                Some(item) => item.parts.push(part),
                None => {
                    let title = step.act.as_ref().map_or(step.title.as_str(), |act| care.act(act));
                    items.push(Item { key, title, status: part.status.clone(), parts: vec![part] });
                }
            }
        }
    }
    for item in &mut items {
        item.parts.sort_by_key(|part| pressing(part, today));
        if let Some(first) = item.parts.first() {
            item.status = first.status.clone();
            // A rule by itself is better named by its own title than by that of the act it shares with rules that do not
            // concern this person.
            let concerned = item.parts.iter().filter(|part| part.status.state != State::NotConcerned).count();
            if concerned <= 1 {
                item.title = &first.step.title;
            }
        }
    }
    items.sort_by_key(|item| item.parts.first().map(|part| pressing(part, today)));
    let breaks = breaks(care, person, &items, today);
    Dashboard { pathways, items, breaks }
}

/// The order in which things are shown, the most useful first: the state; habits after what has a day; what closes within
/// three months; then what a pathway asks for that the person is on by their own word, before what everybody is asked;
/// then what the law asks for, what is recommended, what can be proposed; what was read at its source before what is to be
/// verified; then the day on which it closes or opens.
fn pressing(part: &Part<'_>, today: NaiveDate) -> (State, [bool; 3], StepStatus, bool, NaiveDate) {
    let status = &part.status;
    let is_habit = part.step.timing.every.is_some_and(is_habit);
    let day = match status.state {
        State::ToCome => status.opens,
        State::Done => status.last,
        _ => status.closes.or(status.opens),
    };
    let closes_soon = status.closes.is_some_and(|closes| closes < SOON.after(today));
    let is_for_everybody = part.pathway.entry == Entry::Everybody;
    let is_to_verify = part.step.reading == Reading::ToVerify;
    let later = [is_habit, !closes_soon, is_for_everybody];
    (status.state, later, part.step.status, is_to_verify, day.unwrap_or(NaiveDate::MAX))
}

/// Whether a part comes again and again at any time, and so says nothing about where one is.
fn is_always(part: &Part<'_>) -> bool {
    part.step.timing.window == Window::Always
}

/// Whether something comes so often that it is a habit, not an appointment: more often than every fortnight.
#[must_use]
pub fn is_habit(every: Period) -> bool {
    every.about_days() < 15
}

impl<'a> Dashboard<'a> {
    /// The pathways that the person is on by their own word, those of everybody left out.
    pub fn own(&self) -> impl Iterator<Item = &'a Pathway> {
        self.pathways.iter().copied().filter(|pathway| pathway.entry != Entry::Everybody)
    }

    /// Where the person is on a pathway of stages: that of the dated step whose window opened last; the place in the list of
    /// stages. Nothing where no step has days.
    #[must_use]
    pub fn stage_of(&self, pathway: &Pathway, today: NaiveDate) -> Option<usize> {
        let parts = self.items.iter().flat_map(|item| &item.parts).filter(|part| part.pathway.id == pathway.id);
        let opened = parts.filter_map(|part| {
            let opens = part.status.opens.filter(|opens| *opens <= today && !is_always(part))?;
            let place = pathway.stages.iter().position(|stage| part.step.stage.as_ref() == Some(&stage.id))?;
            Some((opens, place))
        });
        opened.max().map(|(_, place)| place)
    }

    /// The things in some state, in order.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(move |item| item.status.state == state)
    }

    /// What to do next, the most useful first: what is late and what is due, habits left out.
    pub fn next(&self) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(|item| matches!(item.status.state, State::Late | State::DueNow) && !item.is_habit())
    }

    /// The state of a step, if the person's pathways have it.
    #[must_use]
    pub fn status_of(&self, step: &str) -> Option<&Status> {
        self.items.iter().flat_map(|item| &item.parts).find(|part| part.step.id == step).map(|part| &part.status)
    }
}

impl Item<'_> {
    /// Whether it comes so often that it is a habit.
    #[must_use]
    pub fn is_habit(&self) -> bool {
        self.parts.first().is_some_and(|part| part.step.timing.every.is_some_and(is_habit))
    }
}
