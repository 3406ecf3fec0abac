// What the browser does for what is kept on the device.

/**
 * Waits until no other tab goes through what is kept, and gives what ends the turn. A tab that hangs is not waited for:
 * every piece is looked at again before it is replaced.
 */
export const turn = () =>
  new Promise((begin) => {
    const none = () => begin(() => {});
    const held = () => new Promise((end) => begin(end));
    if (!navigator.locks) return none();
    const name = `${location.pathname.replace(/[^/]*$/, "")}sentier`;
    navigator.locks.request(name, { signal: AbortSignal.timeout(3000) }, held).catch(none);
  });

/** Whether the browser promises to keep what is stored even when it needs room; it is asked to, or only looked at. */
export const persists = async (isAsked) =>
  Boolean(await (isAsked ? navigator.storage?.persist?.() : navigator.storage?.persisted?.()));

/** Hands a text to the person as a file. */
export const download = (name, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

/** The voices of the device for a language: one that is not of the device would send what is read to somebody. */
const voices = async (language) => {
  const speech = globalThis.speechSynthesis;
  if (!speech) return [];
  const own = () => speech.getVoices().filter((voice) => voice.localService && voice.lang.startsWith(language));
  if (own().length > 0) return own();
  // Some browsers look for them when they are asked the first time.
  await new Promise((go) => {
    speech.addEventListener?.("voiceschanged", go, { once: true });
    setTimeout(go, 1000);
  });
  return own();
};

/** Whether the device can read a language aloud by itself. */
export const canRead = async (language) => (await voices(language)).length > 0;

/** What stands on the screen to be read: what can be seen, without the buttons. */
const onScreen = () => {
  const parts = [...document.querySelectorAll("#main .screen :is(h1, h2, p, legend, label, li)")];
  const said = parts.filter((part) => part.checkVisibility?.() !== false && !part.closest("button, nav, [hidden]"));
  const own = said.filter((part) => !said.some((other) => other !== part && other.contains(part)));
  return own.map((part) => part.innerText.trim()).filter(Boolean).join(".\n");
};

/** Reads the screen aloud, or falls silent where it is being read. */
export const read = async (language) => {
  const speech = globalThis.speechSynthesis;
  if (speech.speaking) return speech.cancel();
  const [voice] = await voices(language);
  if (!voice) return;
  const words = new SpeechSynthesisUtterance(onScreen());
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 0.9;
  speech.speak(words);
};

/** Falls silent. */
export const hush = () => globalThis.speechSynthesis?.cancel();
