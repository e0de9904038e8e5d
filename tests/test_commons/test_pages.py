"""The commons in a real browser: read, seen, and gone through by keyboard."""

import re

import pytest

from browser_support import SCHEMES, axe_faults, faults_on_screens, served
from commons_support import UNIVERSES, community
from content_types.commons.galaxy import FONT_SIZE
from support import build_site, page, write_site

pytestmark = pytest.mark.browser

LONG = "Société coopérative d'intérêt collectif des communs du pourtour méditerranéen et du Larzac"
LONG_WORD = "Anticonstitutionnellementcoopérativesolidaireetméditerranéenne"
ODD = {
    "_communs/energie/long.md": page(f'nom: "{LONG}"\nrole: coopérative'),
    "_communs/energie/mot.md": page(f"nom: {LONG_WORD}\nrole: soutien\nunivers: Numérique"),
}
SITES = {"3": community(3, 3), "120": community(120), "odd": {**community(2, 3), **ODD}}


@pytest.fixture(scope="module", params=SITES)
def address(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("communs")
    content = write_site(folder / "content", SITES[request.param])
    assert build_site(content, folder / "output").is_ok
    with served(folder / "output") as url:
        yield url, request.param


@pytest.fixture
def open_page(pages, address):
    """Return a function that opens a page of a site."""

    def open_at(path: str, width: int, scheme: str = "light"):
        page = pages.take(width, 800, scheme)
        page.goto(address[0] + path)
        return page

    return open_at


@pytest.mark.parametrize("path", ["/communs/", "/communs/energie/"])
def test_axe_finds_nothing_and_the_page_is_no_wider_than_the_screen(open_page, path):
    assert faults_on_screens(open_page(path, 360)) == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_names_are_whole_and_large_enough(open_page, width):
    opened = open_page("/communs/", width)
    drawn = opened.evaluate(
        """[...document.querySelectorAll('.system text')].map((text) => {
            const box = text.getBBox(), svg = text.ownerSVGElement;
            return [box.x, box.y, box.x + box.width, box.y + box.height,
                svg.viewBox.baseVal.width, svg.viewBox.baseVal.height,
                svg.getBoundingClientRect().width / svg.viewBox.baseVal.width];
        })"""
    )
    assert drawn
    for left, top, right, bottom, wide, high, scale in drawn:
        assert left >= 0 and top >= 0
        assert right <= wide and bottom <= high
        assert FONT_SIZE * scale >= 12


def test_the_keyboard_reaches_every_body_or_passes_them_all(open_page, address):
    opened = open_page("/communs/", 1280)
    opened.get_by_role("link", name="Passer l’image").click()
    opened.keyboard.press("Tab")
    inside = "document.activeElement.closest('#liste') != null"
    assert opened.evaluate(inside)
    opened.locator("svg a").first.focus()
    seen = []
    while opened.evaluate("!!document.activeElement.ownerSVGElement"):
        seen.append(opened.evaluate("document.activeElement.textContent"))
        outline = opened.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        while True:  # a universe's title stands between two pictures
            opened.keyboard.press("Tab")
            if not opened.evaluate("!!document.activeElement.closest('.universe > h2')"):
                break
    assert len(seen) == opened.locator("svg a").count()
    names = opened.locator(".actors a").all_inner_texts()
    assert sorted(set(seen) - {"Et vous\u202f?"}) == sorted(set(names))


def test_a_screen_reader_gets_named_groups_and_named_links(open_page, address):
    opened = open_page("/communs/", 1280)
    tree = opened.context.new_cdp_session(opened).send("Accessibility.getFullAXTree")["nodes"]
    shown = [node for node in tree if not node["ignored"]]

    def names(role: str) -> list[str]:
        return [node["name"]["value"] for node in shown if node["role"]["value"] == role]

    universes = opened.locator(".galaxy h2").all_inner_texts()
    assert [name for name in names("group") if name] == universes
    links = names("link")
    for name in opened.locator(".actors a").all_inner_texts():
        assert links.count(name) >= 2, name  # in the picture, and in the list
    assert "" not in links


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_colour_can_be_told_from_the_sky(open_page, address, scheme):
    if address[1] != "120":
        return
    opened = open_page("/communs/", 1280, scheme)
    colours = opened.evaluate(
        """[...document.querySelectorAll('.universe')].map((universe) => [
            getComputedStyle(universe.querySelector('svg a')).color,
            getComputedStyle(universe.closest('.sky')).backgroundColor])"""
    )
    assert len({shade for shade, _ in colours}) == len(UNIVERSES)
    for shade, sky in colours:
        assert contrast(shade, sky) >= 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, « contrast ratio »)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_phone_shows_an_actor_with_a_very_long_name(open_page, address):
    if address[1] != "odd":
        return
    for path in ("/communs/energie/long/", "/communs/energie/mot/"):
        opened = open_page(path, 360)
        assert opened.evaluate("document.documentElement.scrollWidth") <= 360
        assert axe_faults(opened) == []
