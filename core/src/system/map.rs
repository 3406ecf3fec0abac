//! The map of the system, laid out: where each entry stands, from home to the country and from prevention to the end of
//! life. In units of the drawing; a unit is a CSS pixel where the drawing is not scaled.

use crate::content::System;
use crate::content::system::{Entry, Moment, Place, Zone};

/// The whole drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<'a> {
    /// Its width.
    pub width: usize,
    /// Its height.
    pub height: usize,
    /// A column a zone, from home.
    pub columns: Vec<Column>,
    /// A row a moment, from prevention.
    pub rows: Vec<Row<'a>>,
    /// Every entry.
    pub stops: Vec<Stop<'a>>,
}

/// A zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its left edge.
    pub x: usize,
    /// Its title, a line each.
    pub lines: Vec<String>,
}

/// A moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Where its path runs.
    pub y: usize,
    /// Its title.
    pub title: &'a str,
}

/// An entry in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The left edge of its field.
    pub x: usize,
    /// The upper edge of its field.
    pub y: usize,
    /// The height of its field.
    pub height: usize,
    /// Its name, a line each.
    pub lines: Vec<String>,
}

impl Map<'_> {
    /// The width of a column.
    pub const COLUMN: usize = 216;
    /// The height of a line of a name.
    pub const LINE: usize = 17;
    /// The height of what stands above the first row: the titles of the columns.
    pub const HEAD: usize = 48;
    /// The height of the title of a row.
    pub const TITLE: usize = 46;
    /// The least height of a field: a finger finds it.
    pub const LEAST: usize = 44;
    /// So many letters fit into a line of a name.
    pub const LETTERS: usize = 20;
}

/// The map of a system.
#[must_use]
pub fn map(system: &System) -> Map<'_> {
    let draft = system.draft();
    let title_of_zone =
        |zone: Zone| draft.zones.iter().find(|words| words.zone == zone).map(|words| words.title.as_str());
    let title_of =
        |moment: Moment| draft.moments.iter().find(|words| words.moment == moment).map(|words| words.title.as_str());
    let left = |column: usize| column.saturating_mul(Map::COLUMN);
    let columns = Zone::ALL.into_iter().enumerate();
    let columns: Vec<Column> = columns
        .map(|(at, zone)| Column { x: left(at), lines: wrap(title_of_zone(zone).unwrap_or_default(), Map::LETTERS) })
        .collect();
    let (mut rows, mut stops, mut y) = (Vec::new(), Vec::new(), Map::HEAD);
    for moment in Moment::ALL {
        rows.push(Row { y, title: title_of(moment).unwrap_or_default() });
        let top = y.saturating_add(Map::TITLE);
        let mut bottom = top;
        for (column, zone) in Zone::ALL.into_iter().enumerate() {
            let mut at = top;
            for entry in system.at(Place { zone, moment }) {
                let lines = wrap(&entry.name, Map::LETTERS);
                let height = lines.len().saturating_mul(Map::LINE).saturating_add(12).max(Map::LEAST);
                stops.push(Stop { entry, x: left(column), y: at, height, lines });
                at = at.saturating_add(height);
            }
            bottom = bottom.max(at);
        }
        y = bottom.saturating_add(Map::LINE);
    }
    Map { width: left(columns.len()), height: y, columns, rows, stops }
}

/// A name in lines of at most so many letters, broken at its spaces.
fn wrap(name: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count().saturating_add(word.chars().count()) < most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
