//! What was measured, over time: the values of one measure, the numbers for its chart, units and figures.
//!
//! Values are kept in hundredths of one unit. Nothing here says what a value means for a person.

use chrono::NaiveDate;

use crate::content::{Observation, OtherUnit};
use crate::order::put_in_order;

use super::Person;

/// The values of one measure, in the order of days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// The values.
    pub points: Vec<Point>,
}

/// One value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The event that says so.
    pub event: u64,
    /// The day.
    pub on: NaiveDate,
    /// In hundredths of the unit.
    pub value: i64,
}

/// The values of a measure, from a day on or all of them.
#[must_use]
pub fn series(person: &Person, measure: &str, from: Option<NaiveDate>) -> Series {
    let measured = person.measured.iter().filter(|measured| measured.measure == measure);
    let wanted = measured.filter(|measured| from.is_none_or(|from| measured.on >= from));
    let mut points: Vec<Point> =
        wanted.map(|measured| Point { event: measured.event, on: measured.on, value: measured.value }).collect();
    put_in_order(&mut points, |point| (point.on, point.event));
    Series { points }
}

/// Whether a value is one that people have; what is not is asked again, never refused.
#[must_use]
pub fn plausible(observation: &Observation, value: i64) -> bool {
    observation.min <= value && value <= observation.max
}

/// A number as people type it, with a comma or a point before its decimals.
#[must_use]
pub fn parse_value(typed: &str) -> Option<f64> {
    let bare = typed.trim().replace(',', ".");
    let (whole, decimals) = bare.split_once('.').unwrap_or((&bare, ""));
    let is_digits = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(decimals) {
        return None;
    }
    // Both numbers are exact up to 2^53, and their quotient is the nearest there is; beyond, no measure goes.
    let digits: u64 = [whole, decimals].concat().parse().ok().filter(|digits| *digits < 1 << 53)?;
    Some(digits as f64 / 10_f64.powi(i32::try_from(decimals.len()).ok()?))
}

/// A typed value of some unit of the measure, as it is kept; none for a unit that it has not, or beyond all numbers.
#[must_use]
pub fn to_kept(observation: &Observation, unit: &str, typed: f64) -> Option<i64> {
    let kept = if unit == observation.unit {
        typed
    } else {
        let other = other_unit(observation, unit)?;
        (typed - other.plus) / other.times
    };
    rounded(kept * 100.0)
}

/// A kept value in figures of some unit of the measure: "7,2".
#[must_use]
pub fn shown(observation: &Observation, unit: &str, value: i64) -> String {
    let decimals = observation.decimals.min(2);
    match other_unit(observation, unit).filter(|_| unit != observation.unit) {
        None => figures(value, 2, decimals),
        Some(other) => {
            // Where the figures are larger, people use one decimal less: 7,0 % is 53 mmol/mol.
            let decimals = if other.times >= 2.0 { decimals.saturating_sub(1) } else { decimals };
            // The kept value came from no more than hundredths; beyond 2^53 of them no measure goes.
            let there = other.times * (value as f64) / 100.0 + other.plus;
            rounded(there * 10_f64.powi(i32::from(decimals)))
                .map_or_else(String::new, |there| figures(there, decimals, decimals))
        }
    }
}

fn other_unit<'a>(observation: &'a Observation, unit: &str) -> Option<&'a OtherUnit> {
    observation.other_units.iter().find(|other| other.unit == unit)
}

/// The nearest whole number, if it is one that can be told apart from its neighbours.
fn rounded(value: f64) -> Option<i64> {
    let value = value.round();
    // Within these bounds the cast is exact.
    (value.is_finite() && value.abs() < 1e15).then_some(value as i64)
}

/// A number with so many decimals kept, in figures with so many decimals shown.
fn figures(value: i64, kept: u8, shown: u8) -> String {
    let power = |decimals: u8| 10_u64.saturating_pow(u32::from(decimals));
    let dropped = power(kept.saturating_sub(shown)).max(1);
    let rounded = value.unsigned_abs().saturating_add(dropped.div_euclid(2)).checked_div(dropped).unwrap_or(0);
    let one = power(shown).max(1);
    let whole = rounded.checked_div(one).unwrap_or(0);
    let rest = rounded.checked_rem(one).unwrap_or(0);
    let sign = if value < 0 && rounded > 0 { "−" } else { "" };
    match shown {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole},{rest:0width$}", width = usize::from(shown)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{parse_value, plausible, series, shown, to_kept};
    use crate::content::{Observation, OtherUnit};
    use crate::pathway::{Measured, Person};
    use chrono::NaiveDate;

    fn hba1c() -> Observation {
        let other = OtherUnit { unit: "mmol/mol".to_owned(), ucum: None, times: 10.929, plus: -23.5 };
        let [id, name, unit] = ["hba1c", "HbA1c", "%"].map(str::to_owned);
        Observation { id, name, unit, min: 300, max: 2000, decimals: 1, other_units: vec![other], code: None }
    }

    fn glycaemia() -> Observation {
        let other = OtherUnit { unit: "mmol/L".to_owned(), ucum: None, times: 5.5507, plus: 0.0 };
        let [id, name, unit] = ["glycemie", "Glycémie", "g/L"].map(str::to_owned);
        Observation { id, name, unit, min: 20, max: 600, decimals: 2, other_units: vec![other], code: None }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, value) in [("7,2", 7.2), ("7.2", 7.2), (" 132 ", 132.0), ("7,", 7.0), ("0,70", 0.7)] {
            assert_eq!(parse_value(typed), Some(value), "{typed}");
        }
        for typed in ["", " ", ",5", "-3", "+3", "1e5", "inf", "NaN", "7,2,1", "7 2", "sept", "7,2 %", "٣", "é"] {
            assert_eq!(parse_value(typed), None, "{typed}");
        }
        assert_eq!(parse_value(&"9".repeat(400)), None);
    }

    #[test]
    fn a_value_comes_back_in_the_unit_in_which_it_was_typed() {
        assert_eq!(to_kept(&hba1c(), "%", 7.2), Some(720));
        assert_eq!(to_kept(&hba1c(), "mmol/mol", 53.0), Some(700));
        assert_eq!(to_kept(&hba1c(), "g/L", 7.2), None);
        assert_eq!(to_kept(&hba1c(), "%", 1e300), None);
        assert_eq!(to_kept(&hba1c(), "%", f64::NAN), None);
        for typed in 20..=150 {
            let kept = to_kept(&hba1c(), "mmol/mol", f64::from(typed)).unwrap();
            assert_eq!(shown(&hba1c(), "mmol/mol", kept), typed.to_string());
        }
        assert_eq!(shown(&glycaemia(), "mmol/L", to_kept(&glycaemia(), "mmol/L", 5.5).unwrap()), "5,5");
    }

    #[test]
    fn figures_have_the_decimals_that_people_use() {
        assert_eq!(shown(&hba1c(), "%", 700), "7,0");
        assert_eq!(shown(&hba1c(), "%", 725), "7,3");
        assert_eq!(shown(&hba1c(), "%", 996), "10,0");
        assert_eq!(shown(&glycaemia(), "g/L", 70), "0,70");
        let whole = Observation { decimals: 0, ..glycaemia() };
        assert_eq!(shown(&whole, "g/L", 13_249), "132");
        assert_eq!(shown(&whole, "g/L", -40), "0");
        assert_eq!(shown(&whole, "g/L", -1_300), "−13");
    }

    #[test]
    fn the_bounds_themselves_are_plausible() {
        let values = [299, 300, 2000, 2001].map(|value| plausible(&hba1c(), value));
        assert_eq!(values, [false, true, true, false]);
    }

    #[test]
    fn a_series_is_in_the_order_of_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut person = Person::new(1, day("2026-01-01"));
        for (event, on, measure) in
            [(3, "2026-03-01", "a"), (1, "2026-01-01", "a"), (2, "2026-02-01", "b"), (4, "2026-01-01", "a")]
        {
            person.measured.push(Measured {
                event,
                measure: measure.to_owned(),
                on: day(on),
                noted: day(on),
                value: 100,
                moment: None,
            });
        }
        let events = |from| series(&person, "a", from).points.iter().map(|point| point.event).collect::<Vec<_>>();
        assert_eq!(events(None), [1, 4, 3]);
        assert_eq!(events(Some(day("2026-03-01"))), [3]);
        assert!(events(Some(day("2026-03-02"))).is_empty());
    }
}
