//! What a text says of the person, the time and the temperature.

use crate::content::{Ages, Subject, TimeUnit};
use crate::order::put_in_order;

use super::chip::{Chip, Meaning};
use super::letters::Token;
use super::lexicon::{Lexicon, Person, begins, ends};

/// What a text says, chips aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub chips: Vec<Chip>,
    /// About what age the persons have of whom it speaks.
    pub about: Vec<Ages>,
    /// Of whom it speaks.
    pub subjects: Vec<Subject>,
    /// For each token, whether it is part of an age, a duration or a temperature.
    pub is_used: Vec<bool>,
}

impl Reading {
    /// Of whom it speaks: of somebody else where anybody else is named, of oneself where nobody is. None where it speaks
    /// of nobody, or of a child and of somebody else.
    pub(crate) fn subject(&self) -> Option<Subject> {
        let speaks_of = |subject: Subject| self.subjects.contains(&subject);
        match (speaks_of(Subject::OwnChild), speaks_of(Subject::SomebodyElse)) {
            (true, false) => Some(Subject::OwnChild),
            (false, true) => Some(Subject::SomebodyElse),
            (false, false) => speaks_of(Subject::Oneself).then_some(Subject::Oneself),
            (true, true) => None,
        }
    }
}

/// Reads a text that was put right. Where it says two things of one kind, which is right is not for us to say: neither is.
pub(crate) fn read(lexicon: &Lexicon, tokens: &[Token]) -> Reading {
    let mut reader =
        Reader { lexicon, tokens, reading: Reading { is_used: vec![false; tokens.len()], ..Reading::default() } };
    for place in 0..tokens.len() {
        reader.people(place);
        reader.pregnancy(place);
    }
    for place in 0..tokens.len() {
        reader.since(place);
    }
    for place in 0..tokens.len() {
        reader.number(place);
    }
    let mut reading = reader.reading;
    let all = reading.chips.clone();
    let differs = |chip: &Chip| all.iter().any(|other| is_rival(&chip.meaning, &other.meaning));
    reading.chips.retain(|chip| !differs(chip));
    let mut once: Vec<Chip> = Vec::new();
    for chip in reading.chips {
        if !once.iter().any(|known| known.meaning == chip.meaning && known.shown == chip.shown) {
            once.push(chip);
        }
    }
    put_in_order(&mut once, |chip| chip.start);
    Reading { chips: once, ..reading }
}

/// Whether two things cannot both be meant.
fn is_rival(one: &Meaning, other: &Meaning) -> bool {
    match (one, other) {
        (Meaning::Age(one), Meaning::Age(other)) => one != other,
        (Meaning::Sex(one), Meaning::Sex(other)) => one != other,
        (Meaning::Temperature(_, one), Meaning::Temperature(_, other)) => one != other,
        _ => false,
    }
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    tokens: &'a [Token],
    reading: Reading,
}

impl Reader<'_> {
    fn rest(&self, place: usize) -> &[Token] {
        self.tokens.get(place..).unwrap_or_default()
    }

    fn before(&self, place: usize) -> &[Token] {
        self.tokens.get(..place).unwrap_or_default()
    }

    fn is_used(&self, place: usize) -> bool {
        self.reading.is_used.get(place).copied().unwrap_or(true)
    }

    fn add(&mut self, meaning: Meaning, shown: String, from: usize, count: usize, uses: bool) {
        let taken = self.tokens.iter().skip(from).take(count);
        let start = taken.clone().map(|token| token.start).min().unwrap_or(0);
        let end = taken.map(|token| token.end).max().unwrap_or(0);
        if uses {
            self.reading.is_used.iter_mut().skip(from).take(count).for_each(|is_used| *is_used = true);
        }
        self.reading.chips.push(Chip { meaning, shown, start, end });
    }

    /// A person: the sex, about what age, and of whom one speaks so.
    fn people(&mut self, place: usize) {
        let lexicon = self.lexicon;
        if begins(self.rest(place), &lexicon.oneself).is_some() {
            self.reading.subjects.push(Subject::Oneself);
        }
        let rest = self.rest(place);
        let found = lexicon.people.iter().filter_map(|(says, person)| begins(rest, says).map(|count| (count, *person)));
        let Some((count, Person { sex, ages, subject })) = found.max_by_key(|(count, _)| *count) else { return };
        // "ma fille" was read as a whole: "fille" is not read again.
        let is_inside = place > 0
            && lexicon
                .people
                .iter()
                .any(|(says, ..)| begins(self.rest(place.saturating_sub(1)), says).is_some_and(|n| n > 1));
        if is_inside {
            return;
        }
        self.reading.about.extend(ages);
        self.reading.subjects.extend(subject);
        if let Some(sex) = sex
            && let Some((_, shown)) = lexicon.sexes.iter().find(|(known, _)| *known == sex)
        {
            self.add(Meaning::Sex(sex), shown.clone(), place, count, false);
        }
    }

    /// A pregnancy, and how far it is.
    fn pregnancy(&mut self, place: usize) {
        let lexicon = self.lexicon;
        let is_counted = self.rest(place).first().is_some_and(|token| token.tenths.is_some())
            && begins(self.rest(place.saturating_add(1)), &lexicon.pregnancy_units).is_some();
        let said = begins(self.rest(place), &lexicon.pregnant);
        if ends(self.before(place), &lexicon.pregnancy_denied).is_some() || !(is_counted || said.is_some()) {
            return;
        }
        let count = if is_counted { 2 } else { self.length_of_pregnancy(place, said.unwrap_or(1)) };
        let (sign, shown) = (lexicon.pregnancy_sign.clone(), lexicon.pregnancy_shown.clone());
        self.add(Meaning::Pregnant(sign), shown, place, count, false);
        if count > 1 {
            self.reading
                .is_used
                .iter_mut()
                .skip(place)
                .take(count)
                .skip(usize::from(!is_counted))
                .for_each(|is_used| *is_used = true);
        }
    }

    /// How many tokens "enceinte de 5 mois" takes.
    fn length_of_pregnancy(&self, place: usize, said: usize) -> usize {
        let mut at = place.saturating_add(said);
        if self.rest(at).first().is_some_and(|token| token.plain == "de") {
            at = at.saturating_add(1);
        }
        match self.amount(at) {
            Some((_, unit, end)) if unit != TimeUnit::Year => end.saturating_sub(place),
            _ => said,
        }
    }

    /// A number and a unit of time: tenths, unit, and the place behind.
    fn amount(&self, place: usize) -> Option<(i32, TimeUnit, usize)> {
        let (tenths, read) = self.lexicon.number(self.rest(place)).filter(|(tenths, _)| tenths.rem_euclid(10) == 0)?;
        let at = place.saturating_add(read);
        // The j of "j'ai" is no unit.
        let is_pronoun = matches!(self.rest(at), [one, two, ..] if one.plain == "j" && two.plain == "ai");
        if is_pronoun {
            return None;
        }
        let units = self.lexicon.units.iter();
        let (unit, count) = units.filter_map(|(unit, says, ..)| Some((*unit, begins(self.rest(at), says)?))).next()?;
        let mut end = at.saturating_add(count);
        let mut tenths = tenths;
        if let Some(count) = begins(self.rest(end), &self.lexicon.halves) {
            end = end.saturating_add(count);
            tenths = tenths.saturating_add(5);
        }
        Some((tenths, unit, end))
    }

    /// "depuis 3 jours", "depuis hier", "il y a 2 heures".
    fn since(&mut self, place: usize) {
        if self.is_used(place) {
            return;
        }
        let lexicon = self.lexicon;
        for (says, shown, takes_moments) in &lexicon.starts {
            let Some(count) = begins(self.rest(place), says) else { continue };
            let mut at = place.saturating_add(count);
            while let Some(count) = begins(self.rest(at), &lexicon.about) {
                at = at.saturating_add(count);
            }
            if let Some((tenths, unit, end)) = self.amount(at) {
                let shown = format!("{shown} {}", self.show(tenths, unit));
                self.add(Meaning::Since(shown.clone()), shown, place, end.saturating_sub(place), true);
                return;
            }
            if *takes_moments && let Some((count, moment)) = self.moment(at) {
                let end = at.saturating_add(count);
                let shown = format!("{shown} {moment}");
                self.add(Meaning::Since(shown.clone()), shown, place, end.saturating_sub(place), true);
                return;
            }
        }
        if let Some((count, moment)) = self.moment(place) {
            self.add(Meaning::Since(moment.clone()), moment, place, count, true);
        }
    }

    fn moment(&self, place: usize) -> Option<(usize, String)> {
        let rest = self.rest(place);
        let found = self.lexicon.moments.iter().filter_map(|(says, shown)| Some((begins(rest, says)?, shown.clone())));
        found.max_by_key(|(count, _)| *count)
    }

    /// A number by itself: an age, a temperature, or how long.
    fn number(&mut self, place: usize) {
        let Some((tenths, read)) = self.lexicon.number(self.rest(place)) else { return };
        // "dix" of "soixante-dix" is not a number of its own.
        let is_inside =
            place > 0 && self.lexicon.number(self.rest(place.saturating_sub(1))).is_some_and(|(_, n)| n > 1);
        if self.is_used(place) || is_inside || ends(self.before(place), &self.lexicon.never_after).is_some() {
            return;
        }
        match self.amount(place) {
            Some((tenths, unit, end)) => self.amount_found(place, tenths, unit, end),
            None => self.temperature(place, tenths, read),
        }
    }

    fn amount_found(&mut self, place: usize, tenths: i32, unit: TimeUnit, end: usize) {
        let count = end.saturating_sub(place);
        let is_of_something = self.rest(end).first().is_some_and(|token| matches!(token.plain.as_str(), "de" | "d"));
        let before = self.before(place);
        let before = match before.split_last() {
            Some((last, before)) if matches!(last.plain.as_str(), "de" | "d" | "a") => before,
            _ => before,
        };
        let of_somebody = self.lexicon.people.iter().any(|(says, ..)| ends(before, says).is_some());
        let is_age = match unit {
            TimeUnit::Year => !is_of_something,
            TimeUnit::Month | TimeUnit::Week | TimeUnit::Day => {
                !is_of_something && (of_somebody || ends(self.before(place), &self.lexicon.age_after).is_some())
            }
            TimeUnit::Hour | TimeUnit::Minute => false,
        };
        let shown = self.show(tenths, unit);
        if is_age && let Some(months) = months(tenths, unit) {
            self.add(Meaning::Age(months), shown, place, count, true);
        } else if !matches!(unit, TimeUnit::Year | TimeUnit::Month) {
            self.add(Meaning::Since(shown.clone()), shown, place, count, true);
        }
    }

    fn temperature(&mut self, place: usize, tenths: i32, read: usize) {
        let Some(measure) = &self.lexicon.temperature else { return };
        let behind = place.saturating_add(read);
        let is_precise = self.rest(place).first().is_some_and(|token| token.is_precise);
        let is_fraction = |token: Option<&Token>| token.is_some_and(|token| matches!(token.plain.as_str(), "/" | "%"));
        let is_said = is_precise
            || ends(self.before(place), &self.lexicon.temperature_before).is_some()
            || begins(self.rest(behind), &self.lexicon.temperature_after).is_some();
        let is_other = is_fraction(self.rest(behind).first()) || is_fraction(self.before(place).last());
        if self.lexicon.temperatures.contains(&tenths) && is_said && !is_other {
            let shown = format!("{}\u{a0}{}", measure.show(tenths), measure.unit);
            self.add(Meaning::Temperature(measure.id.clone(), tenths), shown, place, read, true);
        }
    }

    /// An amount of time as it is shown: "2 ans", "1 semaine".
    fn show(&self, tenths: i32, unit: TimeUnit) -> String {
        let words = self.lexicon.units.iter().find(|(known, ..)| *known == unit);
        let (one, many) = words.map(|(_, _, one, many)| (one.as_str(), many.as_str())).unwrap_or_default();
        let (whole, half) = (tenths.div_euclid(10), tenths.rem_euclid(10) != 0);
        let name = if whole < 2 { one } else { many };
        let half =
            if half { self.lexicon.halves.first().map(|row| row.join(" ")).unwrap_or_default() } else { String::new() };
        format!("{whole}\u{a0}{name} {half}").trim_end().to_owned()
    }
}

/// An age in whole months, rounded down; none where nobody is that old.
fn months(tenths: i32, unit: TimeUnit) -> Option<u16> {
    const OLDEST: i32 = 125 * 12;
    let months = match unit {
        TimeUnit::Year => tenths.saturating_mul(12).div_euclid(10),
        TimeUnit::Month => tenths.div_euclid(10),
        TimeUnit::Week => tenths.saturating_mul(7).div_euclid(305),
        TimeUnit::Day => tenths.div_euclid(305),
        TimeUnit::Hour | TimeUnit::Minute => return None,
    };
    if months > OLDEST { None } else { u16::try_from(months).ok() }
}
