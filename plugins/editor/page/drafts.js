// Drafts kept by this browser, text and photos, until they are saved in the site.

const STORE = "brouillons";
let opened;

function openStore() {
  opened ??= new Promise((done, fail) => {
    const asked = indexedDB.open("ecrire", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "id" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = asked.onblocked = () => fail(asked.error ?? new Error("refusé"));
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

async function inStore(mode, act) {
  const store = (await openStore()).transaction(STORE, mode).objectStore(STORE);
  const asked = act(store);
  return new Promise((done, fail) => {
    store.transaction.oncomplete = () => done(asked.result);
    store.transaction.onabort = store.transaction.onerror = () =>
      fail(store.transaction.error ?? new Error("refusé"));
  });
}

/** Keep one; it fails when the browser refuses to keep anything. */
export const keepDraft = (draft) => inStore("readwrite", (store) => store.put(draft));
export const findDraft = (id) => inStore("readonly", (store) => store.get(id));
export const forgetDraft = (id) => inStore("readwrite", (store) => store.delete(id));

/** All, the latest first. */
export async function listDrafts() {
  const found = await inStore("readonly", (store) => store.getAll());
  return found.sort((one, other) => other.date - one.date);
}
