//! The processes and the folder behind a stage: all end with it, whatever happens.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::stage::{PAUSE, deadline_passed};

/// How long chromedriver may take until it is ready.
const START: Duration = Duration::from_secs(20);

/// How often a chromedriver that ends at once is started again.
const ATTEMPTS: usize = 5;

/// A folder of the stage's own under the system's temporary folder: all that the browser writes is there. At the end the
/// browser's processes are killed, as far as they still run, and the folder is removed.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("sentier-stage-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("the temporary folder takes a new folder");
        Self(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Kills every process that was started on this folder, and waits until none is left.
    pub(crate) fn kill_users(&self) {
        let start = Instant::now();
        loop {
            let users = self.users();
            if users.is_empty() || deadline_passed(start, START) {
                return;
            }
            let _ = Command::new("kill").args(["-s", "KILL"]).args(&users).stderr(Stdio::null()).status();
            std::thread::sleep(PAUSE);
        }
    }

    /// The processes that were started on this folder: every one of the browser names it.
    fn users(&self) -> Vec<String> {
        let list = Command::new("ps").args(["-ewwo", "pid=,args="]).stderr(Stdio::null()).output();
        let list = list.map(|list| String::from_utf8_lossy(&list.stdout).into_owned()).unwrap_or_default();
        let mark = format!("{}/", self.0.display());
        let lines = list.lines().filter(|line| line.contains(&mark));
        lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let start = Instant::now();
        loop {
            // A process that still ends would write into the folder, or bring it back.
            let users = self.users();
            let _ = Command::new("kill").args(["-s", "KILL"]).args(&users).stderr(Stdio::null()).status();
            let removed = users.is_empty() && (std::fs::remove_dir_all(&self.0).is_ok() || !self.0.exists());
            if removed || deadline_passed(start, START) {
                return;
            }
            std::thread::sleep(PAUSE);
        }
    }
}

/// A running chromedriver, killed when dropped.
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts a chromedriver on a free port and waits until it is ready. Panics if it does not become so.
    pub(crate) fn start(scratch: &Path) -> Self {
        let program = std::env::var_os("SENTIER_DRIVER").unwrap_or_else(|| "chromedriver".into());
        let driver = (0..ATTEMPTS).find_map(|_| Self::try_start(&program, scratch)).expect("chromedriver finds a port");
        let start = Instant::now();
        while !driver.is_ready() {
            assert!(!deadline_passed(start, START), "chromedriver is not ready after {START:?}");
            std::thread::sleep(PAUSE);
        }
        driver
    }

    /// A chromedriver that listens; None if it ended instead, as when the port it chose is free for one IP version only.
    fn try_start(program: &OsStr, scratch: &Path) -> Option<Self> {
        let mut child = command(program, scratch)
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}. Is SENTIER_DRIVER set?", program.display()));
        let output = child.stdout.take().expect("stdout is piped");
        let (sender, receiver) = mpsc::channel();
        // Reads to the end, so that the driver never waits for a reader.
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some(port) = line.split("successfully on port ").nth(1) {
                    let _ = sender.send(port.trim_end_matches('.').parse().expect("a port is a number"));
                }
            }
        });
        let mut driver = Self { child, port: 0 };
        driver.port = receiver.recv_timeout(START).ok()?;
        Some(driver)
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn is_ready(&self) -> bool {
        let ask = || {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.set_read_timeout(Some(START))?;
            write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port)?;
            // One piece: it keeps the connection open, so that its end would never come. A cut answer is asked for again.
            let mut answer = [0; 2048];
            let length = stream.read(&mut answer)?;
            std::io::Result::Ok(String::from_utf8_lossy(&answer[..length]).contains("\"ready\":true"))
        };
        ask().unwrap_or(false)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Chromedriver with everything that it and the browser write inside `scratch`.
fn command(program: &OsStr, scratch: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    for variable in ["TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
        command.env(variable, scratch);
    }
    command
}
