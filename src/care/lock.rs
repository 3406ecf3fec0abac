//! The lock of the record (ADR 0023): what closes and opens it, and whatever takes the browser a moment.
//!
//! One thing at a time goes through everything that is kept, whichever tab it is in. Stopped at any moment, it leaves
//! a record that one passphrase opens: a new lock knows the key of the one before until nothing is closed with that.

use leptos::prelude::*;
use leptos::task::spawn_local;
use sentier_core::exchange::message::Swap;
use sentier_core::record::lock::Lock;
use sentier_core::record::{Record, RecordError};

use super::keep::{self, Recording};
use super::state::CareState;
use crate::browser::clock;
use crate::browser::script::Turn;
use crate::browser::seal::{self, SealFailure};
use crate::browser::storage::{self, Key, SESSION, StorageError};

/// A minute, in the numbers of events.
const A_MINUTE: u64 = 60 * 1000 * 1000;

/// Whether the record can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// There is no lock.
    Free,
    /// It is locked.
    Closed,
    /// It is unlocked in this tab.
    Open,
}

/// Why something of the lock was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockError {
    /// The passphrase is another one.
    Passphrase,
    /// The browser has no cryptography here, or its script did not arrive.
    Unavailable,
    /// What stands beside the record cannot be read.
    Damaged(RecordError),
    /// Another tab changed the lock.
    Changed,
    /// The browser refuses.
    Storage(StorageError),
}

impl From<StorageError> for LockError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<SealFailure> for LockError {
    fn from(failure: SealFailure) -> Self {
        match failure {
            SealFailure::Unavailable => Self::Unavailable,
            SealFailure::Unopened => Self::Passphrase,
        }
    }
}

/// What takes a moment.
pub enum Deed {
    /// Reads everything kept.
    Read,
    /// Writes what waits.
    Save,
    /// Erases a person.
    Erase(u32),
    /// Exchanges notes for others.
    Swap(Swap),
    /// Opens the lock with its passphrase.
    Unlock(String),
    /// Sets a lock with a passphrase, for so many minutes without a touch, in the place of that with an old passphrase.
    Lock {
        /// The passphrase.
        passphrase: String,
        /// The minutes without a touch.
        idle_minutes: u16,
        /// The passphrase of the lock that there is.
        old: Option<String>,
    },
    /// Takes the lock away, with its passphrase.
    Free(String),
    /// Sets the minutes without a touch.
    Idle(u16),
}

impl CareState {
    /// Does something that takes a moment, and then calls back. There is one place that does, so that it is compiled once,
    /// and with the screens of the pathways.
    pub fn attend(self, deed: Deed, then: Box<dyn FnOnce(Result<(), LockError>)>) {
        spawn_local(async move {
            let done = self.done(deed).await;
            let known = self.now(|model| model.recording);
            let recording = match done {
                Ok(()) if self.with_segment(|segment| segment.waiting().is_empty()) => Recording::Kept,
                Ok(()) => Recording::UnderWay,
                Err(LockError::Storage(error)) => Recording::Refused(error),
                Err(LockError::Passphrase) => known,
                Err(_) if known == Recording::UnderWay => Recording::Refused(StorageError::Blocked),
                Err(_) => known,
            };
            if known != recording {
                self.change(|model| model.recording = recording);
            }
            then(done);
        });
    }

    async fn done(self, deed: Deed) -> Result<(), LockError> {
        match deed {
            Deed::Read => self.read().await,
            Deed::Save => {
                let saved = keep::save(self).await;
                if saved != Err(LockError::Changed) {
                    return saved;
                }
                self.read().await?;
                // What waits of a record that is closed now waits for its passphrase.
                if self.knows_lock() { keep::save(self).await } else { Ok(()) }
            }
            Deed::Erase(person) => {
                let turn = Turn::begin().await;
                if self.knows_lock() {
                    return keep::erase(person, self.closes()).await;
                }
                drop(turn);
                self.read().await
            }
            Deed::Swap(swap) => {
                keep::save(self).await?;
                let turn = Turn::begin().await;
                if self.knows_lock() {
                    return keep::swap(&swap, clock::now_number(), self.closes()).await;
                }
                drop(turn);
                self.read().await?;
                Err(LockError::Changed)
            }
            Deed::Unlock(passphrase) => self.unlock(&passphrase).await,
            Deed::Lock { passphrase, idle_minutes, old } => {
                let _turn = Turn::begin().await;
                self.lock(&passphrase, idle_minutes, old.as_deref()).await
            }
            Deed::Free(passphrase) => {
                let _turn = Turn::begin().await;
                self.free(&passphrase).await
            }
            Deed::Idle(minutes) => match self.known_lock()? {
                Some(_) if !self.knows_lock() => Err(LockError::Changed),
                Some(lock) => self.put(&lock.with_idle_minutes(minutes).map_err(LockError::Damaged)?),
                None => Ok(()),
            },
        }
    }

    /// Whether what is stored is closed first.
    pub(super) fn closes(self) -> bool {
        self.now(|model| model.access != Access::Free)
    }

    /// Whether the lock is the one that this tab has the keys of, or there is none, as this tab knows.
    pub(super) fn knows_lock(self) -> bool {
        storage::read(Key::Lock).is_ok_and(|stored| self.now(|model| model.lock == stored))
    }

    fn known_lock(self) -> Result<Option<Lock>, LockError> {
        let text = self.now(|model| model.lock.clone());
        text.map(|text| Lock::decode(&text)).transpose().map_err(LockError::Damaged)
    }

    /// Whether the record is locked in this tab.
    pub fn is_closed(self) -> bool {
        self.now(|model| model.access == Access::Closed)
    }

    /// Whether something noted here waits for the passphrase.
    pub fn is_waiting(self) -> bool {
        self.now(|model| !model.segment.waiting().is_empty())
    }

    /// The minutes without a touch after which this tab closes the record; none without a lock, or while it is closed.
    pub fn idle_minutes(self) -> Option<u16> {
        self.known_lock().ok().flatten().map(|lock| lock.idle_minutes())
    }

    async fn read(self) -> Result<(), LockError> {
        if !self.knows_lock() {
            if storage::read(Key::Lock)?.is_some() {
                self.close();
                return Ok(());
            }
            self.know(None, Access::Free);
        }
        let is_first = self.now(|model| model.record.events().is_empty());
        let kept = match keep::read_all(self).await {
            // Another tab changed the lock, or this one was closed.
            Err(LockError::Changed) => {
                self.close();
                return Ok(());
            }
            kept => kept?,
        };
        let has_open = kept.has_open;
        self.change(|model| model.take(kept.events, kept.damage));
        if is_first || (has_open && self.closes()) {
            let _turn = Turn::begin().await;
            if self.knows_lock() {
                self.finish().await?;
                keep::compact(keep::yesterday(), self.closes()).await?;
            }
        }
        Ok(())
    }

    async fn unlock(self, passphrase: &str) -> Result<(), LockError> {
        let stored = storage::read(Key::Lock)?.unwrap_or_default();
        let lock = Lock::decode(&stored).map_err(LockError::Damaged)?;
        seal::unlock(passphrase, &lock).await?;
        // Drawn once it is read.
        self.know_quietly(Some(stored), Access::Open);
        let saved = keep::save(self).await;
        self.read().await?;
        saved
    }

    async fn lock(self, passphrase: &str, idle_minutes: u16, old: Option<&str>) -> Result<(), LockError> {
        if !self.knows_lock() {
            return Err(LockError::Changed);
        }
        // What an earlier change left half done is done first: a lock knows one former key, not two.
        self.finish().await?;
        let known = self.known_lock()?;
        let lock = seal::begin(passphrase, idle_minutes, old.zip(known.as_ref())).await?;
        if let Err(error) = self.put(&lock) {
            // The script holds keys of a lock that is not stored.
            if known.is_some() {
                self.close()
            } else {
                seal::forget()
            }
            return Err(error);
        }
        // The triage under way would stand open beside it.
        storage::remove_all(SESSION)?;
        self.change(|model| model.recording = Recording::UnderWay);
        self.finish().await
    }

    /// Closes what is open while there is a lock, and what is closed with the former key of it.
    async fn finish(self) -> Result<(), LockError> {
        let Some(lock) = self.known_lock()? else { return Ok(()) };
        let reached_all = keep::rewrite(true, lock.has_former(), &|_, text| Some(text.to_owned())).await?;
        if reached_all && lock.has_former() { self.put(&lock.without_former()) } else { Ok(()) }
    }

    /// Stores a lock, and looks whether it is there.
    fn put(self, lock: &Lock) -> Result<(), LockError> {
        let text = lock.encode();
        storage::write(Key::Lock, &text)?;
        if storage::read(Key::Lock)?.as_ref() != Some(&text) {
            return Err(LockError::Storage(StorageError::Full));
        }
        self.know_quietly(Some(text), Access::Open);
        Ok(())
    }

    async fn free(self, passphrase: &str) -> Result<(), LockError> {
        if let Some(lock) = self.known_lock()? {
            seal::unlock(passphrase, &lock).await?;
        }
        // What the keys do not open is damaged, with the lock as without it.
        keep::rewrite(false, false, &|_, text| Some(text.to_owned())).await?;
        if !self.knows_lock() {
            return Err(LockError::Changed);
        }
        storage::remove(Key::Lock)?;
        self.know(None, Access::Free);
        seal::forget();
        Ok(())
    }

    fn know(self, lock: Option<String>, access: Access) {
        self.know_quietly(lock, access);
        self.change(|_| {});
    }

    /// Closes the record in this tab: nothing of it stays on the page, and the keys are forgotten. What is not stored
    /// yet waits for the passphrase.
    pub fn close(self) {
        if self.is_closed() || storage::read(Key::Lock).ok().flatten().is_none() {
            return;
        }
        seal::forget();
        self.searched.set(String::new());
        self.know(None, Access::Closed);
        self.change(|model| {
            model.segment.leave();
            model.record = Record::default();
            model.current = None;
            model.selected = None;
            model.announced = None;
            model.born = None;
            model.damage = None;
        });
    }

    /// Closes the record in every tab.
    pub fn close_everywhere(self) {
        if storage::read(Key::Lock).ok().flatten().is_some() {
            let _ = storage::write(Key::Left, &clock::now_number().to_string());
            self.close();
        }
    }

    /// Closes the record where nobody has touched the page for long; also where the clock was set back.
    pub(super) fn close_when_idle(self) {
        let (access, touched) = self.now(|model| (model.access, model.touched));
        let Some(minutes) = self.idle_minutes().filter(|_| access == Access::Open) else { return };
        let since = clock::now_number().checked_sub(touched);
        if since.is_none_or(|since| since >= u64::from(minutes).saturating_mul(A_MINUTE)) {
            self.close();
        }
    }

    /// Takes the record and its lock off the device, whether it can be opened or not.
    pub fn erase_everything(self) -> Result<(), StorageError> {
        seal::forget();
        self.change(|model| {
            model.record = Record::default();
            (model.segment, model.current, model.selected, model.announced) = Default::default();
            (model.damage, model.born) = (None, None);
        });
        let erased = keep::erase_all();
        if erased.is_ok() {
            self.know(None, Access::Free);
        }
        erased
    }

    /// Removes what could not be read and stands aside.
    pub fn discard_aside(self) {
        keep::discard_aside();
        self.change(|model| model.damage = None);
    }
}
