"""From nothing to a saved event with a telephone's photo, as a person does it.

Some twenty seconds each when all processors are at work: a server that checks the whole site,
a browser that reads twelve megapixels and makes a photo for the web of them.
"""

import shutil
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from editor_support import Person, phone_photo, writing
from firefox_support import FirefoxPerson, launch_firefox
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


@pytest.fixture
def content(tmp_path) -> Path:
    return shutil.copytree(PROJECT / "content", tmp_path / "content")


def announce(person: Person | FirefoxPerson, address: str) -> None:
    """Do what a person does from an empty browser to a saved event, and say how much it is.

    What passes meanwhile is the machine's: nobody thinks or types here, and the server runs.
    """
    photo = {"name": "IMG_2041.JPG", "mimeType": "image/jpeg", "buffer": phone_photo()}
    start = time.monotonic()
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
    spent = time.monotonic() - start
    told = f"{len(person.done)} gestes, {spent:.1f} s de machine :"
    sys.stdout.write("\n  ".join([told, *person.done, ""]))
    assert len(person.done) <= MOST_ACTIONS


def check_saved(content: Path) -> None:
    """See that the file says what was typed, and that the photo is upright and tells no place."""
    saved = content / "_evenements" / "2026-12-12-fete-de-la-soupe.md"
    assert saved.read_text(encoding="utf-8") == EVENT
    with Image.open(content / "images" / "fete-de-la-soupe.jpg") as image:
        assert image.size == (1500, 2000)
        assert not image.getexif()


def test_from_nothing_to_an_event_with_a_photo(tmp_path, content, browser):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    with writing(content) as address:
        announce(Person(page), address)
    page.close()
    check_saved(content)
    assert build_site(content, tmp_path / "output").is_ok
    built = read_page(tmp_path / "output", "agenda/2026-12-12-fete-de-la-soupe/index.html")
    assert built.css_first("h1").text() == "Fête de la soupe"
    assert built.css_first('img[alt="Une marmite"]')


def test_the_same_in_firefox(content):
    with writing(content) as address, launch_firefox() as firefox:
        announce(FirefoxPerson(firefox), address)
    check_saved(content)
