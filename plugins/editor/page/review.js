// « À relire »: what someone without an account has sent, opened as a draft.

import { ask, button, el, labelled } from "./dom.js";
import { findDraft, keepDraft } from "./drafts.js";
import { go, show, state, toText } from "./screen.js";
import { kindOf, open } from "./sending.js";
import { Work } from "./work.js";

const pictureIn = ({ name, data }) =>
  new Blob([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], {
    type: name.endsWith(".png") ? "image/png" : "image/jpeg",
  });

export function reviewing() {
  const place = el("div", { role: "status" });
  const read = async (file) => {
    if (!file) return;
    place.replaceChildren("Ouverture…");
    try {
      received(await state.carrier.parcel(file));
    } catch ({ message, answer = {} }) {
      place.replaceChildren(
        el(
          "div",
          { className: "souci" },
          el("p", {}, message),
          (answer.fautes &&
            el(
              "ul",
              {},
              answer.fautes.map((one) => el("li", {}, one)),
            )) ||
            "",
        ),
        answer.text
          ? el(
              "details",
              { className: "plus" },
              el("summary", {}, "Lire le texte reçu"),
              el("p", { className: "texte-lu" }, answer.text),
            )
          : "",
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
  const drop = el(
    "div",
    {
      className: "depot",
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => {
        event.preventDefault();
        read(event.dataTransfer.files[0]);
      },
    },
    labelled("Choisir le colis", input, {
      help: "Ou déposez-le ici. Son nom finit par « .colis » ou « .colis.txt ».",
    }),
  );
  show(
    "À relire",
    el(
      "p",
      {},
      "Un colis est un texte, avec ses photos, de quelqu'un qui n'a pas de compte. L'ouvrir ne change rien au site.",
    ),
    drop,
    place,
  );
}

/** Show what came, and open it as a draft once that is asked for. */
function received({ name, kind, text, original, current, photos, cadres }) {
  const id = current ? name : `nouveau-${kind}-${Date.now().toString(36)}`;
  const folder = name.split("/")[1];
  const given = {
    id,
    kind,
    text,
    date: Date.now(),
    photos: photos.map((one) => ({ name: one.name, blob: pictureIn(one) })),
    ...(current ? { name, base: current.version, original: original ?? "" } : {}),
    ...(kind === "acteur" && Object.hasOwn(state.site.connus.dossiers ?? {}, folder)
      ? { universe: folder }
      : {}),
  };
  const work = new Work(given, kindOf(kind), state.site);
  given.title = work.title;
  const hasMoved = current && current.text !== original;
  const take = async () => {
    if (state.works.get(id)?.isChanged || (await findDraft(id).catch(() => null))) {
      await ask(
        "Vous écrivez déjà ce texte",
        el(
          "p",
          {},
          "Enregistrez d'abord votre brouillon, ou effacez-le dans « Mes brouillons » : il serait perdu.",
        ),
        "J'ai compris",
      );
      return;
    }
    state.works.delete(id);
    await keepDraft(given).catch(() => state.works.set(id, work));
    if (hasMoved) (await open(id)).other = current;
    go(hasMoved ? `versions/${encodeURIComponent(id)}` : toText(id));
  };
  const told = [
    current &&
      `Ce colis corrige « ${new Work({ id, text: current.text }, work.kind, state.site).title || name} ».`,
    original !== null &&
      !current &&
      "Ce colis corrige un texte qui n'est plus sur le site : il y serait ajouté de nouveau.",
    !current && original === null && `${work.kind.label} à ajouter au site.`,
    hasMoved &&
      "Le texte du site a changé depuis que ce colis a été fait : vous choisirez quoi garder.",
    photos.length && (photos.length > 1 ? `${photos.length} photos.` : "Une photo."),
    ...cadres.map((one) => `Le texte montre une page d'un autre site : ${one}`),
  ];
  show(
    `À relire : « ${work.title || "sans titre"} »`,
    el(
      "ul",
      {},
      told.filter(Boolean).map((one) => el("li", {}, one)),
    ),
    current &&
      el(
        "div",
        { className: "deux" },
        side("Sur le site", current.text, text),
        side("Dans le colis", text, current.text),
      ),
    el(
      "p",
      { className: "gestes" },
      button("L'ouvrir pour le relire", take, { className: "principal" }),
      button("Ne pas le garder", reviewing),
    ),
  );
}

/** A text, whose lines that are not in the other are marked. */
function side(title, text, other) {
  const known = new Set(other.split("\n"));
  return el(
    "section",
    { className: "version" },
    el("h2", {}, title),
    el(
      "div",
      { className: "texte-lu" },
      text.split("\n").flatMap((line) => [known.has(line) ? line : el("mark", {}, line), "\n"]),
    ),
  );
}
