"""The pages of the agenda: which there are, at what addresses, with what dates."""

import brotli
import feedparser
import icalendar
import pytest

from agenda_support import EVENTS, build, event
from support import read_page

VIEWS = {
    "": ["Expo", "Bal", "Atelier", "Pot", "Visio"],
    "la-source/": ["Bal"],
    "soleil/": ["Atelier"],
    "eau-programme/": ["Pot"],  # « programme » is a page's own name
    "univers/eau/": ["Bal", "Atelier", "Pot"],
    "univers/energie/": ["Atelier"],
    "a/sete/": ["Expo", "Bal"],  # where La Source is, that the exhibition names as its place
    "a/saint-jean-de-vedas/": ["Atelier", "Pot"],
    "mots-cles/velo/": ["Atelier", "Visio"],
    "en-ligne/": ["Visio"],
    "gratuits/": ["Bal"],
    "accessibilite/moteur/": ["Atelier"],
    "mots-cles/danse/": ["Bal"],
    "mois/2026-11/": ["Expo"],
    "mois/2026-12/": ["Expo", "Bal", "Atelier", "Pot"],
    "mois/2027-01/": ["Expo", "Visio"],
    "semaines/2026-49/": ["Expo", "Bal"],  # its night ends in that week
    "semaines/2027-01/": ["Expo", "Visio"],
}


def titles(tree, part: str = "upcoming") -> list[str]:
    return [heading.text() for heading in tree.css(f".{part} h3")]


@pytest.mark.parametrize("path, expected", VIEWS.items(), ids=[path or "all" for path in VIEWS])
def test_each_view_shows_its_dates(agenda_site, path, expected):
    assert titles(read_page(agenda_site, f"agenda/{path}index.html")) == expected


def test_there_is_no_other_page_and_each_is_found_from_the_first(agenda_site):
    of_events = {f"{name.split('/')[1].removesuffix('.md')}/" for name in EVENTS}
    pages = {
        f"{it.parent.relative_to(agenda_site / 'agenda')}/".removeprefix("./")
        for it in agenda_site.joinpath("agenda").rglob("index.html")
    }
    weeks = {it for it in pages if it.startswith("semaines/")}
    told = {"annees/2025/", "a/nimes/", *VIEWS} - weeks
    made = {it for it in pages - of_events - weeks if not it.endswith("integrer/")}
    assert {it for it in made if not it.startswith("programme/")} == told
    assert len(weeks) == 6
    links = {
        node.attributes["href"].removeprefix("/agenda/")
        for node in read_page(agenda_site, "agenda/index.html").css(".filters a")
    }
    assert links == (told | weeks) - {"", "a/nimes/"}  # there, nothing is to come


def test_what_is_over_stays_found_by_year_by_actor_and_by_town(agenda_site):
    for path in ("", "annees/2025/", "la-source/", "a/nimes/"):
        assert titles(read_page(agenda_site, f"agenda/{path}index.html"), "past") == ["Jadis"]
    town = read_page(agenda_site, "agenda/a/nimes/index.html")
    assert "hidden" not in town.css_first(".nothing").attributes
    assert "/agenda/a/nimes/" not in (agenda_site / "sitemap.xml").read_text("utf-8")
    assert "/agenda/a/sete/" in (agenda_site / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(
    "path", [path for path in VIEWS if path and path[:4] not in ("mois", "sema")]
)
def test_each_view_that_lasts_has_a_calendar_and_a_feed_to_follow(agenda_site, path):
    folder = agenda_site / "agenda" / path
    calendar = icalendar.Calendar.from_ical((folder / "agenda.ics").read_bytes())
    told = {str(it["SUMMARY"]).split(" : ")[-1].lower() for it in calendar.walk("VEVENT")}
    tree, feed = read_page(folder), feedparser.parse((folder / "feed.xml").read_bytes())
    shown = {title.lower() for part in ("upcoming", "past") for title in titles(tree, part)}
    assert told == shown == {it.title.split(" : ")[-1].lower() for it in feed.entries}
    assert str(calendar["NAME"]).startswith("Le site : ") and not feed.bozo
    links = {node.attributes["href"] for node in tree.css("main a")}
    address = f"exemple.fr/agenda/{path}agenda.ics"
    assert {f"webcal://{address}", f"/agenda/{path}agenda.ics"} < links
    assert tree.css_first(".taken code").text() == f"https://{address}"


def test_an_identifier_is_the_same_in_all_calendars(agenda_site):
    def uids(path: str) -> set[str]:
        read = icalendar.Calendar.from_ical((agenda_site / path).read_bytes())
        return {str(it["UID"]) for it in read.walk("VEVENT")}

    assert uids("agenda/a/sete/agenda.ics") < uids("agenda.ics")


def test_hundreds_of_dates_make_a_light_first_page(tmp_path):
    words = "Réparer Coudre Semer Chanter Traduire Cuisiner Planter Jouer Écrire Bâtir".split()
    files: dict[str, str | bytes] = {}
    for number in range(40):
        days = [
            f"2027-{it + 1:02}-{number % 27 + 1:02} {9 + it % 10}h{it % 6}0" for it in range(12)
        ]
        files |= event(
            f"e{number}",
            title=f'"{words[number % 10]} ensemble, {number}e saison : venez {words[number // 4]}"',
            dates=f"[{', '.join(days)}]",
            lieu=f'"La maison des {words[number % 7]}"',
            adresse=f'"{number} rue X, {30000 + number} Ville-{words[number % 10]}-{number}"',
            tags=f"[{words[number % 9]} {number % 30}]",
            organisateurs=("La Source", "Soleil")[number % 2],
        )
    output = build(tmp_path, files)
    page = (output / "agenda/index.html").read_bytes()
    assert len(brotli.compress(page)) <= 14_000
    assert "Et 440 autres dates" in page.decode()
    every = list((output / "agenda/mois").iterdir())
    assert sum(len(titles(read_page(it))) for it in every) == 480
