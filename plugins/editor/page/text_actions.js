// What else can be done with a text: download it, hide it, delete it, give up what was changed.

import { button, notice, sure } from "./dom.js";
import { enter, forget, go, keep, part, state, toSaving } from "./screen.js";
import { download, withdraw } from "./sending.js";

const GRAVE = { className: "grave" };

const trying = (failed, act) => () => act().catch((error) => notice(failed, error.message));

/** What else can be done with a text. */
export function others(work) {
  const publish = () => {
    work.isPublished = !work.isPublished;
    keep(work);
    go(toSaving(work.id));
  };
  const giveUp = async () => {
    if (!(await sure("Effacer ce que vous avez écrit ?", "Votre brouillon sera perdu.", "Effacer")))
      return;
    withdraw(work);
    state.leave = null;
    await forget(work.id);
    go("");
  };
  const [hide, end] = [
    work.isPublished ? "Retirer du site" : "Remettre sur le site",
    work.isNew ? "Effacer ce brouillon" : "Abandonner mes changements",
  ];
  const rename = trying("L'adresse ne change pas", async () => {
    if (!(await (await part("envoi")).askName(work))) return;
    keep(work);
    go(toSaving(work.id));
  });
  return [
    work.canMove && button("Changer l'adresse", rename),
    button("Télécharger mon texte", () => download(work)),
    !work.isNew && button(hide, publish),
    !work.isNew && button("Supprimer du site", () => removeText(work), GRAVE),
    button(end, giveUp, GRAVE),
  ];
}

async function removeText(work) {
  const words =
    "Le texte sera effacé du site, et les liens qui y mènent ne marcheront plus. Pour le cacher sans le perdre, choisissez plutôt « Retirer du site ».";
  if (!(await sure(`Supprimer « ${work.title || work.name} » ?`, words, "Supprimer"))) return;
  const remove = async () => {
    const [act] = await state.carrier.acts();
    if (!act) return enter();
    const files = [{ name: work.name, text: null, base: work.base }];
    const told = await state.carrier.save({ files, ...act[1] });
    state.leave = null;
    return (await part("envoi")).done(work, told);
  };
  await trying("Le texte n'est pas supprimé", remove)();
}
