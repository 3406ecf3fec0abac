//! Which screen comes next, and which answers count.
//!
//! The walk is derived from the answers each time, never stored: it goes through the screens in order, keeps those whose
//! answers could still raise the level, and stops at the first that is not complete. An answer on a screen that is no
//! longer part of the walk does not count.

use std::cmp::Reverse;

use crate::content::{Effect, Id, Library, Origin, Sign, Urgency};

use super::evaluate::{Marked, askable_signs, open_signs};
use super::protocol::Place;
use super::{Answers, Protocol, Truth, Verdict, evaluate, highest_reachable, level};

/// The most lines of one screen of signs, a measure being one; more are asked on several. The vital signs are never
/// split.
pub const MOST_LINES: usize = 12;

/// The way through the questions, as far as the answers lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The screens, in order; all but the last are complete, and the last is where there is no verdict.
    pub steps: Vec<Step>,
    /// The most screens that the walk can still have, those of `steps` included.
    pub at_most: usize,
    /// The answers that count.
    pub counted: Answers,
    /// The conclusion, where every screen is complete.
    pub verdict: Option<Verdict>,
}

/// One screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it asks about.
    pub kind: StepKind,
    /// The signs it asks for, in the order shown; those of a measure are to tick only where it could not be taken.
    pub signs: Vec<Id>,
    /// The measures it asks for, in the order shown.
    pub measures: Vec<Id>,
    /// Whether it was answered in full.
    pub is_complete: bool,
}

/// What a screen asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// The vital signs that are asked before everything.
    Gate,
    /// Signs and measures, of which the first can lead to this level and none to a more urgent one.
    Signs(Urgency),
    /// Age and sex, as far as needed.
    Person {
        /// Whether a rule still needs the age.
        age: bool,
        /// Whether a rule still needs the sex.
        sex: bool,
    },
    /// What is known of the person: pregnancy, treatments, diseases.
    Terrain,
}

/// Walks through the screens of a protocol as far as the answers lead. The next screen is always the first, in the
/// order of asking, that has an open question: a doubt may open again what came before.
#[must_use]
pub fn walk(protocol: &Protocol<'_>, answers: &Answers) -> Walk {
    let turns = turns_of(protocol);
    let stages = stages(protocol, &turns);
    let mut steps: Vec<Step> = Vec::new();
    let mut counted = Answers::default();
    loop {
        let now = Now { protocol, turns: &turns, counted: &counted, truths: &counted.truths(protocol) };
        let open = open_signs(protocol, now.truths);
        let next = stages.iter().find_map(|stage| now.pages(stage, &open).into_iter().next());
        let Some(mut step) = next else {
            let verdict = Some(evaluate(protocol, &counted));
            return Walk { at_most: steps.len(), steps, counted, verdict };
        };
        let mut then = counted.clone();
        step.is_complete = count(protocol, &step, answers, &mut then);
        if !step.is_complete {
            let askable = askable_signs(protocol, now.truths);
            let still: usize = stages.iter().map(|stage| now.pages(stage, &askable).len()).sum();
            // A doubt may open again what was left out of a screen, and ask it on a screen of its own; in a long walk twice.
            let again = match still {
                0 | 1 => 0,
                2..=4 => 1,
                _ => 2,
            };
            let at_most = steps.len().saturating_add(still).saturating_add(again);
            steps.push(step);
            return Walk { steps, at_most, counted: then, verdict: None };
        }
        // A rule may still become truer without saying more than what holds, as one that rests on a doubt. Its question is
        // open, changes nothing and was not answered: asking it again would never end.
        if then == counted {
            let verdict = Some(evaluate(protocol, &counted));
            return Walk { at_most: steps.len(), steps, counted, verdict };
        }
        steps.push(step);
        counted = then;
    }
}

/// A stretch of the order of asking, with the places of the signs that belong to it.
struct Stage {
    kind: StageKind,
    signs: Vec<Place>,
}

enum StageKind {
    Gate,
    Vital,
    Person,
    Signs,
    Terrain,
}

/// The order of asking: the gate; the vital signs; who the person is, so that nobody is asked what cannot concern them;
/// then all other signs, most urgent first, with the measures they use; then what is known of the person.
fn stages(protocol: &Protocol<'_>, turns: &[Option<Turn>]) -> Vec<Stage> {
    let turn_of = |place: &Place| turns.get(*place).copied().flatten();
    let places = 0..protocol.signs().len();
    let (terrain, rest): (Vec<Place>, Vec<Place>) = places.partition(|place| protocol.is_terrain_at(*place));
    let (gate, rest): (Vec<Place>, Vec<Place>) = rest.into_iter().partition(|place| protocol.is_gate_at(*place));
    let (vital, mut rest): (Vec<Place>, Vec<Place>) =
        rest.into_iter().partition(|place| turn_of(place).is_some_and(|(level, _)| level == Urgency::Vital));
    rest.sort_by_key(|place| Reverse(turn_of(place)));
    vec![
        Stage { kind: StageKind::Gate, signs: gate },
        Stage { kind: StageKind::Vital, signs: vital },
        Stage { kind: StageKind::Person, signs: terrain.clone() },
        Stage { kind: StageKind::Signs, signs: rest },
        Stage { kind: StageKind::Terrain, signs: terrain },
    ]
}

/// When a sign is asked: its level, and whether it leads there without another beside it; the greater is asked first.
type Turn = (Urgency, bool);

/// When each sign is asked: at the level of the most urgent rule that names it. Signs that are vital only together with
/// others come right after those that are vital by themselves, with those that are an emergency by themselves.
fn turns_of(protocol: &Protocol<'_>) -> Vec<Option<Turn>> {
    let mut turns: Vec<Option<Turn>> = vec![None; protocol.signs().len()];
    for ruling in protocol.rulings() {
        let level = match ruling.rule.effect {
            Effect::Raise(level) => level,
            Effect::OneStep => Urgency::Hours,
        };
        let turn = match (ruling.condition.is_single(), level) {
            (true, level) => (level, true),
            (false, Urgency::Vital) => (Urgency::Emergency, true),
            (false, level) => (level, false),
        };
        for place in ruling.condition.signs() {
            if let Some(known) = turns.get_mut(*place) {
                *known = (*known).max(Some(turn));
            }
        }
    }
    turns
}

/// The answers that count so far, and what they say of each sign.
struct Now<'n, 'a> {
    protocol: &'n Protocol<'a>,
    turns: &'n [Option<Turn>],
    counted: &'n Answers,
    truths: &'n [Option<Truth>],
}

/// One line of a screen: a sign to tick, or a measure with the signs to tick where it could not be taken.
struct Line<'a> {
    level: Urgency,
    measure: Option<&'a Id>,
    signs: Vec<&'a Id>,
}

impl<'a> Now<'_, 'a> {
    /// The screens of a stage: of its signs those that are open and not answered yet.
    fn pages(&self, stage: &Stage, open: &Marked) -> Vec<Step> {
        let waiting = stage.signs.iter().copied().filter(|place| {
            let is_used = open.contains(*place) || self.is_needed_by(stage, open, *place);
            is_used && self.truths.get(*place) == Some(&None)
        });
        let waiting = waiting.filter_map(|place| self.protocol.signs().get(place).map(|sign| (place, *sign)));
        match stage.kind {
            StageKind::Gate => screens(&self.lines(waiting), usize::MAX, |_| StepKind::Gate),
            StageKind::Vital => screens(&self.lines(waiting), usize::MAX, StepKind::Signs),
            StageKind::Signs => screens(&self.lines(waiting), MOST_LINES, StepKind::Signs),
            StageKind::Terrain => screens(&self.lines(waiting), MOST_LINES, |_| StepKind::Terrain),
            StageKind::Person => {
                let origins: Vec<&Origin> = waiting.map(|(_, sign)| &sign.origin).collect();
                let age = origins.iter().any(|origin| matches!(origin, Origin::Age { .. }));
                let sex = origins.iter().any(|origin| matches!(origin, Origin::Sex(_)));
                if age || sex { vec![Step::of(StepKind::Person { age, sex }, &[])] } else { Vec::new() }
            }
        }
    }

    /// Age and sex are also needed where they decide whether an open sign is asked at all.
    fn is_needed_by(&self, stage: &Stage, open: &Marked, place: Place) -> bool {
        matches!(stage.kind, StageKind::Person)
            && open.places().any(|other| self.protocol.limits_at(other).contains(&place))
    }

    /// The lines that ask for signs. A measure is asked once, where the first of its signs is.
    fn lines(&self, waiting: impl Iterator<Item = (Place, &'a Sign)>) -> Vec<Line<'a>> {
        let mut lines: Vec<Line<'a>> = Vec::new();
        for (place, sign) in waiting {
            let measure = match &sign.origin {
                Origin::Age { .. } | Origin::Sex(_) => continue,
                Origin::Measured { measure, .. } if !self.counted.is_to_tick(sign) => Some(measure),
                Origin::Measured { .. } | Origin::Asked => None,
            };
            let same = measure.and_then(|_| lines.iter_mut().find(|line| line.measure == measure));
            match same {
                Some(line) => line.signs.push(&sign.id),
                None => {
                    let level = self.turns.get(place).copied().flatten().map_or(Urgency::SelfCare, |(level, _)| level);
                    lines.push(Line { level, measure, signs: vec![&sign.id] });
                }
            }
        }
        lines
    }
}

/// Lines on as few screens as they fit, each as full as it may be: the sooner a sign is asked, the sooner it ends the
/// questions.
fn screens(lines: &[Line<'_>], most: usize, kind: impl Fn(Urgency) -> StepKind) -> Vec<Step> {
    let level = |page: &[Line<'_>]| page.iter().map(|line| line.level).max().unwrap_or(Urgency::SelfCare);
    lines.chunks(most).map(|page| Step::of(kind(level(page)), page)).collect()
}

impl Step {
    fn of(kind: StepKind, lines: &[Line<'_>]) -> Self {
        let signs = lines.iter().flat_map(|line| line.signs.iter().copied().cloned()).collect();
        let measures = lines.iter().filter_map(|line| line.measure.cloned()).collect();
        Self { kind, signs, measures, is_complete: false }
    }

    /// The signs to tick now: those of a measure only where it was said that it could not be taken.
    #[must_use]
    pub fn to_tick(&self, library: &Library, answers: &Answers) -> Vec<Id> {
        let is_to_tick = |id: &&Id| library.sign(id).is_some_and(|sign| answers.is_to_tick(sign));
        self.signs.iter().filter(is_to_tick).cloned().collect()
    }
}

/// Takes over the answers of a screen. It is complete when every question is answered, or when the answers given
/// leave nothing that could still raise the level: one yes to a vital sign ends the questions.
fn count(protocol: &Protocol<'_>, step: &Step, answers: &Answers, counted: &mut Answers) -> bool {
    let is_answered = match &step.kind {
        StepKind::Person { age, sex } => {
            counted.age = answers.age.filter(|_| *age).or(counted.age);
            counted.sex = answers.sex.filter(|_| *sex).or(counted.sex);
            (!age || answers.age.is_some()) && (!sex || answers.sex.is_some())
        }
        StepKind::Gate | StepKind::Signs(_) | StepKind::Terrain => {
            for measure in &step.measures {
                if let Some(value) = answers.measures.get(measure) {
                    counted.measures.insert(measure.clone(), *value);
                }
            }
            let to_tick = step.to_tick(protocol.library(), counted);
            for sign in &to_tick {
                if let Some(answer) = answers.signs.get(sign) {
                    counted.signs.insert(sign.clone(), *answer);
                }
            }
            step.measures.iter().all(|measure| answers.measures.contains_key(measure))
                && to_tick.iter().all(|sign| answers.signs.contains_key(sign))
        }
    };
    is_answered || level(protocol, counted) >= highest_reachable(protocol, counted)
}
