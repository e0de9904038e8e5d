// The carrier of a site kept by a Git host: it has the functions of the local one, and `signIn`, `rights`, `follow`.

import { fromBase64, toBase64 } from "./bytes.js";
import { Refused } from "./dom.js";
import { commitsTo } from "./host_commits.js";
import { follow } from "./host_following.js";
import { requestsTo } from "./host_requests.js";
import { comeBack, leaveToSignIn } from "./host_signin.js";
import { pageOf } from "./rendering.js";

const HIDDEN =
  /^(?:(?:published|publie|publié) *: *(?:false|no|non)|(?:draft|brouillon) *: *(?:true|yes|oui)) *(?:#.*)?$/m;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** `table` has the requests of the host, `config` what `site.json` says of it. */
export function hostCarrier(table, config, wait = pause) {
  const { hote, depot, branche, dossier, application } = config;
  const photos = new Map();
  const session = requestsTo(table, hote);
  const host = table.requests(session.ask);
  const inside = (name) => (dossier ? `${dossier}/${name}` : name);

  async function read(name, ref = branche) {
    const found = await host.look(depot, inside(name), ref);
    if (!found) return null;
    try {
      return {
        name,
        text: new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(
          fromBase64(found.data),
        ),
        version: found.sha,
      };
    } catch {
      throw new Refused("Ce fichier n'est pas un texte que cette page sait lire.", 422);
    }
  }

  const site = { table, config, wait, host, session, photos, inside, read };
  const { changesOf, publish, propose } = commitsTo(site);

  const carrier = {
    isSignedIn: () => Boolean(session.token),
    /** Whether one leaves for the host's own page to sign in; else a token is pasted. */
    leaves: Boolean(table.authorize && application),

    async file(name) {
      const found = await read(name);
      if (!found)
        throw session.token
          ? new Refused("Ce texte n'est plus dans le site.", 404)
          : session.refusal(401);
      return found;
    },

    /** There is no site of drafts: an approximate page. */
    async draft({ files: [{ text } = {}] = [] }) {
      const imageOf = (path) =>
        photos.has(path) ? `data:;base64,${toBase64(photos.get(path))}` : config.base + path;
      return {
        address: null,
        messages: [],
        page: text && pageOf(text, { imageOf, addressOf: config.addressOf }),
      };
    },
    check: async () => ({ messages: [] }),

    async photo(name, blob) {
      photos.set(name, new Uint8Array(await blob.arrayBuffer()));
      return { name };
    },

    /** One commit for all; `proposal`: ask for a proposal even where one may publish. */
    async save(asked) {
      if (!session.token) throw session.refusal(401);
      const { publishes, branches } = await carrier.rights();
      const changes = await changesOf(asked);
      const [{ name, base, sha }] = changes;
      const isRenamed = changes.some((one) => one.sha === null);
      const words = base ? "Corriger" : isRenamed ? "Renommer en" : "Ajouter";
      const message = `${sha === null ? "Retirer" : words} ${name.split("/").at(-1)}`;
      const commit = publishes && !asked.proposal ? await publish(changes, message) : null;
      const told = commit ? { commit, proposal: null } : await propose(changes, message, branches);
      asked.photos?.forEach((one) => photos.delete(one));
      const files = changes
        .filter((one) => typeof one.text === "string")
        .map((one) => ({ name: one.name, version: one.sha, text: one.text, address: null }));
      // A text that is not to be seen leaves the site, as one that is taken away.
      const sent = changes.map((one) => ({
        name: one.name,
        sha: HIDDEN.test(one.text ?? "") ? null : one.sha,
      }));
      return { ...told, files, sent };
    },

    /** What one may do: `publishes` on the site's own branch, `branches` beside it; else through a copy. */
    async rights() {
      session.me ||= await host.me();
      const publishes = await host.canPush(depot, branche);
      return { me: session.me, publishes, branches: publishes || (await host.canBranch(depot)) };
    },

    /** Sign in with a token, or leave for the host's page and come back (`resume`). */
    async signIn(given) {
      if (!given) return leaveToSignIn(site);
      if (!/^[!-~]+$/.test(given)) throw session.refusal(401); // no header can hold it
      Object.assign(session, { token: given, me: "" });
      return carrier.rights().catch((error) => {
        session.token = "";
        throw error;
      });
    },

    /** Come back from the host's page. */
    async resume(search) {
      session.token = await comeBack(site, search);
    },

    follow: (saved, tell, every) => follow(site, saved, tell, every),
  };
  return carrier;
}
