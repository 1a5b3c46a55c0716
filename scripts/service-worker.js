// The service worker of the hosted edition: after the first visit the app works without a network.
// scripts/service-worker.mjs writes three constants before it: VERSION, FILES (each path with the
// SHA-256 of what must be there) and REPLACEABLE (what a host may change at any time).
//
// - It answers for these files in its own folder. Every other request goes to the network untouched,
//   also of other apps below the folder; caches that are not its own are left alone.
// - A version is kept as a whole or not at all: where one file is not the one of the list, as when a
//   host is in the middle of copying, the installation fails and the former version stays.
// - A redirection is followed by none of its requests: it could lead to another server.
// - What a host may change is asked for each time, the kept copy being for when there is no answer.
// - A new version takes over when no window of the former one is open, or when the page asks for it.
// - A former version's files are kept as long as a window besides the one that asks is open: it may
//   still load some of them. They go when a version takes over with at most one window open.

const INDEX = "index.html";
const SCOPE = self.registration.scope;
const CACHES = `kommunebenchmark ${new URL(SCOPE).pathname} `;
const CACHE = CACHES + VERSION;
const HOST_CACHE = `${CACHES}host`;
// A name with a hash belongs to one version; it is never asked for by another.
const OF_A_VERSION = /^[^/]+-[0-9a-f]{16}(_bg\.wasm|\.js|\.css)$/;
const GONE = [404, 410];
// How long a host that does not answer may keep the user waiting for what is kept already.
const PATIENCE = 10_000;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", ({ data }) => {
  if (data?.kommunebenchmark === "activate") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : null;
  if (path === null) return;
  if (path === INDEX) event.waitUntil(renewIndex());
  if (REPLACEABLE.includes(path)) event.respondWith(fromHost(path));
  else if (Object.hasOwn(FILES, path)) event.respondWith(fromCaches([CACHE], path, event.request));
  else if (OF_A_VERSION.test(path)) event.respondWith(fromCaches(null, path, event.request));
});

async function install() {
  const files = await Promise.all(Object.entries(FILES).map(fetchChecked));
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(files.map(([url, response]) => cache.put(url, response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await Promise.allSettled(REPLACEABLE.map(fromHost));
}

async function activate() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.filter(({ url }) => pathOf(url) === INDEX).length <= 1) {
    for (const name of await otherVersions()) await caches.delete(name);
  }
  await self.clients.claim();
}

/** The browser refuses what does not match the hash. */
async function fetchChecked([path, integrity]) {
  const url = SCOPE + path;
  // Some hosts lead from the page's name to the folder.
  const address = path === INDEX ? SCOPE : url;
  const cache = path === INDEX ? "reload" : "no-cache";
  const response = await plain(await fetch(address, { cache, integrity, redirect: "error" }));
  if (path === INDEX && !(await canStart(response.clone()))) throw new Error("the host's policy refuses the start script");
  return [url, response];
}

/**
 * A host may send the policy as a header, too, with the hash of the start script. One that does not yet
 * know this version's must not be kept with the page: it could never start again.
 */
async function canStart(response) {
  const own = (await response.text()).match(/script-src ([^;]*)/)?.[1].match(/'sha256-[^']+'/g) ?? [];
  const policies = response.headers.get("content-security-policy")?.split(",") ?? [];
  return policies.every((policy) => !/(script|default)-src/.test(policy) || own.every((hash) => policy.includes(hash)));
}

/** The page is the same as long as the version is, but what the host says of it in headers may change. */
async function renewIndex() {
  try {
    const [url, response] = await fetchChecked([INDEX, FILES[INDEX]]);
    if (await caches.has(CACHE)) await (await caches.open(CACHE)).put(url, response);
  } catch {
    // No network, or the host has another version by now.
  }
}

/** From the first of the caches (null: those of the other versions) that holds it, else from the network. */
async function fromCaches(names, path, request) {
  try {
    for (const cacheName of names ?? (await otherVersions())) {
      const response = await caches.match(SCOPE + path, { cacheName });
      if (response) return response;
    }
  } catch {
    // A browser whose storage fails still has the network.
  }
  return fetch(request);
}

/** What the host has now; where it cannot be had, the last good copy. */
async function fromHost(path) {
  const url = SCOPE + path;
  const kept = await caches.match(url, { cacheName: HOST_CACHE }).catch(() => undefined);
  try {
    const signal = kept && AbortSignal.timeout(PATIENCE);
    const response = await fetch(url, { cache: "no-cache", redirect: "error", signal });
    if (GONE.includes(response.status)) await keep(url, null);
    else if (response.ok && (await isJson(response.clone()))) await keep(url, await plain(response.clone()));
    // Not the error of a gateway, or the page of a log-in.
    else if (kept && !(response.ok && isCalledJson(response))) return kept;
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** A browser that has no room for it can still show it. */
async function keep(url, response) {
  try {
    const cache = await caches.open(HOST_CACHE);
    await (response ? cache.put(url, response) : cache.delete(url));
  } catch {}
}

/** What the host has mistyped is for the app to tell, and not worth keeping. */
async function isJson(response) {
  return response.json().then(
    () => true,
    () => false,
  );
}

function isCalledJson(response) {
  return /\bjson\b/.test(response.headers.get("content-type"));
}

/** Without the traces of its transport: `Vary: *` cannot be kept. */
async function plain(response) {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  return new Response(await response.arrayBuffer(), { headers });
}

async function otherVersions() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(CACHES) && name !== CACHE && name !== HOST_CACHE).reverse();
}

/** The path from the app's folder, null for what lies outside it. */
function pathOf(url) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  return address.startsWith(SCOPE) ? address.slice(SCOPE.length) || INDEX : null;
}
