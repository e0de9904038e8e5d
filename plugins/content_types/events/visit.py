"""The keys of an event's file that make a visit possible: for whom, in what language, how. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.french.lists import french_list
from core.language import language_name, language_tag
from core.names import each_once
from jekyll.front_matter import Field, Value
from jekyll.front_matter.data_types import line, web_address
from jekyll.front_matter.form import Form, reads
from jekyll.front_matter.lenient_values import key_name, plain
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import text_list

SIGN_LANGUAGE = "LSF"
# The five kinds of the Délégation ministérielle à l'accessibilité, and two aids, in words.
ACCESS = {
    "moteur": "handicap moteur",
    "auditif": "handicap auditif",
    "visuel": "handicap visuel",
    "intellectuel": "handicap intellectuel",
    "psychique": "handicap psychique",
    SIGN_LANGUAGE: "langue des signes française (LSF)",
    "sous-titrage": "sous-titrage",
}
_OTHER_NAMES = {
    "moteur": "motrice pmr fauteuil fauteuil_roulant mobilite_reduite",
    "auditif": "auditive sourd malentendant surdite",
    "visuel": "visuelle aveugle malvoyant",
    "intellectuel": "intellectuelle mental mentale cognitif",
    SIGN_LANGUAGE: "langue_des_signes langue_des_signes_francaise",
    "sous-titrage": "sous_titre",
}


def _singular(words: str) -> str:
    return re.sub(r"s(?=_|$)", "", key_name(words))


_BY_NAME = {_singular(one): one for one in ACCESS} | {
    _singular(name): one for one, names in _OTHER_NAMES.items() for name in names.split()
}
_MAIL = re.compile(r"(?i)(?:mailto:)?([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)")
_NUMBER = re.compile(r"\+?[\d .()/-]{8,}")
_SAID_IN_THE_TEXT = frozenset("obligatoire conseillee oui non sur_place libre".split())
_AGES = re.compile(
    r"(?:(?P<from>des|a partir de|de|entre)? ?(?P<low>\d{1,3}) ?(?P<low_unit>ans?|mois)?"
    r"(?: ?(?:-|–|a|et) ?(?P<high>\d{1,3}) ?(?P<high_unit>ans?|mois)?| ?(?P<more>\+|et plus))?)"
    r"|(?:jusqu'?a|(?P<under>moins de)) (?P<until>\d{1,3}) ?(?P<until_unit>ans?|mois)"
)
_AGES_IN_A_WORD = dict.fromkeys(("tout public", "tous publics", "tous ages", "pour tous"), 0)
_AGES_IN_A_WORD |= {"adultes": 18}
_AGE_HINT = "Écrivez par exemple : dès 6 ans, de 6 à 12 ans, jusqu'à 3 ans, ou tout public."
_OLDEST = 120


@dataclass(frozen=True)
class Ages:
    """For whom an event is."""

    words: str  # as one says it: « dès 6 ans »
    low: int = 0  # the youngest age, in whole years
    high: int | None = None  # the oldest, included; None without limit


@dataclass(frozen=True)
class Visit:
    """What one needs to know to come."""

    access: tuple[str, ...] = ()  # for whom it is accessible, and how: keys of `ACCESS`
    ages: Ages | None = None  # for what ages, or None when it is not given
    languages: tuple[str, ...] = ()  # those spoken there (BCP 47), none when it is not given
    carpool: str = ""  # an address of the web or of mail, or words; or ""

    @property
    def carpool_href(self) -> str:
        """Return where one finds a seat, or "" when it is given in words."""
        return self.carpool if self.carpool.startswith(("https:", "http:", "mailto:")) else ""

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield what is known, in French: a name, and words of one line."""
        if self.ages:
            yield "Âge", _capitalised(self.ages.words)
        if self.languages:
            plural = "s" if len(self.languages) > 1 else ""
            yield (
                f"Langue{plural}",
                _capitalised(french_list([*map(language_name, self.languages)])),
            )
        if self.access:
            yield "Accessibilité", _capitalised(", ".join(ACCESS[one] for one in self.access))
        if self.carpool:
            yield "Covoiturage", self.carpool.removeprefix("mailto:")


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


@reads("contact", "https://exemple.fr/inscription")
def registration_address(value: Value) -> str:
    """Read where one registers: an address of the web, or of mail, which gets its `mailto:`."""
    words = value.content.strip() if isinstance(value.content, str) else ""
    if mail := _MAIL.fullmatch(words):
        return f"mailto:{mail[1]}"
    if key_name(words) in _SAID_IN_THE_TEXT or _NUMBER.fullmatch(words):
        raise BadValue(
            "Écrivez l'adresse où s'inscrire (https://… ou nom@exemple.fr), "
            "ou retirez cette ligne et dites-le dans le texte."
        )
    if re.search(r"\s", words) and "@" in words and "://" not in words:
        raise BadValue("Écrivez l'adresse seule, sans espace : nom@exemple.fr.")
    return web_address(value)


def carpool(value: Value) -> str:
    """Read how seats are shared: an address as that of registration, or words."""
    words = line(value)
    is_address = "." in words and not re.search(r"\s", words)
    return registration_address(value) if is_address else words


@reads("list", "[moteur, LSF]", tuple(ACCESS))
def access(value: Value) -> tuple[str, ...]:
    """Read for whom an event is accessible: keys of `ACCESS`, in its order."""
    found = {_access_of(words) for words in _several(value)}
    return tuple(one for one in ACCESS if one in found)


def _access_of(words: str) -> str:
    name = re.sub(r"^(?:handicap|deficience|accessible)_", "", _singular(words))
    if name in ("non", "aucun", "aucune"):
        raise BadValue("Retirez cette ligne : elle dit ce qui est accessible.")
    if name not in _BY_NAME:
        raise BadValue(f"Valeurs connues : {', '.join(ACCESS)}. Le reste se dit dans le texte.")
    return _BY_NAME[name]


@reads("list", "[français, occitan]")
def languages(value: Value) -> tuple[str, ...]:
    """Read the languages that are spoken: their names in French, or their tags."""
    return tuple(each_once(map(_language_of, _several(value)), str))


def _language_of(words: str) -> str:
    if _BY_NAME.get(_singular(words)) == SIGN_LANGUAGE:
        raise BadValue(f"Écrivez plutôt « accessibilite: {SIGN_LANGUAGE} ».")
    tag = language_tag(words)
    if tag is None:
        raise BadValue("Écrivez le nom d'une langue, ou plusieurs : français, occitan.")
    return tag


def _several(value: Value) -> Iterator[str]:
    """Yield the words of a list, or of a text that parts them by commas or « et »."""
    for words in text_list(value):
        yield from re.split(r"\s+et\s+", words)


@reads("line", "dès 6 ans")
def ages(value: Value) -> Ages:
    """Read for what ages an event is; a number alone is the youngest."""
    words = " ".join(plain(line(value)).replace("’", "'").split()).rstrip(".")
    if words in _AGES_IN_A_WORD:
        return Ages(words.replace("ages", "âges"), _AGES_IN_A_WORD[words])
    found = _AGES.fullmatch(words)
    if not found:
        raise BadValue(_AGE_HINT)
    low = int(found["low"] or 0)
    high = int(found["high"] or found["until"] or 0) - bool(found["under"])
    unit = found["high_unit"] or found["until_unit"] or found["low_unit"] or "ans"
    low_unit = found["low_unit"] or unit
    is_open = found["high"] is None and found["until"] is None
    if found["from"] in ("de", "entre") and is_open:
        raise BadValue(_AGE_HINT)
    read = Ages("", _years(low, low_unit), None if is_open else _years(high, unit))
    if max(read.low, read.high or 0) > _OLDEST or (not is_open and high < 1):
        raise BadValue(_AGE_HINT)
    if read.high is not None and (read.low > read.high or (low >= high and low_unit == unit)):
        raise BadValue("L'âge le plus jeune s'écrit d'abord : de 6 à 12 ans.")
    return Ages(_words_of_ages(low, low_unit, high, unit, is_open), read.low, read.high)


def _years(number: int, unit: str) -> int:
    return number // 12 if unit == "mois" else number


def _words_of_ages(low: int, low_unit: str, high: int, unit: str, is_open: bool) -> str:
    if is_open:
        return f"dès {_age(low, low_unit)}"
    if not low:
        return f"jusqu’à {_age(high, unit)}"
    first = str(low) if low_unit == unit else _age(low, low_unit)
    return f"de {first} à {_age(high, unit)}"


def _age(number: int, unit: str) -> str:
    return f"{number}\u00a0{'an' if number < 2 and unit != 'mois' else unit}"


VISIT = {
    "age": Field(ages, None, "Pour quels âges.", ("ages",), form=Form("Âge")),
    "langue": Field(
        languages,
        (),
        "La langue, ou les langues, qu'on y parle.",
        ("langues",),
        form=Form("Langue parlée", otherwise="le français"),
    ),
    "accessibilite": Field(
        access, (), "Pour quels handicaps c'est accessible, et comment.", form=Form("Accessibilité")
    ),
    "covoiturage": Field(
        carpool,
        "",
        "L'adresse où le chercher ou le proposer, ou quelques mots.",
        form=Form("Covoiturage", "https://covoiturage.exemple.fr/fete"),
    ),
}
