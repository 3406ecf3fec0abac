//! Which screen comes next, and which answers count.
//!
//! The walk is derived from the answers each time, never stored: it goes through the screens in order, keeps those whose
//! answers could still raise the level, and stops at the first that is not complete. An answer on a screen that is no
//! longer part of the walk does not count.

use crate::Sorted;
use crate::content::{Effect, Id, Library, Origin, Sign, Urgency};

use super::{Answers, Protocol, Verdict, askable_signs, evaluate, highest_reachable, open_signs};

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
        let open = open_signs(protocol, &counted);
        let next = stages.iter().find_map(|stage| pages(protocol, stage, &open, &counted).into_iter().next());
        let Some(mut step) = next else {
            let verdict = Some(evaluate(protocol, &counted));
            return Walk { at_most: steps.len(), steps, counted, verdict };
        };
        let before = counted.clone();
        step.is_complete = count(protocol, &step, answers, &mut counted);
        let is_complete = step.is_complete;
        if !is_complete {
            let askable = askable_signs(protocol, &before);
            let still: usize = stages.iter().map(|stage| pages(protocol, stage, &askable, &before).len()).sum();
            // A doubt may open again what was left out of a screen, and ask it on a screen of its own; in a long walk twice.
            let again = match still {
                0 | 1 => 0,
                2..=6 => 1,
                _ => 2,
            };
            let at_most = steps.len().saturating_add(still).saturating_add(again);
            steps.push(step);
            return Walk { steps, at_most, counted, verdict: None };
        }
        steps.push(step);
    }
}

/// A place in the order of asking, with the signs that belong to it.
struct Stage<'a> {
    kind: StageKind,
    signs: Vec<&'a Sign>,
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
fn stages<'a>(protocol: &Protocol<'a>) -> Vec<Stage<'a>> {
    let levels = levels_of(protocol);
    let (terrain, rest): (Vec<&Sign>, Vec<&Sign>) =
        protocol.signs().iter().copied().partition(|sign| protocol.is_terrain(&sign.id));
    let (gate_signs, rest): (Vec<&Sign>, Vec<&Sign>) = rest.into_iter().partition(|sign| protocol.is_gate(&sign.id));
    let mut stages = vec![Stage { kind: StageKind::Gate, signs: gate_signs }];
    for level in Urgency::MOST_URGENT_FIRST {
        let signs: Vec<&Sign> =
            rest.iter().copied().filter(|sign| levels.get(sign.id.as_str()) == Some(&level)).collect();
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
fn levels_of<'a>(protocol: &Protocol<'a>) -> Sorted<&'a str, Urgency> {
    let mut own: Sorted<&str, Urgency> = Sorted::default();
    let mut shared: Sorted<&str, Urgency> = Sorted::default();
    for rule in protocol.rules() {
        let level = match rule.effect {
            Effect::Raise(level) => level,
            Effect::OneStep => Urgency::Hours,
        };
        let (levels, level) =
            if rule.condition.is_single() { (&mut own, level) } else { (&mut shared, level.min(Urgency::Emergency)) };
        for sign in rule.condition.signs() {
            let level = levels.get(sign.as_str()).map_or(level, |known| level.max(*known));
            levels.insert(sign.as_str(), level);
        }
    }
    for (sign, level) in own.iter() {
        shared.insert(sign, *level);
    }
    shared
}

/// The screens of a stage: of its signs those that are open and not answered yet.
fn pages(protocol: &Protocol<'_>, stage: &Stage<'_>, open: &Sorted<&str, ()>, counted: &Answers) -> Vec<Step> {
    let library = protocol.library();
    let waiting = stage.signs.iter().copied().filter(|sign| {
        let is_used = open.contains_key(sign.id.as_str()) || is_needed_by(library, stage, open, sign);
        is_used && counted.truth(library, sign).is_none()
    });
    let waiting: Vec<&Sign> = waiting.collect();
    match stage.kind {
        StageKind::Gate => screens(StepKind::Gate, &waiting, counted, usize::MAX),
        StageKind::Signs(Urgency::Vital) => screens(StepKind::Signs(Urgency::Vital), &waiting, counted, usize::MAX),
        StageKind::Signs(level) => screens(StepKind::Signs(level), &waiting, counted, MOST_LINES),
        StageKind::Terrain => screens(StepKind::Terrain, &waiting, counted, MOST_LINES),
        StageKind::Measures => {
            let mut measures: Vec<&Id> = Vec::new();
            for sign in waiting {
                if let Origin::Measured { measure, .. } = &sign.origin
                    && !counted.measures.contains_key(measure)
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

/// Age and sex are also needed where they decide whether an open sign is asked at all.
fn is_needed_by(library: &Library, stage: &Stage<'_>, open: &Sorted<&str, ()>, sign: &Sign) -> bool {
    matches!(stage.kind, StageKind::Person)
        && open.iter().filter_map(|(id, ())| library.sign(id)).any(|other| other.only_for.contains(&sign.id))
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
    is_answered || evaluate(protocol, counted).level >= highest_reachable(protocol, counted)
}
