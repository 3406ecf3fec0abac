//! `site FOLDER SUB_PATH PORT` serves a folder on loopback until it is stopped, on the next free port if that one is taken.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use sentier_site::Site;

/// How many ports are tried, counted from the one that was asked for.
const PORTS_TRIED: u16 = 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let served = match arguments.as_slice() {
        [folder, sub_path, port] => match port.parse() {
            Ok(port) => serve(Path::new(folder), sub_path, port),
            Err(_) => Err(io::Error::new(ErrorKind::InvalidInput, format!("{port} is not a port"))),
        },
        _ => Err(io::Error::new(ErrorKind::InvalidInput, "usage: site FOLDER SUB_PATH PORT")),
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn serve(folder: &Path, sub_path: &str, port: u16) -> io::Result<()> {
    let site = start(folder, sub_path, port)?;
    writeln!(io::stdout(), "Sentier: {} (Ctrl-C to stop)", site.url())?;
    loop {
        std::thread::park();
    }
}

fn start(folder: &Path, sub_path: &str, port: u16) -> io::Result<Site> {
    for port in port..port.saturating_add(PORTS_TRIED) {
        match Site::start(folder, sub_path, Some(port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            done => return done,
        }
    }
    Err(io::Error::new(ErrorKind::AddrInUse, format!("port {port} and the {PORTS_TRIED} after it are taken")))
}
