"""How often something comes back, as one says it in French, from a rule of RFC 5545 (3.3.10)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from core.clock import Moment
from core.french.dates import month_name, weekday
from core.french.lists import french_list

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_RANKS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième"}
_RANKS |= {-1: "dernier", -2: "avant-dernier"}
NUMBERS = dict(enumerate("deux trois quatre cinq six sept huit".split(), 2))
_UNITS = {"DAILY": "jour", "WEEKLY": "semaine", "MONTHLY": "mois", "YEARLY": "année"}
_SPOKEN = frozenset("FREQ INTERVAL BYDAY BYMONTHDAY BYMONTH WKST".split())
_MONDAY = date(2024, 1, 1)


def spoken_rule(parts: Mapping[str, str], start: Moment) -> str:
    """Return a rule in words: how often and on what days at least.

    Args:
        parts: those of the rule, by their names.
        start: its first date, which tells the days that it does not name.

    >>> spoken_rule({"FREQ": "MONTHLY", "BYDAY": "1TH"}, date(2026, 12, 3))
    'chaque premier jeudi du mois'
    >>> spoken_rule({"FREQ": "WEEKLY", "INTERVAL": "2", "BYDAY": "TU"}, date(2026, 12, 1))
    'un mardi sur deux'
    >>> spoken_rule({"FREQ": "DAILY", "BYSETPOS": "1"}, date(2026, 12, 1))
    'chaque jour, certains jours'
    """
    days = parts.get("BYDAY", "").split(",") if parts.get("BYDAY") else []
    monthdays = [int(one) for one in parts.get("BYMONTHDAY", "").split(",") if one]
    months = [int(one) for one in parts.get("BYMONTH", "").split(",") if one]
    every = int(parts.get("INTERVAL", 1))
    unit = parts["FREQ"]
    ranked = any(re.search(r"\d", day) for day in days)
    words = ""
    if parts.keys() <= _SPOKEN and all(day >= -1 for day in monthdays):
        of_months = len(months) > 1 or (days and not ranked) or (monthdays and not months)
        if unit == "DAILY" and every == 1 and (days or monthdays):
            unit = "MONTHLY"  # the same dates (RFC 5545, 3.3.10)
        elif unit == "YEARLY" and every == 1 and of_months:
            unit = "MONTHLY"  # the same dates, since ranks are then those of a month
        words = _spoken(unit, days, monthdays, months, every, start)
    if words and unit == "YEARLY":
        return words
    words = words or _roughly(unit, days, every)
    return f"{words}, {spoken_months(months)}" if months else words


def _spoken(
    unit: str,
    days: Sequence[str],
    monthdays: Sequence[int],
    months: Sequence[int],
    every: int,
    start: Moment,
) -> str:
    """Return the usual rules in words, without their months but those of a year; or ""."""
    if days and monthdays:
        chosen = _names(days)
        words = _monthly([], monthdays, every) if unit == "MONTHLY" and chosen else ""
        return words and f"{words}, si c’est un {french_list(chosen, 'ou')}"
    if unit == "DAILY" and not days and not monthdays:
        return _each("jour", every)
    if unit == "WEEKLY" and not monthdays:
        return _weekly(days or [DAY_CODES[start.weekday()]], every)
    if unit == "MONTHLY" and (weekly := _weekly(days, 1) if days else ""):
        return weekly if every == 1 else f"{weekly}, un mois sur {_number(every)}"
    if unit == "MONTHLY":
        return _monthly(days, monthdays or [start.day], every)
    if unit == "YEARLY" and (months or not (days or monthdays)):
        day = _ranked(days) if days else french_list(list(map(_day, monthdays or [start.day])))
        month = spoken_months(months or [start.month]).removeprefix("en ")
        of = "d’" if days and month[0] in "ao" else "de " if days else ""
        year = "chaque année" if every == 1 else f"un an sur {_number(every)}"
        return f"{year}, {day} {of}{month}" if day and len(months) < 2 else ""
    return ""


def _roughly(unit: str, days: Sequence[str], every: int) -> str:
    """Return how often it comes back, and on what days, when no words say the rule itself."""
    words = _each(_UNITS[unit], every)
    names = _names([day.lstrip("+-0123456789") for day in days])
    return f"{words}, certains {french_list([f'{name}s' for name in names]) or 'jours'}"


def _names(days: Sequence[str]) -> list[str]:
    """Return the names of days without ranks, each once; none when one has a rank."""
    codes = dict.fromkeys(days) if set(days) <= set(DAY_CODES) else {}
    return [weekday(_MONDAY + timedelta(DAY_CODES.index(code))) for code in codes]


def spoken_months(months: Sequence[int]) -> str:
    """Return months in words; from three in a row on, the first and the last.

    >>> spoken_months([7, 8]), spoken_months([9, 10, 11, 12, 1])
    ('en juillet et août', 'de septembre à janvier')
    """
    names = [month_name(month) for month in months]
    in_a_row = all(b == a % 12 + 1 for a, b in pairwise(months))
    if in_a_row and len(months) > 2:
        return f"{'d’' if names[0][0] in 'ao' else 'de '}{names[0]} à {names[-1]}"
    return f"en {french_list(names)}"


def _each(unit: str, every: int) -> str:
    one = "une" if unit in ("semaine", "année") else "un"
    return f"{one} {unit} sur {_number(every)}" if every > 1 else f"chaque {unit}"


def _number(number: int) -> str:
    return NUMBERS.get(number, str(number))


def _weekly(days: Sequence[str], every: int) -> str:
    if not set(days) <= set(DAY_CODES):
        return ""
    names = _names(days)
    if len(names) == 1:
        return _each(names[0], every)
    if tuple(days) == DAY_CODES[:5]:
        words = "du lundi au vendredi"
    else:
        words = f"les {french_list([f'{name}s' for name in names])}"
    return words if every == 1 else f"{words}, une semaine sur {_number(every)}"


def _monthly(days: Sequence[str], monthdays: Sequence[int], every: int) -> str:
    if days:
        words = _ranked(days)
        words = words and f"{words} du mois"
        if len(days) == 1:
            words = re.sub("^(?:le |l’)", "chaque ", words) if every == 1 else words
    else:
        of = "de chaque" if every == 1 else "du"
        words = f"{french_list([_day(day) for day in monthdays])} {of} mois"
    return words if every == 1 or not words else f"{words}, un mois sur {_number(every)}"


def _ranked(days: Sequence[str]) -> str:
    """Return days with their ranks: « le premier et le troisième samedi »; "" when one has none."""
    found = [re.fullmatch(r"\+?(-?\d)([A-Z]{2})", day) for day in days]
    ranks = [_RANKS.get(int(one[1])) for one in found if one]
    names = [weekday(_MONDAY + timedelta(DAY_CODES.index(one[2]))) for one in found if one]
    if len(names) < len(days) or None in ranks:
        return ""
    if len(set(names)) == 1:
        return f"{french_list([_the(rank) for rank in ranks if rank])} {names[0]}"
    both = zip(ranks, names, strict=True)
    return french_list([f"{_the(rank)} {name}" for rank, name in both if rank])


def _the(rank: str) -> str:
    return f"l’{rank}" if rank.startswith("a") else f"le {rank}"


def _day(day: int) -> str:
    return "le dernier jour" if day == -1 else f"le {'1er' if day == 1 else day}"
