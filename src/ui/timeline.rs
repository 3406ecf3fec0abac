//! The timeline: a footpath for each pathway, with what was done, what is late, due and to come; and the same as a table.
//!
//! Places are percentages of a width that the style sheet gives, so that signs and letters keep their size on every screen.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use sentier_core::content::Care;
use sentier_core::pathway::cluster::{Cluster, clusters};
use sentier_core::pathway::timeline::{self as path, Lane, Mark, MarkKind, Scale, Tick, Timeline};
use sentier_core::pathway::{Dashboard, Person, State};

use super::data_table::data_table;
use super::date_text::{long, month_year};
use super::kit::{block, button, fieldset, fold, list, paragraph, radio};
use super::state_mark;
use crate::care::{CareState, open};
use crate::route::CareRoute;
use crate::text::text;

/// Marks nearer than so many thousandths are drawn as one with a number: on a narrow phone they would cover each other.
const GAP: i32 = 40;

/// The height of a row of marks, with the number above a mark.
const ROW: usize = 32;

/// Where the first row is.
const FIRST_ROW: usize = 24;

/// The ring that every mark is made from.
const RING: &str = "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0";

/// The timeline of a person on a day, by month or by year.
pub fn timeline(
    care: CareState,
    content: &Care,
    dashboard: &Dashboard<'_>,
    person: &Person,
    today: NaiveDate,
) -> AnyView {
    let t = text();
    let of = |scale: Scale| path::timeline(content, dashboard, person, today, scale);
    let both = Arc::new((of(Scale::Months), of(Scale::Years)));
    if both.0.lanes.is_empty() && both.1.lanes.is_empty() {
        return paragraph("hint", t.timeline_empty);
    }
    let scale = RwSignal::new(Scale::Months);
    let drawn = {
        let both = both.clone();
        move || match scale.get() {
            Scale::Months => picture(&both.0, Scale::Months),
            Scale::Years => picture(&both.1, Scale::Years),
        }
    };
    let told = move || match scale.get() {
        Scale::Months => table(care, &both.0),
        Scale::Years => table(care, &both.1),
    };
    let choice = move |which: Scale, label: &'static str| {
        let is_chosen = move || scale.get() == which;
        radio("scale", "chip", label, Box::new(is_chosen), Box::new(move |_| scale.set(which)))
    };
    let choices = vec![choice(Scale::Months, t.timeline_months), choice(Scale::Years, t.timeline_years)];
    block(
        "timeline",
        vec![
            fieldset("timeline-scale", t.timeline_scale.into_any(), choices),
            drawn.into_any(),
            legend(),
            fold("timeline-list", false, t.timeline_table, vec![told.into_any()]),
        ],
    )
}

/// The picture, with a sentence that sums it up for whoever does not see it.
fn picture(timeline: &Timeline, scale: Scale) -> AnyView {
    let t = text();
    let marks = || timeline.lanes.iter().flat_map(|lane| &lane.marks);
    let counts = MarkKind::ALL.map(|kind| {
        let count = marks().filter(|mark| mark.kind == kind).count();
        format!("{}\u{a0}: {count}.", word(kind))
    });
    let last = timeline.until.pred_opt().unwrap_or(timeline.until);
    let span = format!("{} {} {} {}.", t.timeline_from, month_year(timeline.from), t.timeline_until, month_year(last));
    let label = format!("{span} {} {}", counts.join(" "), t.timeline_same);
    let lanes: Vec<AnyView> = timeline.lanes.iter().map(|lane| lane_view(lane, timeline.today_at)).collect();
    let ticks: Vec<AnyView> = timeline.ticks.iter().filter_map(|tick| tick_view(*tick, scale)).collect();
    let today = percent(timeline.today_at);
    view! {
        <div class="timeline-picture" role="img" aria-label=label>
            <div class="timeline-days">
                <svg width="100%" height="44" aria-hidden="true" focusable="false">
                    <text class="timeline-today-word" x=today y="14" text-anchor="middle">{t.timeline_today}</text>
                    {ticks}
                </svg>
            </div>
            {lanes}
        </div>
    }
    .into_any()
}

/// The name of a month or a year, where there is room for it; some of them only on wide screens.
fn tick_view(tick: Tick, scale: Scale) -> Option<AnyView> {
    let (is_major, label) = match scale {
        Scale::Years => (tick.day.year().rem_euclid(2) == 0, tick.day.year().to_string()),
        Scale::Months => {
            let month = usize::try_from(tick.day.month0()).unwrap_or(0);
            let name = text().timeline_month_names.split(' ').nth(month).unwrap_or_default();
            match month {
                0 => (true, tick.day.year().to_string()),
                6 => (true, name.to_owned()),
                3 | 9 => (false, name.to_owned()),
                _ => return None,
            }
        }
    };
    let anchor = match tick.at {
        ..60 => "start",
        941.. => "end",
        _ => "middle",
    };
    let class = if is_major { "timeline-tick" } else { "timeline-tick minor" };
    let x = percent(tick.at);
    Some(view! { <text class=class x=x y="36" text-anchor=anchor>{label}</text> }.into_any())
}

fn lane_view(lane: &Lane, today_at: i32) -> AnyView {
    let drawn = clusters(&lane.marks, GAP);
    let rows = drawn.iter().map(|cluster| cluster.row).max().unwrap_or(0);
    let height = y_of(rows).saturating_add(14).to_string();
    let (road, today) = (y_of(0).to_string(), percent(today_at));
    let (today_again, road_again) = (today.clone(), road.clone());
    let marks: Vec<AnyView> = drawn.iter().map(cluster_view).collect();
    let title = lane.title.clone();
    view! {
        <div class="timeline-lane">
            <p class="timeline-lane-name">{title}</p>
            <svg width="100%" height=height aria-hidden="true" focusable="false">
                <line class="timeline-road" x1="0" x2="100%" y1=road y2=road_again/>
                <line class="timeline-today" x1=today x2=today_again y1="2" y2="100%"/>
                {marks}
            </svg>
        </div>
    }
    .into_any()
}

fn cluster_view(cluster: &Cluster) -> AnyView {
    let count = if cluster.count > 1 { cluster.count.to_string() } else { String::new() };
    sign(cluster.kind, percent(cluster.at), y_of(cluster.row).to_string(), count)
}

/// The sign of a kind: each has a shape of its own, so that no colour is needed to tell them apart.
fn sign(kind: MarkKind, x: String, y: String, count: String) -> AnyView {
    let (class, inner) = match kind {
        MarkKind::Done => ("timeline-mark done", ""),
        MarkKind::Late => ("timeline-mark late", "M0-4v4.5M0 3.8h.01"),
        MarkKind::Due => ("timeline-mark due", "M0-7a7 7 0 0 0 0 14z"),
        MarkKind::ToCome => ("timeline-mark to-come", ""),
    };
    view! {
        <svg class=class x=x y=y>
            <path class="ring" d=RING/>
            <path class="inner" d=inner/>
            <text y="-11" text-anchor="middle">{count}</text>
        </svg>
    }
    .into_any()
}

/// What the signs mean.
fn legend() -> AnyView {
    let lines = MarkKind::ALL.map(|kind| {
        let sign = sign(kind, "12".to_owned(), "12".to_owned(), String::new());
        view! {
            <li><svg width="24" height="24" aria-hidden="true" focusable="false">{sign}</svg>{word(kind)}</li>
        }
        .into_any()
    });
    let lines: Vec<AnyView> = lines.into_iter().collect();
    list("timeline-legend", lines)
}

/// The same in words: for each pathway what, when, and how it stands.
fn table(care: CareState, timeline: &Timeline) -> AnyView {
    let t = text();
    let row = |mark: &Mark| {
        let key = mark.key.clone();
        let title = button("quiet", mark.title.clone(), Box::new(move || open(care, CareRoute::Step, key.clone())));
        vec![title, when(mark).into_any(), word(mark.kind).into_any()]
    };
    let groups = timeline.lanes.iter().map(|lane| (Some(lane.title.clone()), lane.marks.iter().map(row).collect()));
    let heads = vec![t.timeline_what, t.timeline_when, t.timeline_state];
    data_table(t.timeline_caption, heads, groups.collect())
}

fn when(mark: &Mark) -> String {
    let t = text();
    match mark.kind {
        MarkKind::Done => long(mark.day),
        MarkKind::Late => format!("{} {}", t.timeline_since, long(mark.day)),
        MarkKind::Due => t.timeline_now.to_owned(),
        MarkKind::ToCome => format!("{} {}", t.timeline_opens, long(mark.day)),
    }
}

fn word(kind: MarkKind) -> &'static str {
    state_mark::word(match kind {
        MarkKind::Done => State::Done,
        MarkKind::Late => State::Late,
        MarkKind::Due => State::DueNow,
        MarkKind::ToCome => State::ToCome,
    })
}

fn y_of(row: usize) -> usize {
    ROW.saturating_mul(row).saturating_add(FIRST_ROW)
}

/// Thousandths as a percentage: "43.2%".
fn percent(at: i32) -> String {
    format!("{}.{}%", at.div_euclid(10), at.rem_euclid(10))
}
