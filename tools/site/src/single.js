// What makes up for the files that a page from a disk cannot fetch, and for what it must not keep.

/** A file that stands in the page, as text. */
const textOf = (name) => document.querySelector(`script[data-file="${name}"]`)?.textContent;

/** The bytes of such text. */
const unpacked = async (text) => {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};

const single = { app: unpacked(textOf("app")) };

globalThis.fetch = async (address) => {
  const name = String(address).replace("https://inside/", "");
  const text = textOf(name);
  if (text === undefined) throw new TypeError(`${name} is not in this file`);
  // A part of the app is compiled while it arrives, which asks for this type.
  const headers = name.endsWith(".wasm") ? { "Content-Type": "application/wasm" } : {};
  return new Response(await unpacked(text), { headers });
};

// A worker has no part of the page but what it is given. Some browsers refuse a module to the page of a disk.
const exchange = [`const MODULE = "${textOf("exchange-module")}";\nconst unpacked = ${unpacked};\n`, await unpacked(textOf("exchange-worker"))];
single.exchange = URL.createObjectURL(new Blob(exchange, { type: "text/javascript" }));
document.querySelector("script[data-exchange]").dataset.exchange = single.exchange;
globalThis.Worker = class extends globalThis.Worker {
  constructor(address) {
    super(address);
  }
};

// What a browser keeps for one file of the disk, others may read: so it keeps nothing, and the app says so.
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(globalThis, name, {
    get() {
      throw new DOMException("A page from a disk keeps nothing.", "SecurityError");
    },
  });
}
