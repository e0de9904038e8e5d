// Small things that all screens use: elements, a dialogue, what is told to screen readers.

/** French as it is printed: « ’ », and no line that ends before « : ; ? ! » or within « 18 h 30 ». */
export const fr = (words) =>
  words
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, "’")
    .replace(/ (?=[:;?!»])|(?<=«) |(?<=\d) (?=h\b|Mo\b)|(?<=\d h) (?=\d)/g, "\u00a0");
const SAID = ["title", "placeholder", "aria-label"];

// What an element has may come before what it holds: `on…` are listeners, other names properties or attributes.
/** An element, `p.aide` with its class; what is empty is left out. */
export function el(named, ...children) {
  const [tag, ...classes] = named.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  const given = children[0]?.constructor === Object ? children.shift() : {};
  for (const [name, raw] of Object.entries(given)) {
    if (raw === undefined || raw === null || raw === false) continue;
    const value = SAID.includes(name) && typeof raw === "string" ? fr(raw) : raw;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && !name.startsWith("aria") && name !== "list") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  const shown = children.flat(Infinity).filter(Boolean);
  node.append(...shown.map((child) => (typeof child === "string" ? fr(child) : child)));
  return node;
}

/** A list, `ul` or `ol`. */
export const bullets = (named, ...all) =>
  el(
    named,
    all
      .flat()
      .filter(Boolean)
      .map((one) => el("li", one)),
  );

export const button = (words, onclick, given = {}) =>
  el("button", { type: "button", onclick, ...given }, words);
export const MAIN = { className: "principal" };

let pressing;
globalThis.addEventListener?.(
  // what has no page, such as a program that reads dates, has no press
  "mousedown",
  () => {
    pressing = new Promise((done) => {
      const end = () => setTimeout(done); // after its click
      setTimeout(done, 700); // menus, and other windows, keep the end of a press to themselves
      for (const name of ["mouseup", "dragend"]) addEventListener(name, end, { once: true });
    });
  },
  true,
);
/** Do what moves the page: not while a press leaves a field, which would fall beside its aim. */
export const move = (act) => (pressing ? pressing.then(act) : act());

let serial = 0;
export const newId = () => `n${(serial += 1)}`;

/** Tell it to who does not see the screen. */
export function say(words) {
  document.getElementById("annonce").textContent = fr(words);
}

/** A labelled control; what helps and what is wrong are tied to it. */
export function labelled(label, control, { help, isOptional, error, box = control } = {}) {
  const id = (control.id ||= newId());
  const helping = help && el("p.aide", { id: `${id}-aide` }, help);
  if (error) error.id = `${id}-faute`;
  const tied = [helping, error].filter(Boolean).map((one) => one.id);
  if (tied.length) control.setAttribute("aria-describedby", tied.join(" "));
  const words = [label, isOptional && el("span.facultatif", " (facultatif)")];
  return el("div.champ", el("label", { htmlFor: id }, words), helping, box, error);
}

/** What says that an image shows nothing; it takes the place of `words`. */
export function decorating(words) {
  const onchange = (event) => {
    words.disabled = event.target.checked;
  };
  return el("label", el("input", { type: "checkbox", onchange }), " Elle ne fait que décorer");
}

/** Ask in a dialogue: the answer is what `read` gives, or null; words that it gives say what is wrong. */
export function ask(title, content, yes, read = () => true, { no = "Annuler", isGrave } = {}) {
  return new Promise((done) => {
    const end = (answer) => {
      dialog.close();
      dialog.remove();
      done(answer);
    };
    const wrong = el("p.faute", { role: "alert" });
    const onsubmit = (event) => {
      event.preventDefault();
      const given = read();
      if (typeof given === "string") wrong.textContent = fr(given);
      else end(given);
    };
    const heading = el("h2", { id: "titre-question", tabIndex: -1 }, title);
    const acts = [
      el("button", { className: isGrave ? "grave" : "principal" }, yes),
      no && button(no, () => end(null)),
    ];
    const parts = [heading, content, wrong, el("p.gestes", acts)];
    const dialog = el(
      "dialog",
      { "aria-labelledby": heading.id, oncancel: () => end(null) },
      el("form", { noValidate: true, onsubmit }, parts),
    );
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("input, select, textarea") ?? heading).focus();
  });
}

/** Whether one wants what cannot be undone. */
export const sure = (title, words, yes) =>
  ask(title, el("p", words), yes, undefined, { isGrave: true, no: "Garder" });
/** Tell what was not done. */
export const notice = (title, words) =>
  ask(title, el("p", words), "J'ai compris", undefined, { no: "" });

export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Those whose `plain` words hold all words asked for. */
export function search(all, words) {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  return all.filter((one) => asked.every((word) => one.plain.includes(word)));
}

/** Ask for JSON; what is refused is thrown as `refusal(status, told, answer)` makes it, 0 when nothing answers. */
export async function askJson(address, given, refusal) {
  let answer, told;
  try {
    answer = await fetch(address, { cache: "no-store", credentials: "same-origin", ...given });
    told = await answer.json();
  } catch {
    if (answer?.ok !== false) throw refusal(0);
  }
  if (!answer.ok) throw refusal(answer.status, told, answer);
  return told;
}

/** What went wrong, in French; `status` is 0 when nothing answered. */
export class Refused extends Error {
  constructor(message, status, answer = {}) {
    super(message);
    Object.assign(this, { status, answer });
  }
}
