//! What reviewers see: every rule and question on its sheet, a graph that can be read, counts that are true, and content
//! out of date that reassures nobody.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

mod common;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use common::{CONTENT, changed, library};
use sentier_core::content::{Id, Library, Urgency};
use sentier_core::triage::census::census;
use sentier_core::triage::claims::{Method, PROOFS};
use sentier_core::triage::clinical::{PartKind, sheet};
use sentier_core::triage::fresh::{StaleContent, cautious, now};
use sentier_core::triage::graph::{Graph, Node, NodeKind, graph};
use sentier_core::triage::proof::lowering_answers;
use sentier_core::triage::{Answer, Answers, Cause, Known, MeasureAnswer, Protocol, Verdict, evaluate};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn every_rule_of_every_motif_is_on_its_sheet_once() {
    for motif in library().motifs() {
        let protocol = Protocol::new(library(), std::slice::from_ref(&motif.door.id));
        let mut ruled: Vec<&Id> = protocol.rules().iter().map(|rule| &rule.id).collect();
        let sheet = sheet(library(), motif);
        let mut shown: Vec<&Id> = sheet.rows().map(|row| &row.rule.id).collect();
        assert!(sheet.rows().map(|row| row.number).eq(1..=shown.len()), "{}", motif.door.id);
        ruled.sort();
        shown.sort();
        assert_eq!(shown, ruled, "{}", motif.door.id);
    }
}

#[test]
fn every_sign_of_every_motif_is_on_its_sheet_once() {
    for motif in library().motifs() {
        let sheet = sheet(library(), motif);
        let questions = sheet.parts.iter().flat_map(|part| &part.questions);
        let shown: Vec<&Id> = questions.map(|question| &question.sign.id).collect();
        let once: BTreeSet<&Id> = shown.iter().copied().collect();
        assert_eq!(once.len(), shown.len(), "{}", motif.door.id);
        let used = sheet.rows().flat_map(|row| row.rule.condition.signs());
        for sign in used.chain(motif.signs.iter().map(|sign| &sign.id)) {
            assert!(once.contains(sign), "{}: {sign}", motif.door.id);
        }
    }
}

/// The columns of a row say neither more nor less than the rule.
#[test]
fn a_row_speaks_of_the_signs_of_its_rule() {
    for motif in library().motifs() {
        for row in sheet(library(), motif).rows() {
            let said = row.signs.iter().chain(&row.terrain).flat_map(|phrase| phrase.signs());
            let mut said: Vec<&Id> = said.map(|sign| &sign.id).collect();
            let mut ruled = row.rule.condition.signs();
            said.sort();
            ruled.sort();
            assert_eq!(said, ruled, "{}", row.rule.id);
            assert!(!row.sources.is_empty(), "{}", row.rule.id);
        }
    }
}

fn overlap(one: &Node, other: &Node) -> bool {
    let apart = |from: i32, length: i32, to: i32| from + length <= to;
    !(apart(one.x, one.width, other.x)
        || apart(other.x, other.width, one.x)
        || apart(one.y, one.height, other.y)
        || apart(other.y, other.height, one.y))
}

fn overlapping(graph: &Graph) -> usize {
    let pairs = graph.nodes.iter().enumerate();
    pairs.map(|(place, one)| graph.nodes.iter().skip(place + 1).filter(|other| overlap(one, other)).count()).sum()
}

#[test]
fn no_box_of_a_graph_lies_on_another() {
    for motif in library().motifs() {
        let graph = graph(&sheet(library(), motif));
        assert_eq!(overlapping(&graph), 0, "{}", motif.door.id);
        let is_inside = |node: &Node| {
            node.x >= 0 && node.y >= 0 && node.x + node.width <= graph.width && node.y + node.height <= graph.height
        };
        assert!(graph.nodes.iter().all(is_inside), "{}", motif.door.id);
    }
}

#[test]
fn boxes_that_lie_on_each_other_are_found() {
    let mut crowded = graph(&sheet(library(), library().motifs().first().unwrap()));
    let first = crowded.nodes.first().unwrap().clone();
    crowded.nodes.push(first);
    assert_eq!(overlapping(&crowded), 1);
}

#[test]
fn a_graph_has_every_rule_and_sign_of_the_motif_once() {
    for motif in library().motifs() {
        let sheet = sheet(library(), motif);
        let graph = graph(&sheet);
        let drawn = sheet.parts.iter().filter(|part| matches!(part.kind, PartKind::Own | PartKind::Shared));
        let rows: Vec<_> = drawn.flat_map(|part| &part.rows).collect();
        let mut rules: Vec<usize> = rows.iter().map(|row| row.number).collect();
        let signs: BTreeSet<&Id> = rows.iter().flat_map(|row| row.rule.condition.signs()).collect();
        let mut drawn_rules = Vec::new();
        let mut drawn_signs = Vec::new();
        for node in &graph.nodes {
            match &node.kind {
                NodeKind::Rule(number) => drawn_rules.push(*number),
                NodeKind::Sign(id) | NodeKind::Terrain(id) => drawn_signs.push(id),
                NodeKind::Level(_) | NodeKind::OneStep => {}
            }
        }
        rules.sort_unstable();
        drawn_rules.sort_unstable();
        drawn_signs.sort();
        assert_eq!(drawn_rules, rules, "{}", motif.door.id);
        assert!(drawn_signs.iter().copied().eq(signs), "{}", motif.door.id);
        // Every line begins and ends at a box.
        for edge in &graph.edges {
            let touches = |(x, y): (i32, i32), is_end: bool| {
                graph.nodes.iter().any(|node| {
                    let side = if is_end { node.x } else { node.x + node.width };
                    side == x && (node.y..=node.y + node.height).contains(&y)
                })
            };
            assert!(touches(edge.from, false) && touches(edge.to, true), "{}: {edge:?}", motif.door.id);
        }
    }
}

/// The list on the page names tests that exist, and promises no empty one.
#[test]
fn every_proof_that_is_shown_is_a_test() {
    let tests = ["proofs.rs", "random_proofs.rs", "vignettes.rs", "review.rs"].map(|file| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
        std::fs::read_to_string(path).unwrap()
    });
    let census = census(library());
    for proof in PROOFS {
        let written = format!("#[test]\nfn {}()", proof.test);
        assert!(tests.iter().any(|text| text.contains(&written)), "{}", proof.test);
        assert!(proof.cases(&census, CONTENT.vignettes.len()) > 0, "{}", proof.test);
    }
    assert!(PROOFS.iter().all(|proof| !matches!(proof.method, Method::ByChance(0) | Method::Chosen(0))));
}

#[test]
fn every_rule_has_a_source_that_exists() {
    for motif in library().motifs() {
        for rule in Protocol::new(library(), std::slice::from_ref(&motif.door.id)).rules() {
            let known = rule.sources.iter().filter(|id| library().source(id).is_some()).count();
            assert!(known > 0 && known == rule.sources.len(), "{}", rule.id);
        }
    }
}

#[test]
fn the_census_counts_each_thing_once() {
    let counted = census(library());
    let by_level: usize = counted.rules_by_level.iter().map(|(_, count)| count).sum();
    assert_eq!(by_level + counted.one_step_rules, counted.rules);
    assert_eq!(counted.reviewed + counted.unreviewed, counted.motifs + counted.groups);
    assert_eq!(counted.sources.extract + counted.sources.to_verify, counted.sources.all);
    let fewer = changed(|draft| {
        draft.motifs.pop();
        draft.sources.iter_mut().for_each(|source| source.review_by = day(2020, 1, 1));
    });
    assert_eq!(census(&fewer).motifs + 1, counted.motifs);
    assert_eq!(census(&fewer).first_review, Some(day(2020, 1, 1)));
}

/// Nothing is there, and nothing could be measured, for a person of an age and sex.
fn well(library: &Library, protocol: &Protocol<'_>, age: u16) -> Answers {
    let ticked = protocol.signs().iter().filter(|sign| sign.is_ticked());
    let measures = library.draft().measures.iter();
    Answers {
        signs: ticked.map(|sign| (sign.id.clone(), Answer::No)).collect(),
        measures: measures.map(|measure| (measure.id.clone(), MeasureAnswer::Impossible)).collect(),
        age: Some(Known::Is(age)),
        sex: Some(Known::Is(sentier_core::content::Sex::Female)),
    }
}

fn late_engine(protocol: &Protocol<'_>, answers: &Answers) -> Verdict {
    cautious(protocol, evaluate(protocol, answers), day(2099, 1, 1))
}

/// On the last day that is still fresh everything is as the engine says; a day later nobody stays at home.
#[test]
fn stale_content_never_reassures() {
    let due = census(library()).first_review.unwrap();
    let before = due.pred_opt().unwrap();
    let mut raised = 0;
    for motif in library().motifs() {
        let protocol = Protocol::new(library(), std::slice::from_ref(&motif.door.id));
        let mut answers = well(library(), &protocol, 400);
        for sign in std::iter::once(None).chain(protocol.signs().iter().map(Some)) {
            if let Some(sign) = sign.filter(|sign| sign.is_ticked()) {
                answers.signs.insert(sign.id.clone(), Answer::Yes);
            }
            let fresh = evaluate(&protocol, &answers);
            assert_eq!(cautious(&protocol, fresh.clone(), before), fresh, "{}", motif.door.id);
            let late = late_engine(&protocol, &answers);
            assert_eq!(late.level, fresh.level.max(Urgency::Days), "{}", motif.door.id);
            assert_eq!(matches!(late.decided_by, Cause::Stale(_)), fresh.level < Urgency::Days);
            raised += usize::from(fresh.level < Urgency::Days);
            if let Some(sign) = sign.filter(|sign| sign.is_ticked()) {
                answers.signs.insert(sign.id.clone(), Answer::No);
            }
        }
    }
    assert!(raised > library().motifs().len(), "{raised}");
}

/// With content out of date in part, a further answer never lowers either: what is stale does not become fresh.
#[test]
fn no_answer_lowers_a_level_of_stale_content() {
    static HALF_STALE: std::sync::LazyLock<Library> = std::sync::LazyLock::new(|| {
        changed(|draft| {
            draft.motifs.truncate(4);
            let every_second = draft.sources.iter_mut().step_by(2);
            every_second.for_each(|source| source.review_by = day(2020, 1, 1));
        })
    });
    fn engine(protocol: &Protocol<'_>, answers: &Answers) -> Urgency {
        cautious(protocol, evaluate(protocol, answers), day(2026, 1, 1)).level
    }
    let (lowering, checked) = lowering_answers(&HALF_STALE, engine);
    assert!(lowering.is_empty(), "{}", lowering.join("\n"));
    assert!(checked > 1000, "{checked}");
}

/// Why everything that fired counts, not what decided alone: judged by what decided, a further sign would lower.
#[test]
fn staleness_of_what_decides_alone_is_refused() {
    let mixed = changed(|draft| {
        let ids: Vec<Id> = draft.sources.iter().take(2).map(|source| source.id.clone()).collect();
        draft.sources.iter_mut().take(1).for_each(|source| source.review_by = day(2020, 1, 1));
        let planned =
            |rule: &sentier_core::content::Rule| rule.effect == sentier_core::content::Effect::Raise(Urgency::Planned);
        let first = draft.motifs.iter().find(|motif| motif.rules.iter().any(planned)).unwrap().door.id.clone();
        draft.motifs.retain(|motif| motif.door.id == first);
        let motif = draft.motifs.first_mut().unwrap();
        motif.otherwise.level = Urgency::SelfCare;
        motif.sources = ids.iter().take(1).cloned().collect();
        for rule in &mut motif.rules {
            rule.sources = ids.iter().skip(1).cloned().collect();
        }
        motif.rules.retain(|rule| !matches!(rule.effect, sentier_core::content::Effect::Raise(Urgency::Days)));
        let used: BTreeSet<Id> = motif.rules.iter().flat_map(|rule| rule.condition.signs()).cloned().collect();
        motif.signs.retain(|sign| used.contains(&sign.id));
    });
    fn by_what_decides(protocol: &Protocol<'_>, answers: &Answers) -> Urgency {
        let verdict = evaluate(protocol, answers);
        let own = Verdict { reasons: Vec::new(), ..verdict.clone() };
        match &verdict.decided_by {
            Cause::Otherwise => cautious(protocol, own, day(2026, 1, 1)).level,
            _ => verdict.level,
        }
    }
    assert!(!lowering_answers(&mixed, by_what_decides).0.is_empty());
    fn by_all(protocol: &Protocol<'_>, answers: &Answers) -> Urgency {
        cautious(protocol, evaluate(protocol, answers), day(2026, 1, 1)).level
    }
    assert!(lowering_answers(&mixed, by_all).0.is_empty());
}

#[test]
fn the_verdict_names_what_is_out_of_date() {
    let old = changed(|draft| {
        let motif = draft.motifs.iter_mut().find(|motif| motif.otherwise.level < Urgency::Days).unwrap();
        motif.review.before = day(2026, 5, 1);
    });
    let motif = old.motifs().iter().find(|motif| motif.otherwise.level < Urgency::Days).unwrap();
    let protocol = Protocol::new(&old, std::slice::from_ref(&motif.door.id));
    let verdict = cautious(&protocol, evaluate(&protocol, &well(&old, &protocol, 400)), day(2026, 5, 1));
    let Cause::Stale(stale) = &verdict.decided_by else { panic!("{verdict:?}") };
    assert_eq!((&stale.what, stale.since), (&StaleContent::Motif(motif.door.id.clone()), day(2026, 5, 1)));
    assert_eq!(protocol.way(&verdict).map(|way| &way.id), old.level(Urgency::Days).map(|advice| &advice.way));
}

#[test]
fn a_clock_that_is_behind_makes_nothing_fresh() {
    assert_eq!(now(day(1970, 1, 1), day(2026, 11, 22)), day(2026, 11, 22));
    assert_eq!(now(day(2031, 1, 1), day(2026, 11, 22)), day(2031, 1, 1));
}
