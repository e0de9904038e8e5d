// What the buttons of the text ask before they write: a link, a picture, a box, a frame.

import { ask, button, decorating, el, fr, labelled, plain, search } from "./dom.js";

const BOXES = { NOTE: "À noter", ASTUCE: "Astuce", IMPORTANT: "Important", ATTENTION: "Attention" };
const MOST_FOUND = 6;

const inAttribute = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The address that a frame shows, from a video's own or from a code to paste; "" when there is none. */
function embedAddress(given) {
  const code = /<iframe[^>]*\ssrc=["'](https:[^"']+)["']/i.exec(given);
  if (code) return code[1].replaceAll("&amp;", "&");
  const video =
    /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:.*&)?v=|shorts\/|live\/)|youtu\.be\/)([\w-]+)/.exec(
      given,
    );
  if (video) return `https://www.youtube-nocookie.com/embed/${video[1]}`;
  const vimeo = /^https:\/\/vimeo\.com\/(\d+)/.exec(given);
  if (vimeo) return `https://player.vimeo.com/video/${vimeo[1]}`;
  const peertube = /^(https:\/\/[^/]+)\/(?:w|videos\/watch)\/([\w-]+)$/.exec(given);
  return peertube ? `${peertube[1]}/videos/embed/${peertube[2]}` : "";
}

/** A box of a kind, as the text has it. */
export function askBox(selected) {
  const kind = el(
    "select",
    {},
    Object.entries(BOXES).map(([value, words]) => el("option", { value }, words)),
  );
  const words = el("textarea", { rows: 3, value: selected });
  const read = () =>
    words.value.trim()
      ? `> [!${kind.value}]\n> ${words.value.trim().replaceAll("\n", "\n> ")}`
      : null;
  return ask(
    "Ajouter un encart",
    [labelled("Sorte d'encart", kind), labelled("Ce qu'il dit", words)],
    "Ajouter",
    read,
  );
}

/** What another site shows, as the text has it. */
export function askEmbed() {
  const code = el("textarea", { rows: 3, spellcheck: false });
  const title = el("input");
  const wrong = el("p", { className: "faute", role: "alert" });
  const read = () => {
    const address = embedAddress(code.value.trim());
    wrong.textContent = fr(
      !address
        ? "Collez l'adresse d'une vidéo YouTube, Vimeo ou PeerTube, ou le code « intégrer » (« partager ») que donne le site de la vidéo ou de la carte."
        : title.value.trim()
          ? ""
          : "Dites ce que c'est.",
    );
    return wrong.textContent
      ? null
      : `<iframe src="${inAttribute(address)}" title="${inAttribute(title.value.trim())}"></iframe>`;
  };
  return ask(
    "Ajouter une vidéo ou une carte",
    [
      labelled("Adresse de la vidéo, ou code à intégrer", code, {
        help: "Rien n'est demandé à l'autre site avant un clic du visiteur.",
      }),
      labelled("Ce que c'est", title, { help: "Par exemple : La fête de 2025" }),
      wrong,
    ],
    "Ajouter",
    read,
  );
}

/** A page of the site, found by its title, or an address. */
export function askLink(words, site, isButton) {
  const about = el("input", { value: words.trim() });
  const target = el("input", { autocomplete: "off", spellcheck: false, autocapitalize: "off" });
  const found = el("ul", { className: "trouves" });
  const wrong = el("p", { className: "faute", role: "alert" });
  let page = null;
  const items = site.fichiers.map((one) => ({ ...one, plain: plain(`${one.title} ${one.name}`) }));
  const show = () => {
    page = null;
    const few =
      target.value.trim() && !isAddress(target.value)
        ? search(items, target.value, (one) => one.plain).slice(0, MOST_FOUND)
        : [];
    found.replaceChildren(
      ...few.map((one) =>
        el(
          "li",
          {},
          button(one.title, () => {
            page = one;
            target.value = one.title;
            about.value ||= one.title;
            found.replaceChildren();
            about.focus();
          }),
        ),
      ),
    );
  };
  target.addEventListener("input", show);
  const read = () => {
    const address = page ? `{% link ${page.name} %}` : addressOf(target.value);
    wrong.textContent = fr(
      !address
        ? "Choisissez une page de la liste, ou collez une adresse qui commence par https://."
        : about.value.trim()
          ? ""
          : "Écrivez les mots sur lesquels on cliquera.",
    );
    return wrong.textContent
      ? null
      : { address, words: about.value.trim().replace(/[[\]]/g, "\\$&") };
  };
  return ask(
    isButton ? "Ajouter un bouton" : "Ajouter un lien",
    [
      labelled("Où mène-t-il ?", target, {
        help: "Cherchez une page du site par son titre, ou collez une adresse.",
      }),
      found,
      labelled(isButton ? "Les mots du bouton" : "Les mots du lien", about),
      wrong,
    ],
    "Ajouter",
    read,
  );
}

const isAddress = (given) => /^(https?:\/\/|www\.|mailto:)|@.+\./i.test(given.trim());

function addressOf(given) {
  const words = given.trim().replaceAll(" ", "%20").replaceAll("(", "%28").replaceAll(")", "%29");
  if (/^www\./i.test(words)) return `https://${words}`;
  if (/^[^/:]+@[^/:]+\.\w+$/.test(words)) return `mailto:${words}`;
  return /^(https?:\/\/[^/]+\.|mailto:|\/)/i.test(words) ? words : "";
}

/** A photo and what it shows. */
export async function askPhoto(given, site, hooks) {
  const input = el("input", {
    type: "file",
    accept: "image/*,.heic,.heif",
    onchange: () => {
      existing.value = "";
    },
  });
  const existing = el(
    "select",
    {},
    el("option", { value: "" }, "Aucune"),
    (site.images ?? []).map((one) => el("option", { value: one }, one.replace("images/", ""))),
  );
  const words = el("input");
  const decor = decorating(words);
  const wrong = el("p", { className: "faute", role: "alert" });
  const read = () => {
    const file = given ?? input.files[0];
    wrong.textContent = fr(
      !file && !existing.value
        ? "Choisissez une image."
        : decor.control.checked || words.value.trim()
          ? ""
          : "Dites ce que l'image montre.",
    );
    return wrong.textContent
      ? null
      : {
          file: existing.value ? null : file,
          name: existing.value,
          words: decor.control.checked ? "" : words.value.trim().replace(/[[\]]/g, "\\$&"),
        };
  };
  const choices = given
    ? [el("p", {}, given.name)]
    : [labelled("Choisir une photo", input), labelled("Ou une image déjà sur le site", existing)];
  const answer = await ask(
    "Ajouter une image",
    [
      ...choices,
      labelled("Ce qu'elle montre", words, {
        help: "Pour les personnes qui ne la voient pas. Par exemple : Trois musiciens sous les platanes",
      }),
      decor.node,
      wrong,
    ],
    "Ajouter",
    read,
  );
  if (!answer?.file) return answer;
  try {
    return { ...answer, name: await hooks.addPhoto(answer.file) };
  } catch (error) {
    await ask("Cette image n'a pas pu être ajoutée", el("p", {}, error.message), "J'ai compris");
    return null;
  }
}
