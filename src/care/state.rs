//! What the screens of pathways share, behind one signal; what follows from it is derived.

use std::sync::{PoisonError, RwLock, RwLockWriteGuard};

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Care, Example, Id, pack};
use sentier_core::exchange::message::Swap;
use sentier_core::order::put_in_order;
use sentier_core::pathway::{Dashboard, Person, dashboard};
use sentier_core::record::{Event, Record, RecordError, What, events_of};

use super::keep::{Recording, Segment};
use super::lock::{Access, Deed, LockError};
use crate::browser::storage::{Key, StorageError};
use crate::browser::{clock, keys, packs, storage};
use crate::parts;
use crate::state::Arrival;
use crate::text::text;

/// Everything about pathways that can change.
pub struct CareModel {
    /// What is known about pathways, once it has arrived.
    pub care: Option<Care>,
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
    /// Whether the record can be read.
    pub access: Access,
    /// The lock that this tab has the keys of, as it is stored.
    pub lock: Option<String>,
    /// When the person last touched the page.
    pub touched: u64,
    /// What this tab writes.
    pub segment: Segment,
    is_open: bool,
    is_asked: bool,
}

/// What was just done.
#[derive(Clone, PartialEq, Eq)]
pub struct Announced {
    /// In words.
    pub text: String,
    /// The events that taking it back undoes.
    pub undoes: Vec<u64>,
    /// What taking it back exchanges, where many notes came and went at once.
    pub swap: Swap,
    /// Whether it says that nothing changed: then nothing is to be kept.
    pub is_refusal: bool,
}

impl Announced {
    fn said(text: String) -> Self {
        Self { text, undoes: Vec::new(), swap: Swap::default(), is_refusal: false }
    }

    /// Whether it can be taken back.
    pub fn can_be_undone(&self) -> bool {
        !self.undoes.is_empty() || !self.swap.is_empty()
    }
}

/// The handle that screens pass around.
#[derive(Clone, Copy)]
pub struct CareState {
    /// Lives as long as the page. What reads it is told by `revision`, so that it needs no signal of its own: access to a
    /// signal is compiled anew for each closure.
    model: &'static RwLock<CareModel>,
    revision: RwSignal<u32>,
    /// What is searched for; never kept.
    pub searched: RwSignal<String>,
}

impl CareState {
    /// The state at the start: nothing is read before somebody opens the pathways.
    pub fn new() -> Self {
        let model = CareModel {
            care: None,
            arrival: Arrival::Coming,
            record: Record::default(),
            current: None,
            selected: None,
            today: clock::today(),
            recording: Recording::Kept,
            damage: None,
            born: None,
            announced: None,
            access: Access::Free,
            lock: None,
            touched: 0,
            segment: Segment::default(),
            is_open: false,
            is_asked: false,
        };
        Self {
            model: Box::leak(Box::new(RwLock::new(model))),
            revision: RwSignal::new(0),
            searched: RwSignal::new(String::new()),
        }
    }

    /// Fetches what is known about pathways, the first time somebody opens them.
    pub fn open(self) {
        if !std::mem::replace(&mut self.model().is_asked, true) {
            self.fetch();
        }
    }

    /// Follows what changes around the record, from the first time on that somebody wants to know of it.
    fn follow(self) {
        if !std::mem::replace(&mut self.model().is_open, true) {
            self.touch();
            keys::on_touch(move || self.touch());
            keys::take_back_by_keys();
            clock::on_new_minute(move || self.follow_clock());
            storage::on_change_elsewhere(Key::Left, move |left| if left { self.close() } else { self.read_record() });
        }
    }

    /// Fetches what is known about pathways.
    pub fn fetch(self) {
        self.change(|model| model.arrival = Arrival::Coming);
        leptos::task::spawn_local(async move {
            let bytes = packs::fetch(env!("SENTIER_CARE_PACK")).await;
            if !parts::receive_care(self, bytes).await {
                self.change(|model| model.arrival = Arrival::Failed);
            }
        });
    }

    /// Takes in what is known about pathways, then the record: nobody is asked who they are before it is read. Says whether
    /// the pack was one.
    pub fn receive(self, pack: &[u8]) -> bool {
        let care = pack::read_care(pack, env!("SENTIER_CARE")).ok();
        let is_here = care.is_some();
        self.model().care = care;
        if is_here {
            self.follow();
            self.attend(Deed::Read, Box::new(move |_| self.change(|model| model.arrival = Arrival::Here)));
        }
        is_here
    }

    /// Does something that takes a moment, and then calls back; the part of the app that knows how is there before.
    pub fn begin(self, deed: Deed, then: Box<dyn FnOnce(Result<(), LockError>)>) {
        leptos::task::spawn_local(async move {
            // Without that part no screen is there that could begin anything.
            let _ = parts::attend(self, deed, then).await;
        });
    }

    fn read_record(self) {
        self.begin(Deed::Read, Box::new(|_| {}));
    }

    fn touch(self) {
        self.model().touched = clock::now_number();
    }

    fn follow_clock(self) {
        self.close_when_idle();
        let today = clock::today();
        if self.now(|model| model.today != today) {
            self.change(|model| model.today = today);
        }
    }

    /// Changes the model and lets the screen be drawn anew.
    pub fn change(self, change: impl FnOnce(&mut CareModel)) {
        change(&mut self.model());
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
    }

    fn model(self) -> RwLockWriteGuard<'static, CareModel> {
        self.model.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts the changes: a screen that reads it is drawn anew after each.
    pub fn track(self) -> u32 {
        self.revision.get()
    }

    /// Reads the model as it is now.
    pub fn now<T>(self, read: impl FnOnce(&CareModel) -> T) -> T {
        read(&self.model.read().unwrap_or_else(PoisonError::into_inner))
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
            model.announced = Some(Announced { undoes, ..Announced::said(words) });
            model.await_closing();
        });
        self.save();
    }

    fn save(self) {
        self.begin(Deed::Save, Box::new(|_| {}));
    }

    /// Notes many things of the person looked at in one piece, as from a file.
    pub fn bring(self, what: Vec<What>, words: String) {
        let (person, noted, least) = self.now(|model| {
            let least = model.record.events().last().map_or(0, |last| last.id.saturating_add(1));
            (model.current, model.today, least)
        });
        let Some(person) = person else { return };
        let event = |(id, what)| Event { id, person, noted, what };
        let added = (clock::now_number().max(least)..).zip(what).map(event).collect();
        self.swap(Swap { added, ..Swap::default() }, words);
    }

    /// Exchanges notes for others in one piece, says so in `words`, and offers to take it back. Where the browser has no
    /// room for what comes, nothing changes.
    pub fn swap(self, swap: Swap, words: String) {
        let back = swap.clone().back();
        self.exchange(swap, Announced { swap: back, ..Announced::said(words) });
    }

    /// Exchanges notes for others, on the device first, and announces it.
    fn exchange(self, swap: Swap, announced: Announced) {
        let deed = Deed::Swap(swap.clone());
        let done = move |done| {
            self.change(|model| match done {
                // Where the browser keeps nothing, the page still knows.
                Ok(()) | Err(LockError::Storage(StorageError::Blocked)) => {
                    model.swap(&swap);
                    model.announced = Some(announced);
                }
                Err(LockError::Storage(StorageError::Full)) => {
                    // Nothing changed, so what was kept still is.
                    if model.segment.waiting().is_empty() {
                        model.recording = Recording::Kept;
                    }
                    model.announced =
                        Some(Announced { is_refusal: true, ..Announced::said(text().take_full.to_owned()) });
                }
                Err(_) => model.announced = Some(Announced::said(text().lock_elsewhere.to_owned())),
            });
        };
        self.begin(deed, Box::new(done));
    }

    /// Notes something without a word and without drawing the screen anew: for answers given one by one in a list.
    pub fn note_quietly(self, what: What) {
        {
            let model = &mut *self.model();
            if let Some(person) = model.current {
                write(model, person, vec![what]);
            }
        }
        self.save();
    }

    /// Takes back what was just done.
    pub fn undo(self, words: String) {
        let mut back = Swap::default();
        self.change(|model| {
            let Some(announced) = model.announced.take() else { return };
            let person = model.current.unwrap_or_default();
            write(model, person, announced.undoes.into_iter().map(What::Undone).collect());
            back = announced.swap;
            model.announced = Some(Announced::said(words.clone()));
            model.await_closing();
        });
        if back.is_empty() {
            self.save();
        } else {
            self.exchange(back, Announced::said(words));
        }
    }

    /// Brings somebody into the record, and looks at them.
    pub fn add_person(self, what: Vec<What>) {
        self.change(|model| {
            let person = free_number(model);
            write(model, person, what);
            model.current = Some(person);
            model.announced = None;
        });
        self.save();
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
        self.save();
    }

    /// Takes things that were noted off the device for good, with whatever took them back.
    pub fn erase_noted(self, ids: &[u64]) {
        let mut removed: Vec<Event> = self.now(|model| ids.iter().flat_map(|id| model.record.trail(*id)).collect());
        put_in_order(&mut removed, |event| event.id);
        let words = text().care_erased.to_owned();
        self.exchange(Swap { removed, ..Swap::default() }, Announced::said(words));
    }

    /// Remembers what was opened.
    pub fn select(self, what: Id) {
        self.model().selected = Some(what);
    }

    /// Remembers the day on which somebody was born who is to be added.
    pub fn expect_child(self, born: NaiveDate) {
        self.model().born = Some(born);
    }

    /// The day of birth of whoever is to be added, if it is known; it is told once.
    pub fn take_birth(self) -> Option<NaiveDate> {
        self.model().born.take()
    }

    /// Forgets what was just done: another screen is another thing.
    pub fn forget_announcement(self) {
        self.model().announced = None;
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
            model.segment.forget(person);
            let left = model.record.events().iter().filter(|event| event.person != person);
            model.record = Record::of(left.cloned().collect());
            model.current = model.record.persons().first().map(|person| person.id);
            model.announced = None;
        });
        self.begin(Deed::Erase(person), Box::new(|_| {}));
    }

    /// Takes over the lock and what it says, before anything is drawn.
    pub(super) fn know_quietly(self, lock: Option<String>, access: Access) {
        let model = &mut *self.model();
        (model.lock, model.access) = (lock, access);
    }

    /// Reads or changes the segment of this tab.
    pub(super) fn with_segment<T>(self, call: impl FnOnce(&mut Segment) -> T) -> T {
        call(&mut self.model().segment)
    }
}

impl CareModel {
    /// Whether a later version of the app wrote something of the record: what is missing here must not be noted anew.
    pub fn is_read_only(&self) -> bool {
        self.damage == Some(RecordError::FromTheFuture)
    }

    /// Exchanges notes for others.
    fn swap(&mut self, swap: &Swap) {
        let stays = self.record.events().iter().filter(|event| !swap.removes(event));
        self.record = Record::of(swap.added.iter().chain(stays).cloned().collect());
        if self.current.is_none_or(|current| self.record.person(current).is_none()) {
            self.current = self.record.persons().first().map(|person| person.id);
        }
    }

    /// Nothing is said to be kept while the browser still closes it.
    fn await_closing(&mut self) {
        if self.is_read_only() {
            self.announced = Some(Announced::said(text().keep_read_only.to_owned()));
        } else if self.access == Access::Open {
            self.recording = Recording::UnderWay;
        }
    }

    /// Takes over what was read.
    pub(super) fn take(&mut self, events: Vec<Event>, damage: Option<RecordError>) {
        let mut events = events;
        events.extend_from_slice(self.segment.waiting());
        self.record = Record::of(events);
        self.damage = damage;
        if self.current.is_none_or(|current| self.record.person(current).is_none()) {
            self.current = self.record.persons().first().map(|person| person.id);
        }
    }
}

/// A number for somebody new: one more than the highest, so that an example and a person never share one.
fn free_number(model: &CareModel) -> u32 {
    model.record.persons().iter().map(|person| person.id).max().map_or(1, |most| most.saturating_add(1))
}

/// Notes things of a person; returns the numbers of the events.
fn write(model: &mut CareModel, person: u32, what: Vec<What>) -> Vec<u64> {
    let mut numbers = Vec::new();
    if model.is_read_only() {
        return numbers;
    }
    for what in what {
        let least = model.record.events().last().map_or(0, |last| last.id.saturating_add(1));
        let event = Event { id: clock::now_number().max(least), person, noted: model.today, what };
        numbers.push(event.id);
        keep_event(model, event);
    }
    numbers
}

fn keep_event(model: &mut CareModel, event: Event) {
    model.segment.note(event.clone());
    model.record.push(event);
}
