//! The stored form of a locked record: the lock, which says what the browser must be told to open it with a passphrase,
//! and what is closed with its key. The sums are the browser's (WebCrypto).
//!
//! Both have a version and a checksum of their own: damage is told before a passphrase is tried, so that nobody is told
//! that theirs is wrong when it is right.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;

use super::RecordError;
use super::envelope::Envelope;

/// The rounds of PBKDF2-HMAC-SHA-256 of a new lock: what the OWASP Password Storage Cheat Sheet asks for, in its edition
/// of 2023 and since (<https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2>).
pub const ROUNDS: u32 = 600_000;

/// The fewest and the most rounds that are believed: fewer protect nothing, more would make the device reckon for hours.
pub const BELIEVED_ROUNDS: [u32; 2] = [100_000, 10_000_000];

/// The length of the salt, in bytes.
pub const SALT: usize = 16;

/// The length of a wrapped key, in bytes: what GCM must never use twice (12), the key (32) and its mark (16).
pub const WRAPPED: usize = 60;

/// The fewest minutes without a touch after which a lock closes, and the most.
pub const IDLE_MINUTES: [u16; 2] = [1, 240];

/// The most letters that anything closed has: the most of a segment, closed, in base64.
const MOST_CLOSED: usize = super::log::MOST_LETTERS * 2;

const LOCK: Envelope =
    Envelope { app: "sentier-lock", version: 1, most_letters: 1024, letters: to_base64, bytes: from_base64 };

const CLOSED: Envelope =
    Envelope { app: "sentier-closed", version: 1, most_letters: MOST_CLOSED, letters: to_base64, bytes: from_base64 };

fn to_base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

fn from_base64(letters: &str) -> Option<Vec<u8>> {
    BASE64.decode(letters).ok()
}

/// What stands beside a locked record. No key is in it that could be used without the passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    rounds: u32,
    idle_minutes: u16,
    salt: Vec<u8>,
    key: Vec<u8>,
    former: Option<Vec<u8>>,
}

impl Lock {
    /// A lock.
    ///
    /// # Errors
    /// [`RecordError::Unreadable`] where a length or number is none that a lock has.
    pub fn new(
        rounds: u32,
        idle_minutes: u16,
        salt: Vec<u8>,
        key: Vec<u8>,
        former: Option<Vec<u8>>,
    ) -> Result<Self, RecordError> {
        Self { rounds, idle_minutes, salt, key, former }.checked()
    }

    fn checked(self) -> Result<Self, RecordError> {
        let [fewest, most] = BELIEVED_ROUNDS;
        let [shortest, longest] = IDLE_MINUTES;
        let is_whole = (fewest..=most).contains(&self.rounds)
            && (shortest..=longest).contains(&self.idle_minutes)
            && self.salt.len() == SALT
            && self.keys().all(|key| key.len() == WRAPPED);
        if is_whole { Ok(self) } else { Err(RecordError::Unreadable) }
    }

    /// The text to store.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut body = self.rounds.to_be_bytes().to_vec();
        body.extend(self.idle_minutes.to_be_bytes());
        body.extend_from_slice(&self.salt);
        for key in self.keys() {
            body.extend_from_slice(key);
        }
        LOCK.seal(&body)
    }

    /// The lock in a stored text.
    ///
    /// # Errors
    /// See [`RecordError`]; the text itself is the caller's to keep.
    pub fn decode(text: &str) -> Result<Self, RecordError> {
        let (_, body) = LOCK.unseal(text)?;
        let lock = || {
            let (rounds, rest) = body.split_first_chunk()?;
            let (idle_minutes, rest) = rest.split_first_chunk()?;
            let (salt, keys) = rest.split_at_checked(SALT)?;
            let (key, former) = keys.split_at_checked(WRAPPED)?;
            let former = (!former.is_empty()).then(|| former.to_vec());
            let (rounds, idle_minutes) = (u32::from_be_bytes(*rounds), u16::from_be_bytes(*idle_minutes));
            Some(Self { rounds, idle_minutes, salt: salt.to_vec(), key: key.to_vec(), former })
        };
        lock().ok_or(RecordError::Unreadable)?.checked()
    }

    /// The rounds of the derivation.
    #[must_use]
    pub fn rounds(&self) -> u32 {
        self.rounds
    }

    /// The minutes without a touch after which it closes.
    #[must_use]
    pub fn idle_minutes(&self) -> u16 {
        self.idle_minutes
    }

    /// The salt of the derivation.
    #[must_use]
    pub fn salt(&self) -> &[u8] {
        &self.salt
    }

    /// The wrapped keys: that which closes, then the one of the passphrase before, while something may still be closed
    /// with it.
    pub fn keys(&self) -> impl Iterator<Item = &[u8]> {
        std::iter::once(&self.key).chain(&self.former).map(Vec::as_slice)
    }

    /// Whether something may still be closed with the key of the passphrase before.
    #[must_use]
    pub fn has_former(&self) -> bool {
        self.former.is_some()
    }

    /// The lock once nothing is closed with the key before any more.
    #[must_use]
    pub fn without_former(self) -> Self {
        Self { former: None, ..self }
    }

    /// The lock with another time without a touch.
    ///
    /// # Errors
    /// [`RecordError::Unreadable`] beyond [`IDLE_MINUTES`].
    pub fn with_idle_minutes(self, idle_minutes: u16) -> Result<Self, RecordError> {
        Self { idle_minutes, ..self }.checked()
    }
}

/// Whether a stored text is closed.
#[must_use]
pub fn is_closed(text: &str) -> bool {
    text.strip_prefix(CLOSED.app).is_some_and(|rest| rest.starts_with(':'))
}

/// The text to store of closed bytes.
#[must_use]
pub fn encode_closed(bytes: &[u8]) -> String {
    CLOSED.seal(bytes)
}

/// The closed bytes of a stored text.
///
/// # Errors
/// See [`RecordError`]; the text itself is the caller's to keep.
pub fn decode_closed(text: &str) -> Result<Vec<u8>, RecordError> {
    CLOSED.unseal(text).map(|(_, body)| body)
}
