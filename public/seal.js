// What a passphrase closes, with the browser's own cryptography: AES-GCM with keys of 256 bits, which PBKDF2 makes of the
// passphrase. It comes when something is closed or opened for the first time. The keys of the open record are held here
// and nowhere else: the page cannot read them out, and they end with it.

const AES = { name: "AES-GCM", length: 256 };
const NONCE = 12;

/** The key of the record, and while a new passphrase is taken over the one before. */
let keys = [];

const random = (length) => crypto.getRandomValues(new Uint8Array(length));
const gcm = (nonce, about = "") => ({ name: AES.name, iv: nonce, additionalData: new TextEncoder().encode(about) });
const joined = (nonce, bytes) => {
  const whole = new Uint8Array(nonce.length + bytes.byteLength);
  whole.set(nonce);
  whole.set(new Uint8Array(bytes), nonce.length);
  return whole;
};
const parts = (whole) => [whole.subarray(0, NONCE), whole.subarray(NONCE)];

/** The key of a passphrase. However a keyboard puts an accent together, it is the same letter. */
const derived = async (passphrase, rounds, salt) => {
  const words = new TextEncoder().encode(passphrase.normalize("NFC"));
  const secret = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, secret, AES, false, ["encrypt", "decrypt", "wrapKey", "unwrapKey"]);
};

const unwrapped = (by, wrapped, isExtractable) => {
  const [nonce, bytes] = parts(wrapped);
  return crypto.subtle.unwrapKey("raw", bytes, by, gcm(nonce, "key"), AES, isExtractable, ["encrypt", "decrypt"]);
};
const wrapped = async (by, key) => {
  const nonce = random(NONCE);
  return joined(nonce, await crypto.subtle.wrapKey("raw", key, by, gcm(nonce, "key")));
};

/** What an attempt gives; none where the tag says that the key is another one. */
const unless = async (attempt) => {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return null;
    throw error;
  }
};

/**
 * A lock with a new key, which is held from now on: its salt, its key wrapped, and the former key wrapped, of the lock
 * that it takes the place of. Null where `old`, the passphrase of that one, is not right. What it hands out was opened once.
 */
export const begin = async (passphrase, rounds, old, oldRounds, oldSalt, oldWrapped) => {
  const former = oldWrapped && (await unless(unwrapped(await derived(old, oldRounds, oldSalt), oldWrapped, true)));
  if (former === null) return null;
  const salt = random(16);
  const by = await derived(passphrase, rounds, salt);
  const lock = [salt, await wrapped(by, await crypto.subtle.generateKey(AES, true, ["encrypt", "decrypt"]))];
  if (former) lock.push(await wrapped(by, former));
  return (await unlock(passphrase, rounds, ...lock)) ? lock : null;
};

/** Holds the keys of a lock from now on; false where the passphrase is not right. */
export const unlock = async (passphrase, rounds, salt, ...all) => {
  const by = await derived(passphrase, rounds, salt);
  const found = await unless(Promise.all(all.map((one) => unwrapped(by, one, false))));
  if (found) keys = found;
  return found !== null;
};

/** Forgets the keys. */
export const forget = async () => {
  keys = [];
};

/** Closes bytes with the key of the record, opens them once, and hands them out only if they are the same. */
export const close = async (about, bytes) => {
  const nonce = random(NONCE);
  const [key] = keys;
  const closed = joined(nonce, await crypto.subtle.encrypt(gcm(nonce, about), key, bytes));
  const back = await open(about, closed);
  return back?.length === bytes.length && back.every((byte, place) => byte === bytes[place]) ? closed : null;
};

/** Opens what was closed with a key of the record; null where none fits. Without keys nothing is said about it. */
export const open = async (about, closed) => {
  const [nonce, bytes] = parts(closed);
  if (keys.length === 0) throw new Error("closed");
  for (const key of keys) {
    const opened = await unless(crypto.subtle.decrypt(gcm(nonce, about), key, bytes));
    if (opened) return new Uint8Array(opened);
  }
  return null;
};

/** Closes a file: salt, nonce and bytes. */
export const closeFile = async (passphrase, rounds, bytes) => {
  const [salt, nonce] = [random(16), random(NONCE)];
  const closed = await crypto.subtle.encrypt(gcm(nonce), await derived(passphrase, rounds, salt), bytes);
  return [salt, nonce, new Uint8Array(closed)];
};

/** Opens a file; null where the passphrase is not right, or the file was altered. */
export const openFile = async (passphrase, rounds, salt, nonce, bytes) => {
  const opened = await unless(crypto.subtle.decrypt(gcm(nonce), await derived(passphrase, rounds, salt), bytes));
  return opened && new Uint8Array(opened);
};
