// Takes the offline edition back: copied over sw.js on the host, it removes the kept files and itself
// from each browser at its next visit. What users have answered is kept elsewhere and is not touched.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  const own = `kommunebenchmark ${new URL(self.registration.scope).pathname} `;
  for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
  await self.registration.unregister();
}
