// What goes with a text: the names of its photos and of its documents.

import { fileStem } from "./file_stem.js";

export const IMAGES = "image/*,.heic,.heif";
export const DOCUMENTS = ".pdf,.odt,.ods,.odp,.docx,.xlsx,.pptx";

export const isDocument = (name) => name.startsWith("documents/");
export const isImage = (file) =>
  /^image\//.test(file.type) || /\.(hei[cf]|jpe?g|png|webp|avif)$/i.test(file.name);
export const baseOf = (name) => name.replace(/^\w+\//, "");

/** A name that any system and any address takes: `images/2026-12-12-bal.jpg`, not among `taken`. */
export function safeName(given, ending, taken) {
  const latin = fileStem(given.replace(/\.[^.]*$/, ""));
  const kinds = DOCUMENTS.includes(`.${ending}`) ? ["documents", "document"] : ["images", "photo"];
  const [folder, other] = kinds;
  const stem = `${folder}/${/^[a-z\d]/.test(latin) ? latin : other}`;
  let name = `${stem}.${ending}`;
  for (let count = 2; taken.includes(name); count += 1) name = `${stem}-${count}.${ending}`;
  return name;
}

/** « PDF, 240 ko »: what a link to a document says of it; the size where it is known. */
export function sizeWords(name, size) {
  const kind = name.split(".").at(-1).toUpperCase();
  if (!size) return kind;
  const [value, unit] = size < 1_000_000 ? [size / 1000, "ko"] : [size / 1_000_000, "Mo"];
  const most = { maximumFractionDigits: unit === "ko" ? 0 : 1 };
  return `${kind}, ${Math.max(value, 1).toLocaleString("fr-FR", most)} ${unit}`;
}
