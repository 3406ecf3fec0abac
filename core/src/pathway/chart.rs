//! The geometry of the chart of one measure: places in thousandths, counted from the first day and from the lowest value.

use crate::order::put_in_order;
use chrono::NaiveDate;

use super::series::Point;

/// More values than this are thinned before they are drawn.
const MOST_DRAWN: usize = 400;

/// So many columns a thinned chart has: of each at most three values are drawn.
const COLUMNS: i64 = 133;

/// The whole width and height, in the units of places.
const WHOLE: i64 = 1000;

/// The least number of days without a value over which no line is drawn.
const LEAST_GAP: i64 = 60;

/// A chart of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What is drawn: every value, or of many the least, the greatest and the last of each column.
    pub points: Vec<Place>,
    /// The target, from below and to above; it reaches the edge where it has no bound.
    pub band: Option<(i32, i32)>,
    /// The value at the lower edge, in hundredths.
    pub low: i64,
    /// The value at the upper edge, in hundredths.
    pub high: i64,
    /// Before which points no line is drawn: too long went by without a value.
    pub gaps: Vec<usize>,
}

/// A value and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From the first day.
    pub x: i32,
    /// From the lower edge.
    pub y: i32,
    /// The value, in hundredths.
    pub value: i64,
    /// The day.
    pub day: NaiveDate,
}

/// The chart of some values in the order of days, with the bounds that the person aims for; none where there is no value.
#[must_use]
pub fn chart(points: &[Point], target: (Option<i64>, Option<i64>)) -> Option<Chart> {
    let (first, last) = (points.first()?, points.last()?);
    let bounds = target.0.into_iter().chain(target.1);
    let values = || points.iter().map(|point| point.value).chain(bounds.clone());
    let (least, most) = (values().min()?, values().max()?);
    let (low, high) = padded(least, most);
    let days = |day: NaiveDate| day.signed_duration_since(first.on).num_days();
    let x = |day: NaiveDate| share(days(day), days(last.on)).unwrap_or(500);
    let y = |value: i64| share(value.saturating_sub(low), high.saturating_sub(low)).unwrap_or(500);
    let place = |point: &Point| Place { x: x(point.on), y: y(point.value), value: point.value, day: point.on };
    let mut places: Vec<Place> = points.iter().map(place).collect();
    let resumed = resumed(points);
    if places.len() > MOST_DRAWN {
        places = thinned(&places);
    }
    let has_gap = |before: NaiveDate, after: NaiveDate| resumed.iter().any(|day| before < *day && *day <= after);
    let pairs = places.iter().zip(places.iter().skip(1)).enumerate();
    let gaps = pairs.filter(|(_, (one, next))| has_gap(one.day, next.day)).map(|(at, _)| at.saturating_add(1));
    let gaps = gaps.collect();
    let band = match target {
        (None, None) => None,
        (from, up_to) => Some((from.map_or(0, y), up_to.map_or(1000, y))),
    };
    Some(Chart { points: places, band, low, high, gaps })
}

/// Round values within a chart for the marks of its scale, no nearer to each other than `least`, each with its place.
#[must_use]
pub fn levels(chart: &Chart, least: i64) -> Vec<(i32, i64)> {
    let height = chart.high.saturating_sub(chart.low);
    let tens = std::iter::successors(Some(1_i64), |ten| ten.checked_mul(10));
    let mut steps = tens.flat_map(|ten| [1, 2, 5].map(|times| ten.saturating_mul(times)));
    let is_wide = |step: &i64| *step >= least && height.checked_div(*step).is_some_and(|steps| steps <= 4);
    let Some(step) = steps.find(is_wide) else { return Vec::new() };
    let below = chart.low.checked_rem_euclid(step).unwrap_or(0);
    let first = if below == 0 { chart.low } else { chart.low.saturating_sub(below).saturating_add(step) };
    let values = std::iter::successors(Some(first), |value| value.checked_add(step));
    values
        .take_while(|value| *value <= chart.high)
        .filter_map(|value| Some((share(value.saturating_sub(chart.low), height)?, value)))
        .collect()
}

/// The part of a whole in thousandths; none of nothing.
fn share(part: i64, whole: i64) -> Option<i32> {
    let share = part.saturating_mul(WHOLE).checked_div(whole)?;
    i32::try_from(share.clamp(0, WHOLE)).ok()
}

/// The edges of a chart: a little beyond its values, but not below nothing where no value is.
fn padded(least: i64, most: i64) -> (i64, i64) {
    let height = most.saturating_sub(least);
    let pad = if height == 0 { most.saturating_abs().div_euclid(20) } else { height.div_euclid(10) }.max(1);
    (least.saturating_sub(pad).max(least.min(0)), most.saturating_add(pad))
}

/// The days on which values go on after a gap: one four times as long as is usual in the series, and of two months.
fn resumed(points: &[Point]) -> Vec<NaiveDate> {
    let between = |(one, next): (&Point, &Point)| next.on.signed_duration_since(one.on).num_days();
    let pairs = || points.iter().zip(points.iter().skip(1));
    let mut lengths: Vec<i64> = pairs().map(between).collect();
    put_in_order(&mut lengths, |length| *length);
    let usual = lengths.get(lengths.len().div_euclid(2)).copied().unwrap_or(0);
    let gap = usual.saturating_mul(4).max(LEAST_GAP);
    pairs().filter(|pair| between(*pair) > gap).map(|(_, next)| next.on).collect()
}

/// Of each column the least, the greatest and the last value, and the very first, in their order.
fn thinned(places: &[Place]) -> Vec<Place> {
    let column = |place: &Place| i64::from(place.x).saturating_mul(COLUMNS).div_euclid(WHOLE.saturating_add(1));
    let mut kept: Vec<Place> = places.first().copied().into_iter().collect();
    for group in places.chunk_by(|one, next| column(one) == column(next)) {
        let numbered = || group.iter().enumerate();
        let least = numbered().min_by_key(|(_, place)| place.value).map(|(at, _)| at);
        let most = numbered().max_by_key(|(_, place)| place.value).map(|(at, _)| at);
        let last = group.len().checked_sub(1);
        let is_kept = |at: usize| [least, most, last].contains(&Some(at));
        kept.extend(numbered().filter(|(at, _)| is_kept(*at)).map(|(_, place)| *place));
    }
    // The first is often an extreme of its column as well.
    kept.dedup();
    kept
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{Point, chart, levels};
    use chrono::{Days, NaiveDate};

    fn points(values: &[(u64, i64)]) -> Vec<Point> {
        let first: NaiveDate = "2026-01-01".parse().unwrap();
        let on = |days: u64| first.checked_add_days(Days::new(days)).unwrap();
        values.iter().map(|(days, value)| Point { event: *days, on: on(*days), value: *value }).collect()
    }

    #[test]
    fn nothing_measured_is_no_chart() {
        assert_eq!(chart(&[], (Some(100), None)), None);
    }

    #[test]
    fn the_target_is_always_in_sight() {
        let drawn = chart(&points(&[(0, 14_000), (10, 15_000)]), (None, Some(13_500))).unwrap();
        assert!(drawn.low < 13_500 && drawn.high > 15_000);
        let (from, up_to) = drawn.band.unwrap();
        assert_eq!(from, 0);
        assert!(up_to > 0 && drawn.points.iter().all(|place| place.y > up_to));
        assert_eq!(drawn.points.iter().map(|place| place.x).collect::<Vec<_>>(), [0, 1000]);
    }

    #[test]
    fn one_value_stands_in_the_middle() {
        let drawn = chart(&points(&[(3, 700)]), (None, None)).unwrap();
        assert_eq!(drawn.points.iter().map(|place| (place.x, place.y)).collect::<Vec<_>>(), [(500, 500)]);
        assert_eq!(drawn.band, None);
        let nothing = chart(&points(&[(0, 0), (1, 0)]), (None, None)).unwrap();
        assert_eq!((nothing.low, nothing.high), (0, 1));
    }

    #[test]
    fn ten_years_of_days_are_thinned_without_losing_an_extreme() {
        let mut values: Vec<(u64, i64)> = (0..3650).map(|day| (day, 7000)).collect();
        values.push((3650, 7100));
        if let Some(peak) = values.get_mut(1234) {
            peak.1 = 9900;
        }
        let drawn = chart(&points(&values), (None, None)).unwrap();
        assert!(drawn.points.len() <= 400, "{}", drawn.points.len());
        assert!(drawn.points.iter().any(|place| place.value == 9900));
        assert!(drawn.points.is_sorted_by_key(|place| place.day));
        assert_eq!(drawn.points.first().map(|place| place.x), Some(0));
        assert_eq!(drawn.points.last().map(|place| place.value), Some(7100));
        assert!(drawn.gaps.is_empty());
    }

    #[test]
    fn a_long_silence_is_no_line() {
        let drawn = chart(&points(&[(0, 100), (1, 100), (2, 110), (90, 120), (91, 120)]), (None, None)).unwrap();
        assert_eq!(drawn.gaps, [3]);
        let yearly = chart(&points(&[(0, 100), (365, 100), (730, 110)]), (None, None)).unwrap();
        assert!(yearly.gaps.is_empty());
    }

    #[test]
    fn the_scale_has_round_values() {
        let drawn = chart(&points(&[(0, 12_000), (1, 15_000)]), (None, None)).unwrap();
        let values = levels(&drawn, 100).iter().map(|(_, value)| *value).collect::<Vec<_>>();
        assert_eq!(values, [12_000, 13_000, 14_000, 15_000]);
        let flat = chart(&points(&[(0, 0)]), (None, None)).unwrap();
        assert_eq!(levels(&flat, 100), [(0, 0)]);
    }
}
