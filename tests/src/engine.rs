//! The other engines: Firefox and WebKit, through their own drivers. They do less than a [`crate::Stage`], which speaks the
//! protocol of Chromium: enough to walk through the page.
//!
//! `SENTIER_FIREFOX` and `SENTIER_GECKODRIVER`, `SENTIER_WEBKIT` and `SENTIER_WEBKIT_DRIVER` name browsers and drivers.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::stage::{PAGE, PAUSE, brief, deadline_passed};

/// How long a driver may take until it listens, and a page until it says what is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser that is not Chromium, with its driver.
pub struct Engine {
    browser: WebDriver,
    _driver: Group,
}

impl Engine {
    /// Firefox, if it and its driver are on this machine.
    pub async fn firefox() -> Option<Self> {
        let (browser, driver) = named("SENTIER_FIREFOX", "SENTIER_GECKODRIVER")?;
        let port = free_port();
        let driver = Group::start(Command::new(driver).arg(format!("--port={port}")), port);
        let options = json!({ "binary": browser, "args": ["-headless"] });
        Some(Self::open(driver, port, json!({ "browserName": "firefox", "moz:firefoxOptions": options })).await)
    }

    /// WebKit, if it and its driver are on this machine. It needs a screen, which xvfb-run plays.
    pub async fn webkit() -> Option<Self> {
        let (browser, driver) = named("SENTIER_WEBKIT", "SENTIER_WEBKIT_DRIVER")?;
        let port = free_port();
        let mut command = Command::new("xvfb-run");
        command.args(["--auto-servernum", &driver, &format!("--port={port}")]);
        let driver = Group::start(command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"), port);
        let options = json!({ "binary": browser, "args": ["--automation"] });
        Some(
            Self::open(driver, port, json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options }))
                .await,
        )
    }

    async fn open(driver: Group, port: u16, capabilities: Value) -> Self {
        let Value::Object(capabilities) = capabilities else { unreachable!("an object was written") };
        let url = format!("http://127.0.0.1:{port}");
        let browser = WebDriver::new(url, Capabilities::from(capabilities)).await.expect("the browser starts");
        Self { browser, _driver: driver }
    }

    /// Opens an address.
    pub async fn go(&self, url: &str) {
        self.browser.goto(url).await.unwrap_or_else(|error| panic!("{url}: {}", brief(&error)));
    }

    /// Loads the page again as a person does. The command of the driver means "from the network alone" to Firefox, which
    /// leaves out what the page keeps on the device.
    pub async fn reload(&self) {
        let _ = self.run("window.isBefore = true; location.reload()", Vec::new()).await;
        self.until("return window.isBefore !== true && document.readyState === 'complete'", "").await;
    }

    /// Runs `script` (the body of a function; a promise is awaited) with the functions of `page.js` at hand.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let script = format!("{PAGE}\nreturn (function () {{\n{script}\n}}).apply(null, arguments)");
        let answer = self.browser.execute(script, arguments).await;
        answer.map(|answer| answer.json().clone()).map_err(|error| brief(&error))
    }

    /// Asks again and again until `script` returns true for `text`. Panics with what the page says where it never does.
    pub async fn until(&self, script: &str, text: &str) {
        let start = Instant::now();
        loop {
            let said = self.run(script, vec![json!(text)]).await;
            if said == Ok(json!(true)) {
                return;
            }
            if deadline_passed(start, PATIENCE) {
                let page = self.run("return `${location.href}\n${text()}`", Vec::new()).await;
                panic!("waited for {script} of “{text}”: {said:?}\nThe page is {page:?}");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until the one visible h1 contains `text`.
    pub async fn wait_h1(&self, text: &str) {
        let script =
            "const [one, ...more] = headings(); return more.length === 0 && !!one?.includes(even(arguments[0]))";
        self.until(script, text).await;
    }

    /// Presses the button that says `text`.
    pub async fn click_button(&self, text: &str) {
        self.until("const found = button(arguments[0]); found?.click(); return found !== null", text).await;
    }

    /// Ticks the box that `text` labels.
    pub async fn tick(&self, text: &str) {
        let script =
            "const box = controlOf(BOX, arguments[0]); if (box && !box.checked) labelOf(BOX, arguments[0]).click();
            return !!box && (!box.isConnected || box.checked)";
        self.until(script, text).await;
    }

    /// Types `text` into the field that `label` labels.
    pub async fn type_into(&self, label: &str, text: &str) {
        let script = "const field = controlOf(FIELD, arguments[0]); if (!field) return false;
            field.focus(); field.value = arguments[1]; field.dispatchEvent(new Event('input', { bubbles: true })); return true";
        let start = Instant::now();
        while self.run(script, vec![json!(label), json!(text)]).await != Ok(json!(true)) {
            assert!(!deadline_passed(start, PATIENCE), "there is no field “{label}”");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Ends the browser.
    pub async fn close(self) {
        self.browser.quit().await.expect("the browser ends");
    }
}

fn named(browser: &str, driver: &str) -> Option<(String, String)> {
    Some((std::env::var(browser).ok()?, std::env::var(driver).ok()?))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

/// A driver with all that it started, killed together.
struct Group(Child);

impl Group {
    /// Starts a driver and waits until it listens.
    fn start(command: &mut Command, port: u16) -> Self {
        let command = command.process_group(0).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let group = Self(command.spawn().expect("the driver starts"));
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(!deadline_passed(start, PATIENCE), "the driver does not listen");
            std::thread::sleep(PAUSE);
        }
        group
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let all = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-s", "KILL", "--", &all]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}
