//! The way between browser and site, which a test can cut for good. A server that ends leaves the connections that a browser
//! holds open; without a network there are none.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use sentier_site::Site;

/// A way to a site on loopback, until it is dropped.
pub struct Network {
    url: String,
    port: u16,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    is_cut: AtomicBool,
    open: Mutex<Vec<TcpStream>>,
}

impl Network {
    /// Leads every connection on a port of its own to the site.
    #[must_use]
    pub fn to(site: &Site) -> Self {
        let address = site.url();
        let port: u16 = address.split([':', '/']).nth(4).and_then(|port| port.parse().ok()).expect("a port");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let own = listener.local_addr().expect("it has an address").port();
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if theirs.is_cut.load(Ordering::SeqCst) {
                    return;
                }
                // Where the site is gone the browser sees the connection end.
                if let Ok(site) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
                    theirs.join(&stream, &site);
                }
            }
        });
        Self { url: address.replacen(&port.to_string(), &own.to_string(), 1), port: own, shared }
    }

    /// Where the site is found by this way: "http://127.0.0.1:PORT/sentier/".
    #[must_use]
    pub fn url(&self) -> String {
        self.url.clone()
    }
}

impl Shared {
    /// Carries what each says to the other.
    fn join(&self, browser: &TcpStream, site: &TcpStream) {
        let copy = |stream: &TcpStream| stream.try_clone().expect("a connection can be held twice");
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.extend([copy(browser), copy(site)]);
        for (mut from, mut to) in [(copy(browser), copy(site)), (copy(site), copy(browser))] {
            let _ = to.set_nodelay(true);
            std::thread::spawn(move || {
                let mut piece = [0; 16_384];
                while let Ok(length) = from.read(&mut piece)
                    && length > 0
                    && to.write_all(&piece[..length]).is_ok()
                {}
                let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
            });
        }
    }
}

impl Drop for Network {
    /// Ends every connection, and takes no new one.
    fn drop(&mut self) {
        self.shared.is_cut.store(true, Ordering::SeqCst);
        for stream in self.shared.open.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
        // Wakes what listens, so that it ends.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}
