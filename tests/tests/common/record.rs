//! The record as it is kept, looked at from outside, and questions noted in it one after the other.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::time::Duration;

use sentier_core::record::{Event, What, log};
use sentier_tests::Stage;
use serde_json::json;

/// Where everything of the app stands in storage.
pub const PATH: &str = "/sentier/sentier/";

/// The screen on which questions are noted.
pub const TEAM: &str = "#/parcours/equipe";

/// Its heading.
pub const TEAM_TITLE: &str = "Équipe, papiers, questions";

/// Notes questions one after the other without a pause, each once the one before is said to be noted. `__shown` has those
/// that were. A message wakes it: a tab in the background hears no timer.
const NOTE: &str = "
    window.__shown = [];
    const turn = () => new Promise((go) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = go;
        channel.port2.postMessage(0);
    });
    const said = (question) =>
        document.querySelector('#announced p')?.textContent.startsWith('C’est noté') &&
        [...document.querySelectorAll('.questions p')].some((line) => line.textContent === question);
    const note = async (question) => {
        const field = document.getElementById('question');
        field.value = question;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.form.requestSubmit();
        while (!said(question)) await turn();
        window.__shown.push(question);
        if (arguments[1]) await new Promise((go) => setTimeout(go, arguments[1]));
    };
    (async () => { for (const question of arguments[0]) await note(question); })();
    return 0;
";

/// Begins to note questions, and does not wait.
pub async fn begin_noting(stage: &Stage, questions: &[String]) {
    begin_noting_slowly(stage, questions, Duration::ZERO).await;
}

/// Begins to note questions with a pause after each, in a tab that is looked at, and does not wait.
pub async fn begin_noting_slowly(stage: &Stage, questions: &[String], pause: Duration) {
    let script = NOTE.replace("arguments[0]", &json!(questions).to_string());
    stage.eval(&script.replace("arguments[1]", &pause.as_millis().to_string())).await;
}

/// The questions that were said to be noted so far.
pub async fn shown(stage: &Stage) -> Vec<String> {
    serde_json::from_value(stage.eval("return window.__shown ?? []").await).unwrap()
}

/// Waits until so many questions were said to be noted; returns all of them.
pub async fn until_shown(stage: &Stage, count: usize) -> Vec<String> {
    stage
        .until("questions to be noted", async || match shown(stage).await {
            shown if shown.len() >= count => Ok(shown),
            shown => Err(format!("{} of {count}", shown.len())),
        })
        .await
}

/// The events of every segment. Panics where one cannot be read: half a segment is no segment.
pub async fn events(stage: &Stage) -> Vec<Event> {
    let mut segments = Vec::new();
    for key in stage.storage_keys().await.iter().filter(|key| key.starts_with(&format!("{PATH}record-"))) {
        let text = stage.local_storage_get(key).await.unwrap();
        segments.push(log::decode(&text).unwrap_or_else(|error| panic!("{key}: {error:?}\n{text}")));
    }
    log::union(segments)
}

/// The questions in some events.
pub fn questions(events: &[Event]) -> BTreeSet<String> {
    let asked = events.iter().filter_map(|event| match &event.what {
        What::Question(asked) => Some(asked.clone()),
        _ => None,
    });
    asked.collect()
}
