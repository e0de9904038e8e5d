"""Values that YAML does not read and that can only mean what is written: `title: Fête : la suite`.

Only the keys of texts, on one line of their own, and only where nothing else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml

from core import names
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.front_matter import VALUE_TAKEN_FOR_A_COMMENT
from jekyll.front_matter.yaml_diagnostics import between_quotes
from jekyll.front_matter.yaml_events import TooDeep, parse_events

plain = names.plain
# Keys whose value is read as free words, and as a list of such words, in every kind of file.
TEXT_KEYS = frozenset(
    """title titre resume description summary image_alt lieu place location adresse address tarif
    prix price nom ville logo_texte age ages covoiturage""".split()
)
LIST_KEYS = frozenset(
    """tags tag mots_cles category categories organisateurs organisateur organizers organisers
    auteur author auteurs authors acteurs univers exclude include langue langues
    accessibilite""".split()
)
_KEY = r"(?P<key>[^\W\d][\w-]*)[ \t]*:"
# A no-break space too, which French keyboards give after the colon.
_LINE = re.compile(rf"{_KEY}[ \t\u00a0\u202f]+(?P<value>\S.*?)[ \t]*")
_ANY_KEY = re.compile(_KEY)
_NEXT = re.compile(rf"{_KEY}|#|\Z")
_ITEM = re.compile(r"[ \t]*-[ \t]")
_SIGN = re.compile(r"(?:^|\s)#")
# A colour begins as a comment does, and no other comment looks like one.
_COLOUR = re.compile(r"(?im)^(couleur[ \t]*:[ \t\u00a0\u202f]+)(#[0-9a-f]{3,8})(?=[ \t]*$|[ \t]+#)")
_PLACE = re.compile(r"order[ \t]*:[ \t]*#(\d{1,9})[ \t]*")
_CUT = re.compile(r"#[^\s#!]")  # `# words` is a comment, « #1 » a number


@lru_cache(maxsize=1024)
def key_name(key: str) -> str:
    """Return a key as all its spellings have it: without accents, capitals, dashes and spaces."""
    return "_".join(re.findall(r"[^\W_]+", plain(key)))


def as_written(text: str) -> str:
    """Return YAML in which the values that only mean what is written are between quotes."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _LINE.fullmatch(line)
        if found and key_name(found["key"]) in TEXT_KEYS and _is_alone(lines, number):
            value = found["value"]
            if _means_itself(value, text):
                value = "'" + value.replace("'", "''") + "'"
            lines[number] = f"{found['key']}: {value}"
    return "\n".join(lines)


def with_quoted_colours(text: str) -> str:
    """Return YAML in which `couleur: #e8b100` is no key without a value."""
    return _COLOUR.sub(r'\1"\2"', text) if "ouleur" in text else text


def _is_alone(lines: list[str], number: int) -> bool:
    """Return whether no line after this one may go on with its value."""
    after = next((line for line in lines[number + 1 :] if line.strip()), "")
    return bool(_NEXT.match(after))


def _means_itself(value: str, text: str) -> bool:
    """Return whether YAML cannot read a value, and nothing but its words can be meant."""
    if _SIGN.search(value):
        return False  # a comment, or « n° #1 »
    quote = value[0] if value[0] in "\"'" else ""
    if quote and (value.endswith(quote) or quote not in value[1:]):
        return False  # which quotes are part of it, or where it ends, nobody knows
    try:
        event = list(parse_events(f"k: {value}"))[4]
    except yaml.YAMLError:
        return True
    except TooDeep:
        return False
    if isinstance(event, yaml.AliasEvent):
        return f"&{event.anchor}" not in text
    if not isinstance(event, yaml.ScalarEvent) or (event.tag or "").startswith("tag:yaml.org"):
        return False
    if event.style in ("'", '"'):
        return False  # `! 'words'`, which old exporters write
    if event.anchor:
        return f"*{event.anchor}" not in text
    return bool(event.tag) or value[0] in "!"


def cut_values(text: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the lines, from 0, whose end YAML leaves out as a comment: `title: Sujet #1`."""
    if not _CUT.search(text):
        return
    key = ""
    for number, line in enumerate(text.split("\n")):
        found = _ANY_KEY.match(line)
        key = key_name(found["key"]) if found else key
        is_item = not found and key in LIST_KEYS and _ITEM.match(line)
        is_words = is_item or (found and key in TEXT_KEYS | LIST_KEYS)
        if place := _PLACE.fullmatch(line):
            hint = f"Écrivez order: {place[1]}"
            yield number, VALUE_TAKEN_FOR_A_COMMENT(left_out=f"#{place[1]}", hint=hint)
        if is_words and (left_out := _left_out(line.strip())):
            yield number, VALUE_TAKEN_FOR_A_COMMENT(left_out=left_out, remedy=_remedy(line))


def _left_out(line: str) -> str:
    if not _CUT.search(line):
        return ""
    try:
        end = list(parse_events(line))[-4].end_mark
    except (yaml.YAMLError, TooDeep):
        return ""
    rest = line[end.column if end else len(line) :].strip()
    return rest if _CUT.match(rest) else ""


def _remedy(line: str) -> str:
    shown = between_quotes(line) if _ANY_KEY.match(line) and "[" not in line else ""
    return f"Mettez la valeur entre guillemets{f' : {shown}' if shown else '.'}"
