//! What a passphrase closes and opens, with the browser's own cryptography (`public/seal.js`). Keys stay in that script.

use js_sys::{Array, Uint8Array};
use sentier_core::exchange::message::Seal;
use sentier_core::record::lock::{Lock, ROUNDS, decode_closed, encode_closed};
use wasm_bindgen::{JsCast, JsValue};

use super::script;

/// What the key of the record closes is about: nothing else is opened in its place.
const RECORD: &str = "record";

/// Why something was not closed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealFailure {
    /// The browser has no cryptography here, as on a page that is neither local nor from `https`; or the script did not
    /// arrive.
    Unavailable,
    /// The passphrase is another one, or what was closed was altered.
    Unopened,
}

/// Closes a file with a passphrase.
///
/// # Errors
/// [`SealFailure::Unavailable`].
pub async fn close_file(passphrase: &str, bytes: &[u8]) -> Result<Seal, SealFailure> {
    let parts = parts_of(ask("closeFile", &[passphrase.into(), ROUNDS.into(), of(bytes)]).await?);
    let mut parts = parts.into_iter();
    let mut part = || parts.next().unwrap_or_default();
    Ok(Seal { rounds: ROUNDS, salt: part(), nonce: part(), bytes: part() })
}

/// Opens a file with a passphrase.
///
/// # Errors
/// See [`SealFailure`].
pub async fn open_file(passphrase: &str, seal: &Seal) -> Result<Vec<u8>, SealFailure> {
    let values = [passphrase.into(), seal.rounds.into(), of(&seal.salt), of(&seal.nonce), of(&seal.bytes)];
    ask("openFile", &values).await.map(|opened| bytes_of(&opened))
}

/// Makes a lock with a new key, which the script holds from now on. Where it takes the place of one, with its passphrase,
/// the key of that one goes along.
///
/// # Errors
/// See [`SealFailure`].
pub async fn begin(passphrase: &str, idle_minutes: u16, old: Option<(&str, &Lock)>) -> Result<Lock, SealFailure> {
    let mut values = vec![passphrase.into(), ROUNDS.into()];
    if let Some((passphrase, lock)) = old {
        values.extend(told(passphrase, lock));
    }
    let mut parts = parts_of(ask("begin", &values).await?).into_iter();
    let (salt, key, former) = (parts.next(), parts.next(), parts.next());
    let lock = Lock::new(ROUNDS, idle_minutes, salt.unwrap_or_default(), key.unwrap_or_default(), former);
    lock.map_err(|_| SealFailure::Unavailable)
}

/// Holds the keys of a lock from now on.
///
/// # Errors
/// See [`SealFailure`].
pub async fn unlock(passphrase: &str, lock: &Lock) -> Result<(), SealFailure> {
    ask("unlock", &told(passphrase, lock)).await.map(|_| ())
}

/// Forgets the keys.
pub fn forget() {
    script::tell("seal", "forget", &[]);
}

/// The text to store of a text, closed with the key of the record.
///
/// # Errors
/// See [`SealFailure`].
pub async fn close(text: &str) -> Result<String, SealFailure> {
    let closed = ask("close", &[RECORD.into(), of(text.as_bytes())]).await?;
    Ok(encode_closed(&bytes_of(&closed)))
}

/// The text in a closed one.
///
/// # Errors
/// [`SealFailure::Unopened`] also where it is damaged.
pub async fn open(closed: &str) -> Result<String, SealFailure> {
    let bytes = decode_closed(closed).map_err(|_| SealFailure::Unopened)?;
    let opened = ask("open", &[RECORD.into(), of(&bytes)]).await?;
    String::from_utf8(bytes_of(&opened)).map_err(|_| SealFailure::Unopened)
}

/// What the script must be told of a lock.
fn told(passphrase: &str, lock: &Lock) -> Vec<JsValue> {
    let mut values = vec![passphrase.into(), lock.rounds().into(), of(lock.salt())];
    values.extend(lock.keys().map(of));
    values
}

fn of(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn bytes_of(value: &JsValue) -> Vec<u8> {
    Uint8Array::new(value).to_vec()
}

fn parts_of(value: JsValue) -> Vec<Vec<u8>> {
    value.unchecked_into::<Array>().iter().map(|part| bytes_of(&part)).collect()
}

/// What the script answers; null and false are its words for what cannot be opened.
async fn ask(verb: &str, values: &[JsValue]) -> Result<JsValue, SealFailure> {
    match script::ask("seal", verb, values).await {
        Ok(answer) if answer.is_null() || answer == JsValue::FALSE => Err(SealFailure::Unopened),
        Ok(answer) => Ok(answer),
        Err(_) => Err(SealFailure::Unavailable),
    }
}
