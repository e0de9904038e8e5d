"""A site whose cooperatives have calendars, built: what is shown where, twice the same, offline."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest

from content_types.calendars.announcement import Announcement, identifier
from content_types.calendars.stored_calendars import (
    State,
    StoredCalendar,
    write_calendars,
    write_states,
)
from support import PROJECT, build_site, page, paris, read_page, write_site

pytestmark = pytest.mark.server
NOW = "1796083200"  # 1 December 2026
SITEURL = "https://coop.example"


def address(name: str) -> str:
    return f"https://{name}.example/agenda.ics"


def stored(name: str, *found: Announcement) -> str:
    return write_calendars([StoredCalendar(address(name), found)])


def actor(name: str, calendar: str) -> str:
    return page(f"nom: {name}\nrole: coopérative\nagenda: {address(calendar)}")


BAL = Announcement(
    "Bal <folk> & co",
    paris(2026, 12, 12, 20),
    paris(2026, 12, 12, 23),
    id="00000000000a",
    uid="bal@source.example",
    place="La Halle",
    address="34000 Montpellier",
    url="https://source.example/bal?a=1&b=2",
)
CHOIR = [
    Announcement(
        "Chorale",
        paris(2026, 12, day, 18, 30),
        id=f"0000000000{day:02}",
        uid="chorale@cagette.example",
        recurrence_id=paris(2026, 12, day, 18, 30),
        status="annulé" if day == 8 else "prévu",
        sequence=2,
    )
    for day in (1, 8, 15)
]
FILES = {
    "_config.yml": "title: Le site\n",
    "index.md": page("title: Accueil"),
    "_communs/energie/index.md": page("title: Énergie"),
    "_communs/energie/source.md": actor("La Source", "source"),
    "_communs/energie/cagette.md": actor("La Cagette", "cagette"),
    "_evenements/2026-12-20-fete.md": page("title: Fête\ndebut: 2026-12-20 18:00"),
    "_agendas/source.json": stored("source", BAL),
    "_agendas/cagette.json": stored(
        "cagette",
        *CHOIR,
        Announcement("Bal folk co !", BAL.start, id="00000000000b", uid="autre", place="Halle"),
        Announcement("Fête", paris(2026, 12, 20, 18), id="00000000000c"),
        Announcement("Réunion", date(2026, 12, 21), date(2026, 12, 23), id="00000000000d"),
    ),
    "_agendas/_etat.json": write_states(
        {address("source"): State("2026-11-30"), address("cagette"): State("2026-11-30")}
    ),
    "_agendas/choix.yml": "00000000000d: {cacher: oui}\n00000000000a: {a_la_une: oui}\n",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("calendars")
    os.environ["SOURCE_DATE_EPOCH"] = NOW
    try:
        result = build_site(write_site(root / "content", FILES), root / "output", SITEURL)
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    assert [str(one) for one in (*result.diagnostics.errors, *result.diagnostics.warnings)] == []
    return root / "output"


def lines(output: Path, name: str) -> list[tuple[str, str, str]]:
    """Return the id, the title and the credits of each line of a list."""
    found = []
    for line in read_page(output, name).css(".line"):
        credit = line.css_first(".note")
        words = "".join(credit.text().split("\n")) if credit else ""
        found.append((line.id or "", line.css_first("h3").text().strip(), words))
    return found


CHOIR_LINES = [(f"e-{one.id}", "Chorale", "Annoncé par La Cagette") for one in CHOIR]
BAL_LINE = ("e-00000000000a", "Bal <folk> & co", "Annoncé par La Source et La Cagette")
FEAST = ("", "Fête", "Annoncé par La Cagette")


def test_the_agenda_shows_each_once_with_its_credits(output):
    expected = [*CHOIR_LINES[:2], BAL_LINE, CHOIR_LINES[2], FEAST]
    shown = lines(output, "agenda/index.html")
    assert [(id, title, words.replace("\u00a0", " ")) for id, title, words in shown] == expected
    tree = read_page(output, "agenda/index.html")
    links = {link.text(): link.attributes["href"] for link in tree.css(".line a")}
    assert links["Bal <folk> & co"] == BAL.url
    assert links["La Source"] == "/communs/energie/source/"
    assert "Chorale" not in links  # its calendar says of no page
    assert [line.css_first(".status").text() for line in tree.css(".line")][1] == "Annulé"


def test_an_actor_s_page_shows_what_it_announces(output):
    also = (*BAL_LINE[:2], "Annoncé aussi par La Cagette")
    assert lines(output, "communs/energie/source/index.html") == [also]
    shown = lines(output, "communs/energie/cagette/index.html")
    assert [credit for *_, credit in shown] == ["", "", "Annoncé aussi par La Source", "", ""]


def test_what_is_featured_comes_first_at_the_front(output):
    titles = [it.text().strip() for it in read_page(output).css(".event-title")]
    assert titles[0] == "Bal <folk> & co"


def test_the_calendar_keeps_the_names_of_others(output):
    found = icalendar.Calendar.from_ical((output / "agenda.ics").read_bytes()).walk("VEVENT")
    named = {str(it["UID"]): it for it in found}
    assert set(named) == {
        "bal@source.example", "chorale@cagette.example", "2026-12-20-fete@coop.example"
    }  # fmt: skip
    choir = [it for it in found if str(it["UID"]).startswith("chorale")]
    assert [it["RECURRENCE-ID"].dt for it in choir] == [one.recurrence_id for one in CHOIR]
    assert [str(it["STATUS"]) for it in choir] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert str(named["bal@source.example"]["URL"]) == BAL.url
    assert "Annoncé par : La Source, La Cagette" in named["bal@source.example"]["DESCRIPTION"]


def test_an_agenda_of_calendars_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    files = {name: text for name, text in FILES.items() if not name.startswith("_evenements")}
    files["_agendas/_etat.json"] = write_states(
        {address("source"): State("2026-11-01", fails_since="2026-11-03", reason="x")}
    )
    result = build_site(write_site(tmp_path / "content", files), tmp_path / "output", SITEURL)
    assert [one.code for one in result.diagnostics.warnings] == ["agenda-ancien"]
    assert len(lines(tmp_path / "output", "agenda/index.html")) == 5
    old = read_page(tmp_path / "output", "communs/energie/source/index.html")
    assert "n’a pas pu être relu depuis le 3 novembre 2026" in old.css_first("main").text()


_OFFLINE = """
import runpy, sys
from pathlib import Path
from core import project_paths
project_paths.CACHE = Path(sys.argv[1])
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto"):
        raise SystemExit(f"the network is asked: {event} {arguments}")
sys.addaudithook(refuse)
sys.argv = ["site_build", *sys.argv[2:]]
runpy.run_module("site_build", run_name="__main__")
"""


def test_twenty_calendars_of_two_hundred_are_built_twice_the_same_offline(tmp_path: Path):
    files = {name: text for name, text in FILES.items() if not name.startswith("_")}
    files["_communs/energie/index.md"] = page("title: Énergie")
    for number in range(20):
        name, days = f"coop{number}", (date(2026, 11, 20) + timedelta(n) for n in range(200))
        found = [
            Announcement(f"Atelier {number}", day, id=identifier(name, day), uid=f"{name}{day}")
            for day in days
        ]
        files[f"_communs/energie/{name}.md"] = actor(f"Coop {number}", name)
        files[f"_agendas/{name}.json"] = stored(name, *found)
    content = write_site(tmp_path / "content", files)
    for output, seed in (("one", "1"), ("two", "2")):
        # Each keeps its own: what the first kept would make the second the same.
        command = [sys.executable, "-c", _OFFLINE, tmp_path / f"cache-{output}"]
        command += ["--content", content, "--siteurl", SITEURL]
        environment = {"PYTHONPATH": str(PROJECT / "plugins"), "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [*command, "--output", tmp_path / output],
            env={**os.environ, **environment, "SOURCE_DATE_EPOCH": NOW},
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
    names = sorted(it.relative_to(tmp_path / "one") for it in (tmp_path / "one").rglob("*.*"))
    assert (tmp_path / "one/agenda.ics").read_bytes().count(b"BEGIN:VEVENT") == 4_000
    for name in names:
        if (tmp_path / "one" / name).is_file():
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
