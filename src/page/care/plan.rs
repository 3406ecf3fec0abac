//! The plan: who, what is due, by whom and by when, on one page to print and to bring to an appointment.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Care, Period};
use sentier_core::pathway::{Dashboard, Item, Person, State};

use super::papers::ending_said;
use crate::browser::document;
use crate::care::CareState;
use crate::text::text;
use crate::ui::data_table::data_table;
use crate::ui::date_text::long;
use crate::ui::kit::{block, button, heading, lines, paragraph, subheading};
use crate::ui::state_mark::{when, word};

/// How far ahead the plan looks: to the next but one appointment of most follow-ups.
const AHEAD: Period = Period::months(6);

/// Below this age, in years, it is told in months.
const SMALL_CHILD: u32 = 2;

/// A line of a table: what, with whom, when.
type Row = [String; 3];

/// The plan of the person looked at.
pub fn plan(care: CareState) -> AnyView {
    let view = care.with_dashboard(|content, person, dashboard, today| {
        let t = text();
        let until = AHEAD.after(today);
        let due: Vec<Row> = dashboard.next().map(|thing| row(content, thing, today)).collect();
        let ahead = dashboard.in_state(State::ToCome).filter(|thing| {
            let is_soon = thing.status.opens.is_some_and(|opens| opens < until);
            is_soon && thing.status.is_ahead(today) && !thing.is_habit()
        });
        let ahead: Vec<Row> = ahead.map(|thing| row(content, thing, today)).collect();
        block(
            "plan",
            vec![
                heading(t.plan_title),
                block("actions", vec![button("main", t.print, Box::new(document::print))]),
                who(person, dashboard, today),
                table(t.plan_due, due, t.plan_nothing_due),
                table(t.plan_ahead, ahead, t.plan_nothing_ahead),
                section(t.plan_habits, habits(dashboard)),
                section(t.plan_team, team(content, person)),
                section(t.team_questions, person.questions.iter().map(|asked| asked.text.clone()).collect()),
                section(t.plan_papers, papers(content, person, today)),
                paragraph("plan-day", format!("{} {}. {}", t.plan_day, long(today), t.footer_review)),
            ],
        )
    });
    view.unwrap_or_else(|| ().into_any())
}

/// Who it is about: the name as on the screen, the age, the situations.
fn who(person: &Person, dashboard: &Dashboard<'_>, today: NaiveDate) -> AnyView {
    let t = text();
    let mut said = vec![person.name.clone()];
    said.extend(age(person, today));
    let mut parts = vec![paragraph("plan-name", said.join(" · "))];
    if person.is_example {
        parts.push(paragraph("", t.plan_example));
    }
    let mut titles: Vec<&str> = dashboard.own().map(|pathway| pathway.title.as_str()).collect();
    titles.push(text().dashboard_prevention);
    parts.push(paragraph("", format!("{}\u{a0}: {}.", t.plan_situations, titles.join(", "))));
    block("plan-who", parts)
}

/// "52 ans", "7 mois".
fn age(person: &Person, today: NaiveDate) -> Option<String> {
    let t = text();
    let years = person.years(today)?;
    if years >= SMALL_CHILD {
        return Some(format!("{years}\u{a0}{}", t.years_unit));
    }
    let birth = person.birth?;
    let months = (1..24).take_while(|months| Period::months(*months).after(birth) <= today).count();
    Some(format!("{months}\u{a0}{}", t.months_unit))
}

fn row(content: &Care, thing: &Item<'_>, today: NaiveDate) -> Row {
    let mut who: Vec<&str> = Vec::new();
    let parts = thing.parts.iter().filter(|part| part.status.state == thing.status.state);
    for role in parts.flat_map(|part| &part.step.who).map(|role| content.role(role)) {
        if !who.contains(&role) {
            who.push(role);
        }
    }
    let day = when(&thing.status, today);
    let state = word(thing.status.state);
    let said = if day.is_empty() { state.to_owned() } else { format!("{state}, {day}") };
    [thing.title.to_owned(), who.join(", "), said]
}

fn table(caption: &'static str, rows: Vec<Row>, nothing: &'static str) -> AnyView {
    let t = text();
    if rows.is_empty() {
        return block("plan-part", vec![subheading(caption), paragraph("", nothing)]);
    }
    let cell = |said: String| said.into_any();
    let rows = rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    data_table(caption, vec![t.plan_what, t.plan_who, t.plan_when], vec![(None, rows)])
}

/// A part with lines; nothing where there is none.
fn section(title: &'static str, said: Vec<String>) -> AnyView {
    if said.is_empty() {
        return ().into_any();
    }
    block("plan-part", vec![subheading(title), lines("", said)])
}

/// What is so frequent that it has no appointment.
fn habits(dashboard: &Dashboard<'_>) -> Vec<String> {
    let is_open = |thing: &&Item<'_>| matches!(thing.status.state, State::Late | State::DueNow | State::ToCome);
    let habits = dashboard.items.iter().filter(is_open).filter(|thing| thing.is_habit());
    habits.map(|thing| thing.title.to_owned()).collect()
}

fn team(content: &Care, person: &Person) -> Vec<String> {
    let members = person.team.iter().map(|member| {
        let role = content.role(&member.role);
        let said = format!("{role}\u{a0}: {}", member.name);
        if member.reach.is_empty() { said } else { format!("{said}, {}", member.reach) }
    });
    members.collect()
}

/// The papers that end soon or have ended.
fn papers(content: &Care, person: &Person, today: NaiveDate) -> Vec<String> {
    let ending = person.documents.iter().filter_map(|document| {
        let said = ending_said(document, today)?;
        Some(format!("{}\u{a0}: {said}", content.paper(&document.paper)))
    });
    ending.collect()
}
