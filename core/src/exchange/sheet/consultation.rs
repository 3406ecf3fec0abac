//! The consultation sheet: what happened since last time, the measures, the questions, what is due.

use chrono::NaiveDate;

use crate::content::{Care, Id, Observation, Period};
use crate::pathway::series::series;
use crate::pathway::{Dashboard, Person};

use super::date::{long, with_unit};
use super::prevention::table;
use super::who::{about, foot};
use super::words::{CareWords, Common};
use super::{Body, Kind, Section, Sheet, Value};

/// So far back the sheet looks where no consultation was noted.
const A_YEAR: Period = Period::months(12);

/// The sheet of a person for their next consultation.
#[must_use]
pub fn consultation(
    care: &Care,
    person: &Person,
    dashboard: &Dashboard<'_>,
    today: NaiveDate,
    words: &CareWords,
    common: &Common,
) -> Sheet {
    let last = last_visit(care, person, today);
    let from = last.unwrap_or_else(|| A_YEAR.before(today));
    let since = match last {
        Some(last) => format!("{} {}", words.since, long(last, common.months)),
        None => words.since_a_year.to_owned(),
    };
    let mut about = about(person, today, common);
    let situations: Vec<&str> = dashboard.own().map(|pathway| pathway.title.as_str()).collect();
    if !situations.is_empty() {
        about.push(format!("{}\u{a0}: {}", words.situations, situations.join(", ")));
    }
    let mut sections = vec![Section::new(&since, Body::of(happened(care, person, from, common), words.since_nothing))];
    sections.extend(measured(care, person, from, words, common));
    let questions = person.questions.iter().map(|asked| asked.text.clone()).collect();
    sections.push(Section::new(words.questions, Body::of(questions, common.not_noted)));
    let due = table(care, dashboard.next(), today, words, common);
    sections.push(Section::new(words.due, due.unwrap_or_else(|| Body::Nothing(words.due_nothing.to_owned()))));
    let booked = table(care, dashboard.appointments().into_iter(), today, words, common);
    sections.extend(booked.map(|body| Section::new(words.appointments, body)));
    Sheet {
        kind: Kind::Consultation,
        title: words.consultation.to_owned(),
        about,
        sections,
        foot: foot(care, today, common),
        leaves_trace: true,
    }
}

/// The day on which the own doctor was last seen, before today.
fn last_visit(care: &Care, person: &Person, today: NaiveDate) -> Option<NaiveDate> {
    let landmarks = care.landmarks();
    let is_visit = |what: &Id| [&landmarks.visit, &landmarks.visit_after_hospital].contains(&what);
    let visits = person.done.iter().filter(|done| is_visit(&done.what)).filter_map(|done| done.on);
    visits.filter(|on| *on < today).max()
}

/// What was done, and the papers that came, from a day on, in the order of days; then what nobody knows the day of.
fn happened(care: &Care, person: &Person, from: NaiveDate, common: &Common) -> Vec<String> {
    let deeds = person.done.iter().filter_map(|done| Some((done.on?, deed(care, &done.what).to_owned())));
    let papers = person.documents.iter().map(|document| (document.of, care.paper(&document.paper).to_owned()));
    let mut all: Vec<(NaiveDate, String)> = deeds.chain(papers).filter(|(on, _)| *on >= from).collect();
    all.sort_by_key(|(on, _)| *on);
    all.into_iter().map(|(on, what)| format!("{}\u{a0}: {what}", long(on, common.months))).collect()
}

fn deed<'a>(care: &'a Care, what: &'a str) -> &'a str {
    care.step(what).map_or_else(|| care.act(what), |(_, step)| step.title.as_str())
}

/// A section for each measure that has values from a day on.
fn measured(care: &Care, person: &Person, from: NaiveDate, words: &CareWords, common: &Common) -> Vec<Section> {
    let mut measures: Vec<&Id> = Vec::new();
    for value in person.measured.iter().filter(|value| value.on >= from) {
        if !measures.contains(&&value.measure) {
            measures.push(&value.measure);
        }
    }
    let known = measures.into_iter().filter_map(|id| care.observation(id));
    known
        .map(|measure| {
            let points = series(person, &measure.id, Some(from)).points;
            let said = |value| with_unit(measure, value);
            let value = |on, value| format!("{}\u{a0}: {}", long(on, common.months), said(value));
            let values = points.iter().map(|point| Value {
                on: point.on,
                hundredths: point.value,
                said: value(point.on, point.value),
            });
            let note = bounds(person, measure, words);
            Section::new(&measure.name, Body::Values { note, unit: measure.unit.clone(), values: values.collect() })
        })
        .collect()
}

/// The person's own bounds of a measure.
fn bounds(person: &Person, measure: &Observation, words: &CareWords) -> String {
    let (from, up_to) = person.targets.get(&measure.id).copied().unwrap_or_default();
    let said = |word: &str, bound: i64| format!("{word} {}", with_unit(measure, bound));
    let bounds =
        from.map(|bound| said(words.at_least, bound)).into_iter().chain(up_to.map(|bound| said(words.at_most, bound)));
    bounds.collect::<Vec<_>>().join(", ")
}
