//! The plain page of a motif says all its rules, the most urgent first, and gives away nothing where it lasts.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

mod plain;

use std::collections::BTreeMap;

use roxmltree::Document;
use sentier_core::content::{Effect, Motif, Urgency};
use sentier_core::plain::Plain;
use sentier_core::triage::clinical::sheet;

use plain::{CONTENT, all, level, said, section, trees};

fn motif_trees() -> Vec<(&'static Motif, Document<'static>)> {
    let mut trees: BTreeMap<&str, Document<'_>> = trees().into_iter().collect();
    let of = |motif: &'static Motif| (motif, trees.remove(Plain::motif_file(motif).as_str()).unwrap());
    CONTENT.library.motifs().iter().map(of).collect()
}

/// Every rule that can raise a motif stands under its level, with each of its questions and its reason.
#[test]
fn every_rule_of_a_motif_stands_under_its_level() {
    let mut count = 0;
    for (motif, tree) in &motif_trees() {
        let sheet = sheet(&CONTENT.library, motif);
        for row in sheet.rows() {
            let place = match row.rule.effect {
                Effect::Raise(raised) if raised < motif.otherwise.level => continue,
                Effect::Raise(raised) => level(tree, raised),
                Effect::OneStep if motif.otherwise.level >= Urgency::Hours => continue,
                Effect::OneStep => section(tree, &CONTENT.plain_words.step),
            };
            let place = said(place.unwrap_or_else(|| panic!("{}: no place for {}", motif.door.id, row.rule.id)));
            assert!(place.contains(&row.rule.because), "{}: {}", motif.door.id, row.rule.because);
            for sign in row.rule.condition.signs().iter().filter_map(|id| CONTENT.library.sign(id)) {
                assert!(place.contains(&sign.ask) && place.contains(sign.question()), "{}: {}", motif.door.id, sign.id);
            }
            count += 1;
        }
    }
    assert!(count > 3000, "{count} rules");
}

/// The vital signs of everybody are on every page, and what is read first is what is most urgent.
#[test]
fn the_most_urgent_comes_first_and_a_step_before_the_levels_that_it_moves() {
    let words = &CONTENT.plain_words;
    for (motif, tree) in &motif_trees() {
        let id = &motif.door.id;
        let order: Vec<String> = all(tree, "section")
            .filter_map(|section| {
                let heading = section.children().find(|node| node.has_tag_name("h2")).map(said);
                section.attribute("id").map(str::to_owned).or(heading)
            })
            .collect();
        let place = |name: &str| order.iter().position(|heading| heading == name);
        let levels: Vec<usize> = Urgency::MOST_URGENT_FIRST.iter().filter_map(|level| place(level.word())).collect();
        assert!(levels.is_sorted(), "{id}: {order:?}");
        let rest = place(&words.rest).unwrap();
        assert!(levels.iter().all(|place| *place < rest), "{id}: {order:?}");
        if motif.otherwise.level < Urgency::Hours {
            let step = place(&words.step).unwrap_or_else(|| panic!("{id}: {order:?}"));
            let moved = [Urgency::Days, Urgency::Planned, Urgency::SelfCare];
            assert!(moved.iter().filter_map(|level| place(level.word())).all(|level| step < level), "{id}");
            assert!(place("vital") < Some(step) && step < rest, "{id}");
        }
        let vital = said(level(tree, Urgency::Vital).unwrap());
        for sign in &CONTENT.library.group("gate").unwrap().signs {
            assert!(vital.contains(sign.question()), "{id}: {}", sign.id);
        }
        let otherwise = said(section(tree, &words.rest).unwrap());
        assert!(otherwise.contains(&motif.otherwise.because), "{id}");
    }
}

/// An address, a title and a description stand in the history, in the host's log and on the tab.
#[test]
fn a_motif_that_leaves_no_trace_is_named_nowhere_that_lasts() {
    let sensitive: Vec<_> = motif_trees().into_iter().filter(|(motif, _)| !motif.door.leaves_trace).collect();
    assert!(sensitive.len() >= 8);
    for (motif, tree) in &sensitive {
        let part = CONTENT.library.draft().parts.iter().find(|part| part.id == motif.door.part).unwrap();
        let title = said(all(tree, "title").next().unwrap());
        let described = all(tree, "meta").find(|meta| meta.attribute("name") == Some("description")).unwrap();
        let lasting = [Plain::motif_file(motif), title, described.attribute("content").unwrap().to_owned()].join(" ");
        let small = lasting.to_lowercase().replace(&part.title.to_lowercase(), "");
        for word in motif.door.title.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3)
        {
            assert!(!small.contains(word), "{}: “{word}” in “{lasting}”", motif.door.id);
        }
        assert!(!small.contains(&motif.door.id));
        let body = said(tree.root_element());
        for way in motif.door.always_shown.iter().filter_map(|id| CONTENT.library.way(id)) {
            assert!(body.contains(&way.action), "{}: {}", motif.door.id, way.id);
        }
    }
}
