//! A sheet, as the core made it: read on the screen, made for paper.

use leptos::prelude::*;
use sentier_core::exchange::sheet::{Body, Kind, Section, Sheet, Value};
use sentier_core::pathway::series::Point;

use super::chart::line_alone;
use super::data_table::table_of;
use super::kit::{block, heading, lines, paragraph, subheading};

/// A sheet.
pub fn paper(sheet: &Sheet) -> AnyView {
    let class = match sheet.kind {
        Kind::Orientation => "paper paper-orientation",
        Kind::Emergency => "paper paper-card",
        Kind::Consultation | Kind::Prevention => "paper",
    };
    let mut parts =
        vec![block("paper-head", vec![heading(sheet.title.clone()), lines("paper-about", sheet.about.clone())])];
    parts.extend(sheet.sections.iter().map(section));
    parts.push(lines("paper-foot", sheet.foot.clone()));
    block(class, parts)
}

fn section(section: &Section) -> AnyView {
    let title = section.title.clone();
    let parts = match &section.body {
        Body::Lines(said) => vec![subheading(title), lines("", said.clone())],
        Body::Nothing(said) => vec![subheading(title), paragraph("", said.clone())],
        Body::Table { headings, rows } => {
            let row = |row: &Vec<String>| row.iter().map(|cell| cell.clone().into_any()).collect();
            vec![table_of(title, headings.clone(), vec![(None, rows.iter().map(row).collect())])]
        }
        Body::Values { note, values, .. } => {
            let point = |value: &Value| Point { event: 0, on: value.on, value: value.hundredths };
            let points: Vec<Point> = values.iter().map(point).collect();
            let said = values.iter().map(|value| value.said.clone()).collect();
            vec![subheading(title), paragraph("", note.clone()), line_alone(&points), lines("paper-values", said)]
        }
    };
    block("paper-part", parts)
}
