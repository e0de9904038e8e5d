// The screen where a text is written: its form, its text, the real page beside.

import { bodyEditor } from "./body.js";
import { MAIN, el, labelled, move } from "./dom.js";
import { form } from "./form.js";
import { preview } from "./preview.js";
import { go, keep, link, part, show, state, toSaving, when } from "./screen.js";
import { inLabels, open, send, sendPhoto, withdraw } from "./sending.js";
import { others } from "./text_actions.js";
import { TEXT, UNIVERSE } from "./work.js";

const PAUSE = 600; // ms without a key before a draft is kept

export async function writing(id) {
  const work = await open(id);
  const { kind } = work;
  for (const other of state.works.values()) if (other !== work) withdraw(other);
  const status = el("p.etat", { role: "status" });
  const shown = preview(state.site.drafts);
  let isBusy = false;
  let isAsked = false;
  let isOver = false;

  const update = async () => {
    isAsked = isBusy;
    if (isBusy || isOver) return;
    isBusy = true;
    try {
      shown.show(await send(work));
      move(tell);
    } catch (error) {
      shown.fail(error, update);
    }
    isBusy = false;
    if (isAsked) update();
  };
  const changed = () => {
    status.textContent = "";
    clearTimeout(work.timer);
    work.timer = setTimeout(async () => {
      await keep(work);
      part("envoi").catch(() => {}); // what comes next is there before it is asked for
      status.textContent = state.isRefused
        ? "Ce navigateur ne garde pas les brouillons."
        : "Brouillon gardé.";
      if (work.isChanged || work.told) update();
    }, PAUSE);
  };
  /** Faults of what was filled in; of what is missing only once saving was asked for. */
  const tell = () => {
    const missing = new Set(work.missing.map((one) => one.key));
    const told = new Map();
    for (const one of work.told?.messages ?? []) {
      const field = one.name === work.told.path && work.about(one);
      if (field === TEXT && one.severity !== "error") continue;
      if (field && !told.has(field.key) && !missing.has(field.key))
        told.set(field.key, inLabels(work, one));
    }
    if (work.isAsked)
      for (const one of work.missing) told.set(one.key, `Remplissez « ${one.label} ».`);
    made.tell(told);
    editor.tell(told.get(TEXT.key) ?? "");
  };
  const add = async (file, made) => {
    const photo = work.addPhoto(await (await part("fichiers"))[made](file), file.name);
    await sendPhoto(work, photo).catch((error) => {
      if (!error.status) return; // without an answer, it waits
      work.photos = work.photos.filter((one) => one !== photo);
      throw error;
    });
    changed();
    return { name: photo.name, size: photo.blob.size };
  };
  const addFile = (file, made) => {
    const adding = add(file, made);
    work.adding = adding.catch(() => {}); // saving waits for it
    return adding;
  };
  const imageOf = (name) => work.imageOf(name);
  const values = {
    get: (field) => work.get(field),
    set: (field, value) => {
      if (!work.set(field, value))
        made.tell(new Map([[field.key, "Cela ne peut pas s'écrire d'ici dans ce champ."]]));
      changed();
    },
    touch: () => move(tell),
    refresh: () => made?.refresh(),
    addFile,
    imageOf,
    taken: (field) => work.taken(field),
    fromOneDate: () => work.takeOneDate(),
    toOneDate: (item) => {
      for (const [key, value] of Object.entries(item)) work.set(work.field(key), value);
      rebuild();
      changed();
      made.focus("debut");
    },
  };
  let made = form(kind.fields, values, state.site);
  const rebuild = () => {
    const { node, details } = made;
    made = form(kind.fields, values, state.site);
    node.replaceWith(made.node);
    if (details) details.replaceWith(made.details);
    tell();
  };
  const editor = bodyEditor(work.doc.body, kind.prompt, state.site, {
    changed: (text) => {
      work.doc.body = text;
      changed();
    },
    addFile,
    imageOf,
  });
  work.renamed = () => {
    editor.renew(work.doc.body);
    made.refresh();
  };
  const write = el(
    "div.ecriture",
    work.isResumed && el("p.note", `Vous reprenez votre brouillon de ${when(work.date)}.`),
    !work.isPublished && el("p.note", "Ce texte est retiré du site."),
    // Above what answers that come later make longer: it never moves under a finger.
    el("details.plus", el("summary", "Autres actions"), el("div.gestes", others(work))),
    universeOf(work, changed),
    work.doc.isOdd
      ? el(
          "p.note",
          "Le haut de ce fichier est écrit d'une façon que cette page ne sait pas changer : elle le laisse tel quel. Seul le texte se corrige ici.",
        )
      : made.node,
    editor.node,
    !work.doc.isOdd && made.details,
    el(
      "div.gestes",
      link("Vérifier et enregistrer", toSaving(id), { className: "principal" }),
      shown.see,
      status,
    ),
  );
  write.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
    event.preventDefault();
    go(toSaving(id));
  });
  state.leave = () => {
    isOver = true;
    if (work.timer) keep(work);
    shown.stop();
  };
  show(
    work.isNew ? kind.label : `Corriger « ${work.title || work.name} »`,
    shown.tabs,
    el("div.atelier", write, shown.node),
  );
  tell();
  if (work.goTo) made.focus(work.goTo);
  document.getElementById(work.goTo)?.focus();
  work.goTo = null;
  if (work.isChanged || !work.isNew) update();
}

/** A new actor is in a universe: its folder. */
function universeOf(work, changed) {
  const known = Object.entries(work.universes);
  if (!known.length) return null;
  if (known.length > 1) known.unshift(["", "À choisir"]);
  const onchange = () => {
    work.universe = control.value;
    changed();
  };
  const options = known.map(([value, words]) =>
    el("option", { value, selected: value === work.universe }, words),
  );
  const control = el("select", { id: UNIVERSE.key, onchange }, options);
  work.universe ||= control.value;
  return labelled(UNIVERSE.label, control);
}
