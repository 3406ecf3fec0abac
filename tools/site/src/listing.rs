//! The files of a built folder, and what tells one from another.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What Trunk leaves behind, which is no file of the site.
const LEFT_BY_TRUNK: &str = ".trunk-lock";

/// What every file of a folder holds, by its path below the folder, written with `/`.
///
/// # Errors
/// If a file cannot be read, or has a name that is no text.
pub(crate) fn files(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut all = BTreeMap::new();
    gather(folder, "", &mut all)?;
    Ok(all)
}

fn gather(folder: &Path, above: &str, all: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|_| io::ErrorKind::InvalidFilename)?;
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{above}{name}/"), all)?;
        } else if name != LEFT_BY_TRUNK {
            all.insert(format!("{above}{name}"), std::fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// The SHA-256 of what a file holds, in hexadecimal, as `sha256sum` writes it.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The same in base64, as browsers compare it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// Bytes as text, to stand within a page.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// `text` with the one place of `mark` replaced.
///
/// # Errors
/// If `mark` is not there, or more than once: what is built is then not what this was written for.
pub(crate) fn replaced(text: &str, mark: &str, by: &str) -> io::Result<String> {
    match text.split(mark).collect::<Vec<_>>().as_slice() {
        [before, after] => Ok([before, by, after].concat()),
        found => Err(io::Error::other(format!("{mark:?} is there {} times", found.len().saturating_sub(1)))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn digests_are_those_of_the_standard() {
        // FIPS 180-2, appendix B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hexadecimal(b"abc"), abc);
        assert_eq!(integrity(b"abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn a_mark_is_replaced_only_where_it_stands_once() {
        assert_eq!(replaced("a mark b", "mark", "c").unwrap(), "a c b");
        assert!(replaced("a b", "mark", "c").is_err());
        assert!(replaced("mark mark", "mark", "c").is_err());
    }
}
