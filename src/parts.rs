//! The parts of the app's code that are fetched when somebody opens what they are for: pathways, the system explained,
//! the pages for reviewers. Triage never waits for them.
//!
//! A function with `wasm_split` is where such a part begins: the build cuts there, and takes along all that nothing else
//! reaches (ADR 0027). Each of them asks for its part by itself, and may have to wait; so a pack counts as arrived once
//! every function of its screens can be called at once.

use futures_util::FutureExt;
use leptos::prelude::*;
pub use leptos::wasm_split::SplitLoaderError as PartMissing;
use leptos::wasm_split::wasm_split;
use sentier_core::content::pack::{self, Start};
use sentier_core::content::{Explain, Library, Pictures, System};

use crate::browser::script;
use crate::care::CareState;
use crate::care::lock::{Deed, LockError};
use crate::page;
use crate::review::ReviewState;
use crate::route::{CareRoute, SystemRoute, TakeRoute};
use crate::state::{START, State};
use crate::take::{TakeState, Thing};
use crate::text::Text;

/// Takes in what is known about pathways; whether the pack was one.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(care, wasm_split_path = leptos::wasm_split, fallible)]
fn read_care(care: CareState, pack: Vec<u8>) -> Result<bool, PartMissing> {
    Ok(care.receive(&pack))
}

/// A screen of the pathways, once what is known about them is here.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(care, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_care_page))]
pub fn care_page(state: State, care: CareState, take: TakeState, route: CareRoute) -> Result<AnyView, PartMissing> {
    Ok(page::care::arrived(state, care, take, route))
}

/// Does something of the record that takes a moment, and then calls back.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(care, wasm_split_path = leptos::wasm_split, fallible)]
pub fn attend(care: CareState, deed: Deed, then: Box<dyn FnOnce(Result<(), LockError>)>) -> Result<(), PartMissing> {
    care.attend(deed, then);
    Ok(())
}

/// A screen of what is taken along, once what is known about pathways is here.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(care, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_take_page))]
pub fn take_page(take: TakeState, route: TakeRoute) -> Result<AnyView, PartMissing> {
    Ok(page::take::arrived(take, route))
}

/// Opens a sheet that somebody shared.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(care, wasm_split_path = leptos::wasm_split, fallible)]
pub fn open_shared(take: TakeState, letters: String) -> Result<(), PartMissing> {
    take.make(Thing::Shared(letters));
    Ok(())
}

/// The triage pack in other words; nothing where one of the packs is none, or they are of different rules.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(words, wasm_split_path = leptos::wasm_split, fallible)]
fn reword(triage: Vec<u8>, pack: Vec<u8>) -> Result<Option<Worded>, PartMissing> {
    Ok(Worded::read(&triage, &pack))
}

/// What the app is.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_about_page))]
pub fn about_page(state: State) -> Result<AnyView, PartMissing> {
    Ok(page::about::about(state))
}

/// What stays on the device.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_privacy_page))]
pub fn privacy_page(state: State, care: CareState) -> Result<AnyView, PartMissing> {
    Ok(page::privacy::privacy(state, care))
}

/// Fetches what [`about_page`] and [`privacy_page`] need; whether it came.
pub async fn receive_aside() -> bool {
    let dressed = script::dress();
    fetch_about_page().await.is_ok() && fetch_privacy_page().await.is_ok() && dressed.await
}

/// Takes in the drawing of the body; whether the pack was one.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(body, wasm_split_path = leptos::wasm_split, fallible)]
fn read_body(pack: Vec<u8>) -> Result<bool, PartMissing> {
    Ok(page::body::receive(&pack))
}

/// The drawn body, once the drawing is here.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(body, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_body_page))]
pub fn body_page(state: State) -> Result<AnyView, PartMissing> {
    Ok(page::body::body(state))
}

/// Takes in the drawing of the body, once the code of its screen is here; whether all is.
pub async fn receive_body(pack: Option<Vec<u8>>) -> bool {
    let Some(pack) = pack else { return false };
    let dressed = script::dress();
    fetch_body_page().await.is_ok() && dressed.await && read_body(pack).await.unwrap_or_default()
}

/// Reads what is known about the system; nothing where the pack is not one.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(system, wasm_split_path = leptos::wasm_split, fallible)]
fn read_system(pack: Vec<u8>) -> Result<Option<System>, PartMissing> {
    Ok(pack::read_system(&pack, env!("SENTIER_SYSTEM")).ok())
}

/// A screen that explains the system, once what is known about it is here.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(system, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_system_page))]
pub fn system_page(state: State, care: CareState, route: SystemRoute) -> Result<Option<AnyView>, PartMissing> {
    Ok(state.system.with(|system| page::system::arrived(state, care, system, route)))
}

/// Reads the stories; nothing where the pack is not one.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(review, wasm_split_path = leptos::wasm_split, fallible)]
fn read_explain(pack: Vec<u8>) -> Result<Option<Explain>, PartMissing> {
    Ok(pack::read_explain(&pack, env!("SENTIER_EXPLAIN")).ok())
}

/// The rules of the motif that was chosen, once the rules and the stories are here.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(review, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_sheet_page))]
pub fn sheet_page(state: State, review: ReviewState) -> Result<AnyView, PartMissing> {
    Ok(page::clinical::arrived(state, review))
}

/// How the rules are checked, once the rules and the stories are here.
///
/// # Errors
/// [`PartMissing`] where the code did not arrive.
#[wasm_split(review, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_proofs_page))]
pub fn proofs_page(state: State, review: ReviewState) -> Result<AnyView, PartMissing> {
    Ok(page::proofs::arrived(state, review))
}

/// Takes in what is known about pathways, once the code of their screens is here; whether all is.
pub async fn receive_care(care: CareState, pack: Option<Vec<u8>>) -> bool {
    let Some(pack) = pack else { return false };
    let dressed = script::dress();
    for part in [fetch_care_page().await, fetch_take_page().await] {
        if part.is_err() {
            return false;
        }
    }
    dressed.await && read_care(care, pack).await.unwrap_or_default()
}

/// The triage in other words.
pub struct Worded {
    /// What comes with the app.
    pub start: Start,
    /// The content.
    pub library: Library,
    /// The same in French.
    pub french: Library,
    /// The words of the interface.
    pub interface: &'static Text,
    /// The pictures beside the questions.
    pub pictures: Pictures,
}

impl Worded {
    fn read(triage: &[u8], pack: &[u8]) -> Option<Self> {
        let start = pack::read_start(START).ok()?;
        let french = pack::read_triage(triage, &start).ok()?;
        let wording = pack::read_wording(pack).ok()?;
        let library = wording.put_into(&french)?;
        let start = start.in_words_of(&library);
        let interface = Box::leak(Box::new(Text::in_words(wording.interface.into_iter())));
        Some(Self { start, library, french, interface, pictures: wording.pictures })
    }
}

/// The triage pack in the words of another, once the code that reads these is here.
pub async fn receive_words(triage: Option<Vec<u8>>, pack: Option<Vec<u8>>) -> Option<Worded> {
    reword(triage?, pack?).await.ok()?
}

/// What is known about the system, once the code of its screens is here.
pub async fn receive_system(pack: Option<Vec<u8>>) -> Option<System> {
    let dressed = script::dress();
    fetch_system_page().await.ok()?;
    if dressed.await { read_system(pack?).await.ok()? } else { None }
}

/// The stories, once the code of their screens is here.
pub async fn receive_explain(pack: Option<Vec<u8>>) -> Option<Explain> {
    let dressed = script::dress();
    fetch_sheet_page().await.ok()?;
    fetch_proofs_page().await.ok()?;
    if dressed.await { read_explain(pack?).await.ok()? } else { None }
}

/// What a part answers that has arrived; nothing while it has not.
pub fn at_once<T>(answer: impl Future<Output = Result<T, PartMissing>>) -> Option<T> {
    answer.now_or_never()?.ok()
}
