// The form of a kind of text, made from its fields as `formes.json` gives them.

import { CONTROLS, typed } from "./controls.js";
import { dates } from "./dates_field.js";
import { el } from "./dom.js";
import { image } from "./photo_field.js";

const KINDS = { ...CONTROLS, image, dates };

/** The form: `{node, details, tell(faults), refresh(), focus(key)}`; `values` has `get(field)`, `set(field, value)`. */
export function form(fields, values, site) {
  const parts = new Map();
  const make = (field) => {
    const part = (KINDS[field.input] ?? typed)(
      field,
      {
        get: () => values.get(field),
        set: (value) => values.set(field, value),
        touch: () => values.touch(),
      },
      site,
      values,
      form,
    );
    parts.set(field.key, part);
    return part.node;
  };
  const shown = fields.filter((field) => field.key !== "published");
  const isFirst = (field) => field.first || field.instead;
  const more = shown.filter((field) => !isFirst(field)).map(make);
  const details = more.length > 0 && el("details.plus", el("summary", "Plus de détails"), more);
  const node = el("div", shown.filter(isFirst).map(make));
  const refresh = () => {
    const hide = (key, isHidden) => {
      if (parts.has(key)) parts.get(key).node.hidden = isHidden;
    };
    for (const field of shown) {
      parts.get(field.key).renew?.();
      const lead = field.after && fields.find((one) => one.key === field.after);
      if (lead) hide(field.key, ![lead, field].some((one) => values.get(one).value.length));
      for (const key of field.instead ?? [])
        hide(key, parts.get(field.key).count() > 0 && values.taken(field).includes(key));
    }
  };
  refresh();
  const tell = (faults) => {
    for (const [key, part] of parts) part.tell(faults.get(key) ?? "");
    if (details && shown.some((field) => !isFirst(field) && faults.get(field.key)))
      details.open = true;
  };
  const focus = (key) => {
    if (details?.contains(parts.get(key)?.node)) details.open = true;
    parts.get(key)?.focus();
  };
  return { node, details, tell, refresh, focus };
}
