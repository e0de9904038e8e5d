"""Attribute lists, `{: .class #id key="value" name}` (kramdown, « Attribute List Definitions »)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NAME = r"[A-Za-z0-9_][\w-]*"
_IDENTIFIER = r"\#[A-Za-z][\w:-]*"
_CLASS = r"\.[^\s.\#]+"
_ENTRY = re.compile(
    rf"""(?:\A|(?<=\s))(?:
        (?P<key>{_NAME})=(?P<quote>["'])(?P<value>(?:\\.|(?!(?P=quote))[^\}}\\])*?)(?P=quote)
        |(?P<reference>{_NAME})
        |(?P<marks>(?:{_IDENTIFIER}|{_CLASS})+)
    )(?=\s|\Z)""",
    re.VERBOSE,
)
_MARK = re.compile(rf"{_IDENTIFIER}|{_CLASS}")
_ESCAPED = re.compile(r"""\\([}"'])""")


@dataclass
class AttributeList:
    """Attributes as a member wrote them.

    Attributes:
        attributes: values by name, `class` among them.
        references: names of lists defined elsewhere (`{:name: .class}`).
    """

    attributes: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)

    def add(self, other: AttributeList) -> None:
        """Add another list: classes gather, the last of other values holds."""
        self.references += other.references
        for key, value in other.attributes.items():
            _set(self.attributes, key, value)

    def apply(self, attributes: dict[str, str], defined: dict[str, AttributeList]) -> None:
        """Set the attributes of an element, those of the lists it names first, each list once."""
        self._apply(attributes, defined, set())

    def _apply(
        self, attributes: dict[str, str], defined: dict[str, AttributeList], applied: set[str]
    ) -> None:
        for name in self.references:
            if name in defined and name not in applied:
                applied.add(name)
                defined[name]._apply(attributes, defined, applied)
        for key, value in self.attributes.items():
            _set(attributes, key, value)


def _set(attributes: dict[str, str], key: str, value: str) -> None:
    if key == "class" and attributes.get(key):
        value = f"{attributes[key]} {value}"
    attributes[key] = value


def read_attributes(text: str) -> AttributeList:
    """Read what stands between the braces, after the colon.

    >>> read_attributes('.encart #ici lang="en" boîte').attributes
    {'class': 'encart', 'id': 'ici', 'lang': 'en'}
    """
    found = AttributeList()
    for entry in _ENTRY.finditer(text):
        if entry["key"]:
            value = _ESCAPED.sub(r"\1", entry["value"])
            _set(found.attributes, entry["key"], value)
        elif entry["reference"]:
            found.references.append(entry["reference"])
        else:
            for mark in _MARK.findall(entry["marks"]):
                _set(found.attributes, "id" if mark[0] == "#" else "class", mark[1:])
    return found
