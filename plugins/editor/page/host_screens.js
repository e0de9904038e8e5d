// The screens of a site over a Git host: signing in, and following what was sent.

import { MAIN, bullets, button, el, labelled, say } from "./dom.js";
import { hostCarrier } from "./host.js";
import { HOST } from "./host_table.js";
import { OFFLINE } from "./remote.js";
import { link, screenLeft, show } from "./screen.js";

const HELD =
  "Pour votre sécurité, on ne se connecte pas ici : cette page a été ouverte par une autre, qui pourrait la lire. Copiez son adresse dans un nouvel onglet.";

/** The carrier, with its screens. */
export function hostPart(config) {
  const carrier = hostCarrier(HOST, config);
  const { name } = HOST;
  /** Ask to sign in; `search` is what the host added when one comes back from it. */
  async function signing(search) {
    // A page that opened this one, or holds it, or stands between it and its host, could read what is typed.
    const worker = navigator.serviceWorker?.controller?.scriptURL;
    const isOurs = !worker || worker === new URL(OFFLINE, location).href;
    if (window.top !== window || window.opener || !isOurs) {
      show("Se connecter", el("p.souci", HELD));
      return;
    }
    const wrong = el("p.faute", { role: "alert" });
    const attempt = async (act) => {
      wrong.textContent = "";
      try {
        await act();
        say("Vous êtes connecté.");
        location.replace(screenLeft());
      } catch (error) {
        wrong.textContent =
          error.status === 401 && !search && !carrier.leaves
            ? "Ce jeton ne convient pas : vérifiez qu'il est entier, et qu'il n'a pas expiré."
            : error.message;
      }
    };
    if (search) {
      await attempt(() => carrier.resume(search));
      if (!wrong.textContent) return;
      search = "";
    }
    const title = `Se connecter à ${name}`;
    if (carrier.leaves) {
      show(
        title,
        wrong,
        el(
          "p",
          `${name} vous demandera votre accord, puis vous reviendrez ici. Ce que vous avez écrit est gardé.`,
        ),
        el(
          "p.gestes",
          button(`Continuer vers ${name}`, () => attempt(carrier.signIn), MAIN),
          link("Revenir", ""),
        ),
      );
      return;
    }
    const field = el("input", { type: "password", autocomplete: "off", spellcheck: false });
    const onsubmit = async (event) => {
      event.preventDefault();
      const token = field.value.trim();
      if (!token) wrong.textContent = "Collez le jeton.";
      else await attempt(() => carrier.signIn(token));
      field.value = "";
    };
    const href = config.hote + HOST.token(config.depot);
    const given = { href, target: "_blank", rel: "noopener noreferrer" };
    const way = [
      ["Ouvrez ", el("a", given, `la page des jetons de ${name} (nouvel onglet)`), "."],
      `Faites-en un pour «\u00a0${config.depot}\u00a0», avec ${HOST.rights}. ${HOST.wider ?? "Choisissez ce dépôt seul."}`,
      "Copiez-le, et collez-le ici. Cette page l'oublie quand on la ferme.",
    ];
    show(
      title,
      el(
        "form",
        { noValidate: true, onsubmit },
        el("p", `${name} vous reconnaît à un jeton : une suite de signes qui vaut mot de passe.`),
        bullets("ol", way),
        labelled("Jeton", field, { error: wrong }),
        el("p.gestes", el("button.principal", "Se connecter"), link("Revenir", "")),
      ),
    );
  }

  /** The ways to send a text, by one's rights: `[words, what save() is asked]`; none for who is not signed in. */
  async function acts() {
    if (!carrier.isSignedIn()) return [];
    const { publishes } = await carrier.rights();
    return [...(publishes ? [["Publier", {}]] : []), ["Proposer", { proposal: true }]];
  }

  /** What becomes of what was sent, told as it goes. */
  function ended(saved) {
    const list = el("ol.suivi", { "aria-live": "polite" });
    const tell = ({ step, words, address }) => {
      const href = address && new URL(address, config.site || location.href).href;
      list.append(
        el(
          "li",
          { className: step === "echoue" ? "faute" : step },
          words,
          href && " ",
          href && el("a", { href, target: "_blank", rel: "noopener" }, "Voir (nouvel onglet)"),
        ),
      );
    };
    const follow = () =>
      carrier.follow(saved, tell).catch((error) => {
        list.append(el("li.faute", `${error.message} Votre texte est bien parti.`));
      });
    follow();
    return list;
  }

  return { ...carrier, signing, acts, ended };
}
