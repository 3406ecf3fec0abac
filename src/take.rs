//! What is taken along: what the worker was asked for last, and what came of it.

use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use sentier_core::content::Id;
use sentier_core::exchange::calendar::Titles;
use sentier_core::exchange::measures_csv::Form;
use sentier_core::exchange::message::{Asked, MOST_FILE_BYTES, Occasion, Pack, Reply, Request, Seal, TriagePacks};
use sentier_core::exchange::sheet::Kind;
use sentier_core::record::Event;
use web_sys::HtmlInputElement;

use crate::browser::exchange::{ExchangeError, ask};
use crate::browser::files::{self, ReadError};
use crate::browser::seal::{self, SealFailure};
use crate::browser::{clock, document, location, packs};
use crate::care::CareState;
use crate::parts;
use crate::route::{Route, TakeRoute};
use crate::state::{START, State};
use crate::text::text;
use crate::ui::kit::HEADING;

/// What stands before the letters of a shared sheet in an address.
const SHARED: &str = "#/partage/";

/// Something to make or to read.
#[derive(Clone, PartialEq)]
pub enum Thing {
    /// A sheet.
    Sheet(Kind),
    /// A sheet's text as QR codes.
    Codes(Kind, String),
    /// A sheet as an address that is shown for so many days.
    Address(Kind, u64),
    /// The sheet of an address.
    Shared(String),
    /// All days of the person for a calendar, or those of one thing to do.
    Calendar(Titles, Option<Id>),
    /// The measures as a table.
    Table(Form),
    /// The record for another program.
    Record,
    /// The result of triage for another program.
    Outcome,
    /// Everything, for later.
    Backup,
    /// A backup closed by a passphrase.
    Sealed(Seal),
    /// A file that was chosen.
    Read(Reading, Vec<u8>),
}

/// The kinds of files that are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A backup of this app.
    Backup,
    /// A FHIR Bundle.
    Fhir,
    /// A table of measures.
    Table,
}

/// What came of the last thing.
#[derive(Clone, PartialEq)]
pub enum Given {
    /// Nothing was asked for.
    Nothing,
    /// It is under way.
    Coming,
    /// A reply; what is read of a file is no longer in the thing.
    Here(Thing, Reply),
    /// Why nothing came of it, and what to do.
    Failed(String),
}

/// The handle that the screens of it share.
#[derive(Clone, Copy)]
pub struct TakeState {
    /// The triage under way.
    pub state: State,
    /// The record.
    pub care: CareState,
    /// What came of the last thing; never kept.
    pub given: RwSignal<Given>,
    /// The pathways that the emergency card does not show, as the person chose in this visit.
    pub left_out: RwSignal<Vec<Id>>,
    /// The last note that is in the backup made last.
    pub backed_up: RwSignal<u64>,
}

impl TakeState {
    /// Nothing asked for yet.
    pub fn new(state: State, care: CareState) -> Self {
        let given = RwSignal::new(Given::Nothing);
        Self { state, care, given, left_out: RwSignal::new(Vec::new()), backed_up: RwSignal::new(0) }
    }

    /// Makes or reads something, and shows what comes of it.
    pub fn make(self, thing: Thing) {
        let place = if matches!(thing, Thing::Shared(_)) { TakeRoute::Shared } else { TakeRoute::Given };
        self.care.forget_announcement();
        self.given.set(Given::Coming);
        if thing == Thing::Backup {
            self.backed_up.set(self.care.last_note());
        }
        location::go(&Route::Take(place).hash());
        leptos::task::spawn_local(async move {
            let reply = self.asked(&thing).await;
            self.show(match reply {
                Ok(Reply::Failed(said)) => Given::Failed(said),
                Ok(reply) => Given::Here(without_file(thing), reply),
                Err(error) => Given::Failed(said(error).to_owned()),
            });
        });
    }

    /// Reads the file that was chosen in a field.
    pub fn read(self, reading: Reading, field: HtmlInputElement) {
        leptos::task::spawn_local(async move {
            let t = text();
            let failed = match files::read(field, MOST_FILE_BYTES).await {
                Ok(bytes) => return self.make(Thing::Read(reading, bytes)),
                Err(ReadError::Nothing) => return,
                Err(ReadError::TooLarge) => t.take_too_large,
                Err(ReadError::Unreadable) => t.take_unreadable,
            };
            location::go(&Route::Take(TakeRoute::Given).hash());
            self.show(Given::Failed(failed.to_owned()));
        });
    }

    /// Closes a backup with a passphrase; says so where the browser cannot.
    pub fn close(self, passphrase: String, backup: String) {
        leptos::task::spawn_local(async move {
            match seal::close_file(&passphrase, backup.as_bytes()).await {
                Ok(seal) => self.make(Thing::Sealed(seal)),
                Err(_) => self.show(Given::Failed(text().take_no_seal.to_owned())),
            }
        });
    }

    /// Opens a closed backup and says what it would change; where the passphrase is another one, `wrong` is called.
    pub fn open(self, passphrase: String, seal: Seal, wrong: impl FnOnce() + 'static) {
        leptos::task::spawn_local(async move {
            match seal::open_file(&passphrase, &seal).await {
                Ok(bytes) => self.make(Thing::Read(Reading::Backup, bytes)),
                Err(SealFailure::Unopened) => wrong(),
                Err(SealFailure::Unavailable) => self.show(Given::Failed(text().take_no_seal.to_owned())),
            }
        });
    }

    /// Opens the sheet of the address, if it carries one; the address then no longer does.
    pub fn open_shared(self) {
        if let Some(letters) = location::take_behind(SHARED) {
            self.given.set(Given::Coming);
            location::go(&Route::Take(TakeRoute::Shared).hash());
            leptos::task::spawn_local(async move {
                if parts::open_shared(self, letters).await.is_err() {
                    self.show(Given::Failed(text().take_unavailable.to_owned()));
                }
            });
        }
    }

    /// The whole address of some letters.
    pub fn address(letters: &str) -> String {
        format!("{}{SHARED}{letters}", location::page())
    }

    /// Shows what came, and takes the person there.
    pub fn show(self, given: Given) {
        self.given.set(given);
        request_animation_frame(|| document::focus(HEADING));
    }

    async fn asked(self, thing: &Thing) -> Result<Reply, ExchangeError> {
        let is_of_triage =
            matches!(thing, Thing::Outcome | Thing::Sheet(Kind::Orientation) | Thing::Address(Kind::Orientation, _));
        let needs_pack =
            !matches!(thing, Thing::Codes(..) | Thing::Shared(_) | Thing::Sealed(_) | Thing::Read(Reading::Backup, _));
        let name = if is_of_triage { env!("SENTIER_TRIAGE_PACK") } else { env!("SENTIER_CARE_PACK") };
        let bytes = if needs_pack { packs::fetch(name).await.ok_or(ExchangeError::Unavailable)? } else { Vec::new() };
        // The day of triage is never before that of the build, by which content is out of date.
        let today = match is_of_triage {
            true => self.state.now(|model, _| model.today),
            false => self.care.now(|model| model.today),
        };
        let made = clock::now_here().ok_or(ExchangeError::Unavailable)?;
        ask(&self.request(thing, &bytes, Occasion { today, made })).await
    }

    fn sheet(self, kind: Kind, bytes: &[u8], occasion: Occasion) -> Asked<'_> {
        if kind == Kind::Orientation {
            let session = self.state.now(|model, _| model.session.clone());
            return Asked::Triage { triage: TriagePacks { start: START, rest: bytes }, session, occasion };
        }
        let (events, person) = self.everybody();
        let care = Pack { version: env!("SENTIER_CARE"), bytes };
        let left_out = self.left_out.get_untracked();
        Asked::Record { kind, care, events, person, left_out, today: occasion.today }
    }

    /// What was noted of everybody, and the person looked at.
    fn everybody(self) -> (Vec<Event>, u32) {
        self.care.now(|model| (model.record.events().to_vec(), model.current.unwrap_or_default()))
    }

    fn request<'a>(self, thing: &'a Thing, bytes: &'a [u8], occasion: Occasion) -> Request<'a> {
        let today = occasion.today;
        let care = Pack { version: env!("SENTIER_CARE"), bytes };
        let triage = TriagePacks { start: START, rest: bytes };
        let session = self.state.now(|model, _| model.session.clone());
        let (events, person) = self.everybody();
        match thing {
            Thing::Sheet(kind) => Request::Sheet(self.sheet(*kind, bytes, occasion)),
            Thing::Address(kind, days) => {
                let of = self.sheet(*kind, bytes, occasion);
                // By the day that the person chose its end from.
                let today = self.care.now(|model| model.today);
                Request::Letters { of, until: later(today, *days), today }
            }
            Thing::Codes(_, text) => Request::Codes { text },
            Thing::Shared(letters) => Request::Open { letters, today },
            Thing::Calendar(titles, only) => {
                Request::Calendar { care, events, person, occasion, titles: *titles, only: only.clone() }
            }
            Thing::Table(form) => Request::Table { care, events, person, form: *form },
            Thing::Record => Request::Collection { care, events, person, occasion },
            Thing::Outcome => Request::Document { triage, session, occasion },
            Thing::Backup => {
                let session = self.state.now(|model, _| model.kept_session());
                Request::Backup { care, events, session, made: occasion.made }
            }
            Thing::Sealed(seal) => Request::Seal(seal.clone()),
            Thing::Read(Reading::Backup, file) => Request::Restore { file, events },
            Thing::Read(Reading::Fhir, file) => Request::Import { care, file, today },
            Thing::Read(Reading::Table, file) => Request::Values { care, file, events, person, today },
        }
    }
}

/// A day so many days later.
pub fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// What was read of a file is in the reply: its bytes are given back.
fn without_file(thing: Thing) -> Thing {
    match thing {
        Thing::Read(reading, _) => Thing::Read(reading, Vec::new()),
        thing => thing,
    }
}

/// Why the worker did not reply, and what to do.
fn said(error: ExchangeError) -> &'static str {
    let t = text();
    match error {
        ExchangeError::TooLarge => t.take_too_large,
        ExchangeError::Unavailable => t.take_unavailable,
        ExchangeError::TooLong => t.take_too_long,
        ExchangeError::Stopped => t.take_stopped,
    }
}
