//! The plan: who, what is due, by whom and by when, on one page to print and to bring to an appointment.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Care, Period};
use sentier_core::pathway::{Dashboard, Item, Person, plan};

use super::papers::ending_said;
use crate::browser::document;
use crate::care::CareState;
use crate::text::text;
use crate::ui::data_table::data_table;
use crate::ui::date_text::long;
use crate::ui::kit::{block, button, heading, lines, paragraph, subheading};
use crate::ui::state_mark::{when, word};

/// Below this age, in years, it is told in months.
const SMALL_CHILD: u32 = 2;

/// So many of those who can do something are named.
const MOST_ROLES: usize = 2;

/// A line of a table: what, with whom, when.
type Row = [String; 3];

/// The plan of the person looked at.
pub fn plan(care: CareState) -> AnyView {
    let view = care.with_dashboard(|content, person, dashboard, today| {
        let t = text();
        let plan = plan::plan(dashboard, today);
        let rows = |things: &[&Item<'_>]| things.iter().map(|thing| row(content, dashboard, thing, today)).collect();
        let more = match plan.left_out {
            0 => ().into_any(),
            1 => paragraph("", t.plan_one_more),
            many => paragraph("", format!("{many} {}", t.plan_more)),
        };
        block(
            "plan",
            vec![
                heading(t.plan_title),
                block("actions", vec![button("main", t.print, Box::new(document::print))]),
                who(person, dashboard, today),
                table(t.dashboard_appointments, rows(&plan.booked), None),
                table(t.plan_due, rows(&plan.due), Some(t.plan_nothing_due)),
                table(t.plan_ahead, rows(&plan.ahead), None),
                more,
                section(t.plan_habits, dashboard.habits().map(|thing| thing.title.to_owned()).collect()),
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

fn row(content: &Care, dashboard: &Dashboard<'_>, thing: &Item<'_>, today: NaiveDate) -> Row {
    let mut who: Vec<&str> = Vec::new();
    let parts = thing.parts.iter().filter(|part| part.status.state == thing.status.state);
    for role in parts.flat_map(|part| &part.step.who).map(|role| content.role(role)) {
        if !who.contains(&role) {
            who.push(role);
        }
    }
    let t = text();
    let day = when(&thing.status, today);
    let state = word(thing.status.state);
    let said = if day.is_empty() { state.to_owned() } else { format!("{state}, {day}") };
    let within: Vec<&str> = dashboard.within(thing).map(|other| other.title).collect();
    let title = match within.is_empty() {
        true => thing.title.to_owned(),
        false => format!("{} ({} {})", thing.title, t.item_within, within.join(", ")),
    };
    who.truncate(MOST_ROLES);
    [title, who.join(", "), said]
}

/// A table; where it is empty, `nothing` is said, or it is left out.
fn table(caption: &'static str, rows: Vec<Row>, nothing: Option<&'static str>) -> AnyView {
    let t = text();
    if rows.is_empty() {
        let said = nothing.map(|nothing| block("plan-part", vec![subheading(caption), paragraph("", nothing)]));
        return said.into_any();
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
