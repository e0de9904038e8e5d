"""An event's file: the keys it knows, and the event they make. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from content_types.events import event_keys
from content_types.events.contradictions import contradictions
from content_types.events.event import PLANNED, POSTPONED, Event
from content_types.events.event_dates import DAY_IN_NAME, MOVED_TO_KEYS, DatesReader, day_in_name
from content_types.events.local_time import moment
from content_types.events.occurrence import Occurrence
from content_types.events.repetition import Repetition
from content_types.events.rule_dates import TIMES, read_by_rule, report_without_a_rule
from content_types.events.visit import VISIT, Visit, registration_address
from core.clock import build_moment
from core.diagnostics import WARNING, Diagnostics
from core.diagnostics.catalog.files import IMPOSSIBLE_DATE_IN_NAME
from core.names import each_once, name_key
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.data_types import line, web_address
from jekyll.front_matter.form import FIRST, Form
from jekyll.front_matter.shared_keys import SHARED, LeadImage, lead_image
from jekyll.front_matter.types import text_list
from jekyll.site.schemas import EVENT_ITEM, PAGE, PUBLISHED, TAGS

EVENT: Schema[event_keys.EventKeys] = Schema(
    {
        "title": SHARED["title"],
        "debut": event_keys.START,
        "fin": event_keys.END,
        **TIMES,
        "lieu": event_keys.PLACE,
        "adresse": event_keys.ADDRESS,
        "image": Field(
            lead_image("images/affiche.jpg"),
            LeadImage(),
            "L'affiche.",
            ("affiche",),
            form=Form("Affiche", place=FIRST),
        ),
        "image_alt": replace(
            SHARED["image_alt"],
            form=replace(SHARED["image_alt"].form, otherwise="« Affiche : », le titre et la date"),
        ),
        "resume": SHARED["resume"],
        "en_ligne": Field(
            web_address,
            "",
            "L'adresse où suivre l'événement en ligne.",
            ("online",),
            form=Form("En ligne", "https://visio.exemple.fr/fete"),
        ),
        "inscription": Field(
            registration_address,
            "",
            "L'adresse où s'inscrire, ou à laquelle écrire : elle fait le bouton.",
            ("inscriptions", "registration"),
            form=Form("Inscription", "https://exemple.fr/inscription", otherwise="pas de bouton"),
        ),
        "inscription_jusqu_au": Field(
            moment,
            None,
            "Le dernier moment pour s'inscrire.",
            form=Form("Inscription jusqu'au", "2026-12-10", otherwise="la fin de l'événement"),
        ),
        "tarif": Field(
            line,
            "",
            "Le tarif, en toutes lettres.",
            ("prix", "price"),
            form=Form("Tarif", "Prix libre"),
        ),
        **VISIT,
        "statut": event_keys.STATUS,
        "reporte_du": event_keys.MOVED_FROM,
        "organisateurs": Field(
            text_list,
            (),
            "Qui organise : un nom, ou plusieurs.",
            ("organisateur", "organizers", "organisers"),
            form=Form("Organisé par", "[Coopérative A, Coopérative B]", suggest="acteurs"),
        ),
        "auteur": SHARED["auteur"],
        "lang": EVENT_ITEM.fields["lang"],
        "tags": replace(
            TAGS, meaning="Les mots-clés, pour les calendriers et les moteurs de recherche."
        ),
        "publication": Field(
            moment,
            None,
            "Quand l'annonce paraît.",
            form=Form("Parution de l'annonce", "2026-11-01", otherwise="aussitôt"),
        ),
        "modifie": Field(
            moment,
            None,
            "Le dernier changement de date, d'heure, de lieu ou de statut.",
            ("modified",),
            form=Form("Dernier changement", "2026-11-20 9:00"),
        ),
        "published": PUBLISHED,
    }
)


def read_event(
    values: Mapping[str, Value],
    label: str,
    href: str,
    key: str,
    title: str,
    diagnostics: Diagnostics,
    front: str = "",
) -> Event | None:
    """Return the event that a file tells, or None when it is a draft or its dates are not right.

    Args:
        values: the front matter, as `parse_mapping` gives it. Accents in keys are no matter.
        key: what names it for ever.
        title: its title when the front matter has none.
        diagnostics: is told all that is wrong; other bad values get their default.
        front: the front matter as it is written, for the keys that say nothing.
    """
    day = day_in_name(label)
    others = {*PAGE.names, *MOVED_TO_KEYS, "places"}
    EVENT.report_misspelt(values, label, diagnostics, others)
    dates = DatesReader(label, day, diagnostics, _line_of_start(front))
    if any(dates.is_moved_to(key, value) for key, value in values.items()):
        return None
    values = EVENT.named(values, label, diagnostics)
    report_without_a_rule(values, label, diagnostics)
    read = event_keys.near_schema(EVENT, day).read(values, label, diagnostics)
    if not read["published"]:
        return None
    repetition = None
    if "chaque" in values:
        repetition, occurrences = read_by_rule(dates, values, read, build_moment())
    else:
        occurrences = dates.read(values, read)
    if not occurrences:
        return None
    event = _event((read["title"] or title, href, key), read, occurrences, repetition)
    for line_of, told in contradictions(event, day, values):
        diagnostics.add(told.at(label, line_of))
    if day is None and DAY_IN_NAME.search(label):
        diagnostics.add(IMPOSSIBLE_DATE_IN_NAME().with_severity(WARNING).at(label))
    return event


def _event(
    named: tuple[str, str, str],
    read: event_keys.EventKeys,
    occurrences: tuple[Occurrence, ...],
    repetition: Repetition | None,
) -> Event:
    title, href, key = named
    # To a date that is known: it takes place.
    is_moved = read["reporte_du"] is not None and occurrences[0].moved_from is not None
    return Event(
        title=title,
        href=href,
        occurrences=occurrences,
        key=key,
        place=read["lieu"],
        address=read["adresse"],
        online=read["en_ligne"],
        registration=read["inscription"],
        registration_until=read["inscription_jusqu_au"],
        price=read["tarif"],
        status=PLANNED if is_moved and read["statut"] == POSTPONED else read["statut"],
        organisers=tuple(each_once(read["organisateurs"], name_key)),
        image=read["image"].path,
        image_alt=read["image_alt"] or read["image"].alt,
        visit=Visit(read["accessibilite"], read["age"], read["langue"], read["covoiturage"]),
        tags=tuple(read["tags"]),
        lang=read["lang"] or "",
        summary=read["resume"],
        announced=read["publication"],
        changed=read["modifie"],
        comes_back=bool(read["dates"]) or repetition is not None,
        repetition=repetition,
    )


def _line_of_start(front: str) -> int:
    """Return the line of a `debut` in front matter that begins on line 2, or 1."""
    lines = enumerate(front.split("\n"), 2)
    keys = ((number, line.partition(":")) for number, line in lines)
    return next((n for n, (key, sign, _) in keys if sign and EVENT.name_of(key) == "debut"), 1)
