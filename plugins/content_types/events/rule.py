"""How often an event comes back: in French words, or as RFC 5545 has it (3.3.10). Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dateutil.rrule import rrulestr

from content_types.events.rule_in_french import EXAMPLES, french_rule
from core.clock import ZONE, Day, Moment
from core.french.rules import DAY_CODES
from jekyll.front_matter import Value
from jekyll.front_matter.data_types import line
from jekyll.front_matter.form import reads
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import text_list

_MONTHS = "1,2,3,4,5,6,7,8,9,10,11,12"
_LONGEST = 200  # characters of what may be a rule
_RFC_VALUES = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d{0,2}",
    "COUNT": r"[1-9]\d{0,3}",
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
    "BYDAY": r"[-+,\dA-Z]+",
    "WKST": "|".join(DAY_CODES),
} | dict.fromkeys("BYMONTHDAY BYMONTH BYYEARDAY BYWEEKNO BYSETPOS".split(), r"[-+,\d]+")


@dataclass(frozen=True)
class Rule:
    """A rule of recurrence."""

    text: str  # as RFC 5545 has it, without its end: `FREQ=MONTHLY;BYDAY=1TH`
    until: Moment | None = None  # the last moment that may be a date, a day included; or None
    count: int | None = None  # how many dates there are, or None

    @property
    def parts(self) -> dict[str, str]:
        """Return its parts by their names."""
        return dict(part.split("=") for part in self.text.split(";"))

    def without_months(self, months: Collection[int]) -> Rule:
        """Return the rule that gives the same dates, but those of some months of each year.

        It is the same rule where BYMONTH would change which other dates there are: in what is
        counted, in a year without months, in a position among days of two months (3.3.10).
        """
        parts = self.parts
        kept = [int(month) for month in parts.get("BYMONTH", _MONTHS).split(",")]
        kept = [month for month in kept if month not in months]
        if (
            not months
            or not kept
            or self.count
            or (parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts)
            or (parts["FREQ"] != "MONTHLY" and "BYSETPOS" in parts)
        ):
            return self
        parts["BYMONTH"] = ",".join(map(str, kept))
        return replace(self, text=";".join(f"{name}={value}" for name, value in parts.items()))


@reads("line", "premier jeudi du mois")
def rule(value: Value) -> Rule:
    """Read a rule, in French words or as RFC 5545 has it."""
    words = " et ".join(text_list(value)) if isinstance(value.content, list) else line(value)
    if len(words) > _LONGEST:
        raise BadValue(EXAMPLES)
    return _rfc_rule(words) if re.search(r"(?i)\bfreq\s*=", words) else Rule(french_rule(words))


def _rfc_rule(words: str) -> Rule:
    """Return the rule of an RRULE; what gives several dates a day is refused."""
    bare = re.sub(r"\s|^RRULE:|;$", "", words.upper())
    parts = dict(part.partition("=")[::2] for part in bare.split(";"))
    for name, value in parts.items():
        if not re.fullmatch(_RFC_VALUES.get(name, "(?!)"), value):
            raise BadValue(f"« {name}={value} » n'est pas compris. Écrivez FREQ=MONTHLY;BYDAY=1TH.")
    if parts.get("FREQ") in ("DAILY", "WEEKLY") and re.search(r"\d", parts.get("BYDAY", "")):
        raise BadValue("Un rang dans BYDAY (1TH) demande FREQ=MONTHLY ou FREQ=YEARLY.")
    if {"COUNT", "UNTIL"} <= parts.keys():
        raise BadValue("Gardez COUNT ou UNTIL, pas les deux.")
    until, count = parts.pop("UNTIL", ""), parts.pop("COUNT", "")
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        rrulestr(text, dtstart=datetime(2026, 1, 1))
        return Rule(text, _rfc_moment(until) if until else None, int(count) if count else None)
    except ValueError as error:
        raise BadValue("Écrivez par exemple FREQ=MONTHLY;BYDAY=1TH.") from error


def _rfc_moment(until: str) -> Moment:
    if len(until) == 8:
        return Day(datetime.strptime(until, "%Y%m%d").date())
    zone = UTC if until.endswith("Z") else ZONE
    moment = datetime.strptime(until.rstrip("Z"), "%Y%m%dT%H%M%S").replace(tzinfo=zone)
    return moment.astimezone(ZONE)
