// The field of a picture: a photo taken, chosen, dropped or pasted here, or a picture of the site.

import { part } from "./controls.js";
import { button, el, fr } from "./dom.js";
import { picturesOf } from "./photos.js";

export function image(field, given, site, values) {
  const put = (name) => {
    given.set(name);
    values.refresh();
  };
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
    const input = el("input", {
      type: "file",
      accept: "image/*,.heic,.heif",
      className: "cache",
      ...more,
      onchange: () => {
        if (input.files[0]) take(input.files[0]);
        input.value = "";
      },
    });
    return el("label", { className: "bouton-fichier" }, input, words);
  };
  const remove = button("Retirer la photo", () => {
    put("");
    state.textContent = "";
    tools.querySelector("input").focus();
  });
  const tools = el(
    "div",
    { className: "gestes" },
    chooser("Choisir une photo"),
    matchMedia("(pointer: coarse)").matches &&
      chooser("Prendre une photo", { capture: "environment" }),
    remove,
  );
  const made = part(
    { ...field, label: "Ou une image du site", help: "", required: true },
    control,
    given,
  );
  const renew = () => {
    const { value } = given.get();
    const names = new Set(["", ...(site.images ?? []), value]);
    control.replaceChildren(
      ...[...names].map((name) =>
        el(
          "option",
          { value: name, selected: name === value },
          name.replace("images/", "") || "Aucune",
        ),
      ),
    );
    seen.src = values.pictureOf(value) ?? "";
    seen.hidden = !values.pictureOf(value);
    remove.hidden = !value;
  };
  const node = el(
    "fieldset",
    {
      className: "champ depot",
      ondragover: (event) => event.preventDefault(),
      ondrop: takeFrom("dataTransfer"),
      onpaste: takeFrom("clipboardData"),
    },
    el("legend", {}, field.label, el("span", { className: "facultatif" }, " (facultatif)")),
    el("p", { className: "aide" }, "Vous pouvez aussi la glisser ou la coller ici."),
    seen,
    tools,
    state,
    refused,
    made.node,
  );
  return { ...made, node, renew };
}
