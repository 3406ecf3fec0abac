//! Why, what would change it, and what to watch for: all derived from the rules, never written twice.

use chrono::NaiveDate;

use crate::content::{Effect, Id, Origin, Urgency};

use super::fresh::cautious;
use super::{Answer, Answers, MeasureAnswer, Protocol, Truth, Verdict, evaluate, highest_reachable};

/// One different answer that would change the level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterfactual {
    /// The sign that would be answered differently.
    pub sign: Id,
    /// The different answer.
    pub answer: Answer,
    /// The level that would follow.
    pub level: Urgency,
}

/// Signs to watch for, under the level that they would lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafetyNet {
    /// The level.
    pub level: Urgency,
    /// The signs, each once, most urgent rule first.
    pub signs: Vec<Id>,
}

/// The ticked answers of which one alone, were it different, would change the level; upwards first.
///
/// Only answers that were given are turned: a yes into a no, a no or a doubt into a yes. Where questions that were not
/// asked could still raise the other level, nothing is said: a lower level that nobody knows must not be shown. Nor is
/// one that rests on content out of date.
#[must_use]
pub fn counterfactuals(
    protocol: &Protocol<'_>,
    counted: &Answers,
    verdict: &Verdict,
    today: NaiveDate,
) -> Vec<Counterfactual> {
    let turned = counted.signs.iter().flat_map(|(sign, answer)| match answer {
        Answer::Yes => vec![(sign, Answer::No)],
        Answer::No => vec![(sign, Answer::Yes)],
        Answer::Unknown => vec![(sign, Answer::Yes), (sign, Answer::No)],
    });
    let found: Vec<Counterfactual> = turned
        .filter_map(|(sign, answer)| {
            let mut other = counted.clone();
            other.signs.insert(sign.clone(), answer);
            let level = cautious(protocol, evaluate(protocol, &other), today).level;
            let is_known = level > verdict.level || highest_reachable(protocol, &other) <= level;
            (level != verdict.level && is_known).then(|| Counterfactual { sign: sign.clone(), answer, level })
        })
        .collect();
    let by_level = |level| found.iter().filter(move |other: &&Counterfactual| other.level == level).cloned();
    Urgency::MOST_URGENT_FIRST.into_iter().flat_map(by_level).collect()
}

/// The signs that are not there and, should they appear, would make it more urgent: the rules not fired whose other
/// conditions already hold. One list a level, most urgent first; a sign stands under the most urgent it can lead to.
#[must_use]
pub fn safety_net(protocol: &Protocol<'_>, counted: &Answers, verdict: &Verdict) -> Vec<SafetyNet> {
    let library = protocol.library();
    let may_appear = |id: &Id| {
        let sign = library.sign(id);
        sign.is_some_and(|sign| sign.can_appear && counted.truth(library, sign) != Some(Truth::Yes))
    };
    let mut seen: Vec<&Id> = Vec::new();
    let mut nets = Vec::new();
    for level in Urgency::MOST_URGENT_FIRST {
        if level <= verdict.level || level < Urgency::Hours {
            break;
        }
        let mut signs: Vec<Id> = Vec::new();
        for rule in protocol.rules().iter().filter(|rule| rule.effect == Effect::Raise(level)) {
            for id in rule.condition.signs() {
                if !seen.contains(&id) && may_appear(id) && would_raise(protocol, counted, verdict, id) {
                    seen.push(id);
                    signs.push(id.clone());
                }
            }
        }
        if !signs.is_empty() {
            nets.push(SafetyNet { level, signs });
        }
    }
    nets
}

fn would_raise(protocol: &Protocol<'_>, counted: &Answers, verdict: &Verdict, sign: &Id) -> bool {
    let mut with = counted.clone();
    with.signs.insert(sign.clone(), Answer::Yes);
    // A measure taken earlier says nothing of the hours to come.
    if let Some(Origin::Measured { measure, .. }) = protocol.library().sign(sign).map(|sign| &sign.origin) {
        with.measures.insert(measure.clone(), MeasureAnswer::Impossible);
    }
    evaluate(protocol, &with).level > verdict.level
}

/// The signs that are there, in the order asked: what to say on the phone.
#[must_use]
pub fn present(protocol: &Protocol<'_>, counted: &Answers) -> Vec<Id> {
    with_truth(protocol, counted, Truth::Yes)
}

/// The signs that the person does not know about, in the order asked.
#[must_use]
pub fn unknown(protocol: &Protocol<'_>, counted: &Answers) -> Vec<Id> {
    with_truth(protocol, counted, Truth::Unknown)
}

fn with_truth(protocol: &Protocol<'_>, counted: &Answers, wanted: Truth) -> Vec<Id> {
    let library = protocol.library();
    let signs = protocol.signs().iter().filter(|sign| counted.truth(library, sign) == Some(wanted));
    signs.filter(|sign| sign.is_ticked()).map(|sign| sign.id.clone()).collect()
}
