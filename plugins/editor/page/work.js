// One text being written: its file, what changed in it, its photos. Knows nothing of the screen.

import { plain } from "./dom.js";
import { Doc, keyName } from "./front_matter.js";
import { inWords, readMoment } from "./moments.js";
import { safeName } from "./photos.js";

const PUBLISHED = { key: "published", names: [], input: "switch", label: "Sur le site" };
// What calendars follow of an event: its change is dated (docs/evenements.md).
const FOLLOWED = "debut fin chaque jusqu_au sauf dates statut lieu adresse en_ligne".split(" ");
// Behind a picture that shows nothing.
export const DECORATES = '{: role="presentation"}';
const CHANGED = "modifie";
export const UNIVERSE = { key: "universe", label: "Univers" };
const NO = /^(false|non|no|faux|off)$/i;

const joined = (words, between, most) => [...words.replace(between, "-").replace(/^-+|-+$/g, "")].slice(0, most).join("");

/** A title as a file's name: no accent, no space, lower-case (as `bin/invoke` names new files). */
export function fileStem(title) {
  const latin = joined(plain(title.replace(/œ/gi, "oe").replace(/æ/gi, "ae")), /[^a-z0-9]+/g, 80);
  return latin || joined(title.toLowerCase(), /[^\p{L}\p{N}]+/gu, 40) || "sans-titre";
}

export class Work {
  /** `given`: what is kept of it, as `kept` gives it. */
  constructor(given, kind, site) {
    Object.assign(this, { id: given.id, name: given.name ?? null, base: given.base ?? null, original: given.original ?? "", address: given.address ?? null, photos: given.photos ?? [], universe: given.universe, dated: given.dated ?? null, date: given.date ?? Date.now() });
    Object.assign(this, { kind, site, doc: new Doc(given.text ?? given.original ?? ""), shown: new Map(), sent: new Set(), decorates: new Set() });
  }

  get isNew() { return this.base === null; }
  get text() {
    const { text } = this.doc;
    return this.isNew ? text.replace(/[^\n]$/, "$&\n") : text;
  }
  get isChanged() { return this.text !== this.original || this.photos.length > 0; }
  get fields() { return this.kind.fields; }

  /** All that is kept of it in this browser. */
  get kept() {
    const { id, name, base, original, address, text, photos, universe, dated } = this;
    return { id, kind: this.kind.kind, name, base, original, address, text, photos, universe, dated, title: this.title, date: Date.now() };
  }

  /** The field of a key as a file has it. */
  named(key) { return key ? this.fields.find((one) => [one.key, ...(one.names ?? [])].map(keyName).includes(keyName(key))) : undefined; }
  field(key) { return this.fields.find((one) => one.key === key); }
  get(field) { return this.doc.read(field); }
  set(field, value) { return this.doc.write(field, value, this.fields); }

  /** Without the switch that has words of its own. */
  get #ownFields() { return this.fields.filter((one) => one.key !== PUBLISHED.key); }

  get title() {
    const field = this.field(this.kind.titleKey);
    const heading = /^#[ \t]+(.+)$/m.exec(this.doc.body)?.[1];
    return (field && this.get(field).value) || (!this.isNew && heading) || "";
  }

  get isPublished() { return !NO.test(this.doc.read(PUBLISHED).value); }
  set isPublished(is) { this.doc.write(PUBLISHED, is ? "" : "false", [...this.fields, PUBLISHED]); }

  /** The day that it is of: its own, or today. */
  get day() {
    const { dateKey } = this.kind;
    const several = this.fields.find((one) => one.instead);
    const start = dateKey && (this.get(this.field(dateKey)).value || (several && this.get(several).value[0]?.[dateKey]));
    return readMoment(start || "", this.site.now)?.day ?? this.site.now.slice(0, 10);
  }

  /** A text of the site like this new one: of its kind, title and day. */
  get twin() {
    const alike = (one) => one.kind === this.kind.kind && one.date?.slice(0, 10) === this.day && plain(one.title) === plain(this.title);
    return this.isNew ? this.site.fichiers.find(alike) : undefined;
  }

  /** The file's name: fixed once it is in the site; before, made of its title and of its day. */
  get path() {
    if (this.name) return this.name;
    const { folder = "", file } = this.kind;
    const values = { date: this.day, slug: fileStem(this.title), universe: this.universe || Object.keys(this.universes)[0] };
    const path = [folder, file].filter(Boolean).join("/").replace(/\{(\w+)\}/g, (_, key) => values[key]);
    const taken = new Set(this.site.fichiers.map((one) => one.name));
    for (let count = 2, made = path; ; count += 1) {
      if (!taken.has(made)) return made;
      made = path.replace(/(\/index)?\.md$/, `-${count}$1.md`);
    }
  }

  /** Take a photo in, under a name that the site may change. */
  addPhoto({ blob, ending }, given) {
    const taken = [...(this.site.images ?? []), ...this.photos.map((one) => one.name)];
    const name = safeName(/^(image|img|photo|dsc|pxl|fullsizerender|capture)?[-_ \d()]*\.\w+$/i.test(given) ? fileStem(this.title) : given, ending, taken);
    const photo = { name, blob };
    this.photos.push(photo);
    return photo;
  }

  /** Give a photo the name that the site chose for it. */
  rename(photo, name) {
    if (photo.name === name) return;
    this.doc = new Doc(this.text.replaceAll(photo.name, name));
    photo.name = name;
    this.renamed?.();
  }

  /** What shows a photo of this text; null for a picture of the site. */
  pictureOf(name) {
    const photo = this.photos.find((one) => one.name === name);
    if (photo && !this.shown.has(photo)) this.shown.set(photo, URL.createObjectURL(photo.blob));
    return this.shown.get(photo) ?? null;
  }

  /** Photos that the text no longer shows go. */
  get usedPhotos() { return this.photos.filter((one) => this.text.includes(one.name)); }

  /** Pictures that are new in this text, without words for who does not see them: `{name, say(text)}`. */
  get unsaid() {
    const found = [];
    const [image, alt] = [this.fields.find((one) => one.key === "image"), this.field("image_alt")];
    const name = image && this.get(image).value;
    if (name && alt && !this.decorates.has(name) && !this.get(alt).value && !this.get(alt).odd) found.push({ name, say: (said) => (said ? this.set(alt, said) : this.decorates.add(name)) });
    for (const [whole, address] of this.doc.body.matchAll(/!\[\s*\]\(([^)\s]+)[^)]*\)(?!\{: role)/g)) {
      found.push({ name: decodeURI(address).replace(/^\//, ""), say: (said) => { this.doc.body = this.doc.body.replace(whole, () => (said ? whole : whole + DECORATES).replace(/!\[\s*\]/, `![${said.replace(/[[\]]/g, "\\$&")}]`)); } });
    }
    return found.filter(({ name }) => !this.original.includes(name));
  }

  /** The folders among which a new actor's is chosen, with their names. */
  get universes() { return (this.isNew && this.kind.folder?.includes("{universe}") && this.site.connus.dossiers) || {}; }

  /** The keys whose place a field takes, as things stand. */
  taken(field) { return (!(field.unless && this.get(this.field(field.unless)).value) && field.instead) || []; }

  /** Required fields that say nothing. */
  get missing() {
    const taken = this.fields.flatMap((one) => (this.get(one).isThere ? this.taken(one) : []));
    const universe = this.universe || Object.keys(this.universes).length < 2 ? [] : [UNIVERSE];
    return this.fields.filter((one) => one.required && !taken.includes(one.key) && !this.get(one).odd && !this.get(one).value.length && (this.isNew || one.key !== this.kind.titleKey)).concat(universe);
  }

  /** Date the change of an event that people follow already; take that back when nothing of it changes. */
  dateChange() {
    const field = this.field(CHANGED);
    if (!field || this.isNew) return;
    const before = new Doc(this.original);
    const [was, now] = [before, this.doc].map((doc) => doc.read(field).value);
    if (now !== was && now !== this.dated) return; // someone wrote it
    const moment = (at) => new Date(at).toISOString().slice(0, 16).replace("T", " ");
    const today = moment(Date.parse(`${this.site.now}Z`) + Date.now() - (this.site.readAt ?? Date.now()));
    const announced = this.field("publication") && before.read(this.field("publication")).value;
    const isFollowed = !NO.test(before.read(PUBLISHED).value) && !(announced && readMoment(announced, today)?.day > today.slice(0, 10));
    const isMoved = FOLLOWED.map((key) => this.field(key)).some((one) => one && JSON.stringify(before.read(one).value) !== JSON.stringify(this.get(one).value));
    if (isMoved && isFollowed && now !== was) return; // dated already
    this.dated = isMoved && isFollowed ? today : null;
    this.set(field, this.dated ?? was);
  }

  /** The only date becomes the first of several: it leaves its keys. */
  takeOneDate() {
    const item = {};
    for (const key of this.taken(this.fields.find((one) => one.instead))) {
      const { value } = this.get(this.field(key));
      if (value) item[key] = value;
      this.set(this.field(key), "");
    }
    return item;
  }

  /** What will change, in words. */
  get changes() {
    if (this.isNew) return [`${this.kind.label} sera ajouté${/^Une/.test(this.kind.label) ? "e" : ""} au site : « ${this.title} ».`, ...this.#photoWords];
    const before = new Doc(this.original);
    const told = this.#ownFields.filter((one) => JSON.stringify(before.read(one)) !== JSON.stringify(this.get(one))).map((one) => {
      const [old, now] = [before.read(one), this.get(one)].map(({ value }) => asWords(value));
      if (one.key === CHANGED && now && now === this.dated) return `Le changement est daté du ${inWords(now, this.site.now)}, pour les agendas abonnés.`;
      return old && now ? `${one.label} : « ${old} » devient « ${now} ».` : now ? `${one.label} : « ${now} » est ajouté.` : `${one.label} : « ${old} » est retiré.`;
    });
    const wasOn = !NO.test(before.read(PUBLISHED).value);
    if (wasOn !== this.isPublished) told.push(wasOn ? "Le texte ne paraîtra plus sur le site. Il restera dans « Corriger »." : "Le texte paraîtra à nouveau sur le site.");
    if (before.body !== this.doc.body) told.push(bodyWords(before.body, this.doc.body));
    return [...told, ...this.#photoWords];
  }

  get #photoWords() {
    const count = this.usedPhotos.length;
    return count ? [count > 1 ? `${count} photos seront ajoutées.` : "Une photo sera ajoutée."] : [];
  }

  /** What two people wrote of one text, joined: `{text, clashes}`; a clash has both, `take(isMine)`. */
  merged(theirs) {
    const [base, mine, other] = [new Doc(this.original), this.doc, new Doc(theirs)];
    const clashes = [];
    for (const field of [...this.#ownFields, PUBLISHED]) {
      const [was, now, there] = [base, mine, other].map((doc) => JSON.stringify(doc.read(field).value));
      if (now === was || now === there) continue;
      const put = () => other.write(field, mine.read(field).value, this.fields);
      if (there === was) put();
      else clashes.push({ label: field.label, mine: asWords(mine.read(field).value), theirs: asWords(other.read(field).value), take: (isMine) => isMine && put() });
    }
    if (mine.body !== base.body && mine.body !== other.body) {
      const joined = other.body === base.body ? mine.body : joinedParagraphs(base.body, mine.body, other.body);
      if (joined !== null) other.body = joined;
      else clashes.push({ label: "Texte", mine: mine.body, theirs: other.body, take: (isMine) => { if (isMine) other.body = mine.body; } });
    }
    return { doc: other, clashes };
  }
}

function asWords(value) {
  if (!Array.isArray(value)) return value;
  return value.map((one) => (typeof one === "string" ? one : Object.values(one).join(", "))).join(" ; ");
}

const paragraphs = (text) => text.split(/(?<=\n)(?=\n)/);

/** Where two lists differ: `[start, end of the first, end of the second]`. */
function difference(one, other) {
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) [end, otherEnd] = [end - 1, otherEnd - 1];
  return [start, end, otherEnd];
}

/** Two changes of one text that are not in the same paragraphs, both made; null when they meet. */
function joinedParagraphs(base, mine, theirs) {
  const [was, now, there] = [base, mine, theirs].map(paragraphs);
  const [a, aEnd, aNew] = difference(was, now);
  const [b, bEnd, bNew] = difference(was, there);
  if (aEnd <= b && a !== b) return [...was.slice(0, a), ...now.slice(a, aNew), ...was.slice(aEnd, b), ...there.slice(b, bNew), ...was.slice(bEnd)].join("");
  if (bEnd <= a && a !== b) return [...was.slice(0, b), ...there.slice(b, bNew), ...was.slice(bEnd, a), ...now.slice(a, aNew), ...was.slice(aEnd)].join("");
  return null;
}

function bodyWords(before, after) {
  const [start, end, newEnd] = difference(before.split("\n"), after.split("\n"));
  const count = Math.max(end - start, newEnd - start);
  return count > 1 ? `Texte : ${count} lignes changent.` : "Texte : une ligne change.";
}
