"""What members do to the page for writing: paste, open two tabs, make mistakes."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Route

from browser_support import faults_on_screens
from editor_support import Person, printed, writing
from patience import patient
from support import page, write_site

pytestmark = pytest.mark.browser
PDF = b"%PDF-1.7\n" + bytes(240_000)
_FILE = BytesIO()
Image.new("RGB", (60, 40), "teal").save(_FILE, "PNG")
BAL = page("title: Bal\ndebut: 2026-12-12 18:30\nfin: 21:00\nchaque: chaque samedi")
LOTO = page("title: Loto\ndebut: 2026-12-13 15:00")
DROP = """([area, name, bytes]) => {
    const given = new DataTransfer();
    given.items.add(new File([new Uint8Array(bytes)], name));
    const event = { dataTransfer: given, bubbles: true, cancelable: true };
    return !area.dispatchEvent(new DragEvent("drop", event));
}"""
SLOW = """() => {
    const sent = fetch;
    fetch = async (address, given) => {
        if (`${address}`.includes("photo")) await new Promise((done) => setTimeout(done, 1500));
        return sent(address, given);
    };
}"""
PASTE = """([area, words]) => {
    const given = new DataTransfer();
    given.setData("text/plain", words);
    given.items.add(new File(["x"], "image.png", { type: "image/png" }));
    const event = { clipboardData: given, bubbles: true, cancelable: true };
    area.dispatchEvent(new ClipboardEvent("paste", event));
}"""


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    files = {
        "index.md": page("title: Accueil"),
        "_evenements/2026-12-12-bal.md": BAL,
        "_evenements/2026-12-13-loto.md": LOTO,
        "images/platane.png": _FILE.getvalue(),
    }
    return write_site(tmp_path_factory.mktemp("site") / "content", files)


@pytest.fixture(scope="module")
def address(content) -> Iterator[str]:
    with writing(content) as place:
        yield place


def test_two_tabs_have_one_draft(person, context, address):
    """What one writes, the other has; once it is saved, no other tab brings it back."""
    person.click("Une page")
    person.type("Titre", "Deux onglets")
    person.sees("Brouillon gardé.")
    other = Person(context.new_page())
    other.go(address)
    other.click("Mes brouillons (1)")
    other.click("Deux onglets")
    other.type("Texte", "De l'autre onglet.")
    other.sees("Brouillon gardé.")
    person.sees("Vous reprenez votre brouillon")
    assert person.field("Texte").input_value().rstrip() == "De l'autre onglet."
    person.click("Vérifier et enregistrer")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    other.heading("Que voulez")
    assert other.page.get_by_role("link", name="Mes brouillons").inner_text() == "Mes brouillons"


def test_what_a_word_processor_gives_is_its_text(person):
    """Not the picture of it, nor its signs that nobody sees; its lists are lists."""
    person.click("Une page")
    area = person.field("Texte").element_handle()
    given = "Ordre du jour\v«\xa0un\xad\xa0»\n•\tcafé\n·  thé\x07\ufeff"
    given += "\n\n\to\tlait\n\n2)\tvote\n\n\tFin"
    person.page.evaluate(PASTE, [area, given])
    kept = "Ordre du jour\n«\xa0un\xa0»\n- café\n- thé\n\n- lait\n\n2. vote\n\nFin"
    assert area.input_value() == kept
    area.press("ControlOrMeta+z")
    assert area.input_value() == ""
    start = time.monotonic()  # Chromium takes half a minute to insert so many lines its own way
    person.page.evaluate(PASTE, [area, "•\tcafé\n" * 4000])
    assert area.input_value() == "- café\n" * 4000
    assert time.monotonic() - start < patient(5)


@pytest.mark.parametrize(
    ("kind", "label", "typed", "aim", "told"),
    [
        ("Un événement", "Revient", "chaque samedi", "Il a lieu plusieurs fois", "Date 1"),
        ("Une actualité", "Mots-clés", "pain", "Vérifier et enregistrer", "Il manque encore"),
    ],
)
def test_a_press_that_leaves_a_field_reaches_its_aim(person, kind, label, typed, aim, told):
    person.click(kind)
    person.page.get_by_text("Plus de détails").click()
    person.field(label).click()
    person.page.keyboard.type(typed)
    where = person.page.get_by_text(aim, exact=True)
    where.scroll_into_view_if_needed()
    box = where.bounding_box()
    person.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, delay=50)
    person.sees(told)


def test_a_title_that_windows_keeps_for_itself_and_no_text(person, content):
    """A name is found; what is advised can be done from here."""
    person.click("Une page")
    person.type("Titre", "Con")
    person.click("Vérifier et enregistrer")
    person.sees("Écrivez son texte.")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    assert (content / "con-2.md").exists()
    person.click("Continuer ce texte")
    person.click("Vérifier et enregistrer")
    person.sees("Rien n'a changé")


def test_texts_are_listed_at_once(person):
    """What is known is shown before the site answers; what it adds comes when it does."""
    asked: list[Route] = []

    def keep(route: Route) -> None:
        asked.append(route)

    person.page.route("**/api/site", keep)
    person.click("Corriger un texte du site")
    person.type("Chercher", "nouveau")
    person.sees("Aucun texte ne contient ces mots.")
    [route] = asked
    answer = route.fetch()
    told = answer.json()
    told["fichiers"].append({**told["fichiers"][0], "name": "nouveau.md", "title": "Nouveau"})
    route.fulfill(response=answer, json=told)
    person.page.get_by_role("link", name="Nouveau").wait_for()


def test_what_is_pointed_at_can_be_read(person):
    person.click("Une page")
    person.page.emulate_media(color_scheme="dark")
    link = person.page.get_by_role("link", name="Vérifier et enregistrer")
    colours = "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    before = link.evaluate(colours)
    link.hover()
    assert link.evaluate(colours) == before


def test_a_table(person):
    person.click("Une page")
    person.type("Titre", "Horaires")
    person.click("Tableau", "button")
    person.click("Voir la page", "button")
    person.page.frame_locator("iframe").get_by_role("cell", name="Mardi").wait_for()


def test_what_is_wrong_in_the_text_is_told_beside_it(person):
    person.click("Une page")
    person.type("Titre", "Liquid")
    person.type("Texte", "Le nom {{ x }}")
    person.sees("le nom « x » n'est pas connu")
    assert person.field("Texte").get_attribute("aria-invalid") == "true"
    assert faults_on_screens(person.page) == []
    person.click("Vérifier et enregistrer")
    person.sees("À corriger avant d'enregistrer")
    assert faults_on_screens(person.page) == []
    person.page.locator(".souci a").click()
    person.heading("Une page")
    assert person.page.evaluate("document.activeElement.id") == "texte"


def test_one_date_of_many_is_cancelled(person, content):
    """Its status is asked beside its day; days and hours are said as they are typed."""
    person.click("Corriger un texte du site")
    person.click("Bal")
    assert person.field("Fin").input_value() == "21h00"
    person.sees("Par exemple : 30/06/2027")
    person.click("Changer ou ajouter une date", "button")
    date = person.page.locator("fieldset.date")
    date.get_by_label("Début").first.fill("19 décembre 18h30")
    date.get_by_label("Statut").select_option("annulé")
    person.click("Vérifier et enregistrer")
    person.sees("Plusieurs dates : « 19/12/2026 18h30, annulé » est ajouté.")
    person.sees("Le changement est daté du lundi 30 novembre 2026 à 11 h")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    added = "dates:\n  - {debut: 2026-12-19 18:30, statut: annulé}\nmodifie: 2026-11-30 11:00\n---"
    kept = (content / "_evenements/2026-12-12-bal.md").read_text(encoding="utf-8")
    assert kept == BAL.replace("samedi\n---", f"samedi\n{added}")


@pytest.mark.parametrize(
    ("label", "typed", "told"),
    [
        ("Fin", "11/12/2026", "« Fin » (11/12/2026) ne va pas avec « Début » (12/12/2026 18h30)"),
        ("Fin", "11/12/2026", "La fin doit venir après le début."),
        ("Fin", "17h", "« Fin » (17h00) ne va pas avec « Début » (12/12/2026 18h30)"),
        ("Fin", "17h", "écrivez 13/12/2026 17h00. Si « Fin » est une durée"),
        ("Inscription", "marie dupont@exemple.fr", "Écrivez l'adresse seule, sans espace"),
    ],
)
def test_a_mistake_is_told_as_it_was_typed(person, label, typed, told):
    person.click("Un événement")
    person.type("Titre", "Bal")
    person.type("Début", "12/12/2026 18h30")
    person.page.get_by_text("Plus de détails").click()
    person.type(label, typed)
    person.field(label).blur()
    person.sees(told)
    assert printed(told) in person.page.locator(".faute:visible").inner_text().replace("\xa0", " ")


def test_documents_are_added_as_photos_are(person, content):
    person.click("Une page")
    person.type("Titre", "Nos statuts")
    person.click("Document", "button")
    dialog = person.page.get_by_role("dialog")
    file = {"name": "Statuts_été 2026.PDF", "mimeType": "application/pdf", "buffer": PDF}
    dialog.get_by_label("Choisir un document").set_input_files(file)
    assert dialog.get_by_label("Son titre").input_value() == "Statuts été 2026"
    assert faults_on_screens(person.page) == []
    dialog.get_by_role("button", name="Ajouter").click()
    dialog.wait_for(state="detached")
    area = person.field("Texte").element_handle()
    person.page.evaluate(SLOW)  # saving waits for what is being added
    person.page.evaluate(DROP, [area, "Programme.pdf", list(PDF[:2000])])
    dialog.get_by_label("Son titre").fill("Le [programme]")
    dialog.get_by_role("button", name="Ajouter").click()
    dialog.wait_for(state="detached")
    person.click("Vérifier et enregistrer")
    person.sees("2 documents seront ajoutés.")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    links = "[Statuts été 2026 (PDF, 240 ko)](/documents/statuts-ete-2026.pdf)"
    links += "[Le \\[programme\\] (PDF, 2 ko)](/documents/programme.pdf)"
    saved = (content / "nos-statuts.md").read_text(encoding="utf-8")
    assert saved == page('title: "Nos statuts"', f"{links}\n")
    assert (content / "documents" / "statuts-ete-2026.pdf").read_bytes() == PDF


def test_what_is_no_document_is_told_and_a_known_one_is_chosen(person, content):
    (content / "documents").mkdir(exist_ok=True)
    (content / "documents" / "plan.pdf").write_bytes(PDF)
    person.page.reload()
    person.click("Une page")
    person.type("Titre", "Plan")
    area = person.field("Texte").element_handle()
    beside = person.page.locator("h1").element_handle()
    assert person.page.evaluate(DROP, [beside, "plan.pdf", []])  # it takes no page's place
    person.page.evaluate(DROP, [area, "plan.exe", [77, 90]])
    dialog = person.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Ajouter").click()
    person.sees("Ce fichier n'est ni un PDF")
    person.click("J'ai compris", "button")
    person.click("Document", "button")
    dialog.get_by_role("button", name="Ajouter").click()
    person.sees("Choisissez un document.")
    dialog.get_by_label("Ou un document déjà sur le site").select_option("plan.pdf")
    dialog.get_by_label("Son titre").fill("Le plan")
    dialog.get_by_role("button", name="Ajouter").click()
    dialog.wait_for(state="detached")
    assert person.field("Texte").input_value() == "[Le plan (PDF)](/documents/plan.pdf)"


def test_an_image_of_the_site_is_shown_where_it_is_chosen(person):
    person.click("Une actualité")
    person.type("Titre", "Le platane")
    person.field("Ou une image du site").select_option("platane.png")
    wide = "(one) => one.decode().then(() => one.naturalWidth)"
    assert person.page.locator(".depot .vignette").evaluate(wide) == 60
    person.page.get_by_role("button", name="Image", exact=True).click()
    dialog = person.page.get_by_role("dialog")
    dialog.get_by_label("Ou une image déjà sur le site").select_option("platane.png")
    assert dialog.locator(".vignette").evaluate(wide) == 60
    assert faults_on_screens(person.page) == []


def test_an_old_date_alone_is_a_change_and_a_language_has_a_name(person, content):
    person.click("Corriger un texte du site")
    person.click("Loto")
    person.page.get_by_text("Plus de détails").click()
    person.type("Reporté du", "6 décembre 15h")
    person.field("Langue du texte").select_option("occitan")
    person.click("Vérifier et enregistrer")
    person.sees("Le changement est daté du lundi 30 novembre 2026 à 11 h")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    saved = (content / "_evenements/2026-12-13-loto.md").read_text(encoding="utf-8")
    added = "reporte_du: 2026-12-06 15:00\nlang: oc\nmodifie: 2026-11-30 11:00\n---"
    assert saved == LOTO.replace("15:00\n---", f"15:00\n{added}")
