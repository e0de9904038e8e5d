// What all screens share: the site, the texts being written, a heading that takes the focus.

import { Refused, button, el, fr } from "./dom.js";
import { forgetDraft, keepDraft, listDrafts } from "./drafts.js";

export const state = {
  carrier: null,
  site: null,
  works: new Map(),
  leave: null,
  isRefused: false,
  finished: null,
};

export const kindOf = (name) => state.site.formes.kinds.find((one) => one.kind === name);
export const link = (words, route, given = {}) => el("a", { href: `#/${route}`, ...given }, words);
export const go = (route) => {
  location.hash = `#/${route}`;
};
export const toText = (id) => `texte/${encodeURIComponent(id)}`;
export const toSaving = (id) => `enregistrer/${encodeURIComponent(id)}`;
/** The last line of a screen, which leads back to the text. */
export const back = (id) => el("p", link("Revenir au texte", toText(id), { className: "retour" }));
const DAY = { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" };
export const when = (date) => new Date(date).toLocaleString("fr-FR", DAY);

export function show(title, ...nodes) {
  const heading = el("h1", { tabIndex: -1 }, title);
  const shown = nodes.flat().filter(Boolean);
  document.getElementById("main").replaceChildren(heading, ...shown);
  document.title = `${fr(title)} – Écrire`;
  document.body.dataset.ecran = location.hash.split("/")[1] || "accueil";
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

export const refocus = () => document.querySelector("h1").focus();

/** What went wrong, calmly, with what to do. */
export const trouble = (error, retry) =>
  el(
    "div.souci",
    { role: "alert" },
    el("p", error.message),
    button("Réessayer", () => (error.status === 401 ? enter() : retry())),
  );

/** Keep where one is while the page is left; some browsers keep nothing. */
export function leaveScreen(screen) {
  try {
    sessionStorage.setItem("ecran", screen);
  } catch {} // the first screen comes then
}

/** Where one was: other pages of this origin may have written it, it leads to a screen, or nowhere. */
export function screenLeft() {
  let screen = "";
  try {
    screen = sessionStorage.getItem("ecran") ?? "";
    sessionStorage.removeItem("ecran");
  } catch {} // the same
  return screen.startsWith("#") ? screen : "#/";
}

let tries = 0;
/** A part of this page that comes later; a browser may keep that it failed, hence another address. */
export const part = (name) =>
  import(`./${name}.js${tries ? `?${tries}` : ""}`).catch(() => {
    tries += 1;
    throw new Refused(
      "Une partie de cette page n'est pas arrivée. Votre texte est gardé ici : réessayez.",
      0,
    );
  });

/** Come in again, to the same screen. */
export async function enter() {
  await Promise.all([...state.works.values()].map(keep));
  state.carrier.enter(location.hash);
}

export async function refreshSite() {
  state.site = { ...(await state.carrier.site()), readAt: Date.now() };
}

export function warnOfStorage() {
  state.isRefused = true;
  document.getElementById("garde").hidden = false;
}

function stop(work) {
  clearTimeout(work.timer);
  work.timer = null;
}

/** Keep a text in this browser; it stays in memory when the browser refuses. */
export async function keep(work) {
  stop(work);
  if (work.isChanged)
    await keepDraft(work.kept).then(() => tabs.postMessage([work.id]), warnOfStorage);
}

// A draft that another tab went on with, or saved, is no longer the one that this tab has.
const tabs = new BroadcastChannel("ecrire");
tabs.onmessage = ({ data: [id, isGone] }) => {
  const work = state.works.get(id);
  if (!work) return;
  stop(work);
  state.works.delete(id);
  if (!location.hash.endsWith(encodeURIComponent(id))) return;
  if (isGone) go("");
  else dispatchEvent(new Event("hashchange"));
};

export const allDrafts = () =>
  listDrafts().catch(() => {
    warnOfStorage();
    return [...state.works.values()].filter((one) => one.isChanged).map((one) => one.kept);
  });

export async function forget(id) {
  clearTimeout(state.works.get(id)?.timer);
  state.works.delete(id);
  await forgetDraft(id).then(() => tabs.postMessage([id, true]), warnOfStorage);
}
