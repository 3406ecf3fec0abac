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
