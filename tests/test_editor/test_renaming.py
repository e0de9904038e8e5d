"""A text gets another address: its file is renamed, its former address and links lead there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser_support import faults_on_screens
from editor_support import Person, printed, writing
from firefox_support import FirefoxPerson, launch_firefox
from patience import patient
from support import build_site, page, read_page, write_site

pytestmark = pytest.mark.browser
BAL = page("title: Bal # dit\ndebut: 2026-12-12 18:30\nlieu: Ici", "Venez.\n")
FILES = {
    "index.md": page(
        "title: Accueil",
        "[Le bal]({% link _evenements/2026-12-12-bal.md %}), "
        "[de même](_evenements/2026-12-12-bal.md), [par son adresse](/agenda/2026-12-12-bal/).\n",
    ),
    "_evenements/2026-12-12-bal.md": BAL,
    "_evenements/2026-12-13-loto.md": page("title: Loto\ndebut: 2026-12-13 15:00"),
    "_posts/2026-01-02-rentree.md": page("title: La rentrée"),
    "_posts/2026-01-03-suite.md": page("title: La suite", "{% post_url 2026-01-02-rentree %}\n"),
    "_communs/eau/index.md": page("title: L'eau\norder: 1"),
    "_communs/terre/index.md": page("title: La terre\norder: 2"),
    "_communs/eau/source.md": page("nom: La Source\nrole: coopérative"),
    "fixe.md": page("title: Fixe\npermalink: /autre/\norder: 9"),
}


@pytest.fixture
def content(tmp_path) -> Path:
    return write_site(tmp_path / "content", FILES)


@pytest.fixture
def address(content) -> Iterator[str]:
    with writing(content) as place:
        yield place


def open_text(person: Person, title: str) -> None:
    person.page.evaluate("location.hash = '#/corriger'")
    person.click(title)
    person.heading("Corriger «")


def ask_for(person: Person) -> None:
    """Ask for another address, with the keyboard alone."""
    person.page.locator("details:not([open]) > summary", has_text="Autres actions").press("Enter")
    person.page.get_by_role("button", name=printed("Changer l'adresse")).press("Enter")


def accept(person: Person) -> None:
    person.page.get_by_role("dialog").get_by_label("Les mots").press("Enter")


def save(person: Person) -> None:
    button = person.page.get_by_role("button", name="Enregistrer", exact=True)
    button.click(timeout=patient(30_000))
    person.heading("C'est enregistré")


def test_an_event_of_another_title_and_day(person, content, tmp_path):
    """Offered once they change; all that led there leads to it still."""
    open_text(person, "Bal")
    person.type("Titre", "Grand bal d'été")
    person.type("Début", "19/12/2026 18h30")
    person.click("Vérifier et enregistrer")
    person.sees("L'adresse de la page, elle, ne change pas")
    assert faults_on_screens(person.page) == []
    person.click("Changer aussi l'adresse", "button")
    person.sees("Son adresse : /agenda/2026-12-12-bal/")
    assert faults_on_screens(person.page) == []
    assert person.field("Les mots de l'adresse").input_value() == "grand-bal-d-ete"
    accept(person)
    person.sees("L'adresse de la page change.")
    person.sees("Dans « Accueil », le lien vers ce texte suit.")
    person.click("Garder l'ancienne adresse", "button")
    person.sees("L'adresse de la page, elle, ne change pas")
    person.click("Changer aussi l'adresse", "button")
    accept(person)
    person.sees("Dans « Accueil », le lien vers ce texte suit.")
    assert person.page.locator("main .souci").all_inner_texts() == []
    assert faults_on_screens(person.page) == []
    save(person)
    link = person.page.get_by_role("link", name="Voir la page").get_attribute("href")
    assert link.endswith("/agenda/2026-12-19-grand-bal-d-ete/")
    assert not (content / "_evenements/2026-12-12-bal.md").exists()
    new = "_evenements/2026-12-19-grand-bal-d-ete.md"
    said = (content / new).read_text(encoding="utf-8")
    assert 'title: "Grand bal d\'été" # dit\n' in said or "title: Grand bal d'été # dit\n" in said
    assert "redirect_from: [/agenda/2026-12-12-bal/]\n" in said
    home = (content / "index.md").read_text(encoding="utf-8")
    assert home == (
        FILES["index.md"]
        .replace("{% link _evenements/2026-12-12-bal.md", f"{{% link {new}")
        .replace("](_evenements/2026-12-12-bal.md", f"](/{new}")
    )
    assert build_site(content, tmp_path / "output").is_ok
    old = read_page(tmp_path / "output", "agenda/2026-12-12-bal/index.html")
    assert "/agenda/2026-12-19-grand-bal-d-ete/" in old.html
    person.click("Continuer ce texte")
    person.heading("Corriger «")
    ask_for(person)
    person.type("Les mots", "bal")
    accept(person)
    save(person)
    said = (content / "_evenements/2026-12-19-bal.md").read_text(encoding="utf-8")
    both = "[/agenda/2026-12-12-bal/, /agenda/2026-12-19-grand-bal-d-ete/]"
    assert f"redirect_from: {both}\n" in said


@pytest.mark.parametrize(
    ("title", "typed", "old", "new", "from_"),
    [
        (
            "La rentrée",
            {"Les mots": "Le retour", "Le jour": "4 janvier 2026"},
            "_posts/2026-01-02-rentree.md",
            "_posts/2026-01-04-le-retour.md",
            "/2026/01/02/rentree.html",
        ),
        (
            "La Source",
            {"Univers": "La terre"},
            "_communs/eau/source.md",
            "_communs/terre/la-source.md",
            "/communs/eau/source/",
        ),
    ],
)
def test_each_kind_that_has_its_own(person, content, tmp_path, title, typed, old, new, from_):
    open_text(person, title)
    ask_for(person)
    for label, words in typed.items():
        if label == "Univers":
            person.page.get_by_role("dialog").get_by_label(label).select_option(words)
        else:
            person.type(label, words)
    assert faults_on_screens(person.page) == []
    accept(person)
    person.heading("Vérifier et enregistrer")
    save(person)
    said = (content / new).read_text(encoding="utf-8")
    added = f"redirect_from: [{from_}]\n"
    assert said.replace(added, "") == FILES[old]
    assert added in said
    assert not (content / old).exists()
    follows = (content / "_posts/2026-01-03-suite.md").read_text(encoding="utf-8")
    assert Path(new).stem in follows or title == "La Source"
    assert build_site(content, tmp_path / "output").is_ok


def test_the_same_in_firefox(content, address):
    with launch_firefox() as firefox:
        person = FirefoxPerson(firefox)
        person.go(address)
        person.click("Corriger un texte du site")
        person.click("Bal")
        person.heading("Corriger")
        person.click("Autres actions", "summary")
        person.click("Changer l'adresse", "button")
        person.type("Les mots de l'adresse", " dansé\ue007")  # Enter, as WebDriver has it
        person.heading("Vérifier et enregistrer")
        person.sees("Dans « Accueil », le lien vers ce texte suit.")
        person.click("Enregistrer", "button")
        person.heading("C'est enregistré")
    assert not (content / "_evenements/2026-12-12-bal.md").exists()
    said = (content / "_evenements/2026-12-12-bal-danse.md").read_text(encoding="utf-8")
    assert said == BAL.replace("Ici\n", "Ici\nredirect_from: [/agenda/2026-12-12-bal/]\n")


def test_what_it_cannot_be(person, content):
    """A name that another has, none at all, its own; an address that does not come from a name."""
    open_text(person, "Bal")
    ask_for(person)
    accept(person)
    person.sees("C'est déjà son adresse")
    for words, told in (("!!", "Écrivez un mot au moins"), ("bal", "C'est déjà son adresse")):
        person.type("Les mots", words)
        accept(person)
        person.sees(told)
    assert faults_on_screens(person.page) == []
    person.click("Annuler", "button")
    person.type("Début", "13/12/2026 15h")
    person.click("Changer l'adresse", "button")
    person.type("Les mots", "loto")
    accept(person)
    person.sees("Un autre texte a déjà cette adresse")
    person.click("Annuler", "button")
    for title in ("Fixe", "Accueil", "L’eau"):
        open_text(person, title)
        person.page.get_by_text("Autres actions").click()
        assert person.page.get_by_role("button", name="adresse").count() == 0
    assert (content / "_evenements/2026-12-12-bal.md").read_text(encoding="utf-8") == BAL


def test_another_s_text_took_the_name_or_changed_meanwhile(person, content):
    """Nothing is written over; both are told, and the change is made in the end."""
    open_text(person, "Bal")
    ask_for(person)
    person.type("Les mots", "danse")
    accept(person)
    person.heading("Vérifier et enregistrer")
    button = person.page.get_by_role("button", name="Enregistrer", exact=True)
    button.wait_for(timeout=patient(30_000))
    taken = content / "_evenements/2026-12-12-danse.md"
    taken.write_text(page("title: Danse\ndebut: 2026-12-12 21:00"), encoding="utf-8")
    button.click()
    person.sees("Un autre texte vient de prendre cette adresse.")
    assert "Danse" in taken.read_text(encoding="utf-8")
    assert (content / "_evenements/2026-12-12-bal.md").exists()
    assert faults_on_screens(person.page) == []
    person.click("Choisir une autre adresse", "button")
    person.type("Les mots", "valse")
    accept(person)
    taken_words = person.page.get_by_text("vient de prendre cette adresse")
    taken_words.wait_for(state="detached")  # it is looked at anew
    button.wait_for(timeout=patient(30_000))
    home = content / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + "Dit.\n", encoding="utf-8")
    button.click()
    person.sees("Un texte qui a un lien vers celui-ci vient de changer")
    assert faults_on_screens(person.page) == []
    path = content / "_evenements/2026-12-12-bal.md"
    path.write_text(BAL.replace("Venez.", "Venez tous."), encoding="utf-8")
    button.click()
    person.heading("Deux versions de ce texte")
    person.click("Continuer", "button")
    save(person)
    said = (content / "_evenements/2026-12-12-valse.md").read_text(encoding="utf-8")
    assert "Venez tous." in said
    home_says = home.read_text(encoding="utf-8")
    assert "valse" in home_says
    assert home_says.endswith("Dit.\n")
    assert "redirect_from: [/agenda/2026-12-12-bal/]\n" in said
    assert not path.exists()


def test_an_answer_lost_on_its_way_and_a_tab_that_is_closed(person, content, context, address):
    """The draft keeps the name; a second try is no conflict with oneself."""
    open_text(person, "Bal")
    ask_for(person)
    person.type("Les mots", "danse")
    accept(person)
    person.heading("Vérifier et enregistrer")
    person.page.close()
    again = Person(context.new_page())
    again.go(address)
    again.click("Mes brouillons (1)")
    again.click("Bal")
    again.heading("Corriger «")
    again.click("Vérifier et enregistrer")
    again.sees("L'adresse de la page change.")
    again.page.route("**/api/save", lambda route: (route.fetch(), route.abort()))
    again.click("Enregistrer", "button")
    again.sees("Le site ne répond pas")
    again.page.unroute("**/api/save")
    save(again)
    assert (content / "_evenements/2026-12-12-danse.md").exists()
    assert not (content / "_evenements/2026-12-12-bal.md").exists()
    again.click("Écrire autre chose")
    again.heading("Que voulez")
    assert re.search(r"\(1\)", again.page.locator("main").inner_text()) is None
    assert printed("Mes brouillons") in again.page.locator("main").inner_text()
