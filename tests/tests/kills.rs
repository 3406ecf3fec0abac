//! What was said to be noted outlives the process that said it; a browser that is killed leaves old or new, never half.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "tests"
)]

mod common;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use common::care::{FIRST, woman_of_52};
use common::record::{
    PATH, TEAM, TEAM_TITLE, begin_noting, begin_noting_slowly, events, questions, shown, until_shown,
};
use sentier_tests::{Options, Stage};

/// So many saves are said, at least, before the last crash.
const SAVES: usize = 200;

/// After each note one breathes, so that a round is longer than the browser waits before it writes.
const PACE: Duration = Duration::from_millis(100);

/// After how many saves of a round the next crash comes: never at the same place twice in a row.
fn crash_after(round: usize) -> usize {
    5 + round * 7 % 19
}

fn named(round: usize) -> Vec<String> {
    (0..100).map(|place| format!("Question {round}.{place} : « é »")).collect()
}

/// The renderer is killed in the middle of saving, again and again: everything that was shown as noted is there, and
/// whatever else is there is whole.
#[tokio::test(flavor = "multi_thread")]
async fn a_crash_of_the_page_loses_nothing_that_was_shown_as_noted() {
    let stage = woman_of_52(Options::default().deadline(Duration::from_secs(30))).await;
    let mut noted = BTreeSet::new();
    let mut round = 0;
    while noted.len() < SAVES {
        stage.go(TEAM).await;
        stage.wait_h1(TEAM_TITLE).await;
        begin_noting(&stage, &named(round)).await;
        noted.extend(until_shown(&stage, crash_after(round)).await);
        stage.crash_tab().await;
        stage.visit("/neighbour/").await;
        let kept = questions(&events(&stage).await);
        let lost: Vec<_> = noted.difference(&kept).collect();
        assert!(lost.is_empty(), "round {round}: {} of {} are lost: {lost:?}", lost.len(), noted.len());
        noted = kept;
        round += 1;
    }
    assert!(round > 5, "only {round} crashes");
    println!("{} questions noted over {round} crashes of the page, none lost", noted.len());
    stage.close().await;
}

/// The whole browser is killed in the middle of saving. What it had on the disk before is there, every segment can be read,
/// and the app opens and says nothing of damage. Every other kill comes with the first bytes that the browser writes, the
/// others at any moment before and after. What was not on the disk yet is counted, and said.
/// `SENTIER_KILLS` says how often; `make soak` does it two hundred times.
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_browser_never_leaves_half_a_record() {
    let kills: usize = std::env::var("SENTIER_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(20);
    let options = Options::default().deadline(Duration::from_secs(90));
    let mut stage = woman_of_52(options.clone()).await;
    // The disk has the person from the start: what is asked here is what comes after.
    let (asked, on_disk) = (Instant::now(), stage.bytes_on_disk());
    until_written(&stage, on_disk).await;
    let delay = asked.elapsed();
    stage.kill_browser(&options).await;
    stage.visit("/neighbour/").await;
    assert!(!events(&stage).await.is_empty(), "the browser has written something else");
    let (mut before, mut said, mut lost, mut written) = (BTreeSet::new(), 0, 0, 0);
    for round in 0..kills {
        stage.go(TEAM).await;
        stage.wait_h1(TEAM_TITLE).await;
        let on_disk = stage.bytes_on_disk();
        begin_noting_slowly(&stage, &named(round), PACE).await;
        if round % 2 == 0 {
            until_written(&stage, on_disk).await;
        } else {
            until_shown(&stage, crash_after(round) * 3).await;
        }
        let now: BTreeSet<String> = shown(&stage).await.into_iter().collect();
        stage.kill_browser(&options).await;
        stage.visit("/neighbour/").await;
        let kept = questions(&events(&stage).await);
        assert!(before.is_subset(&kept), "round {round}: what was on the disk is gone: {:?}", before.difference(&kept));
        stage.go("#/parcours").await;
        stage.wait_h1(FIRST).await;
        let text = stage.text().await;
        assert!(!text.contains("illisible"), "round {round}: {text}");
        said += now.len();
        lost += now.difference(&kept).count();
        written += usize::from(kept.len() > before.len());
        before = kept;
    }
    println!(
        "the browser wrote {delay:?} after it was told; {kills} kills: {said} notes were said, {lost} were not on the disk yet, {written} kills found new ones there"
    );
    assert!(written > 0, "every kill came before the browser wrote anything: none was in the middle of it");
    let aside = stage.storage_keys().await.into_iter().filter(|key| key.starts_with(&format!("{PATH}aside"))).count();
    assert_eq!(aside, 0, "something was put aside as unreadable");
    stage.close().await;
}

/// Waits until the browser has more than so many bytes on the disk, and notices it within a millisecond or two.
async fn until_written(stage: &Stage, bytes: u64) {
    let limit = Duration::from_secs(90);
    let start = Instant::now();
    while stage.bytes_on_disk() <= bytes {
        assert!(start.elapsed() < limit, "the browser has written nothing for {limit:?}");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}
