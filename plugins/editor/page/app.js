// The page of `/ecrire/`: its screens, one at a time, each at an address of its own (`#/corriger`).

import { bullets, button, el, labelled, plain, say, search, sure } from "./dom.js";
import { openCarrier } from "./local.js";
import {
  allDrafts,
  enter,
  forget,
  keep,
  kindOf,
  part,
  link,
  refocus,
  refreshSite,
  show,
  state,
  toText,
  trouble,
  when,
} from "./screen.js";

const AT_ONCE = 50; // texts in a list

async function home() {
  const { length } = await allDrafts();
  show(
    "Que voulez‑vous écrire ?",
    bullets(
      "ul.choix",
      state.site.formes.kinds.map((one) => link(one.label, `nouveau/${one.kind}`)),
    ),
    el("h2", "Ou reprendre"),
    bullets(
      "ul.choix.second",
      link("Corriger un texte du site", "corriger"),
      link(`Mes brouillons${length ? ` (${length})` : ""}`, "brouillons"),
      state.carrier.screens?.relire && link("Relire un colis reçu", "relire"),
    ),
  );
}

async function draftsList() {
  const kept = await allDrafts();
  const remove = async (one, title, line) => {
    const rest = one.id.startsWith("nouveau-") ? "" : " Le texte du site, lui, ne change pas.";
    if (!(await sure("Effacer ce brouillon ?", `« ${title} » sera perdu.${rest}`, "Effacer")))
      return;
    await forget(one.id);
    line.remove();
    say("Brouillon effacé.");
    refocus();
  };
  const lineOf = (one) => {
    const title = one.title || "Sans titre";
    const line = el(
      "li",
      link(title, toText(one.id)),
      el("span.detail", `${kindOf(one.kind).one}, ${when(one.date)}`),
      button("Effacer", () => remove(one, title, line), { "aria-label": `Effacer ${title}` }),
    );
    return line;
  };
  const words = kept.length
    ? "Gardés par ce navigateur, sur cet appareil, jusqu'à leur enregistrement."
    : "Il n'y a pas de brouillon. Ce que vous commencez à écrire se garde ici, tout seul.";
  show("Mes brouillons", el("p", words), el("ul.liste", kept.map(lineOf)));
}

function corrections() {
  let all;
  let most = AT_ONCE;
  const list = () => {
    all = state.site.fichiers
      .map((one) => ({ ...one, said: kindOf(one.kind).one }))
      .map((one) => ({ ...one, plain: plain(`${one.title} ${one.said} ${one.name}`) }))
      .sort(
        (one, other) =>
          (other.date ?? "").localeCompare(one.date ?? "") ||
          one.title.localeCompare(other.title, "fr"),
      );
    draw();
  };
  const renew = () => {
    most = AT_ONCE;
    draw();
  };
  const asked = el("input", { type: "search", autocomplete: "off", oninput: renew });
  const kinds = el(
    "select",
    { onchange: renew },
    el("option", { value: "" }, "Tous les textes"),
    state.site.formes.kinds.map(({ kind, one }) => el("option", { value: kind }, one)),
  );
  const found = el("ul.liste");
  const count = el("p.etat", { role: "status" });
  const more = button("Montrer la suite", () => {
    const at = most;
    most += 2 * AT_ONCE;
    draw();
    found.children[at].querySelector("a").focus();
  });
  const lineOf = ({ said, title, name, date, published }) => {
    const day = date?.slice(0, 10).split("-").reverse().join("/");
    const words = [said, day, !published && "retiré du site"].filter(Boolean).join(", ");
    return el("li", link(title, toText(name)), el("span.detail", words));
  };
  const draw = () => {
    const fit = search(all, asked.value).filter((one) => !kinds.value || one.kind === kinds.value);
    found.replaceChildren(...fit.slice(0, most).map(lineOf));
    const words = ["Aucun texte ne contient ces mots.", "Un texte"][fit.length];
    count.textContent = words ?? `${fit.length} textes`;
    more.hidden = fit.length <= most;
  };
  list();
  show(
    "Corriger un texte",
    el("div.recherche", labelled("Chercher par le titre", asked), labelled("Sorte", kinds)),
    count,
    found,
    more,
  );
  // What is known is shown at once; then what others have changed since.
  const { fichiers } = state.site;
  refreshSite().then(
    () => JSON.stringify(state.site.fichiers) === JSON.stringify(fichiers) || list(),
    () => {},
  );
}

// The rest comes with the first text that is opened, or saved.
const rest = (script, name) => async (id) => (await part(script))[name](id);
const SCREENS = {
  "": home,
  corriger: corrections,
  brouillons: draftsList,
  texte: rest("texte", "writing"),
  enregistrer: rest("envoi", "saving"),
  versions: rest("envoi", "versions"),
  fait: rest("envoi", "finished"),
  connexion: () => (state.carrier.signIn ?? home)(),
};

async function route() {
  const [name = "", id = ""] = location.hash.replace(/^#\/?/, "").split("/");
  state.leave?.();
  state.leave = null;
  if (name === "nouveau") {
    location.replace(`#/${toText(`nouveau-${id}-${Date.now().toString(36)}`)}`);
    return;
  }
  try {
    if (!state.site) await refreshSite();
    await (SCREENS[name] ?? state.carrier.screens?.[name] ?? home)(decodeURIComponent(id));
  } catch (error) {
    if (error.status === 401 && state.carrier.signIn) {
      enter();
      return;
    }
    show(
      "Un instant",
      trouble(error, route),
      el("p", "Ce que vous avez écrit reste gardé par ce navigateur."),
    );
    throw error;
  }
}

state.carrier = openCarrier();
addEventListener("hashchange", route);
// A file that is dropped beside its place would take that of this page.
for (const name of ["dragover", "drop"])
  addEventListener(name, (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
addEventListener("beforeunload", (event) => {
  const waiting = [...state.works.values()].filter(
    (one) => one.isChanged && (one.timer || state.isRefused),
  );
  waiting.forEach(keep);
  if (waiting.length) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) state.works.forEach((one) => one.timer && keep(one));
});
if (state.carrier.comesBack?.()) history.replaceState(null, "", "#/connexion");
if (state.carrier.isIn()) route().catch(() => {});
else enter();
