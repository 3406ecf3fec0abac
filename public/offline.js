// Has this build kept on the device, for days without a network, and offers the next one. Loaded once the app runs.

const HOUR_MS = 3_600_000;

/** The screens that hold no form under way: the first one, and those that are only read. */
const ONLY_READ = /^(#\/?(a-propos|vie-privee|verification|regles|comprendre)?)?$/;

const offer = document.getElementById("update");
const workers = navigator.serviceWorker;

/** Whether something is being answered or typed, which nothing may interrupt. */
const isInForm = () => {
  const fields = document.querySelectorAll("#app form :is(textarea, input:not([type=radio], [type=checkbox]))");
  return !ONLY_READ.test(location.hash) || [...fields].some((field) => field.value !== "");
};

const begin = async () => {
  const registration = await workers.register(new URL("sw.js", document.baseURI).href, { updateViaCache: "none" });
  const before = workers.controller;
  /** Whether another tab took the next build already: this one still runs what it began with. */
  const isBehind = () => before !== null && workers.controller !== before;
  const look = () => {
    offer.hidden = isInForm() || !(registration.waiting || isBehind());
  };
  const arriving = () => registration.installing?.addEventListener("statechange", look);

  registration.addEventListener("updatefound", arriving);
  workers.addEventListener("controllerchange", look);
  addEventListener("hashchange", look);
  addEventListener("input", look);
  arriving();
  look();

  offer.querySelector("button").addEventListener("click", () => {
    if (!registration.waiting) return location.reload();
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("take over");
  });

  // The browser looks for a new build at each visit; a page that stays open for days looks when it is seen again.
  let looked = Date.now();
  addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - looked < HOUR_MS) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
};

// Where the browser keeps nothing, as in a private window, the page works with the network alone.
if (workers) begin().catch(() => {});
