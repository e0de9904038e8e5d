"""An event in schema.org's vocabulary: what Google's page « Event » requires and advises.

Nothing is made up, and nothing depends on the hour of the build.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from content_types.events.event import CANCELLED, FULL, POSTPONED, Event
from content_types.events.occurrence import Occurrence
from content_types.events.visit import ACCESS, SIGN_LANGUAGE
from core.clock import ZONE, iso
from core.json_ld import CONTEXT, LANGUAGE, Node, organization_node, without_blanks

UNKNOWN_PLACE = "Lieu non précisé"

_STATUSES = {CANCELLED: "EventCancelled", POSTPONED: "EventPostponed"}
_AMOUNT = re.compile(r"([0-9]+(?:[.,][0-9]{1,2})?)\s*(?:€|euros?)?", re.IGNORECASE)
_FREE = re.compile(
    r"(?:(?:entrée|prix|tarif|accès|participation|événement)\s+)?"
    r"(?:gratuite?|libre)(?:\s+et\s+(?:gratuite?|libre))?"
    r"(?:\s*[,(](?!.*(?:pour|sauf|hors|\d)).*)?\.?",
    re.IGNORECASE,
)
_FRENCH_ADDRESS = re.compile(
    r"(?:(?P<street>.+?)[\s,–-]+)?(?P<code>[0-9]{5})\s+(?P<town>[^,0-9]+?)(?:\s*,\s*France)?",
    re.IGNORECASE,
)


def event_json(
    event: Event,
    *,
    address: str,
    image: str | None = None,
    description: str = "",
    organiser_urls: Mapping[str, str] | None = None,
    dates: Sequence[Occurrence] | None = None,
) -> Node:
    """Return an event (schema.org/Event; Google, « Event »).

    Several occurrences make several Events in one @graph: Google asks for one an occurrence, and
    does not read `eventSchedule`.

    Args:
        address: the address of its page, with scheme and host.
        image: that of the image shown with it, likewise.
        description: what stands for the summary when the event has none.
        organiser_urls: the organisers' own sites, by name, where known.
        dates: those that are given, when not all are.
    """
    shared = _shared(event, address, image, organiser_urls or {})
    shared = without_blanks({**shared, "description": event.summary or description})
    nodes = [shared | _of_date(event, one, address) for one in dates or event.occurrences]
    if len(nodes) == 1:
        return {"@context": CONTEXT, **nodes[0]}
    named = [{**node, "@id": f"{address}#{node['startDate']}"} for node in nodes]
    return {"@context": CONTEXT, "@graph": named}


def _shared(event: Event, address: str, image: str | None, urls: Mapping[str, str]) -> Node:
    ages = event.visit.ages
    return {
        "@type": "Event",
        "name": event.title,
        "url": address,
        "inLanguage": _languages(event),
        "typicalAgeRange": f"{ages.low}-{ages.high or ''}" if ages else None,
        "image": [image] if image else None,
        "keywords": list(event.tags),
        "organizer": [organization_node(name, urls.get(name)) for name in event.organisers],
        "isAccessibleForFree": True if price_number(event.price) == "0" else None,
    }


def _languages(event: Event) -> str | list[str]:
    """Return the languages spoken there, signs included, or else that of its words."""
    spoken = list(event.visit.languages) or [event.lang or LANGUAGE]
    spoken += ["fsl"] if SIGN_LANGUAGE in event.visit.access else []  # ISO 639-3
    return spoken if len(spoken) > 1 else spoken[0]


def _when(occurrence: Occurrence) -> Node:
    """Return the dates; a day has no hour, and the last day is included (Google, `endDate`)."""
    end = {"endDate": iso(occurrence.end)} if occurrence.end is not None else {}
    return {"startDate": iso(occurrence.start), **end}


def _of_date(event: Event, occurrence: Occurrence, address: str) -> Node:
    """Return what is said of one date."""
    status, moved = event.status_of(occurrence), occurrence.moved_from
    known = "EventRescheduled" if moved else "EventScheduled"
    node: Node = {
        "eventStatus": f"{CONTEXT}/{_STATUSES.get(status, known)}",
        "previousStartDate": iso(moved) if moved else None,  # schema.org/previousStartDate
        "eventAttendanceMode": f"{CONTEXT}/{_attendance(event, occurrence)}EventAttendanceMode",
        "location": _location(event, occurrence),
        "offers": _offer(event, status, address),
    }
    return without_blanks(node) | _when(occurrence)


def _attendance(event: Event, occurrence: Occurrence) -> str:
    """Return the first word of the mode: an event is in a place unless it is only online."""
    if not event.online:
        return "Offline"
    return "Mixed" if any(event.place_of(occurrence)) else "Online"


def _location(event: Event, occurrence: Occurrence) -> Node | list[Node]:
    """Return where it is; Google requires it, so a place that is not given is said to be so."""
    places: list[Node] = []
    place, address = event.place_of(occurrence)
    if place or address or not event.online:
        name = place or address or UNKNOWN_PLACE
        place_node: Node = {
            "@type": "Place",
            "name": name,
            "address": postal_json(address or name),
            "amenityFeature": [_amenity(ACCESS[one]) for one in event.visit.access],
        }
        places.append(without_blanks(place_node))
    if event.online:
        places.append({"@type": "VirtualLocation", "url": event.online})
    return places[0] if len(places) == 1 else places


def _amenity(name: str) -> Node:
    """Return what a place offers; `accessibilityFeature` is of works alone (schema.org)."""
    return {"@type": "LocationFeatureSpecification", "name": name, "value": True}


def postal_json(address: str) -> str | Node:
    """Return the parts of a French address (schema.org/PostalAddress); another, as written."""
    found = _FRENCH_ADDRESS.fullmatch(" ".join(address.split()))
    if not found:
        return address
    return without_blanks(
        {
            "@type": "PostalAddress",
            "streetAddress": found["street"],
            "postalCode": found["code"],
            "addressLocality": found["town"],
            "addressCountry": "FR",
        }
    )


def _offer(event: Event, status: str, address: str) -> Node | None:
    """Return how one takes part (schema.org/Offer), at a date that takes place."""
    if status in _STATUSES or not (event.registration or event.price):
        return None
    number = price_number(event.price)
    closes = event.registration_closes_at
    return without_blanks(
        {
            "@type": "Offer",
            "url": address if event.is_registered_by_mail else event.registration or address,
            "availability": f"{CONTEXT}/{'SoldOut' if status == FULL else 'InStock'}",
            "price": number,
            "priceCurrency": "EUR" if number else None,
            "description": event.price,
            "validFrom": iso(event.announced) if event.announced else None,
            "availabilityEnds": iso(closes.astimezone(ZONE)) if closes else None,
        }
    )


@lru_cache(maxsize=1024)
def price_number(price: str) -> str | None:
    """Return a price as schema.org/price has it, or None when it is not one amount.

    What is free is "0" (Google, « Event », `offers.price`), and what is « libre » from there up.
    """
    words = " ".join(price.split())
    if _FREE.fullmatch(words):
        return "0"
    amount = _AMOUNT.fullmatch(words)
    number = amount[1].replace(",", ".") if amount else None
    return "0" if number and not float(number) else number
