//! What stands around a backup that a passphrase protects. The sums are the browser's (WebCrypto): here is only what it
//! must be told to open the file, within bounds that keep a hostile file from making it reckon for hours.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::json;
use super::{FORMAT, Seal, SealError, VERSION};

/// The cipher, as WebCrypto calls it.
pub const CIPHER: &str = "AES-256-GCM";

/// How the key is made from the passphrase (RFC 8018).
pub const DERIVATION: &str = "PBKDF2-HMAC-SHA-256";

/// The fewest and the most rounds that are accepted.
pub const ROUNDS: [u32; 2] = [100_000, 10_000_000];

/// The length of the salt, in bytes, at least and at most.
const SALT: [usize; 2] = [16, 64];

/// The length of what GCM must never use twice, in bytes.
const NONCE: usize = 12;

/// The length of the mark by which GCM tells a wrong passphrase or an altered file, in bytes.
const TAG: usize = 16;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    cipher: String,
    derivation: String,
    rounds: u32,
    salt: String,
    nonce: String,
    bytes: String,
}

/// The file around what the browser sealed.
///
/// # Errors
/// [`SealError::OutOfBounds`] for what [`open`](super::open) would not read.
pub fn write_sealed(seal: &Seal) -> Result<String, SealError> {
    check(seal)?;
    let [salt, nonce, bytes] = [&seal.salt, &seal.nonce, &seal.bytes].map(|bytes| BASE64.encode(bytes));
    let (cipher, derivation) = (CIPHER.to_owned(), DERIVATION.to_owned());
    let line = Line { cipher, derivation, rounds: seal.rounds, salt, nonce, bytes };
    let line = serde_json::to_value(line).map_err(|_| SealError::Unreadable)?;
    Ok(json::write(&json!({"format": FORMAT, "version": VERSION, "sealed": line})))
}

/// What is to be opened in a file.
pub(super) fn read(sealed: &Value) -> Result<Seal, SealError> {
    let line = Line::deserialize(sealed).map_err(|_| SealError::Unreadable)?;
    if line.cipher != CIPHER || line.derivation != DERIVATION {
        return Err(SealError::OtherCipher);
    }
    let bytes = |letters: &str| BASE64.decode(letters).map_err(|_| SealError::Unreadable);
    let seal =
        Seal { rounds: line.rounds, salt: bytes(&line.salt)?, nonce: bytes(&line.nonce)?, bytes: bytes(&line.bytes)? };
    check(&seal)?;
    Ok(seal)
}

fn check(seal: &Seal) -> Result<(), SealError> {
    let [fewest, most] = ROUNDS;
    let [shortest, longest] = SALT;
    let is_within = (fewest..=most).contains(&seal.rounds) && (shortest..=longest).contains(&seal.salt.len());
    let is_whole = seal.nonce.len() == NONCE && seal.bytes.len() > TAG;
    if is_within && is_whole { Ok(()) } else { Err(SealError::OutOfBounds) }
}
