//! What came of a request, in words: what can be noted, one thing to tick each; what cannot, each with its reason.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::NaiveDate;

use crate::content::{Care, Id, Sex};
use crate::pathway::Topic;
use crate::record::What;

use super::measures_csv::{self, Source, Value};
use super::message::{
    Change, Code, Failure, Found, Group, Import, Left, LeftEvent, Line, Offer, Plan, Proposal, Reply, Response,
    Restoration, Restoring, Swap, Why,
};
use super::share::ShareError;
use super::sheet::date::{long, with_unit};
use super::words::Words;

/// So many things are ticked one by one; nobody reads more, and a page of more would stand still.
const MOST_TICKS: usize = 500;

/// So many values of a measure are ticked one by one; more are one line.
const MOST_SINGLE: usize = 12;

/// What is told of a response; `care` is the content that a file was read with, where it was.
#[must_use]
pub fn tell(response: Response, care: Option<&Care>, words: &Words) -> Reply {
    let teller = Teller { care, words };
    match response {
        Response::File(text) => Reply::File(text),
        Response::Sheet(shown) => Reply::Sheet(shown),
        Response::Letters(letters) => Reply::Letters(letters),
        Response::Sealed(seal) => Reply::Sealed(seal),
        Response::Codes(codes) => Reply::Codes(codes.iter().map(picture).collect()),
        Response::Import(import) => Reply::Offer(teller.import(import)),
        Response::Values { import, known } => Reply::Offer(teller.values(import, known)),
        Response::Restoration(found) => Reply::Restoring(Box::new(teller.restoration(*found))),
        Response::Failed(Failure::Share(ShareError::Over(day))) => {
            Reply::Failed(format!("{} {}.", words.told.over, long(day, words.common.months)))
        }
        Response::Failed(failure) => Reply::Failed((words.told.failure)(failure).to_owned()),
    }
}

/// A code as a picture that stands in its own address.
fn picture(code: &Code) -> String {
    let (side, path) = (code.side(), code.path());
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
    );
    format!("data:image/svg+xml;base64,{}", BASE64.encode(svg))
}

struct Teller<'a> {
    care: Option<&'a Care>,
    words: &'a Words,
}

impl Teller<'_> {
    fn import(&self, import: Import) -> Offer {
        let told = &self.words.told;
        let mut left: Vec<String> = import.left.iter().map(|left| self.left(left)).collect();
        let mut groups = Vec::new();
        let mut room = MOST_TICKS;
        for (number, found) in (1_usize..).zip(import.persons) {
            let mut group = self.group(number, found);
            let beyond = group.lines.split_off(group.lines.len().min(room));
            left.extend(beyond.iter().map(|line| reasoned(&line.said, told.too_many, "")));
            room = room.saturating_sub(group.lines.len());
            if !group.lines.is_empty() {
                groups.push(group);
            }
        }
        Offer { about: Vec::new(), groups, left }
    }

    fn group(&self, number: usize, found: Found) -> Group {
        let name = found.proposals.iter().find_map(|proposal| match &proposal.what {
            What::Named { name, .. } => Some(name.clone()),
            _ => None,
        });
        let is_value = |what: &What| measured(what).is_some();
        let (values, others): (Vec<Proposal>, Vec<Proposal>) =
            found.proposals.into_iter().partition(|found| found.without.is_empty() && is_value(&found.what));
        let mut lines: Vec<Line> = others.into_iter().map(|found| self.line(found.what, &found.without)).collect();
        for (measure, values) in by_measure(values.into_iter().map(|found| found.what)) {
            if values.len() > MOST_SINGLE {
                lines.push(Line { said: self.series(&measure, &values), notes: values });
            } else {
                lines.extend(values.into_iter().map(|what| self.line(what, &[])));
            }
        }
        Group { lines, title: name.unwrap_or_else(|| format!("{} {number}", self.words.told.somebody)) }
    }

    fn line(&self, what: What, without: &[Why]) -> Line {
        let told = &self.words.told;
        let mut said = self.said(&what);
        if !without.is_empty() {
            let reasons: Vec<&str> = without.iter().map(|why| (told.why)(*why)).collect();
            said.push_str(&format!(" ({}\u{a0}: {})", told.without, reasons.join(", ")));
        }
        Line { said, notes: vec![what] }
    }

    fn left(&self, left: &Left) -> String {
        let told = &self.words.told;
        let place = format!("{} {} ({})", told.entry, left.place.entry, left.place.kind);
        let place = if left.place.kind.is_empty() { format!("{} {}", told.entry, left.place.entry) } else { place };
        reasoned(&place, (told.why)(left.why), &left.text)
    }

    /// A table, one line for each measure: nobody ticks ten years one by one.
    fn values(&self, import: measures_csv::Import, known: usize) -> Offer {
        let told = &self.words.told;
        let mut about = Vec::new();
        if let Source::Device(id) = &import.source {
            let devices = self.care.map(|care| care.draft().devices.as_slice()).unwrap_or_default();
            let name = devices.iter().find(|device| &device.id == id).map_or(id, |device| &device.name);
            about.push(format!("{}\u{a0}: {name}.", told.device));
        }
        if known > 0 {
            about.push(format!("{}\u{a0}: {known}.", told.known));
        }
        let measures = by_measure(import.values.iter().map(Value::what));
        let lines = measures.into_iter().map(|(measure, notes)| Line { said: self.series(&measure, &notes), notes });
        let lines: Vec<Line> = lines.collect();
        let groups = if lines.is_empty() { Vec::new() } else { vec![Group { title: String::new(), lines }] };
        let mut left: Vec<String> = import
            .refused
            .iter()
            .map(|refused| {
                reasoned(&format!("{} {}", told.line, refused.line), (told.refusal)(refused.why), &refused.said)
            })
            .collect();
        if import.refused_more > 0 {
            left.push(format!("{}\u{a0}: {}.", told.more, import.refused_more));
        }
        Offer { about, groups, left }
    }

    /// Several values of a measure, from the first day to the last; one by itself in full.
    fn series(&self, measure: &str, values: &[What]) -> String {
        let (told, months) = (&self.words.told, self.words.common.months);
        if let [only] = values {
            return self.said(only);
        }
        let days = || values.iter().filter_map(|what| Some(measured(what)?.1));
        let (Some(first), Some(last)) = (days().min(), days().max()) else { return String::new() };
        let name = self.care.and_then(|care| care.observation(measure)).map_or(measure, |known| known.name.as_str());
        let (from, to, count) = (long(first, months), long(last, months), values.len());
        format!("{name}\u{a0}: {count} {} {from} {} {to}", told.values, told.until)
    }

    fn restoration(&self, found: Restoration) -> Restoring {
        let told = &self.words.told;
        let left = |left: &LeftEvent| {
            let place = if left.place == 0 { told.triage.to_owned() } else { format!("{} {}", told.entry, left.place) };
            reasoned(&place, (told.left)(left.why), &left.text)
        };
        Restoring {
            about: self.made(&found.made).into_iter().collect(),
            left: found.left.iter().map(left).collect(),
            merge: self.swap(found.merge),
            replace: self.swap(found.replace),
            session: found.session,
        }
    }

    /// The day and the hour at which a backup says that it was made, if it says so.
    fn made(&self, made: &str) -> Option<String> {
        let day: NaiveDate = made.get(..10)?.parse().ok()?;
        let Words { told, common, .. } = self.words;
        let hour = made.get(11..16).map(|hour| format!(" {} {}", common.at, hour.replace(':', "\u{a0}h\u{a0}")));
        Some(format!("{} {}{}.", told.made, long(day, common.months), hour.unwrap_or_default()))
    }

    fn swap(&self, plan: Plan) -> Swap {
        let told = &self.words.told;
        let said = |change: &Change| {
            let counts = [(told.added, change.added), (told.removed, change.removed), (told.kept, change.kept)];
            let counts = counts.iter().filter(|(_, count)| *count > 0);
            let counts: Vec<String> = counts.map(|(word, count)| format!("{word}\u{a0}: {count}")).collect();
            format!("{} – {}", change.name, counts.join(", "))
        };
        Swap { said: plan.changes.iter().map(said).collect(), added: plan.added, removed: plan.removed }
    }

    /// One thing to note, in words.
    fn said(&self, what: &What) -> String {
        let Words { told, fhir, common, emergency, .. } = self.words;
        let day = |day| long(day, common.months);
        let with = |word: &str, name: &str, more: &str| match more {
            "" => format!("{word}\u{a0}: {name}"),
            more => format!("{word}\u{a0}: {name} ({more})"),
        };
        match what {
            What::Named { name, .. } => with(told.name, name, ""),
            What::Born(on) => format!("{} {}", fhir.born, day(*on)),
            What::SexIs(sex) => with(told.sex, if *sex == Sex::Female { common.female } else { common.male }, ""),
            What::Expecting(on) => format!("{} {}", fhir.due, day(*on)),
            What::PregnancyEnded(on) => format!("{} {}", fhir.pregnancy_ended, day(*on)),
            What::Died(on) => format!("{} {}", fhir.died, day(*on)),
            What::Measured { measure, on, value } | What::MeasuredAt { measure, on, value, .. } => {
                match self.care.and_then(|care| care.observation(measure)) {
                    Some(known) => format!("{}, {}", with(&known.name, &with_unit(known, *value), ""), day(*on)),
                    None => with(measure, &day(*on), ""),
                }
            }
            What::Done { what, on } => {
                let name = self.care.map_or(what.as_str(), |care| care.deed(what));
                with(told.done, name, &on.map_or_else(|| fhir.day_unknown.to_owned(), day))
            }
            What::Allergy { substance, reaction } => with(told.allergy, substance, reaction),
            What::Treatment { name, directions } => with(told.treatment, name, directions),
            What::Illness { name, since } => {
                let since = since.map(|since| format!("{} {}", emergency.since, day(since)));
                with(told.illness, name, &since.unwrap_or_default())
            }
            What::NoneKnown(Topic::Allergies) => fhir.no_allergies.to_owned(),
            What::NoneKnown(Topic::Treatments) => fhir.no_treatments.to_owned(),
            // No file of others holds it; a backup is told by its numbers.
            _ => String::new(),
        }
    }
}

/// The measure and the day of a value.
fn measured(what: &What) -> Option<(&Id, NaiveDate)> {
    match what {
        What::Measured { measure, on, .. } | What::MeasuredAt { measure, on, .. } => Some((measure, *on)),
        _ => None,
    }
}

/// Values by what was measured, in the order of their first.
fn by_measure(values: impl Iterator<Item = What>) -> Vec<(Id, Vec<What>)> {
    let mut measures: Vec<(Id, Vec<What>)> = Vec::new();
    for what in values {
        let Some(measure) = measured(&what).map(|(measure, _)| measure.clone()) else { continue };
        match measures.iter_mut().find(|(known, _)| *known == measure) {
            Some((_, values)) => values.push(what),
            None => measures.push((measure, vec![what])),
        }
    }
    measures
}

/// "Ligne 3 : aucun jour (3 mai)".
fn reasoned(place: &str, why: &str, text: &str) -> String {
    if text.is_empty() { format!("{place}\u{a0}: {why}") } else { format!("{place}\u{a0}: {why} ({text})") }
}
