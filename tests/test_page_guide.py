"""docs/ecrire-une-page.md: each example, typed as it is, gives what the guide says."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from checks_support import reported
from page_guide import examples, guide_site
from support import built_site, page, read_page, write_site

_BOXES = "À noter; Astuce : Venir à vélo; Important; Attention : La salle change; Danger".split(
    "; "
)
# For each section: what the page holds, each selector with its words ("" for none).
OBTAINED = {
    "Un lien, un document PDF": {
        "a[href='/documents/statuts.pdf']": ["les statuts (PDF, 200 ko)"],
        "a[href='/contact.html']": ["écrivez-nous"],
    },
    "Une image, sa légende": {
        "figure:has(picture) > figcaption": ["Le bal de juin, place des Arceaux"]
    },
    "Une galerie": {
        ".galerie > :has(a > picture)": ["La scène", "", "La fanfare"],
        ".galerie > figure > figcaption": ["La scène", "La fanfare"],
        "p.seule img, .seule + p img": ["", ""],
    },
    "Un tableau": {
        ".table[tabindex='0'] thead th": ["Activité", "Mardi", "Jeudi", "Tarif"],
        "td[style='text-align: right']": ["8 €", "prix libre"],
    },
    "Une citation": {
        "blockquote > p": [
            "Une personne, une voix : c’est tout, et c’est beaucoup.",
            "Une sociétaire",
        ]
    },
    "Un bouton": {"a.bouton[href='https://exemple.org/repas']": ["S’inscrire au repas"]},
    "Un encart": {
        "div.encart[role=note] > .encart-titre": _BOXES,
        "p.encart": ["Le lieu est ouvert toute l’année."],
    },
    "Des mots surlignés": {"mark": ["12 h 30 précises"]},
    "Une adresse électronique": {
        "a[href='mailto:bonjour@exemple.fr']": ["bonjour@exemple.fr"],
        "a[href='mailto:cantine@exemple.fr']": ["à l’équipe de la cantine"],
    },
    "Une vidéo": {
        "video[controls]": [""],
        "figure.carte-exterieure strong": ["Vidéo : La visite du lieu"],
    },
}


def test_each_example_gives_what_the_guide_says(tmp_path):
    files = guide_site()
    del files["ecrire.md"]
    texts = examples()
    assert texts.keys() == OBTAINED.keys()
    names = {title: f"p{number}" for number, title in enumerate(texts)}
    pages = {f"{names[title]}.md": page(f"title: {title}", text) for title, text in texts.items()}
    output = built_site(tmp_path, {"index.md": page("title: A"), **files, **pages})
    for title, obtained in OBTAINED.items():
        main = read_page(output, f"{names[title]}.html").css_first("main")
        tree = LexborHTMLParser(main.html)
        for selector, words in obtained.items():
            shown = [" ".join(node.text().split()) for node in tree.css(selector)]
            assert shown == words, (title, selector)


@pytest.mark.server  # all its images are made
def test_the_check_has_nothing_to_say_of_them(tmp_path):
    files = {"_config.yml": "title: A\n", "index.md": page("title: A"), **guide_site()}
    found = reported(write_site(tmp_path / "content", files))
    assert [line for line in found if "videos.exemple.org" not in line] == []
