"""Sub-menus by mouse, by touch and by keyboard, without script; ten entries and as many below."""

import re

import pytest
from playwright.sync_api import expect

from browser_support import SCHEMES, axe_faults
from support import page as page_text

pytestmark = pytest.mark.browser

ENTRIES = """Adhérer, Bénévolat, Café, Épicerie, Les coopératives amies, Presse, Réserver une salle,
    Contact""".replace("\n", "").split(", ")
BELOW = """Atelier vélo, Bibliothèque d’objets, Cantine du jeudi, Chorale, Couture, Ludothèque,
    Permanences d’accès aux droits, Jardin partagé, Réparations, Troc de graines""".split(",")


FILES = {
    "index.md": page_text("title: La Ruche"),
    "vie.md": page_text("title: La vie du lieu"),
    **{f"a{n}.md": page_text(f"title: {one.strip()}") for n, one in enumerate(ENTRIES)},
    **{
        f"b{n}.md": page_text(f"title: {one.strip()}\nparent: La vie du lieu")
        for n, one in enumerate(BELOW)
    },
    "c.md": page_text("title: Le projet"),
    "d.md": page_text("title: D\nparent: c.md"),
}


@pytest.fixture
def opened(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page.goto(f"{address}/a0.html")
    yield page
    page.close()


def entry(page, words: str):
    return page.locator("header summary", has_text=words)


def test_a_click_opens_another_closes_and_so_does_the_page(opened):
    below = opened.locator("header").get_by_role("link", name="Couture")
    assert below.is_hidden()
    entry(opened, "La vie du lieu").click()
    assert below.is_visible()
    entry(opened, "Le projet").click()
    assert below.is_hidden() and opened.get_by_role("link", name="D", exact=True).first.is_visible()
    opened.mouse.click(640, 500)
    assert opened.locator("header details[open]").count() == 0
    entry(opened, "La vie du lieu").click()
    opened.locator("header").get_by_role("link", name="Contact").click()  # at once
    expect(opened).to_have_url(re.compile("/a7.html$"))


def test_the_keyboard_goes_through_what_is_open(opened):
    entry(opened, "La vie du lieu").focus()
    opened.keyboard.press("Enter")
    reached = []
    for _ in range(len(BELOW) + 1):
        opened.keyboard.press("Tab")
        reached.append(opened.locator(":focus").inner_text())
    assert reached == ["La vie du lieu", *(one.strip() for one in sorted(BELOW, key=BELOW.index))]


@pytest.mark.parametrize("width", [768, 1280])
def test_all_of_it_fits(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}/b3.html")
    entry(page, "La vie du lieu").click()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert axe_faults(page) == []
    boxes = [link.bounding_box() for link in page.locator("header li a:visible").all()]
    assert len(boxes) == len(ENTRIES) + len(BELOW) + 1
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
    assert all(box["y"] + box["height"] < 500 for box in boxes)
    page.close()


def test_on_a_phone_all_are_in_the_menu_of_the_foot(browser, address):
    page = browser.new_page(viewport={"width": 360, "height": 740}, has_touch=True)
    page.goto(f"{address}/a0.html")
    page.get_by_role("link", name="Menu", exact=True).tap()
    assert page.url.endswith("#nav")
    links = page.locator("#nav a").all()
    assert len(links) == len(ENTRIES) + len(BELOW) + 4
    assert all(link.is_visible() and link.bounding_box()["height"] >= 44 for link in links)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
