"""Pictures of every kind of page, to look at: `bin/invoke captures` puts them in .cache/captures/.

The site is the collective's, with events and news of no importance added, and all that a page may
hold (docs/ecrire-une-page.md), as of a fixed day.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser

from browser_support import SCHEMES, WIDTHS, launch_browser, served
from core.project_paths import CACHE
from page_guide import guide_site
from support import PROJECT, build_site, page, write_site

TARGET = CACHE / "captures"
SITEURL = "https://exemple.fr"
NOW = datetime(2026, 3, 2, 11, tzinfo=UTC)
PAGES = {
    "accueil": "/",
    "page": "/accessibilite.html",
    "exemples": "/ecrire.html",
    "actualites": "/actualites/",
    "article": "/exemples/2026/02/04/exemple.html",
    "theme": "/actualites/categories/exemples/",
    "mot-cle": "/actualites/mots-cles/exemple/",
    "annee": "/actualites/annees/2026/",
    "agenda": "/agenda/",
    "agenda-acteur": "/agenda/scopyleft/",
    "agenda-integre": "/agenda/integrer/",
    "programme": "/agenda/programme/2026-03/",
    "evenement": "/agenda/2026-03-12-exemple/",
    "evenement-repete": "/agenda/2026-03-05-atelier/",
    "evenement-passe": "/agenda/2025-09-06-galaxie-cooperative/",
    "communs": "/communs/",
    "univers": "/communs/energie/",
    "acteur": "/communs/energie/enercoop-languedoc-roussillon/",
    "acteur-complet": "/communs/energie/exemple-1/",
    "introuvable": "/404.html",
}
_BODY = """Un texte d'exemple, avec un [lien](/agenda/) et **du gras**[^1].

## Un titre

> Une citation.

- une liste,
- qui continue.

| Colonne | Autre colonne |
|---------|---------------|
| a       | b             |

- [ ] à faire,
- [x] fait.

Un mot
: ce qu'il veut dire.

```
du code
```

<details><summary>Plus</summary>

Le reste.

</details>

[^1]: Une note.
"""
_EVENT = """title: "Exemple : une soirée"
debut: {day} 18:30
fin: 21h
lieu: Un lieu
adresse: 1 rue de l'Exemple, 34000 Montpellier
inscription: https://exemple.org/
inscription_jusqu_au: {day}
tarif: Prix libre
organisateurs: [Scopyleft, "Exemple 1 : une structure"]
resume: Une phrase qui résume."""


_AGAIN = """title: "Exemple : un atelier"
debut: 2026-03-05 18:30
fin: 20h
chaque: premier jeudi du mois
jusqu_au: 2026-12-31
sauf: [2026-05-07, août]
lieu: Un lieu
age: dès 12 ans
langue: [français, occitan]
accessibilite: [moteur, auditif, LSF]
covoiturage: https://exemple.org/
dates:
  - {debut: 2026-04-02, statut: annulé}
  - {debut: 2026-06-11, reporte_du: 2026-06-04}"""

_ACTOR = """nom: "Exemple {0} : une structure"
role: {1}
univers: [Numérique]
site: https://exemple.org/{0}/
logo: "images/Logo allongé_12.png"
ville: Montpellier
adresse: "1 rue de l'Exemple, 34000 Montpellier"
depuis: 2005"""


def example_site(folder: Path) -> Path:
    """Write the content to show, and return its folder."""
    content = Path(shutil.copytree(PROJECT / "content", folder / "content"))
    days = ("2026-03-12", "2026-03-28", "2026-05-01", "2024-05-01")
    files: dict[str, str | bytes] = {
        f"_evenements/{day}-exemple.md": page(_EVENT.format(day=day)) for day in days
    }
    several = "title: Exemple de plusieurs jours\ndebut: {}\nfin: {}"
    for first, last in (("2026-03-20", "2026-03-22"), ("2026-04-30", "2026-05-02")):
        files[f"_evenements/{first}-jours.md"] = page(several.format(first, last))
    files["_evenements/2026-03-05-atelier.md"] = page(_AGAIN)
    for number, role in enumerate(["coopérative", "partenaire", "soutien"] * 2, 1):
        file = f"_communs/energie/exemple-{number}.md"
        files[file] = page(_ACTOR.format(number, role), _BODY)
    news = 'title: "Exemple {} : une nouvelle"\ndescription: Une phrase.\ncategories: [Exemples]'
    news += "\ntags: [exemple]"
    for number in range(1, 13):
        name = "exemple" if number == 4 else f"exemple-{number}"
        files[f"_posts/2026-02-{number:02}-{name}.md"] = page(news.format(number), _BODY)
    return write_site(content, files | guide_site())


def main() -> None:
    """Build the site and take the pictures."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(NOW.timestamp()))
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        result = build_site(example_site(Path(folder)), output, SITEURL)
        assert result.is_ok, [str(diagnostic) for diagnostic in result.diagnostics.errors]
        with launch_browser() as browser, served(output) as address:
            for name, path in PAGES.items():
                _take(browser, f"{address}{path}", name)


# Pictures below the screen load late: nobody scrolls here.
_LOAD_IMAGES = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().catch(() => null);
}))"""


def _take(browser: Browser, url: str, name: str) -> None:
    for width in WIDTHS:
        for scheme in SCHEMES:
            view = browser.new_page(
                viewport={"width": width, "height": 800},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            view.clock.set_fixed_time(NOW)
            view.goto(url)
            view.evaluate(_LOAD_IMAGES)
            view.screenshot(path=TARGET / f"{name}-{width}-{scheme}.png", full_page=True)
            if scheme == "light" and width == WIDTHS[1]:
                view.pdf(path=TARGET / f"{name}.pdf", format="A4")
            view.close()


if __name__ == "__main__":
    main()
