//! What the screens of pathways share, behind one signal; what follows from it is derived.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Care, Example, Id, pack};
use sentier_core::pathway::{Dashboard, Person, dashboard};
use sentier_core::record::{Event, Record, RecordError, What, events_of};

use super::keep::{self, Recording, Segment};
use crate::browser::{clock, packs};
use crate::parts::receive_care;
use crate::state::Arrival;

/// A day, in the numbers of events.
const A_DAY: u64 = 24 * 60 * 60 * 1000 * 1000;

/// Everything about pathways that can change.
pub struct CareModel {
    /// What is known about pathways, once it has arrived.
    pub care: Option<Care>,
    /// Whether somebody has opened the pathways.
    is_open: bool,
    /// How far it is.
    pub arrival: Arrival,
    /// What was noted.
    pub record: Record,
    /// Who is looked at.
    pub current: Option<u32>,
    /// The thing that was opened: a step, an act or a pathway. Never in the address.
    pub selected: Option<Id>,
    /// The day.
    pub today: NaiveDate,
    /// Whether what is noted is kept.
    pub recording: Recording,
    /// Something kept could not be read.
    pub damage: Option<RecordError>,
    /// The day of birth of a child who is to be added.
    pub born: Option<NaiveDate>,
    /// What was just done, and can be taken back.
    pub announced: Option<Announced>,
    segment: Option<Segment>,
}

/// What was just done.
#[derive(Clone, PartialEq, Eq)]
pub struct Announced {
    /// In words.
    pub text: String,
    /// The events that taking it back undoes.
    pub undoes: Vec<u64>,
}

/// The handle that screens pass around.
#[derive(Clone, Copy)]
pub struct CareState {
    model: RwSignal<CareModel>,
    revision: RwSignal<u32>,
    /// What is searched for; never kept.
    pub searched: RwSignal<String>,
}

impl CareState {
    /// The state at the start: nothing is read before somebody opens the pathways.
    pub fn new() -> Self {
        let model = CareModel {
            care: None,
            is_open: false,
            arrival: Arrival::Coming,
            record: Record::default(),
            current: None,
            selected: None,
            today: clock::today(),
            recording: Recording::Kept,
            damage: None,
            born: None,
            announced: None,
            segment: None,
        };
        Self { model: RwSignal::new(model), revision: RwSignal::new(0), searched: RwSignal::new(String::new()) }
    }

    /// Fetches what is known about pathways, the first time somebody opens them.
    pub fn open(self) {
        if !self.model.with_untracked(|model| model.is_open) {
            self.model.update_untracked(|model| model.is_open = true);
            self.fetch();
        }
    }

    /// Fetches what is known about pathways.
    pub fn fetch(self) {
        self.change(|model| model.arrival = Arrival::Coming);
        leptos::task::spawn_local(async move {
            let bytes = packs::fetch(env!("SENTIER_CARE_PACK")).await;
            let is_here = receive_care(self, bytes).await;
            self.change(|model| model.arrival = if is_here { Arrival::Here } else { Arrival::Failed });
        });
    }

    /// Takes in what is known about pathways, then what was noted; whether the pack was one.
    pub fn begin(self, pack: &[u8]) -> bool {
        let care = pack::read_care(pack, env!("SENTIER_CARE")).ok();
        let is_here = care.is_some();
        self.change(|model| model.care = care);
        if is_here {
            keep::compact(clock::now_number().saturating_sub(A_DAY));
            self.read_record();
            clock::on_new_minute(move || self.follow_day());
            crate::browser::storage::on_change_elsewhere(move || self.read_record());
        }
        is_here
    }

    fn read_record(self) {
        let kept = keep::read_all();
        self.change(|model| {
            model.record = Record::of(kept.events);
            model.recording = kept.recording;
            model.damage = kept.damage.or_else(|| keep::has_aside().then_some(RecordError::Unreadable));
            if model.current.is_none_or(|current| model.record.person(current).is_none()) {
                model.current = model.record.persons().first().map(|person| person.id);
            }
            model.segment.get_or_insert_with(|| Segment::new(clock::now_number())).follow();
        });
    }

    fn follow_day(self) {
        let today = clock::today();
        if self.model.with_untracked(|model| model.today != today) {
            self.change(|model| model.today = today);
        }
    }

    /// Changes the model and lets the screen be drawn anew.
    pub fn change(self, change: impl FnOnce(&mut CareModel)) {
        self.model.update_untracked(change);
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
    }

    /// Counts the changes: a screen that reads it is drawn anew after each.
    pub fn track(self) -> u32 {
        self.revision.get()
    }

    /// Reads the model as it is now.
    pub fn now<T>(self, read: impl FnOnce(&CareModel) -> T) -> T {
        self.model.with_untracked(read)
    }

    /// Reads the content, the person looked at and the day; nothing while the content or a person is missing.
    pub fn with<T>(self, read: impl FnOnce(&Care, &Person, NaiveDate) -> T) -> Option<T> {
        self.now(|model| {
            let person = model.record.person(model.current?)?;
            Some(read(model.care.as_ref()?, person, model.today))
        })
    }

    /// Reads the dashboard of the person looked at.
    pub fn with_dashboard<T>(self, read: impl FnOnce(&Care, &Person, &Dashboard<'_>, NaiveDate) -> T) -> Option<T> {
        self.with(|care, person, today| read(care, person, &dashboard(care, person, today), today))
    }

    /// Notes things of the person looked at, says so in `words`, and offers to take them back.
    pub fn note(self, what: Vec<What>, words: String) {
        self.change(|model| {
            let Some(person) = model.current else { return };
            let undoes = write(model, person, what);
            model.announced = Some(Announced { text: words, undoes });
        });
    }

    /// Notes something without a word and without drawing the screen anew: for answers given one by one in a list.
    pub fn note_quietly(self, what: What) {
        self.model.update_untracked(|model| {
            if let Some(person) = model.current {
                write(model, person, vec![what]);
            }
        });
    }

    /// Takes back what was just done.
    pub fn undo(self, words: String) {
        self.change(|model| {
            let undoes = model.announced.take().map(|announced| announced.undoes).unwrap_or_default();
            let person = model.current.unwrap_or_default();
            write(model, person, undoes.into_iter().map(What::Undone).collect());
            model.announced = Some(Announced { text: words, undoes: Vec::new() });
        });
    }

    /// Brings somebody into the record, and looks at them.
    pub fn add_person(self, what: Vec<What>) {
        self.change(|model| {
            let person = free_number(model);
            write(model, person, what);
            model.current = Some(person);
            model.announced = None;
        });
    }

    /// Brings the fictional person into the record, and looks at them.
    pub fn add_example(self, example: &Example) {
        self.change(|model| {
            let person = free_number(model);
            for event in events_of(example, person, clock::now_number(), model.today) {
                keep_event(model, event);
            }
            model.current = Some(person);
            model.announced = None;
        });
    }

    /// Remembers what was opened.
    pub fn select(self, what: Id) {
        self.model.update_untracked(|model| model.selected = Some(what));
    }

    /// Remembers the day on which somebody was born who is to be added.
    pub fn expect_child(self, born: NaiveDate) {
        self.model.update_untracked(|model| model.born = Some(born));
    }

    /// The day of birth of whoever is to be added, if it is known; it is told once.
    pub fn take_birth(self) -> Option<NaiveDate> {
        self.model.try_update_untracked(|model| model.born.take()).flatten()
    }

    /// Forgets what was just done: another screen is another thing.
    pub fn forget_announcement(self) {
        self.model.update_untracked(|model| model.announced = None);
    }

    /// Looks at somebody else.
    pub fn look_at(self, person: u32) {
        self.searched.set(String::new());
        self.change(|model| {
            model.current = Some(person);
            model.announced = None;
        });
    }

    /// Takes everything about a person off the device, for good.
    pub fn erase(self, person: u32) {
        self.searched.set(String::new());
        self.change(|model| {
            if let Some(segment) = &mut model.segment {
                model.recording = segment.erase(person);
            }
            let left = model.record.events().iter().filter(|event| event.person != person);
            model.record = Record::of(left.cloned().collect());
            model.current = model.record.persons().first().map(|person| person.id);
            model.announced = None;
        });
    }

    /// Removes what could not be read and stands aside.
    pub fn discard_aside(self) {
        keep::discard_aside();
        self.change(|model| model.damage = None);
    }
}

/// A number for somebody new: one more than the highest, so that an example and a person never share one.
fn free_number(model: &CareModel) -> u32 {
    model.record.persons().iter().map(|person| person.id).max().map_or(1, |most| most.saturating_add(1))
}

/// Notes things of a person; returns the numbers of the events.
fn write(model: &mut CareModel, person: u32, what: Vec<What>) -> Vec<u64> {
    let mut numbers = Vec::new();
    for what in what {
        let least = model.record.events().last().map_or(0, |last| last.id.saturating_add(1));
        let event = Event { id: clock::now_number().max(least), person, noted: model.today, what };
        numbers.push(event.id);
        keep_event(model, event);
    }
    numbers
}

fn keep_event(model: &mut CareModel, event: Event) {
    let segment = model.segment.get_or_insert_with(|| Segment::new(event.id));
    model.recording = segment.keep(&event);
    model.record.push(event);
}
