//! Everything of one person on one day: what several pathways ask for stands there once, the most useful first.

use chrono::NaiveDate;

use crate::content::pathway::{Entry, Pathway, Step, StepStatus, Window};
use crate::content::{Care, Id, Period, Reading};
use crate::order::put_in_order;

use super::breaks::{Break, breaks};
use super::deeds::Deeds;
use super::schedule::status_among;
use super::{Person, Reason, State, Status};

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
    /// The thing that is to be done as well, and does this one by the way.
    pub within: Option<&'a Id>,
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

/// What closed longer ago is not told any more.
const A_YEAR: Period = Period::months(12);

/// What closes so soon comes first.
const SOON: Period = Period::months(3);

/// Everything of a person on a day.
#[must_use]
pub fn dashboard<'a>(care: &'a Care, person: &Person, today: NaiveDate) -> Dashboard<'a> {
    let pathways: Vec<&Pathway> = care.pathways().iter().filter(|pathway| person.is_on(pathway)).collect();
    let deeds = Deeds::of_person(care, person);
    let mut items: Vec<Item<'a>> = Vec::new();
    for pathway in &pathways {
        for step in &pathway.steps {
            let part = Part { pathway, step, status: status_among(&deeds, care, pathway, step, person, today) };
            let key = step.key();
            match items.iter_mut().find(|item| item.key == key) {
                Some(item) => item.parts.push(part),
                None => {
                    let title = step.act.as_ref().map_or(step.title.as_str(), |act| care.act(act));
                    items.push(Item { key, title, status: part.status.clone(), parts: vec![part], within: None });
                }
            }
        }
    }
    for item in &mut items {
        put_in_order(&mut item.parts, |part| pressing(part, today));
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
    put_in_order(&mut items, |item| item.parts.first().map(|part| pressing(part, today)));
    put_within(&mut items);
    let breaks = breaks(care, &deeds, person, &items, today);
    Dashboard { pathways, items, breaks }
}

/// What is to be done now, and is done by the way with something larger that is to be done now too, is put within that.
fn put_within(items: &mut [Item<'_>]) {
    let is_due = |item: &Item<'_>| matches!(item.status.state, State::Late | State::DueNow);
    let covers: Vec<_> = items
        .iter()
        .filter(|item| is_due(item))
        .flat_map(|item| {
            item.parts.iter().filter(|part| part.status.state == item.status.state).map(|part| (item.key, part))
        })
        .flat_map(|(key, part)| part.step.covers.iter().map(move |act| (key, act, part.status.state)))
        .collect();
    for item in items.iter_mut().filter(|item| is_due(item)) {
        let larger =
            covers.iter().find(|(key, act, state)| *act == item.key && *key != item.key && *state <= item.status.state);
        item.within = larger.map(|(key, ..)| *key);
    }
}

/// The order in which things are shown, the most useful first: the state; habits after what has a day; what closes within
/// three months; then what a pathway asks for that the person is on by their own word, before what everybody is asked;
/// then what the law asks for, what is recommended, what can be proposed; what was read at its source before what is to be
/// verified; then the day on which it closes or opens.
fn pressing(part: &Part<'_>, today: NaiveDate) -> (State, [bool; 4], StepStatus, bool, NaiveDate) {
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
    // What is far off or unsure must not hide that the same thing is to come for another reason.
    let is_far = status.state == State::ToCome && !status.is_ahead(today);
    let later = [is_far, is_habit, !closes_soon, is_for_everybody];
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

    /// What to do next, the most useful first: what is late and what is due; habits and what stands within another left out.
    pub fn next(&self) -> impl Iterator<Item = &Item<'a>> {
        let is_due = |item: &&Item<'a>| matches!(item.status.state, State::Late | State::DueNow);
        self.items.iter().filter(move |item| is_due(item) && !item.is_habit() && item.within.is_none())
    }

    /// What is done by the way with a thing.
    pub fn within(&self, thing: &Item<'a>) -> impl Iterator<Item = &Item<'a>> {
        let key = thing.key;
        self.items.iter().filter(move |item| item.within == Some(key))
    }

    /// The appointments that were made, the first of them first.
    #[must_use]
    pub fn appointments(&self) -> Vec<&Item<'a>> {
        let mut booked: Vec<&Item<'a>> =
            self.items.iter().filter(|item| item.status.reason == Reason::Booked).collect();
        put_in_order(&mut booked, |item| item.status.opens);
        booked
    }

    /// What comes so often that it has no appointment.
    pub fn habits(&self) -> impl Iterator<Item = &Item<'a>> {
        let is_open = |status: &Status| {
            matches!(status.state, State::Late | State::DueNow | State::ToCome) && status.reason != Reason::Booked
        };
        self.items.iter().filter(move |item| item.is_habit() && is_open(&item.status))
    }

    /// What is to come and is shown: no habit, no appointment, and not so far off.
    pub fn ahead(&self, today: NaiveDate) -> impl Iterator<Item = &Item<'a>> {
        let is_booked = |item: &Item<'a>| item.status.reason == Reason::Booked;
        self.in_state(State::ToCome)
            .filter(move |item| item.status.is_ahead(today) && !item.is_habit() && !is_booked(item))
    }

    /// What is to be discussed, and apart from it what is only to be known.
    #[must_use]
    pub fn to_discuss(&self) -> [Vec<&Item<'a>>; 2] {
        let (to_know, to_discuss) = self.in_state(State::ToDiscuss).partition(|item| item.is_information());
        [to_discuss, to_know]
    }

    /// What does not concern `person` by their own word or because its time was over less than a year ago. What is for
    /// another age, sex or time says nothing about them.
    pub fn set_aside(&self, person: &Person, today: NaiveDate) -> impl Iterator<Item = &Item<'a>> {
        let is_theirs = |reason: &Reason| match reason {
            // Age and sex make facts untrue as well; what the person said is in their facts.
            Reason::NotSo(facts) => facts.iter().any(|fact| person.facts.contains_key(fact)),
            Reason::Dismissed(_) | Reason::Excluded(_) | Reason::WindowClosed => true,
            _ => false,
        };
        let is_recent = move |status: &Status| status.closes.is_none_or(|closes| A_YEAR.after(closes) > today);
        self.in_state(State::NotConcerned).filter(move |item| is_theirs(&item.status.reason) && is_recent(&item.status))
    }

    /// The state of a step, if the person's pathways have it.
    #[must_use]
    pub fn status_of(&self, step: &str) -> Option<&Status> {
        self.items.iter().flat_map(|item| &item.parts).find(|part| part.step.id == step).map(|part| &part.status)
    }
}

impl Item<'_> {
    /// Whether all of it is only to be known.
    #[must_use]
    pub fn is_information(&self) -> bool {
        self.parts.iter().all(|part| part.step.status == StepStatus::Information)
    }

    /// Whether it comes so often that it is a habit.
    #[must_use]
    pub fn is_habit(&self) -> bool {
        self.parts.first().is_some_and(|part| part.step.timing.every.is_some_and(is_habit))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{Dashboard, dashboard};
    use crate::content::Care;
    use crate::pathway::sample::{TODAY, draft, person};
    use crate::pathway::{Booked, Done, Joined, Person, Renunciation, State};

    /// Somebody with diabetes, whose visit for the eyes does the vaccine by the way.
    fn scene() -> (Care, Person) {
        let mut draft = draft();
        let eyes = draft.pathways.iter_mut().flat_map(|pathway| &mut pathway.steps).find(|step| step.id == "B-YEUX");
        eyes.unwrap().covers = vec!["grippe".to_owned()];
        let mut person = person();
        person.joined.insert("diabete".to_owned(), Joined::default());
        (Care::check(draft, &[]).unwrap(), person)
    }

    fn next<'a>(board: &Dashboard<'a>) -> Vec<&'a str> {
        let mut keys: Vec<&str> = board.next().map(|item| item.key.as_str()).collect();
        keys.sort_unstable();
        keys
    }

    /// In what the vaccine stands, and its state.
    fn vaccine<'a>(board: &Dashboard<'a>) -> (Option<&'a str>, State) {
        let item = board.items.iter().find(|item| item.key == "grippe").unwrap();
        (item.within.map(String::as_str), item.status.state)
    }

    #[test]
    fn what_is_done_by_the_way_stands_within_what_is_due_too() {
        let (care, person) = scene();
        let board = dashboard(&care, &person, TODAY.parse().unwrap());
        assert_eq!(vaccine(&board), (Some("B-YEUX"), State::DueNow));
        assert_eq!(next(&board), ["A-DENTS", "A-MARCHE", "B-YEUX"]);
        let larger = board.items.iter().find(|item| item.key == "B-YEUX").unwrap();
        let by_the_way: Vec<&str> = board.within(larger).map(|item| item.key.as_str()).collect();
        assert_eq!(by_the_way, ["grippe"]);
        assert_eq!(larger.within, None);
    }

    #[test]
    fn it_stands_by_itself_once_the_larger_is_not_to_be_done_now() {
        let (care, known) = scene();
        let today = TODAY.parse().unwrap();
        let did = |what: &str| {
            let done = Done { event: 1, what: what.to_owned(), on: Some(today), noted: today };
            dashboard(&care, &Person { done: vec![done], ..known.clone() }, today)
        };
        assert_eq!(vaccine(&did("B-YEUX")), (None, State::ToCome), "both were done");
        assert_eq!(next(&did("B-YEUX")), ["A-DENTS", "A-MARCHE"]);
        assert_eq!(vaccine(&did("A-GRIPPE")), (None, State::ToCome), "it was done alone");
        assert_eq!(next(&did("A-GRIPPE")), ["A-DENTS", "A-MARCHE", "B-YEUX"]);
        let mut booked = known.clone();
        booked.booked.insert("B-YEUX".to_owned(), Booked { event: 1, on: today });
        let mut refused = known.clone();
        refused.dismissed.insert("B-YEUX".to_owned(), Renunciation { event: 1, reason: String::new() });
        for person in [booked, refused] {
            let board = dashboard(&care, &person, today);
            assert_eq!(vaccine(&board), (None, State::DueNow), "the larger is not due");
            assert_eq!(next(&board), ["A-DENTS", "A-MARCHE", "grippe"]);
        }
    }
}
