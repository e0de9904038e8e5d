// A photo made light in the browser: upright, 2000 px at most, without what the device wrote in it.

import { plain } from "./dom.js";

const MOST = 2000; // px
const HEAVIEST = 60_000_000; // bytes
const CURE =
  "Sur l'iPhone : Réglages, Appareil photo, Formats, « Le plus compatible » ; ou faites une capture d'écran de la photo.";

/** A name that any system and any address takes: `images/2026-12-12-bal.jpg`, not among `taken`. */
export function safeName(given, ending, taken) {
  const stem =
    plain(
      given
        .replace(/\.[^.]*$/, "")
        .replace(/œ/gi, "oe")
        .replace(/æ/gi, "ae"),
    )
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "photo";
  let name = `images/${stem}.${ending}`;
  for (let count = 2; taken.includes(name); count += 1) name = `images/${stem}-${count}.${ending}`;
  return name;
}

const asBlob = (canvas, type) => new Promise((done) => canvas.toBlob(done, type, 0.86));

/** `{blob, ending}`; an Error's message says what to do. */
export async function prepare(file) {
  if (file.size > HEAVIEST)
    throw new Error("Cette photo est trop lourde (60 Mo au plus). Choisissez-en une autre.");
  if (/\.svg$/i.test(file.name) || file.type === "image/svg+xml")
    throw new Error(
      "Un dessin SVG ne peut pas être ajouté ici. Choisissez une photo, ou une image PNG.",
    );
  // One that moves would lose that here, unsaid.
  if (file.type === "image/gif") return { blob: file, ending: "gif" };
  let image;
  try {
    image = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    const isHeic = /\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type);
    throw new Error(
      isHeic
        ? `Ce navigateur ne sait pas lire les photos HEIC. ${CURE}`
        : "Ce fichier n'est pas une image que le navigateur sait lire. Choisissez une photo JPEG ou PNG.",
    );
  }
  const scale = Math.min(1, MOST / Math.max(image.width, image.height));
  const canvas = Object.assign(document.createElement("canvas"), {
    width: Math.max(1, Math.round(image.width * scale)),
    height: Math.max(1, Math.round(image.height * scale)),
  });
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const isFlat = !/png|gif|webp/i.test(file.type);
  const blob = await asBlob(canvas, isFlat ? "image/jpeg" : "image/webp");
  if (!blob) throw new Error("Cette photo n'a pas pu être préparée. Essayez-en une plus petite.");
  return { blob, ending: { "image/jpeg": "jpg", "image/webp": "webp" }[blob.type] ?? "png" };
}

/** The pictures of what was dropped or pasted. */
export const picturesOf = (transfer) =>
  [...(transfer?.files ?? [])].filter(
    (file) => /^image\//.test(file.type) || /\.hei[cf]$/i.test(file.name),
  );
