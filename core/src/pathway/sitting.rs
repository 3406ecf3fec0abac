//! The sheet of what is measured at home in the mornings and evenings of some days, two measures read together: what is
//! noted of the last series, how much of it is missing, and the mean. Nothing here says what a mean means for a person.

use chrono::NaiveDate;

use crate::content::pathway::Readings;
use crate::content::{Id, Period};
use crate::order::put_in_order;

use super::series::Point;
use super::{Measured, Moment, Person};

/// One sitting before the instrument: the values of one measure, or of two that were read together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// When on its day, where that was said.
    pub moment: Option<Moment>,
    /// The values in the order of the measures; none where only the other was noted.
    pub values: [Option<Point>; 2],
}

/// A series of mornings and evenings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its days in order, those without a value too.
    pub days: Vec<Day>,
    /// So many readings are wanted each morning and each evening.
    pub each: usize,
    /// So many readings are wanted in all.
    pub wanted: usize,
    /// So many of them are there: what is beyond [`Self::each`] in a morning stands for no evening.
    pub noted: usize,
    /// The mean of all readings of the series; none while there is none.
    pub mean: Option<Mean>,
}

/// One day of a series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// The day; none on a sheet on which nothing is noted yet.
    pub on: Option<NaiveDate>,
    /// What was read in the morning, in the order in which it was noted.
    pub morning: Vec<Reading>,
    /// What was read in the evening, in the order in which it was noted.
    pub evening: Vec<Reading>,
}

/// A mean of both measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mean {
    /// Of so many readings.
    pub of: usize,
    /// In hundredths of the units, rounded to whole units.
    pub values: [i64; 2],
}

impl Reading {
    /// Both values, in hundredths of the units.
    #[must_use]
    pub fn both(&self) -> Option<[i64; 2]> {
        let [first, second] = self.values;
        Some([first?.value, second?.value])
    }

    /// The events that say so.
    pub fn events(&self) -> impl Iterator<Item = u64> {
        self.values.into_iter().flatten().map(|point| point.event)
    }
}

/// The last series of two measures: the last day with a morning or an evening, and those before it that the time of
/// `readings` reaches. Values without their moment belong to no series.
#[must_use]
pub fn sheet(person: &Person, pair: &[Id; 2], readings: &Readings) -> Sheet {
    let length = usize::try_from(readings.within.about_days()).unwrap_or(0).max(1);
    let later = |days: usize| Period::days(i32::try_from(days).unwrap_or(i32::MAX));
    let in_series = |measured: &&Measured| measured.moment.is_some() && pair.contains(&measured.measure);
    let last = person.measured.iter().filter(in_series).map(|measured| measured.on).max();
    let reached = last.map(|last| later(length.saturating_sub(1)).before(last));
    let is_reached = |measured: &&Measured| reached.is_some_and(|reached| reached <= measured.on);
    let series: Vec<&Measured> = person.measured.iter().filter(in_series).filter(is_reached).collect();
    let first = series.iter().map(|measured| measured.on).min();
    let days = (0..length).map(|place| {
        let on = first.map(|first| later(place).after(first));
        let of = |moment| {
            let same = series.iter().filter(|measured| Some(measured.on) == on && measured.moment == Some(moment));
            together(pair, same.copied())
        };
        Day { on, morning: of(Moment::Morning), evening: of(Moment::Evening) }
    });
    let days: Vec<Day> = days.collect();
    let moments = length.saturating_mul(2);
    let each = usize::try_from(readings.at_least).unwrap_or(usize::MAX).div_ceil(moments);
    let complete = |moment: &Vec<Reading>| moment.iter().filter(|reading| reading.both().is_some()).count();
    let noted = days.iter().flat_map(|day| [&day.morning, &day.evening]).map(|moment| complete(moment).min(each)).sum();
    let mean = mean(days.iter().flat_map(|day| day.morning.iter().chain(&day.evening)));
    Sheet { days, each, wanted: each.saturating_mul(moments), noted, mean }
}

/// The reading that an event belongs to, of one measure or of two that are read together.
#[must_use]
pub fn reading_of(person: &Person, measures: &[Id], event: u64) -> Option<Reading> {
    let found = person.measured.iter().find(|measured| measured.event == event)?;
    let same = person.measured.iter().filter(|other| other.on == found.on && other.moment == found.moment);
    together(measures, same).into_iter().find(|reading| reading.events().any(|known| known == event))
}

/// The values of one day and moment as they were read together: a value belongs to the one that was noted just before it,
/// where that is of the other measure and still alone.
fn together<'a>(measures: &[Id], values: impl Iterator<Item = &'a Measured>) -> Vec<Reading> {
    let mut values: Vec<&Measured> = values.collect();
    put_in_order(&mut values, |measured| measured.event);
    let mut readings: Vec<Reading> = Vec::new();
    for measured in values {
        let Some(place) = measures.iter().position(|measure| *measure == measured.measure) else { continue };
        let point = Point { event: measured.event, on: measured.on, value: measured.value };
        let alone =
            readings.last_mut().and_then(|reading| reading.values.get_mut(place)).filter(|value| value.is_none());
        if let Some(value) = alone {
            *value = Some(point);
            continue;
        }
        let mut reading = Reading { moment: measured.moment, ..Reading::default() };
        if let Some(value) = reading.values.get_mut(place) {
            *value = Some(point);
        }
        readings.push(reading);
    }
    readings
}

/// The mean of the readings of both measures; none where there is none.
fn mean<'a>(readings: impl Iterator<Item = &'a Reading>) -> Option<Mean> {
    let all: Vec<[i64; 2]> = readings.filter_map(Reading::both).collect();
    let count = i64::try_from(all.len()).ok()?;
    // A whole unit is a hundred hundredths; half of one is rounded up.
    let of_all = count.checked_mul(100)?;
    let rounded = |sum: i64| {
        let half = of_all.checked_div(2)?;
        sum.saturating_add(half).checked_div_euclid(of_all)?.checked_mul(100)
    };
    let [first, second] = all.iter().fold([0_i64; 2], |[first, second], [more, other]| {
        [first.saturating_add(*more), second.saturating_add(*other)]
    });
    Some(Mean { of: all.len(), values: [rounded(first)?, rounded(second)?] })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{Mean, Reading, Sheet, reading_of, sheet};
    use crate::content::Period;
    use crate::content::pathway::Readings;
    use crate::pathway::{Measured, Moment, Person};
    use chrono::NaiveDate;
    use std::time::{Duration, Instant};

    const MORNING: Option<Moment> = Some(Moment::Morning);
    const EVENING: Option<Moment> = Some(Moment::Evening);

    fn pair() -> [String; 2] {
        ["haut", "bas"].map(str::to_owned)
    }

    fn three_days() -> Readings {
        Readings { of: pair().to_vec(), at_least: 18, within: Period::days(3) }
    }

    fn first_day() -> NaiveDate {
        "2026-11-19".parse().unwrap()
    }

    fn somebody() -> Person {
        Person::new(1, first_day())
    }

    fn value(person: &mut Person, measure: &str, day: i32, moment: Option<Moment>, value: i64) {
        let event = u64::try_from(person.measured.len()).unwrap() + 1;
        let (measure, on) = (measure.to_owned(), Period::days(day).after(first_day()));
        person.measured.push(Measured { event, measure, on, noted: on, value: value * 100, moment });
    }

    fn both(person: &mut Person, day: i32, moment: Option<Moment>, values: [i64; 2]) {
        value(person, "haut", day, moment, values[0]);
        value(person, "bas", day, moment, values[1]);
    }

    fn of(person: &Person) -> Sheet {
        sheet(person, &pair(), &three_days())
    }

    fn said(readings: &[Reading]) -> Vec<[Option<i64>; 2]> {
        readings.iter().map(|reading| reading.values.map(|point| point.map(|point| point.value / 100))).collect()
    }

    #[test]
    fn an_empty_sheet_has_its_days_without_a_name() {
        let empty = of(&somebody());
        assert_eq!((empty.days.len(), empty.each, empty.wanted, empty.noted, empty.mean), (3, 3, 18, 0, None));
        assert!(empty.days.iter().all(|day| day.on.is_none() && day.morning.is_empty() && day.evening.is_empty()));
    }

    #[test]
    fn a_whole_series_has_eighteen_readings_and_their_mean() {
        let mut person = somebody();
        let mut sums = [0, 0];
        for day in 0..3 {
            for (moment, more) in [(MORNING, 4), (EVENING, 0)] {
                for place in 0..3 {
                    let values = [130 + more + i64::from(day) + place, 80 + more + place];
                    sums = [sums[0] + values[0], sums[1] + values[1]];
                    both(&mut person, day, moment, values);
                }
            }
        }
        let whole = of(&person);
        assert_eq!((whole.noted, whole.wanted), (18, 18));
        // 134 and 83, where nothing has to be rounded.
        assert_eq!(sums, [134 * 18, 83 * 18]);
        assert_eq!(whole.mean, Some(Mean { of: 18, values: [13_400, 8_300] }));
        assert_eq!(said(&whole.days[0].morning), [[134, 84], [135, 85], [136, 86]].map(|values| values.map(Some)));
        assert_eq!(whole.days[2].on, Some(Period::days(2).after(first_day())));
    }

    #[test]
    fn a_mean_is_rounded_to_the_unit() {
        for (second, expected) in [(131, 131), (132, 131), (133, 132)] {
            let mut person = somebody();
            both(&mut person, 0, MORNING, [130, 80]);
            both(&mut person, 0, MORNING, [second, 80]);
            assert_eq!(of(&person).mean, Some(Mean { of: 2, values: [expected * 100, 8_000] }), "{second}");
        }
    }

    #[test]
    fn a_missing_evening_stays_missing() {
        let mut person = somebody();
        for day in [0, 2] {
            both(&mut person, day, MORNING, [130, 80]);
        }
        both(&mut person, 1, EVENING, [126, 78]);
        let partial = of(&person);
        assert_eq!(partial.noted, 3);
        let counts: Vec<_> = partial.days.iter().map(|day| (day.morning.len(), day.evening.len())).collect();
        assert_eq!(counts, [(1, 0), (0, 1), (1, 0)]);
    }

    #[test]
    fn more_than_three_in_a_morning_replace_no_evening() {
        let mut person = somebody();
        for _ in 0..5 {
            both(&mut person, 0, MORNING, [140, 90]);
        }
        let partial = of(&person);
        assert_eq!((partial.noted, partial.days[0].morning.len()), (3, 5));
        assert_eq!(partial.mean, Some(Mean { of: 5, values: [14_000, 9_000] }));
    }

    #[test]
    fn values_without_their_moment_belong_to_no_series() {
        let mut person = somebody();
        both(&mut person, 0, EVENING, [130, 80]);
        both(&mut person, 1, None, [180, 110]);
        value(&mut person, "pouls", 1, MORNING, 70);
        let partial = of(&person);
        assert_eq!(partial.mean, Some(Mean { of: 1, values: [13_000, 8_000] }));
        assert_eq!(partial.days[0].on, Some(first_day()));
    }

    #[test]
    fn an_older_series_is_not_mixed_in() {
        for apart in 1..200 {
            let mut person = somebody();
            // Noted in the wrong order: it is the day that counts.
            both(&mut person, apart, MORNING, [120, 70]);
            both(&mut person, 0, MORNING, [160, 100]);
            let last = of(&person);
            let (first, count) = if apart < 3 { (0, 2) } else { (apart, 1) };
            assert_eq!(last.days[0].on, Some(Period::days(first).after(first_day())), "{apart}");
            assert_eq!(last.mean.unwrap().of, count, "{apart}");
        }
    }

    #[test]
    fn a_value_taken_back_leaves_the_other_alone() {
        let mut person = somebody();
        both(&mut person, 0, MORNING, [131, 81]);
        both(&mut person, 0, MORNING, [132, 82]);
        both(&mut person, 0, MORNING, [133, 83]);
        person.measured.retain(|measured| measured.event != 2);
        let partial = of(&person);
        let expected = [[Some(131), None], [Some(132), Some(82)], [Some(133), Some(83)]];
        assert_eq!(said(&partial.days[0].morning), expected);
        assert_eq!((partial.noted, partial.mean.unwrap().of), (2, 2));
    }

    #[test]
    fn the_reading_of_a_value_is_that_of_its_own_moment() {
        let mut person = somebody();
        both(&mut person, 0, MORNING, [131, 81]);
        both(&mut person, 0, EVENING, [132, 82]);
        both(&mut person, 0, None, [133, 83]);
        for (event, moment, values) in
            [(1, MORNING, [131, 81]), (2, MORNING, [131, 81]), (4, EVENING, [132, 82]), (5, None, [133, 83])]
        {
            let reading = reading_of(&person, &pair(), event).unwrap();
            assert_eq!((reading.moment, reading.both()), (moment, Some(values.map(|value| value * 100))), "{event}");
        }
        assert_eq!(reading_of(&person, &pair(), 7), None);
        let alone = reading_of(&person, &["bas".to_owned()], 4).unwrap();
        assert_eq!((said(&[alone]), alone.events().collect::<Vec<_>>()), (vec![[Some(82), None]], vec![4]));
    }

    #[test]
    fn ten_years_of_values_take_no_time() {
        let mut person = somebody();
        for day in 0..3_650 {
            for moment in [MORNING, EVENING] {
                for _ in 0..3 {
                    both(&mut person, day, moment, [130, 80]);
                }
            }
        }
        let start = Instant::now();
        let last = of(&person);
        // Going through them once takes some milliseconds, going through them for each other minutes.
        assert!(start.elapsed() < Duration::from_secs(2));
        assert_eq!((last.noted, last.days[0].on), (18, Some(Period::days(3_647).after(first_day()))));
    }
}
