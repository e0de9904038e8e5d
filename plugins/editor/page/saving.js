// The screens of a text's way into the site: what will change, what is done.

import { changes, dateChange } from "./changes.js";
import { describing } from "./describing.js";
import { button, el, say } from "./dom.js";
import {
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
import { download, inLabels, open, send } from "./sending.js";

const toField = (work, words, key) =>
  link(words, toText(work.id), {
    onclick: () => {
      work.goTo = key;
    },
  });

export async function saving(id) {
  const work = await open(id);
  const place = el("div", {});
  work.isAsked = true;
  show(
    "Vérifier et enregistrer",
    place,
    el("p", {}, link("Revenir au texte", toText(id), { className: "retour" })),
  );
  await keep(work);
  const put = (...nodes) => place.replaceChildren(...nodes.filter(Boolean));
  const draw = async () => {
    const { missing, unsaid } = work;
    if (missing.length)
      return put(
        el("p", {}, "Il manque encore :"),
        el(
          "ul",
          { className: "manque" },
          missing.map((one) => el("li", {}, toField(work, one.label, one.key))),
        ),
      );
    dateChange(work);
    if (!work.isChanged) return put(el("p", {}, "Rien n'a changé : il n'y a rien à enregistrer."));
    if (unsaid.length)
      return put(
        describing(work, unsaid, () => {
          keep(work);
          draw().then(refocus);
        }),
      );
    put(el("p", { className: "etat", role: "status" }, "Vérification…"));
    try {
      const { messages } = await send(work);
      const told = await state.carrier.check(work.path);
      return put(
        ...judged(work, [...messages, ...told.messages], draw, await state.carrier.acts()),
      );
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
  const once = [
    ...new Map(messages.map((one) => [`${one.name} ${one.key} ${one.message}`, one])).values(),
  ];
  const line = (one) => {
    const field = one.name === work.path && work.about(one);
    const words = `${field ? `${field.label} : ` : one.name === work.path ? "" : `${one.name} : `}${inLabels(work, one)}`;
    return el("li", {}, field ? toField(work, words, field.key) : words);
  };
  const [errors, warnings] = ["error", "warning"].map((severity) =>
    once.filter((one) => one.severity === severity),
  );
  const status = el("div", { role: "status" });
  const act = ([words, asked], at) =>
    button(
      words,
      async ({ currentTarget: pressed }) => {
        pressed.disabled = true;
        status.replaceChildren("Enregistrement…");
        try {
          await save(work, asked);
        } catch (error) {
          pressed.disabled = false;
          status.replaceChildren(
            el("p", { className: "faute" }, error.message),
            (error.status === 401 && button("Se connecter", enter)) || "",
          );
          if (error.status === 409) {
            work.other = error.answer;
            go(`versions/${encodeURIComponent(work.id)}`);
          }
        }
      },
      { className: at ? "" : "principal" },
    );
  const send = acts.length
    ? acts.map(act)
    : button("Se connecter pour envoyer", enter, { className: "principal" });
  say(errors.length ? "Il y a quelque chose à corriger." : "Tout est prêt à être enregistré.");
  return [
    el("h2", {}, "Ce qui va changer"),
    el(
      "ul",
      {},
      changes(work).map((one) => el("li", {}, one)),
    ),
    work.twin &&
      el(
        "div",
        { className: "souci" },
        el("p", {}, "Le site a déjà un texte de ce titre, à cette date : est-ce le même ?"),
        el("p", {}, link(`Ouvrir « ${work.twin.title} »`, toText(work.twin.name))),
      ),
    errors.length > 0 &&
      el(
        "div",
        { className: "souci" },
        el("h2", {}, "À corriger avant d'enregistrer"),
        el("ul", {}, errors.map(line)),
      ),
    warnings.length > 0 &&
      el(
        "div",
        { className: "note" },
        el("h2", {}, "À regarder, si vous voulez"),
        el("ul", {}, warnings.map(line)),
      ),
    el(
      "div",
      { className: "gestes" },
      errors.length ? button("Vérifier à nouveau", again, { className: "principal" }) : send,
      state.carrier.screens?.colis &&
        link("Envoyer sans compte", `colis/${encodeURIComponent(work.id)}`),
      status,
    ),
  ];
}

/** Write it in the site; the draft goes once that is certain. */
async function save(work, more) {
  const { path: name, text, base } = work;
  let file;
  let told = {};
  try {
    told = await state.carrier.save({
      files: [{ name, text, base }],
      photos: work.usedPhotos.map((one) => one.name),
      delete: [],
      ...more,
    });
    [file] = told.files;
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
  let listed = state.site.fichiers.find((one) => one.name === name);
  // A published site learns of it later.
  if (name && !listed)
    state.site.fichiers.push(
      (listed = { name, kind: work.kind.kind, title: work.title, published: true }),
    );
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
  show(
    title,
    ended,
    el(
      "ul",
      { className: "choix second" },
      address &&
        el(
          "li",
          {},
          el(
            "a",
            {
              href: (state.site.site ?? state.site.drafts) + address,
              target: "_blank",
              rel: "noopener",
            },
            "Voir la page (nouvel onglet)",
          ),
        ),
      name && el("li", {}, link("Continuer ce texte", toText(name))),
      el("li", {}, link("Écrire autre chose", "")),
    ),
  );
}
