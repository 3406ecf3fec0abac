//! All words of what the worker makes and says, which it brings along: the app does not carry them.

use super::calendar;
use super::fhir;
use super::measures_csv::{self, Refusal};
use super::message::{Failure, LeftWhy, Why};
use super::sheet::words::{CareWords, Common, EmergencyWords, OrientationWords};

/// The words, in the language of the page.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Of FHIR files.
    pub fhir: fhir::Words<'static>,
    /// Of tables.
    pub table: measures_csv::Words<'static>,
    /// What sheets share.
    pub common: Common,
    /// Of the orientation sheet.
    pub orientation: OrientationWords,
    /// Of the emergency card.
    pub emergency: EmergencyWords,
    /// Of the other sheets of a record.
    pub care: CareWords,
    /// Of calendars.
    pub calendar: calendar::Words,
    /// Of what is told of files.
    pub told: Told,
}

/// The words of what is told of files.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// The name of the app, and of its calendar.
    pub app: &'static str,
    /// That a backup is not protected, for whoever opens it.
    pub note: &'static str,
    /// Before a name.
    pub name: &'static str,
    /// Before a sex.
    pub sex: &'static str,
    /// Before an allergy.
    pub allergy: &'static str,
    /// Before a treatment.
    pub treatment: &'static str,
    /// Before an illness.
    pub illness: &'static str,
    /// Before what was done.
    pub done: &'static str,
    /// Between the first and the last day.
    pub until: &'static str,
    /// After a number of values.
    pub values: &'static str,
    /// Before how many values are known already.
    pub known: &'static str,
    /// Before the name of what wrote a table.
    pub device: &'static str,
    /// Before the number of a line.
    pub line: &'static str,
    /// Before the number of an entry.
    pub entry: &'static str,
    /// Before the number of a person whom the file does not name.
    pub somebody: &'static str,
    /// Before how many lines more are not taken over.
    pub more: &'static str,
    /// Of what would be one thing too many to confirm.
    pub too_many: &'static str,
    /// Before what of something is not taken over.
    pub without: &'static str,
    /// Before the moment at which a backup was made.
    pub made: &'static str,
    /// Before a number of notes that come.
    pub added: &'static str,
    /// Before a number of notes that go.
    pub removed: &'static str,
    /// Before a number of notes that stay.
    pub kept: &'static str,
    /// Of the triage under way.
    pub triage: &'static str,
    /// Why something of FHIR is not taken over.
    pub why: fn(Why) -> &'static str,
    /// Why a line of a table is not.
    pub refusal: fn(Refusal) -> &'static str,
    /// Why an event of a backup is not.
    pub left: fn(LeftWhy) -> &'static str,
    /// Why nothing was made or understood, and what to do.
    pub failure: fn(Failure) -> &'static str,
    /// Before the day after which a shared sheet is not shown any more.
    pub over: &'static str,
}
