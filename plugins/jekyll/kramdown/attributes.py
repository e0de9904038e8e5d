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


# What lists give an element: each value, and whether the list beside it does, or one it names.
Listed = dict[str, tuple[str, bool]]


@dataclass
class AttributeList:
    """Attributes as a member wrote them."""

    attributes: dict[str, str] = field(default_factory=dict)  # values by name, `class` among them
    # Names of lists defined elsewhere (`{:name: .class}`).
    references: list[str] = field(default_factory=list)

    def add(self, other: AttributeList) -> None:
        """Add another list: classes gather, the last of other values holds."""
        self.references += other.references
        for key, value in other.attributes.items():
            _set(self.attributes, key, value)

    def apply(self, attributes: dict[str, str], defined: dict[str, AttributeList]) -> Listed:
        """Set the attributes of an element, those of the lists it names first; return them."""
        found: dict[str, str] = {}
        self._gather(found, defined, set())
        for key, value in found.items():
            _set(attributes, key, value)
        return {key: (value, key in self.attributes) for key, value in found.items()}

    def _gather(
        self, found: dict[str, str], defined: dict[str, AttributeList], applied: set[str]
    ) -> None:
        for name in self.references:
            if name in defined and name not in applied:
                applied.add(name)
                defined[name]._gather(found, defined, applied)
        for key, value in self.attributes.items():
            _set(found, key, value)


def _set(attributes: dict[str, str], key: str, value: str) -> None:
    if key == "class" and attributes.get(key):
        value = f"{attributes[key]} {value}"
    attributes[key] = value


def unread_parts(text: str) -> list[str]:
    """Return what stands between the braces that is nothing that a list holds.

    >>> unread_parts('.encart lang=fr #1er toc title="Le bal"')
    ['lang=fr', '#1er']
    """
    return _ENTRY.sub("", text).split()


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
