//! Measures a record of ten years beside an empty one, on the slow phone: how long the pathways take to open, how long
//! noting one thing takes, and how much room five such persons need. `ten_years SITE`, a built site. Fails where a ratio
//! or the room is beyond its bound.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench of tests"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use chrono::{Days, NaiveDate};
use sentier_core::content::Sex;
use sentier_core::record::{Event, What, log};
use sentier_tests::{Options, Stage};
use serde_json::json;

/// Runs of each record, one after the other in turn, so that a noisy minute falls on both.
const RUNS: usize = 5;

/// A full record may take at most so many times as long to open as an empty one.
const MOST_OPEN: f64 = 2.0;

/// Noting one thing may take at most so many times as long in a full record as in an empty one.
const MOST_NOTE: f64 = 1.5;

/// The room that five persons of ten years may take, in UTF-16 units of local storage.
const MOST_ROOM: usize = 2_500_000;

/// How many pathways the full record has.
const PATHWAYS: usize = 20;

/// How many days the full record has.
const DAYS: u64 = 3652;

/// Notes when the dashboard has been painted.
const WATCH: &str = "(() => {
    const look = () => document.querySelector('.dashboard')
        ? requestAnimationFrame(() => { window.__dashboard = performance.now(); })
        : requestAnimationFrame(look);
    look();
})();";

#[tokio::main]
async fn main() -> ExitCode {
    let Some(site) = std::env::args().nth(1).map(PathBuf::from) else {
        println!("usage: ten_years SITE");
        return ExitCode::FAILURE;
    };
    let content = sentier_content_build::read(Path::new("content")).unwrap();
    let pathways: Vec<String> =
        content.care.pathways().iter().map(|pathway| pathway.id.clone()).take(PATHWAYS).collect();
    let empty = segments(&somebody(1, &[], 0));
    let full = segments(&somebody(1, &pathways, DAYS));
    let room =
        5 * full.iter().map(|(name, text)| name.encode_utf16().count() + text.encode_utf16().count()).sum::<usize>();
    let mut open = [Vec::new(), Vec::new()];
    let mut note = [Vec::new(), Vec::new()];
    for _ in 0..RUNS {
        for (place, record) in [&empty, &full].into_iter().enumerate() {
            let (opened, noted) = measure(&site, record).await;
            open[place].push(opened);
            note[place].push(noted);
        }
    }
    let [empty_open, full_open] = open.map(median);
    let [empty_note, full_note] = note.map(median);
    println!(
        "opening: empty {empty_open:.0} ms, ten years {full_open:.0} ms, ratio {:.2} (at most {MOST_OPEN})",
        full_open / empty_open
    );
    println!(
        "noting:  empty {empty_note:.1} ms, ten years {full_note:.1} ms, ratio {:.2} (at most {MOST_NOTE})",
        full_note / empty_note
    );
    println!("five persons of ten years: {room} UTF-16 units (at most {MOST_ROOM})");
    let holds = full_open / empty_open <= MOST_OPEN && full_note / empty_note <= MOST_NOTE && room <= MOST_ROOM;
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The events of a woman of 52 who is on some pathways and has measured her blood pressure every day.
fn somebody(person: u32, pathways: &[String], days: u64) -> Vec<Event> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let first = today - Days::new(days);
    let mut what = vec![
        (first, What::Named { name: "Moi".to_owned(), is_example: false }),
        (first, What::Born(NaiveDate::from_ymd_opt(1974, 5, 10).unwrap())),
        (first, What::SexIs(Sex::Female)),
    ];
    what.extend(pathways.iter().map(|pathway| (first, What::Joined(pathway.clone()))));
    for past in 0..days {
        let on = first + Days::new(past);
        for (measure, value) in [("tension-systolique", 13_000), ("tension-diastolique", 8_000)] {
            let value = value + i64::try_from(past % 17).unwrap() * 100;
            what.push((on, What::Measured { measure: measure.to_owned(), on, value }));
        }
        if past % 30 == 0 {
            what.push((on, What::Done { what: "consultation-medecin-traitant".to_owned(), on: Some(on) }));
        }
    }
    (0..)
        .zip(what)
        .map(|(id, (noted, what))| Event { id: 1_400_000_000_000_000 + id * 1000, person, noted, what })
        .collect()
}

/// The segments as the app would have written them.
fn segments(events: &[Event]) -> Vec<(String, String)> {
    let named = |part: &[Event]| (format!("/sentier/sentier/record-{:x}-full", part[0].id), log::encode(part));
    events.chunks(log::MOST_EVENTS).map(named).collect()
}

/// One visit with a record: milliseconds until the dashboard is there, and until one thing noted is said.
async fn measure(site: &Path, record: &[(String, String)]) -> (f64, f64) {
    let options = Options::default().folder(site).slow_phone().init_script(WATCH).deadline(Duration::from_secs(60));
    let stage = Stage::open(options).await;
    stage.go("").await;
    for part in record.chunks(20) {
        let set = format!("for (const [k, v] of {}) localStorage.setItem(k, v); return 0", json!(part));
        stage.eval(&set).await;
    }
    stage.go("#/parcours").await;
    stage.reload().await;
    stage.wait_h1("faire").await;
    let opened = stage
        .until("the dashboard", async || {
            stage.eval("return window.__dashboard ?? null").await.as_f64().ok_or_else(|| "not yet".to_owned())
        })
        .await;
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.click_button("Mammographie").await;
    stage.wait_text("Que voulez-vous noter").await;
    let noted = stage
        .eval(
            "const start = performance.now();
            document.querySelector('.done-form .main').click();
            return new Promise(done => { const look = () => document.getElementById('announced') ? done(performance.now() - start) : setTimeout(look, 0); look(); })",
        )
        .await
        .as_f64()
        .unwrap();
    stage.close().await;
    (opened, noted)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
