// The carrier of a site kept by a Git host: it has the functions of the local one, and `signIn`, `rights`, `follow`.

import { HOSTS } from "./hosts.js";
import { Refused } from "./local.js";

const PENDING = "ecrire-connexion"; // what a sign-in needs on its way back: of no use to anyone without the host's answer
const TRIES = 4;
const KEPT = "Votre texte est gardé ici.";
const WORDS = {
  401: (host) => `${host} ne vous reconnaît plus. ${KEPT} Connectez-vous à nouveau.`,
  403: (host) => `${host} ne vous en donne pas le droit. ${KEPT} Voyez avec les personnes qui publient le site.`,
  404: (host) => `${host} ne trouve pas le dossier du site, ou ne vous le montre pas. ${KEPT} Voyez avec les personnes qui publient le site.`,
  413: (host) => `${host} trouve cet envoi trop lourd. ${KEPT} Retirez une photo, puis réessayez.`,
  429: (host) => `${host} demande d'attendre un peu. ${KEPT} Réessayez dans quelques minutes.`,
};
const REFUSED = (host) => `${host} a refusé cet envoi. ${KEPT} Réessayez ; si cela continue, voyez avec les personnes qui publient le site.`;
const DOWN = (host) => `${host} est en panne pour l'instant. ${KEPT} Réessayez plus tard.`;
const SILENT = (host) => `${host} ne répond pas : le réseau manque peut-être. ${KEPT} Réessayez plus tard.`;
const CHANGED = "Quelqu'un a changé ce texte pendant que vous l'écriviez. Rien n'est écrasé.";

const toBase64 = (bytes) => {
  let signs = "";
  for (let at = 0; at < bytes.length; at += 32_768) signs += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(signs);
};
const fromBase64 = (data) => Uint8Array.from(atob(data.replace(/\s/g, "")), (sign) => sign.charCodeAt(0));
const toUrl = (bytes) => toBase64(new Uint8Array(bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const textOf = (data) => new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(fromBase64(data));

/** The name that Git gives to bytes: the version of a file, whichever host keeps it. */
export async function version(bytes) {
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const digest = await crypto.subtle.digest("SHA-1", new Uint8Array([...head, ...bytes]));
  return [...new Uint8Array(digest)].map((one) => one.toString(16).padStart(2, "0")).join("");
}

/** `config` is what `site.json` says of the host; `wait` a pause, in ms. */
export function hostCarrier(config, wait = (ms) => new Promise((done) => setTimeout(done, ms))) {
  const { logiciel, hote, depot, branche, dossier, application } = config;
  const table = HOSTS[logiciel];
  const inside = (name) => (dossier ? `${dossier}/${name}` : name);
  const photos = new Map();
  let token = ""; // here alone: never kept, never in an address
  let me = "";

  /** Ask the host. Answers whose status is among `calm` give null. */
  async function ask(method, path, body, ...calm) {
    let answer, told;
    try {
      answer = await fetch(table.api(hote) + path, {
        method, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer",
        headers: { Accept: "application/json", ...(token && { Authorization: `Bearer ${token}` }), ...(body && { "Content-Type": "application/json" }) },
        body: body && JSON.stringify(body),
      });
      told = await answer.json().catch((error) => { if (answer.ok) throw error; });
    } catch {
      throw new Refused(SILENT(logiciel), 0);
    }
    const { status } = answer;
    if (answer.ok) return told;
    if (calm.includes(status)) return null;
    if (status === 401) token = "";
    const isSlow = status === 403 && answer.headers.get("x-ratelimit-remaining") === "0";
    throw new Refused((status >= 500 ? DOWN : WORDS[isSlow ? 429 : status] ?? REFUSED)(logiciel), status);
  }
  const host = table.requests(ask);

  async function read(name, ref = branche) {
    const found = await host.look(depot, inside(name), ref);
    if (!found) return null;
    try {
      return { name, text: textOf(found.data), version: found.sha };
    } catch {
      throw new Refused("Ce fichier n'est pas un texte que cette page sait lire.", 422);
    }
  }

  /** What is asked, as changes of files; photos whose name is taken get another. */
  async function changesOf({ files = [], photos: names = [], delete: gone = [], rename }) {
    let texts = files.map(({ name, text, base }) => ({ name, text, base }));
    for (const name of names) {
      const bytes = photos.get(name);
      if (!bytes) throw new Refused("Une photo n'est plus là : ajoutez-la de nouveau.", 422);
      const found = await host.look(depot, inside(name), branche);
      const free = found && found.sha !== await version(bytes) ? name.replace(/(\.\w+)$/, `-${(await version(bytes)).slice(0, 6)}$1`) : name;
      texts = texts.map((one) => ({ ...one, text: one.text.replaceAll(name, free) }));
      gone = [...gone];
      texts.push({ name: free, bytes, base: null });
    }
    if (rename) {
      const was = texts.find((one) => one.name === rename.to);
      const kept = await read(rename.from);
      if (!was) texts.push({ name: rename.to, text: kept?.text ?? "", base: null });
      gone = [...gone, { name: rename.from, base: was?.base ?? kept?.version }];
      if (was) was.base = null;
    }
    const made = await Promise.all(texts.map(async ({ name, text, bytes = new TextEncoder().encode(text), base }) => ({ name, text, bytes, base, sha: await version(bytes) })));
    return [...made, ...gone.map(({ name, base }) => ({ name, base, sha: null }))];
  }

  /** What is still to do of changes, given what a branch holds. A change that is there is done. */
  async function toDo(repo, changes, ref, isOwn) {
    const left = [];
    for (const { name, text, bytes, base, sha } of changes) {
      const found = await host.look(repo, inside(name), ref);
      if ((found?.sha ?? null) === sha) continue;
      if ((found?.sha ?? null) !== base) {
        if (!isOwn) throw new Refused(`Votre copie du site, chez ${logiciel}, est en retard. ${KEPT} Mettez-la à jour là-bas, ou supprimez-la, puis réessayez.`, 422);
        throw new Refused(CHANGED, 409, await read(name, ref).catch(() => null) ?? { name, text: null, version: found?.sha ?? null });
      }
      left.push({ path: inside(name), data: sha ? toBase64(bytes) : null, base, last: found?.last });
    }
    return left;
  }

  /** Publish on the branch of the site; null when the host keeps that branch from it. */
  async function publish(changes, message) {
    for (let count = 1; ; count += 1) {
      const from = await host.head(depot, branche);
      const left = await toDo(depot, changes, from, true);
      if (!left.length) return from;
      try {
        return await host.commit(depot, { branch: branche, base: branche, from, message, changes: left, origin: depot });
      } catch (error) {
        if (![400, 403, 409, 422].includes(error.status)) throw error;
        // Someone else published meanwhile: look again, and lay these changes upon theirs.
        const isMoved = await host.head(depot, branche) !== from;
        if (isMoved && count < TRIES) continue;
        if (isMoved || error.status === 400) throw error;
        return null;
      }
    }
  }

  /** Propose it: a branch of its own, here or in a copy, and a request to take it in. */
  async function propose(changes, message, canBranch) {
    const branch = `ecrire/${(await version(new TextEncoder().encode(changes.map((one) => one.name + one.sha).join()))).slice(0, 12)}`;
    await toDo(depot, changes, await host.head(depot, branche), true); // what others changed is told at once
    const fork = canBranch ? depot : await host.fork(depot, me);
    for (let count = 0; !canBranch && !await host.head(fork, branche); count += 1) {
      if (count > 20) throw new Refused(DOWN(logiciel), 0);
      await wait(1500);
    }
    let commit = await host.head(fork, branch); // an earlier try may have come this far
    if (!commit) {
      if (!canBranch) await host.ready?.(fork, branche);
      const isElsewhere = !canBranch && logiciel === "GitLab"; // it begins from the site's own branch
      const left = await toDo(isElsewhere ? depot : fork, changes, branche, canBranch || isElsewhere);
      if (!left.length) return { commit: await host.head(depot, branche), proposal: null };
      commit = await host.commit(fork, { branch, base: branche, from: await host.head(fork, branche), isNew: true, message, changes: left, origin: depot });
    }
    const title = message.split("\n")[0];
    const address = await host.propose({ repo: depot, fork, branch, base: branche, title, body: "Écrit avec la page « Écrire » du site." });
    return { commit, proposal: address ?? `${hote}/${depot}` };
  }

  const carrier = {
    name: logiciel, isSignedIn: () => Boolean(token),
    tokenAddress: hote + table.token, tokenRights: table.rights, canRedirect: Boolean(table.authorize && application),

    async site() {
      const [formes, site] = await Promise.all(["formes.json", "site.json"].map(async (name) => {
        const answer = await fetch(name, { cache: "no-cache" }).catch(() => null);
        if (!answer?.ok) throw new Refused(SILENT("Le site"), answer?.status ?? 0);
        return answer.json();
      }));
      const now = new Intl.DateTimeFormat("sv-SE", { timeZone: site.zone, dateStyle: "short", timeStyle: "short" }).format(new Date()).replace(" ", "T");
      return { ...site, formes, now };
    },

    async file(name) {
      const found = await read(name);
      if (!found) throw new Refused("Ce texte n'est plus dans le site.", 404);
      return found;
    },

    async photo(name, blob) {
      photos.set(name, new Uint8Array(await blob.arrayBuffer()));
      return { name };
    },

    /** One commit for all; `proposal`: ask for a proposal even where one may publish. */
    async save(asked) {
      const changes = await changesOf(asked);
      const [first] = changes;
      const message = asked.message ?? `${first.sha === null ? "Retirer" : first.base ? "Corriger" : "Ajouter"} ${first.name.split("/").at(-1)}`;
      const { publishes, branches } = await carrier.rights();
      const commit = publishes && !asked.proposal ? await publish(changes, message) : null;
      const told = commit ? { commit, proposal: null } : await propose(changes, message, branches);
      asked.photos?.forEach((name) => photos.delete(name));
      const files = changes.filter((one) => one.text !== undefined).map(({ name, sha, text }) => ({ name, version: sha, address: null, text }));
      return { ...told, files, sent: changes.map(({ name, sha }) => ({ name, sha })) };
    },

    /** What one may do: `publishes` on the site's own branch, `branches` beside it; else through a copy. */
    async rights() {
      me ||= await host.me();
      const publishes = await host.canPush(depot, branche);
      return { me, publishes, branches: publishes || await host.canBranch(depot) };
    },

    /** Sign in with a token, or leave for the host's page and come back (`resume`). */
    async signIn(given) {
      if (given) {
        [token, me] = [given.trim(), ""];
        return carrier.rights();
      }
      const [secret, state] = [32, 16].map((size) => toUrl(crypto.getRandomValues(new Uint8Array(size))));
      const challenge = toUrl(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret)));
      sessionStorage.setItem(PENDING, JSON.stringify({ secret, state, route: location.hash }));
      const asked = { client_id: application, redirect_uri: location.origin + location.pathname, response_type: "code", state, code_challenge: challenge, code_challenge_method: "S256", ...(table.scope && { scope: table.scope }) };
      location.assign(`${hote}${table.authorize}?${new URLSearchParams(asked)}`);
      return new Promise(() => {}); // the page is left
    },

    /** Come back from the host's page, when that is where one comes from: whether one is signed in. */
    async resume() {
      const [given, kept] = [new URLSearchParams(location.search), sessionStorage.getItem(PENDING)];
      sessionStorage.removeItem(PENDING);
      if (!given.has("state")) return false;
      const { secret, state, route } = JSON.parse(kept ?? "{}");
      history.replaceState(null, "", location.pathname + (route ?? ""));
      if (!secret || given.get("state") !== state || !given.has("code")) throw new Refused(`La connexion à ${logiciel} n'a pas abouti. ${KEPT} Recommencez.`, 401);
      const body = new URLSearchParams({ client_id: application, grant_type: "authorization_code", code: given.get("code"), redirect_uri: location.origin + location.pathname, code_verifier: secret });
      const answer = await fetch(hote + table.exchange, { method: "POST", body, credentials: "omit", referrerPolicy: "no-referrer" }).catch(() => null);
      const told = answer?.ok ? await answer.json().catch(() => ({})) : {};
      if (!told.access_token) throw new Refused(answer ? `La connexion à ${logiciel} n'a pas abouti. ${KEPT} Recommencez.` : SILENT(logiciel), 401);
      token = told.access_token;
      return true;
    },

    /** Follow what was saved until it is online; `tell({step, words, address})` at each change. */
    async follow(saved, tell, pause = 5000) {
      let before = "";
      const say = (step, words, address) => { if (step + address !== before) tell({ step, words, address }); before = step + address; };
      say("envoye", saved.proposal ? "Votre proposition est envoyée." : "C'est envoyé. Le site se prépare.", saved.proposal);
      for (let count = 0; count < 240; count += 1) {
        const { state, address } = await host.verdict(depot, saved.commit).catch((error) => { if (error.status === 401) throw error; return { state: "attente" }; });
        if (state === "mauvais") return say("echoue", `La vérification du site a trouvé quelque chose. ${saved.proposal ? "Votre proposition" : "Votre texte"} est gardé chez ${logiciel} : la page liée dit ce qu'elle a trouvé.`, address ?? saved.proposal);
        if (saved.proposal && state === "bon") return say("propose", "Votre proposition est vérifiée. Elle paraîtra quand quelqu'un l'aura acceptée.", saved.proposal);
        if (saved.proposal && state === "rien" && count > 5) return say("propose", "Votre proposition attend d'être acceptée. Elle paraîtra ensuite.", saved.proposal);
        if (!saved.proposal) {
          const there = await online(saved.sent).catch(() => null);
          if (there) return say("en-ligne", "C'est en ligne.", there.address);
          if (state === "bon") say("verifie", "Tout est vérifié. La page arrive en ligne.", address);
        }
        await wait(pause);
      }
      return say("lent", `C'est envoyé, mais le site n'a pas encore changé. Revenez voir plus tard.`, saved.proposal);
    },
  };

  /** Whether the published site holds what was sent: it says of each text which version it shows. */
  async function online(sent) {
    const answer = await fetch(`${config.site ?? ""}site.json`, { cache: "no-store" });
    const published = new Map((await answer.json()).fichiers.map((one) => [one.name, one]));
    const texts = sent.filter((one) => /\.(md|markdown)$/.test(one.name));
    return texts.every(({ name, sha }) => (published.get(name)?.version ?? null) === sha) && { address: published.get(texts[0]?.name)?.address ?? null };
  }
  return carrier;
}
