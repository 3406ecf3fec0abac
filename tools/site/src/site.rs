//! The server itself: its threads, what it was asked, what it is told to do wrong.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use tiny_http::{Request, Server};

use crate::gzip::Compressed;
use crate::reply::{not_found, reply};
use crate::route::{tidy_sub_path, without_query};

/// As many files as a browser asks for at once from one host.
const WORKERS: usize = 6;

/// How often the server is nudged: see [`nudge`].
const NUDGE: Duration = Duration::from_millis(100);

/// What the server does wrong on purpose, to show what the page makes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing: every file is answered.
    #[default]
    None,
    /// Paths that end so are answered with 404 ("" means all).
    Missing(&'static str),
    /// Paths that end so are accepted and answered only once the fault is lifted ("" means all).
    Stalled(&'static str),
}

/// A folder served on loopback under a sub-path, from threads of its own, until it is dropped.
pub struct Site {
    server: Arc<Server>,
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<()>>,
    /// Ends the nudging when it is dropped.
    _nudged: Sender<()>,
    url: String,
}

struct Shared {
    folder: PathBuf,
    sub_path: String,
    compressed: Compressed,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    fault: Fault,
    requests: Vec<String>,
    held: Vec<Request>,
}

impl Site {
    /// Serves `folder` under `sub_path` ("/sentier/"; "/" for the root) on `port`, or on any free one.
    /// An error if `folder` is no folder or the port is taken.
    pub fn start(folder: &Path, sub_path: &str, port: Option<u16>) -> io::Result<Self> {
        if !folder.is_dir() {
            let what = format!("{} is not a folder", folder.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, what));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))?;
        let sub_path = tidy_sub_path(sub_path);
        let address = listener.local_addr()?;
        let url = format!("http://{address}{sub_path}");
        let server = Arc::new(Server::from_listener(listener, None).map_err(io::Error::other)?);
        let folder = folder.to_owned();
        let compressed = Compressed::of(&folder);
        let shared = Arc::new(Shared { folder, sub_path, compressed, state: Mutex::default() });
        let workers = (0..WORKERS)
            .map(|_| {
                let (server, shared) = (Arc::clone(&server), Arc::clone(&shared));
                std::thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        shared.state().requests.push(request.url().to_owned());
                        shared.answer(request);
                    }
                })
            })
            .collect();
        Ok(Self { server, shared, workers, _nudged: nudge(address), url })
    }

    /// Where the site is: "http://127.0.0.1:PORT/sentier/".
    #[must_use]
    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// What was asked for so far, in order: paths with their queries.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.shared.state().requests.clone()
    }

    /// From now on does `fault`. Requests that an earlier fault holds are answered, unless this one holds them too.
    pub fn set_fault(&self, fault: Fault) {
        let held = {
            let mut state = self.shared.state();
            state.fault = fault;
            std::mem::take(&mut state.held)
        };
        for request in held {
            self.shared.answer(request);
        }
    }
}

/// Opens a connection again and again, and closes it at once. The library gives a connection to a thread that waits; of two
/// that arrive together while one waits, the second stays in the queue for as long as a browser holds the others open. Any
/// later connection fetches it from there.
fn nudge(address: SocketAddr) -> Sender<()> {
    let (end, ended) = channel::<()>();
    std::thread::spawn(move || {
        while ended.recv_timeout(NUDGE) == Err(RecvTimeoutError::Timeout) {
            let _ = TcpStream::connect(address);
        }
    });
    end
}

impl Drop for Site {
    fn drop(&mut self) {
        self.shared.state().held.clear();
        for _ in &self.workers {
            self.server.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, request: Request) {
        let mut state = self.state();
        let path = without_query(request.url());
        let missing = match state.fault {
            Fault::Stalled(end) if path.ends_with(end) => {
                state.held.push(request);
                return;
            }
            Fault::Missing(end) => path.ends_with(end),
            Fault::None | Fault::Stalled(_) => false,
        };
        drop(state);
        let answer =
            if missing { not_found() } else { reply(&request, &self.folder, &self.sub_path, &self.compressed) };
        // A browser that left before its answer is no failure of the server.
        let _ = request.respond(answer);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::fs;
    use std::io::{Read, Write};

    use super::*;

    /// A site of two files in a folder of the test's own.
    fn site(test: &str) -> (Site, PathBuf) {
        let folder = std::env::temp_dir().join(format!("sentier-site-{test}-{}", std::process::id()));
        fs::create_dir_all(folder.join("icons")).unwrap();
        fs::write(folder.join("index.html"), "<h1>Sentier</h1>".repeat(100)).unwrap();
        fs::write(folder.join("text.woff2"), "font").unwrap();
        (Site::start(&folder, "sentier", None).unwrap(), folder)
    }

    fn ask(site: &Site, path: &str, headers: &str) -> TcpStream {
        let url = site.url();
        let host = url.strip_prefix("http://").unwrap().split('/').next().unwrap();
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n").unwrap();
        stream
    }

    fn answer(site: &Site, path: &str, headers: &str) -> (String, Vec<u8>) {
        split(ask(site, path, headers))
    }

    fn split(mut stream: TcpStream) -> (String, Vec<u8>) {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        let body = bytes.split_off(end.checked_add(4).unwrap());
        (String::from_utf8(bytes).unwrap(), body)
    }

    #[test]
    fn answers_as_a_static_host() {
        let (site, folder) = site("host");
        let (head, body) = answer(&site, "/sentier/", "");
        assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
        assert!(head.contains("Content-Type: text/html; charset=utf-8\r\n"), "{head}");
        assert!(head.contains("Cache-Control: max-age=600\r\n"), "{head}");
        assert!(head.contains(&format!("Content-Length: {}\r\n", body.len())), "{head}");
        assert_eq!(body, fs::read(folder.join("index.html")).unwrap());

        let (head, body) = answer(&site, "/sentier/index.html", "Accept-Encoding: gzip\r\n");
        assert!(head.contains("Content-Encoding: gzip\r\n"), "{head}");
        let mut plain = String::new();
        flate2::read::GzDecoder::new(body.as_slice()).read_to_string(&mut plain).unwrap();
        assert_eq!(plain.as_bytes(), fs::read(folder.join("index.html")).unwrap());

        let (head, body) = answer(&site, "/sentier/text.woff2", "Accept-Encoding: gzip\r\n");
        assert!(!head.contains("Content-Encoding"), "{head}");
        assert_eq!(body, b"font");

        for (path, to) in [("/sentier", "/sentier/"), ("/sentier/icons", "/sentier/icons/")] {
            let (head, _) = answer(&site, path, "");
            assert!(head.starts_with("HTTP/1.1 301 ") && head.contains(&format!("Location: {to}\r\n")), "{head}");
        }
        for path in ["/", "/sentier/none", "/sentier/icons/", "/sentier/../sentier/index.html"] {
            assert!(answer(&site, path, "").0.starts_with("HTTP/1.1 404 "), "{path}");
        }
        assert!(answer(&site, "/neighbour/", "").0.starts_with("HTTP/1.1 200 "));
        assert_eq!(site.requests().first().map(String::as_str), Some("/sentier/"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_changed_file_is_compressed_anew() {
        let (site, folder) = site("changed");
        let before = answer(&site, "/sentier/", "Accept-Encoding: gzip\r\n").1;
        fs::write(folder.join("index.html"), "changed").unwrap();
        assert_ne!(answer(&site, "/sentier/", "Accept-Encoding: gzip\r\n").1, before);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn faults_are_done_and_lifted() {
        let (site, folder) = site("faults");
        site.set_fault(Fault::Missing(".woff2"));
        assert!(answer(&site, "/sentier/text.woff2?v=1", "").0.starts_with("HTTP/1.1 404 "));
        assert!(answer(&site, "/sentier/", "").0.starts_with("HTTP/1.1 200 "));

        site.set_fault(Fault::Stalled(".woff2"));
        let mut stalled = ask(&site, "/sentier/text.woff2", "");
        stalled.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
        assert!(stalled.read(&mut [0]).is_err(), "a stalled request got an answer");
        assert!(answer(&site, "/sentier/", "").0.starts_with("HTTP/1.1 200 "));
        site.set_fault(Fault::None);
        stalled.set_read_timeout(None).unwrap();
        assert!(split(stalled).0.starts_with("HTTP/1.1 200 "));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_dropped_site_frees_its_port() {
        let (site, folder) = site("dropped");
        let url = site.url();
        let port: u16 = url.split([':', '/']).nth(4).unwrap().parse().unwrap();
        assert!(
            Site::start(&folder, "sentier", Some(port)).is_err_and(|error| error.kind() == io::ErrorKind::AddrInUse)
        );
        let _held = ask(&site, "/sentier/", "");
        drop(site);
        let deadline = std::time::Instant::now().checked_add(Duration::from_secs(10)).unwrap();
        while Site::start(&folder, "sentier", Some(port)).is_err() {
            assert!(std::time::Instant::now() < deadline, "the port is still taken");
            std::thread::sleep(Duration::from_millis(10));
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
