//! On what kind of device the site is opened.

use std::path::{Path, PathBuf};
use std::time::Duration;

const STORAGE_BLOCKED: &str = include_str!("script/storage-blocked.js");
const STORAGE_FULL: &str = include_str!("script/storage-full.js");
const NOT_KEPT: &str = include_str!("script/not-kept.js");
const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../dist");

/// The device that a [`crate::Stage`] plays. By default a small phone in light colours, with everything working.
#[derive(Clone, Debug)]
pub struct Options {
    pub(crate) folder: PathBuf,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) wishes: Vec<(&'static str, &'static str)>,
    pub(crate) javascript: bool,
    pub(crate) slow: bool,
    pub(crate) kept: bool,
    pub(crate) deadline: Duration,
    pub(crate) init_scripts: Vec<String>,
    pub(crate) site_data_blocked: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            folder: PathBuf::from(DIST),
            width: 360,
            height: 740,
            wishes: vec![("prefers-color-scheme", "light")],
            javascript: true,
            slow: false,
            kept: false,
            deadline: Duration::from_secs(10),
            init_scripts: Vec::new(),
            site_data_blocked: false,
        }
    }
}

impl Options {
    /// A window of `width` × `height` CSS pixels; below 600 wide it is a phone's, which heeds the viewport meta tag.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        (self.width, self.height) = (width, height);
        self
    }

    /// The person prefers dark colours.
    #[must_use]
    pub fn dark(self) -> Self {
        self.wishes("prefers-color-scheme", "dark")
    }

    /// The person wishes for something that style sheets ask after: `prefers-contrast` for `more`.
    #[must_use]
    pub fn wishes(mut self, feature: &'static str, value: &'static str) -> Self {
        self.wishes.retain(|(other, _)| *other != feature);
        self.wishes.push((feature, value));
        self
    }

    /// The page's scripts do not run. The harness's own still do.
    #[must_use]
    pub fn without_javascript(mut self) -> Self {
        self.javascript = false;
        self
    }

    /// Storage throws a SecurityError when it is only looked at, as where a browser blocks cookies.
    #[must_use]
    pub fn storage_blocked(self) -> Self {
        self.init_script(STORAGE_BLOCKED)
    }

    /// The browser is set to let no site keep anything.
    #[must_use]
    pub fn site_data_blocked(mut self) -> Self {
        self.site_data_blocked = true;
        self
    }

    /// Every write to storage throws a QuotaExceededError; what is there can be read.
    #[must_use]
    pub fn storage_full(self) -> Self {
        self.init_script(STORAGE_FULL)
    }

    /// The browser may keep the site on the device. By default it has no means to, so that what a test makes fail does fail,
    /// and is asked for as often as the page asks.
    #[must_use]
    pub fn kept_on_the_device(mut self) -> Self {
        self.kept = true;
        self
    }

    /// What runs in every new document before the page's own scripts.
    pub(crate) fn scripts(&self) -> impl Iterator<Item = &str> {
        let not_kept = (!self.kept).then_some(NOT_KEPT);
        not_kept.into_iter().chain(self.init_scripts.iter().map(String::as_str))
    }

    /// Runs `script` in every new document before the page's own.
    #[must_use]
    pub fn init_script(mut self, script: &str) -> Self {
        self.init_scripts.push(script.to_owned());
        self
    }

    /// A processor four times slower, 1.6 Mbit/s down, 150 ms of latency; waits three times as long before it gives up.
    #[must_use]
    pub fn slow_phone(mut self) -> Self {
        self.slow = true;
        self.deadline *= 3;
        self
    }

    /// Gives up waiting after `deadline` instead of 10 seconds.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Serves `folder` instead of the workspace's `dist`.
    #[must_use]
    pub fn folder(mut self, folder: &Path) -> Self {
        self.folder = folder.to_owned();
        self
    }
}
