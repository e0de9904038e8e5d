"""Slips of the hand, each told on the line where it stands: one page each, in one site."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks_support import told
from support import build_site, page, write_site

NOWHERE = "« perdue.html » ne mène à rien dans ce site"
MEANINGLESS = "le texte de l'image « a.svg » ne dit rien d'elle"
# The text of a page, which begins on line 4, and what is told of it.
CASES = {
    "an address in code before": ("`[a](perdue.html)`\n\n[b](perdue.html)\n", [f"!6 : {NOWHERE}"]),
    "an address in a block of code before": (
        "```\n[a](perdue.html)\n```\n\n[b](perdue.html)\n",
        [f"!8 : {NOWHERE}"],
    ),
    "an address in a comment before": (
        "<!-- [a](perdue.html) -->\n\n[b](perdue.html)\n",
        [f"!6 : {NOWHERE}"],
    ),
    "an address in the words before": (
        "Où est perdue.html ?\n\n[b](perdue.html)\n",
        [f"!6 : {NOWHERE}"],
    ),
    "an address that ends another one": (
        "[a](/deperdue.html)\n\n[b](perdue.html)\n",
        ["!4 : « /deperdue.html » ne mène à rien", f"!6 : {NOWHERE}"],
    ),
    "an address in HTML that asks for Markdown": (
        '<div markdown="1">\n\n[b](perdue.html)\n\n</div>\n',
        [f"!6 : {NOWHERE}"],
    ),
    "a mail without its scheme": (
        "[a](nous@exemple.fr)\n",
        [
            "!4 : « nous@exemple.fr » ne mène à rien dans ce site. "
            "Écrivez mailto: devant : mailto:nous@exemple.fr."
        ],
    ),
    "an address without one slash": (
        "[a](https:/exemple.fr)\n",
        ["!4 : il manque un « / » dans « https:/exemple.fr ». Écrivez https://exemple.fr."],
    ),
    "an address that begins twice": (
        "[a](http://https://exemple.fr)\n",
        ["!4 : « http://https://exemple.fr » commence deux fois. Écrivez https://exemple.fr."],
    ),
    "an address without a host": ("[a](https://)\n", ["!4 : « https:// » ne nomme aucun site"]),
    "a misspelt scheme": (
        "[a](htps://exemple.fr)\n",
        ["!4 : « htps: » n'est pas le début d'une adresse : « htps://exemple.fr ». Écrivez https:"],
    ),
    "a file of one's own disk": (
        "Un.\n\n[a](file:///C:/moi/x.pdf)\n",
        ["!6 : « file:///C:/moi/x.pdf » est un fichier de votre ordinateur"],
    ),
    "one's own machine": (
        "[a](http://localhost:8000/)\n",
        ["?4 : « http://localhost:8000/ » ne mène qu'à l'ordinateur de qui la lit"],
    ),
    "a link without an address": (
        "Un.\n\n[le bal]()\n",
        ["!6 : le lien « le bal » ne mène à rien : il n'a pas d'adresse"],
    ),
    "an empty link to the front page": (
        "Un.\n\n[](index.md)\n",
        ["!6 : le lien vers « / » n'a pas de mots"],
    ),
    "other schemes are well": (
        "[a](sms:0600000000) [b](xmpp:nous@exemple.fr) [c](whatsapp://send) [d](mailto:a@b.fr)\n",
        [],
    ),
    "an image in a style": (
        'Un.\n\n<div style="background: url(/perdue.png)">x</div>\n',
        ["!6 : « /perdue.png » ne mène à rien dans ce site"],
    ),
    "a space inside a link": (
        "Un.\n\n[le bal] (contact.html)\n",
        ["?6 : ce lien n'en est pas un : une espace sépare"],
    ),
    "a link inside out": (
        "(le bal)[contact.html]\n",
        ["?4 : ce lien n'en est pas un : ses crochets et ses parenthèses sont inversés"],
    ),
    "a link that is not closed": (
        "[le bal](contact.html\n\nUn.\n",
        ["?4 : ce lien n'en est pas un : sa parenthèse n'est pas refermée"],
    ),
    "a link to a reference that is not there": (
        "[le bal][là-bas]\n",
        ["?4 : ce lien n'en est pas un : l'adresse de son second crochet"],
    ),
    "brackets that are no slip": (
        "[1] (voir plus loin) et `[a] (b.html)`, [le bal][r], [ ] (à faire)\n\n[r]: /index.html\n",
        [],
    ),
    "a comment that nothing closes": (
        "Un.\n\n<!-- caché\n\nDeux.\n",
        ["!6 : le commentaire qui commence par « <!-- » n'est pas refermé"],
    ),
    "the words of a form": (
        "Un.\n\nÉcrivez ici votre actualité.\n",
        ["!6 : « Écrivez ici votre actualité. » est la consigne du formulaire"],
    ),
    "two equal headings that skip a level": (
        "## Un\n\n#### Bal\n\n## Deux\n\n#### Bal\n",
        ["!6 : le titre « Bal » est de niveau 4", "!10 : le titre « Bal » est de niveau 4"],
    ),
    "a video on a card": (
        '<iframe src="https://www.youtube.com/embed/abc" title="Le bal"></iframe>\n',
        ["?4 : la page propose un contenu de « www.youtube.com », qu'un clic charge"],
    ),
    "words that write nothing": (
        "Un {{Gallery ./images}} deux.\n",
        ["?4 : « {{Gallery ./images}} » n'écrit rien : « Gallery ./images » n'est pas compris"],
    ),
    **{
        f"an image called {alternative}": (f"![{alternative}](a.svg)\n", [f"!4 : {MEANINGLESS}"])
        for alternative in (
            "photo 1",
            "Image n°3",
            "WhatsApp Image 2024-05-01 at 10.11.12",
            "Capture d’écran du 2024-05-01 à 10.11",
            "Screenshot_20240501",
            "...",
        )
    },
    "captures that are told": ("![Capture d'écran du formulaire](a.svg)\n", []),
}
OTHERS = {
    "_config.yml": "url: https://exemple.fr\ntitel: Nous\nmarkdown: kramdown\n",
    "_data/menu.yml": "- nom: A\n- nom: B: C\n",
    "_data/liste.json": '{"a": 1,\n"b"}',
    "_data/bien.yml": "- nom: A\n- nom: B\n",
    "_communs/energie/index.md": page("title: Énergie"),
    "_communs/energie/a.md": page("nom: A\nrole: soutien\nvile: Sète"),
    "telephone.md": "—\ntitle: Bal\n—\n\nUn.\n",
}
OTHERS_TOLD = [
    "?_communs/energie/a.md:4 : la clé « vile » n'est pas connue. Vouliez-vous dire « ville » ?",
    "?_config.yml:2 : la clé « titel » n'est pas connue. Vouliez-vous dire « title » ?",
    "!_data/liste.json:2 : ce fichier JSON ne se lit pas. "
    "Vérifiez les virgules et les guillemets de cette ligne, et de celle d'avant.",
    "!_data/menu.yml:2 : ce fichier ne se lit pas : « - nom: B: C ». "
    "Chaque ligne doit être de la forme « clé: valeur ».",
    "?telephone.md:1 : l'en-tête commence par « — » : il est publié comme du texte. "
    "Écrivez trois tirets, ni plus ni moins.",
]
_NAMES = {case: f"cas-{number}.md" for number, case in enumerate(CASES)}
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.fixture(scope="module")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of one site that holds every slip."""
    files = {"index.md": page("title: Accueil"), "contact.md": page("title: C"), "a.svg": _SVG}
    files |= {_NAMES[case]: page("title: Le cas", text) for case, (text, _) in CASES.items()}
    return told(write_site(tmp_path_factory.mktemp("slips"), {**files, **OTHERS}))


@pytest.mark.parametrize("case", CASES)
def test_a_slip_gets_its_line(case: str, all_told: list[str]):
    name, expected = _NAMES[case], CASES[case][1]
    found = [line.replace(f"{name}:", "") for line in all_told if line[1:].startswith(f"{name}:")]
    assert len(found) == len(expected), found
    for line, beginning in zip(found, expected, strict=True):
        assert line.startswith(beginning)


def test_files_that_are_no_pages(all_told: list[str]):
    assert [line for line in all_told if line[1:4] != "cas"] == OTHERS_TOLD


def test_the_build_tells_the_same_line(tmp_path: Path):
    text = "`[a](perdue.html)`\n\n[b](perdue.html)\n"
    content = write_site(tmp_path / "c", {"index.md": page("title: A", text)})
    result = build_site(content, tmp_path / "o")
    assert [fault.line for fault in result.faults.warnings] == [6]
