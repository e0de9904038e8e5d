// The page of `/ecrire/`: its screens, one at a time, each at an address of its own (`#/corriger`).

import { ask, button, el, labelled, plain, say, search } from "./dom.js";
import { openCarrier } from "./local.js";
import {
  NAMES,
  allDrafts,
  enter,
  forget,
  keep,
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
  const kept = await allDrafts();
  show(
    "Que voulez‑vous écrire ?",
    el(
      "ul",
      { className: "choix" },
      state.site.formes.kinds.map((one) => el("li", {}, link(one.label, `nouveau/${one.kind}`))),
    ),
    el("h2", {}, "Ou reprendre"),
    el(
      "ul",
      { className: "choix second" },
      el("li", {}, link("Corriger un texte du site", "corriger")),
      el(
        "li",
        {},
        link(kept.length ? `Mes brouillons (${kept.length})` : "Mes brouillons", "brouillons"),
      ),
      state.carrier.screens?.relire && el("li", {}, link("Relire un colis reçu", "relire")),
    ),
  );
}

async function draftsList() {
  const kept = await allDrafts();
  const remove = async (one, title, line) => {
    const isOfSite = !one.id.startsWith("nouveau-");
    if (
      !(await ask(
        "Effacer ce brouillon ?",
        el(
          "p",
          {},
          `« ${title} » sera perdu.${isOfSite ? " Le texte du site, lui, ne change pas." : ""}`,
        ),
        "Effacer",
        () => true,
        { isGrave: true, no: "Garder" },
      ))
    )
      return;
    await forget(one.id);
    line.remove();
    say("Brouillon effacé.");
    refocus();
  };
  show(
    "Mes brouillons",
    el(
      "p",
      {},
      kept.length
        ? "Gardés par ce navigateur, sur cet appareil, jusqu'à leur enregistrement."
        : "Il n'y a pas de brouillon. Ce que vous commencez à écrire se garde ici, tout seul.",
    ),
    el(
      "ul",
      { className: "liste" },
      kept.map((one) => {
        const title = one.title || "Sans titre";
        const line = el(
          "li",
          {},
          link(title, toText(one.id)),
          el("span", { className: "detail" }, `${NAMES[one.kind]}, ${when(one.date)}`),
          button("Effacer", () => remove(one, title, line), { "aria-label": `Effacer ${title}` }),
        );
        return line;
      }),
    ),
  );
}

function corrections() {
  let items;
  const list = () => {
    items = state.site.fichiers
      .map((one) => ({ ...one, plain: plain(`${one.title} ${NAMES[one.kind]} ${one.name}`) }))
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
    Object.entries(NAMES).map(([value, words]) => el("option", { value }, words)),
  );
  const found = el("ul", { className: "liste" });
  const count = el("p", { className: "etat", role: "status" });
  const more = button("Montrer la suite", () => {
    const at = most;
    most += 2 * AT_ONCE;
    draw();
    found.children[at].querySelector("a").focus();
  });
  let most = AT_ONCE;
  const draw = () => {
    const fit = search(items, asked.value, (one) => one.plain).filter(
      (one) => !kinds.value || one.kind === kinds.value,
    );
    found.replaceChildren(
      ...fit
        .slice(0, most)
        .map((one) =>
          el(
            "li",
            {},
            link(one.title, toText(one.name)),
            el(
              "span",
              { className: "detail" },
              [
                NAMES[one.kind],
                one.date?.slice(0, 10).split("-").reverse().join("/"),
                !one.published && "retiré du site",
              ]
                .filter(Boolean)
                .join(", "),
            ),
          ),
        ),
    );
    count.textContent =
      fit.length > 1
        ? `${fit.length} textes`
        : fit.length
          ? "Un texte"
          : "Aucun texte ne contient ces mots.";
    more.hidden = fit.length <= most;
  };
  list();
  show(
    "Corriger un texte",
    el(
      "div",
      { className: "recherche" },
      labelled("Chercher par le titre", asked),
      labelled("Sorte", kinds),
    ),
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

// The rest comes with the first text that is opened.
const rest = (name) => async (id) => (await part("texte"))[name](id);
const SCREENS = {
  "": home,
  corriger: corrections,
  brouillons: draftsList,
  texte: rest("writing"),
  enregistrer: rest("saving"),
  versions: rest("versions"),
  fait: rest("finished"),
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
      el("p", {}, "Ce que vous avez écrit reste gardé par ce navigateur."),
    );
    throw error;
  }
}

state.carrier = openCarrier();
addEventListener("hashchange", route);
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
