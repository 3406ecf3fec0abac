//! The sheet of what is measured at home in the mornings and evenings of some days: how it is done, what is noted, how much
//! is missing, the mean beside the usual bounds. Made to be printed alone, empty too. It never says what a mean means.

use leptos::prelude::*;
use sentier_core::content::pathway::Readings;
use sentier_core::content::{Care, Observation};
use sentier_core::pathway::series::shown;
use sentier_core::pathway::sitting::{Day, Mean, Reading, Sheet, sheet};
use sentier_core::pathway::{Dashboard, Moment, Part, Person, State};

use super::data_table::data_table;
use super::date_text::long;
use super::kit::{block, button, fold, item, list, paragraph, subheading};
use super::sources_list::sources_list;
use super::target_form::usual_bound;
use super::value_form::moment_word;
use crate::browser::document;
use crate::text::text;

/// The series of two measures that the person's pathways ask for, if one does.
pub fn series_asked<'a>(dashboard: &'a Dashboard<'_>, pair: &[&Observation]) -> Option<(&'a Part<'a>, &'a Readings)> {
    let is_asked = |readings: &&Readings| {
        pair.len() == 2 && readings.at_least > 1 && pair.iter().all(|measure| readings.of.contains(&measure.id))
    };
    let parts = dashboard.items.iter().flat_map(|item| &item.parts);
    let mut concerned = parts.filter(|part| part.status.state != State::NotConcerned);
    concerned.find_map(|part| Some((part, part.step.measured.as_ref().filter(is_asked)?)))
}

/// The sheet of two measures, the greater first, with the form in which they are noted.
pub fn pressure_sheet(
    content: &Care,
    person: &Person,
    (part, readings): (&Part<'_>, &Readings),
    pair: [&Observation; 2],
    form: AnyView,
) -> AnyView {
    let t = text();
    let noted = sheet(person, &pair.map(|measure| measure.id.clone()), readings);
    let is_empty = noted.days.iter().all(|day| day.on.is_none());
    let example = person.is_example.then(|| paragraph("sheet-name", t.plan_example));
    let note = part.step.note.clone().map(|note| paragraph("", note));
    let print = if is_empty { t.sheet_print_empty } else { t.sheet_print };
    block(
        "sheet",
        vec![
            subheading(t.sheet_title),
            paragraph("sheet-name", person.name.clone()),
            example.into_any(),
            paragraph("", part.step.why.clone()),
            note.into_any(),
            form,
            paragraph("sheet-progress", progress(&noted)),
            table(&noted, pair),
            noted.mean.map(|mean| paragraph("sheet-mean", mean_said(mean, pair))).into_any(),
            bounds(content, part, pair),
            block("actions", vec![button("second", print, Box::new(document::print))]),
            fold(
                "step-sources",
                false,
                t.why_sources,
                vec![sources_list(content, &part.step.sources, part.step.reading)],
            ),
        ],
    )
}

/// "7 mesures sur 18".
fn progress(sheet: &Sheet) -> String {
    format!("{} {} {}", counted(sheet.noted), text().sheet_of, sheet.wanted)
}

/// "1 mesure", "7 mesures".
fn counted(count: usize) -> String {
    let t = text();
    format!("{count}\u{a0}{}", if count < 2 { t.sheet_one } else { t.sheet_many })
}

/// "Moyenne de 18 mesures : 132/81 mmHg".
fn mean_said(mean: Mean, pair: [&Observation; 2]) -> String {
    let [first, _] = pair;
    let values = figures(pair, mean.values.map(Some));
    format!("{} {}\u{a0}: {values}\u{a0}{}", text().sheet_mean, counted(mean.of), first.unit)
}

/// "132/81"; a dash where one value is missing.
fn figures(pair: [&Observation; 2], values: [Option<i64>; 2]) -> String {
    let said = pair
        .into_iter()
        .zip(values)
        .map(|(measure, value)| value.map_or_else(|| "–".to_owned(), |value| shown(measure, &measure.unit, value)));
    said.collect::<Vec<_>>().join("/")
}

/// The days, each with its morning and its evening.
fn table(sheet: &Sheet, pair: [&Observation; 2]) -> AnyView {
    let t = text();
    let row = |moment: Moment, readings: &[Reading]| {
        vec![moment_word(Some(moment)).into_any(), cell(readings, sheet.each, pair)]
    };
    let group = |(place, day): (usize, &Day)| {
        let number = place.saturating_add(1);
        let on = day.on.map_or_else(|| t.sheet_day_blank.to_owned(), long);
        let rows = vec![row(Moment::Morning, &day.morning), row(Moment::Evening, &day.evening)];
        (Some(format!("{}\u{a0}{number}, {on}", t.sheet_day)), rows)
    };
    let [first, second] = pair;
    let caption = format!("{} / {} ({})", first.name, second.name, first.unit);
    data_table(
        caption,
        vec![t.sheet_moment_head, t.sheet_readings_head],
        sheet.days.iter().enumerate().map(group).collect(),
    )
}

/// The readings of a morning or an evening, and a place for each that is missing.
fn cell(readings: &[Reading], each: usize, pair: [&Observation; 2]) -> AnyView {
    let said = readings.iter().map(|reading| {
        let values = reading.values.map(|point| point.map(|point| point.value));
        item(vec![figures(pair, values).into_any()])
    });
    let complete = readings.iter().filter(|reading| reading.both().is_some()).count();
    let blank = || {
        let to_note = text().sheet_to_note;
        item(vec![
            view! { <span class="sheet-blank" aria-hidden="true">"/"</span> }.into_any(),
            view! { <span class="hidden">{to_note}</span> }.into_any(),
        ])
    };
    let blanks = (complete..each).map(|_| blank());
    list("sheet-readings", said.chain(blanks).collect())
}

/// The usual bounds that the pathway of the series names for both measures.
fn bounds(content: &Care, part: &Part<'_>, pair: [&Observation; 2]) -> AnyView {
    let of = |measure: &Observation| {
        let targets = part.pathway.targets.iter().filter(|target| target.measure == measure.id);
        targets.map(|target| usual_bound(content, part.pathway, target, measure)).collect::<Vec<_>>()
    };
    let lines: Vec<AnyView> = pair.into_iter().flat_map(of).collect();
    if lines.is_empty() {
        return ().into_any();
    }
    block("usual-bounds", vec![paragraph("hint", text().measures_usual_lead), list("", lines)])
}
