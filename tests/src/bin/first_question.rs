//! Measures how long it takes, on a slow phone, until the first question is answerable: `first_question SMALLEST OURS`,
//! two built sites. Prints the medians and their ratio, and fails where ours takes more than twice as long. Ours can be
//! answered before the app is there, which takes the words over (`tests/tests/takeover.rs`); when it does is printed too.
#![allow(clippy::print_stdout, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a bench of tests")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use sentier_tests::{Options, Stage};

/// Runs of each site, one after the other in turn, so that a noisy minute falls on both.
const RUNS: usize = 7;

/// Ours may take at most so many times as long as the smallest app.
const MOST: f64 = 2.0;

/// Notes when the first field to type into has been painted, and when the app has.
const WATCH: &str = "(() => {
    const field = (id) => document.getElementById(id)?.checkVisibility();
    const note = (name, is_there) => {
        const look = () => is_there()
            ? requestAnimationFrame(() => { window[name] = performance.now(); })
            : requestAnimationFrame(look);
        look();
    };
    note('__answerable', () => field('first-words') || field('words'));
    note('__app', () => field('words'));
})();";

#[tokio::main]
async fn main() -> ExitCode {
    let sites: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    if sites.len() != 2 {
        println!("usage: first_question SMALLEST OURS");
        return ExitCode::FAILURE;
    }
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..RUNS {
        let [_, smallest] = measure(&sites[0]).await;
        let [answerable, app] = measure(&sites[1]).await;
        for (times, time) in times.iter_mut().zip([smallest, answerable, app]) {
            times.push(time);
        }
    }
    let [smallest, ours, app] = times.map(median);
    let ratio = ours / smallest;
    println!("the smallest Leptos app: {smallest:.0} ms");
    println!("until the first question: {ours:.0} ms, ratio {ratio:.2} (at most {MOST})");
    println!("until the app takes it over: {app:.0} ms, ratio {:.2}", app / smallest);
    if ratio <= MOST { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One cold visit: milliseconds until the first question can be answered, and until the app is there.
async fn measure(site: &Path) -> [f64; 2] {
    let options = Options::default()
        .folder(site)
        .slow_phone()
        .kept_on_the_device()
        .init_script(WATCH)
        .deadline(Duration::from_secs(30));
    let stage = Stage::open(options).await;
    stage.go("").await;
    let mut times = [0.0; 2];
    for (time, name) in times.iter_mut().zip(["__answerable", "__app"]) {
        *time = stage
            .until(name, async || {
                stage.eval(&format!("return window.{name} ?? null")).await.as_f64().ok_or_else(|| "not yet".to_owned())
            })
            .await;
    }
    stage.close().await;
    times
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
