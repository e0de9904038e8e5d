"""A text sent without an account by one person, reviewed and saved by another."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext

from browser_support import faults_on_screens, served
from editor_support import Person, phone_photo, writing
from photos import photo
from support import PROJECT, build_site, page, read_page, write_site

pytestmark = pytest.mark.browser
CONFIG = """title: Essai
ecrire: {hote: https://git.exemple.fr, depot: a/b, logiciel: Forgejo}
contact: {courriel: bonjour@exemple.fr}
"""
NAME = "_evenements/2026-12-12-fete-de-la-soupe.md"
CONTACT = page("title: Nous joindre", "Ici.\n\nLà.\n\nFin.\n")
SHARED = """
navigator.canShare = ({ files }) => files.every((one) => ENDINGS.test(one.name));
navigator.share = async ({ files }) => { window.shared = files.map((one) => one.name); };
"""


@pytest.fixture(scope="module")
def online(tmp_path_factory) -> Iterator[str]:
    """Publish a site with its page for writing."""
    root = tmp_path_factory.mktemp("online")
    content = write_site(
        root / "content", {"_config.yml": CONFIG, "index.md": page("title: Essai")}
    )
    built = build_site(content, root / "output")
    assert built.is_ok, built.diagnostics.errors
    with served(root / "output") as address:
        yield f"{address}/ecrire/"


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    folder = shutil.copytree(PROJECT / "content", tmp_path_factory.mktemp("site") / "content")
    taken = {NAME: page("title: Une autre\ndebut: 2026-12-12 18:30"), "joindre.md": CONTACT}
    return write_site(folder, taken)


@pytest.fixture(scope="module")
def here(content) -> Iterator[str]:
    with writing(content) as address:
        yield address


def someone(browser: Browser, width: int = 360, **given: str) -> tuple[BrowserContext, Person]:
    context = browser.new_context(viewport={"width": width, "height": 740})
    if given:
        context.add_init_script(**given)
    one = Person(context.new_page())
    one.faults = []
    one.page.on("pageerror", lambda error: one.faults.append(str(error)))
    return context, one


def write(person: Person, address: str, data: bytes) -> None:
    file = {"name": "IMG_2041.JPG", "mimeType": "image/jpeg", "buffer": data}
    person.go(address)
    person.click("Un événement")
    person.type("Titre", "Fête de la soupe")
    person.type("Début", "samedi 12 décembre 18h30")
    person.choose("Choisir une photo", file)
    person.type("Ce que l'image montre", "Une marmite")
    person.type("Texte", "Venez nombreux, **tous**.\n")
    person.click("Vérifier et enregistrer")
    person.click("Envoyer sans compte")
    person.heading("Envoyer sans compte")


def open_parcel(person: Person, address: str, data: bytes) -> None:
    person.go(address)
    person.click("Relire un colis reçu")
    person.heading("À relire")
    file = {"name": "a.colis", "mimeType": "application/octet-stream", "buffer": data}
    person.field("Choisir le colis").set_input_files(file)


def parcel(**told) -> bytes:
    return json.dumps({"colis": 1, "original": None, "photos": [], **told}).encode()


def test_from_a_parcel_to_a_page(browser, online, here, content, tmp_path):
    """Some twenty seconds: twelve megapixels are made a photo for the web, and read by another."""
    context, person = someone(browser)
    write(person, online, phone_photo())
    mail = urlsplit(
        person.page.get_by_role("link", name="Préparer le courriel").get_attribute("href")
    )
    assert mail.path == "bonjour@exemple.fr"
    said = parse_qs(mail.query)
    assert said["subject"] == ["Pour le site : Fête de la soupe"]
    assert "fete-de-la-soupe.colis" in said["body"][0]
    with person.page.expect_download() as waiting:
        person.click("Télécharger le colis", "button")
    assert waiting.value.suggested_filename == "fete-de-la-soupe.colis"
    data = Path(waiting.value.path()).read_bytes()
    assert data.isascii()
    assert b" " not in data
    assert max(map(len, data.split(b"\n"))) == 500
    data = data.replace(b"\n", b"\r\n")  # as mail programs may give it
    assert faults_on_screens(person.page) == []
    assert person.faults == []
    context.close()

    before = sorted(content.rglob("*"))
    context, person = someone(browser, 1280)
    open_parcel(person, here, data)
    person.heading("À relire : « Fête de la soupe »")
    person.sees("Un événement à ajouter au site.")
    assert faults_on_screens(person.page) == []
    person.click("L'ouvrir pour le relire", "button")
    person.heading("Un événement")
    frame = person.page.frame_locator(".apercu iframe")
    frame.locator("h1", has_text="Fête de la soupe").wait_for()
    assert sorted(content.rglob("*")) == before
    person.type("Texte", "Venez nombreuses, **toutes**.\n")
    person.click("Vérifier et enregistrer")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    assert person.faults == []
    context.close()

    assert "Une autre" in (content / NAME).read_text(encoding="utf-8")
    saved = content / NAME.replace(".md", "-2.md")
    assert "image: images/fete-de-la-soupe.jpg" in saved.read_text(encoding="utf-8")
    with Image.open(content / "images" / "fete-de-la-soupe.jpg") as image:
        assert (image.size, dict(image.getexif())) == ((1500, 2000), {})
    assert build_site(content, tmp_path / "output").is_ok
    built = read_page(tmp_path / "output", "agenda/2026-12-12-fete-de-la-soupe-2/index.html")
    assert "toutes" in [one.text() for one in built.css("strong")]
    assert built.css_first('img[alt="Une marmite"]')


def test_a_document_comes_with_its_text_and_can_be_read_before(browser, online, here, content):
    context, person = someone(browser)
    person.go(online)
    person.click("Une page")
    person.type("Titre", "Nos comptes")
    pdf = person.add_document("Comptes.pdf")
    person.click("Vérifier et enregistrer")
    person.sees("Un document sera ajouté.")
    person.click("Envoyer sans compte")
    with person.page.expect_download() as waiting:
        person.click("Télécharger le colis", "button")
    data = Path(waiting.value.path()).read_bytes()
    assert person.faults == []
    context.close()

    context, person = someone(browser)
    open_parcel(person, here, data)
    person.sees("Un document, à lire avant de l'enregistrer : comptes.pdf (PDF, 2 ko)")
    assert faults_on_screens(person.page) == []
    with person.page.expect_download() as waiting:
        person.click("Le télécharger", "button")
    assert Path(waiting.value.path()).read_bytes() == pdf
    person.click("L'ouvrir pour le relire", "button")
    person.heading("Une page")
    person.click("Vérifier et enregistrer")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    assert person.faults == []
    context.close()
    assert (content / "documents" / "comptes.pdf").read_bytes() == pdf
    saved = (content / "nos-comptes.md").read_text(encoding="utf-8")
    assert "[Comptes (PDF, 2 ko)](/documents/comptes.pdf)" in saved


@pytest.mark.parametrize(
    ("endings", "name"), [("colis", "soupe.colis"), ("txt", "soupe.colis.txt")]
)
def test_a_telephone_shares_it_under_a_name_that_it_takes(browser, online, endings, name):
    script = SHARED.replace("ENDINGS", f"/[.]{endings}$/")
    context, person = someone(browser, script=script)
    write(person, online, photo(1, (400, 300)))
    person.click("Partager le colis", "button")
    assert person.page.evaluate("window.shared") == [f"fete-de-la-{name}"]
    assert person.faults == []
    context.close()


def test_a_correction_shows_the_two_versions_and_joins_what_has_changed(browser, here, content):
    path = content / "joindre.md"
    path.write_text(CONTACT.replace("Ici.", "Ailleurs."), encoding="utf-8")
    text = CONTACT.replace("Fin.", "Et fin.")
    context, person = someone(browser, 1280)
    open_parcel(person, here, parcel(name="joindre.md", text=text, original=CONTACT))
    person.heading("À relire : « Nous joindre »")
    person.sees("Ce colis corrige « Nous joindre ».")
    person.sees("Le texte du site a changé depuis")
    sides = person.page.locator(".version")
    assert sides.locator("mark").all_inner_texts() == ["Ailleurs.", "Fin.", "Ici.", "Et fin."]
    assert faults_on_screens(person.page) == []
    person.click("L'ouvrir pour le relire", "button")
    person.heading("Deux versions de ce texte")
    person.click("Continuer", "button")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    assert person.faults == []
    context.close()
    assert path.read_text(encoding="utf-8") == text.replace("Ici.", "Ailleurs.")


def test_what_is_refused_is_told_as_text_and_a_draft_is_not_lost(browser, here):
    context, person = someone(browser, 1280)
    bad = page("title: Piège", "<img src=x onerror=\"document.title='pris'\">\n\nBonjour.\n")
    open_parcel(person, here, parcel(name="piege.md", text=bad))
    person.sees("ce qu'un texte reçu ne peut pas apporter")
    person.sees("Ligne 4 : du HTML, « <img ».")
    person.page.get_by_text("Lire le texte reçu").click()
    person.sees("onerror=")
    assert faults_on_screens(person.page) == []
    assert "pris" not in person.page.title()
    open_parcel(person, here, b"Bonjour")
    person.sees("n'est pas un colis")

    person.page.evaluate("location.hash = '#/texte/rejoindre.md'")
    person.type("Titre", "À moi")
    person.sees("Brouillon gardé.")
    now = (PROJECT / "content" / "rejoindre.md").read_text(encoding="utf-8")
    open_parcel(person, here, parcel(name="rejoindre.md", text=now + "\nPlus.\n", original=now))
    person.click("L'ouvrir pour le relire", "button")
    person.sees("Vous écrivez déjà ce texte")
    person.click("J'ai compris", "button")
    assert person.faults == []
    context.close()
