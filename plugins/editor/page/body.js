// The text itself: a plain text area, and buttons that write its few signs in place of the member.

import { fault } from "./controls.js";
import { button, el, labelled, notice } from "./dom.js";
import { part } from "./screen.js";
import { isImage, sizeWords } from "./sent_files.js";
import { DECORATES, TEXT } from "./work.js";

/** What a word processor gives, with lists as here, and without the signs that nobody sees. */
const tidied = (words) =>
  words
    .replace(/\r\n?|[\v\u2028\u2029]/g, "\n")
    .replace(/^[ \t]*(?:[•·▪◦‣\uf0a7\uf0b7][ \t]+|[o§–—]\t+)/gm, "- ")
    .replace(/^[ \t]*(\d+)[.)]\t+/gm, "$1. ")
    .replace(/^\t+(?=[^\s\-*+\d])/gm, "")
    .replace(/[\0-\x08\f\x0e-\x1f\xad\u200b\ufeff]/g, "");

/** The text area and its buttons: `{node, renew(text), tell(words)}`; `hooks` has `changed()`, `addFile(file, made)`. */
export function bodyEditor(text, prompt, site, hooks) {
  const area = el("textarea.texte", {
    id: TEXT.key,
    value: text,
    placeholder: prompt,
    spellcheck: true,
    oninput: () => {
      grow();
      hooks.changed(area.value);
    },
  });
  const grow = () => {
    if (CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 4}px`;
  };

  /** Write over what is selected, so that the browser can undo it. */
  const insert = (words, from = area.selectionStart, to = area.selectionEnd) => {
    area.focus();
    area.setSelectionRange(from, to);
    const isLong = words.length > 8_000; // seconds in Chromium
    if (!isLong && area.isConnected && document.execCommand?.("insertText", false, words)) return;
    area.setRangeText(words, from, to, "end");
    area.dispatchEvent(new Event("input"));
  };
  const selected = () => area.value.slice(area.selectionStart, area.selectionEnd);
  const around = (sign, example) => {
    const words = selected();
    const isMarked =
      words.startsWith(sign) && words.endsWith(sign) && words.length > 2 * sign.length;
    const [start, inside] = [area.selectionStart, words.trim() || example];
    insert(isMarked ? words.slice(sign.length, -sign.length) : sign + inside + sign);
    if (!words) area.setSelectionRange(start + sign.length, start + sign.length + inside.length);
  };
  /** Begin each line of what is selected with a sign, or take it away. */
  const lines = (sign, example) => {
    const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const next = area.value.indexOf("\n", area.selectionEnd);
    const to = next < 0 ? area.value.length : next;
    const all = area.value.slice(from, to).split("\n");
    const areMarked = all.every((line) => line.startsWith(sign));
    const empty = from > 1 && area.value[from - 2] !== "\n" && !areMarked ? "\n" : "";
    const change = (line) => (areMarked ? line.slice(sign.length) : sign + (line || example));
    insert(empty + all.map(change).join("\n"), from, to);
  };
  const block = (words) => {
    const before = area.value.slice(0, area.selectionStart);
    const after = area.value.slice(area.selectionEnd);
    const gap = (hasLine, hasEnd) => (hasLine ? "" : hasEnd ? "\n" : "\n\n");
    const start = gap(!before.trim() || before.endsWith("\n\n"), before.endsWith("\n"));
    insert(start + words + gap(after.startsWith("\n\n"), after.startsWith("\n")));
  };

  /** Ask, come back to where the text was, and use the answer. */
  const asking = async (name, given, use) => {
    const [from, to] = [area.selectionStart, area.selectionEnd];
    const answer = await part("questions")
      .then((questions) => questions[name](...given))
      .catch((error) => notice("Un instant", error.message).then(() => null));
    area.focus();
    area.setSelectionRange(from, to);
    if (answer) use(answer);
  };
  const link = (isButton = false) =>
    asking("askLink", [selected(), site, isButton], ({ address, words }) => {
      if (isButton) block(`[${words}](${address}){: .bouton}`);
      else insert(`[${words}](${address})`);
    });
  const photo = (file) =>
    asking("askPhoto", [file, site, hooks], ({ name, words }) =>
      block(`![${words}](/${encodeURI(name)})${words ? "" : DECORATES}`),
    );
  const file = (given) =>
    asking("askDocument", [given, site, hooks], ({ name, words, size }) =>
      insert(`[${words} (${sizeWords(name, size)})](/${encodeURI(name)})`),
    );

  const tools = [
    ["Gras", () => around("**", "mots importants"), "b"],
    ["Italique", () => around("*", "mots"), "i"],
    ["Titre", () => lines("## ", "Un titre")],
    ["Liste", () => lines("- ", "Un point")],
    ["Lien", () => link(), "k"],
    ["Image", () => photo()],
    ["Document", () => file()],
    ["Citation", () => lines("> ", "Une phrase")],
    ["Bouton", () => link(true)],
    ["Tableau", () => block("| Jour | Heure |\n|---|---|\n| Mardi | 9 h |")],
    ["Encart", () => asking("askBox", [selected()], ({ words }) => block(words))],
    ["Vidéo ou carte", () => asking("askEmbed", [], ({ words }) => block(words))],
  ];
  area.addEventListener("keydown", (event) => {
    const tool =
      (event.ctrlKey || event.metaKey) &&
      !event.altKey &&
      !event.shiftKey &&
      tools.find(([, , key]) => key === event.key.toLowerCase());
    if (!tool) return;
    event.preventDefault();
    tool[1]();
  });
  const takes = (transfer, event) => {
    const words = transfer.getData("text/plain"); // word processors add a picture of it
    const [given] = transfer.files;
    if (words ? tidied(words) === words : !given) return;
    event.preventDefault();
    if (words) insert(tidied(words));
    else if (isImage(given)) photo(given);
    else file(given);
  };
  area.addEventListener("paste", (event) => takes(event.clipboardData, event));
  area.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length) takes(event.dataTransfer, event);
  });
  const wrong = fault(area);
  const node = labelled(TEXT.label, area, { error: wrong.node });
  node.querySelector("label").after(
    el(
      "div.outils",
      { role: "toolbar", "aria-label": "Mise en forme du texte" },
      tools.map(([words, act, key]) =>
        button(words, act, {
          title: key && `Ctrl + ${key.toUpperCase()}`,
          "aria-keyshortcuts": key && `Control+${key.toUpperCase()}`,
        }),
      ),
    ),
  );
  requestAnimationFrame(grow);
  const renew = (text) => {
    if (area.value === text) return;
    const [from, to] = [area.selectionStart, area.selectionEnd];
    area.value = text;
    area.setSelectionRange(from, to);
  };
  return { node, renew, tell: wrong.tell };
}
