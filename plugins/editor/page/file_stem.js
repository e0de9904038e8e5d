// The names of new files.

import { plain } from "./dom.js";

const joined = (words, between, most) =>
  [...words.replace(between, "-").replace(/^-+|-+$/g, "")].slice(0, most).join("");

/** A title as a file's name: no accent, no space, lower-case (as `bin/invoke` names new files). */
export function fileStem(title) {
  const latin = joined(plain(title.replace(/œ/gi, "oe").replace(/æ/gi, "ae")), /[^a-z0-9]+/g, 80);
  return latin || joined(title.toLowerCase(), /[^\p{L}\p{N}]+/gu, 40) || "sans-titre";
}
