// Keeps one build of Sentier on the device, so that it opens without a network. What is kept is the program and its
// content, never an answer.
//
// - A build is kept whole or not at all: every file is compared with the SHA-256 that the build wrote here.
// - Pages get the files of one build: the page is always that of this worker, and it names all others by what they hold.
// - The build before stays until the next takes over, for tabs that still run it.
// - A new build waits until the page says so, or until no tab is left.

/** Which build this is, and its files with their SHA-256 in base64: both written by tools/site/src/release.rs. */
const BUILD = "";
const FILES = [];

const SCOPE = new URL(registration.scope);
/** Caches are shared by all apps of the origin: ours start with our path. */
const OURS = `sentier ${SCOPE.pathname} `;
const CACHE = OURS + BUILD;
/** Says in a cache when its build took over. */
const TOOK_OVER = new URL("took-over", SCOPE).href;

/** The address of a file; that of the page is the folder, as some hosts lead `index.html` there. */
const addressOf = (path) => new URL(path === "index.html" ? "./" : path, SCOPE).href;

/** Whether a file is named by what it holds: then it is the same in every build that has it. */
const isNamedByContent = (address) => /-[0-9a-f]{6,}/.test(address.split("/").pop());

/** Our caches but this one, the one that took over last first; those that never did are at the end. */
const others = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  const dated = names.map(async (name) => {
    const mark = await (await caches.open(name)).match(TOOK_OVER);
    return { name, since: mark ? Number(await mark.text()) : 0 };
  });
  return (await Promise.all(dated)).sort((one, other) => other.since - one.since);
};

/** A kept file, of this build or, where its name tells what it holds, of another. */
const kept = async (address) => {
  const own = await (await caches.open(CACHE)).match(address, { ignoreVary: true });
  if (own || !isNamedByContent(address)) return own;
  for (const { name } of await others()) {
    const found = await (await caches.open(name)).match(address, { ignoreVary: true });
    if (found) return found;
  }
};

const keep = async (address, response) => {
  // A page that was led elsewhere would be refused as the answer to a navigation: its copy was not.
  const { body, headers } = response;
  await (await caches.open(CACHE)).put(address, response.redirected ? new Response(body, { headers }) : response);
};

/** Fetches what is not there yet, one file after the other, so that the page never waits behind it. */
const install = async () => {
  for (const [path, digest] of FILES) {
    const address = addressOf(path);
    const before = await kept(address);
    if (before) {
      await keep(address, before);
      continue;
    }
    const cache = isNamedByContent(address) ? "default" : "no-cache";
    const response = await fetch(address, { cache, integrity: `sha256-${digest}`, priority: "low" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await keep(address, response);
  }
};

/** Leaves two builds: this one, and the one that took over before it. One that is still arriving stays as well. */
const activate = async () => {
  const arriving = registration.installing ?? registration.waiting;
  const [, ...older] = await others();
  if (!arriving) await Promise.all(older.map(({ name }) => caches.delete(name)));
  await (await caches.open(CACHE)).put(TOOK_OVER, new Response(String(Date.now())));
  await clients.claim();
};

/** The page of the app, from this build; a plain page from the network, or as it was read last; else what says so. */
const page = async (request) => {
  const address = request.url.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/");
  const own = await kept(address);
  if (own && !isPlain(address)) return own;
  try {
    const response = await fetch(request);
    if (response.ok && isPlain(address)) await keep(address, response.clone());
    return response;
  } catch (error) {
    const instead = own ?? (isPlain(address) && (await kept(addressOf("absent.html"))));
    if (instead) return instead;
    throw error;
  }
};

const isPlain = (address) => address.startsWith(new URL("pages/", SCOPE).href);

const file = async (request, client) => {
  const found = await kept(request.url);
  if (found) return found;
  const response = await fetch(request);
  // The style of a plain page that is newer than this build.
  const isOfPlain = response.ok && isNamedByContent(request.url) && isPlain((await clients.get(client))?.url ?? "");
  if (isOfPlain) await keep(request.url, response.clone());
  return response;
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE.href)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request, event.clientId));
});
