//! Why a step is in its state: data, put into words by the app.

use chrono::NaiveDate;

use crate::content::Id;

/// Why a step is in its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its window is open.
    InWindow,
    /// Its window has not opened yet.
    BeforeWindow,
    /// Its window has closed, and it can be caught up.
    CatchUp,
    /// Its window has closed; it is no longer recommended.
    WindowClosed,
    /// Another step has taken over.
    TakenOver(Id),
    /// The last time is long enough ago.
    Again,
    /// It was done, and nothing more follows.
    Done,
    /// It was done, but nobody knows when.
    DoneSomeDay,
    /// Nothing was noted while its time was; it may have been done.
    NothingNoted,
    /// It belongs to a campaign.
    Season(Id),
    /// The days of the campaign are not known.
    SeasonUnknown(Id),
    /// It is not for this sex.
    OtherSex,
    /// It is for those born from a day on.
    BornBefore(NaiveDate),
    /// A fact that it depends on is not true of the person.
    NotSo(Vec<Id>),
    /// A fact that excludes it is true of the person.
    Excluded(Vec<Id>),
    /// It is not known whether these facts are true of the person.
    ToBeAsked(Vec<Id>),
    /// It depends on what cannot be asked.
    Depends,
    /// It has no day.
    NoDay,
    /// There is no pregnancy.
    NotPregnant,
    /// The day of birth or the sex is missing.
    IdentityMissing,
    /// A day that the pathway counts from is missing.
    DateMissing(Id),
    /// It comes after another step.
    After(Id),
    /// The person said that it does not concern them.
    Dismissed(String),
    /// An appointment was made.
    Booked,
    /// The person put it off.
    Postponed,
    /// The person has died.
    Died,
}
