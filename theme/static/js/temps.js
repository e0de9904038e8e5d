// Time passes without a build: what is over since then is marked, moved and relabelled.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const has = (iso) => Date.parse(iso) <= Date.now();

  // Among siblings sorted by their keys, from small to great (1) or the reverse (-1), equals too.
  const put = (parent, child, order) => {
    const isAfter = (it) =>
      it != child && it.dataset.key.localeCompare(child.dataset.key) * order * 2 > order;
    parent.insertBefore(child, [...parent.children].find(isAfter));
  };

  const move = (line, parent, key, title, order) => {
    const from = line.closest(".group");
    if (from.dataset.key == key) return;
    let group = [...parent.children].find((it) => it.dataset.key == key);
    if (!group) {
      group = from.cloneNode(true);
      group.dataset.key = key;
      group.querySelector("h2").textContent = title;
      group.querySelector("ol").textContent = "";
      put(parent, group, order);
    }
    put(group.querySelector("ol"), line, order);
    if (!from.querySelector("li")) from.remove();
  };

  const run = () => {
    all("[data-over-iso]").forEach((it) => has(it.dataset.overIso) && (it.dataset.state = "over"));
    all("[data-closes-iso]").forEach((it) => {
      if (has(it.dataset.closesIso)) it.parentNode.textContent = "Inscriptions closes";
    });
    all("[data-state] [data-passes]").forEach((it) => it.remove());
    all("[data-label]").forEach((it) => {
      const scope = it.closest("[data-over-iso]");
      const dates = [scope, ...scope.querySelectorAll("[data-key]")];
      const isNow = dates.some(
        ({ dataset: d }) => d.key && !d.state && !("off" in d) && has(d.key),
      );
      const coming = it.closest(".line") ? "" : "À venir"; // what a list shows is to come
      const label = it.dataset.label || (isNow ? "En ce moment" : coming);
      it.textContent = it.closest("[data-state]") ? "Passé" : label;
    });
    all(".next-event > [data-state]").forEach((it) => it.remove());
    all(".next-event").forEach((it) => {
      const next = it.firstElementChild;
      next ? (next.hidden = false) : it.remove();
    });
    const [coming, past] = all(".upcoming, .past");
    if (!past) return;
    all(".upcoming .line").forEach((line) => {
      const { key, state, year } = line.dataset;
      if (state) move(line, past, year, "Archives " + year, -1);
      else if (has(key) && line.querySelector("[data-label]"))
        move(line, coming, "0", "En ce moment", 1);
    });
    past.hidden = !past.firstElementChild;
    all(".nothing")[0].hidden = coming.firstElementChild;
  };

  run();
  setInterval(run, 60000);
  document.addEventListener("visibilitychange", run);
})();
