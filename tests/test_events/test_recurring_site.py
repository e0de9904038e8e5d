"""A site with what comes back by a rule: its page, the agenda, the feed, the calendars."""

import json
from pathlib import Path

import pytest

from support import build_site, page, read_page, utc, write_site

FRONT = """
title: Café-réparation
debut: 2026-12-03 18:30
fin: 20h
chaque: premier jeudi du mois
jusqu_au: 2027-06-30
sauf: mai
lieu: Le Local, 34000 Montpellier
age: 12+
langue: français et occitan
accessibilite: [moteur, LSF]
covoiturage: https://exemple.org/
dates:
  - {debut: 2027-01-07, statut: annulé}
  - {debut: 2027-03-05, reporte_du: 2027-03-04}
"""
DAYS = ["2026-12-03", "2027-01-07", "2027-02-04", "2027-03-05", "2027-04-01", "2027-06-03"]
PAGE = "agenda/2026-12-03-cafe/index.html"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rule")
    files = {
        "index.md": page("title: Accueil"),
        "_evenements/2026-12-03-cafe.md": page(FRONT.strip(), "Apportez vos objets.\n"),
    }
    content = write_site(folder / "content", files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(utc(2026, 11, 29, 12).timestamp())))
        result = build_site(content, folder / "output", "https://exemple.fr")
    assert [str(one) for one in result.diagnostics.found] == []
    return folder / "output"


def words(text: str) -> str:
    return " ".join(text.split())


def test_its_page_says_the_rule_and_lists_the_dates(output: Path):
    tree = read_page(output, PAGE)
    assert words(tree.css_first(".rule").text()) == (
        "Chaque premier jeudi du mois, de 18 h 30 à 20 h, jusqu’au 30 juin 2027, sauf en mai."
    )
    near = [one.attributes["datetime"][:10] for one in tree.css(".dates time")]
    later = [one.attributes["datetime"][:10] for one in tree.css(".later-dates time")]
    assert near + later == DAYS
    assert words(tree.css_first(".later-dates summary").text()) == (
        "Les 3 dates suivantes, jusqu’au 3 juin 2027"
    )
    assert [one.text() for one in tree.css(".dates .status")] == ["Annulé"]


def test_its_page_says_what_makes_a_visit_possible(output: Path):
    facts = read_page(output, PAGE).css_first(".facts")
    names = [one.text() for one in facts.css("dt")]
    told = dict(zip(names, (words(one.text()) for one in facts.css("dd")), strict=True))
    assert {key: told[key] for key in names if key != "Adresse"} == {
        "Âge": "Dès 12 ans",
        "Langues": "Français et occitan",
        "Accessibilité": "Handicap moteur, langue des signes française (LSF)",
        "Covoiturage": "Proposer ou chercher une place",
    }
    assert facts.css_first('a[href="https://exemple.org/"]')


def test_the_agenda_has_a_line_for_each_date(output: Path):
    tree = read_page(output, "agenda/index.html")
    lines = [one.attributes["datetime"][:10] for one in tree.css(".upcoming .line time")]
    assert lines == [*DAYS[:3], "2027-03-04", *DAYS[3:]]
    first = words(tree.css_first(".line .when").text())
    assert first.endswith(", chaque premier jeudi du mois")


def test_search_engines_and_feeds_get_it(output: Path):
    script = read_page(output, PAGE).css_first('script[type="application/ld+json"]')
    found = json.loads(script.text())
    nodes = found["@graph"] if isinstance(found, dict) else found[0]["@graph"]
    assert [node["startDate"][:10] for node in nodes] == DAYS
    assert nodes[0]["inLanguage"] == ["fr", "oc", "fsl"]
    feed = (output / "agenda/feed.xml").read_text(encoding="utf-8")
    assert "Chaque premier jeudi du mois" in feed


def test_the_calendars_hold_the_rule(output: Path):
    for name in ("agenda.ics", "agenda/2026-12-03-cafe/evenement.ics"):
        calendar = (output / name).read_text(encoding="utf-8")
        assert "RRULE:FREQ=MONTHLY;UNTIL=20270630T215959Z;BYDAY=1TH" in calendar
        assert calendar.count("RECURRENCE-ID") == 2
