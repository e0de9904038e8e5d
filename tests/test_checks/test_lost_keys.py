"""Keys that say nothing where they stand, or not what they were meant to: told on their line."""

import pytest

from checks_support import reported_with_codes
from support import page, write_site

ACTOR = "_communs/eau/a.md"
EVENT = "_evenements/2099-04-01-a.md"
OF_AN_ACTOR = "nom: A\nrole: partenaire"
PAGE = "title: Bal\norder: 2"
OF_AN_EVENT = "[cle-non-suivie] Seul un événement a cette clé"
MOVED = "[evenement-hors-dossier] Déplacez-le dans _evenements/."

# A file, its front matter, and what is told of it: the line, the rule, the cure.
CASES = [
    (
        "_posts/2026-01-05-a.md",
        "title: A\nlieu: La Grange\nâge: 6\nsauf: août",
        [f"{n} {OF_AN_EVENT}" for n in (3, 4, 5)],
    ),
    (
        "a.md",
        f"{PAGE}\naccessibilité: LSF\njusqu_au: 2099-04-01",
        [f"{n} {OF_AN_EVENT}" for n in (4, 5)],
    ),
    *(
        (
            "a.md",
            f"title: Bal\n{key}: 3",
            [f"3 [cle-non-suivie] {cure}"],
        )
        for key, cure in {
            "image_principale": "image: images/photo.jpg.",
            "image_à_la_une": "image: images/photo.jpg.",
            "masquée": "Pour ne pas publier ce fichier, écrivez published: false.",
            "ordre_menu": "order: 3.",
            "titre_menu": "Le menu montre « title ».",
            "sous-titre": "Écrivez-le dans le texte.",
        }.items()
    ),
    ("a.md", f"{PAGE}\ncovoiturage: oui", [f"4 {OF_AN_EVENT}"]),
    *(
        ("a.md", f"{PAGE}\n{line}", [f"4 {MOVED}"])
        for line in ("debut: 2099-04-01 18h30", "Début: 2099-04-01", "chaque: vendredi")
    ),
    ("a.md", f"{PAGE}\ndebut: 2099-04-01\nchaque: vendredi", [f"4 {MOVED}"]),
    (
        ACTOR,
        f"{OF_AN_ACTOR}\ncalendrier: https://exemple.fr/a.ics\nics: https://exemple.fr/b.ics",
        ["5 [cle-sous-deux-noms] Gardez une seule des deux lignes."],
    ),
    (ACTOR, f"{OF_AN_ACTOR}\nics: x", ["4 [valeur-impossible] agenda en ligne"]),
    (ACTOR, f"{OF_AN_ACTOR}\nagenda: agenda.ics", ["4 [valeur-impossible] agenda en ligne"]),
    ("accueil - copie.md", "title: Accueil\norder: 2", ["2 [titre-en-double] Donnez-leur deux"]),
    (
        "a.md",
        "title: “Test : venez”\norder: 2",
        ['2 [markdown-dans-une-cle] title: "Test : venez".'],
    ),
    ("a.md", "title: A\norder\u00a0: 2", ["3 [cle-inconnue] Effacez l'espace insécable"]),
    (EVENT, "title: A\naccessibilité: LSF\nÂge: dès 6 ans\ndebut: 2099-04-01", []),
    (
        EVENT,
        "title: A\naccessibilité: non\ndebut: 2099-04-01",
        ["3 [valeur-impossible] Retirez cette ligne"],
    ),
]


@pytest.mark.parametrize(("name", "front", "expected"), CASES)
def test_a_lost_key_is_told(name: str, front: str, expected: list[str], tmp_path):
    files = {"index.md": page("title: Accueil\norder: 1"), "_config.yml": "title: Nous\n"}
    if name == ACTOR:
        files["_communs/eau/index.md"] = page("title: Eau")
    told = reported_with_codes(write_site(tmp_path, {**files, name: page(front)}))
    for line, words in zip(told, expected, strict=True):
        where, code, cure = words.split(" ", 2)
        assert f"{name}:{where} : " in line, told
        assert line.endswith(code), told
        assert cure in line, told
