//! Which screen comes next, and which answers count.
//!
//! The walk is derived from the answers each time, never stored: it goes through the screens in order, keeps those whose
//! answers could still raise the level, and stops at the first that is not complete. An answer on a screen that is no
//! longer part of the walk does not count.

use crate::content::{Effect, Id, Origin, Sign, Urgency};

use super::evaluate::{Marked, askable_signs, open_signs};
use super::protocol::Place;
use super::{Answers, Protocol, Truth, Verdict, evaluate, highest_reachable, level};

/// The most lines of one screen of signs; a longer level is asked on several. The vital signs are never split.
pub const MOST_LINES: usize = 7;

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
    /// The signs it asks for, in the order shown; empty for a measure and for the person.
    pub signs: Vec<Id>,
    /// Whether it was answered in full.
    pub is_complete: bool,
}

/// What a screen asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// The vital signs that are asked before everything.
    Gate,
    /// Signs that can lead to this level.
    Signs(Urgency),
    /// One measure.
    Measure(Id),
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
    let stages = stages(protocol);
    let mut steps: Vec<Step> = Vec::new();
    let mut counted = Answers::default();
    loop {
        let now = Now { protocol, counted: &counted, truths: &counted.truths(protocol) };
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
                2..=6 => 1,
                _ => 2,
            };
            let at_most = steps.len().saturating_add(still).saturating_add(again);
            steps.push(step);
            return Walk { steps, at_most, counted: then, verdict: None };
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
    Measures,
    Signs(Urgency),
    Person,
    Terrain,
}

/// The order of asking: the gate; the vital signs; who the person is, so that nobody is asked what cannot concern them;
/// then level by level, most urgent first, each preceded by the measures it uses; then what is known of the person.
fn stages(protocol: &Protocol<'_>) -> Vec<Stage> {
    let levels = levels_of(protocol);
    let places = 0..protocol.signs().len();
    let (terrain, rest): (Vec<Place>, Vec<Place>) = places.partition(|place| protocol.is_terrain_at(*place));
    let (gate_signs, rest): (Vec<Place>, Vec<Place>) = rest.into_iter().partition(|place| protocol.is_gate_at(*place));
    let mut stages = vec![Stage { kind: StageKind::Gate, signs: gate_signs }];
    for level in Urgency::MOST_URGENT_FIRST {
        let is_asked_here = |place: &Place| levels.get(*place) == Some(&Some(level));
        let signs: Vec<Place> = rest.iter().copied().filter(is_asked_here).collect();
        stages.push(Stage { kind: StageKind::Measures, signs: signs.clone() });
        stages.push(Stage { kind: StageKind::Signs(level), signs });
        if level == Urgency::Vital {
            stages.push(Stage { kind: StageKind::Person, signs: terrain.clone() });
        }
    }
    stages.push(Stage { kind: StageKind::Terrain, signs: terrain });
    stages
}

/// The level at which each sign is asked: its own, where it is a rule by itself; else that of the most urgent rule
/// that it is a part of, with the vital ones asked right after those that are vital by themselves.
fn levels_of(protocol: &Protocol<'_>) -> Vec<Option<Urgency>> {
    let mut own: Vec<Option<Urgency>> = vec![None; protocol.signs().len()];
    let mut shared = own.clone();
    for ruling in protocol.rulings() {
        let level = match ruling.rule.effect {
            Effect::Raise(level) => level,
            Effect::OneStep => Urgency::Hours,
        };
        let (levels, level) =
            if ruling.condition.is_single() { (&mut own, level) } else { (&mut shared, level.min(Urgency::Emergency)) };
        for place in ruling.condition.signs() {
            if let Some(known) = levels.get_mut(*place) {
                *known = (*known).max(Some(level));
            }
        }
    }
    own.into_iter().zip(shared).map(|(own, shared)| own.or(shared)).collect()
}

/// The answers that count so far, and what they say of each sign.
struct Now<'n, 'a> {
    protocol: &'n Protocol<'a>,
    counted: &'n Answers,
    truths: &'n [Option<Truth>],
}

impl<'a> Now<'_, 'a> {
    /// The screens of a stage: of its signs those that are open and not answered yet.
    fn pages(&self, stage: &Stage, open: &Marked) -> Vec<Step> {
        let waiting = stage.signs.iter().copied().filter(|place| {
            let is_used = open.contains(*place) || self.is_needed_by(stage, open, *place);
            is_used && self.truths.get(*place) == Some(&None)
        });
        let waiting: Vec<&'a Sign> = waiting.filter_map(|place| self.protocol.signs().get(place).copied()).collect();
        let screens = |kind, most| screens(kind, &waiting, self.counted, most);
        match stage.kind {
            StageKind::Gate => screens(StepKind::Gate, usize::MAX),
            StageKind::Signs(Urgency::Vital) => screens(StepKind::Signs(Urgency::Vital), usize::MAX),
            StageKind::Signs(level) => screens(StepKind::Signs(level), MOST_LINES),
            StageKind::Terrain => screens(StepKind::Terrain, MOST_LINES),
            StageKind::Measures => {
                let mut measures: Vec<&Id> = Vec::new();
                for sign in waiting {
                    if let Origin::Measured { measure, .. } = &sign.origin
                        && !self.counted.measures.contains_key(measure)
                        && !measures.contains(&measure)
                    {
                        measures.push(measure);
                    }
                }
                measures.into_iter().map(|measure| Step::of(StepKind::Measure(measure.clone()), Vec::new())).collect()
            }
            StageKind::Person => {
                let age = waiting.iter().any(|sign| matches!(sign.origin, Origin::Age { .. }));
                let sex = waiting.iter().any(|sign| matches!(sign.origin, Origin::Sex(_)));
                if age || sex { vec![Step::of(StepKind::Person { age, sex }, Vec::new())] } else { Vec::new() }
            }
        }
    }

    /// Age and sex are also needed where they decide whether an open sign is asked at all.
    fn is_needed_by(&self, stage: &Stage, open: &Marked, place: Place) -> bool {
        matches!(stage.kind, StageKind::Person)
            && open.places().any(|other| self.protocol.limits_at(other).contains(&place))
    }
}

/// The signs to tick, on as few screens as they fit, split as evenly as can be.
fn screens(kind: StepKind, waiting: &[&Sign], counted: &Answers, most: usize) -> Vec<Step> {
    let ids: Vec<Id> = waiting.iter().filter(|sign| counted.is_to_tick(sign)).map(|sign| sign.id.clone()).collect();
    let lines = ids.len().div_ceil(ids.len().div_ceil(most).max(1)).max(1);
    ids.chunks(lines).map(|page| Step::of(kind.clone(), page.to_vec())).collect()
}

impl Step {
    fn of(kind: StepKind, signs: Vec<Id>) -> Self {
        Self { kind, signs, is_complete: false }
    }
}

/// Takes over the answers of a screen. It is complete when every question is answered, or when the answers given
/// leave nothing that could still raise the level: one yes to a vital sign ends the questions.
fn count(protocol: &Protocol<'_>, step: &Step, answers: &Answers, counted: &mut Answers) -> bool {
    let is_answered = match &step.kind {
        StepKind::Measure(measure) => {
            if let Some(value) = answers.measures.get(measure) {
                counted.measures.insert(measure.clone(), *value);
            }
            answers.measures.contains_key(measure)
        }
        StepKind::Person { age, sex } => {
            counted.age = answers.age.filter(|_| *age).or(counted.age);
            counted.sex = answers.sex.filter(|_| *sex).or(counted.sex);
            (!age || answers.age.is_some()) && (!sex || answers.sex.is_some())
        }
        StepKind::Gate | StepKind::Signs(_) | StepKind::Terrain => {
            for sign in &step.signs {
                if let Some(answer) = answers.signs.get(sign) {
                    counted.signs.insert(sign.clone(), *answer);
                }
            }
            step.signs.iter().all(|sign| answers.signs.contains_key(sign))
        }
    };
    is_answered || level(protocol, counted) >= highest_reachable(protocol, counted)
}
