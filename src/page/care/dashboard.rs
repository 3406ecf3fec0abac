//! The dashboard: what is broken off, what to do next, what is to come, what is not known yet, what is done.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Care, Id};
use sentier_core::pathway::{Break, BreakKind, Dashboard, Item, Person, Reason, State};

use crate::care::{CareState, open};
use crate::route::{CareRoute, Route, TakeRoute};
use crate::text::text;
use crate::ui::date_text::long;
use crate::ui::item_line::{item_lines, opening_line};
use crate::ui::kit::{block, button, fold, heading, item, link, list, paragraph, strong, subheading};
use crate::ui::stage_line::stage_line;
use crate::ui::timeline::timeline;

/// So many things to do are shown at once; more at a time nobody does.
const MOST_NEXT: usize = 5;

/// The dashboard of the person looked at.
pub fn dashboard(care: CareState) -> AnyView {
    let view = care.with_dashboard(|content, person, dashboard, today| {
        let t = text();
        let next: Vec<&Item<'_>> = dashboard.next().collect();
        let titles: Vec<&str> = dashboard.own().map(|pathway| pathway.title.as_str()).collect();
        let about = match titles.is_empty() {
            true => format!("{} · {} {}", t.dashboard_prevention, t.dashboard_of, long(today)),
            false => {
                format!("{} · {} · {} {}", titles.join(" · "), t.dashboard_prevention, t.dashboard_of, long(today))
            }
        };
        let first = block(
            "dashboard-next",
            vec![
                breaks(care, content, dashboard),
                subheading(t.dashboard_next),
                next_steps(care, content, dashboard, &next),
                appointments(care, content, dashboard),
                questions(dashboard),
            ],
        );
        let second = block(
            "dashboard-path",
            vec![
                subheading(t.dashboard_path),
                timeline(care, content, dashboard, person, today),
                stages(dashboard, today),
                pathways(care, dashboard),
            ],
        );
        block(
            "dashboard",
            vec![
                heading(greeting(next.len())),
                paragraph("lead", about),
                block("dashboard-columns", vec![first, second]),
                states(care, content, person, dashboard, today),
                block(
                    "actions",
                    vec![
                        link("second", Route::Care(CareRoute::Plan).hash(), t.dashboard_plan),
                        link("second", Route::Take(TakeRoute::List).hash(), t.take_link),
                        link("quiet", Route::Care(CareRoute::Welcome).hash(), t.dashboard_add_person),
                    ],
                ),
                backup(care),
                paragraph("hint", t.dashboard_limits),
            ],
        )
    });
    view.unwrap_or_else(|| ().into_any())
}

/// That a browser may remove what it keeps, where much of it stands nowhere else.
fn backup(care: CareState) -> AnyView {
    let t = text();
    let Some(unsaved) = care.unsaved() else { return ().into_any() };
    let said =
        format!("{} {} {}. {}", unsaved.count, t.dashboard_unsaved, long(unsaved.since), t.dashboard_unsaved_why);
    let way = link("quiet", Route::Take(TakeRoute::List).hash(), t.dashboard_unsaved_way);
    block("actions", vec![paragraph("hint", said), way])
}

/// "Deux choses à faire."
fn greeting(count: usize) -> String {
    let t = text();
    match count {
        0 => t.dashboard_nothing.to_owned(),
        1 => t.dashboard_one.to_owned(),
        many if many > MOST_NEXT => t.dashboard_one_by_one.to_owned(),
        many => {
            let word = t.numbers.split(' ').nth(many).map_or_else(|| many.to_string(), str::to_owned);
            format!("{word} {}", t.dashboard_many)
        }
    }
}

fn next_steps(care: CareState, content: &Care, dashboard: &Dashboard<'_>, next: &[&Item<'_>]) -> AnyView {
    let t = text();
    if next.is_empty() {
        return paragraph("", t.dashboard_nothing_body);
    }
    let (first, rest) = next.split_at(next.len().min(MOST_NEXT));
    let mut parts = vec![item_lines(care, content, dashboard, first.iter().copied())];
    if !rest.is_empty() {
        let summary = format!("{} ({})", t.dashboard_more, rest.len());
        parts.push(fold("more", false, summary, vec![item_lines(care, content, dashboard, rest.iter().copied())]));
    }
    parts.push(link("main", Route::Care(CareRoute::Search).hash(), t.dashboard_done));
    block("next", parts)
}

/// The appointments that were made.
fn appointments(care: CareState, content: &Care, dashboard: &Dashboard<'_>) -> AnyView {
    let booked = dashboard.appointments();
    if booked.is_empty() {
        return ().into_any();
    }
    let lines = item_lines(care, content, dashboard, booked.into_iter());
    block("appointments", vec![subheading(text().dashboard_appointments), lines])
}

/// Where care has come apart, each with the one thing to do.
fn breaks(care: CareState, content: &Care, dashboard: &Dashboard<'_>) -> AnyView {
    let t = text();
    if dashboard.breaks.is_empty() {
        return ().into_any();
    }
    let today = care.now(|model| model.today);
    let lines = dashboard.breaks.iter().map(|broken| {
        let key: Id = broken.mends.clone();
        let (route, label) = match broken.kind {
            BreakKind::RenewalDue => (CareRoute::Team, t.break_open_papers.to_owned()),
            BreakKind::RightEnding => (CareRoute::Pathway, t.break_open_right.to_owned()),
            _ => (CareRoute::Step, title_of(content, dashboard, &key).to_owned()),
        };
        let open = button("second", label, Box::new(move || open(care, route, key.clone())));
        item(vec![paragraph("", said(content, broken, today)), open])
    });
    block("breaks", vec![subheading(t.dashboard_breaks), list("", lines.collect())])
}

/// What has come apart, in a sentence or two.
fn said(content: &Care, broken: &Break, today: NaiveDate) -> String {
    let t = text();
    let Break { kind, mends, right, since } = broken;
    let day = since.map(long).unwrap_or_default();
    let is_over = since.is_some_and(|until| until < today);
    let ends = if is_over { t.break_paper_over } else { t.break_paper };
    match kind {
        BreakKind::NoFollowUp => format!("{} {day}. {}", t.break_no_follow_up, t.break_no_follow_up_do),
        BreakKind::RenewalDue => format!("{}\u{a0}: {ends} {day}. {}", content.paper(mends), t.break_paper_do),
        BreakKind::RightEnding => {
            let rights = content.pathway(mends).into_iter().flat_map(|pathway| &pathway.rights);
            let title = rights.into_iter().find(|known| Some(&known.id) == right.as_ref()).map(|right| &right.title);
            format!("{}\u{a0}: {ends} {day}. {}", title.unwrap_or(mends), t.break_right_do)
        }
        BreakKind::AppointmentPast => format!("{} {day}. {}", t.break_appointment, t.break_appointment_do),
        BreakKind::LetterUnread => format!("{} {day}. {}", t.break_letter, t.break_letter_do),
        BreakKind::ThreeLate => t.break_three_late.to_owned(),
        BreakKind::NoDoctor => t.break_no_doctor.to_owned(),
    }
}

/// What a thing is called, also where the person's pathways do not ask for it.
fn title_of<'a>(content: &'a Care, dashboard: &Dashboard<'a>, key: &'a str) -> &'a str {
    dashboard.items.iter().find(|item| item.key == key).map_or(content.act(key), |item| item.title)
}

/// How many things depend on what was not asked yet.
fn questions(dashboard: &Dashboard<'_>) -> AnyView {
    let t = text();
    let open = dashboard.items.iter().filter(|item| matches!(item.status.reason, Reason::ToBeAsked(_))).count();
    let label = if open == 0 { t.dashboard_questions_more.to_owned() } else { t.dashboard_questions.to_owned() };
    let mut parts = Vec::new();
    if open > 0 {
        parts.push(paragraph("", t.dashboard_questions_lead));
    }
    parts.push(link("second", Route::Care(CareRoute::Questions).hash(), label));
    block("concerned", parts)
}

/// The stages of each pathway of the person's own, with where they are.
fn stages(dashboard: &Dashboard<'_>, today: NaiveDate) -> AnyView {
    let lines = dashboard.own().filter(|pathway| pathway.stages.len() > 1).map(|pathway| {
        let line = stage_line(pathway, dashboard.stage_of(pathway, today));
        block("stages-of", vec![strong(pathway.title.clone()), line])
    });
    block("stage-lines", lines.collect())
}

/// The pathways that the person is on, one by one.
fn pathways(care: CareState, dashboard: &Dashboard<'_>) -> AnyView {
    let t = text();
    let lines = dashboard.pathways.iter().map(|pathway| {
        let id = pathway.id.clone();
        let parts = || {
            let all = dashboard.items.iter().flat_map(|item| &item.parts);
            all.filter(|part| part.pathway.id == pathway.id)
        };
        let count = |state: State| parts().filter(|part| part.status.state == state).count();
        let todo = count(State::Late).saturating_add(count(State::DueNow));
        let line = format!("{todo} {} · {} {}", t.pathway_to_do, count(State::Done), t.pathway_done);
        opening_line(&pathway.title, &line, Box::new(move || open(care, CareRoute::Pathway, id.clone())))
    });
    fold("pathways", false, t.dashboard_pathways, vec![list("items", lines.collect())])
}

/// What is to come, to be discussed, done, and not for this person: to be unfolded.
fn states(care: CareState, content: &Care, person: &Person, dashboard: &Dashboard<'_>, today: NaiveDate) -> AnyView {
    let t = text();
    let group = |name: &'static str, items: Vec<&Item<'_>>| {
        if items.is_empty() {
            return ().into_any();
        }
        let summary = format!("{name} ({})", items.len());
        fold("state-group", false, summary, vec![item_lines(care, content, dashboard, items.into_iter())])
    };
    let [to_discuss, to_know] = dashboard.to_discuss();
    block(
        "states",
        vec![
            group(t.dashboard_habits, dashboard.habits().collect()),
            group(t.dashboard_to_come, dashboard.ahead(today).collect()),
            group(t.state_to_discuss, to_discuss),
            group(t.dashboard_good_to_know, to_know),
            group(t.state_done, dashboard.in_state(State::Done).collect()),
            group(t.state_not_concerned, dashboard.set_aside(person, today).collect()),
        ],
    )
}
