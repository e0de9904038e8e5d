// The carrier of a published page: the site's own lists at once; the Git host's part once something asks for it.

import { Refused, askJson } from "./dom.js";
import { go, leaveScreen, part } from "./screen.js";

export const OFFLINE = "hors-ligne.js";
const SILENT = "Le site ne répond pas. Votre texte est gardé ici : réessayez plus tard.";

const fetched = (name) =>
  askJson(name, { cache: "no-cache" }, (status) => new Refused(SILENT, status));

export function openCarrier() {
  let site;
  let held;
  let came = location.search; // what a host adds when one comes back from signing in
  // From the next time on, the page opens without network: see `offline.js`.
  navigator.serviceWorker?.register(OFFLINE).catch(() => {});
  if (came) history.replaceState(null, "", location.pathname + location.hash);

  async function load() {
    const { hostPart } = await part("host");
    const addressOf = (name) => site.fichiers.find((one) => one.name === name)?.address;
    return hostPart({ ...site.hote, addressOf });
  }
  const host = () =>
    (held ??= load().catch((error) => {
      held = null;
      throw error;
    }));
  const asking =
    (name) =>
    async (...given) =>
      (await host())[name](...given);

  return {
    async site() {
      const [formes, told] = await Promise.all([fetched("formes.json"), fetched("site.json")]);
      site = told;
      // Moved to an origin of its own, the page asks the site what it holds now, and its own copy alone whom to trust.
      if (new URL(told.hote.site, location).origin !== location.origin)
        site = await fetched(`${told.hote.site}site.json`).catch(() => told);
      site = { ...site, hote: told.hote };
      const now = new Date()
        .toLocaleString("sv-SE", { timeZone: site.zone })
        .slice(0, 16)
        .replace(" ", "T");
      return { ...site, formes, now, drafts: "", base: site.hote.base };
    },
    ...Object.fromEntries(
      ["file", "draft", "check", "photo", "save", "acts", "ended"].map((name) => [
        name,
        asking(name),
      ]),
    ),
    screens: { colis: async (id) => (await part("parcel")).parcel(id) },
    isIn: () => true,
    enter(screen) {
      leaveScreen(screen);
      go("connexion");
    },
    async signIn() {
      const given = came;
      came = "";
      return (await host()).signing(given);
    },
    comesBack: () => /[?&]state=/.test(came),
  };
}
