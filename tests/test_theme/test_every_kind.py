"""Every kind of page of the site itself, built for real and opened in a real browser.

The pages are those that `bin/invoke captures` shows: what is looked at is what is tested.
"""

import re

import pytest

from browser_support import SCHEMES, WIDTHS, faults_on_screens, served
from captures import NOW, PAGES, SITEURL, example_site
from support import build_site

pytestmark = pytest.mark.browser

KINDS = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
# 1280 pixels at 400 %: what WCAG 2.2 asks of reflow (1.4.10).
ZOOMED = {"width": 320, "height": 256}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("every_kind")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        result = build_site(example_site(folder), folder / "output", SITEURL)
    assert result.is_ok, [str(diagnostic) for diagnostic in result.diagnostics.errors]
    assert not result.diagnostics.warnings
    with served(folder / "output") as url:
        yield url


@pytest.fixture
def open_page(pages, address):
    """Return a function that opens a page as of the day of the build; nothing may go elsewhere."""

    def open_at(path: str, width: int = 360, height: int = 740, **options):
        page = pages.take(width, height, **options)
        elsewhere, complaints = [], []
        told = {
            "request": lambda r: r.url.startswith(address) or elsewhere.append(r.url),
            "console": lambda m: m.type == "error" and complaints.append(m.text),
            "pageerror": lambda error: complaints.append(str(error)),
        }
        for event, listener in told.items():
            page.on(event, listener)
        if options.get("java_script_enabled", True):
            page.clock.set_fixed_time(NOW)
        page.goto(address + path)
        for event, listener in told.items():
            page.remove_listener(event, listener)
        assert (elsewhere, complaints) == ([], [])
        return page

    return open_at


@KINDS
def test_axe_finds_nothing(open_page, path):
    assert faults_on_screens(open_page(path)) == []


@KINDS
def test_at_four_times_the_size_nothing_is_lost(open_page, path):
    page = open_page(path, **ZOOMED)
    assert page.evaluate("document.documentElement.scrollWidth") <= ZOOMED["width"]
    cut = page.evaluate("""() => [...document.querySelectorAll("main *, header *, footer *")]
        .filter((it) => it.checkVisibility() && !it.closest(".table, pre, svg, .unseen"))
        .filter((it) => [...it.childNodes].some((n) => n.nodeType == 3 && n.data.trim()))
        .filter((it) => {
          const box = it.getBoundingClientRect();
          return box.right > 321 || box.left < -1;
        })
        .map((it) => it.outerHTML.slice(0, 80))""")
    assert cut == []


@KINDS
def test_small_letters_keep_their_room(open_page, path):
    """A spacing in `em` comes down from a large title as pixels: below, letters would touch."""
    squeezed = open_page(path).evaluate("""() => [...document.querySelectorAll("body *")]
        .filter((it) => [...it.childNodes].some((n) => n.nodeType == 3 && n.data.trim()))
        .filter((it) => {
          const { fontSize, letterSpacing } = getComputedStyle(it), size = parseFloat(fontSize);
          return size < 20 && parseFloat(letterSpacing) < -0.025 * size;
        })
        .map((it) => it.outerHTML.slice(0, 80))""")
    assert squeezed == []


# Pieces of text of which one lies on another: a third of their height is the room between lines.
_OVERLAPS = """() => {
  // What stays in sight while the page goes by below it.
  const floats = (it) => it && (["sticky", "fixed"].includes(getComputedStyle(it).position)
    || floats(it.parentElement));
  const isCut = (it, left, right, top, bottom) => {
    for (; it && it != document.body; it = it.parentElement) {
      const style = getComputedStyle(it), box = it.getBoundingClientRect();
      if (["auto", "scroll"].includes(style.overflowX)) return false;  // it scrolls by itself
      if (["hidden", "clip"].includes(style.overflowX) && (left < box.left - 1
          || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1)) return true;
    }
    return left < -1 || right > innerWidth + 1;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = [], found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode, holder = text.parentElement;
    if (!text.data.trim() || !holder.checkVisibility({ visibilityProperty: true })
        || holder.closest("svg, .unseen, .skip-links, script, style") || floats(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const room = (bottom - top) / 6;
      if (right - left <= 2) continue;
      if (isCut(holder, left, right, top + room, bottom - room))
        found.push("cut: " + text.data.trim().slice(0, 40));
      boxes.push({ text, left, right, top: top + room, bottom: bottom - room });
    }
  }
  for (const [place, a] of boxes.entries())
    for (const b of boxes.slice(place + 1))
      if (a.text != b.text && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
          && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2)
        found.push(a.text.data.trim().slice(0, 30) + " / " + b.text.data.trim().slice(0, 30));
  return found;
}"""


@KINDS
def test_no_text_lies_on_another_nor_is_cut(open_page, path):
    page = open_page(path)
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width, height in ((360, 740), (1280, 800), tuple(ZOOMED.values())):
            page.set_viewport_size({"width": width, "height": height})
            found[scheme, width] = page.evaluate(_OVERLAPS)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {where: texts for where, texts in found.items() if texts} == {}


_STOP = """() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
  return { tag: it.localName, html: it.outerHTML.slice(0, 90), outline: style.outlineStyle != "none"
    ? parseFloat(style.outlineWidth) : 0, seen: box.bottom > 0 && box.top < innerHeight };
}"""


@KINDS
def test_the_keyboard_goes_everywhere_and_shows_where_it_is(open_page, path):
    page = open_page(path, 1280, 800)
    stops = page.locator("a:visible, button:visible, summary:visible, [tabindex='0']:visible")
    expected, reached = stops.count(), []
    page.keyboard.press("Tab")
    while (stop := page.evaluate(_STOP))["tag"] != "body" and len(reached) <= expected:
        reached.append(stop)
        page.keyboard.press("Tab")
    assert len(reached) >= expected > 4
    unseen = [stop for stop in reached if stop["outline"] < 2 or not stop["seen"]]
    assert [stop["html"] for stop in unseen if stop["tag"] != "video"] == []  # its controls show it


@KINDS
def test_without_script_every_word_is_there(open_page, path):
    def words(page) -> set[str]:
        return set(re.findall(r"\w+", page.locator("main").inner_text().lower()))

    added = words(open_page(path)) - words(open_page(path, java_script_enabled=False))
    assert added <= {"à", "venir", "passé", "ici"}  # « Afficher ici » loads by a script


@pytest.mark.parametrize("name", ["evenement", "evenement-passe"])
def test_an_event_prints_on_one_page_with_its_address(open_page, name):
    page = open_page(PAGES[name])
    pdf = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    page.emulate_media(media="print")
    notice = page.locator("main").inner_text()
    assert f"{SITEURL}{PAGES[name]}" in notice
    assert page.locator("#footer").is_hidden() and page.locator(".more").first.is_hidden()


@KINDS
def test_paper_gets_dark_words_on_white(open_page, path):
    page = open_page(path)
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate("""() =>
      [...document.querySelectorAll("main :is(h1, h2, h3, p, li, a)")]
        .filter((it) => it.checkVisibility() && it.textContent.trim() && !it.closest("svg"))
        .map((it) => getComputedStyle(it).color)""")
    light = {c for c in colours if sum(map(float, re.findall(r"[\d.]+", c)[:3])) > 330}
    assert light == set()


_SMALL = """() => [...document.querySelectorAll("a, button")]
    .filter((it) => it.checkVisibility() && !it.closest("p:not(.more), svg, blockquote, td"))
    .filter((it) => !it.matches(".skip-links"))
    .filter((it) => {
      const box = it.getBoundingClientRect();
      return box.height < 24 || box.width < 24;
    })
    .map((it) => it.outerHTML.slice(0, 90))"""


@KINDS
def test_targets_can_be_touched(open_page, path):
    """Links out of sentences are 24 pixels high or more (WCAG 2.2, 2.5.8)."""
    page = open_page(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(_SMALL) == [], width


def test_motion_stops_for_those_who_ask(open_page):
    page = open_page("/404.html", reduced_motion="reduce")
    assert page.evaluate("document.getAnimations().length") == 0


_PLACES = """() => Object.fromEntries([
  ["symbol", "main blockquote + ul > li"],
  ["box", ".task-list-item-checkbox"], ["term", "main dt"], ["meaning", "main dd"],
].map(([name, chosen]) => {
  const it = document.querySelector(chosen), words = document.createRange();
  words.selectNodeContents(it.lastChild ?? it.nextSibling);
  const { left, right } = it.getBoundingClientRect();
  return [name, { left, right, words: words.getBoundingClientRect().left,
    weight: +getComputedStyle(it).fontWeight }];
}))"""


def test_boxes_and_meanings_stand_where_they_are_read(open_page):
    at = open_page(PAGES["article"]).evaluate(_PLACES)
    assert at["box"]["left"] == pytest.approx(at["symbol"]["left"], abs=1)
    assert at["box"]["words"] == pytest.approx(at["symbol"]["words"], abs=2)
    assert at["box"]["words"] - at["box"]["right"] > 4
    assert at["meaning"]["words"] > at["term"]["words"] + 16
    assert at["term"]["weight"] > at["meaning"]["weight"]
