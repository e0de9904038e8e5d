// Pictures are described before they are saved.

import { decorating, el, fr, labelled } from "./dom.js";

/** The form that asks what pictures show; `next()` once it is said. */
export function describing(work, unsaid, next) {
  const inputs = unsaid.map(() => el("input", { autocomplete: "off" }));
  const decors = inputs.map(decorating);
  const wrong = el("p", { className: "faute", role: "alert" });
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
  return el(
    "form",
    { noValidate: true, onsubmit: take },
    el("p", {}, "Des personnes ne voient pas les images : dites-leur ce qu'elles montrent."),
    unsaid.map(({ name }, at) => {
      const address = work.pictureOf(name);
      return el(
        "div",
        {},
        address && el("img", { alt: "", src: address, className: "vignette" }),
        labelled("Ce que l'image montre", inputs[at], { help: name.replace("images/", "") }),
        decors[at].node,
      );
    }),
    wrong,
    el("p", { className: "gestes" }, el("button", { className: "principal" }, "Continuer")),
  );
}
