"""A site in a folder of its host: what forgets that folder is told where no build can mend it."""

from __future__ import annotations

import pytest

from checks_support import told
from support import page, write_site

SITEURL = "https://exemple.fr/site"
HEAD = "<!doctype html><html lang=fr><title>Jeu</title><meta name=viewport content=width>"
HOST = ["", "/", "?x", "#a", "/?x#a", "/autre/", "/site2/contact.html"]


def test_the_host_itself_is_no_part_of_the_site(tmp_path):
    links = [f"[Le lieu {n}](https://exemple.fr{rest})" for n, rest in enumerate(HOST)]
    links += [f'<a href="https://exemple.fr{rest}">La ville {n}</a>' for n, rest in enumerate(HOST)]
    site = {
        "_config.yml": "title: Le site\n",
        "index.md": page("title: Accueil", "\n\n".join(links)),
        "contact.md": page("title: Contact"),
    }
    assert told(write_site(tmp_path, site), SITEURL) == []


@pytest.mark.parametrize(
    ("link", "cure"),
    [
        ("/contact.html", "Le site est dans /site/ : écrivez /site/contact.html."),
        ("/site2/contact.html", "Le site est dans /site/ : écrivez /site/site2/contact.html."),
        ("../contact.html", "Vérifiez l'adresse, ou retirez-la."),
        ("//exemple.fr/site/absente.html", "Vérifiez l'adresse, ou retirez-la."),
        ("https://EXEMPLE.fr:443/site/absente.html", "Vérifiez l'adresse, ou retirez-la."),
        ("contact.html", None),
        ("/site/contact.html", None),
        ("//exemple.fr/site/contact.html", None),
        ("https://exemple.fr/contact.html", None),
    ],
)
def test_a_page_published_as_it_is(tmp_path, link: str, cure: str | None):
    site = {
        "_config.yml": "title: Le site\n",
        "index.md": page("title: Accueil"),
        "contact.md": page("title: Contact"),
        "jeu.html": f'{HEAD}<h1>Jeu</h1>\n<a href="{link}">Le bal</a>\n',
    }
    expected = [f"!jeu.html:2 : « {link} » ne mène à rien dans ce site. {cure}"] if cure else []
    found = told(write_site(tmp_path, site), SITEURL)
    assert [fault for fault in found if "jeu.html" in fault] == expected
