// One text being written: its file, what changed in it, its photos. Knows nothing of the screen.

import { plain } from "./dom.js";
import { fileStem } from "./file_stem.js";
import { Doc } from "./front_matter.js";
import { fieldOf } from "./key_lines.js";
import { readMoment } from "./moments.js";
import { safeName } from "./sent_files.js";

export const PUBLISHED = { key: "published", names: [], input: "switch", label: "Sur le site" };
// Behind an image that shows nothing.
export const DECORATES = '{: role="presentation"}';
export const UNIVERSE = { key: "universe", label: "Univers" };
export const TEXT = { key: "texte", label: "Texte" };
export const REDIRECTS = { key: "redirect_from", names: [], input: "list" };
export const NO = /^(false|non|no|faux|off)$/i;

const DEVICE = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\/index)?\.md$/; // kept by Windows for itself

export class Work {
  /** `given`: what is kept of it, as `kept` gives it. */
  constructor(given, kind, site) {
    // `moved`: the name that its file is to have.
    const none = { name: null, base: null, original: "", photos: [], dated: null, moved: null };
    const { text, title, ...known } = { date: Date.now(), ...none, ...given };
    Object.assign(this, known, { kind, site, doc: new Doc(text ?? known.original) });
    Object.assign(this, { shown: new Map(), sent: new Set(), decorates: new Set() });
  }

  get isNew() {
    return this.base === null;
  }
  get text() {
    const { text } = this.doc;
    return this.isNew ? text.replace(/[^\n]$/, "$&\n") : text;
  }
  get isChanged() {
    return this.text !== this.original || this.photos.length > 0 || Boolean(this.moved);
  }
  get fields() {
    return this.kind.fields;
  }

  /** All that is kept of it in this browser. */
  get kept() {
    const { id, name, base, original, text, photos, universe, dated, title, moved } = this;
    const kept = { id, name, base, original, text, photos, universe, dated, title, moved };
    return { ...kept, kind: this.kind.kind, date: Date.now() };
  }

  /** The field of a key as a file has it. */
  named(key) {
    return key && fieldOf(this.fields, key);
  }
  /** The key that a message on this file is about, as it is written. */
  keyOf({ key, line }) {
    return key ?? this.doc.entries().find((one) => one.at + 2 <= line && line <= one.end + 1)?.key;
  }
  /** The field that a message on this file is about; the text itself, below the keys. */
  about(message) {
    const isBelow = message.line > (this.doc.opening && this.doc.front.length + 2);
    return this.named(this.keyOf(message)) ?? (isBelow ? TEXT : undefined);
  }
  field(key) {
    return this.fields.find((one) => one.key === key);
  }
  get(field) {
    return this.doc.read(field);
  }
  set(field, value) {
    return this.doc.write(field, value, this.fields);
  }

  /** Without the switch that has words of its own. */
  get ownFields() {
    return this.fields.filter((one) => one.key !== PUBLISHED.key);
  }

  get title() {
    const field = this.field(this.kind.titleKey);
    const heading = /^#[ \t]+(.+)$/m.exec(this.doc.body)?.[1];
    return (field && this.get(field).value) || (!this.isNew && heading) || "";
  }

  get isPublished() {
    return !NO.test(this.doc.read(PUBLISHED).value);
  }
  set isPublished(is) {
    this.doc.write(PUBLISHED, is ? "" : "false", [...this.fields, PUBLISHED]);
  }

  /** The day that it is of: its own, or today. */
  get day() {
    const { dateKey } = this.kind;
    const several = this.fields.find((one) => one.instead);
    const start =
      dateKey &&
      (this.get(this.field(dateKey)).value || (several && this.get(several).value[0]?.[dateKey]));
    return readMoment(start || "", this.site.now)?.day ?? this.site.now.slice(0, 10);
  }

  /** Whether its address comes from the name of its file, and of no other's. */
  get canMove() {
    const isSet = ["permalink", "slug"].some((key) => this.doc.read({ key }).isThere);
    return !this.isNew && !isSet && !this.doc.isOdd && !/(^|\/)index\.[^/]*$/.test(this.name);
  }

  /** A text of the site like this new one: of its kind, title and day. */
  get twin() {
    const alike = (one) =>
      one.kind === this.kind.kind &&
      one.date?.slice(0, 10) === this.day &&
      plain(one.title) === plain(this.title);
    return this.isNew ? this.site.fichiers.find(alike) : undefined;
  }

  /** The file's name: fixed once it is in the site; before, made of its title and of its day. */
  get path() {
    if (this.name) return this.moved ?? this.name;
    const { folder = "", file } = this.kind;
    const values = {
      date: this.day,
      slug: fileStem(this.title),
      universe: this.universe || Object.keys(this.universes)[0],
    };
    const path = [folder, file]
      .filter(Boolean)
      .join("/")
      .replace(/\{(\w+)\}/g, (_, key) => values[key]);
    const taken = new Set(this.site.fichiers.map((one) => one.name));
    for (let count = 2, made = path; ; count += 1) {
      if (!taken.has(made) && !DEVICE.test(made)) return made;
      made = path.replace(/(\/index)?\.md$/, `-${count}$1.md`);
    }
  }

  /** Take a photo or a document in, under a name that the site may change. */
  addPhoto({ blob, ending }, given) {
    const { images = [], documents = [] } = this.site;
    const taken = [...images, ...documents, ...this.photos.map((one) => one.name)];
    const says = !/^(image|img|photo|dsc|pxl|fullsizerender|capture)?[-_ \d()]*\.\w+$/i.test(given);
    const photo = { name: safeName(says ? given : `${this.title}.`, ending, taken), blob };
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

  /** What shows an image, of this text or of the site; null for any other. */
  imageOf(given) {
    const name = given.replace(/^\//, "");
    const photo = this.photos.find((one) => one.name === name);
    if (!photo) return this.site.images?.includes(name) ? this.site.base + encodeURI(name) : null;
    if (!this.shown.has(photo)) this.shown.set(photo, URL.createObjectURL(photo.blob));
    return this.shown.get(photo);
  }

  /** Photos that the text no longer shows go. */
  get usedPhotos() {
    return this.photos.filter((one) => this.text.includes(one.name));
  }

  /** Images that are new in this text, without words for who does not see them: `{name, say(text)}`. */
  get unsaid() {
    const found = [];
    const [image, alt] = [this.fields.find((one) => one.key === "image"), this.field("image_alt")];
    const name = image && this.get(image).value;
    if (name && alt && !this.decorates.has(name) && !this.get(alt).value && !this.get(alt).odd)
      found.push({ name, say: (said) => (said ? this.set(alt, said) : this.decorates.add(name)) });
    for (const [whole, address] of this.doc.body.matchAll(
      /!\[\s*\]\(([^)\s]+)[^)]*\)(?!\{: role)/g,
    )) {
      found.push({
        name: decodeURI(address).replace(/^\//, ""),
        say: (said) => {
          this.doc.body = this.doc.body.replace(whole, () =>
            (said ? whole : whole + DECORATES).replace(
              /!\[\s*\]/,
              `![${said.replace(/[[\]]/g, "\\$&")}]`,
            ),
          );
        },
      });
    }
    return found.filter(({ name }) => !this.original.includes(name));
  }

  /** The folders among which a new actor's is chosen, with their names. */
  get universes() {
    return (
      (this.isNew && this.kind.folder?.includes("{universe}") && this.site.connus.dossiers) || {}
    );
  }

  /** The keys whose place a field takes, as things stand. */
  taken(field) {
    return (!(field.unless && this.get(this.field(field.unless)).value) && field.instead) || [];
  }

  /** Required fields that say nothing. */
  get missing() {
    const taken = this.fields.flatMap((one) => (this.get(one).isThere ? this.taken(one) : []));
    const universe = this.universe || Object.keys(this.universes).length < 2 ? [] : [UNIVERSE];
    return this.fields
      .filter(
        (one) =>
          one.required &&
          !taken.includes(one.key) &&
          !this.get(one).odd &&
          !this.get(one).value.length &&
          (this.isNew || one.key !== this.kind.titleKey),
      )
      .concat(universe);
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
}
