"""Each kind of page in a real browser: nothing for axe to find, nothing wider than the screen."""

import re

import pytest
from playwright.sync_api import expect

from browser_support import SCHEMES, WIDTHS, axe_faults, faults_on_screens, served
from page_guide import examples, guide_site
from support import SITES, build_site, write_site
from support import page as page_text

pytestmark = pytest.mark.browser

FILES = SITES / "every_kind"
PAGES = {
    "home": "/",
    "page": "/contact.html",
    "blog": "/articles/",
    "article": "/2024/02/01/premier.html",
}


@pytest.fixture(scope="module")
def home_address(tmp_path_factory):
    output = tmp_path_factory.mktemp("home") / "output"
    assert build_site(SITES.parents[1] / "content", output).is_ok
    with served(output) as url:
        yield url


@pytest.fixture(scope="module")
def recoloured_address(tmp_path_factory):
    """Serve a site whose own style sheet changes the colour, and one thing of the header.

    Its front page holds all that a page may, on each ground of its sections.
    """
    folder = tmp_path_factory.mktemp("recoloured")
    css = ":root { --couleur-primaire : #2a6442; }\nheader { border-top: 7px solid red; }\n"
    texts = examples()
    boxes = f"{texts['Un encart']}\n{texts['Des mots surlignés']}\n`code`, [lien](/).\n"
    body = f'<a class="bouton" href="/">Un bouton</a>\n\n{boxes}\n'
    body += "\n".join(f"## {title}\n\n{text}\n\n{boxes}" for title, text in texts.items())
    own = {"index.md": page_text("title: A", body), "assets/css/custom.css": css}
    site = write_site(folder / "content", {**guide_site(), **own})
    assert build_site(site, folder / "output").is_ok
    with served(folder / "output") as url:
        yield url


@pytest.fixture
def open_page(pages):
    """Return a function that opens an address and fails on any request elsewhere."""

    def open_at(url: str, width: int, scheme: str, **more):
        page = pages.take(width, 800, scheme, **more)
        asked = []
        page.on("request", note := lambda request: asked.append(request.url))
        page.goto(url)
        page.remove_listener("request", note)
        origin = "/".join(url.split("/")[:3])
        assert [each for each in asked if not each.startswith(origin)] == []
        return page

    return open_at


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(address, open_page, path):
    page = open_page(address + path, 320, "light")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults_on_screens(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_collective_s_page(home_address, open_page, width):
    page = open_page(f"{home_address}/", width, "light")
    images = page.locator("main img").all()
    assert len(images) == 2
    assert all(image.evaluate("i => i.naturalWidth") > 200 for image in images)
    button = page.get_by_role("link", name="S’inscrire").bounding_box()
    assert button["height"] >= 44
    assert faults_on_screens(page) == []


def test_the_skip_link_comes_first_and_leads_to_the_text(address, open_page):
    page = open_page(f"{address}/contact.html", 360, "light")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-links"
    assert page.locator(".skip-links").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))


def test_on_a_phone_the_menu_is_one_touch_away(address, open_page):
    page = open_page(f"{address}/contact.html", 360, "light")
    assert not page.locator("header ul").is_visible()
    page.get_by_role("link", name="Menu", exact=True).click()
    expect(page.locator("#nav")).to_be_visible()
    assert page.locator("#nav li").count() == 13


def test_every_stop_of_the_keyboard_can_be_seen(address, open_page):
    page = open_page(f"{address}/contact.html", 1280, "light")
    for _ in range(page.locator("a:visible").count()):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, parseFloat(s.outlineWidth)]; })()"
        )
        assert outline[0] != "none" and outline[1] >= 2, page.evaluate(
            "document.activeElement.outerHTML"
        )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_site_s_own_style_sheet_wins(recoloured_address, open_page, scheme):
    page = open_page(f"{recoloured_address}/", 1280, scheme)
    border = "getComputedStyle(document.querySelector('header')).borderTopWidth"
    assert page.evaluate(border) == "7px"
    ground = "getComputedStyle(document.querySelector('.bouton')).backgroundColor"
    own = page.evaluate(ground)
    page.evaluate("document.styleSheets[document.styleSheets.length - 1].disabled = true")
    assert page.evaluate(ground) != own
    page.evaluate("document.styleSheets[document.styleSheets.length - 1].disabled = false")
    assert axe_faults(page) == []
