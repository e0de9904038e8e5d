// A text opened, and sent to the site of drafts, which answers what it thinks of it.

import { el } from "./dom.js";
import { findDraft } from "./drafts.js";
import { asTyped } from "./moments.js";
import { kindOf, part, state, warnOfStorage } from "./screen.js";
import { Work } from "./work.js";

/** The text that an address names: in memory, kept by the browser, new, or of the site. */
export async function open(id) {
  if (state.works.has(id)) return state.works.get(id);
  const kept = await findDraft(id).catch(warnOfStorage);
  const isNew = id.startsWith("nouveau-");
  let given = kept ?? { id };
  if (!kept && !isNew) {
    const { name, version, text } = await state.carrier.file(id);
    given = { id, name, base: version, original: text };
  }
  const kind =
    kept?.kind ??
    (isNew ? id.split("-")[1] : state.site.fichiers.find((one) => one.name === id)?.kind);
  const work = new Work(given, kindOf(kind) ?? kindOf("page"), state.site);
  work.isResumed = Boolean(kept);
  state.works.set(id, work);
  return work;
}

/** Give a photo to the site, which chooses its name. */
export async function sendPhoto(work, photo) {
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
  if (told && told.path !== path) await state.carrier.draft({ name: told.path });
  const answer = await state.carrier.draft({ name: path, ...(await writtenWith(work)) });
  work.told = { ...answer, path, text };
  return work.told;
}

/** All that is written with a text: `files`, itself, then what follows from its new name; `photos`. */
export async function writtenWith(work) {
  const { path: name, text, base, moved } = work;
  const others = moved ? await (await part("envoi")).relinked(work) : [];
  const files = [{ name, text, base: moved ? null : base }, ...others];
  if (moved) files.push({ name: work.name, text: null, base });
  return { files, photos: work.usedPhotos.map((one) => one.name) };
}

const HIDING = ", ou mettez « published: false » en haut"; // no field of the form
const MOMENT = /(?<![\w/-])\d{4}-\d\d-\d\d(?: \d\d:\d\d)?(?![\w-])|(?<=\()\d\d:\d\d(?=\))/g;

/** What the site says, in the words of the form: « Début », not the key. */
export function inLabels(work, told) {
  const { message, hint } = told;
  const key = told.name === work.path ? work.keyOf(told) : null;
  const label = work.named(key)?.label;
  const said = (label ? message.replaceAll(`« ${key} »`, `« ${label} »`) : message)
    .replace(/^la clé « [^»]+ » ne peut pas valoir (« [^»]*»)[ .]*/, "$1 ne convient pas. ")
    .replace(/« "(.*?)" »/g, "« $1 »")
    .trim()
    .replace(/([^.!?])$/, "$1.");
  const cure = hint?.replace(HIDING, work.isNew ? "" : ", ou choisissez « Retirer du site »");
  const words = work.fields.reduce(
    (told, field) =>
      told
        .replace(new RegExp(`« ${field.key}: ([^»]*) »`, "g"), `« $1 » dans « ${field.label} »`)
        .replaceAll(`« ${field.key} »`, `« ${field.label} »`),
    [said[0].toUpperCase() + said.slice(1), cure].filter(Boolean).join(" "),
  );
  return words.replace(MOMENT, asTyped);
}

/** Show a draft no longer in the pages of the site of drafts. */
export function withdraw(work) {
  if (work.told) state.carrier.draft({ name: work.told.path }).catch(() => {});
  work.told = null;
}

/** Have the browser put a file among its downloads. */
export function hand(blob, name) {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const download = (work) =>
  hand(
    new Blob([work.text], { type: "text/plain;charset=utf-8" }),
    work.path.split("/").at(-1).replace(/\.md$/, ".txt"),
  );
