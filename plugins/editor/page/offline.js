// The service worker of a published page: without a network, the page opens as it was last seen.

// `FILES`, the names of what the page is made of, stands above: this one has them all before they are asked for.
const KEPT = "ecrire";
const isOurs = ({ method, url }) =>
  method === "GET" && url.startsWith(self.registration.scope) && !url.endsWith("/offline.js");

/** What the site answers now; without an answer, what it answered last. */
async function answered(request) {
  const kept = await caches.open(KEPT);
  const name = request.url.replace(/[?#].*$/, "");
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(name, answer.clone());
    return answer;
  } catch (error) {
    const last = await kept.match(name);
    if (!last) throw error;
    return last;
  }
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES)));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(answered(event.request));
});
