// What is asked of a Git host, with the token of who signed in, and what is said of its refusals.

import { Refused, askJson } from "./dom.js";

// What is said when a host refuses, by status; 0 when nothing answers. Its name comes first.
export const KEPT = "Votre texte est gardé ici.";
const WHO = "voyez avec les personnes qui publient le site.";
const WORDS = {
  0: `ne répond pas : le réseau manque peut-être. ${KEPT} Réessayez plus tard.`,
  401: `ne vous reconnaît pas, ou plus. ${KEPT} Connectez-vous.`,
  403: `ne vous en donne pas le droit. ${KEPT} Pour l'avoir, ${WHO}`,
  404: `ne trouve pas le dossier du site, ou ne vous le montre pas. ${KEPT} Pour le voir, ${WHO}`,
  413: `trouve cet envoi trop lourd. ${KEPT} Retirez une photo, puis réessayez.`,
  429: `demande d'attendre un peu. ${KEPT} Réessayez dans quelques minutes.`,
  500: `est en panne pour l'instant. ${KEPT} Réessayez plus tard.`,
};
const REFUSED = `a refusé cet envoi. ${KEPT} Réessayez ; si cela continue, ${WHO}`;

/** One person's way to a host: `{ask, refusal, token, me}`; the token is here alone, never kept. */
export function requestsTo(table, root) {
  const session = { token: "", me: "", refusal, ask };

  function refusal(status, answer) {
    return new Refused(`${table.name} ${WORDS[Math.min(status, 500)] ?? REFUSED}`, status, answer);
  }

  /** What a host refuses; 409 is kept for two versions of a text, which the page shows. */
  function refused(status, told, answer) {
    if (status === 401) session.token = "";
    const isSlow = status === 403 && answer.headers.get("x-ratelimit-remaining") === "0";
    const shown = isSlow ? 429 : status === 409 ? 422 : status;
    return Object.assign(refusal(shown), { raw: status, said: String(told?.message) });
  }

  /** Ask the host. Answers whose status is among `calm` give null. */
  function ask(method, path, body, ...calm) {
    const headers = {
      Accept: "application/json",
      ...(session.token && { Authorization: `Bearer ${session.token}` }),
      ...(body && { "Content-Type": "application/json" }),
    };
    const given = { method, headers, body: body && JSON.stringify(body), credentials: "omit" };
    return askJson(table.api(root) + path, given, refused).catch((error) => {
      if (calm.includes(error.raw)) return null;
      throw error;
    });
  }
  return session;
}
