// The controls of a form, one for each kind of field.

import { button, el, fr, labelled, move, newId } from "./dom.js";
import { asTyped, inWords, readMoment, written } from "./moments.js";

const ROWS = { text: 3, postal: 2 };
const ADDRESS = { inputMode: "url", spellcheck: false, autocapitalize: "off" };
// What is spoken here, or written to those who come from elsewhere.
const LANGUAGES = "oc en es ca it pt de nl ar kab tr uk".split(" ");
const ATTRIBUTES = { number: { inputMode: "numeric" }, address: ADDRESS, contact: ADDRESS };

/** What is wrong, beside a control: a function that tells it, or takes it away. */
export function fault(control) {
  const node = el("p.faute", { hidden: true });
  const tell = (words) => {
    node.textContent = fr(words);
    node.hidden = !words;
    if (words) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  };
  return { node, tell };
}

/** A control with its label, help and faults; what is written in a way of its own is shown and left. */
export function fieldPart(field, control, given, box = control) {
  const wrong = fault(control);
  const node = labelled(field.label, control, {
    help: helpOf(field),
    isOptional: !field.required,
    error: wrong.node,
    box,
  });
  const { odd, raw } = given.get();
  if (odd) {
    control.disabled = true;
    control.value = raw ?? "";
    node.append(el("p.aide", "Écrit autrement dans le fichier : ce champ est laissé tel quel."));
  }
  control.addEventListener("blur", given.touch);
  return { node, tell: wrong.tell, focus: () => control.focus() };
}

/** What a field is for, unless its label says it all, and what may be typed. */
function helpOf({ label, help = "", example, input }) {
  const isTold = new RegExp(`^(l[ea] |les |l'|sa |son )?${label}\\.$`, "i").test(help);
  const isChosen = ["switch", "choice", "page", "image", "language"].includes(input);
  const like = !isChosen && example?.split(", ").map(asTyped).join(", ");
  return [!isTold && help, like && `Par exemple : ${like}`].filter(Boolean).join(" ");
}

/** A line, or several, as they are typed. */
export function typed(field, given, site, values) {
  const isLong = field.input in ROWS;
  const options = suggestions(known(field, site));
  const control = el(isLong ? "textarea" : "input", {
    rows: ROWS[field.input],
    value: given.get().value,
    autocomplete: "off",
    list: options?.id,
    ...ATTRIBUTES[field.input],
  });
  const read = () => {
    const words = control.value.trim();
    return ["address", "contact"].includes(field.input) && /^www\./i.test(words)
      ? `https://${words}`
      : words;
  };
  control.addEventListener("input", () => given.set(read()));
  control.addEventListener("change", () => {
    control.value = read();
    move(() => values.refresh?.());
  });
  return fieldPart(field, control, given, el("div", control, options));
}

/** What the site knows that a field may say. */
const known = (field, site) => field.choices ?? site.connus?.[field.suggest] ?? [];
const suggestions = (words) =>
  words.length > 0 &&
  el(
    "datalist",
    { id: newId() },
    words.map((one) => el("option", { value: one })),
  );

function moment(field, given, site) {
  const today = site.now.slice(0, 10);
  const control = el("input", { value: asTyped(given.get().value), autocomplete: "off" });
  const read = el("p.lu", { "aria-live": "polite" });
  const day = el("input", { type: "date", tabIndex: -1, "aria-hidden": "true" });
  const show = () => {
    read.textContent = fr(inWords(control.value, today));
  };
  const take = () => {
    given.set(written(control.value, today));
    show();
  };
  control.addEventListener("input", take);
  day.addEventListener("change", () => {
    const hour = readMoment(control.value, today)?.hour;
    control.value = asTyped(hour ? `${day.value} ${hour}` : day.value);
    take();
    control.focus();
  });
  const choose = () => {
    day.value = readMoment(control.value, today)?.day ?? "";
    day.showPicker?.();
  };
  const words = "Choisir le jour";
  const pick = button(words, choose, { "aria-label": `${words} : ${field.label}` });
  show();
  const calendar = field.input === "moment" && el("span.calendrier", pick, day);
  return fieldPart(field, control, given, el("div", el("div.cote", control, calendar), read));
}

const choice = (field, given, site) => selection(field, given, known(field, site));

function selection(field, given, all, wordsOf = (one) => one) {
  const { value } = given.get();
  const choices = [...all];
  const isAlike = (one) => one.localeCompare(value, "fr", { sensitivity: "base" }) === 0;
  const now = choices.find(isAlike) ?? value;
  if (now && !choices.includes(now)) choices.push(now);
  if (!field.default) choices.unshift("");
  const onchange = () => {
    given.set(control.value === field.default ? "" : control.value);
    given.touch();
  };
  const none = field.required ? "À choisir" : "Aucun";
  const control = el(
    "select",
    { onchange },
    choices.map((one) => el("option", { value: one }, wordsOf(one) || none)),
  );
  control.value = now || field.default || "";
  return fieldPart(field, control, given);
}

/** A language by its name, as a file has its code. */
function language(field, given) {
  const names = new Intl.DisplayNames("fr", { type: "language" });
  const nameOf = (code) => {
    try {
      return names.of(code || "fr");
    } catch {
      return code; // no code: the check tells it
    }
  };
  return selection(field, given, LANGUAGES, nameOf);
}

function onOff(field, given) {
  const isOn = (value) => /^(true|oui|yes|vrai)$/i.test(value || String(field.default ?? ""));
  const control = el("input", {
    type: "checkbox",
    checked: isOn(given.get().value),
    onchange: () => given.set(control.checked === isOn("") ? "" : String(control.checked)),
  });
  return fieldPart(field, control, given);
}

/** Names added one by one, with those that the site knows already. */
function list(field, given, site) {
  let items = [...given.get().value];
  const options = suggestions(known(field, site));
  const chosen = el("ul.choisis");
  const control = el("input", { autocomplete: "off", list: options?.id });
  const keep = (next) => {
    items = next;
    given.set(items);
    move(draw);
  };
  const remove = (one) => {
    keep(items.filter((it) => it !== one));
    control.focus();
  };
  const removing = (one) =>
    button("Retirer", () => remove(one), { "aria-label": `Retirer ${one}` });
  const draw = () => {
    chosen.hidden = !items.length;
    chosen.replaceChildren(...items.map((one) => el("li", one, removing(one))));
  };
  const add = () => {
    const words = control.value.split(",").map((one) => one.trim());
    const more = words.filter((one) => one && !items.includes(one));
    control.value = "";
    if (more.length) keep([...items, ...more]);
  };
  const press = () => {
    add();
    control.focus();
  };
  control.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      add();
    }
  });
  control.addEventListener("change", add);
  control.addEventListener("input", () => {
    if (control.value.endsWith(",") || known(field, site).includes(control.value)) add();
  });
  draw();
  const adding = button("Ajouter", press, { "aria-label": `Ajouter : ${field.label}` });
  return fieldPart(
    field,
    control,
    given,
    el("div", chosen, options, el("div.cote", control, adding)),
  );
}

export const CONTROLS = {
  moment,
  hour: moment,
  choice,
  page: choice,
  language,
  switch: onOff,
  list,
};
