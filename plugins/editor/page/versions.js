// Two versions of one text: what meets is chosen, the rest is joined.

import { MAIN, button, el } from "./dom.js";
import { merged } from "./merging.js";
import { keep, link, show, toSaving, toText } from "./screen.js";
import { download, open } from "./sending.js";

/** Two people changed one text: what meets is chosen, the rest is joined. */
export async function versions(id) {
  const work = await open(id);
  const { other } = work;
  const next = () => location.replace(`#/${toSaving(id)}`);
  if (!other) {
    next();
    return;
  }
  const isGone = typeof other.text !== "string";
  const { doc, clashes } = isGone ? { doc: work.doc, clashes: [] } : merged(work, other.text);
  const take = () => {
    clashes.forEach((one, at) =>
      one.take(document.querySelector(`[name=choix-${at}]:checked`).value === "mien"),
    );
    const base = isGone ? null : other.version;
    if (isGone) Object.assign(work, { name: work.path, moved: null });
    Object.assign(work, { base, original: other.text ?? "", other: null, doc });
    keep(work);
    next();
  };
  const side = (at, value, words, text) =>
    el(
      "label.version",
      el("input", { type: "radio", name: `choix-${at}`, value, checked: value === "mien" }),
      el("strong", words),
      el("span.texte-lu", { textContent: text || "(rien)" }),
    );
  const changed = "Quelqu'un a changé ce texte pendant que vous l'écriviez. Rien n'est perdu.";
  const told = isGone
    ? "Quelqu'un l'a supprimé du site pendant que vous l'écriviez. Continuez pour l'y remettre."
    : clashes.length
      ? `${changed} Choisissez ce qu'il faut garder là où vous avez changé la même chose ; le reste est réuni.`
      : `${changed} Vos changements et les siens ne se touchent pas : ils sont réunis.`;
  show(
    "Deux versions de ce texte",
    el("p", told),
    clashes.map((one, at) =>
      el(
        "fieldset.deux",
        el("legend", one.label),
        side(at, "mien", "Ma version", one.mine),
        side(at, "autre", "L'autre version", one.theirs),
      ),
    ),
    el(
      "div.gestes",
      button("Continuer", take, MAIN),
      button("Télécharger mon texte", () => download(work)),
      link("Revenir au mien", toText(id)),
    ),
  );
}
