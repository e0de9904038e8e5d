"""Communities of any size, written as members write them."""

from commands.new_file import file_stem
from support import page

UNIVERSES = {
    "Énergie": "midi",
    "Alimentation": "garrigue",
    "Numérique": "mer",
    "Habitat": "terre",
    "Mobilité": "figue",
    "Culture": "lavande",
    "Soin": "pin",
    "Terre et eau": "nuit",
}
_FIRST = "Coopérative La Amis Atelier Fabrique Maison Réseau Scop Collectif Épicerie Ferme".split()
_LAST = [
    "du Midi",
    "des Garrigues",
    "de l'Étang",
    "solidaire",
    "en commun",
    "de la Cagette",
    "Languedoc-Roussillon",
    "du Pic Saint-Loup",
    "numérique libre",
]
_ROLES = ["coopérative", "partenaire", "coopérative", "soutien", "coopérative"]


def community(actors: int, universes: int = 8) -> dict[str, str]:
    """Return the files of a site with so many actors, spread over so many universes."""
    files = {
        "_config.yml": "title: La méridionale\n",
        "index.md": page("title: Accueil", "# Accueil\n"),
        "rejoindre.md": page("title: Rejoindre la Méridionale"),
    }
    titles = list(UNIVERSES)[:universes]
    for order, title in enumerate(titles):
        name = f"_communs/{file_stem(title)}/index.md"
        files[name] = page(f'title: "{title}"\norder: {order}\ncouleur: {UNIVERSES[title]}')
    for number in range(actors):
        name = f"{_FIRST[number % 11]} {_LAST[number // 2 % 9]} {number}"
        folder = file_stem(titles[number % universes])
        front = f'nom: "{name}"\nrole: {_ROLES[number % 5]}\nville: Montpellier'
        files[f"_communs/{folder}/{file_stem(name)}.md"] = page(front)
    return files
