"""Events of a few cooperatives, as of 30 November 2026 at noon in Paris."""

import os
from pathlib import Path

from support import build_site, page, write_site

MOMENT = "1796036400"
SITEURL = "https://exemple.fr"
COMMONS = {
    "_config.yml": "title: Le site\n",
    "index.md": page("title: Accueil", "# Accueil\n"),
    "_communs/eau/index.md": page("title: Eau"),
    "_communs/eau/la-source.md": page("nom: La Source\nrole: coopérative\nville: Sète"),
    "_communs/eau/programme.md": page("nom: Programme\nrole: soutien"),
    "_communs/energie/index.md": page("title: Énergie"),
    "_communs/energie/soleil.md": page("nom: Soleil\nrole: coopérative\nunivers: Eau"),
}


def event(name: str, **keys: str) -> dict[str, str]:
    """Return the file of an event; its title is its name unless `keys` have one."""
    keys = {"title": name.capitalize(), **keys}
    front = "\n".join(f"{key}: {value}" for key, value in keys.items())
    return {f"_evenements/{name}.md": page(front)}


SETE, ST_JEAN = '"1 quai X, 34200 SÈTE Cedex 2"', '"2 rue Y, 34430 St Jean de Védas"'
EVENTS = {
    **event("bal", debut="2026-12-04 20h", fin="2026-12-05 02:00", adresse=SETE, tarif="Gratuit",
            organisateurs="La Source", tags="[danse]", lieu="Halle"),
    **event("atelier", debut="2026-12-12", organisateurs="[Soleil, Ailleurs]", adresse=ST_JEAN,
            tags="[Vélo]", accessibilite="moteur", lieu="Le local"),
    **event("visio", debut="2027-01-05 18h30", en_ligne="https://visio.example/", tags="[vélo]"),
    **event("expo", debut="2026-11-20", fin="2027-01-10", lieu="La Source"),
    **event("pot", debut="2026-12-20 18h", statut="annulé", organisateurs="Programme",
            adresse='"3 rue Z, 34430 Saint-Jean-de-Védas"'),
    **event("jadis", debut="2025-05-01", organisateurs="La Source", adresse='"30000 Nîmes"'),
}  # fmt: skip


def build(folder: Path, files: dict[str, str | bytes], siteurl: str = SITEURL) -> Path:
    """Build a site as of that day, without a word, and return its output."""
    os.environ["SOURCE_DATE_EPOCH"] = MOMENT
    try:
        content = write_site(folder / "content", {**COMMONS, **files})
        result = build_site(content, folder / "output", siteurl)
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    assert [str(one) for one in result.diagnostics.found] == []
    return folder / "output"
