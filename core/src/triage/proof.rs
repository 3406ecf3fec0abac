//! What must hold of every content, checked by going through all of it.
//!
//! Each proof returns what breaks it, in sentences; nothing means that it holds. `core/tests/proofs.rs` runs them over
//! the whole content, and the tests below feed each something bad that it must refuse.

use crate::content::{Condition, Effect, Id, Library, Motif, Origin, Rule, Sex, Urgency};

use super::{Answer, Answers, Cause, Known, MeasureAnswer, Protocol, StepKind, Truth, evaluate, walk};

/// The engine as a value, so that a proof can be shown to refuse a broken one: the level that answers lead to.
pub type Engine = fn(&Protocol<'_>, &Answers) -> Urgency;

/// A rule of more signs than this is enumerated so many neighbours at a time, the others absent: three to the power of
/// twelve assignments would take the afternoon.
const MOST_AT_ONCE: usize = 6;

/// The most ways to fulfil one condition that are looked at.
const MOST_WAYS: usize = 64;

/// Every rule decides for at least one person; a rule that never can is dead, and says something that nobody will hear.
#[must_use]
pub fn dead_rules(library: &Library) -> Vec<String> {
    let mut dead = Vec::new();
    let own = library.motifs().iter().flat_map(|motif| motif.rules.iter().map(move |rule| (Some(motif), rule)));
    let shared = library.draft().groups.iter().flat_map(|group| group.rules.iter().map(|rule| (None, rule)));
    for (motif, rule) in own.chain(shared) {
        let users: Vec<&Motif> = match motif {
            Some(motif) => vec![motif],
            None => library.motifs().iter().collect(),
        };
        if !users.iter().any(|motif| decides_for_somebody(library, motif, rule)) {
            dead.push(format!("“{}” decides for nobody", rule.id));
        }
    }
    dead
}

fn decides_for_somebody(library: &Library, motif: &Motif, rule: &Rule) -> bool {
    let protocol = Protocol::new(library, std::slice::from_ref(&motif.door.id));
    if !protocol.rules().iter().any(|other| other.id == rule.id) {
        return false;
    }
    ways_to_hold(&rule.condition).iter().any(|present| {
        let present = with_whom_they_concern(library, present);
        people(library, &protocol, &present).any(|answers| {
            let verdict = evaluate(&protocol, &answers);
            let under_the_step = match &verdict.decided_by {
                Cause::OneStep(step) => verdict.reasons.iter().find(|reason| &reason.rule != step),
                _ => None,
            };
            let decides = verdict.decided_by.word() == rule.id || under_the_step.is_some_and(|r| r.rule == rule.id);
            decides && walk(&protocol, &answers).verdict.is_some_and(|walked| walked.level == verdict.level)
        })
    })
}

/// Every level that a motif speaks of is the result of at least one person.
#[must_use]
pub fn unreachable_levels(library: &Library) -> Vec<String> {
    let mut unreachable = Vec::new();
    for motif in library.motifs() {
        let protocol = Protocol::new(library, std::slice::from_ref(&motif.door.id));
        let reaches = |level: Urgency, ways: &[Vec<Id>]| {
            let given = |answers: Answers| {
                let verdict = evaluate(&protocol, &answers);
                // What a motif gives may be one step below what comes out.
                let is_under_the_step =
                    matches!(verdict.decided_by, Cause::OneStep(_)) && verdict.level == level.one_step_up();
                verdict.level == level || is_under_the_step
            };
            ways.iter().any(|present| people(library, &protocol, present).any(given))
        };
        for level in Urgency::MOST_URGENT_FIRST {
            let rules = motif.rules.iter().filter(|rule| rule.effect == Effect::Raise(level));
            let ways: Vec<Vec<Id>> = rules.flat_map(|rule| ways_to_hold(&rule.condition)).collect();
            if !ways.is_empty() && !reaches(level, &ways) {
                unreachable.push(format!("“{}” never gives “{}”", motif.door.id, level.word()));
            }
        }
        if !reaches(motif.otherwise.level, &[Vec::new()]) {
            unreachable.push(format!("“{}” never gives its “otherwise”", motif.door.id));
        }
    }
    unreachable
}

/// Every sign that is vital by itself is to tick on the first screen after the gate, whatever can be measured. What is known of the person is no sign.
#[must_use]
pub fn late_vital_signs(library: &Library) -> Vec<String> {
    let mut late = Vec::new();
    for motif in library.motifs() {
        let protocol = Protocol::new(library, std::slice::from_ref(&motif.door.id));
        let mut answers = Answers::default();
        for sign in protocol.signs().iter().filter(|sign| protocol.is_gate(&sign.id)) {
            answers.signs.insert(sign.id.clone(), Answer::No);
        }
        let steps = walk(&protocol, &answers).steps;
        let first: Vec<Id> = match steps.get(1) {
            Some(step) if step.kind == StepKind::Signs(Urgency::Vital) => step.to_tick(library, &answers),
            _ => Vec::new(),
        };
        for rule in protocol.rules().iter().filter(|rule| rule.effect == Effect::Raise(Urgency::Vital)) {
            for sign in rule.condition.signs() {
                let is_asked_there = !protocol.is_gate(sign) && !protocol.is_terrain(sign);
                if rule.condition.is_single() && is_asked_there && !first.contains(sign) {
                    late.push(format!("“{sign}” of “{}” is not on the first screen", motif.door.id));
                }
            }
        }
    }
    late
}

/// No answer that goes from no to unknown, or from unknown to yes, lowers a level: for each rule, every assignment of
/// its own signs, for people of every age and sex that matters. Returns what breaks it and how many steps were checked.
#[must_use]
pub fn lowering_answers(library: &Library, engine: Engine) -> (Vec<String>, usize) {
    let mut lowering = Vec::new();
    let mut checked: usize = 0;
    for motif in library.motifs() {
        let protocol = Protocol::new(library, std::slice::from_ref(&motif.door.id));
        for rule in protocol.rules() {
            let (found, count) = lowering_in_rule(library, &protocol, rule, engine);
            lowering.extend(found);
            checked = checked.saturating_add(count);
        }
    }
    (lowering, checked)
}

fn lowering_in_rule(library: &Library, protocol: &Protocol<'_>, rule: &Rule, engine: Engine) -> (Vec<String>, usize) {
    let mut signs: Vec<&Id> = Vec::new();
    for sign in rule.condition.signs() {
        if !signs.contains(&sign) && library.sign(sign).is_some_and(|sign| sign.is_ticked()) {
            signs.push(sign);
        }
    }
    let mut found = Vec::new();
    let mut checked: usize = 0;
    for person in [
        person(None, None),
        person(Some(30), None),
        person(Some(500), Some(Sex::Female)),
        person(Some(1000), Some(Sex::Male)),
    ] {
        let base = answered(protocol, &[], person);
        let width = signs.len().min(MOST_AT_ONCE);
        let windows = if width == 0 { &[] } else { signs.as_slice() };
        for some in windows.windows(width.max(1)) {
            // Every assignment has a number in base three, a digit for each sign: its level is found once.
            let mut levels: Vec<Urgency> = Vec::new();
            for_each_assignment(some, &mut base.clone(), &mut |answers| levels.push(engine(protocol, answers)));
            for (number, level) in levels.iter().enumerate() {
                let mut place = levels.len();
                for sign in some {
                    place = place.checked_div(ANSWERS.len()).unwrap_or_default();
                    let digit =
                        number.checked_div(place).and_then(|turn| turn.checked_rem(ANSWERS.len())).unwrap_or_default();
                    let Some(raised) =
                        levels.get(number.saturating_add(place)).filter(|_| digit.saturating_add(1) < ANSWERS.len())
                    else {
                        continue;
                    };
                    checked = checked.saturating_add(1);
                    if raised < level {
                        found.push(format!("“{sign}” lowers “{}” in assignment {number} of {some:?}", rule.id));
                    }
                }
            }
        }
    }
    (found, checked)
}

/// The answers, in the order in which they may raise a level.
const ANSWERS: [Answer; 3] = [Answer::No, Answer::Unknown, Answer::Yes];

/// Goes through every assignment of answers to some signs, on top of other answers, the first sign slowest.
fn for_each_assignment(signs: &[&Id], answers: &mut Answers, visit: &mut dyn FnMut(&Answers)) {
    let Some((first, rest)) = signs.split_first() else {
        visit(answers);
        return;
    };
    for answer in ANSWERS {
        answers.signs.insert((*first).clone(), answer);
        for_each_assignment(rest, answers, visit);
    }
}

/// The next answer in the order in which answers may raise a level.
#[must_use]
pub fn next_higher(answer: Answer) -> Option<Answer> {
    match answer {
        Answer::No => Some(Answer::Unknown),
        Answer::Unknown => Some(Answer::Yes),
        Answer::Yes => None,
    }
}

/// Signs, with what must be known of a person for them to be asked.
fn with_whom_they_concern(library: &Library, signs: &[Id]) -> Vec<Id> {
    let concern = signs.iter().filter_map(|id| library.sign(id)).flat_map(|sign| sign.only_for.clone());
    signs.iter().cloned().chain(concern).collect()
}

/// The sets of signs of which each fulfils a condition, the first some of them.
fn ways_to_hold(condition: &Condition) -> Vec<Vec<Id>> {
    let ways = match condition {
        Condition::Is(sign) => vec![vec![sign.clone()]],
        Condition::Any(parts) => parts.iter().flat_map(ways_to_hold).collect(),
        Condition::All(parts) => all_of(parts),
        Condition::AtLeast(least, parts) => {
            let starts = 0..=parts.len().saturating_sub(*least);
            starts
                .flat_map(|start| all_of(parts.get(start..start.saturating_add(*least)).unwrap_or_default()))
                .collect()
        }
    };
    ways.into_iter().take(MOST_WAYS).collect()
}

fn all_of(parts: &[Condition]) -> Vec<Vec<Id>> {
    parts.iter().fold(vec![Vec::new()], |ways, part| {
        let more = ways_to_hold(part);
        let both = ways.iter().flat_map(|way| more.iter().map(move |other| [way.as_slice(), other].concat()));
        both.take(MOST_WAYS).collect()
    })
}

#[derive(Clone, Copy)]
struct Person {
    age: Option<Known<u16>>,
    sex: Option<Known<Sex>>,
}

fn person(age: Option<u16>, sex: Option<Sex>) -> Person {
    Person { age: Some(age.map_or(Known::Unknown, Known::Is)), sex: Some(sex.map_or(Known::Unknown, Known::Is)) }
}

/// Ages in months on both sides of every limit that the content may use.
const AGES: [u16; 22] = [1, 2, 3, 5, 6, 11, 18, 30, 61, 80, 130, 190, 200, 220, 300, 400, 500, 550, 640, 730, 800, 950];

/// Full answers of people of every age and sex to whom these signs can belong.
fn people<'a>(
    library: &'a Library,
    protocol: &'a Protocol<'a>,
    present: &'a [Id],
) -> impl Iterator<Item = Answers> + 'a {
    let everybody = AGES.iter().flat_map(|age| [Sex::Female, Sex::Male].map(|sex| person(Some(*age), Some(sex))));
    everybody.map(|person| answered(protocol, present, person)).filter(|answers| {
        present.iter().filter_map(|id| library.sign(id)).all(|sign| answers.truth(library, sign) == Some(Truth::Yes))
    })
}

/// Answers to everything: these signs are there, the others are not, and nothing could be measured.
fn answered(protocol: &Protocol<'_>, present: &[Id], person: Person) -> Answers {
    let mut answers = Answers { age: person.age, sex: person.sex, ..Answers::default() };
    for sign in protocol.signs().iter().filter(|sign| sign.is_ticked()) {
        let is_present = present.contains(&sign.id);
        answers.signs.insert(sign.id.clone(), if is_present { Answer::Yes } else { Answer::No });
        if let Origin::Measured { measure, .. } = &sign.origin {
            answers.measures.insert(measure.clone(), MeasureAnswer::Impossible);
        }
    }
    answers
}
