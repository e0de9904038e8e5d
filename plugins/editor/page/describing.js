// Images are described before they are saved.

import { decorating, el, fr, labelled } from "./dom.js";
import { baseOf } from "./sent_files.js";

/** The form that asks what images show; `next()` once it is said. */
export function describing(work, unsaid, next) {
  const inputs = unsaid.map(() => el("input", { autocomplete: "off" }));
  const wrong = el("p.faute", { role: "alert" });
  const take = (event) => {
    event.preventDefault();
    const empty = inputs.find((one) => !one.disabled && !one.value.trim());
    wrong.textContent = empty ? fr("Dites en quelques mots ce que l'image montre.") : "";
    if (empty) {
      empty.focus();
      return;
    }
    unsaid.forEach((one, at) => one.say(inputs[at].disabled ? "" : inputs[at].value.trim()));
    next();
  };
  const parts = unsaid.map(({ name }, at) => [
    work.imageOf(name) && el("img.vignette", { alt: "", src: work.imageOf(name) }),
    labelled("Ce que l'image montre", inputs[at], { help: baseOf(name) }),
    decorating(inputs[at]),
  ]);
  return el(
    "form",
    { noValidate: true, onsubmit: take },
    el("p", "Des personnes ne voient pas les images : dites-leur ce qu'elles montrent."),
    parts.map((one) => el("div", one)),
    wrong,
    el("p.gestes", el("button.principal", "Continuer")),
  );
}
