// The screens of a text's way into the site: what will change, what is done.

import { changes, dateChange } from "./changes.js";
import { describing } from "./describing.js";
import { MAIN, bullets, button, el, notice, say } from "./dom.js";
import { forgetDraft } from "./drafts.js";
import {
  back,
  enter,
  forget,
  go,
  keep,
  link,
  refocus,
  refreshSite,
  show,
  state,
  toText,
  trouble,
} from "./screen.js";
import { askName, giveName, isOutdated } from "./renaming.js";
import { download, inLabels, open, send, writtenWith } from "./sending.js";

const toField = (work, words, key) =>
  link(words, toText(work.id), { onclick: () => (work.goTo = key) });

export async function saving(id) {
  const work = await open(id);
  const place = el("div");
  work.isAsked = true;
  show("Vérifier et enregistrer", place, back(id));
  await work.adding;
  await keep(work);
  const put = (...nodes) => place.replaceChildren(...nodes.filter(Boolean));
  const draw = async () => {
    const { missing, unsaid } = work;
    if (missing.length) {
      const links = missing.map((one) => toField(work, one.label, one.key));
      return put(el("p", "Il manque encore :"), bullets("ul.manque", links));
    }
    dateChange(work);
    if (!work.isChanged) return put(el("p", "Rien n'a changé : il n'y a rien à enregistrer."));
    const next = () => {
      keep(work);
      draw().then(refocus);
    };
    if (unsaid.length) return put(describing(work, unsaid, next));
    put(el("p.etat", { role: "status" }, "Vérification…"));
    try {
      const { messages } = await send(work);
      const told = await state.carrier.check(work.path);
      const acts = await state.carrier.acts();
      return put(...judged(work, [...messages, ...told.messages], draw, acts));
    } catch (error) {
      return put(
        trouble(error, draw),
        button("Télécharger mon texte", () => download(work)),
      );
    }
  };
  await draw();
}

/** What will change, what the site says of it, and the button that saves. */
function judged(work, messages, again, acts) {
  const once = new Map(messages.map((one) => [`${one.name} ${one.key} ${one.message}`, one]));
  const line = (one) => {
    const field = one.name === work.path && work.about(one);
    const about = field ? field.label : one.name === work.path ? "" : one.name;
    const words = `${about && `${about} : `}${inLabels(work, one)}`;
    return field ? toField(work, words, field.key) : words;
  };
  const [errors, warnings] = ["error", "warning"].map((severity) =>
    [...once.values()].filter((one) => one.severity === severity).map(line),
  );
  const status = el("div", { role: "status" });
  const press = async (asked, pressed) => {
    pressed.disabled = true;
    status.replaceChildren("Enregistrement…");
    try {
      await save(work, asked);
    } catch (error) {
      pressed.disabled = false;
      const enters = error.status === 401 ? [button("Se connecter", enter)] : [];
      const { name } = work.moved && error.status === 409 ? error.answer : work;
      const words = name === work.name ? error.message : name === work.moved ? TAKEN : LINKED;
      status.replaceChildren(el("p.faute", words), ...enters);
      if (error.status !== 409) return;
      work.beside = null; // texts that lead here are read again
      if (work.told) work.told.text = null;
      if (work.isNew) {
        // Its own file gets another name.
        const { path, title, kind, day: date } = work;
        state.site.fichiers.push({ name: path, title, kind: kind.kind, date, published: true });
        await notice(
          "Ce texte existe déjà",
          "Un autre vient de prendre ce titre. Rien n'est écrasé.",
        );
        again().then(refocus);
      } else if (name === work.name) {
        work.other = error.answer;
        go(`versions/${encodeURIComponent(work.id)}`);
      } else if (name === work.moved)
        status.append(el("p.gestes", renaming("Choisir une autre adresse", work, again)));
    }
  };
  const send = acts.map(([words, asked], at) =>
    button(words, ({ currentTarget }) => press(asked, currentTarget), at ? {} : MAIN),
  );
  if (!send.length) send.push(button("Se connecter pour envoyer", enter, MAIN));
  say(errors.length ? "Il y a quelque chose à corriger." : "Tout est prêt à être enregistré.");
  return [
    el("h2", "Ce qui va changer"),
    bullets("ul", changes(work)),
    isOutdated(work) &&
      el(
        "div.note",
        el("p", "L'adresse de la page, elle, ne change pas : les liens vers elle restent bons."),
        el("p", renaming("Changer aussi l'adresse", work, again)),
      ),
    work.moved &&
      el(
        "p.gestes",
        button("Garder l'ancienne adresse", () => stay(work, again)),
      ),
    work.twin &&
      el(
        "div.souci",
        el("p", "Le site a déjà un texte de ce titre, à cette date : est-ce le même ?"),
        el("p", link(`Ouvrir « ${work.twin.title} »`, toText(work.twin.name))),
      ),
    errors.length &&
      el("div.souci", el("h2", "À corriger avant d'enregistrer"), bullets("ul", errors)),
    warnings.length &&
      el("div.note", el("h2", "À regarder, si vous voulez"), bullets("ul", warnings)),
    el(
      "div.gestes",
      errors.length ? button("Vérifier à nouveau", again, MAIN) : send,
      state.carrier.screens?.colis &&
        !work.moved &&
        link("Envoyer sans compte", `colis/${encodeURIComponent(work.id)}`),
      status,
    ),
  ];
}

const TAKEN = "Un autre texte vient de prendre cette adresse. Rien n'est écrasé.";
const LINKED = "Un texte qui a un lien vers celui-ci vient de changer : enregistrez à nouveau.";
const renaming = (words, work, again) =>
  button(words, async () => {
    if (!(await askName(work))) return;
    await keep(work);
    again().then(refocus);
  });

async function stay(work, again) {
  giveName(work, work.name);
  await (work.isChanged ? keep(work) : forgetDraft(work.id).catch(() => {}));
  again().then(refocus);
}

/** Write it in the site; the draft goes once that is certain. */
async function save(work, more) {
  const { path: name, text } = work;
  let file;
  let told = {};
  try {
    told = await state.carrier.save({ ...(await writtenWith(work)), ...more });
    file = told.files.find((one) => one.name === name) ?? told.files[0];
  } catch (error) {
    // The answer to an earlier try was lost on its way: what is there is what was sent.
    if (error.status !== 409 || error.answer.text !== text) throw error;
    file = error.answer;
  }
  await done(work, told, name, file.address);
}

/** Forget the draft of what is done, and say so. */
export async function done(work, told, name, address) {
  await forget(work.id);
  await refreshSite().catch(() => {});
  if (name && work.moved) {
    const others = state.site.fichiers.filter((one) => one.name !== work.name);
    state.site.fichiers = others; // of a published site, too
  }
  let listed = state.site.fichiers.find((one) => one.name === name);
  if (name && !listed) {
    // A published site learns of it later.
    listed = { name, kind: work.kind.kind, title: work.title, published: true };
    state.site.fichiers.push(listed);
  }
  const title = told.commit ? "C'est envoyé" : name ? "C'est enregistré" : "Le texte est supprimé";
  state.finished = {
    title,
    name: told.proposal ? null : name,
    address: told.commit ? null : (address ?? listed?.address),
    ended: await state.carrier.ended(told),
  };
  location.replace("#/fait");
}

export function finished() {
  const { title, address, name, ended } = state.finished ?? {};
  if (!title) {
    location.replace("#/");
    return;
  }
  const href = (state.site.site ?? state.site.drafts) + address;
  show(
    title,
    ended,
    bullets(
      "ul.choix.second",
      address &&
        el("a", { href, target: "_blank", rel: "noopener" }, "Voir la page (nouvel onglet)"),
      name && link("Continuer ce texte", toText(name)),
      link("Écrire autre chose", ""),
    ),
  );
}
