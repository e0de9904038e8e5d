"""Structured data, read back from a page by an HTML parser and `json`.

Not by extruct: a package it needs, jstyleson, has no wheel, and what is installed has one.
"""

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from content_types.events.event import CANCELLED, FULL, POSTPONED, Event
from content_types.events.occurrence import Occurrence
from content_types.events.structured_data import UNKNOWN_PLACE, event_json, price_number
from core.clock import ZONE
from core.json_ld import to_script

ADDRESS = "https://coop.example/evenements/fete/"


def local(*when: int) -> datetime:
    return datetime(*when, tzinfo=ZONE)


def an_event(*occurrences: Occurrence, **more: object) -> Event:
    fields = {"title": "Fête", "href": "/evenements/fete/", "key": "fete"} | more
    return Event(occurrences=occurrences or (Occurrence(date(2026, 3, 12)),), **fields)


def from_page(data: object) -> dict:
    """Return the data as a search engine finds it in a page."""
    page = (
        f'<!doctype html><script type="application/ld+json">{to_script(data)}</script><p>La suite'
    )
    tree = LexborHTMLParser(page)
    (script,) = tree.css('script[type="application/ld+json"]')
    assert tree.css_first("p").text() == "La suite"
    return json.loads(script.text())


def read(event: Event, **more: object) -> dict:
    return from_page(event_json(event, address=ADDRESS, **more))


def test_all_that_google_asks_for():
    event = an_event(
        Occurrence(local(2026, 3, 12, 18, 30), local(2026, 7, 12, 20)),
        place="Halle Tropisme",
        address="121 rue de Fontcouverte, 34070 Montpellier",
        registration="https://www.helloasso.com/x",
        registration_until=date(2026, 3, 10),
        price="12,50 €",
        organisers=("Scopyleft", "Enercoop"),
        summary="On se retrouve.",
        announced=date(2026, 1, 5),
    )
    sites = {"Scopyleft": "https://scopyleft.fr"}
    assert read(event, image="https://coop.example/a.jpg", organiser_urls=sites) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Fête",
        "description": "On se retrouve.",
        "url": ADDRESS,
        "inLanguage": "fr",
        "image": ["https://coop.example/a.jpg"],
        "startDate": "2026-03-12T18:30:00+01:00",
        "endDate": "2026-07-12T20:00:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Halle Tropisme",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "121 rue de Fontcouverte",
                "postalCode": "34070",
                "addressLocality": "Montpellier",
                "addressCountry": "FR",
            },
        },
        "organizer": [
            {"@type": "Organization", "name": "Scopyleft", "url": "https://scopyleft.fr"},
            {"@type": "Organization", "name": "Enercoop"},
        ],
        "offers": {
            "@type": "Offer",
            "url": "https://www.helloasso.com/x",
            "availability": "https://schema.org/InStock",
            "price": "12.50",
            "priceCurrency": "EUR",
            "description": "12,50 €",
            "validFrom": "2026-01-05",
            "availabilityEnds": "2026-03-11T00:00:00+01:00",
        },
    }


def test_days_have_no_hour_and_the_last_is_included():
    found = read(an_event(Occurrence(date(2026, 3, 12), date(2026, 3, 14))))
    assert (found["startDate"], found["endDate"]) == ("2026-03-12", "2026-03-14")


def test_what_is_not_told_is_not_made_up():
    found = read(an_event())
    absent = {"endDate", "offers", "organizer", "image", "description", "previousStartDate"}
    assert not absent & set(found)
    place = {"@type": "Place", "name": UNKNOWN_PLACE, "address": UNKNOWN_PLACE}
    assert found["location"] == place


def test_several_occurrences_are_several_events():
    event = an_event(*(Occurrence(local(2026, month, 28, 18)) for month in (3, 4)))
    found = read(event)
    assert set(found) == {"@context", "@graph"}
    starts = [node["startDate"] for node in found["@graph"]]
    assert starts == ["2026-03-28T18:00:00+01:00", "2026-04-28T18:00:00+02:00"]
    assert len({node["@id"] for node in found["@graph"]}) == 2
    assert all(node["name"] and node["location"] for node in found["@graph"])


@pytest.mark.parametrize(
    ("fields", "mode", "kinds"),
    [
        ({"place": "Halle"}, "Offline", ["Place"]),
        ({"online": "https://v.example"}, "Online", ["VirtualLocation"]),
        ({"place": "Halle", "online": "https://v.example"}, "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_where(fields: dict, mode: str, kinds: list[str]):
    found = read(an_event(**fields))
    assert found["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    places = [found["location"]] if len(kinds) == 1 else found["location"]
    assert [place["@type"] for place in places] == kinds


@pytest.mark.parametrize(
    ("address", "street", "town"),
    [
        ("5 place Jean Jaurès - 34000 Montpellier, France", "5 place Jean Jaurès", "Montpellier"),
        ("34190 Saint-Bauzille-de-Putois", None, "Saint-Bauzille-de-Putois"),
        ("Mas, 2 chemin haut,\n30000 Nîmes", "Mas, 2 chemin haut", "Nîmes"),
    ],
)
def test_a_french_address_has_parts(address: str, street: str | None, town: str):
    found = read(an_event(address=address))["location"]["address"]
    assert (found.get("streetAddress"), found["addressLocality"]) == (street, town)


@pytest.mark.parametrize(
    "address", ["Sur la place du village", "1 Carrer, 17520 Puigcerdà, Espagne"]
)
def test_another_address_stays_as_written(address: str):
    assert read(an_event(address=address))["location"]["address"] == address


@pytest.mark.parametrize(
    ("status", "written", "availability"),
    [
        ("prévu", "EventScheduled", "InStock"),
        (FULL, "EventScheduled", "SoldOut"),
        (POSTPONED, "EventPostponed", None),
        (CANCELLED, "EventCancelled", None),
    ],
)
def test_statuses(status: str, written: str, availability: str | None):
    found = read(an_event(status=status, registration="https://x.example"))
    assert found["eventStatus"] == f"https://schema.org/{written}"
    expected = availability and f"https://schema.org/{availability}"
    assert found.get("offers", {}).get("availability") == expected


def test_each_date_has_its_status_its_place_and_its_offer():
    event = an_event(
        Occurrence(date(2026, 3, 12), status=CANCELLED),
        Occurrence(local(2026, 4, 2, 20), moved_from=local(2026, 3, 26, 18)),
        Occurrence(date(2026, 5, 2), status=FULL, place="Grange"),
        place="Halle",
        registration="https://x.example",
    )
    found = read(event)["@graph"]
    names = ["EventCancelled", "EventRescheduled", "EventScheduled"]
    assert [node["eventStatus"].rpartition("/")[2] for node in found] == names
    previous = [node.get("previousStartDate") for node in found]
    assert previous == [None, "2026-03-26T18:00:00+01:00", None]
    assert [node["location"]["name"] for node in found] == ["Halle", "Halle", "Grange"]
    offers = [node.get("offers", {}).get("availability", "").rpartition("/")[2] for node in found]
    assert offers == ["", "InStock", "SoldOut"]


PRICES = {"12": "12", "12 €": "12", "12,50\u202f€": "12.50", "5 euros": "5", "0 €": "0"}
FREE = "Gratuit|Entrée libre|Prix libre|libre et gratuit|Gratuit, sur inscription".split("|")
NOT_ONE_AMOUNT = (
    "|de 5 à 10 €|Gratuit pour les adhérents|Gratuit (5 € pour les autres)|non gratuit|12 francs"
).split("|")


@pytest.mark.parametrize(
    ("price", "number"),
    [*PRICES.items(), *((p, "0") for p in FREE), *((p, None) for p in NOT_ONE_AMOUNT)],
)
def test_prices(price: str, number: str | None):
    assert price_number(price) == number


def test_what_is_free_is_said_to_be():
    found = read(an_event(price="Gratuit"))
    assert (found["isAccessibleForFree"], found["offers"]["price"]) == (True, "0")


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!-- <script>", "a & b\u2028c\u2029d", ';,:\\"\n'],
)
def test_nothing_ends_the_script(text: str):
    event = an_event(title=text, summary=text, place=text, price=text, organisers=(text,))
    assert not set("<>&\u2028\u2029\n") & set(to_script(event_json(event, address=ADDRESS)))
    found = read(event)
    assert found["name"] == found["description"] == found["organizer"][0]["name"] == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_title_comes_back(title: str):
    assert from_page({"name": title}) == {"name": title}


def test_the_same_data_is_the_same_text():
    one, other = {"a": 1, "b": [{"c": 2, "d": 3}]}, {"b": [{"d": 3, "c": 2}], "a": 1}
    assert to_script(one) == to_script(other)
