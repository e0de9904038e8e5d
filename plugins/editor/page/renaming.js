// Another name for the file of a text, hence another address: the former one leads there, links follow.

import { ask, el, labelled } from "./dom.js";
import { fileStem } from "./file_stem.js";
import { Doc } from "./front_matter.js";
import { asTyped, readMoment } from "./moments.js";
import { state } from "./screen.js";
import { REDIRECTS, UNIVERSE, Work } from "./work.js";

const NAMED = /^(.*\/)?(\d{2,4}-\d{1,2}-\d{1,2}-)?([^/]*?)(\.[^./]+)$/;
const MOST_LINKS = 40; // texts that one save changes

const inSite = (name) => state.site.fichiers.find((one) => one.name === name);
const isDated = (work) => /\{date\}/.test(work.kind.file);

/** Whether its title or its day is no longer the one that its address tells. */
export function isOutdated(work) {
  if (!work.canMove || work.moved) return false;
  const before = new Work({ ...work.kept, text: work.original }, work.kind, work.site);
  const dayOf = (one) => (one.kind.dateKey ? one.day : "");
  return fileStem(before.title) !== fileStem(work.title) || dayOf(before) !== dayOf(work);
}

/** The address of a text of the site, from its root, as people read it; "" when it has none. */
function placeOf({ address, published } = {}) {
  if (!address || !published) return "";
  return decodeURI(address).replace(state.site.racine ?? "/", "/");
}

/** Ask for the new name; true once the text is to have it. */
export async function askName(work) {
  const [, folder = "", date = "", , ending] = NAMED.exec(work.name);
  const now = placeOf(inSite(work.name));
  const words = el("input", { autocomplete: "off", value: fileStem(work.title) });
  const own =
    date && !work.kind.dateKey && !work.get(work.field("date")).value && date.slice(0, -1);
  const day = own && el("input", { autocomplete: "off", value: asTyped(own) });
  const known = Object.entries(work.name.startsWith("_communs/") ? state.site.connus.dossiers : {});
  const here = folder.split("/").at(-2);
  const options = known.map(([value, title]) =>
    el("option", { value, selected: value === here }, title),
  );
  const universe = known.length > 1 && el("select", options);
  const nameNow = () => {
    const at = day ? readMoment(day.value, state.site.now)?.day : dayOf(work);
    if (isDated(work) && !at) return "";
    const place = universe ? folder.replace(/[^/]+\/$/, `${universe.value}/`) : folder;
    return `${place}${isDated(work) ? `${at}-` : ""}${fileStem(words.value)}${ending}`;
  };
  const read = () => {
    const name = nameNow();
    if (!name) return "Écrivez le jour, par exemple 12/12/2026.";
    if (!/[\p{L}\d]/u.test(words.value)) return "Écrivez un mot au moins.";
    if (name === work.path) return "C'est déjà son adresse.";
    if (name !== work.name && inSite(name)) return "Un autre texte a déjà cette adresse.";
    if (linking(work).length > MOST_LINKS)
      return "Trop de textes ont un lien vers celui-ci : son adresse ne se change pas d'ici.";
    return (
      giveName(work, name) ||
      "Le haut de ce fichier est écrit d'une façon qui ne se change pas d'ici."
    );
  };
  const content = [
    now && el("p", `Son adresse : ${now}`),
    labelled("Les mots de l'adresse", words, {
      help: "Les accents et les espaces sont remplacés.",
    }),
    day && labelled("Le jour dans l'adresse", day),
    isDated(work) && !day && el("p.aide", `Elle commence par le jour : ${asTyped(dayOf(work))}.`),
    universe && labelled(UNIVERSE.label, universe),
    el("p", "L'ancienne adresse mènera à la nouvelle, et les liens des autres textes suivront."),
  ];
  return ask("Changer l'adresse", content, "Changer l'adresse", read);
}

/** The day that its address tells: of an event, its first; of a piece of news, the one that it says. */
function dayOf(work) {
  const said = work.field("date");
  return (said && readMoment(work.get(said).value, work.site.now)?.day) || work.day;
}

/** Give it a name, and have its present address lead there; false when that cannot be written. */
export function giveName(work, name) {
  const before = new Doc(work.original).read(REDIRECTS).value;
  const now = placeOf(inSite(work.name));
  const parts = (one) => {
    const [, , date = "", stem] = NAMED.exec(one);
    return [date.slice(0, -1), stem];
  };
  const [[day, stem], [newDay, newStem]] = [work.name, name].map(parts);
  // One that it had before, and would have again, leads nowhere else.
  const then = now
    .replace(day.replaceAll("-", "/"), newDay.replaceAll("-", "/"))
    .replace(day, newDay)
    .replace(new RegExp(`${stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?=/?$|\\.\\w+$)`), newStem);
  const isBack = name === work.name;
  const kept = isBack
    ? before
    : [...new Set([...before, now])].filter((one) => one && one !== then);
  if (!work.doc.write(REDIRECTS, kept, [...work.fields, REDIRECTS])) return false;
  work.moved = isBack ? null : name;
  work.beside = null;
  return true;
}

const linking = ({ name }) => state.site.fichiers.filter((one) => one.mentions?.includes(name));

/** The other texts that name its file, with its new name in them: `[{name, title, text, base}]`. */
export async function relinked(work) {
  if (!work.moved) return [];
  work.beside ??= (await Promise.all(linking(work).map((one) => mended(work, one)))).filter(
    Boolean,
  );
  return work.beside;
}

async function mended(work, { name, title }) {
  const { text, version } = await state.carrier.file(name);
  const changed = withName(text, name, work.name, work.moved);
  return changed !== text && { name, title, text: changed, base: version };
}

/** A text of the file `where`, with another name in the place of one, as it is written. */
export function withName(text, where, old, now) {
  const folder = where.split("/").slice(0, -1);
  const stem = (name) => name.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  const isOld = (given) => {
    const steps = [];
    for (const step of given.startsWith("/") ? given.split("/") : [...folder, ...given.split("/")])
      if (step === "..") steps.pop();
      else if (step && step !== ".") steps.push(step);
    return steps.join("/") === old;
  };
  const inTag = (name) => name.replace(/-$/, "").trim();
  return text
    .replace(/(\{%-?\s*link\s+\/?)([^%]*)(?=%\})/g, (whole, lead, name) =>
      inTag(name) === old ? lead + name.replace(old, () => now) : whole,
    )
    .replace(/(\{%-?\s*post_url\s+\/?)([^%]*)(?=%\})/g, (whole, lead, name) =>
      old.includes("_posts/") && inTag(name) === stem(old)
        ? lead + name.replace(stem(old), () => stem(now))
        : whole,
    )
    .replace(/^(parent:\s*["']?)([^"'\n#]+?)(?=["']?\s*(?:#|$))/gm, (whole, lead, name) =>
      name.replace(/^\//, "") === old ? lead + now : whole,
    )
    .replace(/(\]\(<?|\]:\s*|href=["'])([^\s()<>"'#?]+)/g, (whole, lead, given) =>
      isOld(decoded(given)) ? `${lead}/${encodeURI(now)}` : whole,
    );
}

function decoded(given) {
  try {
    return decodeURI(given);
  } catch {
    return given;
  }
}
