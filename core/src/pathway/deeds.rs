//! What counts as done: what was noted so, what the values say that were noted, and what the team makes true.

use chrono::NaiveDate;

use crate::Sorted;
use crate::content::Care;
use crate::content::pathway::Readings;
use crate::order::put_in_order;

use super::Person;

/// Something done: on which day, if it is known, and since when the record knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Deed {
    pub on: Option<NaiveDate>,
    pub noted: NaiveDate,
}

/// What a person has done, by the names under which it is noted, in the order of days: gone through once for all steps.
pub(super) struct Deeds<'a>(Sorted<&'a str, Vec<Deed>>);

impl<'a> Deeds<'a> {
    /// What a person has done.
    pub fn of_person(care: &'a Care, person: &'a Person) -> Self {
        let mut deeds = Self(Sorted::default());
        for done in &person.done {
            deeds.add(care.key(&done.what), Deed { on: done.on, noted: done.noted });
        }
        let values = Values::of(person);
        for (_, step) in care.steps() {
            for (on, noted) in step.measured.iter().flat_map(|readings| values.days_of(readings)) {
                deeds.add(step.key(), Deed { on: Some(on), noted });
            }
        }
        for deed in person.team.iter().filter_map(|member| care.fulfilled_by(&member.role)) {
            deeds.add(care.key(deed), Deed { on: None, noted: person.since });
        }
        for (_, step) in care.steps().filter(|(_, step)| !step.covers.is_empty()) {
            let larger: Vec<Deed> = deeds.of(step.key()).copied().collect();
            for (act, deed) in step.covers.iter().flat_map(|act| larger.iter().map(move |deed| (act, *deed))) {
                deeds.add(act, deed);
            }
        }
        for (_, same) in deeds.0.iter_mut() {
            put_in_order(same, |deed| *deed);
            same.dedup();
        }
        deeds
    }

    fn add(&mut self, key: &'a str, deed: Deed) {
        if let Some(same) = self.0.get_or_default(key) {
            same.push(deed);
        }
    }

    /// When something was done, by its key.
    pub fn of(&self, key: &str) -> impl Iterator<Item = &Deed> {
        self.0.get(key).into_iter().flatten()
    }
}

/// The values of a person, by measure, in the order of days.
struct Values<'a>(Sorted<&'a str, Vec<Value>>);

/// The day of a value, and that on which it was noted.
type Value = (NaiveDate, NaiveDate);

impl<'a> Values<'a> {
    fn of(person: &'a Person) -> Self {
        let mut values = Self(Sorted::default());
        for measured in &person.measured {
            if let Some(same) = values.0.get_or_default(measured.measure.as_str()) {
                same.push((measured.on, measured.noted));
            }
        }
        for (_, same) in values.0.iter_mut() {
            put_in_order(same, |value| *value);
        }
        values
    }

    /// The days on which a step was done by the last value that it needs, and those on which that value was noted.
    fn days_of(&self, readings: &Readings) -> Vec<Value> {
        let [first, others @ ..] = readings.of.as_slice() else { return Vec::new() };
        let mut days = self.filled(first, readings);
        for other in others {
            let also = self.filled(other, readings);
            days.retain(|(day, _)| also.binary_search_by_key(day, |(other, _)| *other).is_ok());
        }
        days
    }

    /// The days on which so many values of a measure stood within the time, that day being the last of it.
    fn filled(&self, measure: &str, readings: &Readings) -> Vec<Value> {
        let values = self.0.get(measure).map(Vec::as_slice).unwrap_or_default();
        let back = usize::try_from(readings.at_least).unwrap_or(usize::MAX).saturating_sub(1);
        let ends = values.iter().skip(back).zip(values);
        let is_near = |(last, first): &(&Value, &Value)| last.0 < readings.within.after(first.0);
        let mut filled: Vec<Value> = ends.filter(is_near).map(|(last, _)| *last).collect();
        filled.dedup_by_key(|(day, _)| *day);
        filled
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{Deeds, Value, Values};
    use crate::content::pathway::{Readings, Step};
    use crate::content::{Care, CareDraft, Observation, Period};
    use crate::pathway::sample::{draft, person};
    use crate::pathway::{Done, Measured, Member, Person};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn readings(of: &[&str], at_least: u32, within: i32) -> Readings {
        Readings { of: of.iter().map(|id| (*id).to_owned()).collect(), at_least, within: Period::days(within) }
    }

    /// The sample with measures "haut" and "bas", and one step of it changed.
    fn care(step: &str, change: impl FnOnce(&mut Step)) -> Care {
        let mut draft: CareDraft = draft();
        let known = draft.observations.first().unwrap().clone();
        draft.observations.extend(["haut", "bas"].map(|id| Observation { id: id.to_owned(), ..known.clone() }));
        change(draft.pathways.iter_mut().flat_map(|pathway| &mut pathway.steps).find(|s| s.id == step).unwrap());
        Care::check(draft, &[]).unwrap()
    }

    fn with_values(values: &[(&str, &str)]) -> Person {
        let mut person = person();
        for (event, (measure, on)) in (1..).zip(values) {
            let measure = (*measure).to_owned();
            person.measured.push(Measured { event, measure, on: day(on), noted: day(on), value: 700, moment: None });
        }
        person
    }

    fn did(person: &mut Person, what: &str, on: &str) {
        person.done.push(Done { event: 1, what: what.to_owned(), on: Some(day(on)), noted: day(on) });
    }

    /// The days on which something was done; none for one that nobody knows.
    fn days(care: &Care, person: &Person, key: &str) -> Vec<Option<String>> {
        Deeds::of_person(care, person).of(key).map(|deed| deed.on.map(|on| on.to_string())).collect()
    }

    fn on(days: &[&str]) -> Vec<Option<String>> {
        days.iter().map(|day| Some((*day).to_owned())).collect()
    }

    #[test]
    fn a_value_makes_its_step_done_on_its_day_once() {
        let care = care("A-MARCHE", |step| step.measured = Some(readings(&["hba1c"], 1, 1)));
        let mut person = with_values(&[("hba1c", "2026-03-01"), ("hba1c", "2026-03-01"), ("haut", "2026-03-02")]);
        assert_eq!(days(&care, &person, "A-MARCHE"), on(&["2026-03-01"]));
        did(&mut person, "A-MARCHE", "2026-03-01");
        did(&mut person, "A-MARCHE", "2026-02-01");
        assert_eq!(days(&care, &person, "A-MARCHE"), on(&["2026-02-01", "2026-03-01"]), "in order, and each day once");
        assert_eq!(days(&care, &person, "A-DENTS"), on(&[]), "nor is anything else done by it");
    }

    #[test]
    fn two_measures_are_needed_on_the_same_day() {
        let care = care("A-MARCHE", |step| step.measured = Some(readings(&["haut", "bas"], 1, 1)));
        for alone in ["haut", "bas"] {
            assert_eq!(days(&care, &with_values(&[(alone, "2026-03-01")]), "A-MARCHE"), on(&[]));
        }
        let apart = with_values(&[("haut", "2026-03-01"), ("bas", "2026-03-02")]);
        assert_eq!(days(&care, &apart, "A-MARCHE"), on(&[]));
        let both = with_values(&[("haut", "2026-03-01"), ("haut", "2026-03-02"), ("bas", "2026-03-02")]);
        assert_eq!(days(&care, &both, "A-MARCHE"), on(&["2026-03-02"]));
    }

    #[test]
    fn eighteen_values_within_three_days_and_the_day_is_that_of_the_last() {
        let care = care("A-MARCHE", |step| step.measured = Some(readings(&["haut", "bas"], 18, 3)));
        let found = |counts: &[(&str, usize)]| {
            let each = counts.iter().flat_map(|(on, count)| vec![[("haut", *on), ("bas", *on)]; *count]);
            let values: Vec<(&str, &str)> = each.flatten().collect();
            days(&care, &with_values(&values), "A-MARCHE")
        };
        assert_eq!(found(&[("2026-03-01", 6), ("2026-03-02", 6), ("2026-03-03", 5)]), on(&[]));
        assert_eq!(found(&[("2026-03-01", 6), ("2026-03-02", 6), ("2026-03-03", 6)]), on(&["2026-03-03"]));
        assert_eq!(found(&[("2026-03-01", 6), ("2026-03-02", 12)]), on(&["2026-03-02"]));
        assert_eq!(found(&[("2026-03-01", 6), ("2026-03-02", 6), ("2026-03-04", 6)]), on(&[]), "four days");
        // The first day belongs to an attempt that was not finished.
        let again = [("2026-02-27", 9), ("2026-03-02", 6), ("2026-03-03", 6), ("2026-03-04", 6)];
        assert_eq!(found(&again), on(&["2026-03-04"]));
    }

    #[test]
    fn naming_a_role_fulfils_what_it_is_for() {
        let mut draft = draft();
        let role = draft.roles.iter_mut().find(|role| role.id == "dentiste").unwrap();
        role.fulfils = Some("A-DENTS".to_owned());
        let care = Care::check(draft, &[]).unwrap();
        let named = |role: &str| {
            let [role, name, reach] = [role, "Dr Exemple", ""].map(str::to_owned);
            Person { team: vec![Member { event: 1, role, name, reach }], ..person() }
        };
        assert_eq!(days(&care, &named("pharmacien"), "A-DENTS"), on(&[]));
        assert_eq!(days(&care, &named("dentiste"), "A-DENTS"), [None], "on a day that nobody knows");
    }

    #[test]
    fn what_covers_an_act_does_it_and_not_the_other_way_round() {
        let care = care("B-YEUX", |step| {
            step.covers = vec!["grippe".to_owned()];
            step.measured = Some(readings(&["hba1c"], 1, 1));
        });
        let mut larger = with_values(&[("hba1c", "2026-03-01")]);
        did(&mut larger, "B-YEUX", "2026-04-01");
        // Noted of the smaller too, which is no second time.
        did(&mut larger, "A-GRIPPE", "2026-04-01");
        assert_eq!(days(&care, &larger, "grippe"), on(&["2026-03-01", "2026-04-01"]));
        let mut smaller = person();
        did(&mut smaller, "A-GRIPPE", "2026-04-01");
        assert_eq!(days(&care, &smaller, "grippe"), on(&["2026-04-01"]));
        assert_eq!(days(&care, &smaller, "B-YEUX"), on(&[]));
    }

    #[test]
    fn ten_years_of_daily_values_are_no_more_deeds_than_days() {
        let care = care("A-MARCHE", |step| step.measured = Some(readings(&["haut", "bas"], 3, 1)));
        let all: Vec<NaiveDate> = day("2016-01-01").iter_days().take(3653).collect();
        let mut person = person();
        for (event, (on, measure)) in
            (1..).zip(all.iter().flat_map(|on| ["haut", "bas"].repeat(4).into_iter().map(move |m| (*on, m))))
        {
            person.measured.push(Measured {
                event,
                measure: measure.to_owned(),
                on,
                noted: on,
                value: 700,
                moment: None,
            });
        }
        let values = Values::of(&person);
        let of = |values: Vec<Value>| values.into_iter().map(|(day, _)| day).collect::<Vec<_>>();
        let each = of(values.filled("haut", &readings(&["haut"], 1, 1)));
        assert_eq!(each, all, "no day twice to be compared with others");
        assert_eq!(of(values.days_of(&readings(&["haut", "bas"], 3, 1))), all);
        assert_eq!(Deeds::of_person(&care, &person).of("A-MARCHE").count(), all.len());
    }
}
