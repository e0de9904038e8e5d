"""A site whose members have chosen all that `_config.yml` lets them choose."""

from io import BytesIO

from PIL import Image

from support import page


def drawing(width: int, height: int, has_size: bool = True) -> str:
    """Return a logo as an SVG, which may say its shape alone."""
    size = f' width="{width}" height="{height}"' if has_size else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"{size}>'
        f'<path d="M0 0h{width}v{height}H0z"/></svg>\n'
    )


def noisy_logo(width: int, height: int) -> bytes:
    """Return a logo made of pixels, heavy enough to be prepared."""
    data = BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(data, "PNG")
    return data.getvalue()


MENU = """menu:
- {libelle: Boutique, adresse: https://exemple.org, order: 2}
- {libelle: Nous écrire, adresse: mailto:nous@exemple.org}
- {libelle: Le plan, adresse: contact.md#plan}
- {libelle: "Adhérentes : le forum", adresse: https://exemple.org/forum}
- {libelle: Toutes les dates, adresse: /agenda.ics, order: 0}
"""
FOOTER = """contact:
  courriel: nous@exemple.org
  telephone: 04 67 00 00 00
  adresse: Maison des coopératives, 1 rue de l'Exemple, 34000 Montpellier
reseaux:
- {libelle: Mastodon, adresse: https://exemple.org/@nous}
- {libelle: PeerTube, adresse: https://exemple.org/videos}
"""
PARTS = "actualites: {libelle: Nouvelles, order: 1}\nagenda: {order: 3}\n"
JOIN = "rejoindre: {libelle: Adhérer, adresse: https://exemple.org/adherer}\n"
_HOME = """# Le site

<a class="bouton" href="contact.md">Venir</a>

## Un

- [a](contact.md)

## Deux

- b

## Trois

[c](contact.md)
"""
FILES: dict[str, str | bytes] = {
    "index.md": page("title: Accueil", _HOME),
    "contact.md": page("title: Contact\norder: 4", "## Plan\n\n> Ici.\n\n- a\n"),
    "adherer.md": page("title: Sans place"),
    "mentions-legales.md": page("title: Mentions légales\nin_menu: false"),
    "Accessibilité.md": page("title: Accessibilité\nin_menu: false"),
    "_posts/2026-01-02-un.md": page("title: Un\nacteurs: [Le Fournil]"),
    "_evenements/2026-03-12-bal.md": page(
        "title: Bal\ndebut: 2026-03-12 18:30\ninscription: https://exemple.org/bal\n"
        "lieu: Un lieu\norganisateurs: [Le Fournil]"
    ),
    "_communs/energie/index.md": page("title: Énergie"),
    "_communs/energie/fournil.md": page("nom: Le Fournil\nrole: coopérative"),
}


def chosen_site(config: str = MENU + FOOTER + PARTS + JOIN, **more: str | bytes) -> dict:
    """Return the files of the site."""
    return {"_config.yml": f"title: Le site\n{config}", **FILES, **more}
