// Small things that all screens use: elements, a dialogue, what is told to screen readers.

/** French as it is printed: « ’ », and no line that ends before « : ; ? ! » or within « 18 h 30 ». */
export const fr = (words) =>
  words
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, "’")
    .replace(/ (?=[:;?!»])|(?<=«) |(?<=\d) (?=h\b|Mo\b)|(?<=\d h) (?=\d)/g, "\u00a0");
const SAID = ["title", "placeholder", "aria-label"];

/** An element: `on…` are listeners, other names properties or attributes; `null` children are left out. */
export function el(tag, given = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, raw] of Object.entries(given)) {
    if (raw === undefined || raw === null || raw === false) continue;
    const value = SAID.includes(name) && typeof raw === "string" ? fr(raw) : raw;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && !name.startsWith("aria") && name !== "list") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  const shown = children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false);
  node.append(...shown.map((child) => (typeof child === "string" ? fr(child) : child)));
  return node;
}

export const button = (words, onclick, given = {}) =>
  el("button", { type: "button", onclick, ...given }, words);

let serial = 0;
export const newId = () => `n${(serial += 1)}`;

/** Tell it to who does not see the screen. */
export function say(words) {
  document.getElementById("annonce").textContent = fr(words);
}

/** A labelled control; what helps and what is wrong are tied to it. */
export function labelled(
  label,
  control,
  { help = "", isOptional = false, error = null, box = control } = {},
) {
  const id = (control.id ||= newId());
  const helpId = `${id}-aide`;
  const told = [help && helpId, error && (error.id = `${id}-faute`)].filter(Boolean).join(" ");
  if (told) control.setAttribute("aria-describedby", told);
  return el(
    "div",
    { className: "champ" },
    el(
      "label",
      { htmlFor: id },
      label,
      isOptional && el("span", { className: "facultatif" }, " (facultatif)"),
    ),
    help && el("p", { className: "aide", id: helpId }, help),
    box,
    error,
  );
}

/** What says that a picture shows nothing: `{node, control}`; it takes the place of `words`. */
export function decorating(words) {
  const control = el("input", {
    type: "checkbox",
    onchange: () => {
      words.disabled = control.checked;
    },
  });
  return { node: el("label", {}, control, " Elle ne fait que décorer"), control };
}

/** Ask in a dialogue; the answer is what `read` gives, or null when it is given up. */
export function ask(
  title,
  content,
  yes,
  read = () => true,
  { no = "Annuler", isGrave = false } = {},
) {
  return new Promise((answer) => {
    const dialog = el("dialog", { "aria-labelledby": "titre-question" });
    const close = (value) => {
      dialog.close();
      dialog.remove();
      answer(value);
    };
    dialog.append(
      el(
        "form",
        {
          method: "dialog",
          noValidate: true,
          onsubmit: (event) => {
            event.preventDefault();
            const value = read();
            if (value !== null && value !== undefined) close(value);
          },
        },
        el("h2", { id: "titre-question", tabIndex: -1 }, title),
        ...[content].flat(),
        el(
          "p",
          { className: "gestes" },
          el("button", { className: isGrave ? "grave" : "principal" }, yes),
          button(no, () => close(null)),
        ),
      ),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close(null);
    });
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("input, select, textarea") ?? dialog.querySelector("h2")).focus();
  });
}

export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The texts that hold all words asked for, the first `most` of them. */
export function search(items, words, textOf) {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  return items.filter((item) => asked.every((word) => textOf(item).includes(word)));
}

/** What went wrong, in French; `status` is 0 when nothing answered. */
export class Refused extends Error {
  constructor(message, status, answer = {}) {
    super(message);
    Object.assign(this, { status, answer });
  }
}
