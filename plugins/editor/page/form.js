// The form of a kind of text, made from its fields as `formes.json` gives them.

import { button, el, fr, labelled, newId } from "./dom.js";
import { inWords, readMoment, written } from "./moments.js";
import { picturesOf } from "./photos.js";

const ROWS = { text: 3, postal: 2 };
const ADDRESS = { inputMode: "url", spellcheck: false, autocapitalize: "off" };
const ATTRIBUTES = { number: { inputMode: "numeric" }, address: ADDRESS, contact: ADDRESS };

/** The form: `{node, details, tell(faults), refresh(), focus(key)}`; `values` has `get(field)`, `set(field, value)`. */
export function form(fields, values, site) {
  const parts = new Map();
  const make = (field) => {
    const part = (KINDS[field.input] ?? typed)(field, { get: () => values.get(field), set: (value) => values.set(field, value), touch: () => values.touch?.() }, site, values);
    parts.set(field.key, part);
    return part.node;
  };
  const shown = fields.filter((field) => field.key !== "published");
  const isFirst = (field) => field.first || field.instead;
  const more = shown.filter((field) => !isFirst(field)).map(make);
  const details = more.length > 0 && el("details", { className: "plus" }, el("summary", {}, "Plus de détails"), more);
  const node = el("div", {}, shown.filter(isFirst).map(make));
  const refresh = () => {
    const hide = (key, isHidden) => { if (parts.has(key)) parts.get(key).node.hidden = isHidden; };
    for (const field of shown) {
      parts.get(field.key).renew?.();
      const lead = field.after && fields.find((one) => one.key === field.after);
      if (lead) hide(field.key, ![lead, field].some((one) => values.get(one).value.length));
      for (const key of field.instead ?? []) hide(key, parts.get(field.key).count() > 0 && values.taken(field).includes(key));
    }
  };
  refresh();
  const tell = (faults) => {
    for (const [key, part] of parts) part.tell(faults.get(key) ?? "");
    if (details && shown.some((field) => !isFirst(field) && faults.get(field.key))) details.open = true;
  };
  const focus = (key) => {
    if (details?.contains(parts.get(key)?.node)) details.open = true;
    parts.get(key)?.focus();
  };
  return { node, details, tell, refresh, focus };
}

/** What is wrong, beside a control: a function that tells it, or takes it away. */
function fault(control) {
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
function part(field, control, given, box = control) {
  const wrong = fault(control);
  const node = labelled(field.label, control, { help: helpOf(field), isOptional: !field.required, error: wrong.node, box });
  const { odd, raw } = given.get();
  if (odd) {
    control.disabled = true;
    control.value = raw ?? "";
    node.append(el("p", { className: "aide" }, "Écrit autrement dans le fichier : ce champ est laissé tel quel."));
  }
  control.addEventListener("blur", given.touch);
  return { node, tell: wrong.tell, focus: () => control.focus() };
}

/** What a field is for, unless its label says it all, and what may be typed. */
function helpOf({ label, help = "", example, input }) {
  const isTold = new RegExp(`^(l[ea] |les |l'|sa |son )?${label}\\.$`, "i").test(help);
  const like = { moment: "12/12/2026 18h30", switch: "", choice: "", page: "", image: "" }[input] ?? example;
  return [!isTold && help, like && `Par exemple : ${like}`].filter(Boolean).join(" ");
}

function typed(field, given, site, values) {
  const isLong = field.input in ROWS;
  const options = suggestions(known(field, site));
  const control = el(isLong ? "textarea" : "input", { rows: ROWS[field.input], value: given.get().value, autocomplete: "off", list: options?.id, ...ATTRIBUTES[field.input] });
  const read = () => {
    const words = control.value.trim();
    return ["address", "contact"].includes(field.input) && /^www\./i.test(words) ? `https://${words}` : words;
  };
  control.addEventListener("input", () => given.set(read()));
  control.addEventListener("change", () => { control.value = read(); values.refresh?.(); });
  return part(field, control, given, el("div", {}, control, options));
}

/** What the site knows that a field may say. */
const known = (field, site) => field.choices ?? site.connus?.[field.suggest] ?? [];
const suggestions = (words) => words.length > 0 && el("datalist", { id: newId() }, words.map((one) => el("option", { value: one })));

function moment(field, given, site) {
  const today = site.now.slice(0, 10);
  const control = el("input", { value: given.get().value, autocomplete: "off" });
  const read = el("p", { className: "lu", "aria-live": "polite" });
  const day = el("input", { type: "date", tabIndex: -1, "aria-hidden": "true" });
  const show = () => { read.textContent = fr(inWords(control.value, today)); };
  const take = () => { given.set(written(control.value, today)); show(); };
  control.addEventListener("input", take);
  day.addEventListener("change", () => {
    const hour = readMoment(control.value, today)?.hour;
    control.value = day.value.split("-").reverse().join("/") + (hour ? ` ${hour.replace(":", "h")}` : "");
    take();
    control.focus();
  });
  const pick = button("Choisir le jour", () => { day.value = readMoment(control.value, today)?.day ?? ""; day.showPicker?.(); }, { "aria-label": `Choisir le jour : ${field.label}` });
  show();
  return part(field, control, given, el("div", {}, el("div", { className: "cote" }, control, field.input === "moment" && el("span", { className: "calendrier" }, pick, day)), read));
}

function choice(field, given) {
  const { value } = given.get();
  const choices = [...(field.choices ?? [])];
  const known = choices.find((one) => one.localeCompare(value, "fr", { sensitivity: "base" }) === 0) ?? value;
  if (known && !choices.includes(known)) choices.push(known);
  if (!field.default) choices.unshift("");
  const control = el("select", { onchange: () => { given.set(control.value === field.default ? "" : control.value); given.touch(); } },
    choices.map((one) => el("option", { value: one }, one || (field.required ? "À choisir" : "Aucun"))));
  control.value = known || field.default || "";
  return part(field, control, given);
}

function pages(field, given, site) {
  return choice({ ...field, choices: known(field, site) }, given);
}

function onOff(field, given) {
  const isOn = (value) => /^(true|oui|yes|vrai)$/i.test(value || String(field.default ?? ""));
  const control = el("input", { type: "checkbox", checked: isOn(given.get().value), onchange: () => given.set(control.checked === isOn("") ? "" : String(control.checked)) });
  return part(field, control, given);
}

/** Names added one by one, with those that the site knows already. */
function list(field, given, site) {
  let items = [...given.get().value];
  const options = suggestions(known(field, site));
  const chosen = el("ul", { className: "choisis" });
  const control = el("input", { autocomplete: "off", list: options?.id });
  const keep = (next) => { items = next; given.set(items); draw(); };
  const draw = () => {
    chosen.hidden = !items.length;
    chosen.replaceChildren(...items.map((one) => el("li", {}, one, button("Retirer", () => { keep(items.filter((it) => it !== one)); control.focus(); }, { "aria-label": `Retirer ${one}` }))));
  };
  const add = () => {
    const words = control.value.split(",").map((one) => one.trim()).filter((one) => one && !items.includes(one));
    control.value = "";
    if (words.length) keep([...items, ...words]);
  };
  control.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); add(); } });
  control.addEventListener("change", add);
  control.addEventListener("input", () => { if (control.value.endsWith(",") || known(field, site).includes(control.value)) add(); });
  draw();
  return part(field, control, given, el("div", {}, chosen, options, el("div", { className: "cote" }, control, button("Ajouter", () => { add(); control.focus(); }, { "aria-label": `Ajouter : ${field.label}` }))));
}

/** A photo taken, chosen, dropped or pasted here, or a picture of the site. */
function image(field, given, site, values) {
  const put = (name) => { given.set(name); values.refresh(); };
  const control = el("select", { onchange: () => put(control.value) });
  const seen = el("img", { alt: "", className: "vignette" });
  const state = el("p", { className: "etat", role: "status" });
  const refused = el("p", { className: "faute", role: "alert" });
  const take = async (file) => {
    state.textContent = "Photo en préparation…";
    refused.textContent = "";
    try {
      put(await values.addPhoto(file));
      state.textContent = "Photo prête.";
    } catch (error) {
      state.textContent = "";
      refused.textContent = fr(error.message);
    }
  };
  const takeFrom = (transfer) => (event) => {
    const [file] = picturesOf(event[transfer]);
    if (file) event.preventDefault();
    if (file) take(file);
  };
  const chooser = (words, more) => {
    const input = el("input", { type: "file", accept: "image/*,.heic,.heif", className: "cache", ...more, onchange: () => { if (input.files[0]) take(input.files[0]); input.value = ""; } });
    return el("label", { className: "bouton-fichier" }, input, words);
  };
  const remove = button("Retirer la photo", () => { put(""); state.textContent = ""; tools.querySelector("input").focus(); });
  const tools = el("div", { className: "gestes" }, chooser("Choisir une photo"), matchMedia("(pointer: coarse)").matches && chooser("Prendre une photo", { capture: "environment" }), remove);
  const made = part({ ...field, label: "Ou une image du site", help: "", required: true }, control, given);
  const renew = () => {
    const { value } = given.get();
    const names = new Set(["", ...(site.images ?? []), value]);
    control.replaceChildren(...[...names].map((name) => el("option", { value: name, selected: name === value }, name.replace("images/", "") || "Aucune")));
    seen.src = values.pictureOf(value) ?? "";
    seen.hidden = !values.pictureOf(value);
    remove.hidden = !value;
  };
  const node = el("fieldset", { className: "champ depot", ondragover: (event) => event.preventDefault(), ondrop: takeFrom("dataTransfer"), onpaste: takeFrom("clipboardData") },
    el("legend", {}, field.label, el("span", { className: "facultatif" }, " (facultatif)")),
    el("p", { className: "aide" }, "Vous pouvez aussi la glisser ou la coller ici."), seen, tools, state, refused, made.node);
  return { ...made, node, renew };
}

/** Dates that come back: one at least, each with its own fields. */
function dates(field, given, site, values) {
  let items = given.get().value.map((one) => ({ ...one }));
  const place = el("div", {});
  let forms = [];
  const keep = () => given.set(items.filter((one) => Object.keys(one).length).map((one) => ({ ...one })));
  const draw = () => {
    forms = items.map((item) => form(field.fields, {
      get: (one) => ({ value: item[one.key] ?? "" }),
      set: (one, value) => { if (value) item[one.key] = value; else delete item[one.key]; keep(); },
      touch: () => values.touch?.(),
    }, site));
    place.replaceChildren(...forms.map((one, at) => el("fieldset", { className: "date" }, el("legend", {}, `Date ${at + 1}`), one.node, one.details || "",
      button("Retirer cette date", () => remove(at), { "aria-label": `Retirer la date ${at + 1}` }))));
    renew();
  };
  const isWhole = () => values.taken(field).length > 0; // unless a rule gives the others
  const renew = () => { add.textContent = !isWhole() ? "Changer ou ajouter une date" : items.length ? "Ajouter une date" : "Il a lieu plusieurs fois"; };
  const remove = (at) => {
    items.splice(at, 1);
    const [last] = items.length === 1 && isWhole() ? items.splice(0) : [];
    keep();
    draw();
    if (last) values.toOneDate(last);
    else add.focus();
  };
  const add = button("", () => {
    if (!items.length && isWhole()) items.push(values.fromOneDate());
    items.push({});
    keep();
    draw();
    values.refresh();
    forms.at(-1).focus(field.fields[0].key);
  });
  const wrong = fault(place);
  const { odd } = given.get();
  const node = el("div", { className: "champ" }, place, wrong.node, odd ? el("p", { className: "aide" }, "Les dates sont écrites autrement dans le fichier : elles sont laissées telles quelles.") : add);
  draw();
  return { node, renew, tell: (words) => { wrong.tell(words); place.removeAttribute("aria-invalid"); }, focus: () => (forms[0] ? forms[0].focus(field.fields[0].key) : add.focus()), count: () => (odd ? 1 : items.length) };
}

const KINDS = { moment, hour: moment, choice, page: pages, switch: onOff, list, image, dates };
