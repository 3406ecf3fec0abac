//! The worker that makes and reads files, in a real browser, under the policy of the page: it is loaded when it is used,
//! answers, and a file that it cannot read harms nothing.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::NaiveDate;
use common::{HOME, VITAL, begin, none, open};
use sentier_core::exchange::message::{MOST_FILE_BYTES, Pack, Reply, Request};
use sentier_core::record::What;
use sentier_tests::{Fault, Options, Stage};

/// Sends what is between them to a worker of the page, and gives its second word back, or its first where that is not
/// “ready”.
const BEFORE: &str = "const worker = new Worker(document.querySelector('script[data-exchange]').dataset.exchange, { type: 'module' });
    const next = () => new Promise((resolve, reject) => { worker.onmessage = (event) => resolve(event.data); worker.onerror = () => reject(new Error('no worker')); });
    const bytes = Uint8Array.from(atob('";
const AFTER: &str = "'), (letter) => letter.charCodeAt(0));
    return (async () => {
        const first = await next();
        if (first !== 'ready') return first;
        const answer = next();
        worker.postMessage(bytes, [bytes.buffer]);
        const said = await answer;
        worker.terminate();
        if (typeof said === 'string') return said;
        let letters = '';
        for (const byte of said) letters += String.fromCharCode(byte);
        return { bytes: btoa(letters) };
    })()";

async fn said(stage: &Stage, bytes: &[u8]) -> serde_json::Value {
    stage.eval(&format!("{BEFORE}{}{AFTER}", BASE64.encode(bytes))).await
}

async fn asked(stage: &Stage, request: &Request<'_>) -> Reply {
    let said = said(stage, &request.encode().unwrap()).await;
    let letters = said.get("bytes").unwrap_or_else(|| panic!("{said}")).as_str().unwrap();
    Reply::decode(&BASE64.decode(letters).unwrap()).unwrap()
}

fn is_refused(reply: &Reply, why: &str) -> bool {
    matches!(reply, Reply::Failed(said) if said.contains(why))
}

/// The care pack as it was built: its version and its bytes.
fn care() -> (String, Vec<u8>) {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist");
    let names = std::fs::read_dir(&dist).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let version = |name: String| Some(name.strip_prefix("care-")?.strip_suffix(".pack")?.to_owned());
    let version = names.filter_map(version).next().unwrap();
    let bytes = std::fs::read(dist.join(format!("care-{version}.pack"))).unwrap();
    (version, bytes)
}

fn exchange_requests(stage: &Stage) -> Vec<String> {
    stage.site().requests().into_iter().filter(|path| path.contains("exchange")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_is_loaded_when_it_is_used_and_answers() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    begin(&stage, "mal de tête", "Mal de tête").await;
    assert!(exchange_requests(&stage).is_empty(), "{:?}", exchange_requests(&stage));

    let Reply::Codes(codes) = asked(&stage, &Request::Codes { text: "Allergie : pénicilline" }).await else {
        panic!("no codes");
    };
    assert_eq!(codes.len(), 1);
    let files = exchange_requests(&stage);
    assert_eq!(files.len(), 3, "the script, the code, the module: {files:?}");

    let (version, bytes) = care();
    let care = Pack { version: &version, bytes: &bytes };
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let file = r#"{"resourceType": "Patient", "birthDate": "1974-05-10", "photo": [{"title": "<script>"}]}"#.as_bytes();
    let Reply::Offer(offer) = asked(&stage, &Request::Import { care, file, today }).await else {
        panic!("not understood");
    };
    let born = NaiveDate::from_ymd_opt(1974, 5, 10).unwrap();
    assert!(
        offer.groups.iter().flat_map(|group| &group.lines).any(|line| line.notes == [What::Born(born)]),
        "{offer:?}"
    );
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_file_ends_in_a_reason_and_the_page_goes_on() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    let (version, bytes) = care();
    let care = Pack { version: &version, bytes: &bytes };
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let deep = "[".repeat(200_000);
    let reply = asked(&stage, &Request::Import { care, file: deep.as_bytes(), today }).await;
    assert!(is_refused(&reply, "de façon anormale"), "{reply:?}");
    let reply = asked(&stage, &Request::Restore { file: b"\x1f\x8b\x08\x00", events: Vec::new() }).await;
    assert!(is_refused(&reply, "UTF-8"), "{reply:?}");
    let said = said(&stage, b"no request").await;
    let letters = said["bytes"].as_str().unwrap();
    let reply = Reply::decode(&BASE64.decode(letters).unwrap()).unwrap();
    assert!(is_refused(&reply, "Rechargez la page"), "{reply:?}");
    begin(&stage, "mal de tête", "Mal de tête").await;
    none(&stage).await;
    stage.wait_h1(VITAL).await;
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_whose_code_does_not_arrive_says_so() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    stage.site().set_fault(Fault::Missing("_bg.wasm"));
    assert_eq!(said(&stage, b"").await, "missing");
    stage.close().await;
}

/// After so long the app ends the worker.
const ANSWER: Duration = Duration::from_secs(20);

/// A backup of nearly the most bytes and values: whoever kept so much waits less than the app does.
#[tokio::test(flavor = "multi_thread")]
async fn the_largest_backup_is_read_in_time() {
    let stage = open(Options::default()).await;
    stage.wait_h1(HOME).await;
    let line = |id: usize| {
        let question = "Depuis quand, et que dois-je en faire ?";
        let what = format!(r#"{{"kind": "question", "of": "{question}"}}"#);
        format!(r#"{{"id": "{id}", "person": 1, "noted": "2026-11-22", "what": {what}}}"#)
    };
    let lines: Vec<String> = (1..=125_000).map(line).collect();
    let file = format!(r#"{{"format": "sentier-backup", "version": 1, "events": [{}]}}"#, lines.join(","));
    assert!((MOST_FILE_BYTES * 9 / 10..=MOST_FILE_BYTES).contains(&file.len()), "{}", file.len());
    let begin = Instant::now();
    let Reply::Restoring(found) = asked(&stage, &Request::Restore { file: file.as_bytes(), events: Vec::new() }).await
    else {
        panic!("not read");
    };
    assert!(begin.elapsed() < ANSWER, "{:?}", begin.elapsed());
    assert_eq!((found.merge.added.len(), found.left.len()), (lines.len(), 0));
    stage.close().await;
}
