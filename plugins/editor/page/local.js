// The carrier of a site on this machine: it asks the local server. Another carrier has the same functions.

/** What went wrong, in French; `status` is 0 when nothing answered. */
export class Refused extends Error {
  constructor(message, status, answer = {}) {
    super(message);
    Object.assign(this, { status, answer });
  }
}

const SILENT = "Le site ne répond pas. Votre texte est gardé ici : vérifiez que la commande tourne toujours, puis réessayez.";
const FORGOTTEN = "Cette page n'est plus reliée au site. Votre texte est gardé ici : choisissez « Réessayer » pour la relier.";

/** The address that leads back here with a key that the site knows. */
export const ENTRY = "entree";

export function localCarrier(key) {
  async function call(path, body, type = "application/json") {
    const headers = { "X-Jeton": key, ...(body && { "Content-Type": type }) };
    let answer;
    let told;
    try {
      answer = await fetch(`api/${path}`, { method: body ? "POST" : "GET", headers, body, cache: "no-store" });
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
    draft: (name, text, photos) => send("draft", { name, text, photos }),
    check: (name) => send("check", { name }),
    photo: (name, blob) => call(`photo?name=${encodeURIComponent(name.replace(/^images\//, ""))}`, blob, blob.type),
    save: (asked) => send("save", asked),
  };
}
