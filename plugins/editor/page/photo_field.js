// The field of an image: a photo taken, chosen, dropped or pasted here, or an image of the site.

import { fieldPart } from "./controls.js";
import { button, el, fr } from "./dom.js";
import { IMAGES, baseOf, isImage } from "./sent_files.js";

/** Images of the site, to choose one; what is chosen is shown. */
export function imageChoice(site, imageOf, onchange) {
  const control = el("select", {
    onchange: () => {
      look();
      onchange(control.value);
    },
  });
  const seen = el("img.vignette", { alt: "" });
  const look = () => {
    const address = control.value && imageOf(control.value);
    seen.hidden = !address;
    seen.src = address || "data:,";
  };
  const renew = (value) => {
    const names = new Set(["", ...(site.images ?? []), value]);
    const options = [...names].map((name) =>
      el("option", { value: name }, baseOf(name) || "Aucune"),
    );
    control.replaceChildren(...options);
    control.value = value;
    look();
  };
  renew("");
  return { control, seen, renew };
}

export function image(field, given, site, values) {
  const put = (name) => {
    given.set(name);
    values.refresh();
  };
  const { control, seen, renew: look } = imageChoice(site, values.imageOf, put);
  const state = el("p.etat", { role: "status" });
  const refused = el("p.faute", { role: "alert" });
  const take = async (file) => {
    state.textContent = "Photo en préparation…";
    refused.textContent = "";
    try {
      put((await values.addFile(file, "asPhoto")).name);
      state.textContent = "Photo prête.";
    } catch (error) {
      state.textContent = "";
      refused.textContent = fr(error.message);
    }
  };
  const takeFrom = (transfer) => (event) => {
    const file = [...(event[transfer]?.files ?? [])].find(isImage);
    if (!file) return;
    event.preventDefault();
    take(file);
  };
  const chooser = (words, more) => {
    const onchange = () => {
      if (input.files[0]) take(input.files[0]);
      input.value = "";
    };
    const input = el("input.cache", { type: "file", accept: IMAGES, ...more, onchange });
    return el("label.bouton-fichier", input, words);
  };
  const remove = button("Retirer la photo", () => {
    put("");
    state.textContent = "";
    tools.querySelector("input").focus();
  });
  const hasCamera = matchMedia("(pointer: coarse)").matches;
  const tools = el(
    "div.gestes",
    chooser("Choisir une photo"),
    hasCamera && chooser("Prendre une photo", { capture: "environment" }),
    remove,
  );
  const asked = { ...field, label: "Ou une image du site", help: "", required: true };
  const made = fieldPart(asked, control, given);
  const renew = () => {
    const { value } = given.get();
    look(value);
    remove.hidden = !value;
  };
  const node = el(
    "fieldset.champ.depot",
    { ondrop: takeFrom("dataTransfer"), onpaste: takeFrom("clipboardData") },
    el("legend", field.label, el("span.facultatif", " (facultatif)")),
    el("p.aide", "Vous pouvez aussi la glisser ou la coller ici."),
    seen,
    tools,
    state,
    refused,
    made.node,
  );
  return { ...made, node, renew };
}
