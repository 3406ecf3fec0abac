//! The orientation sheet: situation, background, answers, result, as one doctor tells another (SBAR), with what is not
//! known among it.

use crate::content::{Door, Library};
use crate::orientation::Moment;
use crate::record::Session;
use crate::triage::{Answers, Cause, Known, MeasureAnswer, Protocol, Truth, Verdict, Walk};

use super::date::long;
use super::who::{SMALL_CHILD, sex_of};
use super::words::{Common, OrientationWords};
use super::{Body, Kind, Section, Sheet};

/// What an orientation sheet is made of.
#[derive(Clone, Copy)]
pub struct Orientation<'a> {
    /// The motifs that were chosen, in the content.
    pub protocol: &'a Protocol<'a>,
    /// What people choose motifs by.
    pub doors: &'a [Door],
    /// The triage.
    pub session: &'a Session,
    /// The way through its questions.
    pub walk: &'a Walk,
    /// What it led to.
    pub verdict: &'a Verdict,
    /// The local day and hour.
    pub moment: Moment,
}

/// The sheet of a triage. What leaves no trace on the device makes a sheet that can be printed, and not shared.
#[must_use]
pub fn orientation(asked: &Orientation<'_>, words: &OrientationWords, common: &Common) -> Sheet {
    let library = asked.protocol.library();
    let counted = &asked.walk.counted;
    let signs = |truth: Truth, is_terrain: bool| -> Vec<String> {
        let found = asked.protocol.signs().iter().filter(|sign| {
            sign.is_ticked()
                && asked.protocol.is_terrain(&sign.id) == is_terrain
                && counted.truth(library, sign) == Some(truth)
        });
        found.map(|sign| counted.statement(sign)).collect()
    };
    let section = |title: &str, lines: Vec<String>, nothing: &str| Section::new(title, Body::of(lines, nothing));
    let mut unknown = unknown_person(counted, words);
    unknown.extend(signs(Truth::Unknown, false));
    unknown.extend(signs(Truth::Unknown, true));
    unknown.extend(measures(library, counted, words, false));
    let mut absent = signs(Truth::No, false);
    absent.extend(signs(Truth::No, true));
    let mut sections = vec![
        section(words.situation, situation(asked, words, common), common.not_noted),
        section(words.background, signs(Truth::Yes, true), words.background_none),
        section(words.present, signs(Truth::Yes, false), words.present_none),
    ];
    let measured = measures(library, counted, words, true);
    if !measured.is_empty() {
        sections.push(Section::new(words.measured, Body::Lines(measured)));
    }
    sections.push(section(words.unknown, unknown, words.unknown_none));
    sections.push(section(words.result, result(asked), common.not_noted));
    sections.push(section(words.why, why(asked, words), common.not_noted));
    if !absent.is_empty() {
        sections.push(Section::new(words.absent, Body::Lines(absent)));
    }
    let (hour, minute) = asked.moment.clock();
    let day = long(asked.moment.day(), common.months);
    let made = format!("{} {day} {} {hour}\u{a0}h\u{a0}{minute:02}.", common.made, common.at);
    Sheet {
        kind: Kind::Orientation,
        title: words.title.to_owned(),
        // At the top: whoever reads one code of several must know the hour.
        about: vec![made],
        sections,
        foot: vec![
            format!("{} {}.", common.rules, library.version()),
            common.unreviewed.to_owned(),
            common.limits.to_owned(),
        ],
        leaves_trace: asked.session.leaves_trace(asked.doors, library),
    }
}

/// Who it is, what for, and since when.
fn situation(asked: &Orientation<'_>, words: &OrientationWords, common: &Common) -> Vec<String> {
    let counted = &asked.walk.counted;
    let mut who = Vec::new();
    if let Some(Known::Is(months)) = counted.age {
        let years = u32::from(months).checked_div(12).unwrap_or(0);
        who.push(match years < SMALL_CHILD {
            true => format!("{months}\u{a0}{}", common.months_unit),
            false => format!("{years}\u{a0}{}", common.years_unit),
        });
    }
    if let Some(Known::Is(sex)) = counted.sex {
        who.push(sex_of(sex, common).to_owned());
    }
    let motifs: Vec<&str> = asked.protocol.motifs().iter().map(|motif| motif.door.title.as_str()).collect();
    let mut lines = vec![who.join(", ")];
    lines.push(said(words.motifs, &motifs.join(", ")));
    lines.push(said(words.since, &asked.session.since.join(", ")));
    lines.retain(|line| !line.is_empty());
    lines
}

/// How urgent, what to do, whom to contact.
fn result(asked: &Orientation<'_>) -> Vec<String> {
    let library = asked.protocol.library();
    let level = library.level(asked.verdict.level);
    let mut lines: Vec<String> = level.into_iter().map(|level| format!("{}. {}", level.name, level.headline)).collect();
    lines.extend(asked.protocol.way(asked.verdict).map(|way| {
        let contact = way.contact.as_ref().and_then(|id| library.contact(id));
        match contact.filter(|contact| !way.action.contains(&contact.number)) {
            Some(contact) => format!("{} ({})", way.action, contact.number),
            None => way.action.clone(),
        }
    }));
    lines
}

/// Every rule that fired or is in doubt, and what decided where no rule did.
fn why(asked: &Orientation<'_>, words: &OrientationWords) -> Vec<String> {
    let library = asked.protocol.library();
    let decided = match &asked.verdict.decided_by {
        Cause::Doubts => Some(words.doubts.to_owned()),
        Cause::Stale(_) => Some(words.stale.to_owned()),
        Cause::Otherwise => asked.protocol.otherwise().map(|otherwise| otherwise.because.clone()),
        Cause::Rule(_) | Cause::OneStep(_) => None,
    };
    let rules = asked.verdict.reasons.iter().filter_map(|reason| {
        let because = &library.rule(&reason.rule)?.because;
        Some(if reason.is_doubt { said(words.doubt, because) } else { because.clone() })
    });
    let mut lines: Vec<String> = Vec::new();
    for line in decided.into_iter().chain(rules) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn unknown_person(counted: &Answers, words: &OrientationWords) -> Vec<String> {
    let age = (counted.age == Some(Known::Unknown)).then(|| words.age_unknown.to_owned());
    let sex = (counted.sex == Some(Known::Unknown)).then(|| words.sex_unknown.to_owned());
    age.into_iter().chain(sex).collect()
}

/// What was measured, or what could not be.
fn measures(library: &Library, counted: &Answers, words: &OrientationWords, is_taken: bool) -> Vec<String> {
    let lines = counted.measures.iter().filter_map(|(id, answer)| {
        let measure = library.measure(id)?;
        match answer {
            MeasureAnswer::Tenths(value) if is_taken => {
                Some(said(&measure.name, &format!("{}\u{a0}{}", measure.show(*value), measure.unit)))
            }
            MeasureAnswer::Impossible if !is_taken => Some(said(&measure.name, words.impossible)),
            _ => None,
        }
    });
    lines.collect()
}

/// "Depuis : 3 jours"; nothing of nothing.
fn said(name: &str, what: &str) -> String {
    if what.is_empty() { String::new() } else { format!("{name}\u{a0}: {what}") }
}
