//! `release finish FOLDER [ADDRESS]` names a build and lists its files, with the card of the address where it will stand; `release single PAGE FOLDER FILE` makes one file of it.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use sentier_site::{finish, single};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["finish", folder] => finish(Path::new(folder), None).map(|name| format!("build {name}")),
        ["finish", folder, address] => finish(Path::new(folder), Some(address)).map(|name| format!("build {name}")),
        ["single", page, folder, file] => one_file(page, folder, file),
        _ => Err(io::Error::other("usage: release finish FOLDER [ADDRESS] | release single PAGE FOLDER FILE")),
    };
    match done.and_then(|said| writeln!(io::stdout(), "{said}")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn one_file(page: &str, folder: &str, file: &str) -> io::Result<String> {
    let html = single(&std::fs::read_to_string(page)?, Path::new(folder))?;
    std::fs::write(file, &html)?;
    Ok(format!("{file}: {} kB", html.len().div_euclid(1000)))
}
