// The carrier of a site on this machine: it asks the local server. Another carrier has the same functions.

import { Refused, askJson, el } from "./dom.js";
import { leaveScreen, part, screenLeft } from "./screen.js";

const SILENT =
  "Le site ne répond pas. Votre texte est gardé ici : vérifiez que la commande tourne toujours, puis réessayez.";
const FORGOTTEN =
  "Cette page n'est plus reliée au site. Votre texte est gardé ici : choisissez « Réessayer » pour la relier.";

const FILE = "application/octet-stream";
const ENTRY = "entree"; // leads back here with a key that the site knows

export function openCarrier() {
  const key = /jeton=([^&]+)/.exec(location.hash)?.[1] ?? "";
  if (key) history.replaceState(null, "", screenLeft());

  const refusal = (status, told) =>
    new Refused(status === 401 ? FORGOTTEN : (told?.erreur ?? SILENT), status, told);
  const call = (path, body, type = "application/json") => {
    const headers = { "X-Jeton": key, ...(body && { "Content-Type": type }) };
    return askJson(`api/${path}`, { method: body ? "POST" : "GET", headers, body }, refusal);
  };
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
      leaveScreen(given);
      location.replace(ENTRY);
    },
  };
}
