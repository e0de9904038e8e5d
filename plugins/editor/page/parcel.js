// Sending without an account: a text and its photos in one file, to share or to join to an e-mail.

import { button, el } from "./dom.js";
import { go, keep, link, show, state, toText } from "./screen.js";
import { fileStem } from "./file_stem.js";
import { hand, open } from "./sending.js";

const MOST_SENT = 20_000_000; // bytes: what is taken by who opens it

const inBase64 = (blob) =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });

/** In ASCII, without spaces, in lines: no mail program, no telephone changes a sign of it. */
async function parcelOf(work) {
  const photos = await Promise.all(
    work.usedPhotos.map(async ({ name, blob }) => ({ name, data: await inBase64(blob) })),
  );
  const told = {
    colis: 1,
    name: work.path,
    text: work.text,
    original: work.isNew ? null : work.original,
    photos,
  };
  const ascii = JSON.stringify(told)
    .replace(
      /[ \u007f-\uffff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .replace(/.{500}/g, "$&\n");
  return new File([ascii], `${fileStem(work.title)}.colis`, { type: "application/octet-stream" });
}

export async function parcel(id) {
  const work = await open(id);
  if (work.missing.length || work.unsaid.length || !work.isChanged)
    return go(`enregistrer/${encodeURIComponent(id)}`);
  await keep(work);
  const file = await parcelOf(work);
  const back = link("Revenir au texte", toText(id), { className: "retour" });
  if (file.size > MOST_SENT)
    return show(
      "Envoyer sans compte",
      el(
        "p",
        { className: "souci" },
        "Vos photos sont trop lourdes pour un seul envoi (20 Mo au plus). Retirez-en, et envoyez-les une autre fois.",
      ),
      el("p", {}, back),
    );
  // Some browsers share files of a few kinds alone: texts are of them.
  const shared = [file, new File([file], `${file.name}.txt`, { type: "text/plain" })].find((one) =>
    navigator.canShare?.({ files: [one] }),
  );
  const { courriel } = state.site.hote;
  const body = `Bonjour,\r\n\r\nVoici « ${work.title} », pour le site.\r\n\r\nLe fichier ${file.name} est joint à ce message.\r\n`;
  const mail = `mailto:${courriel ? encodeURI(courriel) : ""}?subject=${encodeURIComponent(`Pour le site : ${work.title}`)}&body=${encodeURIComponent(body)}`;
  const told = el("p", { className: "etat", role: "status" });
  // The file alone: with words beside it, some telephones share nothing.
  const share = () =>
    navigator
      .share({ files: [shared] })
      .then(
        () => "C'est parti.",
        ({ name }) =>
          name === "AbortError"
            ? ""
            : "Ce navigateur n'a pas pu partager le colis : téléchargez-le.",
      )
      .then((said) => {
        told.textContent = said;
      });
  return show(
    "Envoyer sans compte",
    el(
      "p",
      {},
      `Votre texte et ses photos tiennent dans un fichier, ${file.name}. Envoyez-le à ${courriel || "une personne qui publie le site"}. Une fois relu, il sera mis en ligne.`,
    ),
    told,
    shared &&
      el(
        "p",
        { className: "gestes" },
        button("Partager le colis", share, { className: "principal" }),
      ),
    shared && el("p", {}, "Ou par courriel :"),
    el(
      "ol",
      {},
      el(
        "li",
        {},
        el(
          "p",
          { className: "gestes" },
          button(
            "Télécharger le colis",
            () => {
              hand(file, file.name);
              told.textContent = "Le colis est dans vos téléchargements.";
            },
            { className: shared ? "" : "principal" },
          ),
        ),
      ),
      el(
        "li",
        {},
        el("p", { className: "gestes" }, el("a", { href: mail }, "Préparer le courriel")),
      ),
      el("li", {}, `Joignez ${file.name} au courriel : il est dans vos téléchargements.`),
    ),
    el(
      "p",
      {},
      "Ce que vous avez écrit reste dans « Mes brouillons » : effacez-le quand c'est en ligne.",
    ),
    el("p", {}, back),
  );
}
