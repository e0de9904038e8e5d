// The real page beside what is being written, or behind a tab on a narrow screen.

import { button, el } from "./dom.js";
import { trouble } from "./screen.js";

/** `{node, tabs, see, show(told), fail(error, retry), stop()}`. */
export function preview(origin) {
  const state = el("p", { className: "etat" }, "La page se montrera ici dès que vous aurez écrit.");
  // Of another origin: it can be a page with its own scripts, and reach nothing of this one.
  let frame = null;
  const node = el(
    "section",
    { className: "apercu", id: "apercu", "aria-label": "Aperçu de la page" },
    state,
  );
  const tell = (words, isThere, ...more) => {
    state.replaceChildren(words, ...more);
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
  return {
    node,
    tabs: el(
      "div",
      { className: "onglets", role: "group", "aria-label": "Écrire ou voir la page" },
      views,
    ),
    see: button(
      "Voir la page",
      () => {
        choose(true);
        views[1].focus();
      },
      { className: "etroit" },
    ),
    show({ address, messages, page }) {
      if (page) {
        // no site of drafts: a page that runs nothing
        tell("Aperçu approché : le site le mettra en page à sa façon.", true);
        if (!frame)
          node.append((frame = el("iframe", { title: "Aperçu approché de la page", sandbox: "" })));
        frame.srcdoc = page;
        return;
      }
      if (!address) {
        const isWrong = messages.some((one) => one.severity === "error");
        tell(
          isWrong
            ? "La page se montrera dès que ce qui manque, ou ne va pas, sera corrigé."
            : "Ce texte n'a pas de page pour l'instant.",
          false,
        );
        return;
      }
      tell("", true);
      // The page of drafts renews itself; its frame changes for another address alone.
      if (frame?.dataset.address === address) return;
      frame?.remove();
      frame = el("iframe", {
        title: "La page telle qu'elle sera",
        sandbox: "allow-scripts allow-same-origin",
        src: origin + address,
      });
      frame.dataset.address = address;
      node.append(frame);
    },
    fail(error, retry) {
      tell(" ", false, trouble(error, retry));
    },
    stop() {
      document.body.classList.remove("voit-la-page");
    },
  };
}
