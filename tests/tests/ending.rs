//! A stage ends with its test, also when the test panics. A file of its own, so that no other stage is open meanwhile.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::time::{Duration, Instant};

use sentier_tests::{Options, Stage};

/// What the stages of this process left: folders, and (on Linux) running processes.
fn traces() -> Vec<String> {
    let mark = format!("sentier-stage-{}-", std::process::id());
    let folders = fs::read_dir(std::env::temp_dir()).unwrap().flatten();
    let folders =
        folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(|name| name.starts_with(&mark));
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let lines = processes.filter_map(|entry| fs::read(entry.path().join("cmdline")).ok());
    let lines = lines.map(|line| String::from_utf8_lossy(&line).into_owned()).filter(|line| line.contains(&mark));
    folders.chain(lines).collect()
}

fn assert_no_traces() {
    let start = Instant::now();
    while !traces().is_empty() {
        assert!(start.elapsed() < Duration::from_secs(10), "left behind: {:#?}", traces());
        std::thread::sleep(Duration::from_millis(30));
    }
}

#[tokio::test]
async fn nothing_is_left_behind() {
    let folder = std::env::temp_dir().join(format!("sentier-ending-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.html"), "<h1>Essai</h1>").unwrap();
    let options = Options::default().folder(&folder);

    let stage = Stage::open(options.clone()).await;
    assert!(!traces().is_empty());
    stage.close().await;
    assert_no_traces();

    let panicking = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let stage = Stage::open(options).await;
            stage.go("").await;
            panic!("on purpose");
        });
    });
    assert!(panicking.join().is_err());
    assert_no_traces();
    fs::remove_dir_all(folder).unwrap();
}
