"""The page published with a site, before each Git host: signing in, sending, following."""

import contextlib
import functools
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from browser_support import QuietHandler, faults_on_screens
from editor_support import Person
from git_hosts import APPLICATION, BRANCH, HOSTS, SITE, StandIn, handler_of
from local_server import local_server
from support import build_site, page, write_site

pytestmark = pytest.mark.browser
TOKEN = "jeton-de-test"
BALL = "_evenements/2026-12-12-bal.md"
SPY = """<script>
const opened = window.open("/ecrire/#/connexion", "autre");
const frame = document.body.appendChild(document.createElement("iframe"));
frame.src = "/ecrire/#/connexion";
</script>
"""
CONTENT = {
    "index.md": page("title: Accueil", "[Bal]({% link _evenements/2026-12-12-bal.md %})\n"),
    "espion.md": page("title: Une page avec un script", SPY),
    BALL: page("title: Bal\ndebut: 2026-12-12 18:30\nlieu: La Grange", "Venez danser.\n"),
    "_posts/2026-01-02-bonne-annee.md": page("title: Bonne année # dit"),
    "brouillon.md": page("title: Un secret\npublished: false"),
}
EVENT = """---
title: "Fête de la soupe"
debut: 2026-12-19 18:30
image: images/fete-de-la-soupe.jpg
image_alt: "Une marmite"
---
Venez nombreux.
"""
_IMAGE = BytesIO()
Image.effect_noise((800, 600), 20).convert("RGB").save(_IMAGE, "JPEG")
PHOTO = {"name": "IMG_2041.JPG", "mimeType": "image/jpeg", "buffer": _IMAGE.getvalue()}
_KEPT = """async () => {
    const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    kept.push(document.cookie, location.href, document.documentElement.outerHTML);
    kept.push(JSON.stringify(Object.keys(window)), JSON.stringify(await caches.keys()));
    for (const name of await caches.keys()) {
        const kept_here = await caches.open(name);
        for (const one of await kept_here.keys()) {
            kept.push(one.url, await (await kept_here.match(one)).text());
        }
    }
    for (const { name } of await indexedDB.databases()) {
        const base = await new Promise((done) => {
            const asked = indexedDB.open(name);
            asked.onsuccess = () => done(asked.result);
        });
        for (const store of base.objectStoreNames) {
            const asked = base.transaction(store).objectStore(store).getAll();
            await new Promise((done) => { asked.onsuccess = done; });
            kept.push(JSON.stringify(asked.result));
        }
        base.close();
    }
    return kept.join(" ");
}"""


@dataclass
class Published:
    """A site online, whose files a host keeps."""

    host: StandIn
    address: str
    root: Path

    def build(self) -> None:
        """Build what the host keeps, as its workflow does, and publish it."""
        content = self.root / "copie"
        shutil.rmtree(content, ignore_errors=True)
        content.mkdir()
        archive = self.host.site.git("archive", BRANCH)
        subprocess.run(["tar", "-x", "-C", content], input=archive, check=True)
        built = build_site(content / "content", self.root / "sortie", self.address)
        assert built.is_ok, built.diagnostics.errors


@contextlib.contextmanager
def published(name: str, root: Path, content: dict[str, str] = CONTENT) -> Iterator[Published]:
    """Give a site that is online, and its host."""
    folder = write_site(root / "contenu", content)
    files = {f"content/{it}": (folder / it).read_bytes() for it in content}
    serve = functools.partial(QuietHandler, directory=str(root / "sortie"))
    host = HOSTS[name](root, files)
    with local_server(handler_of(host)) as there, local_server(serve) as here:
        asked = {"hote": f"http://{there}", "depot": SITE, "logiciel": name}
        config = json.dumps({"title": "Essai", "ecrire": asked | {"application": APPLICATION}})
        host.site.publish(BRANCH, {"content/_config.yml": config.encode()}, "Écrire en ligne")
        made = Published(host, f"http://{here}", root)
        made.build()
        yield made
    assert host.faults == []


@pytest.fixture(params=HOSTS)
def site(request, tmp_path) -> Iterator[Published]:
    with published(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def person(browser, site) -> Iterator[Person]:
    """Give someone who comes for the first time, on a telephone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda it: faults.append(it.text) if "Security" in it.text else None)
    one = Person(opened)
    one.go(f"{site.address}/ecrire/")
    yield one
    context.close()
    assert faults == []


def sign_in(person: Person, site: Published) -> None:
    """Sign in as the host has it, and come back."""
    person.heading(f"Se connecter à {site.host.name}")
    if site.host.name == "GitHub":
        person.type("Jeton", TOKEN)
        person.click("Se connecter", "button")
    else:
        person.click(f"Continuer vers {site.host.name}", "button")


def write_event(person: Person) -> None:
    person.click("Un événement")
    person.type("Titre", "Fête de la soupe")
    person.type("Début", "19/12/2026 18h30")
    person.choose("Choisir une photo", PHOTO)
    person.type("Ce que l'image montre", "Une marmite")
    person.type("Texte", "Venez nombreux.\n")


def test_an_event_with_a_photo_is_sent_and_followed_until_it_is_online(site, person) -> None:
    host = site.host
    host.verdicts = ["pending", "success"]
    write_event(person)
    frame = person.page.frame_locator("iframe[sandbox='']")
    person.click("Voir la page", "button")
    frame.locator("h1", has_text="Fête de la soupe").wait_for()
    assert frame.locator("img").evaluate("(it) => it.decode().then(() => it.naturalWidth)") == 800
    assert frame.locator("h1").evaluate("(it) => getComputedStyle(it).fontFamily") != "serif"
    person.click("Écrire", "button")
    person.click("Vérifier et enregistrer")
    person.click("Se connecter pour envoyer", "button")
    if host.name == "GitHub":
        assert faults_on_screens(person.page) == []
    sign_in(person, site)
    person.heading("Vérifier et enregistrer")
    person.click("Publier", "button")
    person.heading("C'est envoyé")
    person.sees("Le site se prépare.")
    assert host.site.log(BRANCH)[0] == "Ajouter 2026-12-19-fete-de-la-soupe.md"
    assert len(host.site.log(BRANCH)) == 3
    event = host.site.read(BRANCH, "content/_evenements/2026-12-19-fete-de-la-soupe.md")
    assert event.decode() == EVENT
    photo = host.site.read(BRANCH, "content/images/fete-de-la-soupe.jpg")
    with Image.open(BytesIO(photo)) as image:
        assert (image.size, dict(image.getexif())) == ((800, 600), {})
    tokens = [it for it in host.tokens if it != TOKEN or host.name == "GitHub"]
    kept = person.page.evaluate(_KEPT)
    assert [token for token in tokens if token in kept] == []
    site.build()
    person.sees("C'est en ligne.")
    if host.name == "GitHub":
        assert faults_on_screens(person.page) == []
    with person.page.context.expect_page() as shown:
        person.click("Voir (nouvel onglet)")
    shown.value.locator("h1", has_text="Fête de la soupe").wait_for()


def test_a_document_and_its_text_are_one_commit(site, person) -> None:
    person.click("Une page")
    person.type("Titre", "Les statuts")
    pdf = person.add_document("Statuts.pdf")
    person.click("Vérifier et enregistrer")
    person.click("Se connecter pour envoyer", "button")
    sign_in(person, site)
    person.heading("Vérifier et enregistrer")
    person.click("Publier", "button")
    person.heading("C'est envoyé")
    kept = site.host.site
    assert kept.log(BRANCH)[0] == "Ajouter les-statuts.md"
    assert kept.read(BRANCH, "content/documents/statuts.pdf") == pdf
    said = kept.read(BRANCH, "content/les-statuts.md").decode()
    assert "[Statuts (PDF, 2 ko)](/documents/statuts.pdf)" in said


def test_another_address_and_the_links_to_it_are_one_commit(site, person) -> None:
    person.page.goto(f"{site.address}/ecrire/#/texte/{BALL.replace('/', '%2F')}")
    sign_in(person, site)
    person.heading("Corriger « Bal »")
    person.page.get_by_text("Autres actions").click()
    person.click("Changer l'adresse", "button")
    person.type("Les mots de l'adresse", "Danse")
    person.page.get_by_role("dialog").get_by_role("button", name="Changer").click()
    person.sees("Dans « Accueil », le lien vers ce texte suit.")
    assert person.page.get_by_role("link", name="Envoyer sans compte").count() == 0
    person.click("Publier", "button")
    person.heading("C'est envoyé")
    kept = site.host.site
    new = BALL.replace("bal", "danse")
    assert kept.log(BRANCH)[0] == "Renommer en 2026-12-12-danse.md"
    assert len(kept.log(BRANCH)) == 3
    front, said = "lieu: La Grange\n", kept.read(BRANCH, f"content/{new}").decode()
    assert said == CONTENT[BALL].replace(
        front, f"{front}redirect_from: [/agenda/2026-12-12-bal/]\n"
    )
    assert f"content/{BALL}" not in kept.files(BRANCH)
    home = kept.read(BRANCH, "content/index.md").decode()
    assert home == CONTENT["index.md"].replace(BALL, new)
    site.build()
    person.sees("C'est en ligne.")
    person.page.goto(f"{site.address}/agenda/2026-12-12-bal/")
    person.page.wait_for_url("**/agenda/2026-12-12-danse/")


def test_a_session_that_ends_and_a_conflict_lose_nothing(site, person) -> None:
    host = site.host
    person.page.goto(f"{site.address}/ecrire/#/texte/{BALL.replace('/', '%2F')}")
    sign_in(person, site)
    person.heading("Corriger « Bal »")
    person.type("Lieu", "Le Moulin")
    person.click("Vérifier et enregistrer")
    person.heading("Vérifier et enregistrer")
    person.page.get_by_role("button", name="Publier").wait_for()
    host.tokens.clear()  # the host does not know it any more
    theirs = page("title: Grand bal\ndebut: 2026-12-12 18:30\nlieu: La Grange", "Venez danser.\n")
    host.site.publish(BRANCH, {f"content/{BALL}": theirs.encode()}, "Autre")
    person.click("Publier", "button")
    person.sees("ne vous reconnaît pas, ou plus. Votre texte est gardé ici.")
    host.tokens.add(TOKEN)
    person.click("Se connecter", "button")
    sign_in(person, site)
    person.heading("Vérifier et enregistrer")
    person.click("Publier", "button")
    person.heading("Deux versions de ce texte")
    person.click("Continuer", "button")
    person.heading("Vérifier et enregistrer")
    person.click("Publier", "button")
    person.heading("C'est envoyé")
    saved = host.site.read(BRANCH, f"content/{BALL}").decode()
    dated = re.compile(r"^modifie: .*\n", re.MULTILINE)  # for who follows the event
    assert len(dated.findall(saved)) == 1
    assert dated.sub("", saved) == theirs.replace("La Grange", "Le Moulin")
    assert host.site.log(BRANCH)[:2] == ["Corriger 2026-12-12-bal.md", "Autre"]


def test_who_may_not_publish_is_offered_to_propose(site, person) -> None:
    host = site.host
    host.can_publish, host.can_push, host.verdicts = False, False, ["failure"]
    write_event(person)
    person.click("Vérifier et enregistrer")
    person.click("Se connecter pour envoyer", "button")
    sign_in(person, site)
    person.heading("Vérifier et enregistrer")
    person.page.get_by_role("button", name="Proposer").wait_for()
    assert person.page.get_by_role("button", name="Publier").count() == 0
    person.click("Proposer", "button")
    person.heading("C'est envoyé")
    person.sees("La vérification du site a trouvé quelque chose à corriger.")
    (proposal,) = host.proposals
    copy = host.repositories[proposal["from"]]
    event = "content/_evenements/2026-12-19-fete-de-la-soupe.md"
    assert copy.read(proposal["branch"], event).decode() == EVENT


# --- What is true of one host is of all ---


@pytest.fixture
def github(tmp_path) -> Iterator[Published]:
    with published("GitHub", tmp_path) as made:
        yield made


def test_the_page_tells_nothing_of_what_is_not_published_and_is_not_found(github) -> None:
    output = github.root / "sortie"
    told = json.loads((output / "ecrire" / "site.json").read_text())
    assert {it["name"] for it in told["fichiers"]} == set(CONTENT) - {"brouillon.md"}
    versions = {it["name"]: it["version"] for it in told["fichiers"]}
    assert versions[BALL] == github.host.site.name_of(BRANCH, f"content/{BALL}")
    assert all(it["address"] for it in told["fichiers"])
    assert "ecrire" not in (output / "sitemap.xml").read_text()
    assert "ecrire" not in (output / "index.html").read_text()
    index = (output / "ecrire" / "index.html").read_text()
    assert '<meta name="robots" content="noindex">' in index
    assert "unsafe" not in index


def test_a_page_of_a_member_cannot_have_one_sign_in_under_its_eyes(github, browser) -> None:
    context = browser.new_context()
    spying = context.new_page()
    with context.expect_page() as opened:
        spying.goto(f"{github.address}/espion.html")
    words = "Pour votre sécurité, on ne se connecte pas ici"
    opened.value.get_by_text(words).wait_for()
    spying.frame_locator("iframe").get_by_text(words).wait_for()
    context.close()


def test_a_token_that_is_wrong_is_told_and_not_kept(github, browser) -> None:
    context = browser.new_context()
    person = Person(context.new_page())
    person.page.goto(f"{github.address}/ecrire/#/connexion")
    person.type("Jeton", "faux")
    person.click("Se connecter", "button")
    person.sees("Ce jeton ne convient pas")
    assert person.field("Jeton").input_value() == ""
    assert "Authorization" not in person.page.content()
    context.close()


def test_a_page_moved_elsewhere_trusts_its_own_copy_about_the_host(github, browser) -> None:
    """The site says what it holds; where one signs in is not for who writes on it to choose."""
    told = json.loads((github.root / "sortie" / "ecrire" / "site.json").read_text())
    ours = {**told, "hote": {**told["hote"], "site": "http://site.exemple/ecrire/"}}
    theirs = {**told, "hote": {**told["hote"], "hote": "https://piege.exemple"}, "fichiers": []}
    context = browser.new_context(bypass_csp=True)  # that of a page built for this site
    person = Person(context.new_page())
    person.page.route(
        "**/ecrire/site.json",
        lambda route: route.fulfill(
            json=theirs if "site.exemple" in route.request.url else ours,
            headers={"Access-Control-Allow-Origin": "*"},
        ),
    )
    person.page.goto(f"{github.address}/ecrire/#/corriger")
    person.sees("Aucun texte ne contient ces mots.")
    person.page.evaluate("location.hash = '#/connexion'")
    person.heading("Se connecter")
    link = person.page.get_by_role("link", name="la page des jetons").get_attribute("href")
    assert link.startswith(told["hote"]["hote"])
    context.close()
