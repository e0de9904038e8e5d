// What was saved, followed from the host to the published page.

/** Follow what was saved until it is online; `tell({step, words, address})` at each change. */
export async function follow(site, { commit, proposal, sent }, tell, pause = 5000) {
  const { host, table, config, wait } = site;
  let before;
  const say = (step, words, address) => {
    if (step !== before) tell({ step, words, address });
    before = step;
  };
  say("envoye", proposal ? "Votre proposition est envoyée." : "Le site se prépare.", proposal);
  for (let count = 0; count < 240; count += 1) {
    const { state, address } = await host.verdict(config.depot, commit).catch((error) => {
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
    const there = !proposal && (await online(config, sent).catch(() => null));
    if (there) return say("en-ligne", "C'est en ligne.", there.address);
    if (!proposal && state === "bon") say("verifie", "Tout est vérifié. La page arrive en ligne.");
    await wait(pause);
  }
  return say(
    "lent",
    "Le site n'a pas encore changé. Revenez voir plus tard : ce que vous avez envoyé est gardé.",
    proposal,
  );
}

/** Whether the published site, and no cache of it, holds what was sent: it says which version of each text it shows. */
async function online(config, sent) {
  const answer = await fetch(`${config.site}site.json?${Date.now()}`, { cache: "no-store" });
  const published = new Map((await answer.json()).fichiers.map((one) => [one.name, one]));
  const texts = sent.filter((one) => /\.(md|markdown)$/.test(one.name));
  return (
    texts.every(({ name, sha }) => (published.get(name)?.version ?? null) === sha) && {
      address: published.get(texts[0]?.name)?.address ?? null,
    }
  );
}
