// A card shows what another site holds once a visitor asks for it; without script, its link does.
document.querySelectorAll("[data-contenu]").forEach((card) => {
  const button = card.querySelector("button");
  button.hidden = false;
  button.onclick = () => {
    card.insertAdjacentHTML("afterbegin", card.dataset.contenu);
    button.remove();
    card.firstChild.focus();
  };
});
