//! What is typed about a value that was measured, or about two that are read together: anew, or to correct what was noted
//! before. An unusual value is asked again, never refused.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Id, Observation};
use sentier_core::pathway::series::{parse_value, plausible, shown, to_kept};
use sentier_core::pathway::sitting::{Reading, reading_of};
use sentier_core::pathway::{Moment, dates};
use sentier_core::record::What;

use super::date_text;
use super::kit::Problem;
use crate::browser::document;
use crate::care::CareState;
use crate::text::text;

/// The fields of the values; no form has more.
pub(super) const FIELDS: [&str; 2] = ["measure-value", "measure-value-2"];

/// When on its day something was measured, in the order shown; the last is outside any series.
pub(super) const MOMENTS: [Option<Moment>; 3] = [Some(Moment::Morning), Some(Moment::Evening), None];

/// Where no moment was chosen yet.
const NO_MOMENT: usize = usize::MAX;

/// What is typed about one measure, or about two that are read together, the greater first.
#[derive(Clone, Copy)]
pub struct Typed {
    pub(super) observations: StoredValue<Vec<Observation>>,
    pub(super) values: [RwSignal<String>; 2],
    pub(super) unit: RwSignal<usize>,
    pub(super) day: RwSignal<String>,
    pub(super) moment: RwSignal<usize>,
    pub(super) asks_moment: bool,
    pub(super) corrected: RwSignal<Option<Correction>>,
    pub(super) asks: RwSignal<bool>,
    birth: Option<NaiveDate>,
    today: NaiveDate,
    pub(super) problem: Problem,
}

/// What is corrected: the value that was chosen, and the reading that it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Correction {
    event: u64,
    pub(super) reading: Reading,
}

/// The id of the button that opens the correction of a value.
pub fn correction_button(event: u64) -> String {
    format!("correct-{event}")
}

impl Typed {
    /// Nothing is typed yet; `asks_moment` where mornings and evenings make a series.
    pub fn new(
        observations: Vec<Observation>,
        asks_moment: bool,
        birth: Option<NaiveDate>,
        today: NaiveDate,
        problem: Problem,
    ) -> Self {
        let typed = Self {
            observations: StoredValue::new(observations),
            values: FIELDS.map(|_| RwSignal::new(String::new())),
            unit: RwSignal::new(0),
            day: RwSignal::new(String::new()),
            moment: RwSignal::new(NO_MOMENT),
            asks_moment,
            corrected: RwSignal::new(None),
            asks: RwSignal::new(false),
            birth,
            today,
            problem,
        };
        typed.fill(None);
        typed
    }

    /// Fills the form with what an event says, to correct it; two that were read together are corrected together.
    pub fn correct(self, care: CareState, event: u64) {
        let measures: Vec<Id> = self.observations.with_value(|all| all.iter().map(|known| known.id.clone()).collect());
        let Some(reading) = care.with(|_, person, _| reading_of(person, &measures, event)).flatten() else { return };
        self.fill(Some(Correction { event, reading }));
        let place = reading.values.iter().position(|value| value.is_some_and(|point| point.event == event));
        if let Some(field) = place.and_then(|place| FIELDS.get(place).copied()) {
            request_animation_frame(move || document::focus(field));
        }
    }

    /// Empties the form, and takes the person back to where they chose to correct.
    pub(super) fn give_up(self) {
        if let Some(corrected) = self.corrected.get_untracked() {
            self.fill(None);
            request_animation_frame(move || document::focus(&correction_button(corrected.event)));
        }
    }

    /// What is corrected stands in the form, or nothing does but today.
    fn fill(self, corrected: Option<Correction>) {
        let values = corrected.map(|corrected| corrected.reading.values).unwrap_or_default();
        self.observations.with_value(|observations| {
            for ((typed, observation), value) in self.values.into_iter().zip(observations).zip(values) {
                typed.set(value.map(|point| typed_again(observation, point.value)).unwrap_or_default());
            }
        });
        let on = values.into_iter().flatten().next().map_or(self.today, |point| point.on);
        self.day.set(dates::figures(on));
        let place_of = |moment| MOMENTS.iter().position(|known| *known == moment).unwrap_or(NO_MOMENT);
        self.moment.set(match corrected {
            Some(corrected) => place_of(corrected.reading.moment),
            None if self.asks_moment => NO_MOMENT,
            None => place_of(None),
        });
        self.unit.set(0);
        self.corrected.set(corrected);
        self.changed();
    }

    /// What was typed is no longer what was asked about.
    pub(super) fn changed(self) {
        self.asks.set(false);
        self.problem.clear();
    }

    /// Notes what is typed; what it corrects no longer holds, and both are taken back at once.
    pub(super) fn note(self, care: CareState, what: Vec<What>) {
        let t = text();
        let is_correction = self.corrected.with_untracked(Option::is_some);
        care.note(what, if is_correction { t.measures_corrected } else { t.care_noted }.to_owned());
    }

    /// What is to be noted, and whether a value is unusual; or what is missing.
    pub(super) fn read(self) -> Result<(Vec<What>, bool), String> {
        let t = text();
        let corrected = self.corrected.get_untracked();
        let (values, is_unusual) = self.observations.with_value(|all| self.read_values(all, corrected))?;
        let Some(moment) = MOMENTS.get(self.moment.get_untracked()).copied() else {
            return Err(t.sheet_moment_missing.to_owned());
        };
        let on = dates::parse(&self.day.get_untracked()).map_err(|error| date_text::problem(error).to_owned())?;
        if on > self.today {
            return Err(t.measures_day_to_come.to_owned());
        }
        if self.birth.is_some_and(|birth| on < birth) {
            return Err(t.measures_day_before_birth.to_owned());
        }
        let undone: Vec<u64> = corrected.map(|corrected| corrected.reading.events().collect()).unwrap_or_default();
        let noted = values.into_iter().map(|(measure, value)| match moment {
            Some(moment) => What::MeasuredAt { measure, on, moment, value },
            None => What::Measured { measure, on, value },
        });
        Ok((undone.into_iter().map(What::Undone).chain(noted).collect(), is_unusual))
    }

    /// The values, and whether one is unusual; or which is missing.
    fn read_values(
        self,
        observations: &[Observation],
        corrected: Option<Correction>,
    ) -> Result<(Vec<(Id, i64)>, bool), String> {
        let mut values: Vec<(Id, i64)> = Vec::new();
        let mut is_unusual = false;
        for (place, (observation, typed)) in observations.iter().zip(self.values).enumerate() {
            let typed = typed.get_untracked();
            // Who corrects a value that was noted alone need not know the other.
            let other_alone = |corrected: Correction| corrected.reading.values.get(place).is_some_and(Option::is_none);
            if typed.trim().is_empty() && corrected.is_some_and(other_alone) {
                continue;
            }
            let unit = match self.unit.get_untracked().checked_sub(1) {
                Some(other) => observation.other_units.get(other).map_or(&observation.unit, |other| &other.unit),
                None => &observation.unit,
            };
            let value = parse_value(&typed).and_then(|value| to_kept(observation, unit, value));
            let missing = || format!("{} «\u{a0}{}\u{a0}».", text().measures_missing, observation.name);
            let value = value.ok_or_else(missing)?;
            is_unusual |= !plausible(observation, value);
            values.push((observation.id.clone(), value));
        }
        // Of two read together the first is the greater; the other way round they may have been exchanged.
        if let [(_, first), (_, second)] = values.as_slice() {
            is_unusual |= first <= second;
        }
        Ok((values, is_unusual))
    }
}

/// A kept value as one types it: with all its decimals, and no zeros after them.
fn typed_again(observation: &Observation, value: i64) -> String {
    let exact = Observation { decimals: 2, ..observation.clone() };
    shown(&exact, &exact.unit, value).trim_end_matches('0').trim_end_matches(',').to_owned()
}
