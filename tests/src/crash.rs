//! What ends without warning: the process behind a tab, the whole browser; and tabs beside one another.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::options::Options;
use crate::stage::{Stage, brief, capabilities};

/// How long the driver may take to notice that a tab has crashed.
const NOTICED: Duration = Duration::from_secs(5);

/// Every text that the browser keeps for the origin, with its name, whichever interface it is kept by.
const KEPT: &str = "return (async () => {
    const kept = [];
    for (const [kind, storage] of [['local', localStorage], ['session', sessionStorage]]) {
        for (const name of Object.keys(storage)) kept.push([`${kind} ${name}`, storage.getItem(name)]);
    }
    for (const { name } of await indexedDB.databases()) kept.push([`indexed ${name}`, name]);
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const file = await cache.match(request);
            kept.push([`cache ${request.url}`, /\\.(wasm|pack)$/.test(request.url) ? '' : await file.text()]);
        }
    }
    for (const cookie of document.cookie.split(';').filter(Boolean)) kept.push(['cookie', cookie]);
    return kept;
})()";

impl Stage {
    /// Goes on in the tab at `place`, counted from 0 in the order in which they were opened; one more is opened where there
    /// is none, with nothing in it.
    pub async fn tab(&self, place: usize) {
        let tabs = self.browser().windows().await.expect("tabs");
        let tab = match tabs.get(place) {
            Some(tab) => tab.clone(),
            None => self.browser().new_tab().await.expect("a tab opens"),
        };
        self.browser().switch_to_window(tab).await.expect("the tab is there");
    }

    /// Ends the process behind the open tab at once, as when the device kills it for its memory, and goes on in a new tab.
    pub async fn crash_tab(&self) {
        let crashed = self.browser().window().await.expect("a tab is open");
        let tools = self.browser().cdp();
        let _ = tokio::time::timeout(NOTICED, tools.send_raw("Page.crash", json!({}))).await;
        let tab = self.browser().new_tab().await.expect("a tab opens beside the crashed one");
        let _ = self.browser().switch_to_window(crashed).await;
        let _ = self.browser().close_window().await;
        self.browser().switch_to_window(tab).await.expect("the new tab is there");
    }

    /// Kills every process of the browser at once, and starts it again on what it has left on the disk. No page is open then.
    pub async fn kill_browser(&mut self, options: &Options) {
        if let Some(browser) = self.browser.take() {
            let _ = browser.leak();
        }
        self.scratch.kill_users();
        let browser = WebDriver::new(self.driver.url(), capabilities(&self.scratch, options)).await;
        self.browser = Some(browser.unwrap_or_else(|error| panic!("the browser starts again: {}", brief(&error))));
        self.play(options).await;
    }

    /// So many bytes of local storage are on the disk: more once the browser has written what it was told.
    #[must_use]
    pub fn bytes_on_disk(&self) -> u64 {
        let files = std::fs::read_dir(self.scratch.path().join("profile/Default/Local Storage/leveldb"));
        let sizes = files.into_iter().flatten().filter_map(|file| Some(file.ok()?.metadata().ok()?.len()));
        sizes.sum()
    }

    /// Every text that the browser keeps for the origin, with how and by which name: in local and session storage, caches,
    /// databases and cookies.
    pub async fn everything_kept(&self) -> Vec<(String, String)> {
        let kept: Value = self.eval(KEPT).await;
        serde_json::from_value(kept).expect("pairs of texts")
    }
}
