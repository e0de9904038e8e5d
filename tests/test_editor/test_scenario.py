"""From nothing to a saved event with a telephone's photo, as a person does it."""

from __future__ import annotations

import shutil
import sys

import pytest
from PIL import Image

from editor_support import Person, phone_photo, writing
from support import PROJECT, build_site, read_page

pytestmark = pytest.mark.browser
MOST_ACTIONS = 10
EVENT = """---
title: "Fête de la soupe"
debut: 2026-12-12 18:30
lieu: "La Grange"
image: images/fete-de-la-soupe.jpg
image_alt: "Une marmite"
---
Venez nombreux, apportez un bol.
"""


def test_from_nothing_to_an_event_with_a_photo(tmp_path, browser):
    content = shutil.copytree(PROJECT / "content", tmp_path / "content")
    photo = {"name": "IMG_2041.JPG", "mimeType": "image/jpeg", "buffer": phone_photo()}
    page = browser.new_page(viewport={"width": 360, "height": 740})
    person = Person(page)
    with writing(content) as address:
        person.go(address)
        person.click("Un événement")
        person.type("Titre", "Fête de la soupe")
        person.type("Début", "samedi 12 décembre 18h30")
        person.type("Lieu", "La Grange")
        person.choose("Choisir une photo", photo)
        person.type("Ce que l'image montre", "Une marmite")
        person.type("Texte", "Venez nombreux, apportez un bol.\n")
        person.click("Vérifier et enregistrer")
        person.sees("Un événement sera ajouté au site : « Fête de la soupe »")
        person.click("Enregistrer", "button")
        person.heading("C'est enregistré")
    page.close()
    sys.stdout.write("\n  ".join([f"{len(person.done)} gestes :", *person.done, ""]))
    assert len(person.done) <= MOST_ACTIONS
    saved = content / "_evenements" / "2026-12-12-fete-de-la-soupe.md"
    assert saved.read_text(encoding="utf-8") == EVENT
    with Image.open(content / "images" / "fete-de-la-soupe.jpg") as image:
        assert image.size == (1500, 2000)
        assert not image.getexif()
    build = build_site(content, tmp_path / "output")
    assert build.is_ok
    built = read_page(tmp_path / "output", "agenda/2026-12-12-fete-de-la-soupe/index.html")
    assert built.css_first("h1").text() == "Fête de la soupe"
    assert built.css_first('img[alt="Une marmite"]')
