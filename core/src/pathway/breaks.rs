//! Breaks in the pathway: where care has come apart, said plainly, each with the one thing to do next.

use chrono::NaiveDate;

use crate::content::{Care, Id, Period};

use super::deeds::Deeds;
use super::{Item, Person, State, papers};

/// A break in the pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// What has come apart.
    pub kind: BreakKind,
    /// The step, act or paper that mends it; the pathway where a right ends.
    pub mends: Id,
    /// The right that it is about, in the pathway that mends it.
    pub right: Option<Id>,
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
    /// A right that ends soon, or has.
    RightEnding,
    /// The day of an appointment is past, and nothing was noted since.
    AppointmentPast,
    /// A specialist's letter, and no visit to the own doctor since.
    LetterUnread,
    /// Three steps late.
    ThreeLate,
    /// No own doctor declared.
    NoDoctor,
}

/// So long after a specialist's letter the own doctor should have been seen.
const LETTER_READ: Period = Period::months(2);
/// So long after discharge one is not spoken of as just home.
const HOME_AGAIN: Period = Period::months(3);
/// So long after discharge the own doctor should have been seen: seven days, the last of them included.
const FOLLOW_UP: Period = Period::days(8);

/// So long an appointment whose day is past is asked about.
const ASKED_ABOUT: Period = Period::months(3);

/// The breaks of a person on a day, from what is late and what is missing.
pub(super) fn breaks(
    care: &Care,
    deeds: &Deeds<'_>,
    person: &Person,
    items: &[Item<'_>],
    today: NaiveDate,
) -> Vec<Break> {
    if person.died.is_some_and(|died| died <= today) {
        return Vec::new();
    }
    let known = care.landmarks();
    let mut found = Vec::new();
    let mut add = |kind, mends: &str, since| found.push(Break { kind, mends: mends.to_owned(), right: None, since });
    let seen_since = |day: NaiveDate| {
        let visits = [&known.visit, &known.visit_after_hospital].into_iter().flat_map(|act| deeds.of(care.key(act)));
        visits.filter_map(|deed| deed.on).any(|on| on >= day && on <= today)
    };
    let discharges = person.joined.iter().filter_map(|(_, joined)| joined.dates.get(&known.discharge)).copied();
    if let Some(day) = discharges.filter(|day| *day <= today).max() {
        let is_recent = FOLLOW_UP.after(day) <= today && today < HOME_AGAIN.after(day);
        if is_recent && !seen_since(day) {
            add(BreakKind::NoFollowUp, &known.visit_after_hospital, Some(day));
        }
    }
    for (key, booked) in person.booked.iter() {
        let is_done = deeds.of(care.key(key)).any(|deed| deed.on.is_none_or(|on| booked.on <= on));
        let is_asked = items.iter().any(|item| item.key == key && item.status.state != State::NotConcerned);
        if booked.on < today && today < ASKED_ABOUT.after(booked.on) && is_asked && !is_done {
            add(BreakKind::AppointmentPast, key, Some(booked.on));
        }
    }
    for document in &person.documents {
        let renewal = care.renewal(&document.paper).zip(document.until);
        if let Some((_, until)) = renewal.filter(|(renew, until)| renew.before(*until) <= today) {
            add(BreakKind::RenewalDue, &document.paper, Some(until));
        }
        if known.letters.contains(&document.paper)
            && LETTER_READ.after(document.of) <= today
            && !seen_since(document.of)
        {
            add(BreakKind::LetterUnread, &known.visit, Some(document.of));
        }
    }
    let late: Vec<&Item<'_>> = items.iter().filter(|item| item.status.state == State::Late).collect();
    if let [first, _, _, ..] = late.as_slice() {
        add(BreakKind::ThreeLate, first.key, None);
    }
    let is_grown = person.birth.is_some_and(|birth| Period::months(16 * 12).after(birth) <= today);
    if is_grown && !known.own_doctor.is_empty() && deeds.of(care.key(&known.own_doctor)).next().is_none() {
        add(BreakKind::NoDoctor, &known.own_doctor, None);
    }
    found.extend(rights_ending(care, person, today));
    found
}

/// The rights of the person's pathways that end soon, or have.
fn rights_ending<'a>(care: &'a Care, person: &'a Person, today: NaiveDate) -> impl Iterator<Item = Break> + 'a {
    person.rights.iter().filter_map(move |((pathway, right), until)| {
        let pathway = care.pathway(pathway).filter(|pathway| person.is_on(pathway))?;
        let ahead = pathway.rights.iter().find(|known| &known.id == right)?.renew.unwrap_or(papers::SOON);
        let right = Some(right.clone());
        let ending = Break { kind: BreakKind::RightEnding, mends: pathway.id.clone(), right, since: Some(*until) };
        (ahead.before(*until) <= today).then_some(ending)
    })
}
