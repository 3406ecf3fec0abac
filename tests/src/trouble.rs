//! What went wrong without a person seeing it.

use std::sync::PoisonError;

use serde_json::Value;

use crate::stage::Stage;

/// Where the browser's own pages are, as the one that it starts with.
const OWN_PAGES: &str = "chrome://";

/// What the browser complained about, and where it turned to beyond the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// Violations of the Content-Security-Policy.
    pub csp: Vec<String>,
    /// Errors: uncaught, rejected, logged, or of files that did not load. One may stand here twice, as the page and as the
    /// browser saw it.
    pub console: Vec<String>,
    /// Warnings of the browser; [`Trouble::assert_none`] leaves them out.
    pub warnings: Vec<String>,
    /// Addresses of another origin that the page asked for.
    pub foreign_requests: Vec<String>,
}

impl Trouble {
    /// Panics with all of it, if there is any but warnings.
    pub fn assert_none(&self) {
        let none = self.csp.is_empty() && self.console.is_empty() && self.foreign_requests.is_empty();
        assert!(none, "the browser saw trouble: {self:#?}");
    }

    pub(crate) fn add(&mut self, more: Self) {
        self.csp.extend(more.csp);
        self.console.extend(more.console);
        self.warnings.extend(more.warnings);
        self.foreign_requests.extend(more.foreign_requests);
    }
}

impl Stage {
    /// What went wrong since the stage was opened, or since this was asked last.
    pub async fn trouble(&self) -> Trouble {
        self.drain_document().await;
        self.drain_logs().await;
        std::mem::take(&mut self.gathered.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes down what the open document noted by itself. It is lost with the document, so this comes before it is left.
    pub(crate) async fn drain_document(&self) {
        let notes = self.run("return window.__sentierTrouble?.splice(0) ?? []", Vec::new()).await;
        let notes = notes.unwrap_or_else(|error| panic!("the document does not answer: {error}"));
        let of_kind = |kind: &str| {
            let notes = notes.as_array().into_iter().flatten().filter(|note| note["kind"] == kind);
            notes.filter_map(|note| note["text"].as_str()).map(str::to_owned).collect()
        };
        self.gather(Trouble { csp: of_kind("csp"), console: of_kind("console"), ..Trouble::default() });
    }

    /// Takes down what the browser logged, of whatever document.
    pub(crate) async fn drain_logs(&self) {
        let mut trouble = Trouble::default();
        for entry in self.browser().get_log("browser").await.expect("the browser's log") {
            let list = match entry.level.as_str() {
                _ if entry.message.starts_with(OWN_PAGES) => continue,
                _ if entry.message.contains("Content Security Policy") => &mut trouble.csp,
                "SEVERE" => &mut trouble.console,
                "WARNING" => &mut trouble.warnings,
                _ => continue,
            };
            list.push(entry.message);
        }
        let own = format!("{}/", self.origin());
        for entry in self.browser().get_log("performance").await.expect("the network's log") {
            let event: Value = serde_json::from_str(&entry.message).expect("an event in JSON");
            if let Some(url) = asked(&event["message"]).filter(|url| is_foreign(url, &own)) {
                trouble.foreign_requests.push(url.to_owned());
            }
        }
        self.gather(trouble);
    }
}

/// The address that an event of the network says was asked for.
fn asked(event: &Value) -> Option<&str> {
    match event["method"].as_str()? {
        "Network.requestWillBeSent" => event["params"]["request"]["url"].as_str(),
        "Network.webSocketCreated" | "Network.webTransportCreated" => event["params"]["url"].as_str(),
        _ => None,
    }
}

/// Whether `url` leads over a network to another origin than `own` (which ends in a slash).
fn is_foreign(url: &str, own: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or_default();
    ["http", "https", "ws", "wss"].contains(&scheme) && !url.starts_with(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_other_origins_are_foreign() {
        let own = "http://127.0.0.1:8080/";
        for url in [
            "http://127.0.0.1:8080/sentier/",
            "data:image/png;base64,AA",
            "blob:http://127.0.0.1:8080/1",
            "about:blank",
        ] {
            assert!(!is_foreign(url, own), "{url}");
        }
        for url in ["http://127.0.0.1:80801/", "https://127.0.0.1:8080/", "https://example.org/", "wss://example.org/"]
        {
            assert!(is_foreign(url, own), "{url}");
        }
    }
}
