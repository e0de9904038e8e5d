"""YAML as it was written: scalars stay text, with their line; types are the schema's business.

Composing nodes, and never constructing objects, leaves out every surprise of YAML 1.1 (`18:30`
is 1110, `yes` a boolean, `2025` a number): a `Value` holds what the member typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from core.diagnostics import ContentError, Diagnostic, Diagnostics, cut, without_password
from core.diagnostics.catalog import front_matter as rules
from core.names import plain
from jekyll.front_matter.lenient_values import as_written, cut_values, with_quoted_colours
from jekyll.front_matter.yaml_diagnostics import explain, explain_no_mapping, quoting_hint
from jekyll.front_matter.yaml_events import LOADER, MAXIMUM_DEPTH, TooDeep, parse_events

_YAML_TAG = "tag:yaml.org,2002:"
# What untagged values resolve to (YAML 1.1's types); any other tag was written by hand.
_PLAIN_TAGS = frozenset(
    _YAML_TAG + kind
    for kind in "str int float bool null timestamp binary seq map merge value".split()
)
_NAMED = re.compile(r"(?:^|[:-][ \t])[ \t]*(&[\w-]+)[ \t]*(?:$|[\[{])")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
MAXIMUM_LENGTH = 100_000
_MARKS = re.compile("[&*]")  # what an anchor and an alias begin with
_LEVELS = "[{:-?"  # one at least stands where a level begins
Data = str | list["Data"] | dict[str, "Data"]


@dataclass(frozen=True, slots=True)
class Value:
    """One YAML value."""

    # The text of a scalar, a list of values, or a dict of values by key.
    content: str | list[Value] | dict[str, Value]
    line: int  # 1-based line of the file
    is_plain: bool = False  # a scalar written without quotes
    key: str = ""  # the key as it is written, where it is another than the one it is known by

    @property
    def is_null(self) -> bool:
        """Return whether the value is empty or written `~` or `null`, without quotes."""
        return self.is_plain and self.content in _NULLS

    @property
    def as_data(self) -> Data:
        """Return texts, lists and dicts: what the values of keys that no schema knows are."""
        if isinstance(self.content, list):
            return [one.as_data for one in self.content]
        if isinstance(self.content, dict):
            return {key: one.as_data for key, one in self.content.items()}
        return self.content


_TRIES = 3  # lines that do not parse, after which a text is given up
_KEY = re.compile(r"[^\s#:]+\s*:")
_OF_ANOTHER_LINE = re.compile(r"\s|-\s|[\]})]")


class _Refused(Exception):
    def __init__(self, line: int, diagnostic: Diagnostic):
        super().__init__(diagnostic.message)
        self.line, self.diagnostic = line, diagnostic


def parse_mapping(
    text: str, label: str, diagnostics: Diagnostics, first_line: int = 1
) -> dict[str, Value]:
    """Return the keys and values of a YAML mapping (YAML 1.2, section 10.1: failsafe schema).

    Args:
        first_line: 1-based line of the file on which `text` begins.

    A line that does not parse is reported, and the rest is read without it.

    Raises ContentError: too many do not, or it is no mapping; reported to `diagnostics`.
    """
    lines = text.split("\n")
    for _ in range(_TRIES):
        try:
            return _read_all("\n".join(lines), label, diagnostics, first_line)
        except _Refused as refused:
            line, diagnostic = refused.line, refused.diagnostic
        except yaml.YAMLError as error:
            line, diagnostic = explain(error, "\n".join(lines), first_line)
        diagnostics.add(diagnostic.at(label, line))
        if not _comment_out(lines, line - first_line):
            break
    raise ContentError(label)


def _read_all(text: str, label: str, diagnostics: Diagnostics, first_line: int) -> dict[str, Value]:
    twice: list[Value] = []
    values = _read(text, first_line, twice)
    for number, wrong in cut_values(text):
        diagnostics.add(wrong.at(label, first_line + number))
    for key in twice:
        diagnostics.add(rules.KEY_TWICE(key=key.content).at(label, key.line))
    return values


def _comment_out(lines: list[str], number: int) -> bool:
    """Make a key, and the lines of its value, comments; return whether there was a key."""
    if not (0 <= number < len(lines) and _KEY.match(lines[number])):
        return False
    lines[number] = "#"
    for after in range(number + 1, len(lines)):
        if not _OF_ANOTHER_LINE.match(lines[after]):
            break
        lines[after] = "#"
    return True


def _read(text: str, first_line: int, twice: list[Value]) -> dict[str, Value]:
    """Return the mapping that a text is; values that only mean what is written need no quotes."""
    if len(text) > MAXIMUM_LENGTH:
        raise _Refused(first_line, rules.HUGE_YAML(most=MAXIMUM_LENGTH // 1000))
    text = with_quoted_colours(text)
    if ": !" in text:  # « ! Attention » loses its first sign, and is no fault
        text = as_written(text)
    try:
        return _mapping(text, first_line, twice)
    except (_Refused, yaml.YAMLError):
        mended = as_written(text)
        if mended == text:
            raise
        twice.clear()
        return _mapping(mended, first_line, twice)


def _mapping(text: str, first_line: int, twice: list[Value]) -> dict[str, Value]:
    _refuse_tricks(text, first_line)
    node = yaml.compose(text, Loader=LOADER)
    if node is None or (isinstance(node, yaml.ScalarNode) and node.value in _NULLS):
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise _Refused(*explain_no_mapping(text, node.start_mark.line, first_line))
    return _values(node, first_line, twice)


def _refuse_tricks(text: str, first_line: int) -> None:
    """Refuse what nobody means: anchors and aliases, which can explode, and depths that crash."""
    if not _MARKS.search(text) and sum(map(text.count, _LEVELS)) <= MAXIMUM_DEPTH:
        return
    try:
        for event in parse_events(text):
            if getattr(event, "anchor", None):
                line = event.start_mark.line if event.start_mark else 0
                hint = _without_anchor(text.split("\n")[line])
                raise _Refused(
                    line + first_line, rules.SPECIAL_VALUE(signs="« & » ou « * »", hint=hint)
                )
    except TooDeep as error:
        raise _Refused(error.line + first_line, rules.DEEP_YAML()) from None


def _without_anchor(line: str) -> str:
    """Return the hint for a line that names a value, or takes one that is named elsewhere."""
    if named := _NAMED.search(line):
        return f"Retirez « {named[1]} » : un nom pour la suite ne sert pas ici."
    return quoting_hint(line)


def _line(node: yaml.Node, first_line: int) -> int:
    line: int = node.start_mark.line
    return line + first_line


def _value(node: yaml.Node, first_line: int, twice: list[Value]) -> Value:
    line = _line(node, first_line)
    if isinstance(node, yaml.MappingNode):
        return Value(_values(node, first_line, twice), line)
    if node.tag not in _PLAIN_TAGS:
        raise _special(node, first_line)
    if isinstance(node, yaml.ScalarNode):
        return Value(node.value, line, not node.style)  # libyaml says "", Python None
    _refuse_lost_quotes(node, first_line)
    return Value([_value(item, first_line, twice) for item in node.value], line)


def _refuse_lost_quotes(node: yaml.Node, first_line: int) -> None:
    """Refuse the mark that ends one word of a list alone, where others have two around them."""
    words = [item for item in node.value if isinstance(item, yaml.ScalarNode)]
    marks = {word.style for word in words} & {"'", '"'}
    for word in words:
        value = word.value
        if not word.style and value[-1:] in marks and value.count(value[-1]) == 1:
            raise _Refused(_line(word, first_line), rules.UNCLOSED_QUOTE(line=value))


def _special(node: yaml.Node, first_line: int) -> _Refused:
    signs = f"« {node.tag.replace(_YAML_TAG, '!!')} »"
    return _Refused(_line(node, first_line), rules.SPECIAL_VALUE(signs=signs))


def _values(node: yaml.MappingNode, first_line: int, twice: list[Value]) -> dict[str, Value]:
    """Return a mapping's values; a key that was there already goes to `twice`, as Psych has it."""
    if node.tag not in _PLAIN_TAGS:
        raise _special(node, first_line)
    values: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        key_line = _line(key_node, first_line)
        if key is None:
            raise _Refused(key_line, rules.KEY_OF_NO_WORD())
        if key in values:
            twice.append(Value(key, key_line))
        value = _value(value_node, first_line, twice)
        values[key] = Value(value.content, key_line, value.is_plain)
    return values


def written(value: Value) -> str:
    """Return the value as a member would recognise it, cut when it is long."""
    if isinstance(value.content, str):
        text = value.content if value.is_plain else f'"{value.content}"'
    elif isinstance(value.content, list):
        text = "[" + ", ".join(written(item) for item in value.content) + "]"
    else:
        text = ", ".join(f"{key}: {written(item)}" for key, item in value.content.items()) or "{}"
    return cut(without_password(" ".join(text.split())))


def unaccented(
    values: Mapping[str, Value], known: Iterable[str], label: str, diagnostics: Diagnostics
) -> dict[str, Value]:
    """Return values by key, « réseaux » taken for the known key that it means."""
    names, found = frozenset(known), dict[str, Value]()
    for name, value in values.items():
        meant = plain(name) if plain(name) in names else name
        if meant in found:
            diagnostics.add(rules.KEY_TWICE(key=meant).at(label, value.line))
        found[meant] = value
    return found
