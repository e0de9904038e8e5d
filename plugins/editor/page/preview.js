// The real page beside what is being written, or behind a tab on a narrow screen.

import { button, el } from "./dom.js";
import { trouble } from "./screen.js";

/** `{node, tabs, see, show(told), fail(error, retry), stop()}`. */
export function preview(origin) {
  const state = el("p.etat", "La page se montrera ici dès que vous aurez écrit.");
  // Of another origin: it can be a page with its own scripts, and reach nothing of this one.
  let frame = null;
  const node = el("section.apercu", { id: "apercu", "aria-label": "Aperçu de la page" }, state);
  const tell = (words, isThere = false) => {
    state.replaceChildren(words);
    state.hidden = !words;
    if (frame) frame.hidden = !isThere;
  };
  let place = 0;
  const choose = (isPage) => {
    if (isPage) place = scrollY;
    document.body.classList.toggle("voit-la-page", isPage);
    views.forEach((one, at) => one.setAttribute("aria-pressed", String(Boolean(at) === isPage)));
    scrollTo(0, isPage ? 0 : place);
  };
  const views = [button("Écrire", () => choose(false)), button("Voir la page", () => choose(true))];
  choose(false);
  const see = () => {
    choose(true);
    views[1].focus();
  };
  const change = (given) => {
    frame?.remove();
    node.append((frame = el("iframe", given)));
  };
  return {
    node,
    tabs: el("div.onglets", { role: "group", "aria-label": "Écrire ou voir la page" }, views),
    see: button("Voir la page", see, { className: "etroit" }),
    show({ address, messages, page }) {
      if (page) {
        // no site of drafts: a page that runs nothing
        tell("Aperçu approché : le site le mettra en page à sa façon.", true);
        if (!frame) change({ title: "Aperçu approché de la page", sandbox: "" });
        frame.srcdoc = page;
      } else if (address) {
        tell("", true);
        // The page of drafts renews itself; its frame changes for another address alone.
        const src = origin + address;
        const sandbox = "allow-scripts allow-same-origin";
        if (frame?.getAttribute("src") !== src)
          change({ title: "La page telle qu'elle sera", sandbox, src });
      } else if (messages.some((one) => one.severity === "error"))
        tell("La page se montrera dès que ce qui manque, ou ne va pas, sera corrigé.");
      else tell("Ce texte n'a pas de page pour l'instant.");
    },
    fail: (error, retry) => tell(trouble(error, retry)),
    stop: () => document.body.classList.remove("voit-la-page"),
  };
}
