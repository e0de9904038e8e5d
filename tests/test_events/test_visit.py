"""What makes a visit possible: for what ages, in what language, how one gets there."""

from datetime import date

import icalendar
import pytest

from content_types.events.event import Event
from content_types.events.ical import event_calendar
from content_types.events.occurrence import Occurrence
from content_types.events.structured_data import event_json
from content_types.events.visit import ACCESS, Ages, Visit, access, ages, carpool, languages
from jekyll.front_matter import Value
from jekyll.front_matter.schema import BadValue

VISIT = Visit(
    ("moteur", "LSF"), Ages("dès 6 ans", 6), ("oc", "fr"), "https://coop.example/voitures"
)


def an_event(visit: Visit, **more: object) -> Event:
    return Event("Fête", "/fete/", (Occurrence(date(2026, 3, 12)),), "fete", visit=visit, **more)


@pytest.mark.parametrize(
    ("written", "words", "low", "high"),
    [
        *((one, "dès 6 ans", 6, None) for one in ("6", "Dès 6 ans.", "6+", "6 ans et plus")),
        ("à partir de 1 an", "dès 1 an", 1, None),
        *((one, "de 6 à 12 ans", 6, 12) for one in ("6-12", "de 6 à 12 ans", "6 – 12 ans")),
        ("entre 6 et 12 ans", "de 6 à 12 ans", 6, 12),
        ("jusqu’à 3 ans", "jusqu’à 3 ans", 0, 3),
        ("moins de 12 ans", "jusqu’à 11 ans", 0, 11),
        ("6 mois à 3 ans", "de 6 mois à 3 ans", 0, 3),
        ("dès 18 mois", "dès 18 mois", 1, None),
        ("Tout public", "tout public", 0, None),
        ("adultes", "adultes", 18, None),
    ],
)
def test_ages(written: str, words: str, low: int, high: int | None):
    read = ages(Value(written, 1))
    assert (read.words.replace("\u00a0", " "), read.low, read.high) == (words, low, high)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("moteur, LSF", ("moteur", "LSF")),
        ("LSF et moteur", ("moteur", "LSF")),
        ("handicap mental", ("intellectuel",)),
        ("Fauteuil roulant, PMR", ("moteur",)),
        ("Déficiences visuelles, langue des signes, sous-titré", ("visuel", "LSF", "sous-titrage")),
        (", ".join(ACCESS), tuple(ACCESS)),
    ],
)
def test_access(written: str, found: tuple[str, ...]):
    assert access(Value(written, 1)) == found


@pytest.mark.parametrize(
    ("read", "written", "told"),
    [
        (ages, "12-6", "le plus jeune"),
        (ages, "de 6 ans", "dès 6 ans"),
        (ages, "enfants", "dès 6 ans"),
        (ages, "150", "dès 6 ans"),
        (ages, "moins de 1 an", "dès 6 ans"),
        (access, "oui", "moteur, auditif"),
        (languages, "LSF", "accessibilite: LSF"),
        (languages, "bilingue", "français, occitan"),
        (carpool, "www.coop.example", "https://www.coop.example"),
    ],
)
def test_what_is_none_is_told(read, written: str, told: str):
    with pytest.raises(BadValue, match=told):
        read(Value(written, 1))


@pytest.mark.parametrize(
    ("written", "found", "href"),
    [
        ("https://coop.example/a", "https://coop.example/a", "https://coop.example/a"),
        ("bal@coop.example", "mailto:bal@coop.example", "mailto:bal@coop.example"),
        ("Gare de Lunel, 18 h.", "Gare de Lunel, 18 h.", ""),
    ],
)
def test_shared_seats(written: str, found: str, href: str):
    visit = Visit(carpool=carpool(Value(written, 1)))
    assert (visit.carpool, visit.carpool_href) == (found, href)


def test_calendars_say_it():
    calendar = event_calendar([an_event(VISIT)], name="A", origin="", site_key="a")
    (component,) = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert component["DESCRIPTION"].split("\n") == [
        "Âge : Dès 6 ans",
        "Langues : Occitan et français",
        "Accessibilité : Handicap moteur, langue des signes française (LSF)",
        "Covoiturage : https://coop.example/voitures",
    ]


def test_search_engines_read_it():
    read = event_json(an_event(VISIT, place="Salle"), address="https://coop.example/fete/")
    assert (read["inLanguage"], read["typicalAgeRange"]) == (["oc", "fr", "fsl"], "6-")
    offered = [(one["name"], one["value"]) for one in read["location"]["amenityFeature"]]
    assert offered == [("handicap moteur", True), ("langue des signes française (LSF)", True)]
    bare = event_json(an_event(Visit()), address="https://coop.example/fete/")
    assert (bare["inLanguage"], "typicalAgeRange" in bare) == ("fr", False)
    assert "amenityFeature" not in bare["location"]
