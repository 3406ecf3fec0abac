//! The chart of one measure with the person's target, and the table of all its values. It never says what a value means.

use leptos::prelude::*;
use sentier_core::content::Observation;
use sentier_core::pathway::chart::{Chart, Place, chart as drawn, levels};
use sentier_core::pathway::series::{Point, shown};
use sentier_core::record::What;

use super::data_table::data_table;
use super::date_text::long;
use super::kit::{block, line_of, strong};
use super::typed_values::{Typed, correction_button};
use crate::care::CareState;
use crate::text::text;

/// So many values the table shows at once; the others are behind a fold.
const MOST_ROWS: usize = 20;

/// So few values are drawn as points of the line.
const MOST_DOTS: usize = 40;

/// Bounds that a person or a pathway has, in hundredths: from, up to, and whether the latter is itself beyond.
pub type Bounds = (Option<i64>, Option<i64>, bool);

/// A value with its unit.
pub fn with_unit(observation: &Observation, value: i64) -> String {
    format!("{}\u{a0}{}", shown(observation, &observation.unit, value), observation.unit)
}

/// Bounds in words; nothing where there are none.
pub fn bounds_text(observation: &Observation, (from, up_to, is_below): Bounds) -> Option<String> {
    let t = text();
    let bare = |value: i64| shown(observation, &observation.unit, value);
    let less = |up_to: i64| match is_below {
        true => format!("{} {}", t.chart_less_than, with_unit(observation, up_to)),
        false => format!("{} {}", t.chart_up_to, with_unit(observation, up_to)),
    };
    match (from, up_to) {
        (None, None) => None,
        (Some(from), None) => Some(format!("{} {}", t.chart_at_least, with_unit(observation, from))),
        (None, Some(up_to)) => Some(less(up_to)),
        (Some(from), Some(up_to)) if is_below => Some(format!("{} {}, {}", t.chart_at_least, bare(from), less(up_to))),
        (Some(from), Some(up_to)) => {
            Some(format!("{} {} {} {}", t.chart_from, bare(from), t.chart_to, with_unit(observation, up_to)))
        }
    }
}

/// The chart of some values in the order of days, the last of them large; nothing while nothing was measured.
pub fn chart(observation: &Observation, points: &[Point], target: (Option<i64>, Option<i64>)) -> AnyView {
    let t = text();
    let (Some(first), Some(last), Some(drawn)) = (points.first(), points.last(), drawn(points, target)) else {
        return ().into_any();
    };
    let last_said = line_of(
        "chart-last",
        vec![strong(with_unit(observation, last.value)), format!(" {} {}", t.chart_on, long(last.on)).into_any()],
    );
    let own = bounds_text(observation, (target.0, target.1, false));
    let own = own.map(|bounds| format!("{}\u{a0}: {bounds}", t.chart_target));
    let values = || points.iter().map(|point| point.value);
    let (least, most) = (values().min().unwrap_or_default(), values().max().unwrap_or_default());
    let mut label = vec![
        format!("{}. {}\u{a0}: {}.", observation.name, t.chart_count, points.len()),
        format!("{} {} {} {}.", t.chart_days_from, long(first.on), t.chart_days_to, long(last.on)),
        format!("{}\u{a0}: {}.", t.chart_least, with_unit(observation, least)),
        format!("{}\u{a0}: {}.", t.chart_most, with_unit(observation, most)),
    ];
    label.extend(own.clone().map(|own| format!("{own}.")));
    let days = if first.on == last.on { vec![long(first.on)] } else { vec![long(first.on), long(last.on)] };
    let days: Vec<AnyView> = days.into_iter().map(|day| view! { <span>{day}</span> }.into_any()).collect();
    let label = label.join(" ");
    let picture = view! {
        <div class="chart" role="img" aria-label=label>
            {scale(observation, &drawn)}
            {lines(&drawn)}
            {own.map(|own| target_word(&drawn, own))}
            <p class="chart-days">{days}</p>
        </div>
    }
    .into_any();
    block("chart-part", vec![last_said, picture])
}

/// The line of some values by itself, for a sheet that has them in words beside it.
pub fn line_alone(points: &[Point]) -> AnyView {
    drawn(points, (None, None)).map(|drawn| block("chart", vec![lines(&drawn)])).into_any()
}

/// The values at the left edge.
fn scale(observation: &Observation, drawn: &Chart) -> AnyView {
    // No nearer than the decimals that are shown.
    let least = match observation.decimals {
        0 => 100,
        1 => 10,
        _ => 1,
    };
    let words = levels(drawn, least).into_iter().map(|(at, value)| {
        let (word, y) = (shown(observation, &observation.unit, value), from_top(at));
        view! { <text class="chart-level" x="100%" y=y dx="-8" dy="4" text-anchor="end">{word}</text> }.into_any()
    });
    let words: Vec<AnyView> = words.collect();
    view! { <svg class="chart-scale" aria-hidden="true" focusable="false">{words}</svg> }.into_any()
}

/// The band of the target, the line and its points. The drawing is stretched; the style sheet keeps its strokes even.
fn lines(drawn: &Chart) -> AnyView {
    let line = path_of(&drawn.points, |at| at == 0 || drawn.gaps.contains(&at));
    let last = drawn.points.last().map(|place| path_of(&[*place], |_| true)).unwrap_or_default();
    let dots = if drawn.points.len() > MOST_DOTS { String::new() } else { path_of(&drawn.points, |_| true) };
    let band = drawn.band.map(|(from, up_to)| {
        let height = up_to.saturating_sub(from).max(0).to_string();
        let top = 1000_i32.saturating_sub(up_to).to_string();
        view! { <rect class="chart-band" x="0" width="1000" y=top height=height/> }.into_any()
    });
    view! {
        <svg class="chart-lines" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {band}
            <path class="chart-line" d=line/>
            <path class="chart-dots" d=dots/>
            <path class="chart-dot-last" d=last/>
        </svg>
    }
    .into_any()
}

/// Points as a path that begins anew at some of them; a point by itself is a stroke of no length, drawn as a round.
fn path_of(places: &[Place], begins: impl Fn(usize) -> bool) -> String {
    let mut path = String::new();
    for (at, place) in places.iter().enumerate() {
        let step = if begins(at) { "M" } else { "L" };
        path.push_str(&format!("{step}{} {}h0", place.x, 1000_i32.saturating_sub(place.y)));
    }
    path
}

fn target_word(drawn: &Chart, word: String) -> AnyView {
    let y = from_top(drawn.band.map_or(1000, |(_, up_to)| up_to));
    view! {
        <svg class="chart-words" aria-hidden="true" focusable="false">
            <text x="6" y=y dy="16">{word}</text>
        </svg>
    }
    .into_any()
}

/// Thousandths from below as a percentage from above.
fn from_top(at: i32) -> String {
    let from_top = 1000_i32.saturating_sub(at);
    format!("{}.{}%", from_top.div_euclid(10), from_top.rem_euclid(10))
}

/// All values, the newest first; each can be corrected in the form that is `typed` into, and taken back.
pub fn values(care: CareState, observation: &Observation, points: &[Point], typed: Typed) -> AnyView {
    let t = text();
    if points.is_empty() {
        return ().into_any();
    }
    let newest: Vec<Point> = points.iter().rev().copied().collect();
    let (shown_first, others) = newest.split_at(newest.len().min(MOST_ROWS));
    let first = table(care, observation, shown_first, typed);
    if others.is_empty() {
        return first;
    }
    // Ten years of daily values are thousands of rows: they are made when somebody unfolds them.
    let is_open = RwSignal::new(false);
    let summary = format!("{} ({})", t.chart_older, others.len());
    let (others, observation) = (others.to_vec(), observation.clone());
    let rest = move || is_open.get().then(|| table(care, &observation, &others, typed));
    let unfold = move |_| {
        if !is_open.get_untracked() {
            is_open.set(true);
        }
    };
    let rest =
        view! { <details class="chart-older" on:toggle=unfold><summary>{summary}</summary>{rest}</details> }.into_any();
    block("chart-values", vec![first, rest])
}

fn table(care: CareState, observation: &Observation, points: &[Point], typed: Typed) -> AnyView {
    let t = text();
    let row = |point: &Point| {
        let event = point.event;
        let value = with_unit(observation, point.value);
        let about = format!(" {value}, {}", long(point.on));
        let remove = move |_| care.note(vec![What::Undone(event)], text().care_removed.to_owned());
        let change = view! {
            <div class="change">
                <button type="button" class="quiet" id=correction_button(event) on:click=move |_| typed.correct(care, event)>
                    {t.measures_correct}<span class="hidden">{about.clone()}</span>
                </button>
                <button type="button" class="quiet" on:click=remove>{t.care_remove}<span class="hidden">{about}</span></button>
            </div>
        };
        vec![long(point.on).into_any(), value.into_any(), change.into_any()]
    };
    let heads = vec![t.chart_day, t.chart_value, t.chart_change];
    let caption = format!("{}\u{a0}: {}", t.chart_caption, observation.name);
    data_table(caption, heads, vec![(None, points.iter().map(row).collect())])
}
