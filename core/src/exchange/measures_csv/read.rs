//! What a table of measures says: values that were understood, and lines that were not.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::{Care, Device, Id, Observation};
use crate::pathway::series::{parse_value, plausible, to_kept};
use crate::pathway::{Moment, Person};

use super::table::{Row, rows};
use super::{CsvError, Value, Words, date};

/// The most refusals that are told one by one; the others are counted.
const MOST_TOLD: usize = 100;

/// What was understood of a table, for the person to confirm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// What wrote the table.
    pub source: Source,
    /// The values, in the order of days and hours.
    pub values: Vec<Value>,
    /// What was not understood, at most a hundred of it.
    pub refused: Vec<Refused>,
    /// How much more was not understood.
    pub refused_more: usize,
}

/// What wrote a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// This app.
    Own,
    /// The app of a device, by its name in the content.
    Device(Id),
}

/// Something in a table that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The line of the file, from 1.
    pub line: usize,
    /// What stands there.
    pub said: String,
    /// Why it is refused.
    pub why: Refusal,
}

/// Why something in a table is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It is no day.
    NoDay,
    /// It is a day to come, or before the birth.
    ImpossibleDay,
    /// The measure is not known here.
    UnknownMeasure,
    /// The measure has no such unit.
    UnknownUnit,
    /// It is no number.
    NoNumber,
    /// No such value is plausible.
    Implausible,
    /// The moment of the day is neither of the two that are known.
    UnknownMoment,
}

/// What a table says of a person, on a day.
///
/// # Errors
/// See [`CsvError`].
pub fn read(
    bytes: &[u8],
    care: &Care,
    person: &Person,
    words: &Words<'_>,
    today: NaiveDate,
) -> Result<Import, CsvError> {
    let rows = rows(bytes)?;
    let (headings, rows) = rows.split_first().ok_or(CsvError::UnknownHeadings)?;
    let mut found = Found { care, person, today, values: Vec::new(), refused: Vec::new(), refused_more: 0 };
    let source = if let Some(columns) = Own::of(headings, words) {
        rows.iter().for_each(|row| found.own(row, &columns, words));
        Source::Own
    } else {
        let devices = care.draft().devices.iter();
        let known = devices.filter_map(|device| Some((device, Columns::of(headings, device)?)));
        let (device, columns) =
            known.max_by_key(|(_, columns)| columns.values.len()).ok_or(CsvError::UnknownHeadings)?;
        rows.iter().for_each(|row| found.device(row, device, &columns));
        Source::Device(device.id.clone())
    };
    // Devices write the last value first: in that order, putting in order one by one would take minutes.
    found.values.sort_by_key(|(value, minute)| (value.on, *minute));
    let values = found.values.into_iter().map(|(value, _)| value).collect();
    Ok(Import { source, values, refused: found.refused, refused_more: found.refused_more })
}

/// The values that are not in the record yet, and how many are. As many equal values of a day and moment as the record
/// has are known; a second import of the same file brings nothing.
#[must_use]
pub fn unknown_to(person: &Person, values: Vec<Value>) -> (Vec<Value>, usize) {
    let mut known: Vec<(&Id, NaiveDate, Option<Moment>, i64)> =
        person.measured.iter().map(|known| (&known.measure, known.on, known.moment, known.value)).collect();
    known.sort_unstable();
    // How many equal ones were found already, where the first of them stands.
    let mut used = vec![0_usize; known.len()];
    let all = values.len();
    let mut is_known = |value: &Value| {
        let wanted = (&value.measure, value.on, value.moment, value.value);
        let first = known.partition_point(|known| *known < wanted);
        let equal = known.partition_point(|known| *known <= wanted).saturating_sub(first);
        let free = used.get_mut(first).filter(|used| **used < equal);
        free.map(|used| *used = used.saturating_add(1)).is_some()
    };
    let unknown: Vec<Value> = values.into_iter().filter(|value| !is_known(value)).collect();
    let known = all.saturating_sub(unknown.len());
    (unknown, known)
}

/// Where the headings of this app stand.
struct Own {
    day: usize,
    value: usize,
    code: usize,
    unit: Option<usize>,
    moment: Option<usize>,
}

impl Own {
    fn of(headings: &Row, words: &Words<'_>) -> Option<Self> {
        let at = |name: &str| headings.cells.iter().position(|cell| cell.to_lowercase() == name.to_lowercase());
        let [day, value, code] = [at(words.day)?, at(words.value)?, at(words.code)?];
        Some(Self { day, value, code, unit: at(words.unit), moment: at(words.moment) })
    }
}

/// Where the headings of a device stand.
struct Columns {
    day: usize,
    time: Option<usize>,
    values: Vec<usize>,
}

impl Columns {
    fn of(headings: &Row, device: &Device) -> Option<Self> {
        let at = |name: &String| headings.cells.iter().position(|cell| cell == name);
        let time = match &device.time {
            None => None,
            Some(time) => Some(at(time)?),
        };
        let values: Option<Vec<usize>> = device.values.iter().map(|value| at(&value.column)).collect();
        Some(Self { day: at(&device.day)?, time, values: values? })
    }
}

/// What was found so far; the values with their minute of the day, where it is known.
struct Found<'a> {
    care: &'a Care,
    person: &'a Person,
    today: NaiveDate,
    values: Vec<(Value, Option<u32>)>,
    refused: Vec<Refused>,
    refused_more: usize,
}

impl Found<'_> {
    fn own(&mut self, row: &Row, columns: &Own, words: &Words<'_>) {
        let moment = match columns.moment.map(|place| cell(row, place)).unwrap_or_default() {
            "" => None,
            said if said.to_lowercase() == words.morning.to_lowercase() => Some(Moment::Morning),
            said if said.to_lowercase() == words.evening.to_lowercase() => Some(Moment::Evening),
            said => return self.refuse(row, said, Refusal::UnknownMoment),
        };
        let (day, measure, typed) = (cell(row, columns.day), cell(row, columns.code), cell(row, columns.value));
        let Some(on) = date::french(day) else { return self.refuse(row, day, Refusal::NoDay) };
        let Some(known) = self.care.observation(measure) else {
            return self.refuse(row, measure, Refusal::UnknownMeasure);
        };
        let unit = columns.unit.map(|place| cell(row, place)).filter(|unit| !unit.is_empty()).unwrap_or(&known.unit);
        self.value(row, known, unit, typed, (on, moment, None));
    }

    fn device(&mut self, row: &Row, device: &Device, columns: &Columns) {
        let said = cell(row, columns.day);
        let Some((on, rest)) = date::day(device.form, said) else { return self.refuse(row, said, Refusal::NoDay) };
        let minute = date::minute(columns.time.map_or(rest, |place| cell(row, place)));
        for (value, place) in device.values.iter().zip(&columns.values) {
            let typed = cell(row, *place);
            // What the device did not measure is empty, or a dash.
            if let Some(known) = self.care.observation(&value.measure).filter(|_| !matches!(typed, "" | "-")) {
                self.value(row, known, &value.unit, typed, (on, None, minute));
            }
        }
    }

    fn value(
        &mut self,
        row: &Row,
        known: &Observation,
        unit: &str,
        typed: &str,
        (on, moment, minute): (NaiveDate, Option<Moment>, Option<u32>),
    ) {
        if self.today < on || self.person.birth.is_some_and(|birth| on < birth) {
            return self.refuse(row, &on.to_string(), Refusal::ImpossibleDay);
        }
        let Some(number) = parse_value(typed) else { return self.refuse(row, typed, Refusal::NoNumber) };
        match to_kept(known, unit, number) {
            None => self.refuse(row, unit, Refusal::UnknownUnit),
            Some(value) if !plausible(known, value) => self.refuse(row, typed, Refusal::Implausible),
            Some(value) => self.values.push((Value { measure: known.id.clone(), on, moment, value }, minute)),
        }
    }

    fn refuse(&mut self, row: &Row, said: &str, why: Refusal) {
        if self.refused.len() < MOST_TOLD {
            let said = said.chars().filter(|letter| !letter.is_control()).take(MOST_SAID).collect();
            self.refused.push(Refused { line: row.line, said, why });
        } else {
            self.refused_more = self.refused_more.saturating_add(1);
        }
    }
}

/// The most letters of what was refused that are shown.
const MOST_SAID: usize = 80;

fn cell(row: &Row, place: usize) -> &str {
    row.cells.get(place).map(String::as_str).unwrap_or_default()
}
