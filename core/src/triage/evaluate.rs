//! The engine: from answers to a verdict, total and pure.
//!
//! A rule is a condition without negation that only raises, so a further sign, terrain or doubt never lowers a level.
//! What "I don't know" means is written here and nowhere else; `docs/adr/0003-what-unknown-means.md` gives the reason
//! for each line.

use crate::content::{Condition, Effect, Id, UnknownReading, Urgency};

use super::protocol::{Place, Ruling};
use super::{Answers, Cause, Protocol, Reason, Truth, Verdict};

/// What a set of answers leads to. Total: every set of answers has a verdict.
#[must_use]
pub fn evaluate(protocol: &Protocol<'_>, answers: &Answers) -> Verdict {
    let view = View { protocol, truths: &answers.truths(protocol), unasked: Truth::No };
    let fired = view.fired();
    let (level, decided_by) = view.conclude(&fired);
    // Between equals the order of the files decides, and what is certain comes before what is in doubt.
    let mut reasons = Vec::with_capacity(fired.len());
    for level in Urgency::MOST_URGENT_FIRST {
        for is_doubt in [false, true] {
            let same = fired.iter().filter(|fired| fired.level == level && fired.is_doubt == is_doubt);
            reasons.extend(same.map(|fired| view.reason(fired)));
        }
    }
    Verdict { level, decided_by, reasons }
}

/// The level of [`evaluate`] without its reasons, for whoever asks about many sets of answers.
#[must_use]
pub fn level(protocol: &Protocol<'_>, answers: &Answers) -> Urgency {
    let view = View { protocol, truths: &answers.truths(protocol), unasked: Truth::No };
    view.conclude(&view.fired()).0
}

/// The most urgent level that answers still to be given could lead to: every sign not asked yet counts as there.
#[must_use]
pub fn highest_reachable(protocol: &Protocol<'_>, answers: &Answers) -> Urgency {
    let view = View { protocol, truths: &answers.truths(protocol), unasked: Truth::Yes };
    view.conclude(&view.fired()).0
}

/// The signs whose answer could still raise the level, as far as they were not asked yet.
///
/// A rule is open while it can still become truer and says more than the level that holds; and every rule that is not
/// ruled out is, while a single serious doubt waits for a second sign to make it an emergency.
pub(super) fn open_signs(protocol: &Protocol<'_>, truths: &[Option<Truth>]) -> Marked {
    let view = View { protocol, truths, unasked: Truth::No };
    let fired = view.fired();
    let now = view.before_step(&fired).0;
    let waits_for_a_sign = now < Urgency::Emergency && fired.iter().any(Fired::is_serious_doubt);
    view.signs_of_rules(waits_for_a_sign, now)
}

/// The signs that may still be asked, whatever is answered in between: an upper end of what [`open_signs`] gives later.
pub(super) fn askable_signs(protocol: &Protocol<'_>, truths: &[Option<Truth>]) -> Marked {
    let view = View { protocol, truths, unasked: Truth::No };
    let now = view.before_step(&view.fired()).0;
    view.signs_of_rules(now < Urgency::Emergency, now)
}

fn could_raise(effect: Effect, now: Urgency) -> bool {
    match effect {
        Effect::Raise(level) => level > now,
        Effect::OneStep => now.one_step_up() > now,
    }
}

/// Some of the signs of a protocol.
pub(super) struct Marked(Vec<bool>);

impl Marked {
    /// Whether the sign at a place is one of them.
    pub fn contains(&self, place: Place) -> bool {
        self.0.get(place).copied().unwrap_or(false)
    }

    /// Their places, in order.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.0.iter().enumerate().filter(|(_, is_marked)| **is_marked).map(|(place, _)| place)
    }
}

/// A rule that fired or is in doubt, and what it gives.
struct Fired<'p, 'a> {
    ruling: Ruling<'p, 'a>,
    level: Urgency,
    is_doubt: bool,
}

impl Fired<'_, '_> {
    fn is_one_step(&self) -> bool {
        self.ruling.rule.effect == Effect::OneStep
    }

    fn is_serious_doubt(&self) -> bool {
        let is_serious = matches!(self.ruling.rule.effect, Effect::Raise(Urgency::Vital | Urgency::Emergency));
        self.is_doubt && is_serious
    }
}

/// Answers, seen with signs that were not asked counted as absent (what is) or as present (what might be).
struct View<'v, 'a> {
    protocol: &'v Protocol<'a>,
    truths: &'v [Option<Truth>],
    unasked: Truth,
}

impl<'v, 'a> View<'v, 'a> {
    fn sign(&self, place: Place) -> Truth {
        self.truths.get(place).copied().flatten().unwrap_or(self.unasked)
    }

    /// Kleene's three-valued logic: the order `No < Unknown < Yes` makes "all" a minimum and "any" a maximum.
    fn condition(&self, condition: &Condition<Place>) -> Truth {
        match condition {
            Condition::Is(sign) => self.sign(*sign),
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

    /// The signs of a rule that are as wanted, in the order written.
    fn signs_that_are(&self, wanted: Truth, ruling: Ruling<'v, 'a>) -> impl Iterator<Item = Place> {
        ruling.condition.signs().into_iter().copied().filter(move |place| self.sign(*place) == wanted)
    }

    fn fired(&self) -> Vec<Fired<'v, 'a>> {
        self.protocol.rulings().filter_map(|ruling| self.fire(ruling)).collect()
    }

    fn fire(&self, ruling: Ruling<'v, 'a>) -> Option<Fired<'v, 'a>> {
        let truth = self.condition(ruling.condition);
        if truth == Truth::No {
            return None;
        }
        let is_doubt = truth == Truth::Unknown;
        let level = match ruling.rule.effect {
            Effect::Raise(level) if is_doubt => self.doubt(ruling, level),
            Effect::Raise(level) => level,
            Effect::OneStep => self.protocol.floor(),
        };
        Some(Fired { ruling, level, is_doubt })
    }

    /// What a rule in doubt gives: what it says itself, else the weightiest of what its unknown signs say.
    /// A vital doubt belongs to a rule of one sign alone: elsewhere the certainty of another sign could lower it.
    fn doubt(&self, ruling: Ruling<'v, 'a>, level: Urgency) -> Urgency {
        if let Some(said) = ruling.rule.unknown {
            return said.min(level);
        }
        let unknown = self.signs_that_are(Truth::Unknown, ruling);
        let readings = unknown.filter_map(|place| self.protocol.signs().get(place)).map(|sign| sign.unknown);
        let weights = readings.map(|reading| match reading {
            UnknownReading::Vital if !ruling.condition.is_single() => UnknownReading::Sign.level(level),
            reading => reading.level(level),
        });
        weights.max().unwrap_or(level)
    }

    fn conclude(&self, fired: &[Fired<'v, 'a>]) -> (Urgency, Cause) {
        let (level, cause) = self.before_step(fired);
        match fired.iter().find(|fired| fired.is_one_step()) {
            Some(step) if level.one_step_up() > level => {
                (level.one_step_up(), Cause::OneStep(step.ruling.rule.id.clone()))
            }
            _ => (level, cause),
        }
    }

    /// What the rules give before the step that age or frailty may add; what still could raise is measured against it.
    fn before_step(&self, fired: &[Fired<'v, 'a>]) -> (Urgency, Cause) {
        let floor = self.protocol.floor();
        // Backwards, because `max_by_key` keeps the last of equals and the first of the files must decide.
        let raising = fired.iter().filter(|fired| !fired.is_one_step()).rev();
        let most_urgent = raising.max_by_key(|fired| (fired.level, !fired.is_doubt));
        let (level, cause) = match most_urgent.filter(|fired| fired.level > floor) {
            Some(decisive) => (decisive.level, Cause::Rule(decisive.ruling.rule.id.clone())),
            None => (floor, Cause::Otherwise),
        };
        if level < Urgency::Emergency && self.has_serious_doubts(fired) {
            return (Urgency::Emergency, Cause::Doubts);
        }
        (level, cause)
    }

    /// Two unknown signs among rules that call 15, or one beside a sign that is there.
    /// Source: `docs/adr/0003-what-unknown-means.md`.
    fn has_serious_doubts(&self, fired: &[Fired<'v, 'a>]) -> bool {
        let serious = || fired.iter().filter(|fired| fired.is_serious_doubt());
        let mut unknown = serious().flat_map(|fired| self.signs_that_are(Truth::Unknown, fired.ruling));
        let Some(first) = unknown.next() else {
            return false;
        };
        let is_beside_a_sign = || {
            let in_doubt = serious().flat_map(|fired| self.signs_that_are(Truth::Yes, fired.ruling));
            let certain = fired.iter().filter(|fired| !fired.is_doubt);
            let signs = certain.flat_map(|fired| self.signs_that_are(Truth::Yes, fired.ruling));
            in_doubt.chain(signs.filter(|place| !self.protocol.is_terrain_at(*place))).next().is_some()
        };
        unknown.any(|other| other != first) || is_beside_a_sign()
    }

    /// The signs of the rules that are open at a level. While a doubt waits for any sign beside it, a rule that already
    /// fired may still bring one.
    fn signs_of_rules(&self, waits_for_a_sign: bool, now: Urgency) -> Marked {
        let might = View { unasked: Truth::Yes, ..*self };
        let is_open = |ruling: &Ruling<'v, 'a>| {
            let most = might.condition(ruling.condition);
            let could_become_truer = || could_raise(ruling.rule.effect, now) && most > self.condition(ruling.condition);
            (waits_for_a_sign && most > Truth::No) || could_become_truer()
        };
        let mut marked = vec![false; self.truths.len()];
        for ruling in self.protocol.rulings().filter(is_open) {
            for place in ruling.condition.signs() {
                if let Some(sign) = marked.get_mut(*place) {
                    *sign = true;
                }
            }
        }
        Marked(marked)
    }

    /// A rule that fired, in the names of the content.
    fn reason(&self, fired: &Fired<'v, 'a>) -> Reason {
        let of = |wanted: Truth| -> Vec<Id> {
            let places = self.signs_that_are(wanted, fired.ruling);
            places.filter_map(|place| self.protocol.signs().get(place)).map(|sign| sign.id.clone()).collect()
        };
        Reason {
            rule: fired.ruling.rule.id.clone(),
            level: fired.level,
            present: of(Truth::Yes),
            unknown: of(Truth::Unknown),
            is_doubt: fired.is_doubt,
        }
    }
}
