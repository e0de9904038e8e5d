// Photos made light in the browser (upright, 2000 px at most, without what the device wrote in them), documents as they are.

const MOST = 2000; // px
const HEAVIEST = 60_000_000; // bytes
const MOST_OF_DOCUMENT = 10_000_000;
const CURE =
  "Sur l'iPhone : Réglages, Appareil photo, Formats, « Le plus compatible » ; ou faites une capture d'écran de la photo.";
const OFFICE = /\.(od[tsp]|docx|xlsx|pptx)$/i;

/** A document as `{blob, ending}`; an Error's message says what to do. */
export async function asDocument(file) {
  if (file.size > MOST_OF_DOCUMENT)
    throw new Error(
      "Ce document est trop lourd (10 Mo au plus). Exportez-le de nouveau, ses images réduites pour l'écran.",
    );
  const head = await file.slice(0, 5).text();
  const packed = head.startsWith("PK\x03\x04") && OFFICE.exec(file.name)?.[1].toLowerCase();
  const ending = head === "%PDF-" ? "pdf" : packed;
  if (!ending)
    throw new Error(
      "Ce fichier n'est ni un PDF, ni un document LibreOffice ou Word. Exportez-le en PDF.",
    );
  return { blob: new Blob([await file.arrayBuffer()]), ending };
}

/** A photo, the same way. */
export async function asPhoto(file) {
  if (file.size > HEAVIEST)
    throw new Error("Cette photo est trop lourde (60 Mo au plus). Choisissez-en une autre.");
  if (/\.svg$/i.test(file.name) || file.type === "image/svg+xml")
    throw new Error(
      "Un dessin SVG ne peut pas être ajouté ici. Choisissez une photo, ou une image PNG.",
    );
  // One that moves would lose that here, unsaid.
  if (file.type === "image/gif") return { blob: file, ending: "gif" };
  const image = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    const isHeic = /\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type);
    throw new Error(
      isHeic
        ? `Ce navigateur ne sait pas lire les photos HEIC. ${CURE}`
        : "Ce fichier n'est pas une image que le navigateur sait lire. Choisissez une photo JPEG ou PNG.",
    );
  });
  const scale = Math.min(1, MOST / Math.max(image.width, image.height));
  const [width, height] = [image.width, image.height].map((it) =>
    Math.max(1, Math.round(it * scale)),
  );
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  image.close();
  const asked = /png|gif|webp/i.test(file.type) ? "image/webp" : "image/jpeg";
  const blob = await new Promise((done) => canvas.toBlob(done, asked, 0.86));
  if (!blob) throw new Error("Cette photo n'a pas pu être préparée. Essayez-en une plus petite.");
  return { blob, ending: { "image/jpeg": "jpg", "image/webp": "webp" }[blob.type] ?? "png" };
}
