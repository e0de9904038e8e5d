// Several filters together: fields made of the page's own links, answered by /agenda.json.
(() => {
  const box = document.querySelector(".filters");
  const main = document.querySelector(".agenda");
  const links = box.querySelector("dl");
  const alone = [...main.childNodes];
  const most = 200;
  const make = (tag, name, text, inside) => {
    const it = document.createElement(tag);
    if (name) it.className = name;
    if (text) it.textContent = text;
    if (inside) it.append(...inside);
    return it;
  };

  const form = make("form");
  const fields = [...box.querySelectorAll("[data-kind]")].map((group) => {
    const name = group.querySelector("dt").textContent;
    const field = make("select", "", "", [make("option", "", "Tous")]);
    field.options[0].value = "";
    field.name = group.dataset.kind;
    group.querySelectorAll("a").forEach((link) => {
      const option = make("option", "", link.textContent);
      option.value = link.pathname.split("/agenda/")[1];
      field.append(option);
    });
    form.append(make("label", "", name, [field]));
    return field;
  });
  const from = make("input");
  from.type = "date";
  from.name = "depuis";
  form.append(make("label", "", "À partir du", [from]));
  const told = make("p", "told");
  told.setAttribute("role", "status");
  box.querySelector("summary").after(form, told);
  fields.push(from);

  let events;
  const line = (it) => {
    const title = make("a", "", it.title);
    title.href = it.url;
    const parts = [
      make("span", "figure", String(+it.start.slice(8, 10))),
      make("h3", "", "", [title]),
      make("p", "when", it.when),
    ];
    parts[0].setAttribute("aria-hidden", "true");
    const { place = "", town } = it;
    const isSaid = place.toLowerCase().includes((town || "").toLowerCase());
    const where = [place, isSaid ? "" : town].filter(Boolean).join(", ");
    if (where || it.online) parts.push(make("p", "place", where || "En ligne"));
    if (it.status != "scheduled")
      parts.push(
        make(
          "strong",
          "status",
          { full: "Complet", postponed: "Reporté", cancelled: "Annulé" }[it.status],
        ),
      );
    if (it.announced_by) {
      const names = new Intl.ListFormat("fr").format(it.announced_by);
      parts.push(make("p", "note", "Annoncé par " + names));
    }
    return make("li", "line", "", parts);
  };
  const run = async () => {
    const chosen = fields.filter((field) => field.value);
    const query = new URLSearchParams(chosen.map((field) => [field.name, field.value]));
    history.replaceState(null, "", chosen.length ? "?" + query : location.pathname);
    told.textContent = "";
    links.hidden = chosen.length;
    if (!chosen.length) return main.replaceChildren(...alone);
    try {
      events ||= (await (await fetch(box.dataset.json)).json()).events;
    } catch {
      links.hidden = false;
      told.textContent = "La recherche n’a pas abouti : suivez l’un des liens ci-dessous.";
      return;
    }
    const views = chosen.filter((field) => field != from).map((field) => field.value);
    const found = events.filter(
      (it) => it.start >= from.value && views.every((view) => (it.views || []).includes(view)),
    );
    told.textContent =
      found.length > 1
        ? found.length + " dates"
        : found.length
          ? "Une date"
          : "Rien de prévu : retirez un choix.";
    if (found.length > most) {
      told.append("\u00a0; voici les " + most + " premières");
      const wide = chosen.find((field) => field != from);
      if (wide) {
        const rest = make("a", "", wide.selectedOptions[0].text);
        rest.href = location.pathname + wide.value;
        told.append(". Toutes, mois par mois\u00a0: ", rest);
      }
    }
    const months = new Map();
    found.slice(0, most).forEach((it) => {
      const month = new Date(it.start.slice(0, 10)).toLocaleDateString("fr", {
        month: "long",
        year: "numeric",
        timeZone: "UTC",
      });
      months.set(month, [...(months.get(month) || []), line(it)]);
    });
    main.replaceChildren(
      ...[...months].map(([month, lines]) =>
        make("section", "group", "", [make("h2", "", month), make("ol", "", "", lines)]),
      ),
    );
    // The fields stay in sight above the first results; the focus stays where it is.
    told.scrollIntoView({ block: "center" });
  };

  form.addEventListener("change", run);
  form.addEventListener("submit", (event) => event.preventDefault());
  const asked = new URLSearchParams(location.search);
  fields.forEach((field) => (field.value = asked.get(field.name) || ""));
  if (fields.some((field) => field.value)) {
    box.open = true;
    run();
  }
})();
