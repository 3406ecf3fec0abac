//! The form in which anything is stored: a first word, the version, the checksum of the rest, and the rest in letters.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::checksum::crc32;

use super::RecordError;

/// One kind of stored text.
pub(super) struct Envelope {
    /// The first word, which tells it from what other apps store.
    pub app: &'static str,
    /// The version that this app writes, from 1.
    pub version: u32,
    /// The most letters that a real one has.
    pub most_letters: usize,
    /// The bytes as letters.
    pub letters: fn(&[u8]) -> String,
    /// The letters as bytes; none where they are not of the alphabet.
    pub bytes: fn(&str) -> Option<Vec<u8>>,
}

impl Envelope {
    /// The text to store.
    pub fn close<T: Serialize + ?Sized>(&self, content: &T) -> String {
        self.seal(&postcard::to_stdvec(content).unwrap_or_default())
    }

    /// The text to store of bytes.
    pub fn seal(&self, body: &[u8]) -> String {
        format!("{}:{}:{:08x}:{}", self.app, self.version, crc32(body), (self.letters)(body))
    }

    /// What is in a stored text of the only version that there ever was.
    ///
    /// # Errors
    /// See [`RecordError`]; the text itself is the caller's to keep.
    pub fn open<T: DeserializeOwned>(&self, text: &str) -> Result<T, RecordError> {
        read(&self.unseal(text)?.1)
    }

    /// The version of a stored text and its bytes, as they were written.
    ///
    /// # Errors
    /// See [`RecordError`]; the text itself is the caller's to keep.
    pub fn unseal(&self, text: &str) -> Result<(u32, Vec<u8>), RecordError> {
        if text.len() > self.most_letters {
            return Err(RecordError::TooLarge);
        }
        let mut parts = text.splitn(4, ':');
        let (app, version, sum, body) = (parts.next(), parts.next(), parts.next(), parts.next());
        let version: u32 = version.and_then(|version| version.parse().ok()).ok_or(RecordError::Unreadable)?;
        if app != Some(self.app) || version == 0 {
            return Err(RecordError::Unreadable);
        }
        if version > self.version {
            return Err(RecordError::FromTheFuture);
        }
        let body = body.and_then(self.bytes).ok_or(RecordError::Unreadable)?;
        if sum != Some(format!("{:08x}", crc32(&body)).as_str()) {
            return Err(RecordError::Unreadable);
        }
        Ok((version, body))
    }
}

/// What the bytes of a stored text mean.
///
/// # Errors
/// [`RecordError::Unreadable`] where they are not of this form.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, RecordError> {
    postcard::from_bytes(body).map_err(|_| RecordError::Unreadable)
}
