//! Files as they travel: compressed once, kept as long as the file on disk stays the same.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use flate2::Compression;
use flate2::write::GzEncoder;

/// What tells that a file changed: its time and its length.
type Stamp = (SystemTime, u64);

/// A file as it was when it was compressed.
struct Kept {
    stamp: Stamp,
    bytes: Arc<[u8]>,
}

/// The compressed files so far.
#[derive(Default)]
pub(crate) struct Compressed(Mutex<HashMap<PathBuf, Kept>>);

impl Compressed {
    /// Every file of a folder compressed beforehand, as a host has them: the first visitor waits for nobody.
    pub(crate) fn of(folder: &Path) -> Self {
        let all = Self::default();
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            // What cannot be read now is an error when somebody asks for it.
            let _ = all.file(&entry.path());
        }
        all
    }

    /// The file at `path`, compressed. An error if it cannot be read.
    pub(crate) fn file(&self, path: &Path) -> io::Result<Arc<[u8]>> {
        let about = std::fs::metadata(path)?;
        let stamp = (about.modified()?, about.len());
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = files.get(path).filter(|kept| kept.stamp == stamp) {
            return Ok(Arc::clone(&kept.bytes));
        }
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&std::fs::read(path)?)?;
        let bytes: Arc<[u8]> = encoder.finish()?.into();
        files.insert(path.to_owned(), Kept { stamp, bytes: Arc::clone(&bytes) });
        Ok(bytes)
    }
}

/// Whether an `Accept-Encoding` header allows gzip.
pub(crate) fn accepts_gzip(header: &str) -> bool {
    header.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let refused = |weight: &str| weight.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0));
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip") || name == "*") && !parts.any(refused)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_goes_only_to_those_who_accept_it() {
        for header in ["gzip", "gzip, deflate, br, zstd", "br;q=1.0, GZIP;q=0.5", "*"] {
            assert!(accepts_gzip(header), "{header}");
        }
        for header in ["", "br", "identity", "gzip;q=0", "gzip; q=0.0", "xgzip"] {
            assert!(!accepts_gzip(header), "{header}");
        }
    }
}
