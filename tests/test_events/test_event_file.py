"""Event files: the event they make, and what each mistake says."""

from datetime import date

import pytest

from content_types.events.event import STATUSES, Event
from content_types.events.event_file import EVENT, read_event
from content_types.events.occurrence import Occurrence
from content_types.events.structured_data import event_json
from core.diagnostics import Diagnostics
from jekyll.front_matter import parse_mapping
from support import paris

LABEL = "content/_evenements/2026-03-12-fete.md"
DEBUT = "debut: 2026-03-12 18:30"


def read(front: str) -> tuple[Event | None, Diagnostics]:
    diagnostics = Diagnostics()
    values = parse_mapping(front, LABEL, diagnostics, first_line=2)
    return read_event(values, LABEL, "/fete/", "2026-03-12-fete", "Fête", diagnostics), diagnostics


def good(front: str) -> Event:
    event, diagnostics = read(front)
    assert diagnostics.found == []
    assert event
    return event


FULL_FILE = """
title: "Assemblée : venez"
debut: 12/03/2026 18h30
fin: 21h
lieu: Maison des associations
adresse: |
  12 rue de la République,
  13001 Marseille
en_ligne: https://visio.example.org/salle?nom=a
inscription: https://www.helloasso.com/associations/x
inscription_jusqu_au: 2026-03-10
tarif: 5 €, ou prix libre
statut: complet
organisateurs: [La coop, "L'autre"]
image: /images/affiche.jpg
resume: >
  Une phrase
  sur deux lignes.
publication: 2026-02-01
"""


def test_every_key_is_read():
    assert good(FULL_FILE) == Event(
        title="Assemblée : venez",
        href="/fete/",
        occurrences=(Occurrence(paris(2026, 3, 12, 18, 30), paris(2026, 3, 12, 21)),),
        key="2026-03-12-fete",
        place="Maison des associations",
        address="12 rue de la République, 13001 Marseille",
        online="https://visio.example.org/salle?nom=a",
        registration="https://www.helloasso.com/associations/x",
        registration_until=date(2026, 3, 10),
        price="5 €, ou prix libre",
        status="complet",
        organisers=("La coop", "L'autre"),
        image="images/affiche.jpg",
        summary="Une phrase sur deux lignes.",
        announced=date(2026, 2, 1),
    )


def test_a_start_is_enough():
    assert good(DEBUT) == Event(
        "Fête", "/fete/", (Occurrence(paris(2026, 3, 12, 18, 30)),), "2026-03-12-fete"
    )


def test_every_key_says_what_it_is_for():
    assert all(known.meaning for known in EVENT.fields.values())


@pytest.mark.parametrize(
    ("front", "occurrences"),
    [
        pytest.param("debut: 2026-03-12", [Occurrence(date(2026, 3, 12))], id="all day"),
        pytest.param(
            "debut: 2026-03-12\nfin: 14/03/2026",
            [Occurrence(date(2026, 3, 12), date(2026, 3, 14))],
            id="several days",
        ),
        pytest.param("Début: 2026-03-12", [Occurrence(date(2026, 3, 12))], id="an accented key"),
        pytest.param(f"{DEBUT}\nfin:", [Occurrence(paris(2026, 3, 12, 18, 30))], id="empty end"),
        pytest.param(
            "dates:\n  - 2026-04-12\n  - debut: 2026-03-12 18:30\n    fin: 21:00\n"
            "  - {debut: 2026-02-12 18:30, fin: 20h}",
            [
                Occurrence(paris(2026, 2, 12, 18, 30), paris(2026, 2, 12, 20)),
                Occurrence(paris(2026, 3, 12, 18, 30), paris(2026, 3, 12, 21)),
                Occurrence(date(2026, 4, 12)),
            ],
            id="dates of every form, put in order",
        ),
    ],
)
def test_when_it_takes_place(front: str, occurrences: list[Occurrence]):
    assert good(front).occurrences == tuple(occurrences)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("debut: 2026-04-02\nreporte_du: 12 mars 2026", {"moved_from": date(2026, 3, 12)}),
        (
            "debut: 2026-03-12 20h\nreporté du: 2026-03-12 18h",
            {"moved_from": paris(2026, 3, 12, 18)},
        ),
        ("dates:\n  - {date: 2026-03-12, statut: Annule}", {"status": "annulé"}),
        (
            "dates:\n  - {debut: 2026-03-12, place: A, adresse: 1 rue B}",
            {"place": "A", "address": "1 rue B"},
        ),
        (
            "dates:\n  - {debut: 2 avril, reporte_du: 12 mars, statut: reporté}",
            {"moved_from": date(2026, 3, 12)},
        ),
    ],
)
def test_what_one_date_says_of_itself(front: str, expected: dict[str, object]):
    (one,) = good(front).occurrences
    own = ("status", "place", "address", "moved_from")
    found = {key: getattr(one, key) for key in own if getattr(one, key)}
    assert found == expected


def test_what_is_moved_to_a_known_date_takes_place():
    assert good(f"{DEBUT}\nreporte_du: 2026-03-05\nstatut: reporté").status == "prévu"
    assert good(f"{DEBUT}\nreporte_du: 2026-03-05\nstatut: complet").status == "complet"


def test_what_is_moved_to_the_same_moment_is_told():
    event, diagnostics = read(f"{DEBUT}\nstatut: reporté\nreporte_du: 12/03/2026")
    assert event and (event.first.moved_from, event.status) == (None, "reporté")
    assert [one.code for one in diagnostics.found] == ["evenement-reporte-au-meme-jour"]


@pytest.mark.parametrize("written", ["prévu", "prevu", "REPORTE", "annulé", '"Annule"', "complet"])
def test_a_status_goes_without_accents(written: str):
    assert good(f"{DEBUT}\nstatut: {written}").status in STATUSES


@pytest.mark.parametrize(
    "url", ["https://a.fr", "http://a.fr:8080/b?c=d#e", "https://été.fr/", "HTTPS://A.FR/(x)"]
)
def test_good_urls(url: str):
    assert good(f"{DEBUT}\ninscription: {url}").registration == url


@pytest.mark.parametrize("written", ["bal@a.fr", "mailto:bal@a.fr"])
def test_one_registers_by_mail(written: str):
    assert good(f"{DEBUT}\ninscription: {written}").registration == "mailto:bal@a.fr"


@pytest.mark.parametrize(
    ("front", "hint"),
    [
        (f"{DEBUT}\ninscription: obligatoire", "dites-le dans le texte"),
        (f"{DEBUT}\nen_ligne: nous@a.fr", "https://…"),
        (f"{DEBUT}\nlang: en_UK", "« en-GB »"),
        (f"{DEBUT}\nlang: [en, fr]", "une seule langue"),
        ("debut: tous les jeudis à 18h", "dates: ["),
        (
            "dates:\n- 2027-03-12 18:30 (annulé)",
            "Écrivez {debut: 2027-03-12 18:30, statut: annulé}.",
        ),
    ],
)
def test_what_is_meant_by_other_words(front: str, hint: str):
    _, diagnostics = read(front)
    (told,) = diagnostics.found
    assert hint in told.hint


def test_organisers_go_with_commas():
    assert good(f'{DEBUT}\norganisateurs: "A, B et C"').organisers == ("A", "B et C")


def test_an_organiser_written_twice_is_one_in_the_data_too():
    event = good(f"{DEBUT}\norganisateurs: [Soleil, soleil, SOLEIL, Lune]")
    assert event.organisers == ("Soleil", "Lune")
    organisers = event_json(event, address="https://exemple.fr/")["organizer"]
    assert [one["name"] for one in organisers] == ["Soleil", "Lune"]


def test_a_draft_is_no_event():
    assert read("published: false\ntitle: Un jour") == (None, Diagnostics())


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        pytest.param("title: A", 1, ["il manque « debut »", "debut: 2026-03-12"], id="no start"),
        pytest.param("debut:", 1, ["il manque « debut »"], id="an empty start"),
        pytest.param("fin: 21h", 1, ["il manque « debut »"], id="an end alone"),
        pytest.param("debut: 2026-02-30", 2, ["« 2026-02-30 »", "n'existe pas"], id="no such day"),
        pytest.param("debut: 2026-03-29 2h30", 2, ["2h30", "l'heure d'été"], id="no such hour"),
        pytest.param(f"{DEBUT}\nfin: tard", 3, ["« tard »"], id="an end in words"),
        pytest.param(
            f"{DEBUT}\nfin: 12/03/2026 10h",
            3,
            ["(12/03/2026 10h)", "(2026-03-12 18:30)", "après le début"],
            id="an end before the start",
        ),
        pytest.param(f"{DEBUT}\nfin: 2h", 3, ["2026-03-13 02:00"], id="an end after midnight"),
        pytest.param("debut: 2026-03-12\nfin: 21h", 3, ["Un seul des deux"], id="an hour at end"),
        pytest.param(f"{DEBUT}\nfin: 2026-03-13", 3, ["Un seul des deux"], id="an hour at start"),
        pytest.param(f"{DEBUT}\nstatut: complt", 3, ["« complt »", "« complet » ?"], id="status"),
        pytest.param(f"{DEBUT}\nstatut: [prévu]", 3, ["[prévu]"], id="a list of statuses"),
        pytest.param(f"{DEBUT}\npublication: demain", 3, ["« demain »"], id="publication"),
        pytest.param(f"{DEBUT}\nimage: https://a.fr/b.jpg", 3, ["images/"], id="image elsewhere"),
        pytest.param(f"{DEBUT}\nimage: images/b.txt", 3, ["une image"], id="a text as image"),
        pytest.param(f"{DEBUT}\nimage: images/b.HEIC", 3, ["HEIC", "JPEG"], id="a HEIC"),
        pytest.param(f"{DEBUT}\nimage: images/b.pdf", 3, ["PDF", "JPEG"], id="a PDF"),
        pytest.param(f"{DEBUT}\nimage: ../b.jpg", 3, ["images/"], id="image outside"),
        pytest.param(f"{DEBUT}\ndates: [2026-04-12]", 3, ["ligne 2", "« dates »"], id="both"),
        pytest.param("fin: 21h\ndates: [2026-04-12]", 3, ["« fin » (ligne 2)"], id="end and dates"),
        pytest.param("dates: 2026-04-12", 2, ["Une date par ligne"], id="dates without a list"),
        pytest.param("dates: []", 2, ["il manque une date"], id="no dates"),
        pytest.param("dates:\n  -\n  - 2026-03-12", 3, ["il manque une date"], id="an empty date"),
        pytest.param("dates:\n  - 2026-03-12\n  - 31/04/2026", 4, ["31/04/2026"], id="bad date"),
        pytest.param("dates:\n  - {fin: 21h}", 3, ["il manque « debut »"], id="date with no start"),
        pytest.param("dates:\n  - {debut: 2026-03-12, tarif: A}", 3, ["« tarif »"], id="a price"),
        pytest.param(
            "dates:\n  - {debut: 2026-03-12, statut: anulé}", 3, ["« annulé » ?"], id="bad status"
        ),
        pytest.param(
            "dates: [2026-04-12]\nreporte_du: 2026-03-12",
            2,
            ["« reporte_du »"],
            id="moved, and dates",
        ),
        pytest.param(
            f"{DEBUT}\nreporte_au: 2026-04-12", 3, ["« reporte_au »", "reporte_du"], id="to"
        ),
        pytest.param(
            "dates:\n  - {debut: 2026-03-12, reporté au: 2026-04-12}",
            3,
            ["reporte_du"],
            id="date to",
        ),
        pytest.param(f"{DEBUT}\nreporte_du: mars", 3, ["« mars »"], id="moved from no date"),
        pytest.param("dates:\n  - [2026-03-12]", 3, ["Écrivez par exemple"], id="a list in a list"),
        pytest.param(
            "dates:\n  - 2026-03-12\n  - 12/03/2026", 4, ["« 12/03/2026 »", "ligne 3"], id="twice"
        ),
        pytest.param(
            "dates:\n  - {debut: 2026-03-12 18:30, fin: 17h}", 3, ["après le début"], id="bad pair"
        ),
    ],
)
def test_mistakes(front: str, line: int, words: list[str]):
    _, diagnostics = read(front)
    (error,) = diagnostics.errors
    assert (error.path, error.line) == (LABEL, line)
    assert error.hint
    assert [word for word in words if word not in str(error)] == []


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        pytest.param("www.helloasso.com/x", ": https://www.helloasso.com/x", id="no scheme"),
        pytest.param("ftp://a.fr", "https://…", id="another scheme"),
        pytest.param("javascript:alert(1)", "https://…", id="a script"),
        pytest.param("https://", "https://…", id="no host"),
        pytest.param("https:///x", "https://…", id="a path without host"),
        pytest.param("https://helloasso", "https://…", id="no dot"),
        pytest.param("https://a..fr", "https://…", id="two dots"),
        pytest.param("https://a.fr/une page", "https://…", id="a space"),
        pytest.param("https://a.fr:99999/", "https://…", id="no such port"),
        pytest.param('"https://[a.fr"', "https://…", id="a bracket"),
        pytest.param("https://moi:tr4l@a.fr/x", "Retirez ce qui", id="a password"),
        pytest.param("bientôt", "https://…", id="a word"),
    ],
)
@pytest.mark.parametrize("key", ["inscription", "en_ligne"])
def test_bad_urls(key: str, url: str, hint: str):
    _, diagnostics = read(f"{DEBUT}\n{key}: {url}")
    (error,) = diagnostics.errors
    assert f"« {key} »" in error.message
    assert error.line == 3
    assert hint in error.hint


@pytest.mark.parametrize(
    ("until", "warned"),
    [
        pytest.param("2026-03-12", False, id="the same day"),
        pytest.param("2026-03-12 21:00", False, id="its end"),
        pytest.param("2026-03-12 21:01", True, id="a minute after"),
        pytest.param("2026-03-13", True, id="the next day"),
    ],
)
def test_a_registration_that_outlasts_the_event(until: str, warned: bool):
    where = "inscription: https://exemple.org"
    event, diagnostics = read(f"{DEBUT}\nfin: 21h\ninscription_jusqu_au: {until}\n{where}")
    assert event
    assert diagnostics.errors == []
    assert [(w.line, until in w.message) for w in diagnostics.warnings] == [(4, True)] * warned


def test_a_limit_to_register_without_where():
    event, diagnostics = read(f"{DEBUT}\ninscription_jusqu_au: 2026-03-01")
    assert event
    assert [(w.line, "sans « inscription »" in w.message) for w in diagnostics.warnings] == [
        (3, True)
    ]


def test_a_misspelt_key_is_told_and_another_tool_s_is_not():
    diagnostics = Diagnostics()
    front = "debut: 2026-03-12\ninscripton: https://a.fr\nlieux: ici\nlayout: page\nvignette: a"
    values = parse_mapping(front, "x.md", diagnostics, first_line=2)
    read_event(values, "x.md", "/a/", "a", "A", diagnostics)
    assert [str(diagnostic) for diagnostic in diagnostics.warnings] == [
        "x.md:3 : la clé « inscripton » n'est pas connue. Vouliez-vous dire « inscription » ?",
        "x.md:4 : la clé « lieux » n'est pas connue. Vouliez-vous dire « lieu » ?",
    ]
