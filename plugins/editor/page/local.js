// The carrier of a site on this machine: it asks the local server. Another carrier has the same functions.

import { Refused, el } from "./dom.js";
import { part } from "./screen.js";

const SILENT =
  "Le site ne répond pas. Votre texte est gardé ici : vérifiez que la commande tourne toujours, puis réessayez.";
const FORGOTTEN =
  "Cette page n'est plus reliée au site. Votre texte est gardé ici : choisissez « Réessayer » pour la relier.";

const FILE = "application/octet-stream";
const ENTRY = "entree"; // leads back here with a key that the site knows

const SCREEN = "ecran";
/** What a browser keeps from one page to the next; some keep nothing, and the first screen comes then. */
function inSession(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

export function openCarrier() {
  const key = /jeton=([^&]+)/.exec(location.hash)?.[1] ?? "";
  const screen = inSession((kept) => kept.getItem(SCREEN)) ?? "#/";
  inSession((kept) => kept.removeItem(SCREEN));
  if (key) history.replaceState(null, "", screen);

  async function call(path, body, type = "application/json") {
    const headers = { "X-Jeton": key, ...(body && { "Content-Type": type }) };
    let answer;
    let told;
    try {
      answer = await fetch(`api/${path}`, {
        method: body ? "POST" : "GET",
        headers,
        body,
        cache: "no-store",
      });
      told = await answer.json();
    } catch {
      throw new Refused(SILENT, answer?.ok === false ? answer.status : 0);
    }
    if (answer.status === 401) throw new Refused(FORGOTTEN, 401);
    if (!answer.ok) throw new Refused(told.erreur ?? SILENT, answer.status, told);
    return told;
  }
  const send = (path, given) => call(path, JSON.stringify(given));
  return {
    site: () => call("site"),
    file: (name) => call(`file?name=${encodeURIComponent(name)}`),
    draft: (asked) => send("draft", asked),
    check: (name) => send("check", { name }),
    photo: (name, blob) => call(`photo?name=${encodeURIComponent(name)}`, blob, FILE),
    save: (asked) => send("save", asked),
    parcel: (file) => call("parcel", file, FILE),
    screens: { relire: async () => (await part("review")).reviewing() },
    acts: async () => [["Enregistrer", {}]],
    ended: async () =>
      el(
        "p",
        "Le dossier du site est à jour sur cet ordinateur. Le changement sera en ligne à la prochaine publication.",
      ),
    isIn: () => Boolean(key),
    /** Come in again by the way that gives the key, to the same screen. */
    enter(given) {
      inSession((kept) => kept.setItem(SCREEN, given));
      location.replace(ENTRY);
    },
  };
}
