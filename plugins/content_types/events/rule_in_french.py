"""How often an event comes back, in French words, as a rule of RFC 5545 (3.3.10). Pure.

Words are read clause by clause (« premier jeudi du mois », « un mois sur deux »), in any order;
what is none of them is reported, with what was understood before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.diagnostics import typo
from core.french.rules import DAY_CODES, NUMBERS
from jekyll.front_matter.lenient_values import plain
from jekyll.front_matter.moment_forms import MONTHS
from jekyll.front_matter.schema import BadValue

EXAMPLES = (
    "Écrivez par exemple : chaque lundi, un mardi sur deux, premier jeudi du mois, "
    "1er et 3e samedi, dernier vendredi du mois, le 15 du mois, chaque année."
)
WEEKDAYS_ARE_CHOSEN = (
    "Un jour de la semaine se choisit dans « chaque » : du lundi au samedi, lundi et jeudi."
)
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ORDINALS = {
    1: "premier premiere 1er 1ere 1re",
    2: "deuxieme second seconde 2e 2eme 2nd 2nde 2d",
    3: "troisieme 3e 3eme",
    4: "quatrieme 4e 4eme",
    5: "cinquieme 5e 5eme",
    -1: "dernier derniere",
    -2: "avant_dernier avant_derniere",
}
_RANKS = {w.replace("_", " "): n for n, words in _ORDINALS.items() for w in words.split()}
_ACCENTED = "première deuxième troisième quatrième cinquième dernière année".split()
_NUMBERS = {word: n for n, word in NUMBERS.items()} | {"quinze": 15}
_UNITS = {
    "jour": ("DAILY", 1),
    "semaine": ("WEEKLY", 1),
    "mois": ("MONTHLY", 1),
    "trimestre": ("MONTHLY", 3),
    "semestre": ("MONTHLY", 6),
    "an": ("YEARLY", 1),
    "annee": ("YEARLY", 1),
    **dict.fromkeys(("quotidien", "quotidienne"), ("DAILY", 1)),
    "hebdomadaire": ("WEEKLY", 1),
    **dict.fromkeys(("mensuel", "mensuelle"), ("MONTHLY", 1)),
    **dict.fromkeys(("annuel", "annuelle"), ("YEARLY", 1)),
}
_MONTHS = {name: n for name, n in MONTHS.items() if len(name) > 2}


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})s?"


_DAY, _RANK, _UNIT, MONTH = map(_any_of, (DAYS, _RANKS, _UNITS, _MONTHS))
_EVERY = rf"(?P<every>\d{{1,3}}|{_any_of(_NUMBERS)})"
_ART = "(?:(?:chaque|tous|toutes|(?:une|1) fois par|les?|la|l|du|des) )*"
_OF = r"(?: (?:du|de chaque|de tous les|dans le|par) mois(?! d| en))?"
_NTH_DAY = r"(?:\d{1,2}|1er|premier|dernier jour|premier jour)"
_CLAUSES = [
    re.compile(rf"{clause}(?:(?: et)? |$)")
    for clause in (
        rf"(?:les )?(?:une?|1) (?P<unit>(?:{_RANK} )?{_DAY}|{_UNIT}) sur {_EVERY}",
        rf"(?:tous|toutes) les {_EVERY} (?P<unit>{_DAY}|{_UNIT})",
        rf"(?:(?:tous les|chaque) jours? )?(?:du |de )?(?P<first>{_DAY}) (?:au|a) (?P<last>{_DAY})",
        r"(?:(?:tous les|chaque) jours? )?(?P<working>ouvres?|de semaine|en semaine)",
        rf"{_ART}(?P<ranks>{_RANK}(?: et {_ART}{_RANK})*) (?P<days>{_DAY}(?: et {_DAY})*){_OF}",
        rf"{_ART}(?P<monthdays>{_NTH_DAY}(?: et {_ART}{_NTH_DAY})*)"
        r" (?:du|de chaque|de tous les) mois(?! d| en)",
        rf"{_ART}(?P<monthdays>\d{{1,2}}|1er|premier) (?P<month>{MONTH})",
        rf"{_ART}(?P<days>(?:{_DAY}|week ends?)(?: et {_ART}{_DAY})*)(?: de chaque semaine)?",
        rf"(?!d(?:u|es) mois (?:de|d) {MONTH}){_ART}(?P<unit>{_UNIT})",
        rf"(?:(?:du|des) mois )?(?:(?:de|d|en) )?"
        rf"(?P<months>{MONTH}(?: (?:et|a|au) (?:(?:de|d|en) )?{MONTH})*)",
    )
]
_SAID_ELSEWHERE = {
    r"\d ?h|\d[:.]\d\d|heure|midi|matin|soir": "L'heure se dit dans « debut » et dans « fin ».",
    r"week ends? sur ": "Écrivez « un samedi sur deux » : « fin » dit le dernier jour.",
    r"^(?:les? )?\S+ week end": "Écrivez « premier samedi du mois » : « fin » dit le dernier jour.",
    rf"(?:sauf|hors|excepte) (?:les? )?{_DAY}": WEEKDAYS_ARE_CHOSEN,
    r"paire": "Écrivez « un mardi sur deux » : « debut » dit la première date.",
    r"vacances|ferie": "Les vacances, les jours fériés : leurs dates, dans « sauf » ou « dates ».",
    r"sauf|hors|excepte": "Ce qui n'a pas lieu se dit dans « sauf ».",
    r"ouvrable": "Écrivez les jours : du lundi au vendredi, ou du lundi au samedi.",
    r"^debut (?:de|du) mois": "Écrivez « le 1er du mois » ou « premier vendredi du mois ».",
    r"trimestre|semestre": "Écrivez « premier jeudi du mois, tous les trois mois ».",
    r"mois sur ": "Écrivez « premier jeudi du mois, un mois sur deux ».",
    r"fois par|\bbim": "Dites quand : « 1er et 3e samedi », « un mois sur deux ».",
    r"^(?:chaque )?fins? d[eu] mois": "Écrivez « le dernier jour du mois » ou « dernier jeudi du "
    "mois ».",
    r"jusqu|fin \w+$|pendant \S+ (?:semaine|mois|an)": "La fin se dit dans « jusqu_au ».",
    r"toute l annee": "Sans autre mot, cela revient toute l'année.",
    r"partir|depuis|des le": "La première date se dit dans « debut ».",
    r"\d{4}|^\d+ et \d": "Les dates une à une se disent dans « dates ».",
}


@dataclass
class _RuleParts:
    """What the clauses told, as the parts of a rule."""

    unit: str = ""
    interval: int = 1
    days: list[str] = field(default_factory=list)
    ranked: list[str] = field(default_factory=list)
    monthdays: list[int] = field(default_factory=list)
    months: list[int] = field(default_factory=list)

    def take(self, found: Mapping[str, str | None]) -> None:
        """Take what one clause tells."""
        if unit := found.get("unit"):
            self._take_unit(unit, found.get("every"))
        if found.get("working"):
            self.days += DAY_CODES[:5]
        if first := found.get("first"):
            start, end = (_day(name) for name in (first, found.get("last") or ""))
            self.days += [DAY_CODES[n % 7] for n in range(start, end + 1 + 7 * (end < start))]
        codes = [DAY_CODES[_day(name)] for name in re.findall(_DAY, found.get("days") or "")]
        if ranks := found.get("ranks"):
            codes = [f"{_rank(name)}{code}" for code in codes for name in re.findall(_RANK, ranks)]
            self.ranked += codes
        else:
            self.days += codes + ["SA", "SU"] * ("week end" in (found.get("days") or ""))
        for number in re.findall(r"dernier|premier|\d+", found.get("monthdays") or ""):
            self.monthdays.append({"dernier": -1, "premier": 1}.get(number) or int(number))
        if month := found.get("month"):
            self.months.append(_month(month))
            self.unit = "YEARLY"
        self.months += read_months(found.get("months") or "")

    def _take_unit(self, unit: str, every: str | None) -> None:
        number = int(every) if every and every.isdigit() else _NUMBERS.get((every or ""), 1)
        *ranks, last = re.findall(rf"{_RANK}(?= )|\S+", unit)
        if last.removesuffix("s") in DAYS:
            code = DAY_CODES[_day(last)]
            kept = self.ranked if ranks else self.days
            kept.append(f"{_rank(ranks[0])}{code}" if ranks else code)
            self.unit, times = ("MONTHLY" if ranks else "WEEKLY"), 1
        else:
            self.unit, times = _UNITS.get(last) or _UNITS[last.removesuffix("s")]
        if self.unit == "DAILY" and number in (8, 15):  # as one says a week, and two
            self.unit, number = "WEEKLY", number // 7
        self.interval = max(self.interval, number * times)

    def rule(self) -> str:
        """Return the rule that all of it tells.

        Raises BadValue: it tells none, or several.
        """
        kinds = [bool(kind) for kind in (self.days, self.ranked, self.monthdays)]
        own = "MONTHLY" if self.ranked or self.monthdays else "WEEKLY" if self.days else ""
        unit = self.unit or own
        if unit == "DAILY" and self.interval == 1 and own == "WEEKLY":
            unit = "WEEKLY"
        if (unit, self.interval, len(self.months)) == ("MONTHLY", 1, 1) and own:
            unit = "YEARLY"
        if not unit:
            raise BadValue(EXAMPLES)
        is_of_the_year = unit == "YEARLY" and own == "MONTHLY" and len(self.months) == 1
        if sum(kinds) > 1 or (own and own != unit and not is_of_the_year):
            raise BadValue(f"Il y a là plusieurs règles, ou deux qui se contredisent. {EXAMPLES}")
        if not all(-1 <= day <= 31 and day for day in self.monthdays):
            raise BadValue("Un mois a 31 jours au plus : le 15 du mois, le dernier jour du mois.")
        parts = {
            "FREQ": unit,
            "INTERVAL": str(self.interval) if self.interval > 1 else "",
            "BYMONTH": _listed(self.months),
            "BYMONTHDAY": _listed(self.monthdays),
            "BYDAY": _listed(self.days or self.ranked),
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def _listed(values: Iterable[object]) -> str:
    return ",".join(dict.fromkeys(map(str, values)))


def _day(name: str) -> int:
    return DAYS.index(name.removesuffix("s"))


def _rank(name: str) -> int:
    return _RANKS.get(name) or _RANKS[name.removesuffix("s")]


def _month(name: str) -> int:
    return _MONTHS.get(name) or _MONTHS[name.removesuffix("s")]


def read_months(words: str) -> list[int]:
    """Return the months that plain words name: « janvier et mars », « de septembre a juin »."""
    found: list[int] = []
    for link, name in re.findall(rf"(?:\b(a|au) )?(?:\b(?:de|d|en) )?({MONTH})\b", words):
        month = _month(name)
        while link and found[-1] != month:
            found.append(found[-1] % 12 + 1)
        found += [month] if not link else []
    return found


def plain_words(words: str) -> str:
    """Return words without accents, capitals nor signs; what parts them is « et »."""
    words = re.sub(r"['’._–—-]", " ", plain(words))
    words = re.sub(r"[,;+&/]|\bpuis\b|\bainsi que\b", " et ", words)
    return " ".join(re.sub(r"\b(?:et\s+)+", "et ", words).split()).removesuffix(" et")


def french_rule(words: str) -> str:
    """Return the rule that words tell: `FREQ=MONTHLY;BYDAY=1TH`.

    Raises BadValue: they tell none.
    """
    text, at, told = plain_words(words), 0, _RuleParts()
    while at < len(text):
        found = next((it for clause in _CLAUSES if (it := clause.match(text, at))), None)
        if found is None or ("working" in found.groupdict() and (told.ranked or told.monthdays)):
            raise BadValue(_unread(words, text[at:]))
        told.take(found.groupdict())
        at = found.end()
    return told.rule()


def _unread(words: str, rest: str) -> str:
    """Return what was understood, what was not, as it is written, and what to write."""
    starts = (at for at in reversed(range(len(words))) if plain_words(words[at:]) == rest)
    at = next(starts, 0)
    before = re.sub(r"(?:[\s,;+&]|\bet\b)+$", "", words[:at])
    unread = words[at:].strip()
    understood = f"« {before} » est compris, mais pas « {unread} ». " if before else ""
    elsewhere = (hint for sign, hint in _SAID_ELSEWHERE.items() if re.search(sign, rest))
    known = {*DAYS, *(name for name in _RANKS if name[0].isalpha()), *_UNITS, "chaque", "tous"}
    word = rest.split(maxsplit=1)[0] if rest else ""
    meant = None if word.removesuffix("s") in known else typo(word, known)
    meant = next((name for name in _ACCENTED if plain(name) == meant), meant)
    told = next(elsewhere, "") or (f"Vouliez-vous dire « {meant} » ?" if meant else EXAMPLES)
    return understood + told
