"""The published page without network: it opens, drafts go on, and nothing else answers for it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error

from browser_support import faults_on_screens, served
from editor_support import Person
from firefox_support import FirefoxPerson, launch_firefox
from patience import wait_for
from support import build_site, page, write_site

pytestmark = pytest.mark.browser
FILES = {
    "_config.yml": "title: Essai\necrire:\n  hote: https://github.com\n  depot: groupe/site\n",
    "index.md": page("title: Accueil"),
    "espion.html": "<!doctype html><html lang=fr><title>Une page avec un script</title><h1>Là</h1>",
}
READY = "return Boolean(navigator.serviceWorker.controller);"
POISON = """async () => {
    const store = await caches.open("ecrire");
    const all = await store.keys();
    for (const one of all) await store.put(one, new Response("<title>Piège</title><h1>Que voulez"));
    return all.length;
}"""


@contextlib.contextmanager
def online(root: Path) -> Iterator[str]:
    """Publish a site until the end of the block; give the address of its page for writing."""
    content, output = write_site(root / "contenu", FILES), root / "sortie"
    output.mkdir(exist_ok=True)
    with served(output) as address:
        built = build_site(content, output, address)
        assert built.is_ok, built.diagnostics.errors
        yield f"{address}/ecrire/"


def go_on_without_network(person: Person | FirefoxPerson, root: Path) -> None:
    """Lose the network, begin a text, lose the page, come back, go on."""
    with online(root) as address:
        person.go(address)
        wait_for(lambda: person.run(READY))
    person.click("Une page")  # on a first visit, what comes later is kept already
    person.type("Titre", "Dans le train")
    person.sees("Brouillon gardé.")
    person.go(address)
    person.click("Mes brouillons (1)")
    person.click("Dans le train")
    person.sees("Vous reprenez votre brouillon")
    person.type("Texte", "La suite")
    person.sees("Brouillon gardé.")
    person.click("Vérifier et enregistrer")
    person.heading("Vérifier et enregistrer")
    person.sees("Une page sera ajoutée au site")


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    own = browser.new_context(viewport={"width": 360, "height": 740})
    yield own
    own.close()


def test_a_draft_goes_on_without_network(tmp_path, context):
    person = Person(context.new_page())
    go_on_without_network(person, tmp_path)
    assert faults_on_screens(person.page) == []
    person.click("Se connecter pour envoyer", "button")
    person.heading("Se connecter à GitHub")  # our own worker is no stranger


def test_the_same_in_firefox(tmp_path):
    with launch_firefox() as firefox:
        go_on_without_network(FirefoxPerson(firefox), tmp_path)


def test_what_another_page_wrote_in_the_cache_is_never_shown(tmp_path, context):
    """Nor does the worker answer for the rest of the site."""
    person = Person(context.new_page())
    with online(tmp_path) as address:
        person.go(address)
        wait_for(lambda: person.run(READY))
        person.page.goto(address.replace("/ecrire/", "/espion.html"))
        assert person.page.evaluate("navigator.serviceWorker.controller") is None
        assert person.page.evaluate(POISON) > 8
        person.go(address)
        assert "Piège" not in person.page.content()
    with pytest.raises(Error):
        person.page.goto(address)
    with pytest.raises(Error):
        person.page.goto(address.replace("/ecrire/", "/espion.html"))
