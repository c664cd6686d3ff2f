// Keeps this one version of the page for use without a connection.
// It knows the hashed folder it was built with, and keeps nothing that anyone brings or writes.
// A newer version waits until it is asked for, or until every tab of this one is closed.

const KEPT = `fallow-room-${ROOM_FOLDER}`;
const PAGE = "/room/";

self.addEventListener("install", (event) => event.waitUntil(keepEverything()));
self.addEventListener("activate", (event) => event.waitUntil(dropEarlierVersions()));
self.addEventListener("message", (event) => {
  if (event.data === "use this version") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  const isOurs = address.origin === self.location.origin && address.pathname.startsWith(PAGE);
  if (isOurs && event.request.method === "GET") event.respondWith(answer(event.request));
});

async function keepEverything() {
  const cache = await caches.open(KEPT);
  await cache.addAll([...ROOM_FILES, new Request(PAGE, { cache: "no-cache" })]);
}

async function dropEarlierVersions() {
  const names = await caches.keys();
  const earlier = names.filter((name) => name.startsWith("fallow-room-") && name !== KEPT);
  await Promise.all(earlier.map((name) => caches.delete(name)));
}

async function answer(request) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request, { ignoreSearch: request.mode === "navigate", ignoreVary: true });
  return kept ?? fetch(request);
}
