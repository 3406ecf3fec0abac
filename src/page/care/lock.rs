//! The record while it is locked, and, for the page on privacy, what sets, changes and takes away the lock.

use leptos::prelude::*;
use sentier_core::record::RecordError;

use super::download;
use crate::care::{Access, CareState, Deed, LockError, Recording};
use crate::text::text;
use crate::ui::kit::{block, button, fold, heading, live, paragraph, subheading, tick};
use crate::ui::small_form::{Fault, Said, secret, small_form, typed};

/// The fewest letters of a new passphrase.
const FEWEST_LETTERS: usize = 8;

/// The minutes without a touch that are proposed.
const USUAL_MINUTES: &str = "15";

/// What a form says while the browser reckons, and once it is done.
#[derive(Clone, Copy)]
struct Progress(RwSignal<&'static str>);

impl Progress {
    fn none() -> Self {
        Self(RwSignal::new(""))
    }

    /// Begins something; what goes wrong is said at a field.
    fn begin(self, care: CareState, deed: Deed, fault: Fault, field: &'static str, then: &'static str) {
        if self.0.get_untracked() == text().lock_working {
            return;
        }
        self.0.set(text().lock_working);
        let ended = move |done: Result<(), LockError>| {
            // The form may be gone with the screen by then.
            let _ = self.0.try_set(if done.is_ok() { then } else { "" });
            if let Err(error) = done {
                fault.say(field, problem(error));
            }
        };
        care.begin(deed, Box::new(ended));
    }

    fn view(self) -> AnyView {
        live("hint", Box::new(move || self.0.get().to_owned()))
    }
}

fn problem(error: LockError) -> &'static str {
    let t = text();
    match error {
        LockError::Passphrase => t.lock_wrong,
        LockError::Unavailable => t.lock_unavailable,
        LockError::Damaged(RecordError::FromTheFuture) => t.care_future,
        LockError::Damaged(_) => t.lock_damaged,
        LockError::Changed => t.lock_elsewhere,
        LockError::Storage(_) => t.lock_full,
    }
}

/// The screen of a locked record.
pub fn lock(care: CareState) -> AnyView {
    let t = text();
    let mut parts = vec![heading(t.lock_title), paragraph("lead", t.lock_lead)];
    if care.is_waiting() {
        parts.push(paragraph("notices", t.lock_waiting));
    }
    let typed = RwSignal::new(String::new());
    let fault = Fault::none("lock-fault");
    let progress = Progress::none();
    let send = move || -> Result<(), Said> {
        progress.begin(care, Deed::Unlock(typed.get_untracked()), fault, "lock-passphrase", "");
        Ok(())
    };
    let field = secret(fault, "lock-passphrase", t.lock_passphrase, "", "current-password", typed);
    parts.push(small_form(fault, vec![field], t.lock_open, Box::new(send)));
    parts.push(progress.view());
    parts.push(forgotten(care));
    block("identity", parts)
}

fn forgotten(care: CareState) -> AnyView {
    let t = text();
    let erase = move || care.erase_everything().map_err(|_| t.erase_refused);
    let form = erase_form("lock-erase-fault", t.lock_erase_understood, t.lock_erase, Box::new(erase));
    fold("who-fold", false, t.lock_forgotten, vec![paragraph("", t.lock_forgotten_body), download(), form])
}

/// A form that erases, once the person has said that they understand; what is refused is said.
pub fn erase_form(
    place: &'static str,
    understood: &'static str,
    label: &'static str,
    erase: Box<dyn Fn() -> Result<(), &'static str>>,
) -> AnyView {
    let (is_understood, line, fault) = understanding(place, understood);
    let send = move || -> Result<(), Said> {
        is_understood()?;
        erase().map_err(|refused| fault.say(place, refused))
    };
    small_form(fault, vec![line], label, Box::new(send))
}

/// A box to tick before something that cannot be taken back.
fn understanding(place: &'static str, label: &'static str) -> (impl Fn() -> Result<(), Said> + Copy, AnyView, Fault) {
    let ticked = RwSignal::new(false);
    let fault = Fault::none(place);
    let change = move |is_on: bool| {
        ticked.set(is_on);
        fault.clear();
    };
    let is_understood = move || -> Result<(), Said> {
        if ticked.get_untracked() { Ok(()) } else { Err(fault.say(place, text().lock_understood_missing)) }
    };
    (is_understood, tick("line", label, Box::new(move || ticked.get()), Box::new(change)), fault)
}

/// What sets, changes and takes away the lock.
pub fn settings(care: CareState) -> AnyView {
    let t = text();
    // Outside of what is drawn anew, so that it is read out.
    let progress = Progress::none();
    let page = move || {
        care.track();
        untrack(|| match care.now(|model| model.access) {
            Access::Free => none(care, progress),
            Access::Closed => paragraph("", t.lock_first),
            Access::Open => set(care, progress),
        })
    };
    let lead = paragraph("", t.lock_settings_lead);
    let triage = paragraph("", t.lock_triage);
    block("identity", vec![subheading(t.lock_settings), lead, triage, page.into_any(), progress.view()])
}

/// Two fields for a new passphrase, and what was typed where it is one.
fn new_passphrase(fault: Fault) -> (impl Fn() -> Result<String, Said> + Copy, Vec<AnyView>) {
    let t = text();
    let [first, again] = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let typed = move || -> Result<String, Said> {
        let passphrase = first.get_untracked();
        if passphrase.chars().count() < FEWEST_LETTERS {
            return Err(fault.say("lock-new", t.lock_short));
        }
        if passphrase != again.get_untracked() {
            return Err(fault.say("lock-again", t.lock_differs));
        }
        Ok(passphrase)
    };
    let fields = vec![
        secret(fault, "lock-new", t.lock_new, t.lock_new_hint, "new-password", first),
        secret(fault, "lock-again", t.lock_again, "", "new-password", again),
    ];
    (typed, fields)
}

/// A field for the minutes without a touch, and the number typed.
fn minutes(fault: Fault, at_first: String) -> (impl Fn() -> Result<u16, Said> + Copy, AnyView) {
    let t = text();
    let value = RwSignal::new(at_first);
    let [fewest, most] = sentier_core::record::lock::IDLE_MINUTES;
    let number = move || -> Result<u16, Said> {
        let number = value.get_untracked().trim().parse::<u16>().ok();
        number
            .filter(|number| (fewest..=most).contains(number))
            .ok_or_else(|| fault.say("lock-idle", t.lock_idle_missing))
    };
    (number, typed(fault, "lock-idle", t.lock_idle, "", "3", value))
}

/// No lock yet: what it means, and the form that sets one.
fn none(care: CareState, progress: Progress) -> AnyView {
    let t = text();
    let (is_understood, line, fault) = understanding("lock-fault", t.lock_understood);
    let (passphrase, mut fields) = new_passphrase(fault);
    let (idle, field) = minutes(fault, USUAL_MINUTES.to_owned());
    fields.extend([field, line]);
    let send = move || -> Result<(), Said> {
        let (passphrase, idle_minutes) = (passphrase()?, idle()?);
        is_understood()?;
        progress.begin(care, Deed::Lock { passphrase, idle_minutes, old: None }, fault, "lock-new", t.lock_is_set);
        Ok(())
    };
    block("identity", vec![paragraph("", t.lock_forget_lead), small_form(fault, fields, t.lock_set, Box::new(send))])
}

/// A lock that is open.
fn set(care: CareState, progress: Progress) -> AnyView {
    let t = text();
    // Nothing is said to be closed before it is.
    let state = match care.now(|model| model.recording) {
        Recording::Kept => t.lock_on,
        Recording::UnderWay => t.lock_working,
        Recording::Refused(_) => t.lock_full,
    };
    let parts = vec![
        paragraph("", state),
        button("second", t.lock_now, Box::new(move || care.close_everywhere())),
        fold("who-fold", false, t.lock_idle, vec![idle(care, progress)]),
        fold("who-fold", false, t.lock_change, vec![paragraph("", t.lock_forget_lead), change(care, progress)]),
        fold("who-fold", false, t.lock_free, vec![paragraph("", t.lock_free_lead), free(care, progress)]),
    ];
    block("identity", parts)
}

fn idle(care: CareState, progress: Progress) -> AnyView {
    let t = text();
    let fault = Fault::none("lock-idle-fault");
    let known = care.idle_minutes().map(|minutes| minutes.to_string());
    let (number, field) = minutes(fault, known.unwrap_or_default());
    let send = move || -> Result<(), Said> {
        progress.begin(care, Deed::Idle(number()?), fault, "lock-idle", t.lock_done);
        Ok(())
    };
    small_form(fault, vec![field], t.who_save, Box::new(send))
}

fn change(care: CareState, progress: Progress) -> AnyView {
    let t = text();
    let fault = Fault::none("lock-fault");
    let old = RwSignal::new(String::new());
    let (passphrase, new) = new_passphrase(fault);
    let mut fields = vec![secret(fault, "lock-old", t.lock_old, "", "current-password", old)];
    fields.extend(new);
    let send = move || -> Result<(), Said> {
        let (passphrase, old) = (passphrase()?, Some(old.get_untracked()));
        let idle_minutes = care.idle_minutes().unwrap_or(1);
        progress.begin(care, Deed::Lock { passphrase, idle_minutes, old }, fault, "lock-old", t.lock_done);
        Ok(())
    };
    small_form(fault, fields, t.lock_change, Box::new(send))
}

fn free(care: CareState, progress: Progress) -> AnyView {
    let t = text();
    let fault = Fault::none("lock-free-fault");
    let typed = RwSignal::new(String::new());
    let send = move || -> Result<(), Said> {
        progress.begin(care, Deed::Free(typed.get_untracked()), fault, "lock-free", t.lock_done);
        Ok(())
    };
    let field = secret(fault, "lock-free", t.lock_old, "", "current-password", typed);
    small_form(fault, vec![field], t.lock_free, Box::new(send))
}
