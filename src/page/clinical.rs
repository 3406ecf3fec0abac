//! The rules as a clinician reads them: the list of motifs, and one of them with its table, its graph and its stories.

use leptos::prelude::*;
use sentier_core::content::{Decided, Explain, Id, Library, Motif, ReviewStatus, Sex, Story, UnknownReading};
use sentier_core::triage::clinical::{Part, PartKind, Question, Sheet, sheet as laid_out};
use sentier_core::triage::graph::graph;

use crate::browser::document;
use crate::parts::{at_once, sheet_page};
use crate::review::ReviewState;
use crate::route::Route;
use crate::state::{Arrival, State};
use crate::text::text;
use crate::ui::applies_to::{age, applies_to};
use crate::ui::data_table::data_table;
use crate::ui::date_text::long;
use crate::ui::kit::{block, button, fold, heading, item, link, list, paragraph, subheading};
use crate::ui::level_badge::name;
use crate::ui::rule_graph::rule_graph;
use crate::ui::rule_table::{limits, rule_table};

/// The motifs, by part of the body.
pub fn rules(state: State, review: ReviewState) -> AnyView {
    let t = text();
    let (parts, doors) = state.now(|model, _| (model.start.parts.clone(), model.start.doors.clone()));
    let open = |id: Id, title: String| {
        let press = move || {
            review.select(id.clone());
            state.go(Route::Sheet);
        };
        item(vec![button("quiet", title, Box::new(press))])
    };
    let mut lines = vec![heading(t.clinical_title), paragraph("lead", t.clinical_lead)];
    for part in parts {
        let own = doors.iter().filter(|door| door.part == part.id);
        let own: Vec<AnyView> = own.map(|door| open(door.id.clone(), door.title.clone())).collect();
        if !own.is_empty() {
            lines.push(subheading(part.title));
            lines.push(list("rule-motifs", own));
        }
    }
    lines.push(link("second", Route::Proofs.hash(), t.proofs_title));
    block("screen clinical", lines)
}

/// The rules of the motif that was chosen.
pub fn sheet(state: State, review: ReviewState) -> AnyView {
    review.open();
    let page = move || {
        let arrival = [state.around.get().arrival, review.arrival()];
        untrack(|| page_of(state, review, arrival))
    };
    block("screen clinical", vec![page.into_any()])
}

fn page_of(state: State, review: ReviewState, arrival: [Arrival; 2]) -> AnyView {
    let page = waiting(state, review, arrival).or_else(|| at_once(sheet_page(state, review)));
    page.unwrap_or_else(|| block("waiting", vec![heading(text().clinical_waiting)]))
}

/// The rules of the motif, once they and the stories are here.
pub fn arrived(state: State, review: ReviewState) -> AnyView {
    let t = text();
    let selected = review.selected().unwrap_or_default();
    let view = state.now(|model, _| {
        let motif = model.library.motif(&selected)?;
        let sheet = laid_out(&model.library, motif);
        review.with(|explain| {
            let day = format!("{} {} · {} {}", t.clinical_day, long(model.today), t.version, model.library.version());
            let parts = vec![
                back(),
                heading(motif.door.title.clone()),
                status(motif, explain),
                paragraph("", format!("{}\u{a0}: {}", t.clinical_applies_to, applies_to(motif.door.applies_to))),
                paragraph("hint", day),
                block("actions", vec![button("second", t.print, Box::new(document::print))]),
                tables(&model.library, &sheet),
                drawing(&model.library, &sheet),
                stories(&model.library, &explain.stories_of(&selected)),
                fold("rule-questions", false, t.clinical_questions, vec![questions(&sheet)]),
            ];
            block("clinical-sheet", parts)
        })
    });
    view.unwrap_or_else(|| {
        block("clinical-sheet", vec![heading(t.clinical_none), paragraph("", t.clinical_none_body), back()])
    })
}

/// What is shown while something has not arrived; nothing once all has.
pub fn waiting(state: State, review: ReviewState, arrival: [Arrival; 2]) -> Option<AnyView> {
    let t = text();
    if arrival.contains(&Arrival::Failed) {
        let [rules, stories] = arrival;
        let again = move || {
            if rules == Arrival::Failed {
                state.fetch_content();
            }
            if stories == Arrival::Failed {
                review.fetch();
            }
        };
        let retry = button("main", t.waiting_retry, Box::new(again));
        return Some(block("waiting", vec![heading(t.clinical_failed), paragraph("", t.clinical_failed_body), retry]));
    }
    (arrival != [Arrival::Here; 2]).then(|| block("waiting", vec![heading(t.clinical_waiting)]))
}

fn back() -> AnyView {
    link("back", Route::Rules.hash(), text().clinical_back)
}

/// Who has reviewed it, by when it must be read again, and where it is written.
fn status(motif: &Motif, explain: &Explain) -> AnyView {
    let t = text();
    let state = match motif.review.status {
        ReviewStatus::Unreviewed => t.clinical_unreviewed,
        ReviewStatus::Reviewed => t.clinical_reviewed,
    };
    let file = explain.files.get(&motif.door.id).cloned().unwrap_or_default();
    let said = [
        format!("{state}. {} {}.", t.clinical_review_by, long(motif.review.before)),
        format!("{} {} · {}\u{a0}: content/{file}", t.clinical_card, motif.card, t.clinical_file),
    ];
    block("clinical-status", said.map(|said| paragraph("", said)).into_iter().collect())
}

/// The table of the motif and its groups; what is asked with every motif, folded.
fn tables(library: &Library, sheet: &Sheet<'_>) -> AnyView {
    let t = text();
    let of = |wanted: &[PartKind]| sheet.parts.iter().filter(|part| wanted.contains(&part.kind)).collect::<Vec<_>>();
    let folded = |title: &'static str, kind: PartKind| {
        fold("rule-shared", false, title, vec![rule_table(library, &of(&[kind]), None)])
    };
    block(
        "rule-tables",
        vec![
            subheading(t.clinical_table),
            rule_table(library, &of(&[PartKind::Own, PartKind::Shared]), Some(sheet.motif)),
            folded(t.clinical_always, PartKind::Always),
            folded(t.clinical_gate, PartKind::Gate),
        ],
    )
}

fn drawing(library: &Library, sheet: &Sheet<'_>) -> AnyView {
    let t = text();
    block(
        "rule-drawing",
        vec![
            subheading(t.clinical_graph),
            paragraph("hint", t.clinical_graph_lead),
            rule_graph(library, &graph(sheet)),
        ],
    )
}

/// The stories that test the motif, most urgent first.
fn stories(library: &Library, stories: &[&Story]) -> AnyView {
    let t = text();
    let decided = |story: &Story| {
        let by = match story.decided_by {
            Decided::Doubts => t.clinical_doubts.to_owned(),
            Decided::Otherwise => t.clinical_otherwise.to_owned(),
            Decided::Rule(number) => format!("{} {number}", t.clinical_number),
        };
        let near = story.is_near_miss.then(|| paragraph("hint", t.clinical_near_miss));
        vec![by.into_any(), near.into_any()].into_any()
    };
    let rows = stories.iter().map(|story| {
        vec![
            story.text.clone().into_any(),
            person(story).into_any(),
            name(library, story.expect).into_any(),
            decided(story),
        ]
    });
    let heads = vec![t.clinical_story, t.clinical_person, t.clinical_level, t.clinical_decided];
    let table = data_table(t.clinical_stories_caption, heads, vec![(None, rows.collect())]);
    block("rule-stories", vec![subheading(format!("{} ({})", t.clinical_stories, stories.len())), table])
}

fn person(story: &Story) -> String {
    let t = text();
    let sex = match story.sex {
        Sex::Female => t.female,
        Sex::Male => t.male,
    };
    format!("{}, {sex}", age(story.age))
}

/// Every question, word for word, each part of the sheet under its title.
fn questions(sheet: &Sheet<'_>) -> AnyView {
    let t = text();
    let groups = sheet.parts.iter().map(|part: &Part<'_>| {
        let rows = part.questions.iter().map(question).collect();
        (Some(part.title.to_owned()), rows)
    });
    let heads = vec![t.clinical_question, t.clinical_help, t.clinical_terrain, t.clinical_doubt, t.clinical_used_by];
    data_table(t.clinical_questions, heads, groups.collect())
}

fn question(question: &Question<'_>) -> Vec<AnyView> {
    let t = text();
    let doubt = match question.sign.unknown {
        UnknownReading::Sign => t.clinical_doubt_sign,
        UnknownReading::Fact => t.clinical_doubt_fact,
        UnknownReading::Vital => t.clinical_doubt_vital,
    };
    let used: Vec<String> = question.used_by.iter().map(ToString::to_string).collect();
    vec![
        question.sign.ask.clone().into_any(),
        question.sign.help.clone().unwrap_or_default().into_any(),
        limits(&question.only_for).unwrap_or_else(|| t.clinical_anybody.to_owned()).into_any(),
        doubt.into_any(),
        used.join(", ").into_any(),
    ]
}
