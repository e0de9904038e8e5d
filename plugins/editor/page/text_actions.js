// What else can be done with a text: download it, hide it, delete it, give up what was changed.

import { ask, button, el } from "./dom.js";
import { done } from "./saving.js";
import { enter, forget, go, keep, state } from "./screen.js";
import { download, withdraw } from "./sending.js";

/** What else can be done with a text. */
export function others(work) {
  const publish = () => {
    work.isPublished = !work.isPublished;
    keep(work);
    go(`enregistrer/${encodeURIComponent(work.id)}`);
  };
  const giveUp = async () => {
    if (
      !(await ask(
        "Effacer ce que vous avez écrit ?",
        el("p", {}, "Votre brouillon sera perdu."),
        "Effacer",
        () => true,
        { isGrave: true, no: "Garder" },
      ))
    )
      return;
    withdraw(work);
    state.leave = null;
    await forget(work.id);
    go("");
  };
  return [
    button("Télécharger mon texte", () => download(work)),
    !work.isNew && button(work.isPublished ? "Retirer du site" : "Remettre sur le site", publish),
    !work.isNew && button("Supprimer du site", () => removeText(work), { className: "grave" }),
    button(work.isNew ? "Effacer ce brouillon" : "Abandonner mes changements", giveUp, {
      className: "grave",
    }),
  ];
}

async function removeText(work) {
  const isSure = await ask(
    `Supprimer « ${work.title || work.name} » ?`,
    el(
      "p",
      {},
      "Le texte sera effacé du site, et les liens qui y mènent ne marcheront plus. Pour le cacher sans le perdre, choisissez plutôt « Retirer du site ».",
    ),
    "Supprimer",
    () => true,
    { isGrave: true, no: "Garder" },
  );
  if (!isSure) return;
  try {
    const [act] = await state.carrier.acts();
    if (!act) {
      await enter();
      return;
    }
    const told = await state.carrier.save({
      files: [],
      photos: [],
      delete: [{ name: work.name, base: work.base }],
      ...act[1],
    });
    state.leave = null;
    await done(work, told);
  } catch (error) {
    await ask("Le texte n'est pas supprimé", el("p", {}, error.message), "J'ai compris");
  }
}
