"""Cards in a real browser: no request before the click, one after; without script, a link."""

import pytest

from browser_support import another_host, faults_on_screens, served
from support import PROJECT, built_site, page

pytestmark = pytest.mark.browser

BODY = """
Une phrase d'abord.

<iframe src="{x}/film" title="Le film" width="560" height="315"></iframe>

Voir le plan : <iframe src="{x}/plan" height="300"></iframe>

![Une affiche]({x}/affiche.svg)

Un ![dessin]({x}/dessin.svg) dans une phrase.

<object data="{x}/objet"></object> <embed src="{x}/incruste">

<video controls poster="{x}/image.svg"><source src="{x}/video.mp4"></video>

<audio controls src="{x}/son.ogg"></audio>

<picture><source srcset="{x}/grand.svg"><img src="{x}/petit.svg" alt="Photo"></picture>

<script src="{x}/script.js"></script>
<script>new Image().src = "{x}/espion.svg"; fetch("{x}/espion").catch(() => 0);</script>
<link rel="stylesheet" href="{x}/style.css">
<link rel="preload" as="image" href="{x}/avance.svg">
<style>@import url("{x}/import.css"); h1 {{ background: url({x}/fond.svg) }}</style>
<p style="background: url('{x}/attribut.svg')" background="{x}/vieux.svg">Fin.</p>
<svg width="9" height="9" role="img" aria-label="Rien"><image href="{x}/svg.svg"/></svg>
"""


@pytest.fixture(scope="module")
def other():
    with another_host() as (address, asked):
        yield address, asked


@pytest.fixture(scope="module")
def address(tmp_path_factory, other):
    folder = tmp_path_factory.mktemp("cards")
    files = {
        "index.md": page("title: Accueil", "Bonjour.\n"),
        "film.md": page("title: Films", BODY.format(x=other[0])),
    }
    with served(built_site(folder, files)) as url:
        yield f"{url}/film.html"


@pytest.fixture
def asked(other):
    other[1].clear()
    return other[1]


@pytest.fixture
def open_page(browser, address):
    pages = []

    def open_it(**more):
        opened = browser.new_page(**more)
        pages.append(opened)
        opened.goto(address)
        return opened

    yield open_it
    for opened in pages:
        opened.close()


def test_nothing_is_asked_before_a_click_and_one_thing_after(open_page, asked):
    opened = open_page()
    for _ in range(12):
        opened.keyboard.press("PageDown")  # lazy contents come in sight
    opened.wait_for_timeout(200)
    assert asked == []
    opened.get_by_role("button", name="Afficher ici : Le film").click()
    opened.frame_locator("iframe[title='Le film']").get_by_text("L'autre site").wait_for()
    assert asked == ["/film"]
    frame = opened.locator("iframe").bounding_box()
    assert abs(frame["width"] / frame["height"] - 560 / 315) < 0.01


KINDS = ["plan", "affiche.svg", "objet", "incruste", "video.mp4", "son.ogg", "petit.svg"]


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_card_shows_what_it_holds(open_page, asked, name):
    opened = open_page()
    card = opened.locator("figure").filter(has=opened.locator(f"a[href$='/{name}']"))
    with opened.expect_response(f"**/{name}"):
        card.get_by_role("button").click()
    assert asked == [f"/{name}"]
    assert card.locator("iframe").evaluate("it => it == document.activeElement")


def test_the_keyboard_is_enough(open_page, asked):
    opened = open_page()
    for _ in range(40):
        opened.keyboard.press("Tab")
        if opened.evaluate("document.activeElement.tagName") == "BUTTON":
            break
    opened.keyboard.press("Enter")
    opened.frame_locator("iframe").get_by_text("L'autre site").wait_for()
    assert asked == ["/film"]
    assert opened.evaluate("document.activeElement.title") == "Le film"
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent").startswith("Ouvrir sur 127.0.0.2")


def test_without_script_the_words_and_the_link_are_there(open_page, asked, other):
    opened = open_page(java_script_enabled=False)
    assert opened.get_by_role("button").count() == 0
    link = opened.get_by_role("link", name="Le film")
    assert "envoie votre adresse IP à ce site" in opened.locator("figure").first.inner_text()
    assert asked == []
    link.click()
    opened.wait_for_url(f"{other[0]}/film")


@pytest.mark.parametrize("clicks", [0, 1], ids=["closed", "open"])
def test_axe_finds_nothing(open_page, clicks):
    opened = open_page()
    for button in opened.get_by_role("button").all()[:clicks]:
        button.click()
    assert faults_on_screens(opened) == []


def test_the_scripts_of_every_page_fit_in_3_kb():
    folder = PROJECT / "theme/static/js"
    scripts = {*folder.glob("*.js")} - {folder / "filtres.js"}  # the agenda's alone
    assert sum(len(path.read_bytes()) for path in scripts) <= 3150
