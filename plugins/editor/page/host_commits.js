// What is saved, as one commit on the site's branch, or on one of its own with a proposal.

import { encoded, toBase64, versionOf } from "./bytes.js";
import { Refused } from "./dom.js";
import { KEPT } from "./host_requests.js";

const TRIES = 4;
const CHANGED = "Quelqu'un a changé ce texte pendant que vous l'écriviez. Rien n'est écrasé.";

/** What writes in a site kept by a host (`site`: see `host.js`): `{changesOf, publish, propose}`. */
export function commitsTo(site) {
  const { host, read, inside, photos, config, table, wait, session } = site;
  const { hote, depot, branche } = config;

  /** What is asked, as changes `{name, text?, bytes, base, sha}`, `sha` null for what goes away. */
  async function changesOf({ files, photos: names = [] }) {
    const texts = files.map((one) => ({ ...one }));
    const images = [];
    for (const name of names) {
      const bytes = photos.get(name);
      if (!bytes) throw new Refused("Un fichier n'est plus là : ajoutez-le de nouveau.", 422);
      // Someone else's image has this name: ours gets another.
      const sha = await versionOf(bytes);
      const found = await host.look(depot, inside(name), branche);
      const free =
        found && found.sha !== sha ? name.replace(/(\.\w+)$/, `-${sha.slice(0, 6)}$1`) : name;
      for (const one of texts) one.text &&= one.text.replaceAll(name, free);
      images.push({ name: free, bytes, base: null });
    }
    const made = [...texts, ...images].map(async (one) => {
      if (one.text === null) return { ...one, sha: null };
      const { bytes = encoded(one.text) } = one;
      return { ...one, bytes, sha: await versionOf(bytes) };
    });
    return Promise.all(made);
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
    const fork = canBranch ? depot : await host.fork(depot, session.me);
    for (let count = 0; !canBranch && !(await host.head(fork, branche)); count += 1) {
      if (count > 20) throw session.refusal(0);
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

  return { changesOf, publish, propose };
}
