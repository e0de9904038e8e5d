"""The lines of a calendar file: each property with its line (RFC 5545, section 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE = re.compile(r"([\w-]+)((?:;[\w-]+=(?:\"[^\"]*\"|[^\";:])*)*):(.*)", re.DOTALL)
_PARAMETER = re.compile(r";([\w-]+)=((?:\"[^\"]*\"|[^\";:])*)")
_DEEPEST = 10  # parts in each other


@dataclass(frozen=True)
class Property:
    """A property: its line counted from 1, its name in capitals, its parameters, its value."""

    line: int
    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Part:
    """What stands between a BEGIN and its END; `end` is 0 for one that has none."""

    name: str
    line: int
    end: int = 0
    properties: list[Property] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Return the properties of a name, in order."""
        return [one for one in self.properties if one.name == name]

    def first(self, name: str) -> Property | None:
        """Return the first property of a name."""
        return next((one for one in self.properties if one.name == name), None)

    def holds(self, name: str) -> Iterator[Part]:
        """Give the parts of a name right inside of it."""
        return (one for one in self.parts if one.name == name)


class BrokenLine(Exception):
    """A line that says nothing in a calendar."""

    def __init__(self, line: int):
        super().__init__(line)
        self.line = line


def read_parts(text: str) -> list[Part]:
    """Return the parts of a file, in order; the last may have no end.

    Raises BrokenLine: a line is no property, or ends what is not open.
    """
    root = Part("", 0)
    opened = [root]
    for number, line in _unfolded(text):
        found = _LINE.fullmatch(line)
        if not found or (len(opened) == 1 and found[1].upper() != "BEGIN"):
            raise BrokenLine(number)
        name, value = found[1].upper(), found[3]
        if name == "BEGIN" and len(opened) <= _DEEPEST:
            opened.append(Part(value.strip().upper(), number))
            opened[-2].parts.append(opened[-1])
        elif name == "END":
            if opened[-1].name != value.strip().upper():
                return root.parts  # what has no end is reported
            opened.pop().end = number
        else:
            given = _PARAMETER.findall(found[2])
            parameters = {key.upper(): said.strip('"') for key, said in given}
            opened[-1].properties.append(Property(number, name, parameters, value))
    return root.parts


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines with the number of each; one that begins with a space goes on (3.1)."""
    begun, held = 0, list[str]()
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if line[:1] in (" ", "\t") and held:
            held.append(line[1:])
        elif line.strip():
            if held:
                yield begun, "".join(held)
            begun, held = number, [line]
    if held:
        yield begun, "".join(held)
