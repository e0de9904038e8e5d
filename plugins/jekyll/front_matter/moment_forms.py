"""The forms in which people write a day and an hour: what is matched, and what a typo means.

Texts come without accents nor capitals, with single spaces: « samedi 12 decembre 2026 a 18 h 30 ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.diagnostics import typo

_MONTHS = (
    "janvier janv jan january",
    "fevrier fevr fev february feb",
    "mars mar march",
    "avril avr april apr",
    "mai may",
    "juin june jun",
    "juillet juil july jul",
    "aout aou august aug",
    "septembre sept sep september",
    "octobre oct october",
    "novembre nov november",
    "decembre dec december",
)
_WEEKDAYS = (
    "lundi lun monday mon",
    "mardi mar tuesday tues tue",
    "mercredi mer wednesday wed",
    "jeudi jeu thursday thurs thu",
    "vendredi ven friday fri",
    "samedi sam saturday sat",
    "dimanche dim sunday sun",
)
MONTHS = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
WEEKDAYS = {name: n for n, names in enumerate(_WEEKDAYS) for name in names.split()}
_NAMED_DAY = re.compile(
    rf"(?:le )?(?:(?P<weekday>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\.?,? )?(?:le )?"
)
_MINUTES = r"(?P<minute>[0-9]{2})"
HOUR = (
    r"(?:(?P<hour>[0-9]{1,2})(?:"
    rf" ?[:.] ?{_MINUTES}(?::(?P<second>[0-9]{{2}})(?:\.[0-9]*)?)?(?: ?(?P<half>[ap])\.?m\.?)?"
    r"| ?(?P<whole_half>[ap])\.?m\.?"
    r"| ?h(?:eures?|rs?)?(?: ?(?P<french_minute>[0-9]{2})(?: ?(?:min|mn|minutes))?)?)"
    r"|(?P<noon>midi))"
)
_OFFSET = (
    r"(?: ?(?:(?P<utc>z|utc|gmt)|"
    r"(?P<sign>[+-])(?P<hours>[0-9]{2}|[0-9]\b)(?::?(?P<minutes>[0-9]{2}))?))?"
)
_BETWEEN = r"(?:t|,? (?:a partir de |des |vers |a |at )?| ?[,–—] ?| - )"
ABOUT = "(?: (?:precises?|pile|environ))?"
_TAIL = rf"(?:{_BETWEEN}{HOUR}{_OFFSET}{ABOUT})?\.?"
_DAY, _RANK = r"(?P<day>[0-9]{1,2})", "(?:er|st|nd|rd|th)?"
_DAYS = (
    r"(?P<year>[0-9]{4})(?P<between>[-/.])(?P<month>[0-9]{1,2})(?P=between)(?P<day>[0-9]{1,2})",
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    rf"{_DAY} ?(?P<sign_between>[-/.]) ?(?P<month>[0-9]{{1,2}})"
    r"(?: ?(?P=sign_between) ?(?P<year>[0-9]{4}|[0-9]{2}))?",
    rf"{_DAY}{_RANK}[ -]?(?:of )?(?P<name>[a-z]{{3,}})\.?(?:,?[ -](?P<year>[0-9]{{4}}))?",
    rf"(?P<name>[a-z]{{3,}})\.? {_DAY}{_RANK}(?:,? (?P<year>[0-9]{{4}}))?",
)
_FORMS = tuple(re.compile(day + _TAIL) for day in _DAYS)
LONGEST = 100  # characters of what may be a moment

EXPECTED = "Écrivez par exemple 12/03/2026, 12/03/2026 18h30 ou 2026-03-12 18:30."
EXPECTED_HOUR = "Écrivez-la de 0:00 à 23:59 ; minuit est 0:00, le jour suivant."
_ONE_MOMENT = "Écrivez un seul moment ici ; la fin d'un événement va dans « fin »."
_THE_DATE_ITSELF = "Écrivez la date elle-même : demain, ce mot dirait un autre jour."
_UNTIL = "(?:-|–|—|>|/|a|au|et|to|jusqu.a)"
_SPAN = re.compile(
    r"\b(?:du|from|entre)\b.*\b(?:au|to|et)\b|\bde\b.*\ba\b"
    rf"|(?:[0-9] ?h(?: ?[0-9]{{2}})?|[0-9][:.][0-9]{{2}}) ?{_UNTIL} ?[0-9]{{1,2}}(?:h|[ :.]|$)"
    rf"|[0-9]{{1,2}} ?{_UNTIL} ?[0-9]{{1,2}} [a-z]{{3,}}"
)
_RELATIVE = re.compile(
    r"\b(?:demain|hier|aujourd.?hui|prochaine?|tomorrow|today|yesterday|next|dans|ce soir)\b"
)
_AGAIN = re.compile(r"\b(?:tous|toutes|chaque|every)\b")
_EACH_DATE = (
    "Écrivez chaque date à la place de « debut » : dates: [2026-03-12 18:30, 2026-03-19 18:30]."
)
_NO_DAY = re.compile(r"(?:[a-z]{3,}\.? )?[0-9]{4}|[0-9]{4}[-/.][0-9]{1,2}|[0-9]{1,2}[/.-][0-9]{4}")
_MONTH_ALONE = re.compile(
    rf"(?:(?:fin|debut|mi)[ -](?:de |d.)?)?(?:{'|'.join(MONTHS)})\.?(?: [0-9]{{4}})?"
)
_PART_OF_DAY = re.compile(
    r".*\b(?P<hour>[0-9]{1,2}) ?h(?:eures?)?(?P<minute> ?[0-9]{2})? "
    r"(?:du (?P<early>matin)|du soir|de l.apres-midi)"
)
_BARE_HOUR = re.compile(r".*[0-9]{2},? (?:a )?(?P<hour>[0-9]{1,2})")
_SHORT_YEAR = re.compile(r".*[0-9] [a-z]{3,}\.? ([0-9]{2})")
_WORD = re.compile(r"[a-z]{3,}")


def forms_of(text: str) -> Iterator[dict[str, str | None]]:
    """Give each reading of a text as a day, perhaps with an hour.

    A reading has the groups `year`, `month` or `name`, `day`, those of `HOUR` and of an offset, and
    the `weekday` that is named.
    """
    named = _NAMED_DAY.match(text)
    end = named.end() if named else 0
    for start in dict.fromkeys((end, 0)):
        for form in _FORMS:
            found = form.fullmatch(text, start)
            if found and (not (name := found.groupdict().get("name")) or name in MONTHS):
                weekday = named["weekday"] if named and start else None
                yield {**found.groupdict(), "weekday": weekday}


def what_is_wrong(text: str) -> str:
    """Return what to do about a text that is no moment, in French."""
    if len(text) > LONGEST:
        return EXPECTED
    if re.search(r"\bminuit\b|\bmidnight\b", text):
        return f"Écrivez l'heure en chiffres. {EXPECTED_HOUR}"
    if _AGAIN.search(text):
        return _EACH_DATE
    if _RELATIVE.search(text):
        return f"{_THE_DATE_ITSELF} {EXPECTED}"
    if _SPAN.search(text):
        return f"{_ONE_MOMENT} {EXPECTED}"
    if (told := _PART_OF_DAY.fullmatch(text)) and int(told["hour"]) <= 12:
        hour = int(told["hour"]) % 12 + (0 if told["early"] else 12)
        return f"Écrivez l'heure de 0 à 23 : {hour}h{(told['minute'] or '').strip()}."
    if _NO_DAY.fullmatch(text) or _MONTH_ALONE.fullmatch(text):
        return f"Il manque le jour. {EXPECTED}"
    if meant := _misspelt(text):
        return f"Vouliez-vous dire « {meant} » ? {EXPECTED}"
    if found := _SHORT_YEAR.fullmatch(text):
        return f"Écrivez l'année en entier (20{found[1]}), ou l'heure avec un h ({found[1]}h)."
    bare = _BARE_HOUR.fullmatch(text)
    if bare and int(bare["hour"]) < 24:
        return f"Écrivez l'heure avec un h : {int(bare['hour'])}h. {EXPECTED}"
    return EXPECTED


def _misspelt(text: str) -> str:
    """Return the French name of a month or of a day that a word of the text is very like."""
    french = [names.split()[0] for names in (*_MONTHS, *_WEEKDAYS)]
    for word in _WORD.findall(text):
        is_known = word in MONTHS or word in WEEKDAYS
        if not is_known and (meant := typo(word, french)):
            return _ACCENTED.get(meant, meant)
    return ""


_ACCENTED = {"fevrier": "février", "aout": "août", "decembre": "décembre"}
