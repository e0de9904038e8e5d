// The controls of a form, one for each kind of field.

import { button, el, fr, labelled, newId } from "./dom.js";
import { asTyped, inWords, readMoment, written } from "./moments.js";

const ROWS = { text: 3, postal: 2 };
const ADDRESS = { inputMode: "url", spellcheck: false, autocapitalize: "off" };
const ATTRIBUTES = { number: { inputMode: "numeric" }, address: ADDRESS, contact: ADDRESS };

/** What is wrong, beside a control: a function that tells it, or takes it away. */
export function fault(control) {
  const node = el("p", { className: "faute", hidden: true });
  const tell = (words) => {
    node.textContent = fr(words);
    node.hidden = !words;
    if (words) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  };
  return { node, tell };
}

/** A control with its label, help and faults; what is written in a way of its own is shown and left. */
export function part(field, control, given, box = control) {
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
    node.append(
      el(
        "p",
        { className: "aide" },
        "Écrit autrement dans le fichier : ce champ est laissé tel quel.",
      ),
    );
  }
  control.addEventListener("blur", given.touch);
  return { node, tell: wrong.tell, focus: () => control.focus() };
}

/** What a field is for, unless its label says it all, and what may be typed. */
function helpOf({ label, help = "", example, input }) {
  const isTold = new RegExp(`^(l[ea] |les |l'|sa |son )?${label}\\.$`, "i").test(help);
  const like =
    { switch: "", choice: "", page: "", image: "" }[input] ??
    example?.split(", ").map(asTyped).join(", ");
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
    values.refresh?.();
  });
  return part(field, control, given, el("div", {}, control, options));
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
  const read = el("p", { className: "lu", "aria-live": "polite" });
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
    control.value =
      day.value.split("-").reverse().join("/") + (hour ? ` ${hour.replace(":", "h")}` : "");
    take();
    control.focus();
  });
  const pick = button(
    "Choisir le jour",
    () => {
      day.value = readMoment(control.value, today)?.day ?? "";
      day.showPicker?.();
    },
    { "aria-label": `Choisir le jour : ${field.label}` },
  );
  show();
  return part(
    field,
    control,
    given,
    el(
      "div",
      {},
      el(
        "div",
        { className: "cote" },
        control,
        field.input === "moment" && el("span", { className: "calendrier" }, pick, day),
      ),
      read,
    ),
  );
}

function choice(field, given) {
  const { value } = given.get();
  const choices = [...(field.choices ?? [])];
  const known =
    choices.find((one) => one.localeCompare(value, "fr", { sensitivity: "base" }) === 0) ?? value;
  if (known && !choices.includes(known)) choices.push(known);
  if (!field.default) choices.unshift("");
  const control = el(
    "select",
    {
      onchange: () => {
        given.set(control.value === field.default ? "" : control.value);
        given.touch();
      },
    },
    choices.map((one) =>
      el("option", { value: one }, one || (field.required ? "À choisir" : "Aucun")),
    ),
  );
  control.value = known || field.default || "";
  return part(field, control, given);
}

function pages(field, given, site) {
  return choice({ ...field, choices: known(field, site) }, given);
}

function onOff(field, given) {
  const isOn = (value) => /^(true|oui|yes|vrai)$/i.test(value || String(field.default ?? ""));
  const control = el("input", {
    type: "checkbox",
    checked: isOn(given.get().value),
    onchange: () => given.set(control.checked === isOn("") ? "" : String(control.checked)),
  });
  return part(field, control, given);
}

/** Names added one by one, with those that the site knows already. */
function list(field, given, site) {
  let items = [...given.get().value];
  const options = suggestions(known(field, site));
  const chosen = el("ul", { className: "choisis" });
  const control = el("input", { autocomplete: "off", list: options?.id });
  const keep = (next) => {
    items = next;
    given.set(items);
    draw();
  };
  const draw = () => {
    chosen.hidden = !items.length;
    chosen.replaceChildren(
      ...items.map((one) =>
        el(
          "li",
          {},
          one,
          button(
            "Retirer",
            () => {
              keep(items.filter((it) => it !== one));
              control.focus();
            },
            { "aria-label": `Retirer ${one}` },
          ),
        ),
      ),
    );
  };
  const add = () => {
    const words = control.value
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one && !items.includes(one));
    control.value = "";
    if (words.length) keep([...items, ...words]);
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
  return part(
    field,
    control,
    given,
    el(
      "div",
      {},
      chosen,
      options,
      el(
        "div",
        { className: "cote" },
        control,
        button(
          "Ajouter",
          () => {
            add();
            control.focus();
          },
          { "aria-label": `Ajouter : ${field.label}` },
        ),
      ),
    ),
  );
}

export const CONTROLS = { moment, hour: moment, choice, page: pages, switch: onOff, list };
