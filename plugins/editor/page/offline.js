// The published page without network, as a service worker: its own files as they last were, and nothing else.
//
// Any page of the site may write in its caches: what is kept is checked against what the build has said of it.

const KEPT = {}; // the files of the page, each with its SHA-256: the build writes them here
const STORE = "ecrire";
const TYPES = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
};
const here = new URL("./", location).href;

const digest = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((one) => one.toString(16).padStart(2, "0"))
    .join("");

/** Keep a file under the name of its bytes: those of an earlier build serve until this one is whole. */
async function keepFile(store, name) {
  const sha = KEPT[name];
  if (await store.match(sha)) return;
  const bytes = await (await fetch(here + name, { cache: "no-cache" })).arrayBuffer();
  if ((await digest(bytes)) !== sha) throw new Error(name);
  await store.put(sha, new Response(bytes));
}

async function fromStore(name) {
  const found = await (await caches.open(STORE)).match(KEPT[name]);
  const bytes = await found?.arrayBuffer();
  if (!bytes || (await digest(bytes)) !== KEPT[name]) return Response.error();
  const type = `${TYPES[name.split(".").at(-1)]}; charset=utf-8`;
  return new Response(bytes, { headers: { "Content-Type": type } });
}

addEventListener("install", (event) => {
  const all = async () => {
    const store = await caches.open(STORE);
    await Promise.all(Object.keys(KEPT).map((name) => keepFile(store, name)));
  };
  event.waitUntil(all());
});
addEventListener("activate", (event) => {
  const clean = async () => {
    const store = await caches.open(STORE);
    const known = new Set(Object.values(KEPT).map((sha) => here + sha));
    for (const one of await store.keys()) if (!known.has(one.url)) await store.delete(one);
  };
  event.waitUntil(clean().then(() => clients.claim())); // of a first visit, too
});
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(here)) return;
  const name = url.slice(here.length).replace(/[?#].*$/, "") || "index.html";
  if (Object.hasOwn(KEPT, name))
    event.respondWith(fetch(event.request).catch(() => fromStore(name)));
});
