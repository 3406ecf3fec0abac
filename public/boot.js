// Starts the app, and brings the emergency block back when that fails or takes long.
// The only script written by hand: Trunk's own loader is inline, which the Content-Security-Policy forbids.

const SLOW_AFTER_MS = 8000;

const here = document.querySelector("script[data-wasm]");

// Under Trusted Types no text becomes markup or script (there is no rule for those here), and the only addresses that may
// become programs are those of the two workers of this build.
const workers = [here.dataset.exchange, "sw.js"].map((address) => new URL(address, document.baseURI).href);
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (workers.includes(new URL(address, document.baseURI).href) ? address : null),
});

const show = (id) => document.getElementById(id)?.removeAttribute("hidden");
const hide = (id) => document.getElementById(id)?.setAttribute("hidden", "");

/** Shows the emergency block with one note: "loading", "slow", "failed" or "crashed". */
const note = (id) => {
  for (const other of ["loading", "slow", "failed", "crashed"]) hide(other);
  show(id);
};

const copyReport = () => {
  const report = document.getElementById("crash-report");
  report.select();
  navigator.clipboard?.writeText(report.value).catch(() => {});
};
document.getElementById("crash-copy")?.addEventListener("click", copyReport);
for (const link of document.querySelectorAll('#emergency a[href=""]')) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
}

/** The name under which the app keeps something in local storage: below its own path. */
const key = (name) => `${location.pathname.replace(/[^/]*$/, "")}sentier/${name}`;

/** Brings the emergency block back after a crash, and keeps word of it, so that the next start resumes nothing by itself. */
const crash = (place) => {
  document.body.dataset.app = "crashed";
  try {
    localStorage.setItem(key("crashed"), "1");
  } catch {
    // The browser blocks storage, or it is full: nothing is resumed either where nothing is kept.
  }
  document.getElementById("crash-report").value = `Sentier · ${place}`;
  note("crashed");
  document.getElementById("emergency-title").focus();
};

/** The file of an address: the name of the module says which build it is. */
const fileOf = (address) => new URL(address, document.baseURI).pathname.split("/").pop();

// A panic ends the module at once, and an error that the browser throws through it leaves it in pieces. The report says
// where, never what: a message may hold what was typed.
const crashed = (event) => {
  if (document.body.dataset.app !== "running") return;
  const place = event.filename ? `${fileOf(event.filename)}:${event.lineno}:${event.colno}` : "promise";
  crash(`${fileOf(here.dataset.wasm)} · ${place}`);
};
addEventListener("error", crashed);
addEventListener("unhandledrejection", crashed);

// Leaving in a hurry while the app is not there does what it does there: nothing of the triage stays on the device.
document.getElementById("leave").addEventListener("click", (event) => {
  event.preventDefault();
  document.body.hidden = true;
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(key("session"))) localStorage.removeItem(name);
    localStorage.removeItem(key("crashed"));
    // The other tabs close what is locked.
    if (localStorage.getItem(key("lock"))) localStorage.setItem(key("left"), Date.now());
  } catch {
    // The browser blocks storage: nothing is there.
  }
  location.replace(event.currentTarget.href);
});
// Where a step back brings the hidden page out of the browser's memory, it begins anew.
addEventListener("pageshow", (event) => {
  if (event.persisted && document.body.hidden) location.reload();
});

// The letters of a shared sheet leave the address bar, and the history, before anything is loaded; the app finds them here.
const shared = /^#\/partage\/(.+)/.exec(location.hash);
if (shared) {
  here.dataset.shared = shared[1];
  history.replaceState(null, "", "#/partage");
}

// On the first screen the first question can be answered at once; the app takes over the words, and the wish to go on.
const first = document.getElementById("first");
if (/^(#\/?)?$/.test(location.hash)) first.removeAttribute("hidden");
first.addEventListener("submit", (event) => {
  event.preventDefault();
  first.dataset.submitted = "";
  document.getElementById("loading").focus();
});

// What is needed later is a script of its own, which comes when it is used.
globalThis.ask = async (script, verb, ...values) => {
  // The one file has none of them.
  if (!here.dataset[script]) throw new Error(script);
  const code = await import(new URL(here.dataset[script], document.baseURI).href);
  return code[verb](...values);
};
globalThis.tell = (...all) => void ask(...all).catch(() => {});

/** Puts on what the rooms behind the first screen wear; whether it came. The one file wears all from the start. */
globalThis.dress = () =>
  new Promise((done) => {
    if (!here.dataset.rooms) return done(true);
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = here.dataset.rooms;
    link.addEventListener("load", () => {
      delete here.dataset.rooms;
      done(true);
    });
    link.addEventListener("error", () => {
      link.remove();
      done(false);
    });
    document.head.append(link);
  });

note("loading");
const slow = setTimeout(() => note("slow"), SLOW_AFTER_MS);
try {
  const app = await import(new URL(here.dataset.js, document.baseURI).href);
  await app.default({ module_or_path: new URL(here.dataset.wasm, document.baseURI).href });
  if (document.body.dataset.app !== "crashed") {
    hide("loading");
    // A readable face comes once nobody waits for anything.
    document.documentElement.dataset.face = "";
    // While somebody works on the page (make dev) nothing is kept.
    if (here.dataset.build !== "unbuilt") import(new URL(here.dataset.offline, document.baseURI).href).catch(() => {});
  }
} catch (error) {
  first.setAttribute("hidden", "");
  if (error instanceof WebAssembly.RuntimeError) {
    crash(`${fileOf(here.dataset.wasm)} · start`);
  } else if (document.body.dataset.app !== "crashed") {
    document.body.dataset.app = "failed";
    note("failed");
  }
} finally {
  clearTimeout(slow);
}
