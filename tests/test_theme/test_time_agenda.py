"""The agenda, built once and read later: lines move, groups open and close."""

import pytest

from support import PROJECT
from time_support import AFTER, BEFORE, DURING, WINTER, groups

pytestmark = pytest.mark.browser

AGENDA = "full/agenda/"
AUTUMN = "2025-09-20T10:00:00Z"
SCRIPTS = PROJECT / "theme" / "static" / "js"


def test_before_all_dates(see):
    page = see(AGENDA, BEFORE)
    assert groups(page, ".upcoming") == {
        "septembre 2025": ["Galaxie coopérative", "Soupe commune"],
        "octobre 2025": ["Soupe commune"],
        "novembre 2025": ["Ciné-débat"],
    }
    assert groups(page, ".past") == {"archives 2024": ["Balade"]}
    assert not page.locator(".nothing").is_visible()


def test_between_two_dates(see):
    page = see(AGENDA, AUTUMN)
    assert groups(page, ".upcoming") == {
        "octobre 2025": ["Soupe commune"],
        "novembre 2025": ["Ciné-débat"],
    }
    assert groups(page, ".past") == {
        "archives 2025": ["Soupe commune", "Galaxie coopérative"],
        "archives 2024": ["Balade"],
    }


def test_when_all_is_over(see):
    page = see(AGENDA, WINTER)
    assert groups(page, ".upcoming") == {}
    assert groups(page, ".past") == {
        "archives 2025": ["Ciné-débat", "Soupe commune", "Soupe commune", "Galaxie coopérative"],
        "archives 2024": ["Balade"],
    }
    assert page.get_by_text("Rien de prévu pour le moment").is_visible()


@pytest.mark.parametrize("place", ["full/agenda/", "states/agenda/"])
@pytest.mark.parametrize("moment", [DURING, AFTER, AUTUMN, "2025-10-20T10:00:00Z", WINTER])
def test_the_script_shows_what_a_build_of_the_day_would(see, place, moment):
    """In order and in groups, the built page being read without script."""
    seen = see(place, moment)
    built = see(place, moment, built=moment, java_script_enabled=False)
    for part in (".upcoming", ".past"):
        assert list(groups(seen, part).items()) == list(groups(built, part).items())
    nothing = [page.locator(".nothing").is_visible() for page in (seen, built)]
    assert nothing[0] == nothing[1]


def test_the_past_begins_with_its_first_event(see):
    assert not see("one/agenda/", DURING).locator(".past").is_visible()
    assert groups(see("one/agenda/", AFTER), ".past") == {"archives 2025": ["Galaxie coopérative"]}


def test_what_is_under_way_stands_first(see):
    page = see(AGENDA, DURING)
    shown = groups(page, ".upcoming")
    assert list(shown) == ["en ce moment", "septembre 2025", "octobre 2025", "novembre 2025"]
    assert shown["en ce moment"] == ["Galaxie coopérative"]
    assert page.locator(".status:visible").first.inner_text() == "En ce moment"


def test_a_page_left_open_learns_the_hour(see):
    page = see("one/agenda/", BEFORE)
    page.clock.install(time=BEFORE)
    page.reload()
    page.clock.fast_forward(18 * 24 * 3600 * 1000)
    assert groups(page, ".upcoming") == {}
    assert groups(page, ".past") == {"archives 2025": ["Galaxie coopérative"]}


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_nothing_to_come_says_so_and_leads_somewhere(see, script):
    page = see("quiet/agenda/", BEFORE, java_script_enabled=script)
    assert page.get_by_text("Rien de prévu pour le moment").is_visible()
    assert page.locator(".nothing a").get_attribute("href") == "/"


def test_lines_tell_what_is_not_merely_to_come(see):
    labels = ".upcoming .status:visible"
    assert see(AGENDA, BEFORE).locator(labels).all_inner_texts() == ["Complet"]
    assert see(AGENDA, DURING).locator(labels).all_inner_texts() == ["En ce moment", "Complet"]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_the_archives_keep_what_did_not_take_place(see, script):
    built = BEFORE if script else AFTER
    page = see("states/agenda/", AFTER, built=built, java_script_enabled=script)
    assert page.locator(".past .line:has(.status:visible) h3").all_inner_texts() == [
        "Galaxie postponed",
        "Galaxie cancelled",
    ]
    assert page.locator(".past .status:visible").all_inner_texts() == ["Reporté", "Annulé"]


@pytest.mark.parametrize("moment", [BEFORE, AFTER, WINTER])
def test_without_script_nothing_becomes_false(see, moment):
    page = see(AGENDA, moment, java_script_enabled=False)
    said = page.locator("body").inner_text()
    assert "venir" not in said and "Rien de prévu" not in said and "Passé" not in said
    assert page.locator(".upcoming time:visible").count() == 4


def test_the_scripts_of_the_theme_are_small():
    sizes = {path.name: path.stat().st_size for path in SCRIPTS.iterdir()}
    assert sizes.pop("filtres.js") < 4900  # of one page
    assert sum(sizes.values()) < 3150
