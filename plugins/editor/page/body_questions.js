// What the buttons of the text ask before they write: a link, an image, a box, a frame.

import { ask, button, decorating, el, labelled, notice, plain, search } from "./dom.js";
import { imageChoice } from "./photo_field.js";
import { DOCUMENTS, IMAGES, baseOf } from "./sent_files.js";

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
  const kinds = Object.entries(BOXES).map(([value, words]) => el("option", { value }, words));
  const kind = el("select", kinds);
  const words = el("textarea", { rows: 3, value: selected });
  const read = () => {
    const said = words.value.trim().replaceAll("\n", "\n> ");
    return said ? { words: `> [!${kind.value}]\n> ${said}` } : "Écrivez ce qu'il dit.";
  };
  const content = [labelled("Sorte d'encart", kind), labelled("Ce qu'il dit", words)];
  return ask("Ajouter un encart", content, "Ajouter", read);
}

/** What another site shows, as the text has it. */
export function askEmbed() {
  const code = el("textarea", { rows: 3, spellcheck: false });
  const title = el("input");
  const read = () => {
    const address = embedAddress(code.value.trim());
    const said = inAttribute(title.value.trim());
    if (!address)
      return "Collez l'adresse d'une vidéo YouTube, Vimeo ou PeerTube, ou le code « intégrer » (« partager ») que donne le site de la vidéo ou de la carte.";
    if (!said) return "Dites ce que c'est.";
    return { words: `<iframe src="${inAttribute(address)}" title="${said}"></iframe>` };
  };
  const content = [
    labelled("Adresse de la vidéo, ou code à intégrer", code, {
      help: "Rien n'est demandé à l'autre site avant un clic du visiteur.",
    }),
    labelled("Ce que c'est", title, { help: "Par exemple : La fête de 2025" }),
  ];
  return ask("Ajouter une vidéo ou une carte", content, "Ajouter", read);
}

/** A page of the site, found by its title, or an address. */
export function askLink(words, site, isButton) {
  const about = el("input", { value: words.trim() });
  const target = el("input", { autocomplete: "off", spellcheck: false, autocapitalize: "off" });
  const found = el("ul.trouves");
  let page = null;
  const all = site.fichiers.map((one) => ({ ...one, plain: plain(`${one.title} ${one.name}`) }));
  const take = (one) => {
    page = one;
    target.value = one.title;
    about.value ||= one.title;
    found.replaceChildren();
    about.focus();
  };
  target.addEventListener("input", () => {
    page = null;
    const isAsked = target.value.trim() && !isAddress(target.value);
    const few = isAsked ? search(all, target.value).slice(0, MOST_FOUND) : [];
    found.replaceChildren(
      ...few.map((one) =>
        el(
          "li",
          button(one.title, () => take(one)),
        ),
      ),
    );
  });
  const read = () => {
    const address = page ? `{% link ${page.name} %}` : addressOf(target.value);
    const said = inBrackets(about.value);
    if (!address)
      return "Choisissez une page de la liste, ou collez une adresse qui commence par https://.";
    return said ? { address, words: said } : "Écrivez les mots sur lesquels on cliquera.";
  };
  const help = "Cherchez une page du site par son titre, ou collez une adresse.";
  const kind = isButton ? "bouton" : "lien";
  const content = [
    labelled("Où mène-t-il ?", target, { help }),
    found,
    labelled(`Les mots du ${kind}`, about),
  ];
  return ask(`Ajouter un ${kind}`, content, "Ajouter", read);
}

const isAddress = (given) => /^(https?:\/\/|www\.|mailto:)|@.+\./i.test(given.trim());
const inBrackets = (words) => words.trim().replace(/[[\]]/g, "\\$&");

function addressOf(given) {
  const words = given.trim().replaceAll(" ", "%20").replaceAll("(", "%28").replaceAll(")", "%29");
  if (/^www\./i.test(words)) return `https://${words}`;
  if (/^[^/:]+@[^/:]+\.\w+$/.test(words)) return `mailto:${words}`;
  return /^(https?:\/\/[^/]+\.|mailto:|\/)/i.test(words) ? words : "";
}

/** A photo and what it shows. */
export function askPhoto(given, site, hooks) {
  const input = el("input", { type: "file", accept: IMAGES });
  const { control: existing, seen } = imageChoice(site, hooks.imageOf, () => {});
  const words = el("input");
  const help =
    "Pour les personnes qui ne la voient pas. Par exemple : Trois musiciens sous les platanes";
  const files = [
    labelled("Choisir une photo", input),
    labelled("Ou une image déjà sur le site", existing),
    seen,
  ];
  const content = [labelled("Ce qu'elle montre", words, { help }), decorating(words)];
  const read = () => (words.disabled ? "" : inBrackets(words.value) || null);
  return askFile({ ...PHOTO, input, existing, files, content, read }, given, hooks);
}

/** A document and its title. */
export function askDocument(given, site, hooks) {
  const input = el("input", { type: "file", accept: DOCUMENTS });
  const known = ["", ...(site.documents ?? [])];
  const options = known.map((one) => el("option", { value: one }, baseOf(one) || "Aucun"));
  const existing = el("select", options);
  const title = el("input", { value: titleOf(given) });
  input.addEventListener("change", () => (title.value ||= titleOf(input.files[0])));
  const files = [
    labelled("Choisir un document", input, { help: "Un PDF, de préférence. 10 Mo au plus." }),
    known.length > 1 && labelled("Ou un document déjà sur le site", existing),
  ];
  const content = labelled("Son titre", title, { help: "Par exemple : Le programme" });
  const read = () => inBrackets(title.value) || null;
  return askFile({ ...DOCUMENT, input, existing, files, content, read }, given, hooks);
}

const titleOf = (file) => file?.name.replace(/\.[^.]*$/, "").replace(/[-_]+/g, " ") ?? "";
const PHOTO = {
  title: "Ajouter une image",
  none: "Choisissez une image.",
  unsaid: "Dites ce que l'image montre.",
  failed: "Cette image n'a pas pu être ajoutée",
  made: "asPhoto",
};
const DOCUMENT = {
  title: "Ajouter un document",
  none: "Choisissez un document.",
  unsaid: "Écrivez son titre.",
  failed: "Ce document n'a pas pu être ajouté",
  made: "asDocument",
};

/** Ask for a file, or one of the site: `{name, words, size}`; `read` gives the words, null when they are missing. */
async function askFile(asked, given, hooks) {
  const { input, existing, files, content, read } = asked;
  input.addEventListener("change", () => {
    existing.value = "";
    existing.dispatchEvent(new Event("change"));
  });
  const take = () => {
    const file = given ?? input.files[0];
    const words = read();
    if (!file && !existing.value) return asked.none;
    return words === null ? asked.unsaid : { file: !existing.value && file, words };
  };
  const shown = [given ? el("p", given.name) : files, content];
  const answer = await ask(asked.title, shown, "Ajouter", take);
  if (!answer?.file) return answer && { ...answer, name: existing.value };
  try {
    return { ...answer, ...(await hooks.addFile(answer.file, asked.made)) };
  } catch (error) {
    return void (await notice(asked.failed, error.message));
  }
}
