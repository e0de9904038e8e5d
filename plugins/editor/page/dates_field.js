// The field of several dates, each with its own fields.

import { fault } from "./controls.js";
import { button, el } from "./dom.js";

/** Dates that come back: one at least, each with its own fields. */
export function dates(field, given, site, values, form) {
  let items = given.get().value.map((one) => ({ ...one }));
  const place = el("div");
  let forms = [];
  const keep = () =>
    given.set(items.filter((one) => Object.keys(one).length).map((one) => ({ ...one })));
  const formOf = (item) => {
    const set = (one, value) => {
      if (value) item[one.key] = value;
      else delete item[one.key];
      keep();
    };
    const get = (one) => ({ value: item[one.key] ?? "" });
    return form(field.fields, { get, set, touch: values.touch }, site);
  };
  const shownOf = ({ node, details }, at) => {
    const label = { "aria-label": `Retirer la date ${at + 1}` };
    const removing = button("Retirer cette date", () => remove(at), label);
    return el("fieldset.date", el("legend", `Date ${at + 1}`), node, details, removing);
  };
  const draw = () => {
    forms = items.map(formOf);
    place.replaceChildren(...forms.map(shownOf));
    renew();
  };
  const isWhole = () => values.taken(field).length > 0; // unless a rule gives the others
  const renew = () => {
    const whole = items.length ? "Ajouter une date" : "Il a lieu plusieurs fois";
    add.textContent = isWhole() ? whole : "Changer ou ajouter une date";
  };
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
  const node = el(
    "div.champ",
    place,
    wrong.node,
    odd
      ? el(
          "p.aide",
          "Les dates sont écrites autrement dans le fichier : elles sont laissées telles quelles.",
        )
      : add,
  );
  draw();
  return {
    node,
    renew,
    tell: (words) => {
      wrong.tell(words);
      place.removeAttribute("aria-invalid");
    },
    focus: () => (forms[0] ? forms[0].focus(field.fields[0].key) : add.focus()),
    count: () => (odd ? 1 : items.length),
  };
}
