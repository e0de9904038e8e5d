"""An event's file: the keys it knows, and the event they make. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from content_types.events.event import PLANNED, STATUSES, Event, Occurrence, occurrence
from content_types.events.moments import as_utc, moment, moment_or_hour
from core.diagnostics import ERROR, WARNING, Diagnostic, Diagnostics
from core.diagnostics.catalog.events import (
    DATES_AND_ANOTHER_KEY,
    END_AGAINST_START,
    EVENT_WITHOUT_A_START,
    MISSING_DATE,
    REGISTRATION_AFTER_THE_END,
    REGISTRATION_WITHOUT_AN_ADDRESS,
    SAME_START,
)
from core.diagnostics.catalog.files import IMPOSSIBLE_DATE_IN_NAME
from core.diagnostics.catalog.front_matter import UNKNOWN_KEY
from core.names import each_once, name_key
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.as_written import plain
from jekyll.front_matter.data_types import (
    given,
    image_path,
    line,
    postal_address,
    web_address,
    word_of,
)
from jekyll.front_matter.schema import BadValue, written
from jekyll.front_matter.types import boolean, text_list
from jekyll.site.schemas import PAGE

_DAY_IN_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-[^/]*$")
_KEYS_OF_A_DATE = "Une date n'a que « debut » et « fin »."
_ONE_DATE_A_LINE = "Une date par ligne : - 2026-03-12, ou - {debut: 2026-03-12 18:30, fin: 21h}"


def _items(value: Value) -> list[Value]:
    """Read a list, whose items are read one by one."""
    if not isinstance(value.content, list):
        raise BadValue(_ONE_DATE_A_LINE)
    return value.content


_START = Field(moment, None, "Le jour, ou le jour et l'heure. Obligatoire, sauf avec dates.")
_END = Field(
    moment_or_hour, None, "La fin : un jour (compris), ou une heure, avec son jour ou non."
)

EVENT = Schema(
    {
        "title": Field(line, None, "Le titre. Sans lui : le premier titre, ou le nom du fichier."),
        "debut": _START,
        "fin": _END,
        "dates": Field(_items, (), "Les dates de ce qui revient, à la place de debut et de fin."),
        "lieu": Field(line, "", "Le nom du lieu."),
        "adresse": Field(postal_address, "", "L'adresse postale, pour le plan."),
        "en_ligne": Field(web_address, "", "L'adresse où suivre l'événement en ligne."),
        "inscription": Field(web_address, "", "L'adresse où s'inscrire : elle fait le bouton."),
        "inscription_jusqu_au": Field(
            moment, None, "Le dernier moment pour s'inscrire. Sans lui : la fin de l'événement."
        ),
        "tarif": Field(line, "", "Le tarif, en toutes lettres."),
        "statut": Field(word_of(STATUSES), PLANNED, "prévu, complet, reporté ou annulé."),
        "organisateurs": Field(text_list, (), "Qui organise : une liste, ou des virgules."),
        "image": Field(image_path("images/affiche.jpg"), "", "L'affiche, dans images/."),
        "resume": Field(line, "", "Une ou deux phrases, pour les listes et les partages."),
        "publication": Field(moment, None, "Quand l'annonce paraît. Sans elle : aussitôt."),
        "modifie": Field(
            moment, None, "Le dernier changement de date, d'heure, de lieu ou de statut."
        ),
        "published": Field(boolean, True, "false : le fichier n'est pas publié."),
    }
)
_DATES_ITEM = Schema({"dates": _START})
_DATES_PAIR = Schema({"debut": _START, "fin": _END})


def read_event(
    values: Mapping[str, Value],
    label: str,
    href: str,
    key: str,
    title: str,
    diagnostics: Diagnostics,
) -> Event | None:
    """Return the event that a file tells, or None when it is a draft or its dates are not right.

    Args:
        values: the front matter, as `parse_mapping` gives it. Accents in keys are no matter.
        label: the file, as messages name it.
        href: the address of its page.
        key: what names it for ever.
        title: its title when the front matter has none.
        diagnostics: is told all that is wrong; other bad values get their default.
    """
    values = given(values)
    EVENT.report_misspelt(values, label, diagnostics, others=PAGE.fields)
    read = EVENT.read(values, label, diagnostics)
    if not read["published"]:
        return None
    occurrences = _Dates(label, diagnostics).read(values, read)
    if not occurrences:
        return None
    event = Event(
        title=read["title"] or title,
        href=href,
        occurrences=occurrences,
        key=key,
        place=read["lieu"],
        address=read["adresse"],
        online=read["en_ligne"],
        registration=read["inscription"],
        registration_until=read["inscription_jusqu_au"],
        price=read["tarif"],
        status=read["statut"],
        organisers=tuple(each_once(read["organisateurs"], name_key)),
        image=read["image"],
        summary=read["resume"],
        announced=read["publication"],
        changed=read["modifie"],
        comes_back="dates" in values,
    )
    _check_registration(event, values.get("inscription_jusqu_au"), label, diagnostics)
    _check_name(label, diagnostics)
    return event


def _check_name(label: str, diagnostics: Diagnostics) -> None:
    """Warn of a file's name that holds a day that does not exist."""
    in_name = _DAY_IN_NAME.search(label)
    if in_name is None:
        return
    try:
        date.fromisoformat(in_name[1])
    except ValueError:
        diagnostics.add(IMPOSSIBLE_DATE_IN_NAME().with_severity(WARNING).at(label))


def _start_of(item: Value) -> Value:
    return given(item.content)["debut"] if isinstance(item.content, dict) else item


def _check_registration(
    event: Event, value: Value | None, label: str, diagnostics: Diagnostics
) -> None:
    if value and not event.registration:
        diagnostics.add(REGISTRATION_WITHOUT_AN_ADDRESS().at(label, value.line))
    elif value and event.registration_outlasts:
        diagnostics.add(REGISTRATION_AFTER_THE_END(until=written(value)).at(label, value.line))


@dataclass(frozen=True)
class _Dates:
    """Reads when an event takes place, and tells what is wrong with it."""

    label: str
    diagnostics: Diagnostics

    def read(self, values: Mapping[str, Value], read: Mapping[str, Any]) -> tuple[Occurrence, ...]:
        """Return the occurrences in order, or none when one of them is not right."""
        given = [key for key in ("debut", "fin", "dates") if key in values]
        found: list[Occurrence | None] = []
        if "dates" not in given:
            found = [self._pair(values, read, 1)]
        elif len(given) > 1:
            self._clash(values["dates"], given[0], values[given[0]])
        else:
            found = self._items(values["dates"], read["dates"])
        right = [one for one in found if one]
        in_order = sorted(right, key=lambda one: as_utc(one.start))
        return tuple(in_order) if len(right) == len(found) else ()

    def _report(self, line: int, diagnostic: Diagnostic) -> None:
        self.diagnostics.add(diagnostic.at(self.label, line))

    def _clash(self, dates: Value, other: str, value: Value) -> None:
        clash = DATES_AND_ANOTHER_KEY(key=other, line=value.line, example=_ONE_DATE_A_LINE)
        self._report(dates.line, clash)

    def _items(self, value: Value, items: Iterable[Value]) -> list[Occurrence | None]:
        """Return the occurrences of the items of `dates`; two may not begin together."""
        if value.content == []:
            self._report(value.line, MISSING_DATE(example=_ONE_DATE_A_LINE))
        found: list[Occurrence | None] = []
        lines: dict[Any, int] = {}
        for item in items:
            one = self._item(item)
            start = (one.is_all_day, as_utc(one.start)) if one else item.line
            if start in lines:
                reported = written(_start_of(item))
                self._report(item.line, SAME_START(start=reported, line=lines[start]))
                one = None
            elif one:
                lines[start] = item.line
            found.append(one)
        return found

    def _item(self, item: Value) -> Occurrence | None:
        """Return the occurrence of one item of `dates`."""
        if item.is_null:
            self._report(item.line, MISSING_DATE(example=_ONE_DATE_A_LINE))
            return None
        if not isinstance(item.content, dict):
            start = _DATES_ITEM.read({"dates": item}, self.label, self.diagnostics)["dates"]
            return occurrence(start) if start else None
        for key, value in item.content.items():
            if plain(key) not in _DATES_PAIR.fields:
                unknown = UNKNOWN_KEY(key=key, hint=_KEYS_OF_A_DATE).with_severity(ERROR)
                self._report(value.line, unknown)
                return None
        pair = given(item.content)
        return self._pair(pair, _DATES_PAIR.read(pair, self.label, self.diagnostics), item.line)

    def _pair(
        self, values: Mapping[str, Value], read: Mapping[str, Any], line: int
    ) -> Occurrence | None:
        """Return the occurrence that `debut` and `fin` tell, None when one is not right."""
        if "debut" not in values:
            in_name = _DAY_IN_NAME.search(self.label)
            day = in_name[1] if in_name else "2026-03-12"
            self._report(line, EVENT_WITHOUT_A_START(day=day))
            return None
        if read["debut"] is None or (read["fin"] is None and "fin" in values):
            return None  # told already
        try:
            return occurrence(read["debut"], read["fin"])
        except BadValue as bad:
            end, start = written(values["fin"]), written(values["debut"])
            against = END_AGAINST_START(end=end, start=start, hint=bad.expected)
            self._report(values["fin"].line, against)
            return None
