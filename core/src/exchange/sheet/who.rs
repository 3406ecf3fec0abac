//! Whom a sheet of the record is about, and what stands at its end.

use chrono::NaiveDate;

use crate::content::{Care, Period, Sex};
use crate::pathway::Person;

use super::date::long;
use super::words::Common;

/// Below this age, in years, it is told in months.
pub(super) const SMALL_CHILD: u32 = 2;

/// The name, the age, the day of birth and the sex, as far as they are known.
pub(super) fn about(person: &Person, today: NaiveDate, words: &Common) -> Vec<String> {
    let mut said = vec![person.name.clone()];
    said.extend(age(person, today, words));
    said.extend(person.birth.map(|birth| format!("{} {}", words.born, long(birth, words.months))));
    said.extend(person.sex.map(|sex| sex_of(sex, words).to_owned()));
    said.retain(|part| !part.is_empty());
    let mut about: Vec<String> = Some(said.join(" · ")).into_iter().filter(|line| !line.is_empty()).collect();
    if person.is_example {
        about.push(words.example.to_owned());
    }
    about
}

/// When it was made, from which content, and what it is not.
pub(super) fn foot(care: &Care, today: NaiveDate, words: &Common) -> Vec<String> {
    let made = format!("{} {}. {} {}.", words.made, long(today, words.months), words.rules, care.draft().version);
    vec![made, words.unreviewed.to_owned(), words.limits.to_owned()]
}

/// The word for a sex.
pub(super) fn sex_of(sex: Sex, words: &Common) -> &'static str {
    match sex {
        Sex::Female => words.female,
        Sex::Male => words.male,
    }
}

/// "52 ans", "7 mois".
fn age(person: &Person, today: NaiveDate, words: &Common) -> Option<String> {
    let years = person.years(today)?;
    if years >= SMALL_CHILD {
        return Some(format!("{years}\u{a0}{}", words.years_unit));
    }
    let birth = person.birth?;
    let months = (1..24).take_while(|months| Period::months(*months).after(birth) <= today).count();
    Some(format!("{months}\u{a0}{}", words.months_unit))
}
