"""Pictures of the page for writing, for docs/ecrire.md: `bin/invoke captures --ecrire` renews them.

The site is the collective's as it is; what is typed is true, in a copy that is thrown away.
"""

from __future__ import annotations

import shutil
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize

from browser_support import launch_browser
from editor_support import Person, writing
from support import PROJECT

TARGET = PROJECT / "docs" / "images" / "ecrire"
MOST = 60_000  # bytes
PHONE = ViewportSize(width=360, height=640)
DESK = ViewportSize(width=1180, height=780)
COLOURS = 64


def main() -> None:
    """Go the way of a correction, and take a picture of each screen."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, launch_browser() as browser:
        content = shutil.copytree(PROJECT / "content", Path(folder) / "content")
        page = browser.new_page(viewport=PHONE, locale="fr-FR", reduced_motion="reduce")
        with writing(content) as address:
            _go(Person(page), address)
        page.close()


def _go(person: Person, address: str) -> None:
    page = person.page
    person.go(address)
    _take(page, "accueil")
    person.click("Corriger un texte du site")
    person.heading("Corriger un texte")
    person.type("Chercher par le titre", "galaxie")
    _take(page, "corriger")
    page.locator(".liste a", has_text="Galaxie").filter(has_text="coop").last.click()
    person.heading("Corriger")
    page.set_viewport_size(DESK)
    shown = page.frame_locator("iframe")
    shown.locator("h1").wait_for()
    page.wait_for_timeout(1500)  # its picture
    _take(page, "texte")
    text = page.locator("#texte")
    text.fill(text.input_value().replace("À la coordination de cet événement :", "Coordination :"))
    page.set_viewport_size(PHONE)
    person.click("Vérifier et enregistrer")
    person.sees("Ce qui va changer")
    page.get_by_role("button", name="Enregistrer").wait_for()
    _take(page, "enregistrer")
    person.click("Revenir au texte")
    page.locator("summary", has_text="Autres actions").press("Enter")
    person.click("Changer l'adresse", "button")
    person.sees("Son adresse")
    _take(page, "adresse")


def _take(page: Page, name: str) -> None:
    page.evaluate("document.activeElement.blur()")
    with Image.open(BytesIO(page.screenshot())) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(TARGET / f"{name}.png", optimize=True)
    weight = (TARGET / f"{name}.png").stat().st_size
    assert weight < MOST, f"{name}: {weight}"


if __name__ == "__main__":
    main()
