"""Seventy events of every form, built once, and read by other hands than wrote them."""

import json
import os
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path

import feedparser
import icalendar
import pytest
import recurring_ical_events
from selectolax.lexbor import LexborHTMLParser

from core.clock import ZONE
from support import build_site, page, read_page, write_site

COUNT = 70
STEP = timedelta(days=14)
NOW = datetime(2026, 6, 15, 10, tzinfo=UTC)
FIRST = date(2025, 1, 3)
SITEURL = "https://exemple.fr"
STATUSES = ["prévu", "complet", "reporté", "annulé"]


def file_of(number: int) -> tuple[str, str]:
    """Return the name and the text of one event: forms follow one another."""
    day = FIRST + STEP * number
    forms = [
        f"debut: {day}",
        f"debut: {day}\nfin: {day + timedelta(days=2)}",
        f"debut: {day} 18:30\nfin: 21h",
        f"debut: {day:%d/%m/%Y} 20h\nfin: {day + timedelta(days=1)} 02:30",
        f"dates:\n  - {day}\n  - {{debut: {day + timedelta(days=7)} 9h, fin: 12h}}",
    ]
    keys = [f'title: "Événement {number} : l\'été, « {number} »"', forms[number % len(forms)]]
    if number % 3:
        keys.append('lieu: "La Halle"\nadresse: "1 rue X, 34000 Montpellier"')
    if number % 4 == 0:
        keys.append(f"inscription: https://exemple.org/{number}\ntarif: {number} €")
    keys.append(f"statut: {STATUSES[number % 7 % 4]}")
    return f"_evenements/{day}-e{number:03}.md", page("\n".join(keys))


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    files = {"_config.yml": "title: Le site\n", "index.md": page("title: Accueil")}
    files |= dict(file_of(number) for number in range(COUNT))
    return write_site(tmp_path_factory.mktemp("many") / "content", files)


def build_at(now: datetime, content: Path, output: Path) -> Path:
    """Build the site as of a moment."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(now.timestamp()))
    try:
        result = build_site(content, output, SITEURL)
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    assert result.is_ok, [str(diagnostic) for diagnostic in result.diagnostics.errors]
    assert not result.diagnostics.warnings
    return output


@pytest.fixture(scope="module")
def output(content) -> Path:
    return build_at(NOW, content, content.parent / "output")


def keys_of(output: Path, name: str, part: str) -> list[str]:
    tree = read_page(output, f"agenda/{name}index.html")
    ends = {
        line.attributes["data-over-iso"] <= f"{NOW:%FT%TZ}" for line in tree.css(f".{part} .line")
    }
    assert ends <= {part == "past"}
    return [line.attributes["data-key"] for line in tree.css(f".{part} .line")]


def test_the_agenda_has_each_once_in_order(output):
    """The first page has the next and the latest; months and years have all."""
    folders = {what: sorted((output / "agenda" / what).iterdir()) for what in ("mois", "annees")}
    months = [keys_of(output, f"mois/{it.name}/", "upcoming") for it in folders["mois"]]
    years = [keys_of(output, f"annees/{it.name}/", "past") for it in reversed(folders["annees"])]
    upcoming, past = (list(dict.fromkeys(chain(*pages))) for pages in (months, years))
    assert len(upcoming) + len(past) == COUNT + COUNT // 5
    assert upcoming == sorted(upcoming) and past == sorted(past, reverse=True)
    assert keys_of(output, "", "upcoming") == upcoming[:40]
    assert keys_of(output, "", "past") == past[:12]
    tree = read_page(output, "agenda/index.html")
    assert [heading.text() for heading in tree.css(".past h2")] == [
        "Archives 2026",
        "Archives 2025",
    ][:1]
    assert len(tree.css(".upcoming h2")) == len({h.text() for h in tree.css(".upcoming h2")}) > 12


def test_the_whole_calendar_has_every_date(output):
    calendar = icalendar.Calendar.from_ical((output / "agenda.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) == COUNT + COUNT // 5
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        assert not event.errors
        assert event["STATUS"] in ("CONFIRMED", "TENTATIVE", "CANCELLED")


def test_each_calendar_shows_its_event_on_its_day(output):
    for number in range(COUNT):
        name = Path(file_of(number)[0]).stem
        data = (output / "agenda" / name / "evenement.ics").read_bytes()
        assert max(map(len, data.split(b"\r\n"))) <= 75
        day = FIRST + STEP * number
        midnight = datetime(day.year, day.month, day.day, tzinfo=ZONE)
        shown = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(
            midnight, midnight + timedelta(days=1)
        )
        assert [f"Événement {number} :" in str(event["SUMMARY"]) for event in shown] == [True]


REQUIRED = {"name", "startDate", "location", "eventStatus", "eventAttendanceMode", "description"}


def test_each_page_has_an_event_that_search_engines_accept(output):
    for number in range(COUNT):
        html = output / "agenda" / Path(file_of(number)[0]).stem / "index.html"
        tree = LexborHTMLParser(html.read_text(encoding="utf-8"))
        data = json.loads(tree.css_first('script[type="application/ld+json"]').text())[0]
        events = data.get("@graph", [data])
        assert len(events) == (2 if number % 5 == 4 else 1)
        for event in events:
            assert set(event) >= REQUIRED, html
            assert event["location"]["address"]


def test_the_feed_has_the_latest_and_reads_well(output):
    feed = feedparser.parse((output / "agenda" / "feed.xml").read_bytes())
    assert not feed.bozo and len(feed.entries) == 20
    assert len({entry.id for entry in feed.entries}) == 20


def test_feeds_and_calendars_stay_the_same_when_time_passes(content, output):
    later = build_at(NOW + timedelta(days=90), content, content.parent / "later")
    names = [path.relative_to(output) for path in output.rglob("*")]
    feeds = ("feed.xml", "agenda/feed.xml")
    checked = [name for name in names if name.suffix == ".ics" or name.as_posix() in feeds]
    assert len(checked) == COUNT + 3 + 2  # those of Montpellier and of what is free
    for name in checked:
        assert (output / name).read_bytes() == (later / name).read_bytes(), name
