// Sending without an account: a text and its photos in one file, to share or to join to an e-mail.

import { toBase64 } from "./bytes.js";
import { MAIN, bullets, button, el } from "./dom.js";
import { fileStem } from "./file_stem.js";
import { back, go, keep, show, state, toSaving } from "./screen.js";
import { hand, open } from "./sending.js";

const MOST_SENT = 20_000_000; // bytes: what is taken by who opens it

const inBase64 = async (blob) => toBase64(new Uint8Array(await blob.arrayBuffer()));

/** In ASCII, without spaces, in lines: no mail program, no telephone changes a sign of it. */
async function parcelOf(work) {
  const photos = await Promise.all(
    work.usedPhotos.map(async ({ name, blob }) => ({ name, data: await inBase64(blob) })),
  );
  const original = work.isNew ? null : work.original;
  const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const ascii = JSON.stringify({ colis: 1, name: work.path, text: work.text, original, photos })
    .replace(/[ \u007f-\uffff]/g, escaped)
    .replace(/.{500}/g, "$&\n");
  return new File([ascii], `${fileStem(work.title)}.colis`, { type: "application/octet-stream" });
}

export async function parcel(id) {
  const work = await open(id);
  if (work.missing.length || work.unsaid.length || work.moved || !work.isChanged)
    return go(toSaving(id));
  await keep(work);
  const file = await parcelOf(work);
  const title = "Envoyer sans compte";
  if (file.size > MOST_SENT) {
    const words =
      "Vos photos et vos documents sont trop lourds pour un seul envoi (20 Mo au plus). Retirez-en, et envoyez-les une autre fois.";
    return show(title, el("p.souci", words), back(id));
  }
  // Some browsers share files of a few kinds alone: texts are of them.
  const shared = [file, new File([file], `${file.name}.txt`, { type: "text/plain" })].find((one) =>
    navigator.canShare?.({ files: [one] }),
  );
  const { courriel } = state.site.hote;
  const body = `Bonjour,\r\n\r\nVoici « ${work.title} », pour le site.\r\n\r\nLe fichier ${file.name} est joint à ce message.\r\n`;
  const href = `mailto:${courriel ? encodeURI(courriel) : ""}?subject=${encodeURIComponent(`Pour le site : ${work.title}`)}&body=${encodeURIComponent(body)}`;
  const told = el("p.etat", { role: "status" });
  // The file alone: with words beside it, some telephones share nothing.
  const share = async () => {
    try {
      await navigator.share({ files: [shared] });
      told.textContent = "C'est parti.";
    } catch ({ name }) {
      const failed = "Ce navigateur n'a pas pu partager le colis : téléchargez-le.";
      told.textContent = name === "AbortError" ? "" : failed;
    }
  };
  const download = () => {
    hand(file, file.name);
    told.textContent = "Le colis est dans vos téléchargements.";
  };
  return show(
    title,
    el(
      "p",
      `Votre texte et ses photos tiennent dans un fichier, ${file.name}. Envoyez-le à ${courriel || "une personne qui publie le site"}. Une fois relu, il sera mis en ligne.`,
    ),
    told,
    shared && el("p.gestes", button("Partager le colis", share, MAIN)),
    shared && el("p", "Ou par courriel :"),
    bullets(
      "ol",
      el("p.gestes", button("Télécharger le colis", download, shared ? {} : MAIN)),
      el("p.gestes", el("a", { href }, "Préparer le courriel")),
      `Joignez ${file.name} au courriel : il est dans vos téléchargements.`,
    ),
    el(
      "p",
      "Ce que vous avez écrit reste dans « Mes brouillons » : effacez-le quand c'est en ligne.",
    ),
    back(id),
  );
}
