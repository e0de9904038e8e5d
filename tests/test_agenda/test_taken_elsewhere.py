"""What others take from the agenda: JSON, microformats, frames, letters."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from agenda_support import SITEURL, build, event
from content_types.calendars.announcement import Announcement
from content_types.calendars.stored_calendars import StoredCalendar, write_calendars
from support import PROJECT, page, paris, read_page

SCHEMA = json.loads((PROJECT / "docs/schemas/agenda.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def data(agenda_site) -> dict:
    return json.loads((agenda_site / "agenda.json").read_bytes())


def test_the_json_is_what_its_schema_says_and_shows_each_key(data):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(data, SCHEMA)
    known = set(SCHEMA["$defs"]["date"]["properties"])
    told = {key for one in data["events"] for key in one}
    assert told < known
    assert known - told == {"announced_by", "ages", "languages", "summary", "lang"}


def test_the_json_tells_each_date_to_come(data):
    assert [it["title"] for it in data["events"]] == ["Expo", "Bal", "Atelier", "Pot", "Visio"]
    assert len({it["id"] for it in data["events"]}) == 5
    ball = data["events"][1]
    assert ball == {
        "id": "bal",
        "title": "Bal",
        "url": f"{SITEURL}/agenda/bal/",
        "start": "2026-12-04T20:00:00+01:00",
        "end": "2026-12-05T02:00:00+01:00",
        "when": "vendredi 4 décembre 2026, de 20\u00a0h à 2\u00a0h",
        "status": "scheduled",
        "place": "Halle",
        "address": "1 quai X, 34200 SÈTE Cedex 2",
        "town": "Sète",
        "price": "Gratuit",
        "free": True,
        "organisers": ["La Source"],
        "keywords": ["danse"],
        "views": "la-source/ univers/eau/ a/sete/ mots-cles/danse/ gratuits/"
        " mois/2026-12/ semaines/2026-49/".split(),
    }
    assert data["events"][3]["status"] == "cancelled"


def properties(node) -> dict[str, str]:
    """Return an h-event's properties as a parser of microformats reads them (microformats2)."""
    found = {}
    for part in node.css("[class]"):
        for name in (part.attributes["class"] or "").split():
            if re.match(r"(?:p|u|dt)-", name):
                key = {"p": "", "u": "href", "dt": "datetime"}[name.split("-")[0]]
                value = part.attributes.get(key) or part.attributes.get("value") or part.text()
                found[name.partition("-")[2]] = " ".join(value.split())
    return found


def test_lines_and_pages_are_microformats(agenda_site):
    line = read_page(agenda_site, "agenda/la-source/index.html").css_first(".upcoming .h-event")
    expected = {
        "name": "Bal",
        "url": "/agenda/bal/",
        "start": "2026-12-04T20:00:00+01:00",
        "end": "2026-12-05T02:00:00+01:00",
        "location": "Halle, Sète",
    }
    assert properties(line) == expected
    page = properties(read_page(agenda_site, "agenda/bal/index.html").css_first("body.h-event"))
    assert page.items() >= {**expected, "location": "Halle"}.items()
    framed = read_page(agenda_site, "agenda/la-source/integrer/index.html").css_first(".h-event")
    assert properties(framed) == expected


@pytest.mark.parametrize("path", ["", "la-source/"])
def test_the_page_for_other_sites_is_light_and_asks_for_nothing(agenda_site, path):
    name = f"agenda/{path}integrer/index.html"
    assert (agenda_site / name).stat().st_size < 15_000
    tree = read_page(agenda_site, name)
    assert not tree.css("script, link, img, iframe, form, [onclick]")
    assert tree.css_first("base").attributes == {"target": "_parent"}
    policy = tree.css_first("meta[http-equiv]").attributes["content"]
    assert policy.startswith("default-src 'none'; script-src 'none'; style-src")
    told = [it.text() for it in tree.css("h2")]
    assert told == {"": ["Expo", "Bal", "Atelier", "Visio"], "la-source/": ["Bal"]}[path]


def test_the_page_for_other_sites_stays_when_nothing_is_to_come(tmp_path):
    output = build(tmp_path, event("jadis", debut="2025-05-01", organisateurs="La Source"))
    tree = read_page(output, "agenda/la-source/integrer/index.html")
    assert "Rien de prévu" in tree.css_first("main").text()
    assert (output / "agenda/la-source/agenda.ics").is_file()


def test_an_actor_s_page_leads_to_the_lines_to_paste(agenda_site):
    page = read_page(agenda_site, "communs/eau/la-source/index.html")
    links = {node.text(): node.attributes["href"] for node in page.css("main a")}
    assert links["Reprendre cet agenda sur votre site"] == "/agenda/la-source/#reprendre"
    pasted = (
        read_page(agenda_site, "agenda/la-source/index.html").css_first("#reprendre pre").text()
    )
    assert f'<iframe src="{SITEURL}/agenda/la-source/integrer/" title="' in pasted


def test_the_letter_of_the_week_as_text(agenda_site):
    text = (agenda_site / "agenda/semaine.txt").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert (
        text
        == f"""Le site : agenda du lundi 30 novembre au dimanche 6 décembre 2026

DÉJÀ COMMENCÉ
- Expo
  du 20 novembre 2026 au 10 janvier 2027, La Source
  {SITEURL}/agenda/expo/

VENDREDI 4 DÉCEMBRE
- Bal
  de 20 h à 2 h, Halle, Sète
  {SITEURL}/agenda/bal/

ET BIENTÔT
- samedi 12 décembre 2026 : Atelier
  {SITEURL}/agenda/atelier/
- dimanche 20 décembre 2026, à 18 h : Annulé : Pot
  {SITEURL}/agenda/pot/
- mardi 5 janvier 2027, à 18 h 30 : Visio
  {SITEURL}/agenda/visio/

Tout l’agenda : {SITEURL}/agenda/
"""
    )


def test_programs_of_mail_take_the_letter(agenda_site: Path):
    html = (agenda_site / "agenda/semaine.html").read_text(encoding="utf-8")
    tree = read_page(agenda_site, "agenda/semaine.html")
    assert not tree.css("script, style, link, img, [class], [id]")
    assert all("style" in node.attributes for node in tree.css("td, a, h1, h2, table table"))
    assert {node.attributes["href"][:19] for node in tree.css("a")} == {f"{SITEURL}/"}
    assert "flex" not in html and "grid" not in html and "var(" not in html
    assert len(html.encode()) < 100_000  # Gmail cuts what is longer


def test_an_empty_week_and_an_empty_agenda(tmp_path):
    output = build(tmp_path, event("jadis", debut="2025-05-01"))
    assert "Rien de prévu cette semaine." in (output / "agenda/semaine.txt").read_text("utf-8")
    assert json.loads((output / "agenda.json").read_bytes())["events"] == []
    assert not (output / "agenda/programme").exists() and not (output / "agenda/mois").exists()


# Whether a page says who announces: on an actor's own, their name would be on every line.
CREDITED = {
    "index.html": True,
    "integrer/index.html": True,
    "semaine.txt": True,
    "semaine.html": True,
    "programme/2026-12/index.html": True,
    "la-source/index.html": False,
    "la-source/integrer/index.html": False,
}


def test_what_calendars_announce_is_taken_too(tmp_path):
    """It has no page: the JSON leads to the original, or to its line in the page of its month."""
    start, days = paris(2026, 12, 8, 18), ("a", "b")
    found = [
        Announcement(f"Cours {name}", start, id=f"00000000000{name}", uid=name, url=url)
        for name, url in zip(days, ("https://source.example/a", ""), strict=True)
    ]
    address = "https://source.example/agenda.ics"
    stored = write_calendars([StoredCalendar(address, tuple(found))])
    actor = page(f"nom: La Source\nrole: coopérative\nagenda: {address}")
    files = {"_communs/eau/la-source.md": actor, "_agendas/la-source.json": stored}
    output = build(tmp_path, files | event("jadis", debut="2025-05-01"))
    data = json.loads((output / "agenda.json").read_bytes())
    jsonschema.validate(data, SCHEMA)
    month = f"{SITEURL}/agenda/mois/2026-12/"
    links = ["https://source.example/a", f"{month}#e-00000000000b"]
    assert [it["url"] for it in data["events"]] == links
    assert {tuple(it["announced_by"]) for it in data["events"]} == {("La Source",)}
    assert read_page(output, "agenda/mois/2026-12/index.html").css_first("#e-00000000000b")
    frame = read_page(output, "agenda/la-source/integrer/index.html")
    assert [it.text() for it in frame.css("h2")] == ["Cours a", "Cours b"]
    told = {place: (output / f"agenda/{place}").read_text("utf-8") for place in CREDITED}
    assert {place: "nnoncé par" in text for place, text in told.items()} == CREDITED
    assert not (output / "agenda/la-source/feed.xml").exists()
    assert f"{month}#e-00000000000b" in (output / "agenda/semaine.txt").read_text("utf-8")
