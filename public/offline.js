// The page's side of the service worker sw.js, by which the hosted edition works without a network
// after the first visit. Loaded when the app has started. It speaks with hosting.js by events of the document:
//
//   kommunebenchmark:update    (to it) a new version is ready; data-update="ready" of the root
//                              element tells it to whoever comes later
//   kommunebenchmark:activate  (from it) the user wants it: this tab, and no other, loads again
//
// Where a browser has no service workers or refuses them, as in a sandboxed frame or a private
// window, the app works as before, with a network.

const HOUR = 3_600_000;
// Taking over lasts a second.
const TAKE_OVER = 4_000;

const beside = (name) => new URL(name, import.meta.url).href;

function offer() {
  document.documentElement.dataset.update = "ready";
  document.dispatchEvent(new CustomEvent("kommunebenchmark:update"));
}

/** A first version takes over by itself; only what waits for a former one is offered. */
function offerWhenReady(registration) {
  const { installing } = registration;
  installing?.addEventListener("statechange", () => {
    if (installing.state === "installed" && registration.active) offer();
  });
}

function activate(registration) {
  // Another tab may have done it already.
  if (!registration.waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage({ kommunebenchmark: "activate" });
  // The browser lets the former worker come to rest first. Where the page has just asked it for something,
  // Chromium can miss that it has, for five minutes; it looks again when the page is loaded again.
  setTimeout(() => location.reload(), TAKE_OVER);
}

async function start() {
  const registration = await navigator.serviceWorker.register(beside("sw.js"), {
    scope: beside("./"),
    updateViaCache: "none",
  });
  document.addEventListener("kommunebenchmark:activate", () => activate(registration));
  registration.addEventListener("updatefound", () => offerWhenReady(registration));
  offerWhenReady(registration);
  if (registration.waiting && registration.active) offer();

  let checked = 0;
  const check = () => {
    if (document.hidden || Date.now() - checked < HOUR) return;
    checked = Date.now();
    registration.update().catch(() => {});
  };
  document.addEventListener("visibilitychange", check);
  if (registration.active) check();
}

start().catch(() => {});
