//! Measures how long it takes, on a slow phone, until the first question is answerable: `first_question SMALLEST OURS`,
//! two built sites. Prints the medians and their ratio, and fails where ours takes more than twice as long.
#![allow(clippy::print_stdout, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a bench of tests")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use sentier_tests::{Options, Stage};

/// Runs of each site, one after the other in turn, so that a noisy minute falls on both.
const RUNS: usize = 7;

/// Ours may take at most so many times as long as the smallest app.
const MOST: f64 = 2.0;

/// Notes when the first thing to act on has been painted.
const WATCH: &str = "(() => {
    const look = () => document.getElementById('words')
        ? requestAnimationFrame(() => { window.__answerable = performance.now(); })
        : requestAnimationFrame(look);
    look();
})();";

#[tokio::main]
async fn main() -> ExitCode {
    let sites: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    if sites.len() != 2 {
        println!("usage: first_question SMALLEST OURS");
        return ExitCode::FAILURE;
    }
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..RUNS {
        for (site, times) in sites.iter().zip(&mut times) {
            times.push(measure(site).await);
        }
    }
    let [smallest, ours] = times.map(median);
    let ratio = ours / smallest;
    println!("the smallest Leptos app: {smallest:.0} ms");
    println!("until the first question: {ours:.0} ms");
    println!("ratio: {ratio:.2} (at most {MOST})");
    if ratio <= MOST { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One cold visit, in milliseconds.
async fn measure(site: &Path) -> f64 {
    let options = Options::default().folder(site).slow_phone().init_script(WATCH).deadline(Duration::from_secs(30));
    let stage = Stage::open(options).await;
    stage.go("").await;
    let time = stage
        .until("the first question", async || {
            stage.eval("return window.__answerable ?? null").await.as_f64().ok_or_else(|| "not yet".to_owned())
        })
        .await;
    stage.close().await;
    time
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
