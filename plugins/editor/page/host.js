// The carrier of a site kept by a Git host: it has the functions of the local one, and `signIn`, `rights`, `follow`.

import { encoded, fromBase64, inUrl, toBase64, versionOf } from "./host_bytes.js";
import { KEPT, REFUSED, WORDS } from "./host_words.js";
import { pageOf } from "./rendering.js";

const PENDING = "ecrire-connexion"; // what a sign-in needs on its way back: of no use without the host's answer
const TRIES = 4;
const HIDDEN =
  /^(?:(?:published|publie|publié) *: *(?:false|no|non)|(?:draft|brouillon) *: *(?:true|yes|oui)) *(?:#.*)?$/m;
const CHANGED = "Quelqu'un a changé ce texte pendant que vous l'écriviez. Rien n'est écrasé.";

/** `table` has the requests of the host, `config` what `site.json` says of it; the page lends `Refused`. */
export function hostCarrier(
  table,
  config,
  Refused,
  wait = (ms) => new Promise((done) => setTimeout(done, ms)),
) {
  const { hote, depot, branche, dossier, application } = config;
  const photos = new Map();
  let token = ""; // here alone: never kept, never in an address
  let me = "";
  const inside = (name) => (dossier ? `${dossier}/${name}` : name);
  const refusal = (status, answer) =>
    new Refused(`${table.name} ${WORDS[Math.min(status, 500)] ?? REFUSED}`, status, answer);

  /** Ask the host. Answers whose status is among `calm` give null. */
  async function ask(method, path, body, ...calm) {
    let answer, told;
    try {
      const headers = {
        Accept: "application/json",
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body && { "Content-Type": "application/json" }),
      };
      answer = await fetch(table.api(hote) + path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
      });
      told = await answer.json().catch((error) => {
        if (answer.ok) throw error;
      });
    } catch {
      throw refusal(0);
    }
    const { status } = answer;
    if (answer.ok) return told;
    if (calm.includes(status)) return null;
    if (status === 401) token = "";
    const isSlow = status === 403 && answer.headers.get("x-ratelimit-remaining") === "0";
    // 409 is kept for two versions of a text, which the page shows.
    throw Object.assign(refusal(isSlow ? 429 : status === 409 ? 422 : status), {
      said: String(told?.message),
    });
  }
  const host = table.requests(ask);

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

  /** What is asked, as changes `{name, text?, bytes, base, sha}`, `sha` null for what goes away. */
  async function changesOf({ files = [], photos: names = [], delete: gone = [], rename }) {
    const texts = files.map((one) => ({ ...one }));
    const pictures = [];
    for (const name of names) {
      const bytes = photos.get(name);
      if (!bytes) throw new Refused("Une photo n'est plus là : ajoutez-la de nouveau.", 422);
      // Someone else's picture has this name: ours gets another.
      const sha = await versionOf(bytes);
      const found = await host.look(depot, inside(name), branche);
      const free =
        found && found.sha !== sha ? name.replace(/(\.\w+)$/, `-${sha.slice(0, 6)}$1`) : name;
      for (const one of texts) one.text = one.text.replaceAll(name, free);
      pictures.push({ name: free, bytes, base: null });
    }
    const away = gone.map((one) => ({ ...one, sha: null }));
    if (rename) {
      const kept = await read(rename.from);
      let to = texts.find((one) => one.name === rename.to);
      if (!to) texts.push((to = { name: rename.to, text: kept?.text ?? "", base: kept?.version }));
      away.push({ name: rename.from, base: to.base, sha: null });
      to.base = null;
    }
    const made = [...texts, ...pictures].map(
      async ({ name, text, bytes = encoded(text), base }) => ({
        name,
        text,
        bytes,
        base,
        sha: await versionOf(bytes),
      }),
    );
    return [...(await Promise.all(made)), ...away];
  }

  /** What is still to do of changes, given what a branch holds. A change that is there is done. */
  async function toDo(repo, changes, ref) {
    const left = [];
    for (const { name, bytes, base, sha } of changes) {
      const found = await host.look(repo, inside(name), ref);
      const there = found?.sha ?? null;
      if (there === sha) continue;
      if (there !== base) {
        if (repo !== depot)
          throw new Refused(
            `Votre copie du site, chez ${table.name}, est en retard. ${KEPT} Mettez-la à jour là-bas, ou supprimez-la, puis réessayez.`,
            422,
          );
        throw new Refused(
          CHANGED,
          409,
          (await read(name, ref).catch(() => null)) ?? { name, text: null, version: there },
        );
      }
      left.push({
        path: inside(name),
        data: sha ? toBase64(bytes) : null,
        base,
        last: found?.last,
      });
    }
    return left;
  }

  /** Publish on the branch of the site: the commit; null when the host keeps that branch from it. */
  async function publish(changes, message) {
    for (let count = 1; ; count += 1) {
      const from = await host.head(depot, branche);
      const left = await toDo(depot, changes, from);
      if (!left.length) return from;
      try {
        return await host.commit(depot, {
          branch: branche,
          base: branche,
          from,
          message,
          changes: left,
          origin: depot,
        });
      } catch (error) {
        if (![400, 403, 422].includes(error.status)) throw error;
        // Someone else published meanwhile: look again, and lay these changes upon theirs.
        const isMoved =
          /fast.forward/i.test(error.said) || (await host.head(depot, branche)) !== from;
        if (isMoved && count < TRIES) {
          await wait(1000); // a host may tell what was true a moment ago
          continue;
        }
        if (isMoved || error.status === 400) throw error;
        return null;
      }
    }
  }

  /** Propose it: a branch of its own, here or in a copy, and a request to take it in. */
  async function propose(changes, message, canBranch) {
    // Of what changes, so that a second try finds what the first one made.
    const branch = `ecrire/${(await versionOf(encoded(changes.map((one) => one.name + one.sha).join()))).slice(0, 12)}`;
    const left = await toDo(depot, changes, await host.head(depot, branche)); // what others changed is told at once
    const fork = canBranch ? depot : await host.fork(depot, me);
    for (let count = 0; !canBranch && !(await host.head(fork, branche)); count += 1) {
      if (count > 20) throw refusal(0);
      await wait(1500);
    }
    let commit = await host.head(fork, branch);
    if (!commit && !left.length) return { commit: await host.head(depot, branche), proposal: null };
    if (!commit) {
      if (!canBranch) await host.ready?.(fork, branche);
      const isStale = !canBranch && !host.startsAtOrigin;
      commit = await host.commit(fork, {
        branch,
        base: branche,
        from: await host.head(fork, branche),
        isNew: true,
        message,
        origin: depot,
        changes: isStale ? await toDo(fork, changes, branche) : left,
      });
    }
    const body = "Écrit avec la page «\u00a0Écrire\u00a0» du site.";
    const address = await host.propose({
      repo: depot,
      fork,
      branch,
      base: branche,
      title: message,
      body,
    });
    return { commit, proposal: address ?? `${hote}/${depot}` };
  }

  const failed = (status = 401) =>
    new Refused(`La connexion à ${table.name} n'a pas abouti. ${KEPT} Recommencez.`, status);
  const back = () => location.origin + location.pathname;

  const carrier = {
    isSignedIn: () => Boolean(token),
    /** Whether one leaves for the host's own page to sign in; else a token is pasted. */
    leaves: Boolean(table.authorize && application),

    async file(name) {
      const found = await read(name);
      if (!found)
        throw token ? new Refused("Ce texte n'est plus dans le site.", 404) : refusal(401);
      return found;
    },

    /** There is no site of drafts: an approximate page. */
    async draft(name, text) {
      const pictureOf = (path) =>
        photos.has(path) ? `data:;base64,${toBase64(photos.get(path))}` : config.base + path;
      return {
        address: null,
        messages: [],
        page: text && pageOf(text, { pictureOf, addressOf: config.addressOf }),
      };
    },
    check: async () => ({ messages: [] }),

    async photo(name, blob) {
      photos.set(name, new Uint8Array(await blob.arrayBuffer()));
      return { name };
    },

    /** One commit for all; `proposal`: ask for a proposal even where one may publish. */
    async save(asked) {
      if (!token) throw refusal(401);
      const { publishes, branches } = await carrier.rights();
      const changes = await changesOf(asked);
      const [{ name, base, sha }] = changes;
      const message = `${sha === null ? "Retirer" : base ? "Corriger" : "Ajouter"} ${name.split("/").at(-1)}`;
      const commit = publishes && !asked.proposal ? await publish(changes, message) : null;
      const told = commit ? { commit, proposal: null } : await propose(changes, message, branches);
      asked.photos?.forEach((one) => photos.delete(one));
      const files = changes
        .filter((one) => one.text !== undefined)
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
      me ||= await host.me();
      const publishes = await host.canPush(depot, branche);
      return { me, publishes, branches: publishes || (await host.canBranch(depot)) };
    },

    /** Sign in with a token, or leave for the host's page and come back (`resume`). */
    async signIn(given) {
      if (given) {
        if (!/^[!-~]+$/.test(given)) throw refusal(401); // no header can hold it
        [token, me] = [given, ""];
        return carrier.rights().catch((error) => {
          token = "";
          throw error;
        });
      }
      const [secret, state] = [32, 16].map((size) =>
        inUrl(crypto.getRandomValues(new Uint8Array(size))),
      );
      const challenge = inUrl(await crypto.subtle.digest("SHA-256", encoded(secret)));
      sessionStorage.setItem(PENDING, JSON.stringify({ secret, state }));
      const asked = {
        client_id: application,
        redirect_uri: back(),
        response_type: "code",
        state,
        code_challenge: challenge,
        code_challenge_method: "S256",
        ...(table.scope && { scope: table.scope }),
      };
      location.assign(`${hote}${table.authorize}?${new URLSearchParams(asked)}`);
      return new Promise(() => {}); // the page is left
    },

    /** Come back from the host's page, with what it added to the address. */
    async resume(search) {
      const given = new URLSearchParams(search);
      const { secret, state } = JSON.parse(sessionStorage.getItem(PENDING) ?? "{}");
      sessionStorage.removeItem(PENDING);
      if (!secret || given.get("state") !== state || !given.get("code")) throw failed();
      const body = new URLSearchParams({
        client_id: application,
        grant_type: "authorization_code",
        code: given.get("code"),
        redirect_uri: back(),
        code_verifier: secret,
      });
      const answer = await fetch(hote + table.exchange, {
        method: "POST",
        body,
        credentials: "omit",
      }).catch(() => {
        throw failed(0);
      });
      const told = answer.ok ? await answer.json().catch(() => ({})) : {};
      if (!told.access_token) throw failed();
      token = told.access_token;
    },

    /** Follow what was saved until it is online; `tell({step, words, address})` at each change. */
    async follow({ commit, proposal, sent }, tell, pause = 5000) {
      let before;
      const say = (step, words, address) => {
        if (step !== before) tell({ step, words, address });
        before = step;
      };
      say("envoye", proposal ? "Votre proposition est envoyée." : "Le site se prépare.", proposal);
      for (let count = 0; count < 240; count += 1) {
        const { state, address } = await host.verdict(depot, commit).catch((error) => {
          if (error.status === 401) throw error;
          return {};
        });
        if (state === "mauvais")
          return say(
            "echoue",
            `La vérification du site a trouvé quelque chose à corriger. Votre texte est gardé chez ${table.name}, dont la page dit ce qu'elle a trouvé.`,
            address ?? proposal,
          );
        if (proposal && (state === "bon" || (state === "rien" && count > 5)))
          return say(
            "propose",
            "Votre proposition est prête. Elle paraîtra quand quelqu'un l'aura acceptée.",
            proposal,
          );
        const there = !proposal && (await online(sent).catch(() => null));
        if (there) return say("en-ligne", "C'est en ligne.", there.address);
        if (!proposal && state === "bon")
          say("verifie", "Tout est vérifié. La page arrive en ligne.");
        await wait(pause);
      }
      return say(
        "lent",
        "Le site n'a pas encore changé. Revenez voir plus tard : ce que vous avez envoyé est gardé.",
        proposal,
      );
    },
  };

  /** Whether the published site, and no cache of it, holds what was sent: it says which version of each text it shows. */
  async function online(sent) {
    const answer = await fetch(`${config.site}site.json?${Date.now()}`, { cache: "no-store" });
    const published = new Map((await answer.json()).fichiers.map((one) => [one.name, one]));
    const texts = sent.filter((one) => /\.(md|markdown)$/.test(one.name));
    return (
      texts.every(({ name, sha }) => (published.get(name)?.version ?? null) === sha) && {
        address: published.get(texts[0]?.name)?.address ?? null,
      }
    );
  }
  return carrier;
}
