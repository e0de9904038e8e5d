// The screen where a text is written: its form, its text, the real page beside.

import { preview } from "./preview.js";
import { bodyEditor } from "./body.js";
import { ask, button, el, labelled } from "./dom.js";
import { findDraft } from "./drafts.js";
import { form } from "./form.js";
import { prepare } from "./photos.js";
import { enter, forget, go, keep, link, show, state, toText, warnOfStorage, when } from "./screen.js";
import { done } from "./saving.js";
import { UNIVERSE, Work } from "./work.js";

const PAUSE = 600; // ms without a key before a draft is kept
export const kindOf = (name) => state.site.formes.kinds.find((one) => one.kind === name);

/** The text that an address names: in memory, kept by the browser, new, or of the site. */
export async function open(id) {
  if (state.works.has(id)) return state.works.get(id);
  const kept = await findDraft(id).catch(warnOfStorage);
  const isNew = id.startsWith("nouveau-");
  let given = kept ?? { id };
  if (!kept && !isNew) {
    const { name, version, text, address } = await state.carrier.file(id);
    given = { id, name, base: version, original: text, address };
  }
  const kind = kept?.kind ?? (isNew ? id.split("-")[1] : state.site.fichiers.find((one) => one.name === id)?.kind);
  const work = new Work(given, kindOf(kind) ?? kindOf("page"), state.site);
  work.isResumed = Boolean(kept);
  state.works.set(id, work);
  return work;
}

/** Give a photo to the site, which chooses its name. */
async function sendPhoto(work, photo) {
  if (work.sent.has(photo)) return;
  work.rename(photo, (await state.carrier.photo(photo.name, photo.blob)).name);
  work.sent.add(photo);
}

/** Send what the site has not yet of a text, and learn what it thinks of it; one at a time. */
export function send(work) {
  work.sending = (work.sending ?? Promise.resolve()).catch(() => {}).then(() => sendNow(work));
  return work.sending;
}

async function sendNow(work) {
  for (const photo of work.usedPhotos) await sendPhoto(work, photo);
  const { path, text, told } = work;
  if (told?.path === path && told.text === text) return told;
  if (told && told.path !== path) await state.carrier.draft(told.path, null, []);
  const answer = await state.carrier.draft(path, text, work.usedPhotos.map((one) => one.name));
  work.told = { ...answer, path, text };
  return work.told;
}

/** What the site says, in the words of the form: « Début », not the key. */
export function inLabels(work, { message, hint, key }) {
  const label = work.named(key)?.label;
  let words = label ? message.replaceAll(`« ${key} »`, `« ${label} »`) : message;
  for (const field of work.fields) words = words.replaceAll(`« ${field.key} »`, `« ${field.label} »`);
  words = words.replace(/^la clé « [^»]+ » ne peut pas valoir (« [^»]*»)[ .]*/, "$1 ne convient pas. ").trim();
  words = words[0].toUpperCase() + words.slice(1);
  const cure = work.fields.reduce((told, field) => told.replace(new RegExp(`« ${field.key}: ([^»]*) »`, "g"), `« $1 » dans « ${field.label} »`), hint ?? "");
  return [words.replace(/([^.!?])$/, "$1."), cure].filter(Boolean).join(" ");
}

/** Show a draft no longer in the pages of the site of drafts. */
function withdraw(work) {
  if (work.told) state.carrier.draft(work.told.path, null, []).catch(() => {});
  work.told = null;
}

/** Have the browser put a file among its downloads. */
export function hand(blob, name) {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const download = (work) => hand(new Blob([work.text], { type: "text/plain;charset=utf-8" }), work.path.split("/").at(-1).replace(/\.md$/, ".txt"));

export async function writing(id) {
  const work = await open(id);
  const { kind } = work;
  for (const other of state.works.values()) if (other !== work) withdraw(other);
  const status = el("p", { className: "etat", role: "status" });
  const shown = preview(state.site.drafts);
  let isBusy = false;
  let isAsked = false;
  let isOver = false;

  const update = async () => {
    isAsked = isBusy;
    if (isBusy || isOver) return;
    isBusy = true;
    try {
      shown.show(await send(work));
      tell();
    } catch (error) {
      shown.fail(error, update);
    }
    isBusy = false;
    if (isAsked) update();
  };
  const changed = () => {
    status.textContent = "";
    clearTimeout(work.timer);
    work.timer = setTimeout(async () => {
      await keep(work);
      status.textContent = state.isRefused ? "Ce navigateur ne garde pas les brouillons." : "Brouillon gardé.";
      if (work.isChanged || work.told) update();
    }, PAUSE);
  };
  /** Faults of what was filled in; of what is missing only once saving was asked for. */
  const tell = () => {
    const missing = new Set(work.missing.map((one) => one.key));
    const told = new Map();
    for (const one of work.told?.messages ?? []) {
      const field = work.named(one.key);
      if (field && !told.has(field.key) && !missing.has(field.key)) told.set(field.key, inLabels(work, one));
    }
    if (work.isAsked) for (const one of work.missing) told.set(one.key, `Remplissez « ${one.label} ».`);
    made.tell(told);
  };
  const addPhoto = async (file) => {
    const photo = work.addPhoto(await prepare(file), file.name);
    try {
      await sendPhoto(work, photo);
    } catch (error) {
      if (error.status) work.photos.pop(); // the site wants none of it; without an answer, it waits
      if (error.status) throw error;
    }
    changed();
    return photo.name;
  };
  const values = {
    get: (field) => work.get(field),
    set: (field, value) => {
      if (!work.set(field, value)) made.tell(new Map([[field.key, "Cela ne peut pas s'écrire d'ici dans ce champ."]]));
      changed();
    },
    touch: tell,
    refresh: () => made?.refresh(),
    addPhoto,
    pictureOf: (name) => work.pictureOf(name),
    taken: (field) => work.taken(field),
    fromOneDate: () => work.takeOneDate(),
    toOneDate: (item) => { for (const [key, value] of Object.entries(item)) work.set(work.field(key), value); rebuild(); changed(); made.focus("debut"); },
  };
  let made = form(kind.fields, values, state.site);
  const rebuild = () => {
    const { node, details } = made;
    made = form(kind.fields, values, state.site);
    node.replaceWith(made.node);
    if (details) details.replaceWith(made.details);
    tell();
  };
  const editor = bodyEditor(work.doc.body, kind.prompt, state.site, { changed: (text) => { work.doc.body = text; changed(); }, addPhoto });
  work.renamed = () => { editor.renew(work.doc.body); made.refresh(); };
  const write = el("div", { className: "ecriture" },
    work.isResumed && el("p", { className: "note" }, `Vous reprenez votre brouillon de ${when(work.date)}.`),
    !work.isPublished && el("p", { className: "note" }, "Ce texte est retiré du site."),
    universeOf(work, changed),
    work.doc.isOdd ? el("p", { className: "note" }, "Le haut de ce fichier est écrit d'une façon que cette page ne sait pas changer : elle le laisse tel quel. Seul le texte se corrige ici.") : made.node,
    editor.node, !work.doc.isOdd && made.details,
    el("div", { className: "gestes" }, link("Vérifier et enregistrer", `enregistrer/${encodeURIComponent(id)}`, { className: "principal" }), shown.see, status),
    el("details", { className: "plus" }, el("summary", {}, "Autres actions"), el("div", { className: "gestes" }, others(work))));
  write.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
    event.preventDefault();
    go(`enregistrer/${encodeURIComponent(id)}`);
  });
  state.leave = () => { isOver = true; if (work.timer) keep(work); shown.stop(); };
  show(work.isNew ? kind.label : `Corriger « ${work.title || work.name} »`, shown.tabs, el("div", { className: "atelier" }, write, shown.node));
  tell();
  if (work.goTo) made.focus(work.goTo);
  if (work.goTo === UNIVERSE.key) document.getElementById(work.goTo).focus();
  work.goTo = null;
  if (work.isChanged || !work.isNew) update();
}

/** A new actor is in a universe: its folder. */
function universeOf(work, changed) {
  const known = Object.entries(work.universes);
  if (!known.length) return null;
  if (known.length > 1) known.unshift(["", "À choisir"]);
  const control = el("select", { id: UNIVERSE.key, onchange: () => { work.universe = control.value; changed(); } }, known.map(([value, words]) => el("option", { value, selected: value === work.universe }, words)));
  work.universe ||= control.value;
  return labelled(UNIVERSE.label, control);
}

/** What else can be done with a text. */
function others(work) {
  const publish = () => { work.isPublished = !work.isPublished; keep(work); go(`enregistrer/${encodeURIComponent(work.id)}`); };
  const giveUp = async () => {
    if (!(await ask("Effacer ce que vous avez écrit ?", el("p", {}, "Votre brouillon sera perdu."), "Effacer", () => true, { isGrave: true, no: "Garder" }))) return;
    withdraw(work);
    state.leave = null;
    await forget(work.id);
    go("");
  };
  return [
    button("Télécharger mon texte", () => download(work)),
    !work.isNew && button(work.isPublished ? "Retirer du site" : "Remettre sur le site", publish),
    !work.isNew && button("Supprimer du site", () => removeText(work), { className: "grave" }),
    button(work.isNew ? "Effacer ce brouillon" : "Abandonner mes changements", giveUp, { className: "grave" }),
  ];
}

async function removeText(work) {
  const isSure = await ask(`Supprimer « ${work.title || work.name} » ?`, el("p", {}, "Le texte sera effacé du site, et les liens qui y mènent ne marcheront plus. Pour le cacher sans le perdre, choisissez plutôt « Retirer du site »."), "Supprimer", () => true, { isGrave: true, no: "Garder" });
  if (!isSure) return;
  try {
    const [act] = await state.carrier.acts();
    if (!act) { await enter(); return; }
    const told = await state.carrier.save({ files: [], photos: [], delete: [{ name: work.name, base: work.base }], ...act[1] });
    state.leave = null;
    await done(work, told);
  } catch (error) {
    await ask("Le texte n'est pas supprimé", el("p", {}, error.message), "J'ai compris");
  }
}
