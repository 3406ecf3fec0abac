//! Breaks in the pathway: where care has come apart, said plainly, each with the one thing to do next.

use chrono::NaiveDate;

use crate::content::{Care, Id, Period};

use super::{Item, Person, State};

/// A break in the pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// What has come apart.
    pub kind: BreakKind,
    /// The step or paper that mends it.
    pub mends: Id,
    /// The day since which, if it is known.
    pub since: Option<NaiveDate>,
}

/// What has come apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakKind {
    /// Home from hospital, and no doctor seen in the days that followed.
    NoFollowUp,
    /// A paper that is to be renewed, such as a prescription or a right, and ends soon, or has.
    RenewalDue,
    /// A specialist's letter, and no visit to the own doctor since.
    LetterUnread,
    /// Three steps late.
    ThreeLate,
    /// No own doctor declared.
    NoDoctor,
}

/// The step by which an own doctor is declared.
const OWN_DOCTOR: &str = "medecin-traitant";
/// The act of seeing one's own doctor.
const SEE_DOCTOR: &str = "consultation-medecin-traitant";
/// The act of seeing one's own doctor after hospital.
const AFTER_HOSPITAL: &str = "consultation-sortie-medecin";
/// The day of discharge, as pathways name it.
const DISCHARGE: &str = "sortie";
/// The papers in which a specialist writes to the own doctor.
const LETTERS: [&str; 2] = ["compte-rendu-consultation", "lettre-liaison"];
/// So long after a specialist's letter the own doctor should have been seen.
const LETTER_READ: Period = Period::months(2);
/// So long after discharge one is not spoken of as just home.
const HOME_AGAIN: Period = Period::months(3);
/// So long after discharge the own doctor should have been seen: seven days, the last of them included.
const FOLLOW_UP: Period = Period::days(8);

/// The breaks of a person on a day, from what is late and what is missing.
pub(super) fn breaks(care: &Care, person: &Person, items: &[Item<'_>], today: NaiveDate) -> Vec<Break> {
    if person.died.is_some_and(|died| died <= today) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut add = |kind, mends: &str, since| found.push(Break { kind, mends: mends.to_owned(), since });
    let seen_since = |day: NaiveDate| {
        person.done.iter().any(|done| is_visit(care, &done.what) && done.on.is_some_and(|on| on >= day && on <= today))
    };
    let discharges = person.joined.iter().filter_map(|(_, joined)| joined.dates.get(DISCHARGE)).copied();
    if let Some(day) = discharges.filter(|day| *day <= today).max() {
        let is_recent = FOLLOW_UP.after(day) <= today && today < HOME_AGAIN.after(day);
        if is_recent && !seen_since(day) {
            add(BreakKind::NoFollowUp, AFTER_HOSPITAL, Some(day));
        }
    }
    for document in &person.documents {
        let renewal = care.renewal(&document.paper).zip(document.until);
        if let Some((_, until)) = renewal.filter(|(renew, until)| renew.before(*until) <= today) {
            add(BreakKind::RenewalDue, &document.paper, Some(until));
        }
        let is_letter = LETTERS.contains(&document.paper.as_str());
        if is_letter && LETTER_READ.after(document.of) <= today && !seen_since(document.of) {
            add(BreakKind::LetterUnread, SEE_DOCTOR, Some(document.of));
        }
    }
    let late: Vec<&Item<'_>> = items.iter().filter(|item| item.status.state == State::Late).collect();
    if let [first, _, _, ..] = late.as_slice() {
        add(BreakKind::ThreeLate, first.key, None);
    }
    let is_grown = person.birth.is_some_and(|birth| Period::months(16 * 12).after(birth) <= today);
    let has_doctor = person.done.iter().any(|done| is_step_or_act(care, &done.what, OWN_DOCTOR))
        || person.team.iter().any(|member| member.role == OWN_DOCTOR);
    if is_grown && !has_doctor {
        add(BreakKind::NoDoctor, OWN_DOCTOR, None);
    }
    found
}

fn is_visit(care: &Care, what: &str) -> bool {
    [SEE_DOCTOR, AFTER_HOSPITAL].iter().any(|act| is_step_or_act(care, what, act))
}

/// Whether something noted as done is an act, or a step of it.
fn is_step_or_act(care: &Care, what: &str, act: &str) -> bool {
    care.key(what) == act
}
