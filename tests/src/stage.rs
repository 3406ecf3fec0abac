//! The stage: one browser, one site, opened and closed together.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use sentier_site::Site;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverError;
use thirtyfour::{Capabilities, WebDriver};

use crate::network::Network;
use crate::options::Options;
use crate::process::{Driver, Scratch};
use crate::trouble::Trouble;

/// Between two looks at a condition.
pub(crate) const PAUSE: Duration = Duration::from_millis(30);
/// Where the site is served, as on a project page of GitHub.
const SUB_PATH: &str = "/sentier/";
/// Below this width (CSS pixels) the window is a phone's.
const PHONE_BELOW: u32 = 600;
pub(crate) const PAGE: &str = include_str!("script/page.js");
const WATCH: &str = include_str!("script/watch.js");
/// Without a screen, and silent: the browser asks for nothing by itself, and no name but loopback's leads anywhere.
const FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// The site in a browser of its own. Both end with [`Stage::close`], or when the stage is dropped, as when a test panics.
pub struct Stage {
    // In the order in which they end.
    pub(crate) browser: Option<WebDriver>,
    pub(crate) driver: Driver,
    pub(crate) scratch: Scratch,
    network: Option<Network>,
    site: Option<Site>,
    url: String,
    deadline: Duration,
    javascript: bool,
    pub(crate) gathered: Mutex<Trouble>,
}

impl Stage {
    /// Serves the site and starts a browser as `options` say. No page is open yet: see [`Stage::go`].
    /// Panics if the site is not built, or the browser does not start.
    pub async fn open(options: Options) -> Self {
        let folder = &options.folder;
        assert!(folder.join("index.html").is_file(), "no site is built in {}", folder.display());
        let site = Site::start(folder, SUB_PATH, None).expect("the site is served");
        let scratch = Scratch::new();
        let driver = Driver::start(scratch.path());
        let browser = WebDriver::new(driver.url(), capabilities(&scratch, &options)).await.expect("the browser starts");
        let gathered = Mutex::default();
        let Options { deadline, javascript, .. } = options;
        let browser = Some(browser);
        // Only where it may be cut: everywhere else the site answers for itself.
        let network = options.kept.then(|| Network::to(&site));
        let url = network.as_ref().map_or_else(|| site.url(), Network::url);
        let site = Some(site);
        let stage = Self { browser, driver, scratch, network, site, url, deadline, javascript, gathered };
        stage.play(&options).await;
        stage.drain_logs().await;
        stage
    }

    /// Ends the browser and the site.
    pub async fn close(mut self) {
        if let Some(browser) = self.browser.take() {
            browser.quit().await.expect("the browser ends");
        }
    }

    /// The server of the site: what it was asked, what it shall do wrong. Panics once there is none.
    #[must_use]
    pub fn site(&self) -> &Site {
        self.site.as_ref().expect("the network is there")
    }

    /// Takes the network away: every connection ends, so does the server, and nothing answers at its address. Panics where the
    /// options keep nothing on the device.
    pub fn cut_off(&mut self) {
        drop(self.network.take().expect("the site is kept on the device"));
        self.site = None;
    }

    /// Where the site is, or was: "http://127.0.0.1:PORT/sentier/".
    pub(crate) fn site_url(&self) -> &str {
        &self.url
    }

    /// Sends a command of the DevTools protocol to the page. Panics if the browser refuses it.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Value {
        let answer = self.browser().cdp().send_raw(command, parameters).await;
        answer.unwrap_or_else(|error| panic!("{command}: {}", brief(&error)))
    }

    /// Runs `script` (the body of a function; a promise is awaited) in the page. Panics if it throws.
    pub async fn eval(&self, script: &str) -> Value {
        let answer = self.browser().execute(script, Vec::new()).await;
        answer.map(|answer| answer.json().clone()).unwrap_or_else(|error| panic!("{script}: {}", brief(&error)))
    }

    /// Asks `check` again and again until it returns a value. After the deadline of the options panics with
    /// `what` was waited for, the last reason of `check`, and what the page says.
    pub async fn until<T>(&self, what: &str, mut check: impl AsyncFnMut() -> Result<T, String>) -> T {
        let start = Instant::now();
        loop {
            match check().await {
                Ok(value) => return value,
                Err(reason) if deadline_passed(start, self.deadline) => {
                    let page = self.run("return `${location.href}\n${text()}`", Vec::new()).await;
                    let page = page.map_or_else(|error| error, |page| page.as_str().unwrap_or_default().to_owned());
                    panic!("waited {:?} for {what}: {reason}\nThe page is {page}", self.deadline);
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Runs `script` (as [`Stage::eval`] does) with the functions of `page.js` at hand. An error if it throws or its document is
    /// gone.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let script = format!("{PAGE}\nreturn (function () {{\n{script}\n}}).apply(null, arguments)");
        let answer = self.browser().execute(script, arguments).await;
        answer.map(|answer| answer.json().clone()).map_err(|error| brief(&error))
    }

    pub(crate) fn browser(&self) -> &WebDriver {
        self.browser.as_ref().expect("the browser runs until the stage ends")
    }

    /// Adds `trouble` to what is gathered.
    pub(crate) fn gather(&self, trouble: Trouble) {
        self.gathered.lock().unwrap_or_else(PoisonError::into_inner).add(trouble);
    }

    /// Runs `script` as [`Stage::run`] does, with timers and the like, which a page without JavaScript lacks. The page's own
    /// scripts, left out when it loaded, stay so.
    pub(crate) async fn run_with_javascript(&self, script: &str) -> Result<Value, String> {
        self.allow_javascript(true).await;
        let answer = self.run(script, Vec::new()).await;
        self.allow_javascript(self.javascript).await;
        answer
    }

    async fn allow_javascript(&self, allowed: bool) {
        self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !allowed })).await;
    }

    /// Makes the browser the device of `options`.
    pub(crate) async fn play(&self, options: &Options) {
        let Options { width, height, wishes, slow, .. } = options;
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": *width < PHONE_BELOW });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
        let features: Vec<Value> = wishes.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        self.allow_javascript(self.javascript).await;
        for script in std::iter::once(WATCH).chain(options.scripts()) {
            self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
        }
        if *slow {
            self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
            let down = 1_600_000 / 8;
            let conditions =
                json!({ "offline": false, "latency": 150, "downloadThroughput": down, "uploadThroughput": down / 2 });
            self.cdp("Network.emulateNetworkConditions", conditions).await;
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Only where a test panicked. The driver may be busy with the page, so it is not asked: what follows kills both.
        if let Some(browser) = self.browser.take() {
            let _ = browser.leak();
        }
    }
}

/// Whether `limit` has passed since `start`.
pub(crate) fn deadline_passed(start: Instant, limit: Duration) -> bool {
    start.elapsed() >= limit
}

/// What the driver says went wrong, without its stack, which names no line of ours.
pub(crate) fn brief(error: &WebDriverError) -> String {
    let words = error.to_string();
    let words = words.split("Stacktrace:").next().unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn capabilities(scratch: &Scratch, device: &Options) -> Capabilities {
    let profile = format!("--user-data-dir={}", scratch.path().join("profile").display());
    let flags: Vec<&str> = FLAGS.into_iter().chain([profile.as_str()]).collect();
    let mut options = json!({ "args": flags });
    if device.site_data_blocked {
        // What the setting “block all cookies” writes.
        options["prefs"] = json!({ "profile": { "default_content_setting_values": { "cookies": 2 } } });
    }
    if let Some(browser) = std::env::var_os("SENTIER_BROWSER") {
        options["binary"] = json!(browser.to_str().expect("SENTIER_BROWSER is text"));
    }
    let Value::Object(capabilities) = json!({
        "browserName": "chrome",
        // The harness waits by itself: a page whose files never come must still be looked at.
        "pageLoadStrategy": "none",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    }) else {
        unreachable!("an object was written")
    };
    Capabilities::from(capabilities)
}
