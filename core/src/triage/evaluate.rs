//! The engine: from answers to a verdict, total and pure.
//!
//! A rule is a condition without negation that only raises, so a further sign, terrain or doubt never lowers a level.
//! What "I don't know" means is written here and nowhere else; `docs/adr/0003-what-unknown-means.md` gives the reason
//! for each line.

use crate::Sorted;
use crate::content::{Condition, Effect, Id, Rule, UnknownReading, Urgency};

use super::{Answers, Cause, Protocol, Reason, Truth, Verdict};

/// What a set of answers leads to. Total: every set of answers has a verdict.
#[must_use]
pub fn evaluate(protocol: &Protocol<'_>, answers: &Answers) -> Verdict {
    let view = View { protocol, answers, unasked: Truth::No };
    let fired = view.fired();
    let (level, decided_by) = view.conclude(&fired);
    // Between equals the order of the files decides, and what is certain comes before what is in doubt.
    let mut reasons = Vec::with_capacity(fired.len());
    for level in Urgency::MOST_URGENT_FIRST {
        for is_doubt in [false, true] {
            let same = fired.iter().filter(|fired| fired.reason.level == level && fired.reason.is_doubt == is_doubt);
            reasons.extend(same.map(|fired| fired.reason.clone()));
        }
    }
    Verdict { level, decided_by, reasons }
}

/// The most urgent level that answers still to be given could lead to: every sign not asked yet counts as there.
#[must_use]
pub fn highest_reachable(protocol: &Protocol<'_>, answers: &Answers) -> Urgency {
    let view = View { protocol, answers, unasked: Truth::Yes };
    view.conclude(&view.fired()).0
}

/// The signs whose answer could still raise the level, as far as they were not asked yet.
///
/// A rule is open while it can still become truer and says more than the level that holds; and every rule is, while a
/// single serious doubt waits for a second sign to make it an emergency.
#[must_use]
pub fn open_signs<'a>(protocol: &Protocol<'a>, answers: &Answers) -> Sorted<&'a str, ()> {
    let view = View { protocol, answers, unasked: Truth::No };
    let fired = view.fired();
    let now = view.before_step(&fired).0;
    let waits_for_a_sign = now < Urgency::Emergency && fired.iter().any(Fired::is_serious_doubt);
    signs_of_rules(protocol, answers, |effect| waits_for_a_sign || could_raise(effect, now))
}

/// The signs that may still be asked, whatever is answered in between: an upper end of what [`open_signs`] gives later.
#[must_use]
pub fn askable_signs<'a>(protocol: &Protocol<'a>, answers: &Answers) -> Sorted<&'a str, ()> {
    let view = View { protocol, answers, unasked: Truth::No };
    let now = view.before_step(&view.fired()).0;
    signs_of_rules(protocol, answers, |effect| now < Urgency::Emergency || could_raise(effect, now))
}

fn could_raise(effect: Effect, now: Urgency) -> bool {
    match effect {
        Effect::Raise(level) => level > now,
        Effect::OneStep => now.one_step_up() > now,
    }
}

/// The signs of the rules that can still become truer and whose effect matters.
fn signs_of_rules<'a>(
    protocol: &Protocol<'a>,
    answers: &Answers,
    matters: impl Fn(Effect) -> bool,
) -> Sorted<&'a str, ()> {
    let is = View { protocol, answers, unasked: Truth::No };
    let might = View { protocol, answers, unasked: Truth::Yes };
    let rules = protocol.rules().iter().filter(|rule| matters(rule.effect));
    let open = rules.filter(|rule| might.condition(&rule.condition) > is.condition(&rule.condition));
    let mut signs = Sorted::default();
    for sign in open.flat_map(|rule| rule.condition.signs()) {
        signs.insert(sign.as_str(), ());
    }
    signs
}

/// A rule that fired or is in doubt.
struct Fired<'a> {
    rule: &'a Rule,
    reason: Reason,
}

impl Fired<'_> {
    fn is_one_step(&self) -> bool {
        self.rule.effect == Effect::OneStep
    }

    fn is_serious_doubt(&self) -> bool {
        let is_serious = matches!(self.rule.effect, Effect::Raise(Urgency::Vital | Urgency::Emergency));
        self.reason.is_doubt && is_serious
    }
}

/// Answers, seen with signs that were not asked counted as absent (what is) or as present (what might be).
struct View<'v, 'a> {
    protocol: &'v Protocol<'a>,
    answers: &'v Answers,
    unasked: Truth,
}

impl<'a> View<'_, 'a> {
    fn sign(&self, id: &Id) -> Truth {
        let library = self.protocol.library();
        let asked = library.sign(id).and_then(|sign| self.answers.truth(library, sign));
        asked.unwrap_or(self.unasked)
    }

    /// Kleene's three-valued logic: the order `No < Unknown < Yes` makes "all" a minimum and "any" a maximum.
    fn condition(&self, condition: &Condition) -> Truth {
        match condition {
            Condition::Is(sign) => self.sign(sign),
            Condition::All(parts) => parts.iter().map(|part| self.condition(part)).min().unwrap_or(Truth::No),
            Condition::Any(parts) => parts.iter().map(|part| self.condition(part)).max().unwrap_or(Truth::No),
            Condition::AtLeast(least, parts) => {
                let reach = |truth: Truth| parts.iter().filter(|part| self.condition(part) >= truth).count() >= *least;
                if reach(Truth::Yes) {
                    Truth::Yes
                } else if reach(Truth::Unknown) {
                    Truth::Unknown
                } else {
                    Truth::No
                }
            }
        }
    }

    fn fired(&self) -> Vec<Fired<'a>> {
        self.protocol.rules().iter().filter_map(|rule| self.fire(rule)).collect()
    }

    fn fire(&self, rule: &'a Rule) -> Option<Fired<'a>> {
        let truth = self.condition(&rule.condition);
        if truth == Truth::No {
            return None;
        }
        let of = |wanted: Truth| -> Vec<Id> {
            let signs = rule.condition.signs().into_iter().filter(|sign| self.sign(sign) == wanted);
            signs.cloned().collect()
        };
        let unknown = of(Truth::Unknown);
        let is_doubt = truth == Truth::Unknown;
        let level = match rule.effect {
            Effect::Raise(level) if is_doubt => self.doubt(rule, level, &unknown),
            Effect::Raise(level) => level,
            Effect::OneStep => self.protocol.floor(),
        };
        let reason = Reason { rule: rule.id.clone(), level, present: of(Truth::Yes), unknown, is_doubt };
        Some(Fired { rule, reason })
    }

    /// What a rule in doubt gives: what it says itself, else the weightiest of what its unknown signs say.
    /// A vital doubt belongs to a rule of one sign alone: elsewhere the certainty of another sign could lower it.
    fn doubt(&self, rule: &Rule, level: Urgency, unknown: &[Id]) -> Urgency {
        if let Some(said) = rule.unknown {
            return said.min(level);
        }
        let readings = unknown.iter().filter_map(|id| self.protocol.library().sign(id)).map(|sign| sign.unknown);
        let weights = readings.map(|reading| match reading {
            UnknownReading::Vital if !rule.condition.is_single() => UnknownReading::Sign.level(level),
            reading => reading.level(level),
        });
        weights.max().unwrap_or(level)
    }

    fn conclude(&self, fired: &[Fired<'_>]) -> (Urgency, Cause) {
        let (level, cause) = self.before_step(fired);
        match fired.iter().find(|fired| fired.is_one_step()) {
            Some(step) if level.one_step_up() > level => (level.one_step_up(), Cause::OneStep(step.rule.id.clone())),
            _ => (level, cause),
        }
    }

    /// What the rules give before the step that age or frailty may add; what still could raise is measured against it.
    fn before_step(&self, fired: &[Fired<'_>]) -> (Urgency, Cause) {
        let floor = self.protocol.floor();
        // Backwards, because `max_by_key` keeps the last of equals and the first of the files must decide.
        let raising = fired.iter().filter(|fired| !fired.is_one_step()).rev();
        let most_urgent = raising.max_by_key(|fired| (fired.reason.level, !fired.reason.is_doubt));
        let (level, cause) = match most_urgent.filter(|fired| fired.reason.level > floor) {
            Some(decisive) => (decisive.reason.level, Cause::Rule(decisive.rule.id.clone())),
            None => (floor, Cause::Otherwise),
        };
        if level < Urgency::Emergency && self.has_serious_doubts(fired) {
            return (Urgency::Emergency, Cause::Doubts);
        }
        (level, cause)
    }

    /// Two unknown signs among rules that call 15, or one beside a sign that is there.
    /// Source: `clinical-review` R3, last sentence.
    fn has_serious_doubts(&self, fired: &[Fired<'_>]) -> bool {
        let serious: Vec<&Fired<'_>> = fired.iter().filter(|fired| fired.is_serious_doubt()).collect();
        let mut unknown: Vec<&Id> = Vec::new();
        for sign in serious.iter().flat_map(|fired| &fired.reason.unknown) {
            if !unknown.contains(&sign) {
                unknown.push(sign);
            }
        }
        let is_beside_a_sign = serious.iter().any(|fired| !fired.reason.present.is_empty())
            || fired
                .iter()
                .filter(|fired| !fired.reason.is_doubt)
                .any(|fired| fired.reason.present.iter().any(|sign| !self.protocol.is_terrain(sign)));
        unknown.len() >= 2 || (unknown.len() == 1 && is_beside_a_sign)
    }
}
