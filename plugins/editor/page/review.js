// « À relire »: what someone without an account has sent, opened as a draft.

import { fromBase64 } from "./bytes.js";
import { MAIN, bullets, button, el, labelled, notice } from "./dom.js";
import { findDraft, keepDraft } from "./drafts.js";
import { go, kindOf, show, state, toText } from "./screen.js";
import { hand, open } from "./sending.js";
import { baseOf, isDocument, sizeWords } from "./sent_files.js";
import { Work } from "./work.js";

const TYPES = { png: "image/png", jpg: "image/jpeg" };
const blobOf = ({ name, data }) =>
  new Blob([fromBase64(data)], {
    type: TYPES[name.split(".").at(-1)] ?? "application/octet-stream",
  });

export function reviewing() {
  const place = el("div", { role: "status" });
  const read = async (file) => {
    if (!file) return;
    place.replaceChildren("Ouverture…");
    try {
      received(await state.carrier.parcel(file));
    } catch ({ message, answer = {} }) {
      const { fautes = [], text } = answer;
      const words = text && el("p.texte-lu", text);
      place.replaceChildren(
        el("div.souci", el("p", message), fautes.length && bullets("ul", fautes)),
        words ? el("details.plus", el("summary", "Lire le texte reçu"), words) : "",
      );
    }
  };
  const input = el("input", {
    type: "file",
    onchange: () => {
      read(input.files[0]);
      input.value = "";
    },
  });
  const ondrop = (event) => {
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  };
  show(
    "À relire",
    el(
      "p",
      "Un colis est un texte, avec ses photos, de quelqu'un qui n'a pas de compte. L'ouvrir ne change rien au site.",
    ),
    el(
      "div.depot",
      { ondrop },
      labelled("Choisir le colis", input, {
        help: "Ou déposez-le ici. Son nom finit par « .colis » ou « .colis.txt ».",
      }),
    ),
    place,
  );
}

/** Show what came, and open it as a draft once that is asked for. */
function received({ name, kind, text, original, current, photos, cadres }) {
  const id = current ? name : `nouveau-${kind}-${Date.now().toString(36)}`;
  const folder = name.split("/")[1];
  const isKnown = kind === "acteur" && Object.hasOwn(state.site.connus.dossiers ?? {}, folder);
  const given = {
    id,
    kind,
    text,
    date: Date.now(),
    photos: photos.map((one) => ({ name: one.name, blob: blobOf(one) })),
    ...(current && { name, base: current.version, original: original ?? "" }),
    ...(isKnown && { universe: folder }),
  };
  const work = new Work(given, kindOf(kind), state.site);
  given.title = work.title;
  const hasMoved = current && current.text !== original;
  const take = async () => {
    if (state.works.get(id)?.isChanged || (await findDraft(id).catch(() => null)))
      return notice(
        "Vous écrivez déjà ce texte",
        "Enregistrez d'abord votre brouillon, ou effacez-le dans « Mes brouillons » : il serait perdu.",
      );
    state.works.delete(id);
    await keepDraft(given).catch(() => state.works.set(id, work));
    if (hasMoved) (await open(id)).other = current;
    return go(hasMoved ? `versions/${encodeURIComponent(id)}` : toText(id));
  };
  const [documents, images] = [true, false].map((is) =>
    given.photos.filter((one) => isDocument(one.name) === is),
  );
  const before = current && new Work({ id, text: current.text }, work.kind, state.site).title;
  const isLost = original !== null && !current;
  show(
    `À relire : « ${work.title || "sans titre"} »`,
    bullets(
      "ul",
      current && `Ce colis corrige « ${before || name} ».`,
      isLost &&
        "Ce colis corrige un texte qui n'est plus sur le site : il y serait ajouté de nouveau.",
      !current && !isLost && `${work.kind.label} à ajouter au site.`,
      hasMoved &&
        "Le texte du site a changé depuis que ce colis a été fait : vous choisirez quoi garder.",
      images.length && (images.length > 1 ? `${images.length} photos.` : "Une photo."),
      cadres.map((one) => `Le texte montre une page d'un autre site : ${one}`),
      documents.map(({ name: it, blob }) => [
        `Un document, à lire avant de l'enregistrer : ${baseOf(it)} (${sizeWords(it, blob.size)}) `,
        button("Le télécharger", () => hand(blob, baseOf(it))),
      ]),
    ),
    current &&
      el(
        "div.deux",
        side("Sur le site", current.text, text),
        side("Dans le colis", text, current.text),
      ),
    el(
      "p.gestes",
      button("L'ouvrir pour le relire", take, MAIN),
      button("Ne pas le garder", reviewing),
    ),
  );
}

/** A text, whose lines that are not in the other are marked. */
function side(title, text, other) {
  const known = new Set(other.split("\n"));
  const lines = text.split("\n").map((line) => [known.has(line) ? line : el("mark", line), "\n"]);
  return el("section.version", el("h2", title), el("div.texte-lu", lines));
}
