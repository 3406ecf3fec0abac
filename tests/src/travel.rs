//! From page to page: by address, and by the browser's own buttons.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use crate::stage::{Stage, brief};

/// How much of a new document is waited for.
#[derive(Clone, Copy)]
enum Wait {
    /// The document and every file it asks for itself.
    Whole,
    /// The document alone, as far as its body.
    Document,
}

/// A tab of the browser.
pub struct Tab(WindowHandle);

impl Stage {
    /// Goes to the site's page at `hash` ("" for the start, "#/…" for a page) and waits until the document and its files are
    /// there; what the app then draws is waited for with [`Stage::wait_h1`]. Panics if it does not load.
    pub async fn go(&self, hash: &str) {
        self.travel(&format!("{}{hash}", self.site_url()), Wait::Whole).await;
    }

    /// As [`Stage::go`], but waits for the document's body alone: for tests in which other files never come.
    pub async fn go_early(&self, hash: &str) {
        self.travel(&format!("{}{hash}", self.site_url()), Wait::Document).await;
    }

    /// Goes to another path of the site's origin, as "/neighbour/".
    pub async fn visit(&self, path: &str) {
        self.travel(&format!("{}{path}", self.origin()), Wait::Whole).await;
    }

    /// Opens a file of the disk, as a double click does.
    pub async fn open_file(&self, path: &Path) {
        self.travel(&format!("file://{}", path.display()), Wait::Whole).await;
    }

    /// Opens one more tab at the site's page at `hash` and goes on in it. Returns how to come back: see [`Stage::show_tab`].
    pub async fn open_tab(&self, hash: &str) -> Tab {
        let before = self.browser().window().await.expect("a tab is open");
        let tab = self.browser().new_tab().await.expect("a tab opens");
        self.browser().switch_to_window(tab).await.expect("the tab is there");
        self.go(hash).await;
        Tab(before)
    }

    /// Goes on in another tab.
    pub async fn show_tab(&self, tab: &Tab) {
        self.browser().switch_to_window(tab.0.clone()).await.expect("the tab is there");
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.leave().await;
        self.cdp("Page.reload", json!({})).await;
        self.arrive(Wait::Whole).await;
    }

    /// Presses the browser's button to the page before. Panics if there is none.
    pub async fn back(&self) {
        self.step(-1).await;
    }

    /// Presses the browser's button to the page after. Panics if there is none.
    pub async fn forward(&self) {
        self.step(1).await;
    }

    /// The site's origin, "http://127.0.0.1:PORT".
    pub(crate) fn origin(&self) -> String {
        self.site_url().split('/').take(3).collect::<Vec<_>>().join("/")
    }

    async fn travel(&self, url: &str, wait: Wait) {
        self.leave().await;
        let answer = self.cdp("Page.navigate", json!({ "url": url })).await;
        assert!(answer.get("errorText").is_none(), "{url} does not load: {answer}");
        if answer.get("loaderId").is_none() {
            // Only the part after # changed: the document stays.
            self.run("delete window.__sentierLeft", Vec::new()).await.expect("the document stays");
        }
        self.arrive(wait).await;
    }

    /// Takes down the trouble of the document, and marks it as one to be left.
    async fn leave(&self) {
        self.drain_document().await;
        self.eval("window.__sentierLeft = true").await;
    }

    async fn arrive(&self, wait: Wait) {
        let there = match wait {
            Wait::Whole => "document.readyState === 'complete'",
            Wait::Document => "document.body !== null",
        };
        let script = format!("return !window.__sentierLeft && {there} || document.readyState");
        self.until("the document to load", async || {
            let state = self.run(&script, Vec::new()).await?;
            if state == json!(true) { Ok(()) } else { Err(format!("it is {state}")) }
        })
        .await;
    }

    async fn step(&self, by: i64) {
        let target = self.until("the history", async || self.place().await).await + by;
        self.drain_document().await;
        let entries = self.cdp("Page.getNavigationHistory", json!({})).await;
        let entry = usize::try_from(target).ok().and_then(|index| entries["entries"].get(index));
        let entry = entry.unwrap_or_else(|| panic!("the history has no page there: {entries}"));
        self.cdp("Page.navigateToHistoryEntry", json!({ "entryId": entry["id"] })).await;
        self.until("the browser to change pages", async || {
            let place = self.place().await?;
            if place == target { Ok(()) } else { Err(format!("it is at {place}, not {target}")) }
        })
        .await;
        // A page that comes back from the browser's memory still wears the mark with which it was left.
        self.until("the page to come back", async || self.run("delete window.__sentierLeft", Vec::new()).await).await;
        self.arrive(Wait::Whole).await;
    }

    /// Which page of the history is open. An error while the browser changes from one to another.
    async fn place(&self) -> Result<i64, String> {
        let history = self.browser().cdp().send_raw("Page.getNavigationHistory", json!({})).await;
        let history = history.map_err(|error| brief(&error))?;
        history.get("currentIndex").and_then(Value::as_i64).ok_or_else(|| "no index".to_owned())
    }
}
