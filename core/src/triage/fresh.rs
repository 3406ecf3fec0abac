//! Out-of-date content reassures nobody: past the day by which it must be read again, the two lowest levels become
//! [`Urgency::Days`], and the verdict says why.
//!
//! On top of the verdict, not inside the engine: what a person answered and how old the rules are do not mix. The reason
//! for each line is in `docs/adr/0016-stale-content-reassures-nobody.md`.

use chrono::NaiveDate;

use crate::content::{Group, Id, Library, Urgency};

use super::{Cause, Protocol, Verdict};

/// Content that should have been read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// What is out of date.
    pub what: StaleContent,
    /// The day from which it is.
    pub since: NaiveDate,
}

/// What can be out of date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaleContent {
    /// The rules of a motif.
    Motif(Id),
    /// Rules that several motifs share.
    Group(Id),
    /// A source.
    Source(Id),
}

/// The day that counts: the later of the clock and of the day on which the app was built. A clock that is behind makes
/// nothing fresh again; one that is ahead makes us more cautious.
#[must_use]
pub fn now(clock: NaiveDate, build: NaiveDate) -> NaiveDate {
    clock.max(build)
}

/// The verdict, raised to [`Urgency::Days`] where it is lower and rests on content that is out of date.
#[must_use]
pub fn cautious(protocol: &Protocol<'_>, verdict: Verdict, today: NaiveDate) -> Verdict {
    if verdict.level >= Urgency::Days {
        return verdict;
    }
    match stale(protocol, &verdict, today) {
        Some(stale) => Verdict { level: Urgency::Days, decided_by: Cause::Stale(stale), ..verdict },
        None => verdict,
    }
}

/// What a verdict rests on and has been out of date for longest: the motifs and groups that were asked, the sources of
/// the motifs, and those of every rule that fired.
///
/// Of every one, not of the one that decided: a further answer only adds rules that fire, so it never makes a verdict
/// fresh again, and never lowers a level.
#[must_use]
pub fn stale(protocol: &Protocol<'_>, verdict: &Verdict, today: NaiveDate) -> Option<Stale> {
    let library = protocol.library();
    let motifs = protocol.motifs();
    let reviewed = motifs.iter().map(|motif| (StaleContent::Motif(motif.door.id.clone()), motif.review.before));
    let shared = groups(protocol).map(|group| (StaleContent::Group(group.id.clone()), group.review.before));
    let fired = verdict.reasons.iter().filter_map(|reason| protocol.rules().iter().find(|rule| rule.id == reason.rule));
    let named = fired.flat_map(|rule| &rule.sources).chain(motifs.iter().flat_map(|motif| &motif.sources));
    let read = named
        .filter_map(|id| library.source(id))
        .map(|source| (StaleContent::Source(source.id.clone()), source.review_by));
    let past = reviewed.chain(shared).chain(read).filter(|(_, since)| *since <= today);
    past.min_by_key(|(_, since)| *since).map(|(what, since)| Stale { what, since })
}

fn groups<'a>(protocol: &Protocol<'a>) -> impl Iterator<Item = &'a Group> {
    let library = protocol.library();
    let with_motifs = protocol.motifs().iter().flat_map(|motif| library.groups_of(motif)).collect::<Vec<_>>();
    let everybody = [Library::GATE, Library::TERRAIN].into_iter().filter_map(|id| library.group(id));
    everybody.chain(with_motifs)
}
