"""The agenda's pages in a real browser: several filters at once, the keyboard, axe, the sheet."""

import re

import pytest
from playwright.sync_api import expect

from agenda_support import EVENTS, build, event
from browser_support import faults_on_screens, served

pytestmark = pytest.mark.browser

LONG = "Anticonstitutionnellement-et-interminablement"


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """Give the address of a site with a full month, whose titles are of every length."""
    files = dict(EVENTS)
    for number in range(45):
        files |= event(
            f"e{number}",
            title=f'"{["Soupe", "Un après-midi pour réparer ensemble", LONG * 2][number % 3]}"',
            debut=f"2026-12-{number % 28 + 1:02} {9 + number % 11}h{number // 28}0",
            lieu=f'"{["Halle", "La maison des associations", LONG][number % 3]}"',
            adresse=f'"1 rue X, 34{number % 5}00 Ville-{"abcde"[number % 5]}"',
            organisateurs="La Source",
        )
    with served(build(tmp_path_factory.mktemp("full"), files)) as address:
        yield address


@pytest.fixture
def see(pages, full):
    def open_page(path: str, **options):
        page = pages.take(1280, 900, **options)
        page.clock.set_fixed_time("2026-11-30T11:00:00Z")
        page.goto(f"{full}{path}")
        return page

    return open_page


PAGES = """/agenda/ /agenda/la-source/ /agenda/a/sete/ /agenda/mois/2026-12/ /agenda/annees/2025/
    /agenda/integrer/ /agenda/programme/2026-12/ /agenda/semaine.html""".split()


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_usable_by_all(see, path):
    page = see(path)
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    assert faults_on_screens(page) == []


def test_filters_are_put_together_and_keep_their_address(see):
    page = see("/agenda/")
    page.keyboard.press("Tab")  # the skip link
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Univers").select_option("Eau")
    page.get_by_label("Où").select_option("Saint-Jean-de-Védas")
    lines = page.locator(".agenda h3")
    expect(lines).to_have_text(["Atelier", "Pot"])
    expect(page.get_by_role("status")).to_have_text("2 dates")
    assert page.locator(".agenda .status").all_inner_texts() == ["Annulé"]
    page.get_by_label("À partir du").fill("2026-12-15")
    expect(lines).to_have_text(["Pot"])
    expect(page).to_have_url(re.compile("univers=univers.*depuis=2026-12-15"))
    address = page.url
    page.goto(address)
    expect(lines).to_have_count(1)
    page.get_by_label("Quoi").select_option("danse")
    expect(page.get_by_role("status")).to_contain_text("Rien de prévu")
    for field in page.locator(".filters select").all():
        field.select_option("")
    page.get_by_label("À partir du").fill("")
    expect(page).to_have_url(re.compile("/agenda/$"))
    expect(lines).to_have_count(41)  # as it was built


@pytest.mark.parametrize("width, height", [(360, 640), (1280, 720)])
def test_results_stand_in_sight_under_the_fields(see, width, height):
    page = see("/agenda/")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(page.url + "?ville=a/sete/")
    page.get_by_text("2 dates").wait_for()
    box = page.locator(".agenda h3 a").first.bounding_box()
    assert box and 0 < box["y"] < height - 30
    assert not page.locator("#chercher").is_visible()
    assert page.locator(".agenda .place").all_inner_texts() == ["La Source, Sète", "Halle, Sète"]
    assert page.evaluate("document.activeElement == document.body")
    page.get_by_label("Où").select_option("")
    expect(page.locator("#chercher")).to_be_visible()


def test_weeks_and_months_are_fields_too(see):
    page = see("/agenda/?mois=mois/2027-01/&semaine=semaines/2027-01/")
    page.get_by_text("2 dates").wait_for()
    assert page.locator(".agenda h3").all_inner_texts() == ["Expo", "Visio"]


def test_many_results_are_cut_aloud_and_credited(see):
    def many(route):
        data = route.fetch().json()
        data["events"] = [it | {"announced_by": ["A", "B"]} for it in data["events"] * 50]
        route.fulfill(json=data)

    page = see("/agenda/")
    page.route("**/agenda.json", many)
    page.goto(page.url + "?univers=univers/eau/")
    page.get_by_text("voici les 200 premières").wait_for()
    assert page.locator(".agenda h3").count() == 200
    status = page.get_by_role("status")
    assert status.get_by_role("link", name="Eau").get_attribute("href") == "/agenda/univers/eau/"
    assert page.locator(".agenda .note").first.inner_text() == "Annoncé par A et B"


def test_without_script_links_do_the_same_and_a_fault_is_told(see):
    page = see("/agenda/", java_script_enabled=False)
    page.locator("summary").first.click()
    page.get_by_role("link", name="Saint-Jean-de-Védas").click()
    expect(page.locator(".upcoming h3")).to_have_text(["Atelier", "Pot"])
    page = see("/agenda/")
    page.route("**/agenda.json", lambda route: route.abort())
    page.locator("summary").first.click()
    page.get_by_label("Univers").select_option("Eau")
    expect(page.get_by_role("status")).to_contain_text("n’a pas abouti")
    assert page.locator(".agenda h3").count() == 41


def test_the_sheet_holds_all_that_it_shows(see):
    page = see("/agenda/programme/2026-12/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1047})  # A4 within its margins
    more = re.search(r"Et (\d+) autres", page.locator("footer").inner_text())
    assert page.locator("main li").count() + int(more[1] if more else 0) == 49
    main = page.locator("main")
    for size in ("Width", "Height"):
        assert main.evaluate(f"it => it.scroll{size} <= it.client{size}")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_a_link_to_the_lines_to_paste_opens_them(see):
    page = see("/communs/eau/la-source/")
    page.get_by_role("link", name="Reprendre cet agenda sur votre site").click()
    expect(page.locator("#reprendre pre")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "title"), [("/agenda/", ".line h3 a"), ("/agenda/programme/2026-12/", ".sheet main a")]
)
def test_the_address_of_an_event_kept_elsewhere_is_not_printed(see, path, title):
    page = see(path)
    page.emulate_media(media="print")
    link = page.locator(title).first
    link.evaluate("(link) => link.href = 'https://ailleurs.example/bal'")
    content = link.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert content in ('""', "none")
