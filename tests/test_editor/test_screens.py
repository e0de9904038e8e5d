"""Each screen of the page for writing, in a real browser, on a real server."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page

from browser_support import faults_on_screens
from editor_support import Person, free_port, printed, writing
from patience import patient
from support import PROJECT, page, write_site

pytestmark = pytest.mark.browser
NEWS = {
    name: page(f"title: '{name} : un titre' # dit\nauteur: Nous", f"Un texte de {name}.\n\nFin.\n")
    for name in (
        "modifier retirer supprimer deux-cles deux-textes meme parti reprise panne retour".split()
    )
}
PATHS = {name: f"_posts/2026-01-0{at % 9 + 1}-{name}.md" for at, name in enumerate(NEWS)}
_FILE = BytesIO()
Image.new("RGBA", (8, 8), (0, 90, 90, 90)).save(_FILE, "PNG")
DOT = {"name": "Point.png", "mimeType": "image/png", "buffer": _FILE.getvalue()}


# What can be chosen, and is not 44 pixels high.
SMALL = """() => [...document.querySelectorAll(
        "a, button, input:not(.cache, [aria-hidden]), select, textarea, summary, .bouton-fichier")]
    .filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < 43.9)
    .map((one) => one.outerHTML)"""


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    folder = shutil.copytree(PROJECT / "content", tmp_path_factory.mktemp("site") / "content")
    return write_site(folder, {PATHS[name]: text for name, text in NEWS.items()})


@pytest.fixture(scope="module")
def address(content) -> Iterator[str]:
    with writing(content) as place:
        yield place


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    """Give a browser as new, that keeps no draft of others, far from the zone of the site."""
    zone, size = "America/Los_Angeles", {"width": 1280, "height": 800}
    own = browser.new_context(viewport=size, locale="fr-FR", timezone_id=zone)
    yield own
    own.close()


@pytest.fixture
def person(context, address) -> Person:
    faults: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: faults.append(str(error)))
    one = Person(opened)
    one.go(address)
    one.faults = faults
    return one


def open_text(person: Person, name: str) -> None:
    """Open a text of the site from the list."""
    show(person.page, "corriger")
    person.type("Chercher", name)
    person.click(f"{name} : un titre")
    person.heading("Corriger «")


def show(opened: Page, route: str) -> None:
    opened.evaluate("(route) => { location.hash = '#/' + route; }", route)


def save(person: Person) -> None:
    person.click("Vérifier et enregistrer")
    person.page.get_by_role("button", name="Enregistrer", exact=True).click(timeout=patient(30_000))


def test_one_line_changes(person, content):
    path = content / PATHS["modifier"]
    before = path.read_text(encoding="utf-8")
    open_text(person, "modifier")
    person.type("Titre", "Un autre titre")
    save(person)
    person.heading("C'est enregistré")
    # The address comes from the file's name, which stays.
    assert path.read_text(encoding="utf-8") == before.replace(
        "modifier : un titre", "Un autre titre"
    )
    assert person.faults == []


def test_a_text_leaves_the_site_and_comes_back(person, content):
    path = content / PATHS["retirer"]
    before = path.read_text(encoding="utf-8")
    open_text(person, "retirer")
    person.page.get_by_text("Autres actions").click()
    person.click("Retirer du site", "button")
    person.sees("Le texte ne paraîtra plus sur le site")
    assert "false" not in person.page.locator("main").inner_text()
    person.page.get_by_role("button", name="Enregistrer", exact=True).click()
    person.heading("C'est enregistré")
    assert path.read_text(encoding="utf-8") == before.replace("Nous\n", "Nous\npublished: false\n")
    open_text(person, "retirer")
    person.page.get_by_text("Autres actions").click()
    person.click("Remettre sur le site", "button")
    person.sees("Le texte paraîtra à nouveau")
    person.page.get_by_role("button", name="Enregistrer", exact=True).click()
    person.heading("C'est enregistré")
    assert path.read_text(encoding="utf-8") == before


def test_a_text_is_deleted_once_that_is_confirmed(person, content):
    path = content / PATHS["supprimer"]
    open_text(person, "supprimer")
    person.page.get_by_text("Autres actions").click()
    person.click("Supprimer du site", "button")
    person.click("Garder", "button")
    assert path.exists()
    person.click("Supprimer du site", "button")
    person.page.get_by_role("dialog").get_by_role("button", name="Supprimer").click()
    person.heading("Le texte est supprimé")
    assert not path.exists()


def test_what_is_told_later_moves_no_action(person):
    person.click("Un événement")
    actions = person.page.get_by_text("Autres actions")
    before = actions.bounding_box()
    person.type("Début", "31/02/2026")
    person.page.locator(".faute:visible").wait_for()
    assert actions.bounding_box() == before


def test_changes_of_two_people_that_do_not_meet_are_joined(person, content):
    path = content / PATHS["deux-textes"]
    before = path.read_text(encoding="utf-8")
    open_text(person, "deux-textes")
    person.type("Titre", "Le mien")
    path.write_text(before.replace("Fin.", "La fin de l'autre."), encoding="utf-8")
    save(person)
    person.heading("Deux versions")
    person.sees("ne se touchent pas")
    person.click("Continuer", "button")
    person.page.get_by_role("button", name="Enregistrer", exact=True).click(timeout=patient(30_000))
    person.heading("C'est enregistré")
    both = before.replace("Fin.", "La fin de l'autre.").replace("deux-textes : un titre", "Le mien")
    assert path.read_text(encoding="utf-8") == both


def test_a_new_text_whose_name_is_taken_gets_another(person, content):
    person.click("Une page")
    person.type("Titre", "Deux fois")
    person.type("Texte", "Le mien")
    person.click("Vérifier et enregistrer")
    button = person.page.get_by_role("button", name="Enregistrer", exact=True)
    button.wait_for(timeout=patient(30_000))
    theirs = write_site(content, {"deux-fois.md": page("title: Deux fois", "Le sien")})
    button.click()
    person.sees("Ce texte existe déjà")
    assert faults_on_screens(person.page) == []
    person.click("J'ai compris", "button")
    person.sees("Le site a déjà un texte de ce titre")
    button.click(timeout=patient(30_000))
    person.heading("C'est enregistré")
    assert "Le sien" in (theirs / "deux-fois.md").read_text(encoding="utf-8")
    assert "Le mien" in (content / "deux-fois-2.md").read_text(encoding="utf-8")


def test_two_people_who_changed_the_same_choose(person, content):
    path = content / PATHS["deux-cles"]
    before = path.read_text(encoding="utf-8")
    open_text(person, "deux-cles")
    person.type("Titre", "Le mien")
    path.write_text(before.replace("deux-cles : un titre", "Le sien"), encoding="utf-8")
    save(person)
    person.heading("Deux versions")
    assert faults_on_screens(person.page) == []
    person.page.get_by_label(printed("L'autre version")).check()
    person.click("Continuer", "button")
    person.sees("Rien n'a changé")
    assert "Le sien" in path.read_text(encoding="utf-8")


def test_a_text_that_is_gone_can_be_put_back(person, content):
    path = content / PATHS["parti"]
    open_text(person, "parti")
    person.type("Titre", "Le mien")
    path.unlink()
    save(person)
    person.sees("Quelqu'un l'a supprimé")
    person.click("Continuer", "button")
    person.page.get_by_role("button", name="Enregistrer", exact=True).click(timeout=patient(30_000))
    person.heading("C'est enregistré")
    assert "Le mien" in path.read_text(encoding="utf-8")


def test_a_draft_outlives_its_tab(person, context, address):
    open_text(person, "reprise")
    person.type("Texte", "Un début de phrase")
    person.sees("Brouillon gardé.")
    person.page.close()
    again = Person(context.new_page())
    again.go(address)
    again.click("Mes brouillons (1)")
    again.heading("Mes brouillons")
    assert faults_on_screens(again.page) == []
    again.click("reprise : un titre")
    again.sees("Vous reprenez votre brouillon")
    assert again.field("Texte").input_value() == "Un début de phrase"
    again.page.get_by_text("Autres actions").click()
    again.click("Abandonner mes changements", "button")
    again.page.get_by_role("dialog").get_by_role("button", name="Effacer").click()
    again.heading("Que voulez")
    assert again.page.get_by_role("link", name="Mes brouillons").inner_text() == "Mes brouillons"


def test_a_page_loaded_again_comes_back_to_its_screen(person):
    show(person.page, "corriger")
    person.heading("Corriger un texte")
    person.page.reload()
    person.heading("Corriger un texte")
    assert "jeton" not in person.page.url


def test_a_photo_waits_with_its_draft_until_the_site_answers(person, content):
    """The network breaks at each step: nothing is lost, and each step is tried again."""
    opened = person.page
    person.click("Une actualité")
    opened.route("**/api/**", lambda route: route.abort())
    person.type("Titre", "Une panne")
    person.choose("Choisir une photo", {**DOT, "name": "Été.png"})
    person.sees("Photo prête.")
    person.type("Ce que l'image montre", "Un point")
    person.sees("Le site ne répond pas")
    assert faults_on_screens(opened) == []
    person.click("Vérifier et enregistrer")
    person.sees("Le site ne répond pas")
    assert faults_on_screens(opened) == []
    opened.unroute("**/api/**")
    opened.route("**/api/check", lambda route: route.abort())
    person.click("Réessayer", "button")
    person.sees("Le site ne répond pas")
    opened.unroute("**/api/check")
    person.click("Réessayer", "button")
    person.sees("Une photo sera ajoutée.")
    # The site saves, and its answer is lost: saving again is no conflict with oneself.
    opened.route("**/api/save", lambda route: (route.fetch(), route.abort()))
    person.click("Enregistrer", "button")
    person.sees("Le site ne répond pas")
    opened.unroute("**/api/save")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    [saved] = (content / "_posts").glob("*-une-panne.md")
    assert "image: images/ete.png\n" in saved.read_text(encoding="utf-8")
    assert (content / "images" / "ete.png").exists()


def test_a_photo_is_described_before_it_is_saved(person, content):
    person.click("Une actualité")
    person.type("Titre", "Deux photos")
    person.choose("Choisir une photo", DOT)
    person.sees("Photo prête.")
    person.page.get_by_role("button", name="Image", exact=True).click()
    assert faults_on_screens(person.page) == []
    dialog = person.page.get_by_role("dialog")
    dialog.get_by_label("Choisir une photo").set_input_files({**DOT, "name": "Un carré.png"})
    dialog.get_by_label("Ce qu’elle montre").fill("Un [carré]")
    dialog.get_by_role("button", name="Ajouter").click()
    dialog.wait_for(state="detached")
    person.page.locator("#texte:not(:placeholder-shown)").wait_for()
    person.page.get_by_role("button", name="Image", exact=True).click()
    dialog.get_by_label("Choisir une photo").set_input_files({**DOT, "name": "Frise.png"})
    dialog.get_by_label("Elle ne fait que décorer").check()
    dialog.get_by_role("button", name="Ajouter").click()
    dialog.wait_for(state="detached")
    person.click("Vérifier et enregistrer")
    person.sees("Des personnes ne voient pas les images")
    assert faults_on_screens(person.page) == []
    person.click("Continuer", "button")
    person.sees("Dites en quelques mots")
    person.type("Ce que l'image montre", "Un point")
    person.click("Continuer", "button")
    person.sees("3 photos seront ajoutées.")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    [saved] = (content / "_posts").glob("*-deux-photos.md")
    front = 'title: "Deux photos"\nimage: images/point.png\nimage_alt: "Un point"'
    body = "![Un \\[carré\\]](/images/un-carre.png)\n\n"
    body += '![](/images/frise.png){: role="presentation"}\n\n'
    assert saved.read_text(encoding="utf-8") == page(front, body)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("IMG_1.HEIC", "Le plus compatible"),
        ("a.svg", "Un dessin SVG ne peut pas"),
        ("a.jpg", "n'est pas une image que le navigateur sait lire"),
    ],
)
def test_what_is_no_photo_is_told_with_its_cure(person, name, told):
    person.click("Une actualité")
    kind = {"HEIC": "image/heic", "svg": "image/svg+xml", "jpg": "image/jpeg"}[name.split(".")[1]]
    person.choose("Choisir une photo", {"name": name, "mimeType": kind, "buffer": b"rien"})
    person.sees(told)
    assert faults_on_screens(person.page) == []


def test_a_browser_that_keeps_nothing_says_so(context, address):
    context.add_init_script(
        "Object.defineProperty(window, 'indexedDB', {value: {open() { throw new Error(); }}})"
    )
    person = Person(context.new_page())
    person.go(address)
    person.sees("Ce navigateur refuse de garder les brouillons")
    assert faults_on_screens(person.page) == []
    person.click("Une page")
    person.type("Titre", "En mémoire")
    person.sees("Ce navigateur ne garde pas les brouillons.")
    show(person.page, "brouillons")
    person.sees("En mémoire")
    asked = []
    person.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    person.page.close(run_before_unload=True)
    person.page.wait_for_event("close")
    assert asked == ["beforeunload"]


def test_a_site_started_again_goes_on_where_it_was(context, tmp_path):
    content = write_site(tmp_path / "content", {"index.md": page("title: Accueil")})
    port, person = free_port(), Person(context.new_page())
    with writing(content, port) as address:
        person.go(address)
        person.click("Une page")
        person.type("Titre", "Deux temps")
        person.sees("Brouillon gardé.")
    person.type("Texte", "La suite")
    person.sees("Le site ne répond pas")
    with writing(content, port):
        person.click("Réessayer", "button")
        person.sees("Cette page n'est plus reliée au site")
        person.click("Réessayer", "button")
        person.sees("Vous reprenez votre brouillon")
        assert person.field("Texte").input_value().rstrip() == "La suite"
        save(person)
        person.heading("C'est enregistré")
    assert "La suite" in (content / "deux-temps.md").read_text(encoding="utf-8")


def test_the_first_screen_waits_for_a_site_that_does_not_answer(context, address):
    opened = context.new_page()
    opened.route("**/api/site", lambda route: route.abort())
    opened.goto(address)
    person = Person(opened)
    person.heading("Un instant")
    assert faults_on_screens(opened) == []
    opened.unroute("**/api/site")
    person.click("Réessayer", "button")
    person.heading("Que voulez")


def test_the_page_beside_follows(person):
    person.click("Une page")
    person.type("Titre", "À côté")
    frame = person.page.frame_locator("iframe")
    for words in ("Des mots.", "D'autres mots."):
        person.type("Texte", words)
        frame.get_by_text(words.replace("'", "’")).wait_for(timeout=patient(30_000))
    person.page.set_viewport_size({"width": 360, "height": 740})
    person.click("Voir la page", "button")
    assert frame.get_by_role("heading", name="À côté").is_visible()
    assert not person.field("Texte").is_visible()
    person.click("Écrire", "button")
    assert person.field("Texte").is_visible()


def test_what_is_written_otherwise_is_left_alone(person, content):
    path = content / "autrement.md"
    path.write_text("---\n{title: Autrement}\n---\nDu texte.\n", encoding="utf-8")
    show(person.page, "texte/autrement.md")
    person.sees("elle le laisse tel quel")
    assert faults_on_screens(person.page) == []
    person.type("Texte", "Un autre texte.\n")
    save(person)
    person.heading("C'est enregistré")
    assert path.read_text(encoding="utf-8") == "---\n{title: Autrement}\n---\nUn autre texte.\n"


def test_the_way_back(person):
    """Each screen has a title, which takes the focus; « back » goes to the one before."""
    titles = {}
    for route in ("corriger", "brouillons", "nouveau/evenement"):
        show(person.page, route)
        titles[route] = {"corriger": "Corriger", "brouillons": "Mes", "nouveau/evenement": "Un év"}[
            route
        ]
        person.heading(titles[route])
        assert person.page.evaluate("document.activeElement.tagName") == "H1"
        assert person.page.title().startswith(titles[route])
    for words in ("Mes brouillons", "Corriger un texte", "Que voulez"):
        person.page.go_back()
        person.heading(words)
    person.page.go_forward()
    person.heading("Corriger un texte")


def test_faults_are_told_beside_their_fields(person):
    person.click("Un événement")
    person.type("Titre", "Une fête")
    person.type("Début", "le 31 février 2026")
    person.sees("ne convient pas")
    field = person.field("Début")
    told = field.get_attribute("aria-describedby").split()[-1]
    assert "Ce jour n’existe pas" in person.page.locator(f"#{told}").inner_text()
    assert field.get_attribute("aria-invalid") == "true"
    assert faults_on_screens(person.page) == []
    person.click("Vérifier et enregistrer")
    person.sees("À corriger avant d'enregistrer")
    assert faults_on_screens(person.page) == []
    person.page.locator(".souci a").first.click()
    person.heading("Un événement")
    assert person.page.evaluate("document.activeElement.id") == person.field("Début").get_attribute(
        "id"
    )


def test_what_is_missing_leads_to_its_field(person):
    person.click("Un acteur")
    person.click("Vérifier et enregistrer")
    person.sees("Il manque encore")
    assert faults_on_screens(person.page) == []
    person.click("Rôle")
    person.heading("Un acteur")
    person.sees("Remplissez « Rôle ».")
    assert person.field("Univers").input_value() == ""
    person.page.go_back()
    person.click("Univers")
    person.heading("Un acteur")
    assert person.page.evaluate("document.activeElement.id") == "universe"
    assert faults_on_screens(person.page) == []


def test_two_events_of_one_title_and_day_are_told(person):
    for told in range(2):
        show(person.page, "nouveau/evenement")
        person.heading("Un événement")
        person.type("Titre", "Deux fois")
        person.type("Début", "20/12/26 18h")
        person.click("Vérifier et enregistrer")
        person.sees("Un événement sera ajouté")
        assert person.page.get_by_text("Le site a déjà un texte").count() == told
        assert faults_on_screens(person.page) == []
        if not told:
            person.click("Enregistrer", "button")
            person.heading("C'est enregistré")


def test_several_dates(person):
    person.click("Un événement")
    person.type("Titre", "Chaque mois")
    person.type("Début", "12/12/2026 18h30")
    person.click("Il a lieu plusieurs fois", "button")
    dates = person.page.locator("fieldset.date")
    assert dates.count() == 2
    assert dates.nth(0).get_by_label("Début").first.input_value() == "12/12/2026 18h30"
    dates.nth(1).get_by_label("Début").first.fill("9 janvier 18h30")
    assert faults_on_screens(person.page) == []
    person.page.get_by_role("button", name="Retirer la date 1").click()
    assert person.field("Début").input_value() == "09/01/2027 18h30"
    assert dates.count() == 0


def test_what_comes_back_by_a_rule(person):
    """Its end is asked for once it comes back, and its first date stays beside the others."""
    person.click("Un événement")
    person.type("Titre", "Marché")
    person.type("Début", "12/12/2026 9h")
    page = person.page
    assert not person.field("Revient jusqu'au").is_visible()
    page.get_by_label("Revient (facultatif)").fill("chaque samedi")
    page.get_by_label("Revient (facultatif)").blur()
    person.field("Revient jusqu'au").fill("30/06/2027")
    page.get_by_role("button", name="Changer ou ajouter une date").click()
    date = page.locator("fieldset.date")
    assert date.count() == 1
    date.get_by_label("Début").first.fill("19/12/2026")
    assert person.field("Début").is_visible()
    assert faults_on_screens(page) == []
    person.click("Vérifier et enregistrer")
    person.sees("Un événement sera ajouté")


def test_the_buttons_of_the_text(person):
    """Each writes its signs; what it wrote can be undone."""
    person.click("Une page")
    text, opened = person.field("Texte"), person.page
    for name, given, written in (
        ("Gras", "mot", "**mot**"),
        ("Titre", "mot", "## mot"),
        ("Liste", "un\ndeux", "- un\n- deux"),
        ("Citation", "mot", "> mot"),
    ):
        text.fill(given)
        text.press("ControlOrMeta+a")
        opened.get_by_role("button", name=name, exact=True).click()
        assert text.input_value() == written
        text.press("ControlOrMeta+z")
        assert text.input_value() == given
    text.fill("")
    opened.get_by_role("button", name="Lien", exact=True).click()
    assert faults_on_screens(opened) == []
    person.type("Où mène", "accessibil")
    opened.locator(".trouves").get_by_role("button", name="Accessibilité").click()
    person.type("Les mots", "la page")
    opened.get_by_role("dialog").get_by_role("button", name="Ajouter").click()
    assert text.input_value() == "[la page]({% link accessibilite.md %})"
    text.fill("")
    opened.get_by_role("button", name="Bouton", exact=True).click()
    person.type("Où mène", "www.exemple.fr")
    person.type("Les mots", "Venir")
    opened.get_by_role("dialog").get_by_role("button", name="Ajouter").click()
    assert text.input_value() == "[Venir](https://www.exemple.fr){: .bouton}\n\n"
    text.fill("")
    opened.get_by_role("button", name="Vidéo ou carte").click()
    person.type("Adresse de la vidéo", "https://youtu.be/abc")
    person.type("Ce que c'est", "La fête")
    assert faults_on_screens(opened) == []
    opened.get_by_role("dialog").get_by_role("button", name="Ajouter").click()
    assert '<iframe src="https://www.youtube-nocookie.com/embed/abc" title="La fête">' in (
        text.input_value()
    )
    text.fill("")
    opened.get_by_role("button", name="Encart").click()
    person.type("Ce qu'il dit", "Fermé lundi")
    opened.get_by_role("dialog").get_by_role("button", name="Ajouter").click()
    assert text.input_value() == "> [!NOTE]\n> Fermé lundi\n\n"


def test_with_the_keyboard_alone(person, content):
    """A piece of news written and saved without a pointer."""
    keys = person.page.keyboard

    def to(name: str) -> None:
        for _ in range(60):
            keys.press("Tab")
            words = person.page.evaluate(
                "(document.activeElement.labels?.[0] ?? document.activeElement).innerText ?? ''"
            )
            if words.startswith(name):
                return
        raise AssertionError(f"no key leads to {name}")

    to("Une actualité")
    keys.press("Enter")
    person.heading("Une actualité")
    to("Titre")
    keys.type("Au clavier")
    to("Texte")
    keys.type("Du texte ")
    keys.press("Control+b")
    keys.type("gras")
    to("Vérifier")
    keys.press("Enter")
    person.sees("Une actualité sera ajoutée")
    to("Enregistrer")
    keys.press("Enter")
    person.heading("C'est enregistré")
    assert faults_on_screens(person.page) == []
    saved = content / "_posts" / "2026-11-30-au-clavier.md"
    assert saved.read_text(encoding="utf-8") == page('title: "Au clavier"', "Du texte **gras**\n")


def test_each_kind_of_text(person):
    for kind in ("Une actualité", "Un événement", "Un acteur", "Un univers", "Une page"):
        show(person.page, "")
        person.heading("Que voulez")
        person.click(kind)
        person.heading(kind)
        for details in person.page.locator("summary").all():
            details.click()
        assert faults_on_screens(person.page) == []
        assert person.page.evaluate(SMALL) == []
        person.page.set_viewport_size({"width": 180, "height": 800})  # a watch, or 400 %
        assert person.page.evaluate("document.documentElement.scrollWidth") == 180
    show(person.page, "")
    person.heading("Que voulez")
    assert faults_on_screens(person.page) == []


def test_a_thousand_texts_are_searched_at_once(context, address):
    opened = context.new_page()

    def many(route):
        answer = route.fetch()
        told = answer.json()
        told["fichiers"] = [
            {**told["fichiers"][0], "name": f"_posts/2026-01-01-{n}.md", "title": f"Titre {n}"}
            for n in range(1000)
        ]
        route.fulfill(response=answer, json=told)

    opened.route("**/api/site", many)
    person = Person(opened)
    person.go(address)
    show(opened, "corriger")
    person.sees("1000 textes")
    assert opened.locator(".liste li").count() == 50
    assert faults_on_screens(opened) == []
    spent = opened.evaluate("""() => {
        const field = document.querySelector("[type=search]");
        const start = performance.now();
        for (const words of ["t", "ti", "titre 99", "999", ""]) {
            field.value = words;
            field.dispatchEvent(new Event("input"));
        }
        return performance.now() - start;
    }""")
    assert spent / 5 < patient(100)  # ms
    person.type("Chercher", "titre 999")
    person.sees("Un texte")


EVENT = page("title: Bal\ndebut: 2026-12-12 18:30 # soir\nlieu: Ici", "Venez.\n")


def test_a_change_that_people_follow_is_dated(content, context, address):
    """It is told, goes when the change is undone, and the page that is shown is the site's own."""
    path = content / "_evenements" / "2026-12-12-bal.md"
    path.write_text(EVENT, encoding="utf-8")
    person = Person(context.new_page())
    person.go(address)
    person.click("Corriger un texte du site")
    person.click("Bal")
    person.type("Lieu", "Là-bas")
    person.click("Vérifier et enregistrer")
    person.sees("Le changement est daté du lundi 30 novembre 2026 à 11 h")
    person.click("Revenir au texte")
    person.type("Lieu", "Ici")
    person.click("Vérifier et enregistrer")
    person.sees("Rien n'a changé")
    person.click("Revenir au texte")
    person.type("Lieu", "Là-bas")
    person.click("Vérifier et enregistrer")
    person.click("Enregistrer", "button")
    person.heading("C'est enregistré")
    lines = set(path.read_text(encoding="utf-8").splitlines()) - set(EVENT.splitlines())
    assert lines - {"lieu: Là-bas"} == {next(it for it in lines if it.startswith("modifie: 2026-"))}
    link = person.page.get_by_role("link", name="Voir la page").get_attribute("href")
    assert link == f"{address.removesuffix('/ecrire/')}/agenda/2026-12-12-bal/"
